//! `office-config serve`.

use std::{
    io::ErrorKind,
    net::{SocketAddr, ToSocketAddrs as _},
    path::PathBuf,
    process::ExitCode,
    time::Duration,
};

use clap::Args;
use odata_service::migration::Migration;
use office_config::{
    SERVICE_ROOTS, ServeOptions, Serving, Timeouts,
    auth::{TokenRequest, TrustedIssuer},
    migrate, serve,
};
use tokio::net::TcpListener;

use super::{DatabaseOption, Outcome, migrate::migrated, output, signals::StopSignals};

/// Serve the API, under /beta and /v1.0
#[derive(Args, Debug)]
pub(super) struct ServeCommand {
    /// The address and port; port 0 chooses a free one
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: String,
    #[command(flatten)]
    database: DatabaseOption,
    /// The public keys of the identity provider whose tokens are accepted; without it, development tokens are
    #[arg(long, value_name = "FILE", requires_all = ["issuer", "audience"])]
    jwks: Option<PathBuf>,
    /// The identity provider's name: the claim `iss` of its tokens
    #[arg(long, value_name = "URL", requires = "jwks")]
    issuer: Option<String>,
    /// The name that the identity provider knows this API by: the claim `aud` of its tokens
    #[arg(long, value_name = "NAME", requires = "jwks")]
    audience: Option<String>,
    #[command(flatten)]
    timeouts: TimeoutOptions,
    /// Go on even if the model has changed and stored data is lost by that
    #[arg(long)]
    allow_data_loss: bool,
}

#[derive(Args, Debug)]
struct TimeoutOptions {
    /// How long the head of a request may take, and a connection be idle
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = positive_seconds)]
    head_timeout: Duration,
    /// How long a body may stall, and an answer may wait to be read
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = positive_seconds)]
    body_timeout: Duration,
    /// How long requests in flight have to finish when the server stops
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    drain: Duration,
}

impl ServeCommand {
    pub(super) fn run(self) -> Outcome {
        tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
        let runtime = tokio::runtime::Runtime::new()?;
        let outcome = runtime.block_on(self.serve());
        // Does not wait again for what did not finish in time.
        runtime.shutdown_timeout(Duration::from_secs(1));
        outcome
    }

    async fn serve(self) -> Outcome {
        let issuer = match (self.jwks, self.issuer, self.audience) {
            (Some(jwks), Some(issuer), Some(audience)) => Some(TrustedIssuer { jwks, issuer, audience }),
            _ => None,
        };
        let mut options = ServeOptions::new(self.database.database);
        options.issuer = issuer;
        let addresses = resolve(&self.listen)?;
        // An address that cannot be used is not even bound.
        addresses.iter().try_for_each(|address| options.check_address(*address))?;
        let listener = bind(&self.listen, &addresses).await?;
        // From here on a signal stops the server instead of killing it.
        let mut signals = StopSignals::new()?;
        let again = StopSignals::new()?;
        if self.allow_data_loss {
            let report = migrate(&options.database, Migration::AllowDataLoss)?;
            if report.loses_data() {
                output::note(&format!("the model has changed; {}", migrated(&report)));
            }
        }
        let TimeoutOptions { head_timeout, body_timeout, drain } = self.timeouts;
        let timeouts = Timeouts::new().with_head(head_timeout).with_body(body_timeout).with_drain(drain);
        let serving = serve(listener, options)?.with_timeouts(timeouts);
        output::print(&welcome(&serving)?)?;
        let first = async move { signals.next().await };
        tokio::select! {
            ended = serving.run_until(first) => ended?,
            () = second(again) => {}
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Parses a number of seconds with or without a fraction. More than a day is a mistake, and may be more than a clock can
/// count.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds
        .filter(|seconds| *seconds <= Duration::from_secs(24 * 60 * 60))
        .ok_or_else(|| "must be a number of seconds, at most one day".to_owned())
}

fn positive_seconds(text: &str) -> Result<Duration, String> {
    let seconds = seconds(text)?;
    if seconds.is_zero() { Err("must be greater than 0".to_owned()) } else { Ok(seconds) }
}

/// Waits for a second signal, whose sender does not want to wait.
async fn second(mut signals: StopSignals) {
    signals.next().await;
    signals.next().await;
}

fn resolve(listen: &str) -> Result<Vec<SocketAddr>, String> {
    let addresses = listen.to_socket_addrs();
    let addresses: Vec<_> =
        addresses.map_err(|cause| format!("`{listen}` is not an address and port: {cause}"))?.collect();
    if addresses.is_empty() { Err(format!("`{listen}` has no address")) } else { Ok(addresses) }
}

async fn bind(listen: &str, addresses: &[SocketAddr]) -> Result<TcpListener, String> {
    TcpListener::bind(addresses).await.map_err(|cause| match cause.kind() {
        ErrorKind::AddrInUse => {
            format!("{listen} is in use by another program; `--listen` takes another port, and port 0 a free one")
        }
        _ => format!("cannot listen on {listen}: {cause}"),
    })
}

/// Returns the URL of the server, and in development mode a command line that gets something from it.
fn welcome(serving: &Serving) -> Result<String, jsonwebtoken::errors::Error> {
    let url = format!("http://{}", serving.address());
    let listening = format!("listening on {url}\n");
    let Some(key) = serving.development_key() else { return Ok(listening) };
    let token = key.sign(&TokenRequest::default())?;
    let [root, _] = SERVICE_ROOTS;
    let target = format!("{url}{root}/officeConfiguration/clientConfigurations");
    Ok(format!("{listening}curl -H 'Authorization: Bearer {token}' '{target}'\n"))
}
