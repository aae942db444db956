//! All types and operations of the program.

use std::sync::OnceLock;

use super::{EnumDescriptor, OperationDescriptor, TypeDefinition, TypeDescriptor};
use crate::annotation::{RecordDescriptor, TermDescriptor};

/// What a derive registers.
pub enum Registration {
    /// An entity type or complex type.
    Structured(&'static TypeDescriptor),
    /// An enumeration type.
    Enum(&'static EnumDescriptor),
    /// A type definition.
    Definition(&'static TypeDefinition),
    /// An action or function.
    Operation(&'static OperationDescriptor),
    /// A term.
    Term(&'static TermDescriptor),
    /// The type of a record.
    Record(&'static RecordDescriptor),
}

inventory::collect!(Registration);

/// All types and operations that the program was linked with.
///
/// A derive registers its type or operation; those of crates that are not linked are missing, as are those that the linker left out
/// because nothing names their crate. A [`Model`](super::Model) has the types of one container.
///
/// ```
/// use odata_core::{ODataEntity, StructuredType, edm::Registry};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
/// }
///
/// let found = Registry::global().find("fleet.vehicle", Vehicle::DESCRIPTOR);
/// assert_eq!(found, Some(Vehicle::DESCRIPTOR));
/// ```
#[derive(Debug)]
pub struct Registry {
    /// The structured types, ordered by name.
    types: Vec<&'static TypeDescriptor>,
    /// Each type with the address of its base, ordered by base.
    derived: Vec<(usize, &'static TypeDescriptor)>,
    /// The enumeration types, ordered by name.
    enums: Vec<&'static EnumDescriptor>,
    /// The type definitions, ordered by name.
    definitions: Vec<&'static TypeDefinition>,
    /// The operations, ordered by the addresses of their parameters.
    operations: Vec<&'static OperationDescriptor>,
    /// The terms, ordered by name.
    terms: Vec<&'static TermDescriptor>,
    /// The types of records, ordered by name.
    records: Vec<&'static RecordDescriptor>,
    /// Each bound operation with the address of the structured type that it is bound to, ordered by that.
    bound: Vec<(usize, &'static OperationDescriptor)>,
}

impl Registry {
    /// Returns the registry of this program.
    pub fn global() -> &'static Registry {
        static REGISTRY: OnceLock<Registry> = OnceLock::new();
        REGISTRY.get_or_init(|| {
            let (mut types, mut operations) = (Vec::new(), Vec::new());
            let (mut enums, mut definitions) = (Vec::new(), Vec::new());
            let (mut terms, mut records) = (Vec::new(), Vec::new());
            for row in inventory::iter::<Registration> {
                match *row {
                    Registration::Structured(descriptor) => types.push(descriptor),
                    Registration::Enum(descriptor) => enums.push(descriptor),
                    Registration::Definition(descriptor) => definitions.push(descriptor),
                    Registration::Operation(descriptor) => operations.push(descriptor),
                    Registration::Term(descriptor) => terms.push(descriptor),
                    Registration::Record(descriptor) => records.push(descriptor),
                }
            }
            types.sort_by_key(|descriptor| (descriptor.name, descriptor.rust_name));
            enums.sort_by_key(|descriptor: &&EnumDescriptor| (descriptor.name, descriptor.rust_name));
            definitions.sort_by_key(|definition: &&TypeDefinition| (definition.name, definition.rust_name));
            terms.sort_by_key(|descriptor: &&TermDescriptor| (descriptor.name, descriptor.rust_name));
            records.sort_by_key(|descriptor: &&RecordDescriptor| (descriptor.name, descriptor.rust_name));
            let mut derived: Vec<_> = types.iter().filter_map(|ty| Some((address(ty.base?), *ty))).collect();
            derived.sort_by_key(|(base, _)| *base);
            operations.sort_by_key(|operation| address(operation.parameters));
            let mut bound: Vec<_> = operations
                .iter()
                .filter_map(|operation| {
                    Some((address(operation.binding_parameter()?.ty.edm.structured()?), *operation))
                })
                .collect();
            bound.sort_by_key(|(binding, _)| *binding);
            Registry { types, derived, enums, definitions, operations, terms, records, bound }
        })
    }

    /// Returns the structured types ordered by name.
    pub fn types(&self) -> &[&'static TypeDescriptor] {
        &self.types
    }

    /// Returns the enumeration types ordered by name.
    pub fn enums(&self) -> &[&'static EnumDescriptor] {
        &self.enums
    }

    /// Returns the type definitions ordered by name.
    pub fn definitions(&self) -> &[&'static TypeDefinition] {
        &self.definitions
    }

    /// Returns all structured types with this qualified name: more than one if two models of one program use it.
    pub fn named(&self, name: &str) -> &[&'static TypeDescriptor] {
        let start = self.types.partition_point(|descriptor| descriptor.name < name);
        let length = self.types[start..].iter().take_while(|descriptor| descriptor.name == name).count();
        &self.types[start..start + length]
    }

    /// Returns the structured types of a namespace, ordered by name.
    pub fn in_namespace<'r>(&'r self, namespace: &'r str) -> impl Iterator<Item = &'static TypeDescriptor> + 'r {
        let start = self.types.partition_point(|descriptor| descriptor.name < namespace);
        let below = self.types[start..].iter().copied().take_while(move |found| found.name.starts_with(namespace));
        below.filter(move |descriptor| descriptor.namespace() == namespace)
    }

    /// Returns the enumeration types of a namespace, ordered by name.
    pub fn enums_in<'r>(&'r self, namespace: &'r str) -> impl Iterator<Item = &'static EnumDescriptor> + 'r {
        self.enums.iter().copied().filter(move |found| is_in(found.name, namespace))
    }

    /// Returns the type definitions of a namespace, ordered by name.
    pub fn definitions_in<'r>(&'r self, namespace: &'r str) -> impl Iterator<Item = &'static TypeDefinition> + 'r {
        self.definitions.iter().copied().filter(move |found| is_in(found.name, namespace))
    }

    /// Returns the terms ordered by name, without those of vocabularies.
    pub fn terms(&self) -> &[&'static TermDescriptor] {
        &self.terms
    }

    /// Returns the types of records ordered by name, without those of vocabularies.
    pub fn records(&self) -> &[&'static RecordDescriptor] {
        &self.records
    }

    /// Returns the terms of a namespace.
    pub(super) fn terms_in<'r>(&'r self, namespace: &'r str) -> impl Iterator<Item = &'static TermDescriptor> + 'r {
        self.terms.iter().copied().filter(move |found| is_in(found.name, namespace))
    }

    /// Returns the types of records of a namespace.
    pub(super) fn records_in<'r>(&'r self, namespace: &'r str) -> impl Iterator<Item = &'static RecordDescriptor> + 'r {
        self.records.iter().copied().filter(move |found| is_in(found.name, namespace))
    }

    /// Returns the types of records whose base is this one.
    pub(super) fn derived_records<'r>(
        &'r self,
        base: &'r RecordDescriptor,
    ) -> impl Iterator<Item = &'static RecordDescriptor> + 'r {
        self.records.iter().copied().filter(move |found| found.base.is_some_and(|other| std::ptr::eq(other, base)))
    }

    /// Returns whether the enumeration type is registered.
    pub(super) fn has_enum(&self, descriptor: &EnumDescriptor) -> bool {
        let start = self.enums.partition_point(|found| found.name < descriptor.name);
        let mut named = self.enums[start..].iter().take_while(|found| found.name == descriptor.name);
        named.any(|found| std::ptr::eq(*found, descriptor))
    }

    /// Returns whether the type definition is registered.
    pub(super) fn has_definition(&self, definition: &TypeDefinition) -> bool {
        let start = self.definitions.partition_point(|found| found.name < definition.name);
        let mut named = self.definitions[start..].iter().take_while(|found| found.name == definition.name);
        named.any(|found| std::ptr::eq(*found, definition))
    }

    /// Returns whether the term is registered.
    pub(super) fn has_term(&self, term: &TermDescriptor) -> bool {
        let start = self.terms.partition_point(|found| found.name < term.name);
        let mut named = self.terms[start..].iter().take_while(|found| found.name == term.name);
        named.any(|found| std::ptr::eq(*found, term))
    }

    /// Returns whether the type of records is registered.
    pub(super) fn has_record(&self, record: &RecordDescriptor) -> bool {
        let start = self.records.partition_point(|found| found.name < record.name);
        let mut named = self.records[start..].iter().take_while(|found| found.name == record.name);
        named.any(|found| std::ptr::eq(*found, record))
    }

    /// Returns the structured type with this qualified name, if it is `declared` or derives from it.
    pub fn find(&self, name: &str, declared: &TypeDescriptor) -> Option<&'static TypeDescriptor> {
        self.named(name).iter().copied().find(|found| found.derives_from(declared))
    }

