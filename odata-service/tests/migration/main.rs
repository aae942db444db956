//! A store whose entities were written by a program with another model.
#![expect(dead_code, reason = "fields are read and written through descriptors")]

mod first_layout;
mod models;
mod support;

use std::{
    future::poll_fn,
    sync::{Barrier, mpsc},
    task::Poll,
    thread,
    time::Duration,
};

use odata_core::Model;
use odata_service::{
    migration::{Migration, MigrationError, MigrationReport, Migrator},
    store::{EntityStore as _, sqlite::SqliteStore},
};
use serde_json::{Value, json};
use tokio::task::coop;

use self::{
    models::{another_set, colourless, fewer_sets, more, old, renamed, required, retyped},
    support::{Api, Database, migrate, refusal},
};

/// Creates a database of the first version with two vehicles and all that belongs to them.
async fn filled() -> Database {
    let database = Database::new();
    let api = Api::new::<old::Fleet>(&database);
    let car = json!({
        "id": "car", "colour": "red", "seats": 5, "tags": ["a"],
        "places": [{"street": "Main"}, {"street": "Side"}],
    });
    api.send("POST", "/vehicles", &car).await.expect(201);
    let truck = json!({"@odata.type": "#fleet.truck", "id": "truck/1", "seats": 2, "load": 7});
    api.send("POST", "/vehicles", &truck).await.expect(201);
    api.send("POST", "/vehicles(%27truck%2F1%27)/trips", &json!({"number": 1})).await.expect(201);
    api.send("POST", "/vehicles(%27truck%2F1%27)/trips(1)/stops", &json!({"number": 1})).await.expect(201);
    api.send("POST", "/vehicles/car/trips", &json!({"number": 1})).await.expect(201);
    api.send("POST", "/stops", &json!({"number": 1})).await.expect(201);
    api.send("PUT", "/office", &json!({"city": "Bern"})).await.expect(201);
    database
}

const ALL: usize = 7;

#[tokio::test]
async fn additions_that_fit_old_values_are_added_to_them() {
    let database = filled().await;
    let before = Api::new::<old::Fleet>(&database).send("GET", "/vehicles/car", &Value::Null).await.expect(200);
    let rows = database.rows();

    let api = Api::new::<more::Fleet>(&database);
    let after = api.send("GET", "/vehicles/car", &Value::Null).await.expect(200);
    assert_ne!(after.header("etag"), before.header("etag"), "another representation");
    let expected = json!({
        "@odata.context": "http://localhost/$metadata#vehicles/$entity",
        "@odata.etag": after.body["@odata.etag"], "@odata.type": "#fleet.vehicle",
        "id": "car", "name": null, "tags": ["a"], "colour": "red", "seats": 5,
        "places": [{"street": "Main", "number": null}, {"street": "Side", "number": null}],
        "owner": null, "wheels": 4, "notes": [],
    });
    assert_eq!(after.body, expected);

    let rewritten = database.rows();
    assert_eq!(rewritten.len(), ALL);
    for (old, new) in rows.iter().zip(&rewritten) {
        assert_eq!((old.sequence, &old.key), (new.sequence, &new.key));
        if new.type_name == "fleet.vehicle" || new.type_name == "fleet.truck" {
            assert!(new.version > rows.last().unwrap().version, "{new:?}");
        } else {
            assert_eq!(old, new, "nothing has changed there");
        }
    }
    // Versions go on from there.
    let patched = api.send("PATCH", "/vehicles/car", &json!({"wheels": 3})).await.expect(200);
    assert_ne!(patched.header("etag"), after.header("etag"));
    let newest = rewritten.iter().map(|row| row.version).max().unwrap();
    assert!(database.rows().iter().any(|row| row.version > newest));

    let rows = database.rows();
    drop(Api::new::<more::Fleet>(&database));
    assert_eq!(database.rows(), rows, "a second start does nothing");
    let nothing = migrate::<more::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    assert_eq!(nothing, MigrationReport::default());
}

#[tokio::test]
async fn a_difference_that_no_value_shows_rewrites_nothing() {
    let database = filled().await;
    let rows = database.rows();
    let report = migrate::<another_set::Fleet>(database.path(), Migration::Compatible).unwrap();
    assert_eq!((report.differences.len(), report.rewritten, report.deleted), (1, 0, 0));
    assert!(report.has_changes() && !report.loses_data());
    assert_eq!(database.rows(), rows);
    let api = Api::new::<another_set::Fleet>(&database);
    api.send("POST", "/moreStops", &json!({"number": 1})).await.expect(201);
    assert_eq!(
        refusal::<old::Fleet>(database.path()),
        ["moreStops: removed; its entities and all that they contain are lost"]
    );
}

