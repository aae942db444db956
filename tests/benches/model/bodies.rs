//! The JSON that all of them read.

use serde_json::{Map, Value};

/// The entity, about 1 KB, its members in declared order, with annotations that no property takes.
pub(crate) const ENTITY: &str = concat!(
    r##"{"@odata.type":"#g.config","id":"87d349ed-44d7-43e1-9a83-5f2406dee5bd","deletedDateTime":null,"##,
    r#""description":"Marketing lead for EMEA","city":"San Diego","companyName":"Contoso","#,
    r#""country":"United States","department":"Marketing & Sales","displayName":"Adele Vance","#,
    r#""employeeId":"E-102-33","givenName":"Adele","jobTitle":"Product Marketing Manager","loginCount":12345,"#,
    r#""enabled":true,"priority":7,"ratio":0.8125,"phones":["+1 425 555 0109","+1 425 555 0110"],"#,
    r#""mail":"AdeleV@contoso.com","channel":"monthly","userType":"Member","createdAt":"2026-01-10T11:12:13Z","#,
    r#""summary":{"succeeded":12,"failed":3,"last":"2026-01-10"},"#,
    r#""totals":{"succeeded":1200,"failed":30,"last":null},"#,
    r#""statuses":[{"name":"first","code":200,"detail":null},{"name":"second","code":404,"detail":"not found"}],"#,
    r##""settings":[{"@odata.type":"#g.intSetting","name":"a","value":42},"##,
    r##"{"@odata.type":"#g.stringSetting","name":"b","value":"text","secret":false}],"##,
    r##""mainSetting":{"@odata.type":"#g.intSetting","name":"m","value":1},"surname":"Vance","budget":1250.75,"##,
    r#""@odata.etag":"W/\"JzEtVXNlckFERyc=\"","@odata.editLink":"configs('87d349ed')"}"#,
);

/// The members of an object in an order that has nothing to do with their declaration, the same each time.
pub(crate) fn shuffled(body: &str) -> String {
    let object: Map<String, Value> = serde_json::from_str(body).expect("a JSON object");
    let mut members: Vec<_> = object.into_iter().collect();
    let mut state = 12345_u64;
    for last in (1..members.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let chosen = usize::try_from(state >> 33).expect("31 bits") % (last + 1);
        members.swap(last, chosen);
    }
    let members: Vec<_> = members.iter().map(|(name, value)| format!("{}:{value}", Value::from(&**name))).collect();
    format!("{{{}}}", members.join(","))
}

/// Where an object names its type.
#[derive(Clone, Copy)]
pub(crate) enum Tag {
    /// In its first member.
    First,
    /// In its last member.
    Last,
}

/// A list of 100 items, of three types in turn.
pub(crate) fn list(tag: Tag) -> String {
    let items: Vec<_> = (0..100).map(|index| item(index, tag)).collect();
    format!("[{}]", items.join(","))
}

fn item(index: usize, tag: Tag) -> String {
    let (type_name, own) = match index % 3 {
        0 => {
            let hits = index * 7;
            ("#g.web", format!(r#""url":"https://contoso.com/{index}","hits":{hits},"tags":["a","bee"]"#))
        }
        1 => ("#g.mail", format!(r#""address":"user{index}@contoso.com","active":true"#)),
        _ => ("#g.score", format!(r#""value":{index}.25,"totals":{{"succeeded":{index},"failed":1,"last":null}}"#)),
    };
    let members =
        format!(r#""id":"id-{index}","displayName":"Item number {index}","description":null,"priority":{index},{own}"#);
    match tag {
        Tag::First => format!(r#"{{"@odata.type":"{type_name}",{members}}}"#),
        Tag::Last => format!(r#"{{{members},"@odata.type":"{type_name}"}}"#),
    }
}
