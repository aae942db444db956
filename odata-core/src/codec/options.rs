//! Options for reading and writing JSON.

use std::sync::Arc;

use crate::{
    PropertySet, RequestRules,
    edm::{Model, Registry, SchemaAlias, TypeDescriptor},
    json::Limits,
};

/// The purpose for which a body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To take everything in it: a response that a client reads, a stored entity.
    Representation,
    /// To create an entity from it: computed members are ignored (OData Protocol 4.01 §11.4.2).
    Insert,
    /// To update an entity with it: key, computed and immutable members are ignored (OData Protocol 4.01 §11.4.3).
    Update,
}

/// The treatment of members that a closed type does not declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undeclared {
    /// They are errors with the code [`UNDECLARED_PROPERTY`](crate::ErrorCode::UNDECLARED_PROPERTY).
    Refuse,
    /// They are skipped (OData Protocol 4.01 §11.4.1.3 asks that of clients).
    Skip,
}

/// The treatment of values whose type derives from the declared one, but is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownTypes {
    /// They are errors with the code [`UNKNOWN_TYPE`](crate::ErrorCode::UNKNOWN_TYPE).
    Refuse,
    /// They are kept as [`Unknown`](crate::slot::Unknown) where derived types are accepted, and errors elsewhere.
    Keep,
}

/// The treatment of related entities inside a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inline {
    /// They are read: an expanded response, or a deep insert (OData Protocol 4.01 §11.4.2.2).
    Accept,
    /// They are errors with the code [`DEEP_OPERATION_NOT_SUPPORTED`](crate::ErrorCode::DEEP_OPERATION_NOT_SUPPORTED),
    /// and so are `@odata.bind` links.
    Refuse,
}

/// Options for reading a body.
///
/// Created by the function that is named after the use, and changed by the `with_` methods:
///
/// ```
/// use odata_core::{
///     codec::{ReadOptions, Undeclared},
///     json::Limits,
/// };
///
/// let lenient = ReadOptions::insert().with_undeclared(Undeclared::Skip).with_required(false);
/// let bounded = lenient.with_limits(Limits::new().with_depth(8)).with_max_faults(1);
/// assert_eq!((bounded.limits.depth, bounded.max_faults), (8, 1));
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ReadOptions {
    /// The purpose for which it is read.
    pub purpose: Purpose,
    /// The treatment of members that a closed type does not declare.
    pub undeclared: Undeclared,
    /// The treatment of values of unknown derived types.
    pub unknown_types: UnknownTypes,
    /// Whether a property that must have a value and has none is an error.
    pub required: bool,
    /// The treatment of related entities inside the body.
    pub navigation: Inline,
    /// Whether `Edm.Int64` and `Edm.Decimal` may be strings (OData JSON 4.01 §3.2).
    pub ieee754_compatible: bool,
    /// Short names that `@odata.type` may use for namespaces.
    pub aliases: &'static [SchemaAlias],
    /// The model that the value belongs to: `@odata.type` names one of its types. Without one it can be any type that
    /// the program was linked with.
    pub model: Option<Arc<Model>>,
    /// What annotations demand of the values that a request contains; nothing without them, and of bodies that are not of
    /// requests.
    pub rules: Option<Arc<RequestRules>>,
    /// The limits of the JSON text.
    pub limits: Limits,
    /// The maximum number of faults of one body that are reported; reading goes on after them.
    pub max_faults: usize,
}

impl ReadOptions {
    /// Returns the options of a client that reads a response: members that the model does not know are skipped, values
    /// of derived types that it does not know are kept in `AnyOf`, and properties that were not selected stay blank.
    #[must_use]
    pub const fn client() -> Self {
        Self {
            purpose: Purpose::Representation,
            undeclared: Undeclared::Skip,
            unknown_types: UnknownTypes::Keep,
            required: false,
            navigation: Inline::Accept,
            ieee754_compatible: true,
            aliases: &[],
            model: None,
            rules: None,
            limits: Limits::new(),
            max_faults: usize::MAX,
        }
    }

    /// Returns the options for a whole representation in which nothing may be missing or unknown.
    #[must_use]
    pub const fn strict() -> Self {
        Self::stored().with_undeclared(Undeclared::Refuse).with_required(true)
    }

    /// Returns the options of a service that reads the body of a POST: at most 32 levels deep, with at most 32 faults
    /// reported.
    #[must_use]
    pub const fn insert() -> Self {
        Self {
            purpose: Purpose::Insert,
            undeclared: Undeclared::Refuse,
            unknown_types: UnknownTypes::Refuse,
            required: true,
            navigation: Inline::Refuse,
            ieee754_compatible: false,
            aliases: &[],
            model: None,
            rules: None,
            limits: Limits::new().with_depth(32),
            max_faults: 32,
        }
    }

