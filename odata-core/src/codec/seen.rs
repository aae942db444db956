//! What of an object was read already.

use std::collections::{BTreeMap, BTreeSet};

use super::{Control, Named};
use crate::{edm::TypeDescriptor, property_set::Bits, slot::Structured};

/// The members of one object that were there already.
pub(super) struct Seen {
    /// The declared properties.
    pub(super) properties: Bits,
    /// The control information about the object itself, as bits.
    controls: u32,
    rare: Option<Box<Rare>>,
}

/// What only objects of open types have, and objects with control information about properties. How much of it there is
/// is the sender's choice, so nothing here is searched from its beginning.
#[derive(Default)]
struct Rare {
    property_controls: BTreeMap<Box<str>, u32>,
    /// Streams whose media type was there.
    media_types: Vec<usize>,
    /// Streams with facets, and where their names stand.
    streams: Vec<(usize, usize)>,
    dynamic: BTreeSet<Box<str>>,
    /// Names of the types of dynamic properties.
    type_names: Vec<(Box<str>, Box<str>)>,
}

impl Seen {
    /// At the start of an object, or after its first member if that has named the type.
    pub(super) fn new(named: Named) -> Self {
        Self { properties: Bits::default(), controls: named.consumed(), rare: None }
    }

    fn rare(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// Notes control information about the object; false if it was there.
    pub(super) fn control(&mut self, control: Control) -> bool {
        let new = self.controls & control.bit() == 0;
        self.controls |= control.bit();
        new
    }

    /// Notes control information about a property; false if it was there.
    pub(super) fn property_control(&mut self, property: &str, control: Control) -> bool {
        let bit = control.bit();
        let bits = self.rare().property_controls.entry(property.into()).or_default();
        let new = *bits & bit == 0;
        *bits |= bit;
        new
    }

    /// Notes the media type of a stream.
    pub(super) fn media_type(&mut self, index: usize) {
        self.rare().media_types.push(index);
    }

    /// Notes a stream with facets, whose name stands at an offset.
    pub(super) fn stream(&mut self, index: usize, at: usize) {
        self.rare().streams.push((index, at));
    }

    /// Notes a dynamic property; false if it was there.
    pub(super) fn dynamic(&mut self, name: &str) -> bool {
        self.rare().dynamic.insert(name.into())
    }

    /// Notes the name of a dynamic property's type.
    pub(super) fn type_name(&mut self, property: &str, type_name: Box<str>) {
        self.rare().type_names.push((property.into(), type_name));
    }

    /// At the end of the object: brings together what may have stood in any order. Gives back the streams with facets, which
    /// are whole now, and where their names stand.
    pub(super) fn finish(
        &mut self,
        target: &mut dyn Structured,
        descriptor: &'static TypeDescriptor,
    ) -> Vec<(usize, usize)> {
        let Some(rare) = self.rare.take() else { return Vec::new() };
        for index in rare.media_types {
            // A media type without a value says nothing.
            if !self.properties.contains(index)
                && let Some(property) = descriptor.property(index)
            {
                target.slot_mut(index).swap(&mut *(property.ty.blank)());
            }
        }
        if let Some(unknown) = target.unknown_mut() {
            unknown.raw_members_mut().finish();
        }
        if let Some(dynamic) = target.dynamic_mut() {
            for (name, type_name) in rare.type_names {
                dynamic.set_type(&name, type_name);
            }
        }
        rare.streams
    }
}
