//! Values of annotations (OData CSDL 4.01 §14.3, §14.4).

use super::{Annotation, Name, Place};
use crate::csdl::PrimitiveType;

/// The value of an annotation, of a member of a record, or of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// No value (OData CSDL 4.01 §14.4.11).
    Null(Vec<Annotation>),
    /// A constant.
    Constant(Constant),
    /// One or more members of an enumeration type, each with the type's name, as in `ns.color/red` (OData CSDL XML 4.01
    /// §14.3.7). JSON does not say that a text is one.
    EnumMember(Vec<Name>),
    /// A path.
    Path(PathKind, Name),
    /// Items in order (OData CSDL 4.01 §14.4.6).
    Collection(Vec<Expression>),
    /// A structured value.
    Record(Record),
    /// The first value where the condition is true, else the second (OData CSDL 4.01 §14.4.7). Within a collection, the
    /// second may be missing.
    If(Box<If>),
    /// A client-side function with its arguments (OData CSDL 4.01 §14.4.4).
    Apply(Apply),
    /// A value as another type (OData CSDL 4.01 §14.4.5), or whether it has the type (§14.4.8).
    Typed(Box<Typed>),
    /// A value with a name (OData CSDL 4.01 §14.4.9).
    Labeled(Box<Labeled>),
    /// The value with this name (OData CSDL 4.01 §14.4.10).
    LabeledReference(Name),
    /// A reference to a resource by its URL (OData CSDL 4.01 §14.4.13), with annotations of the reference.
    UrlReference(Box<Expression>, Vec<Annotation>),
    /// An operator with its operands: two, or one for `not` and `neg` (OData CSDL 4.01 §14.4.2, §14.4.3), and annotations
    /// of the operation.
    Operation(Operator, Vec<Expression>, Vec<Annotation>),
}

impl Expression {
    /// Creates a text.
    pub fn string(text: impl Into<String>) -> Self {
        Self::Constant(Constant::new(PrimitiveType::String, text))
    }

    /// Creates `true` or `false`.
    pub fn boolean(value: bool) -> Self {
        Self::Constant(Constant::new(PrimitiveType::Boolean, value.to_string()))
    }

    /// Creates an integer.
    pub fn integer(value: i64) -> Self {
        Self::Constant(Constant::new(PrimitiveType::Int64, value.to_string()))
    }

    /// Creates a path to a value.
    pub fn path(path: impl Into<Name>) -> Self {
        Self::Path(PathKind::Value, path.into())
    }

    /// Creates a record of these members, without a type.
    pub fn record<N: Into<Name>>(members: impl IntoIterator<Item = (N, Expression)>) -> Self {
        Self::Record(Record {
            members: members
                .into_iter()
                .map(|(name, value)| PropertyValue {
                    name: name.into(),
                    value: Some(value),
                    ..PropertyValue::default()
                })
                .collect(),
            ..Record::default()
        })
    }

    /// Returns the constant, if it is one of type `Edm.Boolean`.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Constant(Constant { ty: PrimitiveType::Boolean, text, .. }) => Some(text == "true"),
            _ => None,
        }
    }

    /// Returns the text, if it is a constant of type `Edm.String`.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Constant(Constant { ty: PrimitiveType::String, text, .. }) => Some(text),
            _ => None,
        }
    }

    /// Returns the record, if it is one.
    pub fn as_record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            _ => None,
        }
    }
}

/// A constant: a value of a primitive type as its literal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constant {
    /// The type: `Edm.Int64`, `Edm.Decimal` and `Edm.Double` for numbers of any size. JSON has `Edm.String` for all that
    /// is neither a number nor a Boolean value.
    pub ty: PrimitiveType,
    /// The value in the form of a literal of CSDL; `true` and `false` in lower case.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

impl Constant {
    /// Creates a constant, whose text must be a literal of the type.
    pub fn new(ty: PrimitiveType, text: impl Into<String>) -> Self {
        Self { ty, text: text.into(), place: Place::Unknown }
    }
}

/// What a path in an annotation leads to (OData CSDL 4.01 §14.3.15, §14.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathKind {
    /// The value at its end. JSON has no other paths; it writes the others as text.
    Value,
    /// An annotation.
    Annotation,
    /// Any property.
    AnyProperty,
    /// Any part of the model.
    ModelElement,
    /// A navigation property.
    NavigationProperty,
    /// A structural property.
    Property,
}

