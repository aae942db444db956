//! Timeouts for clients that stall: in the body that they send, or the answer that they read.

use std::{
    convert::identity,
    io::{self, ErrorKind, IoSlice},
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    BoxError,
    body::{Bytes, HttpBody},
};
use http_body::{Frame, SizeHint};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Sleep, sleep},
};

/// A limit on how long something may make no progress.
struct Limit {
    timeout: Duration,
    /// Runs while there is no progress.
    timer: Option<Pin<Box<Sleep>>>,
}

impl Limit {
    const fn new(timeout: Duration) -> Self {
        Self { timeout, timer: None }
    }

    /// Passes progress on, and fails if there was none for too long.
    fn check<T>(&mut self, poll: Poll<T>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if let Poll::Ready(progress) = poll {
            self.timer = None;
            return Poll::Ready(Ok(progress));
        }
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(self.timeout)));
        ready!(timer.as_mut().poll(context));
        Poll::Ready(Err(ErrorKind::TimedOut.into()))
    }
}

/// A body that fails with [`ErrorKind::TimedOut`] if nothing of it arrives for a while.
pub(crate) struct TimedBody<B> {
    body: B,
    limit: Limit,
    failed: bool,
}

impl<B> TimedBody<B> {
    pub(crate) const fn new(body: B, timeout: Duration) -> Self {
        Self { body, limit: Limit::new(timeout), failed: false }
    }
}

impl<B> HttpBody for TimedBody<B>
where
    B: HttpBody<Data = Bytes> + Unpin,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let Self { body, limit, failed } = &mut *self;
        if *failed {
            // A reader that polls again should not wait again.
            return Poll::Ready(Some(Err(io::Error::from(ErrorKind::TimedOut).into())));
        }
        let frame = Pin::new(body).poll_frame(context);
        Poll::Ready(match ready!(limit.check(frame, context)) {
            Ok(frame) => frame.map(|frame| frame.map_err(Into::into)),
            Err(cause) => {
                *failed = true;
                Some(Err(cause.into()))
            }
        })
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream whose writing fails with [`ErrorKind::TimedOut`] if the peer reads nothing for a while.
pub(crate) struct TimedWrites<S> {
    stream: S,
    limit: Limit,
}

impl<S> TimedWrites<S> {
    pub(crate) const fn new(stream: S, timeout: Duration) -> Self {
        Self { stream, limit: Limit::new(timeout) }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for TimedWrites<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for TimedWrites<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.limit.check(written, context).map(|checked| checked.and_then(identity))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.limit.check(written, context).map(|checked| checked.and_then(identity))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
