//! A document as JSON.

mod annotation;
mod container;
mod expression;
mod literal;
mod names;
mod operation;
mod printer;
mod reference;
mod scalar;
mod schema;
mod structured;
#[cfg(test)]
mod tests;
mod type_reference;

use names::Names;
use printer::Printer;

use crate::csdl::Document;

/// What all parts are written with.
struct Writer<'d> {
    json: Printer,
    names: Names<'d>,
    document: &'d Document,
}

impl Document {
    /// Returns the document as JSON without white space, in the version that it has (OData CSDL JSON 4.01).
    ///
    /// JSON spells some things in one way where XML has several. So the text has
    ///
    /// - the alias of a namespace, if there is one, in place of the namespace;
    /// - the overloads of an action or function together, at the place of the first, and the annotations of one target
    ///   as well, each with the qualifier of its block;
    /// - a value for each member of an enumeration type;
    /// - no member for what is the default: nullability, `Scale` and the `Precision` of times have other defaults than
    ///   in XML;
    /// - a value for each annotation: where the document has none, the default value of the term if the document
    ///   declares it, and else `true`, which is that of most terms of OASIS;
    /// - the names of enumeration members without their type, and texts for all constants that are neither numbers nor
    ///   Boolean values.
    ///
    /// There is no `MaxLength` of `max`. Of what is declared with one name, against the rules, the text has only the
    /// first: types come before actions and functions.
    ///
    /// ```
    /// use odata_core::csdl::{Document, Property, Schema, StructuredType, TypeReference};
    ///
    /// let seats = Property { name: "seats".into(), ty: TypeReference::new("Edm.Int32"), ..Property::default() };
    /// let vehicle = StructuredType { name: "vehicle".into(), properties: vec![seats], ..StructuredType::default() };
    /// let schema = Schema { namespace: "fleet".into(), types: vec![vehicle], ..Schema::default() };
    /// let document = Document { schemas: vec![schema], ..Document::default() };
    /// assert_eq!(
    ///     document.to_json(),
    ///     concat!(
    ///         r#"{"$Version":"4.0","fleet":{"vehicle":{"$Kind":"EntityType","#,
    ///         r#""seats":{"$Type":"Edm.Int32","$Nullable":true}}}}"#,
    ///     ),
    /// );
    /// ```
    pub fn to_json(&self) -> String {
        self.written(false)
    }

    /// Returns the document as JSON like [`to_json`](Self::to_json), in lines that are indented.
    pub fn to_json_pretty(&self) -> String {
        self.written(true)
    }

    fn written(&self, is_indented: bool) -> String {
        let mut writer = Writer { json: Printer::new(is_indented), names: Names::of(self), document: self };
        writer.document();
        writer.json.into_text()
    }
}

impl Writer<'_> {
    fn document(&mut self) {
        let document = self.document;
        self.json.begin_object();
        self.json.string_member("$Version", document.version.as_str());
        if let Some((schema, container)) = document.container() {
            // The one name that must not have an alias.
            self.json.string_member("$EntityContainer", &format!("{}.{}", schema.namespace, container.name));
        }
        self.references(&document.references);
        for schema in &document.schemas {
            self.schema(schema);
        }
        self.json.end_object();
    }

    /// Writes a member whose value is a name or path.
    fn name_member(&mut self, member: &str, name: &str) {
        self.json.string_member(member, &self.names.short(name));
    }

    /// Writes a member whose value is a name or path, if there is one.
    fn optional_name(&mut self, member: &str, name: Option<&str>) {
        if let Some(name) = name {
            self.name_member(member, name);
        }
    }
}
