//! A struct of parameters is `Clone`.

use odata_core::prelude::*;

#[derive(ODataAction)]
#[odata(type = "test.reset")]
struct Reset;

fn main() {}
