//! Request bodies that were not read to the end.
//!
//! Most refusals are decided from the head alone. If a connection with an unread body is just closed after the answer,
//! the client may lose the answer, or find the connection closed when it sends its next request there. So a body that is
//! nearly complete is read to its end, and for all others the answer says that the connection closes.

use std::{
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    middleware::Next,
    response::Response,
};
use http::{
    HeaderValue,
    header::{CONNECTION, EXPECT},
};

/// The maximum number of bytes that are read and discarded.
const LIMIT: usize = 4 << 20;
const PATIENCE: Duration = Duration::from_secs(2);

/// Answers a request, and then reads the rest of its body or closes the connection.
pub(crate) async fn see_to_leftover(request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    // A client that waits for `100 Continue` has sent nothing yet, and is not asked to (RFC 9110 §10.1.1).
    let waits = request.headers().contains_key(EXPECT);
    let (head, body) = request.into_parts();
    let body = SharedBody::new(body);
    let mut response = next.run(Request::from_parts(head, Body::new(body.clone()))).await;
    if !body.has_ended() && (waits || !body.discard().await) {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// A body that can still be read after its first reader has dropped it.
#[derive(Clone)]
struct SharedBody {
    body: Arc<Mutex<Body>>,
    ended: Arc<AtomicBool>,
}

impl SharedBody {
    fn new(body: Body) -> Self {
        Self { body: Arc::new(Mutex::new(body)), ended: Arc::new(AtomicBool::new(false)) }
    }

    /// Returns whether the body has ended. The end of a chunked body is only known once a reader has seen it.
    fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire) || self.is_end_stream()
    }

    /// Reads the rest, within limits. Returns whether it was read to the end.
    async fn discard(mut self) -> bool {
        let rest = async {
            let mut read = 0;
            while read <= LIMIT {
                match std::future::poll_fn(|context| Pin::new(&mut self).poll_frame(context)).await {
                    Some(Ok(frame)) => read += frame.data_ref().map_or(0, Bytes::len),
                    Some(Err(_)) => return false,
                    None => return true,
                }
            }
            false
        };
        tokio::time::timeout(PATIENCE, rest).await.unwrap_or(false)
    }
}

impl HttpBody for SharedBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, axum::Error>>> {
        let mut body = self.body.lock().unwrap_or_else(PoisonError::into_inner);
        let frame = ready!(Pin::new(&mut *body).poll_frame(context));
        if frame.is_none() {
            self.ended.store(true, Ordering::Release);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn no_more_is_read_than_the_limit() {
        assert!(SharedBody::new(Body::from(vec![0; LIMIT])).discard().await);
        assert!(!SharedBody::new(Body::from(vec![0; LIMIT + 1])).discard().await);
    }
}
