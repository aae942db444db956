//! Default values, as the derives write them.

/// A default value, kept as the text that its declaration has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefaultValue {
    /// The literal `true` or `false`.
    Boolean(bool),
    /// A number without suffix and without `_`, such as `-1.5`.
    Number(&'static str),
    /// Everything else: text, the name of an enumeration member, a date, a GUID, base64url.
    Text(&'static str),
}

impl DefaultValue {
    /// Returns the value in the form of the CSDL attribute `DefaultValue` (OData CSDL 4.01 §7.2.7).
    pub const fn text(self) -> &'static str {
        match self {
            Self::Boolean(true) => "true",
            Self::Boolean(false) => "false",
            Self::Number(text) | Self::Text(text) => text,
        }
    }
}
