//! Keys of entities (OData URL Conventions 4.01 §4.3).

use std::{
    borrow::Cow,
    fmt,
    hash::{Hash, Hasher},
};

use super::{
    UriError, literal, percent,
    predicate::{self, Value},
    quotes::{Quotes, push_quoted, quotes, unquote},
};
use crate::{
    ErrorCode,
    edm::{EdmType, KeyPart, PrimitiveType, TypeDescriptor},
    slot::{EntityValue, Slot, Structured, ValueRef},
};

/// The length of a GUID, which is longer than most values other than text.
const GUID_LENGTH: usize = 36;

/// The key of an entity: a value for each part of the key, in the order of declaration.
///
/// It is read from a URL or taken from an entity, and written in both forms that a URL can have. `Display` is the
/// predicate, percent-encoded, so it can follow the URL of a collection as it is.
///
/// ```
/// use odata_core::{prelude::*, uri::Key};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "depot.stock")]
/// struct Stock {
///     #[odata(key)]
///     warehouse: String,
///     #[odata(key)]
///     item: i64,
/// }
///
/// let stock = Stock { warehouse: "O'Hare".to_owned(), item: 7 };
/// let key = stock.key();
/// assert_eq!(key.to_string(), "(warehouse='O''Hare',item=7)");
/// assert_eq!(key, Key::from_predicate(Stock::DESCRIPTOR, "(item=7,warehouse=%27O%27%27Hare%27)")?);
///
/// let error = Key::from_predicate(Stock::DESCRIPTOR, "(item=seven,warehouse='x')").unwrap_err();
/// assert_eq!((error.offset(), error.found(), error.target()), (6, "seven", Some("item")));
/// # Ok::<(), odata_core::uri::UriError>(())
/// ```
///
/// # The canonical form
///
/// [`canonical`](Self::canonical) is the text by which a store distinguishes keys, and keys are equal if it is: for one key
/// property the [bare value](literal), `O'Hare`; for more of them their names and literals in the order of declaration,
/// `warehouse='O''Hare',item=7`. The order and encoding of a URL are ignored, and so is the form of a value in it where
/// the value's type does not keep it: `+07` and `7` are one integer, `PT90S` and `PT1M30S` one duration, and GUIDs are
/// in lower case.
///
/// Values of the types that keep what was written are the same key only if they are written the same: `12.5` and
/// `12.50`, or one instant at two offsets, are equal values and different keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    parts: Vec<Part>,
}

/// Provides the [`Key`] of entities, and of entities in an [`AnyOf`](crate::AnyOf).
///
/// As a method it does not hide a property with the same name: `lock.key` is still the field. Where a type has a method
/// `key` of its own, [`Key::of`] returns the same.
///
/// ```
/// use odata_core::{AnyOf, ODataEntity, uri::{EntityKey, Key}};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.lock")]
/// struct Lock {
///     #[odata(key)]
///     key: i32,
/// }
///
/// let lock = Lock { key: 5 };
/// assert_eq!(lock.key().to_string(), "(5)");
/// assert_eq!(AnyOf::<Lock>::new(lock.clone()).key(), Key::of(&lock));
/// assert_eq!(lock.key, 5);
/// ```
pub trait EntityKey {
    /// Returns the key of the entity; one without properties for a complex value.
    fn key(&self) -> Key;
}

impl<T: EntityValue> EntityKey for T {
    fn key(&self) -> Key {
        Key::of(self.as_structured())
    }
}

impl Key {
    /// Returns the key of an entity, whatever its type.
    pub fn of(entity: &dyn Structured) -> Self {
        let value = |part: &KeyPart| part.get(entity).map_or(ValueRef::Null, Slot::view);
        Self { parts: entity.descriptor().key().map(|part| Part::new(part, value(&part))).collect() }
    }

