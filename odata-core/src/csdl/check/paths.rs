//! Paths of properties (OData CSDL 4.01 §14.4.1.1), walked along.

use super::{
    super::Property,
    index::{Found, Index},
};

/// A property that a path leads to, with the id of the type that declares it.
pub(super) type Step<'d> = (usize, &'d Property);

/// The way along a path as far as it is known.
pub(super) struct Walk<'d, 'p> {
    /// The properties in order.
    pub(super) steps: Vec<Step<'d>>,
    /// The type after the last step or cast, if it is a structured type of the document.
    pub(super) ty: Option<usize>,
    /// Where the path ends before its end.
    pub(super) stop: Option<Stop<'p>>,
    /// Whether the last segment is a cast.
    pub(super) ends_with_cast: bool,
}

/// Why a path ends before its end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop<'p> {
    /// The type with this id has no property of this name.
    NoProperty(usize, &'p str),
    /// What is before this segment has no properties.
    NoType(&'p str),
    /// There is no structured type of this name.
    NoCast(&'p str),
    /// The type with this id is not related to the one that the segment names.
    Unrelated(usize, &'p str),
    /// The rest is in another document.
    Unknown,
}

impl<'d> Walk<'d, '_> {
    /// Returns the last property, if the whole path is known.
    pub(super) fn end(&self) -> Option<Step<'d>> {
        self.steps.last().copied().filter(|_| self.stop.is_none())
    }
}

impl<'d> Index<'d> {
    /// Walks along a path of properties and casts, from a type.
    pub(super) fn walk<'p>(&self, root: usize, path: &'p str) -> Walk<'d, 'p> {
        let mut walk = Walk { steps: Vec::new(), ty: Some(root), stop: None, ends_with_cast: false };
        // Whether the type is one of another document.
        let mut is_foreign = false;
        for segment in path.split('/') {
            let Some(ty) = walk.ty else {
                walk.stop = Some(if is_foreign { Stop::Unknown } else { Stop::NoType(segment) });
                break;
            };
            walk.ends_with_cast = segment.contains('.');
            walk.stop = if walk.ends_with_cast {
                match self.find(segment) {
                    Found::Structured(cast) => {
                        walk.ty = Some(cast);
                        // Of a type whose bases are not all known it is not known what it derives from.
                        let is_known = self.levels[cast].complete && self.levels[ty].complete;
                        (is_known && !self.are_related(ty, cast)).then_some(Stop::Unrelated(ty, segment))
                    }
                    Found::Foreign => {
                        (walk.ty, is_foreign) = (None, true);
                        None
                    }
                    _ => Some(Stop::NoCast(segment)),
                }
            } else {
                match self.property(ty, segment) {
                    Some(step) => {
                        walk.steps.push(step);
                        let found = self.find(&step.1.ty.name);
                        is_foreign = matches!(found, Found::Foreign | Found::Missing);
                        walk.ty = if let Found::Structured(id) = found { Some(id) } else { None };
                        None
                    }
                    None if self.levels[ty].complete => Some(Stop::NoProperty(ty, segment)),
                    None => Some(Stop::Unknown),
                }
            };
            if walk.stop.is_some() {
                break;
            }
        }
        walk
    }

    /// Returns a message about the stop of a path.
    pub(super) fn stop_message(&self, stop: Stop<'_>) -> Option<String> {
        Some(match stop {
            Stop::NoProperty(id, name) => format!("`{}` has no property `{name}`", self.name(id)),
            Stop::NoType(name) => format!("the path cannot go on with `{name}`: what is before it has no properties"),
            Stop::NoCast(name) => format!("there is no structured type `{name}`"),
            Stop::Unrelated(id, name) => format!("`{name}` does not derive from `{}`", self.name(id)),
            Stop::Unknown => return None,
        })
    }
}
