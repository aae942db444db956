//! What happens to related entities.

/// What happens to the related entities when the entity with the navigation property is deleted (OData CSDL 4.01 §8.6).
///
/// Can be matched without a wildcard: no variant is added before version 1.0.
///
/// ```
/// use odata_core::{Nav, ODataEntity, edm::OnDelete};
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.vehicle")]
/// pub struct Vehicle {
///     #[odata(key)]
///     pub id: i32,
///     #[odata(on_delete = cascade)]
///     pub trips: Nav<Vec<Trip>>,
/// }
///
/// #[derive(ODataEntity, Clone)]
/// #[odata(type = "fleet.trip")]
/// pub struct Trip {
///     #[odata(key)]
///     pub id: i32,
/// }
///
/// let trips = Vehicle::PROPERTIES.trips.descriptor();
/// assert_eq!(trips.on_delete(), Some(OnDelete::Cascade));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OnDelete {
    /// The related entities are deleted too.
    Cascade,
    /// The entity is not deleted while it has related entities.
    None,
    /// The properties of the related entities that a referential constraint ties to the entity become null.
    SetNull,
    /// The properties of the related entities that a referential constraint ties to the entity get their default values.
    SetDefault,
}

impl OnDelete {
    /// Returns the action with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Cascade, Self::None, Self::SetNull, Self::SetDefault].into_iter().find(|action| action.name() == name)
    }

    /// Returns the name, as `$metadata` shows it: `Cascade`, `None`, `SetNull` or `SetDefault`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cascade => "Cascade",
            Self::None => "None",
            Self::SetNull => "SetNull",
            Self::SetDefault => "SetDefault",
        }
    }
}
