//! What a difference is about.

/// The kinds of what has a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is named as in CSDL")]
pub enum Part {
    EntityType,
    ComplexType,
    EnumType,
    Member,
    TypeDefinition,
    Term,
    Property,
    NavigationProperty,
    Action,
    Function,
    Parameter,
    ReturnType,
    Container,
    EntitySet,
    Singleton,
    ActionImport,
    FunctionImport,
    Include,
    IncludeAnnotations,
}

impl Part {
    /// Returns the name with an article: `an entity type`.
    pub const fn described(self) -> &'static str {
        match self {
            Self::EntityType => "an entity type",
            Self::ComplexType => "a complex type",
            Self::EnumType => "an enumeration type",
            Self::Member => "a member",
            Self::TypeDefinition => "a type definition",
            Self::Term => "a term",
            Self::Property => "a structural property",
            Self::NavigationProperty => "a navigation property",
            Self::Action => "an action",
            Self::Function => "a function",
            Self::Parameter => "a parameter",
            Self::ReturnType => "a return type",
            Self::Container => "an entity container",
            Self::EntitySet => "an entity set",
            Self::Singleton => "a singleton",
            Self::ActionImport => "an action import",
            Self::FunctionImport => "a function import",
            Self::Include => "a schema of another document",
            Self::IncludeAnnotations => "annotations of another document",
        }
    }
}

/// What is so or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Flag {
    /// A type has no values of exactly that type.
    Abstract,
    /// Values can have dynamic properties.
    Open,
    /// Entities have a stream.
    HasStream,
    /// A value, or an item, can be null.
    Nullable,
    /// Text has characters outside of ASCII.
    Unicode,
    /// Related entities are part of the entity.
    ContainsTarget,
    /// A value can have several members.
    Flags,
    /// A URL can go on after the function.
    Composable,
    /// The service document lists it.
    InServiceDocument,
}

impl Flag {
    pub(super) const fn text(self, now: bool) -> &'static str {
        match (self, now) {
            (Self::Abstract, true) => "now abstract",
            (Self::Abstract, false) => "no longer abstract",
            (Self::Open, true) => "now open",
            (Self::Open, false) => "no longer open",
            (Self::HasStream, true) => "now a media entity type",
            (Self::HasStream, false) => "no longer a media entity type",
            (Self::Nullable, true) => "now nullable",
            (Self::Nullable, false) => "no longer nullable",
            (Self::Unicode, true) => "no longer has ASCII characters only",
            (Self::Unicode, false) => "now has ASCII characters only",
            (Self::ContainsTarget, true) => "now contains its target",
            (Self::ContainsTarget, false) => "no longer contains its target",
            (Self::Flags, true) => "now has flags: a value can have several members",
            (Self::Flags, false) => "no longer has flags: a value has one member",
            (Self::Composable, true) => "now composable",
            (Self::Composable, false) => "no longer composable",
            (Self::InServiceDocument, true) => "now in the service document",
            (Self::InServiceDocument, false) => "no longer in the service document",
        }
    }
}

/// What a text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Aspect {
    /// The type of a value, without its facets.
    Type,
    /// The type of related entities.
    Target,
    /// The base of a type or term.
    Base,
    /// The parts of a key.
    Key,
    /// The default value.
    Default,
    /// The property that leads back.
    Partner,
    /// The referential constraints, each as `property = referenced property`.
    Constraints,
    /// The primitive type of an enumeration type or a type definition.
    Underlying,
    /// The path to the entity set of what is returned.
    EntitySetPath,
    /// The names of parameters in order.
    Parameters,
    /// The kinds of what a term is meant for.
    AppliesTo,
    /// The container's name.
    Name,
    /// The container that a container extends.
    Extends,
    /// The operation of an import.
    Operation,
    /// The entity set of an import.
    EntitySet,
}

impl Aspect {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Target => "target",
            Self::Base => "base",
            Self::Key => "key",
            Self::Default => "default value",
            Self::Partner => "partner",
            Self::Constraints => "referential constraints",
            Self::Underlying => "underlying type",
            Self::EntitySetPath => "entity set path",
            Self::Parameters => "order of the parameters",
            Self::AppliesTo => "list of what it applies to",
            Self::Name => "name",
            Self::Extends => "extended container",
            Self::Operation => "operation",
            Self::EntitySet => "entity set",
        }
    }
}
