//! The arguments of a call of a function, as a URL has them (OData URL Conventions 4.01 §4.5, §5.3.1).

use std::borrow::Cow;

use super::{
    UriError, literal, percent,
    predicate::{self, Value},
    query::{self, QueryOption},
};
use crate::{
    Error, ErrorCode, Result,
    codec::{Purpose, ReadOptions, excess_of, read_value},
    edm::{EdmType, Facets, Function, OperationDescriptor, PrimitiveType, PropertyDescriptor},
    slot::{Slot, Structured},
};

/// A call of a function in a URL: the name of the function, and its arguments with their positions.
///
/// [`FunctionCall`](super::FunctionCall) writes what this reads.
///
/// ```
/// use odata_core::{codec::ReadOptions, prelude::*, uri::Arguments};
///
/// #[derive(ODataFunction, Clone, Debug, PartialEq)]
/// #[odata(type = "fleet.free", returns(Vec<i32>))]
/// struct Free {
///     place: String,
///     seats: Vec<i32>,
/// }
///
/// let call = Arguments::parse("free(place='Bonn',seats=@s)")?;
/// assert_eq!(call.function(), "free");
/// let free: Free = call.read("@s=[2,4]", &ReadOptions::insert())?;
/// assert_eq!(free, Free { place: "Bonn".to_owned(), seats: vec![2, 4] });
///
/// let error = call.read::<Free>("@s=[2,true]", &ReadOptions::insert()).unwrap_err();
/// assert_eq!(error.target(), Some("seats/1"));
/// assert!(error.message().ends_with("(character 7 of the query)"), "{error}");
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Debug)]
pub struct Arguments<'u> {
    /// As it appears in the URL.
    segment: &'u str,
    function: Cow<'u, str>,
    /// What is between the parentheses, decoded; `None` without parentheses.
    inside: Option<String>,
    /// The offset of that in the decoded segment.
    start: usize,
}

impl<'u> Arguments<'u> {
    /// Reads a path segment as it appears in a URL: the name of a function, and arguments in parentheses if there
    /// are any.
    ///
    /// # Errors
    ///
    /// A segment that is not percent-encoded, or whose parentheses do not end, or do not hold `name=value`.
    pub fn parse(segment: &'u str) -> std::result::Result<Self, UriError> {
        let decoded = percent::decode(segment)?;
        let Some(open) = decoded.find('(') else {
            return Ok(Self { segment, function: decoded, inside: None, start: 0 });
        };
        let Some(inside) = decoded[open + 1..].strip_suffix(')') else {
            let message = format!("the arguments of `{}` have no `)` at their end", &decoded[..open]);
            return Err(UriError::new(ErrorCode::BAD_REQUEST, decoded.len(), "", message)
                .within(segment, |offset| percent::encoded_offset(segment, offset)));
        };
        let start = open + 1 + (inside.len() - inside.trim_ascii_start().len());
        let (function, inside) = (decoded[..open].to_owned(), inside.trim_ascii().to_owned());
        let call = Self { segment, function: function.into(), inside: Some(inside), start };
        for value in call.values()? {
            if value.name.is_none() {
                let message = format!("`{}` is an argument without a name; write `name={0}`", value.text);
                return Err(call.fault(ErrorCode::BAD_REQUEST, value.offset, value.text, message));
            }
        }
        Ok(call)
    }

    /// Returns the name of the function or function import, decoded.
    pub fn function(&self) -> &str {
        &self.function
    }

