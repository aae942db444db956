//! The connections that read.
//!
//! A short read takes less time than waking another thread for it. So reads are done on the calling thread, as far as that
//! is little work: the rows and bytes are limited, a lock of another process is not waited for, and if storage turns out
//! to be slow the next reads are done elsewhere. Everything else is done on a thread that may block.

use std::{
    path::Path,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use rusqlite::Connection;
use tokio::{sync::Semaphore, task::spawn_blocking};

use super::{
    OpenError, schema,
    statements::{self, Effort, Unread},
};
use crate::store::StoreError;

/// A read that takes longer than this has waited for storage, or for the processor.
const QUICK: Duration = Duration::from_millis(1);

/// Storage is slow if this many reads in a row have waited: then it is not the processor.
const SLOW_READS: u64 = 3;

/// After slow reads no read is done on the calling thread for this many times the wait of the last one. So waiting takes at
/// most a fiftieth of the time.
const PAUSE: u32 = 50;

/// A pool of connections that read.
#[derive(Debug)]
pub(super) struct Readers {
    all: Box<[Reader]>,
    /// One permit for each connection, for reads that may block.
    permits: Arc<Semaphore>,
    storage: Storage,
}

/// A connection, which does not wait for locks unless it is claimed.
#[derive(Debug)]
struct Reader {
    /// Whether a read that may block has taken the connection. Others leave it alone.
    claimed: AtomicBool,
    connection: Mutex<Connection>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        let count = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
        let all = (0..count).map(|_| Reader::open(path)).collect::<Result<_, _>>()?;
        Ok(Self { all, permits: Arc::new(Semaphore::new(count)), storage: Storage::new() })
    }

    /// Calls `read` with a connection: on this thread if it is short, else on a thread that may block.
    ///
    /// `read` is called again there if it turns out not to be short.
    pub(super) async fn read<T: Send + 'static>(
        readers: &Arc<Self>,
        read: impl Fn(&Connection, Effort) -> Result<T, Unread> + Send + 'static,
    ) -> Result<T, StoreError> {
        if let Some(result) = readers.read_here(&read) {
            return result;
        }
        let permit = Arc::clone(&readers.permits).acquire_owned().await.map_err(StoreError::failed)?;
        let readers = Arc::clone(readers);
        let task = spawn_blocking(move || {
            let claim = readers.claim()?;
            let result = read(&claim.connection, Effort::ANY);
            drop(claim);
            drop(permit);
            result.map_err(StoreError::from)
        });
        task.await.map_err(StoreError::failed)?
    }

    /// Returns the result of `read`, unless that takes too long.
    fn read_here<T>(&self, read: &impl Fn(&Connection, Effort) -> Result<T, Unread>) -> Option<Result<T, StoreError>> {
        if self.storage.is_slow() {
            return None;
        }
        let connection = self.all_from_here().find_map(Reader::try_lock)?;
        let start = Instant::now();
        let result = read(&connection, Effort::SHORT);
        drop(connection);
        self.storage.note(start.elapsed());
        match result {
            Ok(value) => Some(Ok(value)),
            Err(Unread::TooLong | Unread::Failed(StoreError::Busy(_))) => None,
            Err(Unread::Failed(error)) => Some(Err(error)),
        }
    }

    /// Returns a connection for a read that may block. With a permit there always is one.
    fn claim(&self) -> Result<Claim<'_>, StoreError> {
        let claimed = self.all_from_here().find(|reader| !reader.claimed.swap(true, Ordering::Acquire));
        let reader = claimed.ok_or_else(|| StoreError::failed("no connection is idle"))?;
        // Another thread that has it now does a short read.
        let claim = Claim { reader, connection: reader.connection.lock().unwrap_or_else(PoisonError::into_inner) };
        claim.connection.busy_timeout(schema::BUSY_TIMEOUT)?;
        Ok(claim)
    }

    /// Returns all connections, beginning with a different one on each thread.
    fn all_from_here(&self) -> impl Iterator<Item = &Reader> {
        let (before, after) = self.all.split_at(thread_number() % self.all.len());
        after.iter().chain(before)
    }
}

/// Returns the number of this thread, counted over the threads that have read.
fn thread_number() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static NUMBER: usize = NEXT.fetch_add(1, Ordering::Relaxed);
    }
    NUMBER.with(|number| *number)
}

impl Reader {
    fn open(path: &Path) -> Result<Self, OpenError> {
        let connection = schema::open_reader(path)?;
        let fail = |cause: StoreError| OpenError::new(path.display(), cause);
        // Reads the schema and compiles the statements, so that the first requests need not.
        statements::warm_up(&connection).map_err(fail)?;
        connection.busy_timeout(Duration::ZERO).map_err(|cause| fail(cause.into()))?;
        Ok(Self { claimed: AtomicBool::new(false), connection: Mutex::new(connection) })
    }

