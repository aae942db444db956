//! The descriptor of a type definition.

use super::{Facets, PrimitiveType, doc_comment};
use crate::{
    annotation::{Annotation, Annotations, ItemPart, annotations::of_part},
    geo::Srid,
};

/// A type definition (OData CSDL 4.01 §11): a primitive type with a name of its own and perhaps facets.
///
/// ```
/// use odata_core::{ODataTypeDefinition, PropertyValue};
///
/// #[derive(ODataTypeDefinition, Clone)]
/// #[odata(type = "shop.sku", max_length = 12)]
/// pub struct Sku(pub String);
///
/// let definition = Sku::TYPE.definition().expect("it is one");
/// assert_eq!((definition.name(), definition.underlying_type().name()), ("shop.sku", "Edm.String"));
/// assert_eq!(definition.max_length(), Some(12));
/// ```
#[derive(Debug)]
pub struct TypeDefinition {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_name: &'static str,
    #[doc(hidden)]
    pub underlying: PrimitiveType,
    #[doc(hidden)]
    pub facets: Facets,
    #[doc(hidden)]
    pub unicode: Option<bool>,
    #[doc(hidden)]
    pub description: &'static str,
    #[doc(hidden)]
    pub annotations: Annotations,
}

impl TypeDefinition {
    /// Returns the qualified name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the name of the Rust type.
    pub const fn rust_name(&self) -> &'static str {
        self.rust_name
    }

    /// Returns the primitive type that the values have.
    pub const fn underlying_type(&self) -> PrimitiveType {
        self.underlying
    }

    /// Returns the facet `MaxLength`, if it is declared: characters of text, bytes of everything else (OData CSDL 4.01
    /// §7.2.2).
    pub const fn max_length(&self) -> Option<u32> {
        self.facets.max_length_of(self.underlying)
    }

    /// Returns the facet `Precision`, if it is declared: digits of a decimal number, digits of a fraction of a second
    /// (OData CSDL 4.01 §7.2.3).
    pub const fn precision(&self) -> Option<u16> {
        self.facets.precision_of(self.underlying)
    }

    /// Returns the facet `Scale`, if it is declared and not `variable`: digits of a decimal number after the point
    /// (OData CSDL 4.01 §7.2.4).
    pub const fn scale(&self) -> Option<u16> {
        self.facets.scale_of(self.underlying)
    }

    /// Returns the facet `Unicode`, if it is declared: whether text has characters beyond ASCII (OData CSDL 4.01
    /// §7.2.5).
    pub const fn unicode(&self) -> Option<bool> {
        self.unicode
    }

    /// Returns the facet `SRID`, if it is declared (OData CSDL 4.01 §7.2.6).
    pub const fn srid(&self) -> Option<Srid> {
        match self.underlying {
            PrimitiveType::Geo(_) => self.facets.srid(),
            _ => None,
        }
    }

    /// Returns the annotations of the type (OData CSDL 4.01 §14.2), without `Core.Description`, which the doc comment says.
    pub fn annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        of_part(self.annotations, ItemPart::ITSELF)
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.description)
    }
}
