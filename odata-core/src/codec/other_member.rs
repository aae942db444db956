//! Members that are no declared properties: control information, dynamic properties, and what nobody declares.

use super::{
    Control, MemberName, Undeclared,
    read::{Intake, ObjectType, is_stream},
    seen::Seen,
};
use crate::{
    edm::{PropertyDescriptor, TypeDescriptor},
    error::ErrorCode,
    json::{JsonError, Token, read_value},
    slot::{Input, Structured},
};

impl Intake<'_, '_> {
    /// The member that names the type, where it was not the first one.
    pub(super) fn late_type(
        &mut self,
        descriptor: &'static TypeDescriptor,
        object: ObjectType,
        seen: &mut Seen,
    ) -> Result<(), JsonError> {
        if seen.control(Control::Type) {
            self.same_type_in_member(descriptor, object.polymorphic)
        } else {
            self.duplicate()
        }
    }

    /// A member that is no declared property.
    #[inline(never)]
    pub(super) fn other_member(
        &mut self,
        name: &str,
        target: &mut dyn Structured,
        descriptor: &'static TypeDescriptor,
        seen: &mut Seen,
    ) -> Result<(), JsonError> {
        let at = self.reader.name_offset();
        match MemberName::of(name) {
            MemberName::Control(control) => {
                if !seen.control(control) {
                    return self.duplicate();
                }
                self.control_of_object(name, control)
            }
            MemberName::Annotation | MemberName::Operation => self.reader.skip_value(),
            MemberName::PropertyControl(property, control) => {
                let index = descriptor.find(property);
                if !seen.property_control(property, control) {
                    return self.duplicate();
                }
                self.property_control(property, index, control, target, descriptor, seen)
            }
            MemberName::Property(name) => {
                if target.unknown().is_some() {
                    return self.unknown_property(name, target, seen);
                }
                if descriptor.is_open {
                    return self.dynamic_property(name, target, seen);
                }
                if self.options.undeclared == Undeclared::Refuse {
                    self.undeclared(name, descriptor, at);
                }
                self.reader.skip_value()
            }
        }
    }

    /// Control information about the object itself, but for its type. Where a body is to be carried out as it stands, what
    /// asks for something is refused (OData JSON 4.01 §8.5, §15.2, §15.3); what only informs is skipped.
    pub(crate) fn control_of_object(&mut self, name: &str, control: Control) -> Result<(), JsonError> {
        if self.options.undeclared == Undeclared::Refuse {
            let at = self.reader.name_offset();
            match control {
                control if control.is_link() => self.fault(ErrorCode::BAD_REQUEST, at, || {
                    format!("`{name}` is about a navigation property, whose name must stand in front of the `@`")
                }),
                Control::Removed => self.fault(ErrorCode::BAD_REQUEST, at, || {
                    format!("`{name}` is for the items of a delta, and here the object is not one")
                }),
                _ => {}
            }
        }
        self.reader.skip_value()
    }

    /// Control information about a property.
    fn property_control(
        &mut self,
        name: &str,
        index: Option<usize>,
        control: Control,
        target: &mut dyn Structured,
        descriptor: &'static TypeDescriptor,
        seen: &mut Seen,
    ) -> Result<(), JsonError> {
        let property = index.and_then(|index| Some((index, descriptor.property(index)?)));
        match (property, control) {
            (Some((index, property)), Control::MediaContentType) if is_stream(property.ty) => {
                // A stream that is null has no media type.
                let is_null = seen.properties.contains(index) && target.slot(index).view().is_null();
                let token = self.reader.peek()?;
                if is_null || self.passes_over(property) || token == Token::Null {
                    return self.reader.skip_value();
                }
                let start = self.reader.offset();
                if token != Token::String {
                    self.no_media_type(token, start);
                    return self.reader.skip_value();
                }
                if let Err(mismatch) = target.slot_mut(index).put(Input::MediaType(self.reader.string()?)) {
                    self.mismatch(mismatch, Token::String, property.ty, start);
                }
                seen.media_type(index);
                Ok(())
            }
            (property, control) if control.is_link() => {
                self.links(name, property.map(|(_, property)| property), descriptor);
                self.reader.skip_value()
            }
            (None, Control::Type | Control::MediaContentType) if target.unknown().is_some() => {
                self.about_unknown(name, control, target)
            }
            (None, Control::Type) if descriptor.is_open && self.reader.peek()? == Token::String => {
                seen.type_name(name, self.reader.string()?.into());
                Ok(())
            }
            _ => self.reader.skip_value(),
        }
    }

    /// Records that links are not taken, or that they do not lead from a navigation property.
    #[cold]
    pub(crate) fn links(&mut self, name: &str, property: Option<&PropertyDescriptor>, descriptor: &TypeDescriptor) {
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
            Some(_) => self.fault(ErrorCode::WRONG_TYPE, at, || format!("`{name}` is no navigation property")),
        }
    }

    /// Records that control information holds something else than a media type.
    #[cold]
    pub(crate) fn no_media_type(&mut self, found: Token, at: usize) {
        self.fault(ErrorCode::WRONG_TYPE, at, || format!("{found} where a media type is expected"));
    }

    fn dynamic_property(&mut self, name: &str, target: &mut dyn Structured, seen: &mut Seen) -> Result<(), JsonError> {
        if !seen.dynamic(name) {
            return self.duplicate();
        }
        let value = read_value(&mut self.reader)?;
        if let Some(dynamic) = target.dynamic_mut() {
            dynamic.insert(name, value);
        }
        Ok(())
    }

    /// Keeps a member of a value whose type is not known.
    #[cold]
    fn unknown_property(&mut self, name: &str, target: &mut dyn Structured, seen: &mut Seen) -> Result<(), JsonError> {
        if !seen.dynamic(name) {
            return self.duplicate();
        }
        let json = self.reader.raw_value()?;
        if let Some(unknown) = target.unknown_mut() {
            unknown.raw_members_mut().set_json(name, json);
        }
        Ok(())
    }

    /// Keeps what control information says of a member of a value whose type is not known.
    #[cold]
    fn about_unknown(&mut self, name: &str, control: Control, target: &mut dyn Structured) -> Result<(), JsonError> {
        match target.unknown_mut() {
            Some(unknown) if self.reader.peek()? == Token::String => {
                unknown.raw_members_mut().describe(name, control == Control::Type, self.reader.string()?);
                Ok(())
            }
            _ => self.reader.skip_value(),
        }
    }

    /// Records that the member that was read last was there before, and skips its value.
    #[cold]
    pub(crate) fn duplicate(&mut self) -> Result<(), JsonError> {
        let at = self.reader.name_offset();
        self.fault(ErrorCode::DUPLICATE_MEMBER, at, || "the member is there already".to_owned());
        self.reader.skip_value()
    }

    /// Records that the type does not declare a member.
    #[cold]
    pub(crate) fn undeclared(&mut self, name: &str, descriptor: &TypeDescriptor, at: usize) {
        self.fault(ErrorCode::UNDECLARED_PROPERTY, at, || {
            format!("`{name}` is not a property of `{}`", descriptor.name)
        });
    }
}
