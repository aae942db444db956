//! The model of a container, its faults, and its `$metadata`.

use odata_core::{
    AnyOf, Container, Model, ODataComplex, ODataContainer, ODataEntity, ODataEnum, PropertyValue as _,
    StructuredType as _, codec, csdl,
    edm::{Registry, TypeDescriptor},
    value::Decimal,
};
use odata_tests::{depot, market, metadata::is_valid_document, shop, workshop};

#[test]
fn the_model_is_what_can_be_reached_and_what_derives_from_it() {
    odata_core::assert_model!(workshop::Container);
    let model = Model::of::<workshop::Container>().expect("no faults");
    let names: Vec<_> = model.types().iter().map(|descriptor| descriptor.short_name()).collect();
    let expected = [
        "dimensions",
        "longTextSetting",
        "machine",
        "numberSetting",
        "setting",
        "size",
        "textSetting",
        "thing",
        "truck",
        "vehicle",
    ];
    assert_eq!(names, expected);
    assert_eq!((model.enums().len(), model.definitions().len()), (2, 1));
    assert_eq!(model.find("workshop.truck").map(odata_core::edm::TypeDescriptor::len), Some(2 + 10 + 19 + 4));
}

#[test]
fn the_model_knows_which_of_its_types_have_derived_ones() {
    let model = Model::of::<workshop::Container>().expect("no faults");
    for descriptor in model.types() {
        let derived = model.types().iter().any(|other| other.base().is_some_and(|base| base.is(descriptor)));
        assert_eq!(model.has_derived(descriptor), derived, "{}", descriptor.name());
    }
    assert!(model.has_derived(workshop::Machine::DESCRIPTOR));
    assert!(!model.has_derived(workshop::Truck::DESCRIPTOR));
    // It has a derived type, in another model.
    assert!(Registry::global().has_derived(depot::Place::DESCRIPTOR));
    assert!(!model.has_derived(depot::Place::DESCRIPTOR));
}

#[test]
fn metadata_shows_facets_inheritance_and_annotations() {
    let xml = csdl::to_xml(&Model::of::<workshop::Container>().expect("no faults"));
    for line in [
        r#"<EntityType Name="thing" Abstract="true">"#,
        r#"<PropertyRef Name="id"/>"#,
        r#"<EntityType Name="truck" BaseType="workshop.vehicle" OpenType="true">"#,
        r#"<Property Name="priority" Type="Edm.Int32" Nullable="false" DefaultValue="5">"#,
        r#"<Property Name="settings" Type="Collection(workshop.setting)" Nullable="false">"#,
        r#"<Property Name="readings" Type="Collection(Edm.Int32)">"#,
        r#"<NavigationProperty Name="parts" Type="Collection(workshop.thing)" ContainsTarget="true">"#,
        r#"<Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/>"#,
        r#"<EntitySet Name="machines" EntityType="workshop.machine"/>"#,
        r#"<Member Name="green" Value="1"/>"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
}

/// All that can be said about relations.
mod relations {
    use odata_core::{Nav, ODataComplex, ODataContainer, ODataEntity};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "relations.product")]
    struct Product {
        #[odata(key)]
        id: i32,
        category_id: i32,
        /// Where it belongs.
        #[odata(partner = info.products, referential_constraint(category_id = id), on_delete = none)]
        category: Nav<Box<Category>>,
        #[odata(contains_target, on_delete = cascade)]
        parts: Nav<Vec<Product>>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "relations.info")]
    struct Info {
        product_id: Option<i32>,
        #[odata(referential_constraint(product_id = id), on_delete = set_null)]
        product: Nav<Option<Product>>,
        products: Nav<Vec<Product>>,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "relations.category")]
    struct Category {
        #[odata(key)]
        id: i32,
        info: Option<Info>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "relations.Container")]
    pub(super) struct Container {
        #[odata(entity_set)]
        products: Vec<Product>,
    }
}