/// A structured value (OData CSDL 4.01 §14.4.12).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The type, where it is not that of the term or property.
    pub type_name: Option<Name>,
    /// The members in order.
    pub members: Vec<PropertyValue>,
    /// Annotations of the record.
    pub annotations: Vec<Annotation>,
    /// Where it is written.
    pub place: Place,
}

impl Record {
    /// Returns the value of the member with this name.
    pub fn get(&self, name: &str) -> Option<&Expression> {
        self.members.iter().find(|member| member.name == name)?.value.as_ref()
    }
}

/// A member of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PropertyValue {
    /// The name of the property.
    pub name: Name,
    /// The value; `None` where the document has none, so that it is the default value of the property.
    pub value: Option<Expression>,
    /// Annotations of the member.
    pub annotations: Vec<Annotation>,
}

/// A value that depends on a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct If {
    /// The condition.
    pub condition: Expression,
    /// The value if it is true.
    pub then: Expression,
    /// The value otherwise.
    pub otherwise: Option<Expression>,
    /// Annotations of the expression.
    pub annotations: Vec<Annotation>,
}

/// A function with its arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Apply {
    /// The qualified name of the function, such as `odata.concat`.
    pub function: Name,
    /// The arguments in order.
    pub arguments: Vec<Expression>,
    /// Annotations of the expression.
    pub annotations: Vec<Annotation>,
}

/// A value and a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Whether it is the value as the type; otherwise, whether the value has the type.
    pub cast: bool,
    /// The value.
    pub value: Expression,
    /// The type.
    pub ty: super::TypeReference,
    /// Annotations of the expression.
    pub annotations: Vec<Annotation>,
}

/// A value with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labeled {
    /// The name, without a namespace.
    pub name: Name,
    /// The value.
    pub value: Expression,
    /// Annotations of the expression.
    pub annotations: Vec<Annotation>,
}

/// An operator of expressions (OData CSDL 4.01 §14.4.2, §14.4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// Both are true.
    And,
    /// One is true.
    Or,
    /// It is not true.
    Not,
    /// Equal.
    Eq,
    /// Not equal.
    Ne,
    /// Greater.
    Gt,
    /// Greater or equal.
    Ge,
    /// Less.
    Lt,
    /// Less or equal.
    Le,
    /// The value has all members of the flags.
    Has,
    /// The value is one of the collection.
    In,
    /// The sum.
    Add,
    /// The difference.
    Sub,
    /// The number with the other sign.
    Neg,
    /// The product.
    Mul,
    /// The quotient; an integer for integers.
    Div,
    /// The quotient as a number with a fraction.
    DivBy,
    /// The remainder.
    Mod,
}

impl Operator {
    /// Returns the number of operands.
    pub const fn operands(self) -> usize {
        if matches!(self, Self::Not | Self::Neg) { 1 } else { 2 }
    }

    /// Returns the name of the element in XML, such as `DivBy`; that of the member in JSON is the same after a `$`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::And => "And",
            Self::Or => "Or",
            Self::Not => "Not",
            Self::Eq => "Eq",
            Self::Ne => "Ne",
            Self::Gt => "Gt",
            Self::Ge => "Ge",
            Self::Lt => "Lt",
            Self::Le => "Le",
            Self::Has => "Has",
            Self::In => "In",
            Self::Add => "Add",
            Self::Sub => "Sub",
            Self::Neg => "Neg",
            Self::Mul => "Mul",
            Self::Div => "Div",
            Self::DivBy => "DivBy",
            Self::Mod => "Mod",
        }
    }

    /// All operators.
    pub const ALL: [Self; 18] = [
        Self::And,
        Self::Or,
        Self::Not,
        Self::Eq,
        Self::Ne,
        Self::Gt,
        Self::Ge,
        Self::Lt,
        Self::Le,
        Self::Has,
        Self::In,
        Self::Add,
        Self::Sub,
        Self::Neg,
        Self::Mul,
        Self::Div,
        Self::DivBy,
        Self::Mod,
    ];
}
