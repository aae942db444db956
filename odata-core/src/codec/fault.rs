//! Faults of a body, recorded while the rest of it is read.

use std::ops::Range;

use crate::{
    edm::{EdmType, PropertyType, TypeDescriptor},
    error::{Error, ErrorCode},
    json::{Token, locate},
    slot::Mismatch,
};

/// A fault. Its path, line and column are found when the body has been read.
struct Fault {
    code: ErrorCode,
    message: String,
    offset: usize,
    /// A missing member of the object at the offset, if the fault is about it.
    missing: Option<&'static str>,
}

/// The faults of a body, up to a limit.
pub(crate) struct Faults {
    list: Vec<Fault>,
    most: usize,
}

impl Faults {
    /// Creates an empty list that records at most `most` faults.
    pub(crate) const fn at_most(most: usize) -> Self {
        Self { list: Vec::new(), most }
    }

    pub(crate) const fn len(&self) -> usize {
        self.list.len()
    }

    /// Forgets those that came after the first `len` ones.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.list.truncate(len);
    }

    /// Returns whether there is room for another one.
    pub(crate) fn has_room(&self) -> bool {
        self.list.len() < self.most
    }

    /// Returns whether one of the first `count` ones is at an offset of these.
    pub(crate) fn is_any_in(&self, offsets: &Range<usize>, count: usize) -> bool {
        self.list.iter().take(count).any(|fault| offsets.contains(&fault.offset))
    }

    /// Returns the faults with their positions.
    pub(crate) fn into_errors(self, body: &[u8]) -> Vec<Error> {
        let offsets: Vec<_> = self.list.iter().map(|fault| fault.offset).collect();
        let faults = self.list.into_iter().zip(locate(body, &offsets));
        faults.map(|(fault, located)| Error::new(fault.code, fault.message).at(located, fault.missing)).collect()
    }

    /// Records a fault at an offset.
    #[cold]
    #[inline(never)]
    pub(crate) fn record(&mut self, code: ErrorCode, offset: usize, message: impl FnOnce() -> String) {
        if self.list.len() < self.most {
            self.list.push(Fault { code, message: message(), offset, missing: None });
        }
    }

    /// Records that a property has no value.
    #[cold]
    #[inline(never)]
    pub(crate) fn missing(&mut self, object: usize, name: &'static str, descriptor: &TypeDescriptor) {
        if self.list.len() < self.most {
            let (noun, owner) = (descriptor.kind.part(), descriptor.name);
            let message = format!("{noun} `{name}` of `{owner}` must have a value");
            self.list.push(Fault { code: ErrorCode::MISSING_PROPERTY, message, offset: object, missing: Some(name) });
        }
    }

    /// Records that a value does not fit its type.
    #[cold]
    #[inline(never)]
    pub(crate) fn mismatch(&mut self, mismatch: Mismatch, found: Token, ty: &PropertyType, offset: usize) {
        let type_name = ty.name();
        let (code, message) = match mismatch {
            Mismatch::Kind if found == Token::Number && is_integer(ty) => (
                ErrorCode::WRONG_TYPE,
                format!("a number with a fraction or an exponent where `{type_name}` is declared"),
            ),
            Mismatch::Kind => (ErrorCode::WRONG_TYPE, format!("{found} where `{type_name}` is declared")),
            Mismatch::Null if ty.collection && !ty.nullable => (
                ErrorCode::NULL_NOT_ALLOWED,
                format!("null where `{type_name}` is declared; an empty collection is `[]`"),
            ),
            Mismatch::Null => {
                (ErrorCode::NULL_NOT_ALLOWED, format!("null where `{type_name}` is declared, which is not nullable"))
            }
            Mismatch::Range => (ErrorCode::OUT_OF_RANGE, format!("the number is out of the range of `{type_name}`")),
            Mismatch::Unsupported => (
                ErrorCode::OUT_OF_RANGE,
                format!("the property cannot hold this `{type_name}`: it is out of range, or has too many digits"),
            ),
            Mismatch::Literal => (ErrorCode::INVALID_LITERAL, format!("the value is not a literal of `{type_name}`")),
            Mismatch::Member => {
                (ErrorCode::UNKNOWN_MEMBER, format!("the value is not a member of `{type_name}`: {}", members(ty)))
            }
        };
        self.record(code, offset, || message);
    }
}

fn is_integer(ty: &PropertyType) -> bool {
    matches!(ty.edm, EdmType::Primitive(primitive) if primitive.integer_range().is_some()) && !ty.collection
}

fn members(ty: &PropertyType) -> String {
    match ty.edm {
        EdmType::Enum(descriptor) => listed(&mut descriptor.members.iter().map(|member| member.name)),
        _ => String::new(),
    }
}

/// Returns these names, quoted and separated by commas.
pub(super) fn listed(names: &mut dyn Iterator<Item = &str>) -> String {
    let mut list = String::new();
    for name in names {
        list.push_str(if list.is_empty() { "`" } else { ", `" });
        list.push_str(name);
        list.push('`');
    }
    list
}
