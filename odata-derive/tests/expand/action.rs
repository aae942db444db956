/// Puts products on sale.
#[derive(ODataAction, Clone)]
#[odata(
    type = "shop.discount",
    bound_to = Vec<AnyOf<Product>>,
    binding = "products",
    returns(Vec<AnyOf<Product>>),
    entity_set_path("products"),
    allow(name_of_a_type, action_and_function)
)]
pub struct Discount {
    #[odata(precision = 5, scale = 2)]
    pub percent: Decimal,
    #[odata(default = "spring")]
    pub reason: Optional<Option<String>>,
}
