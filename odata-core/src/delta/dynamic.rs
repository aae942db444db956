//! Changes of dynamic properties. Complex ones are merged as declared ones are (OData Protocol 4.01 §11.4.3): members
//! that are not sent stay, and those that are null are removed, because no type declares them.

use serde_json::{Map, Value};

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
            members.insert_json(&name, reader.raw_value()?);
        }
        Ok(members)
    };
    read().ok()
}

/// Returns the object with these members.
#[cold]
fn object(members: &RawMembers) -> String {
    let mut json = JsonWriter::new();
    let mut before = "{";
    for (name, value) in members.iter() {
        json.raw(before);
        json.string(name);
        json.raw(":");
        json.raw(value.json());
        before = ",";
    }
    json.raw(if before == "{" { "{}" } else { "}" });
    String::from_utf8(json.into_bytes()).unwrap_or_default()
}

/// Returns the name of the member with control information about a property, or about the object itself. Dynamic values
/// are kept in the spelling of 4.0.
#[cold]
#[inline(never)]
fn control_of(property: &str, control: Control) -> String {
    property.to_owned() + control.name(ODataVersion::V4_0)
}

/// Returns the type of a property, or of the object itself.
fn type_of<'m>(of: &'m RawMembers, property: &str) -> Option<&'m RawValue> {
    of.get(&control_of(property, Control::Type))
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
    let is_merged = type_of(&to, "").is_none() || type_of(&from, "") == type_of(&to, "");
    is_merged.then_some((from, to))
}

/// Returns whether a member may be a complex value. A member with a type next to it is not.
fn may_be_complex(of: &RawMembers, name: &str) -> bool {
    type_of(of, name).is_none() && !of.contains(&control_of(name, Control::MediaContentType))
}

/// The value that is made of two complex values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Product {
    /// The later value, of the earlier one and a change.
    Merged,
    /// The change that turns the earlier value into the later one: the members that differ, null for those that were
    /// removed, and the type.
    Change,
}

impl Product {
    /// Makes the value of two dynamic values. `None` if one replaces the other.
    #[cold]
    fn of(self, from: &DynamicValue, to: &DynamicValue) -> Option<DynamicValue> {
        DynamicValue::of_json(&self.of_json(&text(from)?, &text(to)?)?).ok()
    }

    // One function for both, because they differ in little.
    #[cold]
    fn of_json(self, from: &str, to: &str) -> Option<String> {
        let (from, to) = merged_members(from, to)?;
        let mut result = RawMembers::new();
        for (name, old) in from.iter().filter(|(name, _)| !to.contains(name)) {
            match self {
                // A value does not keep the type of another one.
                Self::Merged if !to.contains(property_of(name)) => result.insert_json(name, old.json()),
                Self::Change if !name.contains('@') && !old.is_null() => result.insert_json(name, "null"),
                _ => {}
            }
        }
        for (name, new) in to.iter() {
            let old = from.get(name);
            let has_type = || type_of(&from, name) == type_of(&to, name);
            // Control information about a member comes with it.
            let is_left_out = match self {
                Self::Merged => false,
                Self::Change => name.contains('@') || old == Some(new) && has_type() || old.is_none() && new.is_null(),
            };
            if is_left_out {
                continue;
            }
            let complex = old.filter(|_| may_be_complex(&from, name) && may_be_complex(&to, name));
            match (self, complex.and_then(|old| self.of_json(old.json(), new.json()))) {
                (Self::Change, Some(below)) if below == "{}" => {}
                (_, Some(below)) => result.insert_json(name, &below),
                (Self::Merged, None) if new.is_null() => {}
                (_, None) => {
                    result.insert_json(name, new.json());
                    if self == Self::Change {
                        copy_control(&to, &mut result, name, Control::Type);
                        copy_control(&to, &mut result, name, Control::MediaContentType);
                    }
                }
            }
        }
        if self == Self::Change && !result.is_empty() {
            copy_control(&to, &mut result, "", Control::Type);
        }
        Some(object(&result))
    }
}

/// Copies control information about a property, or about the object itself.
#[cold]
#[inline(never)]
fn copy_control(from: &RawMembers, to: &mut RawMembers, property: &str, control: Control) {
    let name = control_of(property, control);
    if let Some(value) = from.get(&name) {
        to.insert_json(&name, value.json());
    }
}

