//! The first stage: which resource the path names (OData URL Conventions 4.01 §4).

use std::borrow::Cow;

use http::{HeaderValue, Method, header};
use odata_core::{
    Error, ErrorCode,
    edm::{ContainerChild, Model, PropertyDescriptor, PropertyType, TypeDescriptor},
};
use percent_encoding::utf8_percent_encode;

use crate::{
    failure::{Failure, bad_request, not_found, not_supported},
    key::{Key, NOT_IN_SEGMENT},
    percent,
    store::{CollectionAddress, EntityAddress},
};

/// What a path names.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    ServiceDocument,
    Metadata,
    Collection(Collection),
    Entity(Entity),
    Singleton(Singleton),
}

/// An entity set or a contained collection.
#[derive(Clone, Debug)]
pub(crate) struct Collection {
    pub(crate) address: CollectionAddress,
    /// The path below the service root.
    pub(crate) url: String,
    /// The path as a context URL has it: keys in parentheses (OData Protocol 4.01 §10).
    pub(crate) context: String,
    pub(crate) declared: &'static TypeDescriptor,
    /// Whether entities of derived types are accepted.
    pub(crate) polymorphic: bool,
}

/// An entity of a collection.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) collection: Collection,
    pub(crate) key: Key,
    pub(crate) address: EntityAddress,
}

/// A singleton.
#[derive(Clone, Debug)]
pub(crate) struct Singleton {
    pub(crate) name: &'static str,
    pub(crate) nullable: bool,
    pub(crate) address: EntityAddress,
    pub(crate) declared: &'static TypeDescriptor,
    pub(crate) polymorphic: bool,
}

impl Target {
    /// The resource at a path below the service root.
    pub(crate) fn of_path(model: &Model, path: &str) -> Result<Self, Error> {
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        if path.is_empty() {
            return Ok(Self::ServiceDocument);
        }
        // A path is split before its segments are decoded: an encoded slash does not end one (OData URL Conventions
        // 4.01 §2).
        let mut segments = path.split('/').map(|segment| percent::decode(segment, "path"));
        let mut target = match segments.next().transpose()?.as_deref() {
            None => return Ok(Self::ServiceDocument),
            Some("$metadata") => Self::Metadata,
            Some(first) => Self::of_container(model, first)?,
        };
        for segment in segments {
            target = target.below(model, &segment?)?;
        }
        Ok(target)
    }

    fn of_container(model: &Model, segment: &str) -> Result<Self, Error> {
        if segment.starts_with('$') {
            return Err(unsupported_segment(segment));
        }
        let (name, predicate) = split_predicate(segment)?;
        let unknown = || not_found(format!("there is no entity set or singleton `{name}`"));
        let child = model.container().children.iter().find(|child| child.name == name).ok_or_else(unknown)?;
        let declared = child.ty.edm.structured().ok_or_else(unknown)?;
        if child.is_entity_set() {
            let address = CollectionAddress::entity_set(name);
            let (url, context) = (encode(name).into_owned(), name.to_owned());
            let collection = Collection { address, url, context, declared, polymorphic: child.ty.polymorphic };
            return collection.with_predicate(predicate);
        }
        if predicate.is_some() {
            return Err(not_found(format!("`{name}` is a singleton and has no members with keys")));
        }
        Ok(Self::Singleton(Singleton::new(child, declared)))
    }

    /// What a further segment leads to.
    fn below(self, model: &Model, segment: &str) -> Result<Self, Error> {
        match self {
            Self::ServiceDocument | Self::Metadata => Err(no_segment(segment)),
            Self::Collection(collection) => {
                refuse_special(model, segment)?;
                match Key::of_segment(collection.declared, segment) {
                    Some(key) => Ok(Self::Entity(collection.entity(key))),
                    None => Err(no_segment(segment)),
                }
            }
            Self::Entity(entity) => {
                let (name, predicate) = navigate(model, entity.collection.declared, segment)?;
                let (url, context) = (entity.url(), entity.collection.context + &entity.key.predicate());
                contained(name, &entity.address, &url, &context)?.with_predicate(predicate)
            }
            Self::Singleton(singleton) => {
                let (property, predicate) = navigate(model, singleton.declared, segment)?;
                contained(property, &singleton.address, &singleton.url(), singleton.name)?.with_predicate(predicate)
            }
        }
    }

    /// Refuses methods that the resource does not have (OData Protocol 4.01 §9.3.7).
    pub(crate) fn check_method(&self, method: &Method) -> Result<(), Failure> {
        let allowed = match self {
            Self::ServiceDocument | Self::Metadata => "GET, HEAD",
            Self::Collection(_) => "GET, HEAD, POST",
            Self::Entity(_) => "GET, HEAD, PATCH, DELETE",
            Self::Singleton(_) => "GET, HEAD, PATCH, PUT",
        };
        if allowed.split(", ").any(|allowed| allowed == method.as_str()) {
            return Ok(());
        }
        let message = format!("the resource does not have the method {method}");
        Err(Failure::from(Error::new(ErrorCode::METHOD_NOT_ALLOWED, message))
            .with_header(header::ALLOW, HeaderValue::from_static(allowed)))
    }

