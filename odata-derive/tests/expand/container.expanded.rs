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
                bindings: &[],
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
        imports: &[],
        types: &[__type_0.ty.edm],
        namespaces: &["graph.audit"],
        closed: true,
        description: "Everything.",
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
        Service { policies: __field_policies, configuration: __field_configuration }|
    Service {
        policies: __field_policies,
        configuration: __field_configuration,
    };
};
