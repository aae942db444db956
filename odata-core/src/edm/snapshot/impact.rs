//! What the differences of two documents mean for values that were stored by the older one.

use super::stored::{CONTAINER, CONTAINER_NAMESPACE, DEFINITION, DERIVED_TYPES, UNDECLARED_MEMBERS, WORDS, definition};
use crate::{
    csdl::{
        self, Aspect, Change, Document, Edit, Element, Elements, EnumType, Flag, MaxLength, Part, Property, Scale,
        StructuredKind, StructuredType, diff_of_normal,
    },
    edm::{Difference, Impact},
};

/// Compares what two models store. Entity sets and singletons are first, enumeration types last.
pub(super) fn differences(old: &Document, new: &Document) -> Vec<Difference> {
    let models = Models { old: Elements::of(old), new: Elements::of(new) };
    let (mut children, mut types, mut enums) = (Vec::new(), Vec::new(), Vec::new());
    let mut compared = None;
    for difference in diff_of_normal(old, new) {
        let (target, change) = (difference.target(), difference.change());
        let name = target.split_once('/').map_or(target, |(name, _)| name);
        if let Some(child) = target.strip_prefix(&*format!("{CONTAINER_NAMESPACE}.{CONTAINER}/")) {
            let (text, impact) = models.of_child(child, change, old, new);
            children.push(Difference::new(child, text, impact));
        } else if let Some((old_enum, new_enum)) = models.enumeration(name) {
            if name == target {
                let (text, impact) = models.of_type(name, change);
                enums.push(Difference::new(name, text, impact));
            } else if compared.as_deref() != Some(name) {
                compared = Some(name.to_owned());
                let changes = member_changes(old_enum, new_enum);
                enums.extend(changes.into_iter().map(|(text, impact)| Difference::new(name, text, impact)));
            }
        } else {
            let (text, impact) = match target.split_once('/') {
                Some((name, property)) => models.of_property(name, property, change),
                None => models.of_type(name, change),
            };
            types.push(Difference::new(target, text, impact));
        }
    }
    children.into_iter().chain(types).chain(enums).collect()
}

/// The types of both models by name.
struct Models<'d> {
    old: Elements<'d>,
    new: Elements<'d>,
}

/// A change with its impact.
type Weighed = (String, Impact);

impl Models<'_> {
    /// Returns the enumeration types with this name.
    fn enumeration(&self, name: &str) -> Option<(&EnumType, &EnumType)> {
        match (self.old.find(name)?.1, self.new.find(name)?.1) {
            (Element::Enum(old), Element::Enum(new)) => Some((old, new)),
            _ => None,
        }
    }

    fn of_child(&self, name: &str, change: &Change, old: &Document, new: &Document) -> Weighed {
        let all = |part: Part| {
            Impact::loss(if part == Part::EntitySet {
                "its entities and all that they contain are lost"
            } else {
                "its value and all that it contains are lost"
            })
        };
        let impact = match change {
            Change::Removed(part) | Change::Kind { old: part, .. } => all(*part),
            Change::Detail { aspect: Aspect::Type, new: Some(new), .. } => others_lost(new),
            Change::Annotation { term, edit, .. } if term == DERIVED_TYPES => {
                let child = |document: &Document| {
                    let (_, container) = document.container()?;
                    container.children.iter().find(|child| child.name == name).map(|child| child.type_name.clone())
                };
                let type_name = child(new).or_else(|| child(old));
                let is_known = type_name.is_some_and(|name| self.new.structured(&name).is_some());
                return polymorphism(*edit, is_known);
            }
            _ => Impact::None,
        };
        (change.to_string(), impact)
    }

    fn of_type(&self, name: &str, change: &Change) -> Weighed {
        let impact = match change {
            // From now on values of the base type may have to name their type.
            Change::Added(_) if self.new.structured(name).is_some_and(|ty| ty.base.is_some()) => Impact::Rewrite,
            // Values of enumeration types are lost where a property had the type, and that is reported there.
            Change::Removed(_) => self.old.structured(name).map_or(Impact::None, removal_of_type),
            Change::Kind { .. } => Impact::loss("all its values are lost"),
            Change::Detail { aspect: Aspect::Base, .. } | Change::Flag { flag: Flag::Flags, now: true } => {
                Impact::Rewrite
            }
            Change::NoLongerDerives(base) => Impact::Loss(format!("its values are lost where `{base}` is declared")),
            Change::Flag { flag: Flag::Abstract, now: true } => Impact::loss("values of exactly this type are lost"),
            Change::Flag { flag: Flag::Open, now: false } => Impact::loss("dynamic properties are lost"),
            Change::Flag { flag: Flag::Flags, now: false } => {
                Impact::loss("values that are not exactly one member are lost")
            }
            Change::List { aspect: Aspect::Key, .. } => {
                Impact::loss("entities whose address has another key, and all that they contain, are lost")
            }
            Change::Annotation { term, edit, .. } if term == UNDECLARED_MEMBERS => {
                return match edit {
                    Edit::Added | Edit::Changed => ("now keeps undeclared members".to_owned(), Impact::None),
                    Edit::Removed => (
                        "no longer keeps undeclared members".to_owned(),
                        Impact::loss("values that are not a declared member are lost"),
                    ),
                };
            }
            _ => Impact::None,
        };
        (change.to_string(), impact)
    }

    fn of_property(&self, owner: &str, name: &str, change: &Change) -> Weighed {
        let find =
            |elements: &Elements<'_>| elements.structured(owner).and_then(|ty| elements.property(ty, name)).cloned();
        let is_open = self.new.structured(owner).is_some_and(|ty| self.new.chain(ty).any(|level| level.is_open));
        match (find(&self.old), find(&self.new)) {
            (Some(old), Some(new)) => match change {
                Change::Annotation { term, edit, .. } => annotation_change(term, *edit, &old, &new),
                change if old.navigation.is_some() => (change.to_string(), of_navigation(change, &old)),
                change => (change.to_string(), of_value(change, &old, &new)),
            },
            (Some(old), None) => (change.to_string(), removal_of_property(&old, is_open)),
            (None, Some(new)) => (change.to_string(), addition(&new)),
            (None, None) => (change.to_string(), Impact::None),
        }
    }
}

