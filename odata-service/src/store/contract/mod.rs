//! The contract of a store, as tests for any store.
//!
#![cfg_attr(feature = "sqlite", doc = "```")]
#![cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
//! # mod mine {
//! #     pub use odata_service::store::sqlite::SqliteStore;
//! # }
//! use mine::SqliteStore; // or your own store
//! use odata_service::store::contract;
//!
//! # /*
//! #[tokio::test]
//! # */
//! # #[tokio::main(flavor = "current_thread")]
//! async fn main() {
//!     contract::check(|_name| async { SqliteStore::in_memory().expect("there is memory") }).await;
//! }
//! ```
//!
//! The [rules](Rule) are those that the [module of stores](super) lists. A check takes some seconds and needs a tokio runtime,
//! of either kind, with its timer enabled. In a shared database, the name can be that of a schema, or of anything else that
//! is empty.

mod answers;
mod atomicity;
mod capabilities;
mod containment;
mod durability;
mod errors;
mod isolation;
mod order;
mod partitions;
mod support;
mod values;
mod versions;

use std::{fmt, pin::Pin, sync::Arc, time::Duration};

use self::support::{Flaw, Stores};
use super::EntityStore;

/// The time that a rule may take. What takes longer waits for something that does not happen.
const PATIENCE: Duration = Duration::from_secs(90);

/// Checks a store against the whole contract. `make` is called for each rule with another name, to make an empty store.
///
/// # Panics
///
/// Panics with all [breaches](Breach), if there are any.
pub async fn check<S, F>(make: impl Fn(String) -> F + Send + Sync + 'static)
where
    S: EntityStore,
    F: Future<Output = S> + Send + 'static,
{
    Contract::new(make).check().await;
}

/// The contract, for the stores that a function makes.
pub struct Contract {
    make: Box<dyn Fn(String) -> Making + Send + Sync>,
    reopens: bool,
}

type Making = Pin<Box<dyn Future<Output = Arc<dyn EntityStore>> + Send>>;

impl Contract {
    /// Creates a contract for the stores that `make` makes. If it is called with a name for the first time, the store is empty.
    pub fn new<S, F>(make: impl Fn(String) -> F + Send + Sync + 'static) -> Self
    where
        S: EntityStore,
        F: Future<Output = S> + Send + 'static,
    {
        let make = move |name| {
            let store = make(name);
            Box::pin(async { Arc::new(store.await) as Arc<dyn EntityStore> }) as Making
        };
        Self { make: Box::new(make), reopens: false }
    }

    /// Declares that the function opens the same storage again if it is called with the same name after that store was dropped.
    /// Only then can durability be checked.
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// use odata_service::store::{contract::Contract, sqlite::SqliteStore};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// let directory = tempfile::tempdir().unwrap();
    /// let path = directory.path().to_owned();
    /// let open = move |name| {
    ///     let path = path.join(name);
    ///     async { SqliteStore::open(path).unwrap() }
    /// };
    /// assert_eq!(Contract::new(open).reopening().breaches().await, []);
    /// # }
    /// ```
    #[must_use]
    pub fn reopening(mut self) -> Self {
        self.reopens = true;
        self
    }

    /// Returns the breaches of the contract: the first one for each rule.
    pub async fn breaches(self) -> Vec<Breach> {
        let stores = Arc::new(Stores::new(self));
        let mut breaches = Vec::new();
        for rule in Rule::ALL {
            let stores = Arc::clone(&stores);
            // A task of its own, for a store that panics.
            let checked = tokio::spawn(async move { tokio::time::timeout(PATIENCE, rule.check(&stores)).await });
            let found = match checked.await {
                Ok(Ok(Ok(()))) => continue,
                Ok(Ok(Err(Flaw(found)))) => found,
                Ok(Err(_)) => format!("it did not end within {PATIENCE:?}"),
                Err(panicked) => panicked.to_string(),
            };
            breaches.push(Breach { rule, found });
        }
        breaches
    }

    /// Checks the stores against the whole contract.
    ///
    /// # Panics
    ///
    /// Panics with all [breaches](Breach), if there are any.
    pub async fn check(self) {
        let breaches = self.breaches().await;
        let list: Vec<_> = breaches.iter().map(ToString::to_string).collect();
        assert!(breaches.is_empty(), "the store breaks its contract:\n{}", list.join("\n"));
    }
}

impl fmt::Debug for Contract {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Contract").field("reopens", &self.reopens).finish_non_exhaustive()
    }
}

/// A rule that a store has broken.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Breach {
    /// The rule that the store breaks.
    pub rule: Rule,
    /// A description of what the store has done.
    pub found: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.rule, self.found)
    }
}

/// A part of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// Nothing of another partition is read, counted or changed.
    Partitions,
    /// Work that fails changes nothing, whatever it has written before.
    Atomicity,
    /// Work is isolated from other work: it runs again if what it has read was changed meanwhile, and no change is lost.
    Isolation,
    /// The rows of an answer, their number and the owner are of one state.
    Answers,
    /// The order of a collection is total, and the same for each page.
    Order,
    /// A contained entity exists only with the one that contains it, and is deleted with it.
    Containment,
    /// No version is used twice.
    Versions,
    /// Errors and results of work are returned unchanged.
    Errors,
    /// What is stored is returned unchanged.
    Values,
    /// The store supports what its capabilities name.
    Capabilities,
    /// Writes whose futures were ready are found when the store is opened again. Checked for stores that
    /// [can be](Contract::reopening); crashes are not checked.
    Durability,
}

impl Rule {
    const ALL: [Self; 11] = [
        Self::Partitions,
        Self::Atomicity,
        Self::Isolation,
        Self::Answers,
        Self::Order,
        Self::Containment,
        Self::Versions,
        Self::Errors,
        Self::Values,
        Self::Capabilities,
        Self::Durability,
    ];

    async fn check(self, stores: &Stores) -> Result<(), Flaw> {
        match self {
            Self::Partitions => partitions::check(stores).await,
            Self::Atomicity => atomicity::check(stores).await,
            Self::Isolation => isolation::check(stores).await,
            Self::Answers => answers::check(stores).await,
            Self::Order => order::check(stores).await,
            Self::Containment => containment::check(stores).await,
            Self::Versions => versions::check(stores).await,
            Self::Errors => errors::check(stores).await,
            Self::Values => values::check(stores).await,
            Self::Capabilities => capabilities::check(stores).await,
            Self::Durability => durability::check(stores).await,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Partitions => "partitions do not see each other",
            Self::Atomicity => "work is done as a whole or not at all",
            Self::Isolation => "work is isolated from other work",
            Self::Answers => "an answer is of one state",
            Self::Order => "the order of a collection is total and stays the same",
            Self::Containment => "contained entities exist only with their owner",
            Self::Versions => "no version is used twice",
            Self::Errors => "errors and results are returned unchanged",
            Self::Values => "what is stored is returned unchanged",
            Self::Capabilities => "the store does what its capabilities name",
            Self::Durability => "writes are durable when they are reported",
        })
    }
}
