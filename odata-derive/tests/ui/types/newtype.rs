//! A newtype has no EDM type of its own.
use odata_core::ODataEntity;

#[derive(Clone)]
struct Sku(String);

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    sku: Sku,
}

fn main() {}
