//! Reading PATCH bodies.

use super::{Change, RawDelta};
use crate::{
    codec::{BodyReader, Inline, Members, Purpose, ReadOptions, Sink, Target, TypeMember, read_whole},
    edm::{EdmType, PropertyDescriptor, TypeDescriptor},
    error::Result,
    json::{JsonError, Token},
    property_set::Bits,
    slot::{DynamicValue, RawMembers, Slot, Structured},
};

type Step<T> = std::result::Result<T, JsonError>;

/// The knowledge about the value that the body will change.
#[derive(Clone, Copy)]
enum Stored<'a> {
    /// Nothing is known: the body is read for values that come later.
    Unknown,
    /// Null: the body creates a value.
    Null,
    /// The value as it is stored.
    Value(&'a dyn Structured),
}

impl<'s> Stored<'s> {
    /// Returns the knowledge about one of its properties, which is among the first `kept` ones if the value keeps it.
    fn property(self, index: usize, kept: usize) -> Self {
        match self {
            Self::Value(value) if index < kept => value.slot(index).view().structured().map_or(Self::Null, Self::Value),
            Self::Value(_) | Self::Null => Self::Null,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Returns the stored value, if it is known.
    fn value(self) -> Option<&'s dyn Structured> {
        match self {
            Self::Value(value) => Some(value),
            Self::Unknown | Self::Null => None,
        }
    }
}

/// The types that the member `@odata.type` of an object may name.
#[derive(Clone, Copy)]
enum Naming {
    /// The type of the stored entity, or one of its base types.
    Entity,
    /// The type that was determined before.
    Known,
    /// Exactly the declared type.
    Exact,
}

impl RawDelta {
    /// Reads a PATCH body against the stored value, whose type is used where the body names none.
    ///
    /// # Errors
    ///
    /// All faults of the body. A body that names another type than that of the stored value, or one of its base types,
    /// is a fault: the type of an entity does not change (OData Protocol 4.01 §11.4.3).
    pub fn read(stored: &dyn Structured, body: &[u8], options: &ReadOptions) -> Result<Self> {
        Self::of_type(stored).read_any(Stored::Value(stored), body, options)
    }

    /// Reads a PATCH body for values of `declared` that come later. Nested values whose type the body does not name
    /// have their declared types.
    ///
    /// # Errors
    ///
    /// All faults of the body.
    pub fn read_detached(declared: &'static TypeDescriptor, body: &[u8], options: &ReadOptions) -> Result<Self> {
        Self::new(declared).read_any(Stored::Unknown, body, options)
    }

    fn read_any(mut self, stored: Stored<'_>, body: &[u8], options: &ReadOptions) -> Result<Self> {
        let kept = self.descriptor.len();
        // Most bodies change few properties.
        self.changes = Vec::with_capacity(4);
        // Related entities are changed by requests of their own.
        let options = &ReadOptions { navigation: Inline::Refuse, ..options.clone() };
        read_whole(body, options, |body| {
            body.reader.begin_object()?;
            let changing = Changing { delta: &mut self, stored, naming: Naming::Entity, kept };
            body.changes(changing, TypeMember::Absent).map(drop)
        })?;
        let descriptor = self.descriptor;
        if descriptor.has_facts() {
            descriptor.nested_key().for_each(|part| self.remove_nested(&part));
        }
        Ok(self)
    }
}

/// Changes that take the members of an object.
struct Changing<'d, 's> {
    delta: &'d mut RawDelta,
    stored: Stored<'s>,
    naming: Naming,
    /// The number of properties, from the first on, that are known to have a value already; the others may be new, and
    /// new values can be given immutable properties.
    kept: usize,
}

impl Target for Changing<'_, '_> {
    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
        match self.delta.changes.iter_mut().find(|(changed, _)| *changed == index) {
            Some((_, Change::Set(slot))) => Some(&mut **slot),
            _ => None,
        }
    }

    fn put_dynamic(&mut self, name: &str, value: DynamicValue) {
        self.delta.put_dynamic(name, value);
    }

    fn dynamic(&mut self, name: &str) -> Option<&mut DynamicValue> {
        self.delta.dynamic.as_mut()?.get_mut(name)
    }

    fn unknown(&mut self) -> Option<&mut RawMembers> {
        Some(&mut self.delta.unknown.as_mut()?.members)
    }

    fn purpose_of(&self, index: usize, outer: Purpose) -> Purpose {
        match outer {
            Purpose::Update if index >= self.kept => Purpose::Insert,
            purpose => purpose,
        }
    }

