//! Tests of the model and of the program that serves it, over real HTTP.
#![expect(unreachable_pub, reason = "modules of one program")]

mod model;
mod support;