#[tokio::test]
async fn a_property_that_must_have_a_value_is_refused_without_default() {
    let database = filled().await;
    let rows = database.rows();
    let lost = "fleet.vehicle/wheels: new; \
                stored values have none for it and no default value is declared, so they get a blank one";
    assert_eq!(refusal::<required::Fleet>(database.path()), [lost]);
    assert_eq!(database.rows(), rows);
    // The program of the first version goes on.
    let api = Api::new::<old::Fleet>(&database);
    api.send("PATCH", "/vehicles/car", &json!({"seats": 4})).await.expect(200);

    let report = migrate::<required::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    assert_eq!((report.rewritten, report.deleted), (2, 0));
    let car = Api::new::<required::Fleet>(&database).send("GET", "/vehicles/car", &Value::Null).await.expect(200);
    assert_eq!((&car.body["wheels"], &car.body["seats"]), (&json!(0), &json!(4)));
}

#[tokio::test]
async fn a_removed_property_is_not_sent_and_not_lost_by_an_update() {
    let database = filled().await;
    let rows = database.rows();
    assert_eq!(refusal::<colourless::Fleet>(database.path()), ["fleet.vehicle/colour: removed; its values are lost"]);
    assert_eq!(database.rows(), rows);

    let report = migrate::<colourless::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    assert_eq!((report.rewritten, report.deleted), (2, 0));
    let losses: Vec<_> = report.losses.iter().map(ToString::to_string).collect();
    assert_eq!(
        losses,
        [
            "fleet.vehicle/colour: `colour` is not a property of `fleet.vehicle`; the value is lost (1 entity)",
            "fleet.truck/colour: `colour` is not a property of `fleet.truck`; the value is lost (1 entity)",
        ]
    );
    let car = Api::new::<colourless::Fleet>(&database).send("GET", "/vehicles/car", &Value::Null).await.expect(200);
    assert_eq!(car.body.get("colour"), None);
    assert_eq!(car.body["seats"], 5);
}

#[tokio::test]
async fn entities_of_a_removed_type_are_deleted_only_if_that_is_allowed() {
    let database = filled().await;
    let rows = database.rows();
    let lost = "fleet.truck: removed; its entities and all that they contain are lost";
    assert_eq!(refusal::<renamed::Fleet>(database.path()), [lost]);
    assert_eq!(database.rows(), rows);

    let report = migrate::<renamed::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    // The truck, its trip and the stop of that.
    assert_eq!((report.rewritten, report.deleted), (0, 3));
    let api = Api::new::<renamed::Fleet>(&database);
    let all = api.send("GET", "/vehicles", &Value::Null).await.expect(200);
    let keys: Vec<_> = all.body["value"].as_array().unwrap().iter().map(|entity| &entity["id"]).collect();
    assert_eq!(keys, ["car"]);
    assert_eq!(database.rows().len(), ALL - 3);
    api.send("GET", "/vehicles/car/trips/1", &Value::Null).await.expect(200);
}

#[tokio::test]
async fn values_that_do_not_fit_are_replaced() {
    let database = filled().await;
    assert_eq!(
        refusal::<retyped::Fleet>(database.path()),
        [
            "fleet.vehicle/colour: the type changed from `Edm.String` to `Edm.Int32`; values that are not `Edm.Int32` are lost",
            "fleet.vehicle/seats: the type changed from `Edm.Int32` to `Collection(Edm.Int32)`; \
         values that are not `Collection(Edm.Int32)` are lost",
        ]
    );
    migrate::<retyped::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    let car = Api::new::<retyped::Fleet>(&database).send("GET", "/vehicles/car", &Value::Null).await.expect(200);
    assert_eq!((&car.body["colour"], &car.body["seats"], &car.body["tags"]), (&Value::Null, &json!([]), &json!(["a"])));
}

#[tokio::test]
async fn entities_of_a_removed_collection_are_deleted_only_if_that_is_allowed() {
    let database = filled().await;
    assert_eq!(
        refusal::<fewer_sets::Fleet>(database.path()),
        [
            "office: removed; its value and all that it contains are lost",
            "stops: removed; its entities and all that they contain are lost",
            "fleet.office: removed; its entities and all that they contain are lost",
        ]
    );
    let report = migrate::<fewer_sets::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    assert_eq!((report.rewritten, report.deleted), (0, 2));
    let reasons: Vec<_> = report.losses.iter().map(ToString::to_string).collect();
    assert_eq!(
        reasons,
        [
            "fleet.stop: the model has no `stops`; the entity is lost, with all that it contains (1 entity)",
            "fleet.office: the model has no `office`; the entity is lost, with all that it contains (1 entity)",
        ]
    );
    assert_eq!(database.rows().len(), ALL - 2);
}

