//! The one thread that writes.

use std::{
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    thread::{self, JoinHandle},
};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::{mpsc, oneshot};

use super::statements::{self, Counter};
use crate::{
    Partition,
    store::{Decide, EntityAddress, StoreError, Written},
};

/// How many jobs may wait; further ones wait for a place in the queue.
const QUEUE: usize = 1024;

/// How many jobs are committed together at most, so that the first one does not wait for ever.
const BATCH: usize = 256;

/// How many pages the log has before they are moved to the database: 16 MiB. Pages that are written often are moved once for
/// all of their writes, and each move needs two flushes.
const CHECKPOINT: u32 = 4096;

type Read = Box<dyn FnOnce(&Connection) + Send>;

enum Job {
    Write {
        partition: Partition,
        address: EntityAddress,
        decide: Decide,
        answer: oneshot::Sender<Result<Written, StoreError>>,
    },
    Read(Read),
}

/// The queue of the thread that owns the writing connection.
#[derive(Debug)]
pub(super) struct Writer {
    /// Taken when the writer is dropped: the end of the queue is the end of the thread.
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(connection: Connection) -> io::Result<Self> {
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT).map_err(io::Error::other)?;
        let (jobs, queue) = mpsc::channel(QUEUE);
        let thread = thread::Builder::new().name("sqlite writer".to_owned()).spawn(move || run(connection, queue))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) async fn write(
        &self,
        partition: Partition,
        address: EntityAddress,
        decide: Decide,
    ) -> Result<Written, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.send(Job::Write { partition, address, decide, answer }).await?;
        answered.await.map_err(|_| stopped())?
    }

    /// Reads on the writing connection.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let job = move |connection: &Connection| {
            // Nobody waits for the answer any more where sending fails.
            let _ = answer.send(read(connection));
        };
        self.send(Job::Read(Box::new(job))).await?;
        answered.await.map_err(|_| stopped())?
    }

    async fn send(&self, job: Job) -> Result<(), StoreError> {
        let jobs = self.jobs.as_ref().ok_or_else(stopped)?;
        jobs.send(job).await.map_err(|_| stopped())
    }
}

impl Drop for Writer {
    /// Waits for the jobs in the queue and for SQLite to close the database properly.
    fn drop(&mut self) {
        self.jobs = None;
        // A decision may own the last clone of the store; the thread that drops it cannot wait for itself.
        if let Some(thread) = self.thread.take().filter(|thread| thread.thread().id() != thread::current().id()) {
            // It has ended either way, and its jobs were answered or dropped.
            let _ = thread.join();
        }
    }
}

fn stopped() -> StoreError {
    StoreError::failed("the writer has stopped")
}

fn run(mut connection: Connection, mut queue: mpsc::Receiver<Job>) {
    let mut next = queue.blocking_recv();
    while let Some(job) = next.take() {
        match job {
            Job::Read(read) => read(&connection),
            write @ Job::Write { .. } => next = write_batch(&mut connection, write, &mut queue),
        }
        next = next.or_else(|| queue.blocking_recv());
    }
}

/// Does a job and those that wait after it in one transaction, and answers when it is committed. Gives back a job that it
/// took from the queue but that is no write.
fn write_batch(connection: &mut Connection, first: Job, queue: &mut mpsc::Receiver<Job>) -> Option<Job> {
    let mut transaction = match connection.transaction_with_behavior(TransactionBehavior::Immediate) {
        Ok(transaction) => transaction,
        Err(cause) => {
            let mut next = Some(first);
            while let Some(Job::Write { answer, .. }) = next {
                let _ = answer.send(Err(of_batch("the transaction did not begin", &cause)));
                // While the database stays locked, the jobs after it would wait as long again, one after the other.
                next = if statements::is_busy(&cause) { queue.try_recv().ok() } else { None };
            }
            return next;
        }
    };
    let mut answers = Vec::new();
    let mut counter = Counter::default();
    let mut next = Some(first);
    while let Some(Job::Write { partition, address, mut decide, answer }) = next {
        answers.push((answer, write_one(&mut transaction, &mut counter, &partition, &address, &mut decide)));
        // Some failures, such as a full disk, end the transaction. Further jobs would be committed one by one.
        let goes_on = answers.len() < BATCH && !transaction.is_autocommit();
        next = if goes_on { queue.try_recv().ok() } else { None };
    }
    let committed = counter.store(&transaction).and_then(|()| transaction.commit());
    for (answer, result) in answers {
        let result = match &committed {
            Ok(()) => result,
            // What was refused may have been refused because of a write that is not committed now.
            Err(cause) => Err(of_batch("the commit failed", cause)),
        };
        let _ = answer.send(result);
    }
    next
}

