//! The builder of a service.

use std::{error::Error, fmt, sync::Arc};

use http::uri::Scheme;
use odata_core::{Model, RequestRules, uri::percent};

use crate::{
    Authorizer, ODataService,
    entities::Entities,
    hooks::Hooks,
    media::served_media,
    metadata::Metadata,
    migration::{Migration, MigrationError, Migrator},
    restrictions::Restrictions,
    service::Inner,
    store::EntityStore,
};

/// 1 MiB.
const BODY_LIMIT: u64 = 1 << 20;

const PAGE_SIZE: u64 = 100;

/// Builds an [`ODataService`].
pub struct ODataServiceBuilder {
    model: Model,
    store: Option<Arc<dyn EntityStore>>,
    authorizer: Option<Box<dyn Authorizer>>,
    pub(crate) hooks: Hooks,
    mount: String,
    roots: Vec<String>,
    scheme: Scheme,
    body_limit: u64,
    page_size: u64,
}

/// An error of [`ODataServiceBuilder::build`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// No store was given.
    NoStore,
    /// No authorizer was given. [`NoAuthorization`](crate::NoAuthorization) says that none is wanted.
    NoAuthorizer,
    /// A service root is not a path such as `/v1.0`.
    InvalidRoot(String),
    /// The prefix that the service is mounted at is not a path such as `/odata`.
    InvalidMount(String),
    /// The page size is 0.
    EmptyPages,
    /// The model has media entities where the service would have to serve their media, which it cannot yet.
    MediaEntities {
        /// The entity set or singleton, or the containment navigation property: `type/property`.
        place: String,
        /// The media entity type.
        type_name: &'static str,
    },
    /// Annotations of the model demand something of requests that nothing can be compared with: see
    /// [`RequestRules::of`](odata_core::RequestRules::of).
    Model(odata_core::Error),
    /// The store holds entities of another model.
    Migration(MigrationError),
}

impl ODataServiceBuilder {
    pub(crate) fn new(model: Model) -> Self {
        Self {
            model,
            store: None,
            authorizer: None,
            hooks: Hooks::default(),
            mount: String::new(),
            roots: Vec::new(),
            scheme: Scheme::HTTP,
            body_limit: BODY_LIMIT,
            page_size: PAGE_SIZE,
        }
    }

    /// Sets the store of the entities.
    #[must_use]
    pub fn store(self, store: impl EntityStore) -> Self {
        self.shared_store(Arc::new(store))
    }

    /// Sets the store of the entities, if its type is not known or it is used elsewhere as well.
    #[must_use]
    pub fn shared_store(mut self, store: Arc<dyn EntityStore>) -> Self {
        self.store = Some(store);
        self
    }

    /// Sets who decides about requests.
    #[must_use]
    pub fn authorizer(mut self, authorizer: impl Authorizer) -> Self {
        self.authorizer = Some(Box::new(authorizer));
        self
    }

