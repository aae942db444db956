//! GET of a collection, page by page (OData Protocol 4.01 §11.2.6).

use std::sync::Arc;

use super::{Execution, Outcome};
use crate::{
    failure::{Failure, not_supported},
    route::Collection,
    store::Query,
};

/// The maximum number of entities that are read to skip some of them, if the store does not skip.
const SKIP_ROWS: u64 = 1000;

impl Execution<'_> {
    pub(super) async fn list(self, collection: Collection) -> Result<Outcome, Failure> {
        let unsupported = |option| Failure::from(not_supported("the query option", option));
        let (options, store) = (&self.options.query, self.entities.store.capabilities());
        let preferred = self.options.preferences.max_page_size.map_or(u64::MAX, |preferred| preferred.size);
        let limit = options.top.unwrap_or(u64::MAX).min(self.page_size).min(preferred);
        let mut query = Query::new(collection.address.clone()).with_limit(limit);
        query.after.clone_from(&self.options.after);
        match options.count {
            Some(true) if !store.count() => return Err(unsupported("$count")),
            count => query.count = count == Some(true),
        }
        let skip = options.skip.filter(|_| limit > 0).unwrap_or(0);
        let mut dropped = 0;
        if store.skip() {
            query.skip = skip;
        } else if skip > 0 {
            // Entities to skip are read, if they are not too many.
            let rows = skip.checked_add(limit).filter(|rows| *rows <= SKIP_ROWS);
            query.limit = Some(rows.ok_or_else(|| unsupported("$skip"))?);
            dropped = usize::try_from(skip).unwrap_or(usize::MAX);
        }
        let select = self.options.select.as_ref().filter(|select| store.select() && select.has_key());
        query.select = select.and_then(|select| select.set()).map(|set| Arc::new(set.clone()));
        let is_selected = query.select.is_some();

        let mut answer = self.entities.store.query(self.caller.partition().clone(), Arc::new(query)).await?;
        if answer.rows.len() < dropped && answer.next.is_some() {
            return Err(unsupported("$skip"));
        }
        drop(answer.rows.drain(..dropped.min(answer.rows.len())));
        let top = options.top.map(|top| top.saturating_sub(answer.rows.len() as u64));
        let next = answer.next.take().filter(|_| top != Some(0)).map(|position| (position, top));
        Ok(Outcome::List { collection, answer, is_selected, next })
    }
}
