//! The parameters of actions, in the body of a request (OData Protocol 4.01 §11.5.5.1).

use super::{
    ReadOptions,
    read::{ObjectType, read_whole},
    type_name::TypeMember,
};
use crate::{
    edm::{Operation, OperationDescriptor},
    error::Result,
    slot::Structured,
};

/// Reads the body of a request that calls an action.
///
/// A parameter that is left out is null, or has its default value if it is [`Optional`](crate::Optional). An empty body
/// and `null` stand for an object without members. A service passes [`ReadOptions::insert`], which refuses unknown
/// parameters and ignores the computed properties of values.
///
/// [`to_vec`](super::to_vec) writes such a body.
///
/// ```
/// use odata_core::{ErrorCode, codec::{self, ReadOptions}, prelude::*};
///
/// #[derive(ODataAction, Clone, Debug, PartialEq)]
/// #[odata(type = "fleet.repaint")]
/// struct Repaint {
///     colour: String,
///     coats: Optional<i32>,
/// }
///
/// let repaint = Repaint { colour: "red".to_owned(), coats: Optional::absent() };
/// assert_eq!(codec::to_vec(&repaint), br#"{"colour":"red"}"#);
/// assert_eq!(codec::read_parameters::<Repaint>(br#"{"colour":"red"}"#, &ReadOptions::insert())?, repaint);
///
/// let error = codec::read_parameters::<Repaint>(br#"{"coats":"two"}"#, &ReadOptions::insert()).unwrap_err();
/// assert_eq!((error.code(), error.target()), (ErrorCode::WRONG_TYPE, Some("coats")));
/// assert_eq!(error.details()[0].message(), "parameter `colour` of `fleet.repaint` must have a value");
/// # Ok::<(), odata_core::Error>(())
/// ```
///
/// # Errors
///
/// All faults of the body: the first as the error, the others as its details.
pub fn read_parameters<T: Operation>(body: &[u8], options: &ReadOptions) -> Result<T> {
    let mut parameters = T::blank();
    read_into(&mut parameters, T::OPERATION, body, options)?;
    Ok(parameters)
}

/// Reads the same where the Rust type of the action is unknown at compile time.
///
/// # Errors
///
/// All faults of the body: the first as the error, the others as its details.
pub fn read_parameters_of(
    operation: &'static OperationDescriptor,
    body: &[u8],
    options: &ReadOptions,
) -> Result<Box<dyn Structured>> {
    let mut parameters = operation.parameters.blank();
    read_into(&mut *parameters, operation, body, options)?;
    Ok(parameters)
}

fn read_into(
    parameters: &mut dyn Structured,
    operation: &'static OperationDescriptor,
    body: &[u8],
    options: &ReadOptions,
) -> Result<()> {
    let body = if matches!(body.trim_ascii(), b"" | b"null") { b"{}" } else { body };
    read_whole(body, options, |body| {
        let start = body.reader.value_offset();
        body.reader.begin_object()?;
        let object = ObjectType { polymorphic: false, named: TypeMember::Absent };
        body.members(parameters, operation.parameters, start, object)
    })
}
