//! The model of one entity container.

use std::collections::BTreeMap;

use super::{
    Container, ContainerDescriptor, EdmType, EnumDescriptor, PropertyDescriptor, Registry, TypeDescriptor,
    registry::address,
};
use crate::error::{Error, ErrorCode};

/// The entity data model of one entity container: the types that can be reached from it, and the registered types that
/// derive from one of these.
#[derive(Clone, Debug)]
pub struct Model {
    container: &'static ContainerDescriptor,
    types: Vec<&'static TypeDescriptor>,
    enums: Vec<&'static EnumDescriptor>,
    /// Addresses of the types that another type of the model derives from, in order.
    bases: Vec<usize>,
}

impl Model {
    /// The model of a container.
    ///
    /// # Errors
    ///
    /// All faults that only the whole model shows. [`assert_model!`](crate::assert_model) makes a test of it.
    pub fn of<C: Container>() -> Result<Self, Vec<Error>> {
        let mut model = Self { container: C::DESCRIPTOR, types: Vec::new(), enums: Vec::new(), bases: Vec::new() };
        for child in model.container.children {
            model.add(child.ty.edm);
        }
        model.types.sort_by_key(|descriptor| descriptor.name);
        model.enums.sort_by_key(|descriptor| descriptor.name);
        model.bases.extend(model.types.iter().filter_map(|descriptor| descriptor.base).map(address));
        model.bases.sort_unstable();
        model.bases.dedup();
        let faults = model.faults();
        if faults.is_empty() { Ok(model) } else { Err(faults) }
    }

    /// Adds a type with its base, the types that derive from it and the types of its properties.
    fn add(&mut self, edm: EdmType) {
        match edm {
            EdmType::Primitive(_) => {}
            EdmType::Enum(descriptor) => {
                if !self.enums.iter().any(|known| std::ptr::eq(*known, descriptor)) {
                    self.enums.push(descriptor);
                }
            }
            EdmType::Complex(descriptor) | EdmType::Entity(descriptor) => self.add_structured(descriptor()),
        }
    }

    fn add_structured(&mut self, descriptor: &'static TypeDescriptor) {
        if self.types.contains(&descriptor) {
            return;
        }
        self.types.push(descriptor);
        if let Some(base) = descriptor.base {
            self.add_structured(base);
        }
        for property in descriptor.own {
            self.add(property.ty.edm);
        }
        for derived in Registry::global().types() {
            if derived.derives_from(descriptor) {
                self.add_structured(derived);
            }
        }
    }

