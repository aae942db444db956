//! Entity types and complex types with their properties.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::{Annotation, Elements, Name, Navigation, Place, Property, StructuredType},
    Aspect, Change, Clients, Flag, Found, Part,
    annotations::Annotated,
    detail, flag, type_reference,
};

/// A change of a type, or of one of its properties.
struct TypeChange {
    property: Option<String>,
    change: Change,
    places: (Place, Place),
    clients: Clients,
}

impl TypeChange {
    fn is(&self, other: &Self) -> bool {
        (&self.property, &self.change) == (&other.property, &other.change)
    }
}

/// Compares a type that both documents have, without what has changed in a base type as well.
pub(super) fn compare(
    name: &str,
    old: &Elements<'_>,
    new: &Elements<'_>,
    annotated: &Annotated<'_>,
    found: &mut Found,
) {
    let mut changes = changes(name, old, new, annotated);
    for elements in [old, new] {
        let base = elements.structured(name).and_then(|ty| ty.base.as_ref());
        if let Some(base) = base.filter(|base| old.structured(base).is_some() && new.structured(base).is_some()) {
            let inherited = self::changes(base, old, new, annotated);
            changes.retain(|change| !inherited.iter().any(|known| known.is(change)));
        }
    }
    for TypeChange { property, change, places, clients } in changes {
        let target = property.map_or_else(|| name.to_owned(), |property| format!("{name}/{property}"));
        match change {
            Change::Added(part) => found.added(&target, part, places.1, clients),
            Change::Removed(part) => found.removed(&target, part, places.0),
            change => found.change(&target, change, places, clients),
        }
    }
}

/// Returns all changes of a type, inherited ones included.
fn changes(name: &str, old: &Elements<'_>, new: &Elements<'_>, annotated: &Annotated<'_>) -> Vec<TypeChange> {
    let (Some(old_type), Some(new_type)) = (old.structured(name), new.structured(name)) else { return Vec::new() };
    let own = [
        detail(Aspect::Base, old_type.base.as_ref(), new_type.base.as_ref()),
        flag(Flag::Abstract, old_type.is_abstract, new_type.is_abstract),
        flag(Flag::Open, has(name, old, |ty| ty.is_open), has(name, new, |ty| ty.is_open)),
        flag(Flag::HasStream, has(name, old, |ty| ty.has_stream), has(name, new, |ty| ty.has_stream)),
        key_change(key(name, old), key(name, new)),
    ];
    let mut changes: Vec<_> = own
        .into_iter()
        .flatten()
        .chain(lost_bases(name, old, new))
        .map(|change| TypeChange {
            property: None,
            change,
            places: (old_type.place, new_type.place),
            clients: Clients::Break,
        })
        .collect();
    let (old_properties, new_properties) = (properties(name, old), properties(name, new));
    let names: BTreeSet<_> = old_properties.keys().chain(new_properties.keys()).copied().collect();
    for property in names {
        let mut add = |change, places, clients| {
            changes.push(TypeChange { property: Some(property.to_owned()), change, places, clients });
        };
        match (old_properties.get(property), new_properties.get(property)) {
            (Some((_, old)), Some((_, new))) => {
                for change in property_changes(old, new) {
                    add(change, (old.place, new.place), Clients::Break);
                }
            }
            (Some((_, old)), None) => add(Change::Removed(part(old)), (old.place, Place::Unknown), Clients::Break),
            (None, Some((level, new))) => {
                let clients = Clients::safe_if(is_safe_addition(level, new, annotated));
                add(Change::Added(part(new)), (Place::Unknown, new.place), clients);
            }
            (None, None) => {}
        }
    }
    changes
}

/// Returns whether no request needs the property (OData Protocol 4.01 §5.2).
fn is_safe_addition(level: &str, property: &Property, annotated: &Annotated<'_>) -> bool {
    let target = format!("{level}/{}", property.name);
    let made = ["Org.OData.Core.V1.Computed", "Org.OData.Core.V1.ComputedDefaultValue"];
    let is_made_by_the_service = || made.into_iter().any(|term| annotated.says(&target, term));
    let free = property.ty.collection || property.ty.is_nullable();
    free || property.navigation.is_none() && (property.default.is_some() || is_made_by_the_service())
}

fn part(property: &Property) -> Part {
    if property.navigation.is_some() { Part::NavigationProperty } else { Part::Property }
}

