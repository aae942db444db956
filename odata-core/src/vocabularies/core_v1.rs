// The vocabulary `Org.OData.Core.V1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `Org.OData.Core.V1`.
///
/// Core terms needed to write vocabularies
#[allow(non_snake_case)]
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod Core {
    use ::odata_core::{Flags, ODataTerm};
    use ::odata_core::annotation::{PropertyPath, Term, TermDescriptor};
    use super::core;

    /// A space-separated list of supported versions of the OData Protocol. Note that 4.0 is implied by 4.01
    /// and does not need to be separately listed.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ODataVersions",
        value = String,
        applies_to(entity_container),
        register = false
    )]
    pub struct ODataVersions;

    /// Service-defined value representing the version of the schema. Services MAY use semantic versioning,
    /// but clients MUST NOT assume this is the case.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.SchemaVersion",
        value = String,
        applies_to(schema, reference),
        register = false
    )]
    pub struct SchemaVersion;

    /// List of revisions of a model element
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Revisions",
        value = Vec<core::RevisionType>,
        register = false
    )]
    pub struct Revisions;

    /// A brief description of a model element
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Description",
        value = Option<String>,
        register = false
    )]
    pub struct Description;

    /// A long description of a model element
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.LongDescription",
        value = Option<String>,
        register = false
    )]
    pub struct LongDescription;

    /// Links to related information
    #[derive(ODataTerm)]
    #[odata(type = "Org.OData.Core.V1.Links", value = Vec<core::Link>, register = false)]
    pub struct Links;

    /// Example for an instance of the annotated model element
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Example",
        value = core::ExampleValue,
        applies_to(
            entity_type,
            complex_type,
            type_definition,
            term,
            property,
            navigation_property,
            parameter,
            return_type
        ),
        register = false
    )]
    pub struct Example;

    /// Instance annotation for warning and info messages
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Messages",
        value = Vec<core::MessageType>,
        register = false
    )]
    pub struct Messages;

    /// The annotated value is problematic
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ValueException",
        value = core::ValueExceptionType,
        register = false
    )]
    pub struct ValueException;

    /// The annotated instance within a success payload is problematic
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ResourceException",
        value = core::ResourceExceptionType,
        register = false
    )]
    pub struct ResourceException;

    /// A modification operation failed on the annotated instance or collection within a success payload
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.DataModificationException",
        value = core::DataModificationExceptionType,
        register = false
    )]
    pub struct DataModificationException;

    /// Properties and terms annotated with this term are language-dependent
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.IsLanguageDependent",
        value = core::Tag,
        default = true,
        applies_to(term, property),
        register = false
    )]
    pub struct IsLanguageDependent;

    /// Terms annotated with this term can only be applied to elements that have a type that is identical to
    /// or derived from the given type name
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.RequiresType",
        value = String,
        applies_to(term),
        register = false
    )]
    pub struct RequiresType;

    /// The target path of an annotation with the tagged term MUST start with an entity container or the
    /// annotation MUST be embedded within an entity container, entity set or singleton
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AppliesViaContainer",
        value = core::Tag,
        default = true,
        applies_to(term),
        register = false
    )]
    pub struct AppliesViaContainer;

    /// Resource path for entity container child, can be relative to xml:base and the request URL
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ResourcePath",
        value = String,
        applies_to(entity_set, singleton, action_import, function_import),
        register = false
    )]
    pub struct ResourcePath;

    /// Entity-ids are URLs that locate the identified entity
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.DereferenceableIDs",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct DereferenceableIDs;

    /// Entity-ids follow OData URL conventions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ConventionalIDs",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct ConventionalIDs;

    /// Permissions for accessing a resource
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Permissions",
        value = Flags<core::Permission>,
        applies_to(
            property,
            complex_type,
            type_definition,
            entity_type,
            entity_set,
            navigation_property,
            action,
            function
        ),
        register = false
    )]
    pub struct Permissions;

    /// A unique identifier for nested entities within a request.
    #[derive(ODataTerm)]
    #[odata(type = "Org.OData.Core.V1.ContentID", value = String, register = false)]
    pub struct ContentID;

    /// Functions, actions and types in this namespace can be referenced in URLs with or without namespace-
    /// or alias- qualification.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.DefaultNamespace",
        value = core::Tag,
        default = true,
        applies_to(schema, include),
        register = false
    )]
    pub struct DefaultNamespace;

    /// A value for this non-key property can be provided by the client on insert and remains unchanged on
    /// update
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Immutable",
        value = core::Tag,
        default = true,
        applies_to(property),
        register = false
    )]
    pub struct Immutable;

    /// A value for this property is generated on both insert and update
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Computed",
        value = core::Tag,
        default = true,
        applies_to(property),
        register = false
    )]
    pub struct Computed;

    /// A value for this property can be provided by the client on insert and update. If no value is
    /// provided on insert, a non-static default value is generated
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ComputedDefaultValue",
        value = core::Tag,
        default = true,
        applies_to(property),
        register = false
    )]
    pub struct ComputedDefaultValue;

    /// Properties and terms annotated with this term MUST contain a valid URL
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.IsURL",
        value = core::Tag,
        default = true,
        applies_to(property, term),
        register = false
    )]
    pub struct IsURL;

    /// Lists the MIME types acceptable for the annotated entity type marked with HasStream="true" or the
    /// annotated binary, stream, or string property or term
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AcceptableMediaTypes",
        value = Vec<String>,
        applies_to(entity_type, property, term, type_definition, parameter, return_type),
        register = false
    )]
    pub struct AcceptableMediaTypes;

    /// The media type of the media stream of the annotated entity type marked with HasStream="true" or the
    /// annotated binary, stream, or string property or term
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.MediaType",
        value = Option<String>,
        applies_to(entity_type, property, term, type_definition, parameter, return_type),
        register = false
    )]
    pub struct MediaType;

    /// Properties and terms annotated with this term MUST contain a valid MIME type
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.IsMediaType",
        value = core::Tag,
        default = true,
        applies_to(property, term),
        register = false
    )]
    pub struct IsMediaType;

    /// The content disposition of the media stream of the annotated entity type marked with
    /// HasStream="true" or the annotated binary, stream, or string property or term
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ContentDisposition",
        value = core::ContentDispositionType,
        applies_to(entity_type, property, term),
        register = false
    )]
    pub struct ContentDisposition;

    /// Data modification requires the use of ETags. A non-empty collection contains the set of properties
    /// that are used to compute the ETag. An empty collection means that the service won't tell how it
    /// computes the ETag
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.OptimisticConcurrency",
        value = Vec<PropertyPath>,
        applies_to(entity_set),
        register = false
    )]
    pub struct OptimisticConcurrency;

    /// Instances of this type may contain properties in addition to those declared in $metadata
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AdditionalProperties",
        value = core::Tag,
        default = true,
        applies_to(entity_type, complex_type),
        register = false
    )]
    pub struct AdditionalProperties;

    /// The service will automatically expand this stream property, navigation property, or the media stream
    /// of this media entity type even if not requested with $expand
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AutoExpand",
        value = core::Tag,
        default = true,
        applies_to(entity_type, navigation_property, property),
        register = false
    )]
    pub struct AutoExpand;

    /// The service will automatically expand this navigation property as entity references even if not
    /// requested with $expand=.../$ref
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AutoExpandReferences",
        value = core::Tag,
        default = true,
        applies_to(navigation_property),
        register = false
    )]
    pub struct AutoExpandReferences;

    /// A collection of qualified type names outside of the type hierarchy that instances of this type might
    /// be addressable as by using a type-cast segment.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.MayImplement",
        value = Vec<core::QualifiedTypeName>,
        register = false
    )]
    pub struct MayImplement;

    /// Collection has a stable order. Ordered collections of primitive or complex types can be indexed by
    /// ordinal.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.Ordered",
        value = core::Tag,
        default = true,
        applies_to(property, navigation_property, entity_set, return_type, term),
        register = false
    )]
    pub struct Ordered;

    /// Items can be inserted at a given ordinal index.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.PositionalInsert",
        value = core::Tag,
        default = true,
        applies_to(property, navigation_property, entity_set),
        register = false
    )]
    pub struct PositionalInsert;

    /// Communicates available alternate keys
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AlternateKeys",
        value = Vec<core::AlternateKey>,
        applies_to(entity_type, entity_set, navigation_property),
        register = false
    )]
    pub struct AlternateKeys;

    /// Supplying a value for the action or function parameter is optional.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.OptionalParameter",
        value = core::OptionalParameterType,
        applies_to(parameter),
        register = false
    )]
    pub struct OptionalParameter;

    /// Action or function is available
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.OperationAvailable",
        value = Option<bool>,
        default = true,
        applies_to(action, function),
        register = false
    )]
    pub struct OperationAvailable;

    /// This bound action or function is only available on model elements annotated with the
    /// ExplicitOperationBindings term.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.RequiresExplicitBinding",
        value = Option<core::Tag>,
        default = true,
        applies_to(action, function),
        register = false
    )]
    pub struct RequiresExplicitBinding;

    /// The qualified names of explicitly bound operations that are supported on the target model element.
    /// These operations are in addition to any operations not annotated with RequiresExplicitBinding that
    /// are bound to the type of the target model element.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.ExplicitOperationBindings",
        value = Vec<core::QualifiedBoundOperationName>,
        register = false
    )]
    pub struct ExplicitOperationBindings;

    /// A symbolic name for a model element
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.SymbolicName",
        value = core::SimpleIdentifier,
        register = false
    )]
    pub struct SymbolicName;

    /// A [Feature Object](https://datatracker.ietf.org/doc/html/rfc7946#section-3.2) represents a spatially
    /// bounded thing
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.GeometryFeature",
        value = Option<core::GeometryFeatureType>,
        register = false
    )]
    pub struct GeometryFeature;

    /// Instances of a type are annotated with this tag if they have no common structure in a given response
    /// payload
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.AnyStructure",
        value = core::Tag,
        default = true,
        applies_to(entity_type, complex_type),
        register = false
    )]
    pub struct AnyStructure;

    /// The annotated Action or Function Parameter or Return Type is represented as a Delta payload
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Core.V1.IsDelta",
        value = core::Tag,
        default = true,
        applies_to(return_type, parameter),
        register = false
    )]
    pub struct IsDelta;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <ODataVersions as Term>::DESCRIPTOR,
        <SchemaVersion as Term>::DESCRIPTOR,
        <Revisions as Term>::DESCRIPTOR,
        <Description as Term>::DESCRIPTOR,
        <LongDescription as Term>::DESCRIPTOR,
        <Links as Term>::DESCRIPTOR,
        <Example as Term>::DESCRIPTOR,
        <Messages as Term>::DESCRIPTOR,
        <ValueException as Term>::DESCRIPTOR,
        <ResourceException as Term>::DESCRIPTOR,
        <DataModificationException as Term>::DESCRIPTOR,
        <IsLanguageDependent as Term>::DESCRIPTOR,
        <RequiresType as Term>::DESCRIPTOR,
        <AppliesViaContainer as Term>::DESCRIPTOR,
        <ResourcePath as Term>::DESCRIPTOR,
        <DereferenceableIDs as Term>::DESCRIPTOR,
        <ConventionalIDs as Term>::DESCRIPTOR,
        <Permissions as Term>::DESCRIPTOR,
        <ContentID as Term>::DESCRIPTOR,
        <DefaultNamespace as Term>::DESCRIPTOR,
        <Immutable as Term>::DESCRIPTOR,
        <Computed as Term>::DESCRIPTOR,
        <ComputedDefaultValue as Term>::DESCRIPTOR,
        <IsURL as Term>::DESCRIPTOR,
        <AcceptableMediaTypes as Term>::DESCRIPTOR,
        <MediaType as Term>::DESCRIPTOR,
        <IsMediaType as Term>::DESCRIPTOR,
        <ContentDisposition as Term>::DESCRIPTOR,
        <OptimisticConcurrency as Term>::DESCRIPTOR,
        <AdditionalProperties as Term>::DESCRIPTOR,
        <AutoExpand as Term>::DESCRIPTOR,
        <AutoExpandReferences as Term>::DESCRIPTOR,
        <MayImplement as Term>::DESCRIPTOR,
        <Ordered as Term>::DESCRIPTOR,
        <PositionalInsert as Term>::DESCRIPTOR,
        <AlternateKeys as Term>::DESCRIPTOR,
        <OptionalParameter as Term>::DESCRIPTOR,
        <OperationAvailable as Term>::DESCRIPTOR,
        <RequiresExplicitBinding as Term>::DESCRIPTOR,
        <ExplicitOperationBindings as Term>::DESCRIPTOR,
        <SymbolicName as Term>::DESCRIPTOR,
        <GeometryFeature as Term>::DESCRIPTOR,
        <AnyStructure as Term>::DESCRIPTOR,
        <IsDelta as Term>::DESCRIPTOR,
    ];
}

