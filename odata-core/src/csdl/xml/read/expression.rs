//! Values of annotations.

use super::{
    characters::trim,
    reader::Reader,
    rules::{
        APPLY, CAST, COLLECTION, Content, IF, IS_OF, LABELED, LABELED_REFERENCE, NULL, PROPERTY_VALUE, RECORD, Rule,
        TEXTS, URL_REF,
    },
    tree::Node,
    type_reference::split_names,
};
use crate::csdl::{
    Apply, Constant, Expression, If, Labeled, Name, Operator, PathKind, Place, PrimitiveType, PropertyValue, Record,
    Typed,
};

impl Reader {
    /// Reads the value of an element that has it as an attribute or an element.
    pub(super) fn value(&mut self, node: &Node<'_>) -> Option<Expression> {
        let inline = node.attributes.iter().find_map(|attribute| {
            let place = Place::Text(attribute.value_location);
            if attribute.name == "UrlRef" {
                let url = text_value("String", &attribute.value, place)?;
                return Some(Expression::UrlReference(Box::new(url), Vec::new()));
            }
            text_value(attribute.name, &attribute.value, place)
        });
        inline.or_else(|| self.expressions(node).into_iter().next())
    }

    /// Reads the values that are elements within an element.
    fn expressions(&mut self, node: &Node<'_>) -> Vec<Expression> {
        node.values().map(|child| self.expression(child)).collect()
    }

    fn expression(&mut self, node: &Node<'_>) -> Expression {
        match node.name {
            "Null" => {
                self.check(node, &NULL);
                Expression::Null(self.annotations(node))
            }
            "Collection" => {
                self.check(node, &COLLECTION);
                Expression::Collection(self.expressions(node))
            }
            "Record" => self.record(node),
            "If" => self.condition(node),
            "Apply" => {
                self.check(node, &APPLY);
                Expression::Apply(Apply {
                    function: node.needed("Function"),
                    arguments: self.expressions(node),
                    annotations: self.annotations(node),
                })
            }
            "Cast" => self.typed(node, &CAST),
            "IsOf" => self.typed(node, &IS_OF),
            "LabeledElement" => {
                self.check(node, &LABELED);
                Expression::Labeled(Box::new(Labeled {
                    name: node.needed("Name"),
                    value: self.value(node).unwrap_or_else(missing),
                    annotations: self.annotations(node),
                }))
            }
            "LabeledElementReference" => {
                self.check(node, &LABELED_REFERENCE);
                Expression::LabeledReference(Name::new(trim(&node.text), Place::Text(node.text_location)))
            }
            "UrlRef" => {
                self.check(node, &URL_REF);
                let url = self.expressions(node).into_iter().next().unwrap_or_else(missing);
                Expression::UrlReference(Box::new(url), self.annotations(node))
            }
            name => match Operator::ALL.into_iter().find(|operator| operator.name() == name) {
                Some(operator) => {
                    let count = operator.operands();
                    self.check_content(node, operator.name(), Content::Values(count, count));
                    Expression::Operation(operator, self.expressions(node), self.annotations(node))
                }
                None => self.text(node),
            },
        }
    }

    fn check_content(&mut self, node: &Node<'_>, name: &'static str, content: Content) {
        self.check(node, &Rule { name, attributes: &[], children: &[], content });
    }

    fn text(&mut self, node: &Node<'_>) -> Expression {
        if let Some(&(name, form)) = TEXTS.iter().find(|(name, _)| *name == node.name) {
            self.check_content(node, name, Content::Text(form));
        }
        text_value(node.name, &node.text, Place::Text(node.text_location)).unwrap_or_else(missing)
    }

    fn record(&mut self, node: &Node<'_>) -> Expression {
        self.check(node, &RECORD);
        Expression::Record(Record {
            type_name: node.name("Type"),
            members: node.named("PropertyValue").map(|child| self.member(child)).collect(),
            annotations: self.annotations(node),
            place: node.place(),
        })
    }

    fn member(&mut self, node: &Node<'_>) -> PropertyValue {
        let name = node.needed("Property");
        let mark = self.enter("/", &name);
        self.check(node, &PROPERTY_VALUE);
        let member = PropertyValue { name, value: self.value(node), annotations: self.annotations(node) };
        self.leave(mark);
        member
    }

    fn condition(&mut self, node: &Node<'_>) -> Expression {
        self.check(node, &IF);
        let mut values = self.expressions(node).into_iter();
        Expression::If(Box::new(If {
            condition: values.next().unwrap_or_else(missing),
            then: values.next().unwrap_or_else(missing),
            otherwise: values.next(),
            annotations: self.annotations(node),
        }))
    }

    fn typed(&mut self, node: &Node<'_>, rule: &Rule) -> Expression {
        self.check(node, rule);
        Expression::Typed(Box::new(Typed {
            cast: rule.name == CAST.name,
            value: self.expressions(node).into_iter().next().unwrap_or_else(missing),
            ty: node.ty(),
            annotations: self.annotations(node),
        }))
    }
}

/// Returns what stands for a value that is missing, which is reported.
fn missing() -> Expression {
    Expression::Null(Vec::new())
}

/// Returns the value that a text is in the element or attribute of a name.
fn text_value(name: &str, text: &str, place: Place) -> Option<Expression> {
    let constant = |ty| Expression::Constant(Constant { ty, text: trim(text).to_owned(), place });
    let path = |kind| Expression::Path(kind, Name::new(trim(text), place));
    Some(match name {
        "String" => Expression::Constant(Constant { ty: PrimitiveType::String, text: text.to_owned(), place }),
        "Binary" => constant(PrimitiveType::Binary),
        "Bool" => constant(PrimitiveType::Boolean),
        "Date" => constant(PrimitiveType::Date),
        "DateTimeOffset" => constant(PrimitiveType::DateTimeOffset),
        "Decimal" => constant(PrimitiveType::Decimal),
        "Duration" => constant(PrimitiveType::Duration),
        "Float" => constant(PrimitiveType::Double),
        "Guid" => constant(PrimitiveType::Guid),
        "Int" => constant(PrimitiveType::Int64),
        "TimeOfDay" => constant(PrimitiveType::TimeOfDay),
        "EnumMember" => Expression::EnumMember(split_names(text, place)),
        "AnnotationPath" => path(PathKind::Annotation),
        "ModelElementPath" => path(PathKind::ModelElement),
        "NavigationPropertyPath" => path(PathKind::NavigationProperty),
        "Path" => path(PathKind::Value),
        "PropertyPath" => path(PathKind::Property),
        _ => return None,
    })
}
