//! Values of annotations.

use super::{
    Reader,
    node::{Member, Node, Value},
    object::{Object, Shape},
    type_reference::type_members,
    types::Expected,
};
use crate::csdl::{
    Annotation, Apply, Constant, Expression, If, Labeled, Name, Operator, PrimitiveType, PropertyValue, Record,
    TypeReference, Typed, nearest::did_you_mean,
};

/// The members that say what expression an object is, but for operators.
const KINDS: [&str; 9] =
    ["$Path", "$Null", "$If", "$Apply", "$Cast", "$IsOf", "$LabeledElement", "$LabeledElementReference", "$UrlRef"];
const RECORD: Shape = Shape { noun: "a record", members: &[], has_children: true };

impl<'j> Reader<'j> {
    /// Reads a value, of a type that the document declares or of any.
    pub(super) fn expression(&mut self, node: &Node<'j>, expected: Option<&Expected>) -> Expression {
        let single = expected.filter(|expected| !expected.collection);
        let place = self.places.at(node.offset);
        match &node.value {
            Value::Null => Expression::Null(Vec::new()),
            Value::Boolean(value) => {
                let text = if *value { "true" } else { "false" };
                Expression::Constant(Constant { ty: PrimitiveType::Boolean, text: text.to_owned(), place })
            }
            Value::Number(digits) => self.number_constant(digits, single, place),
            Value::String(text) => self.text_constant(text, single, place),
            Value::Array(items) => {
                let item = expected.filter(|expected| expected.collection);
                let item = item.map(|expected| Expected { collection: false, ..expected.clone() });
                Expression::Collection(items.iter().map(|node| self.expression(node, item.as_ref())).collect())
            }
            Value::Object(members) => {
                let read = self.nested(node.offset, |this| this.object_expression(node.offset, members, expected));
                read.unwrap_or(Expression::Null(Vec::new()))
            }
        }
    }

