//! C1: a container has something in it.
use odata_core::ODataContainer;

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service;

fn main() {}
