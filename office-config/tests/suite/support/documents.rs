//! The JSON and the tables of the API's documents.

/// Returns the JSON of the code blocks of a document in Markdown, in order: from the line `{` on.
pub fn json_blocks(document: &str) -> Vec<String> {
    let blocks = document.split("\n```").skip(1).step_by(2);
    let blocks =
        blocks.filter_map(|block| block.split_once("\n{\n").map(|(_, json)| format!("{{\n{}\n", json.trim_end())));
    blocks.collect()
}

/// Returns the name and type of the rows of the table below a heading.
pub fn table(document: &str, heading: &str) -> Vec<(String, String)> {
    let (_, below) = document.split_once(&format!("\n## {heading}\n")).expect("the heading");
    let rows = below.lines().take_while(|line| !line.starts_with('#')).filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let mut cells = row.split('|').skip(1);
        let mut cell = || without_links(cells.next().expect("a cell").trim());
        (cell(), cell())
    })
    .collect()
}

/// Replaces `[text](target)` by `text`.
fn without_links(cell: &str) -> String {
    let Some((text, rest)) = cell.strip_prefix('[').and_then(|cell| cell.split_once("](")) else {
        return cell.to_owned();
    };
    let (_, rest) = rest.split_once(')').expect("the end of a link");
    format!("{text}{rest}")
}
