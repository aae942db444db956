//! The schema rules that one item alone can break. All faults of an item are reported together.

use std::collections::{HashMap, HashSet};

use proc_macro2::Span;
use syn::{DeriveInput, Expr, ExprLit, ExprUnary, GenericParam, Lit, LitStr, UnOp};

use crate::{
    ast::{BaseField, Container, EnumType, Field, ItemHead, StructuredType, refuse_property_words},
    attr::Derive,
    ctxt::Ctxt,
    lifetime, name,
    ty::{self, Wrapper},
};

/// Checks the rules of entity types and complex types.
pub(crate) fn structured(ctxt: &Ctxt, input: &DeriveInput, item: &StructuredType<'_>) {
    if !borrows(input, item) {
        generics(ctxt, input, &item.head);
    }
    head(ctxt, input, &item.head);
    if let Some(base) = &item.base {
        base_type(ctxt, base);
    }
    open(ctxt, item);
    for field in &item.fields {
        if field.is_property() {
            property(ctxt, &item.head, field);
        } else {
            no_property(ctxt, field);
        }
    }
    unique(ctxt, "property", item.properties().map(|field| (field.name.as_str(), field.name_span, field.rust_name())));
}

/// Checks the rules of entity containers.
pub(crate) fn container(ctxt: &Ctxt, input: &DeriveInput, item: &Container<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    for field in &item.children {
        identifier(ctxt, &field.name, field.name_span);
        child(ctxt, field);
    }
    let names = item.children.iter().map(|field| (field.name.as_str(), field.name_span, field.rust_name()));
    unique(ctxt, "entity set or singleton", names);
    if item.children.is_empty() && matches!(&input.data, syn::Data::Struct(data) if data.fields.is_empty()) {
        ctxt.error(item.head.ident.span(), "an entity container needs at least one entity set or singleton");
    }
    aliases(ctxt, &item.head);
    named_types(ctxt, &item.head);
}

/// Checks the rules of enumeration types.
pub(crate) fn enumeration(ctxt: &Ctxt, input: &DeriveInput, item: &EnumType<'_>) {
    generics(ctxt, input, &item.head);
    head(ctxt, input, &item.head);
    if item.members.is_empty() && matches!(&input.data, syn::Data::Enum(data) if !has_faulty_variants(data, item)) {
        ctxt.error(item.head.ident.span(), "an enumeration type needs at least one member");
    }
    for member in &item.members {
        identifier(ctxt, &member.name, member.name_span);
        same_name_as_type(ctxt, &item.head, "member", &member.name, member.name_span);
    }
    member_values(ctxt, item);
    representation(ctxt, input, item);
    unique(
        ctxt,
        "member",
        item.members.iter().map(|member| (member.name.as_str(), member.name_span, member.ident.to_string())),
    );
}

/// Whether the enum has variants that are members but for a fault that is reported already.
fn has_faulty_variants(data: &syn::DataEnum, item: &EnumType<'_>) -> bool {
    data.variants.len() > usize::from(item.unknown.is_some())
}

/// Checks the rules of all items.
fn head(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>) {
    match &head.attrs.name {
        Some(literal) => qualified(ctxt, literal),
        None if has_type_word(input) => {}
        None => {
            ctxt.error(head.ident.span(), "the qualified name is missing; add `#[odata(type = \"namespace.name\")]`");
        }
    }
}

/// Checks that no item is generic.
fn generics(ctxt: &Ctxt, input: &DeriveInput, head: &ItemHead<'_>) {
    if !input.generics.params.is_empty() {
        let noun = head.derive.noun();
        ctxt.error_at(&input.generics, format_args!("{noun} cannot be generic; write one type for each use of it"));
    }
}

/// Whether the item has lifetimes alone, for a property whose type is refused because it borrows: together they are one
/// fault.
fn borrows(input: &DeriveInput, item: &StructuredType<'_>) -> bool {
    let only_lifetimes = input.generics.params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    only_lifetimes && item.properties().any(|field| lifetime::is_named_in(field.ty) && ty::fault(field.ty).is_some())
}

/// Whether there is an attribute that tried to give a name: the fault in it is reported already.
fn has_type_word(input: &DeriveInput) -> bool {
    let words = input.attrs.iter().filter(|attribute| attribute.path().is_ident("odata"));
    words.filter_map(|attribute| attribute.meta.require_list().ok()).any(|list| {
        list.tokens
            .clone()
            .into_iter()
            .any(|token| matches!(token, proc_macro2::TokenTree::Ident(word) if word == "type"))
    })
}

