//! A1, A5: annotations, as far as one item shows what they say.

use std::collections::HashSet;

use proc_macro2::Span;
use syn::{LitStr, ext::IdentExt as _, spanned::Spanned as _};

use super::names::identifier;
use crate::{
    ast::Field,
    attr::{Annotate, AnnotationValue, AppliedTerm, RawValue, RecordMacro, ValueKind},
    ctxt::Ctxt,
    name,
};

/// A word that says what a term says, if it is there: the name of the term in the vocabulary `Core`, and the word.
pub(super) type SaidByWord = (&'static str, &'static str, bool);

/// What says `Core.Description`.
pub(super) fn described(description: &str, word: Option<&LitStr>) -> SaidByWord {
    let what = if word.is_some() { "`description`" } else { "the doc comment" };
    ("Description", what, !description.is_empty())
}

/// A1, A5: checks the annotations of a property, parameter, member or child.
pub(super) fn of_field(ctxt: &Ctxt, field: &Field<'_>) {
    let attrs = &field.attrs;
    let words = [
        described(&field.description, attrs.description.as_ref()),
        ("Computed", "`computed`", attrs.computed.is_some()),
        ("Immutable", "`immutable`", attrs.immutable.is_some()),
    ];
    annotations(ctxt, &attrs.annotations, &words);
}

/// A1, A5: checks the annotations of one element. `words` say what some terms say.
pub(super) fn annotations(ctxt: &Ctxt, annotations: &[Annotate], words: &[SaidByWord]) {
    let mut seen = HashSet::new();
    for annotate in annotations {
        let span = term_span(&annotate.term);
        if let AppliedTerm::Raw(name) = &annotate.term
            && let Some(fault) = name::term_fault(&name.value())
        {
            ctxt.error(name.span(), fault);
        }
        let qualifier = annotate.qualifier.as_ref().map(|qualifier| {
            let name = qualifier.unraw().to_string();
            identifier(ctxt, &name, qualifier.span());
            name
        });
        let term = annotate.term.to_string();
        let said = words.iter().find(|(known, _, is_there)| *is_there && qualifier.is_none() && is_core(&term, known));
        if let Some((_, word, _)) = said {
            ctxt.error(span, format_args!("`{term}` is applied twice: {word} says it already"));
        } else if !seen.insert((term.clone(), qualifier)) {
            let message = format_args!("`{term}` is applied twice; add a qualifier to one: `{term} #Other`");
            ctxt.error(span, message);
        }
        if let Some(value) = &annotate.value {
            check_value(ctxt, value, false);
        }
    }
}

/// A8, A9: checks the content of `record!`.
pub(crate) fn record_macro(ctxt: &Ctxt, content: &RecordMacro) {
    check_value(ctxt, &content.value, false);
    if content.root.is_none() {
        no_path(ctxt, &content.value, "a path needs the type that it begins in: `record!(for Type, ..)`");
    }
}

fn term_span(term: &AppliedTerm) -> Span {
    match term {
        AppliedTerm::Rust(path) => path.span(),
        AppliedTerm::Raw(name) => name.span(),
    }
}

/// Whether the term is this one of the vocabulary `Core`, as far as its name shows.
fn is_core(term: &str, name: &str) -> bool {
    let of = |prefix: &str, separator: &str| {
        term.strip_suffix(name).and_then(|rest| rest.strip_suffix(separator)).is_some_and(|rest| rest.ends_with(prefix))
    };
    of("Core", "::") || of("Org.OData.Core.V1", ".")
}

/// A8, A9: checks a value: that a record has each member once, and that a condition has a value for each case where it is
/// not an item of a collection.
fn check_value(ctxt: &Ctxt, value: &AnnotationValue, is_item: bool) {
    match &value.kind {
        ValueKind::If(parts) => {
            if parts.len() == 2 && !is_item {
                let message = "`if_` needs a value for the case that the condition is false; only an item of a collection \
                               can do without it";
                ctxt.error(value.span.0, message);
            }
            for part in parts {
                check_value(ctxt, part, false);
            }
        }
        ValueKind::Collection(items) => {
            for item in items {
                check_value(ctxt, item, true);
            }
        }
        ValueKind::Record(record) => {
            for (_, value) in &record.members {
                check_value(ctxt, value, false);
            }
        }
        ValueKind::Raw(raw) => check_raw(ctxt, raw, value.span.0, false),
        ValueKind::Literal(_)
        | ValueKind::TypedLiteral(..)
        | ValueKind::Null
        | ValueKind::Path(_)
        | ValueKind::Rust(_) => {}
    }
}

/// A9: checks a value that nothing else checks.
fn check_raw(ctxt: &Ctxt, value: &RawValue, span: Span, is_item: bool) {
    match value {
        RawValue::If(parts) => {
            if parts.len() == 2 && !is_item {
                let message = "`if_` needs a value for the case that the condition is false; only an item of a collection \
                               can do without it";
                ctxt.error(span, message);
            }
            for part in parts {
                check_raw(ctxt, part, span, false);
            }
        }
        RawValue::Collection(items) => {
            for item in items {
                check_raw(ctxt, item, span, true);
            }
        }
        RawValue::Record(_, members) => {
            let mut seen = HashSet::new();
            for (name, value) in members {
                if !seen.insert(name) {
                    ctxt.error(span, format_args!("the record has `{name}` twice"));
                }
                check_raw(ctxt, value, span, false);
            }
        }
        RawValue::Apply(_, values) | RawValue::Operation(_, values) => {
            for value in values {
                check_raw(ctxt, value, span, false);
            }
        }
        RawValue::Typed(_, value, _) | RawValue::Labeled(_, value) | RawValue::Url(value) => {
            check_raw(ctxt, value, span, false);
        }
        RawValue::Literal(_)
        | RawValue::TypedLiteral(..)
        | RawValue::Null
        | RawValue::Path(..)
        | RawValue::Members(..)
        | RawValue::LabeledReference(_) => {}
    }
}

/// Refuses paths where there is no type that they could begin in.
pub(super) fn no_paths(ctxt: &Ctxt, annotations: &[Annotate], what: &str) {
    let message = format!(
        "a path begins in a type with properties, and {what} has none; write the path as text: `raw path(\"..\")`"
    );
    for value in annotations.iter().filter_map(|annotate| annotate.value.as_ref()) {
        no_path(ctxt, value, &message);
    }
}

fn no_path(ctxt: &Ctxt, value: &AnnotationValue, message: &str) {
    match &value.kind {
        ValueKind::Path(path) => {
            if let Some(fields) = &path.fields {
                ctxt.error(fields.span().0, message);
            }
        }
        ValueKind::If(parts) | ValueKind::Collection(parts) => {
            for part in parts {
                no_path(ctxt, part, message);
            }
        }
        ValueKind::Record(record) => {
            for (_, value) in &record.members {
                no_path(ctxt, value, message);
            }
        }
        ValueKind::Literal(_)
        | ValueKind::TypedLiteral(..)
        | ValueKind::Null
        | ValueKind::Rust(_)
        | ValueKind::Raw(_) => {}
    }
}
