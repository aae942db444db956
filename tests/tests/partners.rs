//! Partners and referential constraints: types that name each other in circles, and what descriptors and `$metadata` show.

use odata_core::{
    AnyOf, Model, Nav, ODataComplex, ODataContainer, ODataEntity, StructuredType, csdl, edm::TypeDescriptor,
};

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.thing", abstract)]
struct Thing {
    #[odata(key)]
    id: i32,
    // Declared in the base type, for all that derive from it.
    category_name: Option<String>,
    #[odata(partner = things, referential_constraint(category_name = name))]
    category: Nav<Option<Box<Category>>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.product")]
struct Product {
    #[odata(base)]
    thing: Thing,
    code: Code,
    // Both name the other.
    #[odata(partner = others)]
    others: Nav<Vec<AnyOf<Product>>>,
    #[odata(contains_target, partner = whole)]
    parts: Nav<Vec<Product>>,
    whole: Nav<Option<Box<Product>>>,
    #[odata(partner = products, referential_constraint(code.number = code.number, code.letter = letter))]
    vendor: Nav<Vendor>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "shop.code")]
struct Code {
    number: i64,
    letter: String,
    // A relation of a complex type has constraints, but no partner.
    #[odata(referential_constraint(letter = letter), on_delete = set_default)]
    vendor: Nav<Box<Vendor>>,
}

// The fields of other types are found by it.
type Vendors = Nav<Vec<Vendor>>;

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.vendor")]
struct Vendor {
    #[odata(key)]
    id: String,
    letter: String,
    code: VendorCode,
    #[odata(partner = vendor)]
    products: Nav<Vec<Product>>,
    #[odata(partner = r#type)]
    relations: Vendors,
    #[odata(name = "relatedAs")]
    r#type: Vendors,
    #[odata(partner = as Shop.vendors)]
    shops: Nav<Vec<AnyOf<Place>>>,
    #[odata(partner = info as Details.vendors)]
    places: Nav<Vec<Place>>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "shop.vendorCode")]
struct VendorCode {
    number: i64,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.place")]
struct Place {
    #[odata(key)]
    id: i32,
    info: Option<AnyOf<Info>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.shop")]
struct Shop {
    #[odata(base)]
    place: Place,
    vendors: Nav<Vec<Vendor>>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "shop.info")]
struct Info {
    text: String,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "shop.details")]
struct Details {
    #[odata(base)]
    info: Info,
    vendors: Nav<Vec<Vendor>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.category")]
struct Category {
    #[odata(key)]
    name: String,
    #[odata(partner = category, on_delete = cascade)]
    things: Nav<Vec<AnyOf<Thing>>>,
}

#[derive(ODataContainer)]
#[odata(type = "shop.Container")]
struct Container {
    #[odata(entity_set)]
    products: Vec<Product>,
    #[odata(entity_set)]
    vendors: Vec<Vendor>,
    #[odata(entity_set)]
    categories: Vec<Category>,
}

fn partner(ty: &TypeDescriptor, name: &str) -> Option<String> {
    ty.partner(ty.find(name).expect(name)).map(|path| path.to_string())
}

fn constraints(ty: &TypeDescriptor, name: &str) -> Vec<(String, String)> {
    let constraints = ty.referential_constraints(ty.find(name).expect(name)).iter();
    constraints.map(|each| (each.property().to_string(), each.referenced_property().to_string())).collect()
}

#[test]
fn partners_are_paths_from_the_type_of_the_related_entities() {
    let (product, vendor) = (Product::DESCRIPTOR, Vendor::DESCRIPTOR);
    // Inherited, too.
    assert_eq!(partner(Thing::DESCRIPTOR, "category").as_deref(), Some("things"));
    assert_eq!(partner(product, "category").as_deref(), Some("things"));
    assert_eq!(partner(Category::DESCRIPTOR, "things").as_deref(), Some("category"));
    assert_eq!(partner(product, "others").as_deref(), Some("others"));
    assert_eq!(partner(product, "parts").as_deref(), Some("whole"));
    assert_eq!(partner(product, "whole"), None);
    assert_eq!(partner(product, "id"), None);
    assert_eq!(partner(vendor, "relations").as_deref(), Some("relatedAs"));
    assert_eq!(partner(vendor, "shops").as_deref(), Some("shop.shop/vendors"));
    assert_eq!(partner(vendor, "places").as_deref(), Some("info/shop.details/vendors"));
}

#[test]
fn constraints_are_pairs_of_paths() {
    let owned = |pairs: &[(&str, &str)]| -> Vec<_> {
        pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    };
    assert_eq!(constraints(Product::DESCRIPTOR, "category"), owned(&[("categoryName", "name")]));
    assert_eq!(
        constraints(Product::DESCRIPTOR, "vendor"),
        owned(&[("code/number", "code/number"), ("code/letter", "letter")])
    );
    assert_eq!(constraints(Code::DESCRIPTOR, "vendor"), owned(&[("letter", "letter")]));
    assert!(constraints(Vendor::DESCRIPTOR, "products").is_empty());
    let category = Thing::DESCRIPTOR.find("category").expect("a category");
    assert_eq!(format!("{:?}", Thing::DESCRIPTOR.referential_constraints(category)), "[categoryName = name]");
}

#[test]
fn metadata_shows_partners_and_constraints() {
    let xml = csdl::to_xml(&Model::of::<Container>().expect("no faults"));
    for lines in [
        r#"
        <NavigationProperty Name="category" Type="shop.category" Partner="things">
          <ReferentialConstraint Property="categoryName" ReferencedProperty="name"/>
        </NavigationProperty>"#,
        r#"
        <NavigationProperty Name="things" Type="Collection(shop.thing)" Partner="category">
          <OnDelete Action="Cascade"/>
        </NavigationProperty>"#,
        r#"
        <NavigationProperty Name="parts" Type="Collection(shop.product)" ContainsTarget="true" Partner="whole"/>"#,
        r#"
        <NavigationProperty Name="vendor" Type="shop.vendor" Nullable="false" Partner="products">
          <ReferentialConstraint Property="code/number" ReferencedProperty="code/number"/>
          <ReferentialConstraint Property="code/letter" ReferencedProperty="letter"/>
        </NavigationProperty>"#,
        r#"
        <NavigationProperty Name="vendor" Type="shop.vendor" Nullable="false">
          <ReferentialConstraint Property="letter" ReferencedProperty="letter"/>
          <OnDelete Action="SetDefault"/>
        </NavigationProperty>"#,
        r#"<NavigationProperty Name="places" Type="Collection(shop.place)" Partner="info/shop.details/vendors"/>"#,
    ] {
        assert!(xml.contains(lines), "no {lines} in\n{xml}");
    }
}
