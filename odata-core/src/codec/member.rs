//! The members of one object, whatever format they are read from: how each is classified, which were there already, and
//! what waits for another one.
//!
//! The loop over JSON (`object`) and the one over serde's formats share this bookkeeping.

use std::collections::BTreeMap;

use super::{
    Control, ODataVersion, Purpose, control::MemberName, dynamic::spelled_json, stream::input, type_name::TypeMember,
};
use crate::{
    PropertySet,
    edm::{PropertyDescriptor, TypeDescriptor},
    property_set::Bits,
    slot::{DynamicValue, Input, Mismatch, RawMembers, RawValue, Slot, Structured},
};

/// The kind of a member of an object.
#[derive(Clone, Copy)]
pub(crate) enum Member<'n> {
    /// A property that the type declares.
    Declared(usize),
    /// A dynamic property of an open type.
    Dynamic(&'n str),
    /// A property of a value whose type the program does not know.
    Unknown(&'n str),
    /// A property that no type declares.
    Undeclared(&'n str),
    /// Control information about the object itself.
    Control(Control),
    /// The media type, a URL or the `ETag` of a declared property, which is a stream.
    OfStream(usize, &'static PropertyDescriptor, Control),
    /// The type, or the media type, of a property that is not declared but kept.
    Description(&'n str, Control),
    /// Other control information about a property, which may be a declared one.
    PropertyControl(&'n str, Option<(usize, &'static PropertyDescriptor)>, Control),
    /// An annotation, or control information that no version knows.
    Annotation,
    /// An operation that is advertised.
    Operation,
}

/// The destination of the members: a value, or changes of one.
pub(crate) trait Target {
    /// Returns the value of a declared property, mutably, if there is one.
    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot>;

    /// Takes a dynamic property of an open type.
    fn put_dynamic(&mut self, name: &str, value: DynamicValue);

    /// Returns the dynamic property with this name, if it was taken.
    fn dynamic(&mut self, name: &str) -> Option<&mut DynamicValue>;

    /// Returns the members of a type that the program does not know, if the value is of one.
    fn unknown(&mut self) -> Option<&mut RawMembers>;

    /// Returns the purpose for which a property is read, where the body is read for another one: what a change adds is new.
    fn purpose_of(&self, index: usize, outer: Purpose) -> Purpose;

    /// Takes back the value of a declared property.
    fn forget(&mut self, index: usize);
}

/// A value that takes all members of an object.
pub(crate) struct WholeValue<'t> {
    pub(crate) target: &'t mut dyn Structured,
    /// Whether derived types were accepted.
    pub(crate) polymorphic: bool,
}

impl Target for WholeValue<'_> {
    fn slot(&mut self, index: usize) -> Option<&mut dyn Slot> {
        Some(self.target.slot_mut(index))
    }

    fn put_dynamic(&mut self, name: &str, value: DynamicValue) {
        if let Some(dynamic) = self.target.dynamic_mut() {
            dynamic.put(name.into(), value);
        }
    }

    fn dynamic(&mut self, name: &str) -> Option<&mut DynamicValue> {
        self.target.dynamic_mut()?.find_mut(name)
    }

    fn unknown(&mut self) -> Option<&mut RawMembers> {
        Some(self.target.unknown_mut()?.raw_members_mut())
    }

    fn purpose_of(&self, _: usize, outer: Purpose) -> Purpose {
        outer
    }

    fn forget(&mut self, index: usize) {
        let mut blank = (self.target.descriptor().blank)();
        self.target.slot_mut(index).swap(blank.slot_mut(index));
    }
}

/// The members of one object that were already present.
pub(crate) struct Members {
    descriptor: &'static TypeDescriptor,
    /// The declared properties that were read, by index.
    pub(crate) properties: Bits,
    /// The control information about the object itself, as bits.
    controls: u32,
    rare: Option<Box<Rare>>,
}

/// The members that only open types have, and control information about properties. How much of it there is depends on
/// the sender, so nothing here is searched linearly.
#[derive(Default)]
struct Rare {
    names: BTreeMap<Box<str>, PropertyControls>,
    /// Streams with facets, and the offsets of their names.
    streams: Vec<(usize, usize)>,
}

/// The control information about a property, and what of it waits for the value.
#[derive(Default)]
struct PropertyControls {
    /// Control information, as bits.
    controls: u32,
    /// Whether the value of an undeclared property was present.
    has_value: bool,
    type_name: Option<Box<str>>,
    stream: Vec<OfStream>,
}

/// Control information that belongs to a stream.
pub(crate) struct OfStream {
    control: Control,
    text: Box<str>,
    /// The offset of the text.
    pub(crate) at: usize,
}

impl OfStream {
    /// Gives it to the stream.
    pub(crate) fn put(&self, slot: &mut dyn Slot) -> Result<(), Mismatch> {
        slot.put(input(self.control, &self.text))
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl Members {
    /// Creates the record at the start of an object, or after its first member if that has named the type.
    pub(crate) fn new(descriptor: &'static TypeDescriptor, named: TypeMember) -> Self {
        Self { descriptor, properties: Bits::default(), controls: named.consumed(), rare: None }
    }

    /// Returns the type whose members these are.
    pub(crate) const fn descriptor(&self) -> &'static TypeDescriptor {
        self.descriptor
    }

    /// Returns the kind of a member with this name. `is_unknown`: the type is the known part of one that the program
    /// does not know.
    pub(crate) fn classify<'n>(&self, name: &'n str, is_unknown: bool) -> Member<'n> {
        let find = |name| self.descriptor.search(name);
        match MemberName::of(name) {
            MemberName::Control(control) => Member::Control(control),
            MemberName::PropertyControl(name, control) => match (find(name), control) {
                (Some((index, property)), control) if control.is_of_stream() && property.ty.is_stream() => {
                    Member::OfStream(index, property, control)
                }
                (None, Control::Type) if is_unknown || self.descriptor.is_open => Member::Description(name, control),
                (None, Control::MediaContentType) if is_unknown => Member::Description(name, control),
                (found, control) => Member::PropertyControl(name, found, control),
            },
            MemberName::Annotation => Member::Annotation,
            MemberName::Operation => Member::Operation,
            MemberName::Property(name) => match find(name) {
                Some((index, _)) => Member::Declared(index),
                None if name.is_empty() => Member::Undeclared(name),
                None if is_unknown => Member::Unknown(name),
                None if self.descriptor.is_open => Member::Dynamic(name),
                None => Member::Undeclared(name),
            },
        }
    }

    /// Notes a member; returns false if it was already present.
    pub(crate) fn admit(&mut self, member: &Member<'_>) -> bool {
        match *member {
            Member::Declared(index) => self.properties.insert(index),
            Member::Control(control) => add_bit(&mut self.controls, control),
            Member::OfStream(_, property, control) => add_bit(&mut self.about(property.name).controls, control),
            Member::Description(name, control) | Member::PropertyControl(name, _, control) => {
                add_bit(&mut self.about(name).controls, control)
            }
            Member::Dynamic(name) | Member::Unknown(name) => !std::mem::replace(&mut self.about(name).has_value, true),
            Member::Undeclared(_) | Member::Annotation | Member::Operation => true,
        }
    }

    /// Returns the properties that were present, declared and dynamic ones.
    #[cold]
    pub(crate) fn present(&self) -> PropertySet {
        let mut set = PropertySet::of_bits(self.descriptor, self.properties.clone());
        let names = self.rare.iter().flat_map(|rare| &rare.names);
        names.filter(|(_, about)| about.has_value).for_each(|(name, _)| set.insert_dynamic(&**name));
        set
    }

    fn rare(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    fn about(&mut self, name: &str) -> &mut PropertyControls {
        self.rare().names.entry(name.into()).or_default()
    }

    /// Returns whether anything may wait for a value.
    #[inline]
    pub(crate) const fn may_wait(&self) -> bool {
        self.rare.is_some()
    }

    /// Returns what waits for the value of a stream.
    #[cold]
    pub(crate) fn of_stream(&mut self, name: &str) -> Vec<OfStream> {
        let about = self.rare.as_mut().and_then(|rare| rare.names.get_mut(name));
        about.map(|about| std::mem::take(&mut about.stream)).unwrap_or_default()
    }

    /// Says of the streams whose values have not come that they are elsewhere: control information alone says that a
    /// stream is not null. Their properties were present all the same.
    #[cold]
    pub(crate) fn streams_elsewhere(&mut self, target: &mut dyn Target) {
        for (name, about) in self.rare.iter_mut().flat_map(|rare| &mut rare.names) {
            if !about.stream.is_empty()
                && let Some((index, _)) = self.descriptor.search(name)
                && let Some(slot) = target.slot(index)
                && slot.put(Input::Elsewhere).is_ok()
            {
                self.properties.insert(index);
                // A stream that is elsewhere takes any text.
                for of_stream in about.stream.drain(..) {
                    let _ = of_stream.put(slot);
                }
            }
        }
    }

    /// Takes a text that is the type of a property that is not declared, or belongs to a stream. It waits if the value
    /// is still to come.
    ///
    /// `index` is that of a declared property, and `at` is the offset of the text.
    pub(crate) fn describe(
        &mut self,
        target: &mut dyn Target,
        name: &str,
        index: Option<usize>,
        control: Control,
        text: &str,
        at: usize,
    ) -> Result<(), Mismatch> {
        let is_there = match index {
            Some(index) => self.properties.contains(index),
            None => self.about(name).has_value,
        };
        if !is_there {
            let about = self.about(name);
            match control {
                Control::Type => about.type_name = Some(text.into()),
                _ => about.stream.push(OfStream { control, text: text.into(), at }),
            }
            return Ok(());
        }
        if let Some(index) = index {
            return match target.slot(index) {
                // A stream that is null has no media type and no URL.
                Some(slot) if !slot.view().is_null() => slot.put(input(control, text)),
                _ => Ok(()),
            };
        }
        if let Some(members) = target.unknown() {
            members.describe(name, control == Control::Type, text);
        } else if control == Control::Type
            && let Some(value) = target.dynamic(name)
        {
            value.set_type(text);
        }
        Ok(())
    }

    /// Takes the value of a dynamic property, with the type that waits for it.
    pub(crate) fn dynamic(&mut self, target: &mut dyn Target, name: &str, value: DynamicValue) {
        let value = match self.about(name).type_name.take() {
            Some(type_name) => value.with_type(&type_name),
            None => value,
        };
        target.put_dynamic(name, value);
    }

    /// Takes the value of a property that belongs to a type that the program does not know, with what waits for it.
    #[cold]
    pub(crate) fn unknown(&mut self, target: &mut dyn Target, name: &str, json: &str) {
        let about = self.about(name);
        let media_type = about.stream.pop().map(|of_stream| of_stream.text);
        let value = RawValue::described(json, about.type_name.take(), media_type);
        if let Some(members) = target.unknown() {
            members.insert(name.into(), value);
        }
    }

    /// Notes a stream with facets and the offset of its name. Its media type, which may come later, determines what its
    /// bytes are.
    #[cold]
    pub(crate) fn stream(&mut self, index: usize, at: usize) {
        self.rare().streams.push((index, at));
    }

    /// Ends the object. Returns the streams with facets, which are whole now, and the offsets of their names. What
    /// still waits for a value is ignored.
    #[inline]
    pub(crate) fn finish(&mut self, target: &mut dyn Target) -> Vec<(usize, usize)> {
        self.rare.as_mut().map(|rare| finish(rare, target)).unwrap_or_default()
    }
}

#[cold]
fn finish(rare: &mut Rare, target: &mut dyn Target) -> Vec<(usize, usize)> {
    if let Some(members) = target.unknown() {
        members.respell(|json| spelled_json(json, ODataVersion::V4_0));
    }
    std::mem::take(&mut rare.streams)
}

/// Adds control information to that which was present; returns false if it was already present.
fn add_bit(bits: &mut u32, control: Control) -> bool {
    let new = *bits & control.bit() == 0;
    *bits |= control.bit();
    new
}
