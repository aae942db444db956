//! The response to a request that failed (OData JSON 4.01 §21.1).

use http::{HeaderValue, Response, StatusCode, header};

use crate::{ResponseBody, failure::Failure};

pub(crate) fn failure(failure: Failure) -> Response<ResponseBody> {
    let mut body = Vec::new();
    failure.error.write_json(&mut body);
    let mut response = Response::new(ResponseBody::new(body));
    *response.status_mut() = failure.status();
    response.headers_mut().extend(failure.headers);
    if response.status() == StatusCode::UNAUTHORIZED {
        // 401 always has a challenge (RFC 9110 §15.5.2), even if a hook has refused.
        response.headers_mut().entry(header::WWW_AUTHENTICATE).or_insert(HeaderValue::from_static("Bearer"));
    }
    let media_type = HeaderValue::from_static("application/json;odata.metadata=minimal");
    response.headers_mut().insert(header::CONTENT_TYPE, media_type);
    // Messages are for people, and in English whatever the request's `Accept-Language` says.
    response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static("en"));
    response
}
