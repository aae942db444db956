//! Work is isolated from other work.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
    time::Duration,
};

use odata_core::{Error, ErrorCode};
use tokio::task::spawn_blocking;

use super::support::{Client, Flaw, Stores, TYPE, demand, expect, item, items, json, number};
use crate::store::{Query, StoreError, StoreFuture, Transaction};

/// The time for which the first of two waits for the second. If work is done one after the other, the second waits for the
/// first.
const TURN: Duration = Duration::from_millis(300);

pub(super) async fn check(stores: &Stores) -> Result<(), Flaw> {
    lost_update(&stores.make().await).await?;
    phantom(&stores.make().await).await?;
    skew(&stores.make().await).await?;
    crowd(&stores.make().await).await
}

/// One of two pieces of work. The first has read when the second begins, and writes when it is done.
struct Crossed {
    key: &'static str,
    turn: Option<Turn>,
}

struct Turn {
    has_read: mpsc::Sender<()>,
    other: Mutex<mpsc::Receiver<()>>,
    is_over: AtomicBool,
}

impl Crossed {
    /// Waits between reading and writing, in the first run only.
    fn between(&self) {
        let Some(turn) = &self.turn else { return };
        if turn.is_over.swap(true, Ordering::Relaxed) {
            return;
        }
        // The work goes on either way.
        let _ = turn.has_read.send(());
        let _ = turn.other.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(TURN);
    }
}

/// Does the same work twice, so that the second runs between reading and writing of the first if the store allows it.
async fn cross<T: Send + 'static>(
    client: &Client,
    work: for<'t> fn(&'t Crossed, &'t mut dyn Transaction) -> StoreFuture<'t, T>,
) -> Result<[Result<T, StoreError>; 2], Flaw> {
    let (has_read, first_has_read) = mpsc::channel();
    let (go_on, other) = mpsc::channel();
    let turn = Turn { has_read, other: Mutex::new(other), is_over: AtomicBool::new(false) };
    let first = Crossed { key: "first", turn: Some(turn) };
    let first = client.start(move |client| async move { client.transact(first, work).await });
    // The first work may never read; then this ends when it does.
    let _ = spawn_blocking(move || first_has_read.recv_timeout(10 * TURN)).await;
    let second = client.start(move |client| async move {
        let done = client.transact(Crossed { key: "second", turn: None }, work).await;
        let _ = go_on.send(());
        done
    });
    Ok([first.done().await?, second.done().await?])
}

/// Neither of two increments is lost, and each returns the result of its last run.
async fn lost_update(client: &Client) -> Result<(), Flaw> {
    client.put(&item("counter"), &json(0)).await?;
    let done = cross(client, |crossed, transaction| {
        Box::pin(async {
            let next = number(&transaction.get(&item("counter")).await?.ok_or(StoreError::OwnerMissing)?) + 1;
            crossed.between();
            transaction.put(&item("counter"), TYPE, json(next)).await?;
            Ok(next)
        })
    });
    let mut results = Vec::new();
    for result in done.await? {
        results.push(result.map_err(|error| {
            Flaw(format!("one of two conflicting increments has failed instead of running again: {error}"))
        })?);
    }
    results.sort_unstable();
    let stored = client.get(&item("counter")).await?.as_ref().map(number);
    expect("the number after two conflicting increments", stored, Some(2))?;
    expect("the results of two conflicting increments", results, [1, 2])
}

/// Only one of two pieces of work that insert into an empty collection is the first.
async fn phantom(client: &Client) -> Result<(), Flaw> {
    let done = cross(client, |crossed, transaction| {
        Box::pin(async {
            let found = transaction.query(&Query::new(items())).await?.rows.len();
            crossed.between();
            if found > 0 {
                return Err(Error::new(ErrorCode::ENTITY_EXISTS, "there is one already").into());
            }
            transaction.put(&item(crossed.key), TYPE, json(0)).await
        })
    });
    let mut refused = 0;
    for result in done.await? {
        match result {
            Ok(_) => {}
            Err(StoreError::Refused(_)) => refused += 1,
            Err(error) => return Err(error.into()),
        }
    }
    let stored = client.keys(&items()).await?.len();
    expect("the entities and refusals of two inserts into an empty collection", (stored, refused), (1, 1))
}

/// Each of two switches turns itself off if the other is on, so one stays on.
async fn skew(client: &Client) -> Result<(), Flaw> {
    for key in ["first", "second"] {
        client.put(&item(key), &json(1)).await?;
    }
    let done = cross(client, |crossed, transaction| {
        Box::pin(async {
            let mut on = 0;
            for key in ["first", "second"] {
                on += transaction.get(&item(key)).await?.as_ref().map_or(0, number);
            }
            crossed.between();
            if on == 2 {
                transaction.put(&item(crossed.key), TYPE, json(0)).await?;
            }
            Ok(())
        })
    });
    for result in done.await? {
        result?;
    }
    let on: u64 = client.rows(&items(), None).await?.iter().map(number).sum();
    expect("the number of switches that are still on, of two that turn themselves off while the other is on", on, 1)
}

/// Of many increments at once, all that were done are counted.
async fn crowd(client: &Client) -> Result<(), Flaw> {
    client.put(&item("counter"), &json(0)).await?;
    let writers = (0..8).map(|_| {
        client.start(|client| async move {
            let mut results = Vec::new();
            for _ in 0..20 {
                let increment = client.transact((), |(), transaction| {
                    Box::pin(async {
                        let stored = transaction.get(&item("counter")).await?.ok_or(StoreError::OwnerMissing)?;
                        let next = number(&stored) + 1;
                        transaction.put(&item("counter"), TYPE, json(next)).await?;
                        Ok(next)
                    })
                });
                match increment.await {
                    Ok(result) => results.push(result),
                    // A store may give up if there are too many conflicts.
                    Err(StoreError::Busy(_)) => {}
                    Err(error) => return Err(error),
                }
            }
            Ok(results)
        })
    });
    let mut results = Vec::new();
    for writer in writers.collect::<Vec<_>>() {
        results.extend(writer.done().await??);
    }
    results.sort_unstable();
    demand(!results.is_empty(), || "no increment among many was done".to_owned())?;
    let done = results.len() as u64;
    let stored = client.get(&item("counter")).await?.as_ref().map(number);
    expect("the number after many increments at once", stored, Some(done))?;
    expect("the results of many increments at once", results, (1..=done).collect::<Vec<_>>())
}