/// Returns a type, its base, the base of that, and so on, with their names.
pub(super) fn levels<'d>(name: &str, elements: &Elements<'d>) -> impl Iterator<Item = (String, &'d StructuredType)> {
    let chain = elements.structured(name).into_iter().flat_map(|ty| elements.chain(ty));
    chain.scan(name.to_owned(), |name, level| {
        let base = level.base.as_ref().map(|base| base.text.clone()).unwrap_or_default();
        Some((std::mem::replace(name, base), level))
    })
}

/// Returns whether a type or one of its base types says something.
fn has(name: &str, elements: &Elements<'_>, says: fn(&StructuredType) -> bool) -> bool {
    levels(name, elements).any(|(_, level)| says(level))
}

/// Returns the bases that both documents have, and a type no longer derives from.
fn lost_bases(name: &str, old: &Elements<'_>, new: &Elements<'_>) -> Vec<Change> {
    let left: Vec<_> = levels(name, new).map(|(level, _)| level).collect();
    let lost = levels(name, old).map(|(level, _)| level);
    let lost = lost.filter(|level| new.structured(level).is_some() && !left.contains(level));
    lost.map(Change::NoLongerDerives).collect()
}

/// Returns the parts of the key, which one level of the chain declares.
fn key(name: &str, elements: &Elements<'_>) -> Vec<String> {
    let parts = levels(name, elements).find_map(|(_, level)| level.key.as_ref());
    let text = |path: &Name, alias: Option<&Name>| match alias.filter(|alias| alias.text != path.text) {
        Some(alias) => format!("{path} as {alias}"),
        None => path.text.clone(),
    };
    parts.into_iter().flatten().map(|part| text(&part.path, part.alias.as_ref())).collect()
}

fn key_change(old: Vec<String>, new: Vec<String>) -> Option<Change> {
    (old != new).then_some(Change::List { aspect: Aspect::Key, old, new })
}

/// Returns the properties of a type by name, inherited ones included, each with the name of the type that declares it.
fn properties<'d>(name: &str, elements: &Elements<'d>) -> BTreeMap<&'d str, (String, &'d Property)> {
    let mut properties = BTreeMap::new();
    for (level, ty) in levels(name, elements) {
        for property in &ty.properties {
            properties.entry(&*property.name.text).or_insert_with(|| (level.clone(), property));
        }
    }
    properties
}

fn property_changes(old: &Property, new: &Property) -> Vec<Change> {
    match (&old.navigation, &new.navigation) {
        (Some(old_navigation), Some(new_navigation)) => {
            let ty = type_reference::changes(Aspect::Target, &old.ty, &new.ty);
            ty.into_iter().chain(navigation_changes(old_navigation, new_navigation)).collect()
        }
        (None, None) => {
            let ty = type_reference::changes(Aspect::Type, &old.ty, &new.ty);
            ty.into_iter().chain(detail(Aspect::Default, old.default.as_ref(), new.default.as_ref())).collect()
        }
        _ => vec![Change::Kind { old: part(old), new: part(new) }],
    }
}

fn navigation_changes(old: &Navigation, new: &Navigation) -> impl Iterator<Item = Change> {
    let constraints = |navigation: &Navigation| -> Vec<_> {
        let constraints = navigation.constraints.iter();
        constraints.map(|constraint| format!("{} = {}", constraint.property, constraint.referenced)).collect()
    };
    let (old_constraints, new_constraints) = (constraints(old), constraints(new));
    let on_delete =
        (old.on_delete != new.on_delete).then_some(Change::OnDelete { old: old.on_delete, new: new.on_delete });
    let constraints = (old_constraints != new_constraints).then_some(Change::List {
        aspect: Aspect::Constraints,
        old: old_constraints,
        new: new_constraints,
    });
    flag(Flag::ContainsTarget, old.contains_target, new.contains_target)
        .into_iter()
        .chain(detail(Aspect::Partner, old.partner.as_ref(), new.partner.as_ref()))
        .chain(constraints)
        .chain(on_delete)
}

/// Adds the annotations of a type and of its properties by their targets.
pub(super) fn annotated<'d>(name: &str, ty: &'d StructuredType, add: &mut dyn FnMut(String, &'d [Annotation])) {
    add(name.to_owned(), &ty.annotations);
    for property in &ty.properties {
        let target = format!("{name}/{}", property.name);
        if let Some(navigation) = &property.navigation {
            add(format!("{target}/$OnDelete"), &navigation.on_delete_annotations);
            for constraint in &navigation.constraints {
                add(format!("{target}/$ReferentialConstraint/{}", constraint.property), &constraint.annotations);
            }
        }
        add(target, &property.annotations);
    }
}
