//! Values of annotations.

use super::{Writer, literal::write_literal};
use crate::csdl::{Annotation, Apply, Expression, If, Labeled, Name, Operator, PathKind, Record, Typed, Version};

impl Writer<'_> {
    pub(super) fn expression(&mut self, expression: &Expression) {
        match expression {
            Expression::Null(annotations) if annotations.is_empty() => self.json.null(),
            Expression::Null(annotations) => self.dynamic("$Null", annotations, |this| this.json.null()),
            Expression::Constant(constant) => write_literal(&mut self.json, constant.ty, &constant.text),
            Expression::EnumMember(members) => self.json.string(&member_names(members)),
            Expression::Path(PathKind::Value, path) => {
                self.dynamic("$Path", &[], |this| this.json.string(&this.names.short(path)));
            }
            Expression::Path(_, path) => self.json.string(&self.names.short(path)),
            Expression::Collection(items) => self.items(items),
            Expression::Record(record) => self.record(record),
            Expression::If(conditional) => self.conditional(conditional),
            Expression::Apply(apply) => self.apply(apply),
            Expression::Typed(typed) => self.typed(typed),
            Expression::Labeled(labeled) => self.labeled(labeled),
            Expression::LabeledReference(name) => self.dynamic("$LabeledElementReference", &[], |this| {
                this.json.string(&this.names.short(name));
            }),
            Expression::UrlReference(url, annotations) => {
                self.dynamic("$UrlRef", annotations, |this| this.expression(url));
            }
            Expression::Operation(operator, operands, annotations) => {
                self.operation_on(*operator, operands, annotations);
            }
        }
    }

    /// Writes an object with a member that says what it is, and annotations.
    fn dynamic(&mut self, member: &str, annotations: &[Annotation], value: impl FnOnce(&mut Self)) {
        self.json.begin_object();
        self.json.name(member);
        value(self);
        self.annotations("", annotations);
        self.json.end_object();
    }

    fn items(&mut self, items: &[Expression]) {
        self.json.begin_array();
        for item in items {
            self.expression(item);
        }
        self.json.end_array();
    }

    fn record(&mut self, record: &Record) {
        self.json.begin_object();
        if let Some(name) = &record.type_name {
            let member = if self.document.version >= Version::V4_01 { "@type" } else { "@odata.type" };
            self.json.string_member(member, &self.names.type_uri(name));
        }
        for member in &record.members {
            self.json.name(&member.name);
            match &member.value {
                Some(value) => self.expression(value),
                None => self.json.boolean(true),
            }
            self.annotations(&member.name, &member.annotations);
        }
        self.annotations("", &record.annotations);
        self.json.end_object();
    }

    fn conditional(&mut self, conditional: &If) {
        self.dynamic("$If", &conditional.annotations, |this| {
            this.json.begin_array();
            this.expression(&conditional.condition);
            this.expression(&conditional.then);
            if let Some(otherwise) = &conditional.otherwise {
                this.expression(otherwise);
            }
            this.json.end_array();
        });
    }

    fn apply(&mut self, apply: &Apply) {
        self.dynamic("$Apply", &apply.annotations, |this| {
            this.items(&apply.arguments);
            this.name_member("$Function", &apply.function);
        });
    }

    fn typed(&mut self, typed: &Typed) {
        self.dynamic(if typed.cast { "$Cast" } else { "$IsOf" }, &typed.annotations, |this| {
            this.expression(&typed.value);
            this.cast_members(&typed.ty);
        });
    }

    fn labeled(&mut self, labeled: &Labeled) {
        self.dynamic("$LabeledElement", &labeled.annotations, |this| {
            this.expression(&labeled.value);
            this.json.string_member("$Name", &labeled.name);
        });
    }

    fn operation_on(&mut self, operator: Operator, operands: &[Expression], annotations: &[Annotation]) {
        self.dynamic(&format!("${}", operator.name()), annotations, |this| match operands {
            [operand] if operator.operands() == 1 => this.expression(operand),
            _ => this.items(operands),
        });
    }
}

/// Returns the names of enumeration members without the type before them.
fn member_names(members: &[Name]) -> String {
    let names: Vec<_> = members.iter().map(|name| name.rsplit_once('/').map_or(&**name, |(_, name)| name)).collect();
    names.join(",")
}
