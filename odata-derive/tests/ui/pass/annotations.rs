//! Annotations at places and with names that need care.
#![deny(warnings)]

use odata_core::{ODataComplex, ODataEntity, ODataRecord, ODataTerm, annotation, record};

#[derive(ODataTerm)]
#[odata(type = "shop.type", value = r#Type, annotate(r#Text #r#Type = "a qualifier that is a keyword"))]
pub struct r#Kind;

#[derive(ODataTerm)]
#[odata(type = "shop.text", value = Option<std::string::String>)]
pub(crate) struct Text;

#[derive(ODataRecord, Clone, Copy)]
#[odata(type = "shop.kind")]
pub struct Type {
    #[odata(name = "type")]
    r#type: annotation::Value<String>,
    pub inner: annotation::Value<Vec<Self>>,
}

mod inner {
    use super::*;

    const NAME: &str = "inner";
    pub(super) const WHOLE: Type = record!(super::Type { r#type: NAME, inner: [], });

    /// Its path begins in a private type.
    #[derive(ODataComplex, Clone)]
    #[odata(type = "shop.part", annotate(super::Kind = Type { r#type: path(r#move), inner: [WHOLE] }))]
    pub(super) struct Part {
        pub(super) r#move: String,
    }
}

macro_rules! entity {
    ($name:ident, $value:expr, $type:ty) => {
        #[derive(ODataEntity, Clone)]
        #[odata(type = "shop.thing", annotate(Text = $value, Text #None))]
        struct $name {
            #[odata(key)]
            id: i32,
            part: $type,
        }
    };
}

entity!(Thing, "from a macro", inner::Part);

fn main() {
    let thing = Thing { id: 1, part: inner::Part { r#move: "a".to_owned() } };
    assert_eq!((thing.id, &*thing.part.r#move), (1, "a"));
    let annotations = <Thing as odata_core::StructuredType>::DESCRIPTOR.annotations();
    assert_eq!(annotations.filter(|found| found.expression().is_some()).count(), 1);
    let _ = inner::WHOLE;
}
