//! Whether a complex value always holds another one of its own type, which holds another one, and so on without end: no value of
//! such a type can be made.
//!
//! Types lead to the types of their required properties, and constants along these types look for the type at the start. Each
//! step takes a level away, so the search ends where the types do not: constants that need each other would be an error of
//! the compiler in its own words.

use std::marker::PhantomData;

use super::{AnyOf, Nav, PropertyValue, StructuredType};
use crate::edm::TypeDescriptor;

/// A type of values, and what each value of it holds.
pub trait Holds {
    /// Whether the value stands in a box. Without one the compiler itself refuses what has no end.
    const BOXED: bool = false;

    /// A [`Part`] for each property that always has a value, and for the base, in a tree of pairs.
    type Parts<Levels, Goal>;
}

impl<T> Holds for Option<T> {
    type Parts<Levels, Goal> = ();
}

impl<T> Holds for Vec<T> {
    type Parts<Levels, Goal> = ();
}

impl<T> Holds for Nav<T> {
    type Parts<Levels, Goal> = ();
}

impl<T: Holds> Holds for Box<T> {
    const BOXED: bool = true;
    type Parts<Levels, Goal> = T::Parts<Levels, Goal>;
}

// A new value is one of the declared type.
impl<B: StructuredType + Holds> Holds for AnyOf<B> {
    const BOXED: bool = true;
    type Parts<Levels, Goal> = B::Parts<Levels, Goal>;
}

/// A value of type `T`, from which `Goal` is searched over a number of levels.
pub struct Part<T, Levels, Goal>(PhantomData<(T, Levels, Goal)>);

/// One level, and the others.
pub struct Level<Others>(PhantomData<Others>);

/// No level.
pub struct NoLevel;

type Two<Others> = Level<Level<Others>>;

/// How many values stand in one another at most where the search goes. The model of a container is searched without a limit.
type Levels = Two<Two<Two<Two<NoLevel>>>>;

/// Looks for a type in others.
pub trait Search {
    /// Of the boxed types on a way to the type, the first one by name; of several ways, the last such name.
    const FOUND: Option<&'static str>;
}

impl Search for () {
    const FOUND: Option<&'static str> = None;
}

impl<A: Search, B: Search> Search for (A, B) {
    const FOUND: Option<&'static str> = match (A::FOUND, B::FOUND) {
        (Some(a), Some(b)) => Some(if is_before(a, b) { b } else { a }),
        (found, None) | (None, found) => found,
    };
}

impl<T, Goal> Search for Part<T, NoLevel, Goal> {
    const FOUND: Option<&'static str> = None;
}

impl<T, Others, Goal> Search for Part<T, Level<Others>, Goal>
where
    T: PropertyValue + Holds,
    T::Parts<Others, Goal>: Search,
    Goal: StructuredType,
{
    const FOUND: Option<&'static str> = match T::STRUCTURED {
        Some(found) => found_in(found, T::BOXED, Goal::DESCRIPTOR, <T::Parts<Others, Goal> as Search>::FOUND),
        None => None,
    };
}

/// After all names.
const LAST: &str = "\u{10ffff}";

const fn found_in(
    here: &'static TypeDescriptor,
    boxed: bool,
    goal: &'static TypeDescriptor,
    below: Option<&'static str>,
) -> Option<&'static str> {
    let first = match below {
        _ if is_same(here, goal) => LAST,
        Some(first) => first,
        None => return None,
    };
    Some(if boxed && is_before(here.name, first) { here.name } else { first })
}

/// Whether both are one type. The stand-in of a faulty type has no name.
const fn is_same(a: &TypeDescriptor, b: &TypeDescriptor) -> bool {
    !a.name.is_empty() && is_equal(a.name, b.name) && is_equal(a.rust_name, b.rust_name)
}

const fn is_equal(a: &str, b: &str) -> bool {
    !is_before(a, b) && !is_before(b, a)
}

const fn is_before(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return a[at] < b[at];
        }
        at += 1;
    }
    a.len() < b.len()
}

/// The answer about a boxed property of `Owner` that has type `T`.
pub struct Probe<T, Owner>(PhantomData<(T, Owner)>);

impl<T, Owner> Probe<T, Owner>
where
    T: PropertyValue,
    Owner: StructuredType,
    Part<T, Levels, Owner>: Search,
{
    /// Whether values of the two types hold each other without end. Of several boxes on the way one has the fault.
    pub const WITHOUT_END: bool = match (<Part<T, Levels, Owner> as Search>::FOUND, T::STRUCTURED) {
        (Some(first), Some(here)) => is_equal(first, here.name),
        _ => false,
    };
}

/// The answer where some type on the way is no OData type, which is a fault of its own: then nothing else is reported.
pub trait Unknown {
    /// Not known.
    const WITHOUT_END: bool = false;
}

impl<T, Owner> Unknown for Probe<T, Owner> {}
