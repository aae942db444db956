//! The servers, each in a process of its own.

use std::{
    env,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
};

use axum::{Router, serve::ListenerExt as _};
use odata_core::Model;
use odata_service::{NoAuthorization, ODataService, Partition, hooks::Write, store::sqlite::SqliteStore};
use office_config::{
    Database, SERVICE_ROOTS, ServeOptions,
    auth::TokenRequest,
    model::{GraphService, OfficeClientConfiguration},
};
use tokio::net::TcpListener;

use crate::by_hand;

/// Says to a process which server it is.
const KIND: &str = "SERVICE_BENCH_KIND";

/// Says to a process where its data is.
const DIRECTORY: &str = "SERVICE_BENCH_DIRECTORY";

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// axum and rusqlite.
    ByHand,
    /// The service on its SQLite store, for everybody.
    Service,
    /// The whole program, with tokens.
    Program,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::ByHand, Self::Service, Self::Program];

    const fn name(self) -> &'static str {
        match self {
            Self::ByHand => "by hand",
            Self::Service => "service",
            Self::Program => "program",
        }
    }
}

/// A server that runs until this is dropped.
pub(crate) struct Server {
    process: Child,
    pub(crate) address: SocketAddr,
    /// Empty where none is needed.
    pub(crate) token: String,
}

impl Server {
    /// Starts this program again as a server with its data in a directory.
    pub(crate) fn start(kind: Kind, directory: &Path) -> Self {
        let mut process = Command::new(env::current_exe().expect("a program"))
            .envs([(KIND, kind.name().as_ref()), (DIRECTORY, directory.as_os_str())])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut lines = BufReader::new(process.stdout.take().expect("an output")).lines();
        let mut line = || lines.next().expect("a line").expect("text");
        let address = line().parse().expect("an address");
        let token = line();
        Self { process, address, token }
    }

    /// What the process has in memory, in KiB.
    pub(crate) fn resident_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }

    /// How long the process has computed, in ticks.
    pub(crate) fn processor_time(&self) -> Option<u64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id())).ok()?;
        // The name, in parentheses, may hold spaces.
        let (_, fields) = stat.rsplit_once(") ")?;
        let mut times = fields.split(' ').skip(11);
        Some(times.next()?.parse::<u64>().ok()? + times.next()?.parse::<u64>().ok()?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended either way.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Serves, if this process was started for that, and does not come back then.
pub(crate) fn serve_if_asked() {
    let Some(name) = env::var_os(KIND) else { return };
    let kind = Kind::ALL.into_iter().find(|kind| name == kind.name()).expect("a kind of server");
    let directory = PathBuf::from(env::var_os(DIRECTORY).expect("a directory"));
    // The end of the one that has started this is the end of this.
    thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        std::process::exit(0);
    });
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(serve(kind, &directory));
    std::process::exit(0);
}

async fn serve(kind: Kind, directory: &Path) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let router = match kind {
        Kind::ByHand => by_hand::router(directory),
        Kind::Service => service(directory),
        Kind::Program => return program(listener, directory).await,
    };
    announce(address, "");
    let listener = listener.tap_io(|stream| stream.set_nodelay(true).expect("a connection without delay"));
    axum::serve(listener, router).await.expect("serving does not end");
}

/// The service as the program has it, but for its tokens and what it does about bodies that nobody has read.
fn service(directory: &Path) -> Router {
    let service = ODataService::builder(Model::of::<GraphService>().expect("the model is valid"))
        .store(SqliteStore::open(directory.join("service.db")).expect("the database opens"))
        .authorizer(NoAuthorization::new(Partition::new("8a3d3d8c-6dfe-4d0b-a7bd-df4f1bbe6b4c")))
        .service_roots(SERVICE_ROOTS)
        .before_write(|write: &mut Write<'_, OfficeClientConfiguration>| {
            let now = write.now();
            if let Some(policy) = write.new_mut() {
                policy.last_modified_date_time = Some(now);
            }
            Ok(())
        })
        .build()
        .expect("the service is complete");
    Router::new().fallback_service(service)
}

async fn program(listener: TcpListener, directory: &Path) {
    let database = Database::File(directory.join("program.db"));
    let serving = office_config::serve(listener, ServeOptions::new(database)).expect("the program serves");
    let key = serving.development_key().expect("a development key");
    announce(serving.address(), &key.sign(&TokenRequest::default()).expect("a token"));
    serving.run_until(std::future::pending()).await.expect("serving does not end");
}

fn announce(address: SocketAddr, token: &str) {
    let mut output = std::io::stdout();
    writeln!(output, "{address}\n{token}").and_then(|()| output.flush()).expect("somebody listens");
}
