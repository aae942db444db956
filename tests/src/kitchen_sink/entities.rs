//! The entity types.

use odata_core::{
    AnyOf, DynamicProperties, Flags, Nav, ODataEntity,
    slot::Untyped,
    value::{Date, DateTimeOffset, Decimal, Duration, Guid, Stream, TimeOfDay},
};

use super::{
    Colour, Extra, IN_LISTS, Instant, Level, Loads, Location, Measure, Money, Notes, Owner, Ratio, Seen, Setting,
    Shown, Sku, Spot, Undecided,
};

/// What has a number.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.thing", abstract, alternate_key(code), alternate_key(spot.hall as spotHall, code))]
pub struct Thing {
    /// Given by the service.
    #[odata(key, computed)]
    pub id: Guid,
    /// Given once.
    #[odata(immutable, max_length = 20, unicode = false, unique, indexed)]
    pub code: String,
    pub spot: Spot,
}

/// A thing with a property of each type, and relations of each form.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.device", description = "A thing with all there is.", annotate(Shown = IN_LISTS, Seen, Loads = [0.5, 1.0]))]
#[odata(annotate(Notes = ["fragile", 5, if_(path(enabled), true), null, [1]], Notes #Short = [path(label)]))]
#[odata(annotate("com.example.more.Everything" = raw [
    true, "text", 1, 1.5, null, binary("AQID"), date("2024-02-29"), time_of_day("07:59:59"), duration("PT1H"),
    date_time_offset("2024-02-29T07:59:59Z"), guid("01234567-89ab-cdef-0123-456789abcdef"), decimal("1.50"),
    path("label"), property_path("label"), navigation_property_path("notes"), annotation_path("@sink.owner"),
    model_element_path("/sink.device"), member("sink.Colour", "Green"), { Name: "x" }, ["a"],
    if_(and(eq(1, 1), or(ne(1, 2), not(gt(1, 2)))), add(1, 2), sub(3, 4)), mul(1, 2), div(4, 2), div_by(1, 2),
    mod(5, 2), neg(1), ge(1, 1), lt(1, 2), le(1, 1), has(path("extras"), member("sink.extra", "battery")),
    in(1, [1]), apply("odata.concat", "a", "b"), cast(path("label"), "Edm.String"), is_of(path("label"), "Edm.String"),
    labeled("Label", "x"), labeled_ref("sink.Label"), url("https://example.com/"),
]))]
pub struct Device {
    #[odata(base)]
    pub thing: Thing,
    #[odata(
        name = "title",
        searchable,
        max_length = 80,
        description = "What is written on it.",
        annotate(Owner = "x")
    )]
    pub label: Option<String>,
    #[odata(default = true)]
    pub enabled: bool,
    pub byte: u8,
    pub signed_byte: Option<i8>,
    pub short: Option<i16>,
    #[odata(default = 5)]
    pub priority: i32,
    pub long: Option<i64>,
    pub single: Option<f32>,
    pub double: f64,
    #[odata(default = 1.5, precision = 10, scale = 2)]
    pub price: Decimal,
    #[odata(precision = 12, scale = variable)]
    pub weight: Option<Decimal>,
    #[odata(max_length = 100)]
    pub photo: Option<Vec<u8>>,
    pub correlation: Option<Guid>,
    #[odata(default = "2024-02-29")]
    pub built: Date,
    #[odata(precision = 0)]
    pub opens: Option<TimeOfDay>,
    #[odata(precision = 3)]
    pub seen: Option<DateTimeOffset>,
    #[odata(precision = 6)]
    pub worked: Option<Duration>,
    #[odata(max_length = 1000)]
    pub manual: Option<Stream>,
    pub anything: Option<Untyped>,
    pub things: Vec<Untyped>,
    #[odata(default = "Green")]
    pub colour: Colour,
    pub colours: Vec<Colour>,
    pub extras: Option<Flags<Extra>>,
    pub sku: Sku,
    pub costs: Option<Money>,
    pub checked: Vec<Instant>,
    pub level: Option<Level>,
    pub ratios: Vec<Ratio>,
    pub tags: Vec<String>,
    pub readings: Vec<Option<i32>>,
    pub location: Location,
    pub spare_location: Option<Box<Location>>,
    pub main_setting: Option<AnyOf<Setting>>,
    pub settings: Vec<AnyOf<Setting>>,
    pub measures: Vec<Measure>,
    pub room_id: i32,
    /// Where it stands.
    #[odata(partner = devices, referential_constraint(room_id = id), on_delete = none)]
    pub room: Nav<Box<Room>>,
    pub owner: Nav<Person>,
    #[odata(on_delete = set_null)]
    pub deputy: Nav<Option<Person>>,
    #[odata(on_delete = set_default)]
    pub twin: Nav<Option<Box<Device>>>,
    pub successor: Nav<AnyOf<Device>>,
    pub predecessor: Nav<Option<AnyOf<Device>>>,
    pub related: Nav<Vec<AnyOf<Device>>>,
    /// What is written on it.
    #[odata(contains_target, partner = device, on_delete = cascade)]
    pub notes: Nav<Vec<Note>>,
    pub pinned: Nav<Option<Box<Note>>>,
    /// How often it was looked at, which is nobody's business.
    #[odata(skip)]
    pub looks: u32,
}

/// A device that is never just that.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.appliance", abstract, allow(abstract_from_concrete))]
pub struct Appliance {
    #[odata(base)]
    pub device: Device,
}

/// A device with a picture of its own, and whatever else its maker says.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.camera", has_stream, open, allow(has_stream_below_base))]
pub struct Camera {
    #[odata(base, no_deref)]
    pub appliance: Appliance,
    pub focal_length: Option<f64>,
    pub lens_maker: Nav<Option<Person>>,
    #[odata(dynamic)]
    pub more: DynamicProperties,
}

/// What is written on a device.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.note")]
pub struct Note {
    #[odata(key)]
    pub number: i32,
    pub text: String,
    #[odata(partner = notes)]
    pub device: Nav<AnyOf<Device>>,
    pub author: Nav<Option<Person>>,
}

/// Where devices stand.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.room")]
pub struct Room {
    #[odata(key)]
    pub id: i32,
    #[odata(partner = room)]
    pub devices: Nav<Vec<AnyOf<Device>>>,
}

/// Somebody.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.Person", rename_all = "PascalCase", allow(same_name_as_type))]
#[odata(serde = false, crate = "::odata_core")]
pub struct Person {
    /// The name.
    #[odata(key)]
    pub person: String,
}

/// A place for things, named by where it is.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.shelf", key(spot.hall as spotHall, number))]
pub struct Shelf {
    pub spot: Spot,
    pub number: i16,
}

/// What has members that nobody has declared yet.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "sink.decision")]
pub struct Decision {
    #[odata(key)]
    pub id: i32,
    pub last: Option<Undecided>,
    pub all: Vec<Undecided>,
}
