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
    const __value_Store: u8 = LAST << 1;
    const _: () = __odata::check::flag_value("store", __value_Store as i64);
    static __ENUM: __odata::EnumDescriptor = __odata::EnumDescriptor {
        name: "shop.channel",
        rust_name: "Channel",
        underlying: __odata::PrimitiveType::Byte,
        members: &[
            __odata::EnumMember {
                name: "web",
                value: 1,
                description: "",
            },
            __odata::EnumMember {
                name: "store",
                value: __value_Store as i64,
                description: "",
            },
        ],
        accepts_unknown: false,
        is_flags: true,
        description: "",
        annotations: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl __odata::Slot for Channel {
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
    impl __odata::Enumeration for Channel {
        fn enum_descriptor(&self) -> &'static __odata::EnumDescriptor {
            &__ENUM
        }
        fn member(&self) -> __odata::EnumMemberRef<'_> {
            match self {
                Self::Web => __odata::EnumMemberRef::Declared(0),
                Self::Store => __odata::EnumMemberRef::Declared(1),
            }
        }
    }
    #[automatically_derived]
    impl __odata::EnumType for Channel {
        const ENUM_DESCRIPTOR: &'static __odata::EnumDescriptor = &__ENUM;
        fn from_declared(__index: usize) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(
                match __index {
                    0 => Self::Web,
                    1 => Self::Store,
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn from_unknown(
            __member: __odata::UnknownMember,
        ) -> ::core::option::Option<Self> {
            {
                let _ = __member;
                ::core::option::Option::None
            }
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Channel {
        const TYPE: &'static __odata::PropertyType = &__odata::enum_type::<
            Self,
        >(&__ENUM);
        type Single = __odata::NoProperties<Self>;
        fn blank() -> Self {
            Self::Web
        }
        fn copy(&self) -> Self {
            __odata::copy_member(self)
        }
    }
    #[automatically_derived]
    impl<__Levels, __Goal> __odata::Holds<__Levels, __Goal> for Channel {}
    __odata::inventory::submit! {
        __odata::Registration::Enum(& __ENUM)
    }
};