/// What a failure of the whole batch is to one of its jobs.
fn of_batch(what: &str, cause: &rusqlite::Error) -> StoreError {
    let message = format!("{what}: {cause}");
    if statements::is_busy(cause) { StoreError::busy(message) } else { StoreError::failed(message) }
}

/// One job of a batch: its failure leaves the others alone.
fn write_one(
    transaction: &mut Transaction<'_>,
    counter: &mut Counter,
    partition: &Partition,
    address: &EntityAddress,
    decide: &mut Decide,
) -> Result<Written, StoreError> {
    let write = || statements::write(transaction, counter, partition, address, decide);
    // A decision runs the embedder's code, before anything is written. Its panic must not end the thread that all writes
    // need.
    catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|_| Err(StoreError::failed("a decision panicked")))
}

#[cfg(test)]
mod tests {
    use std::{
        pin::{Pin, pin},
        sync::mpsc as blocking,
        task::Poll,
    };

    use super::*;
    use crate::store::{CollectionAddress, Decision, StoredEntity, sqlite::schema, sqlite::statements::Effort};

    fn user(key: &str) -> EntityAddress {
        EntityAddress::new(CollectionAddress::entity_set("users"), key)
    }

    fn put(length: usize) -> Decision {
        Decision::Put { type_name: "test.user".to_owned(), json: format!("\"{}\"", "x".repeat(length)) }
    }

    async fn get(writer: &Writer, key: &'static str) -> Option<StoredEntity> {
        let read = move |connection: &Connection| {
            Ok(statements::get(connection, &Partition::new("a"), &user(key), Effort::ANY)?)
        };
        writer.read(read).await.unwrap()
    }

    /// Puts a job into the queue, without waiting for what it comes to.
    async fn enqueue<T>(job: &mut Pin<&mut impl Future<Output = T>>) {
        std::future::poll_fn(|context| {
            assert!(job.as_mut().poll(context).is_pending());
            Poll::Ready(())
        })
        .await;
    }

    #[tokio::test]
    async fn a_full_disk_fails_what_it_undoes_and_nothing_else() {
        let connection = schema::open_in_memory().unwrap();
        connection.execute_batch("PRAGMA max_page_count = 40").unwrap();
        let writer = Writer::start(connection).unwrap();
        let write = |key: &str, decide: Decide| writer.write(Partition::new("a"), user(key), decide);
        let (open, gate) = blocking::channel::<()>();
        // The first one waits, so that all of them are in the queue when the batch goes on.
        let mut first = pin!(write(
            "first",
            Box::new(move |_| {
                gate.recv().expect("the gate opens");
                Ok(put(10))
            })
        ));
        let mut large = pin!(write("large", Box::new(|_| Ok(put(1 << 20)))));
        let mut last = pin!(write("last", Box::new(|_| Ok(put(10)))));
        enqueue(&mut first).await;
        enqueue(&mut large).await;
        enqueue(&mut last).await;
        open.send(()).unwrap();

        assert!(matches!(large.await, Err(StoreError::Failed(_))));
        let (first, last) = (first.await, last.await);
        assert!(first.is_err(), "SQLite has undone the whole transaction");
        assert_eq!(get(&writer, "large").await, None);
        assert_eq!(get(&writer, "first").await.is_some(), first.is_ok());
        assert_eq!(get(&writer, "last").await.is_some(), last.is_ok());
        // The writer goes on, and gives no number twice.
        assert!(write("next", Box::new(|_| Ok(put(10)))).await.is_ok());
        let (last, next) = (get(&writer, "last").await.unwrap(), get(&writer, "next").await.unwrap());
        assert!(next.sequence > last.sequence && next.version > last.version);
    }
}