fn others_lost(type_name: &str) -> Impact {
    Impact::Loss(format!("values that are not `{type_name}` are lost, with all that they contain"))
}

/// Returns the change where values of derived types are now accepted, or no longer. It only matters for structured types.
fn polymorphism(edit: Edit, structured: bool) -> Weighed {
    match edit {
        Edit::Added | Edit::Changed => {
            ("now accepts derived types".to_owned(), if structured { Impact::Rewrite } else { Impact::None })
        }
        Edit::Removed => {
            ("no longer accepts derived types".to_owned(), Impact::loss("values of derived types are lost"))
        }
    }
}

fn removal_of_type(ty: &StructuredType) -> Impact {
    match (ty.is_abstract, ty.kind) {
        // It had no values of its own; those of derived types have differences of their own.
        (true, _) => Impact::Rewrite,
        (false, StructuredKind::Entity) => Impact::loss("its entities and all that they contain are lost"),
        (false, StructuredKind::Complex) => Impact::loss("its values are lost"),
    }
}

/// Returns whether entities are stored in a property.
fn is_containment(property: &Property) -> bool {
    property.navigation.as_ref().is_some_and(|navigation| navigation.contains_target)
}

fn removal_of_property(property: &Property, open: bool) -> Impact {
    if is_containment(property) {
        Impact::loss("the entities in it and all that they contain are lost")
    } else if property.navigation.is_some() {
        Impact::None
    } else if open {
        Impact::loss("its values become dynamic properties, which have no declared type")
    } else {
        Impact::loss("its values are lost")
    }
}

fn addition(property: &Property) -> Impact {
    if property.navigation.is_some() {
        Impact::None
    } else if property.ty.is_nullable() || property.ty.collection || property.default.is_some() {
        Impact::Rewrite
    } else {
        Impact::loss("stored values have none for it and no default value is declared, so they get a blank one")
    }
}

fn of_navigation(change: &Change, old: &Property) -> Impact {
    match change {
        Change::Kind { .. } => Impact::loss("its values are lost"),
        _ if !is_containment(old) => Impact::None,
        Change::Flag { flag: Flag::ContainsTarget, .. } => {
            Impact::loss("the entities in it and all that they contain are lost")
        }
        Change::Detail { aspect: Aspect::Target, new: Some(new), .. } => others_lost(new),
        _ => Impact::None,
    }
}

