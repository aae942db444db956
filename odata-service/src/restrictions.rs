//! What the annotations of a model do not allow clients to do with entity sets, singletons and contained collections: terms of
//! the vocabulary `Org.OData.Capabilities.V1`, and `Core.Permissions`.

use std::collections::HashMap;

use odata_core::{
    Model,
    annotation::Annotation,
    csdl::{Expression, Record},
    edm::PropertyDescriptor,
};

const CAPABILITIES: &str = "Org.OData.Capabilities.V1";
const PERMISSIONS: &str = "Org.OData.Core.V1.Permissions";

/// What is not allowed, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Denied(u16);

impl Denied {
    pub(crate) const NOTHING: Self = Self(0);
    /// GET of the collection or the singleton.
    pub(crate) const READ: Self = Self(1);
    /// GET of an entity by its key.
    pub(crate) const READ_BY_KEY: Self = Self(1 << 1);
    /// POST to the collection.
    pub(crate) const INSERT: Self = Self(1 << 2);
    pub(crate) const PATCH: Self = Self(1 << 3);
    pub(crate) const PUT: Self = Self(1 << 4);
    pub(crate) const DELETE: Self = Self(1 << 5);
    pub(crate) const TOP: Self = Self(1 << 6);
    pub(crate) const SKIP: Self = Self(1 << 7);
    pub(crate) const COUNT: Self = Self(1 << 8);
    pub(crate) const SELECT: Self = Self(1 << 9);

    const UPDATE: Self = Self::PATCH.with(Self::PUT);
    const WRITE: Self = Self::UPDATE.with(Self::INSERT).with(Self::DELETE);
    const ALL_READ: Self = Self::READ.with(Self::READ_BY_KEY);
    /// All that can be done with an entity by its key.
    const BY_KEY: Self = Self::READ_BY_KEY.with(Self::UPDATE).with(Self::DELETE);

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns whether one of the other bits is among these.
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The restrictions of a model, which are found once, when its service is built.
#[derive(Debug, Default)]
pub(crate) struct Restrictions {
    /// By the name of an entity set or singleton, and the path of navigation properties below it: `products/reviews`.
    places: HashMap<String, Denied>,
    /// Those of navigation properties wherever they are, by the address of the property.
    properties: HashMap<usize, Denied>,
}

impl Restrictions {
    pub(crate) fn of(model: &Model) -> Self {
        let mut external: HashMap<String, Vec<&'static Annotation>> = HashMap::new();
        for (target, annotation) in model.external_annotations() {
            external.entry(target).or_default().push(annotation);
        }
        let elsewhere = |target: String| external.get(&target).cloned().unwrap_or_default();
        let mut found = Self::default();
        let container = model.container();
        for (index, child) in container.children().iter().enumerate() {
            let outside = elsewhere(format!("{}/{}", container.name(), child.name()));
            for annotation in container.child_annotations(index).chain(outside) {
                found.add_place(child.name(), annotation);
            }
        }
        for descriptor in model.types() {
            for (index, property) in descriptor.properties().filter(|(_, property)| property.contains_target()) {
                let levels = descriptor.chain().map(|level| format!("{}/{}", level.name(), property.name()));
                let outside = levels.flat_map(elsewhere);
                let denied =
                    descriptor.property_annotations(index).chain(outside).fold(Denied::NOTHING, |denied, found| {
                        value_of(found).map_or(denied, |(term, value)| denied.with(denied_by(term, &value)))
                    });
                if denied != Denied::NOTHING {
                    found.properties.insert(address(property), denied);
                }
            }
        }
        found
    }

    fn add_place(&mut self, name: &str, annotation: &Annotation) {
        let Some((term, value)) = value_of(annotation) else { return };
        if term == "NavigationRestrictions" {
            let restricted = value.as_record().and_then(|record| record.get("RestrictedProperties"));
            let Some(Expression::Collection(items)) = restricted else { return };
            for record in items.iter().filter_map(Expression::as_record) {
                if let Some(Expression::Path(_, path)) = record.get("NavigationProperty") {
                    let denied = record.members.iter().fold(Denied::NOTHING, |denied, member| {
                        let value = member.value.as_ref();
                        denied.with(value.map_or(Denied::NOTHING, |value| denied_by(&member.name, value)))
                    });
                    self.add(below(name, path), denied);
                }
            }
        } else {
            self.add(name.to_owned(), denied_by(term, &value));
        }
    }

