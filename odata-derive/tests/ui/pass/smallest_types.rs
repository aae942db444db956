//! Types without properties, and without `Default`, `PartialEq` and `Debug`.
#![deny(warnings)]
#![forbid(unsafe_code)]
use odata_core::{EnumType, ODataComplex, ODataContainer, ODataEntity, ODataEnum, PropertyValue, StructuredType};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.unit")]
struct Unit;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.empty")]
struct Empty {}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.tuple")]
struct Tuple();

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.derived")]
struct Derived {
    #[odata(base, no_deref)]
    unit: Unit,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.one", rename_all = "PascalCase", serde = false)]
#[repr(i8)]
enum One {
    Only = -5,
    #[odata(name = "next")]
    Next,
}

const BASE: isize = 7;

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.values")]
enum Values {
    A = BASE + 1,
    B,
    C = Self::B_VALUE,
    D = 1 << 4,
    E,
}

impl Values {
    const B_VALUE: isize = 10;
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.keyed")]
struct Keyed {
    #[odata(key)]
    id: i32,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(singleton)]
    keyed: Keyed,
}

fn main() {
    assert!(Unit::DESCRIPTOR.is_empty() && Empty::DESCRIPTOR.is_empty() && Tuple::DESCRIPTOR.is_empty());
    let Derived { unit: Unit } = Derived::blank();
    let members: Vec<_> = One::ENUM_DESCRIPTOR.members.iter().map(|member| (member.name, member.value)).collect();
    assert_eq!(members, [("Only", -5), ("next", -4)]);
    let values: Vec<_> = Values::ENUM_DESCRIPTOR.members.iter().map(|member| member.value).collect();
    assert_eq!(values, [8, 9, 10, 16, 17]);
    odata_core::assert_model!(Service);
}
