//! Each row of the list of safe additions, and what is next to it (OData Protocol 4.01 §5.2).

use super::*;

#[track_caller]
fn safe(target: &str, change: impl FnOnce(&mut Document)) {
    let found = changed(change);
    assert!(!found.iter().any(Difference::breaks_clients), "{found:?}");
    assert!(found.iter().any(|found| found.to_string() == format!("{target}: new")), "{found:?}");
}

#[track_caller]
fn breaks(target: &str, change: impl FnOnce(&mut Document)) {
    let found = changed(change);
    let broken: Vec<_> = found.iter().filter(|found| found.breaks_clients()).map(Difference::target).collect();
    assert_eq!(broken, [target], "{found:?}");
}

fn add_property(property: Property) -> impl FnOnce(&mut Document) {
    move |model| type_mut(model, "vehicle").properties.push(property)
}

#[test]
fn a_property_that_no_request_needs() {
    let new = "fleet.vehicle/new";
    safe(new, add_property(property("new", "Edm.String", true)));
    safe(new, add_property(collection(property("new", "Edm.String", false))));
    let default = Property { default: Some("1".into()), ..property("new", "Edm.Int32", false) };
    safe(new, add_property(default));
    for term in ["Org.OData.Core.V1.Computed", "Org.OData.Core.V1.ComputedDefaultValue"] {
        safe(new, add_property(annotated(property("new", "Edm.Int32", false), term)));
    }
    breaks(new, add_property(property("new", "Edm.Int32", false)));
    breaks(new, add_property(annotated(property("new", "Edm.Int32", false), "Org.OData.Core.V1.Immutable")));
    let mut not_computed = annotated(property("new", "Edm.Int32", false), "Org.OData.Core.V1.Computed");
    not_computed.annotations[0].value = Some(Expression::boolean(false));
    breaks(new, add_property(not_computed));
}

#[test]
fn a_property_that_is_computed_says_another_part_of_the_document() {
    let annotation = Annotation::new("Core.Computed", Expression::boolean(true));
    let external =
        Annotations { target: "self.vehicle/new".into(), annotations: vec![annotation], ..Annotations::default() };
    let include = Include { namespace: "Org.OData.Core.V1".into(), alias: Some("Core".into()), ..Include::default() };
    safe("fleet.vehicle/new", |model| {
        add_property(property("new", "Edm.Int32", false))(model);
        model.schemas[0].alias = Some("self".into());
        model.schemas[0].external.push(external);
        model.references.push(Reference { uri: "core.xml".into(), includes: vec![include], ..Reference::default() });
    });
}

#[test]
fn a_navigation_property_that_is_nullable_or_a_collection() {
    let new = "fleet.vehicle/new";
    safe(new, add_property(navigation("new", "fleet.person", true)));
    safe(new, add_property(collection(navigation("new", "fleet.person", false))));
    breaks(new, add_property(navigation("new", "fleet.person", false)));
    let bind = |model: &mut Document, path: &str| {
        let binding = NavigationPropertyBinding { path: path.into(), target: "people".into() };
        model.schemas[0].containers[0].children[0].bindings.push(binding);
    };
    safe(new, |model| {
        add_property(navigation("new", "fleet.person", true))(model);
        bind(model, "new");
    });
    // One that was there already may have led clients elsewhere.
    let found = diff(
        &{
            let mut old = fleet();
            add_property(navigation("new", "fleet.person", true))(&mut old);
            old
        },
        &{
            let mut new = fleet();
            add_property(navigation("new", "fleet.person", true))(&mut new);
            bind(&mut new, "new");
            new
        },
    );
    let texts: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(texts, ["fleet.Fleet/vehicles: `new` is now bound to `people`; breaks clients"]);
}

#[test]
fn types_and_terms() {
    safe("fleet.bus", |model| model.schemas[0].types.push(entity("bus", Some("fleet.vehicle"), Vec::new())));
    safe("fleet.size", |model| {
        let size = StructuredType { kind: StructuredKind::Complex, name: "size".into(), ..StructuredType::default() };
        model.schemas[0].types.push(size);
    });
    safe("fleet.colour", |model| {
        model.schemas[0].enums.push(EnumType { name: "colour".into(), ..EnumType::default() });
    });
    safe("fleet.money", |model| {
        let underlying = PrimitiveType::Decimal.name().into();
        let money = TypeDefinition { name: "money".into(), underlying, ..TypeDefinition::default() };
        model.schemas[0].definitions.push(money);
    });
    safe("fleet.rank", |model| {
        let ty = TypeReference::new("Edm.Int32");
        model.schemas[0].terms.push(Term { name: "rank".into(), ty, ..Term::default() });
    });
    // It is a part of one that is there.
    breaks("fleet.fuel/gas", |model| {
        model.schemas[0].enums[0].members.push(Member { name: "gas".into(), value: 2, ..Member::default() });
    });
}

#[test]
fn entity_sets_singletons_and_imports() {
    for is_entity_set in [true, false] {
        safe("fleet.Fleet/new", |model| {
            let (name, type_name) = ("new".into(), "fleet.person".into());
            let child = ContainerChild { is_entity_set, name, type_name, ..ContainerChild::default() };
            model.schemas[0].containers[0].children.push(child);
        });
    }
    for is_function in [true, false] {
        safe("fleet.Fleet/new", |model| {
            let (name, operation) = ("new".into(), "fleet.all".into());
            let import = OperationImport { is_function, name, operation, ..OperationImport::default() };
            model.schemas[0].containers[0].imports.push(import);
        });
    }
}

