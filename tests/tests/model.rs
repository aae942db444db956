//! The model of a container, its faults, and its `$metadata`.

use std::{path::PathBuf, process::Command};

use odata_core::{
    AnyOf, Model, Nav, ODataComplex, ODataContainer, ODataEntity, PropertyValue as _, StructuredType as _, codec, csdl,
    edm::Registry, value::Decimal,
};
use odata_tests::{depot, workshop};

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
    assert_eq!(model.enums().len(), 1);
    assert_eq!(model.find("workshop.truck").map(odata_core::edm::TypeDescriptor::len), Some(2 + 10 + 19 + 1));
}

#[test]
fn the_model_knows_which_of_its_types_have_derived_ones() {
    let model = Model::of::<workshop::Container>().expect("no faults");
    for descriptor in model.types() {
        let derived = model.types().iter().any(|other| other.base.is_some_and(|base| base.is(descriptor)));
        assert_eq!(model.has_derived(descriptor), derived, "{}", descriptor.name);
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
        r#"<EntitySet Name="machines" EntityType="workshop.machine">"#,
        r#"<Member Name="green" Value="1">"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
}

/// The XML schema that OASIS publishes, where it is at hand.
fn schema() -> Option<PathBuf> {
    let folder = std::env::var_os("ODATA_REFERENCE_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/reference"), PathBuf::from);
    let schema = folder.join("oasis/edmx.xsd");
    if schema.exists() {
        return Some(schema);
    }
    let required = std::env::var_os("ODATA_REFERENCE").is_some_and(|value| value == "required");
    assert!(!required, "{} is missing", schema.display());
    eprintln!("left out: {} is not there", schema.display());
    None
}

#[test]
fn metadata_is_valid_by_the_published_schema() {
    let Some(schema) = schema() else { return };
    let document = std::env::temp_dir().join(format!("workshop-{}.xml", std::process::id()));
    std::fs::write(&document, csdl::to_xml(&Model::of::<workshop::Container>().expect("no faults"))).expect("written");
    let checked = Command::new("xmllint").args(["--noout", "--schema"]).args([&schema, &document]).output();
    std::fs::remove_file(&document).expect("removed");
    match checked {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
        Err(error) => {
            let required = std::env::var_os("ODATA_REFERENCE").is_some_and(|value| value == "required");
            assert!(!required, "xmllint: {error}");
            eprintln!("left out: xmllint: {error}");
        }
    }
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

/// Types that hold each other without end, in a chain that is longer than the compiler looks.
#[expect(dead_code, reason = "a model needs no values")]
mod chain {
    use super::ODataComplex;

    macro_rules! link {
        ($($link:ident, $name:literal => $next:ident;)*) => { $(
            #[derive(ODataComplex, Clone)]
            #[odata(type = $name)]
            pub(super) struct $link {
                next: Box<$next>,
            }
        )* };
    }

    link! {
        Link0, "faulty.link0" => Link1;
        Link1, "faulty.link1" => Link2;
        Link2, "faulty.link2" => Link3;
        Link3, "faulty.link3" => Link4;
        Link4, "faulty.link4" => Link5;
        Link5, "faulty.link5" => Link6;
        Link6, "faulty.link6" => Link7;
        Link7, "faulty.link7" => Link8;
        Link8, "faulty.link8" => Link0;
    }
}

mod faulty {
    use super::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "faulty.root")]
    pub(super) struct Root {
        #[odata(key)]
        pub(super) id: i32,
        pub(super) chain: super::chain::Link0,
        #[odata(contains_target)]
        pub(super) keyless: Nav<Vec<Keyless>>,
        pub(super) twins: Vec<Twin>,
        pub(super) twin: Option<AnyOf<OtherTwin>>,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "faulty.keyless")]
    pub(super) struct Keyless {
        pub(super) text: String,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.twin")]
    pub(super) struct Twin {
        pub(super) one: i32,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.twin")]
    pub(super) struct OtherTwin {
        pub(super) other: i32,
    }

    #[derive(ODataContainer)]
    #[odata(type = "faulty.Container", alias("faulty" = "other.namespace"))]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) roots: Vec<Root>,
    }
}

#[test]
fn all_faults_of_a_model_are_told() {
    let faults = Model::of::<faulty::Container>().expect_err("it has faults");
    let targets: Vec<_> = faults.iter().filter_map(|fault| fault.target()).collect();
    let links: Vec<_> = (0..9).map(|number| format!("faulty.link{number}/next")).collect();
    let links = links.iter().map(String::as_str);
    let expected: Vec<_> = ["faulty.twin", "faulty"].into_iter().chain(links).chain(["faulty.root/keyless"]).collect();
    assert_eq!(targets, expected, "{faults:#?}");
}
