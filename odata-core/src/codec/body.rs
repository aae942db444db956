//! The state of reading one body.

use super::{
    Purpose, ReadOptions,
    fault::Faults,
    member::Members,
    options::Inline,
    receiver::{Observer, Receiver},
    type_name::{RecentTypes, TypeMember},
};
use crate::{
    RequestRules,
    edm::PropertyDescriptor,
    error::ErrorCode,
    json::{JsonError, JsonReader},
    slot::{Slot, ValueRef},
};

/// The state of reading one body: the position, and the faults so far.
pub(crate) struct BodyReader<'j, 'o> {
    pub(crate) reader: JsonReader<'j>,
    pub(crate) options: &'o ReadOptions,
    /// The current purpose: inside a PATCH body, a new complex value is an insert.
    pub(crate) purpose: Purpose,
    pub(crate) faults: Faults,
    pub(crate) recent: RecentTypes,
    /// The type that the last object named, if it is not known and is to be kept.
    pub(crate) unknown_type: Option<(Box<str>, TypeMember)>,
    /// Those who are interested in more than the values, if there are any.
    watch: Option<Box<Watch<'o>>>,
}

/// Those who are interested in each object of a body.
struct Watch<'o> {
    /// Follows the reader if there is a receiver of control information and annotations.
    observer: Option<Observer<'o>>,
    rules: Option<&'o RequestRules>,
}

impl<'j, 'o> BodyReader<'j, 'o> {
    /// Creates the state at the start of a body. What the body has besides values goes to `receiver`.
    pub(crate) fn new(
        reader: JsonReader<'j>,
        options: &'o ReadOptions,
        receiver: Option<&'o mut dyn Receiver>,
    ) -> Self {
        let rules =
            options.rules.as_deref().filter(|rules| options.purpose != Purpose::Representation && !rules.is_empty());
        let watch = (receiver.is_some() || rules.is_some())
            .then(|| Box::new(Watch { observer: receiver.map(Observer::new), rules }));
        Self {
            reader,
            options,
            purpose: options.purpose,
            faults: Faults::at_most(options.max_faults),
            recent: RecentTypes::default(),
            unknown_type: None,
            watch,
        }
    }

    /// Skips the rest of an object.
    pub(crate) fn skip_members(&mut self) -> Result<(), JsonError> {
        while self.reader.next_name()?.is_some() {
            self.reader.skip_value()?;
        }
        Ok(())
    }

    /// Returns whether somebody is interested in more than the values: a receiver of what else the body has, or rules for
    /// requests.
    #[inline]
    pub(super) const fn is_observed(&self) -> bool {
        self.watch.is_some()
    }

    /// Returns what annotations demand of the body.
    pub(super) fn rules(&self) -> Option<&'o RequestRules> {
        self.watch.as_ref()?.rules
    }

    /// Notes that the value of an object or a collection begins.
    #[inline]
    pub(super) fn enter(&mut self, is_collection: bool) {
        if self.is_observed() {
            self.observe_start(is_collection);
        }
    }

    /// Notes that the value of an object or a collection has ended.
    #[inline]
    pub(super) fn leave(&mut self) {
        if self.is_observed() {
            self.observe_end();
        }
    }

    #[cold]
    #[inline(never)]
    fn observe_start(&mut self, is_collection: bool) {
        if let Some(observer) = self.watch.as_mut().and_then(|watch| watch.observer.as_mut()) {
            observer.enter(is_collection, || self.reader.last_name());
        }
    }

    #[cold]
    #[inline(never)]
    fn observe_end(&mut self) {
        if let Some(observer) = self.watch.as_mut().and_then(|watch| watch.observer.as_mut()) {
            observer.leave();
        }
    }

    /// Notes the start of the next item of a collection.
    #[cold]
    pub(super) fn observe_item(&mut self, collection: &dyn Slot) {
        let observer = self.watch.as_mut().and_then(|watch| watch.observer.as_mut());
        if let (Some(observer), ValueRef::List(items)) = (observer, collection.view()) {
            observer.item(items.len());
        }
    }

    /// Reports the end of an object, which has these members.
    #[cold]
    #[inline(never)]
    pub(super) fn report(&mut self, members: &Members) {
        if let Some(observer) = self.watch.as_mut().and_then(|watch| watch.observer.as_mut()) {
            observer.object(members.present());
        }
    }

    /// Skips the value of a member that is not a property, and passes it to the receiver if there is one.
    pub(super) fn skip_annotation(&mut self, name: &str) -> Result<(), JsonError> {
        match self.watch.as_mut().and_then(|watch| watch.observer.as_mut()) {
            None => self.reader.skip_value(),
            Some(observer) => {
                observer.take(name, self.reader.raw_value()?);
                Ok(())
            }
        }
    }

    /// Returns whether a declared member is not taken when reading for this purpose: it is ignored, or refused because
    /// it is a navigation property.
    #[inline]
    pub(crate) fn skips(&mut self, purpose: Purpose, property: &PropertyDescriptor) -> bool {
        if property.ty.navigation {
            let at = self.reader.name_offset();
            return self.refuses_navigation(property.name, at);
        }
        match purpose {
            Purpose::Representation => false,
            Purpose::Insert => property.flags.is_computed(),
            Purpose::Update => !property.is_updatable(),
        }
    }

    /// Records related entities or links that are not taken. Returns false where they are.
    pub(crate) fn refuses_navigation(&mut self, name: &str, offset: usize) -> bool {
        if self.options.navigation == Inline::Accept {
            return false;
        }
        self.faults.record(ErrorCode::DEEP_OPERATION_NOT_SUPPORTED, offset, || {
            format!("navigation property `{name}` cannot be written together with its entity")
        });
        true
    }
}
