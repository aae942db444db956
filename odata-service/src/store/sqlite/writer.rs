//! The thread that writes.

use std::{
    io,
    sync::Arc,
    thread::{self, JoinHandle},
};

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::{
    statements::{self, Counter},
    transaction,
};
use crate::{
    Partition,
    store::{StoreError, Work, WorkOutput},
};

/// The capacity of the queue of jobs; further ones wait for room in it.
const QUEUE: usize = 1024;

/// The maximum number of jobs that are committed together, so that the first one does not wait forever.
const BATCH: usize = 256;

/// The number of pages in the log before they are moved to the database: 16 MiB. Pages that are written often are moved once
/// for all of their writes, and each move needs two flushes.
const CHECKPOINT: u32 = 4096;

type Read = Box<dyn FnOnce(&Connection) + Send>;

enum Job {
    Work(WorkJob),
    Read(Read),
}

struct WorkJob {
    partition: Partition,
    work: Arc<dyn Work>,
    answer: oneshot::Sender<Result<WorkOutput, StoreError>>,
}

/// The queue of the thread that owns the writing connection.
#[derive(Debug)]
pub(super) struct Writer {
    /// `None` once the writer is dropped: the end of the queue ends the thread.
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

    pub(super) async fn transact(&self, partition: Partition, work: Arc<dyn Work>) -> Result<WorkOutput, StoreError> {
        let (answer, answered) = oneshot::channel();
        self.send(Job::Work(WorkJob { partition, work, answer })).await?;
        answered.await.map_err(|_| stopped())?
    }

    /// Reads on the writing connection.
    pub(super) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let job = move |connection: &Connection| {
            // If sending fails, nobody waits for the answer any more.
            let _ = answer.send(read(connection));
        };
        self.send(Job::Read(Box::new(job))).await?;
        answered.await.map_err(|_| stopped())?
    }

    async fn send(&self, job: Job) -> Result<(), StoreError> {
        transaction::refuse_inside_work()?;
        let jobs = self.jobs.as_ref().ok_or_else(stopped)?;
        jobs.send(job).await.map_err(|_| stopped())
    }
}

impl Drop for Writer {
    /// Waits for the jobs in the queue and for SQLite to close the database properly.
    fn drop(&mut self) {
        self.jobs = None;
        // Work may own the last clone of the store; the thread that drops it cannot wait for itself.
        if let Some(thread) = self.thread.take().filter(|thread| thread.thread().id() != thread::current().id()) {
            // The thread has ended either way, and its jobs were answered or dropped.
            let _ = thread.join();
        }
    }
}

fn stopped() -> StoreError {
    StoreError::failed("the writer has stopped")
}

fn run(mut connection: Connection, mut queue: mpsc::Receiver<Job>) {
    transaction::work_here();
    let mut next = queue.blocking_recv();
    while let Some(job) = next.take() {
        match job {
            Job::Read(read) => read(&connection),
            Job::Work(work) => next = run_batch(&mut connection, work, &mut queue),
        }
        next = next.or_else(|| queue.blocking_recv());
    }
}

/// Runs work and the work queued after it in one transaction, and answers when that is committed. Returns a job that was
/// taken from the queue and is not work.
fn run_batch(connection: &mut Connection, first: WorkJob, queue: &mut mpsc::Receiver<Job>) -> Option<Job> {
    let mut next = Some(Job::Work(first));
    let batch = match Batch::begin(connection) {
        Ok(batch) => batch,
        Err(cause) => {
            while let Some(Job::Work(WorkJob { answer, .. })) = next {
                let _ = answer.send(Err(of_batch("the transaction did not begin", &cause)));
                // While the database stays locked, the jobs after it would wait as long again, one after the other.
                next = if statements::is_busy(&cause) { queue.try_recv().ok() } else { None };
            }
            return next;
        }
    };
    let mut answers = Vec::new();
    let mut counter = Counter::default();
    while let Some(Job::Work(WorkJob { partition, work, answer })) = next {
        answers.push((answer, transaction::run(batch.connection, &mut counter, partition, &*work)));
        // Some failures, such as a full disk, end the transaction. Further jobs would be committed one by one.
        let goes_on = answers.len() < BATCH && !batch.connection.is_autocommit();
        next = if goes_on { queue.try_recv().ok() } else { None };
    }
    let committed = batch.commit(&counter);
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

/// A transaction for all work that waits together. It is rolled back if it is not committed.
struct Batch<'c> {
    connection: &'c mut Connection,
}

impl<'c> Batch<'c> {
    fn begin(connection: &'c mut Connection) -> rusqlite::Result<Self> {
        connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        Ok(Self { connection })
    }

