//! What differs, and what breaks clients.

mod laws;
mod safe;
mod spelling;
mod texts;

use super::{
    super::{
        Annotation, Annotations, ContainerChild, Document, EntityContainer, EnumType, Expression, Include, Member,
        Name, Navigation, NavigationPropertyBinding, Operation, OperationImport, Parameter, PrimitiveType, Property,
        PropertyRef, Reference, ReferentialConstraint, ReturnType, Schema, StructuredKind, StructuredType, Term,
        TypeDefinition, TypeReference,
    },
    Difference, diff,
};

fn property(name: &str, ty: &str, nullable: bool) -> Property {
    let ty = TypeReference { nullable: Some(nullable), ..TypeReference::new(ty) };
    Property { name: name.into(), ty, ..Property::default() }
}

fn collection(mut property: Property) -> Property {
    property.ty.collection = true;
    property
}

fn navigation(name: &str, ty: &str, nullable: bool) -> Property {
    Property { navigation: Some(Navigation::default()), ..property(name, ty, nullable) }
}

fn annotated(mut property: Property, term: &str) -> Property {
    property.annotations.push(Annotation::new(term, Expression::boolean(true)));
    property
}

fn entity(name: &str, base: Option<&str>, properties: Vec<Property>) -> StructuredType {
    let key = base.is_none().then(|| vec![PropertyRef { path: "id".into(), alias: None }]);
    StructuredType { name: name.into(), base: base.map(Name::from), key, properties, ..StructuredType::default() }
}

fn parameter(name: &str, ty: &str, nullable: bool) -> Parameter {
    let ty = TypeReference { nullable: Some(nullable), ..TypeReference::new(ty) };
    Parameter { name: name.into(), ty, ..Parameter::default() }
}

fn bound(is_function: bool, name: &str, parameters: Vec<Parameter>) -> Operation {
    let binding = parameter("it", "fleet.vehicle", false);
    Operation {
        is_function,
        name: name.into(),
        is_bound: true,
        parameters: std::iter::once(binding).chain(parameters).collect(),
        return_type: is_function.then(|| ReturnType { ty: TypeReference::new("Edm.Int32"), ..ReturnType::default() }),
        ..Operation::default()
    }
}

/// A model with something of each kind.
fn fleet() -> Document {
    let vehicle = vec![
        property("id", "Edm.String", false),
        property("name", "Edm.String", true),
        property("seats", "Edm.Int32", false),
        property("fuel", "fleet.fuel", true),
        property("place", "fleet.place", true),
        navigation("owner", "fleet.person", true),
    ];
    let place = StructuredType {
        kind: StructuredKind::Complex,
        name: "place".into(),
        properties: vec![property("street", "Edm.String", true)],
        ..StructuredType::default()
    };
    let set = ContainerChild {
        is_entity_set: true,
        name: "vehicles".into(),
        type_name: "fleet.vehicle".into(),
        bindings: vec![NavigationPropertyBinding { path: "owner".into(), target: "people".into() }],
        ..ContainerChild::default()
    };
    let people = ContainerChild {
        is_entity_set: true,
        name: "people".into(),
        type_name: "fleet.person".into(),
        ..ContainerChild::default()
    };
    let member = |name: &str, value| Member { name: name.into(), value, ..Member::default() };
    let schema = Schema {
        namespace: "fleet".into(),
        types: vec![
            entity("vehicle", None, vehicle),
            entity("truck", Some("fleet.vehicle"), vec![property("load", "Edm.Double", true)]),
            entity("person", None, vec![property("id", "Edm.Int32", false)]),
            place,
        ],
        enums: vec![EnumType {
            name: "fuel".into(),
            members: vec![member("diesel", 0), member("electric", 1)],
            ..EnumType::default()
        }],
        definitions: vec![TypeDefinition {
            name: "plate".into(),
            underlying: PrimitiveType::String.name().into(),
            ..TypeDefinition::default()
        }],
        operations: vec![
            bound(false, "move", vec![parameter("to", "Edm.String", false), parameter("by", "Edm.Int32", false)]),
            bound(true, "distance", vec![parameter("to", "Edm.String", false)]),
        ],
        containers: vec![EntityContainer {
            name: "Fleet".into(),
            children: vec![set, people],
            ..EntityContainer::default()
        }],
        ..Schema::default()
    };
    Document { schemas: vec![schema], ..Document::default() }
}

/// Returns the type with this name.
fn type_mut<'d>(document: &'d mut Document, name: &str) -> &'d mut StructuredType {
    document.schemas[0].types.iter_mut().find(|ty| ty.name == name).unwrap()
}

fn property_mut<'d>(document: &'d mut Document, name: &str) -> &'d mut Property {
    type_mut(document, "vehicle").properties.iter_mut().find(|property| property.name == name).unwrap()
}

/// Returns the differences that a change of the model makes.
fn changed(change: impl FnOnce(&mut Document)) -> Vec<Difference> {
    let (old, mut new) = (fleet(), fleet());
    change(&mut new);
    diff(&old, &new)
}

/// Returns the texts of the differences that a change of the model makes.
fn texts(change: impl FnOnce(&mut Document)) -> Vec<String> {
    changed(change).iter().map(ToString::to_string).collect()
}
