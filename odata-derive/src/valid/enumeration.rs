//! Enumeration types.

use syn::{DeriveInput, Expr, ExprLit, ExprUnary, Lit, UnOp};

use super::{
    annotation::{annotations, described, no_paths},
    head::{generics, head},
    names::{identifier, same_name_as_type, unique},
};
use crate::{ast::EnumType, ctxt::Ctxt};

/// Checks the rules of enumeration types.
pub(crate) fn enumeration(ctxt: &Ctxt, input: &DeriveInput, item: &EnumType<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    if item.members.is_empty() && matches!(&input.data, syn::Data::Enum(data) if !has_faulty_variants(data, item)) {
        no_members(ctxt, item);
    }
    for member in &item.members {
        identifier(ctxt, &member.name, member.name_span);
        annotations(ctxt, &member.annotations, &[described(&member.description, None)]);
        no_paths(ctxt, &member.annotations, "a member of an enumeration type");
        same_name_as_type(ctxt, &item.head, "member", &member.name, member.name_span);
    }
    member_values(ctxt, item);
    flag_values(ctxt, item);
    representation(ctxt, input, item);
    unique(
        ctxt,
        "member",
        item.members.iter().map(|member| (member.name.as_str(), member.name_span, member.ident.to_string())),
    );
}

/// E1: an enumeration type has members, unless it is allowed to have none and its values have a variant.
fn no_members(ctxt: &Ctxt, item: &EnumType<'_>) {
    let message = match (item.unknown, item.head.attrs.allow.no_members) {
        (Some(_), true) => return,
        (Some(_), false) => {
            "an enumeration type needs at least one member; add one, or `#[odata(allow(no_members))]` to the type"
        }
        (None, true) => {
            "an enumeration type without members needs `#[odata(unknown)] Other(UnknownMember)`, as it has no values otherwise"
        }
        (None, false) => "an enumeration type needs at least one member",
    };
    ctxt.error(item.head.ident.span(), message);
}

/// E4: checks that each member of an enumeration type with flags has a value, and none a negative one. A value that
/// does not fit the underlying type is reported already.
fn flag_values(ctxt: &Ctxt, item: &EnumType<'_>) {
    if item.head.attrs.flags.is_none() {
        return;
    }
    let values = item.members.iter().filter_map(|member| member.discriminant.and_then(integer));
    let mut used = values.filter(|value| *value >= 0).fold(0, |used, value| used | value);
    let repr = item.repr.as_ref().map_or_else(|| "i32".to_owned(), ToString::to_string);
    let (least, ..) = underlying(&repr).unwrap_or_default();
    for member in &item.members {
        let Some(discriminant) = member.discriminant else {
            let free = 1_i128 << (!used).trailing_zeros();
            used |= free;
            let message = format_args!(
                "member `{}` of an enumeration type with flags needs a value: `{} = {free}`",
                member.name, member.ident
            );
            ctxt.error(member.ident.span(), message);
            continue;
        };
        if let Some(value) = integer(discriminant).filter(|value| (least..0).contains(value)) {
            let message = format_args!(
                "value {value} of member `{}` is negative; a member of an enumeration type with flags is a set of bits",
                member.name
            );
            ctxt.error_at(discriminant, message);
        }
    }
}

/// Whether the enum has variants that are members but for a fault that is reported already.
fn has_faulty_variants(data: &syn::DataEnum, item: &EnumType<'_>) -> bool {
    data.variants.len() > usize::from(item.unknown.is_some())
}

/// E3: checks that the values of the members fit the underlying type. After a value that does not, or that is not a
/// literal, nothing is said about those that are counted from it.
fn member_values(ctxt: &Ctxt, item: &EnumType<'_>) {
    let repr = item.repr.as_ref().map_or_else(|| "i32".to_owned(), ToString::to_string);
    let Some((least, greatest, edm)) = underlying(&repr) else { return };
    let mut next = Some(0);
    for member in &item.members {
        let value = member.discriminant.map_or(next, integer);
        let fits = value.is_none_or(|value| least <= value && value <= greatest);
        next = value.filter(|_| fits).map(|value| value + 1);
        let Some(value) = value.filter(|_| !fits) else { continue };
        let message = format!("value {value} of member `{}` does not fit `{edm}`", member.name);
        match member.discriminant {
            Some(discriminant) => ctxt.error_at(discriminant, message),
            // With a representation the compiler itself says so.
            None if item.repr.is_some() => {}
            None => ctxt.error(member.ident.span(), message),
        }
    }
}

/// E2: in an enum that has a variant with data, the compiler takes discriminants only where the underlying type is
/// written.
fn representation(ctxt: &Ctxt, input: &DeriveInput, item: &EnumType<'_>) {
    let has_repr = input.attrs.iter().any(|attribute| attribute.path().is_ident("repr"));
    if item.unknown.is_some() && !has_repr && item.members.iter().any(|member| member.discriminant.is_some()) {
        ctxt.leave_to_compiler();
    }
}

/// Returns the range and the name of an underlying type.
fn underlying(repr: &str) -> Option<(i128, i128, &'static str)> {
    Some(match repr {
        "u8" => (0, 255, "Edm.Byte"),
        "i8" => (-128, 127, "Edm.SByte"),
        "i16" => (-32_768, 32_767, "Edm.Int16"),
        "i32" => (i32::MIN.into(), i32::MAX.into(), "Edm.Int32"),
        "i64" => (i64::MIN.into(), i64::MAX.into(), "Edm.Int64"),
        _ => return None,
    })
}

/// Returns the value of an expression, if it is an integer literal.
pub(crate) fn integer(value: &Expr) -> Option<i128> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Int(number), .. }) => number.base10_parse().ok(),
        Expr::Unary(ExprUnary { op: UnOp::Neg(_), expr, .. }) => integer(expr).map(|value| -value),
        Expr::Paren(paren) => integer(&paren.expr),
        Expr::Group(group) => integer(&group.expr),
        _ => None,
    }
}
