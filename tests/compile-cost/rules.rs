//! The schema rules that the compiler evaluates: a constant for each use.

use std::fmt::Write as _;

/// How often a program has the constant of a rule.
pub(crate) const USES: u32 = 300;

/// A rule, and the constant that the derives write for it. `{own}` is the index of one of twelve properties.
pub(crate) struct Rule {
    /// Its name in the table.
    pub(crate) name: &'static str,
    /// The type of the constant.
    ty: &'static str,
    /// The call.
    call: &'static str,
}

/// Functions of `odata_core::edm::check` that the derives call, in their usual and their dearest case. Those that few
/// declarations need are like one of these.
pub(crate) const RULES: [Rule; 41] = [
    rule("N10: no base has the property or a field of its name; one level above", "not_inherited(MIDDLE, {own})"),
    rule("N10: the same, two levels above", "not_inherited(LEAF, {own})"),
    rule("N10: for the name alone, two levels above", "name_not_inherited(LEAF, {own})"),
    rule("N10: for the field alone, two levels above", "field_not_hidden(LEAF, {own})"),
    rule("N10: for a field that is not a property, two levels above", "other_field_not_hidden(\"cache\", MIDDLE)"),
    rule("N10: for the field of the base, two levels above", "base_field_not_hidden(\"base\", MIDDLE)"),
    rule("T1: the base is of the same kind", "base_kind(private::TypeKind::Entity, MIDDLE)"),
    rule("T4: an abstract type has an abstract base", "abstract_base(\"cost.middle\", ROOT)"),
    rule("T5: open without a field for dynamic properties: a base has one", "dynamic_inherited(\"cost.below\", OPEN)"),
    rule("T5: a field for dynamic properties: no base has one", "dynamic_not_inherited(\"cost.leaf\", MIDDLE)"),
    rule("T5: closed: the base is not open", "not_closed(\"cost.leaf\", MIDDLE)"),
    rule("T7, T8, T9: the type of a property, complex", "property_type(\"part\", PART.ty)"),
    rule("T7, T8, T9: the same, a collection", "property_type(\"parts\", PARTS.ty)"),
    rule("T7: the same, of a field that could hold the base", "property_type_or_base(\"part\", PART.ty)"),
    rule("T13: a boxed value has an end", "has_end(WHOLE, \"no end\")"),
    rule("V1: the target of a navigation property", "property_type(\"keyed\", NAV.ty)"),
    rule("K3, K4: the type of a key property, primitive", "key_type(\"id\", GUID.ty)"),
    rule("K3, K4: the same, an enumeration type", "key_type(\"id\", STATE.ty)"),
    rule("K5: no base has a key; two levels of twelve properties", "key_not_inherited(\"cost.leaf\", MIDDLE)"),
    rule("F1: `max_length` of binary data", "max_length(BINARY.ty)"),
    rule("F2: `precision` of a time", "precision(TIME.ty)"),
    rule("containment of a navigation property", "navigation(\"contains_target\", \"keyed\", NAV.ty)"),
    rule("F6: a default value, an integer", "default_value(\"p\", INT32.ty, private::DefaultValue::Number(\"100\"))"),
    rule("F6: the same, a text", "default_value(\"p\", TEXT.ty, private::DefaultValue::Text(\"automatic\"))"),
    rule(
        "F6: the same, a time",
        "default_value(\"p\", TIME.ty, private::DefaultValue::Text(\"0001-01-01T00:00:00Z\"))",
    ),
    rule("F6: the same, a member", "default_value(\"p\", STATE.ty, private::DefaultValue::Text(\"third\"))"),
    rule(
        "F6: a default value that facets allow, a text",
        "default_fits(TEXT.ty, private::DefaultValue::Text(\"automatic\"), private::Facets(100))",
    ),
    rule("F6: the same, a number that may be too large", "default_float(REAL.ty, \"1e39\", true)"),
    rule(
        "E3: the value counted from one that is not a literal",
        "next_member_value(\"third\", 3, 1, private::PrimitiveType::Int32)",
    ),
    rule(
        "E3: the value of a member, if it is not a literal",
        "member_value(\"third\", 3, private::PrimitiveType::Int32)",
    ),
    rule("K8: where a path of an alternate key ends", "alternate_key_end(WALKED.path())"),
    rule("F1: `precision` without `scale`", "precision_alone(TIME.ty, 3)"),
    rule("F1: `unicode` of a text", "unicode(TEXT.ty)"),
    rule("`unique` of a text", "unique(\"p\", TEXT.ty)"),
    rule("`searchable` of a text", "searchable(\"p\", TEXT.ty)"),
    rule("`computed` of a property whose type the macro does not know", "structural(\"computed\", \"p\", TEXT.ty)"),
    rule("O3: the type of a parameter", "parameter_type(\"part\", PART.ty)"),
    part("O3: the binding parameter with its type", "binding_parameter(private::child::<Keyed>().ty)"),
    part("O3: what is returned with its type", "return_value(private::child::<Vec<Keyed>>().ty)"),
    rule("C2: the type of an entity set, K10 included", "entity_set_type(\"keyed\", SET.ty, SET.structured)"),
    rule("C3: the type of a singleton", "singleton_type(\"leaf\", SINGLETON.ty)"),
];

