//! The differences between two models, and their impact on stored values.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use super::snapshot::{ChildSnapshot, ModelSnapshot, PropertySnapshot, TypeSnapshot};

/// A difference between a model and an earlier one.
///
/// Its text is one line: the place, the change, and the impact on stored values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    place: String,
    change: String,
    impact: Impact,
}

/// The impact of a difference on values that were stored by the earlier model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Impact {
    /// They are values of the new model as they are.
    None,
    /// They are values of the new model once they have been read and written by it.
    Rewrite,
    /// Some of them are lost, or a value is missing, as the text describes.
    Loss(String),
}

impl Difference {
    fn new(place: impl Into<String>, change: impl Into<String>, impact: Impact) -> Self {
        Self { place: place.into(), change: change.into(), impact }
    }

    /// Returns the entity set, singleton, type or property: `vehicles`, `fleet.truck`, `fleet.truck/tonnes`.
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Returns what has changed.
    pub fn change(&self) -> &str {
        &self.change
    }

    /// Returns the impact on stored values.
    pub const fn impact(&self) -> &Impact {
        &self.impact
    }

    /// Returns whether something is lost.
    pub const fn is_loss(&self) -> bool {
        matches!(self.impact, Impact::Loss(_))
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}; ", self.place, self.change)?;
        match &self.impact {
            Impact::None => formatter.write_str("nothing is lost"),
            Impact::Rewrite => formatter.write_str("nothing is lost, stored values are rewritten"),
            Impact::Loss(what) => formatter.write_str(what),
        }
    }
}

pub(super) fn loss(what: impl Into<String>) -> Impact {
    Impact::Loss(what.into())
}

impl ModelSnapshot {
    /// Compares with a later model. Without differences, both describe stored values in the same way.
    ///
    /// A difference of a type is listed for that type alone, not for those that derive from it.
    pub fn differences(&self, new: &ModelSnapshot) -> Vec<Difference> {
        let children = both(&self.children, &new.children).flat_map(|(name, old, new_child)| {
            let changes = match (old, new_child) {
                (Some(old), Some(new_child)) => old.changes(new_child, new),
                (Some(old), None) => vec![("removed".to_owned(), loss(old.all()))],
                (None, _) => vec![("new".to_owned(), Impact::None)],
            };
            changes.into_iter().map(move |(change, impact)| Difference::new(name, change, impact))
        });
        let types = both(&self.types, &new.types).flat_map(|(name, old, new_type)| match (old, new_type) {
            (Some(_), Some(_)) => self.type_differences(new, name),
            (Some(old), None) => vec![Difference::new(name, "removed", old.removal())],
            (None, added) => {
                // From now on values of the base type may have to name their type.
                let derives = added.is_some_and(|added| added.base.is_some());
                vec![Difference::new(name, "new", if derives { Impact::Rewrite } else { Impact::None })]
            }
        });
        let enums = both(&self.enums, &new.enums).flat_map(|(name, old, new_enum)| {
            let changes = match (old, new_enum) {
                (Some(old), Some(new_enum)) => old.changes(new_enum),
                // Values are lost where a property had the type, and that is reported there.
                (Some(_), None) => vec![("removed".to_owned(), Impact::None)],
                (None, _) => vec![("new".to_owned(), Impact::None)],
            };
            changes.into_iter().map(move |(change, impact)| Difference::new(name, change, impact))
        });
        children.chain(types).chain(enums).collect()
    }

    /// Returns the differences of a type that both models have, without those of its base types.
    fn type_differences(&self, new: &ModelSnapshot, name: &str) -> Vec<Difference> {
        let mut found = self.type_changes(new, name);
        for bases in [self, new] {
            let base = bases.types.get(name).and_then(|of| of.base.as_deref());
            if let Some(base) = base.filter(|base| self.types.contains_key(*base) && new.types.contains_key(*base)) {
                let inherited = self.type_changes(new, base);
                found.retain(|change| !inherited.contains(change));
            }
        }
        found
            .into_iter()
            .map(|TypeChange { property, text, impact }| match property {
                Some(property) => Difference::new(format!("{name}/{property}"), text, impact),
                None => Difference::new(name, text, impact),
            })
            .collect()
    }

