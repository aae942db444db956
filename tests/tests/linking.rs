//! `with(..)` links a crate that nothing else names: this file names `odata_tests` in no other way.

use odata_core::{Model, ODataContainer, ODataEntity, edm::TypeDescriptor};

#[derive(ODataEntity, Clone)]
#[odata(type = "linking.thing")]
struct Thing {
    #[odata(key)]
    id: i32,
}

#[derive(ODataContainer)]
#[odata(type = "linking.Container", with(odata_tests), all_of("depot"))]
struct Container {
    #[odata(entity_set)]
    things: Vec<Thing>,
}

#[test]
fn the_types_of_a_crate_that_nothing_names_are_there() {
    let model = Model::of::<Container>().expect("no faults");
    let names: Vec<_> = model.types().iter().copied().map(TypeDescriptor::name).collect();
    assert!(names.contains(&"depot.depot") && names.contains(&"depot.sign"), "{names:?}");
    assert!(names.iter().all(|name| name.starts_with("depot.") || *name == "linking.thing"), "{names:?}");
}
