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
    static __WALK_annotation_1_1: __odata::Walked<1> = __odata::Walk::to(
            __odata::Walk::<Info, 1>::START,
            "open",
            |__value| &__value.open,
        )
        .end();
    fn __path_annotation_1_1() -> __odata::ModelPath {
        __WALK_annotation_1_1.path()
    }
    #[allow(clippy::needless_update)]
    static __ANNOTATION_1: __odata::PartAnnotation = __odata::PartAnnotation {
        part: __odata::ItemPart::ITSELF,
        annotation: __odata::Annotation::new::<
            Audited,
            _,
        >(
            ::core::option::Option::None,
            __odata::Value::record(
                &Audit {
                    by: __odata::Value::literal(__odata::DefaultValue::Text("job")),
                    of: __odata::Value::path(
                        __path_annotation_1_1,
                        __WALK_annotation_1_1.path(),
                    ),
                    ..__odata::empty_record::<Audit>()
                },
                &["by", "of"],
            ),
        ),
    };
    #[allow(clippy::needless_update)]
    static __ANNOTATION_2: __odata::PartAnnotation = __odata::PartAnnotation {
        part: __odata::ItemPart::ITSELF,
        annotation: __odata::Annotation::raw(
            "other.Term",
            ::core::option::Option::Some("Short"),
            __odata::RawValue::Record(
                ::core::option::Option::None,
                &[
                    (
                        "A",
                        __odata::RawValue::List(
                            &[
                                __odata::RawValue::literal(
                                    __odata::DefaultValue::Number("1"),
                                ),
                                __odata::RawValue::PathText(__odata::PathKind::Value, "a/b"),
                            ],
                        ),
                    ),
                ],
            ),
        ),
    };
    #[allow(clippy::needless_update)]
    static __ANNOTATION_3: __odata::PartAnnotation = __odata::PartAnnotation {
        part: __odata::ItemPart(0),
        annotation: __odata::Annotation::by_default::<
            Core::Computed,
            _,
        >(::core::option::Option::None),
    };
    #[allow(clippy::needless_update)]
    static __ANNOTATION_4: __odata::PartAnnotation = __odata::PartAnnotation {
        part: __odata::ItemPart(0),
        annotation: __odata::Annotation::new::<
            Limit,
            _,
        >(::core::option::Option::None, __odata::Value::constant(const { &(MOST) })),
    };
    static __ANNOTATIONS: [&__odata::PartAnnotation; 4] = [
        &__ANNOTATION_1,
        &__ANNOTATION_2,
        &__ANNOTATION_3,
        &__ANNOTATION_4,
    ];
    fn __annotations() -> &'static [&'static __odata::PartAnnotation] {
        &__ANNOTATIONS
    }
    static __FACTS: __odata::TypeFacts = __odata::TypeFacts {
        key: &[],
        alternate_keys: &[],
        navigation: &[],
        annotations: ::core::option::Option::Some(__annotations),
    };
    static __PROPERTIES: [__odata::PropertyDescriptor; 1] = [
        __odata::property_descriptor(
            "open",
            "\"open\":",
            3546203337,
            "open",
            3546203337,
            <bool as __odata::PropertyValue>::TYPE,
            "",
        ),
    ];
    static __DESCRIPTOR: __odata::TypeDescriptor = __odata::TypeDescriptor {
        facts: ::core::option::Option::Some(&__FACTS),
        ..__odata::type_descriptor(
            __odata::TypeKind::Complex,
            "shop.info",
            "Info",
            __odata::NO_BASE,
            &__PROPERTIES,
            &[],
            __odata::blank_structured::<Info>,
        )
    };
    fn __descriptor() -> &'static __odata::TypeDescriptor {
        &__DESCRIPTOR
    }
    #[automatically_derived]
    impl __odata::Slot for Info {
        fn view(&self) -> __odata::ValueRef<'_> {
            __odata::ValueRef::Structured(self)
        }
        fn current(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some(self)
        }
    }
    #[automatically_derived]
    impl __odata::Structured for Info {
        fn slot(&self, __index: usize) -> &dyn __odata::Slot {
            match __index {
                0 => &self.open,
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn slot_mut(&mut self, __index: usize) -> &mut dyn __odata::Slot {
            match __index {
                0 => &mut self.open,
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Info {
        const TYPE: &'static __odata::PropertyType = &__odata::structured_type::<
            Self,
        >(__odata::EdmType::Complex(__descriptor), false);
        const STRUCTURED: ::core::option::Option<&'static __odata::TypeDescriptor> = ::core::option::Option::Some(
            &__DESCRIPTOR,
        );
        type Single = Self;
        fn blank() -> Self {
            Info {
                open: __odata::PropertyValue::blank(),
            }
        }
        fn copy(&self) -> Self {
            __odata::copy::<Info>(self)
        }
    }
    #[automatically_derived]
    impl __odata::StructuredType for Info {
        const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
        type Properties = __Properties;
        const TYPED_PROPERTIES: &'static __Properties = &__Properties {
            open: __odata::property(0),
        };
    }
    #[automatically_derived]
    impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for Info {}
    pub struct __Properties {
        pub open: __odata::Property<Info, bool>,
    }
    impl Info {
        /// The typed properties, inherited ones included.
        pub const PROPERTIES: &'static __Properties = <Self as __odata::StructuredType>::TYPED_PROPERTIES;
    }
    #[automatically_derived]
    impl __odata::IsA<Info, __odata::Here> for Info {}
    #[automatically_derived]
    impl __odata::Concrete for Info {}
    #[automatically_derived]
    impl __odata::serde::Serialize for Info {
        fn serialize<__S: __odata::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __odata::serde::Deserialize<'de> for Info {
        fn deserialize<__D: __odata::serde::Deserializer<'de>>(
            __deserializer: __D,
        ) -> ::core::result::Result<Self, __D::Error> {
            __odata::deserialize(__deserializer)
        }
    }
    __odata::inventory::submit! {
        __odata::Registration::Structured(& __DESCRIPTOR)
    }
};
