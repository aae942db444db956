//! The descriptor of an action or function.

use super::{ModelPath, PropertyDescriptor, PropertyType, TypeDescriptor, doc_comment};
use crate::{
    annotation::{Annotation, ItemPart, annotations::of_part},
    slot::StructuredType,
};

/// The two kinds of operations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationKind {
    /// An action (OData CSDL 4.01 §12.1), which may change what the service has.
    Action,
    /// A function (OData CSDL 4.01 §12.3), which changes nothing that can be observed.
    Function,
}

impl OperationKind {
    /// Returns the word for it: `action` or `function`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Function => "function",
        }
    }
}

/// An action or a function (OData CSDL 4.01 §12).
///
/// Two operations with one name are overloads of each other, so an operation is known by its address.
///
/// ```
/// use odata_core::{ODataAction, ODataEntity, Operation, edm::OperationKind};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
/// }
///
/// #[derive(ODataAction, Clone)]
/// #[odata(type = "fleet.repaint", bound_to = Vehicle)]
/// pub struct Repaint {
///     pub colour: String,
/// }
///
/// let repaint = Repaint::OPERATION;
/// assert_eq!((repaint.name(), repaint.kind()), ("fleet.repaint", OperationKind::Action));
/// assert_eq!(repaint.binding_parameter().map(|binding| binding.ty().name()).as_deref(), Some("fleet.vehicle"));
/// assert_eq!(repaint.parameters()[0].name(), "colour");
/// ```
#[derive(Debug)]
pub struct OperationDescriptor {
    #[doc(hidden)]
    pub kind: OperationKind,
    /// Name, description, and the parameters as properties.
    #[doc(hidden)]
    pub parameters: &'static TypeDescriptor,
    #[doc(hidden)]
    pub binding: Option<&'static PropertyDescriptor>,
    #[doc(hidden)]
    pub returns: Option<&'static PropertyDescriptor>,
    #[doc(hidden)]
    pub is_composable: bool,
    #[doc(hidden)]
    pub has_entity_set_path: bool,
    /// The way from the binding parameter; `None` if it is in that entity set itself.
    #[doc(hidden)]
    pub entity_set_steps: Option<fn() -> ModelPath>,
    #[doc(hidden)]
    pub allows: OperationAllows,
}

impl OperationDescriptor {
    /// Returns the descriptor of an operation that declares no more than these.
    pub(crate) const fn plain(
        kind: OperationKind,
        parameters: &'static TypeDescriptor,
        binding: Option<&'static PropertyDescriptor>,
        returns: Option<&'static PropertyDescriptor>,
    ) -> Self {
        Self {
            kind,
            parameters,
            binding,
            returns,
            is_composable: false,
            has_entity_set_path: false,
            entity_set_steps: None,
            allows: OperationAllows::NONE,
        }
    }

    /// Returns whether it is an action or a function.
    #[inline]
    pub const fn kind(&self) -> OperationKind {
        self.kind
    }

