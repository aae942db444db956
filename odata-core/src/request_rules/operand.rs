//! Values of annotations as values of a property's type.

use std::{cmp::Ordering, fmt};

use crate::{
    csdl::{Expression, PrimitiveType},
    edm::PropertyType,
    slot::{Input, Slot, ValueRef},
};

/// A value that others are compared with.
pub(crate) struct Operand {
    /// A value of the property's type; a collection of one item if that is a collection.
    slot: Box<dyn Slot>,
    text: String,
    is_quoted: bool,
}

impl Operand {
    /// Creates the value of an annotation of something of this type; `None` if it is not a constant. The error is the
    /// rest of a sentence about the annotation.
    pub(super) fn new(ty: &PropertyType, value: &Expression) -> Result<Option<Self>, String> {
        let (text, primitive) = match value {
            Expression::Constant(constant) => (constant.text.clone(), Some(constant.ty)),
            Expression::EnumMember(members) => {
                let names: Vec<_> =
                    members.iter().map(|member| member.rsplit('/').next().unwrap_or_default()).collect();
                (names.join(","), None)
            }
            _ => return Ok(None),
        };
        let is_number =
            matches!(primitive, Some(PrimitiveType::Int64 | PrimitiveType::Decimal | PrimitiveType::Double))
                && text.ends_with(|last: char| last.is_ascii_digit());
        let input = match primitive {
            Some(PrimitiveType::Boolean) => Input::Boolean(text == "true"),
            _ if is_number => Input::Number(&text),
            _ => Input::Text(&text),
        };
        let mut slot = (ty.blank)();
        let put = match (ty.collection, slot.push(None)) {
            (true, Some(item)) => item.put(input),
            _ => slot.put(input),
        };
        if put.is_err() {
            return Err(format!("has the value `{text}`, which is not one of `{}`", ty.edm.name()));
        }
        let is_quoted = matches!(input, Input::Text(_));
        Ok(Some(Self { slot, text, is_quoted }))
    }

    /// Creates a value whose type has an order.
    pub(super) fn bound(ty: &PropertyType, value: &Expression) -> Result<Option<Self>, String> {
        let operand = Self::new(ty, value)?;
        match &operand {
            Some(operand) if operand.order_of(&operand.view()).is_none() => {
                Err(format!("is a bound, and values of `{}` have no order", ty.edm.name()))
            }
            _ => Ok(operand),
        }
    }

    fn view(&self) -> ValueRef<'_> {
        match self.slot.view() {
            ValueRef::List(list) => list.item(0),
            value => value,
        }
    }

    /// Returns whether a value is this one: equal as a number or a point in time, else the same.
    pub(super) fn is(&self, value: &ValueRef<'_>) -> bool {
        match self.order_of(value) {
            Some(order) => order.is_eq(),
            None => value.same(&self.view()),
        }
    }

    /// Returns how a value compares with this one, if there is an order.
    pub(super) fn order_of(&self, value: &ValueRef<'_>) -> Option<Ordering> {
        match (value, self.view()) {
            (ValueRef::Integer(a), ValueRef::Integer(b)) | (ValueRef::Int64(a), ValueRef::Int64(b)) => Some(a.cmp(&b)),
            (ValueRef::Single(a), ValueRef::Single(b)) => a.partial_cmp(&b),
            (ValueRef::Double(a), ValueRef::Double(b)) => a.partial_cmp(&b),
            (ValueRef::Decimal(a), ValueRef::Decimal(b)) => Some(a.get().cmp(&b.get())),
            (ValueRef::Text(a), ValueRef::Text(b)) => Some((*a).cmp(b)),
            (ValueRef::Date(a), ValueRef::Date(b)) => Some(a.get().cmp(&b.get())),
            (ValueRef::TimeOfDay(a), ValueRef::TimeOfDay(b)) => Some(a.get().cmp(&b.get())),
            (ValueRef::DateTimeOffset(a), ValueRef::DateTimeOffset(b)) => Some(a.get().cmp(&b.get())),
            (ValueRef::Duration(a), ValueRef::Duration(b)) => Some(a.get().cmp(&b.get())),
            _ => None,
        }
    }
}

/// Writes the value for a message.
impl fmt::Display for Operand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_quoted { write!(formatter, "`{}`", self.text) } else { formatter.write_str(&self.text) }
    }
}

impl fmt::Debug for Operand {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().fmt(formatter)
    }
}
