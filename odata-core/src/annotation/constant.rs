//! Rust values that can be values of annotations.

use super::{RecordDescriptor, TermType, TermValue, Value};
use crate::{
    csdl::{self, Expression, Name, PrimitiveType},
    slot::{EnumMemberRef, EnumType, Enumeration, Flags},
};

/// A Rust value that is the value of an annotation, or a part of one: a `const` that `annotate(Term = MY_CONST)` names.
#[diagnostic::on_unimplemented(
    message = "a value of `{Self}` cannot be the value of an annotation",
    label = "not a constant of annotations",
    note = "constants of annotations are booleans, numbers, `&'static str`, members of enumeration types, `Flags<..>`, \
            records, `Value<..>` and slices of these"
)]
pub trait Constant: Send + Sync + 'static {
    /// The type that it is a value of.
    const CONSTANT_TYPE: TermType;

    /// The descriptor of a record.
    #[doc(hidden)]
    const CONSTANT_RECORD: Option<&'static RecordDescriptor> = None;

    /// Returns the value as owned data.
    fn to_expression(&self) -> Expression;
}

/// A [`Constant`] whose type is not known.
pub(super) trait Express: Send + Sync {
    /// Returns the value as owned data.
    fn express(&self) -> Expression;
}

impl<C: Constant> Express for C {
    fn express(&self) -> Expression {
        self.to_expression()
    }
}

macro_rules! numbers {
    ($($ty:ty,)*) => {
        $(
            impl Constant for $ty {
                const CONSTANT_TYPE: TermType = <$ty as TermValue>::TYPE;

                fn to_expression(&self) -> Expression {
                    Expression::integer(i64::from(*self))
                }
            }
        )*
    };
}

numbers! { i8, i16, i32, i64, u8, }

impl Constant for bool {
    const CONSTANT_TYPE: TermType = TermType::Primitive(PrimitiveType::Boolean);

    fn to_expression(&self) -> Expression {
        Expression::boolean(*self)
    }
}

impl Constant for f32 {
    const CONSTANT_TYPE: TermType = TermType::Primitive(PrimitiveType::Single);

    fn to_expression(&self) -> Expression {
        float(f64::from(*self), || self.to_string())
    }
}

impl Constant for f64 {
    const CONSTANT_TYPE: TermType = TermType::Primitive(PrimitiveType::Double);

    fn to_expression(&self) -> Expression {
        float(*self, || self.to_string())
    }
}

/// Returns a floating-point number, `INF`, `-INF` and `NaN` among them.
fn float(number: f64, text: impl Fn() -> String) -> Expression {
    let text = match () {
        () if number.is_nan() => "NaN".to_owned(),
        () if number == f64::INFINITY => "INF".to_owned(),
        () if number == f64::NEG_INFINITY => "-INF".to_owned(),
        () => text(),
    };
    Expression::Constant(csdl::Constant::new(PrimitiveType::Double, text))
}

impl Constant for &'static str {
    const CONSTANT_TYPE: TermType = TermType::Primitive(PrimitiveType::String);

    fn to_expression(&self) -> Expression {
        Expression::string(*self)
    }
}

#[diagnostic::do_not_recommend]
impl<E: EnumType> Constant for E {
    const CONSTANT_TYPE: TermType = TermType::Enum(E::ENUM_DESCRIPTOR);

    fn to_expression(&self) -> Expression {
        members(self)
    }
}

impl<E: EnumType> Constant for Flags<E> {
    const CONSTANT_TYPE: TermType = TermType::Enum(E::ENUM_DESCRIPTOR);

    fn to_expression(&self) -> Expression {
        members(self)
    }
}

/// Returns the members of a value of an enumeration type. Bits without a member are a number.
fn members(value: &dyn Enumeration) -> Expression {
    let descriptor = value.enum_descriptor();
    let member = |name: &str| Name::from(format!("{}/{name}", descriptor.name));
    Expression::EnumMember(match value.member() {
        EnumMemberRef::Several { .. } => value.name().split(',').map(member).collect(),
        EnumMemberRef::Declared(_) | EnumMemberRef::Unknown(_) => vec![member(&value.name())],
    })
}

impl<T: TermValue> Constant for Value<T> {
    const CONSTANT_TYPE: TermType = T::TYPE;

    fn to_expression(&self) -> Expression {
        self.raw().expression().unwrap_or(Expression::Null(Vec::new()))
    }
}

impl<V: Constant, const N: usize> Constant for [V; N] {
    const CONSTANT_TYPE: TermType = TermType::Collection(&V::CONSTANT_TYPE);

    fn to_expression(&self) -> Expression {
        Expression::Collection(self.iter().map(Constant::to_expression).collect())
    }
}

impl<V: Constant> Constant for &'static [V] {
    const CONSTANT_TYPE: TermType = TermType::Collection(&V::CONSTANT_TYPE);

    fn to_expression(&self) -> Expression {
        Expression::Collection(self.iter().map(Constant::to_expression).collect())
    }
}