    /// Returns the names of the arguments in parentheses, in written order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        // They were read when the segment was.
        self.values().into_iter().flatten().filter_map(|value| value.name)
    }

    /// Returns the overload that the arguments are for (OData CSDL 4.01 §12.4): the one with the fewest parameters that
    /// has all that are given and requires no other.
    ///
    /// ```
    /// # use odata_core::{Operation as _, prelude::*, uri::Arguments};
    /// #[derive(ODataFunction, Clone)]
    /// #[odata(type = "fleet.free", returns(Vec<i32>))]
    /// struct Free;
    ///
    /// #[derive(ODataFunction, Clone)]
    /// #[odata(type = "fleet.free", returns(Vec<i32>))]
    /// struct FreeAt {
    ///     place: String,
    /// }
    ///
    /// let overloads = [Free::OPERATION, FreeAt::OPERATION];
    /// let call = Arguments::parse("fleet.free(place='Bonn')")?;
    /// assert!(call.overload(overloads, "").is_some_and(|found| found.is(FreeAt::OPERATION)));
    /// let implicit = Arguments::parse("fleet.free")?;
    /// assert!(implicit.overload(overloads, "place='Bonn'").is_some_and(|found| found.is(FreeAt::OPERATION)));
    /// # Ok::<(), odata_core::uri::UriError>(())
    /// ```
    pub fn overload(
        &self,
        overloads: impl IntoIterator<Item = &'static OperationDescriptor>,
        query: &str,
    ) -> Option<&'static OperationDescriptor> {
        let options = query::options(query);
        let fits = |function: &&'static OperationDescriptor| {
            let parameters = function.parameters();
            let is_given = |parameter: &PropertyDescriptor| match self.inside {
                Some(_) => self.names().any(|name| name == parameter.name),
                None => implicit(&options, parameter.name).is_some(),
            };
            self.names().all(|name| parameters.iter().any(|parameter| parameter.name == name))
                && parameters.iter().all(|parameter| parameter.ty.optional || is_given(parameter))
        };
        let fitting = overloads.into_iter().filter(fits);
        match self.inside {
            Some(_) => fitting.min_by_key(|function| function.parameters().len()),
            // Each option of the query could be meant for something else, but most are not.
            None => fitting.max_by_key(|function| function.parameters().len()),
        }
    }

    /// Reads the arguments. `query` is the query of the URL as it appears there, without `?`; it has the values of
    /// parameter aliases. Without parentheses, it can have all values: `name=value` or `@name=value`, the latter where
    /// the name is that of a system query option.
    ///
    /// # Errors
    ///
    /// All faults, each with its position: the first as the error, the others as its details.
    pub fn read<T: Function>(&self, query: &str, options: &ReadOptions) -> Result<T> {
        let mut parameters = T::blank();
        self.read_into(&mut parameters, T::OPERATION, query, options)?;
        Ok(parameters)
    }

    /// Reads the same where the Rust type of the function is unknown at compile time.
    ///
    /// # Errors
    ///
    /// As for [`read`](Self::read).
    pub fn read_of(
        &self,
        operation: &'static OperationDescriptor,
        query: &str,
        options: &ReadOptions,
    ) -> Result<Box<dyn Structured>> {
        let mut parameters = operation.parameters.blank();
        self.read_into(&mut *parameters, operation, query, options)?;
        Ok(parameters)
    }

    fn read_into(
        &self,
        parameters: &mut dyn Structured,
        operation: &OperationDescriptor,
        query: &str,
        options: &ReadOptions,
    ) -> Result<()> {
        let given = self.values()?;
        let query = query::options(query);
        let mut faults = self.foreign(&given, operation);
        for (index, parameter) in operation.parameters().iter().enumerate() {
            let value = given.iter().find(|value| value.name == Some(parameter.name));
            let source = match value {
                Some(Value { text, offset, .. }) if text.starts_with('@') => match query::find(&query, text) {
                    Some(option) => Source::Query(option),
                    // An alias without a value is null (OData Protocol 4.01 §11.5.4.1.1).
                    None => Source::Segment("null", *offset),
                },
                Some(Value { text, offset, .. }) => Source::Segment(text, *offset),
                None => match implicit(&query, parameter.name).filter(|_| self.inside.is_none()) {
                    Some(option) => Source::Query(option),
                    None if !parameter.ty.optional => {
                        faults.push(self.missing(operation, parameter));
                        continue;
                    }
                    None => continue,
                },
            };
            let read = match source {
                Source::Segment(text, offset) => self.argument(parameters.slot_mut(index), parameter, text, offset),
                Source::Query(option) => alias(parameters.slot_mut(index), parameter, option, options),
            };
            match read {
                Ok(()) if options.purpose == Purpose::Representation || parameter.facets == Facets::NONE => {}
                Ok(()) => faults.extend(self.excess(parameters.slot(index), parameter, source)),
                Err(error) => faults.extend(error),
            }
        }
        Error::from_many(faults).map_or(Ok(()), Err)
    }

    /// Returns the arguments; none without parentheses.
    fn values(&self) -> std::result::Result<Vec<Value<'_>>, UriError> {
        match self.inside.as_deref() {
            None | Some("") => Ok(Vec::new()),
            Some(inside) => predicate::values(inside, "a list of arguments").map_err(|error| self.placed(error)),
        }
    }

    /// Turns an error about the arguments into one about the segment.
    fn placed(&self, error: UriError) -> UriError {
        let place = |offset| percent::encoded_offset(self.segment, self.start + offset);
        error.within(self.segment, place).after("", "path segment")
    }

    fn fault(&self, code: ErrorCode, offset: usize, found: &str, message: String) -> UriError {
        self.placed(UriError::new(code, offset, found, message))
    }

    /// Returns the faults of arguments that are not parameters of the function, or are given twice.
    fn foreign(&self, given: &[Value<'_>], function: &OperationDescriptor) -> Vec<Error> {
        let mut faults = Vec::new();
        for (position, value) in given.iter().enumerate() {
            let Some(name) = value.name else { continue };
            let offset = predicate::offset_of(self.inside.as_deref().unwrap_or_default(), name);
            if given[..position].iter().any(|earlier| earlier.name == Some(name)) {
                let message = format!("the argument `{name}` is there already");
                faults.push(self.fault(ErrorCode::DUPLICATE_MEMBER, offset, name, message).with_target(name).into());
            } else if !function.parameters().iter().any(|parameter| parameter.name == name) {
                let message = format!("`{name}` is not a parameter of `{}`", function.name());
                let possible = function.parameters().iter().map(|parameter| parameter.name);
                let fault = self.fault(ErrorCode::UNDECLARED_PROPERTY, offset, name, message);
                faults.push(fault.with_possible(possible).with_target(name).into());
            }
        }
        faults
    }

    /// Returns the fault of a parameter without an argument, at the end of the segment.
    #[cold]
    fn missing(&self, function: &OperationDescriptor, parameter: &PropertyDescriptor) -> Error {
        let message = format!("parameter `{}` of `{}` must have a value", parameter.name, function.name());
        let end = self.inside.as_ref().map_or(self.function.len(), String::len);
        self.fault(ErrorCode::MISSING_PROPERTY, end, "", message).with_target(parameter.name).into()
    }

    /// Reads an argument in parentheses.
    fn argument(
        &self,
        slot: &mut dyn Slot,
        parameter: &PropertyDescriptor,
        text: &str,
        offset: usize,
    ) -> std::result::Result<(), Vec<Error>> {
        let error = if parameter.ty.collection || !is_literal(parameter) && text != "null" {
            let message = format!(
                "a value of `{}` cannot be in the path; write `{}=@p`, and `@p=..` in the query",
                parameter.ty.name(),
                parameter.name
            );
            UriError::new(ErrorCode::WRONG_TYPE, 0, text, message)
        } else {
            match literal::read(slot, parameter.ty.edm, text) {
                Ok(()) => return Ok(()),
                Err(error) => error,
            }
        };
        let place = |within| percent::encoded_offset(self.segment, self.start + offset + within);
        let error = error.within(self.segment, place).after("", "path segment");
        Err(vec![error.with_target(parameter.name).into()])
    }

    /// Returns the fault of a value that exceeds the facets of its parameter.
    fn excess(&self, slot: &dyn Slot, parameter: &PropertyDescriptor, source: Source<'_>) -> Option<Error> {
        let excess = excess_of(&slot.view(), parameter)?;
        let message = excess.message(parameter.name);
        let fault = match source {
            Source::Segment(text, offset) => self.fault(excess.code(), offset, text, message),
            Source::Query(option) => UriError::new(excess.code(), 0, &*option.value, message)
                .within(option.query, |_| option.value_start)
                .after("", "query"),
        };
        Some(fault.with_target(parameter.name).into())
    }
}

