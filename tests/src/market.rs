//! A model whose container says all that one can say: schemas, references, and what is not in the service document.

use odata_core::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity};

/// Something to sell.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "market.product")]
pub struct Product {
    /// The key.
    #[odata(key)]
    pub id: i32,
    pub name: String,
    /// Where it belongs.
    pub category: Nav<Option<Category>>,
    /// What fits it.
    pub related: Nav<Vec<AnyOf<Product>>>,
    pub origin: Option<Origin>,
}

/// Several products together.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "market.bundle")]
pub struct Bundle {
    /// Inherited properties.
    #[odata(base)]
    pub product: Product,
    /// What is in it.
    #[odata(contains_target)]
    pub parts: Nav<Vec<Part>>,
}

/// A place in a bundle.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "market.part")]
pub struct Part {
    /// The key.
    #[odata(key)]
    pub number: i32,
    /// What it is.
    pub item: Nav<Option<AnyOf<Product>>>,
}

/// Where something comes from.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "market.origin")]
pub struct Origin {
    pub country: String,
    /// Who made it.
    pub maker: Nav<Option<Maker>>,
}

/// A group of products.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "market.category")]
pub struct Category {
    /// The key.
    #[odata(key)]
    pub id: String,
    /// What belongs to it.
    pub products: Nav<Vec<AnyOf<Product>>>,
}

/// Who makes something.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "market.maker")]
pub struct Maker {
    /// The key.
    #[odata(key)]
    pub name: String,
}

/// What was done.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "market.audit.entry")]
pub struct Entry {
    pub text: String,
}

/// The market.
#[derive(ODataContainer)]
#[odata(type = "market.Container", all_of("market.audit"))]
#[odata(schema("market", alias = "self"), schema("market.audit", alias = "audit"))]
#[odata(reference("https://example.com/Core.xml", include("Org.OData.Core.V1", alias = "Core")))]
#[odata(reference(
    "https://example.com/more.xml",
    include("com.example.more"),
    include_annotations("com.example.more", qualifier = "Tablet", target_namespace = "market"),
    include_annotations("com.example.more")
))]
pub struct Market {
    /// All products.
    #[odata(entity_set)]
    pub products: Vec<AnyOf<Product>>,
    #[odata(entity_set)]
    pub categories: Vec<Category>,
    /// Known to few.
    #[odata(entity_set, include_in_service_document = false)]
    pub makers: Vec<Maker>,
    /// The product of the day.
    #[odata(singleton, nullable)]
    pub offer: Product,
    #[odata(singleton)]
    pub house: Maker,
}
