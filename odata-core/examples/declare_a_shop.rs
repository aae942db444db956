//! Declares flags, a type definition, an alternate key, related entities, an action and a container with bindings.
//!
//! `cargo run -p odata-core --example declare_a_shop`

use odata_core::{Model, codec, prelude::*};

#[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
#[odata(type = "shop.sku", max_length = 12, unicode = false)]
struct Sku(String);

#[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
#[odata(type = "shop.channel", flags)]
#[repr(u8)]
enum Channel {
    Web = 1,
    Store = 2,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.product", alternate_key(sku))]
struct Product {
    #[odata(key)]
    id: i32,
    sku: Sku,
    channels: Flags<Channel>,
    category_id: Option<i32>,
    #[odata(partner = products, referential_constraint(category_id = id))]
    category: Nav<Option<Category>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "shop.category")]
struct Category {
    #[odata(key)]
    id: i32,
    products: Nav<Vec<Product>>,
}

/// Puts products on sale.
#[derive(ODataAction, Clone, Debug)]
#[odata(type = "shop.discount", bound_to = Vec<Product>, returns(Vec<Product>))]
struct Discount {
    #[odata(precision = 5, scale = 2)]
    percent: Decimal,
    reason: Optional<String>,
}

#[derive(ODataContainer)]
#[odata(type = "shop.Shop")]
struct Shop {
    #[odata(entity_set, bind(category = categories))]
    products: Vec<Product>,
    #[odata(entity_set)]
    categories: Vec<Category>,
}

fn main() -> Result<(), odata_core::Error> {
    let metadata = odata_core::csdl::to_xml(&Model::of::<Shop>()?);
    for line in [
        r#"<TypeDefinition Name="sku" UnderlyingType="Edm.String" MaxLength="12" Unicode="false"/>"#,
        r#"<EnumType Name="channel" UnderlyingType="Edm.Byte" IsFlags="true">"#,
        r#"<ReferentialConstraint Property="categoryId" ReferencedProperty="id"/>"#,
        r#"<NavigationPropertyBinding Path="category" Target="categories"/>"#,
    ] {
        assert!(metadata.contains(line), "no {line} in\n{metadata}");
    }

    // What a client sends: a set of members as text, a parameter that is left out not at all.
    let channels = Flags::of(&[Channel::Web, Channel::Store]);
    assert_eq!(channels.to_string(), "web,store");
    let discount = Discount { percent: Decimal::from(10), reason: Optional::absent() };
    let body = codec::to_vec(&discount);
    println!("{metadata}\n{}", String::from_utf8_lossy(&body));
    assert_eq!(body, br#"{"percent":10}"#);
    Ok(())
}
