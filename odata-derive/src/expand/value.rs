//! Values of annotations as constant expressions.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{LitStr, Path, ext::IdentExt as _};

use super::{annotation::optional, path, properties::default_kind, span::SpanRange};
use crate::attr::{AnnotationValue, PathToValue, RawValue, RecordValue, ValueKind};

/// Values, whose paths begin at one type, as code.
pub(super) struct Values<'r> {
    root: Option<&'r TokenStream>,
    /// What distinguishes the paths from others of the item.
    name: String,
    paths: usize,
    /// Whether the values are those of a constant, in which references to what statics lead to need blocks of their own.
    in_const: bool,
    /// The paths.
    pub(super) items: TokenStream,
}

impl<'r> Values<'r> {
    pub(super) fn new(root: Option<&'r TokenStream>, name: String) -> Self {
        Self { root, name, paths: 0, in_const: false, items: TokenStream::new() }
    }

    /// The same for a constant.
    pub(super) fn of_const(root: Option<&'r TokenStream>) -> Self {
        Self { in_const: true, ..Self::new(root, "record".to_owned()) }
    }

    /// Writes a value. Its type follows from where it is.
    pub(super) fn value(&mut self, value: &AnnotationValue) -> TokenStream {
        let span = SpanRange(value.span.0, value.span.1);
        match &value.kind {
            ValueKind::Literal(literal) => call(span, "literal", &default_kind(literal)),
            ValueKind::TypedLiteral(primitive, text) => {
                let primitive = format_ident!("{primitive}");
                call(span, "literal_of", &quote!(__odata::PrimitiveType::#primitive, #text))
            }
            ValueKind::Null => quote!(__odata::Value::NULL),
            ValueKind::Path(path) => self.path(span, path),
            ValueKind::If(parts) => {
                let method = if parts.len() == 2 { "conditional_item" } else { "conditional" };
                let parts: Vec<_> = parts.iter().map(|part| self.value(part)).collect();
                call(span, method, &self.reference(span, Delimiter::Parenthesis, quote!(#(#parts),*)))
            }
            ValueKind::Collection(items) => {
                let items: Vec<_> = items.iter().map(|item| self.value(item)).collect();
                call(span, "collection", &self.reference(span, Delimiter::Bracket, quote!(#(#items),*)))
            }
            ValueKind::Record(record) => self.record(record),
            // A block of its own, because the value may be one that is dropped.
            ValueKind::Rust(expression) => {
                let reference = reference(span, Delimiter::Parenthesis, expression.clone());
                call(span, "constant", &const_block(span, reference))
            }
            ValueKind::Raw(raw) => {
                let raw = unchecked(raw);
                quote!(__odata::Value::unchecked(#raw))
            }
        }
    }

    /// Writes a reference to what is between these brackets.
    fn reference(&self, span: SpanRange, delimiter: Delimiter, content: TokenStream) -> TokenStream {
        let reference = reference(span, delimiter, content);
        if self.in_const { const_block(span, reference) } else { reference }
    }

    /// Writes an annotation without a value.
    pub(super) fn without_value(term: &Path, qualifier: &TokenStream) -> TokenStream {
        let SpanRange(first, last) = SpanRange::of(term);
        let arguments = group(Delimiter::Parenthesis, qualifier.clone(), last);
        quote_spanned! {first=> __odata::Annotation::by_default::<#term, _> #arguments }
    }

    fn record(&mut self, record: &RecordValue) -> TokenStream {
        let (span, (literal, names)) = (SpanRange::of(&record.ty), self.record_and_names(record));
        let record = quote_spanned!(span.0=> & #literal);
        let record = if self.in_const { const_block(span, record) } else { record };
        call(span, "record", &quote!(#record, #names))
    }

    /// Writes a record alone.
    pub(super) fn whole_record(&mut self, record: &RecordValue) -> TokenStream {
        let (literal, names) = self.record_and_names(record);
        let SpanRange(first, last) = SpanRange::of(&record.ty);
        let arguments = group(Delimiter::Parenthesis, quote!(#literal, #names), last);
        quote_spanned! {first=> __odata::checked_record #arguments }
    }

    /// Writes a record, and the names of the members that it has.
    fn record_and_names(&mut self, record: &RecordValue) -> (TokenStream, TokenStream) {
        let (ty, mut members) = (&record.ty, TokenStream::new());
        for (name, value) in &record.members {
            let value = self.value(value);
            members.extend(quote!(#name: #value,));
        }
        let SpanRange(first, last) = SpanRange::of(ty);
        let rest = quote_spanned! {first=> .. __odata::empty_record::<#ty>() };
        let members = group(Delimiter::Brace, quote!(#members #rest), last);
        let names = record.members.iter().map(|(name, _)| name.unraw().to_string());
        (quote!(#ty #members), quote!(&[#(#names),*]))
    }

    fn path(&mut self, span: SpanRange, found: &PathToValue) -> TokenStream {
        let code = match (&found.fields, self.root) {
            (Some(fields), Some(root)) => {
                self.paths += 1;
                let code = path::expand(&format!("{}_{}", self.name, self.paths), root, fields);
                self.items.extend(code.items.clone());
                Some(code)
            }
            _ => None,
        };
        let function = code.as_ref().map(|code| &code.function);
        match (&found.annotation, &code) {
            (Some((term, qualifier)), _) => {
                let qualifier = optional(qualifier.as_ref());
                let function = match function {
                    Some(function) => quote!(::core::option::Option::Some(#function)),
                    None => quote!(::core::option::Option::None),
                };
                call_of(span, "path_to", term, &quote!(#function, #qualifier))
            }
            (None, Some(code)) => {
                let walked = code.path();
                let span = found.fields.as_ref().map_or(span, |fields| {
                    let (first, last) = fields.span();
                    SpanRange::between(first, last)
                });
                call(span, "path", &quote!(#function, #walked))
            }
            // Refused already.
            (None, None) => quote!(__odata::Value::NULL),
        }
    }

    /// Writes a value that is not checked.
    pub(super) fn unchecked(value: &AnnotationValue) -> TokenStream {
        match &value.kind {
            ValueKind::Raw(raw) => unchecked(raw),
            // Refused already.
            _ => quote!(__odata::RawValue::Absent),
        }
    }
}

/// Writes the call of a function of `Value` that checks a rule. If that is broken, the compiler points at the span.
fn call(span: SpanRange, method: &str, arguments: &TokenStream) -> TokenStream {
    let method = Ident::new(method, span.0);
    let arguments = group(Delimiter::Parenthesis, arguments.clone(), span.1);
    quote_spanned! {span.0=> __odata::Value::#method #arguments }
}

/// Writes the same of a generic function.
fn call_of(span: SpanRange, method: &str, ty: &Path, arguments: &TokenStream) -> TokenStream {
    let method = Ident::new(method, span.0);
    let arguments = group(Delimiter::Parenthesis, arguments.clone(), span.1);
    quote_spanned! {span.0=> __odata::Value::#method::<#ty> #arguments }
}

/// Writes a reference to what is between these brackets, as the user's own code.
fn reference(span: SpanRange, delimiter: Delimiter, content: TokenStream) -> TokenStream {
    let group = group(delimiter, content, span.1);
    quote_spanned!(span.0=> & #group)
}

/// Writes a constant without a name.
fn const_block(span: SpanRange, content: TokenStream) -> TokenStream {
    let block = group(Delimiter::Brace, content, span.1);
    quote_spanned!(span.0=> const #block)
}

fn group(delimiter: Delimiter, content: TokenStream, span: Span) -> Group {
    let mut group = Group::new(delimiter, content);
    group.set_span(span);
    group
}

/// Writes a value that is not checked.
fn unchecked(value: &RawValue) -> TokenStream {
    let all = |values: &[RawValue]| {
        let values = values.iter().map(unchecked);
        quote!(&[#(#values),*])
    };
    let one = |value: &RawValue| all(std::slice::from_ref(value));
    match value {
        RawValue::Literal(literal) => {
            let literal = default_kind(literal);
            quote!(__odata::RawValue::literal(#literal))
        }
        RawValue::TypedLiteral(primitive, text) => {
            let primitive = format_ident!("{primitive}");
            let SpanRange(first, last) = SpanRange::of(text);
            let arguments = group(Delimiter::Parenthesis, quote!(__odata::PrimitiveType::#primitive, #text), last);
            quote_spanned!(first=> __odata::RawValue::literal_of #arguments)
        }
        RawValue::Null => quote!(__odata::RawValue::Null),
        RawValue::Path(kind, text) => {
            let kind = format_ident!("{kind}");
            quote!(__odata::RawValue::PathText(__odata::PathKind::#kind, #text))
        }
        RawValue::Members(ty, names) => quote!(__odata::RawValue::Members(#ty, &[#(#names),*])),
        RawValue::Collection(items) => {
            let items = all(items);
            quote!(__odata::RawValue::List(#items))
        }
        RawValue::Record(ty, members) => {
            let ty = ty.as_ref().map_or_else(|| quote!(None), |ty: &LitStr| quote!(Some(#ty)));
            let members = members.iter().map(|(name, value)| {
                let value = unchecked(value);
                quote!((#name, #value))
            });
            quote!(__odata::RawValue::Record(::core::option::Option::#ty, &[#(#members),*]))
        }
        RawValue::If(parts) => {
            let parts = all(parts);
            quote!(__odata::RawValue::If(#parts))
        }
        RawValue::Apply(function, arguments) => {
            let arguments = all(arguments);
            quote!(__odata::RawValue::Apply(#function, #arguments))
        }
        RawValue::Operation(operator, operands) => {
            let (operator, operands) = (format_ident!("{operator}"), all(operands));
            quote!(__odata::RawValue::Operation(__odata::Operator::#operator, #operands))
        }
        RawValue::Typed(kind, value, ty) => {
            let (kind, value) = (format_ident!("{kind}"), one(value));
            quote!(__odata::RawValue::#kind(#value, #ty))
        }
        RawValue::Labeled(name, value) => {
            let value = one(value);
            quote!(__odata::RawValue::Labeled(#name, #value))
        }
        RawValue::LabeledReference(name) => quote!(__odata::RawValue::LabeledReference(#name)),
        RawValue::Url(value) => {
            let value = one(value);
            quote!(__odata::RawValue::Url(#value))
        }
    }
}
