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
    static __RETURNS: __odata::PropertyDescriptor = __odata::PropertyDescriptor {
        facets: __odata::NO_FACETS.with_precision(10),
        ..__odata::check::return_value(__odata::child::<Decimal>().ty)
    };
    const _: () = __odata::check::precision_alone(__odata::child::<Decimal>().ty, 10u16);
    static __PROPERTIES: [__odata::PropertyDescriptor; 0] = [];
    static __DESCRIPTOR: __odata::TypeDescriptor = __odata::type_descriptor(
        __odata::TypeKind::Operation,
        "shop.price",
        "Price",
        __odata::NO_BASE,
        &__PROPERTIES,
        &[],
        __odata::blank_structured::<Price>,
    );
    #[automatically_derived]
    impl __odata::Slot for Price {
        fn view(&self) -> __odata::ValueRef<'_> {
            __odata::ValueRef::Structured(self)
        }
        fn current(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some(self)
        }
    }
    #[automatically_derived]
    impl __odata::Structured for Price {
        fn slot(&self, __index: usize) -> &dyn __odata::Slot {
            match __index {
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn slot_mut(&mut self, __index: usize) -> &mut dyn __odata::Slot {
            match __index {
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Price {
        const TYPE: &'static __odata::PropertyType = &__odata::parameters_type::<Self>();
        type Single = Self;
        fn blank() -> Self {
            Price {}
        }
        fn copy(&self) -> Self {
            __odata::copy::<Price>(self)
        }
    }
    #[automatically_derived]
    impl __odata::StructuredType for Price {
        const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
        type Properties = ();
        const TYPED_PROPERTIES: &'static () = &();
    }
    #[automatically_derived]
    impl __odata::IsA<Price, __odata::Here> for Price {}
    static __OPERATION: __odata::OperationDescriptor = __odata::OperationDescriptor {
        is_composable: true,
        ..__odata::operation_descriptor(
            __odata::OperationKind::Function,
            &__DESCRIPTOR,
            __odata::NO_PART,
            ::core::option::Option::Some(&__RETURNS),
        )
    };
    #[automatically_derived]
    impl __odata::Operation for Price {
        type Binding = ();
        type Returns = Decimal;
        const OPERATION: &'static __odata::OperationDescriptor = &__OPERATION;
    }
    #[automatically_derived]
    impl __odata::Function for Price {}
    __odata::inventory::submit! {
        __odata::Registration::Operation(& __OPERATION)
    }
};