    /// The container.
    pub const fn container(&self) -> &'static ContainerDescriptor {
        self.container
    }

    /// The structured types, in the order of their names.
    pub fn types(&self) -> &[&'static TypeDescriptor] {
        &self.types
    }

    /// The enumeration types, in the order of their names.
    pub fn enums(&self) -> &[&'static EnumDescriptor] {
        &self.enums
    }

    /// The structured type with this qualified name, whose namespace may be an alias (OData CSDL 4.01 §5.1).
    pub fn find(&self, name: &str) -> Option<&'static TypeDescriptor> {
        let (namespace, short_name) = name.rsplit_once('.')?;
        let namespace = self.resolve_namespace(namespace);
        let found = |descriptor: &&&'static TypeDescriptor| {
            descriptor.short_name() == short_name && descriptor.namespace() == namespace
        };
        self.types.iter().find(found).copied()
    }

    /// The namespace that an alias stands for; any other text unchanged.
    pub fn resolve_namespace<'n>(&self, namespace: &'n str) -> &'n str {
        self.container.aliases.iter().find(|row| row.alias == namespace).map_or(namespace, |row| row.namespace)
    }

    /// Whether any type of the model derives from this one, in logarithmic time.
    ///
    /// [`Registry::has_derived`] answers the same for all types that the program was linked with.
    #[inline]
    pub fn has_derived(&self, descriptor: &TypeDescriptor) -> bool {
        self.bases.binary_search(&address(descriptor)).is_ok()
    }

    /// The types that an instance of `declared` can have.
    pub fn instances(&self, declared: &'static TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> + '_ {
        self.types.iter().copied().filter(move |found| !found.is_abstract && found.derives_from(declared))
    }

    fn faults(&self) -> Vec<Error> {
        let mut faults = Vec::new();
        self.check_names(&mut faults);
        self.check_aliases(&mut faults);
        for descriptor in &self.types {
            for property in descriptor.own {
                check_containment(descriptor, property, &mut faults);
                check_finite(descriptor, property, &mut faults);
            }
        }
        faults
    }

    /// The name of a type is unique (OData CSDL 4.01 §3.1).
    fn check_names(&self, faults: &mut Vec<Error>) {
        let structured = self.types.iter().map(|descriptor| (descriptor.name, descriptor.rust_name));
        let enums = self.enums.iter().map(|descriptor| (descriptor.name, descriptor.rust_name));
        let container = (self.container.name, self.container.rust_name);
        let mut names = BTreeMap::new();
        for (name, rust_name) in structured.chain(enums).chain([container]) {
            if let Some(other) = names.insert(name, rust_name) {
                let message = format!("`{other}` and `{rust_name}` are both named `{name}`");
                faults.push(Error::new(ErrorCode::InvalidModel, message).with_target(name));
            }
        }
    }

    /// An alias is no namespace of the model (OData CSDL 4.01 §5.1).
    fn check_aliases(&self, faults: &mut Vec<Error>) {
        for row in self.container.aliases {
            if self.types.iter().any(|descriptor| descriptor.namespace() == row.alias) {
                let message = format!("alias `{}` is also a namespace of the model", row.alias);
                faults.push(Error::new(ErrorCode::InvalidModel, message).with_target(row.alias));
            }
        }
    }
}

/// A collection of contained entities needs a key (OData CSDL 4.01 §8.4).
fn check_containment(owner: &TypeDescriptor, property: &PropertyDescriptor, faults: &mut Vec<Error>) {
    if let (true, true, Some(target)) =
        (property.flags.contains_target(), property.ty.collection, property.ty.edm.structured())
        && target.key().next().is_none()
    {
        let message = format!("a collection of contained entities needs a key, and `{}` has none", target.name);
        faults.push(
            Error::new(ErrorCode::InvalidModel, message).with_target(format!("{}/{}", owner.name, property.name)),
        );
    }
}

/// A value that must hold another value of its own type never ends (OData CSDL 4.02 §9.1).
fn check_finite(owner: &'static TypeDescriptor, property: &PropertyDescriptor, faults: &mut Vec<Error>) {
    let mut path = Vec::new();
    if let Some(next) = required_structured(property)
        && leads_to(next, owner, &mut path)
    {
        let names: Vec<_> = path.iter().rev().map(|level: &&TypeDescriptor| format!("`{}`", level.name)).collect();
        let message = format!(
            "`{}` contains itself without end, through {}; make one of the properties an `Option` or a `Vec`",
            owner.name,
            names.join(", ")
        );
        faults.push(
            Error::new(ErrorCode::InvalidModel, message).with_target(format!("{}/{}", owner.name, property.name)),
        );
    }
}

fn required_structured(property: &PropertyDescriptor) -> Option<&'static TypeDescriptor> {
    if property.ty.is_required() { property.ty.edm.structured() } else { None }
}

/// Whether values of `from` always hold a value of `to`, over any number of levels. The path is built from its end.
fn leads_to(
    from: &'static TypeDescriptor,
    to: &'static TypeDescriptor,
    path: &mut Vec<&'static TypeDescriptor>,
) -> bool {
    fn visit(
        from: &'static TypeDescriptor,
        to: &'static TypeDescriptor,
        visited: &mut Vec<&'static TypeDescriptor>,
        path: &mut Vec<&'static TypeDescriptor>,
    ) -> bool {
        if visited.contains(&from) {
            return false;
        }
        visited.push(from);
        let found = from.derives_from(to)
            || from
                .properties()
                .filter_map(|(_, property)| required_structured(property))
                .any(|next| visit(next, to, visited, path));
        if found {
            path.push(from);
        }
        found
    }
    visit(from, to, &mut Vec::new(), path)
}
