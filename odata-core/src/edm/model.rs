//! The model of one entity container.

use std::{borrow::Cow, collections::HashSet};

use super::{
    Container, ContainerDescriptor, EdmType, EnumDescriptor, ModelPath, OperationDescriptor, PropertyType, Registry,
    TypeDefinition, TypeDescriptor, TypeKind, faults, lints, reached_terms::ReachedTerms, registry::address,
};
use crate::{
    annotation::{RecordDescriptor, TermDescriptor, TermType},
    error::{Error, Result},
};

/// The entity data model of one entity container: the types that can be reached from it and those that its declaration
/// names, the registered types that derive from one of these, and the registered operations that are bound to one.
///
/// `#[odata(types(A, B))]` on the container names types, which are then part of the program as well; a type that is
/// only derived, in another crate, may not be. `#[odata(types(only(A, B)))]` leaves out derived types and bound
/// operations that nothing refers to. `#[odata(all_of("fleet"))]` adds all types and operations of a namespace, of the crates that the
/// program is linked with; `#[odata(with(some_crate))]` links one that nothing else names.
#[derive(Clone, Debug)]
pub struct Model {
    container: &'static ContainerDescriptor,
    types: Vec<&'static TypeDescriptor>,
    enums: Vec<&'static EnumDescriptor>,
    definitions: Vec<&'static TypeDefinition>,
    operations: Vec<&'static OperationDescriptor>,
    terms: Vec<&'static TermDescriptor>,
    records: Vec<&'static RecordDescriptor>,
    /// All terms that something is annotated with, by name.
    applied: Vec<&'static TermDescriptor>,
    /// Addresses of the types that another type of the model derives from, in order.
    bases: Vec<usize>,
}

impl Model {
    /// Creates the model of a container.
    ///
    /// # Errors
    ///
    /// All faults that only the whole model shows, as one error with the code
    /// [`ErrorCode::INVALID_MODEL`](crate::ErrorCode): the first, with the others as its [details](Error::details).
    /// Each names the Rust item and the rule that it breaks; its target is the qualified name in OData. Whatever OData
    /// 4.0 does not allow is a fault, as `$metadata` is a document of that version.
    /// [`assert_model!`](crate::assert_model) makes this a test.
    ///
    /// ```
    /// use odata_core::{ErrorCode, Model, Nav, ODataContainer, ODataEntity};
    ///
    /// #[derive(ODataEntity, Clone)]
    /// #[odata(type = "fleet.vehicle")]
    /// pub struct Vehicle {
    ///     #[odata(key)]
    ///     pub id: i32,
    ///     pub trips: Nav<Vec<Trip>>,
    /// }
    ///
    /// #[derive(ODataEntity, Clone)]
    /// #[odata(type = "fleet.trip")]
    /// pub struct Trip {
    ///     pub kilometres: i32,
    /// }
    ///
    /// #[derive(ODataContainer)]
    /// #[odata(type = "fleet.Container")]
    /// pub struct Fleet {
    ///     #[odata(entity_set)]
    ///     pub vehicles: Vec<Vehicle>,
    /// }
    ///
    /// let error = Model::of::<Fleet>().unwrap_err();
    /// assert_eq!((error.code(), error.target()), (ErrorCode::INVALID_MODEL, Some("fleet.trip")));
    /// assert!(error.message().starts_with("`Trip`: the entity type has no key"));
    /// ```
    pub fn of<C: Container>() -> Result<Self> {
        let model = Self::collect(C::DESCRIPTOR);
        match Error::from_many(faults::of(&model)) {
            None => Ok(model),
            Some(error) => Err(error),
        }
    }

