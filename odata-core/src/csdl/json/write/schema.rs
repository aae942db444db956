//! Schemas.

use std::{borrow::Cow, collections::HashMap};

use super::Writer;
use crate::csdl::{Annotations, Operation, Schema};

impl Writer<'_> {
    pub(super) fn schema(&mut self, schema: &Schema) {
        self.json.name(&schema.namespace);
        self.json.begin_object();
        if let Some(alias) = &schema.alias {
            self.json.string_member("$Alias", alias);
        }
        for definition in &schema.definitions {
            self.definition(definition);
        }
        for ty in &schema.enums {
            self.enumeration(ty);
        }
        for ty in &schema.types {
            self.structured(ty);
        }
        self.operations(&schema.operations);
        for term in &schema.terms {
            self.term(term);
        }
        for container in &schema.containers {
            self.container(schema, container);
        }
        self.external(&schema.external);
        self.annotations("", &schema.annotations);
        self.json.end_object();
    }

    /// Writes the overloads of each name together.
    fn operations(&mut self, operations: &[Operation]) {
        for (name, overloads) in grouped(operations, |operation| Cow::Borrowed(&operation.name)) {
            self.json.name(&name);
            self.json.begin_array();
            for overload in overloads {
                self.operation(overload);
            }
            self.json.end_array();
        }
    }

    /// Writes the annotations of each target together.
    fn external(&mut self, external: &[Annotations]) {
        if external.is_empty() {
            return;
        }
        let targets = grouped(external, |block| self.names.short(&block.target));
        self.json.name("$Annotations");
        self.json.begin_object();
        for (target, blocks) in targets {
            self.json.name(&target);
            self.json.begin_object();
            for block in blocks {
                self.annotations_with("", &block.annotations, block.qualifier.as_deref());
            }
            self.json.end_object();
        }
        self.json.end_object();
    }
}

/// Returns the items with the same name together, in the order of the first ones.
fn grouped<'i, T>(items: &'i [T], name: impl Fn(&'i T) -> Cow<'i, str>) -> Vec<(Cow<'i, str>, Vec<&'i T>)> {
    let mut places: HashMap<Cow<'i, str>, usize> = HashMap::new();
    let mut groups: Vec<(Cow<'i, str>, Vec<&'i T>)> = Vec::new();
    for item in items {
        let name = name(item);
        let place = *places.entry(name.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(item),
            None => groups.push((name, vec![item])),
        }
    }
    groups
}
