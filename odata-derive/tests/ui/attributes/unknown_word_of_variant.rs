//! An unknown word has a suggestion.
use odata_core::ODataEnum;

#[derive(ODataEnum)]
#[odata(type = "graph.state")]
enum State {
    Active,
    #[odata(unknwn)]
    Other,
}

fn main() {}
