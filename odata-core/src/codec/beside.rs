//! What stands beside the values of a body: control information, annotations, operations, and which properties were there.

use super::{Control, control::MemberName};
use crate::PropertySet;

/// Takes what stands beside the values of a body that is read.
///
/// `path` is that of the object: empty for the outermost one, `parts/0` for an item of a collection. `property` is the name of the
/// property of that object which something is about, if it is not about the object itself.
pub trait Receiver {
    /// Takes control information, with its value as JSON text: not the types of values and the media types of streams, which are part of these.
    fn control(&mut self, path: &str, property: Option<&str>, control: Control, json: &str);

    /// Takes an annotation, `Core.Description` or `Core.Description#qualifier`, with its value as JSON text, and control
    /// information that no version knows.
    fn annotation(&mut self, path: &str, property: Option<&str>, term: &str, json: &str);

    /// Takes an operation that is advertised, `#microsoft.graph.assign`, with what it says as JSON text.
    fn operation(&mut self, path: &str, name: &str, json: &str);

    /// Takes the properties that an object had, at the end of it. What single complex values and related entities had is
    /// below their properties; the items of collections are objects of their own.
    fn object(&mut self, path: &str, present: &PropertySet);
}

/// Follows where the reader is, for a [`Receiver`].
pub(super) struct Observer<'o> {
    receiver: &'o mut dyn Receiver,
    path: String,
    /// Where the values are that are read now, the outermost first.
    levels: Vec<Level>,
    /// What the objects had that are properties of objects which are still read.
    present: Vec<Present>,
}

/// Where a value is.
struct Level {
    /// The length of the path of the object that has the value as a property. `None` for items of collections and for the
    /// outermost value.
    owner: Option<usize>,
    /// The length of the path of the value.
    length: usize,
    /// The position of the item that is read, if the value is a collection.
    item: Option<usize>,
}

/// What an object had that is a property.
struct Present {
    owner: usize,
    name: String,
    set: PropertySet,
}

impl<'o> Observer<'o> {
    pub(super) const fn new(receiver: &'o mut dyn Receiver) -> Self {
        Self { receiver, path: String::new(), levels: Vec::new(), present: Vec::new() }
    }

    /// Before an object or a collection, whose property is the one that was named last: `name`.
    pub(super) fn enter(&mut self, is_collection: bool, name: impl FnOnce() -> String) {
        let (segment, owner) = match self.levels.last() {
            None => (String::new(), None),
            Some(Level { item: Some(position), .. }) => (position.to_string(), None),
            Some(Level { length, .. }) => (name(), Some(*length)),
        };
        if !self.path.is_empty() {
            self.path.push('/');
        }
        self.path.push_str(&segment);
        self.levels.push(Level { owner, length: self.path.len(), item: is_collection.then_some(0) });
    }

    /// After it.
    pub(super) fn leave(&mut self) {
        self.levels.pop();
        self.path.truncate(self.levels.last().map_or(0, |level| level.length));
    }

    /// Before the item of a collection at this position.
    pub(super) fn item(&mut self, position: usize) {
        if let Some(level) = self.levels.last_mut() {
            level.item = Some(position);
        }
    }

    /// Takes a member that is no property.
    pub(super) fn take(&mut self, name: &str, json: &str) {
        let path = &*self.path;
        match MemberName::of(name) {
            MemberName::Control(control) => self.receiver.control(path, None, control, json),
            MemberName::PropertyControl(property, control) => {
                self.receiver.control(path, Some(property), control, json);
            }
            MemberName::Annotation => {
                let (property, term) = name.split_once('@').unwrap_or(("", name));
                let property = Some(property).filter(|property| !property.is_empty());
                self.receiver.annotation(path, property, term, json);
            }
            MemberName::Operation => self.receiver.operation(path, name, json),
            MemberName::Property(_) => {}
        }
    }

    /// At the end of an object, which had these properties.
    pub(super) fn object(&mut self, mut set: PropertySet) {
        let Some(&Level { owner, length, .. }) = self.levels.last() else { return };
        while let Some(below) = self.present.pop_if(|present| present.owner == length) {
            if let Some(index) = set.descriptor().find(&below.name) {
                // It was there as a whole.
                set.remove(index);
                set.insert_child(index, below.set);
            }
        }
        self.receiver.object(&self.path, &set);
        if let Some(owner) = owner {
            let name = self.path[owner..].trim_start_matches('/').to_owned();
            self.present.push(Present { owner, name, set });
        }
    }
}