    fn add(&mut self, place: String, denied: Denied) {
        if denied != Denied::NOTHING {
            let row = self.places.entry(place).or_default();
            *row = row.with(denied);
        }
    }

    /// Returns whether everything is allowed.
    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty() && self.properties.is_empty()
    }

    /// Returns what is not allowed with an entity set or singleton, or with what is contained at a place below.
    pub(crate) fn at(&self, place: &str) -> Denied {
        self.places.get(place).copied().unwrap_or_default()
    }

    /// Returns what is not allowed with what a property contains at a place.
    pub(crate) fn of_contained(&self, place: &str, property: &PropertyDescriptor) -> Denied {
        self.at(place).with(self.properties.get(&address(property)).copied().unwrap_or_default())
    }
}

fn address(property: &PropertyDescriptor) -> usize {
    std::ptr::from_ref(property).addr()
}

/// Returns the place of a path of navigation properties, without type casts, below another place.
fn below(place: &str, path: &str) -> String {
    let names = path.split('/').filter(|name| !name.is_empty() && !name.contains('.'));
    std::iter::once(place).chain(names).collect::<Vec<_>>().join("/")
}

/// Returns the term of the vocabulary and the value of an annotation. Those with a qualifier are for some purpose that only
/// their users know.
fn value_of(annotation: &Annotation) -> Option<(&'static str, Expression)> {
    if annotation.qualifier().is_some() {
        return None;
    }
    let name = annotation.term_name();
    let term = match name.strip_prefix(CAPABILITIES) {
        Some(term) => term.strip_prefix('.')?,
        None if name == PERMISSIONS => "Permissions",
        None => return None,
    };
    Some((term, annotation.expression()?))
}

/// Returns what a term does not allow. The members of `NavigationPropertyRestriction` have the names of terms.
fn denied_by(term: &str, value: &Expression) -> Denied {
    let is_false = |value: Option<&Expression>| value.and_then(Expression::as_bool) == Some(false);
    let denies = |member: &str| value.as_record().is_some_and(|record| is_false(record.get(member)));
    let only_if = |is_denied: bool, denied: Denied| if is_denied { denied } else { Denied::NOTHING };
    match term {
        "InsertRestrictions" => only_if(denies("Insertable"), Denied::INSERT),
        "DeleteRestrictions" => only_if(denies("Deletable"), Denied::DELETE),
        "UpdateRestrictions" if denies("Updatable") => Denied::UPDATE,
        "UpdateRestrictions" => value.as_record().map_or(Denied::NOTHING, other_methods),
        "ReadRestrictions" => {
            let by_key =
                value.as_record().and_then(|record| record.get("ReadByKeyRestrictions")?.as_record()?.get("Readable"));
            let by_key = by_key.and_then(Expression::as_bool).unwrap_or(!denies("Readable"));
            only_if(denies("Readable"), Denied::READ).with(only_if(!by_key, Denied::READ_BY_KEY))
        }
        "IndexableByKey" => only_if(is_false(Some(value)), Denied::BY_KEY),
        "TopSupported" => only_if(is_false(Some(value)), Denied::TOP),
        "SkipSupported" => only_if(is_false(Some(value)), Denied::SKIP),
        "CountRestrictions" => only_if(denies("Countable"), Denied::COUNT),
        "SelectSupport" => only_if(denies("Supported"), Denied::SELECT),
        "Permissions" => {
            let Expression::EnumMember(_) = value else { return Denied::NOTHING };
            let may = |permission: &str| has_member(value, &[permission, "ReadWrite"]);
            only_if(!may("Read"), Denied::ALL_READ).with(only_if(!may("Write"), Denied::WRITE))
        }
        _ => Denied::NOTHING,
    }
}

/// Returns the methods of updates that are not among those that are listed.
fn other_methods(restrictions: &Record) -> Denied {
    let Some(methods @ Expression::EnumMember(_)) = restrictions.get("UpdateMethod") else { return Denied::NOTHING };
    let without = |method: &str, denied: Denied| if has_member(methods, &[method]) { Denied::NOTHING } else { denied };
    without("PATCH", Denied::PATCH).with(without("PUT", Denied::PUT))
}

/// Returns whether a value of an enumeration type with flags has one of these members.
fn has_member(value: &Expression, names: &[&str]) -> bool {
    let Expression::EnumMember(members) = value else { return false };
    let found = members.iter().flat_map(|member| member.rsplit('/').next().unwrap_or_default().split(','));
    found.map(str::trim).any(|found| names.contains(&found))
}
