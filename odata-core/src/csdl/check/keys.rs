//! Keys (OData CSDL 4.01 §6.5).

use std::collections::HashSet;

use super::{
    super::{Name, Place, PropertyRef, StructuredKind, Version},
    faults::{Faults, place_of},
    index::{Found, Index},
    paths::{Step, Stop},
};

/// K1 to K9: the key of each type.
pub(super) fn keys(index: &Index<'_>, faults: &mut Faults) {
    for (id, level) in index.levels.iter().enumerate() {
        let Some(key) = &level.ty.key else { continue };
        let mut key_faults = KeyFaults { index, id, place: level.ty.place, faults };
        if level.ty.kind == StructuredKind::Complex {
            key_faults.add("K1, OData CSDL 4.01 §6.5", None, "a complex type has no key".to_owned());
            continue;
        }
        if key.is_empty() {
            key_faults.add("K1, OData CSDL 4.01 §6.5", None, "the key needs at least one property".to_owned());
        }
        if let Some(base) = level.base.and_then(|base| index.levels[base].key) {
            let message = format!("the type cannot declare a key: its base type `{}` has one", index.name(base));
            key_faults.add("K5, OData CSDL 4.01 §6.5", None, message);
        }
        let mut names = HashSet::new();
        let mut paths = HashSet::new();
        for part in key {
            if !paths.insert(&*part.path.text) {
                let message = format!("property `{}` is listed twice in the key", part.path);
                key_faults.add("K6, OData CSDL 4.01 §6.5", Some(&part.path), message);
                continue;
            }
            key_faults.alias(part, &mut names);
            key_faults.path(part);
        }
        key_faults.related(key);
    }
}

struct KeyFaults<'f, 'd> {
    index: &'f Index<'d>,
    id: usize,
    place: Place,
    faults: &'f mut Faults,
}

impl<'d> KeyFaults<'_, 'd> {
    fn add(&mut self, rule: &'static str, name: Option<&Name>, message: String) {
        let place = name.map_or(self.place, |name| place_of(name, self.place));
        self.faults.add(rule, place, self.index.name(self.id), message);
    }

    /// K7: a path has an alias that nothing else has as its name.
    fn alias<'k>(&mut self, part: &'k PropertyRef, names: &mut HashSet<&'k str>) {
        let rule = "K7, OData CSDL 4.01 §6.5";
        let path = &part.path;
        match &part.alias {
            None if path.contains('/') => self.add(rule, Some(path), format!("key path `{path}` needs an alias")),
            Some(alias) if !path.contains('/') => {
                self.add(rule, Some(alias), format!("property `{path}` of the key needs no alias"));
            }
            Some(alias) if !names.insert(&alias.text) => {
                self.add(rule, Some(alias), format!("alias `{alias}` is used twice in the key"));
            }
            Some(alias) => {
                if let Some((owner, _)) = self.index.property(self.id, alias) {
                    let message = format!("alias `{alias}` is also a property of `{}`", self.index.name(owner));
                    self.add(rule, Some(alias), message);
                }
            }
            None => {}
        }
    }

    /// K2, K3, K4 and K8: a path leads through single values to one that can be compared.
    fn path(&mut self, part: &PropertyRef) {
        let (index, path) = (self.index, &part.path);
        let first = path.split('/').next().unwrap_or_default();
        if index.own(self.id, first).is_none() {
            let message = match index.property(self.id, first) {
                Some((owner, _)) => {
                    format!("`{first}` is a property of the base type `{}`, not of the type itself", index.name(owner))
                }
                None => format!("the type has no property `{first}` to use as a key"),
            };
            return self.add("K2, OData CSDL 4.01 §6.5", Some(path), message);
        }
        let walk = index.walk(self.id, path);
        if let Some(message) = walk.stop.and_then(|stop: Stop<'_>| index.stop_message(stop)) {
            return self.add("K2, OData CSDL 4.01 §6.5", Some(path), message);
        }
        if walk.ends_with_cast {
            return self.add("K2, OData CSDL 4.01 §6.5", Some(path), format!("`{path}` does not lead to a property"));
        }
        let Some((last, before)) = walk.steps.split_last() else { return };
        for step in before {
            self.step(path, *step);
        }
        if walk.stop.is_none() {
            self.end(path, *last);
        }
    }

    fn step(&mut self, path: &Name, (_, property): Step<'d>) {
        let name = &property.name;
        let message = if property.ty.collection {
            format!("a key path leads to a single value, and `{name}` is a collection")
        } else if property.navigation.is_some() && self.index.document.version == Version::V4_0 {
            format!("a key path of OData 4.0 goes through complex values only, and `{name}` is a navigation property")
        } else if property.ty.is_nullable() {
            format!("a key path goes through values that are never null, and `{name}` is nullable")
        } else {
            return;
        };
        self.add("K8, OData CSDL 4.01 §6.5", Some(path), message);
    }

    fn end(&mut self, path: &Name, (_, property): Step<'d>) {
        let (name, ty) = (&property.name, &property.ty);
        let can_be_key = |name: &str| match self.index.find(name) {
            Found::Primitive(primitive) => primitive.can_be_key(),
            Found::Abstract(_) | Found::Path(_) | Found::Structured(_) => false,
            _ => true,
        };
        let is_fit = match self.index.find(&ty.name) {
            Found::Definition(definition) => can_be_key(&definition.underlying),
            _ => can_be_key(&ty.name),
        };
        if ty.collection || property.navigation.is_some() || !is_fit {
            let message = format!("`{ty}` cannot be the type of key property `{name}`");
            self.add("K4, OData CSDL 4.01 §6.5", Some(path), message);
        } else if ty.is_nullable() {
            self.add("K3, OData CSDL 4.01 §6.5", Some(path), format!("key property `{name}` cannot be nullable"));
        }
    }

    /// K9: the key of a related entity is there as a whole.
    fn related(&mut self, key: &[PropertyRef]) {
        let paths: HashSet<_> = key.iter().map(|part| &*part.path.text).collect();
        let mut known = HashSet::new();
        for part in key {
            let Some((prefix, _)) = part.path.rsplit_once('/') else { continue };
            let walk = self.index.walk(self.id, prefix);
            let (Some((_, property)), Some(target)) = (walk.end(), walk.ty) else { continue };
            if property.navigation.is_none() || !known.insert(prefix) {
                continue;
            }
            let Some(owner) = self.index.levels[target].key else { continue };
            for other in self.index.levels[owner].ty.key.iter().flatten() {
                let wanted = format!("{prefix}/{}", other.path);
                if !paths.contains(&*wanted) {
                    let message = format!("the key uses `{}` but not `{wanted}`, which the related key has", part.path);
                    self.add("K9, OData CSDL 4.01 §6.5", Some(&part.path), message);
                }
            }
        }
    }
}
