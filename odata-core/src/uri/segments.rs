//! The walk along a path, which binds each segment to the model on demand.

use std::iter::FusedIterator;

use super::{
    Key, UriError, percent,
    segment::{Segment, SegmentKind},
};
use crate::{
    ErrorCode,
    edm::{EdmType, Model, TypeDescriptor, TypeKind},
};

/// Segments of OData that begin with `$`, all but `$metadata`. Where one cannot be bound, it is not supported.
const SYSTEM: [&str; 11] =
    ["$all", "$batch", "$count", "$crossjoin", "$each", "$entity", "$filter", "$links", "$query", "$ref", "$value"];

/// The segments of a path, in order. Each is bound on demand, so a service that does not serve a segment
/// can refuse it before the rest is processed. Ends with the first error.
///
/// ```
/// # use odata_core::{Model, prelude::*, uri::{SegmentKind, Segments}};
/// # #[derive(ODataEntity, Clone)]
/// # #[odata(type = "fleet.vehicle")]
/// # struct Vehicle { #[odata(key)] id: i32 }
/// # #[derive(ODataContainer)]
/// # #[odata(type = "fleet.Container")]
/// # struct Fleet { #[odata(entity_set)] vehicles: Vec<Vehicle> }
/// # let model = Model::of::<Fleet>().expect("the model has no faults");
/// let mut segments = Segments::new(&model, "vehicles/5/nothing");
/// assert!(matches!(segments.next().expect("a segment")?.kind(), SegmentKind::EntitySet(_)));
/// assert!(matches!(segments.next().expect("a segment")?.kind(), SegmentKind::Key(_)));
/// assert_eq!(segments.next().expect("a segment").unwrap_err().offset(), 11);
/// assert!(segments.next().is_none());
/// # Ok::<(), odata_core::uri::UriError>(())
/// ```
#[derive(Debug)]
pub struct Segments<'m, 'p> {
    model: &'m Model,
    path: &'p str,
    /// The offset of the next segment, if there is one.
    rest: Option<usize>,
    /// The offset of the end of the path.
    end: usize,
    resource: Resource,
    /// The predicate after the name that was the last segment.
    predicate: Option<Result<Segment, UriError>>,
}

