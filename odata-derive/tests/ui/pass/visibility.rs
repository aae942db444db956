//! Types and fields of every visibility, in nested modules and functions; nothing is unused because of the expansions.
#![deny(warnings, missing_docs, unreachable_pub)]
use odata_core::{ODataComplex, ODataContainer, ODataEntity, ODataEnum};

mod model {
    use odata_core::{ODataComplex, ODataEntity};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "graph.entity")]
    pub(crate) struct Entity {
        #[odata(key)]
        id: String,
        pub(crate) name: String,
        pub(super) number: i32,
    }

    pub(crate) mod inner {
        use odata_core::ODataComplex;

        #[derive(ODataComplex, Clone)]
        #[odata(type = "graph.inner")]
        pub(in crate::model) struct Inner {
            pub(in crate::model) first: bool,
            second: super::Private,
        }
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "graph.private")]
    struct Private {
        value: i16,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "graph.outer")]
    pub(crate) struct Outer {
        inner: inner::Inner,
    }

    pub(crate) fn index() -> usize {
        inner::Inner::PROPERTIES.first.index() + Private::PROPERTIES.value.index() + Entity::PROPERTIES.id.index()
    }
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(base)]
    entity: model::Entity,
    outer: model::Outer,
}

#[derive(ODataEnum, Clone)]
#[odata(type = "graph.state")]
enum State {
    Active,
    Stopped,
}

#[derive(ODataContainer)]
#[odata(type = "graph.service")]
struct Service {
    #[odata(entity_set)]
    policies: Vec<Policy>,
}

fn main() {
    #[derive(ODataComplex, Clone)]
    #[odata(type = "graph.local")]
    struct Local {
        state: State,
    }

    assert_eq!(Local::PROPERTIES.state.index(), 0);
    assert_eq!(Policy::PROPERTIES.name.index(), 1);
    assert_eq!(Policy::PROPERTIES.number.index(), 2);
    assert_eq!(model::index(), 0);
}
