//! A client without HTTP: what it reads from responses, and what it writes into requests.
//!
//! `cargo run -p odata-core --example client_side`

use odata_core::{codec, codec::ReadOptions, prelude::*, slot::RawValue};

/// A song; a newer service may have kinds of songs that this client does not know.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "music.song")]
struct Song {
    // The service makes it.
    #[odata(key, computed)]
    id: String,
    title: String,
    // `None` is null.
    year: Option<i32>,
    length: Option<Duration>,
    kind: Kind,
    // Related entities: absent until a response has them.
    #[odata(contains_target)]
    verses: Nav<Vec<Verse>>,
}

/// A part of a song, which has no life of its own.
#[derive(ODataEntity, Clone, Debug, PartialEq)]
#[odata(type = "music.verse")]
struct Verse {
    #[odata(key, computed)]
    id: String,
    text: String,
}

/// Members of an enumeration are names in JSON.
#[derive(ODataEnum, Clone, Debug, PartialEq)]
#[odata(type = "music.kind")]
enum Kind {
    Ballad,
    March,
    // Keeps members that are not declared; without this variant they are refused.
    #[odata(unknown)]
    Other(UnknownMember),
}

fn main() -> Result<(), odata_core::Error> {
    // The response to `GET songs('1')`. A client skips members that were added to the type later, and control information
    // that the value has no place for.
    let response = br#"{
        "@odata.context": "https://example.org/v1/$metadata#songs/$entity",
        "@odata.etag": "W/\"3\"",
        "id": "1", "title": "Yesterday", "year": 1965, "length": "PT2M5S", "kind": "lullaby", "plays": 7
    }"#;
    let song: Song = codec::from_slice_with(response, &ReadOptions::client())?;
    let seconds = song.length.map(|length| length.seconds());
    println!("{} ({:?}), {seconds:?} seconds", song.title, song.year);
    assert_eq!((song.title.as_str(), song.year, seconds), ("Yesterday", Some(1965), Some(125)));
    assert!(matches!(&song.kind, Kind::Other(name) if name.as_str() == "lullaby"));
    assert!(song.verses.is_absent());

    // A request that changes it: the smallest body that does.
    let mut changed = song.clone();
    changed.year = None;
    changed.kind = Kind::Ballad;
    let body = song.diff(&changed).to_vec();
    println!("PATCH songs('1') {}", text(&body));
    assert_eq!(text(&body), r#"{"year":null,"kind":"ballad"}"#);

    // The same without having read it first.
    let mut delta = Delta::<Song>::new();
    delta.set(Song::PROPERTIES.year, None)?.set(Song::PROPERTIES.kind, Kind::Ballad)?;
    assert_eq!(delta.to_vec(), body);
    assert!(delta.changes(Song::PROPERTIES.year) && !delta.changes(Song::PROPERTIES.title));

    // A request that makes one, with what it contains. Computed properties are left out, so any value does for them.
    let verse = Verse { id: String::new(), text: "La".to_owned() };
    let new = Song { id: String::new(), title: "La".to_owned(), verses: Nav::new(vec![verse]), ..changed };
    let body = codec::to_insert_body(&new);
    println!("POST songs {}", text(&body));
    assert_eq!(text(&body), r#"{"title":"La","year":null,"length":"PT2M5S","kind":"ballad","verses":[{"text":"La"}]}"#);

    // A type that this client does not know is kept, where derived types are possible: `AnyOf`.
    let response = br##"{"@odata.type":"#music.duet","id":"2","title":"Don't","year":null,"kind":"march","voices":2}"##;
    let old: AnyOf<Song> = codec::from_slice_with(response, &ReadOptions::client())?;
    let duet = old.unknown().expect("no `music.duet` is declared");
    println!("{} is a {} with {} voices", old.title, duet.type_name(), duet.get("voices").map_or("no", RawValue::json));
    assert_eq!((duet.type_name(), duet.get("voices").map(RawValue::json)), ("music.duet", Some("2")));

    // It can be changed as well, and the body says only that.
    let mut new = old.clone();
    new.title = String::from("Do");
    if let Some(duet) = new.unknown_mut() {
        duet.insert("voices", RawValue::from_json("3")?)?;
    }
    let body = old.diff(&new)?.to_vec();
    println!("PATCH songs('2') {}", text(&body));
    assert_eq!(text(&body), r#"{"title":"Do","voices":3}"#);
    Ok(())
}

/// JSON as text.
fn text(json: &[u8]) -> &str {
    std::str::from_utf8(json).expect("JSON is UTF-8")
}
