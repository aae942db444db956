//! What can be made of CSDL documents: [vocabularies](vocabulary) as Rust. The program `odata-codegen` checks, compares and
//! draws them as well.

mod source;
pub mod vocabulary;

pub use source::read;
