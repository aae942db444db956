//! Writes `$metadata` of the office model and of the kitchen sink into a folder, in each form and version, for the tools that
//! read such documents; and what others publish in XML into a folder in it, as it is and in JSON.

use std::{error::Error, path::Path};

use odata_core::{
    Model,
    csdl::{Document, Version},
};
use odata_tests::{
    kitchen_sink::Sink,
    metadata::{PUBLISHED, reference},
};
use office_config::model::GraphService;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("a folder is needed")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    for (name, model) in [("office", Model::of::<GraphService>()?), ("kitchen-sink", Model::of::<Sink>()?)] {
        for version in [Version::V4_0, Version::V4_01] {
            let document = Document::of(&model, version);
            let file = |form| folder.join(format!("{name}-{}.{form}", version.as_str()));
            std::fs::write(file("xml"), document.to_xml())?;
            std::fs::write(file("json"), document.to_json_pretty())?;
        }
    }
    write_published(&folder.join("published"))
}

/// Writes the documents that others publish, where they are at hand.
fn write_published(folder: &Path) -> Result<(), Box<dyn Error>> {
    std::fs::create_dir_all(folder)?;
    for file in PUBLISHED.iter().filter_map(|name| reference(name)) {
        let (xml, name) = (std::fs::read(&file)?, file.file_name().ok_or("a document has a name")?);
        let written = folder.join(name);
        std::fs::write(written.with_extension("json"), Document::from_xml(&xml)?.to_json_pretty())?;
        std::fs::write(written, xml)?;
    }
    Ok(())
}
