//! A model with every word of the attribute language, so that whatever can be said is said together at least once.

mod entities;
mod operations;
mod terms;
mod values;

use odata_core::{AnyOf, ODataContainer};

pub use entities::{Appliance, Camera, Decision, Device, Note, Person, Room, Shelf, Thing};
pub use operations::{
    Audit, Census, Check, CheckIn, Checked, Clear, Count, Motto, Move, MoveOne, NewRoom, Newest, NotesOf, Reset, Total,
    Upload, UploadSize,
};
pub use terms::{FullLook, IN_LISTS, Loads, Look, Notes, Owner, Part, Seen, Shown, Upkeep};
pub use values::{
    Colour, Entry, Extra, Instant, Level, Location, Measure, Money, NumberSetting, Ratio, Setting, Sku, Spot,
    TextSetting, Undecided,
};

/// The source of the model.
pub const SOURCE: [&str; 5] = [
    include_str!("mod.rs"),
    include_str!("entities.rs"),
    include_str!("operations.rs"),
    include_str!("terms.rs"),
    include_str!("values.rs"),
];

/// Where everything is found.
#[derive(ODataContainer)]
#[odata(type = "sink.Container", types(Reset), all_of("sink.audit"), with(serde_json), crate = "::odata_core")]
#[odata(schema("sink", alias = "self"), schema("sink.audit", alias = "audit"))]
#[odata(reference("https://example.com/Core.xml", include("Org.OData.Core.V1", alias = "Core")))]
#[odata(reference(
    "https://example.com/more.xml",
    include("com.example.more"),
    include_annotations("com.example.more", qualifier = "Tablet", target_namespace = "sink")
))]
#[odata(description = "Where all of it is.", annotate(Owner = "house"))]
#[odata(annotations(Person, person, annotate(Owner = "people")), annotations(Device, annotate(Owner #List = "sales")))]
#[odata(annotations("sink.Colour/Green", annotate("com.example.more.Shade" = raw "light")))]
pub struct Sink {
    /// All devices.
    #[odata(entity_set, bind(room = rooms, owner = people, deputy = people, related = devices, location.room = rooms))]
    #[odata(bind(notes.author = people, as Camera.lens_maker = people))]
    pub devices: Vec<AnyOf<Device>>,
    #[odata(entity_set, name = "AllRooms", bind(devices = devices))]
    pub rooms: Vec<Room>,
    #[odata(entity_set, description = "All who live here.", annotate(Shown = FullLook { columns: [path(person)] }))]
    pub people: Vec<Person>,
    /// Known to few.
    #[odata(entity_set, include_in_service_document = false)]
    pub shelves: Vec<Shelf>,
    /// The one that was used last.
    #[odata(singleton, nullable, bind(room = rooms, pinned = devices.notes))]
    pub last_used: AnyOf<Device>,
    #[odata(singleton)]
    pub caretaker: Person,
    /// What was bought last.
    #[odata(function_import(entity_set = devices, include_in_service_document))]
    pub newest: Newest,
    #[odata(function_import)]
    pub census: Census,
    /// Moves a device, wherever it is.
    #[odata(action_import(entity_set = devices))]
    pub move_one: MoveOne,
    #[odata(action_import)]
    pub new_room: NewRoom,
}

/// A part of it.
#[derive(ODataContainer)]
#[odata(type = "sink.Small", types(only(Camera)), rename_all = "PascalCase")]
pub struct Small {
    #[odata(entity_set)]
    pub devices: Vec<AnyOf<Device>>,
}

/// What is allowed, and not valid by the published schema of `$metadata`.
#[derive(ODataContainer)]
#[odata(type = "sink.Lenient", types(only()))]
pub struct Lenient {
    #[odata(entity_set)]
    pub decisions: Vec<Decision>,
}
