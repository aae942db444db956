//! Attributes of types.

use proc_macro2::Span;
use syn::{Attribute, LitStr, Path, Type};

use super::{
    Derive, Spanned,
    allow::Allow,
    annotation::Annotate,
    container::NamedTypes,
    default::default_value,
    document::{External, Reference, Schema},
    elsewhere::{
        NOT_OF_CONTAINERS, NOT_OF_DEFINITIONS, NOT_OF_ENUMS, NOT_OF_OPERATIONS, NOT_OF_RECORDS, NOT_OF_TERMS, OF_FIELDS,
    },
    facet::{max_length, precision, scale, srid, unicode},
    field::FieldAttrs,
    key::KeyList,
    operation::{EntitySetPath, Returns, binding},
    text::{AnyIdent, description, rename_all},
    word::{Keyword, Vocabulary, Word, words},
};
use crate::{ctxt::Ctxt, name::RenameAll};

/// What `#[odata(..)]` says about a type.
pub(crate) struct TypeAttrs {
    /// `type = "namespace.name"`
    pub(crate) name: Option<LitStr>,
    /// `abstract`
    pub(crate) is_abstract: Option<Span>,
    pub(crate) has_stream: Option<Span>,
    /// `open`, `open = false`
    pub(crate) open: Option<Spanned<bool>>,
    /// `rename_all = ".."`
    pub(crate) rename_all: RenameAll,
    /// `allow(..)`
    pub(crate) allow: Allow,
    /// `serde = false` makes this `false`.
    pub(crate) serde: bool,
    /// `crate = "path"`
    pub(crate) crate_path: Option<Path>,
    /// `schema(..)`
    pub(crate) schemas: Vec<Schema>,
    /// `reference(..)`
    pub(crate) references: Vec<Reference>,
    /// `with(..)`
    pub(crate) with: Vec<Path>,
    /// `all_of(..)`
    pub(crate) all_of: Vec<LitStr>,
    /// `types(..)`
    pub(crate) types: NamedTypes,
    pub(crate) flags: Option<Span>,
    /// The facets of a type definition, as a field has them.
    pub(crate) facets: FieldAttrs,
    /// `bound_to = ..`
    pub(crate) bound_to: Option<Type>,
    /// `binding = ".."`, `binding("..", annotate(..))`
    pub(crate) binding: Option<LitStr>,
    pub(crate) binding_annotations: Vec<Annotate>,
    /// `returns(..)`
    pub(crate) returns: Option<Returns>,
    /// `composable`
    pub(crate) composable: Option<Span>,
    /// `entity_set_path("..", ..)`
    pub(crate) entity_set_path: Option<EntitySetPath>,
    /// `key(..)`
    pub(crate) key: Option<KeyList>,
    /// `alternate_key(..)`
    pub(crate) alternate_keys: Vec<KeyList>,
    /// `annotate(..)`
    pub(crate) annotations: Vec<Annotate>,
    /// `annotations(..)`
    pub(crate) external: Vec<External>,
    /// `description = ".."`
    pub(crate) description: Option<LitStr>,
    /// `value = ..`
    pub(crate) value: Option<Type>,
    /// `base = ..`
    pub(crate) base: Option<Type>,
    /// `applies_to(..)`
    pub(crate) applies_to: Vec<AnyIdent>,
    /// `register = false` makes this `false`.
    pub(crate) register: bool,
}

/// A word of a type, a container or an operation.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum TypeWord {
    Type,
    Abstract,
    HasStream,
    Open,
    RenameAll,
    Allow,
    Serde,
    Crate,
    Schema,
    Reference,
    With,
    Types,
    Flags,
    MaxLength,
    Precision,
    Scale,
    Unicode,
    Srid,
    AllOf,
    BoundTo,
    Binding,
    Returns,
    Composable,
    EntitySetPath,
    Key,
    AlternateKey,
    Annotate,
    Annotations,
    Description,
    Value,
    Base,
    Default,
    AppliesTo,
    Register,
}