    /// Reads a key predicate as it appears in a URL, with its parentheses: `(5)`, `(id=5)`, `(store='x',item=7)`.
    ///
    /// # Errors
    ///
    /// A predicate that is malformed, or does not name the properties of the type's key, is a bad request. A literal of
    /// another type than the property's belongs to no entity: its code is [`NOT_FOUND`](ErrorCode::NOT_FOUND).
    /// Parameter aliases are not read: [`NOT_SUPPORTED`](ErrorCode::NOT_SUPPORTED).
    pub fn from_predicate(ty: &TypeDescriptor, text: &str) -> Result<Self, UriError> {
        let decoded = percent::decode(text)?;
        let Some(inside) = decoded.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
            let message = format!("`{decoded}` is not a key predicate in parentheses");
            return Err(UriError::new(ErrorCode::BAD_REQUEST, 0, &*decoded, message));
        };
        let in_text = |error: UriError| error.within(text, |offset| percent::encoded_offset(text, 1 + offset));
        Self::from_decoded_predicate(ty, inside).map_err(in_text)
    }

    /// Reads a key that is a path segment of its own, as it appears in a URL: `5` in `users/5`
    /// (OData URL Conventions 4.01 §4.3.6). Only keys of one property have this form here.
    ///
    /// ```
    /// # use odata_core::{prelude::*, uri::Key};
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "fleet.vehicle")]
    /// # struct Vehicle { #[odata(key)] plate: String }
    /// let key = Key::from_segment(Vehicle::DESCRIPTOR, "B%2FAD%201")?;
    /// assert_eq!(key.canonical(), "B/AD 1");
    /// # Ok::<(), odata_core::uri::UriError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The text is not a value of the key's type: there is no such entity.
    pub fn from_segment(ty: &TypeDescriptor, text: &str) -> Result<Self, UriError> {
        let decoded = percent::decode(text)?;
        Self::from_decoded_segment(ty, &decoded).ok_or_else(|| {
            let message = format!("`{decoded}` is not a key of `{}`", ty.name);
            UriError::new(ErrorCode::NOT_FOUND, 0, &*decoded, message)
        })
    }

    pub(super) fn from_decoded_segment(ty: &TypeDescriptor, text: &str) -> Option<Self> {
        let mut parts = ty.key();
        let part = parts.next()?;
        if parts.next().is_some() {
            return None;
        }
        Some(Self { parts: vec![Part::of_segment(part, text).ok()?] })
    }

    /// Reads the text between the parentheses. The offsets of errors are relative to it.
    pub(super) fn from_decoded_predicate(ty: &TypeDescriptor, inside: &str) -> Result<Self, UriError> {
        let given = predicate::values(inside, "a key predicate")?;
        let count = ty.key().count();
        if given.len() != count {
            let message = format!("`({inside})` has {} values, and the key of `{}` has {count}", given.len(), ty.name);
            let error = UriError::new(ErrorCode::BAD_REQUEST, 0, inside, message);
            return Err(error.with_possible(ty.key().map(|part| part.name())));
        }
        let mut parts = Vec::with_capacity(count);
        let mut other_type = None;
        for part in ty.key() {
            let is_named = |value: &&Value<'_>| match value.name {
                Some(name) => name == part.name(),
                // Only a key of one part may omit its name.
                None => count == 1,
            };
            let Some(Value { text, offset, .. }) = given.iter().find(is_named) else {
                return Err(no_value(ty, part.name(), &given, inside));
            };
            match Part::of_literal(part, text) {
                Ok(read) => parts.push(read),
                Err(_) if literal::is_literal(text) => other_type = other_type.or(Some((*text, *offset))),
                Err(_) if text.starts_with('@') => {
                    return Err(UriError::not_supported("the parameter alias", text, inside, *offset));
                }
                Err(within) => {
                    let message = format!("`{text}` in the key predicate `({inside})` is not a literal");
                    let found = text.get(within..).unwrap_or_default();
                    return Err(
                        UriError::new(ErrorCode::BAD_REQUEST, offset + within, found, message).with_target(part.name())
                    );
                }
            }
        }
        match other_type {
            None => Ok(Self { parts }),
            Some((text, offset)) => {
                let message = format!("`({inside})` is not a key of `{}`", ty.name);
                Err(UriError::new(ErrorCode::NOT_FOUND, offset, text, message))
            }
        }
    }

    /// Returns the text by which a store distinguishes keys: see [the canonical form](#the-canonical-form).
    pub fn canonical(&self) -> Cow<'_, str> {
        match &*self.parts {
            [part] => Cow::Borrowed(&part.text),
            _ => Cow::Owned(self.named()),
        }
    }

    /// Returns the parts of the key, each with its [bare value](literal).
    pub fn values(&self) -> impl Iterator<Item = (KeyPart, &str)> {
        self.parts.iter().map(|part| (part.declared, &*part.text))
    }

    /// Appends what comes after the URL of the collection in the URL of the entity: a segment of its own if that can
    /// only be a key, otherwise the predicate.
    ///
    /// ```
    /// # use odata_core::prelude::*;
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "fleet.vehicle")]
    /// # struct Vehicle { #[odata(key)] plate: String }
    /// let url = |plate: &str| {
    ///     let mut url = "vehicles".to_owned();
    ///     Vehicle { plate: plate.to_owned() }.key().push_to(&mut url);
    ///     url
    /// };
    /// assert_eq!(url("HH 7"), "vehicles/HH%207");
    /// assert_eq!(url("$count"), "vehicles('$count')");
    /// ```
    pub fn push_to(&self, url: &mut String) {
        match &*self.parts {
            [part] if part.is_plain() => {
                url.push('/');
                percent::push_segment(url, &part.text);
            }
            _ => self.push_predicate(url),
        }
    }

    fn push_predicate(&self, url: &mut String) {
        let inside = match &*self.parts {
            [part] => part.literal(),
            _ => Cow::Owned(self.named()),
        };
        url.reserve(inside.len() + 2);
        url.push('(');
        percent::push_segment(url, &inside);
        url.push(')');
    }

    fn named(&self) -> String {
        let mut text = String::new();
        for (position, part) in self.parts.iter().enumerate() {
            if position > 0 {
                text.push(',');
            }
            text.push_str(part.declared.name());
            text.push('=');
            text.push_str(&part.literal());
        }
        text
    }
}

