//! C1: a container has at least one entity set or singleton.
use odata_core::ODataContainer;

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service;

fn main() {}
