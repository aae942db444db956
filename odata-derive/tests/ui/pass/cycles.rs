//! Types that refer to each other in cycles.
#![deny(warnings)]
use odata_core::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity};

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.user")]
pub struct User {
    #[odata(key)]
    pub id: String,
    pub groups: Nav<Vec<Group>>,
    pub manager: Nav<Option<Box<User>>>,
    pub me: Nav<Option<Box<Self>>>,
    pub nodes: Vec<Node>,
}

impl PartialEq for User {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.group")]
pub struct Group {
    #[odata(key)]
    pub id: String,
    pub members: Nav<Vec<AnyOf<User>>>,
    pub owner: Nav<Box<User>>,
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.team")]
pub struct Team {
    #[odata(base)]
    pub group: Group,
    pub lead: Nav<Box<User>>,
    pub parent: Nav<Option<Box<Team>>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.node")]
pub struct Node {
    pub parent: Option<Box<Node>>,
    pub children: Vec<Self>,
    pub owner: Nav<Option<User>>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.trunk")]
pub struct Trunk {
    pub left: Box<Branch>,
    pub right: Box<Branch>,
    pub top: AnyOf<Branch>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.branch")]
pub struct Branch {
    pub trunk: Option<Box<Trunk>>,
    pub branches: Vec<Box<Branch>>,
    pub owner: Nav<Box<User>>,
    pub leaf: Box<Leaf>,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.leaf")]
pub struct Leaf {
    pub name: String,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
pub struct Service {
    #[odata(entity_set)]
    users: Vec<User>,
    #[odata(entity_set)]
    groups: Vec<AnyOf<Group>>,
}

fn main() {
    odata_core::assert_model!(Service);
}
