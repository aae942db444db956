//! Namespaces, aliases and references.

use super::{
    super::{Name, Place},
    faults::{Faults, place_of},
    index::Index,
};

/// Returns the aliases of the document with their places.
fn aliases_of<'d>(index: &Index<'d>) -> impl Iterator<Item = (&'d Name, Place)> {
    let schemas = index.document.schemas.iter().filter_map(|schema| Some((schema.alias.as_ref()?, schema.place)));
    let references = index.document.references.iter();
    let includes = references.flat_map(|reference| reference.includes.iter().map(move |found| (reference, found)));
    let includes = includes.filter_map(|(reference, include)| Some((include.alias.as_ref()?, reference.place)));
    schemas.chain(includes).map(|(alias, outer)| (alias, place_of(alias, outer)))
}

/// N4: no alias is a namespace of the document.
pub(super) fn aliases(index: &Index<'_>, faults: &mut Faults) {
    for (alias, place) in aliases_of(index).filter(|(alias, _)| index.declares(alias)) {
        let message = format!("alias `{alias}` is also a namespace of the model");
        faults.add("N4, OData CSDL 4.01 §5.1", place, &*alias.text, message);
    }
}

/// X1: no schema of the document is included from another one.
pub(super) fn included(index: &Index<'_>, faults: &mut Faults) {
    for reference in &index.document.references {
        for include in reference.includes.iter().filter(|include| index.declares(&include.namespace)) {
            let name = &include.namespace;
            let message = format!("`{name}` is a namespace of the model and cannot be included");
            faults.add("X1, OData CSDL 4.01 §4.2", place_of(name, reference.place), &*name.text, message);
        }
    }
}
