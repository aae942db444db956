//! One segment of a path.

use std::ops::Range;

use super::Key;
use crate::edm::{ContainerChild, PropertyDescriptor, TypeDescriptor};

/// The kind of a segment of a path.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum SegmentKind {
    /// `$metadata`.
    Metadata,
    /// The first segment, which names an entity set.
    EntitySet(&'static ContainerChild),
    /// The first segment, which names a singleton.
    Singleton(&'static ContainerChild),
    /// An entity of the preceding collection, in parentheses or as a segment of its own.
    Key(Key),
    /// A structural or navigation property of the preceding value.
    Property(&'static PropertyDescriptor),
    /// A type cast: the preceding value, or the items of the preceding collection, are of this type.
    Cast(&'static TypeDescriptor),
    /// `$count`: the number of items of the preceding collection.
    Count,
    /// `$value`: the bare value, or the media resource, of the preceding property or entity.
    Value,
    /// `$ref`: the references to the preceding entities.
    Ref,
}

/// A segment of a path, with its position.
///
/// ```
/// # use odata_core::{Model, prelude::*, uri::{ResourcePath, SegmentKind}};
/// # #[derive(ODataEntity, Clone)]
/// # #[odata(type = "fleet.vehicle")]
/// # struct Vehicle { #[odata(key)] id: i32 }
/// # #[derive(ODataContainer)]
/// # #[odata(type = "fleet.Container")]
/// # struct Fleet { #[odata(entity_set)] vehicles: Vec<Vehicle> }
/// # let model = Model::of::<Fleet>().expect("the model has no faults");
/// let path = ResourcePath::parse(&model, "vehicles(5)")?;
/// let [set, key] = path.segments() else { panic!("a name and a key") };
/// assert!(matches!(set.kind(), SegmentKind::EntitySet(child) if child.name == "vehicles"));
/// assert!(matches!(key.kind(), SegmentKind::Key(key) if key.canonical() == "5"));
/// assert_eq!((set.range(), key.range()), (0..8, 8..11));
/// # Ok::<(), odata_core::uri::UriError>(())
/// ```
#[derive(Clone, Debug)]
pub struct Segment {
    kind: SegmentKind,
    range: Range<usize>,
}

impl Segment {
    pub(super) const fn new(kind: SegmentKind, range: Range<usize>) -> Self {
        Self { kind, range }
    }

    /// Returns the kind of the segment.
    pub fn kind(&self) -> &SegmentKind {
        &self.kind
    }

    /// Returns the kind of the segment and its position.
    pub fn into_parts(self) -> (SegmentKind, Range<usize>) {
        (self.kind, self.range)
    }

    /// Returns the position in the path that was read, in bytes: a name and the predicate after it are two segments.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }
}
