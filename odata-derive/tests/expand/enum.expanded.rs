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
    const __value_Stopped: i16 = LAST + 1;
    static __ENUM: __odata::EnumDescriptor = __odata::EnumDescriptor {
        name: "graph.state",
        rust_name: "State",
        underlying: __odata::PrimitiveType::Int16,
        members: &[
            __odata::EnumMember {
                name: "active",
                value: 0,
                description: "At work.",
            },
            __odata::EnumMember {
                name: "stopped",
                value: __value_Stopped as i64,
                description: "",
            },
            __odata::EnumMember {
                name: "gone",
                value: __value_Stopped as i64 + 1,
                description: "",
            },
        ],
        accepts_unknown: true,
        is_flags: false,
        description: "What the policy does.",
        annotations: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl __odata::Slot for State {
        fn view(&self) -> __odata::ValueRef<'_> {
            __odata::ValueRef::Enum(self)
        }
        fn put(
            &mut self,
            __input: __odata::Input<'_>,
        ) -> ::core::result::Result<(), __odata::Mismatch> {
            __odata::put_member(self, __input)
        }
    }
    #[automatically_derived]
    impl __odata::Enumeration for State {
        fn enum_descriptor(&self) -> &'static __odata::EnumDescriptor {
            &__ENUM
        }
        fn member(&self) -> __odata::EnumMemberRef<'_> {
            match self {
                Self::Active => __odata::EnumMemberRef::Declared(0),
                Self::Stopped => __odata::EnumMemberRef::Declared(1),
                Self::Gone => __odata::EnumMemberRef::Declared(2),
                Self::Other(__member) => __odata::EnumMemberRef::Unknown(__member),
            }
        }
    }
    #[automatically_derived]
    impl __odata::EnumType for State {
        const ENUM_DESCRIPTOR: &'static __odata::EnumDescriptor = &__ENUM;
        fn from_declared(__index: usize) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __index {
                    0 => Self::Active,
                    1 => Self::Stopped,
                    2 => Self::Gone,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn from_unknown(
            __member: __odata::UnknownMember,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(Self::Other(__member))
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for State {
        const TYPE: &'static __odata::PropertyType = &__odata::enum_type::<
            Self,
        >(&__ENUM);
        type Single = __odata::NoProperties<Self>;
        fn blank() -> Self {
            Self::Active
        }
        fn copy(&self) -> Self {
            __odata::copy_member(self)
        }
    }
    #[automatically_derived]
    impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for State {}
    __odata::inventory::submit! {
        __odata::Registration::Enum(& __ENUM)
    }
};