/// The kind of resource that the path has led to so far.
#[derive(Clone, Copy, Debug)]
enum Resource {
    /// The service root.
    Root,
    /// An entity or a complex value.
    Structured(&'static TypeDescriptor),
    /// A collection of values of this type.
    Collection(&'static TypeDescriptor),
    /// A value without properties.
    Scalar,
    /// A collection of values without properties.
    Scalars,
    /// Something that nothing follows.
    End,
}

impl<'m, 'p> Segments<'m, 'p> {
    /// Creates an iterator over a path as it appears in a URL, starting below the service root.
    pub fn new(model: &'m Model, path: &'p str) -> Self {
        let start = usize::from(path.starts_with('/'));
        let end = if path.len() > start && path.ends_with('/') { path.len() - 1 } else { path.len() };
        let rest = (end > start).then_some(start);
        Self { model, path, rest, end, resource: Resource::Root, predicate: None }
    }

    /// Binds the next segment, which is not a predicate.
    fn bind(&mut self, start: usize) -> Result<Segment, UriError> {
        let path = self.path;
        let encoded = path[start..self.end].split('/').next().unwrap_or_default();
        let end = start + encoded.len();
        self.rest = (end < self.end).then_some(end + 1);

        let place = |decoded: usize| start + percent::encoded_offset(encoded, decoded);
        let text = percent::decode(encoded).map_err(|error| error.within(path, |offset| start + offset))?;
        let (kind, predicate) = self.bind_decoded(&text).map_err(|error| error.within(path, place))?;
        self.follow(&kind);
        let Some(inside) = predicate else { return Ok(Segment::new(kind, start..end)) };

        // The segment is the name, a parenthesis, the text inside, and another parenthesis.
        let name = text.len() - inside.len() - 2;
        let middle = place(name);
        let key = self.key_in(&kind, inside).map_err(|error| error.within(path, |offset| place(name + 1 + offset)));
        if let Ok(key) = &key {
            self.follow(key);
        }
        self.predicate = Some(key.map(|key| Segment::new(key, middle..end)));
        Ok(Segment::new(kind, start..middle))
    }

    /// Returns the kind of a decoded segment, with the text in parentheses after its name.
    fn bind_decoded<'t>(&self, text: &'t str) -> Result<(SegmentKind, Option<&'t str>), UriError> {
        if text.starts_with('$') {
            return Ok((self.system(text)?, None));
        }
        match self.resource {
            Resource::Root => {
                let (name, predicate) = split_predicate(text)?;
                let children = self.model.container().children;
                let Some(child) = children.iter().find(|child| child.name == name) else {
                    let message = format!("there is no entity set or singleton `{name}`");
                    let error = UriError::new(ErrorCode::NOT_FOUND, 0, name, message);
                    return Err(error.with_possible(children.iter().map(|child| child.name)));
                };
                let kind = if child.is_entity_set() { SegmentKind::EntitySet } else { SegmentKind::Singleton };
                Ok((kind(child), predicate))
            }
            Resource::Collection(ty) => Ok(match self.cast(ty, text)? {
                Some(cast) => (cast, None),
                None => match Key::from_decoded_segment(ty, text) {
                    Some(key) => (SegmentKind::Key(key), None),
                    None => {
                        let message =
                            format!("the path segment `{text}` leads to no resource: it is not a key of `{}`", ty.name);
                        return Err(UriError::new(ErrorCode::NOT_FOUND, 0, text, message));
                    }
                },
            }),
            Resource::Structured(ty) => {
                if let Some(cast) = self.cast(ty, text)? {
                    return Ok((cast, None));
                }
                let (name, predicate) = split_predicate(text)?;
                match ty.find(name).and_then(|index| ty.property(index)) {
                    Some(property) => Ok((SegmentKind::Property(property), predicate)),
                    None => {
                        let properties = |navigation| {
                            let of_kind =
                                ty.properties().filter(move |(_, property)| property.ty.navigation == navigation);
                            of_kind.map(|(_, property)| property.name)
                        };
                        Err(nothing(text).with_possible(properties(true).chain(properties(false))))
                    }
                }
            }
            Resource::Scalar | Resource::Scalars | Resource::End => Err(nothing(text)),
        }
    }

    /// Returns the kind of a segment of OData that begins with `$`.
    fn system(&self, text: &str) -> Result<SegmentKind, UriError> {
        let is_entity = |ty: &TypeDescriptor| ty.kind == TypeKind::Entity;
        let name = text.split('(').next().unwrap_or(text);
        match (text, self.resource) {
            ("$metadata", Resource::Root) => Ok(SegmentKind::Metadata),
            ("$count", Resource::Collection(_) | Resource::Scalars) => Ok(SegmentKind::Count),
            ("$value", Resource::Scalar) => Ok(SegmentKind::Value),
            ("$value", Resource::Structured(ty)) if is_entity(ty) => Ok(SegmentKind::Value),
            ("$ref", Resource::Collection(ty) | Resource::Structured(ty)) if is_entity(ty) => Ok(SegmentKind::Ref),
            (_, Resource::End) => Err(nothing(text)),
            _ if SYSTEM.contains(&name) => Err(UriError::not_supported("the path segment", text, text, 0)),
            _ => Err(nothing(text)),
        }
    }

    /// Returns the type cast, if the segment names a type of the model: it must derive from the preceding type.
    fn cast(&self, before: &TypeDescriptor, text: &str) -> Result<Option<SegmentKind>, UriError> {
        if !text.contains('.') {
            return Ok(None);
        }
        match self.model.find(text) {
            None => Ok(None),
            Some(ty) if ty.derives_from(before) => Ok(Some(SegmentKind::Cast(ty))),
            Some(ty) => {
                let message = format!("`{}` does not derive from `{}`", ty.name, before.name);
                Err(UriError::new(ErrorCode::NOT_FOUND, 0, text, message))
            }
        }
    }

    /// Reads the key between the parentheses after a name. The offsets of errors are relative to it.
    fn key_in(&self, named: &SegmentKind, inside: &str) -> Result<SegmentKind, UriError> {
        match (self.resource, named) {
            (Resource::Collection(ty), _) => Ok(SegmentKind::Key(Key::from_decoded_predicate(ty, inside)?)),
            (_, SegmentKind::Singleton(child)) => Err(no_members(inside, child.name, "a singleton")),
            (_, SegmentKind::Property(property)) => {
                Err(no_members(inside, property.name, "not a collection of entities"))
            }
            _ => Err(nothing(inside)),
        }
    }

    /// Moves on to the resource that a segment leads to.
    fn follow(&mut self, kind: &SegmentKind) {
        let of = |edm: EdmType, collection: bool| match (edm.structured(), collection) {
            (Some(ty), true) => Resource::Collection(ty),
            (Some(ty), false) => Resource::Structured(ty),
            (None, true) => Resource::Scalars,
            (None, false) => Resource::Scalar,
        };
        self.resource = match (kind, self.resource) {
            (SegmentKind::EntitySet(child) | SegmentKind::Singleton(child), _) => of(child.ty.edm, child.ty.collection),
            (SegmentKind::Property(property), _) => of(property.ty.edm, property.ty.collection),
            (SegmentKind::Cast(ty), Resource::Collection(_)) => Resource::Collection(ty),
            (SegmentKind::Cast(ty), _) => Resource::Structured(ty),
            (SegmentKind::Key(_), Resource::Collection(ty)) => Resource::Structured(ty),
            _ => Resource::End,
        };
    }
}

impl Iterator for Segments<'_, '_> {
    type Item = Result<Segment, UriError>;

    fn next(&mut self) -> Option<Self::Item> {
        let next = match self.predicate.take() {
            Some(predicate) => predicate,
            None => self.bind(self.rest?),
        };
        Some(next.map_err(|error| {
            self.rest = None;
            error.after("", "path")
        }))
    }
}

impl FusedIterator for Segments<'_, '_> {}

#[cold]
fn nothing(text: &str) -> UriError {
    let message = format!("the path segment `{text}` leads to no resource");
    UriError::new(ErrorCode::NOT_FOUND, 0, text, message)
}

#[cold]
fn no_members(inside: &str, name: &str, what: &str) -> UriError {
    let message = format!("`{name}` is {what} and has no members with keys");
    UriError::new(ErrorCode::NOT_FOUND, 0, inside, message)
}

/// Splits a segment into a name and the text in parentheses after it.
fn split_predicate(text: &str) -> Result<(&str, Option<&str>), UriError> {
    match text.split_once('(') {
        None => Ok((text, None)),
        Some((name, rest)) => match rest.strip_suffix(')') {
            Some("") | None => {
                let message = format!("`{text}` has no key predicate between parentheses");
                Err(UriError::new(ErrorCode::BAD_REQUEST, name.len(), &text[name.len()..], message))
            }
            predicate => Ok((name, predicate)),
        },
    }
}
