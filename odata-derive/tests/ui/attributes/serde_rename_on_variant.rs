//! The name of a member is `name`.
use odata_core::ODataEnum;

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    #[serde(rename = "on")]
    Active,
}

fn main() {}
