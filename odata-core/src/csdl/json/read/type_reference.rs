//! Types of values, with their facets.

use super::{
    Reader,
    node::{Node, Value},
    object::Object,
};
use crate::{
    csdl::{Facets, MaxLength, Name, PrimitiveType, Scale, TypeReference},
    geo::Srid,
};

/// The members that say a type with its facets, but for whether it is nullable.
macro_rules! type_members {
    ($($more:literal),*) => {
        &["$Type", "$Collection", "$MaxLength", "$Unicode", "$Precision", "$Scale", "$SRID", $($more),*]
    };
}
pub(super) use type_members;

/// The largest precision of times.
const MOST_DIGITS: u64 = 12;

impl<'j> Reader<'j> {
    /// Reads the type of a property, parameter, return value or term.
    pub(super) fn type_reference(&mut self, object: &Object<'_, 'j>) -> TypeReference {
        let (name, collection) = self.type_name(object);
        let is_nullable = self.flag(object, "$Nullable");
        let nullable = (collection || !is_nullable).then_some(is_nullable);
        let mut facets = self.facets(object);
        match PrimitiveType::from_name(&name) {
            Some(PrimitiveType::Decimal) => facets.scale = scale_of_xml(facets.scale),
            Some(ty) if ty.is_temporal() => facets.precision = precision_of_xml(facets.precision),
            _ => {}
        }
        TypeReference { name, collection, nullable, facets }
    }

    /// Reads the type of a navigation property, of which a collection says nothing of null.
    pub(super) fn target_type(&mut self, object: &Object<'_, 'j>) -> TypeReference {
        let name = self.required(object, "$Type", "a navigation property");
        let collection = self.flag(object, "$Collection");
        let is_nullable = self.flag(object, "$Nullable");
        let nullable = (collection == is_nullable).then_some(is_nullable);
        TypeReference { name, collection, nullable, facets: Facets::default() }
    }

    /// Reads the type of an expression.
    pub(super) fn cast_type(&mut self, object: &Object<'_, 'j>) -> TypeReference {
        let (name, collection) = self.type_name(object);
        TypeReference { name, collection, nullable: None, facets: self.facets(object) }
    }

    /// Reads the name of the type, or of that of the items.
    fn type_name(&mut self, object: &Object<'_, 'j>) -> (Name, bool) {
        let name = self.text(object, "$Type");
        if let (Some(name), Some(node)) = (&name, object.get("$Type"))
            && name.starts_with("Collection(")
        {
            self.fault(node.offset, || {
                "`$Type` is the type of the items; that it is a collection is said by `$Collection`".to_owned()
            });
        }
        let name = name.unwrap_or_else(|| Name::new("Edm.String", self.places.at(object.offset)));
        (name, self.flag(object, "$Collection"))
    }

    pub(super) fn facets(&mut self, object: &Object<'_, 'j>) -> Facets {
        Facets {
            max_length: self.unsigned(object, "$MaxLength").map(MaxLength::Number),
            precision: self.unsigned(object, "$Precision"),
            scale: object.get("$Scale").and_then(|node| self.scale(node)),
            unicode: self.boolean(object, "$Unicode").filter(|is_unicode| !is_unicode),
            srid: object.get("$SRID").and_then(|node| self.srid(node)),
        }
    }

    fn scale(&mut self, node: &Node<'j>) -> Option<Scale> {
        let scale = match &node.value {
            Value::Number(digits) => digits.parse().ok().map(Scale::Number),
            Value::String(text) if text.eq_ignore_ascii_case("variable") => Some(Scale::Variable),
            Value::String(text) if text.eq_ignore_ascii_case("floating") => Some(Scale::Floating),
            _ => None,
        };
        if scale.is_none() {
            self.fault(node.offset, || {
                "`$Scale` must be an integer that is not negative, `variable` or `floating`".to_owned()
            });
        }
        scale
    }

    fn srid(&mut self, node: &Node<'j>) -> Option<Srid> {
        let srid = match &node.value {
            Value::String(text) if &**text == "variable" => Some(Srid::Variable),
            Value::String(text) => text.parse().ok().map(Srid::Number),
            // Against the standard, and common.
            Value::Number(digits) => digits.parse().ok().map(Srid::Number),
            _ => None,
        };
        if srid.is_none() {
            self.fault(node.offset, || "`$SRID` must be a string with a number or `variable`".to_owned());
        }
        srid
    }
}

/// Returns the scale of `Edm.Decimal` as XML has it, where none is 0 (OData CSDL XML 4.01 §7.2.4).
const fn scale_of_xml(scale: Option<Scale>) -> Option<Scale> {
    match scale {
        None => Some(Scale::Variable),
        Some(Scale::Number(0)) => None,
        _ => scale,
    }
}

/// Returns the precision of a time as XML has it, where none is 0 (OData CSDL XML 4.01 §7.2.3).
const fn precision_of_xml(precision: Option<u64>) -> Option<u64> {
    match precision {
        None => Some(MOST_DIGITS),
        Some(0) => None,
        _ => precision,
    }
}
