//! Facts about a structured type that most types do not have.

use super::navigation::NavigationFacts;

/// What few types declare, as a static of its own, so that the others have one empty reference.
///
/// Descriptors are evaluated where a path is walked along, so what a path leads to is behind a function.
#[derive(Clone, Copy)]
pub struct TypeFacts {
    /// Partners and referential constraints.
    pub navigation: &'static [NavigationFacts],
}

impl TypeFacts {
    /// No facts.
    pub const NONE: Self = Self { navigation: &[] };
}
