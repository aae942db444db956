//! A faulty type is reported where it is declared, and nowhere else.
use odata_core::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum, Property};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.broken", colour)]
struct Broken {
    #[odata(kye)]
    id: String,
    count: u32,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.brokenState")]
enum BrokenState {
    Active(i32),
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.derived", abstract)]
struct Derived {
    #[odata(base)]
    broken: Broken,
    name: String,
    #[odata(default = "active")]
    state: BrokenState,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.open", open)]
struct Open {
    #[odata(base)]
    broken: Broken,
    #[odata(key)]
    number: i32,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.link")]
struct Link {
    one: Nav<Broken>,
    many: Nav<Vec<AnyOf<Broken>>>,
    state: Option<BrokenState>,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    sets: Vec<Broken>,
    #[odata(entity_set)]
    derived: Vec<AnyOf<Derived>>,
    #[odata(singleton)]
    one: Broken,
}

fn read(derived: &Derived) -> &String {
    &derived.id
}

fn wrap(open: Open) -> AnyOf<Broken> {
    AnyOf::new(open)
}

fn property() -> Property<Broken, u32> {
    Derived::PROPERTIES.count
}

fn json(broken: &Broken) {
    fn serializable<T: odata_core::__private::serde::Serialize>(_: &T) {}
    serializable(broken);
}

fn main() {}
