//! Finding a member ahead of its turn.

use super::{JsonReader, scan::plain_end};

/// The result of looking for a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ahead {
    /// Its value, a string if it is well-formed, begins at this offset.
    String(usize),
    /// The object has no such member.
    Nowhere,
    /// Only reading can decide: names have escapes, or something is malformed.
    Unsure,
}

impl JsonReader<'_> {
    /// Searches the rest of the object that was just entered for a member with one of these names, given in
    /// quotes.
    ///
    /// Nothing is consumed, and only what is found is validated: this is for a body that is read as a whole later.
    pub(crate) fn look_ahead(&self, names: &[&str]) -> Ahead {
        let bytes = self.bytes();
        let (mut at, mut depth) = (self.offset(), 0_u32);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    let Some(end) = string_end(bytes, at) else { return Ahead::Unsure };
                    if depth == 0 && is_candidate(bytes, at, end.escaped) {
                        match value_of(bytes, end.at) {
                            Some(_) if end.escaped => return Ahead::Unsure,
                            Some(value) if names.iter().any(|name| name.as_bytes() == &bytes[at..end.at]) => {
                                let is_string = bytes.get(value) == Some(&b'"');
                                return if is_string { Ahead::String(value) } else { Ahead::Unsure };
                            }
                            _ => {}
                        }
                    }
                    at = end.at;
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' if depth == 0 => return Ahead::Nowhere,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
        Ahead::Unsure
    }
}

/// Returns whether a string can be the name that is searched for: control information begins with `@`.
#[inline]
fn is_candidate(bytes: &[u8], start: usize, escaped: bool) -> bool {
    escaped || bytes.get(start + 1) == Some(&b'@')
}

/// The end of a string.
struct StringEnd {
    /// The offset after the closing quote.
    at: usize,
    /// Whether there are escapes in it.
    escaped: bool,
}

/// Returns the end of the string whose opening quote is at `start`.
fn string_end(bytes: &[u8], start: usize) -> Option<StringEnd> {
    let (mut at, mut escaped) = (start + 1, false);
    loop {
        at = plain_end(bytes, at);
        match bytes.get(at)? {
            b'"' => return Some(StringEnd { at: at + 1, escaped }),
            b'\\' => {
                escaped = true;
                at += 2;
                bytes.get(at)?;
            }
            _ => return None,
        }
    }
}

