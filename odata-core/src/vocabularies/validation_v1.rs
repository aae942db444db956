// The vocabulary `Org.OData.Validation.V1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `Org.OData.Validation.V1`.
///
/// Terms describing validation rules
#[allow(non_snake_case)]
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod Validation {
    use ::odata_core::ODataTerm;
    use ::odata_core::annotation::{AnyPrimitive, Term, TermDescriptor};
    use ::odata_core::value::Decimal;
    use ::odata_core::vocabularies::core;
    use super::validation;

    /// The pattern that a string property, parameter, or term must match. This SHOULD be a valid regular
    /// expression, according to the ECMA 262 regular expression dialect.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.Pattern",
        value = String,
        applies_to(property, parameter, term),
        register = false
    )]
    pub struct Pattern;

    /// Minimum value that a property, parameter, or term can have.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.Minimum",
        value = AnyPrimitive,
        applies_to(property, parameter, term),
        register = false
    )]
    pub struct Minimum;

    /// Maximum value that a property, parameter, or term can have.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.Maximum",
        value = AnyPrimitive,
        applies_to(property, parameter, term),
        register = false
    )]
    pub struct Maximum;

    /// Tags a Minimum or Maximum as exclusive, i.e. an open interval boundary.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.Exclusive",
        value = core::Tag,
        default = true,
        applies_to(annotation),
        register = false
    )]
    pub struct Exclusive;

    /// A collection of valid values for the annotated property, parameter, or type definition
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.AllowedValues",
        value = Vec<validation::AllowedValue>,
        applies_to(property, parameter, type_definition),
        register = false
    )]
    pub struct AllowedValues;

    /// The value of the annotated property, parameter, or term must be an integer multiple of this positive
    /// value. For temporal types, the value is measured in seconds.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.MultipleOf",
        value = Decimal,
        scale = variable,
        applies_to(property, parameter, term),
        register = false
    )]
    pub struct MultipleOf;

    /// Condition that the annotation target has to fulfill
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.Constraint",
        value = validation::ConstraintType,
        applies_to(property, navigation_property, parameter, entity_type, complex_type),
        register = false
    )]
    pub struct Constraint;

    /// A list of constraints describing that entities related via one navigation property MUST also be
    /// related via another, collection-valued navigation property. The same `path` value MUST NOT occur
    /// more than once.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.ItemsOf",
        value = Vec<validation::ItemsOfType>,
        applies_to(entity_type, complex_type),
        register = false
    )]
    pub struct ItemsOf;

    /// Dynamic properties added to the annotated open structured type are restricted to the listed types.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.OpenPropertyTypeConstraint",
        value = Vec<validation::SingleOrCollectionType>,
        applies_to(complex_type, entity_type),
        register = false
    )]
    pub struct OpenPropertyTypeConstraint;

    /// Values are restricted to types that are both identical to or derived from the declared type and a
    /// type listed in this collection.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.DerivedTypeConstraint",
        value = Vec<validation::SingleOrCollectionType>,
        applies_to(
            entity_set,
            singleton,
            navigation_property,
            property,
            type_definition,
            parameter,
            return_type
        ),
        register = false
    )]
    pub struct DerivedTypeConstraint;

    /// Annotate a term of type Edm.AnnotationPath, or a property of type Edm.AnnotationPath that is used
    /// within a structured term, to restrict the terms that can be targeted by the path.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.AllowedTerms",
        value = Vec<core::QualifiedTermName>,
        applies_to(term, property),
        register = false
    )]
    pub struct AllowedTerms;

    /// Names of specific terms that are applicable and may be applied in the current context. This
    /// annotation does not restrict the use of other terms.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.ApplicableTerms",
        value = Vec<core::QualifiedTermName>,
        register = false
    )]
    pub struct ApplicableTerms;

    /// The annotated collection must have at most the specified number of items.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.MaxItems",
        value = i64,
        applies_to(collection),
        register = false
    )]
    pub struct MaxItems;

    /// The annotated collection must have at least the specified number of items.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Validation.V1.MinItems",
        value = i64,
        applies_to(collection),
        register = false
    )]
    pub struct MinItems;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <Pattern as Term>::DESCRIPTOR,
        <Minimum as Term>::DESCRIPTOR,
        <Maximum as Term>::DESCRIPTOR,
        <Exclusive as Term>::DESCRIPTOR,
        <AllowedValues as Term>::DESCRIPTOR,
        <MultipleOf as Term>::DESCRIPTOR,
        <Constraint as Term>::DESCRIPTOR,
        <ItemsOf as Term>::DESCRIPTOR,
        <OpenPropertyTypeConstraint as Term>::DESCRIPTOR,
        <DerivedTypeConstraint as Term>::DESCRIPTOR,
        <AllowedTerms as Term>::DESCRIPTOR,
        <ApplicableTerms as Term>::DESCRIPTOR,
        <MaxItems as Term>::DESCRIPTOR,
        <MinItems as Term>::DESCRIPTOR,
    ];
}

/// The types of the terms of the vocabulary `Org.OData.Validation.V1`.
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod validation {
    use ::odata_core::{ODataRecord, ODataTypeDefinition};
    use ::odata_core::annotation::{
        AnyPrimitive, NavigationPropertyPath, Record, RecordDescriptor, Value,
    };

    /// The qualified name of a type in scope, optionally wrapped in `Collection()` to denote a collection
    /// of instances of the type
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "Org.OData.Validation.V1.SingleOrCollectionType",
        serde = false,
        register = false
    )]
    pub struct SingleOrCollectionType(pub String);

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Validation.V1.AllowedValue",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct AllowedValue {
        /// An allowed value for the property, parameter, or type definition
        pub value: Value<Option<AnyPrimitive>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Validation.V1.ConstraintType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ConstraintType {
        /// Human-readable message that can be shown to end users if the constraint is not fulfilled
        pub failure_message: Value<Option<String>>,
        /// Value MUST be a dynamic expression that evaluates to true if and only if the constraint is fulfilled
        pub condition: Value<bool>,
    }

    /// Entities related via the single- or collection-valued navigation property identified by `path` are
    /// also related via the collection-valued navigation property identified by `target`.
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "Org.OData.Validation.V1.ItemsOfType", register = false)]
    pub struct ItemsOfType {
        /// A path to a single- or collection-valued navigation property
        pub path: Value<NavigationPropertyPath>,
        /// A path to a collection-valued navigation property
        pub target: Value<NavigationPropertyPath>,
    }

    /// The types of all records, in the order of the document.
    #[allow(deprecated)]
    pub const RECORDS: &[&RecordDescriptor] = &[
        <AllowedValue as Record>::RECORD,
        <ConstraintType as Record>::RECORD,
        <ItemsOfType as Record>::RECORD,
    ];
}
