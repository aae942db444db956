//! Values of annotations that nothing checks but their form: `raw { Name: "x", Path: path("a/b") }`.

use proc_macro2::{Group, Ident};
use syn::{
    LitStr, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::{Brace, Bracket},
};

use super::{
    default::DefaultKind,
    suggest::did_you_mean,
    value::{TYPED, is_word_alone, typed, whole_literal, word_and_group},
    word::parse_inside,
};

/// A value that is not checked.
pub(crate) enum RawValue {
    Literal(DefaultKind),
    /// A literal with its primitive type.
    TypedLiteral(&'static str, LitStr),
    Null,
    /// A path of a kind.
    Path(&'static str, LitStr),
    /// `member("ns.type", "a", "b")`
    Members(LitStr, Vec<LitStr>),
    Collection(Vec<RawValue>),
    /// `{ Name: "x" }`, `record("ns.type") { Name: "x" }`
    Record(Option<LitStr>, Vec<(String, RawValue)>),
    /// `if_(..)`
    If(Vec<RawValue>),
    /// `apply("odata.concat", ..)`
    Apply(LitStr, Vec<RawValue>),
    /// An operator by the name of its variant.
    Operation(&'static str, Vec<RawValue>),
    /// `cast(value, "type")`, `is_of(value, "type")`
    Typed(&'static str, Box<RawValue>, LitStr),
    /// `labeled("Name", value)`
    Labeled(LitStr, Box<RawValue>),
    /// `labeled_ref("ns.Name")`
    LabeledReference(LitStr),
    /// `url(value)`
    Url(Box<RawValue>),
}

/// Words for paths, with the kind that each has.
const PATHS: [(&str, &str); 6] = [
    ("path", "Value"),
    ("annotation_path", "Annotation"),
    ("any_property_path", "AnyProperty"),
    ("model_element_path", "ModelElement"),
    ("navigation_property_path", "NavigationProperty"),
    ("property_path", "Property"),
];

/// Words for operators, with the variant and the number of operands.
const OPERATORS: [(&str, &str, usize); 18] = [
    ("and", "And", 2),
    ("or", "Or", 2),
    ("not", "Not", 1),
    ("eq", "Eq", 2),
    ("ne", "Ne", 2),
    ("gt", "Gt", 2),
    ("ge", "Ge", 2),
    ("lt", "Lt", 2),
    ("le", "Le", 2),
    ("has", "Has", 2),
    ("in", "In", 2),
    ("add", "Add", 2),
    ("sub", "Sub", 2),
    ("neg", "Neg", 1),
    ("mul", "Mul", 2),
    ("div", "Div", 2),
    ("div_by", "DivBy", 2),
    ("mod", "Mod", 2),
];

/// All other words.
const OTHERS: [&str; 9] = ["member", "record", "if_", "apply", "cast", "is_of", "labeled", "labeled_ref", "url"];

impl Parse for RawValue {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if let Some(literal) = whole_literal(input)? {
            return Ok(Self::Literal(literal));
        }
        if is_word_alone(input, "null") {
            input.call(Ident::parse_any)?;
            return Ok(Self::Null);
        }
        if input.peek(Bracket) {
            let group: Group = input.parse()?;
            return values(&group).map(Self::Collection);
        }
        if input.peek(Brace) {
            return Ok(Self::Record(None, members(input)?));
        }
        let start = input.span();
        match word_and_group(input) {
            Some((word, group)) if word == "record" => {
                let ty = parse_inside(&group, <LitStr as Parse>::parse)?;
                Ok(Self::Record(Some(ty), members(input)?))
            }
            Some((word, group)) => Self::call(&word, &group),
            None => Err(syn::Error::new(
                start,
                "a value that is not checked is a literal, `null`, `[..]`, `{ Name: .. }` or a word with parentheses, such as `path(\"a/b\")`",
            )),
        }
    }
}

impl RawValue {
    /// Reads what a word with parentheses stands for.
    fn call(word: &Ident, group: &Group) -> syn::Result<Self> {
        let name = word.unraw().to_string();
        let text = || parse_inside(group, <LitStr as Parse>::parse);
        if let Some(primitive) = typed(word) {
            return Ok(Self::TypedLiteral(primitive, text()?));
        }
        if let Some((_, kind)) = PATHS.iter().find(|(known, _)| *known == name) {
            return Ok(Self::Path(kind, text()?));
        }
        if let Some((_, operator, operands)) = OPERATORS.iter().find(|(known, ..)| *known == name) {
            let found = counted(word, group, *operands..=*operands)?;
            return Ok(Self::Operation(operator, found));
        }
        Ok(match name.as_str() {
            "member" => {
                let texts = parse_inside(group, Punctuated::<LitStr, Token![,]>::parse_separated_nonempty)?;
                let mut texts = texts.into_iter();
                match (texts.next(), texts.collect::<Vec<_>>()) {
                    (Some(ty), members) if !members.is_empty() => Self::Members(ty, members),
                    _ => return Err(fault(word, "has a type and a member of it: `member(\"ns.type\", \"name\")`")),
                }
            }
            "if_" => Self::If(counted(word, group, 2..=3)?),
            "apply" => {
                let (function, arguments) = parse_inside(group, text_and_values)?;
                Self::Apply(function, arguments)
            }
            "cast" | "is_of" => {
                let (value, ty) = parse_inside(group, value_and_text)?;
                Self::Typed(if name == "cast" { "Cast" } else { "IsOf" }, Box::new(value), ty)
            }
            "labeled" => match parse_inside(group, text_and_values)? {
                (label, values) if values.len() == 1 => {
                    let value = values.into_iter().next().map_or(Self::Null, |value| value);
                    Self::Labeled(label, Box::new(value))
                }
                _ => return Err(fault(word, "has a name and a value: `labeled(\"Name\", 1)`")),
            },
            "labeled_ref" => Self::LabeledReference(text()?),
            "url" => {
                let value = parse_inside(group, <Self as Parse>::parse)?;
                Self::Url(Box::new(value))
            }
            _ => {
                let known = OTHERS.into_iter();
                let known = known.chain(PATHS.iter().map(|(word, _)| *word)).chain(TYPED.iter().map(|(word, _)| *word));
                let near = did_you_mean(&name, known.chain(OPERATORS.iter().map(|(word, ..)| *word)));
                return Err(syn::Error::new(word.span(), format_args!("unknown word `{name}`{near}")));
            }
        })
    }
}

fn fault(word: &Ident, what: &str) -> syn::Error {
    syn::Error::new(word.span(), format_args!("`{word}` {what}"))
}

fn values(group: &Group) -> syn::Result<Vec<RawValue>> {
    parse_inside(group, Punctuated::<RawValue, Token![,]>::parse_terminated).map(|values| values.into_iter().collect())
}

/// A9: reads values, and checks how many there are.
fn counted(word: &Ident, group: &Group, wanted: std::ops::RangeInclusive<usize>) -> syn::Result<Vec<RawValue>> {
    let found = values(group)?;
    if wanted.contains(&found.len()) {
        return Ok(found);
    }
    let (least, most) = (wanted.start(), wanted.end());
    let count = match (least, most) {
        (1, 1) => "one value".to_owned(),
        (least, most) if least == most => format!("{most} values"),
        (least, most) => format!("{least} or {most} values"),
    };
    Err(syn::Error::new(word.span(), format_args!("`{word}` has {count}, not {}", found.len())))
}

fn text_and_values(input: ParseStream<'_>) -> syn::Result<(LitStr, Vec<RawValue>)> {
    let text = input.parse()?;
    if !input.is_empty() {
        input.parse::<Token![,]>()?;
    }
    Ok((text, Punctuated::<RawValue, Token![,]>::parse_terminated(input)?.into_iter().collect()))
}

fn value_and_text(input: ParseStream<'_>) -> syn::Result<(RawValue, LitStr)> {
    let value = input.parse()?;
    input.parse::<Token![,]>()?;
    Ok((value, input.parse()?))
}

/// Reads the members of a record.
fn members(input: ParseStream<'_>) -> syn::Result<Vec<(String, RawValue)>> {
    let start = input.span();
    if !input.peek(Brace) {
        return Err(syn::Error::new(start, "the members of a record are in braces: `{ Name: \"x\" }`"));
    }
    let group: Group = input.parse()?;
    let members = parse_inside(&group, Punctuated::<Member, Token![,]>::parse_terminated)?;
    Ok(members.into_iter().map(|Member(name, value)| (name, value)).collect())
}

/// A member of a record.
struct Member(String, RawValue);

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?.unraw().to_string();
        input.parse::<Token![:]>()?;
        Ok(Self(name, input.parse()?))
    }
}
