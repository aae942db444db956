//! The difference of two states.

use super::{
    Change, RawDelta,
    difference::difference,
    dynamic::{Patches, sent},
    whole::keep_insertable,
    write::write_set,
};
use crate::{
    PropertySet,
    codec::{Encoder, WriteOptions},
    error::{Error, ErrorCode, Result},
    slot::{AnyOf, DynamicValue, EntityValue, Structured, StructuredType},
};

/// The difference between two states of an entity or complex value: the paths, and the later state, borrowed.
///
/// Writing it writes the smallest PATCH body. It holds only what an update may change: no key, computed or immutable
/// properties, no related entities.
#[derive(Clone)]
pub struct Changes<'a> {
    to: &'a dyn Structured,
    set: PropertySet,
    patches: Patches<'a>,
}

impl<'a> Changes<'a> {
    fn of(from: &dyn Structured, to: &'a dyn Structured, polymorphic: bool) -> Self {
        let mut patches = Patches::new();
        let mut set = difference(from, to, polymorphic, &mut patches);
        if to.descriptor().has_facts() {
            to.descriptor().nested_key().for_each(|part| set.remove_nested(&part));
        }
        Self { to, set, patches }
    }
}

/// Comparison of two states: `old.diff(&new)`, for every [`EntityValue`].
///
/// Two values of a structured type differ in some properties. Two values in [`AnyOf`] may also differ in their types,
/// so comparing them can fail:
///
/// ```
/// use odata_core::{AnyOf, Diff, ODataEntity};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     pub seats: i32,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.truck")]
/// pub struct Truck {
///     #[odata(base)]
///     pub vehicle: Vehicle,
///     pub tonnes: f64,
/// }
///
/// let old = Truck { vehicle: Vehicle { seats: 2 }, tonnes: 7.5 };
/// let new = Truck { tonnes: 12.0, ..old.clone() };
/// assert_eq!(old.diff(&new).to_vec(), br#"{"tonnes":12.0}"#);
///
/// let (old, new) = (AnyOf::<Vehicle>::new(old), AnyOf::<Vehicle>::new(new));
/// assert_eq!(old.diff(&new)?.to_vec(), br#"{"tonnes":12.0}"#);
/// assert!(old.diff(&AnyOf::new(Vehicle { seats: 2 })).is_err());
/// # Ok::<(), odata_core::Error>(())
/// ```
pub trait Diff: EntityValue {
    /// The return type of [`diff`](Self::diff): [`Changes`], or a `Result` of them where two values can have different
    /// types.
    type Difference<'a>;

    /// Returns the difference between this state and `new`.
    fn diff<'a>(&self, new: &'a Self) -> Self::Difference<'a>;

    /// Like [`diff`](Self::diff), for code that is generic over the bound.
    ///
    /// # Errors
    ///
    /// The values must be of the same type: a PATCH does not change the type of an entity (OData Protocol 4.01
    /// §11.4.3).
    fn try_diff<'a>(&self, new: &'a Self) -> Result<Changes<'a>> {
        diff_structured(self.as_structured(), new.as_structured())
    }
}

impl<T: StructuredType> Diff for T {
    type Difference<'a> = Changes<'a>;

    fn diff<'a>(&self, new: &'a Self) -> Changes<'a> {
        Changes::of(self, new, false)
    }
}

impl<B: StructuredType> Diff for AnyOf<B> {
    type Difference<'a> = Result<Changes<'a>>;

    fn diff<'a>(&self, new: &'a Self) -> Result<Changes<'a>> {
        self.try_diff(new)
    }
}

/// Returns the difference between `old` and `new`, where the Rust types are unknown.
///
/// # Errors
///
/// The values must be of the same type: a PATCH does not change the type of an entity (OData Protocol 4.01 §11.4.3).
pub fn diff_structured<'a>(old: &dyn Structured, new: &'a dyn Structured) -> Result<Changes<'a>> {
    if old.has_type_of(new) {
        return Ok(Changes::of(old, new, true));
    }
    let message = format!("a PATCH cannot turn a `{}` into a `{}`", old.type_name(), new.type_name());
    Err(Error::new(ErrorCode::TYPE_MISMATCH, message))
}

impl Changes<'_> {
    /// Returns whether the two states are the same, apart from properties that no update changes.
    pub fn is_empty(&self) -> bool {
        self.set.is_empty()
    }

    /// Returns the paths of the properties that differ.
    pub const fn changed(&self) -> &PropertySet {
        &self.set
    }

    /// Returns the PATCH body, in the spelling of OData 4.0.
    pub fn to_vec(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(256);
        self.write(&WriteOptions::default(), &mut out);
        out
    }

    /// Writes the PATCH body after the content of `out`.
    pub fn write(&self, options: &WriteOptions<'_>, out: &mut Vec<u8>) {
        let mut encoder = Encoder::of_change(options, std::mem::take(out));
        write_set(&mut encoder, self.to, &self.set, &self.patches, None);
        *out = encoder.json.into_bytes();
    }

    /// Returns the changes as owned values.
    pub fn to_delta(&self) -> RawDelta {
        copy_set(self.to, &self.set, &self.patches)
    }

    /// Applies the changes to a value.
    ///
    /// # Errors
    ///
    /// If the changes do not fit the value, the value stays as it is.
    pub fn apply_to(&self, target: &mut dyn Structured) -> Result<()> {
        self.to_delta().apply_to(target)
    }
}

impl std::fmt::Debug for Changes<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Changes").field("paths", &self.set.paths()).finish()
    }
}

fn copy_set(value: &dyn Structured, set: &PropertySet, patches: &Patches<'_>) -> RawDelta {
    let mut delta = RawDelta::of_type(value);
    delta.exact = set.is_retyped();
    for index in set.iter() {
        let Some(property) = delta.descriptor.property(index) else { continue };
        let slot = value.slot(index);
        let change = match (set.child(index), slot.view().structured()) {
            (Some(child), Some(nested)) => Change::Merge(Box::new(copy_set(nested, child, patches))),
            _ => {
                let mut slot = slot.clone_slot();
                keep_insertable(&mut *slot, property.ty);
                Change::Set(slot)
            }
        };
        delta.put(index, change);
    }
    for name in set.dynamic() {
        let found = value.dynamic().and_then(|dynamic| dynamic.find(name)).map(|found| sent(found, patches).clone());
        match &mut delta.unknown {
            Some(unknown) if found.is_none() => unknown.copy(value, name),
            _ => delta.put_dynamic(name, found.unwrap_or(DynamicValue::NULL)),
        }
    }
    delta
}
