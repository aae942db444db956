//! A contained entity exists only with the one that contains it, and is deleted with it.

use super::support::{Client, Flaw, Stores, TYPE, demand, expect, item, items};
use crate::store::{CollectionAddress, EntityAddress, Query, StoreError};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    owner(&stores.make().await).await?;
    cascade(&stores.make().await).await?;
    singleton(&stores.make().await).await
}

fn is_owner_missing<T>(result: &Result<T, StoreError>) -> bool {
    matches!(result, Err(StoreError::OwnerMissing))
}

/// A collection does not exist without its owner.
async fn owner(client: &Client) -> Result<(), Flaw> {
    let orders = CollectionAddress::contained(&item("1"), "orders");
    let order = EntityAddress::new(orders.clone(), "1");
    let lines = CollectionAddress::contained(&order, "lines");
    for (collection, depth) in [(&orders, 1), (&lines, 2)] {
        let address = EntityAddress::new(collection.clone(), "1");
        demand(is_owner_missing(&client.put(&address, "{}").await), || {
            format!("an entity was inserted without its owner, at depth {depth}")
        })?;
        demand(is_owner_missing(&client.query(Query::new(collection.clone())).await), || {
            format!("a collection was read without its owner, at depth {depth}")
        })?;
        expect("an entity without an owner", client.get(&address).await?, None)?;
        expect("an entity without an owner was deleted", client.delete(&address).await?, false)?;
    }
    let inside = client.transact(order.clone(), |order, transaction| {
        Box::pin(async move {
            let read = is_owner_missing(&transaction.query(&Query::new(order.collection().clone())).await);
            let written = is_owner_missing(&transaction.put(order, TYPE, "{}".to_owned()).await);
            // Neither has changed anything, so the work goes on.
            transaction.put(&item("1"), TYPE, "{}".to_owned()).await?;
            transaction.put(order, TYPE, "{}".to_owned()).await?;
            Ok((read, written))
        })
    });
    expect("whether work that reads or writes without the owner fails", inside.await?, (true, true))?;
    expect("entities inserted after their owner", client.keys(&orders).await?, ["1"])
}

/// Deleting an entity deletes what it contains, and nothing else.
async fn cascade(client: &Client) -> Result<(), Flaw> {
    // Keys that look like paths, and paths with a common prefix.
    let owners = ["5", "50", "5/orders", "", "/", "4", "5-", "é"];
    let order_of = |owner: &str| EntityAddress::new(CollectionAddress::contained(&item(owner), "orders"), "1");
    let line_of = |owner: &str| EntityAddress::new(CollectionAddress::contained(&order_of(owner), "lines"), "7");
    for owner in owners {
        client.put(&item(owner), "{}").await?;
        client.put(&order_of(owner), "{}").await?;
        client.put(&line_of(owner), "{}").await?;
    }
    let other = EntityAddress::new(CollectionAddress::entity_set("items5"), "5");
    client.put(&other, "{}").await?;
    for (position, owner) in owners.into_iter().enumerate() {
        expect("deleting an entity that is stored", client.delete(&item(owner)).await?, true)?;
        for (other, name) in owners.iter().enumerate() {
            for address in [item(name), order_of(name), line_of(name)] {
                let is_there = client.get(&address).await?.is_some();
                let what = format!(
                    "after `{owner}` is deleted, whether `{}` of `{name}` is stored",
                    address.collection().path()
                );
                expect(&what, is_there, other > position)?;
            }
        }
        expect("deleting an entity again", client.delete(&item(owner)).await?, false)?;
    }
    expect("whether an entity of another set is left after the deletion", client.get(&other).await?.is_some(), true)?;
    client.put(&item("5"), "{}").await?;
    let orders = CollectionAddress::contained(&item("5"), "orders");
    expect("what an entity contains that was deleted and inserted again", client.keys(&orders).await?, [""; 0])?;
    // An entity that is replaced keeps what it contains.
    client.put(&order_of("5"), "{}").await?;
    client.put(&item("5"), "{\"changed\":true}").await?;
    expect("what an entity contains that was replaced", client.keys(&orders).await?, ["1"])
}

/// What a singleton contains exists without it, but is deleted with it.
async fn singleton(client: &Client) -> Result<(), Flaw> {
    let office = EntityAddress::singleton("office");
    let rooms = CollectionAddress::contained(&office, "rooms");
    let room = EntityAddress::new(rooms.clone(), "1");
    expect("what a singleton contains that was not written", client.keys(&rooms).await?, [""; 0])?;
    client.put(&room, "{}").await?;
    expect("a singleton that was not written", client.get(&office).await?, None)?;
    client.put(&office, "{}").await?;
    client.put(&item("office"), "{}").await?;
    client.put(&EntityAddress::singleton("offices"), "{}").await?;
    expect("what a singleton contains", client.keys(&rooms).await?, ["1"])?;
    expect("deleting a singleton", client.delete(&office).await?, true)?;
    expect("what a singleton contained that was deleted", client.get(&room).await?, None)?;
    expect(
        "a singleton was deleted with another",
        client.get(&EntityAddress::singleton("offices")).await?.is_some(),
        true,
    )?;
    expect("an entity was deleted with a singleton", client.sorted_keys(&items()).await?, ["office"])
}
