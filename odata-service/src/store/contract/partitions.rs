//! Partitions are isolated from each other.

use super::support::{Flaw, Stores, expect, item, items};
use crate::store::{CollectionAddress, EntityAddress, Query, StoreError};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    let a = stores.make().await;
    let b = a.in_partition("b");
    let orders = CollectionAddress::contained(&item("1"), "orders");
    let order = EntityAddress::new(orders.clone(), "1");
    a.put(&item("1"), "{\"of\":\"a\"}").await?;
    a.put(&order, "{\"of\":\"a\"}").await?;

    expect("an entity of another partition is read", b.get(&item("1")).await?, None)?;
    expect("entities of another partition are listed", b.keys(&items()).await?, [""; 0])?;
    if b.store.capabilities().count() {
        let count = b.query(Query::new(items()).with_count()).await?.count;
        expect("entities of another partition are counted", count.unwrap_or(0), 0)?;
    }
    let inside = b.transact((), |(), transaction| {
        Box::pin(async {
            let read = transaction.get(&item("1")).await?;
            let listed = transaction.query(&Query::new(items())).await?.rows;
            let deleted = transaction.delete(&item("1")).await?;
            Ok((read, listed, deleted))
        })
    });
    expect("work sees an entity of another partition", inside.await?, (None, Vec::new(), false))?;
    expect(
        "work has deleted an entity of another partition",
        a.json(&item("1")).await?.as_deref(),
        Some("{\"of\":\"a\"}"),
    )?;
    match b.put(&order, "{\"of\":\"b\"}").await {
        Err(StoreError::OwnerMissing) => {}
        other => return Err(Flaw(format!("an entity of another partition is used as owner: {other:?}"))),
    }

    b.put(&item("1"), "{\"of\":\"b\"}").await?;
    b.put(&order, "{\"of\":\"b\"}").await?;
    for (client, expected) in [(&a, "{\"of\":\"a\"}"), (&b, "{\"of\":\"b\"}")] {
        for address in [&item("1"), &order] {
            expect("the same address in two partitions", client.json(address).await?.as_deref(), Some(expected))?;
        }
    }
    // A position belongs to no partition: a client may send it from one to another.
    a.put(&item("2"), "{}").await?;
    if let Some(next) = a.query(Query::new(items()).with_limit(1)).await?.next {
        match b.query(Query::new(items()).with_after(next)).await {
            Ok(answer) if answer.rows.iter().any(|row| row.json != "{\"of\":\"b\"}") => {
                return Err(Flaw("a position shows entities of another partition".to_owned()));
            }
            Ok(_) | Err(StoreError::InvalidPosition) => {}
            Err(error) => return Err(error.into()),
        }
    }
    b.delete(&item("1")).await?;
    for address in [&item("1"), &order] {
        let found = a.json(address).await?;
        expect("an entity was deleted in another partition", found.as_deref(), Some("{\"of\":\"a\"}"))?;
    }
    Ok(())
}