    /// Returns the qualified name, as in URLs and `$metadata`.
    #[inline]
    pub const fn name(&self) -> &'static str {
        self.parameters.name
    }

    /// Returns the name of the Rust struct.
    #[inline]
    pub const fn rust_name(&self) -> &'static str {
        self.parameters.rust_name
    }

    /// Returns the parameters in declaration order, without the binding parameter.
    #[inline]
    pub const fn parameters(&self) -> &'static [PropertyDescriptor] {
        self.parameters.own
    }

    /// Returns the descriptor of the Rust struct as a structured value, whose properties are the parameters.
    #[inline]
    pub const fn structured(&self) -> &'static TypeDescriptor {
        self.parameters
    }

    /// Returns the binding parameter of a bound operation (OData CSDL 4.01 §12.5).
    #[inline]
    pub const fn binding_parameter(&self) -> Option<&'static PropertyDescriptor> {
        self.binding
    }

    /// Returns the type and the facets of the value that is returned, if there is one (OData CSDL 4.01 §12.8). It is
    /// named as in a response: `value`.
    #[inline]
    pub const fn return_value(&self) -> Option<&'static PropertyDescriptor> {
        self.returns
    }

    /// Returns whether the result of a function can be the start of a path (OData CSDL 4.01 §12.7).
    #[inline]
    pub const fn is_composable(&self) -> bool {
        self.is_composable
    }

    /// Returns the path to the entity set of the entities that are returned, as `$metadata` has it; it begins with the
    /// binding parameter (OData CSDL 4.01 §12.6).
    pub fn entity_set_path(&self) -> Option<String> {
        let binding = self.binding.filter(|_| self.has_entity_set_path)?;
        Some(match self.entity_set_steps() {
            Some(steps) => format!("{}/{steps}", binding.name),
            None => binding.name.to_owned(),
        })
    }

    /// Returns the part of that path after the binding parameter.
    pub fn entity_set_steps(&self) -> Option<ModelPath> {
        self.entity_set_steps.map(|steps| steps())
    }

    /// Returns the doc comment, if there is one: `Core.Description` in `$metadata`.
    pub const fn description(&self) -> Option<&'static str> {
        doc_comment(self.parameters.description)
    }

    /// Returns the annotations of the operation (OData CSDL 4.01 §14.2), without `Core.Description`, which the doc comment
    /// says.
    pub fn annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::ITSELF)
    }

    /// Returns the annotations of the parameter at this position among [`parameters`](Self::parameters).
    pub fn parameter_annotations(&self, index: usize) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::of(index))
    }

    /// Returns the annotations of the binding parameter.
    pub fn binding_annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::BINDING)
    }

    /// Returns the annotations of what is returned.
    pub fn return_annotations(&self) -> impl Iterator<Item = &'static Annotation> + use<> {
        self.part_annotations(ItemPart::RETURNS)
    }

    fn part_annotations(&self, part: ItemPart) -> impl Iterator<Item = &'static Annotation> + use<> {
        of_part(self.parameters.all_annotations(), part)
    }

    /// Returns whether both are descriptors of the same operation.
    #[inline]
    pub fn is(&self, other: &OperationDescriptor) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Rules about operations that are switched off, of those that only a whole model shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperationAllows(pub u8);

impl OperationAllows {
    /// All rules hold.
    pub const NONE: Self = Self(0);
    /// An action and a function have one name and one binding parameter.
    pub const ACTION_AND_FUNCTION: Self = Self(1);
    /// The operation is named as a type.
    pub const NAME_OF_A_TYPE: Self = Self(2);

    /// Returns these rules together with others.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns whether these rules are among them.
    pub const fn has(self, rules: Self) -> bool {
        self.0 & rules.0 == rules.0
    }
}

impl PropertyDescriptor {
    /// Returns the descriptor of the binding parameter or of the value that is returned. `json` is the name in quotes
    /// with the colon after it.
    pub(crate) const fn of_operation(name: &'static str, json: &'static str, ty: &'static PropertyType) -> Self {
        // No one looks for it by its name.
        Self::plain(name, json, 0, name, 0, ty, "")
    }
}

/// An action or function, declared with `#[derive(ODataAction)]` or `#[derive(ODataFunction)]`: the Rust struct holds
/// the parameters of one call.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData action or function",
    label = "not an OData action or function",
    note = "derive `ODataAction` or `ODataFunction` for it"
)]
pub trait Operation: StructuredType {
    /// The type of what it is bound to, as declared by `bound_to`; `()` for an unbound operation.
    type Binding;

    /// The type of what it returns, as declared by `returns`; `()` if it returns nothing.
    type Returns;

    /// The descriptor of the operation.
    const OPERATION: &'static OperationDescriptor;
}

/// An action, declared with `#[derive(ODataAction)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData action",
    label = "not an OData action",
    note = "derive `ODataAction` for it"
)]
pub trait Action: Operation {}

/// A function, declared with `#[derive(ODataFunction)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an OData function",
    label = "not an OData function",
    note = "derive `ODataFunction` for it"
)]
pub trait Function: Operation {}
