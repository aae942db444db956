//! No version comes twice.

use std::collections::HashSet;

use super::support::{Flaw, Stores, TYPE, demand, expect, item, json};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    let client = stores.make().await;
    let mut versions = HashSet::new();
    for round in 0..4 {
        for number in 0..3 {
            // The same text is another write all the same.
            let put = client.put(&item("1"), &json(number / 2)).await?;
            expect("what a write has given back", client.get(&item("1")).await?.as_ref(), Some(&put))?;
            demand(versions.insert(put.version), || format!("the version {} came twice", put.version))?;
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
            format!("the version {first} or {second} came twice")
        })?;
        versions.insert(first);
        // Also where it is deleted and made again, in work of its own or in the same.
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
            demand(versions.insert(version), || format!("the version {version} came twice"))?;
        }
    }
    // Reading and writing others changes no version.
    let before = client.put(&item("1"), "{}").await?;
    client.put(&item("2"), "{}").await?;
    client.delete(&item("2")).await?;
    expect("an entity that was not written", client.get(&item("1")).await?, Some(before))
}