#[test]
fn metadata_is_valid_by_the_published_schema() {
    is_valid::<workshop::Container>("workshop");
    is_valid::<odd::Container>("odd");
    is_valid::<family::Closed>("family");
    is_valid::<relations::Container>("relations");
    is_valid::<market::Market>("market");
    is_valid::<shop::Shop>("shop");
}

#[test]
fn the_vocabulary_for_stores_is_valid_and_declares_its_terms() {
    is_valid_document("store-vocabulary", csdl::STORE_VOCABULARY);
    let model = Model::of::<indexed::Container>().expect("no faults");
    let metadata = csdl::to_xml(&model);
    is_valid_document("indexed", &metadata);
    let terms: Vec<_> = metadata.split(r#"Term="org.odata_rs.store.v1."#).skip(1).collect();
    assert_eq!(terms.len(), 3);
    for term in terms {
        let name = term.split('"').next().expect("a name");
        assert!(csdl::STORE_VOCABULARY.contains(&format!(r#"<Term Name="{name}""#)), "{name}");
    }
    let reference = metadata.split(r#"<edmx:Reference Uri=""#).nth(2).and_then(|rest| rest.split('"').next());
    assert!(csdl::STORE_VOCABULARY.contains(reference.expect("two references")));
    // Where no property has one of them, nothing refers to it.
    assert!(!csdl::to_xml(&Model::of::<workshop::Container>().expect("no faults")).contains("odata_rs"));
}

/// A model with all words for stores.
mod indexed {
    use odata_core::{ODataContainer, ODataEntity};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "indexed.item")]
    struct Item {
        #[odata(key)]
        id: i32,
        #[odata(unique, indexed, searchable)]
        name: Option<String>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "indexed.Container")]
    pub(super) struct Container {
        #[odata(entity_set)]
        items: Vec<Item>,
    }
}

fn is_valid<C: Container>(name: &str) {
    is_valid_document(name, &csdl::to_xml(&Model::of::<C>().expect("no faults")));
}

#[test]
fn default_values_are_those_of_new_values() {
    /// Numbers and bytes at the borders of what is accepted.
    #[derive(ODataComplex, Clone)]
    #[odata(type = "defaults.borders")]
    struct Borders {
        #[odata(default = 1e39)]
        double: f64,
        #[odata(default = -3.4028235e38)]
        single: Option<f32>,
        #[odata(default = 1e400)]
        decimal: Decimal,
        #[odata(default = 7.)]
        point: Decimal,
        #[odata(default = "AQI")]
        bytes: Vec<u8>,
        #[odata(default = -0)]
        byte: u8,
        #[odata(default = -0.0)]
        minus: f64,
    }
    let new = codec::to_vec(&Borders::blank());
    let expected = concat!(
        r##"{"@odata.type":"#defaults.borders","double":1e+39,"single":-3.4028235e+38,"decimal":1e400,"##,
        r#""point":7.0,"bytes":"AQI","byte":0,"minus":-0.0}"#
    );
    assert_eq!(String::from_utf8_lossy(&new), expected);
}

/// Facets, and text that XML cannot hold as it is.
mod odd {
    use odata_core::value::{DateTimeOffset, Duration, TimeOfDay};

    use super::{Decimal, ODataContainer, ODataEntity};

    #[doc = "Rings a bell\u{7}, and a \"page\u{c}break\" & <more>\u{fffe}."]
    #[derive(ODataEntity, Clone)]
    #[odata(type = "odd.thing")]
    pub(super) struct Thing {
        #[odata(key)]
        pub(super) id: i32,
        #[odata(default = "two\nlines\tand a \"tab\"", max_length = 25)]
        pub(super) text: String,
        #[odata(precision = 10, scale = variable, default = 1234567.891)]
        pub(super) amount: Decimal,
        #[odata(scale = 3)]
        pub(super) amounts: Vec<Option<Decimal>>,
        pub(super) free: Option<Decimal>,
        #[odata(precision = 0)]
        pub(super) from: Option<DateTimeOffset>,
        pub(super) times: Vec<TimeOfDay>,
        pub(super) lasts: Option<Duration>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "odd.Container", schema("odd", alias = "o"))]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) things: Vec<Thing>,
    }
}

