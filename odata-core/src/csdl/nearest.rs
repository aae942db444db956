//! Names that were probably meant.

/// Returns `; did you mean ..?` with the name that was probably meant, or nothing.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> String {
    nearest(name, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// Returns the known name that differs least from a name, if it does not differ much.
fn nearest<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let length = name.chars().count();
    let allowed = (length / 3 + 1).min(3);
    known
        .into_iter()
        .filter(|known| known.chars().count().abs_diff(length) <= allowed)
        .map(|known| (distance(name, known), known))
        .filter(|&(distance, _)| distance <= allowed)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, known)| known)
}

/// Returns how many characters must be inserted, removed or replaced to turn one name into the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (line, character) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], line + 1);
        for (column, &other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(!character.eq_ignore_ascii_case(&other));
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn names_that_differ_little_are_suggested() {
        let known = ["Nullable", "MaxLength", "Scale"];
        assert_eq!(did_you_mean("nulable", known), "; did you mean `Nullable`?");
        assert_eq!(did_you_mean("SCALE", known), "; did you mean `Scale`?");
        assert_eq!(did_you_mean("Precision", known), "");
        assert_eq!(did_you_mean(&"x".repeat(100_000), known), "");
    }
}
