//! The type of an object, by the member that names it (OData JSON 4.01 §4.5.3).

use super::{
    Control, ODataVersion, ReadOptions, UnknownTypes,
    body::BodyReader,
    control::{TYPE_NAMES, is_type},
    fault::listed,
    type_name::{TypeMember, qualified},
};
use crate::{
    edm::{Registry, TypeDescriptor},
    error::ErrorCode,
    json::{Ahead, JsonError, same_text},
};

impl BodyReader<'_, '_> {
    /// Finds out the type of a value that may derive from `declared`, just after its `{`. `fallback` is taken
    /// where the value names none; it can be abstract if the members change a value that has its type already.
    ///
    /// A name in the first member is consumed. A later name is looked up, and then the reader goes back. `None` if
    /// the fault is recorded, or if the name is in `unknown_type`.
    pub(crate) fn type_of_object(
        &mut self,
        declared: &'static TypeDescriptor,
        fallback: &'static TypeDescriptor,
        is_change: bool,
        start: usize,
    ) -> Result<Option<(&'static TypeDescriptor, TypeMember)>, JsonError> {
        if self.reader.take_name(Control::Type.key(ODataVersion::V4_0))? {
            return Ok(self.type_in_member(declared)?.map(|found| (found, TypeMember::First)));
        }
        let mark = self.reader.mark();
        if self.reader.next_name()?.is_some_and(is_type) {
            return Ok(self.type_in_member(declared)?.map(|found| (found, TypeMember::First)));
        }
        self.reader.rewind(mark);
        match self.reader.look_ahead(&TYPE_NAMES) {
            Ahead::String(value) => {
                let found = self.type_ahead(value, declared);
                self.reader.rewind(mark);
                if let Some(found) = found {
                    return Ok(Some((found, TypeMember::Later)));
                }
            }
            Ahead::Nowhere if !fallback.is_abstract || is_change => return Ok(Some((fallback, TypeMember::Absent))),
            Ahead::Nowhere | Ahead::Unsure => {}
        }
        // Of several faults, that of the JSON text is reported first, so everything before the type is read.
        while let Some(name) = self.reader.next_name()? {
            if is_type(name) {
                let found = self.type_in_member(declared)?;
                self.reader.rewind(mark);
                if let Some((_, named)) = &mut self.unknown_type {
                    *named = TypeMember::Later;
                }
                return Ok(found.map(|found| (found, TypeMember::Later)));
            }
            self.reader.skip_value()?;
        }
        self.reader.rewind(mark);
        if fallback.is_abstract && !is_change {
            let options = self.options;
            self.faults.record(ErrorCode::TYPE_REQUIRED, start, || {
                format!(
                    "`{}` is abstract, so the value must name its type with `{}`: {}",
                    declared.name,
                    Control::Type.name(ODataVersion::V4_0),
                    candidates(options, declared)
                )
            });
            return Ok(None);
        }
        Ok(Some((fallback, TypeMember::Absent)))
    }

    /// Returns the type that the string at `value` names, which was found by looking ahead. `None` if it is faulty,
    /// which is not recorded.
    fn type_ahead(&mut self, value: usize, declared: &'static TypeDescriptor) -> Option<&'static TypeDescriptor> {
        let faults = self.faults.len();
        self.reader.jump(value);
        let found = self.type_in_member(declared);
        self.faults.truncate(faults);
        self.unknown_type = None;
        found.ok().flatten()
    }

    /// Reads the type that a member `@odata.type` names. `None` if the fault is recorded, or if the name is in
    /// `unknown_type`.
    fn type_in_member(
        &mut self,
        declared: &'static TypeDescriptor,
    ) -> Result<Option<&'static TypeDescriptor>, JsonError> {
        let at = self.reader.value_offset();
        let name = qualified(self.reader.string()?);
        if let Some(found) = self.recent.find(name, declared) {
            return Ok(Some(found));
        }
        if let Some(found) = self.options.find_type(name, declared)
            && !found.is_abstract
        {
            self.recent.add(found);
            return Ok(Some(found));
        }
        let name = without_alias(self.options, name);
        Ok(self.checked_type(&name, declared, at))
    }