    /// The declared type of what the resource holds.
    pub(crate) fn declared(&self) -> Option<&'static TypeDescriptor> {
        match self {
            Self::ServiceDocument | Self::Metadata => None,
            Self::Collection(collection) => Some(collection.declared),
            Self::Entity(entity) => Some(entity.collection.declared),
            Self::Singleton(singleton) => Some(singleton.declared),
        }
    }
}

impl Collection {
    /// The entity with this key.
    pub(crate) fn entity(self, key: Key) -> Entity {
        let address = EntityAddress::new(self.address.clone(), &*key.canonical());
        Entity { collection: self, key, address }
    }

    fn with_predicate(self, predicate: Option<&str>) -> Result<Target, Error> {
        let Some(predicate) = predicate else {
            return Ok(Target::Collection(self));
        };
        match Key::of_predicate(self.declared, predicate)? {
            Some(key) => Ok(Target::Entity(self.entity(key))),
            None => Err(not_found(format!("`({predicate})` is not a key of `{}`", self.declared.name))),
        }
    }
}

impl Entity {
    /// The path below the service root.
    pub(crate) fn url(&self) -> String {
        let mut url = self.collection.url.clone();
        self.key.push_url_suffix(&mut url);
        url
    }
}

impl Singleton {
    /// The path below the service root.
    pub(crate) fn url(&self) -> String {
        encode(self.name).into_owned()
    }

    fn new(child: &'static ContainerChild, declared: &'static TypeDescriptor) -> Self {
        Self {
            name: child.name,
            nullable: child.nullable,
            address: EntityAddress::singleton(child.name),
            declared,
            polymorphic: child.ty.polymorphic,
        }
    }
}

/// The collection in a containment navigation property.
fn contained(
    property: &PropertyDescriptor,
    owner: &EntityAddress,
    url: &str,
    context: &str,
) -> Result<Collection, Error> {
    let PropertyDescriptor { name, ty: PropertyType { navigation, .. }, .. } = property;
    match contained_type(property) {
        Some((declared, polymorphic)) => Ok(Collection {
            address: CollectionAddress::contained(owner, name),
            url: [url, &*encode(name)].join("/"),
            context: [context, name].join("/"),
            declared,
            polymorphic,
        }),
        _ if *navigation => Err(not_supported("a path through the navigation property", name)),
        _ => Err(not_supported("a path to the property", name)),
    }
}

/// The declared type of the entities that a property contains, and whether it takes derived types.
pub(crate) fn contained_type(property: &PropertyDescriptor) -> Option<(&'static TypeDescriptor, bool)> {
    let PropertyType { edm, collection, navigation, polymorphic, .. } = property.ty;
    let contains = *navigation && *collection && property.flags.contains_target();
    edm.structured().filter(|_| contains).map(|declared| (declared, *polymorphic))
}

/// The property that a segment after an entity names.
fn navigate<'s>(
    model: &Model,
    declared: &'static TypeDescriptor,
    segment: &'s str,
) -> Result<(&'static PropertyDescriptor, Option<&'s str>), Error> {
    refuse_special(model, segment)?;
    let (name, predicate) = split_predicate(segment)?;
    let property = declared.find(name).and_then(|index| declared.property(index));
    Ok((property.ok_or_else(|| no_segment(segment))?, predicate))
}

/// System segments and type casts: parts of OData that are not served.
fn refuse_special(model: &Model, segment: &str) -> Result<(), Error> {
    if segment.starts_with('$') {
        return Err(unsupported_segment(segment));
    }
    if segment.contains('.') && model.find(segment).is_some() {
        return Err(not_supported("the type cast segment", segment));
    }
    Ok(())
}

fn unsupported_segment(segment: &str) -> Error {
    const SYSTEM: [&str; 11] =
        ["$all", "$batch", "$count", "$crossjoin", "$each", "$entity", "$filter", "$links", "$query", "$ref", "$value"];
    let name = segment.split('(').next().unwrap_or(segment);
    if SYSTEM.contains(&name) { not_supported("the path segment", segment) } else { no_segment(segment) }
}

fn no_segment(segment: &str) -> Error {
    not_found(format!("the path segment `{segment}` leads to no resource"))
}

/// A name, and what stands in parentheses after it.
fn split_predicate(segment: &str) -> Result<(&str, Option<&str>), Error> {
    match segment.split_once('(') {
        None => Ok((segment, None)),
        Some((name, rest)) => match rest.strip_suffix(')') {
            Some("") | None => Err(bad_request(format!("`{segment}` has no key predicate between parentheses"))),
            predicate => Ok((name, predicate)),
        },
    }
}

fn encode(name: &str) -> Cow<'_, str> {
    utf8_percent_encode(name, NOT_IN_SEGMENT).into()
}
