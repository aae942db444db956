//! A scalar of this crate, or of another one.

use std::{borrow::Cow, fmt};

/// A borrowed scalar of type `T`: a `T`, or a value of another crate's type that is converted to a `T` on demand.
pub enum ScalarRef<'a, T> {
    /// A value of the type itself.
    Own(&'a T),
    /// A value of a type that corresponds to it.
    Converted(&'a dyn ToScalar<T>),
}

/// A value that is a `T` in the entity data model, such as a `chrono::NaiveDate`, which is a
/// [`Date`](crate::value::Date).
pub trait ToScalar<T> {
    /// Converts the value to a `T`.
    fn to_scalar(&self) -> T;
}

impl<'a, T: Clone> ScalarRef<'a, T> {
    /// Returns the value as a `T`: borrowed, or converted.
    #[inline]
    pub fn get(self) -> Cow<'a, T> {
        match self {
            Self::Own(value) => Cow::Borrowed(value),
            Self::Converted(value) => Cow::Owned(value.to_scalar()),
        }
    }
}

impl<T> ScalarRef<'_, T> {
    /// Calls `read` with the value, without copying a value of the type itself.
    #[inline]
    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        match self {
            Self::Own(value) => read(value),
            Self::Converted(value) => read(&value.to_scalar()),
        }
    }
}

impl<T> Clone for ScalarRef<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ScalarRef<'_, T> {}

impl<'a, T> From<&'a T> for ScalarRef<'a, T> {
    fn from(value: &'a T) -> Self {
        Self::Own(value)
    }
}

impl<T: fmt::Display> fmt::Display for ScalarRef<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with(|value| value.fmt(formatter))
    }
}

#[cfg(test)]
mod tests {
    use crate::slot::ValueRef;

    #[test]
    fn views_do_not_grow() {
        assert_eq!(size_of::<ValueRef<'_>>(), 3 * size_of::<usize>());
    }
}