    fn commit(self, counter: &Counter) -> rusqlite::Result<()> {
        counter.store(self.connection)?;
        self.connection.prepare_cached("COMMIT")?.execute([])?;
        Ok(())
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        if !self.connection.is_autocommit()
            && let Err(cause) = self.connection.execute_batch("ROLLBACK")
        {
            tracing::error!("a transaction was not rolled back: {cause}");
        }
    }
}

/// Returns the error of one job for a failure of the whole batch.
fn of_batch(what: &str, cause: &rusqlite::Error) -> StoreError {
    let message = format!("{what}: {cause}");
    if statements::is_busy(cause) { StoreError::busy(message) } else { StoreError::failed(message) }
}

#[cfg(test)]
mod tests {
    use std::{
        pin::{Pin, pin},
        sync::{Mutex, mpsc as blocking},
        task::Poll,
    };

    use super::*;
    use crate::store::{
        CollectionAddress, EntityAddress, StoreFuture, StoredEntity, Transaction, sqlite::schema,
        sqlite::statements::Effort,
    };

    fn user(key: &str) -> EntityAddress {
        EntityAddress::new(CollectionAddress::entity_set("users"), key)
    }

    /// Work that waits until it may go on, and puts a user of some length.
    struct Put {
        key: &'static str,
        length: usize,
        gate: Option<Mutex<blocking::Receiver<()>>>,
    }

    /// Work that puts a user with the key `refused` and one with the key `first`, and fails.
    struct Refuse;

    impl Work for Refuse {
        fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
            Box::pin(async {
                for key in ["refused", "first"] {
                    transaction.put(&user(key), "test.user", "{}".to_owned()).await?;
                }
                Err(odata_core::Error::new(odata_core::ErrorCode::BAD_REQUEST, "no").into())
            })
        }
    }

    impl Work for Put {
        fn run<'t>(&'t self, transaction: &'t mut dyn Transaction) -> StoreFuture<'t, WorkOutput> {
            Box::pin(async {
                if let Some(gate) = &self.gate {
                    gate.lock().unwrap().recv().expect("the gate opens");
                }
                let json = format!("\"{}\"", "x".repeat(self.length));
                transaction.put(&user(self.key), "test.user", json).await?;
                Ok(Box::new(()) as WorkOutput)
            })
        }
    }

    async fn get(writer: &Writer, key: &'static str) -> Option<StoredEntity> {
        let read = move |connection: &Connection| {
            Ok(statements::get(connection, &Partition::new("a"), &user(key), Effort::ANY)?)
        };
        writer.read(read).await.unwrap()
    }

    /// Puts a job into the queue, without waiting for its result.
    async fn enqueue<T>(job: &mut Pin<&mut impl Future<Output = T>>) {
        std::future::poll_fn(|context| {
            assert!(job.as_mut().poll(context).is_pending());
            Poll::Ready(())
        })
        .await;
    }

    #[tokio::test]
    async fn work_that_is_refused_leaves_the_others_of_its_batch_alone() {
        let writer = Writer::start(schema::open_in_memory().unwrap()).unwrap();
        let (open, gate) = blocking::channel::<()>();
        let transact = |work| writer.transact(Partition::new("a"), work);
        let mut first = pin!(transact(Arc::new(Put { key: "first", length: 10, gate: Some(Mutex::new(gate)) })));
        let mut refused = pin!(transact(Arc::new(Refuse)));
        let mut last = pin!(transact(Arc::new(Put { key: "last", length: 10, gate: None })));
        enqueue(&mut first).await;
        enqueue(&mut refused).await;
        enqueue(&mut last).await;
        open.send(()).unwrap();

        assert!(matches!(refused.await, Err(StoreError::Refused(_))));
        assert!(first.await.is_ok() && last.await.is_ok());
        assert_eq!(get(&writer, "refused").await, None);
        assert_eq!(get(&writer, "first").await.unwrap().json.len(), 12);
        assert!(get(&writer, "last").await.is_some());
    }

    #[tokio::test]
    async fn a_full_disk_fails_what_it_undoes_and_nothing_else() {
        let connection = schema::open_in_memory().unwrap();
        connection.execute_batch("PRAGMA max_page_count = 40").unwrap();
        let writer = Writer::start(connection).unwrap();
        let put = |key, length, gate| {
            writer.transact(Partition::new("a"), Arc::new(Put { key, length, gate: Option::map(gate, Mutex::new) }))
        };
        let (open, gate) = blocking::channel::<()>();
        // The first one waits, so that all of them are in the queue when the batch goes on.
        let mut first = pin!(put("first", 10, Some(gate)));
        let mut large = pin!(put("large", 1 << 20, None));
        let mut last = pin!(put("last", 10, None));
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
        // The writer goes on, and uses no number twice.
        assert!(put("next", 10, None).await.is_ok());
        let (last, next) = (get(&writer, "last").await.unwrap(), get(&writer, "next").await.unwrap());
        assert!(next.version > last.version);
    }
}
