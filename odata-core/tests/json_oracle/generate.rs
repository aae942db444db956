//! Documents, and bodies that are hardly JSON.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value};

/// Text with more than its share of what JSON escapes.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let special = select("\"\\/\u{8}\u{c}\n\r\t\0\u{1f}\u{7f}ä€🙂u".chars().collect::<Vec<_>>());
    let character = prop_oneof![
        4 => proptest::char::range(' ', '~'),
        2 => special,
        1 => any::<char>(),
    ];
    vec(character, 0..40).prop_map(String::from_iter)
}

pub(crate) fn finite() -> impl Strategy<Value = f64> {
    let float = any::<u64>().prop_map(f64::from_bits);
    float.prop_filter("finite", |float| float.is_finite())
}

pub(crate) fn document() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-9i64..10).prop_map(Value::from),
        finite().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    scalar.prop_recursive(5, 48, 6, |value| {
        let members = vec((text(), value.clone()), 0..6);
        prop_oneof![
            vec(value, 0..6).prop_map(Value::from),
            members.prop_map(|members| Value::Object(Map::from_iter(members))),
        ]
    })
}

/// Bytes, and pieces of JSON in any order.
pub(crate) fn soup() -> impl Strategy<Value = Vec<u8>> {
    let piece = select(vec![
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"a\":", "\\", "\\u", "\\n", "d83d", "de00", "0", "1", "-", ".",
        "e", "E", "+", "1e400", "true", "false", "null", " ", "\n", "\t", "\r", "\0", "ä", "\u{FEFF}",
    ]);
    prop_oneof![vec(any::<u8>(), 0..12), vec(piece, 0..12).prop_map(|pieces| pieces.concat().into_bytes()),]
}

#[derive(Clone, Debug)]
pub(crate) enum Mutation {
    Delete(Index),
    Insert(Index, Vec<u8>),
    Replace(Index, u8),
    Truncate(Index),
    Repeat(Index, Index),
}

pub(crate) fn mutation() -> impl Strategy<Value = Mutation> {
    let structural = select(b"{}[],:\"\\0123456789-+.eEtfnu \n".to_vec());
    let byte = prop_oneof![structural, any::<u8>()];
    prop_oneof![
        any::<Index>().prop_map(Mutation::Delete),
        (any::<Index>(), soup()).prop_map(|(at, bytes)| Mutation::Insert(at, bytes)),
        (any::<Index>(), byte).prop_map(|(at, byte)| Mutation::Replace(at, byte)),
        any::<Index>().prop_map(Mutation::Truncate),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Mutation::Repeat(from, to)),
    ]
}

pub(crate) fn mutate(mut body: Vec<u8>, mutations: Vec<Mutation>) -> Vec<u8> {
    for mutation in mutations {
        let end = body.len();
        match mutation {
            _ if body.is_empty() => {}
            Mutation::Delete(at) => drop(body.remove(at.index(end))),
            Mutation::Insert(at, bytes) => {
                let at = at.index(end);
                body.splice(at..at, bytes);
            }
            Mutation::Replace(at, byte) => body[at.index(end)] = byte,
            Mutation::Truncate(at) => body.truncate(at.index(end)),
            Mutation::Repeat(from, to) => {
                let (from, to) = (from.index(end), to.index(end));
                body.extend_from_within(from.min(to)..from.max(to));
            }
        }
    }
    body
}
