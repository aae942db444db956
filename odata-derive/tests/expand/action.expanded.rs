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
    const __field_percent: __odata::Field<Decimal> = __odata::field::<Decimal>();
    const __field_reason: __odata::Field<Optional<Option<String>>> = __odata::field::<
        Optional<Option<String>>,
    >();
    const _: () = __odata::check::entity_set_end(
        __odata::child::<Vec<AnyOf<Product>>>().structured,
        __odata::child::<Vec<AnyOf<Product>>>().structured,
    );
    const _: () = __odata::check::parameter_type("percent", __field_percent.ty);
    const _: () = __odata::check::precision(__field_percent.ty);
    const _: () = __odata::check::scale(__field_percent.ty);
    const _: () = __odata::check::parameter_type("reason", __field_reason.ty);
    const _: () = __odata::check::default_of_optional("reason", __field_reason.ty);
    const _: () = __odata::check::default_value(
        "reason",
        __field_reason.ty,
        __odata::DefaultValue::Text("spring"),
    );
    const _: () = __odata::check::default_fits(
        __field_reason.ty,
        __odata::DefaultValue::Text("spring"),
        __odata::NO_FACETS,
    );
    static __BINDING: __odata::PropertyDescriptor = __odata::PropertyDescriptor {
        name: "products",
        json: "\"products\":",
        rust_name: "products",
        ..__odata::check::binding_parameter(__odata::child::<Vec<AnyOf<Product>>>().ty)
    };
    static __RETURNS: __odata::PropertyDescriptor = __odata::check::return_value(
        __odata::child::<Vec<AnyOf<Product>>>().ty,
    );
    const _: () = __odata::check::entity_set_path_binding(
        __odata::child::<Vec<AnyOf<Product>>>().ty,
        false,
    );
    const _: () = __odata::check::entity_set_path_return(
        __odata::child::<Vec<AnyOf<Product>>>().ty,
    );
    static __PROPERTIES: [__odata::PropertyDescriptor; 2] = [
        __odata::PropertyDescriptor {
            facets: __odata::NO_FACETS.with_precision(5).with_scale(2),
            ..__odata::property_descriptor(
                "percent",
                "\"percent\":",
                1979316826,
                "percent",
                1979316826,
                __field_percent.ty,
                "",
            )
        },
        __odata::PropertyDescriptor {
            default: ::core::option::Option::Some(__odata::DefaultValue::Text("spring")),
            ..__odata::property_descriptor(
                "reason",
                "\"reason\":",
                4171456025,
                "reason",
                4171456025,
                __field_reason.ty,
                "",
            )
        },
    ];
    static __DESCRIPTOR: __odata::TypeDescriptor = __odata::TypeDescriptor {
        description: "Puts products on sale.",
        ..__odata::type_descriptor(
            __odata::TypeKind::Operation,
            "shop.discount",
            "Discount",
            __odata::NO_BASE,
            &__PROPERTIES,
            &[],
            __odata::blank_structured::<Discount>,
        )
    };
    #[automatically_derived]
    impl __odata::Slot for Discount {
        fn view(&self) -> __odata::ValueRef<'_> {
            __odata::ValueRef::Structured(self)
        }
        fn current(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some(self)
        }
    }
    #[automatically_derived]
    impl __odata::Structured for Discount {
        fn slot(&self, __index: usize) -> &dyn __odata::Slot {
            match __index {
                0 => (__field_percent.slot)(&self.percent),
                1 => (__field_reason.slot)(&self.reason),
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn slot_mut(&mut self, __index: usize) -> &mut dyn __odata::Slot {
            match __index {
                0 => (__field_percent.slot_mut)(&mut self.percent),
                1 => (__field_reason.slot_mut)(&mut self.reason),
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Discount {
        const TYPE: &'static __odata::PropertyType = &__odata::parameters_type::<Self>();
        type Single = Self;
        fn blank() -> Self {
            let mut __new = Discount {
                percent: (__field_percent.blank)(),
                reason: (__field_reason.blank)(),
            };
            __odata::apply_defaults(&mut __new, &__DESCRIPTOR);
            __new
        }
        fn copy(&self) -> Self {
            __odata::copy::<Discount>(self)
        }
    }
    #[automatically_derived]
    impl __odata::StructuredType for Discount {
        const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
        type Properties = ();
        const TYPED_PROPERTIES: &'static () = &();
    }
    #[automatically_derived]
    impl __odata::IsA<Discount, __odata::Here> for Discount {}
    static __OPERATION: __odata::OperationDescriptor = __odata::OperationDescriptor {
        has_entity_set_path: true,
        allows: __odata::OperationAllows::ACTION_AND_FUNCTION
            .with(__odata::OperationAllows::NAME_OF_A_TYPE),
        ..__odata::operation_descriptor(
            __odata::OperationKind::Action,
            &__DESCRIPTOR,
            ::core::option::Option::Some(&__BINDING),
            ::core::option::Option::Some(&__RETURNS),
        )
    };
    #[automatically_derived]
    impl __odata::Operation for Discount {
        type Binding = Vec<AnyOf<Product>>;
        type Returns = Vec<AnyOf<Product>>;
        const OPERATION: &'static __odata::OperationDescriptor = &__OPERATION;
    }
    #[automatically_derived]
    impl __odata::Action for Discount {}
    #[automatically_derived]
    impl __odata::serde::Serialize for Discount {
        fn serialize<__S: __odata::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __odata::serde::Deserialize<'de> for Discount {
        fn deserialize<__D: __odata::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::deserialize(__deserializer)
        }
    }
    __odata::inventory::submit! {
        __odata::Registration::Operation(& __OPERATION)
    }
};
