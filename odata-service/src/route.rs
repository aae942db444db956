//! The first stage: the resource that the path names (OData URL Conventions 4.01 §4).

use http::{HeaderValue, Method, header};
use odata_core::{
    Error, ErrorCode,
    edm::{ContainerChild, Model, PropertyDescriptor, PropertyType, TypeDescriptor},
    uri::{Key, Segment, SegmentKind, Segments, UriError, percent},
};

use crate::{
    failure::{Failure, internal},
    restrictions::{Denied, Restrictions},
    store::{CollectionAddress, EntityAddress},
};

/// The resource that a path names.
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
    /// The path as in context URLs: keys in parentheses (OData Protocol 4.01 §10).
    pub(crate) context: String,
    pub(crate) declared: &'static TypeDescriptor,
    /// Whether entities of derived types are accepted.
    pub(crate) polymorphic: bool,
    /// What the model does not allow with the collection and its entities.
    pub(crate) denied: Denied,
    /// The entity set or singleton, and the navigation properties that lead to the collection; empty if the model restricts
    /// nothing.
    place: String,
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
    /// What the model does not allow with it.
    pub(crate) denied: Denied,
}

impl Target {
    /// Returns the resource at a path below the service root.
    pub(crate) fn of_path(model: &Model, restrictions: &Restrictions, path: &str) -> Result<Self, UriError> {
        let mut segments = Segments::new(model, path);
        segments.try_fold(Self::ServiceDocument, |target, segment| target.below(segment?, restrictions, path))
    }

    /// Returns what a further segment leads to.
    fn below(self, segment: Segment, restrictions: &Restrictions, path: &str) -> Result<Self, UriError> {
        let (kind, range) = segment.into_parts();
        let not_served = |what: &str, name: &str| UriError::not_supported(what, name, path, range.start);
        let as_written = |what: &str| match percent::decode(&path[range.clone()]) {
            Ok(name) => not_served(what, &name),
            Err(error) => error,
        };
        match (self, kind) {
            (Self::ServiceDocument, SegmentKind::Metadata) => Ok(Self::Metadata),
            (_, SegmentKind::EntitySet(child)) => match child.ty.edm.structured() {
                Some(declared) => Ok(Self::Collection(Collection::entity_set(child, declared, restrictions))),
                None => Err(not_served("the entity set", child.name)),
            },
            (_, SegmentKind::Singleton(child)) => match child.ty.edm.structured() {
                Some(declared) => Ok(Self::Singleton(Singleton::new(child, declared, restrictions))),
                None => Err(not_served("the singleton", child.name)),
            },
            (Self::Collection(collection), SegmentKind::Key(key)) => Ok(Self::Entity(collection.entity(key))),
            (Self::Entity(entity), SegmentKind::Property(property)) => match contained_type(property) {
                Some(declared) => {
                    let (url, context) = (entity.url(), entity.collection.context + &entity.key.to_string());
                    let contained = Collection::contained(property, declared, &entity.address, &url, &context);
                    Ok(Self::Collection(contained.restricted(restrictions, &entity.collection.place, property)))
                }
                None => Err(not_served(path_to(property), property.name)),
            },
            (Self::Singleton(singleton), SegmentKind::Property(property)) => match contained_type(property) {
                Some(declared) => {
                    let (url, address) = (singleton.url(), &singleton.address);
                    let contained = Collection::contained(property, declared, address, &url, singleton.name);
                    Ok(Self::Collection(contained.restricted(restrictions, singleton.name, property)))
                }
                None => Err(not_served(path_to(property), property.name)),
            },
            (_, SegmentKind::Cast(_)) => Err(as_written("the type cast segment")),
            _ => Err(as_written("the path segment")),
        }
    }

