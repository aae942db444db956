//! Bodies of requests and responses.

use std::{
    convert::Infallible,
    error::Error,
    io::{self, ErrorKind},
    pin::Pin,
    task::{Context, Poll},
};

use bytes::{Buf, Bytes};
use http_body::{Body, Frame, SizeHint};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use odata_core::ErrorCode;

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
pub(crate) async fn read<B>(body: B, limit: u64) -> Result<Bytes, odata_core::Error>
where
    B: Body,
    B::Data: Buf,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    let bytes = usize::try_from(limit).unwrap_or(usize::MAX);
    match Limited::new(body, bytes).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(cause) if cause.is::<LengthLimitError>() => Err(too_large(limit)),
        Err(cause) if has_timed_out(&*cause) => {
            let message = "the body did not arrive in time";
            Err(odata_core::Error::new(ErrorCode::REQUEST_TIMEOUT, message))
        }
        Err(cause) => {
            let message = format!("the body could not be read: {cause}");
            Err(odata_core::Error::new(ErrorCode::BODY_NOT_READ, message))
        }
    }
}

/// Returns the error of a body that is too large: 413.
pub(crate) fn too_large(limit: u64) -> odata_core::Error {
    odata_core::Error::new(ErrorCode::PAYLOAD_TOO_LARGE, format!("the body is larger than {limit} bytes"))
}

/// Returns whether an error is, or is caused by, a timeout of I/O.
fn has_timed_out(error: &(dyn Error + 'static)) -> bool {
    let mut causes = std::iter::successors(Some(error), |&error| error.source());
    causes.any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|cause| cause.kind() == ErrorKind::TimedOut))
}
