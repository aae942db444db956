//! Writes `$metadata` of the office model and of the kitchen sink into a folder, in each form and version, for the tools that
//! read such documents.

use std::path::Path;

use odata_core::{
    Model,
    csdl::{Document, Version},
};
use odata_tests::kitchen_sink::Sink;
use office_config::model::GraphService;

fn main() -> Result<(), Box<dyn std::error::Error>> {
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
    Ok(())
}
