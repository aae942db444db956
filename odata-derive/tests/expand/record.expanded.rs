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
    const __BASE: &'static __odata::RecordDescriptor = __odata::record_type::<Seen>();
    const __member_by: __odata::ValueType = __odata::value_type::<String>();
    const __member_ok: __odata::ValueType = __odata::value_type::<bool>();
    static __MEMBERS: [__odata::MemberDescriptor; 2] = [
        __odata::MemberDescriptor {
            name: "by",
            rust_name: "by",
            ty: __member_by.ty,
            nullable: __member_by.nullable,
            facets: __odata::NO_FACETS.with_max_length(20),
            unicode: ::core::option::Option::None,
            default: ::core::option::Option::None,
            description: "",
        },
        __odata::MemberDescriptor {
            name: "ok",
            rust_name: "ok",
            ty: __member_ok.ty,
            nullable: __member_ok.nullable,
            facets: __odata::NO_FACETS,
            unicode: ::core::option::Option::None,
            default: ::core::option::Option::Some(__odata::DefaultValue::Boolean(true)),
            description: "",
        },
    ];
    static __RECORD: __odata::RecordDescriptor = __odata::RecordDescriptor {
        name: "shop.audit",
        rust_name: "Audit",
        base: ::core::option::Option::Some(__BASE),
        is_abstract: false,
        is_open: false,
        members: &__MEMBERS,
        description: "",
        annotations: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl __odata::TermValue for Audit {
        const TYPE: __odata::TermType = __odata::TermType::Record(__odata::RecordType {
            name: "shop.audit",
            descriptor: || &__RECORD,
        });
        const NEEDS: ::core::option::Option<&'static str> = __odata::needed(&__RECORD);
        type Item = Self;
    }
    #[automatically_derived]
    impl __odata::Constant for Audit {
        const CONSTANT_TYPE: __odata::TermType = <Self as __odata::TermValue>::TYPE;
        const CONSTANT_RECORD: ::core::option::Option<
            &'static __odata::RecordDescriptor,
        > = ::core::option::Option::Some(&__RECORD);
        fn to_expression(&self) -> __odata::Expression {
            __odata::record_expression(self)
        }
    }
    #[automatically_derived]
    impl __odata::Record for Audit {
        const RECORD: &'static __odata::RecordDescriptor = &__RECORD;
        const EMPTY: Self = Self {
            by: __odata::Value::ABSENT,
            ok: __odata::Value::ABSENT,
        };
        fn member(&self, __index: usize) -> __odata::RawValue {
            match __index {
                0 => self.by.raw(),
                1 => self.ok.raw(),
                _ => __odata::RawValue::Absent,
            }
        }
    }
    const __FACETS_BY: __odata::PropertyType = __odata::facet_type(__member_by.ty);
    const _: () = __odata::check::max_length(&__FACETS_BY);
    const _: () = __odata::check::term_default(
        __member_ok.ty,
        __odata::DefaultValue::Boolean(true),
    );
    const _: () = __odata::check::record_base(__BASE, &__RECORD);
    __odata::inventory::submit! {
        __odata::Registration::Record(& __RECORD)
    }
};
