//! Declares a model, reads an entity, changes it, and writes the PATCH body of what has changed.
//!
//! `cargo run -p odata-core --example declare_and_diff`

use odata_core::{codec, codec::ReadOptions, prelude::*};

/// The common part of all entities. It is abstract: no value has exactly this type.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.entity", abstract)]
struct Entity {
    #[odata(key, computed)]
    id: String,
}

/// Something that moves.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.vehicle")]
struct Vehicle {
    // Its properties are inherited: nested in Rust, flat in JSON.
    #[odata(base)]
    entity: Entity,
    // `displayName` in JSON; nullable, because of the `Option`.
    #[odata(max_length = 50)]
    display_name: Option<String>,
    // Not nullable: a body without it is refused.
    seats: i32,
    position: Option<Position>,
}

/// A vehicle that carries goods.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "fleet.truck")]
struct Truck {
    #[odata(base)]
    vehicle: Vehicle,
    #[odata(default = 7.5)]
    tonnes: f64,
}

/// A value without a key, inside an entity.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "fleet.position")]
struct Position {
    latitude: f64,
    longitude: f64,
}

fn main() -> Result<(), odata_core::Error> {
    // Read. `AnyOf` holds a vehicle of any type; `@odata.type` names it, wherever it is in the object.
    let body = br##"{"id": "7", "seats": 2, "@odata.type": "#fleet.truck",
                     "position": {"latitude": 47.6, "longitude": -122.3}}"##;
    let any: AnyOf<Vehicle> = codec::from_slice(body)?;
    let truck: Truck = any.downcast().expect("the body says that it is a truck");
    println!("truck {} has {} seats and carries {} tonnes", truck.id, truck.seats, truck.tonnes);
    assert_eq!((truck.id.as_str(), truck.seats, truck.tonnes), ("7", 2, 7.5));

    // Change it like any Rust value.
    let mut moved = truck.clone();
    moved.display_name = Some("Blue".to_owned());
    if let Some(position) = &mut moved.position {
        position.latitude = 47.7;
    }

    // Diff: the smallest PATCH body that turns one state into the other.
    let patch = truck.diff(&moved).to_vec();
    println!("PATCH {}", text(&patch));
    assert_eq!(text(&patch), r#"{"displayName":"Blue","position":{"latitude":47.7}}"#);

    // Apply, as a service does with that body: all of it or nothing.
    let mut stored = truck.clone();
    Delta::<Truck>::read_for(&stored, &patch, &ReadOptions::update())?.apply_to(&mut stored)?;
    assert_eq!(stored, moved);

    // Changes without an old state, by typed paths. A wrong name or a value of a wrong type does not compile.
    let mut delta = Delta::<Truck>::new();
    delta.set(Truck::PROPERTIES.tonnes, 12.0)?;
    delta.set(Vehicle::PROPERTIES.display_name, None)?;
    delta.set(Vehicle::PROPERTIES.position.then(Position::PROPERTIES.longitude), -122.4)?;
    let patch = delta.to_vec();
    println!("PATCH {}", text(&patch));
    assert_eq!(text(&patch), r#"{"tonnes":12.0,"displayName":null,"position":{"longitude":-122.4}}"#);
    delta.apply_to(&mut stored)?;
    assert_eq!((stored.tonnes, &stored.display_name), (12.0, &None));

    // All faults of a body are reported at once, each with its path, line and column.
    let error = codec::from_slice::<Vehicle>(br#"{"id": "8", "seats": "two", "wheels": 4}"#).unwrap_err();
    println!("{error}");
    assert_eq!(error.target(), Some("seats"));
    assert!(error.to_string().starts_with("seats: a string where `Edm.Int32` is declared (line 1, column 22)"));

    // A newer service sends a type that this program does not know. A client keeps it, with all its members; a strict
    // reader refuses it.
    let body = br##"{"@odata.type":"#fleet.ship","id":"9","seats":40,"masts":3}"##;
    let ship: AnyOf<Vehicle> = codec::from_slice_with(body, &ReadOptions::client())?;
    let unknown = ship.unknown().expect("no `fleet.ship` is declared");
    println!("{} has {} seats", unknown.type_name(), ship.seats);
    assert_eq!((unknown.type_name(), ship.seats), ("fleet.ship", 40));
    assert!(text(&codec::to_vec(&ship)).ends_with(r#""masts":3}"#));
    assert!(codec::from_slice::<AnyOf<Vehicle>>(body).is_err());
    Ok(())
}

/// Returns JSON as text.
fn text(json: &[u8]) -> &str {
    std::str::from_utf8(json).expect("JSON is UTF-8")
}
