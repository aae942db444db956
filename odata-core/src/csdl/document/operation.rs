//! Actions and functions.

use super::{Annotation, Name, Place, TypeReference};

/// An overload of an action or a function (OData CSDL 4.01 §12).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operation {
    /// Whether it is a function.
    pub is_function: bool,
    /// The name, without a namespace.
    pub name: Name,
    /// Whether the first parameter is what it is bound to.
    pub is_bound: bool,
    /// The path from that parameter to the entity set of what is returned.
    pub entity_set_path: Option<Name>,
    /// Whether a URL can go on after it.
    pub is_composable: bool,
    /// The parameters in order.
    pub parameters: Vec<Parameter>,
    /// What it returns.
    pub return_type: Option<ReturnType>,
    /// Annotations of the overload.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

impl Operation {
    /// Returns the parameter that it is bound to.
    pub fn binding(&self) -> Option<&Parameter> {
        self.parameters.first().filter(|_| self.is_bound)
    }
}

/// A parameter (OData CSDL 4.01 §12.9).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parameter {
    /// The name.
    pub name: Name,
    /// The type with its facets.
    pub ty: TypeReference,
    /// Annotations of the parameter.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}

/// What an operation returns (OData CSDL 4.01 §12.8).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReturnType {
    /// The type with its facets.
    pub ty: TypeReference,
    /// Annotations of the return type.
    pub annotations: Vec<Annotation>,
    /// Where it is declared.
    pub place: Place,
}