    fn forget(&mut self, index: usize) {
        self.delta.changes.retain(|(changed, _)| *changed != index);
    }
}

impl Sink for Changing<'_, '_> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "it is the inside of the loop")]
    fn property(
        &mut self,
        body: &mut BodyReader<'_, '_>,
        members: &mut Members,
        index: usize,
        property: &'static PropertyDescriptor,
    ) -> Step<()> {
        if self.skips(body, index, property) {
            return body.reader.skip_value();
        }
        if let EdmType::Complex(declared) = property.ty.edm
            && !property.ty.collection
            && body.reader.peek()? == Token::Object
        {
            let stored = self.stored.property(index, self.kept);
            if !matches!(stored, Stored::Null) {
                if let Some(delta) = body.merge(property, declared(), stored)? {
                    self.delta.changes.push((index, Change::Merge(Box::new(delta))));
                }
                return Ok(());
            }
        }
        let at = body.reader.name_offset();
        let mut slot = (property.ty.blank)();
        if members.may_wait() {
            body.put_early(&mut *slot, property, members);
        }
        // A value that replaces another, or null, is new as a whole.
        let outer = std::mem::replace(&mut body.purpose, Purpose::Insert);
        let read = body.value(&mut *slot, property.ty);
        body.purpose = outer;
        read?;
        if property.is_limited() {
            if property.ty.is_stream() {
                members.stream(index, at);
            } else {
                body.check_facets(&*slot, property, at);
            }
        }
        self.delta.changes.push((index, Change::Set(slot)));
        Ok(())
    }

    #[inline]
    fn skips(&self, body: &mut BodyReader<'_, '_>, index: usize, property: &PropertyDescriptor) -> bool {
        body.skips(self.purpose_of(index, body.purpose), property)
    }

    fn type_name(&mut self, body: &mut BodyReader<'_, '_>) -> Step<()> {
        match self.naming {
            Naming::Entity => body.base_type_in_member(self.delta.descriptor, self.delta.type_name()),
            Naming::Known => body.same_type_in_member(self.delta.descriptor, true),
            Naming::Exact => body.same_type_in_member(self.delta.descriptor, false),
        }
    }
}

impl BodyReader<'_, '_> {
    /// Reads the members of an object as changes, up to and including its `}`, and returns the properties that were
    /// present.
    fn changes(&mut self, mut changing: Changing<'_, '_>, named: TypeMember) -> Step<Bits> {
        let mut members = Members::new(changing.delta.descriptor, named);
        self.members_into::<true, _>(&mut changing, &mut members)?;
        Ok(members.properties)
    }

    /// Reads a complex value as changes of the one that is stored. `None` if a fault is recorded.
    fn merge(
        &mut self,
        property: &'static PropertyDescriptor,
        declared: &'static TypeDescriptor,
        stored: Stored<'_>,
    ) -> Step<Option<RawDelta>> {
        let start = self.reader.value_offset();
        self.reader.begin_object()?;
        let replaced = stored.value();
        let (found, naming) = if property.ty.polymorphic {
            let fallback = replaced.map_or(declared, |replaced| replaced.descriptor());
            (self.type_of_object(declared, fallback, true, start)?, Naming::Known)
        } else {
            (Some((declared, TypeMember::Absent)), Naming::Exact)
        };
        let (mut delta, named) = match (found, self.unknown_type.take()) {
            (Some((found, TypeMember::Absent)), _) => {
                (replaced.map_or_else(|| RawDelta::new(found), RawDelta::of_type), TypeMember::Absent)
            }
            (Some((found, named)), _) => (RawDelta::new(found), named),
            (None, Some((name, named))) => (RawDelta::new_unknown(declared, name), named),
            (None, None) => {
                self.skip_members()?;
                return Ok(None);
            }
        };
        let found = delta.descriptor;
        delta.exact = property.ty.polymorphic && (named != TypeMember::Absent || replaced.is_some());
        let kept = replaced.map_or(0, |replaced| shared_properties(replaced.descriptor(), found));
        let mut seen = self.changes(Changing { delta: &mut delta, stored, naming, kept }, named)?;
        // A property that is known to be missing must be in the body, or have a default value.
        if replaced.is_some() && self.options.required {
            for index in 0..kept {
                seen.insert(index);
            }
            self.check_required(found, &seen, start);
        }
        Ok(Some(delta))
    }
}

/// Returns the number of properties that two types inherit from a common base.
pub(super) fn shared_properties(one: &TypeDescriptor, other: &TypeDescriptor) -> usize {
    one.chain().find(|level| other.derives_from(level)).map_or(0, TypeDescriptor::len)
}
