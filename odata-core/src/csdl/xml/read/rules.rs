//! Which attributes and elements each element has (OData CSDL XML 4.01).

use super::lexical::Lexical::{self, *};

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
    pub(super) form: Lexical,
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
    Text(Lexical),
}

const fn required(name: &'static str, form: Lexical) -> Attr {
    Attr { name, form, is_required: true }
}

const fn optional(name: &'static str, form: Lexical) -> Attr {
    Attr { name, form, is_required: false }
}

const fn one(name: &'static str) -> Child {
    Child { name, many: false }
}

const fn many(name: &'static str) -> Child {
    Child { name, many: true }
}

const NAME: Attr = required("Name", Name);

const FACETS: &[Attr] = &[
    optional("MaxLength", MaxLength),
    optional("Precision", Number),
    optional("Scale", Scale),
    optional("SRID", Srid),
    optional("Unicode", Boolean),
];

const TYPED: &[Attr] = &[required("Type", Type), optional("Nullable", Boolean)];

/// The values of annotations that are nothing but a text: as attributes and as elements.
pub(super) const TEXTS: [(&str, Lexical); 17] = [
    ("Binary", Binary),
    ("Bool", BooleanConstant),
    ("Date", Date),
    ("DateTimeOffset", DateTimeOffset),
    ("Decimal", Decimal),
    ("Duration", Duration),
    ("EnumMember", Names),
    ("Float", Float),
    ("Guid", Guid),
    ("Int", Integer),
    ("String", Text),
    ("TimeOfDay", TimeOfDay),
    ("AnnotationPath", Path),
    ("ModelElementPath", Path),
    ("NavigationPropertyPath", Path),
    ("Path", Path),
    ("PropertyPath", Path),
];

/// The values of annotations as attributes.
const INLINE: [Attr; 18] = {
    let mut inline = [const { optional("UrlRef", Text) }; 18];
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
    attributes: &[&[required("Version", Version)]],
    children: &[many("Reference"), one("DataServices")],
    content: Content::Nothing,
};
pub(super) const DATA_SERVICES: Rule =
    Rule { name: "DataServices", attributes: &[], children: &[many("Schema")], content: Content::Nothing };
pub(super) const REFERENCE: Rule =
    rule("Reference", &[&[required("Uri", Text)]], &[many("Include"), many("IncludeAnnotations")]);
