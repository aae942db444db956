// The vocabulary `Org.OData.Authorization.V1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `Org.OData.Authorization.V1`.
///
/// The Authorization Vocabulary provides terms for describing authorization requirements of the service
#[allow(non_snake_case)]
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod Authorization {
    use ::odata_core::ODataTerm;
    use ::odata_core::annotation::{Term, TermDescriptor};
    use super::authorization;

    /// At least one of the specified security schemes are required to make a request against the service
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Authorization.V1.SecuritySchemes",
        value = Vec<authorization::SecurityScheme>,
        applies_to(entity_container),
        register = false
    )]
    pub struct SecuritySchemes;

    /// Lists the methods supported by the service to authorize access
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Authorization.V1.Authorizations",
        value = Vec<authorization::Authorization>,
        applies_to(entity_container),
        register = false
    )]
    pub struct Authorizations;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <SecuritySchemes as Term>::DESCRIPTOR,
        <Authorizations as Term>::DESCRIPTOR,
    ];
}

/// The types of the terms of the vocabulary `Org.OData.Authorization.V1`.
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod authorization {
    use ::odata_core::{ODataEnum, ODataRecord, ODataTypeDefinition};
    use ::odata_core::annotation::{Record, RecordDescriptor, Value};

    /// The name of the authorization scheme.
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(type = "Org.OData.Authorization.V1.SchemeName", serde = false, register = false)]
    pub struct SchemeName(pub String);

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "Org.OData.Authorization.V1.KeyLocation",
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    pub enum KeyLocation {
        /// API Key is passed in the header
        Header,
        /// API Key is passed as a query option
        QueryOption,
        /// API Key is passed as a cookie
        Cookie,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.SecurityScheme",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct SecurityScheme {
        /// The name of a required authorization scheme
        pub authorization: Value<SchemeName>,
        /// The names of scopes required from this authorization scheme
        pub required_scopes: Value<Vec<String>>,
    }

    /// Base type for all Authorization types
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.Authorization",
        abstract,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct Authorization {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.OpenIDConnect",
        base = Authorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OpenIDConnect {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// Issuer location for the OpenID Provider. Configuration information can be obtained by appending
        /// `/.well-known/openid-configuration` to this Url.
        pub issuer_url: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.Http",
        base = Authorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct Http {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// HTTP Authorization scheme to be used in the Authorization header, as per RFC7235
        pub scheme: Value<String>,
        /// Format of the bearer token
        pub bearer_format: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.OAuthAuthorization",
        abstract,
        base = Authorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OAuthAuthorization {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// Available scopes
        pub scopes: Value<Vec<AuthorizationScope>>,
        /// Refresh Url
        pub refresh_url: Value<Option<String>>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.OAuth2ClientCredentials",
        base = OAuthAuthorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OAuth2ClientCredentials {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// Available scopes
        pub scopes: Value<Vec<AuthorizationScope>>,
        /// Refresh Url
        pub refresh_url: Value<Option<String>>,
        /// Token Url
        pub token_url: Value<String>,
    }

    /// Security note: OAuth2 implicit grant is considered to be not secure and should not be used by
    /// clients, see [OAuth 2.0 Security Best Current
    /// Practice](https://datatracker.ietf.org/doc/html/draft-ietf-oauth-security-topics.html#name-implicit-grant).
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.OAuth2Implicit",
        base = OAuthAuthorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OAuth2Implicit {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// Available scopes
        pub scopes: Value<Vec<AuthorizationScope>>,
        /// Refresh Url
        pub refresh_url: Value<Option<String>>,
        /// Authorization URL
        pub authorization_url: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.OAuth2Password",
        base = OAuthAuthorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OAuth2Password {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// Available scopes
        pub scopes: Value<Vec<AuthorizationScope>>,
        /// Refresh Url
        pub refresh_url: Value<Option<String>>,
        /// Token Url
        pub token_url: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.OAuth2AuthCode",
        base = OAuthAuthorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct OAuth2AuthCode {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// Available scopes
        pub scopes: Value<Vec<AuthorizationScope>>,
        /// Refresh Url
        pub refresh_url: Value<Option<String>>,
        /// Authorization URL
        pub authorization_url: Value<String>,
        /// Token Url
        pub token_url: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.AuthorizationScope",
        rename_all = "PascalCase",
        register = false
    )]
    pub struct AuthorizationScope {
        /// Scope name
        pub scope: Value<String>,
        /// Identity that has access to the scope or can grant access to the scope.
        pub grant: Value<Option<String>>,
        /// Description of the scope
        pub description: Value<String>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "Org.OData.Authorization.V1.ApiKey",
        base = Authorization,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct ApiKey {
        /// Name that can be used to reference the authorization scheme
        pub name: Value<String>,
        /// Description of the authorization scheme
        pub description: Value<Option<String>>,
        /// The name of the header or query parameter
        pub key_name: Value<String>,
        /// Whether the API Key is passed in the header or as a query option
        pub location: Value<KeyLocation>,
    }

    /// The types of all records, in the order of the document.
    #[allow(deprecated)]
    pub const RECORDS: &[&RecordDescriptor] = &[
        <SecurityScheme as Record>::RECORD,
        <Authorization as Record>::RECORD,
        <OpenIDConnect as Record>::RECORD,
        <Http as Record>::RECORD,
        <OAuthAuthorization as Record>::RECORD,
        <OAuth2ClientCredentials as Record>::RECORD,
        <OAuth2Implicit as Record>::RECORD,
        <OAuth2Password as Record>::RECORD,
        <OAuth2AuthCode as Record>::RECORD,
        <AuthorizationScope as Record>::RECORD,
        <ApiKey as Record>::RECORD,
    ];
}
