//! A `Cow` without a lifetime is reported by the compiler too: the macro does not know whether it is the type of `std`.
use std::borrow::Cow;

use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: Cow<str>,
}

fn main() {}
