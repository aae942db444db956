//! Changes of dynamic properties. One that is complex is merged as a declared one is (OData Protocol 4.01 §11.4.3): members
//! that are not sent stay, and those that are null go away, because nobody declares them.

use std::{borrow::Cow, collections::BTreeMap};

use serde_json::Value;

use crate::{
    codec::{Control, ODataVersion, spelled_json},
    json::{JsonError, JsonReader, JsonWriter, same_json},
    property_set::DynamicPaths,
    slot::{DynamicProperties, DynamicValue},
};

/// The members of a JSON object, in their order and by name. Their number is the sender's choice.
struct Members<'j> {
    list: Vec<(Box<str>, &'j str)>,
    positions: BTreeMap<Box<str>, usize>,
}

impl<'j> Members<'j> {
    /// The members of an object; `None` if the text is another value.
    fn of(json: &'j str) -> Option<Self> {
        Self::read(json).ok().filter(|_| is_object(json))
    }

    fn read(json: &'j str) -> Result<Self, JsonError> {
        let mut reader = JsonReader::new(json.as_bytes())?;
        let mut members = Self { list: Vec::new(), positions: BTreeMap::new() };
        reader.begin_object()?;
        while let Some(name) = reader.next_name()? {
            let name: Box<str> = name.into();
            members.positions.insert(name.clone(), members.list.len());
            members.list.push((name, reader.raw_value()?));
        }
        Ok(members)
    }

    fn get(&self, name: &str) -> Option<&'j str> {
        self.positions.get(name).map(|at| self.list[*at].1)
    }

    /// Control information about a member.
    fn about(&self, name: &str, control: Control) -> Option<&'j str> {
        self.get(&[name, control.name(ODataVersion::V4_0)].concat())
    }
}

fn is_object(json: &str) -> bool {
    json.trim_start().starts_with('{')
}

fn is_null(json: &str) -> bool {
    json == "null"
}

/// The name of the member that names the type of an object. Dynamic values are kept in the spelling of 4.0.
fn type_member() -> &'static str {
    Control::Type.name(ODataVersion::V4_0)
}

/// Whether `to` is merged into `from`: both are complex values, and if the new one names a type, it is that of the old one.
fn are_merged(from: &Members<'_>, to: &Members<'_>) -> bool {
    match (from.get(type_member()), to.get(type_member())) {
        (Some(from), Some(to)) => same_json(from, to),
        (_, to) => to.is_none(),
    }
}

/// The members of two values of one member, if they are merged. What has a type beside it is no complex value.
fn merged_members<'j>(
    name: &str,
    (from, from_json): (&Members<'j>, &'j str),
    (to, to_json): (&Members<'j>, &'j str),
) -> Option<(Members<'j>, Members<'j>)> {
    let is_complex = |of: &Members<'_>| {
        of.about(name, Control::Type).is_none() && of.about(name, Control::MediaContentType).is_none()
    };
    if !is_complex(from) || !is_complex(to) {
        return None;
    }
    let (from, to) = (Members::of(from_json)?, Members::of(to_json)?);
    are_merged(&from, &to).then_some((from, to))
}

/// The JSON texts of two dynamic values, if both are objects that may be complex values.
fn objects<'v>(from: &'v DynamicValue, to: &'v DynamicValue) -> Option<[Cow<'v, str>; 2]> {
    let is_complex = |value: &DynamicValue| value.type_name().is_none() && matches!(value.value(), Value::Object(_));
    (is_complex(from) && is_complex(to)).then(|| {
        [from, to].map(|value| match value.json() {
            Cow::Borrowed(json) => spelled_json(json, ODataVersion::V4_0),
            Cow::Owned(json) => spelled_json(&json, ODataVersion::V4_0).into_owned().into(),
        })
    })
}

/// Changes a dynamic property.
pub(super) fn change(properties: &mut DynamicProperties, name: Box<str>, value: DynamicValue) {
    let merged = properties.find(&name).and_then(|old| merged(old, &value));
    properties.put(name, merged.unwrap_or(value));
}

/// What a change makes of a complex value. `None`: it is replaced.
pub(super) fn merged(old: &DynamicValue, change: &DynamicValue) -> Option<DynamicValue> {
    let [old, change] = objects(old, change)?;
    let (from, to) = (Members::of(&old)?, Members::of(&change)?);
    if !are_merged(&from, &to) {
        return None;
    }
    let mut json = JsonWriter::new();
    write_merged(&mut json, &from, &to);
    DynamicValue::of_json(std::str::from_utf8(json.as_bytes()).ok()?).ok()
}

