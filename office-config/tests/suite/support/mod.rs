//! What the tests share.

pub mod csdl;
pub mod reference;
