//! The user's own names of the prelude do not reach the expansions.
#![deny(warnings)]
#![allow(dead_code)]
use ::odata_core::{Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum, value::UnknownMember};

struct Option;
struct Result;
struct String;
struct Vec;
struct Box;
struct Some;
struct None;
struct Ok;
struct Err;
trait Default {}
trait Clone {}
trait Deref {}
trait From {}
trait Send {}
trait Sync {}
mod core {}
mod std {}
mod serde {}
mod odata_core {}
mod __private {}

#[derive(ODataEntity, ::core::clone::Clone)]
#[odata(type = "graph.entity", abstract)]
struct Entity {
    #[odata(key)]
    id: ::std::string::String,
}

#[derive(ODataEntity, ::core::clone::Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    entity: Entity,
    #[odata(default = "a")]
    display_name: ::core::option::Option<::std::string::String>,
    names: ::std::vec::Vec<::std::string::String>,
    info: ::core::option::Option<::std::boxed::Box<Info>>,
    state: State,
    others: Nav<::std::vec::Vec<Policy>>,
    #[odata(skip)]
    cache: ::std::vec::Vec<u64>,
}

#[derive(ODataComplex, ::core::clone::Clone)]
#[odata(type = "graph.info")]
struct Info {
    size: i64,
}

#[derive(ODataEnum, ::core::clone::Clone)]
#[odata(type = "graph.state")]
enum State {
    Some,
    None,
    #[odata(unknown)]
    Other(UnknownMember),
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    policies: ::std::vec::Vec<Policy>,
}

fn main() {
    assert_eq!(Policy::PROPERTIES.names.name(), "names");
}