pub(super) const INCLUDE: Rule = rule("Include", &[&[required("Namespace", Name), optional("Alias", Name)]], &[]);
pub(super) const INCLUDE_ANNOTATIONS: Rule = with(
    "IncludeAnnotations",
    &[&[required("TermNamespace", Name), optional("Qualifier", Name), optional("TargetNamespace", Name)]],
    Content::Nothing,
);
pub(super) const SCHEMA: Rule = rule(
    "Schema",
    &[&[required("Namespace", Name), optional("Alias", Name)]],
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
    &[NAME, optional("BaseType", Name), optional("Abstract", Boolean), optional("OpenType", Boolean)];
pub(super) const ENTITY_TYPE: Rule = rule(
    "EntityType",
    &[STRUCTURED, &[optional("HasStream", Boolean)]],
    &[one("Key"), many("Property"), many("NavigationProperty")],
);
pub(super) const COMPLEX_TYPE: Rule =
    rule("ComplexType", &[STRUCTURED], &[many("Property"), many("NavigationProperty")]);
pub(super) const KEY: Rule =
    Rule { name: "Key", attributes: &[], children: &[many("PropertyRef")], content: Content::Nothing };
pub(super) const PROPERTY_REF: Rule = with("PropertyRef", &[&[NAME, optional("Alias", Name)]], Content::Nothing);
pub(super) const PROPERTY: Rule =
    rule("Property", &[&[NAME], TYPED, &[optional("DefaultValue", Text)], FACETS], &[]);
pub(super) const NAVIGATION_PROPERTY: Rule = rule(
    "NavigationProperty",
    &[&[NAME], TYPED, &[optional("Partner", Name), optional("ContainsTarget", Boolean)]],
    &[many("ReferentialConstraint"), one("OnDelete")],
);
pub(super) const REFERENTIAL_CONSTRAINT: Rule =
    rule("ReferentialConstraint", &[&[required("Property", Name), required("ReferencedProperty", Name)]], &[]);
pub(super) const ON_DELETE: Rule = rule("OnDelete", &[&[required("Action", OnDelete)]], &[]);

pub(super) const ENUM_TYPE: Rule =
    rule("EnumType", &[&[NAME, optional("UnderlyingType", Name), optional("IsFlags", Boolean)]], &[many("Member")]);
pub(super) const MEMBER: Rule = rule("Member", &[&[NAME, optional("Value", MemberValue)]], &[]);
pub(super) const TYPE_DEFINITION: Rule =
    rule("TypeDefinition", &[&[NAME, required("UnderlyingType", Name)], FACETS], &[]);

const OPERATION: &[Attr] = &[NAME, optional("IsBound", Boolean), optional("EntitySetPath", Name)];
const OPERATION_PARTS: &[Child] = &[many("Parameter"), one("ReturnType")];
pub(super) const ACTION: Rule = rule("Action", &[OPERATION], OPERATION_PARTS);
pub(super) const FUNCTION: Rule = rule("Function", &[OPERATION, &[optional("IsComposable", Boolean)]], OPERATION_PARTS);
pub(super) const PARAMETER: Rule = rule("Parameter", &[&[NAME], TYPED, FACETS], &[]);
pub(super) const RETURN_TYPE: Rule = rule("ReturnType", &[TYPED, FACETS], &[]);

pub(super) const ENTITY_CONTAINER: Rule = rule(
    "EntityContainer",
    &[&[NAME, optional("Extends", Name)]],
    &[many("EntitySet"), many("Singleton"), many("ActionImport"), many("FunctionImport")],
);
pub(super) const ENTITY_SET: Rule = rule(
    "EntitySet",
    &[&[NAME, required("EntityType", Name), optional("IncludeInServiceDocument", Boolean)]],
    &[many("NavigationPropertyBinding")],
);
pub(super) const SINGLETON: Rule = rule(
    "Singleton",
    &[&[NAME, required("Type", Name), optional("Nullable", Boolean)]],
    &[many("NavigationPropertyBinding")],
);
pub(super) const BINDING: Rule =
    with("NavigationPropertyBinding", &[&[required("Path", Name), required("Target", Name)]], Content::Nothing);
pub(super) const ACTION_IMPORT: Rule =
    rule("ActionImport", &[&[NAME, required("Action", Name), optional("EntitySet", Name)]], &[]);
pub(super) const FUNCTION_IMPORT: Rule = rule(
    "FunctionImport",
    &[&[
        NAME,
        required("Function", Name),
        optional("EntitySet", Name),
        optional("IncludeInServiceDocument", Boolean),
    ]],
    &[],
);

pub(super) const TERM: Rule = rule(
    "Term",
    &[
        &[NAME],
        TYPED,
        &[optional("BaseTerm", Name), optional("DefaultValue", Text), optional("AppliesTo", Names)],
        FACETS,
    ],
    &[],
);
pub(super) const ANNOTATIONS: Rule =
    rule("Annotations", &[&[required("Target", Target), optional("Qualifier", Name)]], &[]);
pub(super) const ANNOTATION: Rule =
    with("Annotation", &[&[required("Term", Name), optional("Qualifier", Name)], &INLINE], Content::Value);

pub(super) const RECORD: Rule = rule("Record", &[&[optional("Type", Name)]], &[many("PropertyValue")]);
pub(super) const PROPERTY_VALUE: Rule =
    with("PropertyValue", &[&[required("Property", Name)], &INLINE], Content::Value);
pub(super) const NULL: Rule = rule("Null", &[], &[]);
pub(super) const COLLECTION: Rule = with("Collection", &[], Content::Items);
pub(super) const IF: Rule = with("If", &[], Content::Values(2, 3));
pub(super) const APPLY: Rule = with("Apply", &[&[required("Function", Name)]], Content::Values(0, usize::MAX));
pub(super) const CAST: Rule = with("Cast", &[&[required("Type", Type)], FACETS], Content::Values(1, 1));
pub(super) const IS_OF: Rule = with("IsOf", &[&[required("Type", Type)], FACETS], Content::Values(1, 1));
pub(super) const LABELED: Rule = with("LabeledElement", &[&[NAME], &INLINE], Content::OneValue);
pub(super) const LABELED_REFERENCE: Rule = with("LabeledElementReference", &[], Content::Text(Name));
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
