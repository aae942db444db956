//! A document from JSON.

mod annotation;
mod constant;
mod container;
mod document;
mod expression;
mod faults;
mod node;
mod object;
mod operation;
mod places;
mod scalar;
mod schema;
mod structured;
#[cfg(test)]
mod tests;
mod type_reference;
mod types;

use faults::Faults;
use places::Places;
use types::Types;

use crate::{
    csdl::{Document, ReadLimits},
    error::{Error, ErrorCode, Result},
    json::{JsonReader, Limits},
};

impl Document {
    /// Reads a document from JSON (OData CSDL JSON 4.01), with the default [`ReadLimits`].
    ///
    /// What is the same in XML, is the same in the document: what has its default value is not there, names are as the
    /// text spells them, URLs of vocabularies that OASIS and SAP publish are those of their XML. A constant is a
    /// number, a Boolean value or text: what else a text is, JSON does not say, but the type of a term that the document
    /// declares does. Where times have no `$Precision`, it is 12,
    /// the largest that there is.
    ///
    /// # Errors
    ///
    /// Fails with all faults at once, each with its line and column and the path of names that leads there. Whether the
    /// document keeps the rules of OData is not asked.
    ///
    /// ```
    /// use odata_core::csdl::Document;
    ///
    /// let document = Document::from_json(br#"{"$Version": "4.01", "fleet": {"name": {"$Kind": "Term"}}}"#)?;
    /// assert_eq!(document.schemas[0].terms[0].name, "name");
    ///
    /// let error = Document::from_json(br#"{"$Version": "4.01", "fleet": {"name": {"$Kind": "Trem"}}}"#).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "fleet/name/$Kind: unknown kind `Trem`; did you mean `Term`? (line 1, column 50)",
    /// );
    /// # Ok::<(), odata_core::Error>(())
    /// ```
    pub fn from_json(text: &[u8]) -> Result<Self> {
        Self::from_json_with(text, &ReadLimits::default())
    }

    /// Reads a document from JSON like [`from_json`](Self::from_json), with other limits.
    pub fn from_json_with(text: &[u8], limits: &ReadLimits) -> Result<Self> {
        if text.len() > limits.bytes {
            let message = format!("the document has more than {} bytes", limits.bytes);
            return Err(Error::new(ErrorCode::INVALID_CSDL, message));
        }
        let mut faults = Faults::at_most(limits.faults.max(1));
        let json_limits = Limits::new().with_depth(limits.depth).with_members(limits.parts);
        let root = JsonReader::with_limits(text, json_limits)
            .and_then(|mut reader| node::read(&mut reader, &mut faults))
            .map_err(|error| Error::of_json(text, error))?;
        let (places, types) = (Places::of(text), Types::of(&root));
        let mut reader = Reader { places, types, faults, depth: 0, most_depth: limits.depth };
        let document = reader.document(&root);
        match reader.faults.into_error(text) {
            None => Ok(document),
            Some(error) => Err(error),
        }
    }
}

/// What all parts are read with.
struct Reader<'j> {
    places: Places<'j>,
    types: Types,
    faults: Faults,
    /// How deeply values and annotations of annotations are nested here.
    depth: u16,
    most_depth: u16,
}

impl Reader<'_> {
    /// Records a fault of the document at an offset.
    fn fault(&mut self, offset: usize, message: impl FnOnce() -> String) {
        self.faults.record(ErrorCode::INVALID_CSDL, offset, message);
    }
}
