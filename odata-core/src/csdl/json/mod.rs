//! The JSON representation (OData CSDL JSON 4.01).

#[cfg(test)]
mod laws;
mod read;
mod uri;
mod write;
