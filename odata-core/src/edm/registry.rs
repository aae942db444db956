//! All structured types of the program, by name.

use std::sync::OnceLock;

use super::TypeDescriptor;

/// One structured type, as a derive hands it in.
pub struct Registration(pub &'static TypeDescriptor);

inventory::collect!(Registration);

/// All structured types that the program was linked with.
#[derive(Debug)]
pub struct Registry {
    /// In the order of their names.
    types: Vec<&'static TypeDescriptor>,
    /// Addresses of the types that some other type derives from.
    bases: Vec<usize>,
}

impl Registry {
    /// The registry of this program.
    pub fn global() -> &'static Registry {
        static REGISTRY: OnceLock<Registry> = OnceLock::new();
        REGISTRY.get_or_init(|| {
            let mut types: Vec<_> = inventory::iter::<Registration>.into_iter().map(|row| row.0).collect();
            types.sort_by_key(|descriptor| (descriptor.name, descriptor.rust_name));
            let mut bases: Vec<_> = types.iter().filter_map(|descriptor| descriptor.base).map(address).collect();
            bases.sort_unstable();
            bases.dedup();
            Registry { types, bases }
        })
    }

    /// The types in the order of their names.
    pub fn types(&self) -> &[&'static TypeDescriptor] {
        &self.types
    }

    /// All types with this qualified name: more than one, if two models of one program use it.
    pub fn named(&self, name: &str) -> &[&'static TypeDescriptor] {
        let start = self.types.partition_point(|descriptor| descriptor.name < name);
        let length = self.types[start..].iter().take_while(|descriptor| descriptor.name == name).count();
        &self.types[start..start + length]
    }

    /// The type with this qualified name, if it is `declared` or derives from it.
    pub fn find(&self, name: &str, declared: &TypeDescriptor) -> Option<&'static TypeDescriptor> {
        self.named(name).iter().copied().find(|found| found.derives_from(declared))
    }

    /// Whether any type derives from this one.
    #[inline]
    pub fn has_derived(&self, descriptor: &TypeDescriptor) -> bool {
        self.bases.binary_search(&address(descriptor)).is_ok()
    }

    /// The types that an instance of `declared` can have: it and what derives from it, without the abstract ones.
    pub fn instances<'r>(&'r self, declared: &'r TypeDescriptor) -> impl Iterator<Item = &'static TypeDescriptor> + 'r {
        self.types.iter().copied().filter(move |found| !found.is_abstract && found.derives_from(declared))
    }
}

/// What stands for a type where types are put in order.
pub(super) fn address(descriptor: &TypeDescriptor) -> usize {
    std::ptr::from_ref(descriptor).addr()
}
