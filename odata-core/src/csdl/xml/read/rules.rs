//! Which attributes and elements each element has (OData CSDL XML 4.01).

use super::lexical::Lexical as Is;

/// What an element can have.
pub(super) struct Rule {
    pub(super) name: &'static str,
    /// Lists of attributes.
    pub(super) attributes: &'static [&'static [Attr]],
    /// Elements of the same namespace, but for annotations and values.
    pub(super) children: &'static [Child],
    pub(super) content: Content,
}

/// An attribute.
pub(super) struct Attr {
    pub(super) name: &'static str,
    pub(super) form: Is,
    pub(super) is_required: bool,
}

/// An element within another.
pub(super) struct Child {
    pub(super) name: &'static str,
    /// Whether there can be several.
    pub(super) many: bool,
}

/// What an element can have besides its own elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing.
    Nothing,
    /// Annotations.
    Annotations,
    /// Annotations and so many values, at least and at most.
    Values(usize, usize),
    /// Values without annotations.
    Items,
    /// At most one value, as an attribute or an element, and annotations.
    Value,
    /// One value, as an attribute or an element, and annotations.
    OneValue,
    /// Text of a form.
    Text(Is),
}

const fn required(name: &'static str, form: Is) -> Attr {
    Attr { name, form, is_required: true }
}

const fn optional(name: &'static str, form: Is) -> Attr {
    Attr { name, form, is_required: false }
}

const fn one(name: &'static str) -> Child {
    Child { name, many: false }
}

const fn many(name: &'static str) -> Child {
    Child { name, many: true }
}

const NAME: Attr = required("Name", Is::Name);

const FACETS: &[Attr] = &[
    optional("MaxLength", Is::MaxLength),
    optional("Precision", Is::Number),
    optional("Scale", Is::Scale),
    optional("SRID", Is::Srid),
    optional("Unicode", Is::Boolean),
];

const TYPED: &[Attr] = &[required("Type", Is::Type), optional("Nullable", Is::Boolean)];

/// The values of annotations that are nothing but a text: as attributes and as elements.
pub(super) const TEXTS: [(&str, Is); 17] = [
    ("Binary", Is::Binary),
    ("Bool", Is::BooleanConstant),
    ("Date", Is::Date),
    ("DateTimeOffset", Is::DateTimeOffset),
    ("Decimal", Is::Decimal),
    ("Duration", Is::Duration),
    ("EnumMember", Is::Names),
    ("Float", Is::Float),
    ("Guid", Is::Guid),
    ("Int", Is::Integer),
    ("String", Is::Text),
    ("TimeOfDay", Is::TimeOfDay),
    ("AnnotationPath", Is::Path),
    ("ModelElementPath", Is::Path),
    ("NavigationPropertyPath", Is::Path),
    ("Path", Is::Path),
    ("PropertyPath", Is::Path),
];

/// The values of annotations as attributes.
const INLINE: [Attr; 18] = {
    let mut inline = [const { optional("UrlRef", Is::Text) }; 18];
    let mut at = 0;
    while at < TEXTS.len() {
        inline[at] = optional(TEXTS[at].0, TEXTS[at].1);
        at += 1;
    }
    inline
};