impl Keyword for TypeWord {
    fn name(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Abstract => "abstract",
            Self::HasStream => "has_stream",
            Self::Open => "open",
            Self::RenameAll => "rename_all",
            Self::Allow => "allow",
            Self::Serde => "serde",
            Self::Crate => "crate",
            Self::Schema => "schema",
            Self::Reference => "reference",
            Self::With => "with",
            Self::Types => "types",
            Self::Flags => "flags",
            Self::MaxLength => "max_length",
            Self::Precision => "precision",
            Self::Scale => "scale",
            Self::Unicode => "unicode",
            Self::Srid => "srid",
            Self::AllOf => "all_of",
            Self::BoundTo => "bound_to",
            Self::Binding => "binding",
            Self::Returns => "returns",
            Self::Composable => "composable",
            Self::EntitySetPath => "entity_set_path",
            Self::Key => "key",
            Self::AlternateKey => "alternate_key",
            Self::Annotate => "annotate",
            Self::Annotations => "annotations",
            Self::Description => "description",
            Self::Value => "value",
            Self::Base => "base",
            Self::Default => "default",
            Self::AppliesTo => "applies_to",
            Self::Register => "register",
        }
    }

    fn is_repeatable(self) -> bool {
        matches!(self, Self::Schema | Self::Reference | Self::AlternateKey | Self::Annotate | Self::Annotations)
    }
}

impl TypeWord {
    const OF_ENTITY_TYPE: &[Self] = &[
        Self::Type,
        Self::Abstract,
        Self::HasStream,
        Self::Open,
        Self::Key,
        Self::AlternateKey,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Allow,
        Self::Serde,
        Self::Crate,
    ];

    /// The same without keys and media.
    const OF_COMPLEX_TYPE: &[Self] = &[
        Self::Type,
        Self::Abstract,
        Self::Open,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Allow,
        Self::Serde,
        Self::Crate,
    ];

    const OF_ENUM: &[Self] = &[
        Self::Type,
        Self::Flags,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Allow,
        Self::Register,
        Self::Serde,
        Self::Crate,
    ];

    const OF_DEFINITION: &[Self] = &[
        Self::Type,
        Self::MaxLength,
        Self::Precision,
        Self::Scale,
        Self::Unicode,
        Self::Srid,
        Self::Description,
        Self::Annotate,
        Self::Register,
        Self::Serde,
        Self::Crate,
    ];

    const OF_TERM: &[Self] = &[
        Self::Type,
        Self::Value,
        Self::Default,
        Self::AppliesTo,
        Self::Base,
        Self::MaxLength,
        Self::Precision,
        Self::Scale,
        Self::Unicode,
        Self::Description,
        Self::Annotate,
        Self::Register,
        Self::Crate,
    ];

    const OF_RECORD: &[Self] = &[
        Self::Type,
        Self::Base,
        Self::Abstract,
        Self::Open,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Register,
        Self::Crate,
    ];

    const OF_ACTION: &[Self] = &[
        Self::Type,
        Self::BoundTo,
        Self::Binding,
        Self::Returns,
        Self::EntitySetPath,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Allow,
        Self::Serde,
        Self::Crate,
    ];

    const OF_FUNCTION: &[Self] = &[
        Self::Type,
        Self::BoundTo,
        Self::Binding,
        Self::Returns,
        Self::Composable,
        Self::EntitySetPath,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Allow,
        Self::Serde,
        Self::Crate,
    ];

    const OF_CONTAINER: &[Self] = &[
        Self::Type,
        Self::Schema,
        Self::Reference,
        Self::With,
        Self::Types,
        Self::AllOf,
        Self::RenameAll,
        Self::Description,
        Self::Annotate,
        Self::Annotations,
        Self::Crate,
    ];
}

/// The words that an item can have.
pub(super) fn vocabulary(derive: Derive) -> Vocabulary<TypeWord> {
    let (keywords, elsewhere) = match derive {
        Derive::Entity => (TypeWord::OF_ENTITY_TYPE, OF_FIELDS),
        Derive::Complex => (TypeWord::OF_COMPLEX_TYPE, OF_FIELDS),
        Derive::Enum => (TypeWord::OF_ENUM, NOT_OF_ENUMS),
        Derive::TypeDefinition => (TypeWord::OF_DEFINITION, NOT_OF_DEFINITIONS),
        Derive::Action => (TypeWord::OF_ACTION, NOT_OF_OPERATIONS),
        Derive::Function => (TypeWord::OF_FUNCTION, NOT_OF_OPERATIONS),
        Derive::Container => (TypeWord::OF_CONTAINER, NOT_OF_CONTAINERS),
        Derive::Term => (TypeWord::OF_TERM, NOT_OF_TERMS),
        Derive::Record => (TypeWord::OF_RECORD, NOT_OF_RECORDS),
    };
    Vocabulary { noun: derive.noun(), keywords, elsewhere }
}

