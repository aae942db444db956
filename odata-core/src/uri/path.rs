//! Resource paths, bound to a model (OData URL Conventions 4.01 §4; OData ABNF 4.01, `resourcePath`).

use std::fmt;

use super::{Segment, SegmentKind, Segments, UriError, percent};
use crate::edm::Model;

/// A path below the service root, bound to the model: the segments in order. A path without segments is that of the
/// service document.
///
/// `Display` writes the path in one form, percent-encoded, with all keys in parentheses.
///
/// ```
/// use odata_core::{Model, prelude::*, uri::{ResourcePath, SegmentKind}};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// struct Vehicle {
///     #[odata(key)]
///     id: i32,
///     plate: Option<String>,
/// }
///
/// #[derive(ODataContainer)]
/// #[odata(type = "fleet.Container")]
/// struct Fleet {
///     #[odata(entity_set)]
///     vehicles: Vec<Vehicle>,
/// }
///
/// let model = Model::of::<Fleet>().expect("the model has no faults");
/// let path = ResourcePath::parse(&model, "/vehicles/5/plate/$value")?;
/// assert_eq!(path.to_string(), "vehicles(5)/plate/$value");
/// assert!(matches!(path.segments().last().map(|last| last.kind()), Some(SegmentKind::Value)));
///
/// let error = ResourcePath::parse(&model, "vehicles(five)").unwrap_err();
/// assert_eq!((error.offset(), error.found(), error.target()), (9, "five", Some("id")));
/// # Ok::<(), odata_core::uri::UriError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ResourcePath {
    segments: Vec<Segment>,
}

impl ResourcePath {
    /// Reads a path as it appears in a URL, starting below the service root. A slash at its beginning or end makes no
    /// difference.
    ///
    /// # Errors
    ///
    /// The first segment that is not well-formed (400), leads to nothing in the model (404), or is part of OData and
    /// not read here (501): `$all`, `$batch`, `$crossjoin`, `$each`, `$entity`, `$filter`, `$query`, and parameter
    /// aliases.
    pub fn parse(model: &Model, path: &str) -> Result<Self, UriError> {
        Ok(Self { segments: Segments::new(model, path).collect::<Result<_, _>>()? })
    }

    /// Returns the segments in order.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }
}

impl fmt::Display for ResourcePath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, segment) in self.segments.iter().enumerate() {
            let kind = segment.kind();
            if position > 0 && !matches!(kind, SegmentKind::Key(_)) {
                formatter.write_str("/")?;
            }
            match kind {
                SegmentKind::Metadata => formatter.write_str("$metadata")?,
                SegmentKind::EntitySet(child) | SegmentKind::Singleton(child) => {
                    formatter.write_str(&percent::encode_segment(child.name))?;
                }
                SegmentKind::Key(key) => key.fmt(formatter)?,
                SegmentKind::Property(property) => formatter.write_str(&percent::encode_segment(property.name))?,
                SegmentKind::Cast(ty) => formatter.write_str(&percent::encode_segment(ty.name))?,
                SegmentKind::Count => formatter.write_str("$count")?,
                SegmentKind::Value => formatter.write_str("$value")?,
                SegmentKind::Ref => formatter.write_str("$ref")?,
            }
        }
        Ok(())
    }
}
