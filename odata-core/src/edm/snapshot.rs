//! A model as data that outlives the program: the part that determines how its values are stored.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    ContainerChild, EnumDescriptor, KeyPart, Model, PropertyDescriptor, TypeDescriptor, TypeKind,
    property::PropertyFlags, snapshot_part::Part,
};
use crate::{
    error::{Error, ErrorCode, Result},
    json::{JsonReader, JsonWriter, read_value, write_value},
};

/// The version of the JSON below. A larger one belongs to a later program.
const VERSION: u64 = 1;

/// The parts of a model that matter for stored values, kept next to them as JSON, so that a later program can
/// [compare](Self::differences) its own model with the one that they were written by.
///
/// It has entity sets and singletons, types with their bases and properties, and enumeration types with their members.
/// It leaves out descriptions, aliases and the order of declarations, which do not matter for values.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModelSnapshot {
    pub(super) children: BTreeMap<String, ChildSnapshot>,
    pub(super) types: BTreeMap<String, TypeSnapshot>,
    pub(super) enums: BTreeMap<String, EnumSnapshot>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChildSnapshot {
    pub(super) entity_set: bool,
    pub(super) type_name: String,
    pub(super) polymorphic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TypeSnapshot {
    pub(super) entity: bool,
    pub(super) base: Option<String>,
    pub(super) is_abstract: bool,
    pub(super) open: bool,
    /// The parts of the key that the type itself declares, in order.
    pub(super) key: Vec<String>,
    pub(super) properties: BTreeMap<String, PropertySnapshot>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct PropertySnapshot {
    /// The type of the values; the underlying one of a type definition.
    pub(super) type_name: String,
    /// The type definition that they have.
    pub(super) definition: Option<String>,
    pub(super) collection: bool,
    pub(super) nullable: bool,
    pub(super) navigation: bool,
    pub(super) contained: bool,
    pub(super) polymorphic: bool,
    pub(super) default: Option<String>,
    /// Upper limits by the name of the facet; facets without limit are left out.
    pub(super) facets: BTreeMap<String, u64>,
    /// The coordinate reference system of a type of geography or geometry.
    pub(super) srid: Option<String>,
    /// The words of [`WORDS`] that it has.
    pub(super) words: BTreeSet<&'static str>,
}

/// The words about a property that say what its values are, or for what stores use them.
const WORDS: [(&str, PropertyFlags); 4] = [
    ("notUnicode", PropertyFlags::NOT_UNICODE),
    ("unique", PropertyFlags::UNIQUE),
    ("indexed", PropertyFlags::INDEXED),
    ("searchable", PropertyFlags::SEARCHABLE),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EnumSnapshot {
    /// In alphabetical order.
    pub(super) members: Vec<String>,
    pub(super) accepts_unknown: bool,
    /// The values of the members, where a value can have several of them.
    pub(super) flags: Option<BTreeMap<String, i64>>,
}

impl ModelSnapshot {
    /// Takes the snapshot of a model.
    pub fn new(model: &Model) -> Self {
        let children = model.container().children.iter();
        Self {
            children: children.map(|child| (child.name.to_owned(), ChildSnapshot::of(child))).collect(),
            types: model.types().iter().map(|known| (known.name.to_owned(), TypeSnapshot::of(known))).collect(),
            enums: model.enums().iter().map(|known| (known.name.to_owned(), EnumSnapshot::of(known))).collect(),
        }
    }

    /// Writes the snapshot as JSON, the same text for the same model.
    pub fn to_json(&self) -> String {
        let value = json!({
            "version": VERSION,
            "children": object(&self.children, ChildSnapshot::to_value),
            "types": object(&self.types, TypeSnapshot::to_value),
            "enums": object(&self.enums, EnumSnapshot::to_value),
        });
        let mut writer = JsonWriter::new();
        write_value(&mut writer, &value);
        // The writer writes UTF-8; a fault would still return the text.
        String::from_utf8_lossy(&writer.into_bytes()).into_owned()
    }

    /// Reads a snapshot. Members that this program does not know are skipped.
    ///
    /// # Errors
    ///
    /// The text is not JSON, a member is missing or of another type, with its path, or the version is a later one.
    pub fn from_json(text: &str) -> Result<Self> {
        let body = text.as_bytes();
        let read = || {
            let mut reader = JsonReader::new(body)?;
            let value = read_value(&mut reader)?;
            reader.finish()?;
            Ok(value)
        };
        let value = read().map_err(|error| Error::of_json(body, error))?;
        let whole = Part { value: &value, path: String::new() };
        let version = whole.member("version")?;
        match version.value.as_u64() {
            Some(1..=VERSION) => {}
            Some(later) => {
                return Err(version.fault(format!("the version is {later}, and {VERSION} is the latest one known")));
            }
            None => return Err(version.fault("a number is expected")),
        }
        let snapshot = Self {
            children: whole.member("children")?.entries(ChildSnapshot::from_part)?,
            types: whole.member("types")?.entries(TypeSnapshot::from_part)?,
            enums: whole.member("enums")?.entries(EnumSnapshot::from_part)?,
        };
        snapshot.check_bases()?;
        Ok(snapshot)
    }

    /// Checks that each base is a type of the snapshot, and that no type derives from itself.
    fn check_bases(&self) -> Result<()> {
        for (name, of) in &self.types {
            let fault = |message: String| {
                Error::new(ErrorCode::INVALID_MODEL, message).with_target(format!("types/{name}/base"))
            };
            if let Some(base) = of.base.as_ref().filter(|base| !self.types.contains_key(*base)) {
                return Err(fault(format!("`{base}` is not a type of the model")));
            }
            if self.chain(name).skip(1).take(self.types.len()).any(|(level, _)| level == name) {
                return Err(fault(format!("`{name}` derives from itself")));
            }
        }
        Ok(())
    }

    /// Returns a type, its base, the base of that, and so on.
    pub(super) fn chain<'s>(&'s self, name: &'s str) -> impl Iterator<Item = (&'s str, &'s TypeSnapshot)> {
        let level = |name: &'s str| Some((name, self.types.get(name)?));
        std::iter::successors(level(name), move |(_, of)| level(of.base.as_deref()?))
    }
}

impl ChildSnapshot {
    fn of(child: &ContainerChild) -> Self {
        Self {
            entity_set: child.is_entity_set(),
            type_name: child.ty.edm.name().to_owned(),
            polymorphic: child.ty.polymorphic,
        }
    }

    fn to_value(&self) -> Value {
        let mut members = Map::new();
        members.insert("type".to_owned(), json!(self.type_name));
        flag(&mut members, "entitySet", self.entity_set);
        flag(&mut members, "polymorphic", self.polymorphic);
        Value::Object(members)
    }

    fn from_part(part: &Part<'_>) -> Result<Self> {
        Ok(Self {
            entity_set: part.flag("entitySet")?,
            type_name: part.member("type")?.text()?,
            polymorphic: part.flag("polymorphic")?,
        })
    }
}

impl TypeSnapshot {
    fn of(descriptor: &TypeDescriptor) -> Self {
        let own = descriptor.own.iter();
        Self {
            entity: descriptor.kind == TypeKind::Entity,
            base: descriptor.base.map(|base| base.name.to_owned()),
            is_abstract: descriptor.is_abstract,
            open: descriptor.is_open,
            key: descriptor.own_key().map(|part| key_text(&part)).collect(),
            properties: own.map(|own| (own.name.to_owned(), PropertySnapshot::of(own))).collect(),
        }
    }

    fn to_value(&self) -> Value {
        let mut members = Map::new();
        flag(&mut members, "entity", self.entity);
        if let Some(base) = &self.base {
            members.insert("base".to_owned(), json!(base));
        }
        flag(&mut members, "abstract", self.is_abstract);
        flag(&mut members, "open", self.open);
        if !self.key.is_empty() {
            members.insert("key".to_owned(), json!(self.key));
        }
        members.insert("properties".to_owned(), object(&self.properties, PropertySnapshot::to_value));
        Value::Object(members)
    }

    fn from_part(part: &Part<'_>) -> Result<Self> {
        Ok(Self {
            entity: part.flag("entity")?,
            base: part.optional("base").map(|part| part.text()).transpose()?,
            is_abstract: part.flag("abstract")?,
            open: part.flag("open")?,
            key: part.optional("key").map_or(Ok(Vec::new()), |part| part.texts())?,
            properties: part.member("properties")?.entries(PropertySnapshot::from_part)?,
        })
    }
}

impl PropertySnapshot {
    fn of(property: &PropertyDescriptor) -> Self {
        let ty = property.ty;
        Self {
            type_name: ty.edm.name().to_owned(),
            definition: ty.definition.map(|definition| definition.name.to_owned()),
            collection: ty.collection,
            nullable: ty.nullable,
            navigation: ty.navigation,
            contained: property.flags.contains_target(),
            polymorphic: ty.polymorphic,
            default: property.default.map(|default| default.text().to_owned()),
            facets: facets(property).filter_map(|(name, limit)| Some((name.to_owned(), limit?))).collect(),
            srid: property.srid().map(|srid| srid.to_string()),
            words: WORDS.into_iter().filter(|(_, flag)| property.flags.has(*flag)).map(|(word, _)| word).collect(),
        }
    }

    fn to_value(&self) -> Value {
        let mut members = Map::new();
        members.insert("type".to_owned(), json!(self.type_name));
        if let Some(definition) = &self.definition {
            members.insert("definition".to_owned(), json!(definition));
        }
        flag(&mut members, "collection", self.collection);
        flag(&mut members, "nullable", self.nullable);
        flag(&mut members, "navigation", self.navigation);
        flag(&mut members, "contained", self.contained);
        flag(&mut members, "polymorphic", self.polymorphic);
        if let Some(default) = &self.default {
            members.insert("default".to_owned(), json!(default));
        }
        if !self.facets.is_empty() {
            members.insert("facets".to_owned(), json!(self.facets));
        }
        if let Some(srid) = &self.srid {
            members.insert("srid".to_owned(), json!(srid));
        }
        self.words.iter().for_each(|word| flag(&mut members, word, true));
        Value::Object(members)
    }

    fn from_part(part: &Part<'_>) -> Result<Self> {
        let mut words = BTreeSet::new();
        for (word, _) in WORDS {
            if part.flag(word)? {
                words.insert(word);
            }
        }
        let limit = |part: &Part<'_>| part.value.as_u64().ok_or_else(|| part.fault("a number is expected"));
        Ok(Self {
            type_name: part.member("type")?.text()?,
            definition: part.optional("definition").map(|part| part.text()).transpose()?,
            collection: part.flag("collection")?,
            nullable: part.flag("nullable")?,
            navigation: part.flag("navigation")?,
            contained: part.flag("contained")?,
            polymorphic: part.flag("polymorphic")?,
            default: part.optional("default").map(|part| part.text()).transpose()?,
            facets: part.optional("facets").map_or(Ok(BTreeMap::new()), |part| part.entries(limit))?,
            srid: part.optional("srid").map(|part| part.text()).transpose()?,
            words,
        })
    }
}

/// Returns the path of a part of a key, with its alias.
fn key_text(part: &KeyPart) -> String {
    if part.is_nested() { format!("{part} as {}", part.name()) } else { part.name().to_owned() }
}

/// Returns what limits the values of a property, each with its upper limit.
fn facets(property: &PropertyDescriptor) -> impl Iterator<Item = (&'static str, Option<u64>)> {
    let (precision, scale) = (property.precision().map(u64::from), property.scale().map(u64::from));
    // A larger scale leaves fewer digits before the point.
    let whole_digits = precision.zip(scale).map(|(precision, scale)| precision.saturating_sub(scale));
    let max_length = property.max_length().map(u64::from);
    [("maxLength", max_length), ("precision", precision), ("scale", scale), ("wholeDigits", whole_digits)].into_iter()
}

impl EnumSnapshot {
    fn of(descriptor: &EnumDescriptor) -> Self {
        let mut members: Vec<_> = descriptor.members.iter().map(|member| member.name.to_owned()).collect();
        members.sort();
        let values = descriptor.members.iter().map(|member| (member.name.to_owned(), member.value));
        let flags = descriptor.is_flags.then(|| values.collect());
        Self { members, accepts_unknown: descriptor.accepts_unknown, flags }
    }

    fn to_value(&self) -> Value {
        let mut members = Map::new();
        members.insert("members".to_owned(), json!(self.members));
        flag(&mut members, "unknown", self.accepts_unknown);
        if let Some(flags) = &self.flags {
            members.insert("flags".to_owned(), json!(flags));
        }
        Value::Object(members)
    }

    fn from_part(part: &Part<'_>) -> Result<Self> {
        let mut members = part.member("members")?.texts()?;
        members.sort();
        let value = |part: &Part<'_>| part.value.as_i64().ok_or_else(|| part.fault("a number is expected"));
        let flags = part.optional("flags").map(|part| part.entries(value)).transpose()?;
        Ok(Self { members, accepts_unknown: part.flag("unknown")?, flags })
    }
}

fn object<T>(entries: &BTreeMap<String, T>, to_value: impl Fn(&T) -> Value) -> Value {
    Value::Object(entries.iter().map(|(name, entry)| (name.clone(), to_value(entry))).collect())
}

/// Writes a flag that holds, and leaves out one that does not.
fn flag(members: &mut Map<String, Value>, name: &str, holds: bool) {
    if holds {
        members.insert(name.to_owned(), Value::Bool(true));
    }
}
