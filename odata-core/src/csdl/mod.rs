//! `$metadata`: the model as a CSDL document (OData CSDL XML 4.01).

mod xml;

pub use xml::{STORE_VOCABULARY, to_xml};
