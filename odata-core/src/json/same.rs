//! Comparing JSON texts as values.

use std::collections::BTreeMap;

use super::{JsonError, JsonReader, Token};

/// Returns whether two texts are the same JSON value: with members in any order, strings however they are escaped,
/// numbers by their digits. A text that is not JSON equals only itself.
pub(crate) fn same_json(one: &str, other: &str) -> bool {
    one == other || same_values(one, other).unwrap_or(false)
}

fn same_values(one: &str, other: &str) -> Result<bool, JsonError> {
    let (mut one, mut other) = (JsonReader::new(one.as_bytes())?, JsonReader::new(other.as_bytes())?);
    Ok(match (one.peek()?, other.peek()?) {
        (Token::Null, Token::Null) => true,
        (Token::Boolean, Token::Boolean) => one.boolean()? == other.boolean()?,
        (Token::Number, Token::Number) => one.number()? == other.number()?,
        (Token::String, Token::String) => one.string()? == other.string()?,
        (Token::Object, Token::Object) => {
            let (one, other) = (members(&mut one)?, members(&mut other)?);
            one.len() == other.len()
                && one
                    .into_iter()
                    .zip(other)
                    .all(|((name, one), (other_name, other))| name == other_name && same_json(one, other))
        }
        (Token::Array, Token::Array) => {
            let (one, other) = (items(&mut one)?, items(&mut other)?);
            one.len() == other.len() && one.into_iter().zip(other).all(|(one, other)| same_json(one, other))
        }
        _ => false,
    })
}

fn members<'j>(reader: &mut JsonReader<'j>) -> Result<BTreeMap<String, &'j str>, JsonError> {
    let mut members = BTreeMap::new();
    reader.begin_object()?;
    while let Some(name) = reader.next_name()? {
        let name = name.to_owned();
        members.insert(name, reader.raw_value()?);
    }
    Ok(members)
}

fn items<'j>(reader: &mut JsonReader<'j>) -> Result<Vec<&'j str>, JsonError> {
    let mut items = Vec::new();
    reader.begin_array()?;
    while reader.next_item()? {
        items.push(reader.raw_value()?);
    }
    Ok(items)
}

#[cfg(test)]
mod tests {
    use super::same_json;

    #[test]
    fn spaces_escapes_and_the_order_of_members_do_not_matter() {
        for (one, other) in [
            (r#"{"a":1,"b":[true,null]}"#, "{ \"b\" : [ true , null ], \"a\" : 1 }"),
            (r#""\u0041\n""#, r#""A\u000a""#),
            (r#"[{"x":{}},{"y":""}]"#, r#"[ {"x": {} }, {"\u0079": "" } ]"#),
            ("no JSON", "no JSON"),
        ] {
            assert!(same_json(one, other) && same_json(other, one), "{one} {other}");
        }
    }

    #[test]
    fn values_digits_and_the_order_of_items_matter() {
        for (one, other) in [
            ("1.0", "1.00"),
            ("1", "\"1\""),
            ("null", "false"),
            ("[1,2]", "[2,1]"),
            ("[1]", "[1,1]"),
            (r#"{"a":1}"#, r#"{"a":1,"b":1}"#),
            (r#"{"a":1}"#, r#"{"b":1}"#),
            (r#"{"a":{"b":1}}"#, r#"{"a":{"b":2}}"#),
            ("12345678901234567890.1", "12345678901234567890.2"),
            ("no JSON", "other"),
        ] {
            assert!(!same_json(one, other) && !same_json(other, one), "{one} {other}");
        }
    }
}