    /// Returns the connection, if no other read has it or waits for it.
    fn try_lock(&self) -> Option<MutexGuard<'_, Connection>> {
        if self.claimed.load(Ordering::Relaxed) {
            return None;
        }
        match self.connection.try_lock() {
            Ok(connection) => Some(connection),
            // A read that panicked has changed nothing.
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

/// The claim of a connection, which waits for locks until this is dropped.
struct Claim<'a> {
    reader: &'a Reader,
    connection: MutexGuard<'a, Connection>,
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        if let Err(cause) = self.connection.busy_timeout(Duration::ZERO) {
            tracing::warn!("a connection goes on waiting for locks: {cause}");
        }
        self.reader.claimed.store(false, Ordering::Release);
    }
}

/// The record of how long reads wait for storage, such as a file that is not in memory or is on the network.
#[derive(Debug)]
struct Storage {
    start: Instant,
    /// The number of reads in a row that have waited.
    waits: AtomicU64,
    /// The time until which no read is done on the calling thread, in microseconds after the start.
    pause: AtomicU64,
}

impl Storage {
    fn new() -> Self {
        Self { start: Instant::now(), waits: AtomicU64::new(0), pause: AtomicU64::new(0) }
    }

    fn is_slow(&self) -> bool {
        let pause = self.pause.load(Ordering::Relaxed);
        pause != 0 && micros(self.start.elapsed()) < pause
    }

    /// Records how long a read took.
    fn note(&self, time: Duration) {
        if time <= QUICK {
            if self.waits.load(Ordering::Relaxed) != 0 {
                self.waits.store(0, Ordering::Relaxed);
            }
        } else if self.waits.fetch_add(1, Ordering::Relaxed) + 1 >= SLOW_READS {
            self.pause.store(micros(self.start.elapsed() + time * PAUSE), Ordering::Relaxed);
        }
    }
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use std::thread::ThreadId;

    use super::*;
    use crate::{
        Partition,
        store::{Answer, CollectionAddress, EntityAddress, Query, StoredEntity},
    };

    fn user(key: &str) -> EntityAddress {
        EntityAddress::new(CollectionAddress::entity_set("users"), key)
    }

    /// Creates a database with an entity of each length, whose key is its length.
    fn database(lengths: &[usize]) -> (Readers, Connection, tempfile::TempDir) {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("test.db");
        let mut writer = schema::open_writer(&path).unwrap();
        let transaction = writer.transaction().unwrap();
        for (sequence, length) in (1..).zip(lengths) {
            let json = format!("\"{}\"", "x".repeat(length - 2));
            let entity = StoredEntity::new(length.to_string(), sequence, "test.user", json);
            statements::insert(&transaction, &Partition::new("a"), &user(&entity.key), sequence, &entity).unwrap();
        }
        transaction.commit().unwrap();
        (Readers::open(&path).unwrap(), writer, directory)
    }

    fn get(readers: &Readers, length: usize, effort: Effort) -> Result<Option<StoredEntity>, Unread> {
        let connection = readers.all[0].connection.lock().unwrap();
        statements::get(&connection, &Partition::new("a"), &user(&length.to_string()), effort)
    }

    fn users() -> Query {
        Query::new(CollectionAddress::entity_set("users"))
    }

    fn query(readers: &Readers, query: &Query, effort: Effort) -> Result<Answer, Unread> {
        let connection = readers.all[0].connection.lock().unwrap();
        statements::query(&connection, &Partition::new("a"), query, effort)
    }

    /// Returns the thread that a short read is done on.
    async fn place(readers: &Arc<Readers>) -> ThreadId {
        Readers::read(readers, |_, _| Ok(thread::current().id())).await.unwrap()
    }

    /// Returns the result of `work`, and for how long at most the runtime did nothing else. It ticks each millisecond.
    async fn longest_stop<T>(work: impl Future<Output = T>) -> (T, Duration) {
        let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
        let mut work = std::pin::pin!(work);
        loop {
            let done = tokio::select! {
                done = &mut work => Some(done),
                () = tokio::time::sleep(Duration::from_millis(1)) => None,
            };
            longest = longest.max(last.elapsed());
            last = Instant::now();
            if let Some(done) = done {
                return (done, longest);
            }
        }
    }

    #[test]
    fn short_reads_are_limited_in_rows_and_bytes() {
        let large = 300 << 10;
        let (readers, ..) = database(&[100, 200, large]);
        let too_long = |result: Result<_, Unread>| matches!(result, Err(Unread::TooLong));

        assert_eq!(get(&readers, 200, Effort::SHORT).unwrap().unwrap().json.len(), 200);
        assert!(get(&readers, 5, Effort::SHORT).unwrap().is_none());
        assert!(too_long(get(&readers, large, Effort::SHORT).map(drop)));
        assert_eq!(get(&readers, large, Effort::ANY).unwrap().unwrap().json.len(), large);

        let (all, two) = (users().with_limit(100), users().with_limit(2));
        let found = query(&readers, &two, Effort::SHORT).unwrap();
        assert_eq!((found.rows.len(), found.next.is_some()), (2, true));
        assert!(too_long(query(&readers, &all, Effort::SHORT).map(drop)), "the bytes of all rows count");
        assert_eq!(query(&readers, &all, Effort::ANY).unwrap().rows.len(), 3);
        for long in [
            users(),
            users().with_limit(1000),
            two.clone().with_skip(1000),
            users().with_limit(u64::MAX).with_skip(u64::MAX),
            two.clone().with_count(),
        ] {
            assert!(too_long(query(&readers, &long, Effort::SHORT).map(drop)), "{long:?}");
            assert!(query(&readers, &long, Effort::ANY).is_ok(), "{long:?}");
        }
    }

