//! What holds for all documents.

use proptest::prelude::*;

use crate::{
    csdl::{Document, ReadLimits, arbitrary::documents},
    json::Location,
};

/// A change of a text: where, how many bytes go, and what takes their place.
fn edits() -> impl Strategy<Value = Vec<(prop::sample::Index, usize, &'static str)>> {
    let pieces = prop::sample::select(vec![
        "",
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "1",
        "-",
        "\"$Kind\"",
        "\"@a.b\":1,",
        "\"x@a.b\":1,",
        "\"$Type\":",
        "\\",
        "\u{0}",
        "ä",
        "{}",
        "[]",
        "\"\"",
        "true",
    ]);
    prop::collection::vec((any::<prop::sample::Index>(), 0..9_usize, pieces), 1..8)
}

fn edited(text: &str, edits: &[(prop::sample::Index, usize, &str)]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for (at, length, piece) in edits {
        let start = at.index(bytes.len() + 1);
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, piece.bytes());
    }
    bytes
}

/// Reads a text that may be anything. All faults have a place in it.
fn read(text: &[u8]) -> Result<(), TestCaseError> {
    let Err(error) = Document::from_json_with(text, &ReadLimits::new().with_depth(32)) else { return Ok(()) };
    for fault in error.all() {
        let location = fault.location().expect("a fault of a text is in the text");
        prop_assert!(location.offset <= text.len());
        prop_assert_eq!(location, Location::from_offset(text, location.offset));
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read(document in documents()) {
        let text = document.to_json();
        let read = match Document::from_json(text.as_bytes()) {
            Ok(read) => read,
            Err(error) => return Err(TestCaseError::fail(format!("{error:?}\n{text}"))),
        };
        prop_assert_eq!(&read.to_json(), &text);
        let pretty = document.to_json_pretty();
        prop_assert_eq!(Document::from_json(pretty.as_bytes()).expect("only white space differs"), read);
    }

    #[test]
    fn no_text_is_too_broken(document in documents(), edits in edits()) {
        read(&edited(&document.to_json(), &edits))?;
    }

    #[test]
    fn no_bytes_are_too_broken(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        read(&bytes)?;
    }
}

/// Finding what is annotated takes no search among all members.
#[test]
fn many_members_and_annotations_are_read() {
    let members = |count: usize| {
        let each = |index: usize| format!(r#""m{index}":{index},"m{index}@a.b":1,"m{index}@a.b@c.d":2"#);
        let members: Vec<_> = (0..count).map(each).collect();
        format!(r#"{{"$Version":"4.0","n":{{"e":{{"$Kind":"EnumType",{}}}}}}}"#, members.join(","))
    };
    let document = Document::from_json(members(50_000).as_bytes()).expect("read");
    let last = document.schemas[0].enums[0].members.last().expect("there are many");
    assert_eq!((last.value, last.annotations[0].annotations.len()), (49_999, 1));
}
