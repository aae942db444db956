//! The JSON representation (OData CSDL JSON 4.01).

mod read;
mod uri;
mod write;