#[test]
fn actions_and_functions_with_new_overloads_of_old_names() {
    safe("fleet.stop(fleet.vehicle)", |model| model.schemas[0].operations.push(bound(false, "stop", Vec::new())));
    safe("fleet.age(fleet.vehicle)", |model| model.schemas[0].operations.push(bound(true, "age", Vec::new())));
    safe("fleet.distance(fleet.vehicle,Edm.Int32)", |model| {
        model.schemas[0].operations.push(bound(true, "distance", vec![parameter("since", "Edm.Int32", false)]));
    });
}

/// Adds a parameter to the action or the function, at this position.
fn add_parameter(operation: usize, at: usize, parameter: Parameter) -> impl FnOnce(&mut Document) {
    move |model| model.schemas[0].operations[operation].parameters.insert(at, parameter)
}

#[test]
fn parameters_after_all_others_that_can_be_left_out() {
    let (action, function) = ("fleet.move(fleet.vehicle)/new", "fleet.distance(fleet.vehicle,Edm.String)/new");
    let optional = || {
        let mut optional = parameter("new", "Edm.Int32", false);
        optional
            .annotations
            .push(Annotation::new("Org.OData.Core.V1.OptionalParameter", Expression::record::<&str>([])));
        optional
    };
    safe(action, add_parameter(0, 3, parameter("new", "Edm.Int32", true)));
    safe(action, add_parameter(0, 3, optional()));
    safe(function, add_parameter(1, 2, optional()));
    breaks(action, add_parameter(0, 3, parameter("new", "Edm.Int32", false)));
    breaks(action, add_parameter(0, 2, parameter("new", "Edm.Int32", true)));
    breaks(function, add_parameter(1, 2, parameter("new", "Edm.Int32", true)));
    breaks(function, add_parameter(1, 1, optional()));
}

#[test]
fn annotations_that_a_client_can_do_without() {
    let add = |term: &'static str| {
        changed(move |model| {
            let annotation = Annotation::new(term, Expression::boolean(true));
            property_mut(model, "name").annotations.push(annotation);
        })
    };
    for term in ["Org.OData.Core.V1.Description", "com.example.Rank", "Org.OData.Measures.V1.Unit"] {
        let found = add(term);
        assert_eq!(found.len(), 1);
        assert!(!found[0].breaks_clients(), "{term}");
        assert_eq!(found[0].to_string(), format!("fleet.vehicle/name: now has `{term}`"));
    }
    for term in [
        "Org.OData.Core.V1.Immutable",
        "Org.OData.Validation.V1.Maximum",
        "Org.OData.Capabilities.V1.InsertRestrictions",
        "Org.OData.Authorization.V1.SecuritySchemes",
    ] {
        assert!(add(term)[0].breaks_clients(), "{term}");
    }
    // What was promised cannot be taken away, what was forbidden can be allowed.
    let remove = |term: &str| {
        let mut old = fleet();
        property_mut(&mut old, "name").annotations.push(Annotation::new(term, Expression::boolean(true)));
        diff(&old, &fleet())
    };
    for (term, breaks) in [
        ("Org.OData.Core.V1.Computed", true),
        ("Org.OData.Core.V1.AlternateKeys", true),
        ("Org.OData.Core.V1.Immutable", false),
        ("Org.OData.Validation.V1.Maximum", false),
    ] {
        assert_eq!(remove(term)[0].breaks_clients(), breaks, "{term}");
    }
}

#[test]
fn everything_else_breaks_clients() {
    breaks("fleet.vehicle/name", |model| type_mut(model, "vehicle").properties.retain(|found| found.name != "name"));
    breaks("fleet.vehicle/seats", |model| property_mut(model, "seats").ty.name = "Edm.Int64".into());
    let id = || PropertyRef { path: "id".into(), alias: None };
    let seats = || PropertyRef { path: "seats".into(), alias: None };
    breaks("fleet.vehicle", |model| type_mut(model, "vehicle").key = Some(vec![id(), seats()]));
    breaks("fleet.vehicle", |model| type_mut(model, "vehicle").key = Some(vec![seats()]));
    breaks("fleet.move(fleet.vehicle)", |model| model.schemas[0].operations[0].parameters.swap(1, 2));
    breaks("fleet.vehicle/seats", |model| property_mut(model, "seats").ty.nullable = Some(true));
    breaks("fleet.vehicle/name", |model| property_mut(model, "name").ty.nullable = Some(false));
    breaks("fleet.truck", |model| type_mut(model, "truck").is_abstract = true);
    breaks("fleet.vehicle", |model| type_mut(model, "vehicle").is_open = true);
    breaks("fleet.person", |model| model.schemas[0].types.retain(|ty| ty.name != "person"));
    breaks("fleet.Fleet/people", |model| _ = model.schemas[0].containers[0].children.remove(1));
    breaks("fleet.fuel/diesel", |model| _ = model.schemas[0].enums[0].members.remove(0));
    breaks("fleet.fuel/diesel", |model| model.schemas[0].enums[0].members[0].value = 7);
    breaks("fleet.distance(fleet.vehicle,Edm.String)", |model| _ = model.schemas[0].operations.remove(1));
    breaks("fleet.distance(fleet.vehicle,Edm.String)/$ReturnType", |model| {
        model.schemas[0].operations[1].return_type = None;
    });
    breaks("fleet.Fleet", |model| model.schemas[0].containers[0].name = "Cars".into());
}