    /// Sets the paths of the service roots, such as `/v1.0`, all with the same data; `/` if this is not called.
    ///
    /// Paths are those of requests as they arrive at the service. For what a router in front of it strips off, see
    /// [`mounted_at`](Self::mounted_at).
    #[must_use]
    pub fn service_roots<R: Into<String>>(mut self, roots: impl IntoIterator<Item = R>) -> Self {
        self.roots = roots.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the prefix that a router in front of the service strips off the paths of requests; no prefix if this is not called.
    ///
    /// The service does not see the prefix in requests, and writes it into the URLs in responses, before the service root.
    /// With axum:
    ///
    #[cfg_attr(feature = "sqlite", doc = "```")]
    #[cfg_attr(not(feature = "sqlite"), doc = "```ignore")]
    /// # use odata_core::{Model, ODataContainer, ODataEntity};
    /// # use odata_service::{NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
    /// # #[derive(ODataEntity, Clone)]
    /// # #[odata(type = "music.song")]
    /// # struct Song {
    /// #     #[odata(key)]
    /// #     number: i32,
    /// # }
    /// # #[derive(ODataContainer)]
    /// # #[odata(type = "music.Container")]
    /// # struct Music {
    /// #     #[odata(entity_set)]
    /// #     songs: Vec<Song>,
    /// # }
    /// # let model = Model::of::<Music>().expect("the model is valid");
    /// # let store = SqliteStore::in_memory().expect("there is memory");
    /// # let authorizer = NoAuthorization::new(Partition::new("everybody"));
    /// let builder = ODataService::builder(model).store(store).authorizer(authorizer);
    /// let service = builder.mounted_at("/odata").build().expect("nothing is missing");
    /// let app: axum::Router = axum::Router::new().nest_service("/odata", service);
    /// ```
    ///
    /// The prefix is written as it appears in URLs, percent-encoded: `/o%20data`. A slash at its end makes no difference. With
    /// nested routers it is everything that they strip off together; a proxy that strips off a prefix counts as a router. It is
    /// the same for all requests: [`build`](Self::build) refuses one with parameters, such as `/{tenant}`.
    #[must_use]
    pub fn mounted_at(mut self, prefix: impl Into<String>) -> Self {
        self.mount = prefix.into();
        self
    }

    /// Sets the scheme of the URLs in responses: `http` if this is not called. Where a proxy terminates TLS, it is `https`.
    #[must_use]
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// Sets the maximum size of a body: 1 MiB if this is not called.
    #[must_use]
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Sets the maximum number of entities on a page: 100 if this is not called.
    #[must_use]
    pub fn page_size(mut self, entities: u64) -> Self {
        self.page_size = entities;
        self
    }

    /// Builds the service.
    ///
    /// The store migrates its entities to the model first, if the [model has changed](crate#when-the-model-changes) and nothing
    /// is lost by that. If another program serves an earlier model from the same storage, nothing keeps it from writing
    /// entities of its own model.
    ///
    /// # Errors
    ///
    /// The store or the authorizer is missing, a setting is invalid, the model has media entities to serve, or the store holds entities that would lose something in
    /// the migration.
    pub fn build(self) -> Result<ODataService, BuildError> {
        let store = self.store.ok_or(BuildError::NoStore)?;
        let authorizer = self.authorizer.ok_or(BuildError::NoAuthorizer)?;
        if self.page_size == 0 {
            return Err(BuildError::EmptyPages);
        }
        let mount = normal_mount(self.mount)?;
        let mut roots = self.roots.into_iter().map(normal_root).collect::<Result<Vec<_>, _>>()?;
        if roots.is_empty() {
            roots.push(String::new());
        }
        let rules = RequestRules::of(&self.model).map_err(BuildError::Model)?;
        if let Some((place, media_type)) = served_media(&self.model) {
            return Err(BuildError::MediaEntities { place, type_name: media_type.name() });
        }
        // If a path begins with two of the roots, the longer one is meant.
        roots.sort_by_key(|root| std::cmp::Reverse(root.len()));
        let migrated =
            store.migrate(Migrator::new(&self.model, Migration::Compatible)).map_err(BuildError::Migration)?;
        if migrated.has_changes() {
            tracing::info!("the model has changed, and {} entities were rewritten", migrated.rewritten);
        }
        let restrictions = Restrictions::of(&self.model);
        Ok(ODataService::new(Inner {
            entities: Entities::new(self.model, rules, store, self.hooks),
            authorizer,
            mount,
            roots,
            scheme: self.scheme,
            metadata: Metadata::default(),
            restrictions,
            body_limit: self.body_limit,
            page_size: self.page_size,
        }))
    }
}

/// Returns the root without the slash at its end.
fn normal_root(root: String) -> Result<String, BuildError> {
    let trimmed = root.strip_suffix('/').unwrap_or(&root);
    let is_path = trimmed.is_empty() || trimmed.starts_with('/');
    let is_plain = trimmed.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte));
    if is_path && is_plain && !trimmed.contains("//") && !trimmed.ends_with('/') {
        Ok(trimmed.to_owned())
    } else {
        Err(BuildError::InvalidRoot(root))
    }
}

