//! Connections, with limits on how long a client may take.

use std::{pin::pin, time::Duration};

use axum::{Router, serve::Listener};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
    task::JoinSet,
    time::timeout,
};
use tower_service::Service as _;

use crate::stall::{TimedBody, TimedWrites};

/// The times that a client may take.
///
/// ```
/// use std::time::Duration;
///
/// use office_config::Timeouts;
///
/// let patient = Timeouts::new().with_body(Duration::from_secs(300));
/// assert_eq!((patient.head, patient.body), (Duration::from_secs(10), Duration::from_secs(300)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timeouts {
    /// The time for the head of a request, from the start of the connection or the answer before it: 10 seconds by default. The
    /// connection is closed then, so this is also how long it may be idle.
    pub head: Duration,
    /// The time for each part of a body, from the part before it: 30 seconds by default. The request is answered with 408 then.
    /// If the client reads nothing of an answer for this time, the connection is closed.
    pub body: Duration,
    /// The time for everything that is in flight when the server stops: 10 seconds by default. What is not finished then is
    /// dropped.
    pub drain: Duration,
}

impl Timeouts {
    /// Returns the default times.
    #[must_use]
    pub const fn new() -> Self {
        Self { head: Duration::from_secs(10), body: Duration::from_secs(30), drain: Duration::from_secs(10) }
    }

    /// Sets how long the head of a request may take.
    #[must_use]
    pub const fn with_head(mut self, head: Duration) -> Self {
        self.head = head;
        self
    }

    /// Sets how long each part of a body may take.
    #[must_use]
    pub const fn with_body(mut self, body: Duration) -> Self {
        self.body = body;
        self
    }

    /// Sets how long everything that is in flight may take when the server stops.
    #[must_use]
    pub const fn with_drain(mut self, drain: Duration) -> Self {
        self.drain = drain;
        self
    }
}

impl Default for Timeouts {
    fn default() -> Self {
        Self::new()
    }
}

/// Serves connections until `shutdown` is ready, and then finishes the requests in flight.
pub(crate) async fn serve_until(
    mut listener: TcpListener,
    router: Router,
    timeouts: Timeouts,
    shutdown: impl Future<Output = ()>,
) {
    let (stop, stopped) = watch::channel(());
    let mut connections = JoinSet::new();
    let mut shutdown = pin!(shutdown);
    loop {
        tokio::select! {
            // It logs errors, and waits before it tries again.
            (stream, _) = Listener::accept(&mut listener) => {
                connections.spawn(serve_connection(stream, router.clone(), timeouts, stopped.clone()));
            }
            // Removes those that have ended.
            Some(_) = connections.join_next() => {}
            () = &mut shutdown => break,
        }
    }
    drop(listener);
    stop.send_replace(());
    let all = async { while connections.join_next().await.is_some() {} };
    if timeout(timeouts.drain, all).await.is_err() {
        tracing::warn!("requests were not finished {:?} after the server was asked to stop", timeouts.drain);
    }
    // The connections that are left end with the set.
}

async fn serve_connection(stream: TcpStream, router: Router, timeouts: Timeouts, mut stopped: watch::Receiver<()>) {
    // Answers are small, and nothing follows that could be sent with them.
    if let Err(cause) = stream.set_nodelay(true) {
        tracing::debug!("a connection stays slow: {cause}");
    }
    let service = service_fn(move |request: Request<Incoming>| {
        router.clone().call(request.map(|body| TimedBody::new(body, timeouts.body)))
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(timeouts.head);
    let stream = TokioIo::new(TimedWrites::new(stream, timeouts.body));
    let mut connection = pin!(builder.serve_connection(stream, service));
    let ended = tokio::select! {
        ended = &mut connection => ended,
        // An error means that the channel has ended, and with it the server.
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(cause) = ended {
        tracing::debug!("a connection has failed: {cause}");
    }
}
