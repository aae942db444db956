//! Values of annotations as constant data.

use std::marker::PhantomData;

use super::{Constant, Record, Term, TermDescriptor, TermType, TermValue, check, constant::Express};
use crate::{
    csdl::{Apply, Constant as Literal, Expression, If, Labeled, Operator, PathKind, TypeReference, Typed},
    edm::{DefaultValue, ModelPath, PrimitiveType},
};

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
    Path(PathKind, Option<fn() -> ModelPath>, Option<AtTerm>),
    /// A path as it was written.
    PathText(PathKind, &'static str),
    /// Members of an enumeration type, by the names of both.
    Members(&'static str, &'static [&'static str]),
    List(&'static [RawValue]),
    Record(Option<&'static str>, &'static [RawMember]),
    /// The condition, the value if it is true, and perhaps the value otherwise.
    If(&'static [RawValue]),
    Apply(&'static str, &'static [RawValue]),
    Operation(Operator, &'static [RawValue]),
    /// A value as another type.
    Cast(&'static [RawValue; 1], &'static str),
    /// Whether a value has a type.
    IsOf(&'static [RawValue; 1], &'static str),
    Labeled(&'static str, &'static [RawValue; 1]),
    LabeledReference(&'static str),
    Url(&'static [RawValue; 1]),
    /// A constant of any type; of a record, the name of its type if that must be written.
    Constant(Held, Option<&'static str>),
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

impl<T> Value<T> {
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
}

impl<T: TermValue> Value<T> {
    /// A literal, which must be one of the type.
    #[doc(hidden)]
    #[track_caller]
    pub const fn literal(literal: DefaultValue) -> Self {
        Self::from_raw(RawValue::Literal(check::literal(T::TYPE, literal), literal))
    }

    /// A value that is not checked.
    #[doc(hidden)]
    pub const fn unchecked(raw: RawValue) -> Self {
        Self::from_raw(raw)
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
        let type_name = check::type_to_write(T::TYPE, C::CONSTANT_TYPE);
        Self::from_raw(RawValue::Constant(Held(constant), type_name))
    }

    /// A record that was written with these fields.
    #[doc(hidden)]
    #[track_caller]
    pub const fn record<R: Record>(record: &'static R, given: &[&str]) -> Self {
        check::record(T::TYPE, R::TYPE, R::RECORD, given);
        Self::from_raw(RawValue::Constant(Held(record), check::type_to_write(T::TYPE, R::TYPE)))
    }

    /// A collection.
    #[doc(hidden)]
    #[track_caller]
    pub const fn collection<const N: usize>(items: &'static [Value<T::Item>; N]) -> Self {
        check::collection(T::TYPE);
        Self::from_raw(RawValue::Constant(Held(items), None))
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
        Self::from_raw(RawValue::Constant(Held(parts), None))
    }

    /// A condition with an item of a collection that is there only if it is true.
    #[doc(hidden)]
    pub const fn conditional_item(parts: &'static (Value<bool>, Self)) -> Self {
        Self::from_raw(RawValue::Constant(Held(parts), None))
    }
}

impl<T: TermValue> Constant for (Value<bool>, Value<T>, Value<T>) {
    const CONSTANT_TYPE: TermType = T::TYPE;

    fn to_expression(&self) -> Expression {
        conditional([self.0.raw, self.1.raw, self.2.raw].iter())
    }
}

impl<T: TermValue> Constant for (Value<bool>, Value<T>) {
    const CONSTANT_TYPE: TermType = T::TYPE;

    fn to_expression(&self) -> Expression {
        conditional([self.0.raw, self.1.raw].iter())
    }
}

impl RawValue {
    /// A literal of the type that its form shows.
    pub const fn literal(literal: DefaultValue) -> Self {
        Self::Literal(check::natural(literal), literal)
    }

    /// A literal of this primitive type.
    #[track_caller]
    pub const fn literal_of(primitive: PrimitiveType, text: &'static str) -> Self {
        let literal = DefaultValue::Text(text);
        check::literal_of(TermType::Any, primitive, literal);
        Self::Literal(primitive, literal)
    }

    /// Returns the value as owned data; `None` where it is absent.
    pub fn expression(&self) -> Option<Expression> {
        Some(match *self {
            Self::Absent => return None,
            Self::Null => null(),
            Self::Literal(primitive, literal) => Expression::Constant(Literal::new(wide(primitive), literal.text())),
            Self::Path(kind, path, term) => Expression::Path(kind, path_text(path, term).into()),
            Self::PathText(kind, text) => Expression::Path(kind, text.into()),
            Self::Members(ty, names) => {
                Expression::EnumMember(names.iter().map(|name| format!("{ty}/{name}").into()).collect())
            }
            Self::List(items) => Expression::Collection(all(items)),
            Self::Record(ty, members) => of_type(
                Expression::record(members.iter().filter_map(|(name, value)| Some((*name, value.expression()?)))),
                ty,
            ),
            Self::If(parts) => conditional(parts.iter()),
            Self::Apply(function, arguments) => Expression::Apply(Apply {
                function: function.into(),
                arguments: all(arguments),
                annotations: Vec::new(),
            }),
            Self::Operation(operator, operands) => Expression::Operation(operator, all(operands), Vec::new()),
            Self::Cast([value], ty) => typed(true, value, ty),
            Self::IsOf([value], ty) => typed(false, value, ty),
            Self::Labeled(name, [value]) => {
                let labeled = Labeled { name: name.into(), value: or_null(value), annotations: Vec::new() };
                Expression::Labeled(Box::new(labeled))
            }
            Self::LabeledReference(name) => Expression::LabeledReference(name.into()),
            Self::Url([value]) => Expression::UrlReference(Box::new(or_null(value)), Vec::new()),
            Self::Constant(Held(constant), ty) => of_type(constant.express(), ty),
        })
    }
}

fn null() -> Expression {
    Expression::Null(Vec::new())
}

fn or_null(value: &RawValue) -> Expression {
    value.expression().unwrap_or_else(null)
}

fn all(values: &[RawValue]) -> Vec<Expression> {
    values.iter().filter_map(RawValue::expression).collect()
}

/// Returns the condition with the values after it.
fn conditional<'v>(mut parts: impl Iterator<Item = &'v RawValue>) -> Expression {
    let mut next = || parts.next().map(or_null);
    let (condition, then) = (next().unwrap_or_else(null), next().unwrap_or_else(null));
    Expression::If(Box::new(If { condition, then, otherwise: next(), annotations: Vec::new() }))
}

fn typed(cast: bool, value: &RawValue, ty: &str) -> Expression {
    let (name, collection) = match ty.strip_prefix("Collection(").and_then(|item| item.strip_suffix(')')) {
        Some(item) => (item, true),
        None => (ty, false),
    };
    let ty = TypeReference { collection, ..TypeReference::new(name) };
    Expression::Typed(Box::new(Typed { cast, value: or_null(value), ty, annotations: Vec::new() }))
}

/// Gives a record the name of its type.
fn of_type(mut expression: Expression, ty: Option<&str>) -> Expression {
    if let (Expression::Record(record), Some(ty)) = (&mut expression, ty) {
        record.type_name = Some(ty.into());
    }
    expression
}

/// Returns the type that stands for all numbers of a kind in a document.
const fn wide(primitive: PrimitiveType) -> PrimitiveType {
    match primitive {
        PrimitiveType::Single => PrimitiveType::Double,
        integer if integer.integer_range().is_some() => PrimitiveType::Int64,
        other => other,
    }
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