    #[tokio::test]
    async fn short_reads_are_done_on_the_calling_thread_and_others_elsewhere() {
        let (readers, ..) = database(&[100]);
        let readers = Arc::new(readers);
        let here = thread::current().id();
        assert_eq!(place(&readers).await, here);
        let long = |_: &Connection, effort: Effort| match effort {
            Effort::SHORT => Err(Unread::TooLong),
            _ => Ok(thread::current().id()),
        };
        assert_ne!(Readers::read(&readers, long).await.unwrap(), here);
        let failed = |_: &Connection, _: Effort| Err::<(), _>(StoreError::failed("broken").into());
        assert!(matches!(Readers::read(&readers, failed).await, Err(StoreError::Failed(_))));
        assert_eq!(place(&readers).await, here);
    }

    #[tokio::test]
    async fn a_locked_file_does_not_stop_the_runtime() {
        let (_, writer, directory) = database(&[100]);
        let path = directory.path().join("test.db");
        // With a log only the start of the log is ever locked for readers; without one the whole file is.
        writer.pragma_update(None, "journal_mode", "DELETE").unwrap();
        let readers = Arc::new(Readers::open(&path).unwrap());
        writer.execute_batch("BEGIN EXCLUSIVE").unwrap();
        let lock = Duration::from_secs(1);
        let release = thread::spawn(move || {
            thread::sleep(lock);
            writer.execute_batch("COMMIT").unwrap();
        });
        let start = Instant::now();
        let read = |connection: &Connection, effort: Effort| {
            statements::get(connection, &Partition::new("a"), &user("100"), effort)
        };
        let (found, stop) = longest_stop(Readers::read(&readers, read)).await;
        assert_eq!(found.unwrap().unwrap().key, "100");
        assert!(start.elapsed() > lock / 2, "the file was locked");
        assert!(stop < lock / 2, "{stop:?}");
        release.join().unwrap();
        assert_eq!(place(&readers).await, thread::current().id(), "the next read is short");
    }

    #[tokio::test]
    async fn when_all_connections_are_taken_a_read_waits_elsewhere() {
        let (readers, ..) = database(&[100]);
        let readers = Arc::new(readers);
        let time = Duration::from_secs(1);
        let (begun, has_begun) = std::sync::mpsc::channel();
        let taken = Arc::clone(&readers);
        let others = thread::spawn(move || {
            let all: Vec<_> = taken.all.iter().map(|reader| reader.connection.lock().unwrap()).collect();
            begun.send(()).unwrap();
            thread::sleep(time);
            drop(all);
        });
        has_begun.recv().unwrap();
        let (found, stop) = longest_stop(place(&readers)).await;
        assert_ne!(found, thread::current().id());
        assert!(stop < time / 2, "{stop:?}");
        others.join().unwrap();
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn many_reads_of_both_kinds_get_their_connections() {
        let (readers, ..) = database(&[100]);
        let readers = Arc::new(readers);
        let reads: Vec<_> = (0..200)
            .map(|number| {
                let readers = Arc::clone(&readers);
                tokio::spawn(async move {
                    let read = move |_: &Connection, effort: Effort| match effort {
                        Effort::SHORT if number % 2 == 0 => Err(Unread::TooLong),
                        _ => Ok(number),
                    };
                    Readers::read(&readers, read).await.unwrap()
                })
            })
            .collect();
        for (number, read) in reads.into_iter().enumerate() {
            assert_eq!(read.await.unwrap(), number);
        }
        assert!(readers.all.iter().all(|reader| reader.try_lock().is_some()), "all are idle again");
    }

    #[tokio::test]
    async fn if_storage_is_slow_reads_are_done_elsewhere_for_a_while() {
        let (readers, ..) = database(&[100]);
        let readers = Arc::new(readers);
        let (quick, slow) = (Duration::from_micros(20), Duration::from_millis(40));
        for time in [slow, slow, quick, slow, slow] {
            readers.storage.note(time);
        }
        assert!(!readers.storage.is_slow(), "now and then a read has to wait for the processor");
        readers.storage.note(slow);
        assert_ne!(place(&readers).await, thread::current().id());
        let deadline = Instant::now() + 20 * PAUSE * slow;
        while readers.storage.is_slow() {
            assert!(Instant::now() < deadline, "slow forever");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert_eq!(place(&readers).await, thread::current().id());
    }
}
