//! Documents of either form.

use odata_core::{Result, csdl::Document};

/// Reads a CSDL document from JSON, if the text begins with `{`, and else from XML.
///
/// # Errors
///
/// All faults of the text, each with its line and column.
///
/// ```
/// let json = br#"{"$Version": "4.01", "fleet": {"name": {"$Kind": "Term"}}}"#;
/// assert_eq!(odata_codegen::read(json)?.schemas[0].namespace, "fleet");
/// # Ok::<(), odata_core::Error>(())
/// ```
pub fn read(text: &[u8]) -> Result<Document> {
    let start = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text).trim_ascii_start();
    if start.starts_with(b"{") { Document::from_json(text) } else { Document::from_xml(text) }
}
