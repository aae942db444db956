//! Enumeration types and type definitions.

use super::{Writer, type_reference::Defaults};
use crate::csdl::{EnumType, TypeDefinition};

impl Writer<'_> {
    pub(super) fn enumeration(&mut self, ty: &EnumType) {
        self.json.name(&ty.name);
        self.json.begin_object();
        self.json.string_member("$Kind", "EnumType");
        if let Some(underlying) = ty.underlying.as_deref().filter(|name| *name != "Edm.Int32") {
            self.name_member("$UnderlyingType", underlying);
        }
        self.json.flag("$IsFlags", ty.is_flags);
        for member in &ty.members {
            self.json.name(&member.name);
            self.json.integer(member.value);
            self.annotations(&member.name, &member.annotations);
        }
        self.annotations("", &ty.annotations);
        self.json.end_object();
    }

    pub(super) fn definition(&mut self, definition: &TypeDefinition) {
        self.json.name(&definition.name);
        self.json.begin_object();
        self.json.string_member("$Kind", "TypeDefinition");
        self.name_member("$UnderlyingType", &definition.underlying);
        self.facets(&definition.facets, Defaults::None);
        self.annotations("", &definition.annotations);
        self.json.end_object();
    }
}