    /// Returns all changes of a type that both models have, inherited ones included.
    fn type_changes(&self, new: &ModelSnapshot, name: &str) -> BTreeSet<TypeChange> {
        let mut changes = BTreeSet::new();
        let (Some(old_type), Some(new_type)) = (self.types.get(name), new.types.get(name)) else { return changes };
        let mut add = |text: String, impact| changes.insert(TypeChange { property: None, text, impact });
        if old_type.entity != new_type.entity {
            let kind = if new_type.entity { "an entity type" } else { "a complex type" };
            add(format!("now {kind}"), loss("all its values are lost"));
        }
        if old_type.base != new_type.base {
            let base = new_type.base.as_ref().map_or("no type".to_owned(), |base| format!("`{base}`"));
            add(format!("now derives from {base}"), Impact::Rewrite);
        }
        for (ancestor, _) in self.chain(name).skip(1).filter(|(ancestor, _)| new.types.contains_key(*ancestor)) {
            if !new.chain(name).any(|(level, _)| level == ancestor) {
                let text = format!("no longer derives from `{ancestor}`");
                add(text, loss(format!("its values are lost where `{ancestor}` is declared")));
            }
        }
        match (old_type.is_abstract, new_type.is_abstract) {
            (false, true) => _ = add("now abstract".to_owned(), loss("values of exactly this type are lost")),
            (true, false) => _ = add("no longer abstract".to_owned(), Impact::None),
            _ => {}
        }
        match (old_type.open, new_type.open) {
            (false, true) => _ = add("now open".to_owned(), Impact::None),
            (true, false) => _ = add("no longer open".to_owned(), loss("dynamic properties are lost")),
            _ => {}
        }
        let (old_key, new_key) = (self.key(name), new.key(name));
        if old_key != new_key {
            let text = format!("the key changed from ({}) to ({})", old_key.join(", "), new_key.join(", "));
            add(text, loss("entities whose address has another key, and all that they contain, are lost"));
        }
        for (property, old, new) in both(&self.properties(name), &new.properties(name)) {
            let found = match (old, new) {
                (Some(old), Some(new)) => old.changes(new),
                (Some(old), None) => vec![("removed".to_owned(), old.removal(new_type.open))],
                (None, Some(new)) => vec![("new".to_owned(), new.addition())],
                (None, None) => Vec::new(),
            };
            let property = Some(property.to_owned());
            changes.extend(found.into_iter().map(|(text, impact)| TypeChange {
                property: property.clone(),
                text,
                impact,
            }));
        }
        changes
    }

    /// Returns the key properties of a type, which one level of its chain declares.
    fn key<'s>(&'s self, name: &'s str) -> &'s [String] {
        self.chain(name).map(|(_, level)| &*level.key).find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// Returns the properties of a type, inherited ones included.
    fn properties(&self, name: &str) -> BTreeMap<String, PropertySnapshot> {
        let levels = self.chain(name).flat_map(|(_, level)| &level.properties);
        levels.map(|(name, property)| (name.clone(), property.clone())).collect()
    }
}

/// A change of a type, or of one of its properties.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct TypeChange {
    property: Option<String>,
    text: String,
    impact: Impact,
}

/// Pairs the entries of two maps by name.
fn both<'m, T>(
    old: &'m BTreeMap<String, T>,
    new: &'m BTreeMap<String, T>,
) -> impl Iterator<Item = (&'m str, Option<&'m T>, Option<&'m T>)> {
    let names: BTreeSet<_> = old.keys().chain(new.keys()).map(String::as_str).collect();
    names.into_iter().map(|name| (name, old.get(name), new.get(name)))
}

impl ChildSnapshot {
    fn all(&self) -> &'static str {
        if self.entity_set {
            "its entities and all that they contain are lost"
        } else {
            "its value and all that it contains are lost"
        }
    }

    fn changes(&self, new: &Self, model: &ModelSnapshot) -> Vec<(String, Impact)> {
        if self.entity_set != new.entity_set {
            let kind = if new.entity_set { "an entity set" } else { "a singleton" };
            return vec![(format!("now {kind}"), loss(self.all()))];
        }
        let mut changes = Vec::new();
        if self.type_name != new.type_name {
            changes.push((format!("the type changed to `{}`", new.type_name), loss(others_lost(&new.type_name))));
        }
        if self.polymorphic != new.polymorphic {
            changes.push(polymorphism(new.polymorphic, model.types.contains_key(&new.type_name)));
        }
        changes
    }
}

/// Returns the change of a word that one of the models has.
fn word_change(word: &str, new: &PropertySnapshot) -> (String, Impact) {
    match (word, new.words.contains(word)) {
        ("notUnicode", true) => {
            let what = "values with other characters stay, but writes no longer accept them";
            ("now has ASCII characters only".to_owned(), loss(what))
        }
        ("notUnicode", false) => ("no longer has ASCII characters only".to_owned(), Impact::None),
        // Stores follow the present model, whatever the values are.
        (word, true) => (format!("now {word}"), Impact::None),
        (word, false) => (format!("no longer {word}"), Impact::None),
    }
}

fn others_lost(type_name: &str) -> String {
    format!("values that are not `{type_name}` are lost, with all that they contain")
}

/// Returns the change where values of derived types are now accepted, or no longer. It only matters for structured types.
fn polymorphism(polymorphic: bool, structured: bool) -> (String, Impact) {
    if polymorphic {
        ("now accepts derived types".to_owned(), if structured { Impact::Rewrite } else { Impact::None })
    } else {
        ("no longer accepts derived types".to_owned(), loss("values of derived types are lost"))
    }
}

impl TypeSnapshot {
    fn removal(&self) -> Impact {
        match (self.is_abstract, self.entity) {
            // It had no values of its own; those of derived types have differences of their own.
            (true, _) => Impact::Rewrite,
            (false, true) => loss("its entities and all that they contain are lost"),
            (false, false) => loss("its values are lost"),
        }
    }
}