const fn rule(name: &'static str, call: &'static str) -> Rule {
    Rule { name, ty: "()", call }
}

const fn part(name: &'static str, call: &'static str) -> Rule {
    Rule { name, ty: "private::PropertyDescriptor", call }
}

/// The program with the constants of a rule, or with all but them.
pub(crate) fn program(rule: Option<&Rule>) -> String {
    let mut program = String::from(DECLARATIONS);
    for (type_name, attributes, base, first) in [
        ("Root", ", abstract", "", "a"),
        ("Middle", "", "#[odata(base)] pub root: Root,", "b"),
        ("Leaf", "", "#[odata(base)] pub middle: Middle,", "c"),
    ] {
        let name = type_name.to_lowercase();
        let properties = (0..12).fold(String::new(), |text, own| format!("{text} pub {first}{own}: String,"));
        line(
            &mut program,
            &format!(
                "#[derive(Clone, odata_core::ODataEntity)] #[odata(type = \"cost.{name}Type\"{attributes})] \
                 pub struct {type_name} {{ {base}{properties} }}"
            ),
        );
    }
    if let Some(rule) = rule {
        for at in 0..USES {
            let call = rule.call.replace("{own}", &(at % 12).to_string());
            line(&mut program, &format!("const _: {} = private::check::{call};", rule.ty));
        }
    }
    line(&mut program, "fn main() {}");
    program
}

fn line(program: &mut String, line: &str) {
    writeln!(program, "{line}").expect("a string takes all that is written to it");
}

/// What the calls name. The derives have the same constants for each property and each base, for other reasons too.
const DECLARATIONS: &str = r#"#![allow(dead_code)]
use odata_core::__private as private;
#[derive(Clone, odata_core::ODataEntity)] #[odata(type = "cost.keyedType")]
pub struct Keyed { #[odata(key)] pub id: i32 }
#[derive(Clone, odata_core::ODataEntity)] #[odata(type = "cost.openType", open)]
pub struct Open { #[odata(dynamic)] pub dynamic: odata_core::DynamicProperties }
#[derive(Clone, odata_core::ODataComplex)] #[odata(type = "cost.partType")]
pub struct Part { pub p: i32 }
#[derive(Clone, odata_core::ODataComplex)] #[odata(type = "cost.wholeType")]
pub struct Whole { pub part: Box<Part> }
#[derive(Clone, odata_core::ODataEnum)] #[odata(type = "cost.stateType")]
pub enum State { First, Second, Third }
const ROOT: &private::TypeDescriptor = <Root as private::StructuredType>::DESCRIPTOR;
const MIDDLE: &private::TypeDescriptor = <Middle as private::StructuredType>::DESCRIPTOR;
const LEAF: &private::TypeDescriptor = <Leaf as private::StructuredType>::DESCRIPTOR;
const OPEN: &private::TypeDescriptor = <Open as private::StructuredType>::DESCRIPTOR;
const PART: private::Field<Option<Part>> = private::field();
const PARTS: private::Field<Vec<Part>> = private::field();
const NAV: private::Field<odata_core::Nav<Vec<Keyed>>> = private::field();
const WHOLE: bool = private::Probe::<Box<Part>, Whole>::WITHOUT_END;
const GUID: private::Field<odata_core::value::Guid> = private::field();
const STATE: private::Field<State> = private::field();
const BINARY: private::Field<Vec<u8>> = private::field();
const INT32: private::Field<i32> = private::field();
const REAL: private::Field<f64> = private::field();
const TEXT: private::Field<String> = private::field();
const TIME: private::Field<odata_core::value::DateTimeOffset> = private::field();
static WALKED: private::Walked<1> =
    private::Walk::to(private::Walk::<Keyed, 1>::START, "id", |keyed| &keyed.id).end();
const SET: private::Child = private::child::<Vec<Keyed>>();
const SINGLETON: private::Child = private::child::<Leaf>();
"#;