#[test]
fn what_xml_cannot_hold_is_a_blank() {
    let xml = csdl::to_xml(&Model::of::<odd::Container>().expect("no faults"));
    let description = "Rings a bell , and a &quot;page break&quot; &amp; &lt;more&gt; .";
    assert!(xml.contains(&format!("String=\"{description}\"")), "{xml}");
    assert!(xml.contains(r#"DefaultValue="two&#10;lines&#9;and a &quot;tab&quot;""#), "{xml}");
}

/// A type with derived ones, of which containers choose.
mod family {
    use super::{AnyOf, ODataComplex, ODataContainer, ODataEntity, ODataEnum};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "family.parent")]
    pub(super) struct Parent {
        #[odata(key)]
        pub(super) id: i32,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "family.child")]
    pub(super) struct Child {
        #[odata(base)]
        pub(super) parent: Parent,
        pub(super) toy: Option<Toy>,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "family.grandchild")]
    pub(super) struct Grandchild {
        #[odata(base)]
        pub(super) child: Child,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "family.other")]
    pub(super) struct Other {
        #[odata(base)]
        pub(super) parent: Parent,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "family.toy")]
    pub(super) struct Toy {
        pub(super) name: String,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "family.ball")]
    pub(super) struct Ball {
        #[odata(base)]
        pub(super) toy: Toy,
    }

    /// A type that nothing leads to.
    #[derive(ODataComplex, Clone)]
    #[odata(type = "apart.note")]
    pub(super) struct Note {
        pub(super) text: String,
    }

    #[derive(ODataEnum, Clone)]
    #[odata(type = "apart.tone")]
    pub(super) enum Tone {
        Low,
    }

    #[derive(ODataContainer)]
    #[odata(type = "family.Open")]
    pub(super) struct Open {
        #[odata(entity_set)]
        pub(super) parents: Vec<AnyOf<Parent>>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "family.More", types(Note, Tone))]
    pub(super) struct More {
        #[odata(entity_set)]
        pub(super) parents: Vec<AnyOf<Parent>>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "family.Closed", types(only(Child, Note)))]
    pub(super) struct Closed {
        #[odata(entity_set)]
        pub(super) parents: Vec<AnyOf<Parent>>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "family.Alone", types(only()))]
    pub(super) struct Alone {
        #[odata(entity_set)]
        pub(super) parents: Vec<AnyOf<Parent>>,
    }
}

#[test]
fn a_container_names_types_and_closes_the_set() {
    fn names<C: Container>() -> Vec<&'static str> {
        let model = Model::of::<C>().expect("no faults");
        model.types().iter().map(|descriptor| descriptor.short_name()).collect()
    }
    assert_eq!(names::<family::Open>(), ["ball", "child", "grandchild", "other", "parent", "toy"]);
    assert_eq!(names::<family::More>(), ["note", "ball", "child", "grandchild", "other", "parent", "toy"]);
    assert_eq!(names::<family::Closed>(), ["note", "child", "parent", "toy"]);
    assert_eq!(names::<family::Alone>(), ["parent"]);

    let more = Model::of::<family::More>().expect("no faults");
    assert_eq!(more.enums().iter().map(|descriptor| descriptor.name()).collect::<Vec<_>>(), ["apart.tone"]);
    let closed = Model::of::<family::Closed>().expect("no faults");
    assert!(closed.has_derived(family::Parent::DESCRIPTOR));
    assert!(!closed.has_derived(family::Child::DESCRIPTOR) && more.has_derived(family::Child::DESCRIPTOR));
    assert!(!closed.has_derived(family::Toy::DESCRIPTOR) && more.has_derived(family::Toy::DESCRIPTOR));
    let instances: Vec<_> = closed.instances(family::Parent::DESCRIPTOR).map(TypeDescriptor::short_name).collect();
    assert_eq!(instances, ["child", "parent"]);
}
