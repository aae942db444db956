//! All faults of one item are reported together.
use odata_core::ODataEntity;

#[derive(ODataEntity, Clone)]
#[odata(type = "policy", abstrac)]
struct Policy {
    #[odata(key)]
    id: Option<String>,
    #[odata(max_length = 0)]
    display_name: String,
    #[odata(name = "displayName")]
    name: String,
    count: u32,
    #[odata(computd)]
    changed: bool,
    names: Option<Vec<String>>,
}

fn main() {}
