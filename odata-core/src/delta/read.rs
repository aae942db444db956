//! Reading PATCH bodies.

use std::collections::BTreeMap;

use super::{Change, RawDelta};
use crate::{
    codec::{Control, Inline, Intake, MemberName, Named, Purpose, ReadOptions, Undeclared, is_stream, read_whole},
    edm::{EdmType, Facets, PropertyDescriptor, TypeDescriptor},
    error::Result,
    json::{JsonError, Token, read_value},
    property_set::Bits,
    slot::{Input, Structured},
};

type Step<T> = std::result::Result<T, JsonError>;

/// What is known of the value that the body will change.
#[derive(Clone, Copy)]
enum Stored<'a> {
    /// Nothing: the body is read for values that come later.
    Unknown,
    /// Null: the body makes a new value.
    Null,
    /// The value as it is stored.
    Value(&'a dyn Structured),
}

impl<'s> Stored<'s> {
    /// What is known of one of its properties, which is among the first `kept` ones if the value keeps it.
    fn property(self, index: usize, kept: usize) -> Self {
        match self {
            Self::Value(value) if index < kept => value.slot(index).view().structured().map_or(Self::Null, Self::Value),
            Self::Value(_) | Self::Null => Self::Null,
            Self::Unknown => Self::Unknown,
        }
    }

    /// The value that is there.
    fn value(self) -> Option<&'s dyn Structured> {
        match self {
            Self::Value(value) => Some(value),
            Self::Unknown | Self::Null => None,
        }
    }
}

/// What the member `@odata.type` of an object may say.
#[derive(Clone, Copy)]
enum Naming {
    /// The type of the stored entity, or one of its base types.
    Entity,
    /// What was found out already.
    Known,
    /// Exactly the declared type.
    Exact,
}

impl RawDelta {
    /// Reads a PATCH body against the stored value, whose type decides where the body names none.
    ///
    /// # Errors
    ///
    /// All faults of the body. A body that names another type than that of the stored value, or one of its base types,
    /// is a fault: the type of an entity does not change (OData Protocol 4.01 §11.4.3).
    pub fn read(stored: &dyn Structured, body: &[u8], options: &ReadOptions) -> Result<Self> {
        Self::of_type(stored).read_any(Stored::Value(stored), body, options)
    }

    /// Reads a PATCH body for values of `declared` that come later. Nested values whose type the body does not name have
    /// their declared types.
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
        self.changes.reserve(4);
        // Related entities are changed by requests of their own.
        let options = &ReadOptions { navigation: Inline::Refuse, ..options.clone() };
        read_whole(body, options, |intake| {
            intake.reader.begin_object()?;
            intake.changes(&mut self, stored, Naming::Entity, Named::Not, kept).map(drop)
        })?;
        Ok(self)
    }
}

/// What of an object's members is put together when all are read.
struct Pending {
    controls: u32,
    rare: Option<Box<Rare>>,
}

/// A media type or a type name may come before the value.
#[derive(Default)]
struct Rare {
    media_types: Vec<(usize, Box<str>, usize)>,
    /// Streams with facets, and where their names stand.
    streams: Vec<(usize, usize)>,
    type_names: BTreeMap<Box<str>, Box<str>>,
}

impl Intake<'_, '_> {
    /// Reads the members of an object as changes, up to and with its `}`, and tells which properties were there.
    ///
    /// The first `kept` properties are known to have a value already; the others may be new, and what is new can be given
    /// immutable properties.
    fn changes(
        &mut self,
        delta: &mut RawDelta,
        stored: Stored<'_>,
        naming: Naming,
        named: Named,
        kept: usize,
    ) -> Step<Bits> {
        let descriptor = delta.descriptor;
        let mut seen = Bits::default();
        let mut pending = Pending { controls: named.consumed(), rare: None };
        let mut next = 0;
        while let Some(name) = self.reader.next_name()? {
            let Some((index, property)) = descriptor.find_near(name, next) else {
                let name: Box<str> = name.into();
                self.other_change(&name, delta, naming, &mut pending)?;
                continue;
            };
            next = index + 1;
            if !seen.insert(index) {
                self.duplicate()?;
                continue;
            }
            let outer = self.purpose;
            if index >= kept && outer == Purpose::Update {
                self.purpose = Purpose::Insert;
            }
            let passes_over = self.passes_over(property);
            self.purpose = outer;
            if passes_over {
                self.reader.skip_value()?;
            } else if let Some(change) = self.change(index, property, stored.property(index, kept), &mut pending)? {
                delta.changes.push((index, change));
            }
        }
        if let Some(rare) = pending.rare {
            self.finish_changes(delta, *rare);
        }
        Ok(seen)
    }

