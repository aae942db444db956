//! The terms of a model, and the types that their values have.

use std::collections::HashSet;

use super::{ContainerDescriptor, Registry};
use crate::annotation::{Annotation, Annotations, RecordDescriptor, TermDescriptor, TermType};

/// The terms that were reached, in order of discovery. Those that are not registered are of vocabularies, which other
/// documents declare.
#[derive(Default)]
pub(super) struct ReachedTerms {
    pub(super) terms: Vec<&'static TermDescriptor>,
    pub(super) records: Vec<&'static RecordDescriptor>,
    /// All terms that annotations are of, each as often as it is applied.
    pub(super) applied: Vec<&'static TermDescriptor>,
    /// The types of terms and members that are neither.
    pub(super) others: Vec<TermType>,
    known: HashSet<usize>,
}

impl ReachedTerms {
    /// Adds the terms of a namespace.
    pub(super) fn add_namespace(&mut self, namespace: &str) {
        let registry = Registry::global();
        registry.terms_in(namespace).for_each(|term| self.add_term(term));
        registry.records_in(namespace).for_each(|record| self.add_record(record));
    }

    /// Adds the terms that the annotations of a container are of.
    pub(super) fn add_container(&mut self, container: &ContainerDescriptor) {
        let Some(all) = container.annotations.map(|all| all()) else { return };
        let own = all.own.iter().map(|row| &row.annotation);
        let document = all.document.iter().map(|row| row.annotation);
        let external = all.external.iter().map(|row| row.annotation);
        own.chain(document).chain(external).for_each(|annotation| self.add_annotation(annotation));
    }

    /// Adds the terms that annotations are of.
    pub(super) fn add_annotations(&mut self, annotations: Annotations) {
        let all = annotations.map_or(&[][..], |all| all());
        for row in all {
            self.add_annotation(&row.annotation);
        }
    }

    fn add_annotation(&mut self, annotation: &Annotation) {
        let Some(term) = annotation.term() else { return };
        self.applied.push(term);
        if Registry::global().has_term(term) {
            self.add_term(term);
        }
    }

    fn add_term(&mut self, term: &'static TermDescriptor) {
        if !self.known.insert(std::ptr::from_ref(term).addr()) {
            return;
        }
        self.terms.push(term);
        self.add_type(term.ty);
        self.add_annotations(term.annotations);
        if let Some(base) = term.base.filter(|base| Registry::global().has_term(base)) {
            self.add_term(base);
        }
    }

    fn add_type(&mut self, ty: TermType) {
        match ty {
            TermType::Collection(item) => self.add_type(*item),
            TermType::Record(record) => self.add_record(record.descriptor()),
            other => self.others.push(other),
        }
    }

    fn add_record(&mut self, record: &'static RecordDescriptor) {
        let registry = Registry::global();
        if !registry.has_record(record) || !self.known.insert(std::ptr::from_ref(record).addr()) {
            return;
        }
        self.records.push(record);
        record.members.iter().for_each(|member| self.add_type(member.ty));
        self.add_annotations(record.annotations);
        record.base.into_iter().chain(registry.derived_records(record)).for_each(|other| self.add_record(other));
    }
}
