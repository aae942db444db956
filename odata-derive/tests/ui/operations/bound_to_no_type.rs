//! `bound_to` names a type. (3 faults)

use odata_core::prelude::*;

#[derive(ODataAction, Clone)]
#[odata(type = "test.reset", bound_to = "test.product")]
struct Reset;

#[derive(ODataAction, Clone)]
#[odata(type = "test.other", bound_to)]
struct Other;

#[derive(ODataFunction, Clone)]
#[odata(type = "test.function", returns)]
struct Function;

fn main() {}