    /// Reads the change of one property. `None`: the fault is recorded.
    fn change(
        &mut self,
        index: usize,
        property: &'static PropertyDescriptor,
        stored: Stored<'_>,
        pending: &mut Pending,
    ) -> Step<Option<Change>> {
        if !matches!(stored, Stored::Null)
            && !property.ty.collection
            && let EdmType::Complex(declared) = property.ty.edm
            && self.reader.peek()? == Token::Object
        {
            return self.merge(property, declared(), stored);
        }
        let at = self.reader.name_offset();
        let mut slot = (property.ty.blank)();
        // A value that replaces another, or null, is new as a whole.
        let outer = std::mem::replace(&mut self.purpose, Purpose::Insert);
        let read = self.value(&mut *slot, property.ty);
        self.purpose = outer;
        read?;
        if property.facets != Facets::NONE {
            if is_stream(property.ty) {
                pending.rare.get_or_insert_default().streams.push((index, at));
            } else {
                self.check_facets(&*slot, property, at);
            }
        }
        Ok(Some(Change::Set(slot)))
    }

    /// Reads a complex value as changes of the one that is stored.
    fn merge(
        &mut self,
        property: &'static PropertyDescriptor,
        declared: &'static TypeDescriptor,
        stored: Stored<'_>,
    ) -> Step<Option<Change>> {
        let start = self.reader.value_offset();
        self.reader.begin_object()?;
        let replaced = stored.value();
        let (found, naming) = if property.ty.polymorphic {
            let fallback = replaced.map_or(declared, |replaced| replaced.descriptor());
            (self.type_of_object(declared, fallback, true, start)?, Naming::Known)
        } else {
            (Some((declared, Named::Not)), Naming::Exact)
        };
        let (mut delta, named) = match (found, self.unknown_type.take()) {
            (Some((found, Named::Not)), _) => {
                (replaced.map_or_else(|| RawDelta::new(found), RawDelta::of_type), Named::Not)
            }
            (Some((found, named)), _) => (RawDelta::new(found), named),
            (None, Some((name, named))) => (RawDelta::new_unknown(declared, name), named),
            (None, None) => {
                self.skip_members()?;
                return Ok(None);
            }
        };
        let found = delta.descriptor;
        delta.exact = property.ty.polymorphic && (named != Named::Not || replaced.is_some());
        let kept = replaced.map_or(0, |replaced| shared_properties(replaced.descriptor(), found));
        let mut seen = self.changes(&mut delta, stored, naming, named, kept)?;
        // What is known not to be there must be in the body, or have a default value.
        if replaced.is_some() && self.options.required {
            for index in 0..kept {
                seen.insert(index);
            }
            self.check_required(found, &seen, start);
        }
        Ok(Some(Change::Merge(Box::new(delta))))
    }

