//! GET of a collection, page by page (OData Protocol 4.01 §11.2.6).

use super::{Execution, Outcome};
use crate::{failure::Failure, route::Collection, store::PageRequest};

impl Execution<'_> {
    pub(super) async fn list(self, collection: Collection) -> Result<Outcome, Failure> {
        let options = &self.negotiated.options;
        let preferred = self.negotiated.preferences.max_page_size.map_or(u64::MAX, |preferred| preferred.size);
        let page_size = self.page_size.min(preferred);
        let request = PageRequest {
            after: self.negotiated.after,
            skip: options.skip.unwrap_or(0),
            limit: options.top.unwrap_or(u64::MAX).min(page_size),
            count: options.count == Some(true),
        };
        let page = self.store.list(self.partition, collection.address.clone(), request).await?;
        let shown = page.entities.len() as u64;
        let top = options.top.map(|top| top.saturating_sub(shown));
        let next = match page.entities.last() {
            Some(last) if page.more && top != Some(0) => Some((last.sequence, top)),
            _ => None,
        };
        Ok(Outcome::List { collection, page, next })
    }
}
