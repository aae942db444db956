//! N3: some aliases are reserved.
use odata_core::ODataContainer;

#[derive(ODataContainer)]
#[odata(type = "graph.service", alias("odata" = "graph"))]
struct Service {}

fn main() {}
