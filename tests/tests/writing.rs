//! How values are written: what is selected, and where a type is named.

use odata_core::{
    AnyOf, Model, PropertySet, PropertyValue, StructuredType,
    codec::{self, WriteOptions},
};
use odata_tests::{
    depot::{Depot, Place, Shelf, Yard},
    workshop,
};

fn place(members: &str) -> AnyOf<Place> {
    codec::from_slice(members.as_bytes()).expect(members)
}

fn selected<T: PropertyValue>(value: &T, set: &PropertySet) -> String {
    let options = WriteOptions::new().with_select(set);
    String::from_utf8(codec::to_vec_with(value, &options)).expect("JSON")
}

fn paths<T: StructuredType>(paths: &[&str]) -> PropertySet {
    let mut set = PropertySet::new(T::DESCRIPTOR);
    for path in paths {
        assert!(set.insert_path(path), "{path}");
    }
    set
}

#[test]
fn a_set_of_another_type_selects_what_both_inherit() {
    let shelf = place(r##"{"@odata.type":"#depot.shelf","name":"s","code":1,"kind":"steel","note":5,"x":6}"##);
    let yard = place(r##"{"@odata.type":"#depot.yard","name":"y","code":2,"extra":3,"area":1.5}"##);

    // At the positions where a shelf has its kind and its load, a yard has other properties.
    let of_shelf = paths::<Shelf>(&["code", "kind", "load/weight", "note"]);
    assert_eq!(
        selected(&shelf, &of_shelf),
        r##"{"@odata.type":"#depot.shelf","code":1,"kind":"steel","load":null,"note":5}"##
    );
    assert_eq!(selected(&yard, &of_shelf), r##"{"@odata.type":"#depot.yard","code":2}"##);

    let of_base = paths::<Place>(&["name", "note"]);
    assert_eq!(selected(&shelf, &of_base), r##"{"@odata.type":"#depot.shelf","name":"s","note":5}"##);
    assert_eq!(selected(&yard, &of_base), r##"{"@odata.type":"#depot.yard","name":"y"}"##);

    let of_derived = paths::<Yard>(&["code", "area"]);
    let base = place(r#"{"name":"p","code":4}"#);
    assert_eq!(selected(&base, &of_derived), r##"{"@odata.type":"#depot.place","code":4}"##);
}

#[test]
fn a_set_of_an_unrelated_type_selects_nothing() {
    let shelf = place(r##"{"@odata.type":"#depot.shelf","name":"s","kind":"steel","note":5}"##);
    let of_truck = paths::<workshop::Truck>(&["id", "serialNumber", "displayName", "owner", "note"]);
    assert_eq!(selected(&shelf, &of_truck), r##"{"@odata.type":"#depot.shelf"}"##);
    let of_depot = paths::<Depot>(&["id", "main"]);
    assert_eq!(selected(&vec![shelf], &of_depot), r##"[{"@odata.type":"#depot.shelf"}]"##);
}

#[test]
fn the_model_says_which_declared_types_have_derived_ones() {
    let mut depot: Depot = codec::from_slice(br#"{"id":"d","gate":{"name":"g"}}"#).expect("a depot");
    let gate = paths::<Depot>(&["gate/name"]);
    let json = |depot: &Depot, options: &WriteOptions<'_>| {
        let json = codec::to_vec_with(depot, &options.with_select(&gate));
        String::from_utf8(json).expect("JSON")
    };
    // In the program a place has derived types; in the model of the workshop it has none.
    assert_eq!(
        json(&depot, &WriteOptions::default()),
        r##"{"@odata.type":"#depot.depot","gate":{"@odata.type":"#depot.place","name":"g"}}"##
    );
    let model = Model::of::<workshop::Container>().expect("no faults");
    let options = WriteOptions::default().with_model(&model);
    assert_eq!(json(&depot, &options), r##"{"@odata.type":"#depot.depot","gate":{"name":"g"}}"##);

    // What is not of its declared type is named in any case.
    depot.gate = place(r##"{"@odata.type":"#depot.yard","name":"y"}"##);
    assert_eq!(
        json(&depot, &options),
        r##"{"@odata.type":"#depot.depot","gate":{"@odata.type":"#depot.yard","name":"y"}}"##
    );
}
