#[derive(ODataFunction, Clone)]
#[odata(type = "shop.price", returns(Decimal, precision = 10), composable, serde = false)]
pub struct Price;
