//! Comparison of a response with what a document prints.

use serde_json::Value;

/// Panics unless `found` has every member of `printed` with an equal value. Inside complex values `@odata.type` may be
/// left out, because there it names the declared type.
#[track_caller]
pub fn assert_contains(found: &Value, printed: &Value) {
    contains("", found, printed);
}

#[track_caller]
fn contains(path: &str, found: &Value, printed: &Value) {
    match (found, printed) {
        (Value::Object(members), Value::Object(expected)) => {
            for (name, expected) in expected {
                let path = format!("{path}/{name}");
                match members.get(name) {
                    None if name == "@odata.type" && path != "/@odata.type" => {}
                    None => panic!("{path} is missing"),
                    Some(member) => contains(&path, member, expected),
                }
            }
        }
        (Value::Array(items), Value::Array(expected)) => {
            assert_eq!(items.len(), expected.len(), "{path}");
            for (position, (item, expected)) in items.iter().zip(expected).enumerate() {
                contains(&format!("{path}/{position}"), item, expected);
            }
        }
        _ => assert_eq!(found, printed, "{path}"),
    }
}

/// Returns a document's JSON without a member that a response need not repeat.
pub fn without(mut json: Value, member: &str) -> Value {
    json.as_object_mut().unwrap().remove(member).unwrap_or_else(|| panic!("there is no {member}"));
    json
}