    /// A member that is no declared property.
    #[inline(never)]
    fn other_change(&mut self, name: &str, delta: &mut RawDelta, naming: Naming, pending: &mut Pending) -> Step<()> {
        let at = self.reader.name_offset();
        match MemberName::of(name) {
            MemberName::Control(control) => {
                if pending.controls & control.bit() != 0 {
                    return self.duplicate();
                }
                pending.controls |= control.bit();
                match (control, naming) {
                    (Control::Type, Naming::Entity) => self.base_type_in_member(delta.descriptor, delta.type_name()),
                    (Control::Type, Naming::Known) => self.same_type_in_member(delta.descriptor, true),
                    (Control::Type, Naming::Exact) => self.same_type_in_member(delta.descriptor, false),
                    _ => self.control_of_object(name, control),
                }
            }
            MemberName::PropertyControl(property, control) => self.control_of_change(property, control, delta, pending),
            MemberName::Annotation | MemberName::Operation => self.reader.skip_value(),
            MemberName::Property(name) if delta.unknown.is_some() => self.unknown_change(name, delta),
            MemberName::Property(name) if delta.descriptor.is_open => {
                if delta.dynamic.contains_key(name) {
                    return self.duplicate();
                }
                delta.put_dynamic(name, read_value(&mut self.reader)?);
                Ok(())
            }
            MemberName::Property(name) => {
                if self.options.undeclared == Undeclared::Refuse {
                    self.undeclared(name, delta.descriptor, at);
                }
                self.reader.skip_value()
            }
        }
    }

    /// Control information about a property.
    fn control_of_change(
        &mut self,
        name: &str,
        control: Control,
        delta: &mut RawDelta,
        pending: &mut Pending,
    ) -> Step<()> {
        let descriptor = delta.descriptor;
        let property = descriptor.find(name).and_then(|index| Some((index, descriptor.property(index)?)));
        let token = self.reader.peek()?;
        let is_text = token == Token::String;
        match (property, control) {
            (Some((index, property)), Control::MediaContentType) if token != Token::Null && is_stream(property.ty) => {
                if !is_text {
                    let at = self.reader.offset();
                    self.no_media_type(token, at);
                    return self.reader.skip_value();
                }
                let rare = pending.rare.get_or_insert_default();
                if rare.media_types.iter().any(|(seen, ..)| *seen == index) {
                    return self.duplicate();
                }
                let at = self.reader.offset();
                rare.media_types.push((index, self.reader.string()?.into(), at));
                Ok(())
            }
            (property, control) if control.is_link() => {
                self.links(name, property.map(|(_, property)| property), descriptor);
                self.reader.skip_value()
            }
            (None, Control::Type | Control::MediaContentType) if delta.unknown.is_some() && is_text => {
                self.about_unknown_change(name, control, delta)
            }
            (None, Control::Type) if descriptor.is_open && is_text => {
                let rare = pending.rare.get_or_insert_default();
                if rare.type_names.contains_key(name) {
                    return self.duplicate();
                }
                rare.type_names.insert(name.into(), self.reader.string()?.into());
                Ok(())
            }
            _ => self.reader.skip_value(),
        }
    }

    /// Gives streams their media types and dynamic properties the names of their types.
    #[inline(never)]
    fn finish_changes(&mut self, delta: &mut RawDelta, pending: Rare) {
        let descriptor = delta.descriptor;
        for (index, media_type, at) in pending.media_types {
            let changed = delta.changes.iter_mut().find(|(changed, _)| *changed == index);
            let (Some((_, Change::Set(slot))), Some(property)) = (changed, descriptor.property(index)) else {
                continue;
            };
            if slot.view().is_null() {
                continue;
            }
            if let Err(mismatch) = slot.put(Input::MediaType(&media_type)) {
                self.mismatch(mismatch, Token::String, property.ty, at);
            }
        }
        for (index, at) in pending.streams {
            if let (Some(Change::Set(slot)), Some(property)) = (delta.get(index), descriptor.property(index)) {
                self.check_facets(&**slot, property, at);
            }
        }
        for (name, type_name) in pending.type_names {
            if let Some(found) = delta.dynamic.get_mut(&name) {
                found.type_name = Some(type_name);
            }
        }
        if let Some(unknown) = &mut delta.unknown {
            unknown.members.finish();
        }
    }
}

/// How many properties two types inherit from a common base.
pub(super) fn shared_properties(one: &TypeDescriptor, other: &TypeDescriptor) -> usize {
    one.chain().find(|level| other.derives_from(level)).map_or(0, TypeDescriptor::len)
}
