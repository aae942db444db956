//! No EDM type corresponds to a cell.
use std::cell::Cell;

use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    name: String,
    number: Option<Cell<i32>>,
}

fn main() {}
