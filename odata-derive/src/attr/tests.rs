//! The pages of the derives list the words that their attributes have, each with an example, and end with one that has
//! them all.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::{
    Derive, allow, field, types, variant,
    word::{Keyword, Vocabulary},
};

const PAGES: [(Derive, &str); 9] = [
    (Derive::Entity, include_str!("../../docs/entity.md")),
    (Derive::Complex, include_str!("../../docs/complex.md")),
    (Derive::Enum, include_str!("../../docs/enum.md")),
    (Derive::TypeDefinition, include_str!("../../docs/type_definition.md")),
    (Derive::Container, include_str!("../../docs/container.md")),
    (Derive::Action, include_str!("../../docs/action.md")),
    (Derive::Function, include_str!("../../docs/function.md")),
    (Derive::Term, include_str!("../../docs/term.md")),
    (Derive::Record, include_str!("../../docs/record.md")),
];

/// What the words of one kind of place can be: `allow(..)` counts once for each rule.
fn words_of<K: Keyword>(vocabulary: &Vocabulary<K>, derive: Derive) -> BTreeSet<String> {
    let names = vocabulary.keywords.iter().map(|keyword| keyword.name());
    let words = names.flat_map(|name| match name {
        "allow" => allow::words(derive).iter().map(|rule| format!("allow({})", rule.name())).collect(),
        other => vec![other.to_owned()],
    });
    words.collect()
}

/// The vocabularies of a page, in the order of its tables.
fn vocabularies(derive: Derive) -> Vec<BTreeSet<String>> {
    let parts = match derive {
        Derive::Enum => words_of(&variant::VOCABULARY, derive),
        // A term has no fields.
        Derive::Term => BTreeSet::new(),
        _ => words_of(&field::vocabulary(derive), derive),
    };
    // A type definition has no words of fields, and no table of them.
    [words_of(&types::vocabulary(derive), derive), parts].into_iter().filter(|words| !words.is_empty()).collect()
}

/// The tables of a page: the lines of each, without its head.
fn tables(page: &str) -> Vec<Vec<&str>> {
    let blocks = page.split("\n\n").map(|block| block.lines().collect::<Vec<_>>());
    blocks.filter(|lines| lines[0].starts_with("| on ")).map(|lines| lines[2..].to_vec()).collect()
}

/// The words of `name = ".."`, of `base, no_deref` and of `allow(a, b)`.
fn words(tokens: TokenStream) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut is_start = true;
    while let Some(token) = tokens.next() {
        if let (true, TokenTree::Ident(word)) = (is_start, &token) {
            match tokens.peek() {
                Some(TokenTree::Group(rules)) if word == "allow" => {
                    words.extend(self::words(rules.stream()).iter().map(|rule| format!("allow({rule})")));
                }
                _ => drop(words.insert(word.to_string())),
            }
        }
        is_start = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',');
    }
    words
}

/// The tokens in the parentheses of each `#[odata(..)]`, at any depth.
fn attributes(tokens: TokenStream) -> Vec<TokenStream> {
    let groups = tokens.into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    });
    let inner = groups.flat_map(|group| {
        let mut tokens = group.stream().into_iter();
        match (group.delimiter(), tokens.next(), tokens.next()) {
            (Delimiter::Bracket, Some(TokenTree::Ident(name)), Some(TokenTree::Group(words))) if name == "odata" => {
                vec![words.stream()]
            }
            _ => attributes(group.stream()),
        }
    });
    inner.collect()
}

/// The code between backticks.
fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn tokens(code: &str) -> TokenStream {
    // What stands for something else in the first column.
    code.replace("..", "x").parse().expect(code)
}

#[test]
fn pages_list_all_words_with_examples() {
    for (derive, page) in PAGES {
        let (tables, vocabularies) = (tables(page), vocabularies(derive));
        assert_eq!(tables.len(), vocabularies.len(), "the tables of {}", derive.noun());
        for (rows, taken) in tables.iter().zip(&vocabularies) {
            let mut listed = BTreeSet::new();
            for row in rows {
                let cells: Vec<_> = row.split('|').skip(1).map(str::trim).collect();
                let [word, _, _, shown, ""] = cells[..] else { panic!("four columns: {row}") };
                let of_row: BTreeSet<_> = code(word).flat_map(|code| words(tokens(code))).collect();
                let shown: BTreeSet<_> = code(shown).flat_map(example).collect();
                assert!(of_row.is_subset(&shown), "{row}");
                assert!(shown.is_subset(taken), "{row}");
                listed.extend(of_row);
            }
            assert_eq!(&listed, taken, "{}", derive.noun());
        }
    }
}

/// The words of an example, which is a field or variant with its attribute, or just what is in one.
fn example(code: &str) -> BTreeSet<String> {
    if code.starts_with("#[") {
        attributes(tokens(code)).into_iter().flat_map(words).collect()
    } else {
        words(tokens(code))
    }
}

#[test]
fn pages_end_with_an_example_of_all_words() {
    for (derive, page) in PAGES {
        let parts: Vec<_> = page.split("```\n").collect();
        let [_, code, ""] = parts[..] else { panic!("the page of {} ends with one example", derive.noun()) };
        let code = code.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)).collect::<Vec<_>>().join("\n");
        let shown: BTreeSet<_> = attributes(code.parse().expect("Rust")).into_iter().flat_map(words).collect();
        for taken in vocabularies(derive) {
            let missing: Vec<_> = taken.difference(&shown).collect();
            assert!(missing.is_empty(), "the example of {} has no {missing:?}", derive.noun());
        }
    }
}