/// Returns the prefix without the slash at its end.
fn normal_mount(prefix: String) -> Result<String, BuildError> {
    let trimmed = prefix.strip_suffix('/').unwrap_or(&prefix);
    let is_path = |path: &str| path.split('/').all(is_segment);
    if trimmed.is_empty() || trimmed.strip_prefix('/').is_some_and(is_path) {
        Ok(trimmed.to_owned())
    } else {
        Err(BuildError::InvalidMount(prefix))
    }
}

/// Returns whether a text is a segment of a path (RFC 3986 §3.3) that names something: clients remove segments of dots
/// (§5.2.4).
fn is_segment(text: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%".contains(&byte);
    text.bytes().all(is_plain) && percent::decode(text).is_ok_and(|name| !matches!(&*name, "" | "." | ".."))
}

impl fmt::Debug for ODataServiceBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("ODataServiceBuilder");
        shown.field("container", &self.model.container().name).field("mount", &self.mount).field("roots", &self.roots);
        shown.finish_non_exhaustive()
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStore => formatter.write_str("the service has no store"),
            Self::NoAuthorizer => formatter.write_str("the service has no authorizer"),
            Self::InvalidRoot(root) => write!(formatter, "`{root}` is not a service root such as `/v1.0`"),
            Self::InvalidMount(prefix) => {
                write!(
                    formatter,
                    "`{prefix}` is not a percent-encoded path such as `/odata`, where a service is mounted"
                )
            }
            Self::MediaEntities { place, type_name } => {
                write!(formatter, "`{place}` has media entities (`{type_name}`), whose media the service cannot serve")
            }
            Self::EmptyPages => formatter.write_str("a page must have room for at least one entity"),
            Self::Model(cause) => {
                formatter.write_str("the model has faults")?;
                cause.all().try_for_each(|fault| write!(formatter, ": {}", fault.message()))
            }
            Self::Migration(cause) => cause.fmt(formatter),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Model(cause) => Some(cause),
            Self::Migration(cause) => Some(cause),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roots_are_paths_without_a_slash_at_the_end() {
        let normal = |root: &str| normal_root(root.to_owned());
        assert_eq!(normal("/v1.0/").as_deref(), Ok("/v1.0"));
        assert_eq!(normal("/a/b").as_deref(), Ok("/a/b"));
        assert_eq!(normal("/").as_deref(), Ok(""));
        for root in ["v1.0", "//", "/a//b", "/a b", "/a?b", "/ä"] {
            assert_eq!(normal(root), Err(BuildError::InvalidRoot(root.to_owned())));
        }
    }

    #[test]
    fn a_mount_is_a_path_as_urls_have_it() {
        let normal = |prefix: &str| normal_mount(prefix.to_owned());
        for (prefix, expected) in [
            ("", ""),
            ("/", ""),
            ("/odata", "/odata"),
            ("/odata/", "/odata"),
            ("/a/b", "/a/b"),
            ("/o%20data%C3%a4", "/o%20data%C3%a4"),
            ("/a%2Fb", "/a%2Fb"),
            ("/~user/(x)/a=1;b,@:'", "/~user/(x)/a=1;b,@:'"),
            ("/...", "/..."),
        ] {
            assert_eq!(normal(prefix).as_deref(), Ok(expected));
        }
        for prefix in [
            "odata",
            "odata/",
            "//",
            "/a//b",
            "/a//",
            "/a b",
            "/ä",
            "/a?b",
            "/a#b",
            "/a%",
            "/a%2",
            "/a%zz",
            "/%ff",
            "/.",
            "/a/../b",
            "/%2E%2e",
            "/{tenant}",
            "http://host/odata",
            "/a\r\nb",
            "/a\"b",
        ] {
            assert_eq!(normal(prefix), Err(BuildError::InvalidMount(prefix.to_owned())));
        }
    }
}
