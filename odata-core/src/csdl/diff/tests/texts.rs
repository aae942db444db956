//! The text and the places of each change.

use super::*;
use crate::{
    csdl::{MaxLength, OnDelete, Place, Scale},
    geo::Srid,
    json::Location,
};

#[test]
fn each_change_is_one_line() {
    let vehicle = |change: fn(&mut StructuredType)| texts(|model| change(type_mut(model, "vehicle")));
    let name = |change: fn(&mut Property)| texts(|model| change(property_mut(model, "name")));
    let owner = |change: fn(&mut Navigation)| {
        texts(|model| change(property_mut(model, "owner").navigation.as_mut().expect("it is one")))
    };
    let schema = |change: fn(&mut Schema)| texts(|model| change(&mut model.schemas[0]));
    let cases = [
        (vehicle(|ty| ty.is_abstract = true), "fleet.vehicle: now abstract"),
        (vehicle(|ty| ty.has_stream = true), "fleet.vehicle: now a media entity type"),
        (vehicle(|ty| ty.kind = StructuredKind::Complex), "fleet.vehicle: now a complex type"),
        (
            vehicle(|ty| ty.key.as_mut().expect("it has one")[0].alias = Some("number".into())),
            "fleet.vehicle: the key changed from (id) to (id as number)",
        ),
        (vehicle(|ty| ty.base = Some("fleet.person".into())), "fleet.vehicle: now derives from `fleet.person`"),
        (
            name(|property| property.ty.collection = true),
            "fleet.vehicle/name: the type changed from `Edm.String` to `Collection(Edm.String)`",
        ),
        (
            name(|property| property.ty.facets.max_length = Some(MaxLength::Number(9))),
            "fleet.vehicle/name: `MaxLength` is now only 9",
        ),
        (name(|property| property.ty.facets.precision = Some(3)), "fleet.vehicle/name: `Precision` is now only 3"),
        (
            name(|property| property.ty.facets.scale = Some(Scale::Variable)),
            "fleet.vehicle/name: `Scale` is now only variable",
        ),
        (
            name(|property| property.ty.facets.unicode = Some(false)),
            "fleet.vehicle/name: now has ASCII characters only",
        ),
        (name(|property| property.ty.facets.srid = Some(Srid::Number(1))), "fleet.vehicle/name: the SRID is now `1`"),
        (name(|property| property.default = Some("x".into())), "fleet.vehicle/name: the default value is now `x`"),
        (
            name(|property| property.navigation = Some(Navigation::default())),
            "fleet.vehicle/name: now a navigation property",
        ),
        (owner(|found| found.contains_target = true), "fleet.vehicle/owner: now contains its target"),
        (owner(|found| found.partner = Some("cars".into())), "fleet.vehicle/owner: the partner is now `cars`"),
        (
            owner(|found| found.on_delete = Some(OnDelete::SetNull)),
            "fleet.vehicle/owner: the action on delete is now `SetNull`",
        ),
        (
            owner(|found| {
                found.constraints.push(ReferentialConstraint {
                    property: "seats".into(),
                    referenced: "id".into(),
                    ..ReferentialConstraint::default()
                });
            }),
            "fleet.vehicle/owner: the referential constraints changed from () to (seats = id)",
        ),
        (
            texts(|model| property_mut(model, "owner").ty.name = "fleet.truck".into()),
            "fleet.vehicle/owner: the target changed from `fleet.person` to `fleet.truck`",
        ),
        (
            schema(|schema| schema.enums[0].underlying = Some("Edm.Int64".into())),
            "fleet.fuel: the underlying type changed from `Edm.Int32` to `Edm.Int64`",
        ),
        (
            schema(|schema| schema.enums[0].is_flags = true),
            "fleet.fuel: now has flags: a value can have several members",
        ),
        (schema(|schema| schema.enums[0].members[0].value = 5), "fleet.fuel/diesel: the value changed from 0 to 5"),
        (
            schema(|schema| schema.definitions[0].facets.max_length = Some(MaxLength::Number(9))),
            "fleet.plate: `MaxLength` is now only 9",
        ),
        (
            schema(|schema| schema.operations[0].parameters.swap(1, 2)),
            "fleet.move(fleet.vehicle): the parameters (it, to, by) are now in the order (it, by, to)",
        ),
        (
            schema(|schema| schema.operations[1].is_composable = true),
            "fleet.distance(fleet.vehicle,Edm.String): now composable",
        ),
        (
            schema(|schema| schema.containers[0].children[1].is_entity_set = false),
            "fleet.Fleet/people: now a singleton",
        ),
        (
            schema(|schema| schema.containers[0].children[1].in_service_document = Some(false)),
            "fleet.Fleet/people: no longer in the service document",
        ),
        (
            schema(|schema| schema.containers[0].children[0].bindings.clear()),
            "fleet.Fleet/vehicles: `owner` is no longer bound to `people`",
        ),
        (
            schema(|schema| schema.containers[0].extends = Some("fleet.Base".into())),
            "fleet.Fleet: the extended container is now `fleet.Base`",
        ),
    ];
    for (found, expected) in cases {
        assert_eq!(found[0], format!("{expected}; breaks clients"));
        assert!(found.len() == 1 || expected.contains("derives"), "{found:?}");
    }
}

