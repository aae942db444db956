//! Attributes of fields.

use proc_macro2::Span;
use syn::{Attribute, LitStr};

use super::{
    Derive, Spanned,
    default::{DefaultValue, default_value},
    facet::{Digits, MaxLength, max_length, precision, scale, srid, unicode},
    import::{Binding, Import, ImportKind},
    navigation::{Constraints, OnDelete, Partner, on_delete, partner, referential_constraint},
    word::{Keyword, Vocabulary, Word, words},
};
use crate::ctxt::Ctxt;

/// What `#[odata(..)]` says about a field.
#[derive(Default)]
pub(crate) struct FieldAttrs {
    pub(crate) base: Option<Span>,
    pub(crate) no_deref: Option<Span>,
    pub(crate) key: Option<Span>,
    /// `name = ".."`
    pub(crate) name: Option<LitStr>,
    pub(crate) computed: Option<Span>,
    pub(crate) immutable: Option<Span>,
    pub(crate) contains_target: Option<Span>,
    /// `partner = ..`
    pub(crate) partner: Option<Partner>,
    /// `referential_constraint(..)`
    pub(crate) referential_constraint: Option<Constraints>,
    /// `on_delete = ..`
    pub(crate) on_delete: Option<OnDelete>,
    /// `default = ..`
    pub(crate) default: Option<DefaultValue>,
    /// `max_length = ..`
    pub(crate) max_length: Option<MaxLength>,
    /// `precision = ..`
    pub(crate) precision: Option<Digits<u16>>,
    /// `scale = ..`; `variable` has no number.
    pub(crate) scale: Option<Digits<Option<u16>>>,
    /// `unicode = ..`
    pub(crate) unicode: Option<Spanned<bool>>,
    /// `srid = ..`; `variable` has no number.
    pub(crate) srid: Option<Digits<Option<u32>>>,
    pub(crate) unique: Option<Span>,
    pub(crate) indexed: Option<Span>,
    pub(crate) searchable: Option<Span>,
    pub(crate) skip: Option<Span>,
    pub(crate) dynamic: Option<Span>,
    pub(crate) singleton: Option<Span>,
    pub(crate) entity_set: Option<Span>,
    pub(crate) nullable: Option<Span>,
    /// `include_in_service_document`, `include_in_service_document = false`
    pub(crate) in_service_document: Option<Spanned<bool>>,
    /// `bind(..)`
    pub(crate) bindings: Vec<Binding>,
    /// `function_import`, `action_import`
    pub(crate) import: Option<Import>,
}

/// A word of a field.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum FieldWord {
    Base,
    Key,
    Name,
    Computed,
    Immutable,
    ContainsTarget,
    Partner,
    ReferentialConstraint,
    OnDelete,
    Default,
    MaxLength,
    Precision,
    Scale,
    Unicode,
    Srid,
    Unique,
    Indexed,
    Searchable,
    Skip,
    Dynamic,
    NoDeref,
    Singleton,
    EntitySet,
    Nullable,
    IncludeInServiceDocument,
    Bind,
    FunctionImport,
    ActionImport,
}

impl Keyword for FieldWord {
    fn name(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Key => "key",
            Self::Name => "name",
            Self::Computed => "computed",
            Self::Immutable => "immutable",
            Self::ContainsTarget => "contains_target",
            Self::Partner => "partner",
            Self::ReferentialConstraint => "referential_constraint",
            Self::OnDelete => "on_delete",
            Self::Default => "default",
            Self::MaxLength => "max_length",
            Self::Precision => "precision",
            Self::Scale => "scale",
            Self::Unicode => "unicode",
            Self::Srid => "srid",
            Self::Unique => "unique",
            Self::Indexed => "indexed",
            Self::Searchable => "searchable",
            Self::Skip => "skip",
            Self::Dynamic => "dynamic",
            Self::NoDeref => "no_deref",
            Self::Singleton => "singleton",
            Self::EntitySet => "entity_set",
            Self::Nullable => "nullable",
            Self::IncludeInServiceDocument => "include_in_service_document",
            Self::Bind => "bind",
            Self::FunctionImport => "function_import",
            Self::ActionImport => "action_import",
        }
    }

    fn is_repeatable(self) -> bool {
        self == Self::Bind
    }
}

