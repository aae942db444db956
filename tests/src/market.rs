//! A model whose container says all that one can say: schemas, references, and what is not in the service document.

use odata_core::{AnyOf, Nav, ODataAction, ODataComplex, ODataContainer, ODataEntity, ODataFunction};

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
    /// What it was first sold as.
    pub first_part: Nav<Option<Part>>,
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

/// What is sold most.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "market.best", returns(Vec<AnyOf<Product>>), composable)]
pub struct Best;

/// What is sold most in a country.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "market.best", returns(Vec<AnyOf<Product>>), composable)]
pub struct BestIn {
    pub country: String,
}

/// The time on the clock of the market.
#[derive(ODataFunction, Clone, Debug, PartialEq)]
#[odata(type = "market.clock", returns(String))]
pub struct Clock;

/// Makes a new offer.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "market.renew", returns(Option<Bundle>))]
pub struct Renew {
    pub discount: i32,
}

/// Opens the doors.
#[derive(ODataAction, Clone, Debug, PartialEq)]
#[odata(type = "market.audit.open")]
pub struct Open;

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
    #[odata(entity_set, bind(category = categories, related = products))]
    #[odata(bind(as Bundle.parts.item = products), bind(origin.maker = makers))]
    pub products: Vec<AnyOf<Product>>,
    #[odata(entity_set, bind(products as Bundle = products))]
    pub categories: Vec<Category>,
    /// Known to few.
    #[odata(entity_set, include_in_service_document = false)]
    pub makers: Vec<Maker>,
    /// The product of the day.
    #[odata(singleton, nullable, bind(category = categories, first_part = products as Bundle.parts, origin.maker = house))]
    pub offer: AnyOf<Product>,
    #[odata(singleton)]
    pub house: Maker,
    /// The ten best.
    #[odata(function_import(entity_set = products, include_in_service_document))]
    pub best_products: Best,
    #[odata(function_import)]
    pub clock: Clock,
    #[odata(action_import(entity_set = products))]
    pub renew: Renew,
}
