//! Entity types and complex types.

use super::{Writer, literal::write_default};
use crate::csdl::{Navigation, Property, PropertyRef, StructuredKind, StructuredType};

impl Writer<'_> {
    pub(super) fn structured(&mut self, ty: &StructuredType) {
        self.json.name(&ty.name);
        self.json.begin_object();
        let kind = match ty.kind {
            StructuredKind::Entity => "EntityType",
            StructuredKind::Complex => "ComplexType",
        };
        self.json.string_member("$Kind", kind);
        self.optional_name("$BaseType", ty.base.as_deref());
        self.json.flag("$Abstract", ty.is_abstract);
        self.json.flag("$OpenType", ty.is_open);
        self.json.flag("$HasStream", ty.has_stream);
        if let Some(key) = &ty.key {
            self.key(key);
        }
        for property in &ty.properties {
            self.property(property);
        }
        self.annotations("", &ty.annotations);
        self.json.end_object();
    }

    fn key(&mut self, key: &[PropertyRef]) {
        self.json.name("$Key");
        self.json.begin_array();
        for part in key {
            match &part.alias {
                Some(alias) => {
                    self.json.begin_object();
                    self.name_member(alias, &part.path);
                    self.json.end_object();
                }
                None => self.json.string(&self.names.short(&part.path)),
            }
        }
        self.json.end_array();
    }

    fn property(&mut self, property: &Property) {
        self.json.name(&property.name);
        self.json.begin_object();
        match &property.navigation {
            Some(navigation) => {
                self.json.string_member("$Kind", "NavigationProperty");
                self.json.flag("$Collection", property.ty.collection);
                self.name_member("$Type", &property.ty.name);
                self.nullable(&property.ty);
                self.navigation(navigation);
            }
            None => self.type_members(&property.ty),
        }
        if let Some(default) = &property.default {
            self.json.name("$DefaultValue");
            write_default(&mut self.json, &self.names, &property.ty.name, default);
        }
        self.annotations("", &property.annotations);
        self.json.end_object();
    }

    fn navigation(&mut self, navigation: &Navigation) {
        self.optional_name("$Partner", navigation.partner.as_deref());
        self.json.flag("$ContainsTarget", navigation.contains_target);
        if !navigation.constraints.is_empty() {
            self.json.name("$ReferentialConstraint");
            self.json.begin_object();
            for constraint in &navigation.constraints {
                let property = self.names.short(&constraint.property).into_owned();
                self.name_member(&property, &constraint.referenced);
                self.annotations(&property, &constraint.annotations);
            }
            self.json.end_object();
        }
        if let Some(action) = navigation.on_delete {
            self.json.string_member("$OnDelete", action.name());
            self.annotations("$OnDelete", &navigation.on_delete_annotations);
        }
    }
}
