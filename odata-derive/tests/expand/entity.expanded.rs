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
    const __BASE: __odata::Base<Entity> = __odata::base::<Entity>();
    const __START: usize = __BASE.descriptor.len();
    const __field_target: __odata::Field<Option<Target>> = __odata::field::<
        Option<Target>,
    >();
    const __field_changed: __odata::Field<Option<DateTimeOffset>> = __odata::field::<
        Option<DateTimeOffset>,
    >();
    const __field_assigned: __odata::Field<Nav<Vec<Assignment>>> = __odata::field::<
        Nav<Vec<Assignment>>,
    >();
    const __field_owner: __odata::Field<Nav<Option<Owner>>> = __odata::field::<
        Nav<Option<Owner>>,
    >();
    const _: () = {
        __odata::check::base_kind(__odata::TypeKind::Entity, __BASE.descriptor);
        __odata::check::base_field_not_hidden("entity", __BASE.descriptor);
    };
    const _: () = __odata::check::other_field_not_hidden("cache", __BASE.descriptor);
    const _: () = __odata::check::not_inherited(&__DESCRIPTOR, 0);
    const _: () = __odata::check::not_inherited(&__DESCRIPTOR, 1);
    const _: () = __odata::check::property_type("target", __field_target.ty);
    const _: () = __odata::check::not_inherited(&__DESCRIPTOR, 2);
    const _: () = __odata::check::default_value(
        "priority",
        <i32 as __odata::PropertyValue>::TYPE,
        __odata::DefaultValue::Number("5"),
    );
    const _: () = __odata::check::not_inherited(&__DESCRIPTOR, 3);
    const _: () = __odata::check::property_type("changed", __field_changed.ty);
    const _: () = __odata::check::precision_alone(__field_changed.ty, 3u16);
    const _: () = __odata::check::structural("computed", "changed", __field_changed.ty);
    const _: () = __odata::check::name_not_inherited(&__DESCRIPTOR, 4);
    const _: () = __odata::check::field_not_hidden(&__DESCRIPTOR, 4);
    const _: () = __odata::check::property_type("assignments", __field_assigned.ty);
    const _: () = __odata::check::navigation(
        "contains_target",
        "assignments",
        __field_assigned.ty,
    );
    const _: () = __odata::check::not_inherited(&__DESCRIPTOR, 5);
    const _: () = __odata::check::not_inherited(&__DESCRIPTOR, 6);
    const _: () = __odata::check::property_type("owner", __field_owner.ty);
    const _: () = __odata::check::navigation("partner", "owner", __field_owner.ty);
    const _: () = __odata::check::navigation(
        "referential_constraint",
        "owner",
        __field_owner.ty,
    );
    const _: () = __odata::check::navigation("on_delete", "owner", __field_owner.ty);
    static __WALK_alternate_key_0_0: __odata::Walked<1> = __odata::Walk::to(
            __odata::Walk::<Policy, 1>::START,
            "display_name",
            |__value| &__value.display_name,
        )
        .end();
    fn __path_alternate_key_0_0() -> __odata::ModelPath {
        __WALK_alternate_key_0_0.path()
    }
    const _: () = __odata::check::alternate_key_end(__WALK_alternate_key_0_0.path());
    static __WALK_alternate_key_0_1: __odata::Walked<2> = __odata::Walk::to(
            __odata::Walk::to(
                __odata::Walk::<Policy, 2>::START,
                "target",
                |__value| &__value.target,
            ),
            "id",
            |__value| &__value.id,
        )
        .end();
    fn __path_alternate_key_0_1() -> __odata::ModelPath {
        __WALK_alternate_key_0_1.path()
    }
    const _: () = __odata::check::alternate_key_step(__WALK_alternate_key_0_1.path(), 0);
    const _: () = __odata::check::alternate_key_end(__WALK_alternate_key_0_1.path());
    const _: () = __odata::check::alias_not_inherited("targetId", __BASE.descriptor);
    static __WALK_partner_owner: __odata::Walked<1> = __odata::Walk::to(
            __odata::Walk::<
                <<Nav<
                    Option<Owner>,
                > as __odata::PropertyValue>::Single as __odata::Leads>::To,
                1,
            >::START,
            "policies",
            |__value| &__value.policies,
        )
        .end();
    fn __path_partner_owner() -> __odata::ModelPath {
        __WALK_partner_owner.path()
    }
    const _: () = __odata::check::partner(&__DESCRIPTOR, 6, __WALK_partner_owner.path());
    const _: () = __odata::check::constrained("owner", __field_owner.ty);
    static __WALK_dependent_0_owner: __odata::Walked<1> = __odata::Walk::to(
            __odata::Walk::<Policy, 1>::START,
            "owner_id",
            |__value| &__value.owner_id,
        )
        .end();
    fn __path_dependent_0_owner() -> __odata::ModelPath {
        __WALK_dependent_0_owner.path()
    }
    static __WALK_principal_0_owner: __odata::Walked<1> = __odata::Walk::to(
            __odata::Walk::<
                <<Nav<
                    Option<Owner>,
                > as __odata::PropertyValue>::Single as __odata::Leads>::To,
                1,
            >::START,
            "id",
            |__value| &__value.id,
        )
        .end();
    fn __path_principal_0_owner() -> __odata::ModelPath {
        __WALK_principal_0_owner.path()
    }
    const _: () = __odata::check::constraint(
        "owner",
        __field_owner.ty,
        __WALK_dependent_0_owner.path(),
        __WALK_principal_0_owner.path(),
    );
    static __FACTS: __odata::TypeFacts = __odata::TypeFacts {
        key: &[],
        alternate_keys: &[
            &[
                __odata::KeyPath {
                    alias: ::core::option::Option::None,
                    path: __path_alternate_key_0_0,
                },
                __odata::KeyPath {
                    alias: ::core::option::Option::Some("targetId"),
                    path: __path_alternate_key_0_1,
                },
            ],
        ],
        navigation: &[
            __odata::NavigationFacts {
                own: 6,
                partner: ::core::option::Option::Some(__odata::Partner {
                    fields: &["policies"],
                    path: __path_partner_owner,
                }),
                constraints: &[
                    __odata::ReferentialConstraint {
                        property: __path_dependent_0_owner,
                        referenced: __path_principal_0_owner,
                    },
                ],
            },
        ],
        annotations: ::core::option::Option::None,
    };
    static __PROPERTIES: [__odata::PropertyDescriptor; 7] = [
        __odata::PropertyDescriptor {
            facets: __odata::NO_FACETS.with_max_length(50),
            ..__odata::property_descriptor(
                "displayName",
                "\"displayName\":",
                3489752662,
                "display_name",
                2169916125,
                <Option<String> as __odata::PropertyValue>::TYPE,
                "Shown to people.",
            )
        },
        __odata::property_descriptor(
            "target",
            "\"target\":",
            845187144,
            "target",
            845187144,
            __field_target.ty,
            "",
        ),
        __odata::PropertyDescriptor {
            default: ::core::option::Option::Some(__odata::DefaultValue::Number("5")),
            ..__odata::property_descriptor(
                "priority",
                "\"priority\":",
                2498028297,
                "priority",
                2498028297,
                <i32 as __odata::PropertyValue>::TYPE,
                "",
            )
        },
        __odata::PropertyDescriptor {
            flags: __odata::PropertyFlags::COMPUTED,
            facets: __odata::NO_FACETS.with_precision(3),
            ..__odata::property_descriptor(
                "changed",
                "\"changed\":",
                1177151643,
                "changed",
                1177151643,
                __field_changed.ty,
                "",
            )
        },
        __odata::PropertyDescriptor {
            flags: __odata::PropertyFlags::CONTAINS_TARGET,
            ..__odata::property_descriptor(
                "assignments",
                "\"assignments\":",
                1634699577,
                "assigned",
                1256195261,
                __field_assigned.ty,
                "",
            )
        },
        __odata::property_descriptor(
            "ownerId",
            "\"ownerId\":",
            3843779193,
            "owner_id",
            4234994212,
            <Option<i32> as __odata::PropertyValue>::TYPE,
            "",
        ),
        __odata::PropertyDescriptor {
            flags: __odata::PropertyFlags::ON_DELETE_SET_NULL,
            ..__odata::property_descriptor(
                "owner",
                "\"owner\":",
                4117187796,
                "owner",
                4117187796,
                __field_owner.ty,
                "",
            )
        },
    ];
    static __DESCRIPTOR: __odata::TypeDescriptor = __odata::TypeDescriptor {
        description: "A policy that is delivered to clients.",
        facts: ::core::option::Option::Some(&__FACTS),
        ..__odata::type_descriptor(
            __odata::TypeKind::Entity,
            "graph.policy",
            "Policy",
            ::core::option::Option::Some(__BASE.descriptor),
            &__PROPERTIES,
            &["entity", "cache"],
            __odata::blank_structured::<Policy>,
        )
    };
    fn __descriptor() -> &'static __odata::TypeDescriptor {
        &__DESCRIPTOR
    }
    #[automatically_derived]
    impl __odata::Slot for Policy {
        fn view(&self) -> __odata::ValueRef<'_> {
            __odata::ValueRef::Structured(self)
        }
        fn current(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some(self)
        }
    }
    #[automatically_derived]
    impl __odata::Structured for Policy {
        fn slot(&self, __index: usize) -> &dyn __odata::Slot {
            if __index < __START {
                return (__BASE.slot)(&self.entity, __index);
            }
            match __index - __START {
                0 => &self.display_name,
                1 => (__field_target.slot)(&self.target),
                2 => &self.priority,
                3 => (__field_changed.slot)(&self.changed),
                4 => (__field_assigned.slot)(&self.assigned),
                5 => &self.owner_id,
                6 => (__field_owner.slot)(&self.owner),
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn slot_mut(&mut self, __index: usize) -> &mut dyn __odata::Slot {
            if __index < __START {
                return (__BASE.slot_mut)(&mut self.entity, __index);
            }
            match __index - __START {
                0 => &mut self.display_name,
                1 => (__field_target.slot_mut)(&mut self.target),
                2 => &mut self.priority,
                3 => (__field_changed.slot_mut)(&mut self.changed),
                4 => (__field_assigned.slot_mut)(&mut self.assigned),
                5 => &mut self.owner_id,
                6 => (__field_owner.slot_mut)(&mut self.owner),
                _ => __odata::no_such_property(&__DESCRIPTOR, __index),
            }
        }
        fn base(&self) -> ::core::option::Option<&dyn __odata::Structured> {
            ::core::option::Option::Some((__BASE.structured)(&self.entity))
        }
        fn base_mut(&mut self) -> ::core::option::Option<&mut dyn __odata::Structured> {
            ::core::option::Option::Some((__BASE.structured_mut)(&mut self.entity))
        }
    }
    #[automatically_derived]
    impl __odata::PropertyValue for Policy {
        const TYPE: &'static __odata::PropertyType = &__odata::structured_type::<
            Self,
        >(__odata::EdmType::Entity(__descriptor), false);
        const STRUCTURED: ::core::option::Option<&'static __odata::TypeDescriptor> = ::core::option::Option::Some(
            &__DESCRIPTOR,
        );
        type Single = Self;
        fn blank() -> Self {
            let mut __new = Policy {
                entity: (__BASE.blank)(),
                display_name: __odata::PropertyValue::blank(),
                target: (__field_target.blank)(),
                priority: __odata::PropertyValue::blank(),
                changed: (__field_changed.blank)(),
                assigned: (__field_assigned.blank)(),
                owner_id: __odata::PropertyValue::blank(),
                owner: (__field_owner.blank)(),
                cache: <Cache as ::core::default::Default>::default(),
            };
            __odata::apply_defaults(&mut __new, &__DESCRIPTOR);
            __new
        }
        fn copy(&self) -> Self {
            __odata::copy::<Policy>(self)
        }
    }
    #[automatically_derived]
    impl __odata::StructuredType for Policy {
        const DESCRIPTOR: &'static __odata::TypeDescriptor = &__DESCRIPTOR;
        type Properties = __Properties;
        const TYPED_PROPERTIES: &'static __Properties = &__Properties {
            display_name: __odata::property(0),
            target: __odata::property(1),
            priority: __odata::property(2),
            changed: __odata::property(3),
            assigned: __odata::property(4),
            owner_id: __odata::property(5),
            owner: __odata::property(6),
        };
    }
    pub struct __Properties {
        pub display_name: __odata::Property<Policy, Option<String>>,
        pub target: __odata::Property<Policy, Option<Target>>,
        pub priority: __odata::Property<Policy, i32>,
        pub changed: __odata::Property<Policy, Option<DateTimeOffset>>,
        pub(crate) assigned: __odata::Property<Policy, Nav<Vec<Assignment>>>,
        pub owner_id: __odata::Property<Policy, Option<i32>>,
        pub owner: __odata::Property<Policy, Nav<Option<Owner>>>,
    }
    #[automatically_derived]
    impl ::core::ops::Deref for __Properties {
        type Target = __odata::BaseProperties<Entity>;
        fn deref(&self) -> &Self::Target {
            &__odata::BaseProperties::NEW
        }
    }
    impl Policy {
        /// The typed properties, inherited ones included.
        pub const PROPERTIES: &'static __Properties = <Self as __odata::StructuredType>::TYPED_PROPERTIES;
    }
    #[automatically_derived]
    impl __odata::IsA<Policy, __odata::Here> for Policy {}
    #[automatically_derived]
    impl<__Base, __Depth> __odata::IsA<__Base, __odata::Up<__Depth>> for Policy
    where
        Entity: __odata::IsA<__Base, __Depth>,
    {}
    #[automatically_derived]
    impl ::core::ops::Deref for Policy {
        type Target = Entity;
        fn deref(&self) -> &Entity {
            &self.entity
        }
    }
    #[automatically_derived]
    impl ::core::ops::DerefMut for Policy {
        fn deref_mut(&mut self) -> &mut Entity {
            &mut self.entity
        }
    }
    #[automatically_derived]
    impl __odata::Concrete for Policy {}
    #[automatically_derived]
    impl __odata::serde::Serialize for Policy {
        fn serialize<__S: __odata::serde::Serializer>(
            &self,
            __serializer: __S,
        ) -> ::core::result::Result<__S::Ok, __S::Error> {
            __odata::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'de> __odata::serde::Deserialize<'de> for Policy {
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
