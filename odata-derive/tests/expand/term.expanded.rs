#[allow(
    deprecated,
    private_interfaces,
    unused_qualifications,
    clippy::absolute_paths,
    clippy::box_collection,
    clippy::disallowed_types,
    clippy::option_option,
    clippy::redundant_allocation,
    clippy::type_complexity,
    clippy::vec_box
)]
const _: () = {
    use ::odata_core::__private as __odata;
    const __TYPE: __odata::ValueType = __odata::value_type::<Vec<Audit>>();
    static __TERM: __odata::TermDescriptor = __odata::TermDescriptor {
        name: "shop.audited",
        rust_name: "Audited",
        ty: __TYPE.ty,
        nullable: __TYPE.nullable,
        facets: __odata::NO_FACETS,
        unicode: ::core::option::Option::None,
        default: ::core::option::Option::None,
        base: ::core::option::Option::Some(__odata::term::<Seen>()),
        applies_to: __odata::AppliesTo::ENTITY_TYPE.with(__odata::AppliesTo::PROPERTY),
        description: "Who looked at it.",
        annotations: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl __odata::Term for Audited {
        type Value = Vec<Audit>;
        const DESCRIPTOR: &'static __odata::TermDescriptor = &__TERM;
    }
    __odata::inventory::submit! {
        __odata::Registration::Term(& __TERM)
    }
};
