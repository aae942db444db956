//! The rules of a whole document.
//!
//! Each file is a family of rules. Those that the compiler has proven of Rust items are checked again only where a
//! document can be read: [`across`] has the others.

mod annotations;
mod bindings;
mod constraints;
mod container;
mod containing;
mod defaults;
mod endless;
mod facets;
mod faults;
mod identifier;
mod index;
mod keys;
mod lints;
mod members;
mod names;
mod navigation;
mod operations;
mod overloads;
mod partners;
mod paths;
mod properties;
mod rings;
mod schemas;
mod targets;
mod terms;
mod types;
mod values;
mod version;

pub(crate) use self::lints::{misapplied, twin_names};
use self::{faults::Faults, index::Index};
use super::Document;
use crate::error::{Error, Result};

impl Document {
    /// Checks the rules of OData CSDL for a whole document. Names of other documents, which it includes, are not judged.
    ///
    /// Parts that Rust items declare may have what their attributes allow.
    ///
    /// # Errors
    ///
    /// All faults as one error with the code [`ErrorCode::INVALID_MODEL`](crate::ErrorCode): the first, with the others
    /// as its [details](Error::details), in the order of the text. Each has the rule that is broken, as its target the
    /// path of the part, such as `ns.type/property`, and the line and column if the document was read from a text.
    ///
    /// ```
    /// use odata_core::csdl::{Document, Property, Schema, StructuredType, TypeReference};
    ///
    /// let id = Property { name: "id".into(), ty: TypeReference::new("Edm.Int23"), ..Property::default() };
    /// let vehicle = StructuredType { name: "vehicle".into(), properties: vec![id], ..StructuredType::default() };
    /// let fleet = Schema { namespace: "fleet".into(), types: vec![vehicle], ..Schema::default() };
    /// let document = Document { schemas: vec![fleet], ..Document::default() };
    ///
    /// let error = document.check().unwrap_err();
    /// let faults: Vec<_> = error.all().map(ToString::to_string).collect();
    /// let missing = "there is no type `Edm.Int23` (T14, OData CSDL 4.01 §15.3)";
    /// assert_eq!(faults[1], format!("fleet.vehicle/id: {missing}"));
    /// assert!(faults[0].starts_with("fleet.vehicle: the entity type has no key"));
    /// ```
    pub fn check(&self) -> Result<()> {
        let index = Index::of(self);
        let mut faults = Faults::default();
        across_types(&index, &mut faults);
        of_parts(&index, &mut faults);
        match Error::from_many(faults.into_errors()) {
            None => Ok(()),
            Some(error) => Err(error),
        }
    }
}

/// Returns the faults that only the whole model shows: what no derive can see.
pub(crate) fn across(document: &Document) -> Vec<Error> {
    let index = Index::of(document);
    let mut faults = Faults::default();
    across_types(&index, &mut faults);
    faults.into_errors()
}

/// Checks what only the whole model shows. Of annotations, that is all: some have values that nothing has checked.
fn across_types(index: &Index<'_>, faults: &mut Faults) {
    names::of_schemas(index, faults);
    schemas::aliases(index, faults);
    schemas::included(index, faults);
    partners::owners(index, faults);
    version::keys(index, faults);
    version::constraints(index, faults);
    navigation::contained_collections(index, faults);
    containing::collections(index, faults);
    endless::values(index, faults);
    overloads::overloads(index, faults);
    annotations::annotations(index, faults);
}

/// Checks what the compiler has proven of Rust items.
fn of_parts(index: &Index<'_>, faults: &mut Faults) {
    schemas::namespaces(index, faults);
    schemas::alias_names(index, faults);
    schemas::references(index, faults);
    members::identifiers(index, faults);
    members::unique_names(index, faults);
    members::named_as_type(index, faults);
    members::inherited(index, faults);
    types::bases(index, faults);
    types::paths(index, faults);
    keys::keys(index, faults);
    properties::properties(index, faults);
    properties::scalars(index, faults);
    navigation::navigation(index, faults);
    constraints::constraints(index, faults);
    operations::operations(index, faults);
    container::containers(index, faults);
    terms::terms(index, faults);
    version::collections(index, faults);
}
