//! The types of a document with what follows from their bases.

use std::collections::{HashMap, HashSet};

use super::super::{
    Document, Element, Elements, EnumType, PrimitiveType, Property, Schema, StructuredKind, StructuredType,
    TypeDefinition,
};
use super::faults::called;

/// The parts of a document, ready to be looked up.
pub(super) struct Index<'d> {
    pub(super) document: &'d Document,
    pub(super) elements: Elements<'d>,
    /// The structured types in order; their positions are their ids.
    pub(super) levels: Vec<Level<'d>>,
    /// The namespaces that the document declares.
    declared: HashSet<&'d str>,
    /// The namespaces that it includes from other documents.
    included: HashSet<&'d str>,
    ids: HashMap<usize, usize>,
    own: HashMap<(usize, &'d str), &'d Property>,
}

/// A structured type in its document.
pub(super) struct Level<'d> {
    pub(super) schema: &'d Schema,
    pub(super) ty: &'d StructuredType,
    /// The id of the type that it derives from, if that is a structured type of the document and derives from no type
    /// of a circle.
    pub(super) base: Option<usize>,
    /// Whether all base types are known.
    pub(super) complete: bool,
    /// The ids of the types that derive from it directly.
    pub(super) derived: Vec<usize>,
    /// The id of the type that declares the key: itself or the nearest base type.
    pub(super) key: Option<usize>,
}

/// A step of a walk along the types.
#[derive(Clone, Copy)]
pub(super) enum Visit {
    /// To the type with this id, from its base type.
    Enter(usize),
    /// Back from it.
    Leave(usize),
}

