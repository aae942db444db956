//! Annotations and terms.

use super::{Writer, literal::write_default};
use crate::csdl::{Annotation, Element, Term};

impl Writer<'_> {
    /// Writes annotations as members of the object that is open. `annotated` is the name of the member that they are
    /// for; empty for the object itself.
    pub(super) fn annotations(&mut self, annotated: &str, annotations: &[Annotation]) {
        self.annotations_with(annotated, annotations, None);
    }

    /// Writes annotations like [`annotations`](Self::annotations), with a qualifier for those that have none.
    pub(super) fn annotations_with(&mut self, annotated: &str, annotations: &[Annotation], qualifier: Option<&str>) {
        for annotation in annotations {
            let mut name = format!("{annotated}@{}", self.names.short(&annotation.term));
            if let Some(qualifier) = annotation.qualifier.as_deref().or(qualifier) {
                name.extend(["#", qualifier]);
            }
            self.json.name(&name);
            match &annotation.value {
                Some(value) => self.expression(value),
                None => self.default_of(&annotation.term),
            }
            self.annotations(&name, &annotation.annotations);
        }
    }

    /// Writes the value of an annotation that has none.
    fn default_of(&mut self, term: &str) {
        match self.names.element(term) {
            Some(Element::Term(Term { default: Some(default), ty, .. })) => {
                write_default(&mut self.json, &self.names, &ty.name, default);
            }
            _ => self.json.boolean(true),
        }
    }

    pub(super) fn term(&mut self, term: &Term) {
        self.json.name(&term.name);
        self.json.begin_object();
        self.json.string_member("$Kind", "Term");
        self.type_members(&term.ty);
        self.optional_name("$BaseTerm", term.base.as_deref());
        if let Some(default) = &term.default {
            self.json.name("$DefaultValue");
            write_default(&mut self.json, &self.names, &term.ty.name, default);
        }
        if !term.applies_to.is_empty() {
            self.json.name("$AppliesTo");
            self.json.begin_array();
            for kind in &term.applies_to {
                self.json.string(kind);
            }
            self.json.end_array();
        }
        self.annotations("", &term.annotations);
        self.json.end_object();
    }
}