    /// Returns whether any type derives from this one.
    #[inline]
    pub fn has_derived(&self, descriptor: &TypeDescriptor) -> bool {
        self.derived.binary_search_by_key(&address(descriptor), |(base, _)| *base).is_ok()
    }

    /// Returns the types whose base is this one.
    pub fn derived(&self, descriptor: &TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> + '_ {
        let wanted = address(descriptor);
        let start = self.derived.partition_point(|(base, _)| *base < wanted);
        self.derived[start..].iter().take_while(move |(base, _)| *base == wanted).map(|(_, derived)| *derived)
    }

    /// Returns the operation whose parameters these are.
    pub(super) fn operation(&self, parameters: &TypeDescriptor) -> Option<&'static OperationDescriptor> {
        let found = self.operations.binary_search_by_key(&address(parameters), |found| address(found.parameters));
        Some(self.operations[found.ok()?])
    }

    /// Returns the operations that are bound to this type or to collections of it.
    pub fn bound_to(&self, descriptor: &TypeDescriptor) -> impl Iterator<Item = &'static OperationDescriptor> + '_ {
        let wanted = address(descriptor);
        let start = self.bound.partition_point(|(binding, _)| *binding < wanted);
        self.bound[start..].iter().take_while(move |(binding, _)| *binding == wanted).map(|(_, operation)| *operation)
    }

    /// Returns the operations of a namespace.
    pub(super) fn operations_in_namespace<'r>(
        &'r self,
        namespace: &'r str,
    ) -> impl Iterator<Item = &'static OperationDescriptor> + 'r {
        self.operations.iter().copied().filter(move |operation| operation.parameters.namespace() == namespace)
    }

    /// Returns the unbound overloads of an unbound operation, itself among them.
    pub(super) fn overloads(
        &self,
        operation: &'static OperationDescriptor,
    ) -> impl Iterator<Item = &'static OperationDescriptor> + '_ {
        let found = self.operations.iter().copied();
        found
            .filter(|other| other.name() == operation.name() && other.kind == operation.kind && other.binding.is_none())
    }

    /// Returns the types that an instance of `declared` can have: it and the types that derive from it, without
    /// abstract ones.
    pub fn instances<'r>(&'r self, declared: &'r TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> + 'r {
        self.types.iter().copied().filter(move |found| !found.is_abstract && found.derives_from(declared))
    }
}

/// Returns the key by which types are sorted.
pub(super) fn address(descriptor: &TypeDescriptor) -> usize {
    std::ptr::from_ref(descriptor).addr()
}

/// Returns whether a qualified name is one of this namespace.
fn is_in(name: &str, namespace: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(found, _)| found == namespace)
}
