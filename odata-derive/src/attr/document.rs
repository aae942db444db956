//! Words of entity containers about the document that shows them: `schema(..)` and `reference(..)`.

use proc_macro2::{Ident, Span};
use syn::{
    LitStr, Token, Type,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    token::Paren,
};

use super::{
    annotation::Annotate,
    path::FieldPath,
    word::{Keyword, Vocabulary, Word, by_keyword},
};
use crate::ctxt::Ctxt;

/// A schema of the model: `schema("namespace", alias = "short", annotate(..))`.
pub(crate) struct Schema {
    pub(crate) namespace: LitStr,
    pub(crate) alias: Option<LitStr>,
    pub(crate) annotations: Vec<Annotate>,
}

/// Annotations of something that is declared elsewhere: `annotations(Product, name, annotate(..))`.
pub(crate) struct External {
    pub(crate) target: ExternalTarget,
    pub(crate) annotations: Vec<Annotate>,
}

/// What external annotations are about.
pub(crate) enum ExternalTarget {
    Type(Type),
    Property(Type, Box<FieldPath>),
    /// A path of the model as text.
    Text(LitStr),
}

/// Another document: `reference("https://..", include(..))`.
pub(crate) struct Reference {
    /// The span of the word.
    pub(crate) word: Span,
    pub(crate) uri: LitStr,
    pub(crate) includes: Vec<Include>,
    pub(crate) annotations: Vec<IncludeAnnotations>,
    /// `annotate(..)`
    pub(crate) applied: Vec<Annotate>,
}

/// A schema of another document: `include("namespace", alias = "short", annotate(..))`.
pub(crate) struct Include {
    pub(crate) namespace: LitStr,
    pub(crate) alias: Option<LitStr>,
    pub(crate) applied: Vec<Annotate>,
}

/// Annotations of another document:
/// `include_annotations("namespace", qualifier = "..", target_namespace = "..")`.
pub(crate) struct IncludeAnnotations {
    pub(crate) term_namespace: LitStr,
    pub(crate) qualifier: Option<LitStr>,
    pub(crate) target_namespace: Option<LitStr>,
}

/// A text, and words about it.
pub(super) struct TextWithWords {
    pub(super) text: LitStr,
    pub(super) words: Vec<Word>,
}

impl Parse for TextWithWords {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok(Self { text, words: Punctuated::<Word, Token![,]>::parse_terminated(input)?.into_iter().collect() })
    }
}

/// A word in `schema(..)` and `include(..)`.
#[derive(Clone, Copy, PartialEq)]
enum AliasWord {
    Alias,
    Annotate,
}

impl Keyword for AliasWord {
    fn name(self) -> &'static str {
        match self {
            Self::Alias => "alias",
            Self::Annotate => "annotate",
        }
    }

    fn is_repeatable(self) -> bool {
        self == Self::Annotate
    }
}

/// A namespace with its alias and annotations.
struct Aliased {
    namespace: LitStr,
    alias: Option<LitStr>,
    annotations: Vec<Annotate>,
}

/// Reads a namespace, its alias and its annotations.
fn aliased(ctxt: &Ctxt, word: Word, noun: &'static str) -> Option<Aliased> {
    let TextWithWords { text, words } = word.content(ctxt, "\"namespace\", alias = \"..\"")?;
    let vocabulary = Vocabulary { noun, keywords: &[AliasWord::Alias, AliasWord::Annotate], elsewhere: &[] };
    let (mut alias, mut annotations) = (None, Vec::new());
    for (keyword, word) in by_keyword(ctxt, words, &vocabulary) {
        match keyword {
            AliasWord::Alias => alias = word.text(ctxt, "\"..\""),
            AliasWord::Annotate => annotations.extend(word.list(ctxt, "Term = value")),
        }
    }
    Some(Aliased { namespace: text, alias, annotations })
}

impl Schema {
    /// Reads `schema(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Option<Self> {
        let (span, before) = (word.span, ctxt.len());
        let Aliased { namespace, alias, annotations } = aliased(ctxt, word, "`schema`")?;
        if alias.is_none() && annotations.is_empty() && ctxt.len() == before {
            let message = format_args!(
                "`schema` gives a namespace an alias or annotations: `schema(\"{}\", alias = \"..\")`",
                namespace.value()
            );
            ctxt.error(span, message);
        }
        Some(Self { namespace, alias, annotations })
    }
}

/// A word in `reference(..)`.
#[derive(Clone, Copy, PartialEq)]
enum ReferenceWord {
    Include,
    IncludeAnnotations,
    Annotate,
}

impl Keyword for ReferenceWord {
    fn name(self) -> &'static str {
        match self {
            Self::Include => "include",
            Self::IncludeAnnotations => "include_annotations",
            Self::Annotate => "annotate",
        }
    }

    fn is_repeatable(self) -> bool {
        true
    }
}

