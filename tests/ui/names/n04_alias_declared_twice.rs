//! N4: aliases are unique.
use odata_core::ODataContainer;

#[derive(ODataContainer)]
#[odata(type = "graph.service", alias("g" = "graph", "g" = "graph.security"))]
struct Service {}

fn main() {}
