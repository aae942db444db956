//! The pages of the derives list the words that their attributes have.

use std::collections::BTreeSet;

use super::{
    Derive, field, types, variant,
    word::{Keyword, Vocabulary},
};

const PAGES: [(Derive, &str); 5] = [
    (Derive::Entity, include_str!("../../docs/entity.md")),
    (Derive::Complex, include_str!("../../docs/complex.md")),
    (Derive::Enum, include_str!("../../docs/enum.md")),
    (Derive::TypeDefinition, include_str!("../../docs/type_definition.md")),
    (Derive::Container, include_str!("../../docs/container.md")),
];

/// The words of the first column of a table: `name = ".."` is `name`, and `base, no_deref` is both.
fn documented(table: &str) -> BTreeSet<&str> {
    let cells = table.lines().skip(2).filter_map(|row| row.split(" | ").next());
    let code = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    let words = code.flat_map(|code| code.split(['(', '=']).next().into_iter().flat_map(|words| words.split(',')));
    words.map(str::trim).collect()
}

fn taken<K: Keyword>(vocabulary: &Vocabulary<K>) -> BTreeSet<&'static str> {
    vocabulary.keywords.iter().map(|keyword| keyword.name()).collect()
}

#[test]
fn pages_list_all_words() {
    for (derive, page) in PAGES {
        let (of_type, of_parts) = page.split_once("\n\n").unwrap_or((page, ""));
        assert_eq!(documented(of_type), taken(&types::vocabulary(derive)), "{}", derive.noun());
        let parts = match derive {
            Derive::Enum => taken(&variant::VOCABULARY),
            Derive::Entity | Derive::Complex | Derive::TypeDefinition | Derive::Container => {
                taken(&field::vocabulary(derive))
            }
        };
        assert_eq!(documented(of_parts), parts, "{}", derive.noun());
    }
}
