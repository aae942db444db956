//! No lint looks at the expansions.
#![deny(warnings, deprecated, clippy::pedantic, missing_docs, non_snake_case, unused_qualifications)]
#![deny(missing_debug_implementations, single_use_lifetimes, unnameable_types, unused_lifetimes)]
#![allow(missing_debug_implementations)]
use odata_core::{ODataComplex, ODataEntity, ODataEnum};

/// Old.
#[allow(non_snake_case)]
#[deprecated]
#[derive(ODataEntity, Clone)]
#[odata(type = "graph.old")]
pub struct Old {
    /// Key.
    #[odata(key)]
    #[deprecated]
    pub Id: String,
    /// Info.
    #[deprecated]
    pub info: Option<Info>,
}

/// Info.
#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
pub struct Info {
    /// State.
    pub state: Vec<State>,
}

/// State.
#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
pub enum State {
    /// Active.
    #[deprecated]
    Active,
}

fn main() {}
