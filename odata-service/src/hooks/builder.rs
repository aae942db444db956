//! The methods of the builder that add hooks.

use std::error::Error as StdError;

use odata_core::{Error, StructuredType};

use super::{Change, Write};
use crate::ODataServiceBuilder;

/// [Hooks](crate::hooks), which an application runs around each write.
impl ODataServiceBuilder {
    /// Runs `hook` inside the transaction of each write to an entity of type `T`, or of a type that derives from it: for
    /// inserts, updates and deletes, over HTTP and through repositories. It may set properties, such as the time of the write,
    /// and refuse the write with an error, whose code has the status of the response. The [crate's example](crate) has one that
    /// sets a property; this one refuses with a code of the application:
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// use odata_core::{Error, ErrorCode, Model, ODataContainer, ODataEntity};
    /// use odata_service::{NoAuthorization, ODataService, Partition, hooks::Write, store::sqlite::SqliteStore};
    /// # use odata_service::Caller;
    ///
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "music.song")]
    /// # struct Song {
    /// #     #[odata(key)]
    /// #     number: i32,
    /// # }
    /// #
    /// # #[derive(ODataContainer)]
    /// # #[odata(type = "music.Container")]
    /// # struct Music {
    /// #     #[odata(entity_set)]
    /// #     songs: Vec<Song>,
    /// # }
    /// #
    /// const QUOTA: ErrorCode = ErrorCode::new("QuotaExceeded", 409);
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    /// # let partition = Partition::new("everybody");
    /// let service = ODataService::builder(Model::of::<Music>().expect("the model is valid"))
    ///     .store(SqliteStore::in_memory().expect("there is memory"))
    ///     .authorizer(NoAuthorization::new(partition.clone()))
    ///     .before_write(|write: &mut Write<'_, Song>| match write {
    ///         Write::Insert { new, .. } if new.number > 99 => {
    ///             Err(Error::new(QUOTA, "an album has at most 99 songs").with_target("number"))
    ///         }
    ///         _ => Ok(()),
    ///     })
    ///     .build()
    ///     .expect("nothing is missing");
    ///
    /// let songs = service.repository(Music::SETS.songs, &Caller::new(partition));
    /// let error = songs.insert(Song { number: 100 }).await.err().expect("it is refused");
    /// assert_eq!((error.status(), error.target()), (409, Some("number")));
    /// # }
    /// ```
    ///
    /// It should be quick, as other writes may wait for it, and may run again on another state. [`hooks`](crate::hooks)
    /// describes when each hook runs.
    #[must_use]
    pub fn before_write<T: StructuredType>(
        mut self,
        hook: impl Fn(&mut Write<'_, T>) -> Result<(), Error> + Send + Sync + 'static,
    ) -> Self {
        self.hooks.add_before(hook);
        self
    }

    /// Runs an async `hook` before the transaction of each write to an entity of type `T`, or of a type that derives from it:
    /// for what takes longer than a transaction may, such as asking another service. It gets copies of the stored state and of
    /// the new one, and may refuse the write.
    ///
    /// Until the transaction begins, others may write. What must hold when the entity is stored belongs in
    /// [`before_write`](Self::before_write). With hooks of this kind each write is rehearsed first, as [`hooks`](crate::hooks)
    /// describes.
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// # use odata_core::{Error, Model, ODataContainer, ODataEntity};
    /// # use odata_service::{Caller, NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
    /// use odata_core::ErrorCode;
    /// use odata_service::hooks::Change;
    ///
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "music.song")]
    /// # struct Song {
    /// #     #[odata(key)]
    /// #     number: i32,
    /// #     title: String,
    /// # }
    /// # #[derive(ODataContainer)]
    /// # #[odata(type = "music.Container")]
    /// # struct Music {
    /// #     #[odata(entity_set)]
    /// #     songs: Vec<Song>,
    /// # }
    /// /// Asks the society that knows the rights in all songs.
    /// async fn is_free(title: &str) -> bool {
    ///     title != "Yesterday"
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// # let partition = Partition::new("everybody");
    /// let service = ODataService::builder(Model::of::<Music>().expect("the model is valid"))
    /// #   .store(SqliteStore::in_memory().expect("there is memory"))
    /// #   .authorizer(NoAuthorization::new(partition.clone()))
    ///     .prepare(|change: Change<Song>| async move {
    ///         match change.new_state() {
    ///             Some(song) if !is_free(&song.title).await => {
    ///                 let code = ErrorCode::new("RightsReserved", 451);
    ///                 Err(Error::new(code, "the song is protected").with_target("title"))
    ///             }
    ///             _ => Ok(()),
    ///         }
    ///     })
    ///     .build()
    ///     .expect("nothing is missing");
    /// # let songs = service.repository(Music::SETS.songs, &Caller::new(partition));
    /// # songs.insert(Song { number: 1, title: "Tomorrow".to_owned() }).await?;
    /// # assert_eq!(songs.insert(Song { number: 2, title: "Yesterday".to_owned() }).await.err().unwrap().status(), 451);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn prepare<T: StructuredType, F>(mut self, hook: impl Fn(Change<T>) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<(), Error>> + Send + 'static,
    {
        self.hooks.add_prepare(hook);
        self
    }

    /// Runs an async `hook` once for each committed write to an entity of type `T`, or of a type that derives from it. It gets
    /// copies of the state before and of the state that is stored now.
    ///
    /// The response waits for it but does not depend on it: errors, of any type, and panics are logged. If something must
    /// follow a write even if the process ends, let a [`before_write`](Self::before_write) hook record it in the entity, and
    /// look for such records.
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// # use std::sync::mpsc;
    /// # use odata_core::{Error, Model, ODataContainer, ODataEntity};
    /// # use odata_service::{Caller, NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
    /// use odata_service::hooks::Change;
    ///
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "music.song")]
    /// # struct Song {
    /// #     #[odata(key)]
    /// #     number: i32,
    /// #     title: String,
    /// # }
    /// # #[derive(ODataContainer)]
    /// # #[odata(type = "music.Container")]
    /// # struct Music {
    /// #     #[odata(entity_set)]
    /// #     songs: Vec<Song>,
    /// # }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Error> {
    /// # let partition = Partition::new("everybody");
    /// let (news, read) = mpsc::channel();
    /// let service = ODataService::builder(Model::of::<Music>().expect("the model is valid"))
    /// #   .store(SqliteStore::in_memory().expect("there is memory"))
    /// #   .authorizer(NoAuthorization::new(partition.clone()))
    ///     .after_commit(move |change: Change<Song>| {
    ///         let news = news.clone();
    ///         async move {
    ///             if let Change::Update { old, new, .. } = change {
    ///                 news.send(format!("{} is now called {}", old.title, new.title))?;
    ///             }
    ///             Ok(())
    ///         }
    ///     })
    ///     .build()
    ///     .expect("nothing is missing");
    /// # let songs = service.repository(Music::SETS.songs, &Caller::new(partition));
    /// # songs.insert(Song { number: 1, title: "Scrambled Eggs".to_owned() }).await?;
    /// # songs.update(1, |song| song.title = "Yesterday".to_owned()).await?;
    /// # assert_eq!(read.try_iter().collect::<Vec<_>>(), ["Scrambled Eggs is now called Yesterday"]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn after_commit<T: StructuredType, F>(mut self, hook: impl Fn(Change<T>) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<(), Box<dyn StdError + Send + Sync>>> + Send + 'static,
    {
        self.hooks.add_after(hook);
        self
    }
}