/// Writes the predicate as it appears in URLs and context URLs, percent-encoded.
impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut predicate = String::new();
        self.push_predicate(&mut predicate);
        formatter.pad(&predicate)
    }
}

/// Returns the error for a key property without a value: at the name that is not a key property, if there is one.
#[cold]
fn no_value(ty: &TypeDescriptor, part: &str, given: &[Value<'_>], inside: &str) -> UriError {
    let is_key = |name: &&str| ty.key().any(|part| part.name() == *name);
    let other = given.iter().filter_map(|value| value.name).find(|name| !is_key(name));
    let (offset, found) = other.map_or((0, inside), |name| (predicate::offset_of(inside, name), name));
    let message = format!("`({inside})` has no value for the key property `{part}`");
    let error = UriError::new(ErrorCode::BAD_REQUEST, offset, found, message).with_target(part);
    error.with_possible(ty.key().map(|part| part.name()))
}

#[derive(Clone, Debug)]
struct Part {
    declared: KeyPart,
    /// The bare value.
    text: String,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.declared.name() == other.declared.name() && self.text == other.text
    }
}

impl Eq for Part {}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.declared.name().hash(state);
        self.text.hash(state);
    }
}

impl Part {
    fn new(declared: KeyPart, value: ValueRef<'_>) -> Self {
        let capacity = if let ValueRef::Text(text) = value { text.len() } else { GUID_LENGTH };
        let mut text = String::with_capacity(capacity);
        let written = literal::write_value(value, &mut text);
        debug_assert!(written, "key properties have primitive and enumeration types");
        Self { declared, text }
    }

    /// Reads a segment; fails with the offset at which it stops being a value of the property.
    fn of_segment(declared: KeyPart, text: &str) -> Result<Self, usize> {
        match declared.property().ty.edm {
            EdmType::Primitive(PrimitiveType::String) => Ok(Self { declared, text: text.to_owned() }),
            edm => Self::read(declared, edm, text),
        }
    }

    /// Reads a literal.
    fn of_literal(declared: KeyPart, text: &str) -> Result<Self, usize> {
        match declared.property().ty.edm {
            EdmType::Primitive(PrimitiveType::String) => Ok(Self { declared, text: unquote(text)?.into_owned() }),
            edm => Self::read(declared, edm, text),
        }
    }

    /// Reads a value that is not a string, whose quotes may be missing.
    fn read(declared: KeyPart, edm: EdmType, text: &str) -> Result<Self, usize> {
        let mut slot = (declared.property().ty.blank)();
        let read = match quotes(edm, text) {
            Quotes::From(_) => literal::read(&mut *slot, edm, text),
            Quotes::Without | Quotes::Missing => literal::read_value(&mut *slot, edm, text),
        };
        read.map_err(|error| error.offset())?;
        Ok(Self::new(declared, slot.view()))
    }

    /// Returns the value as a literal of a URL.
    fn literal(&self) -> Cow<'_, str> {
        let text = &self.text;
        let name = match self.declared.property().ty.edm {
            EdmType::Primitive(PrimitiveType::String) => "",
            EdmType::Primitive(PrimitiveType::Duration) => "duration",
            EdmType::Enum(descriptor) => descriptor.name,
            _ => return Cow::Borrowed(text),
        };
        let mut literal = String::with_capacity(name.len() + text.len() + 2);
        literal.push_str(name);
        push_quoted(text, &mut literal);
        Cow::Owned(literal)
    }

    /// Returns whether a segment cannot be mistaken for a system segment, a type name, a path or a literal, and is not
    /// empty.
    fn is_plain(&self) -> bool {
        let text = &*self.text;
        let is_string = matches!(self.declared.property().ty.edm, EdmType::Primitive(PrimitiveType::String));
        !text.is_empty()
            && !text.starts_with('$')
            && !text.contains(['.', '/', '\\', '(', ')'])
            && (is_string || !text.contains('\''))
    }
}
