//! The same 80 types and the same calls, with and without derives.

use std::fmt::Write;

use crate::project::{Dependencies, Program};

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
    /// The same, declared in another way.
    OursWith(Change),
    /// The derives of serde, `#[serde(flatten)]` on the base.
    Serde,
    /// The derives of serde, with the properties of the bases repeated in each struct.
    SerdeFlat,
}

/// What is declared in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    /// No type has a base.
    NoBase,
    /// `key` on all properties of the first level that can be in a key.
    Key,
    /// `max_length` on all text.
    MaxLength,
    /// `default` on all numbers and truth values that are not nullable.
    Default,
    /// An alias for the type of all text, which the macro does not know.
    Alias,
}

impl Variant {
    fn is_flat(self) -> bool {
        matches!(self, Self::PlainFlat | Self::SerdeFlat)
    }

    fn dependencies(self) -> Dependencies {
        match self {
            Self::Plain | Self::PlainFlat => Dependencies::None,
            Self::Ours | Self::OursWith(_) => Dependencies::Ours,
            Self::Serde | Self::SerdeFlat => Dependencies::Serde,
        }
    }
}

/// The program, and how often it has what its variant changes.
pub(crate) fn program(variant: Variant) -> (Program, u32) {
    let text = String::from("#![allow(dead_code)]\ntype Text = String;\n");
    let mut source = Source { variant, dependencies: variant.dependencies(), text, uses: 0 };
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
    let name = format!("cost-{variant:?}").replace(['(', ')'], "-").trim_end_matches('-').to_lowercase();
    (Program { name, source: source.text, dependencies: source.dependencies }, source.uses)
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
    dependencies: Dependencies,
    text: String,
    uses: u32,
}

impl Source {
    fn declare(&mut self, name: &str, derive: &str, base: Option<&str>, properties: &[(String, String)]) {
        let derives = match self.dependencies {
            Dependencies::None => ")]".to_owned(),
            Dependencies::Ours => {
                format!(", odata_core::{derive})]\n#[odata(type = \"cost.{}Type\")]", name.to_lowercase())
            }
            Dependencies::Serde => {
                ", serde::Serialize, serde::Deserialize)]\n#[serde(default, rename_all = \"camelCase\")]".to_owned()
            }
        };
        self.line(&format!("#[derive(Clone, Debug, Default, PartialEq{derives}"));
        self.line(&format!("pub struct {name} {{"));
        match base {
            Some(_) if self.variant == Variant::OursWith(Change::NoBase) => self.uses += 1,
            Some(base) => {
                let attribute = match self.dependencies {
                    Dependencies::None => "",
                    Dependencies::Ours => "#[odata(base)] ",
                    Dependencies::Serde => "#[serde(flatten)] ",
                };
                self.line(&format!("    {attribute}pub base: {base},"));
            }
            None => {}
        }
        for (property, ty) in properties {
            let (attribute, ty) = self.changed(derive == "ODataEntity" && base.is_none(), ty);
            self.line(&format!("    {attribute}pub {property}: {ty},"));
        }
        self.line("}");
    }

    /// The attribute and the type of a property as the variant has them.
    fn changed(&mut self, can_have_key: bool, ty: &str) -> (&'static str, String) {
        let unchanged = ("", ty.to_owned());
        let Variant::OursWith(change) = self.variant else { return unchanged };
        let changed = match (change, ty) {
            (Change::Key, "String" | "bool" | "i32" | "i64") if can_have_key => ("#[odata(key)] ", ty.to_owned()),
            (Change::MaxLength, "String" | "Option<String>") => ("#[odata(max_length = 100)] ", ty.to_owned()),
            (Change::Default, "bool") => ("#[odata(default = true)] ", ty.to_owned()),
            (Change::Default, "i32" | "i64") => ("#[odata(default = 5)] ", ty.to_owned()),
            (Change::Default, "f64") => ("#[odata(default = 0.5)] ", ty.to_owned()),
            (Change::Alias, "String" | "Option<String>") => ("", ty.replace("String", "Text")),
            _ => return unchanged,
        };
        self.uses += 1;
        changed
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
            if self.dependencies == Dependencies::Ours {
                let write = "odata_core::codec::to_vec(&value).len()";
                let read = format!("odata_core::codec::from_slice::<{name}>(body)");
                self.line(&format!("    sum += {read}.map_or(0, |value| {write});"));
            } else if self.dependencies == Dependencies::Serde {
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
