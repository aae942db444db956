//! Navigation properties: those of complex values, and what a model says about related entities.

use odata_core::{
    Delta, Diff as _, ErrorCode, Model, Nav, ODataComplex, ODataContainer, ODataEntity, PropertySet,
    StructuredType as _,
    codec::{self, ReadOptions, WriteOptions},
    csdl,
    edm::OnDelete,
    uri::{SegmentKind, Segments},
};

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "travel.country")]
struct Country {
    #[odata(key)]
    code: String,
    name: Option<String>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "travel.note")]
struct Note {
    #[odata(key)]
    number: i32,
    text: String,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "travel.place")]
struct Place {
    name: String,
    country: Nav<Country>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "travel.stop")]
struct Stop {
    #[odata(base)]
    place: Place,
    #[odata(on_delete = set_null)]
    next: Nav<Option<Country>>,
    #[odata(contains_target, on_delete = cascade)]
    notes: Nav<Vec<Note>>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "travel.trip")]
struct Trip {
    #[odata(key)]
    id: i32,
    start: Option<Stop>,
    places: Vec<Place>,
    /// Where it leads.
    #[odata(on_delete = none)]
    countries: Nav<Vec<Country>>,
    #[odata(on_delete = set_default)]
    other: Nav<Option<Box<Trip>>>,
}

#[derive(ODataContainer)]
#[odata(type = "travel.Container")]
struct Container {
    #[odata(entity_set)]
    trips: Vec<Trip>,
    #[odata(entity_set)]
    countries: Vec<Country>,
}

const EXPANDED: &str = concat!(
    r##"{"@odata.type":"#travel.trip","id":1,"start":{"name":"a","country":{"code":"de","name":null},"next":null,"##,
    r##""notes":[{"number":1,"text":"t"}]},"places":[{"@odata.type":"#travel.place","name":"b","##,
    r##""country":{"code":"fr","name":null}},{"@odata.type":"#travel.place","name":"c"}]}"##
);

fn trip() -> Trip {
    let country = |code: &str| Country { code: code.to_owned(), name: None };
    Trip {
        id: 1,
        start: Some(Stop {
            place: Place { name: "a".to_owned(), country: Nav::new(country("de")) },
            next: Nav::new(None),
            notes: Nav::new(vec![Note { number: 1, text: "t".to_owned() }]),
        }),
        places: vec![
            Place { name: "b".to_owned(), country: Nav::new(country("fr")) },
            Place { name: "c".to_owned(), country: Nav::absent() },
        ],
        countries: Nav::absent(),
        other: Nav::absent(),
    }
}

fn model() -> Model {
    Model::of::<Container>().expect("no faults")
}

#[test]
fn related_entities_in_complex_values_are_read_and_written() {
    let model = model();
    let json = codec::to_vec_with(&trip(), &WriteOptions::default().with_model(&model));
    assert_eq!(String::from_utf8(json).expect("JSON"), EXPANDED);
    assert_eq!(codec::from_slice::<Trip>(EXPANDED.as_bytes()).expect("a trip"), trip());

    let by_serde: Trip = serde_json::from_str(EXPANDED).expect("a trip");
    assert_eq!(by_serde, trip());
}

#[test]
fn what_is_selected_reaches_into_related_entities_of_complex_values() {
    let model = model();
    let mut set = PropertySet::new(Trip::DESCRIPTOR);
    assert!(set.insert_path("start/notes/text") && set.insert_path("places/country/code"));
    let json = codec::to_vec_with(&trip(), &WriteOptions::default().with_model(&model).with_select(&set));
    let expected = concat!(
        r##"{"@odata.type":"#travel.trip","start":{"notes":[{"text":"t"}]},"##,
        r##""places":[{"@odata.type":"#travel.place","country":{"code":"fr"}},{"@odata.type":"#travel.place"}]}"##
    );
    assert_eq!(String::from_utf8(json).expect("JSON"), expected);
}

