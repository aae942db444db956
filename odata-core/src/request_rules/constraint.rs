//! The terms of the vocabulary for validation (`Org.OData.Validation.V1`).

use std::cmp::Ordering;

use super::{multiple::Multiple, operand::Operand, pattern::Pattern};
use crate::{annotation::Annotation, csdl::Expression, edm::PropertyType, error::ErrorCode, slot::ValueRef};

/// A demand on a value, or on each item of a collection.
#[derive(Debug)]
pub(crate) enum Constraint {
    /// Not less than this.
    Minimum(Operand),
    /// Not greater than this.
    Maximum(Operand),
    /// Text with something in it that matches.
    Pattern(Pattern),
    /// One of these.
    AllowedValues(Vec<Operand>),
    /// A whole number of times this.
    MultipleOf(Multiple),
}

/// The terms.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Minimum,
    Maximum,
    Pattern,
    AllowedValues,
    MultipleOf,
}

impl Kind {
    /// Returns the term with this name in the vocabulary.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "Minimum" => Self::Minimum,
            "Maximum" => Self::Maximum,
            "Pattern" => Self::Pattern,
            "AllowedValues" => Self::AllowedValues,
            "MultipleOf" => Self::MultipleOf,
            _ => return None,
        })
    }
}

impl Constraint {
    /// Creates the demand of an annotation on values of a type; `None` if its value is only known with each value. The
    /// error says what is wrong, as the rest of a sentence about the annotation.
    pub(super) fn new(kind: Kind, ty: &PropertyType, annotation: &Annotation) -> Result<Option<Self>, String> {
        let Some(value) = annotation.expression() else { return Err("needs a value".to_owned()) };
        Ok(match kind {
            Kind::Minimum => Operand::bound(ty, &value)?.map(Self::Minimum),
            Kind::Maximum => Operand::bound(ty, &value)?.map(Self::Maximum),
            Kind::Pattern => Pattern::new(ty, &value)?.map(Self::Pattern),
            Kind::MultipleOf => Multiple::new(ty, &value)?.map(Self::MultipleOf),
            Kind::AllowedValues => allowed(ty, &value)?.map(Self::AllowedValues),
        })
    }

    /// Returns what is wrong with a value, as the rest of a sentence about it.
    pub(crate) fn problem(&self, value: &ValueRef<'_>) -> Option<(ErrorCode, String)> {
        if value.is_null() {
            return None;
        }
        let order = |operand: &Operand| operand.order_of(value);
        Some(match self {
            Self::Minimum(least) if !matches!(order(least), Some(Ordering::Greater | Ordering::Equal)) => {
                (ErrorCode::OUT_OF_RANGE, format!("must be at least {least}"))
            }
            Self::Maximum(most) if !matches!(order(most), Some(Ordering::Less | Ordering::Equal)) => {
                (ErrorCode::OUT_OF_RANGE, format!("must be at most {most}"))
            }
            Self::Pattern(pattern) if !pattern.is_in(value) => {
                (ErrorCode::INVALID_VALUE, format!("does not match the pattern `{}`", pattern.text()))
            }
            Self::AllowedValues(allowed) if !allowed.iter().any(|allowed| allowed.is(value)) => {
                let listed: Vec<_> = allowed.iter().map(ToString::to_string).collect();
                (ErrorCode::INVALID_VALUE, format!("must be one of {}", listed.join(", ")))
            }
            Self::MultipleOf(multiple) if !multiple.divides(value) => {
                (ErrorCode::INVALID_VALUE, format!("must be a multiple of {}", multiple.text()))
            }
            _ => return None,
        })
    }
}

/// Returns the values of a collection of `Validation.AllowedValue`. Whether null is allowed is the property's own fact.
fn allowed(ty: &PropertyType, value: &Expression) -> Result<Option<Vec<Operand>>, String> {
    let Expression::Collection(items) = value else { return Ok(None) };
    let mut allowed = Vec::with_capacity(items.len());
    for item in items {
        let Some(value) = item.as_record().and_then(|record| record.get("Value")) else { continue };
        match (value, Operand::new(ty, value)?) {
            (Expression::Null(_), _) => {}
            (_, Some(operand)) => allowed.push(operand),
            (_, None) => return Ok(None),
        }
    }
    Ok(Some(allowed))
}
