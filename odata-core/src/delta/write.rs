//! Writing PATCH bodies.

use super::{
    Change, RawDelta,
    dynamic::{Patches, sent},
};
use crate::{
    PropertySet,
    codec::{Commas, Encoder, WriteOptions},
    edm::{PropertyDescriptor, TypeDescriptor},
    slot::{DynamicValue, Structured, Unknown},
};

impl RawDelta {
    /// Writes the PATCH body after the content of `out`. Nested values have their type where it is not the
    /// declared one.
    pub fn write(&self, options: &WriteOptions<'_>, out: &mut Vec<u8>) {
        let mut encoder = Encoder::of_change(options, std::mem::take(out));
        self.write_object(&mut encoder, None);
        *out = encoder.json.into_bytes();
    }

    fn write_object(&self, encoder: &mut Encoder<'_>, declared: Option<&'static TypeDescriptor>) {
        let unknown = self.unknown.as_ref().map(|unknown| &*unknown.type_name);
        let mut members = begin(encoder, self.descriptor, unknown, declared, self.exact);
        for (index, change) in self.iter() {
            let Some(property) = self.descriptor.property(index) else { continue };
            match change {
                Change::Set(slot) => encoder.member(property, slot.view(), None, &mut members),
                Change::Merge(delta) => {
                    member_name(encoder, &mut members, property);
                    delta.write_object(encoder, property.ty.edm.structured());
                }
            }
        }
        for (name, value) in self.dynamic() {
            encoder.dynamic_member(name, value, &mut members);
        }
        for (name, value) in self.unknown() {
            encoder.raw_member(name, value, &mut members);
        }
        encoder.json.byte(b'}');
    }
}

/// Writes the members of `value` that are in `set`, as changes of a value that has the same type.
pub(super) fn write_set(
    encoder: &mut Encoder<'_>,
    value: &dyn Structured,
    set: &PropertySet,
    patches: &Patches<'_>,
    declared: Option<&'static TypeDescriptor>,
) {
    let descriptor = value.descriptor();
    let unknown = value.unknown();
    let mut members = begin(encoder, descriptor, unknown.map(Unknown::type_name), declared, set.is_retyped());
    for index in set.iter() {
        let Some(property) = descriptor.property(index) else { continue };
        let view = value.slot(index).view();
        match (set.child(index), view.structured()) {
            (Some(child), Some(nested)) => {
                member_name(encoder, &mut members, property);
                write_set(encoder, nested, child, patches, property.ty.edm.structured());
            }
            _ => encoder.member(property, view, None, &mut members),
        }
    }
    for name in set.dynamic() {
        let found = value.dynamic().and_then(|dynamic| dynamic.find(name));
        if let (None, Some(member)) = (found, unknown.and_then(|unknown| unknown.get(name))) {
            encoder.raw_member(name, member, &mut members);
            continue;
        }
        let value = found.map_or(&DynamicValue::NULL, |found| sent(found, patches));
        encoder.dynamic_member(name, value, &mut members);
    }
    encoder.json.byte(b'}');
}

/// Starts an object. A request names the type of a value if it is not the declared type (OData JSON 4.01 §4.5.3); none
/// is declared for the entity, whose type the service knows.
fn begin(
    encoder: &mut Encoder<'_>,
    descriptor: &TypeDescriptor,
    unknown: Option<&str>,
    declared: Option<&TypeDescriptor>,
    exact: bool,
) -> Commas {
    encoder.json.byte(b'{');
    let mut members = Commas::new();
    if exact || declared.is_some_and(|declared| unknown.is_some() || !declared.is(descriptor)) {
        members.next(&mut encoder.json);
        match unknown {
            Some(type_name) => encoder.unknown_type(type_name),
            None => encoder.type_name(descriptor),
        }
    }
    members
}

fn member_name(encoder: &mut Encoder<'_>, members: &mut Commas, property: &PropertyDescriptor) {
    members.next(&mut encoder.json);
    encoder.json.raw(property.json);
}
