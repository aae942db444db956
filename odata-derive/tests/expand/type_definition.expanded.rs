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
    const __FIELD: __odata::Field<String> = __odata::field::<String>();
    const _: () = __odata::check::underlying_type(__FIELD.ty);
    static __DEFINITION: __odata::TypeDefinition = __odata::TypeDefinition {
        name: "shop.sku",
        rust_name: "Sku",
        underlying: __odata::underlying(__FIELD.ty),
        facets: __odata::NO_FACETS.with_max_length(12),
        unicode: ::core::option::Option::Some(false),
        description: "Stock number.",
        annotations: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl __odata::Slot for Sku {
        fn view(&self) -> __odata::ValueRef<'_> {
            (__FIELD.slot)(&self.0).view()
        }
        fn put(
            &mut self,
            __input: __odata::Input<'_>,
        ) -> ::core::result::Result<(), __odata::Mismatch> {
            (__FIELD.slot_mut)(&mut self.0).put(__input)
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Sku {
        const TYPE: &'static __odata::PropertyType = &__odata::defined_type::<
            Self,
        >(__FIELD.ty, &__DEFINITION);
        type Single = __odata::NoProperties<Self>;
        fn blank() -> Self {
            Self((__FIELD.blank)())
        }
        fn copy(&self) -> Self {
            __odata::copy::<Sku>(self)
        }
    }
    #[automatically_derived]
    impl __odata::TermValue for Sku {
        const TYPE: __odata::TermType = __odata::TermType::Definition(&__DEFINITION);
        type Item = Self;
    }
    #[automatically_derived]
    impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for Sku {}
    __odata::inventory::submit! {
        __odata::Registration::Definition(& __DEFINITION)
    }
};
