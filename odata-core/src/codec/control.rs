//! Names of members that are not properties: control information and annotations (OData JSON 4.01 §4.5, §20).

use std::borrow::Cow;

use super::ODataVersion;

/// Lists all control information: the one place that knows the names.
macro_rules! controls {
    ($($(#[$doc:meta])* $control:ident = $name:literal;)*) => {
        /// A piece of control information (OData JSON 4.01 §4.5).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Control {
            $($(#[$doc])* $control,)*
        }

        impl Control {
            /// All kinds, in the order of their declaration.
            pub const ALL: &[Self] = &[$(Self::$control),*];

            /// Returns the name as a member of the object that it is about, in quotes and with the colon:
            /// `"@odata.type":` in 4.0, `"@type":` in 4.01.
            #[must_use]
            pub const fn key(self, version: ODataVersion) -> &'static str {
                match version {
                    ODataVersion::V4_0 => match self {
                        $(Self::$control => concat!("\"@odata.", $name, "\":"),)*
                    },
                    ODataVersion::V4_01 => match self {
                        $(Self::$control => concat!("\"@", $name, "\":"),)*
                    },
                }
            }

            /// Returns the control information that has this name after the prefix `odata.`.
            fn find(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$control),)*
                    _ => None,
                }
            }
        }
    };
}

controls! {
    /// The context URL of a response.
    Context = "context";
    /// The `ETag` of the service's metadata.
    MetadataEtag = "metadataEtag";
    /// The type of a value.
    Type = "type";
    /// The number of items of a collection.
    Count = "count";
    /// The URL of the next page.
    NextLink = "nextLink";
    /// Changes of a collection of related entities: not information but something to do.
    Delta = "delta";
    /// The URL of the changes since this response.
    DeltaLink = "deltaLink";
    /// The id of an entity.
    Id = "id";
    /// The URL at which an entity is edited.
    EditLink = "editLink";
    /// The URL at which an entity is read.
    ReadLink = "readLink";
    /// The `ETag` of an entity or of a collection.
    Etag = "etag";
    /// The URL of related entities.
    NavigationLink = "navigationLink";
    /// The URL of the links to related entities.
    AssociationLink = "associationLink";
    /// The URL at which a stream is edited.
    MediaEditLink = "mediaEditLink";
    /// The URL at which a stream is read.
    MediaReadLink = "mediaReadLink";
    /// The media type of a stream.
    MediaContentType = "mediaContentType";
    /// The `ETag` of a stream.
    MediaEtag = "mediaEtag";
    /// Links to related entities: not information but something to do.
    Bind = "bind";
    /// The object represents an entity that is deleted or no longer related.
    Removed = "removed";
    /// Annotations of the items of a collection.
    CollectionAnnotations = "collectionAnnotations";
}

/// The prefix of the names of control information in 4.0.
const PREFIX: &str = "odata.";

/// The names of [`Control::Type`] in quotes, for looking ahead.
pub(crate) const TYPE_NAMES: [&str; 2] = ["\"@odata.type\"", "\"@type\""];

/// Returns whether a name is one of [`Control::Type`] about the object itself. The commonest control information is
/// recognized without taking the name apart.
#[inline]
pub(crate) fn is_type(name: &str) -> bool {
    matches!(name, "@odata.type" | "@type")
}

impl Control {
    /// Returns the name as a member of the object that it is about: `@odata.type` in 4.0, `@type` in 4.01. After the
    /// name of a property it is about that.
    #[must_use]
    pub fn name(self, version: ODataVersion) -> &'static str {
        let key = self.key(version);
        &key[1..key.len() - 2]
    }

    /// Returns the control information that the text after `@` names. In 4.0 it has a prefix, in 4.01 it needs none.
    fn named(text: &str) -> Option<Self> {
        Self::find(text.strip_prefix(PREFIX).unwrap_or(text))
    }

    /// Returns whether it requests a change of related entities.
    pub(crate) const fn is_link(self) -> bool {
        matches!(self, Self::Bind | Self::Delta)
    }

    /// Returns whether it is a part of the value of a stream.
    pub(crate) const fn is_of_stream(self) -> bool {
        matches!(self, Self::MediaEditLink | Self::MediaReadLink | Self::MediaContentType | Self::MediaEtag)
    }

    /// Returns the bit that records whether it was present.
    pub(crate) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Returns the name of a member in the spelling of a version: control information has a prefix in 4.0, and none in
