//! Complex and enumeration types of the workshop.

use odata_core::{ODataComplex, ODataEnum, ODataTypeDefinition, value::UnknownMember};

/// The colour of paint.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "workshop.colour")]
pub enum Colour {
    Red,
    Green,
    /// A colour that came later.
    #[odata(unknown)]
    Other(UnknownMember),
}

/// What a truck can have.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "workshop.extra", flags)]
#[repr(i16)]
pub enum Extra {
    Crane = 1,
    Heater = 2,
    Radio = 4,
    /// What is in the cabin.
    Comfort = 6,
    /// Something that came later.
    #[odata(unknown)]
    Other(UnknownMember),
}

/// A number plate.
#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "workshop.plate", max_length = 1000)]
pub struct Plate(pub String);

/// Size and what belongs to it.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "workshop.dimensions")]
pub struct Dimensions {
    /// The size outside.
    pub outer: Size,
    /// The size inside.
    pub inner: Option<Size>,
    pub remarks: Vec<String>,
}

/// Millimetres.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "workshop.size")]
pub struct Size {
    /// From side to side.
    pub width: i32,
    /// From top to bottom.
    #[odata(default = 100)]
    pub height: i32,
}

/// A setting of a machine.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "workshop.setting", abstract)]
pub struct Setting {
    pub name: String,
}

/// A setting that is a number.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "workshop.numberSetting")]
pub struct NumberSetting {
    /// Common properties.
    #[odata(base)]
    pub setting: Setting,
    pub number: i64,
}

/// A setting that is text.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "workshop.textSetting")]
pub struct TextSetting {
    /// Common properties.
    #[odata(base)]
    pub setting: Setting,
    pub text: Option<String>,
}

/// A setting that is text with a language.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "workshop.longTextSetting")]
pub struct LongTextSetting {
    /// Inherited properties.
    #[odata(base)]
    pub text_setting: TextSetting,
    pub language: String,
}