#[test]
fn a_limit_that_grows_says_so() {
    let (mut old, mut new) = (fleet(), fleet());
    property_mut(&mut old, "name").ty.facets.max_length = Some(MaxLength::Number(9));
    property_mut(&mut new, "name").ty.facets.max_length = Some(MaxLength::Number(10));
    assert_eq!(diff(&old, &new)[0].change().to_string(), "`MaxLength` is now 10");
    assert_eq!(diff(&old, &fleet())[0].change().to_string(), "no longer has `MaxLength`");
}

#[test]
fn a_difference_says_where_both_documents_declare_it() {
    let at = |line| Place::Text(Location { offset: 0, line, column: 3 });
    let (mut old, mut new) = (fleet(), fleet());
    property_mut(&mut old, "seats").place = at(7);
    property_mut(&mut new, "seats").place = at(9);
    property_mut(&mut new, "seats").ty.name = "Edm.Int64".into();
    let mut added = property("wheels", "Edm.Int32", true);
    added.place = at(11);
    type_mut(&mut new, "vehicle").properties.push(added);
    let found = diff(&old, &new);
    let lines: Vec<_> = found
        .iter()
        .map(|found| [found.old_place(), found.new_place()].map(|place| place.location().map(|at| at.line)))
        .collect();
    assert_eq!(lines, [[Some(7), Some(9)], [None, Some(11)]]);
}

#[test]
fn what_a_base_type_has_is_listed_once() {
    let removed = texts(|model| type_mut(model, "vehicle").properties.retain(|found| found.name != "seats"));
    assert_eq!(removed, ["fleet.vehicle/seats: removed; breaks clients"]);
    // The properties are where they were, although another type declares them.
    let found = texts(|model| {
        let properties = std::mem::take(&mut type_mut(model, "vehicle").properties);
        let key = type_mut(model, "vehicle").key.take();
        type_mut(model, "vehicle").base = Some("fleet.thing".into());
        model.schemas[0].types.push(StructuredType { key, ..entity("thing", Some(""), properties) });
        type_mut(model, "thing").base = None;
    });
    assert_eq!(found, ["fleet.thing: new", "fleet.vehicle: now derives from `fleet.thing`; breaks clients"]);
    let found = texts(|model| type_mut(model, "truck").base = None);
    assert!(found.contains(&"fleet.truck: no longer derives from `fleet.vehicle`; breaks clients".to_owned()));
    assert!(found.contains(&"fleet.truck/seats: removed; breaks clients".to_owned()));
}

#[test]
fn annotations_follow_a_property_to_the_base_type() {
    let (mut old, mut new) = (fleet(), fleet());
    let described = |property: Property| annotated(property, "Org.OData.Core.V1.Computed");
    type_mut(&mut old, "truck").properties[0] = described(property("load", "Edm.Double", true));
    type_mut(&mut new, "truck").properties.clear();
    type_mut(&mut new, "vehicle").properties.push(described(property("load", "Edm.Double", true)));
    let found: Vec<_> = diff(&old, &new).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["fleet.vehicle/load: new"]);
}
