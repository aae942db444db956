//! Values of annotations.

use super::Choices;
use crate::csdl::{
    Apply, Constant, Expression, If, Labeled, Operator, PathKind, PrimitiveType, PropertyValue, Record, TypeReference,
    Typed,
};

impl Choices {
    /// A value at some depth of values.
    pub(super) fn expression(&mut self, depth: usize) -> Expression {
        let kinds = if depth > 2 { 4 } else { 13 };
        match self.below(kinds) {
            0 => self.constant(),
            1 => self.a_path(),
            2 => Expression::EnumMember(self.some(2, |it| format!("{}/{}", it.qualified(), it.identifier()).into())),
            3 => Expression::LabeledReference(self.qualified()),
            4 => Expression::Null(self.annotations(depth + 1)),
            5 => Expression::Collection(self.some(3, |it| it.expression(depth + 1))),
            6 => self.record(depth),
            7 => Expression::If(Box::new(If {
                condition: self.expression(depth + 1),
                then: self.expression(depth + 1),
                otherwise: self.option(|it| it.expression(depth + 1)),
                annotations: self.annotations(depth + 1),
            })),
            8 => Expression::Apply(Apply {
                function: self.one_of(&["odata.concat", "n.own"]).into(),
                arguments: self.some(2, |it| it.expression(depth + 1)),
                annotations: self.annotations(depth + 1),
            }),
            9 => Expression::Typed(Box::new(Typed {
                cast: self.yes(),
                value: self.expression(depth + 1),
                ty: TypeReference { nullable: None, ..self.ty() },
                annotations: self.annotations(depth + 1),
            })),
            10 => Expression::Labeled(Box::new(Labeled {
                name: self.declared(),
                value: self.expression(depth + 1),
                annotations: self.annotations(depth + 1),
            })),
            11 => Expression::UrlReference(Box::new(self.expression(depth + 1)), self.annotations(depth + 1)),
            _ => {
                let operator = Operator::ALL[self.below(Operator::ALL.len())];
                let operands = (0..operator.operands()).map(|_| self.expression(depth + 1)).collect();
                Expression::Operation(operator, operands, self.annotations(depth + 1))
            }
        }
    }

    fn a_path(&mut self) -> Expression {
        let kinds = [
            PathKind::Value,
            PathKind::Annotation,
            PathKind::ModelElement,
            PathKind::NavigationProperty,
            PathKind::Property,
        ];
        let kind = kinds[self.below(kinds.len())];
        let paths = ["a", "a/b/@n.T#Q", "/n.C/Set", "a/$count", "a/-1/b", ""];
        Expression::Path(kind, self.one_of(&paths).into())
    }

    fn constant(&mut self) -> Expression {
        let (ty, texts): (_, &[&str]) = match self.below(12) {
            0 => {
                let text = self.text();
                return Expression::string(text);
            }
            1 => (PrimitiveType::Boolean, &["true", "false"]),
            2 => (PrimitiveType::Int64, &["0", "-7", "9223372036854775807"]),
            3 => (PrimitiveType::Decimal, &["1.50", "-0.0001", "INF", "12345678901234567890.1"]),
            4 => (PrimitiveType::Double, &["1.5", "-1e-7", "NaN", "-INF"]),
            5 => (PrimitiveType::Date, &["2024-02-29"]),
            6 => (PrimitiveType::DateTimeOffset, &["2024-02-29T12:30:00Z", "2000-01-01T16:00:00.000-09:00"]),
            7 => (PrimitiveType::TimeOfDay, &["21:45:00", "00:00:00.123456789012"]),
            8 => (PrimitiveType::Duration, &["P7D", "-PT1.5S"]),
            9 => (PrimitiveType::Guid, &["21EC2020-3AEA-1069-A2DD-08002B30309D"]),
            10 => (PrimitiveType::Binary, &["T0RhdGE", ""]),
            _ => (PrimitiveType::String, &["", " a "]),
        };
        Expression::Constant(Constant::new(ty, self.one_of(texts)))
    }

    fn record(&mut self, depth: usize) -> Expression {
        Expression::Record(Record {
            type_name: self.option(Self::qualified),
            members: self.some(3, |it| PropertyValue {
                name: it.declared(),
                value: it.option(|it| it.expression(depth + 1)),
                annotations: it.annotations(depth + 1),
            }),
            annotations: self.annotations(depth + 1),
            ..Record::default()
        })
    }
}
