//! The store does what its capabilities name.

use odata_core::{ODataEntity, PropertySet, StructuredType as _};

use super::support::{Client, Flaw, Stores, demand, expect, item, items, keys};
use crate::store::{Answer, Query};

/// An entity with properties to select.
#[derive(ODataEntity, Clone)]
#[odata(type = "contract.item")]
struct Item {
    #[odata(key)]
    id: String,
    size: Option<i32>,
    color: Option<String>,
}

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    let client = stores.make().await;
    let named = *client.store.capabilities();
    for key in ["b", "a", "d", "c", "e"] {
        client
            .put(
                &item(key),
                &format!("{{\"@odata.type\":\"#contract.item\",\"id\":\"{key}\",\"size\":5,\"color\":\"red\"}}"),
            )
            .await?;
    }
    let all = client.keys(&items()).await?;
    if named.count() {
        // Whether it is right is checked by a rule of its own.
        for answer in both(&client, Query::new(items()).with_limit(2).with_count()).await? {
            expect("whether there is a count, which the store names as a capability", answer.count.is_some(), true)?;
        }
    }
    if named.skip() {
        for (skip, limit) in [(0, 2), (1, 2), (3, 2), (4, 9), (5, 1), (9, 1), (u64::MAX, u64::MAX)] {
            skips(&client, &all, skip, limit).await?;
        }
    }
    if named.select() {
        let mut set = PropertySet::new(Item::DESCRIPTOR);
        demand(set.insert_path("id") && set.insert_path("color"), || "the properties are there".to_owned())?;
        for answer in both(&client, Query::new(items()).with_select(set)).await? {
            for row in answer.rows {
                let expected =
                    format!("{{\"@odata.type\":\"#contract.item\",\"id\":\"{}\",\"color\":\"red\"}}", row.key);
                expect("the selected properties, which the store names as a capability", row.json, expected)?;
            }
        }
    }
    expect("capabilities that were asked for again", *client.store.capabilities(), named)
}

/// Entities are skipped after the beginning or after a position.
async fn skips(client: &Client, all: &[String], skip: u64, limit: u64) -> Result<(), Flaw> {
    let query = Query::new(items()).with_skip(skip).with_limit(limit);
    let rest = |begin: usize| all.iter().skip(begin).skip(usize::try_from(skip).unwrap_or(usize::MAX));
    let is_page = |found: Vec<String>, mut expected: Vec<&String>| {
        // A store may return fewer entities than the limit.
        expected.truncate(found.len());
        found.iter().collect::<Vec<_>>() == expected
    };
    let what = |from: &str| format!("{skip} entities must be skipped {from}, which the store names as a capability");
    for answer in both(client, query.clone()).await? {
        let is_end = answer.next.is_none() == (rest(0).count() as u64 <= limit);
        let is_empty = answer.rows.is_empty() == (rest(0).count() == 0);
        demand(is_end && is_empty && is_page(keys(answer.rows), rest(0).collect()), || what("after the beginning"))?;
    }
    let first = client.query(Query::new(items()).with_limit(1)).await?;
    let Some(next) = first.next else {
        return Err(Flaw("a page with one of five entities is the last one".to_owned()));
    };
    for answer in both(client, query.with_after(next)).await? {
        demand(is_page(keys(answer.rows), rest(1).collect()), || what("after a position"))?;
    }
    Ok(())
}

/// Returns the answers of the store and of a transaction.
async fn both(client: &Client, query: Query) -> Result<[Answer; 2], Flaw> {
    let outside = client.query(query.clone()).await?;
    Ok([outside, client.transact(query, |query, transaction| transaction.query(query)).await?])
}
