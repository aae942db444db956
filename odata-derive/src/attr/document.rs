//! Words of entity containers about the document that shows them: `schema(..)` and `reference(..)`.

use proc_macro2::Span;
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use super::word::{Keyword, Vocabulary, Word, by_keyword};
use crate::ctxt::Ctxt;

/// A schema of the model: `schema("namespace", alias = "short")`.
pub(crate) struct Schema {
    pub(crate) namespace: LitStr,
    pub(crate) alias: LitStr,
}

/// Another document: `reference("https://..", include(..))`.
pub(crate) struct Reference {
    /// The span of the word.
    pub(crate) word: Span,
    pub(crate) uri: LitStr,
    pub(crate) includes: Vec<Include>,
    pub(crate) annotations: Vec<IncludeAnnotations>,
}

/// A schema of another document: `include("namespace", alias = "short")`.
pub(crate) struct Include {
    pub(crate) namespace: LitStr,
    pub(crate) alias: Option<LitStr>,
}

/// Annotations of another document:
/// `include_annotations("namespace", qualifier = "..", target_namespace = "..")`.
pub(crate) struct IncludeAnnotations {
    pub(crate) term_namespace: LitStr,
    pub(crate) qualifier: Option<LitStr>,
    pub(crate) target_namespace: Option<LitStr>,
}

/// A text, and words about it.
struct TextWithWords {
    text: LitStr,
    words: Vec<Word>,
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
}

impl Keyword for AliasWord {
    fn name(self) -> &'static str {
        match self {
            Self::Alias => "alias",
        }
    }
}

/// Reads a namespace and its alias.
fn aliased(ctxt: &Ctxt, word: Word, noun: &'static str) -> Option<(LitStr, Option<LitStr>)> {
    let TextWithWords { text, words } = word.content(ctxt, "\"namespace\", alias = \"..\"")?;
    let vocabulary = Vocabulary { noun, keywords: &[AliasWord::Alias], elsewhere: &[] };
    let mut alias = None;
    for (keyword, word) in by_keyword(ctxt, words, &vocabulary) {
        match keyword {
            AliasWord::Alias => alias = word.text(ctxt, "\"..\""),
        }
    }
    Some((text, alias))
}

impl Schema {
    /// Reads `schema(..)`.
    pub(super) fn read(ctxt: &Ctxt, word: Word) -> Option<Self> {
        let (span, before) = (word.span, ctxt.len());
        let (namespace, alias) = aliased(ctxt, word, "`schema`")?;
        if alias.is_none() && ctxt.len() == before {
            let message = format_args!(
                "`schema` gives a namespace an alias: `schema(\"{}\", alias = \"..\")`",
                namespace.value()
            );
            ctxt.error(span, message);
        }
        Some(Self { namespace, alias: alias? })
    }
}

/// A word in `reference(..)`.
#[derive(Clone, Copy, PartialEq)]
enum ReferenceWord {
    Include,
    IncludeAnnotations,
}

impl Keyword for ReferenceWord {
    fn name(self) -> &'static str {
        match self {
            Self::Include => "include",
            Self::IncludeAnnotations => "include_annotations",
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
            keywords: &[ReferenceWord::Include, ReferenceWord::IncludeAnnotations],
            elsewhere: &[("alias", "belongs in `include(..)`")],
        };
        let (span, before) = (word.span, ctxt.len());
        let TextWithWords { text, words } = word.content(ctxt, "\"https://..\", include(\"namespace\")")?;
        let mut reference = Self { word: span, uri: text, includes: Vec::new(), annotations: Vec::new() };
        for (keyword, word) in by_keyword(ctxt, words, &VOCABULARY) {
            match keyword {
                ReferenceWord::Include => {
                    let include = aliased(ctxt, word, "`include`");
                    reference.includes.extend(include.map(|(namespace, alias)| Include { namespace, alias }));
                }
                ReferenceWord::IncludeAnnotations => {
                    reference.annotations.extend(IncludeAnnotations::read(ctxt, word));
                }
            }
        }
        // What could not be read is no reference without content.
        (ctxt.len() == before).then_some(reference)
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
