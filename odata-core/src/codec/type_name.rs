//! The names of types in `@odata.type` (OData JSON 4.01 §4.5.3).

use super::{Control, WriteOptions, control::MemberName};
use crate::{
    edm::{TypeDescriptor, TypeKind},
    json::{JsonReader, same_text},
};

/// Returns the qualified name in the value of `@odata.type`: what follows `#`, which may follow a URL, or the whole.
#[inline]
pub(crate) fn qualified(text: &str) -> &str {
    let text = text.strip_prefix('#').unwrap_or(text);
    // Searching for one byte is cheaper than splitting, and most names have none.
    if text.as_bytes().contains(&b'#') { text.rsplit_once('#').map_or(text, |(_, name)| name) } else { text }
}

/// The types that were named last: the items of a list have few different ones.
#[derive(Default)]
pub(crate) struct RecentTypes {
    types: [Option<&'static TypeDescriptor>; 4],
    next: usize,
}

impl RecentTypes {
    /// Returns the type with this name, if it is `declared` or derives from it.
    #[inline]
    pub(super) fn find(&self, name: &str, declared: &TypeDescriptor) -> Option<&'static TypeDescriptor> {
        let mut types = self.types.iter().map_while(|found| *found);
        types.find(|found| same_text(found.name, name) && found.derives_from(declared))
    }

    /// Remembers a type in place of the one that was added first.
    pub(super) fn add(&mut self, found: &'static TypeDescriptor) {
        self.types[self.next] = Some(found);
        self.next = (self.next + 1) % self.types.len();
    }
}

/// Returns whether `@odata.type` is written on a value of type `actual` where `declared` is declared: on every value
/// whose declared type has derived types, and on every value that is written alone.
#[inline]
pub(crate) fn written_alone(
    actual: &TypeDescriptor,
    declared: Option<&TypeDescriptor>,
    options: &WriteOptions<'_>,
) -> bool {
    // The parameters of an operation have no type.
    actual.kind != TypeKind::Operation
        && declared.is_none_or(|declared| !declared.is(actual) || options.has_derived(declared))
}

/// Returns the qualified type name in the outermost object of a body, if it names one.
pub fn type_name_of(body: &[u8]) -> Option<String> {
    let mut reader = JsonReader::new(body).ok()?;
    reader.begin_object().ok()?;
    while let Some(name) = reader.next_name().ok()? {
        if MemberName::of(name) == MemberName::Control(Control::Type) {
            return Some(qualified(reader.string().ok()?).to_owned());
        }
        reader.skip_value().ok()?;
    }
    None
}

/// The position of the member that names the type of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TypeMember {
    /// The object does not name its type.
    Absent,
    /// In the first member, which is consumed.
    First,
    /// In a member that is still to be read.
    Later,
}

impl TypeMember {
    /// Returns the bit of [`Control::Type`], if the member is consumed.
    pub(crate) const fn consumed(self) -> u32 {
        if matches!(self, Self::First) { Control::Type.bit() } else { 0 }
    }
}
