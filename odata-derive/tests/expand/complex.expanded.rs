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
    const __field_parent: __odata::Field<Option<Box<Target>>> = __odata::field::<
        Option<Box<Target>>,
    >();
    const __DYNAMIC: __odata::Dynamic<DynamicProperties> = __odata::dynamic::<
        DynamicProperties,
    >();
    const _: () = __odata::check::property_type("parent", __field_parent.ty);
    static __PROPERTIES: [__odata::PropertyDescriptor; 1] = [
        __odata::property_descriptor(
            "parent",
            "\"parent\":",
            3939368189,
            "parent",
            3939368189,
            __field_parent.ty,
            "",
        ),
    ];
    static __DESCRIPTOR: __odata::TypeDescriptor = __odata::TypeDescriptor {
        is_abstract: true,
        is_open: true,
        ..__odata::type_descriptor(
            __odata::TypeKind::Complex,
            "graph.target",
            "Target",
            __odata::NO_BASE,
            &__PROPERTIES,
            &["more"],
            __odata::blank_structured::<Target>,
        )
    };
    fn __descriptor() -> &'static __odata::TypeDescriptor {
        &__DESCRIPTOR
    }
    #[automatically_derived]
    impl __odata::Slot for Target {
        fn view(&self) -> __odata::ValueRef<'_> {
            __odata::ValueRef::Structured(self)
        }
        fn current(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some(self)
        }
    }
    #[automatically_derived]
    impl __odata::Structured for Target {
        fn slot(&self, __index: usize) -> &dyn __odata::Slot {
            match __index {
                0 => (__field_parent.slot)(&self.parent),
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn slot_mut(&mut self, __index: usize) -> &mut dyn __odata::Slot {
            match __index {
                0 => (__field_parent.slot_mut)(&mut self.parent),
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn dynamic(&self) -> ::core::option::Option<&__odata::DynamicProperties> {
            ::core::option::Option::Some((__DYNAMIC.get)(&self.more))
        }
        fn dynamic_mut(
            &mut self,
        ) -> ::core::option::Option<&mut __odata::DynamicProperties> {
            ::core::option::Option::Some((__DYNAMIC.get_mut)(&mut self.more))
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Target {
        const TYPE: &'static __odata::PropertyType = &__odata::structured_type::<
            Self,
        >(__odata::EdmType::Complex(__descriptor), true);
        const STRUCTURED: ::core::option::Option<&'static __odata::TypeDescriptor> = ::core::option::Option::Some(
            &__DESCRIPTOR,
        );
        type Single = Self;
        fn blank() -> Self {
            Target {
                parent: (__field_parent.blank)(),
                more: (__DYNAMIC.blank)(),
            }
        }
        fn copy(&self) -> Self {
            __odata::copy::<Target>(self)
        }
    }
    #[automatically_derived]
    impl __odata::StructuredType for Target {
        const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
        type Properties = __Properties;
        const TYPED_PROPERTIES: &'static __Properties = &__Properties {
            parent: __odata::property(0),
        };
    }
    #[automatically_derived]
    impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for Target {}
    pub struct __Properties {
        pub parent: __odata::Property<Target, Option<Box<Target>>>,
    }
    impl Target {
        /// The typed properties, inherited ones included.
        pub const PROPERTIES: &'static __Properties = <Self as __odata::StructuredType>::TYPED_PROPERTIES;
    }
    #[automatically_derived]
    impl __odata::IsA<Target, __odata::Here> for Target {}
    __odata::inventory::submit! {
        __odata::Registration::Structured(& __DESCRIPTOR)
    }
};