impl FieldWord {
    const OF_ENTITY_TYPE: &[Self] = &[
        Self::Base,
        Self::Key,
        Self::Name,
        Self::Computed,
        Self::Immutable,
        Self::ContainsTarget,
        Self::Partner,
        Self::ReferentialConstraint,
        Self::OnDelete,
        Self::Default,
        Self::MaxLength,
        Self::Precision,
        Self::Scale,
        Self::Unicode,
        Self::Srid,
        Self::Unique,
        Self::Indexed,
        Self::Searchable,
        Self::Skip,
        Self::Dynamic,
        Self::NoDeref,
    ];

    /// The same without a key and partners.
    const OF_COMPLEX_TYPE: &[Self] = &[
        Self::Base,
        Self::Name,
        Self::Computed,
        Self::Immutable,
        Self::ContainsTarget,
        Self::ReferentialConstraint,
        Self::OnDelete,
        Self::Default,
        Self::MaxLength,
        Self::Precision,
        Self::Scale,
        Self::Unicode,
        Self::Srid,
        Self::Unique,
        Self::Indexed,
        Self::Searchable,
        Self::Skip,
        Self::Dynamic,
        Self::NoDeref,
    ];

    /// The field of a newtype is the value itself.
    const OF_DEFINITION: &[Self] = &[];
    const OF_OPERATION: &[Self] = &[Self::Name, Self::Default, Self::MaxLength, Self::Precision, Self::Scale];

    const OF_CONTAINER: &[Self] = &[
        Self::Singleton,
        Self::EntitySet,
        Self::FunctionImport,
        Self::ActionImport,
        Self::Bind,
        Self::Nullable,
        Self::IncludeInServiceDocument,
        Self::Name,
    ];
}

/// Words that do not belong on a field of an entity type or complex type.
const NOT_OF_FIELDS: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only: a complex type has no key"),
    ("partner", "applies to entity types only: a navigation property of a complex type cannot have a partner"),
    ("abstract", "belongs on the type"),
    ("has_stream", "belongs on the type; a stream of its own is a property of type `Stream`"),
    ("open", "belongs on the type"),
    ("alternate_key", "belongs on the type"),
    ("type", "belongs on the type; a property's name is `name = \"..\"`"),
    ("rename", "is not an attribute; a property's name is `name = \"..\"`"),
    ("rename_all", "belongs on the type"),
    ("crate", "belongs on the type"),
    ("serde", "belongs on the type"),
    ("nullable", "is not an attribute of a property: a property is nullable if its type is `Option<..>`"),
    ("optional", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("required", "is not an attribute: a property is required unless its type is `Option<..>`"),
    ("description", "is not an attribute: the doc comment of a field is its description"),
    ("navigation", "is not an attribute: a navigation property has the type `Nav<..>`"),
    ("singleton", "applies to the fields of entity containers only"),
    ("entity_set", "applies to the fields of entity containers only"),
    ("include_in_service_document", "applies to the fields of entity containers only"),
    ("bind", "applies to the fields of entity containers only"),
    ("function_import", "applies to the fields of entity containers only"),
    ("action_import", "applies to the fields of entity containers only"),
    ("unknown", "applies to the variants of enumeration types only"),
];

/// Words that do not belong on the field of a type definition.
const NOT_OF_DEFINITIONS: &[(&str, &str)] = &[
    ("type", "belongs on the type"),
    ("max_length", "belongs on the type"),
    ("precision", "belongs on the type"),
    ("scale", "belongs on the type"),
    ("unicode", "belongs on the type"),
    ("srid", "belongs on the type"),
    ("serde", "belongs on the type"),
    ("crate", "belongs on the type"),
    ("name", "applies to properties only; the name of the type is part of `type = \"namespace.name\"`"),
    ("key", "belongs on a field with the type"),
    ("default", "belongs on a field with the type"),
];

