//! Types of the user with the names of types of other crates, and attributes of serde where serde's derives read them.
#![deny(warnings)]
use odata_core::{ODataComplex, ODataEntity};

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.value")]
pub struct Value {
    pub text: String,
}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.timestamp")]
pub struct Timestamp {
    pub ticks: i64,
}

#[derive(ODataEntity, serde::Serialize, Clone)]
#[odata(type = "graph.event", serde = false)]
pub struct Event {
    #[serde(rename = "number")]
    pub id: i32,
    #[serde(skip)]
    pub value: Value,
    #[serde(skip)]
    pub at: Option<Timestamp>,
}

fn main() {}