const fn rule(name: &'static str, attributes: &'static [&'static [Attr]], children: &'static [Child]) -> Rule {
    Rule { name, attributes, children, content: Content::Annotations }
}

const fn with(name: &'static str, attributes: &'static [&'static [Attr]], content: Content) -> Rule {
    Rule { name, attributes, children: &[], content }
}

pub(super) const EDMX: Rule = Rule {
    name: "Edmx",
    attributes: &[&[required("Version", Is::Version)]],
    children: &[many("Reference"), one("DataServices")],
    content: Content::Nothing,
};
pub(super) const DATA_SERVICES: Rule =
    Rule { name: "DataServices", attributes: &[], children: &[many("Schema")], content: Content::Nothing };
pub(super) const REFERENCE: Rule =
    rule("Reference", &[&[required("Uri", Is::Text)]], &[many("Include"), many("IncludeAnnotations")]);
pub(super) const INCLUDE: Rule =
    rule("Include", &[&[required("Namespace", Is::Name), optional("Alias", Is::Name)]], &[]);
pub(super) const INCLUDE_ANNOTATIONS: Rule = with(
    "IncludeAnnotations",
    &[&[required("TermNamespace", Is::Name), optional("Qualifier", Is::Name), optional("TargetNamespace", Is::Name)]],
    Content::Nothing,
);
pub(super) const SCHEMA: Rule = rule(
    "Schema",
    &[&[required("Namespace", Is::Name), optional("Alias", Is::Name)]],
    &[
        many("ComplexType"),
        many("EntityType"),
        many("TypeDefinition"),
        many("EnumType"),
        many("Action"),
        many("Function"),
        many("Term"),
        many("Annotations"),
        many("EntityContainer"),
    ],
);

const STRUCTURED: &[Attr] =
    &[NAME, optional("BaseType", Is::Name), optional("Abstract", Is::Boolean), optional("OpenType", Is::Boolean)];
pub(super) const ENTITY_TYPE: Rule = rule(
    "EntityType",
    &[STRUCTURED, &[optional("HasStream", Is::Boolean)]],
    &[one("Key"), many("Property"), many("NavigationProperty")],
);
pub(super) const COMPLEX_TYPE: Rule =
    rule("ComplexType", &[STRUCTURED], &[many("Property"), many("NavigationProperty")]);
pub(super) const KEY: Rule =
    Rule { name: "Key", attributes: &[], children: &[many("PropertyRef")], content: Content::Nothing };
pub(super) const PROPERTY_REF: Rule = with("PropertyRef", &[&[NAME, optional("Alias", Is::Name)]], Content::Nothing);
pub(super) const PROPERTY: Rule =
    rule("Property", &[&[NAME], TYPED, &[optional("DefaultValue", Is::Text)], FACETS], &[]);
pub(super) const NAVIGATION_PROPERTY: Rule = rule(
    "NavigationProperty",
    &[&[NAME], TYPED, &[optional("Partner", Is::Name), optional("ContainsTarget", Is::Boolean)]],
    &[many("ReferentialConstraint"), one("OnDelete")],
);
pub(super) const REFERENTIAL_CONSTRAINT: Rule =
    rule("ReferentialConstraint", &[&[required("Property", Is::Name), required("ReferencedProperty", Is::Name)]], &[]);
pub(super) const ON_DELETE: Rule = rule("OnDelete", &[&[required("Action", Is::OnDelete)]], &[]);

pub(super) const ENUM_TYPE: Rule = rule(
    "EnumType",
    &[&[NAME, optional("UnderlyingType", Is::Name), optional("IsFlags", Is::Boolean)]],
    &[many("Member")],
);
pub(super) const MEMBER: Rule = rule("Member", &[&[NAME, optional("Value", Is::MemberValue)]], &[]);
pub(super) const TYPE_DEFINITION: Rule =
    rule("TypeDefinition", &[&[NAME, required("UnderlyingType", Is::Name)], FACETS], &[]);

const OPERATION: &[Attr] = &[NAME, optional("IsBound", Is::Boolean), optional("EntitySetPath", Is::Name)];
const OPERATION_PARTS: &[Child] = &[many("Parameter"), one("ReturnType")];
pub(super) const ACTION: Rule = rule("Action", &[OPERATION], OPERATION_PARTS);
pub(super) const FUNCTION: Rule =
    rule("Function", &[OPERATION, &[optional("IsComposable", Is::Boolean)]], OPERATION_PARTS);
pub(super) const PARAMETER: Rule = rule("Parameter", &[&[NAME], TYPED, FACETS], &[]);
pub(super) const RETURN_TYPE: Rule = rule("ReturnType", &[TYPED, FACETS], &[]);

pub(super) const ENTITY_CONTAINER: Rule = rule(
    "EntityContainer",
    &[&[NAME, optional("Extends", Is::Name)]],
    &[many("EntitySet"), many("Singleton"), many("ActionImport"), many("FunctionImport")],
);
pub(super) const ENTITY_SET: Rule = rule(
    "EntitySet",
    &[&[NAME, required("EntityType", Is::Name), optional("IncludeInServiceDocument", Is::Boolean)]],
    &[many("NavigationPropertyBinding")],
);
pub(super) const SINGLETON: Rule = rule(
    "Singleton",
    &[&[NAME, required("Type", Is::Name), optional("Nullable", Is::Boolean)]],
    &[many("NavigationPropertyBinding")],
);
pub(super) const BINDING: Rule =
    with("NavigationPropertyBinding", &[&[required("Path", Is::Name), required("Target", Is::Name)]], Content::Nothing);
pub(super) const ACTION_IMPORT: Rule =
    rule("ActionImport", &[&[NAME, required("Action", Is::Name), optional("EntitySet", Is::Name)]], &[]);
pub(super) const FUNCTION_IMPORT: Rule = rule(
    "FunctionImport",
    &[&[
        NAME,
        required("Function", Is::Name),
        optional("EntitySet", Is::Name),
        optional("IncludeInServiceDocument", Is::Boolean),
    ]],
    &[],
);

pub(super) const TERM: Rule = rule(
    "Term",
    &[
        &[NAME],
        TYPED,
        &[optional("BaseTerm", Is::Name), optional("DefaultValue", Is::Text), optional("AppliesTo", Is::Names)],
        FACETS,
    ],
    &[],
);
pub(super) const ANNOTATIONS: Rule =
    rule("Annotations", &[&[required("Target", Is::Target), optional("Qualifier", Is::Name)]], &[]);
pub(super) const ANNOTATION: Rule =
    with("Annotation", &[&[required("Term", Is::Name), optional("Qualifier", Is::Name)], &INLINE], Content::Value);

pub(super) const RECORD: Rule = rule("Record", &[&[optional("Type", Is::Name)]], &[many("PropertyValue")]);
pub(super) const PROPERTY_VALUE: Rule =
    with("PropertyValue", &[&[required("Property", Is::Name)], &INLINE], Content::Value);
pub(super) const NULL: Rule = rule("Null", &[], &[]);
pub(super) const COLLECTION: Rule = with("Collection", &[], Content::Items);
pub(super) const IF: Rule = with("If", &[], Content::Values(2, 3));
pub(super) const APPLY: Rule = with("Apply", &[&[required("Function", Is::Name)]], Content::Values(0, usize::MAX));
pub(super) const CAST: Rule = with("Cast", &[&[required("Type", Is::Type)], FACETS], Content::Values(1, 1));
pub(super) const IS_OF: Rule = with("IsOf", &[&[required("Type", Is::Type)], FACETS], Content::Values(1, 1));
pub(super) const LABELED: Rule = with("LabeledElement", &[&[NAME], &INLINE], Content::OneValue);
pub(super) const LABELED_REFERENCE: Rule = with("LabeledElementReference", &[], Content::Text(Is::Name));
pub(super) const URL_REF: Rule = with("UrlRef", &[], Content::Values(1, 1));

/// The values of annotations that are elements, but for texts and operators.
pub(super) const VALUES: [&str; 10] = [
    "Apply",
    "Cast",
    "Collection",
    "If",
    "IsOf",
    "LabeledElement",
    "LabeledElementReference",
    "Null",
    "Record",
    "UrlRef",
];
