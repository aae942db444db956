//! The terms that are enforced.

use super::{Fixed, constraint::Kind};
use crate::{annotation::Annotation, csdl::Expression};

/// A term that demands something of requests.
pub(super) enum Term {
    /// `Core.Computed` and `Core.Immutable`.
    Fixed(Fixed),
    /// `Core.Permissions`.
    Permissions,
    /// A term of the vocabulary for validation.
    Constraint(Kind),
}

impl Term {
    /// Returns the term with this name, if it is one of them.
    pub(super) fn of(name: &str) -> Option<Self> {
        let (namespace, name) = name.rsplit_once('.')?;
        match (namespace, name) {
            ("Org.OData.Core.V1", "Computed") => Some(Self::Fixed(Fixed::Computed)),
            ("Org.OData.Core.V1", "Immutable") => Some(Self::Fixed(Fixed::Immutable)),
            ("Org.OData.Core.V1", "Permissions") => Some(Self::Permissions),
            ("Org.OData.Validation.V1", name) => Kind::of(name).map(Self::Constraint),
            _ => None,
        }
    }
}

/// Returns whether a tag is set: by `true`, or without a value.
pub(super) fn is_tagged(annotation: &Annotation) -> bool {
    annotation.expression().is_none_or(|value| value.as_bool() == Some(true))
}

/// Returns whether permissions include that to write. What only an expression would say forbids nothing.
pub(super) fn may_write(annotation: &Annotation) -> bool {
    match annotation.expression() {
        Some(Expression::EnumMember(members)) => {
            let names = members.iter().map(|member| member.rsplit('/').next().unwrap_or_default());
            names.flat_map(|name| name.split(',')).any(|name| matches!(name.trim(), "Write" | "ReadWrite"))
        }
        _ => true,
    }
}
