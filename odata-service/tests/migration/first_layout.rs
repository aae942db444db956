//! A database without a recorded model.

use odata_service::migration::Migration;

use crate::{
    models::{colourless, more, numbered, old, required},
    support::{Api, Database, migrate, refusal},
};

#[tokio::test]
async fn a_database_of_the_first_layout_is_checked_row_by_row() {
    let car =
        r##"{"@odata.type":"#fleet.vehicle","id":"car","name":null,"tags":[],"places":[],"colour":"red","seats":5}"##;
    let rows = [("vehicles", "car", "fleet.vehicle", car), ("vehicles/car/trips", "1", "fleet.trip", TRIP)];
    let database = Database::of_first_layout(&rows);
    let before = database.rows();
    drop(Api::new::<old::Fleet>(&database));
    assert_eq!(database.layout(), 2);
    assert_eq!(database.rows(), before, "all entities fit the model");
    assert!(database.model().is_some());

    let database = Database::of_first_layout(&rows);
    let report = migrate::<more::Fleet>(database.path(), Migration::Compatible).unwrap();
    assert_eq!((report.differences.len(), report.rewritten), (0, 1));

    let database = Database::of_first_layout(&rows);
    assert_eq!(
        refusal::<colourless::Fleet>(database.path()),
        ["fleet.vehicle/colour: `colour` is not a property of `fleet.vehicle`; the value is lost (1 entity)"]
    );
    assert_eq!(
        refusal::<required::Fleet>(database.path()),
        [
            "fleet.vehicle/wheels: property `wheels` of `fleet.vehicle` must have a value; a blank value takes its place (1 entity)"
        ]
    );
    assert_eq!(
        refusal::<numbered::Fleet>(database.path()),
        ["fleet.vehicle/revision: property `revision` of `fleet.vehicle` must have a value; \
         a blank value takes its place (1 entity)"]
    );
    assert_eq!((database.rows(), database.layout()), (before, 1), "a program of the first layout can go on");
}

const TRIP: &str = r##"{"@odata.type":"#fleet.trip","number":1}"##;

#[tokio::test]
async fn rows_that_are_not_entities_of_the_model_are_listed_by_reason() {
    let vehicle = |rest: &str| format!(r##"{{"@odata.type":"#fleet.vehicle",{rest},"seats":1}}"##);
    let (one, two, other) =
        (vehicle(r#""id":"one","tags":["x",1]"#), vehicle(r#""id":"two","name":1"#), vehicle(r#""id":"x""#));
    let rows = [
        ("vehicles", "one", "fleet.vehicle", one.as_str()),
        ("vehicles", "two", "fleet.vehicle", two.as_str()),
        ("vehicles", "other", "fleet.vehicle", other.as_str()),
        ("vehicles/other/trips", "1", "fleet.trip", TRIP),
        ("vehicles", "broken", "fleet.vehicle", "{\"id\":"),
        ("vehicles", "bike", "fleet.bike", r##"{"@odata.type":"#fleet.bike","id":"bike"}"##),
        ("boats", "1", "fleet.boat", "{}"),
        ("boats", "2", "fleet.boat", "{}"),
        ("", "harbour", "fleet.harbour", "{}"),
        ("vehicles/one/wheels", "1", "fleet.wheel", "{}"),
        ("stops", "1", "fleet.trip", TRIP),
    ];
    let database = Database::of_first_layout(&rows);
    let found = refusal::<old::Fleet>(database.path());
    for expected in [
        "fleet.vehicle/tags: a number where `Edm.String` is declared; the value is lost (1 entity)",
        "fleet.vehicle/name: a number where `Edm.String` is declared; the value is lost (1 entity)",
        "fleet.vehicle: its key does not match its address; the entity is lost, with all that it contains (1 entity)",
        "fleet.boat: the model has no `boats`; the entity is lost, with all that it contains (2 entities)",
        "fleet.harbour: the model has no `harbour`; the entity is lost, with all that it contains (1 entity)",
        "fleet.wheel: the model has no `vehicles/../wheels`; the entity is lost, with all that it contains (1 entity)",
    ] {
        assert!(found.iter().any(|line| line == expected), "{expected}: {found:#?}");
    }
    assert!(
        found.iter().any(|line| line.starts_with("fleet.bike: `fleet.bike` is not a type of the model")),
        "{found:#?}"
    );
    assert_eq!(database.rows().len(), rows.len());

    migrate::<old::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    let kept: Vec<_> = database.rows().into_iter().map(|row| (row.key, row.json)).collect();
    let whole = |id: &str| {
        let json = format!(
            r##"{{"@odata.type":"#fleet.vehicle","id":"{id}","name":null,"tags":[],"places":[],"colour":null,"seats":1}}"##
        );
        (id.to_owned(), json)
    };
    assert_eq!(kept, [whole("one"), whole("two")]);
}

#[tokio::test]
async fn a_collection_of_one_exact_type_has_no_derived_types() {
    let big = r##"{"@odata.type":"#fleet.bigStop","number":9}"##;
    let stop = r##"{"@odata.type":"#fleet.stop","number":1}"##;
    let database =
        Database::of_first_layout(&[("stops", "1", "fleet.stop", stop), ("stops", "9", "fleet.bigStop", big)]);
    assert_eq!(
        refusal::<more::Fleet>(database.path()),
        ["fleet.bigStop: exactly `fleet.stop` is declared; the entity is lost, with all that it contains (1 entity)"]
    );
    migrate::<more::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    assert_eq!(database.rows().into_iter().map(|row| row.json).collect::<Vec<_>>(), [stop]);
}
