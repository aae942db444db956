//! The same JSON with the members of its objects in another order.

use odata_core::json::{JsonError, JsonReader, Token};

use crate::arbitrary::Choices;

/// Reorders the members of all objects.
pub fn reorder(json: &[u8], choices: &mut Choices) -> Vec<u8> {
    let mut reader = JsonReader::new(json).expect("JSON");
    let mut out = String::new();
    value(&mut reader, choices, &mut out).expect("JSON");
    out.into_bytes()
}

fn value(reader: &mut JsonReader<'_>, choices: &mut Choices, out: &mut String) -> Result<(), JsonError> {
    match reader.peek()? {
        Token::Object => {
            reader.begin_object()?;
            let mut members = Vec::new();
            while let Some(name) = reader.next_name()? {
                let mut member = serde_json::Value::from(name).to_string();
                member.push(':');
                value(reader, choices, &mut member)?;
                let at = choices.below(members.len() + 1);
                members.insert(at, member);
            }
            out.extend(["{", &members.join(","), "}"]);
        }
        Token::Array => {
            reader.begin_array()?;
            let mut items = Vec::new();
            while reader.next_item()? {
                let mut item = String::new();
                value(reader, choices, &mut item)?;
                items.push(item);
            }
            out.extend(["[", &items.join(","), "]"]);
        }
        _ => out.push_str(reader.raw_value()?),
    }
    Ok(())
}
