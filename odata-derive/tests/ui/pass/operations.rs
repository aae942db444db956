//! What actions and functions may be.

use odata_core::{Action, Function, Operation, prelude::*};

#[derive(ODataEntity, Clone)]
#[odata(type = "test.product")]
pub struct Product {
    #[odata(key)]
    pub id: i32,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "test.shape", abstract)]
pub struct Shape;

/// O3, O11: parameters may be entities, collections, streams where that is allowed, and any value that may be left out.
#[derive(ODataAction, Clone)]
#[odata(type = "test.arrange", bound_to = Vec<AnyOf<Product>>, allow(stream_parameter))]
pub struct Arrange {
    pub product: Product,
    pub others: Vec<AnyOf<Product>>,
    pub shape: Option<AnyOf<Shape>>,
    pub picture: Stream,
    pub bindings: Optional<Vec<Option<i32>>>,
    pub r#type: Optional<Box<Option<String>>>,
}

/// O7: a path to an entity set, where nothing of it is returned.
#[derive(ODataAction, Clone)]
#[odata(
    type = "test.reset",
    bound_to = crate::Product,
    binding = "product",
    entity_set_path("product"),
    allow(entity_set_path_without_entity)
)]
pub struct Reset;

/// O1: a function, bound to a primitive type, that returns a stream.
#[derive(ODataFunction, Clone)]
#[odata(type = "test.picture", bound_to = String, returns(Stream, max_length = 1000,), composable)]
pub struct Picture {}

/// Left to the user: what serde does.
#[derive(ODataFunction, Clone)]
#[odata(type = "test.nothing", returns(Vec<Option<i32>>), rename_all = "PascalCase", serde = false)]
struct Unused {
    first_one: i32,
}

fn names<A: Action, F: Function<Returns = Stream>>() -> [&'static str; 2] {
    [A::OPERATION.name(), F::OPERATION.name()]
}

fn main() {
    assert_eq!(names::<Reset, Picture>(), ["test.reset", "test.picture"]);
    assert_eq!(Unused::OPERATION.parameters()[0].name(), "FirstOne");
    assert_eq!(Arrange::OPERATION.parameters()[5].name(), "type");
    assert!(Unused { first_one: 1 }.first_one == 1);
}
