//! Stream properties, inline and at URLs of their own, and media entities.

use odata_core::{
    AnyOf, Delta, Diff as _, Model, ODataComplex, ODataContainer, ODataEntity, PropertySet, StructuredType as _,
    codec::{self, Control, ODataVersion, ReadOptions, Receiver, WriteOptions},
    csdl,
    value::{Stream, StreamContent},
};
use odata_tests::{
    arbitrary::{Choices, choices},
    reorder::reorder,
};
use proptest::prelude::*;

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "music.album")]
struct Album {
    #[odata(key)]
    id: i32,
    cover: Option<Stream>,
    #[odata(max_length = 20)]
    booklet: Stream,
    label: Option<Label>,
    labels: Vec<Label>,
}

#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "music.label")]
struct Label {
    logo: Option<Stream>,
}

/// A recording, whose sound is its stream.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "music.recording", has_stream)]
struct Recording {
    #[odata(key)]
    id: i32,
    title: Option<String>,
}

#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "music.live")]
struct Live {
    #[odata(base)]
    recording: Recording,
}

#[derive(ODataContainer)]
#[odata(type = "music.Container")]
struct Music {
    #[odata(entity_set)]
    albums: Vec<Album>,
    #[odata(entity_set)]
    recordings: Vec<AnyOf<Recording>>,
}

fn album() -> Album {
    Album { id: 1, cover: None, booklet: Stream::from_text("a"), label: None, labels: Vec::new() }
}

fn read(body: &str, options: &ReadOptions) -> Album {
    codec::from_slice_with(body.as_bytes(), options).unwrap_or_else(|error| panic!("{error}\n{body}"))
}

fn cover() -> Stream {
    let cover = Stream::elsewhere().with_media_type("image/png").expect("it is one");
    cover.with_read_link("https://host/cover.png").with_edit_link("albums(1)/cover").with_etag("W/\"5\"")
}

/// All that can be known of a stream.
fn stream(choices: &mut Choices) -> Stream {
    let mut stream = match choices.below(6) {
        0 => Stream::from_text("<policy/>"),
        1 => Stream::from_json("{\"a\":[1,2.5]}").expect("JSON"),
        2 => Stream::from_bytes("image/png", vec![1, 2, 255]).expect("bytes"),
        3 => Stream::from_bytes("text/html; charset=utf-8", b"<p>".to_vec()).expect("text"),
        4 => Stream::elsewhere(),
        _ => Stream::elsewhere().with_media_type("application/json").expect("it is one"),
    };
    if choices.below(2) == 0 {
        stream = stream.with_read_link(["", "a/b?c=\"d\"", "https://host/x"][choices.below(3)]);
    }
    if choices.below(2) == 0 {
        stream = stream.with_edit_link("albums(1)/cover");
    }
    if choices.below(2) == 0 {
        stream = stream.with_etag("W/\"\\1\"");
    }
    stream
}

fn optional(choices: &mut Choices) -> Option<Stream> {
    (choices.below(4) > 0).then(|| stream(choices))
}

fn any_album(choices: &mut Choices) -> Album {
    Album {
        id: 1,
        cover: optional(choices),
        booklet: stream(choices),
        label: (choices.below(3) > 0).then(|| Label { logo: optional(choices) }),
        labels: (0..choices.below(3)).map(|_| Label { logo: optional(choices) }).collect(),
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_in_any_order(bytes in choices()) {
        let mut choices = Choices::new(bytes);
        let album = any_album(&mut choices);
        for version in [ODataVersion::V4_0, ODataVersion::V4_01] {
            let written = codec::to_vec_with(&album, &WriteOptions::new().with_version(version));
            for options in [ReadOptions::client(), ReadOptions::stored(), ReadOptions::strict()] {
                let body = reorder(&written, &mut choices);
                let found = codec::from_slice_with::<Album>(&body, &options);
                prop_assert_eq!(found.as_ref(), Ok(&album), "{}", String::from_utf8_lossy(&body));
            }
        }
        let written = serde_json::to_vec(&album).expect("it can be written");
        let body = reorder(&written, &mut choices);
        prop_assert_eq!(&serde_json::from_slice::<Album>(&body).expect("what was written"), &album);
        let other: Album = codec::from_slice_with(&written, &ReadOptions::client()).expect("what was written");
        prop_assert_eq!(other, album);
    }

    #[test]
    fn a_change_makes_of_streams_what_a_request_can_say(bytes in choices()) {
        let mut choices = Choices::new(bytes);
        let (old, new) = (any_album(&mut choices), any_album(&mut choices));
        let body = old.diff(&new).to_vec();
        prop_assert!(!String::from_utf8_lossy(&body).contains("Link"));
        let mut patched = old.clone();
        let delta = Delta::<Album>::read_for(&old, &body, &ReadOptions::update().with_required(false))
            .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(&body)));
        delta.apply_to(&mut patched).expect("it fits");
        for (old, new, patched) in [
            (old.cover, new.cover, patched.cover),
            (Some(old.booklet), Some(new.booklet), Some(patched.booklet)),
        ] {
            match (&old, &new, &patched) {
                (_, Some(new), _) if !new.is_inline() => prop_assert_eq!(&patched, &old),
                (_, Some(new), Some(patched)) => {
                    prop_assert_eq!(new.content(), patched.content());
                    prop_assert_eq!(new.media_type(), patched.media_type());
                }
                _ => prop_assert_eq!(&patched, &new),
            }
        }
    }
}

