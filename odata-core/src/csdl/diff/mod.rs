//! The differences between two documents, and which of them break clients.

mod annotations;
mod change;
mod container;
mod elements;
mod normal;
mod operation;
mod part;
mod reference;
mod structured;
mod terms;
#[cfg(test)]
mod tests;
mod type_reference;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use annotations::Annotated;
pub use change::{Change, Difference, Edit};
pub(crate) use normal::normal;
pub use part::{Aspect, Flag, Part};

use super::{Document, Name, Place};

/// Compares a document with a later one: what has changed, by the path of what it is about, in order of these paths.
///
/// Two documents without differences mean the same, in whatever version, form and order they say it. It makes no
/// difference whether
///
/// - a name has the namespace or an alias of it,
/// - an annotation is where it belongs or apart from it (OData CSDL 4.01 §5.2),
/// - a value is written that is also the default of the standard,
/// - a type declares a property or inherits it: a difference of a type is listed for that type alone, not for those that
///   derive from it.
///
/// # What breaks clients
///
/// A service may change its model at the same URL only in ways that clients are prepared for (OData Protocol 4.01 §5.2).
/// These are additions of
///
/// - a property that can be null, has a default value, is a collection, or has its value from the service (the terms
///   `Computed` and `ComputedDefaultValue` of the vocabulary Core), so that no request needs it,
/// - a navigation property that can be null or is a collection, with the entity sets that it is bound to,
/// - an entity type, a complex type, an enumeration type, a type definition, a term,
/// - an entity set, a singleton, an action import, a function import,
/// - an action or a function, as a new overload too,
/// - a parameter after all others, if it has the term `OptionalParameter` of the vocabulary Core, or is one of an action
///   and can be null,
/// - an annotation that a client can do without.
///
/// Everything else breaks clients, even if it is an addition, as that of a member of an enumeration type. A client can do
/// without annotations whose terms are not those of the vocabularies Core, Capabilities, Validation and Authorization, and
/// without descriptions and the like of Core. It does not see references, which only make names known.
///
/// ```
/// use odata_core::csdl::{self, Document, Property, Schema, StructuredType, TypeReference};
///
/// fn vehicle(properties: &[(&str, &str)]) -> Document {
///     let properties = properties.iter().map(|(name, ty)| Property {
///         name: (*name).into(),
///         ty: TypeReference::new(*ty),
///         ..Property::default()
///     });
///     let vehicle =
///         StructuredType { name: "vehicle".into(), properties: properties.collect(), ..StructuredType::default() };
///     let schema = Schema { namespace: "fleet".into(), types: vec![vehicle], ..Schema::default() };
///     Document { schemas: vec![schema], ..Document::default() }
/// }
///
/// let old = vehicle(&[("seats", "Edm.Int32"), ("wheels", "Edm.Int32")]);
/// let new = vehicle(&[("seats", "Edm.Int64"), ("colour", "Edm.String")]);
/// let found: Vec<_> = csdl::diff(&old, &new).iter().map(ToString::to_string).collect();
/// assert_eq!(found, [
///     "fleet.vehicle/colour: new",
///     "fleet.vehicle/seats: the type changed from `Edm.Int32` to `Edm.Int64`; breaks clients",
///     "fleet.vehicle/wheels: removed; breaks clients",
/// ]);
/// ```
pub fn diff(old: &Document, new: &Document) -> Vec<Difference> {
    diff_of_normal(&normal(old), &normal(new))
}

/// Compares two documents in [normal form](normal()).
pub(crate) fn diff_of_normal(old: &Document, new: &Document) -> Vec<Difference> {
    let mut found = Found::default();
    let (old_annotated, new_annotated) = (Annotated::of(old), Annotated::of(new));
    elements::compare(old, new, &new_annotated, &mut found);
    operation::compare(old, new, &new_annotated, &mut found);
    container::compare(old, new, &mut found);
    reference::compare(old, new, &mut found);
    annotations::compare((old, &old_annotated), (new, &new_annotated), &mut found);
    found.differences.sort_by(|one, other| one.target().cmp(other.target()));
    found.differences
}

/// The differences that were found so far.
#[derive(Default)]
struct Found {
    differences: Vec<Difference>,
    /// The targets that one of the documents does not have, so that what is part of them is not compared.
    whole: BTreeSet<String>,
}

/// Whether a difference breaks clients.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clients {
    Safe,
    Break,
}

impl Clients {
    /// Returns `Safe` where a condition holds.
    const fn safe_if(condition: bool) -> Self {
        if condition { Self::Safe } else { Self::Break }
    }
}

impl Found {
    fn change(&mut self, target: &str, change: Change, places: (Place, Place), clients: Clients) {
        let breaks = clients == Clients::Break;
        self.differences.push(Difference::new(target.to_owned(), change, places, breaks));
    }

    /// Lists something that the new document alone has.
    fn added(&mut self, target: &str, part: Part, place: Place, clients: Clients) {
        self.change(target, Change::Added(part), (Place::Unknown, place), clients);
        self.whole.insert(target.to_owned());
    }

    /// Lists something that the old document alone has.
    fn removed(&mut self, target: &str, part: Part, place: Place) {
        self.change(target, Change::Removed(part), (place, Place::Unknown), Clients::Break);
        self.whole.insert(target.to_owned());
    }
}

/// What two documents have of one name.
type Pair<'d, T> = (Option<&'d T>, Option<&'d T>);

/// Pairs what two documents have, by name. Of several with one name, it is the first.
fn pairs<'d, T, K: Ord>(old: &'d [T], new: &'d [T], name: impl Fn(&'d T) -> K) -> BTreeMap<K, Pair<'d, T>> {
    let mut pairs: BTreeMap<K, Pair<'d, T>> = BTreeMap::new();
    for item in old {
        pairs.entry(name(item)).or_default().0.get_or_insert(item);
    }
    for item in new {
        pairs.entry(name(item)).or_default().1.get_or_insert(item);
    }
    pairs
}

/// Returns the change of a text that a document need not have.
fn detail(aspect: Aspect, old: Option<&Name>, new: Option<&Name>) -> Option<Change> {
    let text = |name: Option<&Name>| name.map(|name| name.text.clone());
    (old != new && text(old) != text(new)).then(|| Change::Detail { aspect, old: text(old), new: text(new) })
}

/// Returns the change of a flag.
fn flag(flag: Flag, old: bool, new: bool) -> Option<Change> {
    (old != new).then_some(Change::Flag { flag, now: new })
}
