//! A model of complex values that change their type: polymorphic, open, with immutable, computed and navigation properties
//! at every depth, and with properties that differ between types at the same position.

use odata_core::{AnyOf, DynamicProperties, Nav, ODataComplex, ODataEntity};

/// Where things are kept.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "depot.depot")]
pub struct Depot {
    /// The key.
    #[odata(key)]
    pub id: String,
    /// A place of any type.
    pub main: Option<AnyOf<Place>>,
    /// A place of any type that is always there.
    pub gate: AnyOf<Place>,
    /// Places of any type.
    pub places: Vec<AnyOf<Place>>,
    /// What is kept everywhere.
    pub loads: Vec<Load>,
    /// What is kept outside.
    pub heap: Option<Load>,
}

/// Somebody.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "depot.person")]
pub struct Person {
    /// The key.
    #[odata(key)]
    pub name: String,
    /// Where to be found.
    pub home: Option<AnyOf<Place>>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.place", open)]
pub struct Place {
    pub name: Option<String>,
    /// Given once.
    #[odata(immutable)]
    pub code: Option<i32>,
    /// Made by the service.
    #[odata(computed, default = 5)]
    pub surveyed: i32,
    /// Who looks after it.
    pub warden: Nav<Option<Person>>,
    /// What the model does not declare.
    #[odata(dynamic)]
    pub more: DynamicProperties,
}

/// A place with something to lift.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.shelf")]
pub struct Shelf {
    /// Inherited properties.
    #[odata(base)]
    pub place: Place,
    /// Given once, and required.
    #[odata(immutable)]
    pub kind: String,
    /// At the position where a yard has a label.
    pub load: Option<AnyOf<Load>>,
}

/// A place outside.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.yard")]
pub struct Yard {
    /// Inherited properties.
    #[odata(base)]
    pub place: Place,
    /// Named as dynamic properties of other places are.
    pub extra: Option<i32>,
    /// At the position where a shelf has a load.
    pub label: Option<AnyOf<Label>>,
    /// More than a shelf has.
    pub area: Option<f64>,
    /// The same again, where a shelf is empty.
    pub second_label: Option<AnyOf<Label>>,
}

/// What is kept.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.load")]
pub struct Load {
    /// Kilogrammes.
    pub weight: i32,
    /// Given once.
    #[odata(immutable)]
    pub lot: Option<String>,
    /// Made by the service.
    #[odata(computed)]
    pub checked: Option<bool>,
    /// What it is packed in.
    pub packing: Option<Label>,
    /// Whose it is.
    pub owners: Nav<Vec<Person>>,
}

/// What may break.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.glass")]
pub struct Glass {
    /// Inherited properties.
    #[odata(base)]
    pub load: Load,
    /// How thick it is.
    pub thickness: Option<i32>,
}

/// What is written on something.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.label")]
pub struct Label {
    pub text: Option<String>,
    /// Given once.
    #[odata(immutable)]
    pub language: Option<String>,
    /// Who wrote it.
    pub author: Nav<Option<Person>>,
}

/// What shines as well.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "depot.sign")]
pub struct Sign {
    /// Inherited properties.
    #[odata(base)]
    pub label: Label,
    /// Whether it shines.
    pub lit: Option<bool>,
}
