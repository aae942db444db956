//! What is compared of operations, annotations, terms and references.

use super::*;
use crate::csdl::IncludeAnnotations;

#[test]
fn overloads_are_paired_by_what_they_are_bound_to_and_their_parameters() {
    let found = texts(|model| {
        let operations = &mut model.schemas[0].operations;
        operations[1].parameters[1] = parameter("to", "Edm.Guid", false);
        operations.insert(0, bound(true, "distance", Vec::new()));
    });
    assert_eq!(
        found,
        [
            "fleet.distance(fleet.vehicle): new",
            "fleet.distance(fleet.vehicle,Edm.String)/to: \
             the type changed from `Edm.String` to `Edm.Guid`; breaks clients",
        ]
    );
    let found = texts(|model| model.schemas[0].operations[0].parameters[0].ty.name = "fleet.truck".into());
    assert_eq!(found, ["fleet.move(fleet.truck): new", "fleet.move(fleet.vehicle): removed; breaks clients"]);
}

#[test]
fn annotations_are_paired_by_term_and_qualifier() {
    let mut old = fleet();
    let value = |qualifier: Option<&str>, value: i64| Annotation {
        qualifier: qualifier.map(Name::from),
        ..Annotation::new("x.rank", Expression::integer(value))
    };
    let all = |model: &mut Document, annotations: Vec<Annotation>| {
        model.schemas[0].external = vec![Annotations {
            target: "fleet.Fleet/vehicles".into(),
            qualifier: None,
            annotations,
            ..Annotations::default()
        }];
    };
    all(&mut old, vec![value(None, 1), value(Some("tablet"), 2), value(Some("phone"), 3)]);
    let mut new = fleet();
    let mut nested = value(Some("phone"), 3);
    nested.annotations.push(value(None, 9));
    all(&mut new, vec![value(None, 7), nested, value(Some("watch"), 4)]);
    let found: Vec<_> = diff(&old, &new).iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "fleet.Fleet/vehicles: has another value of `x.rank`",
            "fleet.Fleet/vehicles: has another value of `x.rank#phone`",
            "fleet.Fleet/vehicles: no longer has `x.rank#tablet`",
            "fleet.Fleet/vehicles: now has `x.rank#watch`",
        ]
    );
}

#[test]
fn the_qualifier_of_a_block_is_that_of_its_annotations() {
    let (mut old, mut new) = (fleet(), fleet());
    let annotation = Annotation::new("x.rank", Expression::integer(1));
    old.schemas[0].external = vec![Annotations {
        target: "fleet.vehicle".into(),
        qualifier: Some("phone".into()),
        annotations: vec![annotation.clone()],
        ..Annotations::default()
    }];
    type_mut(&mut new, "vehicle").annotations = vec![Annotation { qualifier: Some("phone".into()), ..annotation }];
    assert_eq!(diff(&old, &new), []);
}

#[test]
fn a_term_has_a_type_a_base_and_a_list_of_targets() {
    let term = || Term {
        name: "rank".into(),
        ty: TypeReference::new("Edm.Int32"),
        applies_to: vec!["Property".into(), "EntityType".into()],
        ..Term::default()
    };
    let differences = |change: fn(&mut Term)| -> Vec<String> {
        let (mut old, mut new) = (fleet(), fleet());
        old.schemas[0].terms = vec![term()];
        new.schemas[0].terms = vec![term()];
        change(&mut new.schemas[0].terms[0]);
        diff(&old, &new).iter().map(|found| found.change().to_string()).collect()
    };
    assert_eq!(differences(|term| term.applies_to.reverse()), <[&str; 0]>::default());
    assert_eq!(
        differences(|term| _ = term.applies_to.pop()),
        ["the list of what it applies to changed from (EntityType, Property) to (Property)"]
    );
    assert_eq!(differences(|term| term.base = Some("x.y".into())), ["now derives from `x.y`"]);
    assert_eq!(differences(|term| term.ty.collection = true).len(), 1);
    assert_eq!(differences(|term| term.default = Some("1".into())), ["the default value is now `1`"]);
}

#[test]
fn references_are_listed_and_break_nobody() {
    let found = changed(|model| {
        model.references.push(Reference {
            uri: "core.xml".into(),
            includes: vec![Include { namespace: "core".into(), ..Include::default() }],
            include_annotations: vec![IncludeAnnotations {
                term_namespace: "x".into(),
                qualifier: Some("phone".into()),
                target_namespace: None,
            }],
            ..Reference::default()
        });
    });
    let texts: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["core.xml#core: new", "core.xml#x,qualifier=phone: new"]);
    let mut old = fleet();
    old.references = vec![Reference {
        uri: "core.xml".into(),
        includes: vec![Include { namespace: "core".into(), ..Include::default() }],
        ..Reference::default()
    }];
    assert_eq!(diff(&old, &fleet())[0].to_string(), "core.xml#core: removed");
}

#[test]
fn a_path_that_leads_through_a_cast_to_something_new_is_a_part_of_the_addition() {
    let found = changed(|model| {
        type_mut(model, "truck").properties.push(navigation("driver", "fleet.person", true));
        model.schemas[0].containers[0].children[0]
            .bindings
            .push(NavigationPropertyBinding { path: "fleet.truck/driver".into(), target: "people".into() });
    });
    let texts: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        texts,
        ["fleet.Fleet/vehicles: `fleet.truck/driver` is now bound to `people`", "fleet.truck/driver: new"]
    );
}
