//! What holds for all documents.

use proptest::{collection::vec, option, prelude::*, sample::subsequence};

use super::*;

fn names() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(vec!["a", "b", "c"], 0..=3)
}

fn a_property() -> impl Strategy<Value = Property> {
    let ty = prop::sample::select(vec!["Edm.Int32", "Edm.String", "n.t"]);
    (ty, any::<bool>(), any::<bool>(), any::<bool>(), option::of("[xy]"), any::<bool>()).prop_map(
        |(ty, nullable, of_many, navigates, default, tag)| {
            let of_one = if navigates { navigation("", ty, nullable) } else { property("", ty, nullable) };
            let mut property = if of_many { collection(of_one) } else { of_one };
            property.default = default.map(Name::from).filter(|_| !navigates);
            if tag { annotated(property, "x.y") } else { property }
        },
    )
}

fn a_type() -> impl Strategy<Value = StructuredType> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (flags, names(), vec(a_property(), 3)).prop_map(|((is_complex, is_abstract, is_open, keyed), names, properties)| {
        let properties =
            names.iter().zip(properties).map(|(name, property)| Property { name: (*name).into(), ..property });
        StructuredType {
            kind: if is_complex { StructuredKind::Complex } else { StructuredKind::Entity },
            is_abstract,
            is_open,
            key: keyed.then(|| vec![PropertyRef { path: "a".into(), alias: None }]),
            properties: properties.collect(),
            ..StructuredType::default()
        }
    })
}

fn an_operation() -> impl Strategy<Value = Operation> {
    (any::<bool>(), names(), option::of(a_property())).prop_map(|(is_function, parameters, returns)| Operation {
        is_function,
        name: "op".into(),
        parameters: parameters.iter().map(|name| parameter(name, "Edm.Int32", false)).collect(),
        return_type: returns.map(|property| ReturnType { ty: property.ty, ..ReturnType::default() }),
        ..Operation::default()
    })
}

fn a_document() -> impl Strategy<Value = Document> {
    let children = (names(), vec((any::<bool>(), "[tu]"), 3));
    let enums = (names(), vec((subsequence(vec!["x", "y"], 0..=2), any::<bool>(), 0..2_i64), 3));
    (names(), vec(a_type(), 3), option::of(an_operation()), children, enums).prop_map(
        |(names, types, operation, (children, child_facts), (enums, enum_facts))| {
            let types = names.iter().zip(types).map(|(name, ty)| StructuredType { name: (*name).into(), ..ty });
            let children = children.iter().zip(child_facts).map(|(name, (is_entity_set, ty))| ContainerChild {
                is_entity_set,
                name: (*name).into(),
                type_name: format!("n.{ty}").into(),
                ..ContainerChild::default()
            });
            let enums = enums.iter().zip(enum_facts).map(|(name, (members, is_flags, value))| EnumType {
                name: format!("{name}Enum").into(),
                is_flags,
                members: members
                    .iter()
                    .map(|name| Member { name: (*name).into(), value, ..Member::default() })
                    .collect(),
                ..EnumType::default()
            });
            let container =
                EntityContainer { name: "c".into(), children: children.collect(), ..EntityContainer::default() };
            let schema = Schema {
                namespace: "n".into(),
                types: types.collect(),
                enums: enums.collect(),
                operations: operation.into_iter().collect(),
                containers: vec![container],
                ..Schema::default()
            };
            Document { schemas: vec![schema], ..Document::default() }
        },
    )
}

/// Returns what a document means, with one order for all that say it.
fn meaning(document: &Document) -> Document {
    let mut meaning = super::super::normal(document);
    // A complex type and an entity type of one name differ in that alone.
    meaning
        .schemas
        .iter_mut()
        .for_each(|schema| schema.types.sort_by(|one, other| one.name.text.cmp(&other.name.text)));
    meaning
}

fn reversed(document: &Document) -> Document {
    let mut reversed = document.clone();
    for schema in &mut reversed.schemas {
        schema.types.reverse();
        schema.enums.reverse();
        schema.containers[0].children.reverse();
        schema.types.iter_mut().for_each(|ty| ty.properties.reverse());
        schema.enums.iter_mut().for_each(|ty| ty.members.reverse());
    }
    reversed
}

proptest! {
    #[test]
    fn nothing_differs_from_itself(document in a_document()) {
        prop_assert_eq!(diff(&document, &document), []);
        prop_assert_eq!(diff(&document, &reversed(&document)), []);
    }

    #[test]
    fn there_are_differences_where_meanings_differ(old in a_document(), new in a_document()) {
        let found = diff(&old, &new);
        prop_assert_eq!(found.is_empty(), meaning(&old) == meaning(&new), "{:?}", found);
    }

    /// What one direction finds, the other finds as well.
    #[test]
    fn both_directions_have_the_same_targets(old in a_document(), new in a_document()) {
        let targets = |found: Vec<Difference>| -> std::collections::BTreeSet<String> {
            // A path of an overload is that of the old document.
            found.iter().map(|found| found.target().to_owned()).filter(|target| !target.contains('(')).collect()
        };
        prop_assert_eq!(targets(diff(&old, &new)), targets(diff(&new, &old)));
    }

    /// Whatever is removed breaks clients.
    #[test]
    fn what_is_removed_breaks_clients(old in a_document(), new in a_document()) {
        for found in diff(&old, &new) {
            if matches!(found.change(), super::super::Change::Removed(_)) {
                prop_assert!(found.breaks_clients(), "{}", found);
            }
        }
    }
}
