//! Changes of dynamic properties. Complex ones are merged as declared ones are (OData Protocol 4.01 §11.4.3): members
//! that are not sent stay, and those that are null are removed, because no type declares them.

use serde_json::Value;

use crate::{
    codec::{Control, ODataVersion, spelled_json},
    json::{JsonError, JsonReader, JsonWriter},
    slot::{DynamicProperties, DynamicValue, RawMembers, RawValue},
};

/// Returns the members of an object; `None` if the text is another value.
#[cold]
fn members(json: &str) -> Option<RawMembers> {
    let read = || -> Result<RawMembers, JsonError> {
        let mut reader = JsonReader::new(json.as_bytes())?;
        let mut members = RawMembers::new();
        reader.begin_object()?;
        while let Some(name) = reader.next_name()? {
            let name = name.to_owned();
            members.insert(name, RawValue::of_json(reader.raw_value()?));
        }
        Ok(members)
    };
    read().ok()
}

/// Returns the object with these members.
#[cold]
fn object(members: &RawMembers) -> String {
    let mut json = JsonWriter::new();
    let mut before = b'{';
    for (name, value) in members.iter() {
        json.byte(std::mem::replace(&mut before, b','));
        json.string(name);
        json.byte(b':');
        json.raw(value.json());
    }
    json.raw(if before == b'{' { "{}" } else { "}" });
    String::from_utf8(json.into_bytes()).unwrap_or_default()
}

/// Returns the name of the member with the type of a property, or of the object itself. Dynamic values are kept in the
/// spelling of 4.0.
fn type_of(property: &str) -> String {
    [property, Control::Type.name(ODataVersion::V4_0)].concat()
}

fn media_type_of(property: &str) -> String {
    [property, Control::MediaContentType.name(ODataVersion::V4_0)].concat()
}

/// Returns the name of the property that a member is about.
fn property_of(name: &str) -> &str {
    name.split_once('@').map_or(name, |(property, _)| property)
}

/// Returns the members of two values, if a change from one to the other is merged: both are complex values, and if the
/// new one names a type, it is that of the old one.
#[cold]
fn merged_members(from: &str, to: &str) -> Option<(RawMembers, RawMembers)> {
    let (from, to) = (members(from)?, members(to)?);
    let name = type_of("");
    (to.get(&name).is_none() || from.get(&name) == to.get(&name)).then_some((from, to))
}

/// Returns whether a member may be a complex value. A member with a type next to it is not.
fn may_be_complex(of: &RawMembers, name: &str) -> bool {
    !of.contains(&type_of(name)) && !of.contains(&media_type_of(name))
}

/// Returns the JSON texts of two dynamic values, if both may be complex values.
#[cold]
fn objects(from: &DynamicValue, to: &DynamicValue) -> Option<[String; 2]> {
    let may_be = |value: &DynamicValue| value.type_name().is_none() && matches!(value.value(), Value::Object(_));
    let json = |value: &DynamicValue| spelled_json(&value.json(), ODataVersion::V4_0).into_owned();
    (may_be(from) && may_be(to)).then(|| [json(from), json(to)])
}

/// Changes a dynamic property.
pub(super) fn change(properties: &mut DynamicProperties, name: Box<str>, value: DynamicValue) {
    let merged = properties.find(&name).and_then(|old| merged(old, &value));
    properties.put(name, merged.unwrap_or(value));
}

/// Returns the complex value that results from a change. `None` if it is replaced.
#[cold]
fn merged(old: &DynamicValue, change: &DynamicValue) -> Option<DynamicValue> {
    let [old, change] = objects(old, change)?;
    DynamicValue::of_json(&merge(&old, &change)?).ok()
}

#[cold]
fn merge(from: &str, to: &str) -> Option<String> {
    let (from, to) = merged_members(from, to)?;
    let mut result = RawMembers::new();
    for (name, old) in from.iter() {
        let Some(new) = to.get(name) else {
            // A value does not keep the type of another one.
            if !to.contains(property_of(name)) {
                result.insert(name, old.clone());
            }
            continue;
        };
        let is_complex = may_be_complex(&from, name) && may_be_complex(&to, name);
        match if is_complex { merge(old.json(), new.json()) } else { None } {
            Some(merged) => result.insert(name, RawValue::of_json(&merged)),
            None if new.is_null() => {}
            None => result.insert(name, new.clone()),
        }
    }
    for (name, new) in to.iter() {
        if !from.contains(name) && !new.is_null() {
            result.insert(name, new.clone());
        }
    }
    Some(object(&result))
}

/// The changes of dynamic values that are merged, by the later value that they lead to.
pub(super) type Patches<'v> = Vec<(&'v DynamicValue, DynamicValue)>;

/// Returns the part of a dynamic value that is sent: the change that is merged, or all of it.
pub(super) fn sent<'p>(value: &'p DynamicValue, patches: &'p Patches<'_>) -> &'p DynamicValue {
    patches.iter().find(|(to, _)| std::ptr::eq(*to, value)).map_or(value, |(_, patch)| patch)
}