    fn collect(container: &'static ContainerDescriptor) -> Self {
        let mut found = ReachedTypes::default();
        let children = container.children.iter().map(|child| child.ty);
        children.chain(container.types.iter().copied()).for_each(|ty| found.add_type(ty));
        let registry = Registry::global();
        for namespace in container.namespaces {
            registry.in_namespace(namespace).for_each(|descriptor| found.add_structured(descriptor));
            registry.enums_in(namespace).for_each(|descriptor| found.add(EdmType::Enum(descriptor)));
            registry.definitions_in(namespace).for_each(|definition| found.add_definition(definition));
            registry.operations_in_namespace(namespace).for_each(|operation| found.add_operation(operation));
        }
        for import in container.imports {
            found.add_operation(import.operation);
            registry.overloads(import.operation).for_each(|overload| found.add_operation(overload));
        }
        let bindings = container.children.iter().flat_map(|child| child.bindings);
        let paths = bindings.flat_map(|binding| [Some(binding.path()), binding.target_path()]);
        paths.flatten().for_each(|path| found.add_casts(path));
        found.follow(container.closed);
        let ReachedTerms { mut terms, mut records, mut applied, .. } = found.add_terms(container);
        let ReachedTypes { mut types, mut enums, mut definitions, mut operations, .. } = found;
        types.sort_by_key(|descriptor| (descriptor.name, descriptor.rust_name));
        enums.sort_by_key(|descriptor| (descriptor.name, descriptor.rust_name));
        definitions.sort_by_key(|definition| (definition.name, definition.rust_name));
        operations.sort_by_key(|operation| (operation.name(), operation.rust_name()));
        terms.sort_by_key(|term| (term.name, term.rust_name));
        applied.sort_by_key(|term| term.name);
        applied.dedup_by_key(|term| term.name);
        records.sort_by_key(|record| (record.name, record.rust_name));
        let mut bases: Vec<_> = types.iter().filter_map(|descriptor| descriptor.base).map(address).collect();
        bases.sort_unstable();
        bases.dedup();
        Self { container, types, enums, definitions, operations, terms, records, applied, bases }
    }

    /// Returns what is allowed but still causes trouble: names that differ only in the case of their letters (OData
    /// CSDL 4.01 §3.1), terms at elements that they are not meant for (§14.1.2), and namespaces of `all_of(..)` of which the program has no types. Each names its place, as a
    /// fault does.
    pub fn lints(&self) -> Vec<Error> {
        lints::of(self)
    }

    /// Returns the container that the model was created from.
    pub const fn container(&self) -> &'static ContainerDescriptor {
        self.container
    }

    /// Returns the structured types, ordered by name.
    pub fn types(&self) -> &[&'static TypeDescriptor] {
        &self.types
    }

    /// Returns the enumeration types, ordered by name.
    pub fn enums(&self) -> &[&'static EnumDescriptor] {
        &self.enums
    }

    /// Returns the type definitions, ordered by name.
    pub fn definitions(&self) -> &[&'static TypeDefinition] {
        &self.definitions
    }

    /// Returns the actions and functions, ordered by name; overloads by the names of their Rust structs.
    pub fn operations(&self) -> &[&'static OperationDescriptor] {
        &self.operations
    }

    /// Returns the terms that the model declares, ordered by name: those that something is annotated with, and all of the
    /// namespaces that `all_of(..)` names; those of vocabularies are not among them.
    pub fn terms(&self) -> &[&'static TermDescriptor] {
        &self.terms
    }

    /// Returns all terms that something is annotated with, ordered by name.
    pub(super) fn applied_terms(&self) -> &[&'static TermDescriptor] {
        &self.applied
    }

    /// Returns the types of the records that these terms have, ordered by name.
    pub fn records(&self) -> &[&'static RecordDescriptor] {
        &self.records
    }

    /// Returns the structured type with this qualified name, whose namespace may be an alias (OData CSDL 4.01 §5.1), in
    /// logarithmic time.
    pub fn find(&self, name: &str) -> Option<&'static TypeDescriptor> {
        let (alias, short_name) = name.rsplit_once('.')?;
        let namespace = self.resolve_namespace(alias);
        let name = if namespace == alias { Cow::Borrowed(name) } else { format!("{namespace}.{short_name}").into() };
        let start = self.types.partition_point(|found| *found.name < *name);
        self.types.get(start).copied().filter(|found| found.name == name)
    }

    /// Returns the namespace that an alias is short for; any other text is returned unchanged.
    pub fn resolve_namespace<'n>(&self, namespace: &'n str) -> &'n str {
        self.container.aliases.iter().find(|row| row.alias == namespace).map_or(namespace, |row| row.namespace)
    }

    /// Returns whether the structured type is one of the model, in logarithmic time.
    pub fn contains(&self, descriptor: &TypeDescriptor) -> bool {
        let start = self.types.partition_point(|found| found.name < descriptor.name);
        self.types[start..].iter().take_while(|found| found.name == descriptor.name).any(|found| found.is(descriptor))
    }

    /// Returns whether any type of the model derives from this one, in logarithmic time.
    ///
    /// [`Registry::has_derived`] answers the same for all types that the program was linked with.
    #[inline]
    pub fn has_derived(&self, descriptor: &TypeDescriptor) -> bool {
        self.bases.binary_search(&address(descriptor)).is_ok()
    }

    /// Returns the types that an instance of `declared` can have.
    pub fn instances(&self, declared: &'static TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> + '_ {
        self.types.iter().copied().filter(move |found| !found.is_abstract && found.derives_from(declared))
    }
}

