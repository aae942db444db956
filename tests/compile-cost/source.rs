//! The same 80 types and the same calls, with and without derives.

use std::fmt::Write;

/// Chains of entity types, each of three levels.
const CHAINS: usize = 20;
/// Entity types in a chain.
const LEVELS: usize = 3;
/// Properties that each entity type declares.
const OF_ENTITY: usize = 12;
/// Properties that each complex type declares.
const OF_COMPLEX: usize = 6;

/// The types of the properties, in turn.
const TYPES: [&str; 10] = [
    "Option<String>",
    "String",
    "bool",
    "i64",
    "Vec<String>",
    "Option<i64>",
    "i32",
    "Option<bool>",
    "f64",
    "Option<String>",
];

/// How the types are declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// Without derives but those of the standard library.
    Plain,
    /// The same, with the properties of the bases repeated in each struct.
    PlainFlat,
    /// The derives of this framework.
    Ours,
    /// The same, with more for the compiler to check.
    OursWith(Rule),
    /// The derives of serde, `#[serde(flatten)]` on the base.
    Serde,
    /// The derives of serde, with the properties of the bases repeated in each struct.
    SerdeFlat,
}

/// What the compiler checks where it is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// No chains, so without what inheritance costs.
    NoBase,
    /// `max_length` on all text.
    MaxLength,
    /// `default` on all numbers and truth values that are not nullable.
    Default,
}

impl Variant {
    fn is_ours(self) -> bool {
        matches!(self, Self::Ours | Self::OursWith(_))
    }

    fn is_serde(self) -> bool {
        matches!(self, Self::Serde | Self::SerdeFlat)
    }

    fn is_flat(self) -> bool {
        matches!(self, Self::PlainFlat | Self::SerdeFlat)
    }

    /// The dependencies of the project.
    pub(crate) fn dependencies(self, core: &str) -> String {
        if self.is_ours() {
            format!("odata-core = {{ path = {core:?} }}\n")
        } else if self.is_serde() {
            "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n".to_owned()
        } else {
            String::new()
        }
    }
}

/// The program, and how often it uses the rule of its variant.
pub(crate) fn program(variant: Variant) -> (String, usize) {
    let mut source = Source { variant, text: String::from("#![allow(dead_code)]\n"), uses: 0 };
    let mut entities = Vec::new();
    for chain in 0..CHAINS {
        let complex = format!("Complex{chain}");
        let properties = (0..OF_COMPLEX).map(|at| (format!("p{at}"), TYPES[at].to_owned())).collect::<Vec<_>>();
        source.declare(&complex, "ODataComplex", None, &properties);
        let mut base: Option<String> = None;
        let mut inherited = Vec::new();
        for level in 0..LEVELS {
            let name = format!("Entity{chain}Level{level}");
            let own = own_properties(level, &complex);
            if variant.is_flat() {
                inherited.extend(own);
                source.declare(&name, "ODataEntity", None, &inherited);
            } else {
                source.declare(&name, "ODataEntity", base.as_deref(), &own);
            }
            base = Some(name.clone());
            entities.push(name);
        }
    }
    source.calls(&entities);
    (source.text, source.uses)
}

fn own_properties(level: usize, complex: &str) -> Vec<(String, String)> {
    let ty = |at: usize| match (level, at) {
        (1, 3) => format!("Option<{complex}>"),
        (1, 4) => format!("Vec<{complex}>"),
        _ => TYPES[(at + level) % TYPES.len()].to_owned(),
    };
    (0..OF_ENTITY).map(|at| (format!("l{level}_{at}"), ty(at))).collect()
}

struct Source {
    variant: Variant,
    text: String,
    uses: usize,
}

impl Source {
    fn declare(&mut self, name: &str, derive: &str, base: Option<&str>, properties: &[(String, String)]) {
        let derives = if self.variant.is_ours() {
            format!(", odata_core::{derive})]\n#[odata(type = \"cost.{}Type\")]", name.to_lowercase())
        } else if self.variant.is_serde() {
            ", serde::Serialize, serde::Deserialize)]\n#[serde(default, rename_all = \"camelCase\")]".to_owned()
        } else {
            ")]".to_owned()
        };
        self.line(&format!("#[derive(Clone, Debug, Default, PartialEq{derives}"));
        self.line(&format!("pub struct {name} {{"));
        match base {
            Some(_) if self.variant == Variant::OursWith(Rule::NoBase) => self.uses += properties.len(),
            Some(base) => {
                let attribute = match self.variant {
                    Variant::Ours | Variant::OursWith(_) => "#[odata(base)] ",
                    Variant::Serde => "#[serde(flatten)] ",
                    _ => "",
                };
                self.line(&format!("    {attribute}pub base: {base},"));
            }
            None => {}
        }
        for (property, ty) in properties {
            let attribute = self.rule(ty);
            self.line(&format!("    {attribute}pub {property}: {ty},"));
        }
        self.line("}");
    }

    /// The attribute of a property that is subject to the variant's rule.
    fn rule(&mut self, ty: &str) -> &'static str {
        let Variant::OursWith(rule) = self.variant else { return "" };
        let attribute = match (rule, ty) {
            (Rule::MaxLength, "String" | "Option<String>") => "#[odata(max_length = 100)] ",
            (Rule::Default, "bool") => "#[odata(default = true)] ",
            (Rule::Default, "i32" | "i64") => "#[odata(default = 5)] ",
            (Rule::Default, "f64") => "#[odata(default = 0.5)] ",
            _ => return "",
        };
        self.uses += 1;
        attribute
    }

    /// One reading and one writing of each entity type, and what all variants do.
    fn calls(&mut self, entities: &[String]) {
        self.line("fn main() {");
        self.line("    let argument = std::env::args().nth(1).unwrap_or_default();");
        self.line("    let body = argument.as_bytes();");
        self.line("    let mut sum = body.len();");
        for name in entities {
            let value = format!("{name}::default()");
            self.line(&format!("    sum += usize::from(std::hint::black_box({value} == {value}.clone()));"));
            self.line(&format!("    sum += format!(\"{{:?}}\", {value}).len();"));
            if self.variant.is_ours() {
                let write = "odata_core::codec::to_vec(&value).len()";
                let read = format!("odata_core::codec::from_slice::<{name}>(body)");
                self.line(&format!("    sum += {read}.map_or(0, |value| {write});"));
            } else if self.variant.is_serde() {
                let write = "serde_json::to_vec(&value).map_or(0, |body| body.len())";
                let read = format!("serde_json::from_slice::<{name}>(body)");
                self.line(&format!("    sum += {read}.map_or(0, |value| {write});"));
            }
        }
        self.line("    println!(\"{sum}\");\n}");
    }

    fn line(&mut self, line: &str) {
        writeln!(self.text, "{line}").expect("a string takes all that is written to it");
    }
}
