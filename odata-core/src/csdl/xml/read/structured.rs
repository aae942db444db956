//! Entity types and complex types with their properties.

use super::{
    reader::Reader,
    rules::{
        COMPLEX_TYPE, ENTITY_TYPE, KEY, NAVIGATION_PROPERTY, ON_DELETE, PROPERTY, PROPERTY_REF, REFERENTIAL_CONSTRAINT,
    },
    tree::Node,
};
use crate::csdl::{
    Navigation, OnDelete, PrimitiveType, Property, PropertyRef, ReferentialConstraint, Scale, StructuredKind,
    StructuredType, TypeReference,
};

impl Reader {
    pub(super) fn structured(&mut self, node: &Node<'_>, kind: StructuredKind) -> StructuredType {
        let name = node.needed("Name");
        let mark = self.enter(".", &name);
        self.check(node, if kind == StructuredKind::Entity { &ENTITY_TYPE } else { &COMPLEX_TYPE });
        let ty = StructuredType {
            kind,
            name,
            base: node.name("BaseType"),
            is_abstract: node.flag("Abstract"),
            is_open: node.flag("OpenType"),
            has_stream: node.flag("HasStream"),
            key: node.named("Key").next().map(|key| self.key(key)),
            properties: node.elements().filter_map(|child| self.property(child)).collect(),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        ty
    }

    fn key(&mut self, node: &Node<'_>) -> Vec<PropertyRef> {
        self.check(node, &KEY);
        let part = |child: &Node<'_>| {
            self.check(child, &PROPERTY_REF);
            PropertyRef { path: child.needed("Name"), alias: child.name("Alias") }
        };
        node.named("PropertyRef").map(part).collect()
    }

    fn property(&mut self, node: &Node<'_>) -> Option<Property> {
        let rule = match node.name {
            "Property" => &PROPERTY,
            "NavigationProperty" => &NAVIGATION_PROPERTY,
            _ => return None,
        };
        let name = node.needed("Name");
        let mark = self.enter("/", &name);
        self.check(node, rule);
        let is_navigation = node.name == NAVIGATION_PROPERTY.name;
        let property = Property {
            name,
            ty: if is_navigation { node.ty() } else { without_defaults(node.ty()) },
            default: node.literal("DefaultValue"),
            navigation: is_navigation.then(|| self.navigation(node)),
            annotations: self.annotations(node),
            place: node.place(),
        };
        self.leave(mark);
        Some(property)
    }

    fn navigation(&mut self, node: &Node<'_>) -> Navigation {
        let constraints = node.named("ReferentialConstraint").map(|child| self.constraint(child)).collect();
        let mut navigation = Navigation {
            contains_target: node.flag("ContainsTarget"),
            partner: node.name("Partner"),
            constraints,
            ..Navigation::default()
        };
        if let Some(child) = node.named("OnDelete").next() {
            self.check(child, &ON_DELETE);
            navigation.on_delete = OnDelete::from_name(&child.needed("Action"));
            navigation.on_delete_annotations = self.annotations(child);
        }
        navigation
    }

    fn constraint(&mut self, node: &Node<'_>) -> ReferentialConstraint {
        self.check(node, &REFERENTIAL_CONSTRAINT);
        ReferentialConstraint {
            property: node.needed("Property"),
            referenced: node.needed("ReferencedProperty"),
            annotations: self.annotations(node),
        }
    }
}

/// Leaves out the facets of a structural property that are so without them (OData CSDL XML 4.01 §7.2). Elsewhere a
/// facet that is missing says nothing, and a type definition can say another one.
fn without_defaults(mut ty: TypeReference) -> TypeReference {
    let Some(primitive) = PrimitiveType::from_name(&ty.name) else { return ty };
    let facets = &mut ty.facets;
    facets.unicode = facets.unicode.filter(|unicode| !unicode);
    facets.precision = facets.precision.filter(|&digits| digits != 0 || !primitive.is_temporal());
    facets.scale = facets.scale.filter(|&scale| scale != Scale::Number(0) || primitive != PrimitiveType::Decimal);
    ty
}