/// Words that do not belong on a parameter of an action or function.
const NOT_OF_PARAMETERS: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only"),
    ("base", "applies to the fields of entity types and complex types only"),
    ("computed", "applies to the fields of entity types and complex types only"),
    ("immutable", "applies to the fields of entity types and complex types only"),
    ("contains_target", "applies to the fields of entity types and complex types only"),
    ("dynamic", "applies to the fields of entity types and complex types only"),
    ("skip", "applies to the fields of entity types and complex types only: each field is a parameter"),
    ("type", "belongs on the struct; a parameter's name is `name = \"..\"`"),
    ("bound_to", "belongs on the struct"),
    ("returns", "belongs on the struct"),
    ("rename", "is not an attribute; a parameter's name is `name = \"..\"`"),
    ("nullable", "is not an attribute: a parameter is nullable if its type is `Option<..>`"),
    ("optional", "is not an attribute: a parameter that may be left out has the type `Optional<..>`"),
    ("required", "is not an attribute: a parameter is required unless its type is `Option<..>` or `Optional<..>`"),
    ("description", "is not an attribute: the doc comment of a field is its description"),
];

/// Words that do not belong on a field of an entity container.
const NOT_OF_CHILDREN: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only"),
    ("base", "applies to the fields of entity types and complex types only"),
    ("contains_target", "applies to the fields of entity types and complex types only"),
    ("partner", "applies to the fields of entity types only"),
    ("referential_constraint", "applies to the fields of entity types and complex types only"),
    ("on_delete", "applies to the fields of entity types and complex types only"),
    ("rename", "is not an attribute; a child's name is `name = \"..\"`"),
    ("optional", "is not an attribute: a singleton that may have no value is `nullable`"),
    ("required", "is not an attribute: a singleton has a value unless it is `nullable`"),
    ("description", "is not an attribute: the doc comment of a field is its description"),
    ("type", "belongs on the container"),
    ("schema", "belongs on the container"),
    ("alias", "is a word of `schema(\"namespace\", alias = \"..\")` on the container"),
    ("reference", "belongs on the container"),
    ("types", "belongs on the container"),
    ("all_of", "belongs on the container"),
    ("with", "belongs on the container"),
];

/// The words that the fields of an item can have.
pub(super) fn vocabulary(derive: Derive) -> Vocabulary<FieldWord> {
    let (noun, keywords, elsewhere) = match derive {
        Derive::Entity => ("a field of an entity type", FieldWord::OF_ENTITY_TYPE, NOT_OF_FIELDS),
        Derive::Complex | Derive::Enum => ("a field of a complex type", FieldWord::OF_COMPLEX_TYPE, NOT_OF_FIELDS),
        Derive::TypeDefinition => ("the field of a type definition", FieldWord::OF_DEFINITION, NOT_OF_DEFINITIONS),
        Derive::Action | Derive::Function => {
            ("a parameter of an action or function", FieldWord::OF_OPERATION, NOT_OF_PARAMETERS)
        }
        Derive::Container => ("a field of an entity container", FieldWord::OF_CONTAINER, NOT_OF_CHILDREN),
    };
    Vocabulary { noun, keywords, elsewhere }
}

