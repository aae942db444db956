// The vocabulary `shop.vocabulary.v1`, as `odata-codegen vocabulary` makes it of the document that declares it.
// Changes are lost when it is made again.

/// The terms of the vocabulary `shop.vocabulary.v1`.
///
/// What a shop says about its model
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
    use ::odata_core::annotation::{
        AnyPrimitive, AnyValue, PropertyPath, Term, TermDescriptor,
    };
    use ::odata_core::value::{Date, Decimal};
    use ::odata_core::vocabularies::core;
    use crate::logging::log_types;
    use super::shop;

    /// Who last checked the annotated element, and by what: this description is longer than a line of a
    /// comment is.
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Audited",
        value = shop::AuditType,
        applies_to(entity_type, property, if),
        register = false
    )]
    pub struct Audited;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Fragile",
        value = core::Tag,
        default = true,
        base = Audited,
        register = false
    )]
    pub struct Fragile;

    /// Two blanks
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.label",
        value = Option<::std::string::String>,
        description = "Two  blanks",
        register = false
    )]
    pub struct Label;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Discount",
        value = Decimal,
        default = -0.5,
        precision = 9,
        scale = variable,
        register = false
    )]
    pub struct Discount;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Channels",
        value = Flags<shop::Channel>,
        register = false
    )]
    pub struct Channels;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Level",
        value = Option<shop::Level>,
        register = false
    )]
    pub struct Level;

    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.Levels",
        value = Vec<Flags<log_types::Level>>,
        register = false
    )]
    pub struct Levels;

    #[derive(ODataTerm)]
    #[odata(type = "shop.vocabulary.v1.Sorts", value = Vec<PropertyPath>, register = false)]
    pub struct Sorts;

    #[derive(ODataTerm)]
    #[odata(type = "shop.vocabulary.v1.Gaps", value = Vec<Option<Date>>, register = false)]
    pub struct Gaps;

    #[deprecated(note = "Use `Levels`")]
    #[derive(ODataTerm)]
    #[odata(
        type = "shop.vocabulary.v1.String",
        value = ::std::string::String,
        register = false
    )]
    pub struct String;

    #[derive(ODataTerm)]
    #[odata(type = "shop.vocabulary.v1.Any", value = AnyPrimitive, register = false)]
    pub struct Any;

    #[derive(ODataTerm)]
    #[odata(type = "shop.vocabulary.v1.TERMS", value = AnyValue, register = false)]
    pub struct TERMS_;

    /// All terms, in the order of the document.
    #[allow(deprecated)]
    pub const TERMS: &[&TermDescriptor] = &[
        <Audited as Term>::DESCRIPTOR,
        <Fragile as Term>::DESCRIPTOR,
        <Label as Term>::DESCRIPTOR,
        <Discount as Term>::DESCRIPTOR,
        <Channels as Term>::DESCRIPTOR,
        <Level as Term>::DESCRIPTOR,
        <Levels as Term>::DESCRIPTOR,
        <Sorts as Term>::DESCRIPTOR,
        <Gaps as Term>::DESCRIPTOR,
        <String as Term>::DESCRIPTOR,
        <Any as Term>::DESCRIPTOR,
        <TERMS_ as Term>::DESCRIPTOR,
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
    use ::odata_core::{Flags, ODataEnum, ODataRecord, ODataTypeDefinition};
    use ::odata_core::annotation::{AnyValue, PropertyPath, Record, RecordDescriptor};
    use ::odata_core::value::DateTimeOffset;

    /// A user of the shop
    #[derive(ODataTypeDefinition, Clone, Debug, PartialEq)]
    #[odata(
        type = "shop.vocabulary.v1.UserName",
        max_length = 20,
        unicode = false,
        serde = false,
        register = false
    )]
    pub struct UserName(pub String);

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(type = "shop.vocabulary.v1.Channel", flags, serde = false, register = false)]
    pub enum Channel {
        Web = 1,
        #[odata(name = "STORE")]
        STORE = 2,
        #[odata(name = "no_one")]
        NoOne = 0,
    }
    #[allow(non_upper_case_globals)]
    impl Channel {
        pub const Shop: Self = Self::STORE;
    }

    #[derive(ODataEnum, Clone, Copy, Debug, PartialEq, Eq)]
    #[odata(
        type = "shop.vocabulary.v1.Level",
        rename_all = "PascalCase",
        allow(same_name_as_type),
        serde = false,
        register = false
    )]
    #[repr(i16)]
    pub enum Level {
        /// Not at all
        Low = -1,
        #[deprecated(note = "Never used")]
        Level = 3,
    }

    /// Base of all checks.
    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "shop.vocabulary.v1.Check",
        abstract,
        open,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct Check {
        pub done_at: ::odata_core::annotation::Value<DateTimeOffset>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(
        type = "shop.vocabulary.v1.AuditType",
        base = Check,
        rename_all = "PascalCase",
        register = false
    )]
    pub struct AuditType {
        pub done_at: ::odata_core::annotation::Value<DateTimeOffset>,
        /// Who did it
        pub by: ::odata_core::annotation::Value<UserName>,
        #[odata(default = "web")]
        pub channels: ::odata_core::annotation::Value<Flags<Channel>>,
        #[odata(default = "3")]
        pub level: ::odata_core::annotation::Value<Level>,
        #[odata(default = "true")]
        pub r#type: ::odata_core::annotation::Value<String>,
        #[odata(name = "ReportURL")]
        pub report_url: ::odata_core::annotation::Value<Option<String>>,
        pub parts: ::odata_core::annotation::Value<Vec<AuditType>>,
        pub r#where: ::odata_core::annotation::Value<Option<AnyValue>>,
        pub of: ::odata_core::annotation::Value<PropertyPath>,
    }

    #[derive(ODataRecord, Clone, Copy, Debug)]
    #[odata(type = "shop.vocabulary.v1.Value", register = false)]
    pub struct Value {
        pub self_: ::odata_core::annotation::Value<Vec<u8>>,
    }

    /// The types of all records, in the order of the document.
    #[allow(deprecated)]
    pub const RECORDS: &[&RecordDescriptor] = &[
        <Check as Record>::RECORD,
        <AuditType as Record>::RECORD,
        <Value as Record>::RECORD,
    ];
}
