//! The server of the API.

use std::{fmt, io, net::SocketAddr};

use axum::{Router, middleware};
use odata_core::Model;
use odata_service::{
    BuildError, ODataService,
    hooks::Write,
    migration::{Migration, MigrationError, MigrationReport, Migrator},
    store::{
        EntityStore as _,
        sqlite::{OpenError, SqliteStore},
    },
};
use tokio::net::TcpListener;

use crate::{
    Database, Timeouts,
    auth::{DevelopmentKey, JwksError, KeyFileError, TokenAuthorizer, TrustedIssuer},
    connections,
    leftover::see_to_leftover,
    model::{GraphService, OfficeClientConfiguration},
};

/// The paths of the service roots: one API with one set of data, under the names of Microsoft Graph's two versions.
pub const SERVICE_ROOTS: [&str; 2] = ["/beta", "/v1.0"];

/// Options of [`serve()`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ServeOptions {
    /// The database that holds the data.
    pub database: Database,
    /// The identity provider whose tokens are accepted. `None` is development mode: tokens are signed with the key next to the
    /// database, and the address must be a loopback address.
    pub issuer: Option<TrustedIssuer>,
}

impl ServeOptions {
    /// Creates the options of development mode, with the data in this database.
    pub const fn new(database: Database) -> Self {
        Self { database, issuer: None }
    }

    /// Sets the identity provider whose tokens are accepted, instead of development mode.
    #[must_use]
    pub fn with_issuer(mut self, issuer: TrustedIssuer) -> Self {
        self.issuer = Some(issuer);
        self
    }

    /// Checks whether the API can be served at an address with these options: development tokens are for the developer alone.
    pub fn check_address(&self, address: SocketAddr) -> Result<(), ServeError> {
        if self.issuer.is_some() || address.ip().to_canonical().is_loopback() {
            Ok(())
        } else {
            Err(ServeError::PublicDevelopment(address))
        }
    }
}

/// Opens the database and prepares the server. A database of a version with another model is migrated to the present one if
/// nothing is lost by that; [`migrate()`] can do more.
///
/// Connections wait in the listener until [`Serving::run_until`] accepts them.
pub fn serve(listener: TcpListener, options: ServeOptions) -> Result<Serving, ServeError> {
    let address = listener.local_addr().map_err(ServeError::Listener)?;
    options.check_address(address)?;
    let ServeOptions { database, issuer } = options;
    let store = open_store(&database)?;
    let (verifier, development_key) = match issuer {
        Some(issuer) => (issuer.verifier().map_err(ServeError::Issuer)?, None),
        None => {
            let key = match database.development_key_path() {
                Some(path) => DevelopmentKey::open_or_create(&path),
                None => DevelopmentKey::ephemeral(),
            };
            let key = key.map_err(ServeError::DevelopmentKey)?;
            (key.verifier(), Some(key))
        }
    };
    let model = Model::of::<GraphService>().map_err(ServeError::Model)?;
    let service = ODataService::builder(model)
        .store(store)
        .authorizer(TokenAuthorizer::new(verifier))
        .service_roots(SERVICE_ROOTS)
        .before_write(|write: &mut Write<'_, OfficeClientConfiguration>| {
            let now = write.now();
            if let Some(policy) = write.new_mut() {
                policy.last_modified_date_time = Some(now);
            }
            Ok(())
        })
        .build()
        .map_err(ServeError::Service)?;
    let router = Router::new().fallback_service(service).layer(middleware::from_fn(see_to_leftover));
    Ok(Serving { listener, address, development_key, router, timeouts: Timeouts::default() })
}

fn open_store(database: &Database) -> Result<SqliteStore, ServeError> {
    let store = match database {
        Database::File(path) => SqliteStore::open(path),
        Database::Memory => SqliteStore::in_memory(),
    };
    store.map_err(ServeError::Database)
}

/// Migrates the data to the model of this version of the program, as far as `migration` allows. [`serve()`] does so as
/// well, if nothing is lost.
///
/// ```
/// use office_config::{Database, migrate};
/// use odata_service::migration::Migration;
///
/// let report = migrate(&Database::Memory, Migration::DryRun)?;
/// assert!(!report.loses_data());
/// # Ok::<(), office_config::ServeError>(())
/// ```
pub fn migrate(database: &Database, migration: Migration) -> Result<MigrationReport, ServeError> {
    let model = Model::of::<GraphService>().map_err(ServeError::Model)?;
    let migrated = open_store(database)?.migrate(Migrator::new(&model, migration));
    migrated.map_err(|error| ServeError::Service(BuildError::Migration(error)))
}

