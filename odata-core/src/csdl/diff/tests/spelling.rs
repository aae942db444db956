//! What makes no difference.

use super::*;
use crate::csdl::{Constant, MaxLength, PathKind, Scale, Version};

#[track_caller]
fn same(change: impl FnOnce(&mut Document)) {
    let found = changed(change);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_order_of_declarations() {
    same(|model| {
        let schema = &mut model.schemas[0];
        schema.types.reverse();
        schema.types.iter_mut().for_each(|ty| ty.properties.reverse());
        schema.enums[0].members.reverse();
        schema.operations.reverse();
        schema.containers[0].children.reverse();
    });
}

#[test]
fn aliases_and_schemas_of_their_own() {
    same(|model| {
        let schema = &mut model.schemas[0];
        schema.alias = Some("self".into());
        for ty in &mut schema.types {
            ty.base = ty.base.take().map(|_| "self.vehicle".into());
            ty.properties.iter_mut().for_each(|property| {
                property.ty.name.text = property.ty.name.text.replace("fleet.", "self.");
            });
        }
        let container = schema.containers.remove(0);
        model.version = Version::V4_01;
        let namespace = || "fleet".into();
        model.schemas.push(Schema { namespace: namespace(), containers: vec![container], ..Schema::default() });
        model.schemas[1].containers[0].children[0].bindings[0].target = "self.Fleet/people".into();
    });
}

#[test]
fn what_is_the_default_of_the_standard() {
    same(|model| {
        property_mut(model, "name").ty.nullable = None;
        property_mut(model, "name").ty.facets.unicode = Some(true);
        property_mut(model, "name").ty.facets.max_length = Some(MaxLength::Max);
        let schema = &mut model.schemas[0];
        schema.enums[0].underlying = Some("Edm.Int32".into());
        schema.enums[0].members[1].has_value = true;
        schema.containers[0].children[0].in_service_document = Some(true);
    });
    let (mut old, mut new) = (fleet(), fleet());
    property_mut(&mut old, "seats").ty.name = "Edm.Decimal".into();
    property_mut(&mut new, "seats").ty.name = "Edm.Decimal".into();
    property_mut(&mut new, "seats").ty.facets.scale = Some(Scale::Number(0));
    assert_eq!(diff(&old, &new), []);
}

#[test]
fn the_place_and_the_form_of_annotations() {
    let mut old = fleet();
    let value = |members: [(&str, Expression); 2]| Expression::record(members);
    let inline = [
        ("Core.Kind", Expression::EnumMember(vec!["Core.kind/a".into(), "Core.kind/b".into()])),
        ("Core.Tag", Expression::boolean(true)),
        ("Core.Where", Expression::Path(PathKind::Property, "seats".into())),
        ("Core.More", value([("b", Expression::integer(1)), ("a", Expression::path("x/@Core.Tag"))])),
    ];
    let inline = inline.map(|(term, value)| Annotation::new(term, value));
    type_mut(&mut old, "vehicle").annotations.extend(inline);
    old.schemas[0].operations[0].annotations.push(Annotation::new("x.y", Expression::boolean(true)));
    old.references.push(Reference {
        uri: "core.xml".into(),
        includes: vec![Include { namespace: "core".into(), alias: Some("Core".into()), ..Include::default() }],
        ..Reference::default()
    });

    let mut new = fleet();
    let apart = [
        ("core.Kind", Some(Expression::string("a,b"))),
        ("core.Tag", None),
        ("core.Where", Some(Expression::string("seats"))),
        (
            "core.More",
            Some(value([
                ("a", Expression::path("x/@core.Tag")),
                ("b", Expression::Constant(Constant::new(PrimitiveType::Decimal, "1"))),
            ])),
        ),
    ];
    let apart = apart.map(|(term, value)| Annotation { term: term.into(), value, ..Annotation::default() });
    let block =
        |target: &str, annotations| Annotations { target: target.into(), annotations, ..Annotations::default() };
    let tag = Annotation::new("x.y", Expression::boolean(true));
    new.schemas[0].external = vec![block("fleet.vehicle", apart.to_vec()), block("fleet.move", vec![tag])];
    new.references = old.references.clone();
    new.references[0].includes[0].alias = None;
    assert_eq!(diff(&old, &new), []);
}
