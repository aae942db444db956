//! Keys of entities: as they stand in URLs, in the store, and in entities (OData URL Conventions 4.01 §4.3).

use std::borrow::Cow;

use odata_core::{
    Error, Slot, Structured,
    edm::{EdmType, PrimitiveType, PropertyDescriptor, TypeDescriptor},
    slot::{Input, ValueRef},
};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::{
    failure::{bad_request, not_supported},
    literal::{is_literal, quote, unquote},
};

/// What a path segment must not hold as it is (RFC 3986 §3.3).
pub(crate) const NOT_IN_SEGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'/')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The key of an entity: a value for each key property, in the order of declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    parts: Vec<KeyPart>,
}

#[derive(Clone, Debug)]
struct KeyPart {
    property: &'static PropertyDescriptor,
    /// The value as text, without quotes. Keys are the same where these are: a decimal with a zero more at its end, or an
    /// instant at another offset, is another key.
    text: String,
}

impl PartialEq for KeyPart {
    fn eq(&self, other: &Self) -> bool {
        self.property.name == other.property.name && self.text == other.text
    }
}

impl Eq for KeyPart {}

impl Key {
    /// The key in a segment of its own: `users/5`. Nothing if the text is no value of the key's type or there are more key
    /// properties than one.
    pub(crate) fn of_segment(descriptor: &TypeDescriptor, text: &str) -> Option<Self> {
        let mut properties = descriptor.key();
        let (_, property) = properties.next()?;
        if properties.next().is_some() {
            return None;
        }
        Some(Self { parts: vec![KeyPart::parse(property, text, Place::Segment)?] })
    }

    /// The key between parentheses: `users(5)`, `users(id=5)`, `stock(store='x',item=7)`. Nothing if its values are
    /// literals, but not of the key's types: then there is no such entity.
    pub(crate) fn of_predicate(descriptor: &TypeDescriptor, predicate: &str) -> Result<Option<Self>, Error> {
        let mut given: Vec<(Option<&str>, &str)> = Vec::new();
        for part in split_unquoted(predicate, ',') {
            let mut sides = split_unquoted(part, '=');
            match (sides.next().map(str::trim), sides.next().map(str::trim), sides.next()) {
                (Some(value), None, None) if !value.is_empty() => given.push((None, value)),
                (Some(name), Some(value), None) if !name.is_empty() && !value.is_empty() => {
                    given.push((Some(name), value));
                }
                _ => return Err(bad_request(format!("`({predicate})` is not a key predicate"))),
            }
        }
        let count = descriptor.key().count();
        if given.len() != count {
            let message = format!(
                "the key of `{}` has {count} properties, and `({predicate})` names {}",
                descriptor.name,
                given.len()
            );
            return Err(bad_request(message));
        }
        let mut parts = Vec::with_capacity(count);
        let mut is_of_key = true;
        for (_, property) in descriptor.key() {
            let value = given.iter().find(|(name, _)| match name {
                Some(name) => *name == property.name,
                // Only a key of one property goes without its name.
                None => count == 1,
            });
            let Some((_, value)) = value else {
                let message = format!("`({predicate})` has no value for the key property `{}`", property.name);
                return Err(bad_request(message).with_target(property.name));
            };
            match KeyPart::parse(property, value, Place::Predicate) {
                Some(part) => parts.push(part),
                None if is_literal(value) => is_of_key = false,
                None if value.starts_with('@') => return Err(not_supported("the parameter alias", value)),
                None => {
                    let message = format!("`{value}` in the key predicate `({predicate})` is not a literal");
                    return Err(bad_request(message).with_target(property.name));
                }
            }
        }
        Ok(is_of_key.then_some(Self { parts }))
    }

    /// The key that an entity has.
    pub(crate) fn of_entity(entity: &dyn Structured) -> Self {
        let parts = entity.descriptor().key();
        Self { parts: parts.map(|(index, property)| KeyPart::new(property, entity.slot(index).view())).collect() }
    }

    /// The form by which a store tells keys apart.
    pub(crate) fn canonical(&self) -> Cow<'_, str> {
        match &*self.parts {
            [part] => Cow::Borrowed(&part.text),
            _ => Cow::Owned(self.named()),
        }
    }

    /// The key with parentheses, as in context URLs.
    pub(crate) fn predicate(&self) -> String {
        let inside = match &*self.parts {
            [part] => part.literal(),
            _ => Cow::Owned(self.named()),
        };
        let mut predicate = String::with_capacity(inside.len() + 2);
        predicate.push('(');
        predicate.extend(utf8_percent_encode(&inside, NOT_IN_SEGMENT));
        predicate.push(')');
        predicate
    }

    /// Appends what follows the URL of the collection in the URL of the entity: a segment of its own where that can mean
    /// nothing but a key, parentheses otherwise.
    pub(crate) fn push_url_suffix(&self, url: &mut String) {
        match &*self.parts {
            [part] if is_plain(&part.text) => {
                url.push('/');
                url.extend(utf8_percent_encode(&part.text, NOT_IN_SEGMENT));
            }
            _ => url.push_str(&self.predicate()),
        }
    }

    fn named(&self) -> String {
        let mut text = String::new();
        for (position, part) in self.parts.iter().enumerate() {
            if position > 0 {
                text.push(',');
            }
            text.push_str(part.property.name);
            text.push('=');
            text.push_str(&part.literal());
        }
        text
    }
}

