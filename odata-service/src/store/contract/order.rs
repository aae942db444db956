//! The order of a collection is total, and the same for each page.

use super::support::{Client, Flaw, Stores, check_page, demand, expect, item, items, keys};
use crate::store::{Position, Query, StoreError};

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    pages(&stores.make().await).await?;
    while_entities_come_and_go(&stores.make().await).await?;
    strange_positions(&stores.make().await).await
}

/// The order of a collection is the same however it is read.
async fn pages(client: &Client) -> Result<(), Flaw> {
    for key in ["m", "c", "x", "a", "q", "10", "9", "Z", "b"] {
        client.put(&item(key), "{}").await?;
    }
    let all = client.keys(&items()).await?;
    expect("the number of entities", all.len(), 9)?;
    for limit in [1, 2, 3, 8, 9, 10, u64::MAX] {
        let paged = keys(client.rows(&items(), Some(limit)).await?);
        expect(&format!("the order in pages of {limit}"), &paged, &all)?;
        let inside = client.transact(limit, |limit, transaction| {
            Box::pin(async {
                let (mut seen, mut query) = (Vec::new(), Query::new(items()).with_limit(*limit));
                while seen.len() < 100 {
                    let answer = transaction.query(&query).await?;
                    seen.extend(answer.rows);
                    let Some(next) = answer.next else { break };
                    query.after = Some(next);
                }
                Ok(keys(seen))
            })
        });
        expect(&format!("the order in pages of {limit}, in work"), &inside.await?, &all)?;
    }
    let none = client.query(Query::new(items()).with_limit(0)).await?;
    expect("a page without entities", (none.rows.len(), none.next), (0, None))?;
    // Changing an entity does not move it.
    for key in &all {
        client.put(&item(key), "{\"changed\":true}").await?;
        expect("the order after a change of an entity", &client.keys(&items()).await?, &all)?;
    }
    Ok(())
}

/// Following the pages returns each entity that stays exactly once.
async fn while_entities_come_and_go(client: &Client) -> Result<(), Flaw> {
    for number in 10..40 {
        client.put(&item(&number.to_string()), "{}").await?;
    }
    let before = client.keys(&items()).await?;
    let (mut seen, mut deleted) = (Vec::new(), Vec::new());
    let mut query = Query::new(items()).with_limit(4);
    for round in 0..50 {
        let answer = client.query(query.clone()).await?;
        check_page(&query, &answer)?;
        seen.extend(keys(answer.rows));
        let Some(next) = answer.next else { break };
        demand(round < 49, || "the pages do not end".to_owned())?;
        query.after = Some(next);
        if round < 5 {
            // Before, between and after the others, whatever the order.
            for key in [format!("0{round}"), format!("2{round}x"), format!("9{round}")] {
                client.put(&item(&key), "{}").await?;
            }
            // The last one of the page, one before it and one after it.
            let unseen = before.iter().rfind(|key| !seen.contains(key) && !deleted.contains(*key));
            for key in seen.iter().rev().take(2).chain(unseen).cloned().collect::<Vec<_>>() {
                client.delete(&item(&key)).await?;
                deleted.push(key);
            }
            if let Some(key) = seen.first().filter(|key| !deleted.contains(*key)) {
                client.put(&item(key), "{\"changed\":true}").await?;
            }
        }
    }
    let stay = |keys: &[String]| -> Vec<_> {
        keys.iter().filter(|key| before.contains(key) && !deleted.contains(key)).cloned().collect()
    };
    expect("the entities that stay, page by page", stay(&seen), stay(&before))?;
    let mut once = seen.clone();
    once.sort_unstable();
    once.dedup();
    expect("the number of entities without repetitions", once.len(), seen.len())
}

/// A client may make up positions. They lead anywhere, or are refused.
async fn strange_positions(client: &Client) -> Result<(), Flaw> {
    client.put(&item("a"), "{}").await?;
    for bytes in [&b""[..], b"a", &[0; 8], &[255; 8], &[255; 3], &[b'x'; 2000]] {
        match client.query(Query::new(items()).with_after(Position::new(bytes))).await {
            Ok(_) | Err(StoreError::InvalidPosition) => {}
            Err(error) => return Err(Flaw(format!("the position {bytes:?} makes the store fail: {error}"))),
        }
    }
    Ok(())
}
