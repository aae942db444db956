//! A model as data that outlives the program, so that a later one knows how the values were stored.

mod first_form;
mod impact;
mod part;
mod record;
mod stored;
#[cfg(test)]
mod tests;

use super::{Difference, Model};
use crate::{
    csdl::{Document, Elements},
    error::{Error, ErrorCode, Result},
    json::{JsonReader, read_value},
};

/// A model as a store keeps it next to the values: a CSDL document as JSON, so that a later program can
/// [compare](Self::differences) its own model with the one that they were written by.
///
/// The document is `$metadata` of version 4.01 without actions and functions, with what CSDL has no words for as annotations: where values of
/// derived types are accepted, and which enumeration types keep undeclared members. The terms are those of
/// [`STORE_VOCABULARY`](crate::csdl::STORE_VOCABULARY). Compared is what matters for values: entity sets and singletons,
/// types with their bases, keys and properties, enumeration types with their members. Two snapshots are equal where all
/// of that is.
///
/// ```
/// use odata_core::{Model, ODataContainer, ODataEntity, edm::ModelSnapshot};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "music.song")]
/// struct Song {
///     #[odata(key)]
///     number: i32,
///     title: Option<String>,
/// }
///
/// #[derive(ODataContainer)]
/// #[odata(type = "music.Container")]
/// struct Music {
///     #[odata(entity_set)]
///     songs: Vec<Song>,
/// }
///
/// let snapshot = ModelSnapshot::new(&Model::of::<Music>()?);
/// let recorded = snapshot.to_json();
/// assert_eq!(ModelSnapshot::from_json(&recorded)?, snapshot);
///
/// // The program had another name for the title before.
/// let earlier = ModelSnapshot::from_json(&recorded.replace("title", "caption"))?;
/// let differences: Vec<_> = earlier.differences(&snapshot).iter().map(ToString::to_string).collect();
/// assert_eq!(differences, [
///     "music.song/caption: removed; its values are lost",
///     "music.song/title: new; nothing is lost, stored values are rewritten",
/// ]);
/// # Ok::<(), odata_core::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct ModelSnapshot {
    record: Document,
    /// Whether it was read from the first form.
    is_first_form: bool,
    /// What matters for values, in one spelling.
    stored: Document,
}

impl PartialEq for ModelSnapshot {
    fn eq(&self, other: &Self) -> bool {
        self.stored == other.stored
    }
}

impl Eq for ModelSnapshot {}

impl ModelSnapshot {
    /// Takes the snapshot of a model.
    pub fn new(model: &Model) -> Self {
        Self::of(record::record(model), false)
    }

    fn of(record: Document, is_first_form: bool) -> Self {
        Self { stored: stored::stored(&record), is_first_form, record }
    }

    /// Writes the snapshot as JSON, the same text for the same model.
    pub fn to_json(&self) -> String {
        self.record.to_json()
    }

    /// Reads a snapshot, also one of the form that programs wrote before: an object with the member `version`.
    ///
    /// # Errors
    ///
    /// The text is not a CSDL document, with all its faults; or one of the earlier form with its first fault and the
    /// path of it; or a type derives from one that is not part of the model, or from itself.
    pub fn from_json(text: &str) -> Result<Self> {
        let body = text.as_bytes();
        let read = || {
            let mut reader = JsonReader::new(body)?;
            let value = read_value(&mut reader)?;
            reader.finish()?;
            Ok(value)
        };
        let value = read().map_err(|error| Error::of_json(body, error))?;
        let is_first_form = value.get("version").is_some();
        let record = if is_first_form { first_form::read(&value)? } else { Document::from_json(body)? };
        let snapshot = Self::of(record, is_first_form);
        snapshot.check_bases(|name| if is_first_form { format!("types/{name}/base") } else { name.to_owned() })?;
        Ok(snapshot)
    }

    /// Checks that each base is a type of the snapshot, and that no type derives from itself.
    fn check_bases(&self, place: impl Fn(&str) -> String) -> Result<()> {
        let elements = Elements::of(&self.stored);
        let types = self.stored.schemas.iter().flat_map(|schema| schema.types.iter().map(move |ty| (schema, ty)));
        for (schema, ty) in types {
            let name = format!("{}.{}", schema.namespace, ty.name);
            let fault = |message: String| Error::new(ErrorCode::INVALID_MODEL, message).with_target(place(&name));
            let Some(base) = &ty.base else { continue };
            if elements.structured(base).is_none() {
                return Err(fault(format!("`{base}` is not a type of the model")));
            }
            let last = elements.chain(ty).last().and_then(|last| last.base.as_ref());
            if last.is_some_and(|last| elements.structured(last).is_some()) {
                return Err(fault(format!("`{name}` derives from itself")));
            }
        }
        Ok(())
    }

    /// Compares with a later model. Without differences, both describe stored values in the same way.
    ///
    /// A difference of a type is listed for that type alone, not for those that derive from it.
    pub fn differences(&self, new: &ModelSnapshot) -> Vec<Difference> {
        if self.is_first_form {
            return impact::differences(&first_form::completed(&self.stored, &new.stored), &new.stored);
        }
        impact::differences(&self.stored, &new.stored)
    }
}
