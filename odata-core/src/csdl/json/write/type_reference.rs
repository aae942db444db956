//! Types of values, with their facets.

use super::Writer;
use crate::csdl::{Facets, MaxLength, PrimitiveType, Scale, TypeReference};

/// What facets that a document does not have mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Defaults {
    /// Nothing: the facets of a type definition may follow where it is used, those of a cast are unspecified.
    None,
    /// No digits after the point in XML, any number of them in JSON.
    Decimal,
    /// No digits of a second's fraction in XML, an unspecified number in JSON.
    Temporal,
}

impl Defaults {
    fn of(type_name: &str) -> Self {
        match PrimitiveType::from_name(type_name) {
            Some(PrimitiveType::Decimal) => Self::Decimal,
            Some(ty) if ty.is_temporal() => Self::Temporal,
            _ => Self::None,
        }
    }
}

impl Writer<'_> {
    /// Writes the members of a property, parameter, return type or term that say its type.
    pub(super) fn type_members(&mut self, ty: &TypeReference) {
        self.json.flag("$Collection", ty.collection);
        if ty.name != "Edm.String" {
            self.name_member("$Type", &ty.name);
        }
        self.nullable(ty);
        self.facets(&ty.facets, Defaults::of(&ty.name));
    }

    /// Writes the members of an expression that say a type, which is never nullable.
    pub(super) fn cast_members(&mut self, ty: &TypeReference) {
        self.json.flag("$Collection", ty.collection);
        self.name_member("$Type", &ty.name);
        self.facets(&ty.facets, Defaults::None);
    }

    pub(super) fn nullable(&mut self, ty: &TypeReference) {
        self.json.flag("$Nullable", ty.nullable.unwrap_or(!ty.collection));
    }

    pub(super) fn facets(&mut self, facets: &Facets, defaults: Defaults) {
        if let Some(MaxLength::Number(length)) = facets.max_length {
            self.json.name("$MaxLength");
            self.json.unsigned(length);
        }
        if facets.unicode == Some(false) {
            self.json.name("$Unicode");
            self.json.boolean(false);
        }
        if let Some(precision) = facets.precision.or((defaults == Defaults::Temporal).then_some(0)) {
            self.json.name("$Precision");
            self.json.unsigned(precision);
        }
        match (facets.scale, defaults) {
            (None, Defaults::Decimal) => self.scale(Scale::Number(0)),
            (None, _) | (Some(Scale::Variable), Defaults::Decimal) => {}
            (Some(scale), _) => self.scale(scale),
        }
        if let Some(srid) = facets.srid {
            self.json.string_member("$SRID", &srid.to_string());
        }
    }

    fn scale(&mut self, scale: Scale) {
        self.json.name("$Scale");
        match scale {
            Scale::Number(digits) => self.json.unsigned(digits),
            Scale::Variable => self.json.string("variable"),
            Scale::Floating => self.json.string("floating"),
        }
    }
}
