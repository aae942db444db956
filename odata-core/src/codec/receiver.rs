//! The receiver of what a body has besides values: control information, annotations, operations, and which properties
//! were there.

use super::{Control, control::MemberName};
use crate::PropertySet;

/// A receiver of what a body has besides values while it is read.
///
/// `path` is that of the object: empty for the outermost one, `parts/0` for an item of a collection. `property` is the
/// name of the property of that object which something is about, if it is not about the object itself.
pub trait Receiver {
    /// Takes control information, with its value as JSON text, except for the types of values and the media types and
    /// URLs of streams, which are part of these.
    fn control(&mut self, path: &str, property: Option<&str>, control: Control, json: &str);

    /// Takes an annotation, `Core.Description` or `Core.Description#qualifier`, with its value as JSON text, and
    /// control information that no version knows.
    fn annotation(&mut self, path: &str, property: Option<&str>, term: &str, json: &str);

    /// Takes an operation that is advertised, `#microsoft.graph.assign`, with its value as JSON text.
    fn operation(&mut self, path: &str, name: &str, json: &str);

    /// Takes the properties that an object had, at the end of it. The properties of single complex values and related
    /// entities are below their properties; the items of collections are objects of their own.
    fn object(&mut self, path: &str, present: &PropertySet);
}

/// The position of the reader, tracked for a [`Receiver`].
pub(super) struct Observer<'o> {
    receiver: &'o mut dyn Receiver,
    path: String,
    /// The values that are being read, the outermost first.
    levels: Vec<Level>,
    /// The properties of objects that belong to objects which are still being read.
    present: Vec<Present>,
}

/// The position of a value.
struct Level {
    /// The length of the path of the object that has the value as a property. `None` for items of collections and for
    /// the outermost value.
    owner: Option<usize>,
    /// The length of the path of the value.
    length: usize,
    /// The position of the item that is read, if the value is a collection.
    item: Option<usize>,
}

/// The properties of an object that is the value of a property.
struct Present {
    owner: usize,
    name: String,
    set: PropertySet,
}

impl<'o> Observer<'o> {
    pub(super) const fn new(receiver: &'o mut dyn Receiver) -> Self {
        Self { receiver, path: String::new(), levels: Vec::new(), present: Vec::new() }
    }

    /// Notes the start of an object or a collection, whose property is the one that was named last: `name`.
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

    /// Notes the end of the object or collection.
    pub(super) fn leave(&mut self) {
        self.levels.pop();
        self.path.truncate(self.levels.last().map_or(0, |level| level.length));
    }

    /// Notes the start of the item of a collection at this position.
    pub(super) fn item(&mut self, position: usize) {
        if let Some(level) = self.levels.last_mut() {
            level.item = Some(position);
        }
    }

    /// Takes a member that is not a property.
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

    /// Reports the end of an object, which had these properties.
    pub(super) fn object(&mut self, mut set: PropertySet) {
        let Some(&Level { owner, length, .. }) = self.levels.last() else { return };
        while let Some(below) = self.present.pop_if(|present| present.owner == length) {
            if let Some(index) = set.descriptor().find(&below.name) {
                // It was present as a whole.
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
