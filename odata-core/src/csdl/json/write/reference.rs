//! References to other documents.

use super::{super::uri, Writer};
use crate::csdl::{Include, IncludeAnnotations, Reference};

impl Writer<'_> {
    pub(super) fn references(&mut self, references: &[Reference]) {
        if references.is_empty() {
            return;
        }
        self.json.name("$Reference");
        self.json.begin_object();
        for reference in references {
            self.reference(reference);
        }
        self.json.end_object();
    }

    fn reference(&mut self, reference: &Reference) {
        self.json.name(&uri::to_json(&reference.uri));
        self.json.begin_object();
        if !reference.includes.is_empty() {
            self.json.name("$Include");
            self.json.begin_array();
            for include in &reference.includes {
                self.include(include);
            }
            self.json.end_array();
        }
        if !reference.include_annotations.is_empty() {
            self.json.name("$IncludeAnnotations");
            self.json.begin_array();
            for include in &reference.include_annotations {
                self.include_annotations(include);
            }
            self.json.end_array();
        }
        self.annotations("", &reference.annotations);
        self.json.end_object();
    }

    fn include(&mut self, include: &Include) {
        self.json.begin_object();
        self.json.string_member("$Namespace", &include.namespace);
        if let Some(alias) = &include.alias {
            self.json.string_member("$Alias", alias);
        }
        self.annotations("", &include.annotations);
        self.json.end_object();
    }

    fn include_annotations(&mut self, include: &IncludeAnnotations) {
        self.json.begin_object();
        self.json.string_member("$TermNamespace", &include.term_namespace);
        if let Some(qualifier) = &include.qualifier {
            self.json.string_member("$Qualifier", qualifier);
        }
        if let Some(namespace) = &include.target_namespace {
            self.json.string_member("$TargetNamespace", namespace);
        }
        self.json.end_object();
    }
}