/// A server that is ready to run.
#[derive(Debug)]
pub struct Serving {
    listener: TcpListener,
    address: SocketAddr,
    development_key: Option<DevelopmentKey>,
    router: Router,
    timeouts: Timeouts,
}

impl Serving {
    /// Returns the address, with the actual port if port 0 was asked for.
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the key of the tokens that are accepted in development mode; `None` if this is not development mode.
    pub const fn development_key(&self) -> Option<&DevelopmentKey> {
        self.development_key.as_ref()
    }

    /// Sets how long clients may take, instead of the [default](Timeouts::default).
    #[must_use]
    pub const fn with_timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// Serves until `shutdown` is ready. Then it accepts no more connections, and finishes the requests in flight, except
    /// those that take [too long](Timeouts::drain).
    ///
    /// # Errors
    ///
    /// None at present: a connection that cannot be accepted is tried again.
    pub async fn run_until(self, shutdown: impl Future<Output = ()>) -> io::Result<()> {
        connections::serve_until(self.listener, self.router, self.timeouts, shutdown).await;
        Ok(())
    }
}

/// An error of [`serve()`] or [`migrate()`].
#[derive(Debug)]
#[non_exhaustive]
pub enum ServeError {
    /// The listener has no address.
    Listener(io::Error),
    /// The address of development mode is one that others can reach.
    PublicDevelopment(SocketAddr),
    /// The database cannot be opened.
    Database(OpenError),
    /// The development key cannot be read or created.
    DevelopmentKey(KeyFileError),
    /// The keys of the identity provider cannot be used.
    Issuer(JwksError),
    /// The model is not valid.
    Model(odata_core::Error),
    /// The service cannot be built.
    Service(BuildError),
}

impl fmt::Display for ServeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Listener(cause) => write!(formatter, "the listener has no address: {cause}"),
            Self::PublicDevelopment(address) => write!(
                formatter,
                "{address} is not a loopback address, and development tokens are accepted on loopback addresses only; \
                 `--jwks FILE --issuer URL --audience NAME` says whose tokens to accept instead"
            ),
            Self::Database(cause) => cause.fmt(formatter),
            Self::DevelopmentKey(cause) => cause.fmt(formatter),
            Self::Issuer(cause) => cause.fmt(formatter),
            Self::Model(cause) => write!(formatter, "the model is not valid: {cause:?}"),
            Self::Service(cause @ BuildError::Migration(MigrationError::Refused(_))) => write!(
                formatter,
                "{cause}\n`office-config migrate --dry-run` counts the entities, `--allow-data-loss` goes on nevertheless"
            ),
            Self::Service(cause) => cause.fmt(formatter),
        }
    }
}

impl std::error::Error for ServeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Listener(cause) => Some(cause),
            Self::Database(cause) => Some(cause),
            Self::DevelopmentKey(cause) => Some(cause),
            Self::Issuer(cause) => Some(cause),
            Self::Service(cause) => Some(cause),
            Self::Model(cause) => Some(cause),
            Self::PublicDevelopment(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn development_is_for_loopback_addresses() {
        let development = ServeOptions::new(Database::Memory);
        let issuer = TrustedIssuer { jwks: "keys.json".into(), issuer: "i".to_owned(), audience: "a".to_owned() };
        let production = development.clone().with_issuer(issuer);
        for address in ["127.0.0.1:80", "127.8.8.8:80", "[::1]:80", "[::ffff:127.0.0.1]:80"] {
            assert!(development.check_address(address.parse().unwrap()).is_ok(), "{address}");
        }
        for address in ["0.0.0.0:80", "[::]:80", "10.0.0.1:80", "192.0.2.1:80", "[2001:db8::1]:80"] {
            let error = development.check_address(address.parse().unwrap()).unwrap_err().to_string();
            assert!(error.starts_with(address) && error.contains("--jwks"), "{error}");
            assert!(production.check_address(address.parse().unwrap()).is_ok(), "{address}");
        }
    }
}