/// Returns the change that turns a complex value into another one: the members that differ, null for those that were
/// removed, and the type. `None` if it is replaced.
#[cold]
pub(super) fn patch(from: &DynamicValue, to: &DynamicValue) -> Option<DynamicValue> {
    let [from, to] = objects(from, to)?;
    DynamicValue::of_json(&difference(&from, &to)?).ok()
}

/// Returns whether a change has no members. Null is the same as absent, so two values can differ in a way that no
/// change expresses.
pub(super) fn is_empty(patch: &DynamicValue) -> bool {
    patch.value().as_object().is_some_and(serde_json::Map::is_empty)
}

#[cold]
fn difference(from: &str, to: &str) -> Option<String> {
    let (from, to) = merged_members(from, to)?;
    let mut patch = RawMembers::new();
    for (name, new) in to.iter() {
        // Control information about a member comes with it.
        if name.contains('@') {
            continue;
        }
        let old = from.get(name);
        let has_type = from.get(&type_of(name)) == to.get(&type_of(name));
        if old == Some(new) && has_type || old.is_none() && new.is_null() {
            continue;
        }
        let is_complex = may_be_complex(&from, name) && may_be_complex(&to, name);
        match old.filter(|_| is_complex).and_then(|old| difference(old.json(), new.json())) {
            Some(below) if below == "{}" => {}
            Some(below) => patch.insert(name, RawValue::of_json(&below)),
            None => {
                patch.insert(name, new.clone());
                for about in [type_of(name), media_type_of(name)] {
                    copy(&to, &mut patch, about);
                }
            }
        }
    }
    for (name, old) in from.iter() {
        if !name.contains('@') && !to.contains(name) && !old.is_null() {
            patch.insert(name, RawValue::null());
        }
    }
    if patch.iter().next().is_some() {
        copy(&to, &mut patch, type_of(""));
    }
    Some(object(&patch))
}

#[cold]
fn copy(from: &RawMembers, to: &mut RawMembers, name: String) {
    if let Some(value) = from.get(&name) {
        to.insert(name, value.clone());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    fn value(json: &str) -> DynamicValue {
        DynamicValue::of_json(json).expect("JSON")
    }

    #[test]
    fn members_are_merged_and_null_removes_them() {
        for (old, change, expected) in [
            (r#"{"a":1,"b":2}"#, r#"{"b":3,"c":4}"#, Some(r#"{"a":1,"b":3,"c":4}"#)),
            (r#"{"a":1.50,"b":2}"#, r#"{"b":null,"c":null}"#, Some(r#"{"a":1.50}"#)),
            (r#"{"a":{"b":1,"c":[1]}}"#, r#"{"a":{"c":[2]}}"#, Some(r#"{"a":{"b":1,"c":[2]}}"#)),
            (
                r##"{"@odata.type":"#a.b","x":1}"##,
                r##"{"@odata.type":"#a.b","y":1}"##,
                Some(r##"{"@odata.type":"#a.b","x":1,"y":1}"##),
            ),
            (r##"{"@odata.type":"#a.b","x":1}"##, r#"{"y":1}"#, Some(r##"{"@odata.type":"#a.b","x":1,"y":1}"##)),
            (r##"{"@odata.type":"#a.b","x":1}"##, r##"{"@odata.type":"#a.c","y":1}"##, None),
            (r#"{"x":1}"#, r##"{"@odata.type":"#a.c","y":1}"##, None),
            ("[1]", "[2]", None),
            ("1", "{}", None),
            (
                r##"{"p@odata.type":"#GeographyPoint","p":{"type":"Point"}}"##,
                r#"{"p":{"coordinates":[1,2]}}"#,
                Some(r#"{"p":{"coordinates":[1,2]}}"#),
            ),
        ] {
            let merged = merged(&value(old), &value(change));
            assert_eq!(merged.as_ref().map(DynamicValue::json).as_deref(), expected, "{old} {change}");
        }
        let typed = value(r#"{"type":"Point"}"#).with_type("#GeographyPoint");
        assert!(merged(&typed, &value("{}")).is_none() && merged(&value("{}"), &typed).is_none());
    }

    fn objects_of_members() -> impl Strategy<Value = Value> {
        let leaf = prop::sample::select(vec![json!(1), json!(2), json!("x"), json!([1, {"a": 1}]), json!({})]);
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop::collection::btree_map(prop::sample::select(vec!["a", "b", "c", "d"]), inner, 0..4)
                .prop_map(|members| json!(members))
        })
    }

    proptest! {
        #[test]
        fn the_difference_turns_one_value_into_the_other(from in objects_of_members(), to in objects_of_members()) {
            let (from, to) = (DynamicValue::from(json!({"m": from})), DynamicValue::from(json!({"m": to})));
            let change = patch(&from, &to).expect("two objects");
            prop_assert_eq!(is_empty(&change), from == to);
            prop_assert_eq!(merged(&from, &change).expect("two objects"), to);
        }
    }
}
