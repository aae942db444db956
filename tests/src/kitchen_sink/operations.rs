//! Actions and functions.

use odata_core::{
    AnyOf, ODataAction, ODataFunction, Optional,
    value::{Date, Decimal, Duration, Stream},
};

use super::{Device, FullLook, Measure, Note, Owner, Person, Room, Setting, Shown};

/// Moves devices to another room.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(
    type = "sink.move",
    bound_to = Vec<AnyOf<Device>>,
    binding("devices", annotate(Owner = "movers")),
    returns(Vec<AnyOf<Device>>, annotate(Owner = "movers")),
    description = "Moves them.",
    entity_set_path("devices"),
    rename_all = "PascalCase",
    annotate(Owner = "movers", Shown = FullLook { size: 1, columns: [path(room)] })
)]
pub struct Move {
    #[odata(name = "to")]
    pub room: i32,
    #[odata(precision = 10, scale = 2, description = "What it may cost.", annotate(Owner = "movers"))]
    pub budget: Decimal,
    pub settings: Vec<AnyOf<Setting>>,
    #[odata(default = "spring", max_length = 10)]
    pub season: Optional<Option<String>>,
    pub until: Optional<Date>,
}

/// Moves one device, whose number is said.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.move", returns(Option<AnyOf<Device>>))]
pub struct MoveOne {
    #[odata(max_length = 20)]
    pub code: String,
}

/// Checks a device.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.check", bound_to = AnyOf<Device>, allow(action_and_function))]
#[odata(serde = false, crate = "::odata_core")]
pub struct Check;

/// Makes a room: a name that a type has, too.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.room", returns(Room), allow(name_of_a_type))]
pub struct NewRoom {
    #[odata(precision = 5, scale = variable)]
    pub height: Decimal,
}

/// Takes everything out of a room.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.clear", bound_to = Room, returns(Decimal, precision = 7, scale = 1))]
#[odata(entity_set_path("bindingParameter", devices), allow(entity_set_path_without_entity))]
pub struct Clear;

/// Takes a manual.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.upload", bound_to = AnyOf<Device>, allow(stream_parameter))]
pub struct Upload {
    #[odata(max_length = 1000)]
    pub manual: Stream,
}

/// Nothing leads to it: it is unbound and named by the container alone.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.reset")]
pub struct Reset;

/// Writes down what is there, in a namespace that the container has as a whole.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "sink.audit.audit")]
pub struct Audit;

/// The people who checked a device.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.check", bound_to = AnyOf<Device>, returns(Vec<Person>), composable)]
#[odata(allow(action_and_function))]
pub struct Checked;

/// The people who checked a device in some time.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.check", bound_to = AnyOf<Device>, returns(Vec<Person>), composable)]
#[odata(rename_all = "PascalCase", description = "Who checked it.", annotate(Owner = "lab"))]
pub struct CheckIn {
    pub since: Date,
    #[odata(name = "within", precision = 3, description = "How long it took.", annotate(Owner = "lab"))]
    pub duration: Duration,
}

/// How much there is of something in a room.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.count", bound_to = Room, returns(i32))]
#[odata(entity_set_path("bindingParameter", devices), allow(entity_set_path_without_entity))]
pub struct Count {
    #[odata(precision = 5, scale = 2)]
    pub least: Decimal,
    #[odata(default = "all", max_length = 10)]
    pub what: Optional<String>,
}

/// The notes on devices: a name that a type has, too.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.note", bound_to = Vec<AnyOf<Device>>, binding = "devices", returns(Vec<Note>))]
#[odata(entity_set_path("devices", notes), allow(name_of_a_type))]
pub struct NotesOf;

/// How large a manual would be.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.uploadSize", returns(i64), allow(stream_parameter), serde = false, crate = "::odata_core")]
pub struct UploadSize {
    pub manual: Stream,
}

/// The sum of what was measured.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.total", bound_to = Vec<Measure>, returns(Option<Decimal>, precision = 12, scale = variable))]
pub struct Total {
    #[odata(scale = variable)]
    pub least: Decimal,
}

/// What was bought last.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.newest", returns(Vec<AnyOf<Device>>), composable)]
pub struct Newest;

/// How many people there are.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.census", returns(i64))]
pub struct Census;

/// What is written over the door of a room.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "sink.motto", bound_to = Room, returns(Option<String>, max_length = 200))]
pub struct Motto;
