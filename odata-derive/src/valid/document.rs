//! What a container says about the document that shows it: schemas, references.

use std::collections::{BTreeMap, HashSet};

use syn::LitStr;

use super::{
    annotation::{annotations, no_paths},
    names::identifier,
};
use crate::{ast::ItemHead, attr::Annotate, ctxt::Ctxt, name};

/// N3, N4, X1: checks the schemas and references of a container.
pub(super) fn document(ctxt: &Ctxt, head: &ItemHead<'_>) {
    aliases(ctxt, head);
    let named = head.attrs.schemas.iter().filter(|schema| schema.alias.is_none());
    for schema in named {
        well_formed(ctxt, &schema.namespace);
    }
    for (applied, what) in applied(head) {
        annotations(ctxt, applied, &[]);
        no_paths(ctxt, applied, what);
    }
    references(ctxt, head);
    includes(ctxt, head);
    namespaces(ctxt, &head.attrs.all_of);
}

/// The annotations of all parts of the document, with what each is.
fn applied<'h>(head: &'h ItemHead<'_>) -> impl Iterator<Item = (&'h [Annotate], &'static str)> {
    let attrs = &head.attrs;
    let schemas = attrs.schemas.iter().map(|schema| (&*schema.annotations, "a schema"));
    let references = attrs.references.iter().map(|reference| (&*reference.applied, "a reference"));
    let includes = attrs.references.iter().flat_map(|reference| &reference.includes);
    schemas.chain(references).chain(includes.map(|include| (&*include.applied, "an included schema")))
}

/// N3, N4: checks the aliases of schemas and includes. A schema has at most one, so `$metadata` could not show a second.
fn aliases(ctxt: &Ctxt, head: &ItemHead<'_>) {
    let (schemas, references) = (&head.attrs.schemas, &head.attrs.references);
    let included = || references.iter().flat_map(|reference| &reference.includes);
    let own = head.name.rsplit_once('.').map(|(namespace, _)| namespace.to_owned());
    let namespaces: HashSet<_> = (schemas.iter().map(|schema| &schema.namespace))
        .chain(included().map(|include| &include.namespace))
        .map(LitStr::value)
        .chain(own)
        .collect();
    let mut seen = HashSet::new();
    let mut aliased: BTreeMap<String, String> = BTreeMap::new();
    let of_schemas = schemas.iter().filter_map(|schema| Some((schema.alias.as_ref()?, Some(&schema.namespace))));
    let of_includes = included().filter_map(|include| Some((include.alias.as_ref()?, None)));
    for (alias, namespace) in of_schemas.chain(of_includes) {
        let name = alias.value();
        let repeated = !seen.insert(name.clone());
        if let Some(fault) = name::alias_fault(&name) {
            ctxt.error(alias.span(), fault);
        } else if repeated {
            ctxt.error(alias.span(), format_args!("alias `{name}` is declared twice"));
        } else if namespaces.contains(&name) {
            ctxt.error(alias.span(), format_args!("alias `{name}` is also a namespace; choose another name"));
        }
        let Some(namespace) = namespace else { continue };
        if !well_formed(ctxt, namespace) {
            continue;
        }
        if let (false, Some(first)) = (repeated, aliased.get(&namespace.value())) {
            let message =
                format_args!("namespace `{}` already has the alias `{first}`; it can have one", namespace.value());
            ctxt.error(namespace.span(), message);
        }
        aliased.entry(namespace.value()).or_insert(name);
    }
}

/// X1: checks that each reference has a URL of its own and includes something.
fn references(ctxt: &Ctxt, head: &ItemHead<'_>) {
    let mut seen = HashSet::new();
    for reference in &head.attrs.references {
        let uri = reference.uri.value();
        if uri.is_empty() || uri.contains(|character: char| character.is_whitespace() || character.is_control()) {
            ctxt.error(reference.uri.span(), format_args!("`{uri}` is not a URL"));
        }
        if reference.includes.is_empty() && reference.annotations.is_empty() {
            let message = format_args!("the reference includes nothing; add `include(\"namespace\")` after \"{uri}\"");
            ctxt.error(reference.word, message);
        }
        if !seen.insert(uri) {
            let message = "the document is referenced twice; one `reference` can have several `include(..)`";
            ctxt.error(reference.uri.span(), message);
        }
    }
}

/// X1: checks that each schema is included once and is not one of this document, and the same of annotations.
fn includes(ctxt: &Ctxt, head: &ItemHead<'_>) {
    let own: HashSet<_> = (head.attrs.schemas.iter().map(|schema| schema.namespace.value()))
        .chain(head.name.rsplit_once('.').map(|(namespace, _)| namespace.to_owned()))
        .collect();
    let (mut included, mut annotated) = (HashSet::new(), HashSet::new());
    for reference in &head.attrs.references {
        for include in &reference.includes {
            let namespace = include.namespace.value();
            if !well_formed(ctxt, &include.namespace) {
                continue;
            }
            if own.contains(&namespace) {
                let message = format_args!("namespace `{namespace}` is one of this model; it cannot be included");
                ctxt.error(include.namespace.span(), message);
            } else if !included.insert(namespace.clone()) {
                let message = format_args!("namespace `{namespace}` is included twice");
                ctxt.error(include.namespace.span(), message);
            }
        }
        for annotations in &reference.annotations {
            well_formed(ctxt, &annotations.term_namespace);
            if let Some(qualifier) = &annotations.qualifier {
                identifier(ctxt, &qualifier.value(), qualifier.span());
            }
            if let Some(target) = &annotations.target_namespace {
                well_formed(ctxt, target);
            }
            let text = |literal: &Option<LitStr>| literal.as_ref().map(LitStr::value);
            let same = (
                reference.uri.value(),
                annotations.term_namespace.value(),
                text(&annotations.qualifier),
                text(&annotations.target_namespace),
            );
            if !annotated.insert(same) {
                ctxt.error(annotations.term_namespace.span(), "the same annotations are included twice");
            }
        }
    }
}

/// Checks the namespaces of `all_of(..)`.
fn namespaces(ctxt: &Ctxt, named: &[LitStr]) {
    let mut seen = HashSet::new();
    for namespace in named {
        if well_formed(ctxt, namespace) && !seen.insert(namespace.value()) {
            ctxt.error(namespace.span(), format_args!("namespace `{}` is named twice", namespace.value()));
        }
    }
}

/// Checks the form of a namespace.
fn well_formed(ctxt: &Ctxt, namespace: &LitStr) -> bool {
    let fault = name::namespace_fault(&namespace.value());
    if let Some(fault) = &fault {
        ctxt.error(namespace.span(), fault);
    }
    fault.is_none()
}
