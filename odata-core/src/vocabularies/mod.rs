//! The vocabularies that OASIS publishes, as Rust: the terms that `annotate(..)` applies, and their types.
//!
//! | terms | types | vocabulary | what it says |
//! |---|---|---|---|
//! | [`Core`](mod@Core) | [`core`](mod@core) | `Org.OData.Core.V1` | what elements of a model are and what they are for |
//! | [`Capabilities`](mod@Capabilities) | [`capabilities`](mod@capabilities) | `Org.OData.Capabilities.V1` | what a service does and does not do |
//! | [`Validation`](mod@Validation) | [`validation`](mod@validation) | `Org.OData.Validation.V1` | which values are valid |
//! | [`Measures`](mod@Measures) | [`measures`](mod@measures) | `Org.OData.Measures.V1` | currencies and units |
//! | [`Authorization`](mod@Authorization) | [`authorization`](mod@authorization) | `Org.OData.Authorization.V1` | how requests are authorized |
//!
//! A term is named as in its vocabulary, and so are types; members of records are named as Rust names fields:
//! `IndexableByKey` is `indexable_by_key`. Of enumeration types with flags, values are [`Flags`](crate::Flags).
//!
//! ```
//! use odata_core::{
//!     ODataEntity, StructuredType,
//!     vocabularies::{Core, Measures, Validation, core},
//! };
//!
//! #[derive(ODataEntity, Clone)]
//! #[odata(type = "shop.product", annotate(Core::Permissions = core::Permission::Read))]
//! struct Product {
//!     #[odata(key)]
//!     id: i32,
//!     #[odata(annotate(Measures::ISOCurrency = path(currency), Validation::Minimum = 0))]
//!     price: i32,
//!     currency: String,
//! }
//!
//! let terms = Product::DESCRIPTOR.property_annotations(1).map(|annotation| annotation.term_name());
//! assert!(terms.eq(["Org.OData.Measures.V1.ISOCurrency", "Org.OData.Validation.V1.Minimum"]));
//! ```
//!
//! The program `odata-codegen` makes these modules, and those of other vocabularies, of the documents that declare them.

use crate::annotation::TermDescriptor;

// They are formatted by the program that makes them.
#[rustfmt::skip]
mod authorization_v1;
#[rustfmt::skip]
mod capabilities_v1;
#[rustfmt::skip]
mod core_v1;
#[rustfmt::skip]
mod measures_v1;
#[rustfmt::skip]
mod validation_v1;

pub use authorization_v1::{Authorization, authorization};
pub use capabilities_v1::{Capabilities, capabilities};
pub use core_v1::{Core, core};
pub use measures_v1::{Measures, measures};
pub use validation_v1::{Validation, validation};

/// Returns the term with a qualified name, if it belongs to one of these vocabularies.
///
/// ```
/// use odata_core::vocabularies;
///
/// let term = vocabularies::term("Org.OData.Core.V1.Computed").expect("it is there");
/// assert_eq!(term.rust_name(), "Computed");
/// assert!(vocabularies::term("Org.OData.Core.V1.Calculated").is_none());
/// ```
pub fn term(name: &str) -> Option<&'static TermDescriptor> {
    let all = [Core::TERMS, Capabilities::TERMS, Validation::TERMS, Measures::TERMS, Authorization::TERMS];
    all.into_iter().flatten().copied().find(|term| term.name() == name)
}
