//! `Cow` has no EDM type.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: std::borrow::Cow<'static, str>,
}

fn main() {}
