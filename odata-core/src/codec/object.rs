//! The loop over the members of a JSON object, for reading values and for reading changes.

use super::{
    Control, Purpose, Undeclared,
    body::BodyReader,
    control::is_type,
    dynamic::read_dynamic,
    member::{Member, Members, Target},
};
use crate::{
    edm::{PropertyDescriptor, TypeDescriptor},
    error::ErrorCode,
    json::{JsonError, Token},
    slot::Slot,
};

type Step<T> = Result<T, JsonError>;

/// The destination of the members of an object. The loop is compiled for each sink, the rest is not.
pub(crate) trait Sink: Target {
    /// Reads the value of a declared property, or skips it.
    fn property(
        &mut self,
        body: &mut BodyReader<'_, '_>,
        members: &mut Members,
        index: usize,
        property: &'static PropertyDescriptor,
    ) -> Step<()>;

    /// Returns whether a declared property is not taken.
    fn skips(&self, body: &mut BodyReader<'_, '_>, index: usize, property: &PropertyDescriptor) -> bool;

    /// Reads the name of the type, which is in another member than the first.
    fn type_name(&mut self, body: &mut BodyReader<'_, '_>) -> Step<()>;
}

impl BodyReader<'_, '_> {
    /// Reads the members of an object, up to and including its `}`. `IS_SPARSE`: few of them are likely to be there.
    #[inline]
    pub(crate) fn members_into<const IS_SPARSE: bool, S: Sink>(
        &mut self,
        sink: &mut S,
        members: &mut Members,
    ) -> Step<()> {
        let descriptor = members.descriptor();
        let mut next = 0;
        // Most bodies hold members in declared order, so most names need no search. Where few are present, only
        // one that has come in declared order makes the next one likely.
        let mut is_in_turn = !IS_SPARSE;
        loop {
            let expected = if is_in_turn { descriptor.property(next) } else { None };
            let (index, property) = match expected {
                Some(property) if self.reader.take_name(property.json)? => (next, property),
                _ => {
                    let Some(name) = self.reader.next_name()? else { break };
                    // A type that comes late is common enough to be recognized without a copy of the name.
                    if is_type(name) {
                        self.late_type(sink, members)?;
                        continue;
                    }
                    let Some(found) = descriptor.search(name) else {
                        let name: Box<str> = name.into();
                        self.other_member(&name, sink, members)?;
                        continue;
                    };
                    found
                }
            };
            is_in_turn = !IS_SPARSE || index == next;
            next = index + 1;
            if members.properties.insert(index) {
                sink.property(self, members, index, property)?;
            } else {
                self.duplicate()?;
            }
        }
        if members.may_wait() {
            self.finish(sink, members);
        }
        if self.is_observed() {
            self.check_rules(sink, members);
            self.report(members);
        }
        Ok(())
    }

    /// Checks what is complete only at the end of an object.
    #[cold]
    #[inline(never)]
    fn finish(&mut self, sink: &mut dyn Sink, members: &mut Members) {
        if self.purpose == Purpose::Representation {
            members.streams_elsewhere(sink);
        }
        for (index, at) in members.finish(sink) {
            if let (Some(slot), Some(property)) = (sink.slot(index), members.descriptor().property(index)) {
                self.check_facets(slot, property, at);
            }
        }
    }

    /// Reads the member that names the type, where it was not the first one.
    #[inline(never)]
    fn late_type(&mut self, sink: &mut dyn Sink, members: &mut Members) -> Step<()> {
        if members.admit(&Member::Control(Control::Type)) { sink.type_name(self) } else { self.duplicate() }
    }

    /// Reads a member that is not a declared property.
    #[inline(never)]
    fn other_member(&mut self, name: &str, sink: &mut dyn Sink, members: &mut Members) -> Step<()> {
        let (full_name, at) = (name, self.reader.name_offset());
        let member = members.classify(name, sink.unknown().is_some());
        if !members.admit(&member) {
            return self.duplicate();
        }
        match member {
            Member::Control(Control::Type) => sink.type_name(self),
            Member::Control(control) => self.control_of_object(name, control),
            Member::OfStream(index, property, control) => self.of_stream(index, property, control, sink, members),
            Member::Description(name, control) if self.reader.peek()? == Token::String => {
                let at = self.reader.offset();
                // Control information about an undeclared property may have any value.
                let _ = members.describe(sink, name, None, control, self.reader.string()?, at);
                Ok(())
            }
            Member::PropertyControl(name, found, control) if control.is_link() => {
                self.links(name, found.map(|(_, property)| property), members.descriptor());
                self.reader.skip_value()
            }
            Member::Dynamic(name) => {
                let value = read_dynamic(&mut self.reader)?;
                members.dynamic(sink, name, value);
                Ok(())
            }
            Member::Unknown(name) => {
                let json = self.reader.raw_value()?;
                members.unknown(sink, name, json);
                Ok(())
            }
            Member::Undeclared(name) => {
                if self.options.undeclared == Undeclared::Refuse {
                    self.undeclared(name, members.descriptor(), at);
                }
                self.reader.skip_value()
            }
            Member::PropertyControl(..) | Member::Annotation | Member::Operation => self.skip_annotation(full_name),
            // Declared properties are found by the loop itself.
            Member::Declared(..) | Member::Description(..) => self.reader.skip_value(),
        }
    }

