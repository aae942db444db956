//! The options of a query, with their positions.

use std::borrow::Cow;

use super::percent;

/// An option of a query: `name=value`.
#[derive(Debug)]
pub(super) struct QueryOption<'q> {
    /// The whole query, as it appears in the URL.
    pub(super) query: &'q str,
    /// The name, decoded.
    pub(super) name: Cow<'q, str>,
    /// The value, decoded.
    pub(super) value: Cow<'q, str>,
    /// The offset of the value in the query.
    pub(super) value_start: usize,
}

impl QueryOption<'_> {
    /// Returns the offset in the query that corresponds to one in the value.
    pub(super) fn offset_in_query(&self, offset: usize) -> usize {
        self.value_start + percent::encoded_offset(&self.query[self.value_start..], offset)
    }
}

/// Returns the options of a query as it appears in a URL, without `?`. Options that are not percent-encoded are left
/// out: whoever reads the query as a whole refuses them.
pub(super) fn options(query: &str) -> Vec<QueryOption<'_>> {
    let parts = query.split('&').filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        let value_start = value.as_ptr().addr() - query.as_ptr().addr();
        Some(QueryOption { query, name: percent::decode(name).ok()?, value: percent::decode(value).ok()?, value_start })
    });
    parts.collect()
}

/// Returns the option with this name.
pub(super) fn find<'q>(options: &'q [QueryOption<'q>], name: &str) -> Option<&'q QueryOption<'q>> {
    options.iter().find(|option| option.name == name)
}
