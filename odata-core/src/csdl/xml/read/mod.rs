//! Documents from text (OData CSDL XML 4.01): bytes to text (`decode`), text to tags (`scan`, `content`, `declaration`),
//! tags to elements (`namespaces`, `tree`), elements to a document, by `rules`.
//!
//! XML is checked as strictly as the standard wants it. A document type is refused, so nothing is expanded.

mod annotation;
mod characters;
mod container;
mod content;
mod declaration;
mod decode;
mod document;
mod expression;
mod fault;
mod lexical;
mod namespaces;
mod operation;
mod reader;
mod rules;
mod scalar;
mod scan;
mod structured;
#[cfg(test)]
mod tests;
mod tree;
mod type_reference;

use decode::decode;
use fault::{Fault, Faults};
use reader::Reader;
use tree::read_tree;

use crate::{
    Result,
    csdl::{Document, ReadLimits},
    json::Location,
};

impl Document {
    /// Reads an XML document (OData CSDL XML 4.01), of version 4.0 or 4.01, in UTF-8 or UTF-16, with the default
    /// [limits](ReadLimits).
    ///
    /// What the parts of the document mean together is not checked. Attributes that say what is so without them are
    /// left out; elements and attributes of other namespaces are skipped.
    ///
    /// # Errors
    ///
    /// Fails with [`INVALID_CSDL`](crate::ErrorCode::INVALID_CSDL): the first fault, with the others as its details,
    /// each with its line and column. Of a text that is not well-formed XML the faults of CSDL are not reported. Places
    /// in UTF-16 are those of the same text in UTF-8.
    ///
    /// ```
    /// use odata_core::csdl::Document;
    ///
    /// let text = r#"<e:Edmx Version="4.0" xmlns:e="http://docs.oasis-open.org/odata/ns/edmx">
    ///   <e:DataServices>
    ///     <Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">
    ///       <TypeDefinition Name="sku" UnderlyingType="Edm.String" Maxlength="12"/>
    ///     </Schema>
    ///   </e:DataServices>
    /// </e:Edmx>"#;
    /// let error = Document::from_xml(text.as_bytes()).unwrap_err();
    /// assert_eq!(error.message(), "`TypeDefinition` has no attribute `Maxlength`; did you mean `MaxLength`?");
    /// assert_eq!(error.target(), Some("shop.sku"));
    /// assert_eq!(error.location().map(|place| (place.line, place.column)), Some((4, 62)));
    ///
    /// let document = Document::from_xml(text.replace("Maxl", "MaxL").as_bytes())?;
    /// assert_eq!(document.schemas[0].definitions[0].name, "sku");
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    pub fn from_xml(bytes: &[u8]) -> Result<Self> {
        Self::from_xml_with(bytes, &ReadLimits::new())
    }

    /// Reads an XML document like [`from_xml`](Self::from_xml), with other limits.
    pub fn from_xml_with(bytes: &[u8], limits: &ReadLimits) -> Result<Self> {
        if bytes.len() > limits.bytes {
            return Err(
                Fault::new(Location::START, format!("the document has more than {} bytes", limits.bytes)).into()
            );
        }
        let (text, encoding) = decode(bytes)?;
        let mut faults = Faults::new(limits.faults);
        let root = match read_tree(&text, encoding, limits, &mut faults) {
            Ok(root) => root,
            Err(fault) => return Err(faults.ended_by(fault)),
        };
        let mut reader = Reader::new(faults);
        let document = reader.document(&root);
        reader.into_error().map_or(Ok(document), Err)
    }
}