#[test]
fn a_stream_that_is_not_inline_is_elsewhere_and_not_null() {
    for (body, expected) in [
        (r#"{"cover@odata.mediaReadLink":"u"}"#, Stream::elsewhere().with_read_link("u")),
        (r#"{"cover@mediaEditLink":"u"}"#, Stream::elsewhere().with_edit_link("u")),
        (r#"{"cover@mediaEtag":"W/\"1\""}"#, Stream::elsewhere().with_etag("W/\"1\"")),
        (r#"{"cover@mediaContentType":"image/png"}"#, Stream::elsewhere().with_media_type("image/png").unwrap()),
        (r#"{"cover@mediaReadLink":"u","cover":"a"}"#, Stream::from_text("a").with_read_link("u")),
        (r#"{"cover":"a","cover@odata.mediaReadLink":"u"}"#, Stream::from_text("a").with_read_link("u")),
    ] {
        assert_eq!(read(body, &ReadOptions::client()).cover.as_ref(), Some(&expected), "{body}");
    }
    for body in [
        "{}",
        r#"{"cover":null,"cover@mediaEditLink":"u"}"#,
        r#"{"cover@mediaEditLink":"u","cover":null}"#,
        r#"{"cover@mediaReadLink":null}"#,
    ] {
        assert_eq!(read(body, &ReadOptions::client()).cover, None, "{body}");
    }
    let odd = read(r#"{"cover@mediaReadLink":"u","cover@mediaContentType":"?"}"#, &ReadOptions::client());
    assert_eq!(odd.cover.as_ref().map(Stream::media_type), Some("?"));
    // Nothing is lacking where the stream is elsewhere.
    let album = read(r#"{"id":1,"labels":[],"booklet@mediaReadLink":"u"}"#, &ReadOptions::strict());
    assert_eq!(album.booklet, Stream::elsewhere().with_read_link("u"));
}

#[test]
fn representations_have_the_urls_of_streams_and_requests_do_not() {
    let album = Album { cover: Some(cover()), ..album() };
    let text = |json: Vec<u8>| String::from_utf8(json).expect("JSON is UTF-8");
    let cover = concat!(
        r##"{"@odata.type":"#music.album","id":1,"cover@odata.mediaContentType":"image/png","cover@odata.mediaReadLink":"https://host/cover.png","##,
        r#""cover@odata.mediaEditLink":"albums(1)/cover","cover@odata.mediaEtag":"W/\"5\"","#,
    );
    let rest = r#""booklet@odata.mediaContentType":"text/plain","booklet":"a","label":null,"labels":[]}"#;
    assert_eq!(text(codec::to_vec(&album)), [cover, rest].concat());
    assert_eq!(serde_json::to_string(&album).expect("it can be written"), [cover, rest].concat());
    assert_eq!(text(codec::to_insert_body(&album)), [r#"{"id":1,"#, rest].concat());
    let (old, new) = (self::album(), Album { label: Some(Label { logo: Some(self::cover()) }), ..album.clone() });
    assert_eq!(text(old.diff(&new).to_vec()), r#"{"label":{}}"#);
    // Without anything known about it, a stream is still not null.
    let nowhere = Album { cover: Some(Stream::elsewhere()), ..self::album() };
    assert!(text(codec::to_vec(&nowhere)).contains(r#""cover@odata.mediaContentType":"application/octet-stream","#));
}

#[test]
fn a_request_cannot_say_where_a_stream_is() {
    let body = r#"{"id":1,"labels":[],"booklet":"b","booklet@mediaReadLink":"u","cover@mediaEditLink":5,
        "cover@odata.mediaEtag":"x","cover@odata.mediaContentType":"image/png"}"#;
    let inserted = read(body, &ReadOptions::insert());
    assert_eq!((inserted.booklet, inserted.cover), (Stream::from_text("b"), None));

    let stored = Album { cover: Some(cover()), ..album() };
    let patched = |body: &str| {
        let mut album = stored.clone();
        let delta = Delta::<Album>::read_for(&album, body.as_bytes(), &ReadOptions::update()).expect(body);
        delta.apply_to(&mut album).expect("it fits");
        album.cover
    };
    assert_eq!(patched(r#"{"cover@mediaReadLink":"other","cover@mediaContentType":"text/plain"}"#), Some(cover()));
    assert_eq!(patched(r#"{"cover":null}"#), None);
    assert_eq!(patched(r#"{"cover@mediaReadLink":"other","cover":"a"}"#), Some(Stream::from_text("a")));
}

#[test]
fn a_difference_is_what_a_request_can_change() {
    let diff = |old: Option<Stream>, new: Option<Stream>| {
        let (old, new) = (Album { cover: old, ..album() }, Album { cover: new, ..album() });
        String::from_utf8(old.diff(&new).to_vec()).expect("JSON is UTF-8")
    };
    let text = Stream::from_text("a");
    let set = r#"{"cover@odata.mediaContentType":"text/plain","cover":"a"}"#;
    assert_eq!(diff(Some(cover()), Some(text.clone())), set);
    assert_eq!(diff(Some(cover()), None), r#"{"cover":null}"#);
    assert_eq!(diff(Some(text.clone()), Some(text.clone().with_etag("1"))), "{}");
    assert_eq!(diff(Some(cover()), Some(cover().with_read_link("other"))), "{}");
    assert_eq!(diff(Some(text), Some(cover())), "{}");
    assert_eq!(diff(None, Some(cover())), "{}");
}

#[test]
fn what_is_no_url_is_a_fault() {
    for (body, message) in [
        (r#"{"cover@mediaReadLink":5}"#, "a number where a URL is expected"),
        (r#"{"cover@mediaEtag":{}}"#, "an object where an `ETag` is expected"),
        (r#"{"cover@odata.mediaContentType":"png","cover":"a"}"#, "Edm.Stream"),
        (r#"{"cover@mediaReadLink":"a","cover@odata.mediaReadLink":"a"}"#, "the member is there already"),
    ] {
        let error = codec::from_slice_with::<Album>(body.as_bytes(), &ReadOptions::client()).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }
    assert!(serde_json::from_str::<Album>(r#"{"id":1,"labels":[],"booklet":"a","cover@mediaReadLink":5}"#).is_err());
}

/// Notes the control information that is not part of a value.
#[derive(Default)]
struct Notes(Vec<String>, Vec<String>);

impl Receiver for Notes {
    fn control(&mut self, _: &str, property: Option<&str>, control: Control, json: &str) {
        self.0.push(format!("{}{}={json}", property.unwrap_or_default(), control.name(ODataVersion::V4_01)));
    }

    fn annotation(&mut self, _: &str, _: Option<&str>, _: &str, _: &str) {}

    fn operation(&mut self, _: &str, _: &str, _: &str) {}

    fn object(&mut self, _: &str, present: &PropertySet) {
        self.1 = present.paths();
    }
}

#[test]
fn a_receiver_learns_that_a_stream_was_there() {
    let mut notes = Notes::default();
    let body = br#"{"id":1,"cover@mediaReadLink":"u"}"#;
    let album: Album = codec::from_slice_with_receiver(body, &ReadOptions::client(), &mut notes).expect("it is valid");
    assert_eq!(album.cover.expect("it is elsewhere").content(), &StreamContent::Elsewhere);
    assert_eq!((notes.0, notes.1), (Vec::new(), vec!["id".to_owned(), "cover".to_owned()]));
}

const RECORDING: &[u8] = br##"{"@odata.type":"#music.live","@odata.mediaReadLink":"recordings(1)/$value",
    "@mediaEditLink":"https://host/1","id":1,"@odata.mediaContentType":"audio/ogg","@odata.mediaEtag":"W/\"1\""}"##;

#[test]
fn what_is_said_about_a_media_entity_is_beside_its_value() {
    let mut notes = Notes::default();
    let read: AnyOf<Recording> =
        codec::from_slice_with_receiver(RECORDING, &ReadOptions::client(), &mut notes).expect("it is valid");
    assert_eq!((read.id, read.descriptor().name()), (1, "music.live"));
    let expected = [
        r#"@mediaReadLink="recordings(1)/$value""#,
        r#"@mediaEditLink="https://host/1""#,
        r#"@mediaContentType="audio/ogg""#,
        r#"@mediaEtag="W/\"1\"""#,
    ];
    assert_eq!(notes.0, expected);
    // In a request it means nothing and is accepted (OData JSON 4.01 §4.5.13).
    let inserted: AnyOf<Recording> =
        codec::from_slice_with(RECORDING, &ReadOptions::insert()).expect("a request may have it");
    assert_eq!(inserted.descriptor().name(), "music.live");
    let live = Live { recording: Recording { id: 1, title: None } };
    let delta = Delta::<Live>::read_for(&live, RECORDING, &ReadOptions::update()).expect("a request may have it");
    assert!(delta.is_empty());
}

#[test]
fn a_type_that_derives_from_a_media_entity_type_is_one() {
    assert!(Recording::DESCRIPTOR.has_stream() && Live::DESCRIPTOR.has_stream() && !Album::DESCRIPTOR.has_stream());
    let xml = csdl::to_xml(&Model::of::<Music>().expect("no faults"));
    assert!(xml.contains(r#"<EntityType Name="recording" HasStream="true">"#), "{xml}");
    assert!(xml.contains(r#"<EntityType Name="live" BaseType="music.recording" HasStream="true"/>"#), "{xml}");
    assert!(xml.contains(r#"<Property Name="cover" Type="Edm.Stream"/>"#), "{xml}");
}