impl Reference {
    /// Reads `reference(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Option<Self> {
        const VOCABULARY: Vocabulary<ReferenceWord> = Vocabulary {
            noun: "`reference`",
            keywords: &[ReferenceWord::Include, ReferenceWord::IncludeAnnotations, ReferenceWord::Annotate],
            elsewhere: &[("alias", "belongs in `include(..)`")],
        };
        let (span, before) = (word.span, ctxt.len());
        let TextWithWords { text, words } = word.content(ctxt, "\"https://..\", include(\"namespace\")")?;
        let mut reference =
            Self { word: span, uri: text, includes: Vec::new(), annotations: Vec::new(), applied: Vec::new() };
        for (keyword, word) in by_keyword(ctxt, words, &VOCABULARY) {
            match keyword {
                ReferenceWord::Include => {
                    let include = aliased(ctxt, word, "`include`");
                    reference.includes.extend(include.map(|Aliased { namespace, alias, annotations }| Include {
                        namespace,
                        alias,
                        applied: annotations,
                    }));
                }
                ReferenceWord::IncludeAnnotations => {
                    reference.annotations.extend(IncludeAnnotations::read(ctxt, word));
                }
                ReferenceWord::Annotate => reference.applied.extend(word.list(ctxt, "Term = value")),
            }
        }
        // A reference whose content could not be read does not lack content.
        (ctxt.len() == before).then_some(reference)
    }
}

/// `annotations(..)`: a target, perhaps a path from there, and words about it.
struct ExternalList {
    target: ExternalTarget,
    words: Vec<Word>,
}

impl Parse for ExternalList {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text = input.peek(LitStr);
        let target = if text { ExternalTarget::Text(input.parse()?) } else { ExternalTarget::Type(input.parse()?) };
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        let has_word = input.is_empty() || (input.peek(Ident::peek_any) && input.peek2(Paren));
        let target = match target {
            ExternalTarget::Type(ty) if !has_word => {
                let path = Box::new(input.parse()?);
                if !input.is_empty() {
                    input.parse::<Token![,]>()?;
                }
                ExternalTarget::Property(ty, path)
            }
            other => other,
        };
        Ok(Self { target, words: Punctuated::<Word, Token![,]>::parse_terminated(input)?.into_iter().collect() })
    }
}

/// A word in `annotations(..)`.
#[derive(Clone, Copy, PartialEq)]
enum ExternalWord {
    Annotate,
}

impl Keyword for ExternalWord {
    fn name(self) -> &'static str {
        match self {
            Self::Annotate => "annotate",
        }
    }

    fn is_repeatable(self) -> bool {
        true
    }
}

impl External {
    /// Reads `annotations(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Option<Self> {
        const VOCABULARY: Vocabulary<ExternalWord> =
            Vocabulary { noun: "`annotations`", keywords: &[ExternalWord::Annotate], elsewhere: &[] };
        let (span, before) = (word.span, ctxt.len());
        let ExternalList { target, words } = word.content(ctxt, "Product, name, annotate(Term = value)")?;
        let mut external = Self { target, annotations: Vec::new() };
        for (keyword, word) in by_keyword(ctxt, words, &VOCABULARY) {
            match keyword {
                ExternalWord::Annotate => external.annotations.extend(word.list(ctxt, "Term = value")),
            }
        }
        if external.annotations.is_empty() && ctxt.len() == before {
            ctxt.error(span, "`annotations` needs a term: `annotations(Product, annotate(Term = value))`");
        }
        Some(external)
    }
}

/// A word in `include_annotations(..)`.
#[derive(Clone, Copy, PartialEq)]
enum AnnotationsWord {
    Qualifier,
    TargetNamespace,
}

impl Keyword for AnnotationsWord {
    fn name(self) -> &'static str {
        match self {
            Self::Qualifier => "qualifier",
            Self::TargetNamespace => "target_namespace",
        }
    }
}

impl IncludeAnnotations {
    fn read(ctxt: &Ctxt, word: Word) -> Option<Self> {
        const VOCABULARY: Vocabulary<AnnotationsWord> = Vocabulary {
            noun: "`include_annotations`",
            keywords: &[AnnotationsWord::Qualifier, AnnotationsWord::TargetNamespace],
            elsewhere: &[("alias", "belongs in `include(..)`")],
        };
        let TextWithWords { text, words } = word.content(ctxt, "\"namespace\"")?;
        let mut annotations = Self { term_namespace: text, qualifier: None, target_namespace: None };
        for (keyword, word) in by_keyword(ctxt, words, &VOCABULARY) {
            match keyword {
                AnnotationsWord::Qualifier => annotations.qualifier = word.text(ctxt, "\"..\""),
                AnnotationsWord::TargetNamespace => annotations.target_namespace = word.text(ctxt, "\"..\""),
            }
        }
        Some(annotations)
    }
}
