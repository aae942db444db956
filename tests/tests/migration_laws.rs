//! What is stored by a model is of that model: a migration that looks at each entity changes none.

use odata_core::{AnyOf, Model, Slot as _, ValueRef, codec, edm::ModelSnapshot};
use odata_service::{
    migration::{Migration, MigrationStep, Migrator, Rewrite},
    store::StoredEntity,
};
use odata_tests::{
    arbitrary::{self, Choices, choices},
    workshop::{Container, Machine},
};
use proptest::prelude::*;

/// A machine of any type as the service stores it.
fn stored(machine: &AnyOf<Machine>) -> StoredEntity {
    let ValueRef::Structured(value) = machine.view() else { panic!("a structured value") };
    let json = String::from_utf8(codec::to_vec(machine)).unwrap();
    StoredEntity::new(machine.id.clone(), 1, value.descriptor().name(), json)
}

fn migrator(migration: Migration) -> Migrator {
    Migrator::new(&Model::of::<Container>().unwrap(), migration)
}

proptest! {
    #[test]
    fn what_the_model_has_written_stays(bytes in choices()) {
        let stored = stored(&arbitrary::value(&mut Choices::new(bytes)));
        let mut migrator = migrator(Migration::Compatible);
        prop_assert_eq!(migrator.start(None), Ok(MigrationStep::Rewrite));
        prop_assert_eq!(migrator.rewrite("machines", &stored).unwrap(), Rewrite::Keep, "{}", stored.json);
        prop_assert!(!migrator.finish(0).unwrap().has_changes());
    }

    /// Whatever happens to the text, what is left is of the model, and a second migration has nothing to do.
    #[test]
    fn what_is_left_stays(bytes in choices(), at in any::<prop::sample::Index>(), with in "[0-9a-z\"{}\\[\\],:]{0,3}") {
        let mut stored = stored(&arbitrary::value(&mut Choices::new(bytes)));
        let mut at = at.index(stored.json.len());
        while !stored.json.is_char_boundary(at) {
            at -= 1;
        }
        let end = at + stored.json[at..].chars().next().map_or(0, char::len_utf8);
        stored.json.replace_range(at..end, &with);
        let mut first = migrator(Migration::AllowDataLoss);
        let decision = first.rewrite("machines", &stored).unwrap();
        prop_assert!(decision != Rewrite::Delete || first.finish(1).unwrap().loses_data());
        if let Rewrite::Replace { type_name, json } = decision {
            let left = StoredEntity::new(stored.key, stored.version, type_name, json);
            let mut second = migrator(Migration::Compatible);
            prop_assert_eq!(second.rewrite("machines", &left).unwrap(), Rewrite::Keep);
            prop_assert!(second.finish(0).is_ok());
        }
    }
}

mod measured {
    use odata_core::{ODataContainer, ODataEntity, value::Decimal};

    /// Something with limits.
    #[derive(ODataEntity, Clone)]
    #[odata(type = "measured.thing")]
    pub(crate) struct Thing {
        #[odata(key, max_length = 9)]
        pub(crate) id: String,
        #[odata(precision = 5, scale = 2)]
        pub(crate) price: Decimal,
        #[odata(precision = 5, scale = variable)]
        pub(crate) weight: Decimal,
    }

    /// All things.
    #[derive(ODataContainer)]
    #[odata(type = "measured.Container")]
    pub(crate) struct Measured {
        #[odata(entity_set)]
        pub(crate) things: Vec<Thing>,
    }
}

#[test]
fn a_greater_scale_leaves_fewer_digits_before_the_point() {
    let recorded = ModelSnapshot::new(&Model::of::<measured::Measured>().unwrap());
    let json = recorded.to_json();
    for facet in [r#""$MaxLength":9"#, r#""$Precision":5,"$Scale":2"#, r#""$Precision":5}"#] {
        assert!(json.contains(facet), "{json}");
    }
    let later = |precision: u8, scale: u8| {
        let facets = format!(r#""$Precision":{precision},"$Scale":{scale}"#);
        let later = json.replace(r#""$Precision":5,"$Scale":2"#, &facets);
        recorded.differences(&ModelSnapshot::from_json(&later).unwrap())
    };
    let differences = later(5, 3);
    assert_eq!(differences.len(), 1);
    assert!(differences[0].is_loss(), "{differences:?}");
    assert!(later(6, 3).iter().all(|difference| !difference.is_loss()));
}
