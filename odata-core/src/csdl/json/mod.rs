//! The JSON representation (OData CSDL JSON 4.01).

mod uri;
mod write;
