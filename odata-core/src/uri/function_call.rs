//! Calls of functions, written as URLs.

use std::fmt;

use super::{literal, percent};
use crate::{
    codec::{Encoder, WriteOptions},
    edm::Function,
    slot::ValueRef,
};

/// The URL of a call of a function, which follows the URL of what it is bound to, or of the service.
///
/// Values without literals are in the query, as the values of parameter aliases (OData URL Conventions 4.01 §5.3.1).
/// `Display` writes both parts, percent-encoded, with `?` between them if there is a query.
///
/// ```
/// use odata_core::{prelude::*, uri::FunctionCall};
///
/// #[derive(ODataFunction, Clone)]
/// #[odata(type = "fleet.free", returns(Vec<i32>))]
/// struct Free {
///     place: String,
///     seats: Vec<i32>,
/// }
///
/// let call = FunctionCall::of(&Free { place: "A/B".to_owned(), seats: vec![2, 4] });
/// assert_eq!(call.segment(), "fleet.free(place='A%2FB',seats=@seats)");
/// assert_eq!(call.query(), "@seats=%5B2%2C4%5D");
/// assert_eq!(format!("vehicles/{call}"), "vehicles/fleet.free(place='A%2FB',seats=@seats)?@seats=%5B2%2C4%5D");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionCall {
    segment: String,
    query: String,
}

impl FunctionCall {
    /// Writes the call of a bound function, by its qualified name.
    pub fn of<T: Function>(function: &T) -> Self {
        Self::named(T::OPERATION.name(), function)
    }

    /// Writes the call of a function through the import with this name (OData CSDL 4.01 §13.6).
    pub fn of_import<T: Function>(import: &str, function: &T) -> Self {
        Self::named(import, function)
    }

    fn named<T: Function>(name: &str, function: &T) -> Self {
        let (mut inside, mut query) = (String::new(), String::new());
        for (index, parameter) in T::OPERATION.parameters().iter().enumerate() {
            let value = function.slot(index).view();
            if matches!(value, ValueRef::Absent) {
                continue;
            }
            if !inside.is_empty() {
                inside.push(',');
            }
            inside.push_str(parameter.name);
            inside.push('=');
            if !literal::write(value, &mut inside) {
                inside.push('@');
                inside.push_str(parameter.name);
                let options = WriteOptions::default();
                let mut encoder = Encoder::new(&options, Vec::new());
                encoder.value(function.slot(index).view(), parameter.ty.edm.structured(), None);
                let json = String::from_utf8(encoder.json.into_bytes()).unwrap_or_default();
                let before = if query.is_empty() { "@" } else { "&@" };
                query.extend([before, &percent::encode(parameter.name), "=", &percent::encode(&json)]);
            }
        }
        let mut segment = String::new();
        percent::push_segment(&mut segment, name);
        segment.push('(');
        percent::push_segment(&mut segment, &inside);
        segment.push(')');
        Self { segment, query }
    }

    /// Returns the path segment: the name with the arguments in parentheses, percent-encoded.
    pub fn segment(&self) -> &str {
        &self.segment
    }

    /// Returns the query, percent-encoded and without `?`; empty if all values are in the segment.
    pub fn query(&self) -> &str {
        &self.query
    }
}

impl fmt::Display for FunctionCall {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.segment)?;
        if self.query.is_empty() { Ok(()) } else { write!(formatter, "?{}", self.query) }
    }
}