/// N1, N2, N3: checks a qualified name.
fn qualified(ctxt: &Ctxt, literal: &LitStr) {
    if let Some(fault) = name::qualified_fault(&literal.value()) {
        ctxt.error(literal.span(), fault);
    }
}

/// N1: checks the name of a property, member, entity set or singleton.
fn identifier(ctxt: &Ctxt, name: &str, span: Span) {
    if let Some(fault) = name::identifier_fault(name) {
        ctxt.error(span, fault);
    }
}

/// N8, N11, N13: checks that names are unique.
fn unique<'n>(ctxt: &Ctxt, what: &str, names: impl Iterator<Item = (&'n str, Span, String)>) {
    let mut seen: HashMap<&str, String> = HashMap::new();
    for (name, span, rust_name) in names {
        match seen.get(name) {
            Some(first) => {
                ctxt.error(
                    span,
                    format_args!("{what} `{name}` is declared twice; `{first}` and `{rust_name}` both map to it"),
                );
            }
            None => {
                seen.insert(name, rust_name);
            }
        }
    }
}

/// N9: checks that a property is not named as its type.
fn same_name_as_type(ctxt: &Ctxt, head: &ItemHead<'_>, what: &str, name: &str, span: Span) {
    if name == head.short_name() && !head.attrs.allow.same_name_as_type {
        let message = format_args!(
            "{what} `{name}` has the same name as its type; rename it, or add `#[odata(allow(same_name_as_type))]` to the type"
        );
        ctxt.error(span, message);
    }
}

/// Checks the rules of a property.
fn property(ctxt: &Ctxt, head: &ItemHead<'_>, field: &Field<'_>) {
    if let Some(span) = field.attrs.no_deref {
        ctxt.error(span, "`no_deref` applies to the base type only: `#[odata(base, no_deref)]`");
    }
    identifier(ctxt, &field.name, field.name_span);
    same_name_as_type(ctxt, head, "property", &field.name, field.name_span);
    scale(ctxt, field);
    if field.lacks_lifetime {
        return;
    }
    if let Some((tokens, fault)) = ty::fault(field.ty) {
        ctxt.error_at(tokens, fault);
    } else if let (Some(_), Some((Wrapper::Option, inner))) = (field.attrs.key, ty::peel(field.ty)) {
        let message = format_args!(
            "key property `{}` cannot be nullable; use `{}` without `Option`",
            field.name,
            ty::shown(inner)
        );
        ctxt.error_at(field.ty, message);
    } else if contains_itself(head, field) {
        let message = format_args!(
            "property `{}` makes `{}` contain itself without end; use `Option<Box<{1}>>` or `Vec<{1}>`",
            field.name, head.ident
        );
        ctxt.error_at(field.ty, message);
    }
}

/// F3: checks that the scale is not greater than the precision.
fn scale(ctxt: &Ctxt, field: &Field<'_>) {
    if let (Some(precision), Some(scale)) = (&field.attrs.precision, &field.attrs.scale)
        && let (precision, Some(value)) = (precision.value, scale.value)
        && value > precision
    {
        ctxt.error(scale.span, format_args!("`scale` ({value}) cannot be greater than `precision` ({precision})"));
    }
}

/// T13: whether a complex value always holds another one of its own type.
fn contains_itself(head: &ItemHead<'_>, field: &Field<'_>) -> bool {
    let (wrappers, inner) = ty::layers(field.ty);
    head.derive == Derive::Complex
        && !wrappers.is_empty()
        && wrappers.iter().all(|wrapper| matches!(wrapper, Wrapper::Box | Wrapper::AnyOf))
        && ty::is_named(inner, head.ident)
}

/// T3: whether a value directly holds another one of its own type. The compiler itself refuses that.
pub(crate) fn has_infinite_size(item: &StructuredType<'_>) -> bool {
    item.fields.iter().any(|field| {
        let (wrappers, inner) = ty::layers(field.ty);
        wrappers.iter().all(|wrapper| matches!(wrapper, Wrapper::Option | Wrapper::Nav))
            && ty::is_named(inner, item.head.ident)
    })
}

/// Checks the rules of fields that are not properties.
fn no_property(ctxt: &Ctxt, field: &Field<'_>) {
    let what = if field.attrs.skip.is_some() { "not part of the model" } else { "for dynamic properties" };
    refuse_property_words(ctxt, field, what);
    if let Some((tokens, fault)) = ty::sharing_fault(field.ty) {
        ctxt.error_at(tokens, fault);
    }
    if let Some(span) = field.attrs.no_deref {
        ctxt.error(span, "`no_deref` applies to the base type only: `#[odata(base, no_deref)]`");
    }
    if let (Some(_), Some(span)) = (field.attrs.skip, field.attrs.dynamic) {
        ctxt.error(span, "a field that is not part of the model cannot hold the dynamic properties");
    }
}

