//! The schema rules that the macro checks in the tokens of one item.

use std::fmt::Write as _;

/// How often the program has each declaration.
const COPIES: u32 = 20;

/// A function of `odata-derive`, and the rules in it.
pub(crate) struct Function {
    /// What it does, for the table.
    pub(crate) what: &'static str,
    /// What one call of it is about.
    pub(crate) about: &'static str,
    /// Its path in the crate.
    pub(crate) path: &'static str,
}

/// The functions in which the macro checks, and for comparison what else it does.
pub(crate) const FUNCTIONS: [Function; 24] = [
    function("reads the words of a type, refuses wrong ones", "item", "attr::types::TypeAttrs::read"),
    function("reads the words of a field, refuses wrong ones", "field", "attr::field::FieldAttrs::read"),
    function("reads the words of a variant, refuses wrong ones", "variant", "attr::variant::VariantAttrs::read"),
    function("E6: a variant, without data", "variant", "ast::enumeration::EnumType::variant"),
    function("E2: the underlying type", "enum", "ast::enumeration::repr"),
    function("rules of all items: `type`, N1 to N3", "item", "valid::head::head"),
    function("N1, N2, N3: the qualified name", "item", "valid::names::qualified"),
    function("N1: the name of a property, member or child", "name", "valid::names::identifier"),
    function("N8, N11, N13: unique names", "item", "valid::names::unique"),
    function("N9: not named as its type", "name", "valid::names::same_name_as_type"),
    function("all rules of a property: N1, N9, K3 and the next two", "property", "valid::property::property"),
    function("T8, T9, V2, `Option<Vec<_>>`, types without an EDM type", "property", "ty::fault"),
    function("types of other crates, which have words of their own", "property", "hint::function"),
    function("words of serde", "attribute list", "attr::serde::refuse"),
    function("T13: contains itself", "property", "valid::property::contains_itself"),
    function("the base, embedded as it is", "base", "valid::structured::base_type"),
    function("T5: open types and dynamic properties", "type", "valid::structured::open"),
    function("`skip` and `dynamic` without words of properties", "field", "valid::property::no_property"),
    function(
        "E3: the values of the members, literals or counted from them",
        "enum",
        "valid::enumeration::member_values",
    ),
    function("E2: discriminants with `unknown`", "enum", "valid::enumeration::representation"),
    function("N3, N4: the aliases", "container", "valid::document::aliases"),
    function("writes one constant that the compiler evaluates", "constant", "expand::span::check"),
    function("writes the code of a structured type", "type", "expand::structured::expand"),
    function("the whole macro", "item", "expand::derive"),
];

const fn function(what: &'static str, about: &'static str, path: &'static str) -> Function {
    Function { what, about, path }
}

/// A program in which every word and every rule has its use.
pub(crate) fn program() -> String {
    let mut program =
        String::from("#![allow(dead_code)]\nuse odata_core::{ODataComplex, ODataContainer, ODataEntity, ODataEnum};\n");
    for copy in 0..COPIES {
        writeln!(program, "mod m{copy} {{ use super::*;").expect("a string takes all that is written to it");
        program.push_str(&DECLARATIONS.replace("cost.", &format!("cost{copy}.")));
        program.push_str("}\n");
    }
    program.push_str("fn main() {}\n");
    program
}

const DECLARATIONS: &str = r#"
#[derive(Clone, ODataEnum)] #[odata(type = "cost.state")] #[repr(i64)]
pub enum State { First = 1, Second = 2, Third = 3, Fourth = 4, #[odata(unknown)] Other(odata_core::value::UnknownMember) }
#[derive(Clone, ODataComplex)] #[odata(type = "cost.part")]
pub struct Part {
    pub text: Option<String>, #[odata(max_length = 50)] pub short: String, #[odata(default = 5)] pub number: i32,
    #[odata(name = "given")] pub named: bool, pub state: State, pub parts: Vec<Part>,
}
#[derive(Clone, ODataEntity)] #[odata(type = "cost.root", abstract, rename_all = "lowerCamelCase")]
pub struct Root {
    #[odata(key)] pub id: String, #[odata(immutable)] pub kind: Option<String>, #[odata(computed)] pub at: i64,
    pub display_name: Option<String>, pub part: Part, pub part_or_null: Option<Part>,
}
#[derive(Clone, ODataEntity)] #[odata(type = "cost.middle", abstract, open = false)]
pub struct Middle {
    #[odata(base)] pub root: Root, pub texts: Vec<String>, pub numbers: Vec<i64>, pub flag: bool, pub real: f64,
    pub bytes: Vec<u8>, pub time: odata_core::value::DateTimeOffset,
}
#[derive(Clone, ODataEntity)] #[odata(type = "cost.leaf", open)]
pub struct Leaf {
    #[odata(base)] pub middle: Middle, pub one: i32, pub two: i32, pub three: Option<i32>, #[odata(skip)] pub cache: u32,
    #[odata(contains_target)] pub leaves: odata_core::Nav<Vec<Leaf>>, #[odata(dynamic)] pub more: odata_core::DynamicProperties,
}
#[derive(ODataContainer)] #[odata(type = "cost.items", schema("cost", alias = "short"))]
pub struct Items {
    #[odata(entity_set)] pub leaves: Vec<Leaf>, #[odata(entity_set)] pub others: Vec<Leaf>, #[odata(singleton)] pub one: Leaf,
    #[odata(singleton, nullable)] pub two: Leaf,
}
"#;
