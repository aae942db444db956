// The vocabulary `shop.vocabulary.v1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `shop.vocabulary.v1`.
///
/// What the shop says about its model
#[allow(non_snake_case)]
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod Shop {
    use ::odata_core::{Flags, ODataTerm};
    use ::odata_core::annotation::{PropertyPath, Term, TermDescriptor};
    use ::odata_core::value::Decimal;
    use ::odata_core::vocabularies::core;
    use super::shop;

    /// Values break if they are dropped
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Fragile",
        value = core::Tag,
        default = true,
        applies_to(entity_type, property),
        register = false
    )]
    pub struct Fragile;

    /// The shelf where the products are
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Shelf",
        value = Option<String>,
        applies_to(entity_set),
        register = false
    )]
    pub struct Shelf;

    /// By how many per cent a price changes before it is shown to a customer who has not bought anything
    /// for a year
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Discount",
        value = Decimal,
        default = -2.5,
        precision = 4,
        scale = 1,
        register = false
    )]
    pub struct Discount;

    /// Where products are sold
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Channels",
        value = Flags<shop::Channel>,
        applies_to(entity_set, singleton),
        register = false
    )]
    pub struct Channels;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.SortedBy",
        value = Vec<PropertyPath>,
        applies_to(entity_type),
        register = false
    )]
    pub struct SortedBy;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Audit",
        value = shop::AuditType,
        applies_to(entity_type, property),
        register = false
    )]
    pub struct Audit;

    #[derive(ODataTerm)]
    #[odata(type = "shop.vocabulary.v1.Checks", value = Vec<shop::Check>, register = false)]
    pub struct Checks;

    #[deprecated(note = "Use `Shelf`")]
    #[derive(ODataTerm)]
    #[odata(type = "shop.vocabulary.v1.ShelfNumber", value = i16, register = false)]
    pub struct ShelfNumber;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <Fragile as Term>::DESCRIPTOR,
        <Shelf as Term>::DESCRIPTOR,
        <Discount as Term>::DESCRIPTOR,
        <Channels as Term>::DESCRIPTOR,
        <SortedBy as Term>::DESCRIPTOR,
        <Audit as Term>::DESCRIPTOR,
        <Checks as Term>::DESCRIPTOR,
        <ShelfNumber as Term>::DESCRIPTOR,
    ];
}

/// The types of the terms of the vocabulary `shop.vocabulary.v1`.
#[allow(
    missing_docs,
    non_camel_case_types,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::invalid_html_tags,
    clippy::doc_markdown
)]
pub mod shop {
    use ::odata_core::{ODataEnum, ODataRecord, ODataTypeDefinition};
    use ::odata_core::annotation::{AnyPropertyPath, Record, RecordDescriptor, Value};
    use ::odata_core::value::Date;

    /// The name of somebody who works in the shop
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "shop.vocabulary.v1.UserName",
        max_length = 20,
        serde = false,
        register = false
    )]
    pub struct UserName(pub String);

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(type = "shop.vocabulary.v1.Channel", flags, serde = false, register = false)]
    pub enum Channel {
        /// On the web
        Web = 1,
        #[odata(name = "POS")]
        POS = 2,
    }
    #[allow(non_upper_case_globals)]
    impl Channel {
        /// The same as `POS`
        pub const Counter: Self = Self::POS;
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "shop.vocabulary.v1.Level",
        rename_all = "PascalCase",
        serde = false,
        register = false
    )]
    #[repr(u8)]
    pub enum Level {
        Short,
        Thorough,
    }

    /// Somebody has looked at it
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "shop.vocabulary.v1.Check",
        abstract,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct Check {
        pub by: Value<UserName>,
        #[odata(default = "Short")]
        pub level: Value<Level>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "shop.vocabulary.v1.AuditType",
        base = Check,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct AuditType {
        pub by: Value<UserName>,
        #[odata(default = "Short")]
        pub level: Value<Level>,
        /// What was looked at
        pub of: Value<Option<AnyPropertyPath>>,
        #[odata(name = "ReportURL")]
        pub report_url: Value<Option<String>>,
        pub on: Value<Vec<Option<Date>>>,
        #[odata(default = "1")]
        pub r#type: Value<String>,
    }

    /// The types of all records, in the order of the document.
    #[allow(deprecated)]
    pub const RECORDS: &[&RecordDescriptor] = &[
        <Check as Record>::RECORD,
        <AuditType as Record>::RECORD,
    ];
}
