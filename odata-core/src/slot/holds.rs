//! Whether a complex value always holds another one of its own type, which holds another one, and so on forever: no
//! value of such a type can be created.
//!
//! Types refer to the types of their required properties, and constants along these types look for the type at the
//! start. Each step uses up a level, so the search ends even where the types do not: constants that need each other
//! would be an error of the compiler with a message of its own.

use std::marker::PhantomData;

use super::{AnyOf, Nav, PropertyValue, StructuredType};
use crate::edm::TypeDescriptor;

/// A type of values, and whether each value of it holds a `Goal`, within a number of levels.
pub trait Holds<Levels, Goal> {
    /// Whether the value is in a box. Without one the compiler itself refuses a type of infinite size.
    const BOXED: bool = false;

    /// [`Search::FOUND`] of the properties that always have a value, and of the base.
    const PARTS: Option<&'static str> = None;
}

impl<T, Levels, Goal> Holds<Levels, Goal> for Option<T> {}

impl<T, Levels, Goal> Holds<Levels, Goal> for Vec<T> {}

impl<T, Levels, Goal> Holds<Levels, Goal> for Nav<T> {}

impl<T: Holds<Levels, Goal>, Levels, Goal> Holds<Levels, Goal> for Box<T> {
    const BOXED: bool = true;
    const PARTS: Option<&'static str> = T::PARTS;
}

// A new value has the declared type.
impl<B: Holds<Levels, Goal>, Levels, Goal> Holds<Levels, Goal> for AnyOf<B> {
    const BOXED: bool = true;
    const PARTS: Option<&'static str> = B::PARTS;
}

/// A value of type `T`, in which `Goal` is searched for within a number of levels.
pub struct Part<T, Levels, Goal>(PhantomData<(T, Levels, Goal)>);

/// One level, and the others.
pub struct Level<Others>(PhantomData<Others>);

/// The end of a search: no level is left.
pub struct NoLevel;

type Two<Others> = Level<Level<Others>>;

/// The maximum depth of nested values that is searched. The model of a container is searched without a limit.
type Levels = Two<Two<Two<Two<NoLevel>>>>;

/// A search for a type in others.
pub trait Search {
    /// Of the boxed types on the way to the type, the first one by name; of several ways, the last such name.
    const FOUND: Option<&'static str>;
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
    T: PropertyValue + Holds<Others, Goal>,
    Goal: StructuredType,
{
    const FOUND: Option<&'static str> = match T::STRUCTURED {
        Some(here) => found_in(here, T::BOXED, Goal::DESCRIPTOR, T::PARTS),
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

/// Returns whether both are the same type. The stand-in for a faulty type has no name.
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
    /// Whether values of the two types hold each other forever. Of several boxes on the way one has the fault.
    pub const WITHOUT_END: bool = match (<Part<T, Levels, Owner> as Search>::FOUND, T::STRUCTURED) {
        (Some(first), Some(here)) => is_equal(first, here.name),
        _ => false,
    };
}

/// The answer if some type on the way is not an OData type, which is a fault of its own: then nothing else is reported.
pub trait Undecided {
    /// Not determined.
    const WITHOUT_END: bool = false;
}

impl<T, Owner> Undecided for Probe<T, Owner> {}
