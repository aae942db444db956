//! Attributes of fields.

use proc_macro2::Span;
use syn::{Attribute, LitStr};

use super::{
    Derive, Spanned,
    annotation::Annotate,
    default::{DefaultValue, default_value},
    facet::{Digits, MaxLength, max_length, precision, scale, srid, unicode},
    import::{Binding, Import, ImportKind},
    misplaced::{NOT_OF_CHILDREN, NOT_OF_DEFINITIONS, NOT_OF_FIELDS, NOT_OF_MEMBERS, NOT_OF_PARAMETERS},
    navigation::{Constraints, OnDelete, Partner, on_delete, partner, referential_constraint},
    text::description,
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
    /// `description = ".."`
    pub(crate) description: Option<LitStr>,
    /// `annotate(..)`
    pub(crate) annotations: Vec<Annotate>,
    /// Where the first `annotate` is.
    pub(crate) annotate: Option<Span>,
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
    Description,
    Annotate,
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
            Self::Description => "description",
            Self::Annotate => "annotate",
        }
    }

    fn is_repeatable(self) -> bool {
        matches!(self, Self::Bind | Self::Annotate)
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
        Self::Description,
        Self::Annotate,
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
        Self::Description,
        Self::Annotate,
        Self::Skip,
        Self::Dynamic,
        Self::NoDeref,
    ];

    /// The field of a newtype is the value itself.
    const OF_DEFINITION: &[Self] = &[];
    const OF_OPERATION: &[Self] =
        &[Self::Name, Self::Default, Self::MaxLength, Self::Precision, Self::Scale, Self::Description, Self::Annotate];

    const OF_RECORD: &[Self] = &[
        Self::Name,
        Self::Default,
        Self::MaxLength,
        Self::Precision,
        Self::Scale,
        Self::Unicode,
        Self::Description,
        Self::Annotate,
    ];

    const OF_CONTAINER: &[Self] = &[
        Self::Singleton,
        Self::EntitySet,
        Self::FunctionImport,
        Self::ActionImport,
        Self::Bind,
        Self::Nullable,
        Self::IncludeInServiceDocument,
        Self::Name,
        Self::Description,
        Self::Annotate,
    ];
}

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
        Derive::Record | Derive::Term => ("a member of a record", FieldWord::OF_RECORD, NOT_OF_MEMBERS),
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
            FieldWord::Description => self.description = description(ctxt, word),
            FieldWord::Annotate => {
                self.annotate.get_or_insert(word.span);
                self.annotations.extend(word.list(ctxt, "Term = value"));
            }
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

    /// Where the first facet is.
    pub(crate) fn first_facet(&self) -> Option<Span> {
        let max_length = self.max_length.as_ref().map(|facet| facet.span);
        let digits = self.precision.as_ref().map(|facet| facet.word).or(self.scale.as_ref().map(|facet| facet.word));
        let unicode = self.unicode.as_ref().map(|facet| facet.span);
        max_length.or(digits).or(unicode).or(self.srid.as_ref().map(|facet| facet.word))
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
            FieldWord::Description => self.description.as_ref().map(LitStr::span),
            FieldWord::Annotate => self.annotate,
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