    /// Returns the options of a service that reads the body of a PATCH, with the limits of [`insert`](Self::insert).
    #[must_use]
    pub const fn update() -> Self {
        Self::insert().with_purpose(Purpose::Update)
    }

    /// Returns the options of a service that reads what it has written itself.
    #[must_use]
    pub const fn stored() -> Self {
        Self::client().with_unknown_types(UnknownTypes::Refuse)
    }

    /// Sets the purpose for which the body is read.
    #[must_use]
    pub const fn with_purpose(mut self, purpose: Purpose) -> Self {
        self.purpose = purpose;
        self
    }

    /// Sets the treatment of members that a closed type does not declare.
    #[must_use]
    pub const fn with_undeclared(mut self, undeclared: Undeclared) -> Self {
        self.undeclared = undeclared;
        self
    }

    /// Sets the treatment of values of unknown derived types.
    #[must_use]
    pub const fn with_unknown_types(mut self, unknown_types: UnknownTypes) -> Self {
        self.unknown_types = unknown_types;
        self
    }

    /// Sets whether a property that must have a value and has none is an error.
    #[must_use]
    pub const fn with_required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// Sets the treatment of related entities inside the body.
    #[must_use]
    pub const fn with_navigation(mut self, navigation: Inline) -> Self {
        self.navigation = navigation;
        self
    }

    /// Sets whether `Edm.Int64` and `Edm.Decimal` may be strings (OData JSON 4.01 §3.2).
    #[must_use]
    pub const fn with_ieee754_compatible(mut self, ieee754_compatible: bool) -> Self {
        self.ieee754_compatible = ieee754_compatible;
        self
    }

    /// Sets the short names that `@odata.type` may use for namespaces. [`with_model`](Self::with_model) takes those of
    /// the model.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [SchemaAlias]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Sets the limits of the JSON text.
    #[must_use]
    pub const fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the maximum number of faults of one body that are reported.
    #[must_use]
    pub const fn with_max_faults(mut self, max_faults: usize) -> Self {
        self.max_faults = max_faults;
        self
    }
}

impl ReadOptions {
    /// Sets the model whose values are read: types that the program knows but that are not in the model are unknown,
    /// and the model's aliases replace namespaces.
    #[must_use]
    pub fn with_model(mut self, model: &Arc<Model>) -> Self {
        self.aliases = model.container().aliases;
        self.model = Some(Arc::clone(model));
        self
    }

    /// Sets what annotations demand of the values that a request contains.
    ///
    /// ```
    /// use std::sync::Arc;
    ///
    /// use odata_core::{Model, ODataContainer, ODataEntity, RequestRules, codec::ReadOptions};
    ///
    /// #[derive(ODataEntity, Clone)]
    /// #[odata(type = "fleet.vehicle")]
    /// pub struct Vehicle {
    ///     #[odata(key)]
    ///     pub id: i32,
    /// }
    ///
    /// #[derive(ODataContainer)]
    /// #[odata(type = "fleet.Container")]
    /// struct Fleet {
    ///     #[odata(entity_set)]
    ///     vehicles: Vec<Vehicle>,
    /// }
    ///
    /// let model = Arc::new(Model::of::<Fleet>()?);
    /// let rules = Arc::new(RequestRules::of(&model)?);
    /// let options = ReadOptions::insert().with_model(&model).with_rules(&rules);
    /// assert!(options.rules.is_some_and(|rules| rules.is_empty()));
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub fn with_rules(mut self, rules: &Arc<RequestRules>) -> Self {
        self.rules = Some(Arc::clone(rules));
        self
    }

    /// Returns the type with this name, if it is `declared` or derives from it and a value can have it.
    #[inline(never)]
    pub(super) fn find_type(&self, name: &str, declared: &TypeDescriptor) -> Option<&'static TypeDescriptor> {
        Registry::global().find(name, declared).filter(|found| self.has_type(found))
    }

    /// Returns whether a value can have a type with this name.
    #[inline(never)]
    pub(super) fn is_type(&self, name: &str) -> bool {
        Registry::global().named(name).iter().any(|found| self.has_type(found))
    }

    /// Returns whether a value can have the type.
    pub(super) fn has_type(&self, descriptor: &TypeDescriptor) -> bool {
        self.model.as_ref().is_none_or(|model| model.contains(descriptor))
    }
}

