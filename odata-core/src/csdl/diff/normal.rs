//! A document with one spelling for each meaning.

use super::{
    super::{
        Annotation, Document, Elements, EntityContainer, Facets, MaxLength, Name, Operation, PrimitiveType, Property,
        Scale, Schema, StructuredType, TypeReference,
    },
    value::normal_annotations,
};
use crate::geo::Srid;

/// Returns the document with namespaces in place of their aliases, the default values of the standard in place of what
/// is left out, and one form for values that mean the same.
pub(crate) fn normal(document: &Document) -> Document {
    let names = Names(Elements::of(document));
    let mut normal = document.clone();
    for reference in &mut normal.references {
        names.annotations(&mut reference.annotations);
        reference.includes.iter_mut().for_each(|include| names.annotations(&mut include.annotations));
    }
    normal.schemas.iter_mut().for_each(|schema| names.schema(schema));
    normal
}

/// The names that are known in a document.
pub(super) struct Names<'d>(Elements<'d>);

impl Names<'_> {
    /// Returns a name, path or target with namespaces in place of their aliases.
    pub(super) fn resolve(&self, text: &str) -> String {
        let mut resolved = String::with_capacity(text.len());
        for part in text.split_inclusive(['/', '(', ')', ',', '@', '#']) {
            let end = part.len() - usize::from(part.ends_with(['/', '(', ')', ',', '@', '#']));
            resolved.push_str(&self.0.qualified(&part[..end]));
            resolved.push_str(&part[end..]);
        }
        resolved
    }

    pub(super) fn name(&self, name: &mut Name) {
        name.text = self.resolve(&name.text);
    }

    fn names<'n>(&self, names: impl IntoIterator<Item = &'n mut Name>) {
        names.into_iter().for_each(|name| self.name(name));
    }

    fn annotations(&self, annotations: &mut Vec<Annotation>) {
        normal_annotations(self, annotations);
    }

    fn schema(&self, schema: &mut Schema) {
        schema.alias = None;
        self.annotations(&mut schema.annotations);
        for definition in &mut schema.definitions {
            self.name(&mut definition.underlying);
            self.annotations(&mut definition.annotations);
        }
        for of_enum in &mut schema.enums {
            self.names(&mut of_enum.underlying);
            of_enum.underlying.get_or_insert_with(|| PrimitiveType::Int32.name().into());
            self.annotations(&mut of_enum.annotations);
            for member in &mut of_enum.members {
                member.has_value = true;
                self.annotations(&mut member.annotations);
            }
        }
        schema.types.iter_mut().for_each(|ty| self.structured(ty));
        schema.operations.iter_mut().for_each(|operation| self.operation(operation));
        for term in &mut schema.terms {
            self.type_reference(&mut term.ty);
            self.names(&mut term.base);
            self.annotations(&mut term.annotations);
        }
        schema.containers.iter_mut().for_each(|container| self.container(container));
        for external in &mut schema.external {
            self.name(&mut external.target);
            let qualifier = external.qualifier.take();
            for annotation in &mut external.annotations {
                annotation.qualifier = annotation.qualifier.take().or_else(|| qualifier.clone());
            }
            self.annotations(&mut external.annotations);
        }
    }

    fn structured(&self, ty: &mut StructuredType) {
        self.names(&mut ty.base);
        self.names(ty.key.iter_mut().flatten().map(|part| &mut part.path));
        self.annotations(&mut ty.annotations);
        for property in &mut ty.properties {
            self.property(property);
        }
    }

    fn property(&self, property: &mut Property) {
        self.type_reference(&mut property.ty);
        self.annotations(&mut property.annotations);
        let Some(navigation) = &mut property.navigation else { return };
        if property.ty.collection {
            // Collections of entities have no null items, and documents do not say so.
            property.ty.nullable = Some(false);
        }
        self.names(&mut navigation.partner);
        self.annotations(&mut navigation.on_delete_annotations);
        for constraint in &mut navigation.constraints {
            self.names([&mut constraint.property, &mut constraint.referenced]);
            self.annotations(&mut constraint.annotations);
        }
        navigation.constraints.sort_by(|one, other| one.property.text.cmp(&other.property.text));
    }

    fn operation(&self, operation: &mut Operation) {
        self.names(&mut operation.entity_set_path);
        self.annotations(&mut operation.annotations);
        for parameter in &mut operation.parameters {
            self.type_reference(&mut parameter.ty);
            self.annotations(&mut parameter.annotations);
        }
        if let Some(returns) = &mut operation.return_type {
            self.type_reference(&mut returns.ty);
            self.annotations(&mut returns.annotations);
        }
    }

    fn container(&self, container: &mut EntityContainer) {
        self.names(&mut container.extends);
        self.annotations(&mut container.annotations);
        for child in &mut container.children {
            self.name(&mut child.type_name);
            child.in_service_document.get_or_insert(true);
            self.annotations(&mut child.annotations);
            for binding in &mut child.bindings {
                self.names([&mut binding.path, &mut binding.target]);
                // The container itself need not be named.
                let own = binding.target.split_once('/').filter(|(first, _)| first.contains('.'));
                if let Some((_, rest)) = own.filter(|(first, _)| first.ends_with(&*container.name.text)) {
                    binding.target.text = rest.to_owned();
                }
            }
        }
        for import in &mut container.imports {
            self.names([&mut import.operation]);
            self.names(&mut import.entity_set);
            import.in_service_document.get_or_insert(false);
            self.annotations(&mut import.annotations);
        }
    }

    pub(super) fn type_reference(&self, ty: &mut TypeReference) {
        self.name(&mut ty.name);
        ty.nullable.get_or_insert(true);
        normal_facets(&mut ty.facets, &ty.name);
    }
}

/// Writes down the facets that a primitive type has where a document does not have them (OData CSDL XML 4.01 §7.2).
fn normal_facets(facets: &mut Facets, type_name: &str) {
    let Some(primitive) = PrimitiveType::from_name(type_name) else { return };
    match primitive {
        PrimitiveType::Decimal => _ = facets.scale.get_or_insert(Scale::Number(0)),
        PrimitiveType::String => _ = facets.unicode.get_or_insert(true),
        PrimitiveType::Geo(geo) => _ = facets.srid.get_or_insert(Srid::Number(geo.default_srid())),
        temporal if temporal.is_temporal() => _ = facets.precision.get_or_insert(0),
        _ => {}
    }
    // Both say that nothing is known of it.
    facets.max_length = facets.max_length.filter(|length| *length != MaxLength::Max);
}
