//! The inputs of slots.

/// One scalar of any format, or the start of a collection.
///
/// Can be matched without a wildcard: no variant is added before version 1.0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input<'a> {
    /// The value null.
    Null,
    /// The value true or false.
    Boolean(bool),
    /// A number as text in the grammar of JSON.
    Number(&'a str),
    /// A whole number, of any integer type.
    Integer(i64),
    /// A floating-point number, of single or double precision.
    Double(f64),
    /// A string: text, or the literal of a type that JSON has no form for.
    Text(&'a str),
    /// The start of a collection: the old items are removed, new ones follow by [`push`](super::Slot::push).
    List,
    /// A whole JSON value as text: for streams, GeoJSON and `Edm.Untyped`.
    Json(&'a str),
    /// The media type of a stream.
    MediaType(&'a str),
    /// The qualified name of a type that the program does not know, for an [`AnyOf`](super::AnyOf): the old value is
    /// removed, and an [`Unknown`](super::Unknown) takes its place, to be filled.
    UnknownType(&'a str),
}

/// The reason why a slot did not take an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The value is of another kind, such as a string for a number.
    Kind,
    /// Null where the type is not nullable.
    Null,
    /// A number outside the type's range.
    Range,
    /// A value of the type in the entity data model that the Rust type cannot hold.
    Unsupported,
    /// Text that is not a literal of the type.
    Literal,
    /// A name that is not a member of the enumeration type.
    Member,
}