/// The types of the terms of the vocabulary `Org.OData.Core.V1`.
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod core {
    use ::odata_core::{ODataEnum, ODataRecord, ODataTypeDefinition};
    use ::odata_core::annotation::{
        AnyPrimitive, AnyRecord, AnyValue, PropertyPath, Record, RecordDescriptor, Value,
    };

    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Core.V1.MessageSeverity", serde = false, register = false)]
    pub struct MessageSeverity(pub String);

    /// This is the type to use for all tagging terms
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Core.V1.Tag", serde = false, register = false)]
    pub struct Tag(pub bool);

    /// The qualified name of a term in scope.
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Core.V1.QualifiedTermName", serde = false, register = false)]
    pub struct QualifiedTermName(pub String);

    /// The qualified name of a type in scope.
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Core.V1.QualifiedTypeName", serde = false, register = false)]
    pub struct QualifiedTypeName(pub String);

    /// The qualified name of an action in scope.
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Core.V1.QualifiedActionName", serde = false, register = false)]
    pub struct QualifiedActionName(pub String);

    /// The qualified name of a bound action or function in scope.
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "Org.OData.Core.V1.QualifiedBoundOperationName",
        serde = false,
        register = false
    )]
    pub struct QualifiedBoundOperationName(pub String);

    /// A string representing a Local Date-Time value with no offset.
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Core.V1.LocalDateTime", serde = false, register = false)]
    pub struct LocalDateTime(pub String);

    /// A [simple
    /// identifier](https://docs.oasis-open.org/odata/odata-csdl-xml/v4.01/odata-csdl-xml-v4.01.html#sec_SimpleIdentifier)
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "Org.OData.Core.V1.SimpleIdentifier",
        max_length = 128,
        serde = false,
        register = false
    )]
    pub struct SimpleIdentifier(pub String);

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Core.V1.RevisionKind",
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum RevisionKind {
        /// Model element was added
        Added,
        /// Model element was modified
        Modified,
        /// Model element was deprecated
        Deprecated,
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Core.V1.DataModificationOperationKind",
        serde = false,
        register = false
    )]
    pub enum DataModificationOperationKind {
        /// Insert new instance
        Insert,
        /// Update existing instance
        Update,
        /// Insert new instance or update it if it already exists
        Upsert,
        /// Delete existing instance
        Delete,
        /// Invoke action or function
        Invoke,
        /// Add link between entities
        Link,
        /// Remove link between entities
        Unlink,
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Core.V1.Permission",
        flags,
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum Permission {
        /// No permissions
        None = 0,
        /// Read permission
        Read = 1,
        /// Write permission
        Write = 2,
        /// Read and write permission
        ReadWrite = 3,
        /// Permission to invoke actions
        Invoke = 4,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.RevisionType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct RevisionType {
        /// The schema version with which this revision was first published
        pub version: Value<Option<String>>,
        /// The kind of revision
        pub kind: Value<RevisionKind>,
        /// Text describing the reason for the revision
        pub description: Value<String>,
    }

    /// The Link type is inspired by the `atom:link` element, see
    /// [RFC4287](https://tools.ietf.org/html/rfc4287#section-4.2.7), and the `Link` HTTP header, see
    /// [RFC5988](https://tools.ietf.org/html/rfc5988)
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "Org.OData.Core.V1.Link", register = false)]
    pub struct Link {
        /// Link relation type, see [IANA Link
        /// Relations](http://www.iana.org/assignments/link-relations/link-relations.xhtml)
        pub rel: Value<String>,
        /// URL of related information
        pub href: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.ExampleValue",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExampleValue {
        /// Description of the example value
        pub description: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.PrimitiveExampleValue",
        base = ExampleValue,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct PrimitiveExampleValue {
        /// Description of the example value
        pub description: Value<Option<String>>,
        /// Example value for the custom parameter
        pub value: Value<AnyPrimitive>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.ComplexExampleValue",
        base = ExampleValue,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ComplexExampleValue {
        /// Description of the example value
        pub description: Value<Option<String>>,
        /// Example value for the custom parameter
        pub value: Value<AnyRecord>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.EntityExampleValue",
        base = ExampleValue,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct EntityExampleValue {
        /// Description of the example value
        pub description: Value<Option<String>>,
        /// Example value for the custom parameter
        pub value: Value<AnyValue>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.ExternalExampleValue",
        base = ExampleValue,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExternalExampleValue {
        /// Description of the example value
        pub description: Value<Option<String>>,
        /// Url reference to the value in its literal format
        pub external_value: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "Org.OData.Core.V1.MessageType", register = false)]
    pub struct MessageType {
        /// Machine-readable, language-independent message code
        pub code: Value<String>,
        /// Human-readable, language-dependent message text
        pub message: Value<String>,
        /// Severity of the message
        pub severity: Value<MessageSeverity>,
        /// A path to the target of the message detail, relative to the annotated instance
        pub target: Value<Option<String>>,
        /// List of detail messages
        pub details: Value<Vec<MessageType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "Org.OData.Core.V1.ExceptionType", abstract, register = false)]
    pub struct ExceptionType {
        /// Information about the exception
        pub info: Value<Option<MessageType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.ValueExceptionType",
        base = ExceptionType,
        register = false
    )]
    pub struct ValueExceptionType {
        /// Information about the exception
        pub info: Value<Option<MessageType>>,
        /// String representation of the exact value
        pub value: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.ResourceExceptionType",
        base = ExceptionType,
        register = false
    )]
    pub struct ResourceExceptionType {
        /// Information about the exception
        pub info: Value<Option<MessageType>>,
        /// A GET request to this URL retries retrieving the problematic instance
        pub retry_link: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.DataModificationExceptionType",
        base = ExceptionType,
        register = false
    )]
    pub struct DataModificationExceptionType {
        /// Information about the exception
        pub info: Value<Option<MessageType>>,
        /// The kind of modification operation that failed
        pub failed_operation: Value<DataModificationOperationKind>,
        /// Response code of the failed operation, e.g. 424 for a failed dependency
        pub response_code: Value<Option<i16>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.ContentDispositionType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ContentDispositionType {
        /// The disposition type of the binary or stream value, see [RFC 6266, Disposition
        /// Type](https://datatracker.ietf.org/doc/html/rfc6266#section-4.2)
        #[odata(default = "attachment")]
        pub r#type: Value<String>,
        /// The proposed filename for downloading the binary or stream value, see [RFC 6266, Disposition
        /// Parameter: 'Filename'](https://datatracker.ietf.org/doc/html/rfc6266#section-4.3)
        pub filename: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.AlternateKey",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct AlternateKey {
        /// The set of properties that make up this key
        pub key: Value<Vec<PropertyRef>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.PropertyRef",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct PropertyRef {
        /// A path expression resolving to a primitive property of the entity type itself or to a primitive
        /// property of a complex or navigation property (recursively) of the entity type. The names of the
        /// properties in the path are joined together by forward slashes.
        pub name: Value<PropertyPath>,
        /// A SimpleIdentifier that MUST be unique within the set of aliases, structural and navigation
        /// properties of the containing entity type that MUST be used in the key predicate of URLs
        pub alias: Value<Option<String>>,
    }

    /// A dictionary of name-value pairs. Names must be valid property names, values may be restricted to a
    /// list of types via an annotation with term `Validation.OpenPropertyTypeConstraint`.
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "Org.OData.Core.V1.Dictionary", open, register = false)]
    pub struct Dictionary {}

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Core.V1.OptionalParameterType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OptionalParameterType {
        /// Default value for an optional parameter of primitive or enumeration type, using the same rules as
        /// the `cast` function in URLs.
        pub default_value: Value<Option<String>>,
    }

    /// A [Feature Object](https://datatracker.ietf.org/doc/html/rfc7946#section-3.2) represents a spatially
    /// bounded thing
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "Org.OData.Core.V1.GeometryFeatureType", register = false)]
    pub struct GeometryFeatureType {
        /// Location of the Feature
        pub geometry: Value<Option<AnyValue>>,
        /// Properties of the Feature
        pub properties: Value<Option<Dictionary>>,
        /// Commonly used identifer for a Feature
        pub id: Value<Option<String>>,
    }

    /// The types of all records, in the order of the document.
    #[allow(deprecated)]
    pub const RECORDS: &[&RecordDescriptor] = &[
        <RevisionType as Record>::RECORD,
        <Link as Record>::RECORD,
        <ExampleValue as Record>::RECORD,
        <PrimitiveExampleValue as Record>::RECORD,
        <ComplexExampleValue as Record>::RECORD,
        <EntityExampleValue as Record>::RECORD,
        <ExternalExampleValue as Record>::RECORD,
        <MessageType as Record>::RECORD,
        <ExceptionType as Record>::RECORD,
        <ValueExceptionType as Record>::RECORD,
        <ResourceExceptionType as Record>::RECORD,
        <DataModificationExceptionType as Record>::RECORD,
        <ContentDispositionType as Record>::RECORD,
        <AlternateKey as Record>::RECORD,
        <PropertyRef as Record>::RECORD,
        <Dictionary as Record>::RECORD,
        <OptionalParameterType as Record>::RECORD,
        <GeometryFeatureType as Record>::RECORD,
    ];
}