/// Where the value of a parameter is.
#[derive(Clone, Copy)]
enum Source<'v> {
    /// A literal between the parentheses, at this offset.
    Segment(&'v str, usize),
    Query(&'v QueryOption<'v>),
}

/// Returns whether single values of the parameter's type are literals; others are JSON.
fn is_literal(parameter: &PropertyDescriptor) -> bool {
    let is_json = matches!(parameter.ty.edm, EdmType::Primitive(PrimitiveType::Stream | PrimitiveType::Untyped));
    parameter.ty.edm.structured().is_none() && !is_json
}

/// The names of system query options, which are not parameters unless `@` is in front of them.
const SYSTEM_OPTIONS: [&str; 15] = [
    "apply",
    "compute",
    "count",
    "deltatoken",
    "expand",
    "filter",
    "format",
    "id",
    "index",
    "orderby",
    "schemaversion",
    "search",
    "select",
    "skip",
    "top",
];

/// Returns the option that gives a value to a parameter although no argument names it.
fn implicit<'q>(options: &'q [QueryOption<'q>], parameter: &str) -> Option<&'q QueryOption<'q>> {
    let is_system = SYSTEM_OPTIONS.iter().any(|name| name.eq_ignore_ascii_case(parameter));
    options.iter().find(|option| {
        let name = &*option.name;
        name.strip_prefix('@') == Some(parameter) || name == parameter && !is_system
    })
}

/// Reads the value of a parameter from the query: a literal, or JSON.
fn alias(
    slot: &mut dyn Slot,
    parameter: &PropertyDescriptor,
    option: &QueryOption<'_>,
    options: &ReadOptions,
) -> std::result::Result<(), Vec<Error>> {
    let text = option.value.trim_ascii();
    let before = option.value.len() - option.value.trim_ascii_start().len();
    let placed = |error: UriError| {
        let place = |offset| option.offset_in_query(before + offset);
        error.within(option.query, place).after("", "query")
    };
    if !parameter.ty.collection && (is_literal(parameter) || text == "null") {
        let read = literal::read(slot, parameter.ty.edm, text);
        return read.map_err(|error| vec![placed(error).with_target(parameter.name).into()]);
    }
    let Err(error) = read_value(slot, parameter.ty, text.as_bytes(), options) else { return Ok(()) };
    let faults = error.all().map(|fault| {
        let target = match fault.target() {
            Some(path) => format!("{}/{path}", parameter.name),
            None => parameter.name.to_owned(),
        };
        let offset = fault.location().map_or(0, |location| location.offset);
        placed(UriError::new(fault.code(), offset, "", fault.message())).with_target(target).into()
    });
    Err(faults.collect())
}