fn write_merged(json: &mut JsonWriter, from: &Members<'_>, to: &Members<'_>) {
    let mut object = Object::begin(json);
    for (name, old) in &from.list {
        match to.get(name) {
            // What is said of a value does not hold for another one.
            None if name.split_once('@').is_some_and(|(about, _)| to.get(about).is_some()) => {}
            None => object.raw(name, old),
            Some(new) => match merged_members(name, (from, old), (to, new)) {
                Some((old, new)) => write_merged(object.name(name), &old, &new),
                None if is_null(new) => {}
                None => object.raw(name, new),
            },
        }
    }
    for (name, new) in &to.list {
        if from.get(name).is_none() && !is_null(new) {
            object.raw(name, new);
        }
    }
    object.end();
}

/// In what a dynamic value differs from an earlier one, if a change is merged into that: the names of the members that are
/// others, or are gone. `None`: it is replaced.
pub(super) fn difference(from: &DynamicValue, to: &DynamicValue) -> Option<DynamicPaths> {
    let [from, to] = objects(from, to)?;
    let (from, to) = (Members::of(&from)?, Members::of(&to)?);
    are_merged(&from, &to).then(|| difference_of(&from, &to))
}

fn difference_of(from: &Members<'_>, to: &Members<'_>) -> DynamicPaths {
    let mut paths = DynamicPaths::default();
    for (name, new) in &to.list {
        match from.get(name) {
            None if is_null(new) => {}
            None => paths.insert(name, DynamicPaths::default()),
            Some(old) if same_json(old, new) && from.about(name, Control::Type) == to.about(name, Control::Type) => {}
            Some(old) => match merged_members(name, (from, old), (to, new)) {
                Some((old, new)) => {
                    let below = difference_of(&old, &new);
                    if !below.is_empty() {
                        paths.insert(name, below);
                    }
                }
                None => paths.insert(name, DynamicPaths::default()),
            },
        }
    }
    for (name, old) in &from.list {
        // What is said of a member goes away with it.
        if to.get(name).is_none() && !is_null(old) && !name.contains('@') {
            paths.insert(name, DynamicPaths::default());
        }
    }
    paths
}

/// The members of a dynamic complex value that are in `paths`, null for those that it does not have, and its type.
pub(super) fn partial(value: &DynamicValue, paths: &DynamicPaths) -> DynamicValue {
    let json = spelled_json(&value.json(), ODataVersion::V4_0).into_owned();
    let part = || {
        let mut part = JsonWriter::new();
        write_partial(&mut part, &Members::of(&json)?, paths);
        DynamicValue::of_json(std::str::from_utf8(part.as_bytes()).ok()?).ok()
    };
    part().unwrap_or_else(|| value.clone())
}

fn write_partial(json: &mut JsonWriter, members: &Members<'_>, paths: &DynamicPaths) {
    let mut object = Object::begin(json);
    let type_name = members.get(type_member()).map(|json| (type_member(), json));
    if let Some((name, json)) = type_name {
        object.raw(name, json);
    }
    for (name, below) in paths.iter().filter(|(name, _)| type_name.is_none_or(|(type_name, _)| type_name != *name)) {
        let value = members.get(name);
        match value.filter(|_| !below.is_empty()).and_then(Members::of) {
            Some(members) => write_partial(object.name(name), &members, below),
            None => {
                for control in [Control::Type, Control::MediaContentType] {
                    let about = [name, control.name(ODataVersion::V4_0)].concat();
                    if let Some(json) = members.get(&about)
                        && !paths.contains(&about)
                    {
                        object.raw(&about, json);
                    }
                }
                object.raw(name, value.unwrap_or("null"));
            }
        }
    }
    object.end();
}

/// Writes the members of an object.
struct Object<'w> {
    json: &'w mut JsonWriter,
    is_first: bool,
}

impl<'w> Object<'w> {
    fn begin(json: &'w mut JsonWriter) -> Self {
        json.byte(b'{');
        Self { json, is_first: true }
    }

    /// Writes the name of a member, whose value is to be written next.
    fn name(&mut self, name: &str) -> &mut JsonWriter {
        if !std::mem::replace(&mut self.is_first, false) {
            self.json.byte(b',');
        }
        self.json.string(name);
        self.json.byte(b':');
        self.json
    }

    fn raw(&mut self, name: &str, value: &str) {
        self.name(name).raw(value);
    }

    fn end(self) {
        self.json.byte(b'}');
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
            assert_eq!(merged.as_ref().map(DynamicValue::json), expected.map(Cow::Borrowed), "{old} {change}");
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
            let paths = difference(&from, &to).expect("two objects");
            prop_assert_eq!(paths.is_empty(), from == to);
            let change = partial(&to, &paths);
            prop_assert_eq!(merged(&from, &change).expect("two objects"), to);
        }
    }
}
