//! Writes whose futures were ready are found when the store is opened again.

use super::support::{Flaw, Stores, demand, expect, item, items, keys};
use crate::store::{CollectionAddress, EntityAddress, Query};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    if !stores.reopen() {
        return Ok(());
    }
    let name = stores.name();
    let order = EntityAddress::new(CollectionAddress::contained(&item("1"), "orders"), "1");
    let client = stores.open(name.clone()).await;
    for key in ["3", "1", "2", "4"] {
        client.put(&item(key), "{}").await?;
    }
    let order_before = client.put(&order, "{\"x\":1}").await?;
    let deleted = client.put(&item("5"), "{}").await?;
    client.delete(&item("5")).await?;
    let before = client.rows(&items(), None).await?;
    let next = client.query(Query::new(items()).with_limit(2)).await?.next;
    drop(client);

    let client = stores.open(name.clone()).await;
    expect("the entities of a store that was opened again", client.rows(&items(), None).await?, &*before)?;
    expect("a contained entity of a store that was opened again", client.get(&order).await?, Some(order_before))?;
    // A next link outlives the program.
    let Some(next) = next else { return Err(Flaw("a page with two of four entities is the last one".to_owned())) };
    let rest = keys(client.query(Query::new(items()).with_after(next)).await?.rows);
    expect("the rows after a position, in a store that was opened again", rest, keys(before[2..].to_vec()))?;
    let again = client.put(&item("5"), "{}").await?;
    demand(again.version != deleted.version, || {
        "after the store was opened again a version was used twice".to_owned()
    })?;
    client.delete(&item("1")).await?;
    drop(client);

    let client = stores.open(name).await;
    expect("a deleted entity of a store that was opened again", client.get(&item("1")).await?, None)?;
    expect("what it contained", client.get(&order).await?, None)
}