/// Members of a closed type that the model does not know are errors, and so are required properties without value.
impl Default for ReadOptions {
    fn default() -> Self {
        Self::strict()
    }
}

/// The version of OData whose spelling is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ODataVersion {
    /// 4.0: control information is prefixed, as in `@odata.type`.
    #[default]
    V4_0,
    /// 4.01: control information has no prefix, as in `@type` (OData JSON 4.01 §4.5).
    V4_01,
}

/// Options for writing a value: by default in the spelling of OData 4.0, whole, with numbers as numbers.
///
/// ```
/// use odata_core::codec::{ODataVersion, WriteOptions};
///
/// let options = WriteOptions::new().with_version(ODataVersion::V4_01).with_ieee754_compatible(true);
/// assert_eq!(options.version, ODataVersion::V4_01);
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct WriteOptions<'a> {
    /// The spelling of control information.
    pub version: ODataVersion,
    /// Whether `Edm.Int64` and `Edm.Decimal` are written as strings (OData JSON 4.01 §3.2).
    pub ieee754_compatible: bool,
    /// Whether `Edm.Decimal` may have an exponent in 4.0 (OData JSON 4.01 §3.2, `ExponentialDecimals`); in 4.01 it
    /// always may. Without it `1.5E3` is written as `1500`. Exponents that take 400 zeros or more stay, as a service
    /// cannot let a request of a few bytes fill its memory; no double has that many.
    pub exponential_decimals: bool,
    /// The properties that are written; all without one. Of a value of another type than that of the set, the
    /// properties that both types inherit from a common base are selected.
    pub select: Option<&'a PropertySet>,
    /// The model that the value belongs to. It decides whether a declared type has derived types, which makes
    /// `@odata.type` necessary; without one all types that the program was linked with do.
    pub model: Option<&'a Model>,
}

impl<'a> WriteOptions<'a> {
    /// Returns the default options.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            version: ODataVersion::V4_0,
            ieee754_compatible: false,
            exponential_decimals: false,
            select: None,
            model: None,
        }
    }

    /// Sets the version whose spelling of control information is written.
    #[must_use]
    pub const fn with_version(mut self, version: ODataVersion) -> Self {
        self.version = version;
        self
    }

    /// Sets whether `Edm.Int64` and `Edm.Decimal` are written as strings (OData JSON 4.01 §3.2).
    #[must_use]
    pub const fn with_ieee754_compatible(mut self, ieee754_compatible: bool) -> Self {
        self.ieee754_compatible = ieee754_compatible;
        self
    }

    /// Sets whether `Edm.Decimal` may have an exponent in 4.0 (OData JSON 4.01 §3.2).
    #[must_use]
    pub const fn with_exponential_decimals(mut self, exponential_decimals: bool) -> Self {
        self.exponential_decimals = exponential_decimals;
        self
    }

    /// Sets the properties that are written.
    #[must_use]
    pub const fn with_select(mut self, select: &'a PropertySet) -> Self {
        self.select = Some(select);
        self
    }

    /// Sets the model whose values are written: types that the program knows but that are not in the model change
    /// nothing.
    ///
    /// ```
    /// use odata_core::{AnyOf, Model, ODataContainer, ODataEntity, codec};
    ///
    /// #[derive(ODataEntity, Clone)]
    /// #[odata(type = "fleet.vehicle")]
    /// pub struct Vehicle {
    ///     #[odata(key)]
    ///     pub id: i32,
    /// }
    ///
    /// #[derive(ODataContainer)]
    /// #[odata(type = "fleet.Container")]
    /// struct Fleet {
    ///     #[odata(entity_set)]
    ///     vehicles: Vec<AnyOf<Vehicle>>,
    /// }
    ///
    /// let model = Model::of::<Fleet>()?;
    /// let options = codec::WriteOptions::default().with_model(&model);
    /// let json = codec::to_vec_with(&Vehicle { id: 7 }, &options);
    /// assert_eq!(json, br##"{"@odata.type":"#fleet.vehicle","id":7}"##);
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    #[must_use]
    pub const fn with_model(mut self, model: &'a Model) -> Self {
        self.model = Some(model);
        self
    }

    /// Returns whether any type derives from this one.
    #[inline]
    pub(super) fn has_derived(&self, descriptor: &TypeDescriptor) -> bool {
        match self.model {
            Some(model) => model.has_derived(descriptor),
            None => Registry::global().has_derived(descriptor),
        }
    }

    /// Returns whether decimals are written with the exponents that they have.
    pub(crate) fn keeps_exponents(&self) -> bool {
        self.exponential_decimals || self.version == ODataVersion::V4_01
    }
}
