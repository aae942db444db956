//! The rules of a whole document.
//!
//! Each file is a family of rules. Those that the compiler has proven of Rust items are checked again only where a
//! document can be read: [`across`] has the others.

mod containing;
mod endless;
mod faults;
mod index;
mod names;
mod navigation;
mod operations;
mod partners;
mod paths;
mod rings;
mod schemas;
mod version;

use self::{faults::Faults, index::Index};
use super::Document;
use crate::error::Error;

/// Returns the faults that only the whole model shows: what no derive can see.
pub(crate) fn across(document: &Document) -> Vec<Error> {
    let index = Index::of(document);
    let mut faults = Faults::default();
    across_types(&index, &mut faults);
    faults.into_errors()
}

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
    operations::across(index, faults);
}