    /// Returns the type with this name, where `declared` is declared and derived types are accepted.
    #[cold]
    #[inline(never)]
    fn checked_type(
        &mut self,
        name: &str,
        declared: &'static TypeDescriptor,
        at: usize,
    ) -> Option<&'static TypeDescriptor> {
        let is_named = self.options.is_type(name);
        if !is_named && self.options.unknown_types == UnknownTypes::Keep {
            self.unknown_type = Some((name.into(), TypeMember::First));
            return None;
        }
        let (code, message) = match self.options.find_type(name, declared) {
            Some(found) if !found.is_abstract => return Some(found),
            Some(_) => (ErrorCode::ABSTRACT_TYPE, "is abstract and has no instances"),
            None if !is_named => (ErrorCode::UNKNOWN_TYPE, "is not a type of the model"),
            None => (ErrorCode::TYPE_MISMATCH, "does not derive from the declared type"),
        };
        let options = self.options;
        self.faults.record(code, at, || {
            let possible = candidates(options, declared);
            format!("`{name}` {message}; `{}` is declared, possible: {possible}", declared.name)
        });
        None
    }

    /// Reads `@odata.type` where exactly `declared` is accepted, or takes what was found already.
    pub(crate) fn same_type_in_member(
        &mut self,
        known: &'static TypeDescriptor,
        polymorphic: bool,
    ) -> Result<(), JsonError> {
        let at = self.reader.value_offset();
        let name = qualified(self.reader.string()?);
        if same_text(name, known.name) {
            return Ok(());
        }
        let name = without_alias(self.options, name);
        if name == known.name || polymorphic {
            return Ok(());
        }
        let (code, message) = match self.options.find_type(&name, known) {
            Some(_) => (
                ErrorCode::TYPE_MISMATCH,
                format!(
                    "`{name}` derives from `{}`, and exactly `{}` is declared; a field of type `AnyOf<{}>` accepts derived types",
                    known.name, known.name, known.rust_name
                ),
            ),
            None if !self.options.is_type(&name) => {
                (ErrorCode::UNKNOWN_TYPE, format!("`{name}` is not a type of the model; possible: `{}`", known.name))
            }
            None => {
                (ErrorCode::TYPE_MISMATCH, format!("`{name}` is not the declared type; possible: `{}`", known.name))
            }
        };
        self.faults.record(code, at, || message);
        Ok(())
    }

    /// Reads `@odata.type` of a PATCH body: the type of the stored entity or one of its base types.
    ///
    /// `type_name` is the name of the type of which `stored` may be the known part.
    pub(crate) fn base_type_in_member(
        &mut self,
        stored: &'static TypeDescriptor,
        type_name: &str,
    ) -> Result<(), JsonError> {
        let at = self.reader.value_offset();
        let name = without_alias(self.options, qualified(self.reader.string()?));
        if name == type_name || stored.chain().any(|level| level.name == name) {
            return Ok(());
        }
        let (code, message) = if self.options.is_type(&name) {
            (ErrorCode::TYPE_MISMATCH, format!("the entity is a `{type_name}`, and its type cannot change to `{name}`"))
        } else {
            (ErrorCode::UNKNOWN_TYPE, format!("`{name}` is not a type of the model; possible: `{type_name}`"))
        };
        self.faults.record(code, at, || message);
        Ok(())
    }
}

/// Returns a name with its namespace in place of an alias.
#[cold]
#[inline(never)]
fn without_alias(options: &ReadOptions, name: &str) -> String {
    if let Some((namespace, type_name)) = name.rsplit_once('.')
        && let Some(row) = options.aliases.iter().find(|row| row.alias == namespace)
    {
        return format!("{}.{type_name}", row.namespace);
    }
    name.to_owned()
}

/// Returns the names of the types that an instance of `declared` can have.
fn candidates(options: &ReadOptions, declared: &TypeDescriptor) -> String {
    let instances = Registry::global().instances(declared).filter(|found| options.has_type(found));
    let names = listed(&mut instances.map(|found| found.name));
    if names.is_empty() { "none".to_owned() } else { names }
}
