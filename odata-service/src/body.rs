//! Bodies of requests and responses.

use std::{
    convert::Infallible,
    error::Error,
    io::{self, ErrorKind},
    pin::Pin,
    task::{Context, Poll},
};

use bytes::{Buf, Bytes};
use http::StatusCode;
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};

use crate::failure::Failure;

/// The body of a response.
#[derive(Clone, Debug, Default)]
pub struct ResponseBody(Full<Bytes>);

impl ResponseBody {
    pub(crate) fn new(bytes: impl Into<Bytes>) -> Self {
        Self(Full::new(bytes.into()))
    }
}

impl Body for ResponseBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.0).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.0.size_hint()
    }
}

/// Reads a whole body of at most `limit` bytes.
pub(crate) async fn read<B>(body: B, limit: u64) -> Result<Bytes, Failure>
where
    B: Body,
    B::Data: Buf,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let bytes = usize::try_from(limit).unwrap_or(usize::MAX);
    match Limited::new(body, bytes).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(cause) if cause.is::<LengthLimitError>() => Err(Failure::too_large(limit)),
        Err(cause) if has_timed_out(&*cause) => {
            let message = "the body did not come in time";
            Err(Failure::new(StatusCode::REQUEST_TIMEOUT, "RequestTimeout", message))
        }
        Err(cause) => {
            let message = format!("the body could not be read: {cause}");
            Err(Failure::new(StatusCode::BAD_REQUEST, "BodyNotRead", message))
        }
    }
}

/// Whether an error is, or comes from, an I/O error that says so.
fn has_timed_out(error: &(dyn Error + 'static)) -> bool {
    let mut causes = std::iter::successors(Some(error), |&error| error.source());
    causes.any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|cause| cause.kind() == ErrorKind::TimedOut))
}
