//! O3: only a parameter may be left out.

use odata_core::prelude::*;

#[derive(ODataComplex, Clone)]
#[odata(type = "test.size")]
struct Size {
    width: Optional<i32>,
}

fn main() {}