impl FieldAttrs {
    /// Reads the attributes of a field.
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], derive: Derive) -> Self {
        let mut attrs = Self::default();
        for (keyword, word) in words(ctxt, attributes, &vocabulary(derive)) {
            attrs.set(ctxt, keyword, word);
        }
        attrs
    }

    pub(super) fn set(&mut self, ctxt: &Ctxt, keyword: FieldWord, word: Word) {
        match keyword {
            FieldWord::Name => self.name = word.text(ctxt, "\"..\""),
            FieldWord::Default => self.default = default_value(ctxt, word),
            FieldWord::MaxLength => self.max_length = max_length(ctxt, word),
            FieldWord::Precision => self.precision = precision(ctxt, word),
            FieldWord::Scale => self.scale = scale(ctxt, word),
            FieldWord::Unicode => self.unicode = unicode(ctxt, word),
            FieldWord::Srid => self.srid = srid(ctxt, word),
            FieldWord::Unique => self.unique = word.flag(ctxt),
            FieldWord::Indexed => self.indexed = word.flag(ctxt),
            FieldWord::Searchable => self.searchable = word.flag(ctxt),
            FieldWord::Base => self.base = word.flag(ctxt),
            FieldWord::NoDeref => self.no_deref = word.flag(ctxt),
            FieldWord::Key => self.key = word.flag(ctxt),
            FieldWord::Computed => self.computed = word.flag(ctxt),
            FieldWord::Immutable => self.immutable = word.flag(ctxt),
            FieldWord::ContainsTarget => self.contains_target = word.flag(ctxt),
            FieldWord::Partner => self.partner = partner(ctxt, word),
            FieldWord::ReferentialConstraint => {
                self.referential_constraint = referential_constraint(ctxt, word);
            }
            FieldWord::OnDelete => self.on_delete = on_delete(ctxt, word),
            FieldWord::Skip => self.skip = word.flag(ctxt),
            FieldWord::Dynamic => self.dynamic = word.flag(ctxt),
            FieldWord::Singleton => self.singleton = word.flag(ctxt),
            FieldWord::EntitySet => self.entity_set = word.flag(ctxt),
            FieldWord::Nullable => self.nullable = word.flag(ctxt),
            FieldWord::IncludeInServiceDocument => self.in_service_document = word.boolean(ctxt),
            FieldWord::Bind => self.bindings.extend(word.list(ctxt, "category = categories")),
            FieldWord::FunctionImport => self.import(ctxt, word, ImportKind::Function),
            FieldWord::ActionImport => self.import(ctxt, word, ImportKind::Action),
        }
    }

    fn import(&mut self, ctxt: &Ctxt, word: Word, kind: ImportKind) {
        if self.import.is_some() {
            ctxt.error(word.span, "a field imports an action or a function, not both");
        } else {
            self.import = Some(Import::read(ctxt, word, kind));
        }
    }

    /// Whether a facet is declared.
    pub(crate) fn has_facets(&self) -> bool {
        self.max_length.is_some() || self.precision.is_some() || self.scale.is_some()
    }

    /// Where `unicode = false` is.
    pub(crate) fn not_unicode(&self) -> Option<Span> {
        self.unicode.as_ref().filter(|facet| !facet.value).map(|facet| facet.span)
    }

    /// The words that say something about a property, and where they are.
    pub(crate) fn of_properties(&self) -> impl Iterator<Item = (&'static str, Span)> {
        FieldWord::OF_ENTITY_TYPE.iter().filter_map(|word| Some((word.name(), self.of_property(*word)?)))
    }

    /// Where a word is, if it is there and says something about a property.
    fn of_property(&self, word: FieldWord) -> Option<Span> {
        match word {
            FieldWord::Key => self.key,
            FieldWord::Name => self.name.as_ref().map(LitStr::span),
            FieldWord::Computed => self.computed,
            FieldWord::Immutable => self.immutable,
            FieldWord::ContainsTarget => self.contains_target,
            FieldWord::Partner => self.partner.as_ref().map(|partner| partner.word),
            FieldWord::ReferentialConstraint => {
                self.referential_constraint.as_ref().map(|constraints| constraints.word)
            }
            FieldWord::OnDelete => self.on_delete.as_ref().map(|action| action.word),
            FieldWord::Default => self.default.as_ref().map(|default| default.word),
            FieldWord::MaxLength => self.max_length.as_ref().map(|facet| facet.span),
            FieldWord::Precision => self.precision.as_ref().map(|facet| facet.word),
            FieldWord::Scale => self.scale.as_ref().map(|facet| facet.word),
            FieldWord::Unicode => self.unicode.as_ref().map(|facet| facet.span),
            FieldWord::Srid => self.srid.as_ref().map(|facet| facet.word),
            FieldWord::Unique => self.unique,
            FieldWord::Indexed => self.indexed,
            FieldWord::Searchable => self.searchable,
            // What else a field can be, and what can be said about that.
            FieldWord::Base
            | FieldWord::NoDeref
            | FieldWord::Skip
            | FieldWord::Dynamic
            | FieldWord::Singleton
            | FieldWord::EntitySet
            | FieldWord::Nullable
            | FieldWord::IncludeInServiceDocument
            | FieldWord::Bind
            | FieldWord::FunctionImport
            | FieldWord::ActionImport => None,
        }
    }
}
