// The vocabulary `Org.OData.Measures.V1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `Org.OData.Measures.V1`.
///
/// Terms describing monetary amounts and measured quantities
#[allow(non_snake_case)]
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod Measures {
    use ::odata_core::ODataTerm;
    use ::odata_core::annotation::{Term, TermDescriptor};
    use super::measures;

    /// The currency for this monetary amount as an ISO 4217 currency code
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Measures.V1.ISOCurrency",
        value = String,
        applies_to(parameter, property),
        register = false
    )]
    pub struct ISOCurrency;

    /// The number of significant decimal places in the scale part (less than or equal to the number
    /// declared in the Scale facet)
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Measures.V1.Scale",
        value = u8,
        applies_to(parameter, property),
        register = false
    )]
    pub struct Scale;

    /// The unit of measure for this measured quantity, e.g. cm for centimeters or % for percentages
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Measures.V1.Unit",
        value = String,
        applies_to(parameter, property),
        register = false
    )]
    pub struct Unit;

    /// The unit of measure for this measured quantity, according to the [UN/CEFACT Recommendation
    /// 20](http://tfig.unece.org/contents/recommendation-20.htm)
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Measures.V1.UNECEUnit",
        value = String,
        applies_to(parameter, property),
        register = false
    )]
    pub struct UNECEUnit;

    /// The minimum granularity of duration values.
    #[derive(ODataTerm)]
    #[odata(
        type = "Org.OData.Measures.V1.DurationGranularity",
        value = measures::DurationGranularityType,
        applies_to(parameter, property),
        register = false
    )]
    pub struct DurationGranularity;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <ISOCurrency as Term>::DESCRIPTOR,
        <Scale as Term>::DESCRIPTOR,
        <Unit as Term>::DESCRIPTOR,
        <UNECEUnit as Term>::DESCRIPTOR,
        <DurationGranularity as Term>::DESCRIPTOR,
    ];
}

/// The types of the terms of the vocabulary `Org.OData.Measures.V1`.
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod measures {
    use ::odata_core::ODataTypeDefinition;

    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "Org.OData.Measures.V1.DurationGranularityType",
        serde = false,
        register = false
    )]
    pub struct DurationGranularityType(pub String);
}