    fn expressions(&mut self, items: &[Node<'j>]) -> Vec<Expression> {
        items.iter().map(|item| self.expression(item, None)).collect()
    }

    fn object_expression(&mut self, offset: usize, members: &[Member<'j>], expected: Option<&Expected>) -> Expression {
        let mut object = Object::of(offset, members);
        if !object.has_fixed() {
            return self.record(object, expected);
        }
        let read = match object.first_of(&KINDS) {
            Some((kind, node)) => self.named_expression(kind, node, &mut object, expected),
            None => self.operator_expression(&mut object),
        };
        if read.is_some() {
            self.finish(object);
        }
        read.unwrap_or(Expression::Null(Vec::new()))
    }

    /// Reads an expression that has a member of its own.
    fn named_expression(
        &mut self,
        kind: &str,
        node: &Node<'j>,
        object: &mut Object<'_, 'j>,
        expected: Option<&Expected>,
    ) -> Option<Expression> {
        let expression = match kind {
            "$Path" => {
                self.check(object, &shape("a path", &["$Path"]));
                Expression::path(self.text_of(node, "`$Path`")?)
            }
            "$Null" => {
                self.check(object, &shape("a null value", &["$Null"]));
                if !matches!(node.value, Value::Null) {
                    self.wrong_kind(node, "`$Null`", "null");
                }
                Expression::Null(self.own_annotations(object))
            }
            "$If" => self.conditional(node, object, expected)?,
            "$Apply" => {
                self.check(object, &shape("an applied function", &["$Apply", "$Function"]));
                let items = self.items(node, "`$Apply`");
                Expression::Apply(Apply {
                    function: self.required(object, "$Function", "an applied function"),
                    arguments: self.expressions(items),
                    annotations: self.own_annotations(object),
                })
            }
            "$Cast" | "$IsOf" => {
                let members = if kind == "$Cast" { type_members!["$Cast"] } else { type_members!["$IsOf"] };
                self.check(object, &shape("a cast", members));
                let ty: TypeReference = self.cast_type(object);
                let value = self.expression(node, None);
                let annotations = self.own_annotations(object);
                Expression::Typed(Box::new(Typed { cast: kind == "$Cast", value, ty, annotations }))
            }
            "$LabeledElement" => {
                self.check(object, &shape("a labeled element", &["$LabeledElement", "$Name"]));
                let name = self.required(object, "$Name", "a labeled element");
                let value = self.expression(node, expected);
                Expression::Labeled(Box::new(Labeled { name, value, annotations: self.own_annotations(object) }))
            }
            "$LabeledElementReference" => {
                self.check(object, &shape("a reference to a labeled element", &["$LabeledElementReference"]));
                Expression::LabeledReference(self.text_of(node, "`$LabeledElementReference`")?)
            }
            _ => {
                self.check(object, &shape("a reference to a URL", &["$UrlRef"]));
                let url = self.expression(node, None);
                Expression::UrlReference(Box::new(url), self.own_annotations(object))
            }
        };
        Some(expression)
    }

    fn own_annotations(&mut self, object: &mut Object<'_, 'j>) -> Vec<Annotation> {
        self.annotations(&mut object.notes, "")
    }

    fn conditional(
        &mut self,
        node: &Node<'j>,
        object: &mut Object<'_, 'j>,
        expected: Option<&Expected>,
    ) -> Option<Expression> {
        self.check(object, &shape("a conditional value", &["$If"]));
        let items = self.items(node, "`$If`");
        let (condition, then, otherwise) = match items {
            [condition, then] => (condition, then, None),
            [condition, then, otherwise] => (condition, then, Some(otherwise)),
            _ => {
                self.fault(node.offset, || {
                    "`$If` must have a condition, the value if it is true, and the other value".to_owned()
                });
                return None;
            }
        };
        Some(Expression::If(Box::new(If {
            condition: self.expression(condition, None),
            then: self.expression(then, expected),
            otherwise: otherwise.map(|node| self.expression(node, expected)),
            annotations: self.own_annotations(object),
        })))
    }

    fn operator_expression(&mut self, object: &mut Object<'_, 'j>) -> Option<Expression> {
        let mut names = MEMBERS_OF_OPERATORS.iter().zip(Operator::ALL);
        let Some((name, operator, node)) =
            names.find_map(|(name, operator)| Some((*name, operator, object.get(name)?)))
        else {
            self.unknown_expression(object);
            return None;
        };
        self.check(object, &shape("an operation", &[name]));
        let operands = match &node.value {
            _ if operator.operands() == 1 => vec![self.expression(node, None)],
            Value::Array(items) if items.len() == operator.operands() => self.expressions(items),
            _ => {
                self.fault(node.offset, || format!("`{name}` must be an array of two operands"));
                return None;
            }
        };
        Some(Expression::Operation(operator, operands, self.own_annotations(object)))
    }

    fn unknown_expression(&mut self, object: &Object<'_, 'j>) {
        let known = || KINDS.into_iter().chain(MEMBERS_OF_OPERATORS);
        for (name, offset) in object.fixed_names() {
            self.fault(offset, || format!("`{name}` is not the name of an expression{}", did_you_mean(name, known())));
        }
    }

    fn record(&mut self, mut object: Object<'_, 'j>, expected: Option<&Expected>) -> Expression {
        self.check(&object, &RECORD);
        let type_name = self.type_of_record(&mut object);
        let ty = type_name.as_deref().or(expected.map(|expected| &*expected.name));
        let children = std::mem::take(&mut object.children);
        let members = children.into_iter().map(|member| {
            let expected = ty.and_then(|ty| self.types.property(ty, &member.name));
            PropertyValue {
                name: Name::new(&*member.name, self.places.at(member.offset)),
                value: Some(self.expression(&member.value, expected.as_ref())),
                annotations: self.annotations(&mut object.notes, &member.name),
            }
        });
        let members = members.collect();
        let annotations = self.own_annotations(&mut object);
        let place = self.places.at(object.offset);
        self.finish(object);
        Expression::Record(Record { type_name, members, annotations, place })
    }

    /// Reads the control information that names the type (OData JSON 4.01 §4.6.3): a URL whose fragment is the name.
    fn type_of_record(&mut self, object: &mut Object<'_, 'j>) -> Option<Name> {
        let node = object.notes.take_one(&["@type", "@odata.type"])?;
        let uri = self.text_of(node, "the type of a record")?;
        Some(match uri.rsplit_once('#') {
            Some((_, name)) => Name::new(name, uri.place),
            None => uri,
        })
    }
}

/// The members that say what operator an object is, in the order of [`Operator::ALL`].
const MEMBERS_OF_OPERATORS: [&str; 18] = [
    "$And", "$Or", "$Not", "$Eq", "$Ne", "$Gt", "$Ge", "$Lt", "$Le", "$Has", "$In", "$Add", "$Sub", "$Neg", "$Mul",
    "$Div", "$DivBy", "$Mod",
];

const fn shape<'m>(noun: &'static str, members: &'m [&'static str]) -> Shape<'m> {
    Shape { noun, members, has_children: false }
}
