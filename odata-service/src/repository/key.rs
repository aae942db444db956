//! Keys as Rust values.

use odata_core::{
    Error, ErrorCode, Slot, ValueRef,
    edm::TypeDescriptor,
    slot::Input,
    uri::Key,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, TimeOfDay},
};

use crate::failure::bad_request;

/// A value that can be used as the key of an entity: the value of the one key property, a tuple of several in the order of
/// their declaration, or a [`Key`] of the type.
///
/// Integers of any width can be used for each other. Text can be used for all types that are text in JSON, so `"diesel"` may
/// be a member of an enumeration type, and `"f90ca1a5-a1a5-f90c-a5a1-0cf9a5a10cf9"` a GUID. A value that does not fit the
/// property's type is an error with the property as its target.
pub trait IntoKey {
    /// Returns the key of an entity of this type.
    #[doc(hidden)]
    fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error>;
}

impl IntoKey for Key {
    fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error> {
        (&self).into_key(ty)
    }
}

impl IntoKey for &Key {
    fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error> {
        let is_of_type = self.values().map(|(part, _)| part.name()).eq(ty.key().map(|part| part.name()));
        if is_of_type {
            return Ok(self.clone());
        }
        Err(bad_request(format!("`{self}` is not a key of `{}`", ty.name)))
    }
}

/// Implements keys of one value.
macro_rules! one {
    ($($ty:ty),*) => { $(
        impl IntoKey for $ty {
            fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error> {
                of_values(ty, &[&self])
            }
        }

        impl IntoKey for &$ty {
            fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error> {
                of_values(ty, &[self])
            }
        }

        impl KeyValue for $ty {
            fn into_slot(self) -> Box<dyn Slot> {
                Box::new(self)
            }
        }
    )* };
}

one!(bool, i8, u8, i16, i32, i64, String, Guid, Date, TimeOfDay, DateTimeOffset, Duration, Decimal);

impl IntoKey for &str {
    fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error> {
        self.to_owned().into_key(ty)
    }
}

/// A value of a key.
pub trait KeyValue {
    #[doc(hidden)]
    fn into_slot(self) -> Box<dyn Slot>;
}

impl KeyValue for &str {
    fn into_slot(self) -> Box<dyn Slot> {
        Box::new(self.to_owned())
    }
}

/// Implements keys of several values.
macro_rules! several {
    ($($name:ident)*) => {
        impl<$($name: KeyValue),*> IntoKey for ($($name,)*) {
            fn into_key(self, ty: &'static TypeDescriptor) -> Result<Key, Error> {
                #[expect(non_snake_case, reason = "values are named after their types")]
                let ($($name,)*) = self;
                $(
                    #[expect(non_snake_case, reason = "values are named after their types")]
                    let $name = $name.into_slot();
                )*
                of_values(ty, &[$(&*$name),*])
            }
        }
    };
}

several!(A B);
several!(A B C);
several!(A B C D);

/// Returns the key of an entity of this type.
fn of_values(ty: &TypeDescriptor, values: &[&dyn Slot]) -> Result<Key, Error> {
    let count = ty.key().count();
    if values.len() != count {
        let message = format!("the key of `{}` has {count} properties, and {} values are given", ty.name, values.len());
        return Err(bad_request(message));
    }
    let mut entity = (ty.blank)();
    for (part, value) in ty.key().zip(values) {
        if !part.get_mut(&mut *entity).is_some_and(|slot| put(slot, &value.view())) {
            let message = format!("the value does not fit the key property `{}` of `{}`", part.name(), ty.name);
            return Err(Error::new(ErrorCode::WRONG_TYPE, message).with_target(part.name()));
        }
    }
    Ok(Key::of(&*entity))
}

/// Puts a value into a slot that may have another Rust type. Returns whether it fits.
fn put(slot: &mut dyn Slot, value: &ValueRef<'_>) -> bool {
    let text;
    let input = match value {
        ValueRef::Boolean(value) => Input::Boolean(*value),
        ValueRef::Integer(value) | ValueRef::Int64(value) => Input::Integer(*value),
        ValueRef::Text(text) => Input::Text(text),
        ValueRef::Guid(guid) => {
            text = guid.hyphenated().to_string();
            Input::Text(&text)
        }
        ValueRef::Decimal(value) => {
            text = value.to_string();
            Input::Number(&text)
        }
        ValueRef::Date(value) => {
            text = value.to_string();
            Input::Text(&text)
        }
        ValueRef::TimeOfDay(value) => {
            text = value.to_string();
            Input::Text(&text)
        }
        ValueRef::DateTimeOffset(value) => {
            text = value.to_string();
            Input::Text(&text)
        }
        ValueRef::Duration(value) => {
            text = value.to_string();
            Input::Text(&text)
        }
        _ => return false,
    };
    slot.put(input).is_ok()
}
