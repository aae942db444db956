//! The migration of one stored entity.

use std::{collections::BTreeSet, sync::Arc};

use odata_core::{
    ErrorCode, Model, Structured,
    codec::{PartlyRead, ReadOptions, read_faulty},
    edm::{PropertyDescriptor, TypeDescriptor},
    json::{JsonError, JsonReader},
    uri::Key,
};

use crate::{route::contained_type, store::StoredEntity};

/// A stored entity, read by the present model.
pub(super) struct Rewritten {
    /// The entity as a value of the present model, if it can be one.
    pub(super) entity: Option<Box<dyn Structured>>,
    /// The losses of the entity.
    pub(super) findings: BTreeSet<Finding>,
}

/// A loss of an entity.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Finding {
    pub(super) place: String,
    pub(super) what: String,
}

/// Reads a stored entity strictly, and keeps as much of it as possible.
pub(super) fn rewrite(model: &Arc<Model>, collection: &str, stored: &StoredEntity) -> Rewritten {
    let lost = |what: String| {
        let place = stored.type_name.clone();
        let what = format!("{what}; the entity is lost, with all that it contains");
        Rewritten { entity: None, findings: BTreeSet::from([Finding { place, what }]) }
    };
    let Some(declared) = Declared::of(model, collection, &stored.key) else {
        return lost(format!("the model has no `{}`", without_keys(collection, &stored.key)));
    };
    let options = ReadOptions::strict().with_model(model);
    // Its own type is looked up in any case, and compared with the declared one below.
    let PartlyRead { value: entity, faults } = match read_faulty(declared.ty, true, stored.json.as_bytes(), &options) {
        Ok(read) => read,
        Err(broken) => return lost(broken.message().to_owned()),
    };
    let Some(entity) = entity else {
        return lost(faults.map_or_else(|| "it has no type".to_owned(), |fault| fault.message().to_owned()));
    };
    let descriptor = entity.descriptor();
    if !model.types().contains(&descriptor) {
        return lost(format!("`{}` is not a type of the model", descriptor.name()));
    }
    if !declared.polymorphic && !descriptor.is(declared.ty) {
        return lost(format!("exactly `{}` is declared", declared.ty.name()));
    }
    if !collection.is_empty() && Key::of(&*entity).canonical() != stored.key {
        return lost("its key does not match its address".to_owned());
    }
    let blank =
        |place: String, message: &str| Finding { place, what: format!("{message}; a blank value takes its place") };
    let missing = missing_computed(descriptor, &stored.json).map(|property| {
        let place = format!("{}/{}", stored.type_name, property.name());
        blank(place, &format!("property `{}` of `{}` must have a value", property.name(), descriptor.name()))
    });
    let mut findings: BTreeSet<_> = missing.collect();
    for fault in faults.iter().flat_map(odata_core::Error::all) {
        let path = fault.target().unwrap_or_default();
        let names = path.split('/').filter(|segment| !is_index(segment));
        let place = std::iter::once(&*stored.type_name).chain(names).collect::<Vec<_>>().join("/");
        findings.insert(match fault.code() {
            ErrorCode::MISSING_PROPERTY => blank(place, fault.message()),
            _ => Finding { place, what: format!("{}; the value is lost", fault.message()) },
        });
    }
    Rewritten { entity: Some(entity), findings }
}

/// Returns the computed properties that must have a value and have none. A reader does not require them, because clients
/// leave them out; a stored entity has them.
fn missing_computed(
    descriptor: &'static TypeDescriptor,
    json: &str,
) -> impl Iterator<Item = &'static PropertyDescriptor> {
    let required = descriptor
        .properties()
        .map(|(_, property)| property)
        .filter(|property| property.is_computed() && property.ty().is_required() && property.default_value().is_none());
    // The text was read before, so it is an object.
    let names = member_names(json).unwrap_or_default();
    required.filter(move |property| !names.iter().any(|name| name == property.name()))
}

/// Returns the names of the members of an object.
fn member_names(json: &str) -> Result<Vec<String>, JsonError> {
    let mut reader = JsonReader::new(json.as_bytes())?;
    let mut names = Vec::new();
    reader.begin_object()?;
    while let Some(name) = reader.next_name()? {
        names.push(name.to_owned());
        reader.skip_value()?;
    }
    Ok(names)
}

/// The declaration of the collection that an entity is stored in.
struct Declared {
    ty: &'static TypeDescriptor,
    /// Whether entities of derived types are accepted.
    polymorphic: bool,
}

impl Declared {
    /// The path of the collection has names and encoded keys from the service root on; that of a singleton is empty, and
    /// the singleton's name is its key.
    fn of(model: &Model, collection: &str, key: &str) -> Option<Self> {
        let mut segments = collection.split('/');
        let first = segments.next().filter(|name| !name.is_empty());
        let name = first.unwrap_or(key);
        let child = model.container().children().iter().find(|child| child.name() == name)?;
        let mut found = Self { ty: child.ty().edm_type().structured()?, polymorphic: child.ty().is_polymorphic() };
        if first.is_none() {
            return (!child.is_entity_set()).then_some(found);
        }
        // A singleton is followed by a property, a collection by the key of one of its entities.
        let mut in_collection = child.is_entity_set();
        for segment in segments {
            if !in_collection {
                let property = found.ty.property(found.ty.find(segment)?)?;
                let (ty, polymorphic) = contained_type(property)?;
                found = Self { ty, polymorphic };
            }
            in_collection = !in_collection;
        }
        in_collection.then_some(found)
    }
}

/// Returns the path of a collection with `..` for each key. It is no longer known whether its first segment names a set or
/// a singleton, so a path of even length is taken for that of a singleton.
fn without_keys(collection: &str, key: &str) -> String {
    if collection.is_empty() {
        return key.to_owned();
    }
    let segments: Vec<_> = collection.split('/').collect();
    let keys_are_odd = segments.len() % 2 == 1;
    let shown = segments.iter().enumerate().map(|(position, segment)| {
        let is_key = position > 0 && (position % 2 == 1) == keys_are_odd;
        if is_key { ".." } else { segment }
    });
    shown.collect::<Vec<_>>().join("/")
}

fn is_index(segment: &str) -> bool {
    !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_have_no_keys() {
        assert_eq!(without_keys("", "office"), "office");
        assert_eq!(without_keys("orders", "5"), "orders");
        assert_eq!(without_keys("orders/5/items", "1"), "orders/../items");
        assert_eq!(without_keys("orders/5/items/7/parts", "1"), "orders/../items/../parts");
        assert_eq!(without_keys("office/policies", "1"), "office/policies");
        assert_eq!(without_keys("office/policies/5/assignments", "1"), "office/policies/../assignments");
    }
}
