//! What to say about a word that does not belong where it is.

use super::word::{Keyword, Vocabulary};

/// The message about a word that this kind of item does not have.
pub(super) fn unknown<K: Keyword>(word: &str, vocabulary: &Vocabulary<K>) -> String {
    if let Some((_, reason)) = vocabulary.elsewhere.iter().find(|(other, _)| *other == word) {
        return format!("`{word}` {reason}");
    }
    match nearest(word, vocabulary.keywords) {
        Some(near) => format!("unknown attribute `{word}`; did you mean `{near}`?"),
        None => {
            let (noun, words) = (vocabulary.noun, listed(vocabulary.keywords));
            format!("unknown attribute `{word}`; {noun} takes {words}")
        }
    }
}

/// Words in backticks, with commas and an `and`.
pub(super) fn listed<K: Keyword>(keywords: &[K]) -> String {
    let quoted: Vec<_> = keywords.iter().map(|keyword| format!("`{}`", keyword.name())).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The keyword that was probably meant.
pub(super) fn nearest<K: Keyword>(word: &str, keywords: &[K]) -> Option<&'static str> {
    nearest_of(word, keywords.iter().map(|keyword| keyword.name()))
}

/// `; did you mean ..?` with the name that was probably meant, or nothing.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    nearest_of(name, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// The name that was probably meant.
fn nearest_of<'n>(word: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let allowed = word.chars().count() / 3 + 1;
    known
        .map(|known| (distance(word, known), known))
        .filter(|&(distance, _)| distance <= allowed.min(3))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

/// How many characters must be inserted, removed or replaced to turn one word into the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, character) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, &other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(character != other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::{Keyword, listed, nearest};

    impl Keyword for &'static str {
        fn name(self) -> &'static str {
            self
        }
    }

    #[test]
    fn the_nearest_word() {
        let words = ["computed", "key", "name"];
        assert_eq!(nearest("computd", &words), Some("computed"));
        assert_eq!(nearest("kye", &words), Some("key"));
        assert_eq!(nearest("precision", &words), None);
    }

    #[test]
    fn lists() {
        assert_eq!(listed(&["a", "b", "c"]), "`a`, `b` and `c`");
        assert_eq!(listed(&["a"]), "`a`");
    }
}
