//! Complex types whose values contain entities (OData CSDL 4.01 §8.4).

use std::collections::HashMap;

use super::{EdmType, PropertyDescriptor, TypeDescriptor, TypeKind, registry::address};

/// The complex types of a model whose values have containment navigation properties, themselves or in a single value
/// in them.
pub(super) struct Containing {
    /// By the address of the type: the type that declares such a property, and the property.
    exact: HashMap<usize, Found>,
    /// The same for values of a type and of those that derive from it.
    any: HashMap<usize, Found>,
}

type Found = (&'static TypeDescriptor, &'static PropertyDescriptor);

impl Containing {
    pub(super) fn among(types: &[&'static TypeDescriptor]) -> Self {
        let mut containing = Self { exact: HashMap::new(), any: HashMap::new() };
        let complex = || types.iter().copied().filter(|level| level.kind == TypeKind::Complex);
        for level in complex() {
            if let Some(found) = level.own.iter().find(|property| property.flags.contains_target()) {
                containing.add(level, (level, found));
            }
        }
        // Types refer to each other in circles, so this goes on until nothing is added. Most models have none.
        let mut before = 0;
        while containing.exact.len() > before {
            before = containing.exact.len();
            for level in complex() {
                if let Some(found) = containing.inside(level) {
                    containing.add(level, found);
                }
            }
        }
        containing
    }

    fn add(&mut self, level: &'static TypeDescriptor, found: Found) {
        self.exact.entry(address(level)).or_insert(found);
        let levels = std::iter::successors(Some(level), |level| level.base);
        for level in levels {
            self.any.entry(address(level)).or_insert(found);
        }
    }

    /// Returns what the base of a type or a single value in one of its own properties contains.
    fn inside(&self, level: &'static TypeDescriptor) -> Option<Found> {
        let inherited = level.base.and_then(|base| self.exact.get(&address(base)));
        let mut singles = level.own.iter().filter(|property| !property.ty.collection);
        inherited.copied().or_else(|| singles.find_map(|property| self.in_value(property)))
    }

    /// Returns the containment navigation property that a value, or an item, of a structural property has.
    pub(super) fn in_value(&self, property: &PropertyDescriptor) -> Option<Found> {
        let EdmType::Complex(declared) = property.ty.edm else { return None };
        let found = if property.ty.polymorphic { &self.any } else { &self.exact };
        found.get(&address(declared())).copied()
    }
}
