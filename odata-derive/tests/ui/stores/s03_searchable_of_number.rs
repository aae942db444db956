//! S3: text is searched, not numbers.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(searchable)]
    priority: i32,
}

fn main() {}