impl PropertySnapshot {
    /// Returns whether entities are stored in it.
    const fn is_containment(&self) -> bool {
        self.navigation && self.contained
    }

    fn removal(&self, open: bool) -> Impact {
        if self.is_containment() {
            loss("the entities in it and all that they contain are lost")
        } else if self.navigation {
            Impact::None
        } else if open {
            loss("its values become dynamic properties, which have no declared type")
        } else {
            loss("its values are lost")
        }
    }

    fn addition(&self) -> Impact {
        if self.navigation {
            Impact::None
        } else if self.nullable || self.collection || self.default.is_some() {
            Impact::Rewrite
        } else {
            loss("stored values have none for it and no default value is declared, so they get a blank one")
        }
    }

    fn changes(&self, new: &Self) -> Vec<(String, Impact)> {
        if self.navigation != new.navigation {
            let kind = if new.navigation { "a navigation property" } else { "a structural property" };
            return vec![(format!("now {kind}"), loss("its values are lost"))];
        }
        if self.navigation {
            return self.navigation_changes(new);
        }
        let mut changes = Vec::new();
        if (&self.type_name, self.collection) != (&new.type_name, new.collection) {
            let text = format!("the type changed from `{}` to `{}`", self.type_text(), new.type_text());
            let other = format!("values that are not `{}` are lost", new.type_text());
            changes.push((text, loss(other)));
        }
        if self.definition != new.definition {
            let definition =
                new.definition.as_ref().map_or("no longer has a type definition".to_owned(), |definition| {
                    format!("the type definition is now `{definition}`")
                });
            changes.push((definition, Impact::None));
        }
        match (self.nullable, new.nullable) {
            (false, true) => changes.push(("now nullable".to_owned(), Impact::None)),
            (true, false) => {
                let instead = new.default.as_ref().filter(|_| !new.collection);
                let instead = instead.map_or("a blank value".to_owned(), |default| format!("`{default}`"));
                let what = if new.collection {
                    "collections with null items become empty".to_owned()
                } else {
                    format!("null becomes {instead}")
                };
                changes.push(("no longer nullable".to_owned(), loss(what)));
            }
            _ => {}
        }
        if self.polymorphic != new.polymorphic {
            changes.push(polymorphism(new.polymorphic, true));
        }
        if self.default != new.default {
            let default = new.default.as_ref().map_or("no longer has a default value".to_owned(), |default| {
                format!("the default value is now `{default}`")
            });
            changes.push((default, Impact::None));
        }
        if self.contained != new.contained {
            changes.push(("containment changed".to_owned(), Impact::None));
        }
        for (facet, old, new) in both(&self.facets, &new.facets) {
            match (old, new) {
                (Some(old), Some(new)) if old == new => {}
                (Some(_), None) => changes.push((format!("no longer has `{facet}`"), Impact::None)),
                (Some(old), Some(new)) if old < new => changes.push((format!("`{facet}` is now {new}"), Impact::None)),
                (_, Some(new)) => {
                    let text = format!("`{facet}` is now only {new}");
                    changes.push((text, loss("larger values stay, but writes no longer accept them")));
                }
                (None, None) => {}
            }
        }
        if let (Some(old), Some(new)) = (&self.srid, &new.srid)
            && old != new
        {
            let what =
                "values that do not name theirs are read as of the new one, and those of another one are refused";
            changes.push((format!("the SRID changed from `{old}` to `{new}`"), loss(what)));
        }
        changes.extend(self.words.symmetric_difference(&new.words).map(|word| word_change(word, new)));
        changes
    }

    fn navigation_changes(&self, new: &Self) -> Vec<(String, Impact)> {
        let stored = self.is_containment();
        let lost = |what: String| if stored { Impact::Loss(what) } else { Impact::None };
        let mut changes = Vec::new();
        if self.contained != new.contained {
            let text = if new.contained { "now contains its target" } else { "no longer contains its target" };
            let what = "the entities in it and all that they contain are lost";
            changes.push((text.to_owned(), lost(what.to_owned())));
        }
        if (&self.type_name, self.collection) != (&new.type_name, new.collection) {
            let text = format!("the target changed from `{}` to `{}`", self.type_text(), new.type_text());
            changes.push((text, lost(others_lost(&new.type_text()))));
        }
        if self.polymorphic != new.polymorphic {
            let (text, impact) = polymorphism(new.polymorphic, stored);
            changes.push((text, if stored { impact } else { Impact::None }));
        }
        if (self.nullable, &self.default, &self.facets, &self.words, &self.srid)
            != (new.nullable, &new.default, &new.facets, &new.words, &new.srid)
        {
            changes.push(("nullability or facets changed".to_owned(), Impact::None));
        }
        changes
    }

    /// Returns the type as CSDL writes it.
    fn type_text(&self) -> String {
        if self.collection { format!("Collection({})", self.type_name) } else { self.type_name.clone() }
    }
}