/// The types that were reached, in order of discovery.
#[derive(Default)]
struct ReachedTypes {
    types: Vec<&'static TypeDescriptor>,
    enums: Vec<&'static EnumDescriptor>,
    definitions: Vec<&'static TypeDefinition>,
    operations: Vec<&'static OperationDescriptor>,
    known: HashSet<usize>,
}

impl ReachedTypes {
    /// Adds the type of a property.
    fn add_type(&mut self, ty: &PropertyType) {
        match ty.definition {
            None => self.add(ty.edm),
            Some(definition) => self.add_definition(definition),
        }
    }

    fn add_definition(&mut self, definition: &'static TypeDefinition) {
        if self.known.insert(std::ptr::from_ref(definition).addr()) {
            self.definitions.push(definition);
        }
    }

    fn add(&mut self, edm: EdmType) {
        match edm {
            EdmType::Primitive(_) => {}
            EdmType::Enum(descriptor) => {
                if self.known.insert(std::ptr::from_ref(descriptor).addr()) {
                    self.enums.push(descriptor);
                }
            }
            EdmType::Complex(descriptor) | EdmType::Entity(descriptor) => self.add_structured(descriptor()),
        }
    }

    fn add_structured(&mut self, descriptor: &'static TypeDescriptor) {
        if descriptor.kind == TypeKind::Operation {
            Registry::global().operation(descriptor).into_iter().for_each(|operation| self.add_operation(operation));
        } else if self.known.insert(address(descriptor)) {
            self.types.push(descriptor);
        }
    }

    /// Adds the types that a path casts to.
    fn add_casts(&mut self, path: ModelPath) {
        let casts = path.steps().map(|step| step.cast).chain([path.cast]);
        casts.flatten().for_each(|descriptor| self.add_structured(descriptor));
    }

    /// Adds an operation and the types that it has.
    fn add_operation(&mut self, operation: &'static OperationDescriptor) {
        if self.known.insert(address(operation.parameters)) {
            self.operations.push(operation);
            let others = operation.binding.into_iter().chain(operation.returns);
            operation.parameters.own.iter().chain(others).for_each(|parameter| self.add_type(parameter.ty));
        }
    }

    /// Returns the terms that annotations are of, and adds the types that only these have.
    fn add_terms(&mut self, container: &ContainerDescriptor) -> ReachedTerms {
        let mut found = ReachedTerms::default();
        container.namespaces.iter().for_each(|namespace| found.add_namespace(namespace));
        found.add_container(container);
        self.types.iter().for_each(|descriptor| found.add_annotations(descriptor.all_annotations()));
        self.operations.iter().for_each(|operation| found.add_annotations(operation.parameters.all_annotations()));
        let (mut enums, mut definitions) = (0, 0);
        loop {
            self.enums[enums..].iter().for_each(|descriptor| found.add_annotations(descriptor.annotations));
            self.definitions[definitions..].iter().for_each(|definition| found.add_annotations(definition.annotations));
            (enums, definitions) = (self.enums.len(), self.definitions.len());
            for ty in found.others.drain(..) {
                match ty {
                    TermType::Enum(descriptor) if Registry::global().has_enum(descriptor) => {
                        self.add(EdmType::Enum(descriptor));
                    }
                    TermType::Definition(definition) if Registry::global().has_definition(definition) => {
                        self.add_definition(definition);
                    }
                    _ => {}
                }
            }
            if (enums, definitions) == (self.enums.len(), self.definitions.len()) {
                return found;
            }
        }
    }

    /// Adds the base of each type, the types of its properties and, unless the model is closed, the types that derive
    /// from it and the operations that are bound to it.
    fn follow(&mut self, closed: bool) {
        let mut next = 0;
        while let Some(&descriptor) = self.types.get(next) {
            next += 1;
            descriptor.base.into_iter().for_each(|base| self.add_structured(base));
            descriptor.own.iter().for_each(|property| self.add_type(property.ty));
            if !closed {
                Registry::global().derived(descriptor).for_each(|derived| self.add_structured(derived));
                Registry::global().bound_to(descriptor).for_each(|operation| self.add_operation(operation));
            }
        }
    }
}