/// Whether a key cannot be taken for a system segment, a type name, a path, or for nothing.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('$') && !text.contains(['.', '/', '\\', '(', ')'])
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Segment,
    Predicate,
}

impl KeyPart {
    fn parse(property: &'static PropertyDescriptor, literal: &str, place: Place) -> Option<Self> {
        let mut slot: Box<dyn Slot> = (property.ty.blank)();
        let unquoted;
        let input = match property.ty.edm {
            EdmType::Primitive(PrimitiveType::String) if place == Place::Segment => Input::Text(literal),
            EdmType::Primitive(PrimitiveType::String) => {
                unquoted = unquote(literal)?;
                Input::Text(&unquoted)
            }
            EdmType::Primitive(PrimitiveType::Boolean) => Input::Boolean(literal.parse().ok()?),
            EdmType::Primitive(PrimitiveType::Decimal) => Input::Number(literal),
            EdmType::Primitive(primitive) if primitive.integer_range().is_some() => {
                Input::Integer(literal.parse().ok()?)
            }
            // A duration or an enumeration member: with the type's name in front, with quotes alone, or bare.
            EdmType::Primitive(PrimitiveType::Duration) | EdmType::Enum(_) => {
                let name = match property.ty.edm {
                    EdmType::Enum(descriptor) => descriptor.name,
                    _ => "duration",
                };
                let literal = literal.strip_prefix(name).filter(|rest| rest.starts_with('\'')).unwrap_or(literal);
                unquoted = if literal.starts_with('\'') { unquote(literal)? } else { literal.to_owned() };
                Input::Text(&unquoted)
            }
            EdmType::Primitive(_) => Input::Text(literal),
            EdmType::Complex(_) | EdmType::Entity(_) => return None,
        };
        slot.put(input).ok()?;
        Some(Self::new(property, slot.view()))
    }

    fn new(property: &'static PropertyDescriptor, value: ValueRef<'_>) -> Self {
        let text = match value {
            ValueRef::Boolean(value) => value.to_string(),
            ValueRef::Integer(value) | ValueRef::Int64(value) => value.to_string(),
            ValueRef::Decimal(value) => value.to_string(),
            ValueRef::Text(text) => text.to_owned(),
            ValueRef::Guid(guid) => guid.hyphenated().to_string(),
            ValueRef::Date(value) => value.to_string(),
            ValueRef::TimeOfDay(value) => value.to_string(),
            ValueRef::DateTimeOffset(value) => value.to_string(),
            ValueRef::Duration(value) => value.to_string(),
            ValueRef::Enum(member) => member.name().to_owned(),
            // The compiler has seen to it that key properties have one of the types above.
            _ => String::new(),
        };
        Self { property, text }
    }

    /// The value as a literal of a URL, with quotes where the type has them.
    fn literal(&self) -> Cow<'_, str> {
        let text = &self.text;
        match self.property.ty.edm {
            EdmType::Primitive(PrimitiveType::String) => Cow::Owned(quote(text)),
            EdmType::Primitive(PrimitiveType::Duration) => Cow::Owned(format!("duration'{text}'")),
            EdmType::Enum(descriptor) => Cow::Owned(format!("{}{}", descriptor.name, quote(text))),
            _ => Cow::Borrowed(text),
        }
    }
}

/// The parts between separators that stand outside of quotes.
fn split_unquoted(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |character| {
        quoted ^= character == '\'';
        character == separator && !quoted
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_inside_of_quotes_do_not_separate() {
        assert_eq!(split_unquoted("a='x,''y',b=1", ',').collect::<Vec<_>>(), ["a='x,''y'", "b=1"]);
    }

    #[test]
    fn what_could_be_something_else_is_no_segment() {
        for text in ["", "$count", "ns.type", "a/b", "f(x)"] {
            assert!(!is_plain(text), "{text}");
        }
        assert!(is_plain("f90ca1a5-a1a5-f90c-a5a1-0cf9a5a10cf9"));
    }
}
