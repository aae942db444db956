// The vocabulary `Org.OData.Capabilities.V1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `Org.OData.Capabilities.V1`.
///
/// Terms describing capabilities of a service
#[allow(non_snake_case)]
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod Capabilities {
    use ::odata_core::{Flags, ODataTerm};
    use ::odata_core::annotation::{Term, TermDescriptor};
    use ::odata_core::vocabularies::core;
    use super::capabilities;

    /// The conformance level achieved by this service
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ConformanceLevel",
        value = capabilities::ConformanceLevelType,
        applies_to(entity_container),
        register = false
    )]
    pub struct ConformanceLevel;

    /// Media types of supported formats, including format parameters
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SupportedFormats",
        value = Vec<String>,
        applies_to(entity_container),
        register = false
    )]
    pub struct SupportedFormats;

    /// Media types of supported formats for $metadata, including format parameters
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SupportedMetadataFormats",
        value = Vec<String>,
        applies_to(entity_container),
        register = false
    )]
    pub struct SupportedMetadataFormats;

    /// List of acceptable compression methods for ($batch) requests, e.g. gzip
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.AcceptableEncodings",
        value = Vec<String>,
        applies_to(entity_container),
        register = false
    )]
    pub struct AcceptableEncodings;

    /// Service supports the asynchronous request preference
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.AsynchronousRequestsSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct AsynchronousRequestsSupported;

    /// Service supports $batch requests and the `continue-on-error` preference
    #[deprecated(
        note = "Deprecated in favor of the [`ContinueOnErrorSupported`](#BatchSupportType) property from the [`BatchSupport`](#BatchSupport) term"
    )]
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.BatchContinueOnErrorSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct BatchContinueOnErrorSupported;

    /// Supported odata.isolation levels
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.IsolationSupported",
        value = Flags<capabilities::IsolationLevel>,
        applies_to(entity_container),
        register = false
    )]
    pub struct IsolationSupported;

    /// Supports cross joins for the entity sets in this container
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CrossJoinSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct CrossJoinSupported;

    /// Supports callbacks for the specified protocols
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CallbackSupported",
        value = capabilities::CallbackType,
        applies_to(entity_container, entity_set),
        register = false
    )]
    pub struct CallbackSupported;

    /// Change tracking capabilities of this service or entity set
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ChangeTracking",
        value = capabilities::ChangeTrackingType,
        applies_to(entity_set, singleton, function, function_import, navigation_property),
        register = false
    )]
    pub struct ChangeTracking;

    /// Restrictions on /$count path suffix and $count=true system query option
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CountRestrictions",
        value = capabilities::CountRestrictionsType,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct CountRestrictions;

    /// Restrictions on navigating properties according to OData URL conventions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.NavigationRestrictions",
        value = capabilities::NavigationRestrictionsType,
        applies_to(entity_set, singleton, collection),
        register = false
    )]
    pub struct NavigationRestrictions;

    /// Supports key values according to OData URL conventions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.IndexableByKey",
        value = core::Tag,
        default = true,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct IndexableByKey;

    /// Supports $top
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.TopSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct TopSupported;

    /// Supports $skip
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SkipSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct SkipSupported;

    /// Supports $compute
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ComputeSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct ComputeSupported;

    /// Support for $select and nested query options within $select
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SelectSupport",
        value = capabilities::SelectSupportType,
        applies_to(entity_container, entity_set, singleton, collection),
        register = false
    )]
    pub struct SelectSupport;

    /// Supports $batch requests. Services that apply the BatchSupported term should also apply the more
    /// comprehensive BatchSupport term.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.BatchSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct BatchSupported;

    /// Batch Support for the service
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.BatchSupport",
        value = capabilities::BatchSupportType,
        applies_to(entity_container),
        register = false
    )]
    pub struct BatchSupport;

    /// List of functions and operators supported in filter expressions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.FilterFunctions",
        value = Vec<String>,
        applies_to(entity_container, entity_set, collection),
        register = false
    )]
    pub struct FilterFunctions;

    /// Restrictions on filter expressions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.FilterRestrictions",
        value = capabilities::FilterRestrictionsType,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct FilterRestrictions;

    /// Restrictions on orderby expressions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SortRestrictions",
        value = capabilities::SortRestrictionsType,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct SortRestrictions;

    /// Restrictions on expand expressions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ExpandRestrictions",
        value = capabilities::ExpandRestrictionsType,
        applies_to(entity_set, singleton, collection),
        register = false
    )]
    pub struct ExpandRestrictions;

    /// Restrictions on search expressions
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SearchRestrictions",
        value = capabilities::SearchRestrictionsType,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct SearchRestrictions;

    /// Supports [key-as-segment
    /// convention](http://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_KeyasSegmentConvention)
    /// for addressing entities within a collection
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.KeyAsSegmentSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct KeyAsSegmentSupported;

    /// Supports [passing query options in the request
    /// body](http://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html#sec_PassingQueryOptionsintheRequestBody)
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.QuerySegmentSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct QuerySegmentSupported;

    /// Restrictions on insert operations
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.InsertRestrictions",
        value = capabilities::InsertRestrictionsType,
        applies_to(entity_set, collection),
        register = false
    )]
    pub struct InsertRestrictions;

    /// Deep Insert Support of the annotated resource (the whole service, an entity set, or a
    /// collection-valued resource)
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeepInsertSupport",
        value = Option<capabilities::DeepInsertSupportType>,
        applies_to(entity_container, entity_set, collection),
        register = false
    )]
    pub struct DeepInsertSupport;

    /// Restrictions on update operations
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.UpdateRestrictions",
        value = capabilities::UpdateRestrictionsType,
        applies_to(entity_set, singleton, collection),
        register = false
    )]
    pub struct UpdateRestrictions;

    /// Deep Update Support of the annotated resource (the whole service, an entity set, or a
    /// collection-valued resource)
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeepUpdateSupport",
        value = capabilities::DeepUpdateSupportType,
        applies_to(entity_container, entity_set, collection),
        register = false
    )]
    pub struct DeepUpdateSupport;

    /// Restrictions on delete operations
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeleteRestrictions",
        value = capabilities::DeleteRestrictionsType,
        applies_to(entity_set, singleton, collection),
        register = false
    )]
    pub struct DeleteRestrictions;

    /// Describes restrictions on operations applied to collection-valued structural properties
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CollectionPropertyRestrictions",
        value = Vec<capabilities::CollectionPropertyRestrictionsType>,
        applies_to(entity_set, singleton),
        register = false
    )]
    pub struct CollectionPropertyRestrictions;

    /// Restrictions for function or action operation
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.OperationRestrictions",
        value = capabilities::OperationRestrictionsType,
        applies_to(action, function),
        register = false
    )]
    pub struct OperationRestrictions;

    /// Supports annotation values within system query options
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.AnnotationValuesInQuerySupported",
        value = core::Tag,
        default = true,
        applies_to(entity_container),
        register = false
    )]
    pub struct AnnotationValuesInQuerySupported;

    /// Support for query options with modification requests (insert, update, action invocation)
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ModificationQueryOptions",
        value = capabilities::ModificationQueryOptionsType,
        applies_to(entity_container, action, action_import),
        register = false
    )]
    pub struct ModificationQueryOptions;

    /// Restrictions for retrieving a collection of entities, retrieving a singleton instance.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ReadRestrictions",
        value = capabilities::ReadRestrictionsType,
        applies_to(entity_set, singleton, collection),
        register = false
    )]
    pub struct ReadRestrictions;

    /// Custom headers that are supported/required for the annotated resource
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CustomHeaders",
        value = Vec<capabilities::CustomParameter>,
        applies_to(entity_container),
        register = false
    )]
    pub struct CustomHeaders;

    /// Custom query options that are supported/required for the annotated resource
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CustomQueryOptions",
        value = Vec<capabilities::CustomParameter>,
        applies_to(entity_container),
        register = false
    )]
    pub struct CustomQueryOptions;

    /// Stream property or media stream supports update of its media edit URL and/or media read URL
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.MediaLocationUpdateSupported",
        value = core::Tag,
        default = true,
        applies_to(entity_type, property),
        register = false
    )]
    pub struct MediaLocationUpdateSupported;

    /// Default capability settings for all collection-valued resources in the container
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DefaultCapabilities",
        value = capabilities::DefaultCapabilitiesType,
        applies_to(entity_container),
        register = false
    )]
    pub struct DefaultCapabilities;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <ConformanceLevel as Term>::DESCRIPTOR,
        <SupportedFormats as Term>::DESCRIPTOR,
        <SupportedMetadataFormats as Term>::DESCRIPTOR,
        <AcceptableEncodings as Term>::DESCRIPTOR,
        <AsynchronousRequestsSupported as Term>::DESCRIPTOR,
        <BatchContinueOnErrorSupported as Term>::DESCRIPTOR,
        <IsolationSupported as Term>::DESCRIPTOR,
        <CrossJoinSupported as Term>::DESCRIPTOR,
        <CallbackSupported as Term>::DESCRIPTOR,
        <ChangeTracking as Term>::DESCRIPTOR,
        <CountRestrictions as Term>::DESCRIPTOR,
        <NavigationRestrictions as Term>::DESCRIPTOR,
        <IndexableByKey as Term>::DESCRIPTOR,
        <TopSupported as Term>::DESCRIPTOR,
        <SkipSupported as Term>::DESCRIPTOR,
        <ComputeSupported as Term>::DESCRIPTOR,
        <SelectSupport as Term>::DESCRIPTOR,
        <BatchSupported as Term>::DESCRIPTOR,
        <BatchSupport as Term>::DESCRIPTOR,
        <FilterFunctions as Term>::DESCRIPTOR,
        <FilterRestrictions as Term>::DESCRIPTOR,
        <SortRestrictions as Term>::DESCRIPTOR,
        <ExpandRestrictions as Term>::DESCRIPTOR,
        <SearchRestrictions as Term>::DESCRIPTOR,
        <KeyAsSegmentSupported as Term>::DESCRIPTOR,
        <QuerySegmentSupported as Term>::DESCRIPTOR,
        <InsertRestrictions as Term>::DESCRIPTOR,
        <DeepInsertSupport as Term>::DESCRIPTOR,
        <UpdateRestrictions as Term>::DESCRIPTOR,
        <DeepUpdateSupport as Term>::DESCRIPTOR,
        <DeleteRestrictions as Term>::DESCRIPTOR,
        <CollectionPropertyRestrictions as Term>::DESCRIPTOR,
        <OperationRestrictions as Term>::DESCRIPTOR,
        <AnnotationValuesInQuerySupported as Term>::DESCRIPTOR,
        <ModificationQueryOptions as Term>::DESCRIPTOR,
        <ReadRestrictions as Term>::DESCRIPTOR,
        <CustomHeaders as Term>::DESCRIPTOR,
        <CustomQueryOptions as Term>::DESCRIPTOR,
        <MediaLocationUpdateSupported as Term>::DESCRIPTOR,
        <DefaultCapabilities as Term>::DESCRIPTOR,
    ];
}