    /// Reads control information about the object itself, except for its type. Where a body is to be carried out as it
    /// is, anything that requests a change is refused (OData JSON 4.01 §8.5, §15.2, §15.3); mere information is
    /// skipped.
    fn control_of_object(&mut self, name: &str, control: Control) -> Step<()> {
        if self.options.undeclared == Undeclared::Refuse {
            let at = self.reader.name_offset();
            if control.is_link() {
                self.faults.record(ErrorCode::BAD_REQUEST, at, || {
                    format!("`{name}` is about a navigation property, whose name must come before the `@`")
                });
            } else if control == Control::Removed {
                self.faults.record(ErrorCode::BAD_REQUEST, at, || {
                    format!("`{name}` is for the items of a delta, and here the object is not one")
                });
            }
        }
        self.skip_annotation(name)
    }

    /// Reads what belongs to a stream. In a request, that is its media type alone.
    fn of_stream(
        &mut self,
        index: usize,
        property: &'static PropertyDescriptor,
        control: Control,
        sink: &mut dyn Sink,
        members: &mut Members,
    ) -> Step<()> {
        let token = self.reader.peek()?;
        let at = self.reader.offset();
        let is_media_type = control == Control::MediaContentType;
        let is_taken = is_media_type || self.purpose == Purpose::Representation;
        if token == Token::Null || !is_taken || sink.skips(self, index, property) {
            return self.reader.skip_value();
        }
        if token != Token::String {
            let expected = match control {
                Control::MediaContentType => "a media type",
                Control::MediaEtag => "an `ETag`",
                _ => "a URL",
            };
            self.faults.record(ErrorCode::WRONG_TYPE, at, || format!("{token} where {expected} is expected"));
            return self.reader.skip_value();
        }
        let text = self.reader.string()?;
        if let Err(mismatch) = members.describe(sink, property.name, Some(index), control, text, at) {
            self.faults.mismatch(mismatch, token, property.ty, at);
        }
        Ok(())
    }

    /// Records that links are not taken, or that they do not lead from a navigation property.
    #[cold]
    fn links(&mut self, name: &str, property: Option<&PropertyDescriptor>, descriptor: &TypeDescriptor) {
        let at = self.reader.name_offset();
        match property {
            Some(property) if property.ty.navigation => {
                self.refuses_navigation(property.name, at);
            }
            _ if self.options.undeclared == Undeclared::Skip => {}
            None if descriptor.is_open => {
                self.refuses_navigation(name, at);
            }
            None => self.undeclared(name, descriptor, at),
            Some(_) => {
                self.faults.record(ErrorCode::WRONG_TYPE, at, || format!("`{name}` is not a navigation property"));
            }
        }
    }

    /// Gives a stream that is about to be read what came before it.
    #[cold]
    pub(crate) fn put_early(
        &mut self,
        slot: &mut dyn Slot,
        property: &'static PropertyDescriptor,
        members: &mut Members,
    ) {
        for of_stream in members.of_stream(property.name) {
            if let Err(mismatch) = of_stream.put(slot) {
                self.faults.mismatch(mismatch, Token::String, property.ty, of_stream.at);
            }
        }
    }

    /// Records that the member that was read last is a duplicate, and skips its value.
    #[cold]
    fn duplicate(&mut self) -> Step<()> {
        let at = self.reader.name_offset();
        self.faults.record(ErrorCode::DUPLICATE_MEMBER, at, || "the member is there already".to_owned());
        self.reader.skip_value()
    }

    /// Records that the type does not declare a member.
    #[cold]
    fn undeclared(&mut self, name: &str, descriptor: &TypeDescriptor, at: usize) {
        self.faults.record(ErrorCode::UNDECLARED_PROPERTY, at, || {
            format!("`{name}` is not a {} of `{}`", descriptor.kind.part(), descriptor.name)
        });
    }
}
