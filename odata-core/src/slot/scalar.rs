//! Scalars: a small trait for primitive types, and one adapter that makes slots of them.

use super::{Input, Mismatch, ValueRef};
use crate::edm::PrimitiveType;

/// The behavior of a scalar type.
pub(super) trait Scalar: Sized + Clone + Send + Sync + 'static {
    /// The primitive type in the entity data model.
    const PRIMITIVE: PrimitiveType;

    /// Creates the value of a new slot.
    fn blank() -> Self;

    /// Returns the value, borrowed.
    fn view(&self) -> ValueRef<'_>;

    /// Converts an input that is not null.
    fn accept(input: Input<'_>) -> Result<Self, Mismatch>;

    /// Returns whether both values are the same.
    fn same(&self, other: &Self) -> bool;
}

/// Implements slots and property types of scalars.
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

/// Implements property types of scalars; `u8` has its own.
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
