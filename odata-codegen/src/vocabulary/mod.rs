//! A vocabulary as Rust: its terms and their types, written with the derives of `odata-core`.
//!
//! ```
//! use odata_codegen::vocabulary;
//! use odata_core::csdl::{Document, Schema, Term, TypeReference};
//!
//! let audited = Term { name: "Audited".into(), ty: TypeReference::new("Edm.Boolean"), ..Term::default() };
//! let schema = Schema { namespace: "shop.vocabulary.v1".into(), terms: vec![audited], ..Schema::default() };
//! let document = Document { schemas: vec![schema], ..Document::default() };
//!
//! let rust = vocabulary::generate(&document, &vocabulary::Options::default())?;
//! assert!(rust.contains("pub mod Vocabulary {"));
//! assert!(rust.contains("pub struct Audited;"));
//! # Ok::<(), odata_core::Error>(())
//! ```

mod context;
mod docs;
mod layout;
mod literal;
mod member;
mod names;
mod scalars;
mod terms;
mod types;

use odata_core::{
    Result,
    csdl::{Document, Name, Place, Schema},
};

use context::Context;

/// How a vocabulary becomes Rust.
#[derive(Clone, Debug)]
pub struct Options {
    /// The path of the crate `odata_core`, as generated code names it.
    pub crate_path: String,
    /// The Rust modules of the types of other vocabularies, as in `crate::shop`, by namespace. Those that are part of
    /// `odata_core` need no entry.
    pub modules: Vec<(String, String)>,
    /// Documents of other vocabularies. Without that of an enumeration type with flags, a value has one of its members.
    pub references: Vec<Document>,
}

impl Default for Options {
    fn default() -> Self {
        Self { crate_path: "::odata_core".to_owned(), modules: Vec::new(), references: Vec::new() }
    }
}

/// Makes Rust of the vocabulary that a document declares: a module of terms, named after the alias, such as `Core`, and
/// one of their types, `core`.
///
/// The same document always makes the same text. A term or type that was deprecated by `Core.Revisions` is
/// `#[deprecated]`, and `Core.Description` is the doc comment.
///
/// # Errors
///
/// Reports all parts of the document that have no form in Rust, and types that are not found, as one error with details.
pub fn generate(document: &Document, options: &Options) -> Result<String> {
    let [schema] = &*document.schemas else {
        let message = format!("a vocabulary is one schema; the document has {}", document.schemas.len());
        return Err(context::fault(Place::Unknown, message));
    };
    let context = Context::new(document, schema, options)?;
    let terms = terms::items(&context, schema);
    let types = types::items(&context, schema);
    refuse_others(&context, schema);
    check_names(&context, schema);
    context.finish()?;
    layout::file(&context, &terms, &types)
        .map_err(|error| context::fault(schema.place, format!("the vocabulary has no form in Rust: {error}")))
}

/// Reports what a vocabulary does not declare.
fn refuse_others(context: &Context, schema: &Schema) {
    for operation in &schema.operations {
        let kind = if operation.is_function { "function" } else { "action" };
        context.fault(operation.place, format!("{kind} `{}` cannot be part of a vocabulary", operation.name));
    }
    for container in &schema.containers {
        context.fault(container.place, format!("container `{}` cannot be part of a vocabulary", container.name));
    }
}

/// Reports names without a name in Rust, as they are not identifiers.
fn check_names(context: &Context, schema: &Schema) {
    let members = schema.enums.iter().flat_map(|ty| &ty.members).map(|member| &member.name);
    let properties = schema.types.iter().flat_map(|ty| &ty.properties).map(|property| &property.name);
    let types = schema.definitions.iter().map(|ty| &ty.name).chain(schema.enums.iter().map(|ty| &ty.name));
    let types = types.chain(schema.types.iter().map(|ty| &ty.name));
    let terms = schema.terms.iter().map(|term| &term.name);
    let parts = schema.namespace.split('.').map(|part| Name::new(part, schema.namespace.place));
    for name in parts.chain(types.chain(members).chain(properties).chain(terms).cloned()) {
        if !names::is_identifier(&name) {
            context.fault(name.place, format!("`{}` is not an identifier", name.escape_debug()));
        }
    }
}

#[cfg(test)]
mod tests;
