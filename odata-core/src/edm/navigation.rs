//! What a model says about the related entities of a navigation property.

use super::{ModelPath, TypeDescriptor};

/// The rare facts of a navigation property.
pub struct NavigationFacts {
    /// The position among the type's own properties.
    pub own: u16,
    /// The property that leads back from the related entities.
    pub partner: Option<Partner>,
    /// The properties with values of the related entity.
    pub constraints: &'static [ReferentialConstraint],
}

/// The partner of a navigation property.
pub struct Partner {
    /// The Rust names of the path's steps, for constant code: a path to another type cannot be part of a descriptor that
    /// such a path leads to.
    pub fields: &'static [&'static str],
    /// Returns the path from the type of the related entities.
    pub path: fn() -> ModelPath,
}

/// A property that has the same value as one of the related entity (OData CSDL 4.01 §8.5), which exists if the property
/// is not null.
///
/// ```
/// use odata_core::{Nav, ODataEntity, StructuredType};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "shop.product")]
/// pub struct Product {
///     #[odata(key)]
///     pub id: i32,
///     pub category_id: Option<String>,
///     #[odata(partner = products, referential_constraint(category_id = name))]
///     pub category: Nav<Option<Box<Category>>>,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "shop.category")]
/// pub struct Category {
///     #[odata(key)]
///     pub name: String,
///     #[odata(partner = category)]
///     pub products: Nav<Vec<Product>>,
/// }
///
/// let product = Product::DESCRIPTOR;
/// let category = product.find("category").expect("a product has a category");
/// assert_eq!(product.partner(category).map(|path| path.to_string()).as_deref(), Some("products"));
/// let [constraint] = product.referential_constraints(category) else { panic!("there is one") };
/// assert_eq!(constraint.property().to_string(), "categoryId");
/// assert_eq!(constraint.referenced_property().to_string(), "name");
/// ```
pub struct ReferentialConstraint {
    #[doc(hidden)]
    pub property: fn() -> ModelPath,
    #[doc(hidden)]
    pub referenced: fn() -> ModelPath,
}

impl ReferentialConstraint {
    /// Returns the path to the property, from the type with the navigation property.
    pub fn property(&self) -> ModelPath {
        (self.property)()
    }

    /// Returns the path to the property of the related entity, from its type.
    pub fn referenced_property(&self) -> ModelPath {
        (self.referenced)()
    }
}

impl std::fmt::Debug for ReferentialConstraint {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} = {}", self.property(), self.referenced_property())
    }
}

impl TypeDescriptor {
    /// Returns the path to the partner of the navigation property with this index, from the type of the related
    /// entities: the navigation property that leads back (OData CSDL 4.01 §8.3). `None` if none is declared.
    pub fn partner(&self, index: usize) -> Option<ModelPath> {
        self.navigation_facts(index)?.partner.as_ref().map(|partner| (partner.path)())
    }

    /// Returns the properties that have the same value as properties of the related entity, for the navigation property
    /// with this index (OData CSDL 4.01 §8.5).
    pub fn referential_constraints(&self, index: usize) -> &'static [ReferentialConstraint] {
        self.navigation_facts(index).map_or(&[], |facts| facts.constraints)
    }

    /// Returns the rare facts of the navigation property with this index, inherited ones included.
    pub(crate) const fn navigation_facts(&self, index: usize) -> Option<&'static NavigationFacts> {
        let mut level = self;
        while index < level.start as usize {
            match level.base {
                Some(base) => level = base,
                None => return None,
            }
        }
        let Some(facts) = level.facts else { return None };
        let mut at = 0;
        while at < facts.navigation.len() {
            if level.start as usize + facts.navigation[at].own as usize == index {
                return Some(&facts.navigation[at]);
            }
            at += 1;
        }
        None
    }
}