/// 4.01. The names of properties, operations and annotations are the same in both.
pub(crate) fn respelled(name: &str, version: ODataVersion) -> Cow<'_, str> {
    let Some((property, text)) = name.split_once('@') else { return name.into() };
    let bare = text.strip_prefix(PREFIX).unwrap_or(text);
    // Annotations have a namespace.
    if bare.contains('.') {
        return name.into();
    }
    let prefix = match version {
        ODataVersion::V4_0 => PREFIX,
        ODataVersion::V4_01 => "",
    };
    format!("{property}@{prefix}{bare}").into()
}

/// A member's name, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberName<'a> {
    /// `@odata.type`: control information about the object itself.
    Control(Control),
    /// `policyPayload@odata.mediaContentType`: control information about a property.
    PropertyControl(&'a str, Control),
    /// `@Core.Description`, `displayName@Core.Description`: an annotation of the object, or of the property that is
    /// named, and unknown control information. Never an error.
    Annotation,
    /// `#microsoft.graph.assign`: an operation that is advertised (OData JSON 4.01 §16, §17).
    Operation,
    /// The name of a property.
    Property(&'a str),
}

impl<'a> MemberName<'a> {
    /// Takes a name apart.
    pub(crate) fn of(name: &'a str) -> Self {
        match name.split_once('@') {
            Some((property, text)) => match (property, Control::named(text)) {
                ("", Some(control)) => Self::Control(control),
                (property, Some(control)) => Self::PropertyControl(property, control),
                (_, None) => Self::Annotation,
            },
            None if name.contains('#') => Self::Operation,
            None => Self::Property(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_name_in_both_versions_that_is_taken_apart_again() {
        let mut bits = 0;
        for control in Control::ALL {
            let [old, new] = [ODataVersion::V4_0, ODataVersion::V4_01].map(|version| control.name(version));
            assert_eq!(old.replacen("@odata.", "@", 1), new);
            for (version, name) in [(ODataVersion::V4_0, old), (ODataVersion::V4_01, new)] {
                assert_eq!(MemberName::of(name), MemberName::Control(*control));
                assert_eq!(MemberName::of(&format!("a{name}")), MemberName::PropertyControl("a", *control));
                assert_eq!(control.key(version), format!("\"{name}\":"));
                assert_eq!([respelled(old, version), respelled(new, version)], [name, name]);
                assert_eq!(respelled(&format!("a{old}"), version), format!("a{name}"));
                assert_eq!(is_type(name), *control == Control::Type);
            }
            assert_eq!(bits & control.bit(), 0, "each has a bit of its own");
            bits |= control.bit();
        }
        assert_eq!(bits.count_ones() as usize, Control::ALL.len());
        let names =
            [ODataVersion::V4_0, ODataVersion::V4_01].map(|version| format!("\"{}\"", Control::Type.name(version)));
        assert_eq!(TYPE_NAMES.map(str::to_owned), names);
    }

    #[test]
    fn what_is_not_control_information_has_one_spelling() {
        for (name, expected) in [
            ("a", MemberName::Property("a")),
            ("odata.type", MemberName::Property("odata.type")),
            ("", MemberName::Property("")),
            ("@Core.Description", MemberName::Annotation),
            ("a@Core.Description#q", MemberName::Annotation),
            ("#workshop.start", MemberName::Operation),
            ("parts#workshop.start", MemberName::Operation),
        ] {
            assert_eq!(MemberName::of(name), expected);
            assert_eq!(respelled(name, ODataVersion::V4_0), name);
            assert_eq!(respelled(name, ODataVersion::V4_01), name);
        }
        // Control information of a later version is unknown, but is spelled like the rest.
        assert_eq!(MemberName::of("a@odata.later"), MemberName::Annotation);
        assert_eq!(respelled("a@odata.later", ODataVersion::V4_01), "a@later");
        assert_eq!(respelled("@later", ODataVersion::V4_0), "@odata.later");
    }
}
