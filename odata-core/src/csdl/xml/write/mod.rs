//! Documents as text (OData CSDL XML 4.01).

mod annotation;
mod container;
mod expression;
mod markup;
mod operation;
mod reference;
mod scalar;
mod structured;
mod type_reference;

use annotation::{write_annotations, write_external, write_term};
use container::write_container;
use markup::Markup;
use operation::write_operation;
use reference::write_reference;
use scalar::{write_definition, write_enum};
use structured::write_type;

use super::{EDM, EDMX};
use crate::csdl::{Document, Schema};

impl Document {
    /// Returns the document as the text of an XML document (OData CSDL XML 4.01), of the version that the document has.
    ///
    /// Attributes that say what is so without them are left out. The order is that of the document, the parts of a
    /// schema by their kinds. Control characters that XML cannot have become U+FFFD.
    ///
    /// ```
    /// use odata_core::csdl::{Document, Schema, TypeDefinition};
    ///
    /// let sku = TypeDefinition { name: "sku".into(), underlying: "Edm.String".into(), ..TypeDefinition::default() };
    /// let schema = Schema { namespace: "shop".into(), definitions: vec![sku], ..Schema::default() };
    /// let document = Document { schemas: vec![schema], ..Document::default() };
    /// assert!(document.to_xml().contains(r#"<TypeDefinition Name="sku" UnderlyingType="Edm.String"/>"#));
    /// ```
    pub fn to_xml(&self) -> String {
        let mut xml = Markup::new();
        xml.start("edmx:Edmx");
        xml.attribute("xmlns:edmx", EDMX);
        xml.attribute("Version", self.version.as_str());
        self.references.iter().for_each(|reference| write_reference(&mut xml, reference));
        xml.start("edmx:DataServices");
        self.schemas.iter().for_each(|schema| write_schema(&mut xml, schema));
        xml.end();
        xml.end();
        xml.finish()
    }
}

fn write_schema(xml: &mut Markup, schema: &Schema) {
    xml.start("Schema");
    xml.attribute("xmlns", EDM);
    xml.attribute("Namespace", &schema.namespace);
    xml.optional("Alias", schema.alias.as_deref());
    schema.definitions.iter().for_each(|definition| write_definition(xml, definition));
    schema.enums.iter().for_each(|ty| write_enum(xml, ty));
    schema.types.iter().for_each(|ty| write_type(xml, ty));
    schema.operations.iter().for_each(|operation| write_operation(xml, operation));
    schema.terms.iter().for_each(|term| write_term(xml, term));
    schema.containers.iter().for_each(|container| write_container(xml, container));
    schema.external.iter().for_each(|annotations| write_external(xml, annotations));
    write_annotations(xml, &schema.annotations);
    xml.end();
}
