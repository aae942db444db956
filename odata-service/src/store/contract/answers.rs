//! An answer is of one state.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use super::support::{Client, Flaw, Stores, TYPE, demand, expect, item, items, json};
use crate::store::{Answer, CollectionAddress, EntityAddress, Query, StoreError};

/// The minimum number of reads while others write, and of writes meanwhile.
const ROUNDS: (usize, usize) = (100, 50);

/// The maximum time of the reads.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    counts(&stores.make().await).await?;
    while_others_write(&stores.make().await).await
}

/// The count is that of the whole collection, and is only present if it was asked for.
async fn counts(client: &Client) -> Result<(), Flaw> {
    expect("the answer for an empty collection", client.query(Query::new(items())).await?, Answer::new(Vec::new()))?;
    for key in ["a", "b", "c"] {
        client.put(&item(key), "{}").await?;
    }
    client.put(&EntityAddress::new(CollectionAddress::contained(&item("a"), "items"), "d"), "{}").await?;
    let first = client.query(Query::new(items()).with_limit(1)).await?;
    expect("a count that was not asked for", first.count, None)?;
    let next = first.next.ok_or_else(|| Flaw("a page with one of three entities is the last one".to_owned()))?;
    if !client.store.capabilities().count() {
        return Ok(());
    }
    let query = Query::new(items()).with_count();
    for query in [query.clone(), query.clone().with_limit(0), query.clone().with_limit(1), query.with_after(next)] {
        expect("the count of three entities", client.query(query.clone()).await?.count, Some(3))?;
        let inside = client.transact(query, |query, transaction| {
            Box::pin(async {
                transaction.put(&item("e"), TYPE, json(0)).await?;
                let count = transaction.query(query).await?.count;
                transaction.delete(&item("e")).await?;
                Ok(count)
            })
        });
        expect("the count of three entities and one that the same work has inserted", inside.await?, Some(4))?;
    }
    Ok(())
}

/// Two entities come and go together, and so does the owner of two others. No answer has one alone.
async fn while_others_write(client: &Client) -> Result<(), Flaw> {
    let owner = EntityAddress::new(CollectionAddress::entity_set("owners"), "1");
    let orders = CollectionAddress::contained(&owner, "orders");
    let pair = [EntityAddress::new(orders.clone(), "1"), EntityAddress::new(orders.clone(), "2")];
    client.put(&item("stays"), "{}").await?;
    let (is_over, cycles) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let writer = client.start({
        let (is_over, cycles) = (Arc::clone(&is_over), Arc::clone(&cycles));
        |client| async move {
            while !is_over.load(Ordering::Relaxed) {
                for inserts in [true, false] {
                    let state = (inserts, owner.clone(), pair.clone());
                    let work = client.transact(state, |(inserts, owner, pair), transaction| {
                        Box::pin(async move {
                            if *inserts {
                                transaction.put(owner, TYPE, json(0)).await?;
                                for address in pair.iter().chain(&[item("a"), item("z")]) {
                                    transaction.put(address, TYPE, json(0)).await?;
                                }
                            } else {
                                for address in [owner, &item("a"), &item("z")] {
                                    transaction.delete(address).await?;
                                }
                            }
                            Ok(())
                        })
                    });
                    match work.await {
                        Ok(()) | Err(StoreError::Busy(_)) => {}
                        Err(error) => return Err(error),
                    }
                }
                cycles.fetch_add(1, Ordering::Relaxed);
            }
            Ok(())
        }
    });
    let read = read(client, &orders, &cycles).await;
    is_over.store(true, Ordering::Relaxed);
    writer.done().await??;
    read
}

async fn read(client: &Client, orders: &CollectionAddress, cycles: &AtomicUsize) -> Result<(), Flaw> {
    let counts = client.store.capabilities().count();
    let (mut rounds, start) = (0, Instant::now());
    while (rounds < ROUNDS.0 || cycles.load(Ordering::Relaxed) < ROUNDS.1) && start.elapsed() < PATIENCE {
        rounds += 1;
        let mut query = Query::new(items());
        query.count = counts;
        let answer = client.query(query).await?;
        // A store may return fewer entities than there are.
        if answer.next.is_none() {
            let rows = answer.rows.len();
            demand(rows == 1 || rows == 3, || {
                format!("only one of two entities that are inserted together is seen: {rows} rows")
            })?;
            expect(
                "the number of rows, and their count in the same answer",
                answer.count,
                counts.then_some(rows as u64),
            )?;
        }
        match client.query(Query::new(orders.clone())).await {
            Ok(answer) if answer.next.is_none() => {
                expect("what is contained in an entity that is there", answer.rows.len(), 2)?;
            }
            Ok(_) | Err(StoreError::OwnerMissing) => {}
            Err(error) => return Err(error.into()),
        }
        let twice = client.transact((), |(), transaction| {
            Box::pin(async {
                let (first, a) = (transaction.query(&Query::new(items())).await?, transaction.get(&item("a")).await?);
                let (z, second) = (transaction.get(&item("z")).await?, transaction.query(&Query::new(items())).await?);
                Ok((versions(&first) == versions(&second), a.is_some() == z.is_some()))
            })
        });
        match twice.await {
            Ok(same) => expect("whether what work reads twice is the same, and of one state", same, (true, true))?,
            Err(StoreError::Busy(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Returns the keys and versions in an answer, whatever the order of the store.
fn versions(answer: &Answer) -> BTreeSet<(&str, u64)> {
    answer.rows.iter().map(|row| (&*row.key, row.version)).collect()
}