fn of_value(change: &Change, old: &Property, new: &Property) -> Impact {
    match change {
        Change::Kind { .. } => Impact::loss("its values are lost"),
        Change::Detail { aspect: Aspect::Type, new: Some(new), .. } => {
            Impact::Loss(format!("values that are not `{new}` are lost"))
        }
        Change::Flag { flag: Flag::Nullable, now: false } if new.ty.collection => {
            Impact::loss("collections with null items become empty")
        }
        Change::Flag { flag: Flag::Nullable, now: false } => {
            let instead = new.default.as_ref();
            let instead = instead.map_or("a blank value".to_owned(), |default| format!("`{default}`"));
            Impact::Loss(format!("null becomes {instead}"))
        }
        Change::MaxLength { .. } | Change::Precision { .. } | Change::Scale { .. } if is_narrower(change, old, new) => {
            Impact::loss("larger values stay, but writes no longer accept them")
        }
        Change::Flag { flag: Flag::Unicode, now: false } => {
            Impact::loss("values with other characters stay, but writes no longer accept them")
        }
        Change::Srid { old: Some(_), new: Some(_) } => Impact::loss(
            "values that do not name theirs are read as of the new one, and those of another one are refused",
        ),
        _ => Impact::None,
    }
}

/// Returns whether values that were within a facet may no longer be.
fn is_narrower(change: &Change, old: &Property, new: &Property) -> bool {
    let less = |old: Option<u64>, new: Option<u64>| new.is_some_and(|new| old.is_none_or(|old| new < old));
    let length = |length: Option<MaxLength>| match length {
        Some(MaxLength::Number(number)) => Some(number),
        _ => None,
    };
    let digits = |scale: Option<Scale>| match scale {
        Some(Scale::Number(digits)) => Some(digits),
        _ => None,
    };
    // A larger scale leaves fewer digits before the point.
    let whole = |of: &Property| {
        let scale = digits(of.ty.facets.scale)?;
        Some(of.ty.facets.precision?.saturating_sub(scale))
    };
    match change {
        Change::MaxLength { old, new } => less(length(*old), length(*new)),
        Change::Precision { old, new } => less(*old, *new),
        Change::Scale { old: old_scale, new: new_scale } => {
            less(digits(*old_scale), digits(*new_scale)) || less(whole(old), whole(new))
        }
        _ => false,
    }
}

/// Returns what has changed where an annotation has.
fn annotation_change(term: &str, edit: Edit, old: &Property, new: &Property) -> Weighed {
    if term == DERIVED_TYPES {
        let is_stored = old.navigation.is_none() || is_containment(old);
        let (text, impact) = polymorphism(edit, is_stored);
        return (text, if is_stored { impact } else { Impact::None });
    }
    let text = match (WORDS.iter().find(|(known, _)| *known == term), edit) {
        (Some((_, word)), Edit::Added | Edit::Changed) => format!("now {word}"),
        (Some((_, word)), Edit::Removed) => format!("no longer {word}"),
        (None, _) if term == DEFINITION => definition(&new.annotations).map_or_else(
            || "no longer has a type definition".to_owned(),
            |definition| format!("the type definition is now `{definition}`"),
        ),
        (None, _) => format!("another value of `{term}`"),
    };
    // Stores follow the present model, whatever the values are.
    (text, Impact::None)
}

/// Returns how the members of an enumeration type have changed, all of them together.
fn member_changes(old: &EnumType, new: &EnumType) -> Vec<Weighed> {
    let missing = |from: &EnumType, of: &EnumType| -> Vec<String> {
        let is_missing = |name: &csdl::Name| from.members.iter().all(|member| member.name != *name);
        of.members.iter().filter(|member| is_missing(&member.name)).map(|member| format!("`{}`", member.name)).collect()
    };
    let mut changes = Vec::new();
    let (removed, added) = (missing(new, old).join(", "), missing(old, new).join(", "));
    if !removed.is_empty() {
        let keeps = new.annotations.iter().any(|annotation| annotation.term == UNDECLARED_MEMBERS);
        let impact = if keeps { Impact::None } else { Impact::Loss(format!("values {removed} are lost")) };
        changes.push((format!("no longer has {removed}"), impact));
    }
    if !added.is_empty() {
        // Bits that were a number may be a member now.
        let impact = if new.is_flags { Impact::Rewrite } else { Impact::None };
        changes.push((format!("now has {added}"), impact));
    }
    if old.is_flags && new.is_flags {
        for member in &new.members {
            let before = old.members.iter().find(|before| before.name == member.name);
            if before.is_some_and(|before| before.value != member.value) {
                // Values are kept by name: those that held the member hold it still.
                changes.push((format!("`{}` is now {}", member.name, member.value), Impact::Rewrite));
            }
        }
    }
    changes
}
