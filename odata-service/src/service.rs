//! The service: its five stages, as a tower service.

use std::{
    convert::Infallible,
    error::Error,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use bytes::{Buf, Bytes};
use http::{HeaderValue, Method, Request, Response, header, request::Parts, uri::Scheme};
use http_body::Body;
use odata_core::{
    Model,
    uri::{UriError, percent},
};

use crate::{
    Authorizer, Caller, ODataServiceBuilder, Partition, ResponseBody, body,
    entities::Entities,
    execute::Execution,
    failure::{Failure, not_found},
    metadata::Metadata,
    request::{RequestOptions, host},
    respond::{self, ODATA_VERSION, Responder},
    restrictions::Restrictions,
    route::Target,
};

/// Serves one model over HTTP.
///
/// It is a [`tower_service::Service`] of requests with any body, so it works with axum (`fallback_service`, or
/// `nest_service` at the prefix that [`mounted_at`](ODataServiceBuilder::mounted_at) names), hyper, and everything else that
/// takes tower services. Clones share one service. It needs a tokio runtime if its store does.
///
/// Absolute URLs in responses begin with the builder's scheme and the request's `Host`. A request of HTTP/1.1 without
/// `Host` is refused, even if it was made inside the process. `Forwarded` and `X-Forwarded-*` are ignored, because only the
/// embedder knows whether they come from a proxy of its own.
///
/// How long a client may take is the embedder's decision as well: a request whose body fails with an [`std::io::Error`] of
/// the kind [`TimedOut`](std::io::ErrorKind::TimedOut), or with an error that has one as a source, is answered with 408,
/// and one whose body fails in another way with 400.
#[derive(Clone)]
pub struct ODataService {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) entities: Entities,
    pub(crate) authorizer: Box<dyn Authorizer>,
    /// The prefix that is stripped off the paths of requests, as in URLs, without a slash at the end.
    pub(crate) mount: String,
    /// Paths without a slash at the end, longer ones first.
    pub(crate) roots: Vec<String>,
    pub(crate) scheme: Scheme,
    pub(crate) metadata: Metadata,
    pub(crate) restrictions: Restrictions,
    pub(crate) body_limit: u64,
    pub(crate) page_size: u64,
}

impl ODataService {
    /// Returns a builder of a service of this model.
    pub fn builder(model: Model) -> ODataServiceBuilder {
        ODataServiceBuilder::new(model)
    }

    pub(crate) fn new(inner: Inner) -> Self {
        Self { inner: Arc::new(inner) }
    }

    pub(crate) const fn inner(&self) -> &Arc<Inner> {
        &self.inner
    }
}

impl std::fmt::Debug for ODataService {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("ODataService");
        shown.field("container", &self.inner.entities.model.container().name);
        shown.field("mount", &self.inner.mount).field("roots", &self.inner.roots);
        shown.finish_non_exhaustive()
    }
}

impl<B> tower_service::Service<Request<B>> for ODataService
where
    B: Body + Send + 'static,
    B::Data: Buf + Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    type Response = Response<ResponseBody>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Self::Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let inner = Arc::clone(&self.inner);
        Box::pin(async move { Ok(inner.answer(request).await) })
    }
}

/// The version of what does not have another one.
const ANSWERED: HeaderValue = HeaderValue::from_static("4.0");

impl Inner {
    async fn answer<B>(&self, request: Request<B>) -> Response<ResponseBody>
    where
        B: Body,
        B::Data: Buf,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        let (head, body) = request.into_parts();
        let mut response = match self.process(&head, body).await {
            Ok(response) => response,
            Err(failure) => respond::failure(failure),
        };
        // Every response has it, including that of a failure (OData Protocol 4.01 §8.1.5).
        response.headers_mut().entry(ODATA_VERSION).or_insert(ANSWERED);
        if head.method == Method::HEAD {
            // The length that the body would have, without the body (RFC 9110 §9.3.2).
            if let Some(length) = response.body().size_hint().exact().filter(|length| *length > 0) {
                response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
            }
            *response.body_mut() = ResponseBody::default();
        }
        response
    }

    async fn process<B>(&self, head: &Parts, body: B) -> Result<Response<ResponseBody>, Failure>
    where
        B: Body,
        B::Data: Buf,
        B::Error: Into<Box<dyn Error + Send + Sync>>,
    {
        // Faults of the message are reported before faults of what it asks for.
        let authority = host::authority(head)?;
        let (root, path) = self.split_root(head.uri.path())?;
        let before = head.uri.path().strip_suffix(path).unwrap_or_default();
        let located = |error: UriError| error.after(before, "path").after(&self.mount, "path");
        let target = Target::of_path(&self.entities.model, &self.restrictions, path).map_err(located)?;
        target.check_method(&head.method)?;
        let is_public = matches!(target, Target::ServiceDocument | Target::Metadata);
        // What is public belongs to no partition, and no store is asked for it.
        let caller = if is_public { Caller::new(Partition::new("")) } else { self.authorizer.authorize(head)?.caller };
        let options = RequestOptions::of(head, &target, self.body_limit)?;
        let responder = Responder {
            model: &self.entities.model,
            root: [self.scheme.as_str(), "://", authority.as_str(), &self.mount, root, "/"].concat(),
            query: head.uri.query().unwrap_or_default(),
            options: &options,
            page_size: self.page_size,
        };
        let has_body = matches!(head.method, Method::POST | Method::PATCH | Method::PUT);
        let body = if has_body { body::read(body, self.body_limit).await? } else { Bytes::new() };
        let execution = Execution {
            entities: &self.entities,
            metadata: &self.metadata,
            caller,
            options: &options,
            page_size: self.page_size,
            body,
        };
        Ok(responder.respond(execution.run(&head.method, target).await?)?)
    }

    /// Returns the service root at the beginning of a path, and the rest of the path.
    fn split_root<'p>(&self, path: &'p str) -> Result<(&str, &'p str), odata_core::Error> {
        for root in &self.roots {
            if let Some(rest) = below(root, path).map_err(|error| error.after(&self.mount, "path"))? {
                return Ok((root, rest));
            }
        }
        Err(not_found(format!("the path `{path}` does not begin with a service root")))
    }
}

/// Returns the rest of a path that begins with a service root, however that is encoded.
fn below<'p>(root: &str, path: &'p str) -> Result<Option<&'p str>, UriError> {
    let mut rest = path;
    for name in root.split('/').skip(1) {
        let Some(segments) = rest.strip_prefix('/') else { return Ok(None) };
        let segment = segments.split('/').next().unwrap_or_default();
        let before = path.strip_suffix(segments).unwrap_or_default();
        if percent::decode(segment).map_err(|error| error.after(before, "path"))? != name {
            return Ok(None);
        }
        rest = &segments[segment.len()..];
    }
    Ok(Some(rest))
}
