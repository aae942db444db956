//! CSDL XML as a set of facts, in which the order of elements plays no part.

use std::collections::BTreeSet;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

/// Returns what a document says: a line for each element with a name and one for each attribute. The alias `graph` is
/// written as the namespace that it stands for.
pub fn facts(csdl: &str) -> BTreeSet<String> {
    let mut reader = Reader::from_str(csdl);
    let (mut facts, mut open) = (BTreeSet::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Start(tag) => {
                let path = element(&mut facts, open.last(), &tag);
                open.push(path);
            }
            Event::Empty(tag) => drop(element(&mut facts, open.last(), &tag)),
            Event::End(_) => drop(open.pop()),
            Event::Eof => return facts,
            _ => {}
        }
    }
}

/// Adds the facts of an element and returns its path.
fn element(facts: &mut BTreeSet<String>, parent: Option<&String>, tag: &BytesStart<'_>) -> String {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.expect("a well-formed attribute");
        (attribute.key.as_ref().to_owned(), attribute.value.replace("graph.", "microsoft.graph."))
    });
    let attributes: Vec<(String, String)> =
        attributes.map(|(name, value)| (name, value.replace("microsoft.microsoft.", "microsoft."))).collect();
    let identifies = |name: &str| ["Name", "Namespace", "Term", "Uri"].contains(&name);
    let name = attributes.iter().find(|(name, _)| identifies(name)).map_or("", |(_, value)| value);
    let path = format!("{}/{} {name}", parent.map_or("", String::as_str), tag.local_name().as_ref());
    let path = path.trim_end().to_owned();
    facts.insert(path.clone());
    facts.extend(
        attributes
            .iter()
            .filter(|(name, _)| !identifies(name) && !name.starts_with("xmlns"))
            .map(|(name, value)| format!("{path} {name}={value}")),
    );
    path
}
