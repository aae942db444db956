//! The state of reading one body.

use super::{
    Purpose, ReadOptions,
    fault::Faults,
    options::Inline,
    type_name::{Named, RecentTypes},
};
use crate::{
    edm::PropertyDescriptor,
    error::ErrorCode,
    json::{JsonError, JsonReader},
};

/// Reads one body: where it is, and what it has found wrong.
pub(crate) struct BodyReader<'j, 'o> {
    pub(crate) reader: JsonReader<'j>,
    pub(crate) options: &'o ReadOptions,
    /// The purpose of what is read now: inside of a PATCH body, a new complex value is an insert.
    pub(crate) purpose: Purpose,
    pub(crate) faults: Faults,
    pub(crate) recent: RecentTypes,
    /// The type that the last object named, if it is not known and is to be kept.
    pub(crate) unknown_type: Option<(Box<str>, Named)>,
}

impl<'j, 'o> BodyReader<'j, 'o> {
    /// At the start of a body.
    pub(crate) fn new(body: &'j [u8], options: &'o ReadOptions) -> Result<Self, JsonError> {
        Ok(Self {
            reader: JsonReader::with_limits(body, options.limits)?,
            options,
            purpose: options.purpose,
            faults: Faults::at_most(options.faults),
            recent: RecentTypes::default(),
            unknown_type: None,
        })
    }

    /// Skips the rest of an object.
    pub(crate) fn skip_members(&mut self) -> Result<(), JsonError> {
        while self.reader.next_name()?.is_some() {
            self.reader.skip_value()?;
        }
        Ok(())
    }

    /// Whether a declared member is not taken by who reads for this purpose: it is ignored, or refused because it is a
    /// navigation property.
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

    /// Records related entities or links that are not taken. False where they are.
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
