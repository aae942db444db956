//! What to say about a word that cannot stand where it does.

use super::word::Place;

/// The message about a word that does not belong to a place.
pub(super) fn unknown(word: &str, place: &Place) -> String {
    if let Some((_, reason)) = place.elsewhere.iter().find(|(other, _)| *other == word) {
        return format!("`{word}` {reason}");
    }
    match nearest(word, place.words) {
        Some(near) => format!("unknown attribute `{word}`; did you mean `{near}`?"),
        None => format!("unknown attribute `{word}`; {} takes {}", place.noun, listed(place.words)),
    }
}

/// Words in backticks, with commas and an `and`.
pub(super) fn listed(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}

/// The word that was probably meant.
pub(super) fn nearest<'w>(word: &str, words: &[&'w str]) -> Option<&'w str> {
    let allowed = word.chars().count() / 3 + 1;
    words
        .iter()
        .map(|&known| (distance(word, known), known))
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
    use super::{listed, nearest};

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