    /// Refuses methods that the resource does not have, or that the model does not allow (OData Protocol 4.01 §9.3.7).
    pub(crate) fn check_method(&self, method: &Method) -> Result<(), Failure> {
        let methods: &[(&str, Denied)] = match self {
            Self::ServiceDocument | Self::Metadata => &[("GET", Denied::NOTHING), ("HEAD", Denied::NOTHING)],
            Self::Collection(_) => &[("GET", Denied::READ), ("HEAD", Denied::READ), ("POST", Denied::INSERT)],
            Self::Entity(_) => &[
                ("GET", Denied::READ_BY_KEY),
                ("HEAD", Denied::READ_BY_KEY),
                ("PATCH", Denied::PATCH),
                ("DELETE", Denied::DELETE),
            ],
            Self::Singleton(_) => {
                &[("GET", Denied::READ), ("HEAD", Denied::READ), ("PATCH", Denied::PATCH), ("PUT", Denied::PUT)]
            }
        };
        let denied = self.denied();
        let allowed = methods.iter().filter(|(_, needed)| !denied.has(*needed)).map(|(name, _)| *name);
        if allowed.clone().any(|allowed| allowed == method.as_str()) {
            return Ok(());
        }
        let message = if methods.iter().any(|(name, _)| *name == method.as_str()) {
            format!("the model does not allow the method {method} for the resource")
        } else {
            format!("the resource does not have the method {method}")
        };
        let list = allowed.collect::<Vec<_>>().join(", ");
        let header = HeaderValue::from_str(&list).map_err(internal)?;
        Err(Failure::from(Error::new(ErrorCode::METHOD_NOT_ALLOWED, message)).with_header(header::ALLOW, header))
    }

    /// Returns what the model does not allow with the resource.
    pub(crate) const fn denied(&self) -> Denied {
        match self {
            Self::ServiceDocument | Self::Metadata => Denied::NOTHING,
            Self::Collection(collection) => collection.denied,
            Self::Entity(entity) => entity.collection.denied,
            Self::Singleton(singleton) => singleton.denied,
        }
    }

    /// Returns the declared type of the entities of the resource.
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
    /// Returns the entity with this key.
    pub(crate) fn entity(self, key: Key) -> Entity {
        let address = EntityAddress::new(self.address.clone(), &*key.canonical());
        Entity { collection: self, key, address }
    }

    fn entity_set(
        child: &'static ContainerChild,
        declared: &'static TypeDescriptor,
        restrictions: &Restrictions,
    ) -> Self {
        Self {
            address: CollectionAddress::entity_set(child.name),
            url: percent::encode_segment(child.name).into_owned(),
            context: child.name.to_owned(),
            declared,
            polymorphic: child.ty.polymorphic,
            denied: restrictions.at(child.name),
            place: if restrictions.is_empty() { String::new() } else { child.name.to_owned() },
        }
    }

    /// Returns the collection in a containment navigation property of an owner with this URL and context.
    fn contained(
        property: &PropertyDescriptor,
        (declared, polymorphic): (&'static TypeDescriptor, bool),
        owner: &EntityAddress,
        url: &str,
        context: &str,
    ) -> Self {
        Self {
            address: CollectionAddress::contained(owner, property.name),
            url: [url, &*percent::encode_segment(property.name)].join("/"),
            context: [context, property.name].join("/"),
            declared,
            polymorphic,
            denied: Denied::NOTHING,
            place: String::new(),
        }
    }

    /// Returns the collection with what the model does not allow at its place: that of its owner, and the property.
    fn restricted(mut self, restrictions: &Restrictions, owner: &str, property: &PropertyDescriptor) -> Self {
        if !restrictions.is_empty() {
            self.place = [owner, property.name].join("/");
            self.denied = restrictions.of_contained(&self.place, property);
        }
        self
    }
}

impl Entity {
    /// The path below the service root.
    pub(crate) fn url(&self) -> String {
        let mut url = self.collection.url.clone();
        self.key.push_to(&mut url);
        url
    }
}

impl Singleton {
    /// The path below the service root.
    pub(crate) fn url(&self) -> String {
        percent::encode_segment(self.name).into_owned()
    }

    fn new(child: &'static ContainerChild, declared: &'static TypeDescriptor, restrictions: &Restrictions) -> Self {
        Self {
            name: child.name,
            nullable: child.nullable,
            address: EntityAddress::singleton(child.name),
            declared,
            polymorphic: child.ty.polymorphic,
            denied: restrictions.at(child.name),
        }
    }
}

/// Returns the declared type of the entities that a property contains, and whether it accepts derived types.
pub(crate) fn contained_type(property: &PropertyDescriptor) -> Option<(&'static TypeDescriptor, bool)> {
    let PropertyType { edm, collection, navigation, polymorphic, .. } = property.ty;
    let contains = *navigation && *collection && property.flags.contains_target();
    edm.structured().filter(|_| contains).map(|declared| (declared, *polymorphic))
}

/// Returns the description of a path to a property that is not served.
fn path_to(property: &PropertyDescriptor) -> &'static str {
    if property.ty.navigation { "a path through the navigation property" } else { "a path to the property" }
}
