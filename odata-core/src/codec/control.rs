//! Names of members that are no properties: control information and annotations (OData JSON 4.01 §4.5, §20).

/// Control information, as the reader and the writer distinguish it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Control {
    /// The type of a value.
    Type,
    /// The media type of a stream.
    MediaContentType,
    /// Links to related entities, or a delta of them: not information but something to do.
    Links,
    /// The object stands for an entity that is deleted or no longer related.
    Removed,
    /// Other control information that is known, by its position in [`KNOWN`].
    Known(u8),
    /// Annotations, and control information that is not known: never an error.
    Other,
}

/// What the reader skips, but not twice.
const KNOWN: [&str; 14] = [
    "context",
    "metadataEtag",
    "etag",
    "id",
    "editLink",
    "readLink",
    "count",
    "nextLink",
    "deltaLink",
    "navigationLink",
    "associationLink",
    "mediaReadLink",
    "mediaEditLink",
    "mediaEtag",
];

impl Control {
    /// What the text after `@` names. In 4.0 it has the prefix `odata.`, in 4.01 it needs none.
    fn named(text: &str) -> Self {
        let name = text.strip_prefix("odata.").unwrap_or(text);
        match name {
            "type" => Self::Type,
            "mediaContentType" => Self::MediaContentType,
            "bind" | "delta" => Self::Links,
            "removed" => Self::Removed,
            _ => KNOWN
                .iter()
                .position(|known| *known == name)
                .and_then(|position| u8::try_from(position).ok())
                .map_or(Self::Other, Self::Known),
        }
    }

    /// The bit that tells whether it was there; none for what may be there any number of times.
    pub(crate) const fn bit(self) -> u32 {
        match self {
            Self::Type => 1,
            Self::MediaContentType => 2,
            Self::Links => 4,
            Self::Removed => 8,
            Self::Known(position) => 16 << position,
            Self::Other => 0,
        }
    }
}

/// A member's name, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberName<'a> {
    /// `@odata.type`: about the object itself.
    Control(Control),
    /// `policyPayload@odata.mediaContentType`: about a property.
    PropertyControl(&'a str, Control),
    /// `#microsoft.graph.assign`: an operation that is advertised (OData JSON 4.01 §16, §17).
    Operation,
    /// The name of a property.
    Property(&'a str),
}

impl<'a> MemberName<'a> {
    /// Takes a name apart.
    pub(crate) fn of(name: &'a str) -> Self {
        match name.split_once('@') {
            Some(("", control)) => Self::Control(Control::named(control)),
            Some((property, control)) => Self::PropertyControl(property, Control::named(control)),
            None if name.starts_with('#') => Self::Operation,
            None => Self::Property(name),
        }
    }
}
