//! The connections that read.
//!
//! A short read takes less time than waking another thread for it. So reads are done where they stand, as far as that is
//! little work: the rows and bytes are limited, a lock of another process is not waited for, and where storage turns out
//! to be slow the next reads are not done so. All else is done on a thread that may block.

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

/// A read that stands for longer than this has waited for storage, or for the processor.
const QUICK: Duration = Duration::from_millis(1);

/// Storage is slow if this many reads in a row have waited: so often in a row it is not the processor.
const SLOW_READS: u64 = 3;

/// For how many times the wait of the last of them no read is done where it stands. So waiting takes a fiftieth of the
/// time at most.
const PAUSE: u32 = 50;

/// A pool of connections that read.
#[derive(Debug)]
pub(super) struct Readers {
    all: Box<[Reader]>,
    /// As many permits as connections, for reads that may block.
    permits: Arc<Semaphore>,
    storage: Storage,
}

/// A connection, which does not wait for locks unless it is claimed.
#[derive(Debug)]
struct Reader {
    /// Taken by a read that may block. Others leave the connection to it.
    claimed: AtomicBool,
    connection: Mutex<Connection>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, OpenError> {
        let count = thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 8));
        let all = (0..count).map(|_| Reader::open(path)).collect::<Result<_, _>>()?;
        Ok(Self { all, permits: Arc::new(Semaphore::new(count)), storage: Storage::new() })
    }

    /// Lends a connection to `read`: here if little is to be done, else on a thread that may block.
    ///
    /// `read` is called again there if it has done all that it may do here.
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

    /// What `read` gives, unless that takes more than a little time.
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

    /// A connection for a read that may block. Whoever has a permit finds one.
    fn claim(&self) -> Result<Claim<'_>, StoreError> {
        let claimed = self.all_from_here().find(|reader| !reader.claimed.swap(true, Ordering::Acquire));
        let reader = claimed.ok_or_else(|| StoreError::failed("no connection is idle"))?;
        // Whoever has it now reads where it stands, which does not take long.
        let claim = Claim { reader, connection: reader.connection.lock().unwrap_or_else(PoisonError::into_inner) };
        claim.connection.busy_timeout(schema::BUSY_TIMEOUT)?;
        Ok(claim)
    }

    /// All connections, in an order that begins elsewhere on each thread.
    fn all_from_here(&self) -> impl Iterator<Item = &Reader> {
        let (before, after) = self.all.split_at(thread_number() % self.all.len());
        after.iter().chain(before)
    }
}

/// Counts the threads that have read.
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

    /// The connection, if nobody has it or wants it.
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

/// A connection that waits for locks, until this is dropped.
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

/// Whether reads have to wait for storage: for a file that is not in memory, or for one on the network.
#[derive(Debug)]
struct Storage {
    start: Instant,
    /// How many reads in a row have waited.
    waits: AtomicU64,
    /// Until how many microseconds after the start no read is done where it stands.
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

    /// Takes note of how long a read took.
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
