//! The second stage: whether the request may go on, before its body is read.

use http::{HeaderValue, header, request::Parts};
use odata_core::{Error, ErrorCode};

use crate::{Authorizer, Grant, Refusal, failure::Failure};

/// Asks the embedder's authorizer.
pub(crate) fn authorize(authorizer: &dyn Authorizer, head: &Parts) -> Result<Grant, Failure> {
    authorizer.authorize(head).map_err(|refusal| match refusal {
        Refusal::Unauthenticated { problem: None } => {
            Error::new(ErrorCode::UNAUTHENTICATED, "the request needs a token").into()
        }
        Refusal::Unauthenticated { problem: Some(problem) } => {
            let challenge = invalid_token(&problem);
            Failure::from(Error::new(ErrorCode::UNAUTHENTICATED, problem))
                .with_header(header::WWW_AUTHENTICATE, challenge)
        }
        Refusal::Forbidden { message } => Error::new(ErrorCode::FORBIDDEN, message).into(),
    })
}

/// A challenge that says what is wrong with the token (RFC 6750 §3), without the characters that it must not have.
fn invalid_token(problem: &str) -> HeaderValue {
    let is_plain = |character: &char| matches!(character, ' '..='~') && !matches!(character, '"' | '\\');
    let description: String = problem.chars().filter(is_plain).collect();
    let challenge = format!("Bearer error=\"invalid_token\", error_description=\"{description}\"");
    HeaderValue::from_str(&challenge).unwrap_or(HeaderValue::from_static("Bearer error=\"invalid_token\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_cannot_break_out_of_the_challenge() {
        let challenge = invalid_token("not \"mine\"\r\nSet-Cookie: x");
        assert_eq!(challenge, "Bearer error=\"invalid_token\", error_description=\"not mineSet-Cookie: x\"");
    }
}