#[test]
fn faults_in_related_entities_of_complex_values_have_their_path() {
    let refused = |body: &str, options: &ReadOptions| {
        let error = codec::from_slice_with::<Trip>(body.as_bytes(), options).expect_err(body);
        (error.code(), error.target().map(str::to_owned))
    };
    let body = r#"{"id":1,"places":[],"start":{"name":"a","notes":[{"number":"1","text":"t"}]}}"#;
    let found = refused(body, &ReadOptions::strict());
    assert_eq!(found, (ErrorCode::WRONG_TYPE, Some("start/notes/0/number".to_owned())));
    let body = r#"{"id":1,"places":[],"start":{"name":"a","country":null}}"#;
    let found = refused(body, &ReadOptions::strict());
    assert_eq!(found.1.as_deref(), Some("start/country"));
    // A request cannot hold them, at no depth.
    for (body, target) in [
        (r#"{"id":1,"places":[{"name":"a","country":{"code":"de"}}]}"#, "places/0/country"),
        (r#"{"id":1,"places":[],"start":{"name":"a","notes":[]}}"#, "start/notes"),
    ] {
        assert_eq!(refused(body, &ReadOptions::insert()).1.as_deref(), Some(target));
    }
}

#[test]
fn changes_of_complex_values_leave_related_entities_as_they_are() {
    let before = trip();
    let body = br#"{"start":{"name":"z"}}"#;
    let mut after = before.clone();
    let delta = Delta::<Trip>::read_for(&before, body, &ReadOptions::update()).expect("a change");
    delta.apply_to(&mut after).expect("applied");
    let mut expected = trip();
    expected.start.as_mut().expect("a stop").place.name = "z".to_owned();
    assert_eq!(after, expected);

    // A difference leaves related entities out.
    after.start.as_mut().expect("a stop").notes = Nav::absent();
    after.start.as_mut().expect("a stop").place.country = Nav::absent();
    assert_eq!(before.diff(&after).to_vec(), body);

    for (body, target) in [
        (r#"{"start":{"notes":[]}}"#, "start/notes"),
        (r#"{"start":{"country":null}}"#, "start/country"),
        (r#"{"places":[{"name":"a","country":{"code":"de"}}]}"#, "places/0/country"),
    ] {
        let error = Delta::<Trip>::read_for(&before, body.as_bytes(), &ReadOptions::update()).expect_err(body);
        assert_eq!(error.target(), Some(target));
    }
}

#[test]
fn paths_lead_through_complex_values_to_related_entities() {
    let model = model();
    let names = |path: &str| {
        let mut names = Vec::new();
        for segment in Segments::new(&model, path) {
            match segment.expect(path).kind() {
                SegmentKind::Property(property) => names.push(property.name()),
                SegmentKind::Key(_) => names.push("a key"),
                _ => {}
            }
        }
        names
    };
    assert_eq!(names("trips(1)/start/notes(5)/text"), ["a key", "start", "notes", "a key", "text"]);
    assert_eq!(names("trips(1)/start/country/name"), ["a key", "start", "country", "name"]);
}

#[test]
fn what_deletion_does_is_a_fact_of_the_descriptor() {
    let actions = |names: &[&str]| -> Vec<_> {
        let own = |name: &&str| Trip::DESCRIPTOR.find(name).and_then(|index| Trip::DESCRIPTOR.property(index));
        names.iter().map(|name| own(name).expect("a property").on_delete()).collect()
    };
    assert_eq!(actions(&["countries", "other", "places"]), [Some(OnDelete::None), Some(OnDelete::SetDefault), None]);
    assert_eq!(Stop::PROPERTIES.next.descriptor().on_delete(), Some(OnDelete::SetNull));
    let notes = Stop::PROPERTIES.notes.descriptor();
    assert_eq!((notes.on_delete(), notes.contains_target()), (Some(OnDelete::Cascade), true));
}

#[test]
fn metadata_shows_navigation_properties_of_complex_types_and_what_deletion_does() {
    let xml = csdl::to_xml(&model());
    let expected = r#"
      <ComplexType Name="stop" BaseType="travel.place">
        <NavigationProperty Name="next" Type="travel.country">
          <OnDelete Action="SetNull"/>
        </NavigationProperty>
        <NavigationProperty Name="notes" Type="Collection(travel.note)" ContainsTarget="true">
          <OnDelete Action="Cascade"/>
        </NavigationProperty>
      </ComplexType>
      <EntityType Name="trip">
        <Key>
          <PropertyRef Name="id"/>
        </Key>
        <Property Name="id" Type="Edm.Int32" Nullable="false"/>
        <Property Name="start" Type="travel.stop"/>
        <Property Name="places" Type="Collection(travel.place)" Nullable="false"/>
        <NavigationProperty Name="countries" Type="Collection(travel.country)">
          <OnDelete Action="None"/>
          <Annotation Term="Org.OData.Core.V1.Description" String="Where it leads."/>
        </NavigationProperty>
        <NavigationProperty Name="other" Type="travel.trip">
          <OnDelete Action="SetDefault"/>
        </NavigationProperty>
      </EntityType>"#;
    assert!(xml.contains(expected), "{xml}");
    let place = r#"
        <NavigationProperty Name="country" Type="travel.country" Nullable="false"/>
      </ComplexType>"#;
    assert!(xml.contains(place), "{xml}");
}
