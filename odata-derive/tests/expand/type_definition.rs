/// Stock number.
#[derive(ODataTypeDefinition, Clone)]
#[odata(type = "shop.sku", max_length = 12, unicode = false, serde = false)]
pub struct Sku(pub String);
