//! `office-config metadata`.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use odata_core::csdl::{Document, Version};

use super::{Outcome, entity_file::office_model, output};

/// Print the description of the API, as the service returns it for $metadata
#[derive(Args, Debug)]
pub(super) struct MetadataCommand {
    /// The form of the document
    #[arg(long, value_enum, default_value_t = Form::Xml)]
    format: Form,
    /// The version of OData
    #[arg(long, value_enum, default_value_t = ODataVersion::V4_0)]
    version: ODataVersion,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    Xml,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ODataVersion {
    #[value(name = "4.0")]
    V4_0,
    #[value(name = "4.01")]
    V4_01,
}

impl MetadataCommand {
    pub(super) fn run(self) -> Outcome {
        let version = match self.version {
            ODataVersion::V4_0 => Version::V4_0,
            ODataVersion::V4_01 => Version::V4_01,
        };
        let document = Document::of(&office_model()?, version);
        let mut text = match self.format {
            Form::Xml => document.to_xml(),
            Form::Json => document.to_json_pretty(),
        };
        if !text.ends_with('\n') {
            text.push('\n');
        }
        output::print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}
