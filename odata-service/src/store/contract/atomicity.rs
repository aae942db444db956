//! Work is done as a whole or not at all.

use odata_core::{Error, ErrorCode};

use super::support::{Client, Flaw, Stores, TYPE, expect, item, items, json};
use crate::store::{CollectionAddress, EntityAddress, Query, StoreError, StoredEntity};

/// Returns all that is stored, whatever the order of the store.
async fn state(client: &Client, order: &EntityAddress) -> Result<(Vec<StoredEntity>, Option<StoredEntity>), Flaw> {
    let mut rows = client.rows(&items(), None).await?;
    rows.sort_by(|one, other| one.key.cmp(&other.key));
    Ok((rows, client.get(order).await?))
}

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    let client = stores.make().await;
    let order = EntityAddress::new(CollectionAddress::contained(&item("1"), "orders"), "1");
    for address in [&item("1"), &item("2"), &order] {
        client.put(address, "{}").await?;
    }
    let before = state(&client, &order).await?;
    // The same refusal after one write, after two, and so on.
    for writes in 1..=5 {
        let refused = client.transact((writes, order.clone()), |(writes, order), transaction| {
            Box::pin(async move {
                for write in 0..*writes {
                    match write {
                        0 => drop(transaction.put(&item("3"), TYPE, json(3)).await?),
                        1 => drop(transaction.put(&item("1"), TYPE, json(1)).await?),
                        2 => drop(transaction.put(order, TYPE, json(1)).await?),
                        3 => drop(transaction.delete(&item("1")).await?),
                        _ => drop(transaction.put(&item("1"), TYPE, json(4)).await?),
                    }
                }
                Err::<(), _>(Error::new(ErrorCode::BAD_REQUEST, "no").into())
            })
        });
        match refused.await {
            Err(StoreError::Refused(_)) => {}
            other => return Err(Flaw(format!("refused work has returned {other:?}"))),
        }
        let after = state(&client, &order).await?;
        expect(&format!("the state after refused work that wrote {writes} times"), &after, &before)?;
    }
    // The same writes without the refusal, each seen by those after it.
    let seen = client.transact(order.clone(), |order, transaction| {
        Box::pin(async move {
            transaction.put(&item("3"), TYPE, json(3)).await?;
            let put = transaction.put(&item("1"), TYPE, json(1)).await?;
            let read = transaction.get(&item("1")).await?;
            let deleted = transaction.delete(&item("1")).await?;
            let gone = (transaction.get(&item("1")).await?, transaction.get(order).await?);
            let listed = transaction.query(&Query::new(items())).await?.rows.len();
            Ok((read == Some(put), deleted, gone, listed))
        })
    });
    expect("what work sees of what it has written", seen.await?, (true, true, (None, None), 2))?;
    expect("what work has done", client.sorted_keys(&items()).await?, ["2", "3"])?;
    expect("what work has deleted", client.get(&order).await?, None)?;

    // Work that is refused does not undo other work that runs at the same time.
    let all: Vec<_> = (0..40)
        .map(|number: u64| {
            client.start(move |client| async move {
                let work = client.transact(number, |number, transaction| {
                    Box::pin(async move {
                        transaction.put(&item(&format!("among {number}")), TYPE, json(*number)).await?;
                        if number.is_multiple_of(2) {
                            return Err(Error::new(ErrorCode::BAD_REQUEST, "no").into());
                        }
                        transaction.put(&item(&format!("and {number}")), TYPE, json(*number)).await
                    })
                });
                (number, work.await)
            })
        })
        .collect();
    for started in all {
        let (number, result) = started.done().await?;
        let is_done = match result {
            Ok(_) => true,
            Err(StoreError::Refused(_)) => false,
            // Too many others wanted to write.
            Err(StoreError::Busy(_)) if !number.is_multiple_of(2) => false,
            Err(error) => return Err(error.into()),
        };
        expect("refused work among other work", is_done && number.is_multiple_of(2), false)?;
        for key in [format!("among {number}"), format!("and {number}")] {
            let found = client.get(&item(&key)).await?.is_some();
            expect("whether work has written, some of which was refused", found, is_done)?;
        }
    }
    Ok(())
}
