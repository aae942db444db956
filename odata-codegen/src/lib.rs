//! What can be made of CSDL documents: [vocabularies](vocabulary) as Rust.

pub mod vocabulary;
