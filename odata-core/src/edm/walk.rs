//! The way along a path that generated code takes: the compiler checks each step, and constant evaluation finds its
//! property.

use std::marker::PhantomData;

use super::{
    ModelPath, ModelStep, PropertyDescriptor, TypeDescriptor,
    check::{fail, same_text},
    name_bit, name_hash,
};
use crate::slot::{IsA, NoProperties, PropertyValue, StructuredType};

/// The way along a path with at most `N` steps that has reached `At`.
///
/// A step is a closure that is never called, so that the compiler finds the field and the type of its value, and says
/// what is wrong with it in its own words. The types on the way are evaluated, so a descriptor cannot hold what a walk
/// leads to: it holds a function.
pub struct Walk<At, const N: usize> {
    root: &'static TypeDescriptor,
    steps: [Option<ModelStep>; N],
    len: usize,
    /// The type that the way has been cast to since the last step.
    cast: Option<&'static TypeDescriptor>,
    at: PhantomData<fn() -> At>,
}

/// What the walk along a path has found, for a static of its own.
pub struct Walked<const N: usize> {
    root: &'static TypeDescriptor,
    steps: [Option<ModelStep>; N],
    cast: Option<&'static TypeDescriptor>,
}

/// What a path goes on from: a structured type, or a collection of its values.
#[diagnostic::on_unimplemented(
    message = "no path leads below `{Self}`",
    label = "neither a complex value nor an entity",
    note = "a path goes on below complex values and entities, through `Option`, `Box`, `Vec`, `AnyOf` and `Nav`"
)]
pub trait Leads {
    /// The structured type.
    type To: StructuredType;
}

#[diagnostic::do_not_recommend]
impl<T: StructuredType> Leads for T {
    type To = T;
}

// For all types, though few have items: with one implementation that could be meant, the compiler would go on with it and
// report more than that no path leads there.
#[diagnostic::do_not_recommend]
impl<T: Items> Leads for NoProperties<T> {
    type To = T::Item;
}

/// A collection of structured values.
pub trait Items {
    /// The structured type of the items.
    type Item: StructuredType;
}

impl<T: PropertyValue<Single: Leads>> Items for Vec<T> {
    type Item = <T::Single as Leads>::To;
}

impl<T: StructuredType, const N: usize> Walk<T, N> {
    /// The beginning of a path.
    pub const START: Self = Self { root: T::DESCRIPTOR, steps: [None; N], len: 0, cast: None, at: PhantomData };
}

impl<At, const N: usize> Walk<At, N> {
    /// Goes to the value of a field. The field that holds the base type leads to the same value.
    #[track_caller]
    pub const fn to<T: StructuredType, V: PropertyValue>(
        self,
        rust_name: &str,
        _: for<'v> fn(&'v T) -> &'v V,
    ) -> Walk<V::Single, N>
    where
        At: Leads<To = T>,
    {
        let Self { root, mut steps, mut len, mut cast, .. } = self;
        let ty = T::DESCRIPTOR;
        match find(ty, rust_name) {
            Found::Property { index, property } => {
                steps[len] = Some(ModelStep { ty, index, property, target: V::STRUCTURED, cast });
                len += 1;
                cast = None;
            }
            Found::Base => {}
            Found::Nothing => fail(&["field `", rust_name, "` of `", ty.rust_name, "` is not a property"]),
        }
        Walk { root, steps, len, cast, at: PhantomData }
    }

    /// Goes on in a type that derives from the one that was reached.
    pub const fn cast<D, Depth>(self) -> Walk<D, N>
    where
        At: Leads,
        D: StructuredType + IsA<At::To, Depth>,
    {
        let Self { root, steps, len, cast, .. } = self;
        let reached = <At::To as StructuredType>::DESCRIPTOR;
        let cast = if same_type(reached, D::DESCRIPTOR) { cast } else { Some(D::DESCRIPTOR) };
        Walk { root, steps, len, cast, at: PhantomData }
    }

    /// Ends the walk.
    pub const fn end(self) -> Walked<N> {
        Walked { root: self.root, steps: self.steps, cast: self.cast }
    }
}

impl<const N: usize> Walked<N> {
    /// Returns the path that was walked along.
    pub const fn path(&'static self) -> ModelPath {
        ModelPath { root: self.root, steps: &self.steps, cast: self.cast }
    }
}

/// What a field of a type is.
enum Found {
    Property {
        index: u16,
        property: &'static PropertyDescriptor,
    },
    /// The field that holds the base type, or one of a type with faults.
    Base,
    Nothing,
}

#[expect(clippy::cast_possible_truncation, reason = "indexes of properties are 16 bits wide")]
const fn find(ty: &'static TypeDescriptor, rust_name: &str) -> Found {
    let bit = name_bit(name_hash(rust_name));
    let mut next = Some(ty);
    while let Some(level) = next {
        if level.name.is_empty() {
            return Found::Base;
        }
        if level.names.fields & bit != 0 {
            let mut own = 0;
            while own < level.own.len() {
                if same_text(level.own[own].rust_name, rust_name) {
                    return Found::Property { index: level.start + own as u16, property: &level.own[own] };
                }
                own += 1;
            }
            if level.base.is_some() && same_text(level.other_fields[0], rust_name) {
                return Found::Base;
            }
        }
        next = level.base;
    }
    Found::Nothing
}

/// Returns whether both are the same type: constant code cannot compare addresses.
const fn same_type(a: &TypeDescriptor, b: &TypeDescriptor) -> bool {
    same_text(a.name, b.name) && same_text(a.rust_name, b.rust_name)
}
