//! Terms, and the records that are their values.

use odata_core::{
    ODataRecord, ODataTerm,
    annotation::{
        AnnotationPath, AnyPrimitive, AnyValue, ModelElementPath, NavigationPropertyPath, PropertyPath, Value,
    },
    record,
    value::Decimal,
};

use super::{Colour, Device};

/// Who is asked about it.
#[derive(ODataTerm)]
#[odata(type = "sink.owner", value = String, max_length = 20, unicode = false, default = "nobody")]
pub struct Owner;

/// What it costs to keep it.
#[derive(ODataTerm)]
#[odata(type = "sink.upkeep", value = Option<Decimal>, precision = 10, scale = variable, base = Owner, annotate(Owner))]
#[odata(applies_to(entity_type, complex_type, property, navigation_property, collection), crate = "::odata_core")]
pub struct Upkeep;

#[derive(ODataTerm)]
#[odata(type = "elsewhere.seen", value = bool, default = true, register = false, description = "Somebody saw it.")]
pub struct Seen;

/// How it is shown.
#[derive(ODataTerm)]
#[odata(type = "sink.shown", value = Look)]
pub struct Shown;

/// How much of it is used, each month.
#[derive(ODataTerm)]
#[odata(type = "sink.loads", value = Vec<f64>)]
pub struct Loads;

/// Anything that is worth a note.
#[derive(ODataTerm)]
#[odata(type = "sink.notes", value = Vec<AnyValue>)]
pub struct Notes;

#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "sink.Look", abstract, rename_all = "PascalCase", annotate(Owner = "design"))]
#[odata(description = "How something looks.", crate = "::odata_core")]
pub struct Look {
    #[odata(name = "Caption", max_length = 40, unicode = false, annotate(Owner = "editors"))]
    #[odata(description = "Shown above it.")]
    pub title: Value<Option<String>>,
    #[odata(default = 1.5, precision = 5, scale = variable)]
    pub size: Value<Decimal>,
}

/// A look with parts.
#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "sink.fullLook", base = Look, open)]
pub struct FullLook {
    #[odata(name = "Caption")]
    pub title: Value<Option<String>>,
    #[odata(name = "Size")]
    pub size: Value<Decimal>,
    pub colour: Value<Option<Colour>>,
    pub columns: Value<Vec<PropertyPath>>,
    pub details: Value<Vec<NavigationPropertyPath>>,
    pub more: Value<Option<AnnotationPath>>,
    pub elements: Value<Vec<ModelElementPath>>,
    pub limit: Value<Option<AnyPrimitive>>,
}

/// A part that no model has.
#[derive(ODataRecord, Clone, Copy, Debug)]
#[odata(type = "elsewhere.part", register = false)]
pub struct Part {
    pub name: Value<String>,
}

/// How a device is shown in lists.
pub const IN_LISTS: FullLook = record!(for Device, FullLook {
    title: path(label),
    size: 2.5,
    colour: Colour::Green,
    columns: [path(label), path(price), path(location.description)],
    details: [path(notes)],
    more: path(location @ Notes #Short),
    elements: [path(label), path(location @ Owner)],
    limit: date("2024-02-29"),
});
