//! Members that a service added to an enumeration after the model was declared.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The name of an enumeration member that the model does not declare.
///
/// A service may add members to an enumeration at any time; a client that keeps the name can store it and send it back.
///
/// ```
/// use odata_core::{ODataEnum, codec, value::UnknownMember};
///
/// #[derive(ODataEnum, Clone, Debug, PartialEq)]
/// #[odata(type = "fleet.fuel")]
/// pub enum Fuel {
///     Diesel,
///     #[odata(unknown)]
///     Other(UnknownMember),
/// }
///
/// let fuel: Fuel = codec::from_slice(br#""hydrogen""#)?;
/// assert_eq!(fuel, Fuel::Other(UnknownMember::new("hydrogen")));
/// assert_eq!(codec::to_vec(&fuel), br#""hydrogen""#);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownMember(Box<str>);

impl UnknownMember {
    /// Creates the member with the name as it was received.
    pub fn new(name: impl Into<Box<str>>) -> Self {
        Self(name.into())
    }

    /// Returns the name as it was received.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownMember {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

impl Serialize for UnknownMember {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for UnknownMember {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::UnknownMember;

    #[test]
    fn keeps_the_name() {
        let member = UnknownMember::new("preview2");
        assert_eq!(member.as_str(), "preview2");
        assert_eq!(member.to_string(), "preview2");
        let json = serde_json::to_string(&member).unwrap();
        assert_eq!(json, "\"preview2\"");
        assert_eq!(serde_json::from_str::<UnknownMember>(&json).unwrap(), member);
    }
}
