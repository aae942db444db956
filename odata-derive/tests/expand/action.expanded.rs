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
    const _: () = __odata::check::binding_type(
        __odata::child::<Vec<AnyOf<Product>>>().ty,
    );
    const _: () = __odata::check::return_type(
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
            name: "percent",
            json: "\"percent\":",
            hash: 1979316826,
            rust_name: "percent",
            rust_hash: 1979316826,
            ty: __field_percent.ty,
            flags: __odata::NO_FLAGS,
            facets: __odata::NO_FACETS.with_precision(5).with_scale(2),
            default: ::core::option::Option::None,
            description: "",
        },
        __odata::PropertyDescriptor {
            name: "reason",
            json: "\"reason\":",
            hash: 4171456025,
            rust_name: "reason",
            rust_hash: 4171456025,
            ty: __field_reason.ty,
            flags: __odata::NO_FLAGS,
            facets: __odata::NO_FACETS,
            default: ::core::option::Option::Some(__odata::DefaultValue::Text("spring")),
            description: "",
        },
    ];
    static __DESCRIPTOR: __odata::TypeDescriptor = __odata::TypeDescriptor {
        name: "shop.discount",
        rust_name: "Discount",
        kind: __odata::TypeKind::Operation,
        base: ::core::option::Option::None,
        start: 0,
        own: &__PROPERTIES,
        names: __odata::NameBits::of(&__PROPERTIES, &[]),
        other_fields: &[],
        is_abstract: false,
        is_open: false,
        has_stream: false,
        description: "Puts products on sale.",
        facts: ::core::option::Option::None,
        blank: __odata::blank_structured::<Discount>,
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
        kind: __odata::OperationKind::Action,
        parameters: &__DESCRIPTOR,
        binding: ::core::option::Option::Some(
            __odata::part_of_operation(
                "products",
                "\"products\":",
                __odata::child::<Vec<AnyOf<Product>>>().ty,
                __odata::NO_FACETS,
            ),
        ),
        returns: ::core::option::Option::Some(
            __odata::part_of_operation(
                "value",
                "\"value\":",
                __odata::child::<Vec<AnyOf<Product>>>().ty,
                __odata::NO_FACETS,
            ),
        ),
        is_composable: false,
        has_entity_set_path: true,
        entity_set_steps: ::core::option::Option::None,
        allows: __odata::NO_ALLOWS
            .with(__odata::OperationAllows::ACTION_AND_FUNCTION)
            .with(__odata::OperationAllows::NAME_OF_A_TYPE),
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
