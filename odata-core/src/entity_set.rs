//! Typed entity sets and singletons: `Fleet::SETS.vehicles`.

use std::{borrow::Cow, fmt, marker::PhantomData};

use crate::{
    edm::{ContainerChild, ContainerDescriptor, NavigationBinding, TypeDescriptor},
    slot::{EntityValue, NoProperties, StructuredType},
    uri::percent,
};

/// An entity set (OData CSDL 4.01 §13.2) whose entities are values of the Rust type `E`.
///
/// `#[derive(ODataContainer)]` creates one for each field with `#[odata(entity_set)]`, as visible as the field is, into
/// the constant `SETS` of the container. An [`AnyOf`](crate::AnyOf) in the declaration is one here, too:
///
/// ```
/// use odata_core::{AnyOf, EntitySet, ODataContainer, ODataEntity, Singleton};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
/// }
///
/// #[derive(ODataContainer)]
/// #[odata(type = "fleet.Container")]
/// pub struct Fleet {
///     #[odata(entity_set)]
///     pub all_vehicles: Vec<AnyOf<Vehicle>>,
///     #[odata(singleton)]
///     pub flagship: Vehicle,
/// }
///
/// let vehicles: EntitySet<AnyOf<Vehicle>> = Fleet::SETS.all_vehicles;
/// assert_eq!(vehicles.name(), "allVehicles");
/// assert_eq!(vehicles.entity_type().name, "fleet.vehicle");
///
/// let flagship: Singleton<Vehicle> = Fleet::SETS.flagship;
/// assert_eq!(flagship.to_string(), "flagship");
/// ```
pub struct EntitySet<E> {
    child: Child,
    marker: PhantomData<fn() -> E>,
}

/// A singleton (OData CSDL 4.01 §13.3) whose value has the Rust type `E`.
///
/// `#[derive(ODataContainer)]` creates one for each field with `#[odata(singleton)]` into the constant `SETS` of the
/// container, next to the [entity sets](EntitySet).
pub struct Singleton<E> {
    child: Child,
    marker: PhantomData<fn() -> E>,
}

/// The child of a container.
#[derive(Clone, Copy)]
struct Child {
    container: &'static ContainerDescriptor,
    index: u16,
}

impl Child {
    /// Returns the declaration. A derive takes the index from the descriptor that it writes; a stand-in for a faulty
    /// container is never run.
    fn descriptor(self) -> &'static ContainerChild {
        &self.container.children[usize::from(self.index)]
    }
}

/// The parts that entity sets and singletons have in common.
macro_rules! child {
    ($child:ident, $what:literal) => {
        impl<E> $child<E> {
            /// Returns the child of the container at this position.
            #[doc(hidden)]
            pub const fn new(container: &'static ContainerDescriptor, index: u16) -> Self {
                Self { child: Child { container, index }, marker: PhantomData }
            }

            #[doc = concat!("Returns the name of the ", $what, ".")]
            pub fn name(self) -> &'static str {
                self.descriptor().name
            }

            #[doc = concat!("Returns the path of the ", $what, " below the service root, percent-encoded as in URLs.")]
            pub fn path(self) -> Cow<'static, str> {
                percent::encode_segment(self.name())
            }

            #[doc = concat!("Returns what the container says of the ", $what, ".")]
            pub fn descriptor(self) -> &'static ContainerChild {
                self.child.descriptor()
            }

            /// Returns where the entities of navigation properties are (OData CSDL 4.01 §13.4).
            pub fn bindings(self) -> &'static [NavigationBinding] {
                self.descriptor().bindings
            }

            /// Returns the binding of a navigation property, whose path is written as in `$metadata`: names and casts
            /// with `/` between them.
            pub fn binding(self, path: &str) -> Option<&'static NavigationBinding> {
                self.descriptor().binding(path)
            }

            #[doc = concat!("Returns the container that declares the ", $what, ".")]
            pub const fn container(self) -> &'static ContainerDescriptor {
                self.child.container
            }
        }

        impl<E: EntityValue> $child<E> {
            /// Returns the declared entity type.
            pub const fn entity_type(self) -> &'static TypeDescriptor {
                <E::Declared as StructuredType>::DESCRIPTOR
            }
        }

        impl<E> Clone for $child<E> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<E> Copy for $child<E> {}

        /// Writes the name.
        impl<E> fmt::Display for $child<E> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.name())
            }
        }

        impl<E> fmt::Debug for $child<E> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}::{}", self.child.container.rust_name, self.descriptor().rust_name)
            }
        }
    };
}

child!(EntitySet, "entity set");
child!(Singleton, "singleton");

/// The type of the entities of a set whose type does not show that it is a `Vec`, found through `PropertyValue`.
///
/// It exists for types other than collections, too, which a check of its own refuses.
pub trait SetMember {
    /// The type of one entity.
    type Member;
}

impl<E> SetMember for NoProperties<Vec<E>> {
    type Member = E;
}

impl<T: StructuredType> SetMember for T {
    type Member = T;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AnyOf, Container as _, ODataContainer, ODataEntity};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "music.song")]
    struct Song {
        #[odata(key)]
        number: i32,
    }

    type Songs = Vec<AnyOf<Song>>;

    #[expect(clippy::vec_box, reason = "boxes mean nothing")]
    #[derive(ODataContainer)]
    #[odata(type = "music.Container")]
    struct Music {
        #[odata(singleton)]
        last: AnyOf<Song>,
        #[odata(entity_set, name = "größte")]
        best: Vec<Box<Song>>,
        #[odata(entity_set)]
        songs: Songs,
    }

    #[test]
    fn sets_have_the_type_of_their_entities_whatever_the_field_is_written_as() {
        let _: Singleton<AnyOf<Song>> = Music::SETS.last;
        let best: EntitySet<Song> = Music::SETS.best;
        let songs: EntitySet<AnyOf<Song>> = Music::SETS.songs;
        assert_eq!((best.name(), songs.name()), ("größte", "songs"));
        assert_eq!((&*best.path(), &*songs.path()), ("gr%C3%B6%C3%9Fte", "songs"));
        assert!(std::ptr::eq(songs.descriptor(), &raw const Music::DESCRIPTOR.children[2]));
        assert!(std::ptr::eq(songs.container(), Music::DESCRIPTOR));
        assert!(songs.entity_type().is(Song::DESCRIPTOR));
        assert_eq!(format!("{best:?} {best}"), "Music::best größte");
    }
}