/// The types of the terms of the vocabulary `Org.OData.Capabilities.V1`.
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod capabilities {
    use ::odata_core::{Flags, ODataEnum, ODataRecord, ODataTypeDefinition};
    use ::odata_core::annotation::{
        NavigationPropertyPath, PropertyPath, Record, RecordDescriptor, Value,
    };
    use ::odata_core::vocabularies::{authorization, core};

    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "Org.OData.Capabilities.V1.FilterExpressionType",
        serde = false,
        register = false
    )]
    pub struct FilterExpressionType(pub String);

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ConformanceLevelType",
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum ConformanceLevelType {
        /// Minimal conformance level
        Minimal,
        /// Intermediate conformance level
        Intermediate,
        /// Advanced conformance level
        Advanced,
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Capabilities.V1.IsolationLevel",
        flags,
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum IsolationLevel {
        /// All data returned for a request, including multiple requests within a batch or results retrieved
        /// across multiple pages, will be consistent as of a single point in time
        Snapshot = 1,
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Capabilities.V1.NavigationType",
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum NavigationType {
        /// Navigation properties can be recursively navigated
        Recursive,
        /// Navigation properties can be navigated to a single level
        Single,
        /// Navigation properties are not navigable
        None,
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SearchExpressions",
        flags,
        serde = false,
        register = false
    )]
    pub enum SearchExpressions {
        /// Single search term
        None = 0,
        /// Multiple search terms, optionally separated by `AND`
        #[odata(name = "AND")]
        AND = 1,
        /// Multiple search terms separated by `OR`
        #[odata(name = "OR")]
        OR = 2,
        /// Search terms preceded by `NOT`
        #[odata(name = "NOT")]
        NOT = 4,
        /// Search phrases enclosed in double quotes
        Phrase = 8,
        /// Precedence grouping of search expressions with parentheses
        Group = 16,
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Capabilities.V1.HttpMethod",
        flags,
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum HttpMethod {
        /// The HTTP GET Method
        GET = 1,
        /// The HTTP PATCH Method
        PATCH = 2,
        /// The HTTP PUT Method
        PUT = 4,
        /// The HTTP POST Method
        POST = 8,
        /// The HTTP DELETE Method
        DELETE = 16,
        /// The HTTP OPTIONS Method
        OPTIONS = 32,
        /// The HTTP HEAD Method
        HEAD = 64,
    }

    /// A non-empty collection lists the full set of supported protocols. A empty collection means 'only
    /// HTTP is supported'
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CallbackType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct CallbackType {
        /// List of supported callback protocols, e.g. `http` or `wss`
        pub callback_protocols: Value<Vec<CallbackProtocol>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CallbackProtocol",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct CallbackProtocol {
        /// Protocol Identifier
        pub id: Value<Option<String>>,
        /// URL Template including parameters. Parameters are enclosed in curly braces {} as defined in RFC6570
        pub url_template: Value<Option<String>>,
        /// Human readable description of the meaning of the URL Template parameters
        pub documentation_url: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ChangeTrackingBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ChangeTrackingBase {
        /// odata.track-changes preference is supported
        #[odata(default = true)]
        pub supported: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ChangeTrackingType",
        base = ChangeTrackingBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ChangeTrackingType {
        /// odata.track-changes preference is supported
        #[odata(default = true)]
        pub supported: Value<bool>,
        /// Change tracking supports filters on these properties
        pub filterable_properties: Value<Vec<PropertyPath>>,
        /// Change tracking supports these properties expanded
        pub expandable_properties: Value<Vec<NavigationPropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CountRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct CountRestrictionsBase {
        /// Instances can be counted in requests targeting a collection
        #[odata(default = true)]
        pub countable: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CountRestrictionsType",
        base = CountRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct CountRestrictionsType {
        /// Instances can be counted in requests targeting a collection
        #[odata(default = true)]
        pub countable: Value<bool>,
        /// Members of these collection properties cannot be counted
        pub non_countable_properties: Value<Vec<PropertyPath>>,
        /// Members of these navigation properties cannot be counted
        pub non_countable_navigation_properties: Value<Vec<NavigationPropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.NavigationRestrictionsType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct NavigationRestrictionsType {
        /// Default navigability for all navigation properties of the annotation target. Individual navigation
        /// properties can override this value via `RestrictedProperties/Navigability`.
        pub navigability: Value<Option<NavigationType>>,
        /// List of navigation properties with restrictions
        pub restricted_properties: Value<Vec<NavigationPropertyRestriction>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.NavigationPropertyRestriction",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct NavigationPropertyRestriction {
        /// Navigation properties can be navigated
        pub navigation_property: Value<NavigationPropertyPath>,
        /// Supported navigability of this navigation property
        pub navigability: Value<Option<NavigationType>>,
        /// List of functions and operators supported in filter expressions
        pub filter_functions: Value<Vec<String>>,
        /// Restrictions on filter expressions
        pub filter_restrictions: Value<Option<FilterRestrictionsType>>,
        /// Restrictions on search expressions
        pub search_restrictions: Value<Option<SearchRestrictionsType>>,
        /// Restrictions on orderby expressions
        pub sort_restrictions: Value<Option<SortRestrictionsType>>,
        /// Supports $top
        #[odata(default = true)]
        pub top_supported: Value<bool>,
        /// Supports $skip
        #[odata(default = true)]
        pub skip_supported: Value<bool>,
        /// Support for $select
        pub select_support: Value<Option<SelectSupportType>>,
        /// Supports key values according to OData URL conventions
        #[odata(default = true)]
        pub indexable_by_key: Value<bool>,
        /// Restrictions on insert operations
        pub insert_restrictions: Value<Option<InsertRestrictionsType>>,
        /// Deep Insert Support of the annotated resource (the whole service, an entity set, or a
        /// collection-valued resource)
        pub deep_insert_support: Value<Option<DeepInsertSupportType>>,
        /// Restrictions on update operations
        pub update_restrictions: Value<Option<UpdateRestrictionsType>>,
        /// Deep Update Support of the annotated resource (the whole service, an entity set, or a
        /// collection-valued resource)
        pub deep_update_support: Value<Option<DeepUpdateSupportType>>,
        /// Restrictions on delete operations
        pub delete_restrictions: Value<Option<DeleteRestrictionsType>>,
        /// Data modification (including insert) along this navigation property requires the use of ETags
        #[odata(default = false)]
        pub optimistic_concurrency_control: Value<bool>,
        /// Restrictions for retrieving entities
        pub read_restrictions: Value<Option<ReadRestrictionsType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SelectSupportType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct SelectSupportType {
        /// Supports $select
        #[odata(default = true)]
        pub supported: Value<bool>,
        /// Supports instance annotations in $select list
        #[odata(default = false)]
        pub instance_annotations_supported: Value<bool>,
        /// $expand within $select is supported
        #[odata(default = false)]
        pub expandable: Value<bool>,
        /// $filter within $select is supported
        #[odata(default = false)]
        pub filterable: Value<bool>,
        /// $search within $select is supported
        #[odata(default = false)]
        pub searchable: Value<bool>,
        /// $top within $select is supported
        #[odata(default = false)]
        pub top_supported: Value<bool>,
        /// $skip within $select is supported
        #[odata(default = false)]
        pub skip_supported: Value<bool>,
        /// $compute within $select is supported
        #[odata(default = false)]
        pub compute_supported: Value<bool>,
        /// $count within $select is supported
        #[odata(default = false)]
        pub countable: Value<bool>,
        /// $orderby within $select is supported
        #[odata(default = false)]
        pub sortable: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.BatchSupportType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct BatchSupportType {
        /// Service supports requests to $batch
        #[odata(default = true)]
        pub supported: Value<bool>,
        /// Service supports the `continue-on-error` preference
        #[odata(default = false)]
        pub continue_on_error_supported: Value<bool>,
        /// Service supports Content-ID referencing in request bodies
        #[odata(default = false)]
        pub references_in_request_bodies_supported: Value<bool>,
        /// Service supports Content-ID referencing across change sets
        #[odata(default = false)]
        pub references_across_change_sets_supported: Value<bool>,
        /// Service supports referencing Etags from previous requests
        #[odata(default = false)]
        pub etag_references_supported: Value<bool>,
        /// Service supports the `if` member in JSON batch requests
        #[odata(default = false)]
        pub request_dependency_conditions_supported: Value<bool>,
        /// Media types of supported formats for $batch
        pub supported_formats: Value<Vec<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.FilterRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct FilterRestrictionsBase {
        /// $filter is supported
        #[odata(default = true)]
        pub filterable: Value<bool>,
        /// $filter is required
        #[odata(default = false)]
        pub requires_filter: Value<bool>,
        /// The maximum number of levels (including recursion) that can be traversed in a filter expression. A
        /// value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.FilterRestrictionsType",
        base = FilterRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct FilterRestrictionsType {
        /// $filter is supported
        #[odata(default = true)]
        pub filterable: Value<bool>,
        /// $filter is required
        #[odata(default = false)]
        pub requires_filter: Value<bool>,
        /// The maximum number of levels (including recursion) that can be traversed in a filter expression. A
        /// value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// These properties must be specified in the $filter clause (properties of derived types are not
        /// allowed here)
        pub required_properties: Value<Vec<PropertyPath>>,
        /// These structural properties cannot be used in filter expressions
        pub non_filterable_properties: Value<Vec<PropertyPath>>,
        /// These properties only allow a subset of filter expressions. A valid filter expression for a single
        /// property can be enclosed in parentheses and combined by `and` with valid expressions for other
        /// properties.
        pub filter_expression_restrictions: Value<Vec<FilterExpressionRestrictionType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.FilterExpressionRestrictionType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct FilterExpressionRestrictionType {
        /// Path to the restricted property
        pub property: Value<Option<PropertyPath>>,
        /// Allowed subset of expressions
        pub allowed_expressions: Value<Option<FilterExpressionType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SortRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct SortRestrictionsBase {
        /// $orderby is supported
        #[odata(default = true)]
        pub sortable: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SortRestrictionsType",
        base = SortRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct SortRestrictionsType {
        /// $orderby is supported
        #[odata(default = true)]
        pub sortable: Value<bool>,
        /// These properties can only be used for sorting in Ascending order
        pub ascending_only_properties: Value<Vec<PropertyPath>>,
        /// These properties can only be used for sorting in Descending order
        pub descending_only_properties: Value<Vec<PropertyPath>>,
        /// These structural properties cannot be used in orderby expressions
        pub non_sortable_properties: Value<Vec<PropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ExpandRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExpandRestrictionsBase {
        /// $expand is supported
        #[odata(default = true)]
        pub expandable: Value<bool>,
        /// $expand is supported for stream properties and media streams
        #[odata(default = false)]
        pub streams_expandable: Value<bool>,
        /// The maximum number of levels that can be expanded in a expand expression. A value of -1 indicates
        /// there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ExpandCollectionRestrictionsType",
        base = ExpandRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExpandCollectionRestrictionsType {
        /// $expand is supported
        #[odata(default = true)]
        pub expandable: Value<bool>,
        /// $expand is supported for stream properties and media streams
        #[odata(default = false)]
        pub streams_expandable: Value<bool>,
        /// The maximum number of levels that can be expanded in a expand expression. A value of -1 indicates
        /// there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Restrictions on expand expressions when accessed by key
        pub expand_by_key_restrictions: Value<Option<ExpandByKeyRestrictionsBase>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ExpandRestrictionsType",
        base = ExpandCollectionRestrictionsType,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExpandRestrictionsType {
        /// $expand is supported
        #[odata(default = true)]
        pub expandable: Value<bool>,
        /// $expand is supported for stream properties and media streams
        #[odata(default = false)]
        pub streams_expandable: Value<bool>,
        /// The maximum number of levels that can be expanded in a expand expression. A value of -1 indicates
        /// there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Restrictions on expand expressions when accessed by key
        pub expand_by_key_restrictions: Value<Option<ExpandByKeyRestrictionsBase>>,
        /// These properties cannot be used in expand expressions
        pub non_expandable_properties: Value<Vec<NavigationPropertyPath>>,
        /// These stream properties cannot be used in expand expressions
        pub non_expandable_stream_properties: Value<Vec<PropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ExpandByKeyRestrictionsBase",
        base = ExpandRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExpandByKeyRestrictionsBase {
        /// $expand is supported
        #[odata(default = true)]
        pub expandable: Value<bool>,
        /// $expand is supported for stream properties and media streams
        #[odata(default = false)]
        pub streams_expandable: Value<bool>,
        /// The maximum number of levels that can be expanded in a expand expression. A value of -1 indicates
        /// there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ExpandByKeyRestrictionsType",
        base = ExpandByKeyRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ExpandByKeyRestrictionsType {
        /// $expand is supported
        #[odata(default = true)]
        pub expandable: Value<bool>,
        /// $expand is supported for stream properties and media streams
        #[odata(default = false)]
        pub streams_expandable: Value<bool>,
        /// The maximum number of levels that can be expanded in a expand expression. A value of -1 indicates
        /// there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// These properties cannot be used in expand expressions when accessing by key
        pub non_expandable_properties: Value<Vec<NavigationPropertyPath>>,
        /// These stream properties cannot be used in expand expressions when accessing by key
        pub non_expandable_stream_properties: Value<Vec<PropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.SearchRestrictionsType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct SearchRestrictionsType {
        /// $search is supported
        #[odata(default = true)]
        pub searchable: Value<bool>,
        /// Expressions not supported in $search
        #[odata(default = "none")]
        pub unsupported_expressions: Value<Flags<SearchExpressions>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.InsertRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct InsertRestrictionsBase {
        /// Entities can be inserted
        #[odata(default = true)]
        pub insertable: Value<bool>,
        /// The maximum number of navigation properties that can be traversed when addressing the collection to
        /// insert into. A value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Entities of a specific derived type can be created by specifying a type-cast segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// Support for query options with insert requests
        pub query_options: Value<Option<ModificationQueryOptionsType>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.InsertRestrictionsType",
        base = InsertRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct InsertRestrictionsType {
        /// Entities can be inserted
        #[odata(default = true)]
        pub insertable: Value<bool>,
        /// The maximum number of navigation properties that can be traversed when addressing the collection to
        /// insert into. A value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Entities of a specific derived type can be created by specifying a type-cast segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// Support for query options with insert requests
        pub query_options: Value<Option<ModificationQueryOptionsType>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
        /// These structural properties cannot be specified on insert
        pub non_insertable_properties: Value<Vec<PropertyPath>>,
        /// These navigation properties do not allow deep inserts
        pub non_insertable_navigation_properties: Value<Vec<NavigationPropertyPath>>,
        /// These structural properties must be specified on insert
        pub required_properties: Value<Vec<PropertyPath>>,
        /// Required permissions. One of the specified sets of scopes is required to perform the insert.
        pub permissions: Value<Vec<Option<PermissionType>>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.PermissionType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct PermissionType {
        /// Authorization flow scheme name
        pub scheme_name: Value<authorization::SchemeName>,
        /// List of scopes that can provide access to the resource
        pub scopes: Value<Vec<ScopeType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ScopeType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ScopeType {
        /// Name of the scope.
        pub scope: Value<String>,
        /// Comma-separated string value of all properties that will be included or excluded when using the
        /// scope.
        pub restricted_properties: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeepInsertSupportType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct DeepInsertSupportType {
        /// Annotation target supports deep inserts
        #[odata(default = true)]
        pub supported: Value<bool>,
        /// Annotation target supports accepting and returning nested entities annotated with the
        /// `Core.ContentID` instance annotation.
        #[odata(name = "ContentIDSupported", default = true)]
        pub content_id_supported: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.UpdateRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct UpdateRestrictionsBase {
        /// Entities can be updated
        #[odata(default = true)]
        pub updatable: Value<bool>,
        /// Entities can be upserted
        #[odata(default = false)]
        pub upsertable: Value<bool>,
        /// Entities can be inserted, updated, and deleted via a PATCH request with a delta payload
        #[odata(default = false)]
        pub delta_update_supported: Value<bool>,
        /// Supported HTTP Methods (PUT or PATCH) for updating an entity. If null, PATCH SHOULD be supported and
        /// PUT MAY be supported.
        #[odata(
            description = "Supported HTTP Methods (PUT or PATCH) for updating an entity.  If null, PATCH SHOULD be supported and PUT MAY be supported."
        )]
        pub update_method: Value<Option<Flags<HttpMethod>>>,
        /// Members of collections can be updated via a PATCH request with a `/$filter(...)/$each` segment
        #[odata(default = true)]
        pub filter_segment_supported: Value<bool>,
        /// Members of collections can be updated via a PATCH request with a type-cast segment and a `/$each`
        /// segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// The maximum number of navigation properties that can be traversed when addressing the collection or
        /// entity to update. A value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Required permissions. One of the specified sets of scopes is required to perform the update.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Support for query options with update requests
        pub query_options: Value<Option<ModificationQueryOptionsType>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.UpdateRestrictionsType",
        base = UpdateRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct UpdateRestrictionsType {
        /// Entities can be updated
        #[odata(default = true)]
        pub updatable: Value<bool>,
        /// Entities can be upserted
        #[odata(default = false)]
        pub upsertable: Value<bool>,
        /// Entities can be inserted, updated, and deleted via a PATCH request with a delta payload
        #[odata(default = false)]
        pub delta_update_supported: Value<bool>,
        /// Supported HTTP Methods (PUT or PATCH) for updating an entity. If null, PATCH SHOULD be supported and
        /// PUT MAY be supported.
        #[odata(
            description = "Supported HTTP Methods (PUT or PATCH) for updating an entity.  If null, PATCH SHOULD be supported and PUT MAY be supported."
        )]
        pub update_method: Value<Option<Flags<HttpMethod>>>,
        /// Members of collections can be updated via a PATCH request with a `/$filter(...)/$each` segment
        #[odata(default = true)]
        pub filter_segment_supported: Value<bool>,
        /// Members of collections can be updated via a PATCH request with a type-cast segment and a `/$each`
        /// segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// The maximum number of navigation properties that can be traversed when addressing the collection or
        /// entity to update. A value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Required permissions. One of the specified sets of scopes is required to perform the update.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Support for query options with update requests
        pub query_options: Value<Option<ModificationQueryOptionsType>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
        /// These structural properties cannot be specified on update
        pub non_updatable_properties: Value<Vec<PropertyPath>>,
        /// These navigation properties do not allow rebinding
        pub non_updatable_navigation_properties: Value<Vec<NavigationPropertyPath>>,
        /// These structural properties must be specified on update
        pub required_properties: Value<Vec<PropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeepUpdateSupportType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct DeepUpdateSupportType {
        /// Annotation target supports deep updates
        #[odata(default = true)]
        pub supported: Value<bool>,
        /// Annotation target supports accepting and returning nested entities annotated with the
        /// `Core.ContentID` instance annotation.
        #[odata(name = "ContentIDSupported", default = true)]
        pub content_id_supported: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeleteRestrictionsBase",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct DeleteRestrictionsBase {
        /// Entities can be deleted
        #[odata(default = true)]
        pub deletable: Value<bool>,
        /// The maximum number of navigation properties that can be traversed when addressing the collection to
        /// delete from or the entity to delete. A value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Members of collections can be deleted via a DELETE request with a `/$filter(...)/$each` segment
        #[odata(default = true)]
        pub filter_segment_supported: Value<bool>,
        /// Members of collections can be deleted via a DELETE request with a type-cast segment and a `/$each`
        /// segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// Required permissions. One of the specified sets of scopes is required to perform the delete.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DeleteRestrictionsType",
        base = DeleteRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct DeleteRestrictionsType {
        /// Entities can be deleted
        #[odata(default = true)]
        pub deletable: Value<bool>,
        /// The maximum number of navigation properties that can be traversed when addressing the collection to
        /// delete from or the entity to delete. A value of -1 indicates there is no restriction.
        #[odata(default = -1)]
        pub max_levels: Value<i32>,
        /// Members of collections can be deleted via a DELETE request with a `/$filter(...)/$each` segment
        #[odata(default = true)]
        pub filter_segment_supported: Value<bool>,
        /// Members of collections can be deleted via a DELETE request with a type-cast segment and a `/$each`
        /// segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// Required permissions. One of the specified sets of scopes is required to perform the delete.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
        /// These navigation properties do not allow DeleteLink requests
        pub non_deletable_navigation_properties: Value<Vec<NavigationPropertyPath>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CollectionPropertyRestrictionsType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct CollectionPropertyRestrictionsType {
        /// Restricted Collection-valued property
        pub collection_property: Value<Option<PropertyPath>>,
        /// List of functions and operators supported in filter expressions
        pub filter_functions: Value<Vec<String>>,
        /// Restrictions on filter expressions
        pub filter_restrictions: Value<Option<FilterRestrictionsType>>,
        /// Restrictions on search expressions
        pub search_restrictions: Value<Option<SearchRestrictionsType>>,
        /// Restrictions on orderby expressions
        pub sort_restrictions: Value<Option<SortRestrictionsType>>,
        /// Supports $top
        #[odata(default = true)]
        pub top_supported: Value<bool>,
        /// Supports $skip
        #[odata(default = true)]
        pub skip_supported: Value<bool>,
        /// Support for $select
        pub select_support: Value<Option<SelectSupportType>>,
        /// Members can be inserted into this collection
        #[odata(default = true)]
        pub insertable: Value<bool>,
        /// Members of this ordered collection can be updated by ordinal
        #[odata(default = true)]
        pub updatable: Value<bool>,
        /// Members of this ordered collection can be deleted by ordinal
        #[odata(default = true)]
        pub deletable: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.OperationRestrictionsType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OperationRestrictionsType {
        /// Bound action or function can be invoked on a collection-valued binding parameter path with a
        /// `/$filter(...)` segment
        #[odata(default = true)]
        pub filter_segment_supported: Value<bool>,
        /// Required permissions. One of the specified sets of scopes is required to invoke an action or
        /// function
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ModificationQueryOptionsType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ModificationQueryOptionsType {
        /// Supports $expand with modification requests
        #[odata(default = false)]
        pub expand_supported: Value<bool>,
        /// Supports $select with modification requests
        #[odata(default = false)]
        pub select_supported: Value<bool>,
        /// Supports $compute with modification requests
        #[odata(default = false)]
        pub compute_supported: Value<bool>,
        /// Supports $filter with modification requests
        #[odata(default = false)]
        pub filter_supported: Value<bool>,
        /// Supports $search with modification requests
        #[odata(default = false)]
        pub search_supported: Value<bool>,
        /// Supports $orderby with modification requests
        #[odata(default = false)]
        pub sort_supported: Value<bool>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ReadRestrictionsBase",
        abstract,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ReadRestrictionsBase {
        /// Entities can be retrieved
        #[odata(default = true)]
        pub readable: Value<bool>,
        /// Required permissions. One of the specified sets of scopes is required to read.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
    }

    /// Restrictions for retrieving an entity by key
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ReadByKeyRestrictionsType",
        base = ReadRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ReadByKeyRestrictionsType {
        /// Entities can be retrieved
        #[odata(default = true)]
        pub readable: Value<bool>,
        /// Required permissions. One of the specified sets of scopes is required to read.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.ReadRestrictionsType",
        base = ReadRestrictionsBase,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ReadRestrictionsType {
        /// Entities can be retrieved
        #[odata(default = true)]
        pub readable: Value<bool>,
        /// Required permissions. One of the specified sets of scopes is required to read.
        pub permissions: Value<Vec<Option<PermissionType>>>,
        /// Supported or required custom headers
        pub custom_headers: Value<Vec<CustomParameter>>,
        /// Supported or required custom query options
        pub custom_query_options: Value<Vec<CustomParameter>>,
        /// A brief description of the request
        pub description: Value<Option<String>>,
        /// A long description of the request
        pub long_description: Value<Option<String>>,
        /// Possible error responses returned by the request.
        pub error_responses: Value<Vec<HttpResponse>>,
        /// Entities of a specific derived type can be read by specifying a type-cast segment
        #[odata(default = true)]
        pub typecast_segment_supported: Value<bool>,
        /// Restrictions for retrieving an entity by key
        pub read_by_key_restrictions: Value<Option<ReadByKeyRestrictionsType>>,
    }

    /// A custom parameter is either a header or a query option
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.CustomParameter",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct CustomParameter {
        /// Name of the custom parameter
        pub name: Value<String>,
        /// Description of the custom parameter
        pub description: Value<Option<String>>,
        /// URL of related documentation
        #[odata(name = "DocumentationURL")]
        pub documentation_url: Value<Option<String>>,
        /// true: parameter is required, false or not specified: parameter is optional
        #[odata(default = false)]
        pub required: Value<bool>,
        /// Example values for the custom parameter
        pub example_values: Value<Vec<core::PrimitiveExampleValue>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.DefaultCapabilitiesType",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct DefaultCapabilitiesType {
        /// Change tracking capabilities
        pub change_tracking: Value<Option<ChangeTrackingBase>>,
        /// Restrictions on /$count path suffix and $count=true system query option
        pub count_restrictions: Value<Option<CountRestrictionsBase>>,
        /// Supports key values according to OData URL conventions
        pub indexable_by_key: Value<Option<core::Tag>>,
        /// Supports $top
        pub top_supported: Value<Option<core::Tag>>,
        /// Supports $skip
        pub skip_supported: Value<Option<core::Tag>>,
        /// Supports $compute
        pub compute_supported: Value<Option<core::Tag>>,
        /// Support for $select and nested query options within $select
        pub select_support: Value<Option<SelectSupportType>>,
        /// Restrictions on filter expressions
        pub filter_restrictions: Value<Option<FilterRestrictionsBase>>,
        /// Restrictions on orderby expressions
        pub sort_restrictions: Value<Option<SortRestrictionsBase>>,
        /// Restrictions on expand expressions
        pub expand_restrictions: Value<Option<ExpandRestrictionsBase>>,
        /// Restrictions on search expressions
        pub search_restrictions: Value<Option<SearchRestrictionsType>>,
        /// Restrictions on insert operations
        pub insert_restrictions: Value<Option<InsertRestrictionsBase>>,
        /// Restrictions on update operations
        pub update_restrictions: Value<Option<UpdateRestrictionsBase>>,
        /// Restrictions on delete operations
        pub delete_restrictions: Value<Option<DeleteRestrictionsBase>>,
        /// Restrictions for function or action operations
        pub operation_restrictions: Value<Option<OperationRestrictionsType>>,
        /// Restrictions for retrieving a collection of entities, retrieving a singleton instance
        pub read_restrictions: Value<Option<ReadRestrictionsType>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Capabilities.V1.HttpResponse",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct HttpResponse {
        /// HTTP response status code, for example 400, 403, 501
        pub status_code: Value<String>,
        /// Human-readable description of the response
        pub description: Value<String>,
    }

    /// The types of all records, in the order of the document.
    #[allow(deprecated)]
    pub const RECORDS: &[&RecordDescriptor] = &[
        <CallbackType as Record>::RECORD,
        <CallbackProtocol as Record>::RECORD,
        <ChangeTrackingBase as Record>::RECORD,
        <ChangeTrackingType as Record>::RECORD,
        <CountRestrictionsBase as Record>::RECORD,
        <CountRestrictionsType as Record>::RECORD,
        <NavigationRestrictionsType as Record>::RECORD,
        <NavigationPropertyRestriction as Record>::RECORD,
        <SelectSupportType as Record>::RECORD,
        <BatchSupportType as Record>::RECORD,
        <FilterRestrictionsBase as Record>::RECORD,
        <FilterRestrictionsType as Record>::RECORD,
        <FilterExpressionRestrictionType as Record>::RECORD,
        <SortRestrictionsBase as Record>::RECORD,
        <SortRestrictionsType as Record>::RECORD,
        <ExpandRestrictionsBase as Record>::RECORD,
        <ExpandCollectionRestrictionsType as Record>::RECORD,
        <ExpandRestrictionsType as Record>::RECORD,
        <ExpandByKeyRestrictionsBase as Record>::RECORD,
        <ExpandByKeyRestrictionsType as Record>::RECORD,
        <SearchRestrictionsType as Record>::RECORD,
        <InsertRestrictionsBase as Record>::RECORD,
        <InsertRestrictionsType as Record>::RECORD,
        <PermissionType as Record>::RECORD,
        <ScopeType as Record>::RECORD,
        <DeepInsertSupportType as Record>::RECORD,
        <UpdateRestrictionsBase as Record>::RECORD,
        <UpdateRestrictionsType as Record>::RECORD,
        <DeepUpdateSupportType as Record>::RECORD,
        <DeleteRestrictionsBase as Record>::RECORD,
        <DeleteRestrictionsType as Record>::RECORD,
        <CollectionPropertyRestrictionsType as Record>::RECORD,
        <OperationRestrictionsType as Record>::RECORD,
        <ModificationQueryOptionsType as Record>::RECORD,
        <ReadRestrictionsBase as Record>::RECORD,
        <ReadByKeyRestrictionsType as Record>::RECORD,
        <ReadRestrictionsType as Record>::RECORD,
        <CustomParameter as Record>::RECORD,
        <DefaultCapabilitiesType as Record>::RECORD,
        <HttpResponse as Record>::RECORD,
    ];
}
