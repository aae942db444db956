//! What is annotated, and the annotations within annotations.

use super::{
    Annotation, ContainerChild, Document, EntityContainer, EnumType, Expression, Name, Operation, OperationImport,
    Place, Property, Schema, StructuredKind, StructuredType,
};

/// A part of a document that can be annotated, other than a value.
pub(crate) struct Host<'d> {
    /// The kind of model element, as `AppliesTo` names it (OData CSDL 4.01 §14.1.2).
    pub(crate) kind: &'static str,
    pub(crate) element: HostElement<'d>,
    pub(crate) annotations: &'d [Annotation],
    pub(crate) place: Place,
}

/// What a host is.
#[derive(Clone, Copy)]
pub(crate) enum HostElement<'d> {
    Document,
    Schema(&'d Schema),
    Structured(&'d Schema, &'d StructuredType),
    Property(&'d Schema, &'d StructuredType, &'d Property),
    Enum(&'d Schema, &'d EnumType),
    Member(&'d Schema, &'d EnumType, &'d Name),
    Definition(&'d Schema, &'d Name),
    Term(&'d Schema, &'d Name),
    Operation(&'d Schema, &'d Operation),
    /// A parameter; the return type, without a name.
    Parameter(&'d Schema, &'d Operation, Option<&'d Name>),
    Container(&'d Schema, &'d EntityContainer),
    Child(&'d Schema, &'d EntityContainer, &'d ContainerChild),
    Import(&'d Schema, &'d EntityContainer, &'d OperationImport),
}

impl Document {
    /// Returns all parts of the document that have annotations, in order; values are apart.
    pub(crate) fn hosts(&self) -> Vec<Host<'_>> {
        let mut hosts = Hosts(Vec::new());
        for reference in &self.references {
            hosts.add("Reference", HostElement::Document, &reference.annotations, reference.place);
            for include in &reference.includes {
                hosts.add("Include", HostElement::Document, &include.annotations, reference.place);
            }
        }
        self.schemas.iter().for_each(|schema| hosts.schema(schema));
        hosts.0
    }

    /// Returns the parts of one schema that have annotations.
    pub(crate) fn hosts_of(schema: &Schema) -> Vec<Host<'_>> {
        let mut hosts = Hosts(Vec::new());
        hosts.schema(schema);
        hosts.0
    }
}

struct Hosts<'d>(Vec<Host<'d>>);

impl<'d> Hosts<'d> {
    fn add(&mut self, kind: &'static str, element: HostElement<'d>, annotations: &'d [Annotation], place: Place) {
        if !annotations.is_empty() {
            self.0.push(Host { kind, element, annotations, place });
        }
    }

    fn schema(&mut self, schema: &'d Schema) {
        self.add("Schema", HostElement::Schema(schema), &schema.annotations, schema.place);
        for found in &schema.definitions {
            let element = HostElement::Definition(schema, &found.name);
            self.add("TypeDefinition", element, &found.annotations, found.place);
        }
        for ty in &schema.enums {
            self.add("EnumType", HostElement::Enum(schema, ty), &ty.annotations, ty.place);
            for member in &ty.members {
                let element = HostElement::Member(schema, ty, &member.name);
                self.add("Member", element, &member.annotations, member.place);
            }
        }
        schema.types.iter().for_each(|ty| self.structured(schema, ty));
        schema.operations.iter().for_each(|operation| self.operation(schema, operation));
        for term in &schema.terms {
            self.add("Term", HostElement::Term(schema, &term.name), &term.annotations, term.place);
        }
        schema.containers.iter().for_each(|container| self.container(schema, container));
    }

    fn structured(&mut self, schema: &'d Schema, ty: &'d StructuredType) {
        let kind = match ty.kind {
            StructuredKind::Entity => "EntityType",
            StructuredKind::Complex => "ComplexType",
        };
        self.add(kind, HostElement::Structured(schema, ty), &ty.annotations, ty.place);
        for property in &ty.properties {
            let element = HostElement::Property(schema, ty, property);
            let kind = if property.navigation.is_some() { "NavigationProperty" } else { "Property" };
            self.add(kind, element, &property.annotations, property.place);
            let Some(navigation) = &property.navigation else { continue };
            self.add("OnDelete", element, &navigation.on_delete_annotations, property.place);
            for constraint in &navigation.constraints {
                self.add("ReferentialConstraint", element, &constraint.annotations, property.place);
            }
        }
    }

    fn operation(&mut self, schema: &'d Schema, operation: &'d Operation) {
        let kind = if operation.is_function { "Function" } else { "Action" };
        let element = HostElement::Operation(schema, operation);
        self.add(kind, element, &operation.annotations, operation.place);
        for parameter in &operation.parameters {
            let element = HostElement::Parameter(schema, operation, Some(&parameter.name));
            self.add("Parameter", element, &parameter.annotations, parameter.place);
        }
        if let Some(returned) = &operation.return_type {
            let element = HostElement::Parameter(schema, operation, None);
            self.add("ReturnType", element, &returned.annotations, returned.place);
        }
    }

    fn container(&mut self, schema: &'d Schema, container: &'d EntityContainer) {
        let element = HostElement::Container(schema, container);
        self.add("EntityContainer", element, &container.annotations, container.place);
        for child in &container.children {
            let kind = if child.is_entity_set { "EntitySet" } else { "Singleton" };
            self.add(kind, HostElement::Child(schema, container, child), &child.annotations, child.place);
        }
        for import in &container.imports {
            let kind = if import.is_function { "FunctionImport" } else { "ActionImport" };
            self.add(kind, HostElement::Import(schema, container, import), &import.annotations, import.place);
        }
    }
}

/// A part of a value, or an annotation of one.
#[derive(Clone, Copy)]
pub(crate) enum ValuePart<'d> {
    /// An annotation, whose value and annotations come after it.
    Annotation(&'d Annotation),
    /// The annotations of a part of a value, before each of them.
    Annotations(&'d [Annotation]),
    Expression(&'d Expression),
}

/// Returns annotations with all that is in them, in no certain order.
pub(crate) fn value_parts(annotations: &[Annotation]) -> Vec<ValuePart<'_>> {
    let mut parts: Vec<_> = annotations.iter().map(ValuePart::Annotation).collect();
    let mut next = 0;
    while let Some(&part) = parts.get(next) {
        next += 1;
        match part {
            ValuePart::Annotation(annotation) => {
                add_annotations(&mut parts, &annotation.annotations);
                parts.extend(annotation.value.as_ref().map(ValuePart::Expression));
            }
            ValuePart::Annotations(annotations) => parts.extend(annotations.iter().map(ValuePart::Annotation)),
            ValuePart::Expression(expression) => add_children(&mut parts, expression),
        }
    }
    parts
}

fn add_annotations<'d>(parts: &mut Vec<ValuePart<'d>>, annotations: &'d [Annotation]) {
    if !annotations.is_empty() {
        parts.push(ValuePart::Annotations(annotations));
    }
}

/// Adds what is in an expression.
fn add_children<'d>(parts: &mut Vec<ValuePart<'d>>, expression: &'d Expression) {
    match expression {
        Expression::Constant(_)
        | Expression::EnumMember(_)
        | Expression::Path(..)
        | Expression::LabeledReference(_) => {}
        Expression::Null(annotations) => add_annotations(parts, annotations),
        Expression::Collection(items) => parts.extend(items.iter().map(ValuePart::Expression)),
        Expression::Record(record) => {
            add_annotations(parts, &record.annotations);
            for member in &record.members {
                add_annotations(parts, &member.annotations);
                parts.extend(member.value.as_ref().map(ValuePart::Expression));
            }
        }
        Expression::If(condition) => {
            add_annotations(parts, &condition.annotations);
            let values = [Some(&condition.condition), Some(&condition.then), condition.otherwise.as_ref()];
            parts.extend(values.into_iter().flatten().map(ValuePart::Expression));
        }
        Expression::Apply(apply) => {
            add_annotations(parts, &apply.annotations);
            parts.extend(apply.arguments.iter().map(ValuePart::Expression));
        }
        Expression::Typed(typed) => {
            add_annotations(parts, &typed.annotations);
            parts.push(ValuePart::Expression(&typed.value));
        }
        Expression::Labeled(labeled) => {
            add_annotations(parts, &labeled.annotations);
            parts.push(ValuePart::Expression(&labeled.value));
        }
        Expression::UrlReference(url, annotations) => {
            add_annotations(parts, annotations);
            parts.push(ValuePart::Expression(url));
        }
        Expression::Operation(_, operands, annotations) => {
            add_annotations(parts, annotations);
            parts.extend(operands.iter().map(ValuePart::Expression));
        }
    }
}
