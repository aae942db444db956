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
    use facade::core::__private as __odata;
    use audit as _;
    const __child_policies: __odata::Child = __odata::child::<Vec<Policy>>();
    const _: () = __odata::check::entity_set_type(
        "policies",
        __child_policies.ty,
        __child_policies.structured,
    );
    const __child_configuration: __odata::Child = __odata::child::<Configuration>();
    const _: () = __odata::check::singleton_type(
        "configuration",
        __child_configuration.ty,
    );
    const __type_0: __odata::Child = __odata::child::<Special>();
    const _: () = __odata::check::named_type(__type_0.ty);
    const __import_newest: &'static __odata::OperationDescriptor = __odata::function_import::<
        Newest,
    >();
    const _: () = __odata::check::import_unbound(__import_newest);
    const _: () = __odata::check::import_entity_set(
        "newest",
        __import_newest,
        __odata::returned::<<Newest as __odata::Operation>::Returns>(),
        "policies",
        __child_policies.structured,
    );
    const _: () = __odata::check::import_in_service_document("newest", __import_newest);
    static __WALK_policies_0: __odata::Walked<2> = __odata::Walk::to(
            __odata::Walk::cast::<
                Special,
                _,
            >(
                __odata::Walk::to(
                    __odata::Walk::<
                        <<Vec<
                            Policy,
                        > as __odata::PropertyValue>::Single as __odata::Leads>::To,
                        2,
                    >::START,
                    "office",
                    |__value| &__value.office,
                ),
            ),
            "owner",
            |__value| &__value.owner,
        )
        .end();
    fn __path_policies_0() -> __odata::ModelPath {
        __WALK_policies_0.path()
    }
    const _: () = __odata::check::binding_step(__WALK_policies_0.path(), 0);
    const _: () = __odata::check::binding_end(__WALK_policies_0.path());
    static __WALK_policies_0_target: __odata::Walked<1> = __odata::Walk::to(
            __odata::Walk::<
                <<Configuration as __odata::PropertyValue>::Single as __odata::Leads>::To,
                1,
            >::START,
            "owners",
            |__value| &__value.owners,
        )
        .end();
    fn __path_policies_0_target() -> __odata::ModelPath {
        __WALK_policies_0_target.path()
    }
    const _: () = __odata::check::binding_target_step(
        __WALK_policies_0_target.path(),
        0,
    );
    const _: () = __odata::check::binding_target_path(
        __WALK_policies_0.path(),
        __WALK_policies_0_target.path(),
    );
    static __CONTAINER: __odata::ContainerDescriptor = __odata::ContainerDescriptor {
        name: "graph.service",
        rust_name: "Service",
        aliases: &[
            __odata::SchemaAlias {
                alias: "g",
                namespace: "graph",
            },
        ],
        references: &[
            __odata::Reference {
                uri: "https://example.com/core.xml",
                includes: &[
                    __odata::Include {
                        namespace: "core",
                        alias: ::core::option::Option::Some("c"),
                    },
                ],
                annotations: &[],
            },
        ],
        children: &[
            __odata::ContainerChild {
                name: "policies",
                rust_name: "policies",
                ty: __child_policies.ty,
                nullable: false,
                in_service_document: false,
                bindings: &[
                    __odata::NavigationBinding {
                        path: __path_policies_0,
                        target: || &__CONTAINER.children[1],
                        within: ::core::option::Option::Some(__path_policies_0_target),
                    },
                ],
                description: "",
            },
            __odata::ContainerChild {
                name: "configuration",
                rust_name: "configuration",
                ty: __child_configuration.ty,
                nullable: true,
                in_service_document: true,
                bindings: &[],
                description: "One only.",
            },
        ],
        imports: &[
            __odata::OperationImport {
                name: "newest",
                rust_name: "newest",
                operation: __import_newest,
                entity_set: ::core::option::Option::Some(|| &__CONTAINER.children[0]),
                in_service_document: true,
                description: "",
            },
        ],
        types: &[__type_0.ty],
        namespaces: &["graph.audit"],
        closed: true,
        description: "Everything.",
        annotations: ::core::option::Option::None,
    };
    #[automatically_derived]
    impl __odata::Container for Service {
        const DESCRIPTOR: &'static __odata::ContainerDescriptor = &__CONTAINER;
    }
    pub struct __Sets {
        pub policies: __odata::EntitySet<Policy>,
        pub configuration: __odata::Singleton<Configuration>,
    }
    impl Service {
        /// The typed entity sets and singletons.
        pub const SETS: &'static __Sets = &__Sets {
            policies: __odata::EntitySet::new(&__CONTAINER, 0),
            configuration: __odata::Singleton::new(&__CONTAINER, 1),
        };
    }
    const _: fn(Service) -> Service = |
        Service {
            policies: __field_policies,
            configuration: __field_configuration,
            newest: __field_newest,
        }|
    Service {
        policies: __field_policies,
        configuration: __field_configuration,
        newest: __field_newest,
    };
};
