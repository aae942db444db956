//! Geography and geometry values (OData JSON 4.01 §7.1).

use super::{
    DynamicValue, Input, Mismatch, ValueRef,
    scalar::{Scalar, properties_of_scalars, slots_of_scalars},
};
use crate::{
    edm::PrimitiveType,
    geo::{
        GeoValue as _, Geography, GeographyCollection, GeographyLineString, GeographyMultiLineString,
        GeographyMultiPoint, GeographyMultiPolygon, GeographyPoint, GeographyPolygon, Geometry, GeometryCollection,
        GeometryLineString, GeometryMultiLineString, GeometryMultiPoint, GeometryMultiPolygon, GeometryPoint,
        GeometryPolygon, InvalidGeo,
    },
};

macro_rules! geo_slots {
    ($($name:ident),* $(,)?) => {
        $(
            impl Scalar for $name {
                const PRIMITIVE: PrimitiveType = PrimitiveType::Geo(Self::TYPE);

                fn blank() -> Self {
                    Self::blank()
                }

                fn view(&self) -> ValueRef<'_> {
                    ValueRef::Geo(self)
                }

                fn accept(input: Input<'_>) -> Result<Self, Mismatch> {
                    match input {
                        Input::Json(json) if json.trim_start().starts_with('{') => {
                            Self::from_json(json).map_err(|_| Mismatch::Literal)
                        }
                        _ => Err(Mismatch::Kind),
                    }
                }

                fn same(&self, other: &Self) -> bool {
                    ValueRef::Geo(self).same(&ValueRef::Geo(other))
                }
            }

            /// Converts with the type that JSON alone does not determine.
            impl From<$name> for DynamicValue {
                fn from(value: $name) -> Self {
                    // What is written is JSON without two members of one name.
                    let json = Self::from_json(&value.json()).unwrap_or(Self::NULL);
                    json.with_type($name::TYPE.name())
                }
            }

            /// Reads the value, whatever type it names.
            impl TryFrom<&DynamicValue> for $name {
                type Error = InvalidGeo;

                fn try_from(value: &DynamicValue) -> Result<Self, InvalidGeo> {
                    Self::from_json(&value.json())
                }
            }
        )*
        slots_of_scalars!($($name),*);
        properties_of_scalars!($($name),*);
    };
}

geo_slots!(
    Geography,
    GeographyPoint,
    GeographyLineString,
    GeographyPolygon,
    GeographyMultiPoint,
    GeographyMultiLineString,
    GeographyMultiPolygon,
    GeographyCollection,
    Geometry,
    GeometryPoint,
    GeometryLineString,
    GeometryPolygon,
    GeometryMultiPoint,
    GeometryMultiLineString,
    GeometryMultiPolygon,
    GeometryCollection,
);
