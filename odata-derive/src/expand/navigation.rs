//! Partners and referential constraints: their paths, the rules about them, and what the descriptor has of them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt as _;

use super::{
    path::{self, PathCode},
    properties::{Property, number},
    span::{SpanRange, check, quiet},
};
use crate::{
    ast::StructuredType,
    attr::{Constraint, FieldPath},
    ty::{self, Wrapper},
};

/// The partners and constraints of a type as code.
#[derive(Default)]
pub(super) struct Navigation {
    /// The paths and the checks of them.
    pub(super) items: TokenStream,
    /// The rows of `TypeFacts::navigation`.
    pub(super) rows: TokenStream,
}

/// Writes the partners and constraints of the navigation properties of a type.
pub(super) fn expand(item: &StructuredType<'_>, properties: &[Property<'_>]) -> Navigation {
    let mut navigation = Navigation::default();
    for property in properties.iter().filter(|property| may_be_navigation(property)) {
        let partner = navigation.partner(property);
        let constraints = navigation.constraints(item, property);
        if partner.is_none() && constraints.is_empty() {
            continue;
        }
        let own = number(property.index);
        let partner = partner.unwrap_or_else(|| quote!(::core::option::Option::None));
        navigation.rows.extend(quote! {
            __odata::NavigationFacts { own: #own, partner: #partner, constraints: &[#constraints] },
        });
    }
    navigation
}

/// Whether the tokens of the type leave it possible. About other types it is reported that they cannot be.
fn may_be_navigation(property: &Property<'_>) -> bool {
    let (wrappers, _) = ty::layers(property.field.ty);
    property.builtin.is_none() && wrappers.first().is_none_or(|outer| matches!(outer, Wrapper::Nav))
}

impl Navigation {
    /// Adds the path of a partner, and returns what the facts have of it.
    fn partner(&mut self, property: &Property<'_>) -> Option<TokenStream> {
        let field = property.field;
        let partner = field.attrs.partner.as_ref()?;
        let code = path::expand(&format!("partner_{}", field.rust_name()), &target(property), &partner.path);
        let (path, own) = (code.path(), number(property.index));
        self.add(&code, &partner.path, "no_navigation");
        let (first, last) = partner.path.span();
        let arguments = quote!(&__DESCRIPTOR, #own, #path);
        self.items.extend(check(SpanRange::between(first, last), "partner", arguments));
        if let Some(word) = field.attrs.contains_target {
            let ty = &field.ty_tokens;
            let target = quote!(<#ty as __odata::PropertyValue>::STRUCTURED);
            let arguments = quote!(&__DESCRIPTOR, #own, #target, #path);
            self.items.extend(check(SpanRange::one(word), "containment_partner", arguments));
        }
        let fields = partner.path.steps.iter().map(|step| step.field.unraw().to_string());
        let function = &code.function;
        Some(quote! {
            ::core::option::Option::Some(__odata::Partner { fields: &[#(#fields),*], path: #function })
        })
    }

    /// Adds the paths of the constraints of a property, and returns their rows.
    fn constraints(&mut self, item: &StructuredType<'_>, property: &Property<'_>) -> TokenStream {
        let (field, mut rows) = (property.field, TokenStream::new());
        let Some(constraints) = &field.attrs.referential_constraint else { return rows };
        let (name, ty) = (&field.name, property.edm_type());
        self.items.extend(check(SpanRange::one(constraints.word), "constrained", quote!(#name, #ty)));
        for (position, Constraint { dependent, principal }) in constraints.all.iter().enumerate() {
            let paths = [("dependent", quiet(item.head.ident), dependent), ("principal", target(property), principal)];
            let [own, other] = paths.map(|(role, root, path)| {
                let code = path::expand(&format!("{role}_{position}_{}", field.rust_name()), &root, path);
                self.add(&code, path, "single_complex");
                code
            });
            let (own_path, other_path) = (own.path(), other.path());
            let span = SpanRange::between(dependent.span().0, principal.span().1);
            self.items.extend(check(span, "constraint", quote!(#name, #ty, #own_path, #other_path)));
            let (own, other) = (&own.function, &other.function);
            rows.extend(quote! { __odata::ReferentialConstraint { property: #own, referenced: #other }, });
        }
        rows
    }

    /// Adds a path, with the check of each step that is not the last.
    fn add(&mut self, code: &PathCode, path: &FieldPath, rule: &str) {
        self.items.extend(code.items.clone());
        let between = path.steps.len() - 1;
        for (position, step) in path.steps.iter().take(between).enumerate() {
            let (path, at) = (code.path(), number(position));
            self.items.extend(check(SpanRange::one(step.field.span()), rule, quote!(#path, #at)));
        }
    }
}

/// The type of the related entities.
fn target(property: &Property<'_>) -> TokenStream {
    path::root(&property.field.ty_tokens)
}