#[tokio::test]
async fn a_dry_run_reports_everything_and_changes_nothing() {
    let database = filled().await;
    let (rows, model) = (database.rows(), database.model());
    let planned = migrate::<renamed::Fleet>(database.path(), Migration::DryRun).unwrap();
    assert!(planned.loses_data());
    assert_eq!((planned.rewritten, planned.deleted), (0, 3));
    assert_eq!((database.rows(), database.model()), (rows, model));
    let done = migrate::<renamed::Fleet>(database.path(), Migration::AllowDataLoss).unwrap();
    assert_eq!(planned, done);

    let first = Database::of_first_layout(&[]);
    migrate::<old::Fleet>(first.path(), Migration::DryRun).unwrap();
    assert_eq!(first.layout(), 1);
}

#[tokio::test]
async fn a_migration_that_fails_halfway_changes_nothing() {
    let database = filled().await;
    let (rows, model, counter) = (database.rows(), database.model(), database.counter());
    database.execute(
        "CREATE TRIGGER full BEFORE UPDATE ON entity WHEN old.type_name = 'fleet.truck'
         BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
    );
    for migration in [Migration::Compatible, Migration::AllowDataLoss] {
        match migrate::<more::Fleet>(database.path(), migration) {
            Err(MigrationError::Failed(cause)) => assert!(cause.contains("the disk is full"), "{cause}"),
            other => panic!("{other:?}"),
        }
        assert_eq!((database.rows(), database.model(), database.counter()), (rows.clone(), model.clone(), counter));
    }
    database.execute("DROP TRIGGER full");
    assert_eq!(migrate::<more::Fleet>(database.path(), Migration::Compatible).unwrap().rewritten, 2);
    assert_eq!(database.counter(), counter + 2);
}

#[tokio::test]
async fn of_two_that_start_at_once_one_migrates() {
    for _ in 0..5 {
        let database = filled().await;
        let start = Barrier::new(4);
        let reports: Vec<_> = thread::scope(|scope| {
            let open = || {
                let store = SqliteStore::open(database.path()).unwrap();
                start.wait();
                store.migrate(Migrator::new(&Model::of::<more::Fleet>().unwrap(), Migration::Compatible)).unwrap()
            };
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        let mut rewritten: Vec<_> = reports.iter().map(|report| report.rewritten).collect();
        rewritten.sort_unstable();
        assert_eq!(rewritten, [0, 0, 0, 2]);
    }
}

/// A task that has used up its budget gets nothing more from tokio until it yields, which a blocking one does not do.
#[test]
fn a_task_without_budget_does_not_wait_forever() {
    let (done, finished) = mpsc::channel();
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let store = SqliteStore::in_memory().unwrap();
        runtime.block_on(poll_fn(|context| {
            while coop::has_budget_remaining() {
                if let Poll::Ready(restore) = coop::poll_proceed(context) {
                    restore.made_progress();
                }
            }
            let migrator = Migrator::new(&Model::of::<old::Fleet>().unwrap(), Migration::Compatible);
            done.send(store.migrate(migrator)).unwrap();
            Poll::Ready(())
        }));
    });
    finished.recv_timeout(Duration::from_secs(20)).unwrap().unwrap();
}

#[tokio::test]
async fn a_recorded_model_of_a_later_program_is_refused() {
    let database = filled().await;
    database.set_model(r#"{"version":99}"#);
    let error = Api::try_new::<old::Fleet>(SqliteStore::open(database.path()).unwrap()).map(drop).unwrap_err();
    assert!(error.to_string().contains("the version is 99"), "{error}");
}

#[tokio::test]
async fn a_store_in_memory_has_a_model_as_well() {
    let store = SqliteStore::in_memory().unwrap();
    let api = Api::try_new::<old::Fleet>(store.clone()).unwrap();
    api.send("POST", "/vehicles", &json!({"id": "1", "seats": 1})).await.expect(201);
    assert!(Api::try_new::<colourless::Fleet>(store.clone()).is_err());
    let api = Api::try_new::<more::Fleet>(store).unwrap();
    assert_eq!(api.send("GET", "/vehicles/1", &Value::Null).await.expect(200).body["wheels"], 4);
}
