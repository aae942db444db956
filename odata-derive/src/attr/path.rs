//! Paths of Rust fields: `info.id`, `parts as Bundle.items`.

use proc_macro2::{Ident, Span};
use quote::ToTokens as _;
use syn::{
    Token, Type,
    ext::IdentExt as _,
    parse::{Parse, ParseStream, discouraged::Speculative as _},
};

/// A path of fields with casts to derived types.
pub(crate) struct FieldPath {
    /// The steps, at least one.
    pub(crate) steps: Vec<PathStep>,
    /// The type that the value at the end is cast to.
    pub(crate) cast: Option<Type>,
}

/// A field of a path.
pub(crate) struct PathStep {
    /// The type that the value is cast to before the step.
    pub(crate) cast: Option<Type>,
    pub(crate) field: Ident,
}

impl Parse for FieldPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut path = Self::parse_without_last_cast(input)?;
        if input.parse::<Option<Token![as]>>()?.is_some() {
            path.cast = Some(input.parse()?);
        }
        Ok(path)
    }
}

impl FieldPath {
    /// Reads a path up to an `as` that no further step follows: what it means is up to the caller.
    pub(crate) fn parse_without_last_cast(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut steps = Vec::new();
        let mut cast = cast_before_step(input)?;
        loop {
            steps.push(PathStep { cast, field: input.parse()? });
            cast = cast_before_step(input)?;
            if cast.is_none() && input.parse::<Option<Token![.]>>()?.is_none() {
                return Ok(Self { steps, cast: None });
            }
        }
    }

    /// The spans of the first and of the last step.
    pub(crate) fn span(&self) -> (Span, Span) {
        let span = |step: Option<&PathStep>| step.map_or_else(Span::call_site, |step| step.field.span());
        (span(self.steps.first()), span(self.steps.last()))
    }

    /// The first cast of the path.
    pub(crate) fn first_cast(&self) -> Option<&Type> {
        self.steps.iter().find_map(|step| step.cast.as_ref()).or(self.cast.as_ref())
    }
}

/// Reads `as Type.`, if that comes next.
fn cast_before_step(input: ParseStream<'_>) -> syn::Result<Option<Type>> {
    if !input.peek(Token![as]) {
        return Ok(None);
    }
    let ahead = input.fork();
    ahead.parse::<Token![as]>()?;
    match ahead.parse::<Type>() {
        Ok(ty) if ahead.peek(Token![.]) => {
            ahead.parse::<Token![.]>()?;
            input.advance_to(&ahead);
            Ok(Some(ty))
        }
        _ => Ok(None),
    }
}

/// Writes the path as it was written.
impl std::fmt::Display for FieldPath {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let shown = |ty: &Type| ty.to_token_stream().to_string().replace(' ', "");
        for (position, step) in self.steps.iter().enumerate() {
            let name = step.field.unraw();
            match &step.cast {
                Some(ty) if position == 0 => write!(formatter, "as {}.{name}", shown(ty))?,
                Some(ty) => write!(formatter, " as {}.{name}", shown(ty))?,
                None if position == 0 => write!(formatter, "{name}")?,
                None => write!(formatter, ".{name}")?,
            }
        }
        match &self.cast {
            Some(ty) => write!(formatter, " as {}", shown(ty)),
            None => Ok(()),
        }
    }
}
