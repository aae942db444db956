//! Boolean and numeric primitive types.

use super::{
    Input, Mismatch, NoProperties, PropertyValue, Slot, ValueRef, blank_slot,
    scalar::{Scalar, properties_of_scalars, slots_of_scalars},
};
use crate::{
    edm::{PrimitiveType, PropertyType, TypeDescriptor},
    value::{Decimal, decode_base64},
};

impl Scalar for bool {
    const PRIMITIVE: PrimitiveType = PrimitiveType::Boolean;

    fn blank() -> Self {
        false
    }

    #[inline]
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Boolean(*self)
    }

    #[inline]
    fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
        match input {
            Input::Boolean(value) => Ok(value),
            _ => Err(Mismatch::Kind),
        }
    }

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

/// Integers: the text of a JSON number without fraction and exponent, in range; and a text that is zero otherwise.
macro_rules! integers {
    ($($integer:ty => $primitive:ident, $view:ident $(, $zero:literal)?;)*) => { $(
        impl Scalar for $integer {
            const PRIMITIVE: PrimitiveType = PrimitiveType::$primitive;

            fn blank() -> Self {
                0
            }

            #[inline]
            fn view(&self) -> ValueRef<'_> {
                ValueRef::$view(i64::from(*self))
            }

            #[inline]
            fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
                match input {
                    $(Input::Number($zero) => Ok(0),)?
                    Input::Number(text) => text.parse().map_err(|_| not_an_integer(text)),
                    Input::Integer(value) => value.try_into().map_err(|_| Mismatch::Range),
                    _ => Err(Mismatch::Kind),
                }
            }

            #[inline]
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        }
    )* };
}

integers! {
    // The standard library takes no sign for integers that have none.
    u8 => Byte, Integer, "-0";
    i8 => SByte, Integer;
    i16 => Int16, Integer;
    i32 => Int32, Integer;
    i64 => Int64, Int64;
}

#[cold]
fn not_an_integer(text: &str) -> Mismatch {
    if text.contains(['.', 'e', 'E']) { Mismatch::Kind } else { Mismatch::Range }
}

/// Floating-point numbers; the three that are no numbers are strings (OData JSON 4.01 §7.1).
macro_rules! floats {
    ($($float:ident => $primitive:ident, $of_integer:ident, $of_double:path;)*) => { $(
        impl Scalar for $float {
            const PRIMITIVE: PrimitiveType = PrimitiveType::$primitive;

            fn blank() -> Self {
                0.0
            }

            #[inline]
            fn view(&self) -> ValueRef<'_> {
                ValueRef::$primitive(*self)
            }

            #[inline]
            fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
                let value: $float = match input {
                    Input::Number(text) => text.parse().map_err(|_| Mismatch::Literal)?,
                    Input::Integer(value) => $of_integer(value),
                    Input::Double(value) => {
                        let near = $of_double(value);
                        if near.is_infinite() && value.is_finite() { return Err(Mismatch::Range) }
                        return Ok(near);
                    }
                    Input::Text("INF") => return Ok($float::INFINITY),
                    Input::Text("-INF") => return Ok($float::NEG_INFINITY),
                    Input::Text("NaN") => return Ok($float::NAN),
                    _ => return Err(Mismatch::Kind),
                };
                if value.is_finite() { Ok(value) } else { Err(Mismatch::Range) }
            }

            #[inline]
            fn same(&self, other: &Self) -> bool {
                self.to_bits() == other.to_bits()
            }
        }
    )* };
}

floats! {
    f32 => Single, nearest_single, rounded_single;
    f64 => Double, nearest_double, f64::from;
}

#[expect(clippy::cast_precision_loss, reason = "the nearest number is meant")]
const fn nearest_single(value: i64) -> f32 {
    value as f32
}

#[expect(clippy::cast_precision_loss, reason = "the nearest number is meant")]
const fn nearest_double(value: i64) -> f64 {
    value as f64
}

#[expect(clippy::cast_possible_truncation, reason = "the nearest number is meant")]
const fn rounded_single(value: f64) -> f32 {
    value as f32
}

impl Scalar for Decimal {
    const PRIMITIVE: PrimitiveType = PrimitiveType::Decimal;

    fn blank() -> Self {
        Self::default()
    }

    fn view(&self) -> ValueRef<'_> {
        ValueRef::Decimal(self.into())
    }

    fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
        match input {
            Input::Number(text) => text.parse().map_err(|_| Mismatch::Literal),
            Input::Integer(value) => Ok(Self::from(value)),
            Input::Double(value) => Self::try_from(value).map_err(|_| Mismatch::Range),
            _ => Err(Mismatch::Kind),
        }
    }

    fn same(&self, other: &Self) -> bool {
        self.is_identical(other)
    }
}

slots_of_scalars!(bool, u8, i8, i16, i32, i64, f32, f64, Decimal);
properties_of_scalars!(bool, i8, i16, i32, i64, f32, f64, Decimal);

/// A byte alone is `Edm.Byte`; a vector of bytes is not a collection but `Edm.Binary`.
impl PropertyValue for u8 {
    const TYPE: &'static PropertyType = &PropertyType::primitive(PrimitiveType::Byte, blank_slot::<Self>);
    const LIST_TYPE: &'static PropertyType = &PropertyType::primitive(PrimitiveType::Binary, blank_slot::<Vec<Self>>);

    type Single = NoProperties<Self>;

    fn blank() -> Self {
        0
    }

    fn copy(&self) -> Self {
        *self
    }

    fn copy_list(list: &Vec<Self>) -> Vec<Self> {
        list.clone()
    }

    fn view_list(list: &Vec<Self>) -> ValueRef<'_> {
        ValueRef::Binary(list)
    }

    fn put_list(list: &mut Vec<Self>, input: Input<'_>) -> Result<(), Mismatch> {
        match input {
            Input::Text(text) => *list = decode_base64(text).ok_or(Mismatch::Literal)?,
            Input::Null => return Err(Mismatch::Null),
            _ => return Err(Mismatch::Kind),
        }
        Ok(())
    }

    fn push_list<'l>(_: &'l mut Vec<Self>, _: Option<&'static TypeDescriptor>) -> Option<&'l mut dyn Slot> {
        None
    }

    fn item_of_list(_: &mut Vec<Self>, _: usize) -> Option<&mut dyn Slot> {
        None
    }
}
