//! What a term can be applied to.

/// The kinds of elements that a term is meant for (OData CSDL 4.01 §14.1.2), which is advice: a client takes it
/// elsewhere, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AppliesTo(pub(crate) u64);

macro_rules! kinds {
    ($($(#[doc = $doc:literal])? $constant:ident, $name:literal;)*) => {
        impl AppliesTo {
            $(
                #[doc = concat!("`", $name, "`")]
                pub const $constant: Self = Self(1 << (Kind::$constant as u32));
            )*
            /// The names, in the order of the bits.
            const NAMES: &[&str] = &[$($name),*];
        }

        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "they count the constants")]
        enum Kind { $($constant),* }
    };
}

kinds! {
    ACTION, "Action";
    ACTION_IMPORT, "ActionImport";
    ANNOTATION, "Annotation";
    APPLY, "Apply";
    CAST, "Cast";
    COLLECTION, "Collection";
    COMPLEX_TYPE, "ComplexType";
    ENTITY_CONTAINER, "EntityContainer";
    ENTITY_SET, "EntitySet";
    ENTITY_TYPE, "EntityType";
    ENUM_TYPE, "EnumType";
    FUNCTION, "Function";
    FUNCTION_IMPORT, "FunctionImport";
    IF, "If";
    INCLUDE, "Include";
    IS_OF, "IsOf";
    LABELED_ELEMENT, "LabeledElement";
    MEMBER, "Member";
    NAVIGATION_PROPERTY, "NavigationProperty";
    NULL, "Null";
    ON_DELETE, "OnDelete";
    PARAMETER, "Parameter";
    PROPERTY, "Property";
    PROPERTY_VALUE, "PropertyValue";
    RECORD, "Record";
    REFERENCE, "Reference";
    REFERENTIAL_CONSTRAINT, "ReferentialConstraint";
    RETURN_TYPE, "ReturnType";
    SCHEMA, "Schema";
    SINGLETON, "Singleton";
    TERM, "Term";
    TYPE_DEFINITION, "TypeDefinition";
    URL_REF, "UrlRef";
    AND, "And";
    OR, "Or";
    NOT, "Not";
    EQ, "Eq";
    NE, "Ne";
    GT, "Gt";
    GE, "Ge";
    LT, "Lt";
    LE, "Le";
    HAS, "Has";
    IN, "In";
    ADD, "Add";
    SUB, "Sub";
    NEG, "Neg";
    MUL, "Mul";
    DIV, "Div";
    DIV_BY, "DivBy";
    MOD, "Mod";
}

impl AppliesTo {
    /// All kinds of elements, as where a term does not say what it is meant for.
    pub const ALL: Self = Self(u64::MAX);

    /// Returns these kinds together with others.
    #[must_use]
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Returns whether one of the other kinds is among these.
    pub const fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Returns whether the term says what it is meant for.
    pub const fn is_restricted(self) -> bool {
        self.0 != u64::MAX
    }

    /// Returns the names of the kinds as CSDL has them, such as `EntityType`; none if the term does not say what it is
    /// meant for.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let named =
            Self::NAMES.iter().enumerate().filter(move |(bit, _)| self.is_restricted() && self.0 >> bit & 1 == 1);
        named.map(|(_, name)| *name)
    }
}
