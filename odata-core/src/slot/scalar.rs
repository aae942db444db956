//! Scalars: a small trait for what a primitive type does, and one adapter that makes a slot of it.

use super::{Input, Mismatch, ValueRef};
use crate::edm::PrimitiveType;

/// What a scalar type does.
pub(super) trait Scalar: Sized + Clone + Send + Sync + 'static {
    /// The primitive type that it is in the entity data model.
    const PRIMITIVE: PrimitiveType;

    /// Creates the value that a new slot has.
    fn blank() -> Self;

    /// Returns the value, borrowed.
    fn view(&self) -> ValueRef<'_>;

    /// The value of an input that is not null.
    fn accept(input: Input<'_>) -> Result<Self, Mismatch>;

    /// Whether both values are the same.
    fn same(&self, other: &Self) -> bool;
}

/// Makes slots and property types of scalars.
macro_rules! slots_of_scalars {
    ($($scalar:ty),* $(,)?) => { $(
        impl<Levels, Goal> $crate::slot::holds::Holds<Levels, Goal> for $scalar {}

        impl $crate::slot::Slot for $scalar {
            #[inline]
            fn view(&self) -> $crate::slot::ValueRef<'_> {
                $crate::slot::scalar::Scalar::view(self)
            }

            #[inline]
            fn put(&mut self, input: $crate::slot::Input<'_>) -> Result<(), $crate::slot::Mismatch> {
                if input == $crate::slot::Input::Null {
                    return Err($crate::slot::Mismatch::Null);
                }
                *self = $crate::slot::scalar::Scalar::accept(input)?;
                Ok(())
            }

            #[inline]
            fn same(&self, other: &dyn $crate::slot::Slot) -> bool {
                $crate::slot::downcast::<Self>(other).is_some_and(|other| $crate::slot::scalar::Scalar::same(self, other))
            }
        }
    )* };
}

/// Makes property types of scalars; `u8` writes its own.
macro_rules! properties_of_scalars {
    ($($scalar:ty),* $(,)?) => { $(
        impl $crate::slot::PropertyValue for $scalar {
            const TYPE: &'static $crate::edm::PropertyType = &$crate::edm::PropertyType::primitive(
                <$scalar as $crate::slot::scalar::Scalar>::PRIMITIVE,
                $crate::slot::blank_slot::<Self>,
            );

            type Single = $crate::slot::NoProperties<Self>;

            #[inline]
            fn blank() -> Self {
                $crate::slot::scalar::Scalar::blank()
            }

            fn copy(&self) -> Self {
                self.clone()
            }
        }
    )* };
}

pub(super) use {properties_of_scalars, slots_of_scalars};
