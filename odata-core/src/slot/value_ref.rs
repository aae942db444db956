//! The read view that all values share.

use super::{Enumeration, ScalarRef, Structured, Untyped};
use crate::geo::GeoValue;
use crate::value::{Date, DateTimeOffset, Decimal, Duration, Guid, Stream, TimeOfDay};

/// A value of any type of the entity data model, borrowed.
///
/// Can be matched without a wildcard: no variant is added before version 1.0.
///
/// ```
/// use odata_core::{Slot, ValueRef};
///
/// let sizes = vec![Some(1_i32), None];
/// let ValueRef::List(list) = sizes.view() else { panic!("a `Vec` is a collection") };
/// assert!(matches!(list.item(0), ValueRef::Integer(1)));
/// assert!(list.item(1).is_null());
/// ```
#[derive(Clone, Copy)]
pub enum ValueRef<'a> {
    /// A navigation property that is not expanded.
    Absent,
    /// The value null, of any type.
    Null,
    /// `Edm.Boolean`.
    Boolean(bool),
    /// `Edm.Byte`, `Edm.SByte`, `Edm.Int16`, `Edm.Int32`.
    Integer(i64),
    /// `Edm.Int64`, a string in JSON under `IEEE754Compatible`.
    Int64(i64),
    /// `Edm.Single`.
    Single(f32),
    /// `Edm.Double`.
    Double(f64),
    /// `Edm.Decimal`.
    Decimal(ScalarRef<'a, Decimal>),
    /// `Edm.String`.
    Text(&'a str),
    /// `Edm.Binary`.
    Binary(&'a [u8]),
    /// `Edm.Guid`.
    Guid(&'a Guid),
    /// `Edm.Date`.
    Date(ScalarRef<'a, Date>),
    /// `Edm.TimeOfDay`.
    TimeOfDay(ScalarRef<'a, TimeOfDay>),
    /// `Edm.DateTimeOffset`.
    DateTimeOffset(ScalarRef<'a, DateTimeOffset>),
    /// `Edm.Duration`.
    Duration(ScalarRef<'a, Duration>),
    /// `Edm.Stream`, inline.
    Stream(&'a Stream),
    /// A geography or geometry value.
    Geo(&'a dyn GeoValue),
    /// `Edm.Untyped`.
    Untyped(&'a Untyped),
    /// A member of an enumeration type.
    Enum(&'a dyn Enumeration),
    /// A complex value or an entity.
    Structured(&'a dyn Structured),
    /// A collection, of structural values or of related entities.
    List(&'a dyn List),
}

/// A collection, of which only the items are accessible.
pub trait List {
    /// Returns the number of items.
    fn len(&self) -> usize;

    /// Returns whether there are no items.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the item at a position below [`len`](List::len); null beyond it.
    fn item(&self, index: usize) -> ValueRef<'_>;
}

impl dyn List + '_ {
    /// Returns the items in order.
    pub fn items(&self) -> impl Iterator<Item = ValueRef<'_>> {
        (0..self.len()).map(|index| self.item(index))
    }
}

impl<'a> ValueRef<'a> {
    /// Returns whether both values are the same: floating-point numbers by their bits, decimals, dates and times as
    /// they are written.
    pub fn same(&self, other: &ValueRef<'_>) -> bool {
        match (self, other) {
            (Self::Absent, ValueRef::Absent) | (Self::Null, ValueRef::Null) => true,
            (Self::Boolean(a), ValueRef::Boolean(b)) => a == b,
            (Self::Integer(a), ValueRef::Integer(b)) | (Self::Int64(a), ValueRef::Int64(b)) => a == b,
            (Self::Single(a), ValueRef::Single(b)) => a.to_bits() == b.to_bits(),
            (Self::Double(a), ValueRef::Double(b)) => a.to_bits() == b.to_bits(),
            (Self::Decimal(a), ValueRef::Decimal(b)) => a.get().is_identical(&b.get()),
            (Self::Text(a), ValueRef::Text(b)) => a == b,
            (Self::Binary(a), ValueRef::Binary(b)) => a == b,
            (Self::Guid(a), ValueRef::Guid(b)) => a == b,
            (Self::Date(a), ValueRef::Date(b)) => a.get() == b.get(),
            (Self::TimeOfDay(a), ValueRef::TimeOfDay(b)) => a.get().is_identical(&b.get()),
            (Self::DateTimeOffset(a), ValueRef::DateTimeOffset(b)) => a.get().is_identical(&b.get()),
            (Self::Duration(a), ValueRef::Duration(b)) => a.get() == b.get(),
            (Self::Stream(a), ValueRef::Stream(b)) => a == b,
            (Self::Geo(a), ValueRef::Geo(b)) => a.geo_type() == b.geo_type() && a.json() == b.json(),
            (Self::Untyped(a), ValueRef::Untyped(b)) => a == b,
            (Self::Enum(a), ValueRef::Enum(b)) => a.name() == b.name(),
            (Self::Structured(a), ValueRef::Structured(b)) => a.same_value(*b),
            (Self::List(a), ValueRef::List(b)) => {
                a.len() == b.len() && a.items().zip(b.items()).all(|(a, b)| a.same(&b))
            }
            _ => false,
        }
    }

    /// Returns the structured value, if it is one.
    pub fn structured(self) -> Option<&'a dyn Structured> {
        match self {
            Self::Structured(structured) => Some(structured),
            _ => None,
        }
    }

    /// Returns whether the value is null or absent.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null | Self::Absent)
    }
}

impl std::fmt::Debug for ValueRef<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Absent => formatter.write_str("absent"),
            Self::Null => formatter.write_str("null"),
            Self::Boolean(value) => value.fmt(formatter),
            Self::Integer(value) | Self::Int64(value) => value.fmt(formatter),
            Self::Single(value) => value.fmt(formatter),
            Self::Double(value) => value.fmt(formatter),
            Self::Decimal(value) => std::fmt::Display::fmt(value, formatter),
            Self::Text(value) => value.fmt(formatter),
            Self::Binary(value) => value.fmt(formatter),
            Self::Guid(value) => value.fmt(formatter),
            Self::Date(value) => std::fmt::Display::fmt(value, formatter),
            Self::TimeOfDay(value) => std::fmt::Display::fmt(value, formatter),
            Self::DateTimeOffset(value) => std::fmt::Display::fmt(value, formatter),
            Self::Duration(value) => std::fmt::Display::fmt(value, formatter),
            Self::Stream(value) => value.fmt(formatter),
            Self::Geo(value) => formatter.write_str(&value.text()),
            Self::Untyped(value) => value.fmt(formatter),
            Self::Enum(value) => formatter.write_str(value.name()),
            Self::Structured(value) => value.fmt(formatter),
            Self::List(list) => formatter.debug_list().entries(list.items()).finish(),
        }
    }
}