/// Returns the JSON text of a dynamic value that may be a complex value.
#[cold]
fn text(value: &DynamicValue) -> Option<String> {
    let may_be = value.type_name().is_none() && matches!(value.value(), Value::Object(_));
    may_be.then(|| spelled_json(&value.json(), ODataVersion::V4_0).into_owned())
}

/// Changes a dynamic property.
pub(super) fn change(properties: &mut DynamicProperties, name: Box<str>, value: DynamicValue) {
    let merged = properties.find(&name).and_then(|old| Product::Merged.of(old, &value));
    properties.put(name, merged.unwrap_or(value));
}

/// The changes of dynamic values that are merged, by the later value that they lead to.
pub(super) type Patches<'v> = Vec<(&'v DynamicValue, DynamicValue)>;

/// Returns the part of a dynamic value that is sent: the change that is merged, or all of it.
pub(super) fn sent<'p>(value: &'p DynamicValue, patches: &'p Patches<'_>) -> &'p DynamicValue {
    patches.iter().find(|(to, _)| std::ptr::eq(*to, value)).map_or(value, |(_, patch)| patch)
}

/// Passes the names of the dynamic properties that differ, and adds the changes that are merged.
#[cold]
#[inline(never)]
pub(super) fn differences<'v>(
    from: &DynamicProperties,
    to: &'v DynamicProperties,
    patches: &mut Patches<'v>,
    differs: &mut dyn FnMut(&str),
) {
    for (name, new) in to.iter() {
        let old = from.find(name);
        if old == Some(new) {
            continue;
        }
        if let Some(patch) = old.and_then(|old| Product::Change.of(old, new)) {
            // Null is the same as absent, so two values can differ in a way that no change expresses.
            if patch.value().as_object().is_some_and(Map::is_empty) {
                continue;
            }
            patches.push((new, patch));
        }
        differs(name);
    }
    from.iter().filter(|(name, _)| to.find(name).is_none()).for_each(|(name, _)| differs(name));
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
            let merged = Product::Merged.of(&value(old), &value(change));
            assert_eq!(merged.as_ref().map(DynamicValue::json).as_deref(), expected, "{old} {change}");
        }
        let typed = value(r#"{"type":"Point"}"#).with_type("#GeographyPoint");
        let untyped = value("{}");
        assert!(Product::Merged.of(&typed, &untyped).is_none() && Product::Merged.of(&untyped, &typed).is_none());
    }

    #[test]
    fn control_information_comes_with_what_differs() {
        for (old, new, expected) in [
            (r#"{"x":1,"y":2}"#, r#"{"y":2}"#, r#"{"x":null}"#),
            (
                r##"{"p":1,"p@odata.type":"#Int64","q":1,"q@odata.type":"#Int64"}"##,
                r##"{"p":2,"p@odata.type":"#Int64","q":1,"q@odata.type":"#Int64"}"##,
                r##"{"p":2,"p@odata.type":"#Int64"}"##,
            ),
            (
                r##"{"p":1,"p@odata.type":"#Int64"}"##,
                r##"{"p":1,"p@odata.type":"#Int32"}"##,
                r##"{"p":1,"p@odata.type":"#Int32"}"##,
            ),
            (
                r##"{"@odata.type":"#a.b","x":{"y":1,"z":1}}"##,
                r##"{"@odata.type":"#a.b","x":{"y":1,"z":2}}"##,
                r##"{"@odata.type":"#a.b","x":{"z":2}}"##,
            ),
            (r##"{"@odata.type":"#a.b","x":1}"##, r##"{"@odata.type":"#a.b","x":1}"##, "{}"),
        ] {
            let (old, new) = (value(old), value(new));
            let change = Product::Change.of(&old, &new).expect("two objects");
            assert_eq!(change, value(expected));
            assert_eq!(Product::Merged.of(&old, &change).expect("two objects"), new);
        }
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
            let change = Product::Change.of(&from, &to).expect("two objects");
            prop_assert_eq!(change.value() == &json!({}), from == to);
            prop_assert_eq!(Product::Merged.of(&from, &change).expect("two objects"), to);
        }
    }
}
