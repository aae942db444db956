//! Annotations.

use std::io;

use super::{CORE, Xml};

pub(super) fn write_tag(xml: &mut Xml, term: &str) -> io::Result<()> {
    let term = format!("{CORE}.{term}");
    xml.create_element("Annotation")
        .with_attributes([("Term", term.as_str()), ("Bool", "true")])
        .write_empty()
        .map(drop)
}

pub(super) fn write_description(xml: &mut Xml, description: &str) -> io::Result<()> {
    if description.is_empty() {
        return Ok(());
    }
    let term = format!("{CORE}.Description");
    let annotation = xml.create_element("Annotation");
    annotation.with_attributes([("Term", term.as_str()), ("String", description)]).write_empty().map(drop)
}
