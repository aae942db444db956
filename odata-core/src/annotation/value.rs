//! Values of annotations as constant data.

use std::marker::PhantomData;

use super::{
    Constant, Expression, PathKind, Record, Term, TermDescriptor, TermType, TermValue, check, constant::Express,
};
use crate::edm::{DefaultValue, ModelPath, PrimitiveType};

/// A value of an annotation, or of a member of a record, whose type is that of `T`: a constant, a path, a condition,
/// null, or none at all.
///
/// It is constant data: `annotate(..)` and [`record!`](crate::record) make it, and the compiler has checked it then.
pub struct Value<T> {
    raw: RawValue,
    ty: PhantomData<fn() -> T>,
}

impl<T> Clone for Value<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Value<T> {}

impl<T> std::fmt::Debug for Value<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.raw.expression().fmt(formatter)
    }
}

/// A value of an annotation whose type is not known.
#[derive(Clone, Copy)]
#[doc(hidden)]
pub enum RawValue {
    Absent,
    Null,
    Literal(PrimitiveType, DefaultValue),
    /// A path that is walked along, and perhaps the annotation at its end.
    Path(Option<PathKind>, Option<fn() -> ModelPath>, Option<AtTerm>),
    /// A path as it was written.
    PathText(Option<PathKind>, &'static str),
    /// Members of an enumeration type, by the names of both.
    Members(&'static str, &'static [&'static str]),
    List(&'static [RawValue]),
    Record(Option<&'static str>, &'static [RawMember]),
    /// An element by its name, with its attributes and what is in it.
    Element(&'static str, &'static [(&'static str, &'static str)], &'static [RawValue]),
    Constant(Held),
}

/// A member of a record whose type is not known.
#[doc(hidden)]
pub type RawMember = (&'static str, RawValue);

/// The annotation at the end of a path: the term with a qualifier.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct AtTerm(pub &'static TermDescriptor, pub Option<&'static str>);

/// A constant of any type.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Held(&'static dyn Express);

impl<T: TermValue> Value<T> {
    /// No value, as where a record does not have the member.
    pub const ABSENT: Self = Self::from_raw(RawValue::Absent);

    /// Null.
    pub const NULL: Self = Self::from_raw(RawValue::Null);

    pub(super) const fn from_raw(raw: RawValue) -> Self {
        Self { raw, ty: PhantomData }
    }

    /// Returns the value without its type.
    #[doc(hidden)]
    pub const fn raw(&self) -> RawValue {
        self.raw
    }

    /// A literal, which must be one of the type.
    #[doc(hidden)]
    #[track_caller]
    pub const fn literal(literal: DefaultValue) -> Self {
        Self::from_raw(RawValue::Literal(check::literal(T::TYPE, literal), literal))
    }

    /// A literal of this primitive type.
    #[doc(hidden)]
    #[track_caller]
    pub const fn literal_of(primitive: PrimitiveType, text: &'static str) -> Self {
        let literal = DefaultValue::Text(text);
        check::literal_of(T::TYPE, primitive, literal);
        Self::from_raw(RawValue::Literal(primitive, literal))
    }

    /// A constant.
    #[track_caller]
    pub const fn constant<C: Constant>(constant: &'static C) -> Self {
        check::constant(T::TYPE, C::CONSTANT_TYPE, C::CONSTANT_RECORD);
        Self::from_raw(RawValue::Constant(Held(constant)))
    }

    /// A record that was written with these fields.
    #[doc(hidden)]
    #[track_caller]
    pub const fn record<R: Record>(record: &'static R, given: &[&str]) -> Self {
        check::record(T::TYPE, R::TYPE, R::RECORD, given);
        Self::from_raw(RawValue::Constant(Held(record)))
    }

    /// A collection.
    #[doc(hidden)]
    #[track_caller]
    pub const fn collection<const N: usize>(items: &'static [Value<T::Item>; N]) -> Self {
        check::collection(T::TYPE);
        Self::from_raw(RawValue::Constant(Held(items)))
    }

    /// A path.
    #[doc(hidden)]
    #[track_caller]
    pub const fn path(path: fn() -> ModelPath, found: ModelPath) -> Self {
        Self::from_raw(RawValue::Path(check::path(T::TYPE, found), Some(path), None))
    }

    /// A path to an annotation.
    #[doc(hidden)]
    #[track_caller]
    pub const fn path_to<A: Term>(path: Option<fn() -> ModelPath>, qualifier: Option<&'static str>) -> Self {
        let kind = check::annotation_path(T::TYPE);
        Self::from_raw(RawValue::Path(kind, path, Some(AtTerm(A::DESCRIPTOR, qualifier))))
    }

    /// A condition with the value if it is true and the value otherwise.
    #[doc(hidden)]
    pub const fn conditional(parts: &'static (Value<bool>, Self, Self)) -> Self {
        Self::from_raw(RawValue::Constant(Held(parts)))
    }

    /// A condition with an item of a collection that is there only if it is true.
    #[doc(hidden)]
    pub const fn conditional_item(parts: &'static (Value<bool>, Self)) -> Self {
        Self::from_raw(RawValue::Constant(Held(parts)))
    }
}

impl<T: TermValue> Constant for (Value<bool>, Value<T>, Value<T>) {
    const CONSTANT_TYPE: TermType = T::TYPE;

    fn to_expression(&self) -> Expression {
        Expression::If(vec![self.0.to_expression(), self.1.to_expression(), self.2.to_expression()])
    }
}

impl<T: TermValue> Constant for (Value<bool>, Value<T>) {
    const CONSTANT_TYPE: TermType = T::TYPE;

    fn to_expression(&self) -> Expression {
        Expression::If(vec![self.0.to_expression(), self.1.to_expression()])
    }
}

impl RawValue {
    /// Returns the value as owned data; `None` where there is none.
    pub fn expression(&self) -> Option<Expression> {
        Some(match *self {
            Self::Absent => return None,
            Self::Null => Expression::Null,
            Self::Literal(primitive, literal) => Expression::Constant(primitive, literal.text().to_owned()),
            Self::Path(kind, path, term) => Expression::Path(kind, path_text(path, term)),
            Self::PathText(kind, text) => Expression::Path(kind, text.to_owned()),
            Self::Members(ty, names) => {
                Expression::Members(ty.to_owned(), names.iter().map(|name| (*name).to_owned()).collect())
            }
            Self::List(items) => Expression::Collection(all(items)),
            Self::Record(ty, members) => {
                let members =
                    members.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.expression()?)));
                Expression::Record(ty.map(str::to_owned), members.collect())
            }
            Self::Element(name, attributes, content) => {
                let attributes = attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
                Expression::Element(name.to_owned(), attributes.collect(), all(content))
            }
            Self::Constant(Held(constant)) => constant.express(),
        })
    }
}

fn all(values: &[RawValue]) -> Vec<Expression> {
    values.iter().filter_map(RawValue::expression).collect()
}

fn path_text(path: Option<fn() -> ModelPath>, term: Option<AtTerm>) -> String {
    let mut text = path.map_or_else(String::new, |path| path().to_string());
    if let Some(AtTerm(term, qualifier)) = term {
        if !text.is_empty() {
            text.push('/');
        }
        text.push('@');
        text.push_str(term.name);
        if let Some(qualifier) = qualifier {
            text.push('#');
            text.push_str(qualifier);
        }
    }
    text
}