impl TypeAttrs {
    /// Reads the attributes of a type.
    pub(crate) fn read(ctxt: &Ctxt, attributes: &[Attribute], derive: Derive) -> Self {
        let mut attrs = Self {
            name: None,
            is_abstract: None,
            has_stream: None,
            open: None,
            rename_all: RenameAll::LowerCamel,
            allow: Allow::default(),
            serde: true,
            crate_path: None,
            schemas: Vec::new(),
            references: Vec::new(),
            with: Vec::new(),
            all_of: Vec::new(),
            types: NamedTypes::default(),
            flags: None,
            facets: FieldAttrs::default(),
            bound_to: None,
            binding: None,
            binding_annotations: Vec::new(),
            returns: None,
            composable: None,
            entity_set_path: None,
            key: None,
            alternate_keys: Vec::new(),
            annotations: Vec::new(),
            external: Vec::new(),
            description: None,
            value: None,
            base: None,
            applies_to: Vec::new(),
            register: true,
        };
        for (keyword, word) in words(ctxt, attributes, &vocabulary(derive)) {
            attrs.set(ctxt, keyword, word, derive);
        }
        attrs
    }

    fn set(&mut self, ctxt: &Ctxt, keyword: TypeWord, word: Word, derive: Derive) {
        match keyword {
            TypeWord::Type => self.name = word.text(ctxt, "\"namespace.name\""),
            TypeWord::Abstract => self.is_abstract = word.flag(ctxt),
            TypeWord::HasStream => self.has_stream = word.flag(ctxt),
            TypeWord::Open => self.open = word.boolean(ctxt),
            TypeWord::RenameAll => self.rename_all = rename_all(ctxt, word).unwrap_or(RenameAll::LowerCamel),
            TypeWord::Allow => self.allow = Allow::read(ctxt, word, derive),
            TypeWord::Serde => self.serde = word.boolean(ctxt).is_none_or(|serde| serde.value),
            TypeWord::Crate => {
                let path = word.text(ctxt, "\"path\"");
                self.crate_path = path.and_then(|path| ctxt.ok(path.parse_with(Path::parse_mod_style)));
            }
            TypeWord::Schema => self.schemas.extend(Schema::read(ctxt, word)),
            TypeWord::Reference => self.references.extend(Reference::read(ctxt, word)),
            TypeWord::With => self.with = word.list(ctxt, "some_crate"),
            TypeWord::AllOf => self.all_of = word.list(ctxt, "\"namespace\""),
            TypeWord::Key => self.key = Some(KeyList::read(ctxt, word)),
            TypeWord::AlternateKey => self.alternate_keys.push(KeyList::read(ctxt, word)),
            TypeWord::Types => self.types = NamedTypes::read(ctxt, word),
            TypeWord::Flags => self.flags = word.flag(ctxt),
            TypeWord::MaxLength => self.facets.max_length = max_length(ctxt, word),
            TypeWord::Precision => self.facets.precision = precision(ctxt, word),
            TypeWord::Scale => self.facets.scale = scale(ctxt, word),
            TypeWord::Unicode => self.facets.unicode = unicode(ctxt, word),
            TypeWord::Srid => self.facets.srid = srid(ctxt, word),
            TypeWord::BoundTo => self.bound_to = word.ty(ctxt, ".."),
            TypeWord::Binding => (self.binding, self.binding_annotations) = binding(ctxt, word),
            TypeWord::Returns => self.returns = Returns::read(ctxt, word),
            TypeWord::Composable => self.composable = word.flag(ctxt),
            TypeWord::Annotate => self.annotations.extend(word.list(ctxt, "Term = value")),
            TypeWord::Annotations => self.external.extend(External::read(ctxt, word)),
            TypeWord::Description => self.description = description(ctxt, word),
            TypeWord::Value => self.value = word.ty(ctxt, "String"),
            TypeWord::Base => self.base = word.ty(ctxt, ".."),
            TypeWord::Default => self.facets.default = default_value(ctxt, word),
            TypeWord::AppliesTo => self.applies_to = word.list(ctxt, "entity_type"),
            TypeWord::Register => self.register = word.boolean(ctxt).is_none_or(|register| register.value),
            TypeWord::EntitySetPath => self.entity_set_path = word.content(ctxt, "\"..\""),
        }
    }
}
