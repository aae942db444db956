//! The methods of a service for Rust code.

use std::sync::Arc;

use odata_core::{EntitySet, EntityValue, Error, Singleton};

use super::{Repository, RepositoryTransaction, SingletonRepository, scope::Scope, transaction::UserWork};
use crate::{Caller, ODataService, failure::Failure};

impl ODataService {
    /// Returns the entities of a set as this caller sees them: read and written in Rust, with the checks and hooks of
    /// requests. The [module](crate::repository) has an example.
    ///
    /// The set is one of the service's model. All operations on a set of another container fail.
    pub fn repository<E: EntityValue>(&self, set: EntitySet<E>, caller: &Caller) -> Repository<E> {
        Repository::of_service(self.inner(), set, caller)
    }

    /// Returns a singleton as this caller sees it: read and written in Rust, with the checks and hooks of requests.
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// use odata_core::{Model, prelude::*};
    /// use odata_service::{Caller, NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
    ///
    /// #[derive(ODataEntity, Clone, Debug)]
    /// #[odata(type = "office.settings")]
    /// struct Settings {
    ///     #[odata(key, computed)]
    ///     id: Guid,
    ///     language: Option<String>,
    ///     #[odata(contains_target)]
    ///     rooms: Nav<Vec<Room>>,
    /// }
    ///
    /// #[derive(ODataEntity, Clone, Debug)]
    /// #[odata(type = "office.room")]
    /// struct Room {
    ///     #[odata(key)]
    ///     number: i32,
    /// }
    ///
    /// #[derive(ODataContainer)]
    /// #[odata(type = "office.Container")]
    /// struct Office {
    ///     #[odata(singleton)]
    ///     settings: Settings,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), odata_core::Error> {
    /// # let partition = Partition::new("everybody");
    /// # let service = ODataService::builder(Model::of::<Office>().expect("the model is valid"))
    /// #     .store(SqliteStore::in_memory().expect("there is memory"))
    /// #     .authorizer(NoAuthorization::new(partition.clone()))
    /// #     .build()
    /// #     .expect("nothing is missing");
    /// let settings = service.singleton(Office::SETS.settings, &Caller::new(partition));
    /// assert!(settings.get().await?.is_none());
    ///
    /// let english = Settings { id: Guid::nil(), language: Some("en".to_owned()), rooms: Nav::absent() };
    /// let put = settings.put(english).await?;
    /// let changed = settings.if_match(put.version).update(|settings| settings.language = None).await?;
    /// assert_eq!((changed.id, &changed.language), (put.id, &None));
    ///
    /// settings.contained(Settings::PROPERTIES.rooms).insert(Room { number: 101 }).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn singleton<E: EntityValue>(&self, singleton: Singleton<E>, caller: &Caller) -> SingletonRepository<E> {
        let scope = Scope::Service { inner: Arc::clone(self.inner()), caller: caller.clone() };
        SingletonRepository::new(scope, singleton, caller.clone())
    }

    /// Runs a closure whose operations happen together or not at all, and returns its result. An error undoes all of them, and
    /// is returned.
    ///
    /// The closure must not await anything but operations of its [`RepositoryTransaction`]. It may run again, from the start,
    /// if something that it has read was changed meanwhile: what it captures, it clones for each run. Of the
    /// [hooks](crate::hooks), those inside the transaction run at each operation, those before it for all operations of a
    /// rehearsal, and those after it when all of them are committed. A store may limit how long a transaction takes, as others
    /// may wait for its end.
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// # use odata_core::{Error, ErrorCode, Model, ODataContainer, ODataEntity};
    /// # use odata_service::{Caller, NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "bank.account")]
    /// # struct Account {
    /// #     #[odata(key)]
    /// #     number: i32,
    /// #     cents: i64,
    /// # }
    /// # #[derive(ODataContainer)]
    /// # #[odata(type = "bank.Container")]
    /// # struct Bank {
    /// #     #[odata(entity_set)]
    /// #     accounts: Vec<Account>,
    /// # }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// # let service = ODataService::builder(Model::of::<Bank>().expect("the model is valid"))
    /// #     .store(SqliteStore::in_memory().expect("there is memory"))
    /// #     .authorizer(NoAuthorization::new(Partition::new("everybody")))
    /// #     .build()
    /// #     .expect("nothing is missing");
    /// let caller = Caller::new(Partition::new("everybody"));
    /// let accounts = service.repository(Bank::SETS.accounts, &caller);
    /// accounts.insert(Account { number: 1, cents: 500 }).await?;
    /// accounts.insert(Account { number: 2, cents: 0 }).await?;
    ///
    /// let pay = |cents: i64| {
    ///     service.in_transaction(&caller, move |transaction| async move {
    ///         let accounts = transaction.repository(Bank::SETS.accounts);
    ///         accounts.update(2, move |payee| payee.cents += cents).await?;
    ///         let payer = accounts.update(1, move |payer| payer.cents -= cents).await?;
    ///         match payer.cents {
    ///             0.. => Ok(payer.cents),
    ///             _ => Err(Error::new(ErrorCode::new("Overdrawn", 409), "there is not enough money")),
    ///         }
    ///     })
    /// };
    /// assert_eq!(pay(300).await?, 200);
    /// assert_eq!(pay(300).await.unwrap_err().status(), 409);
    /// assert_eq!(accounts.get(2).await?.expect("it is there").cents, 300);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The closure returns an error, or the store fails.
    pub fn in_transaction<T, F, W>(
        &self,
        caller: &Caller,
        work: W,
    ) -> impl Future<Output = Result<T, Error>> + Send + use<T, F, W>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, Error>> + Send + 'static,
        W: Fn(RepositoryTransaction) -> F + Send + Sync + 'static,
    {
        let (inner, caller) = (Arc::clone(self.inner()), caller.clone());
        async move {
            let work = UserWork { inner: Arc::clone(&inner), caller: caller.clone(), run: work };
            inner.entities.perform(&caller, work).await.map_err(|error| Failure::from(error).error)
        }
    }
}