/// Returns the offset of the value, if the string that ends at `end` is a name.
fn value_of(bytes: &[u8], end: usize) -> Option<usize> {
    let after_space = |from: usize| {
        let space = bytes[from..].iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
        from + space.count()
    };
    let colon = after_space(end);
    (bytes.get(colon) == Some(&b':')).then(|| after_space(colon + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::JsonReader, Ahead};

    fn look(body: &str) -> Ahead {
        let mut reader = JsonReader::new(body.as_bytes()).expect("the body is UTF-8");
        reader.begin_object().expect("the body begins an object");
        let found = reader.look_ahead(&["\"@odata.type\"", "\"@type\""]);
        assert_eq!(reader.offset(), 1, "nothing is read");
        found
    }

    /// Returns the offset of the first `#`, whose string is the value that is to be found.
    fn marked(body: &str) -> Ahead {
        Ahead::String(body.find("\"#").expect("the case marks a value"))
    }

    #[test]
    fn the_member_is_found_wherever_it_is() {
        for body in [
            r##"{"@odata.type":"#a.b"}"##,
            r##"{"@type" : "#a.b"}"##,
            r##"{"name":"x","number":-1.5e3,"flag":true,"none":null,"@odata.type":"#a.b"}"##,
            "{ \"name\" : \"x\" ,\r\n\t\"@odata.type\"\n:\n\"#a.b\" , \"after\" : 1 }",
            r##"{"@odata.id":"x","@odata.type":"#a.b"}"##,
            r##"{"text":"quote \" and slash \\","@odata.type":"#a.b"}"##,
            r##"{"text":"\"@odata.type\":","@odata.type":"#a.b"}"##,
            r##"{"text":"@odata.type","@odata.type":"#a.b"}"##,
        ] {
            assert_eq!(look(body), marked(body), "{body}");
        }
    }

    #[test]
    fn members_of_nested_values_are_others() {
        for body in [
            r##"{"inner":{"@odata.type":"no","list":[{"@type":"no"}]},"@odata.type":"#a.b"}"##,
            r##"{"list":["@odata.type",{"{":"}"},[[]]],"@odata.type":"#a.b"}"##,
        ] {
            assert_eq!(look(body), marked(body), "{body}");
        }
        for body in ["{}", r#"{"inner":{"@odata.type":"no"}}"#, r#"{"text":"@odata.type"},{"@odata.type":"no"}"#] {
            assert_eq!(look(body), Ahead::Nowhere, "{body}");
        }
    }

    #[test]
    fn what_only_reading_can_decide_is_unsure() {
        for body in [
            r#"{"\u0040odata.type":"a.b"}"#,
            r#"{"na\u006de":1,"@odata.type":"a.b"}"#,
            r#"{"@odata.type":5}"#,
            r#"{"@odata.type":"#,
            r#"{"name":"x"#,
            r#"{"name":"x\"#,
            r#"{"name":1"#,
            "{\"name\":\"a\nb\",\"@odata.type\":\"a.b\"}",
        ] {
            assert_eq!(look(body), Ahead::Unsure, "{body}");
        }
    }

    /// Returns what reading member by member finds: the offset of the value, if there is one.
    fn read(body: &str) -> Result<Option<usize>, crate::json::JsonError> {
        let mut reader = JsonReader::new(body.as_bytes())?;
        reader.begin_object()?;
        while let Some(name) = reader.next_name()? {
            if matches!(name, "@odata.type" | "@type") {
                return Ok(Some(reader.value_offset()));
            }
            reader.skip_value()?;
        }
        Ok(None)
    }

    /// Bodies of pieces that are likely to fit together, and of ones that are not.
    fn bodies() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            " ",
            "\n",
            "1",
            "-2.5",
            "true",
            "null",
            "\"a\"",
            "\"\"",
            "\"@odata.type\"",
            "\"@type\"",
            "\"@odata.id\"",
            "\"\\\"\"",
            "\"\\\\\"",
            "\"\\u0040type\"",
            "\"a\":1,",
            "\"@type\":\"t\"",
            "\"x\":{\"y\":[",
        ]);
        prop::collection::vec(pieces, 0..24).prop_map(|pieces| format!("{{{}", pieces.concat()))
    }

    /// An object as a sender writes it, with the type somewhere in it or nowhere.
    fn objects() -> impl Strategy<Value = String> {
        let value = prop::sample::select(vec![
            "1",
            "null",
            "\"text, \\\"@type\\\": {\"",
            "{\"@odata.type\":\"inner\"}",
            "[\"@type\",{\"@type\":1}]",
            "{}",
            "[]",
        ]);
        let spaces = prop::sample::select(vec!["", " ", "\r\n  "]);
        let named = prop::sample::select(vec!["@odata.type", "@type", "@odata.id", "name"]);
        (prop::collection::vec((value, spaces), 0..8), named, any::<prop::sample::Index>()).prop_map(
            |(values, named, at)| {
                let mut members: Vec<_> = values
                    .iter()
                    .enumerate()
                    .map(|(index, (value, space))| format!("{space}\"m{index}\"{space}:{space}{value}{space}"))
                    .collect();
                members.insert(at.index(members.len() + 1), format!("\"{named}\":\"#a.b\""));
                format!("{{{}}}", members.join(","))
            },
        )
    }

    proptest! {
        #[test]
        fn reading_finds_the_same(body in bodies()) {
            match (look(&body), read(&body)) {
                (Ahead::String(found), Ok(read)) => prop_assert_eq!(Some(found), read),
                (Ahead::Nowhere, Ok(read)) => prop_assert_eq!(None, read),
                (Ahead::Unsure, _) | (_, Err(_)) => {}
            }
        }

        #[test]
        fn what_is_well_formed_and_has_no_escapes_in_names_is_sure(body in objects()) {
            let expected = read(&body).expect("the body is well-formed").map_or(Ahead::Nowhere, Ahead::String);
            prop_assert_eq!(look(&body), expected);
        }
    }
}
