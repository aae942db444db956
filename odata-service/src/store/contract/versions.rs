//! No version is used twice.

use std::collections::HashSet;

use super::support::{Flaw, Stores, TYPE, demand, expect, item, json};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    let client = stores.make().await;
    let mut versions = HashSet::new();
    for round in 0..4 {
        for number in 0..3 {
            // Writing the same text again is another write.
            let put = client.put(&item("1"), &json(number / 2)).await?;
            expect("the entity that a write has returned", client.get(&item("1")).await?.as_ref(), Some(&put))?;
            demand(versions.insert(put.version), || format!("the version {} was used twice", put.version))?;
        }
        let twice = client.transact((), |(), transaction| {
            Box::pin(async {
                let first = transaction.put(&item("1"), TYPE, json(5)).await?;
                let second = transaction.put(&item("1"), TYPE, json(6)).await?;
                Ok((first.version, second.version))
            })
        });
        let (first, second) = twice.await?;
        demand(first != second && !versions.contains(&first) && versions.insert(second), || {
            format!("the version {first} or {second} was used twice")
        })?;
        versions.insert(first);
        // Even if it is deleted and inserted again, in one piece of work or in two.
        if round % 2 == 0 {
            client.delete(&item("1")).await?;
        } else {
            let again = client.transact((), |(), transaction| {
                Box::pin(async {
                    transaction.delete(&item("1")).await?;
                    Ok(transaction.put(&item("1"), TYPE, json(0)).await?.version)
                })
            });
            let version = again.await?;
            demand(versions.insert(version), || format!("the version {version} was used twice"))?;
        }
    }
    // Reading and writing others changes no version.
    let before = client.put(&item("1"), "{}").await?;
    client.put(&item("2"), "{}").await?;
    client.delete(&item("2")).await?;
    expect("an entity that was not written", client.get(&item("1")).await?, Some(before))
}
