//! `annotate(..)`: terms with values.

use proc_macro2::Ident;
use syn::{
    LitStr, Path, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use super::value::{AnnotationValue, ValueKind};

/// A term that is applied: `Core::Permissions #Qualifier = Permission::Read`.
pub(crate) struct Annotate {
    pub(crate) term: AppliedTerm,
    pub(crate) qualifier: Option<Ident>,
    pub(crate) value: Option<AnnotationValue>,
}

/// The term of an annotation.
pub(crate) enum AppliedTerm {
    /// The Rust type that stands for it.
    Rust(Path),
    /// Its qualified name.
    Raw(LitStr),
}

impl Parse for Annotate {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let term = if input.peek(LitStr) {
            AppliedTerm::Raw(input.parse()?)
        } else {
            AppliedTerm::Rust(input.call(Path::parse_mod_style)?)
        };
        let qualifier = qualifier(input)?;
        let value: Option<AnnotationValue> =
            if input.parse::<Option<Token![=]>>()?.is_some() { Some(input.parse()?) } else { None };
        if let (AppliedTerm::Raw(_), Some(value)) = (&term, &value)
            && !matches!(value.kind, ValueKind::Raw(_))
        {
            let message = "a term that is named by its text has a value that is not checked: `= raw ..`";
            return Err(syn::Error::new(value.span.0, message));
        }
        Ok(Self { term, qualifier, value })
    }
}

/// Reads `#Qualifier`, if that comes next.
pub(super) fn qualifier(input: ParseStream<'_>) -> syn::Result<Option<Ident>> {
    Ok(if input.parse::<Option<Token![#]>>()?.is_some() { Some(input.call(Ident::parse_any)?) } else { None })
}

impl std::fmt::Display for AppliedTerm {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Raw(name) => formatter.write_str(&name.value()),
            Self::Rust(path) => {
                let names: Vec<_> = path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
                formatter.write_str(&names.join("::"))
            }
        }
    }
}
