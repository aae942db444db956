//! Entity types and complex types.

use syn::{DeriveInput, GenericParam};

use super::{
    head::{generics, head},
    keys::keys,
    names::unique,
    property::{no_property, property},
};
use crate::{
    ast::{BaseField, StructuredType},
    ctxt::Ctxt,
    lifetime,
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
    keys(ctxt, item);
    for field in &item.fields {
        if field.is_property() {
            property(ctxt, &item.head, field);
        } else {
            no_property(ctxt, field);
        }
    }
    unique(ctxt, "property", item.properties().map(|field| (field.name.as_str(), field.name_span, field.rust_name())));
}

/// Whether the item has lifetimes alone, for a property whose type is refused because it borrows: together they are one
/// fault.
fn borrows(input: &DeriveInput, item: &StructuredType<'_>) -> bool {
    let only_lifetimes = input.generics.params.iter().all(|param| matches!(param, GenericParam::Lifetime(_)));
    only_lifetimes && item.properties().any(|field| lifetime::is_named_in(field.ty) && ty::fault(field.ty).is_some())
}

/// T3: whether a value directly holds another one of its own type. The compiler itself refuses that.
pub(crate) fn has_infinite_size(item: &StructuredType<'_>) -> bool {
    item.fields.iter().any(|field| {
        let (wrappers, inner) = ty::layers(field.ty);
        wrappers.iter().all(|wrapper| matches!(wrapper, Wrapper::Option | Wrapper::Nav))
            && ty::is_named(inner, item.head.ident)
    })
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