/// What the name of a type stands for.
#[derive(Clone, Copy)]
pub(super) enum Found<'d> {
    Primitive(PrimitiveType),
    /// A type of the namespace `Edm` without values of its own: `EntityType`, `ComplexType` or `PrimitiveType`.
    Abstract(&'static str),
    /// The type of paths in annotations.
    Path(&'static str),
    /// A structured type, by its id.
    Structured(usize),
    Enum(&'d EnumType),
    Definition(&'d TypeDefinition),
    /// A term or a container, which is no type.
    Other(&'static str),
    /// A name of another document.
    Foreign,
    /// Nothing.
    Missing,
}

const ABSTRACT: [&str; 3] = ["Edm.EntityType", "Edm.ComplexType", "Edm.PrimitiveType"];

const PATHS: [&str; 5] = [
    "Edm.AnnotationPath",
    "Edm.AnyPropertyPath",
    "Edm.ModelElementPath",
    "Edm.NavigationPropertyPath",
    "Edm.PropertyPath",
];

fn address<T>(part: &T) -> usize {
    std::ptr::from_ref(part).addr()
}

impl<'d> Index<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let elements = Elements::of(document);
        let mut levels: Vec<_> = document
            .schemas
            .iter()
            .flat_map(|schema| schema.types.iter().map(move |ty| (schema, ty)))
            .map(|(schema, ty)| Level {
                schema,
                ty,
                base: None,
                complete: ty.base.is_none(),
                derived: Vec::new(),
                key: None,
            })
            .collect();
        let ids: HashMap<_, _> = levels.iter().enumerate().map(|(id, level)| (address(level.ty), id)).collect();
        let mut own = HashMap::new();
        for (id, level) in levels.iter().enumerate() {
            for property in &level.ty.properties {
                own.entry((id, &*property.name.text)).or_insert(property);
            }
        }
        let bases: Vec<Option<usize>> = levels
            .iter()
            .map(|level| ids.get(&address(elements.structured(level.ty.base.as_deref()?)?)).copied())
            .collect();
        for id in bases_first(&bases) {
            if let Some(base) = bases[id] {
                let (complete, key) = (levels[base].complete, levels[base].key);
                (levels[id].base, levels[id].complete, levels[id].key) = (Some(base), complete, key);
                levels[base].derived.push(id);
            }
            if levels[id].ty.key.is_some() {
                levels[id].key = Some(id);
            }
        }
        let includes = document.references.iter().flat_map(|reference| &reference.includes);
        Self {
            document,
            declared: document.schemas.iter().map(|schema| &*schema.namespace.text).collect(),
            included: includes.map(|include| &*include.namespace.text).collect(),
            elements,
            levels,
            ids,
            own,
        }
    }

    /// Returns whether the document declares this namespace.
    pub(super) fn declares(&self, namespace: &str) -> bool {
        self.declared.contains(namespace)
    }

    /// Returns what the name of a type stands for.
    pub(super) fn find(&self, name: &str) -> Found<'d> {
        if name.starts_with("Edm.") {
            let named = |names: &[&'static str]| names.iter().copied().find(|known| *known == name);
            return match PrimitiveType::from_name(name) {
                Some(primitive) => Found::Primitive(primitive),
                None => {
                    named(&ABSTRACT).map(Found::Abstract).or(named(&PATHS).map(Found::Path)).unwrap_or(Found::Missing)
                }
            };
        }
        match self.elements.find(name) {
            Some((_, Element::Structured(ty))) => self.id(ty).map_or(Found::Missing, Found::Structured),
            Some((_, Element::Enum(ty))) => Found::Enum(ty),
            Some((_, Element::Definition(ty))) => Found::Definition(ty),
            Some((_, Element::Term(_))) => Found::Other("a term"),
            Some((_, Element::Container(_))) => Found::Other("an entity container"),
            None if self.is_foreign(name) => Found::Foreign,
            None => Found::Missing,
        }
    }

    /// Returns whether a name is one of another document that this one includes.
    pub(super) fn is_foreign(&self, name: &str) -> bool {
        let Some((namespace, _)) = name.rsplit_once('.') else { return false };
        let namespace = self.elements.namespace(namespace);
        self.included.contains(namespace) && !self.declared.contains(namespace)
    }

    /// Returns the id of a type.
    pub(super) fn id(&self, ty: &StructuredType) -> Option<usize> {
        self.ids.get(&address(ty)).copied()
    }

    /// Returns the id of the structured type with a qualified name.
    pub(super) fn structured(&self, name: &str) -> Option<usize> {
        match self.find(name) {
            Found::Structured(id) => Some(id),
            _ => None,
        }
    }

    /// Returns the qualified name of a type.
    pub(super) fn name(&self, id: usize) -> String {
        let Level { schema, ty, .. } = &self.levels[id];
        format!("{}.{}", schema.namespace, ty.name)
    }

    /// Returns the name of a type for a message.
    pub(super) fn called(&self, id: usize) -> String {
        called(self.levels[id].ty.place, self.name(id))
    }

    /// Returns the name of a property for a message.
    pub(super) fn property_called(&self, id: usize, property: &Property) -> String {
        called(property.place, self.target(id, &property.name))
    }

    /// Returns the path of a part of a type.
    pub(super) fn target(&self, id: usize, part: &str) -> String {
        format!("{}/{part}", self.name(id))
    }

    /// Returns a type, the one that it derives from, and so on.
    pub(super) fn chain(&self, id: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(id), |id| self.levels[*id].base)
    }

    /// Returns whether a type is another one or derives from it.
    pub(super) fn derives(&self, id: usize, base: usize) -> bool {
        self.chain(id).any(|level| level == base)
    }

    /// Returns whether one of two types is the other or derives from it.
    pub(super) fn are_related(&self, a: usize, b: usize) -> bool {
        self.derives(a, b) || self.derives(b, a)
    }

    /// Returns the property that a type itself declares, the first with this name.
    pub(super) fn own(&self, id: usize, name: &str) -> Option<&'d Property> {
        self.own.get(&(id, name)).copied()
    }

    /// Returns the property of a type or of a base type, with the id of the type that declares it.
    pub(super) fn property(&self, id: usize, name: &str) -> Option<(usize, &'d Property)> {
        self.chain(id).find_map(|level| Some((level, self.own(level, name)?)))
    }

    /// Returns all properties in order, each with the id of its type.
    pub(super) fn properties(&self) -> impl Iterator<Item = (usize, &'d Property)> + '_ {
        self.levels.iter().enumerate().flat_map(|(id, level)| level.ty.properties.iter().map(move |found| (id, found)))
    }

    /// Returns the id of the structured type of a property.
    pub(super) fn target_type(&self, property: &Property) -> Option<usize> {
        self.structured(&property.ty.name)
    }

    /// Returns the types in an order in which base types come first, and whatever derives from a type comes between
    /// entering and leaving it.
    pub(super) fn visits(&self) -> Vec<Visit> {
        let roots = (0..self.levels.len()).rev().filter(|id| self.levels[*id].base.is_none());
        let mut next: Vec<_> = roots.map(Visit::Enter).collect();
        let mut visits = Vec::with_capacity(2 * self.levels.len());
        while let Some(visit) = next.pop() {
            visits.push(visit);
            if let Visit::Enter(id) = visit {
                next.push(Visit::Leave(id));
                next.extend(self.levels[id].derived.iter().map(|derived| Visit::Enter(*derived)));
            }
        }
        visits
    }

    /// Returns whether a type is a complex type.
    pub(super) fn is_complex(&self, id: usize) -> bool {
        self.levels[id].ty.kind == StructuredKind::Complex
    }
}

/// Returns all nodes that do not derive from a circle, each after its base.
fn bases_first(bases: &[Option<usize>]) -> Vec<usize> {
    let mut derived = vec![Vec::new(); bases.len()];
    let mut order: Vec<usize> = Vec::with_capacity(bases.len());
    for (id, base) in bases.iter().enumerate() {
        match base {
            Some(base) => derived[*base].push(id),
            None => order.push(id),
        }
    }
    let mut next = 0;
    while let Some(&id) = order.get(next) {
        next += 1;
        order.append(&mut derived[id]);
    }
    order
}
