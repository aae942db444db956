//! What the annotations of a model demand of the bodies of requests, beyond the types and facets of properties.

mod constraint;
mod multiple;
mod operand;
mod pattern;
mod terms;

use std::collections::HashMap;

pub(crate) use self::constraint::Constraint;
use self::terms::Term;
use crate::{
    annotation::Annotation,
    edm::{Model, OperationDescriptor, PropertyDescriptor, TypeDescriptor},
    error::{Error, ErrorCode, Result},
};

/// The demands of annotations on what requests contain: the terms `Minimum`, `Maximum`, `Pattern`, `AllowedValues` and
/// `MultipleOf` of the vocabulary `Org.OData.Validation.V1`, and `Computed`, `Immutable` and `Permissions` of
/// `Org.OData.Core.V1`, where they are annotated instead of said by the words `computed` and `immutable`.
///
/// They hold for properties, for the parameters of operations, and for all values of type definitions, whether they are
/// declared there or in `annotations(..)` of the container. In a collection they hold for each item. Null fulfils all of
/// them. Values that only an expression would give, such as a path, demand nothing.
///
/// A property whose `Permissions` do not include `Write` is ignored in requests, as a computed one is (OData Protocol
/// 4.01 §11.4.3).
///
/// [`ReadOptions::with_rules`](crate::codec::ReadOptions::with_rules) has a body checked.
#[derive(Debug, Default)]
pub struct RequestRules {
    /// By the address of the type. Types without rules have no row.
    types: HashMap<usize, Box<[PropertyRules]>>,
}

/// The demands on one property.
#[derive(Debug)]
pub(crate) struct PropertyRules {
    pub(crate) index: usize,
    pub(crate) property: &'static PropertyDescriptor,
    pub(crate) fixed: Option<Fixed>,
    pub(crate) constraints: Vec<Constraint>,
}

/// The requests in which a property is ignored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fixed {
    /// Updates.
    Immutable,
    /// All of them.
    Computed,
}

impl RequestRules {
    /// Collects the demands of a model's annotations.
    ///
    /// # Errors
    ///
    /// All annotations that nothing can be compared with, as one error with the code
    /// [`ErrorCode::INVALID_MODEL`](crate::ErrorCode): a value that is not one of the property's type, a bound for values
    /// without an order, a pattern that is not a regular expression or needs more than a search (it looks
    /// around, or refers back).
    pub fn of(model: &Model) -> Result<Self> {
        let mut found = Collector::new(model);
        for descriptor in model.types() {
            found.add_type(descriptor);
        }
        for operation in model.operations() {
            found.add_operation(operation);
        }
        match Error::from_many(found.faults) {
            None => Ok(Self { types: found.types }),
            Some(error) => Err(error),
        }
    }

    /// Returns whether nothing is demanded.
    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    /// Returns whether an update may change a property: it is neither part of the key, nor computed or immutable, be it by
    /// word or by annotation.
    pub fn is_updatable(&self, descriptor: &TypeDescriptor, index: usize) -> bool {
        descriptor.property(index).is_some_and(PropertyDescriptor::is_updatable)
            && self.of_type(descriptor).iter().all(|rules| rules.index != index || rules.fixed.is_none())
    }

    /// Returns the rules of the properties that have any.
    pub(crate) fn of_type(&self, descriptor: &TypeDescriptor) -> &[PropertyRules] {
        self.types.get(&address(descriptor)).map_or(&[], |rules| rules)
    }
}

fn address(descriptor: &TypeDescriptor) -> usize {
    std::ptr::from_ref(descriptor).addr()
}

/// The rules that were found so far, and what is wrong with annotations.
#[derive(Default)]
struct Collector {
    /// The annotations in `annotations(..)` of the container, by what they are about.
    external: HashMap<String, Vec<&'static Annotation>>,
    types: HashMap<usize, Box<[PropertyRules]>>,
    faults: Vec<Error>,
}

impl Collector {
    fn new(model: &Model) -> Self {
        let mut found = Self::default();
        for (target, annotation) in model.external_annotations() {
            found.external.entry(target).or_default().push(annotation);
        }
        found
    }

    fn add_type(&mut self, descriptor: &'static TypeDescriptor) {
        let owners: Vec<_> = descriptor.chain().map(|level| (level.name, level.rust_name)).collect();
        self.add(descriptor, &owners, |index| descriptor.property_annotations(index).collect());
    }

    fn add_operation(&mut self, operation: &'static OperationDescriptor) {
        let owner = (operation.name(), operation.rust_name());
        self.add(operation.structured(), &[owner], |index| operation.parameter_annotations(index).collect());
    }

    fn add(
        &mut self,
        descriptor: &'static TypeDescriptor,
        owners: &[(&'static str, &'static str)],
        inline: impl Fn(usize) -> Vec<&'static Annotation>,
    ) {
        let mut rows = Vec::new();
        for (index, property) in descriptor.properties().filter(|(_, property)| !property.ty.navigation) {
            let mut annotations = inline(index);
            if let Some(definition) = property.ty.definition {
                annotations.extend(definition.annotations());
                annotations.extend(self.external.get(definition.name).into_iter().flatten());
            }
            let targets = owners.iter().map(|(name, _)| format!("{name}/{}", property.name));
            annotations.extend(targets.filter_map(|target| self.external.get(&target)).flatten());
            let mut rules = PropertyRules { index, property, fixed: None, constraints: Vec::new() };
            for annotation in annotations {
                self.apply(annotation, &mut rules, owners);
            }
            if rules.fixed.is_some() || !rules.constraints.is_empty() {
                rows.push(rules);
            }
        }
        if !rows.is_empty() {
            self.types.insert(address(descriptor), rows.into());
        }
    }

    fn apply(&mut self, annotation: &Annotation, rules: &mut PropertyRules, owners: &[(&'static str, &'static str)]) {
        // An annotation with a qualifier is for some purpose that only its users know.
        let (None, Some(term)) = (annotation.qualifier(), Term::of(annotation.term_name())) else { return };
        let property = rules.property;
        let made = match term {
            Term::Fixed(fixed) => {
                if terms::is_tagged(annotation) {
                    rules.fixed = rules.fixed.max(Some(fixed));
                }
                return;
            }
            Term::Permissions => {
                if !terms::may_write(annotation) {
                    rules.fixed = Some(Fixed::Computed);
                }
                return;
            }
            Term::Constraint(kind) => Constraint::new(kind, property.ty, annotation),
        };
        match made {
            Ok(constraint) => rules.constraints.extend(constraint),
            Err(problem) => {
                let (name, rust_name) = owners.first().copied().unwrap_or_default();
                let message = format!(
                    "`{rust_name}::{}`: the annotation `{}` {problem} (A12)",
                    property.rust_name,
                    annotation.term_name()
                );
                let target = format!("{name}/{}", property.name);
                let is_known = self.faults.iter().any(|fault| fault.message() == message);
                if !is_known {
                    self.faults.push(Error::new(ErrorCode::INVALID_MODEL, message).with_target(target));
                }
            }
        }
    }
}
