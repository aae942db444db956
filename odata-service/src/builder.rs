//! How a service is put together.

use std::{error::Error, fmt, sync::Arc};

use http::uri::Scheme;
use odata_core::{Model, StructuredType, csdl};

use crate::{
    Authorizer, ODataService, Write,
    hooks::Hooks,
    migration::{Migration, MigrationError, Migrator},
    service::Inner,
    store::EntityStore,
};

/// 1 MiB.
const BODY_LIMIT: u64 = 1 << 20;

/// How many entities a page has at most.
const PAGE_SIZE: u64 = 100;

/// Puts an [`ODataService`] together.
pub struct ODataServiceBuilder {
    model: Model,
    store: Option<Arc<dyn EntityStore>>,
    authorizer: Option<Box<dyn Authorizer>>,
    hooks: Hooks,
    roots: Vec<String>,
    scheme: Scheme,
    body_limit: u64,
    page_size: u64,
}

/// Why a service could not be put together.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BuildError {
    /// No store was given.
    NoStore,
    /// No authorizer was given. [`NoAuthorization`](crate::NoAuthorization) says that none is wanted.
    NoAuthorizer,
    /// A service root is not a path such as `/v1.0`.
    InvalidRoot(String),
    /// A page has no place for an entity.
    EmptyPages,
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
            roots: Vec::new(),
            scheme: Scheme::HTTP,
            body_limit: BODY_LIMIT,
            page_size: PAGE_SIZE,
        }
    }

    /// Where the entities are kept.
    #[must_use]
    pub fn store(self, store: impl EntityStore) -> Self {
        self.shared_store(Arc::new(store))
    }

    /// Where the entities are kept, for a store whose type is not known or that is used elsewhere as well.
    #[must_use]
    pub fn shared_store(mut self, store: Arc<dyn EntityStore>) -> Self {
        self.store = Some(store);
        self
    }

    /// Who decides about requests.
    #[must_use]
    pub fn authorizer(mut self, authorizer: impl Authorizer) -> Self {
        self.authorizer = Some(Box::new(authorizer));
        self
    }

    /// The paths below which the service is found, such as `/v1.0`, all with the same data; `/` if none is given.
    ///
    /// Paths are those of the whole request. A router that strips a prefix off hides it from the service, and then the
    /// URLs in its responses lack it.
    #[must_use]
    pub fn service_roots<R: Into<String>>(mut self, roots: impl IntoIterator<Item = R>) -> Self {
        self.roots = roots.into_iter().map(Into::into).collect();
        self
    }

    /// The scheme of the URLs in responses: `http` if none is given, `https` behind a proxy that ends TLS.
    #[must_use]
    pub fn scheme(mut self, scheme: Scheme) -> Self {
        self.scheme = scheme;
        self
    }

    /// How many bytes a body has at most: 1 MiB if nothing is given.
    #[must_use]
    pub fn body_limit(mut self, bytes: u64) -> Self {
        self.body_limit = bytes;
        self
    }

    /// How many entities a page has at most: 100 if nothing is given.
    #[must_use]
    pub fn page_size(mut self, entities: u64) -> Self {
        self.page_size = entities;
        self
    }

    /// Runs `hook` on each entity of type `T`, or of a type that derives from it, before it is stored. It may set computed
    /// properties, such as the time of the write, and refuse the write with an error, which the client gets as 400.
    /// The [crate's example](crate) has one.
    ///
    /// On an update it runs inside the store's transaction and should be quick. It must not change the key then. Several
    /// hooks run in the order in which they were given.
    #[must_use]
    pub fn before_write<T: StructuredType>(
        mut self,
        hook: impl Fn(&mut T, &Write<'_>) -> Result<(), odata_core::Error> + Send + Sync + 'static,
    ) -> Self {
        self.hooks.add(hook);
        self
    }

    /// The service.
    ///
    /// The store brings its entities to the model first, if the [model has changed](crate#when-the-model-changes) and nothing
    /// is lost by that. While another program serves an earlier model from the same storage, nothing keeps that one from
    /// writing entities of its own model.
    ///
    /// # Errors
    ///
    /// The store or the authorizer is missing, something that was given cannot be, or the store holds entities that the
    /// model would lose something of.
    pub fn build(self) -> Result<ODataService, BuildError> {
        let store = self.store.ok_or(BuildError::NoStore)?;
        let authorizer = self.authorizer.ok_or(BuildError::NoAuthorizer)?;
        if self.page_size == 0 {
            return Err(BuildError::EmptyPages);
        }
        let mut roots = self.roots.into_iter().map(normal_root).collect::<Result<Vec<_>, _>>()?;
        if roots.is_empty() {
            roots.push(String::new());
        }
        // Of two roots that both begin a path the longer one is meant.
        roots.sort_by_key(|root| std::cmp::Reverse(root.len()));
        let migrated =
            store.migrate(Migrator::new(&self.model, Migration::Compatible)).map_err(BuildError::Migration)?;
        if migrated.has_changes() {
            tracing::info!("the model has changed, and {} entities were rewritten", migrated.rewritten);
        }
        let metadata = csdl::to_xml(&self.model).into();
        Ok(ODataService::new(Inner {
            model: Arc::new(self.model),
            store,
            authorizer,
            hooks: Arc::new(self.hooks),
            roots,
            scheme: self.scheme,
            metadata,
            body_limit: self.body_limit,
            page_size: self.page_size,
        }))
    }
}

/// The root without the slash at its end.
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

impl fmt::Debug for ODataServiceBuilder {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = formatter.debug_struct("ODataServiceBuilder");
        shown.field("container", &self.model.container().name).field("roots", &self.roots).finish_non_exhaustive()
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoStore => formatter.write_str("the service has no store"),
            Self::NoAuthorizer => formatter.write_str("the service has no authorizer"),
            Self::InvalidRoot(root) => write!(formatter, "`{root}` is not a service root such as `/v1.0`"),
            Self::EmptyPages => formatter.write_str("a page must have place for an entity"),
            Self::Migration(cause) => cause.fmt(formatter),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
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
}