/// Checks that the base type is embedded as it is.
fn base_type(ctxt: &Ctxt, base: &BaseField<'_>) {
    if base.lacks_lifetime {
        return;
    }
    if let Some((_, inner)) = ty::peel(base.ty) {
        let message = format_args!("the base type is embedded as it is; write `{}`", ty::shown(ty::layers(inner).1));
        ctxt.error_at(base.ty, message);
    } else if !matches!(ty::strip(base.ty), syn::Type::Path(_) | syn::Type::Macro(_)) {
        ctxt.error_at(base.ty, format_args!("`{}` cannot be a base type", ty::shown(base.ty)));
    }
}

/// T5: checks open types and the field for their dynamic properties.
fn open(ctxt: &Ctxt, item: &StructuredType<'_>) {
    let mut fields = item.fields.iter().filter_map(|field| field.attrs.dynamic);
    let (first, second) = (fields.next(), fields.next());
    if let Some(second) = second {
        ctxt.error(second, "one field holds the dynamic properties; this is the second");
    }
    match (&item.head.attrs.open, first) {
        (Some(open), None) if open.value && item.base.is_none() => {
            ctxt.error(open.span, "an open type needs a field `#[odata(dynamic)]` of type `DynamicProperties`");
        }
        (Some(open), Some(dynamic)) if !open.value => {
            ctxt.error(dynamic, "only an open type has dynamic properties, and this one is `open = false`");
        }
        (None, Some(dynamic)) => {
            ctxt.error(dynamic, "only an open type has dynamic properties; add `#[odata(open)]` to the type");
        }
        _ => {}
    }
}

/// Checks the rules of entity sets and singletons.
fn child(ctxt: &Ctxt, field: &Field<'_>) {
    match (field.attrs.singleton, field.attrs.entity_set) {
        (None, None) => {
            let message = format_args!("`{}` needs `#[odata(entity_set)]` or `#[odata(singleton)]`", field.rust_name());
            ctxt.error(field.ident.span(), message);
        }
        (Some(_), Some(second)) => ctxt.error(second, "a field is an entity set or a singleton, not both"),
        (None, Some(_)) => {
            if let Some(nullable) = field.attrs.nullable {
                ctxt.error(nullable, "`nullable` applies to singletons only: an entity set can be empty");
            }
        }
        (Some(_), None) => {}
    }
}

/// N3, N4: checks the aliases of a container. A schema has at most one, so `$metadata` could not show a second.
fn aliases(ctxt: &Ctxt, head: &ItemHead<'_>) {
    let own = head.name.rsplit_once('.').map(|(namespace, _)| namespace.to_owned());
    let namespaces: Vec<_> = head.attrs.aliases.iter().map(|alias| alias.namespace.value()).chain(own).collect();
    let mut seen: Vec<String> = Vec::new();
    for (index, alias) in head.attrs.aliases.iter().enumerate() {
        let (name, namespace) = (alias.alias.value(), &namespaces[index]);
        let repeated = seen.contains(&name);
        if let Some(fault) = name::alias_fault(&name) {
            ctxt.error(alias.alias.span(), fault);
        } else if repeated {
            ctxt.error(alias.alias.span(), format_args!("alias `{name}` is declared twice"));
        } else if namespaces.contains(&name) {
            ctxt.error(alias.alias.span(), format_args!("alias `{name}` is also a namespace; choose another name"));
        }
        if let Some(fault) = name::namespace_fault(namespace) {
            ctxt.error(alias.namespace.span(), fault);
        } else if let (false, Some(first)) = (repeated, namespaces[..index].iter().position(|other| other == namespace))
        {
            let message =
                format_args!("namespace `{namespace}` already has the alias `{}`; it can have one", seen[first]);
            ctxt.error(alias.namespace.span(), message);
        }
        seen.push(name);
    }
}

/// Checks that a container names each type once.
fn named_types(ctxt: &Ctxt, head: &ItemHead<'_>) {
    let mut seen = HashSet::new();
    for ty in &head.attrs.types.named {
        if !seen.insert(ty::shown(ty)) {
            ctxt.error_at(ty, format_args!("type `{}` is named twice", ty::shown(ty)));
        }
    }
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
