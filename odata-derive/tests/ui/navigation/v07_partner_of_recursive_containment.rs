//! V7: the partner of a recursive containment is single and nullable. (3 faults)
use odata_core::{Nav, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.node")]
struct Node {
    #[odata(key)]
    id: String,
    #[odata(contains_target, partner = parent)]
    children: Nav<Vec<Node>>,
    parent: Nav<Box<Node>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.folder")]
struct Folder {
    #[odata(key)]
    id: String,
    #[odata(contains_target, partner = parents)]
    folders: Nav<Vec<Folder>>,
    #[odata(partner = folders)]
    parents: Nav<Vec<Folder>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.item")]
struct Item {
    #[odata(key)]
    id: String,
    #[odata(contains_target)]
    items: Nav<Vec<Item>>,
    #[odata(partner = items)]
    parent: Nav<Box<Item>>,
}

fn main() {}
