//! Tests of which tokens are accepted.

use std::time::{Duration, Instant};

use http::{Method, Request};
use jsonwebtoken::{
    Algorithm, EncodingKey, Header, encode, get_current_timestamp,
    jwk::{Jwk, JwkSet, PublicKeyUse},
};
use odata_service::Authorizer as _;
use p256::{ecdsa::SigningKey, pkcs8::EncodePrivateKey as _};
use serde_json::{Value, json};

use super::*;

const TENANT: &str = "8a3d3d8c-6dfe-4d0b-a7bd-df4f1bbe6b4c";

/// Public RSA keys, and a token that was signed with the first: this crate's tests need no private RSA key for that.
const RSA_KEYS: &str = include_str!("../../tests/fixtures/rs256-keys.json");
const RSA_TOKEN: &str = include_str!("../../tests/fixtures/rs256-token.txt");

/// An identity provider with one key on P-256.
struct Provider {
    signing: EncodingKey,
    jwk: Jwk,
}

impl Provider {
    fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        let signing = EncodingKey::from_ec_der(key.to_pkcs8_der().unwrap().as_bytes());
        let mut jwk = Jwk::from_encoding_key(&signing, Algorithm::ES256).unwrap();
        jwk.common.key_id = Some("one".to_owned());
        jwk.common.key_algorithm = None;
        Self { signing, jwk }
    }

    fn sign(&self, claims: &Value) -> String {
        let header = Header { kid: Some("one".to_owned()), ..Header::new(Algorithm::ES256) };
        encode(&header, claims, &self.signing).unwrap()
    }
}

/// Returns claims that are accepted, with some of them replaced; null removes one.
fn claims(changes: &Value) -> Value {
    let now = get_current_timestamp();
    let mut claims = json!({
        "iss": "https://login.example/", "aud": "api://office", "exp": now + 60, "nbf": now,
        "tid": TENANT, "scp": PERMISSION,
    });
    for (name, value) in changes.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    claims
}

fn verifier_of(keys: &[u8]) -> Result<TokenVerifier, JwksError> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), keys).unwrap();
    let issuer = "https://login.example/".to_owned();
    TrustedIssuer { jwks: file.path().to_owned(), issuer, audience: "api://office".to_owned() }.verifier()
}

fn verifier(keys: &[&Jwk]) -> Result<TokenVerifier, JwksError> {
    verifier_of(&serde_json::to_vec(&JwkSet { keys: keys.iter().map(|key| (*key).clone()).collect() }).unwrap())
}

#[test]
fn a_good_token_is_accepted() {
    let provider = Provider::new(7);
    let verifier = verifier(&[&provider.jwk]).unwrap();
    let several = json!({"aud": ["other", "api://office"], "nbf": null});
    for changes in [json!({}), several] {
        let found = verifier.verify(&provider.sign(&claims(&changes))).unwrap();
        assert_eq!(found.tid.to_string(), TENANT);
        assert!(found.permits(PERMISSION));
    }
}

#[test]
fn every_other_token_is_refused() {
    let provider = Provider::new(7);
    let verifier = verifier(&[&provider.jwk]).unwrap();
    let now = get_current_timestamp();
    let cases = [
        (json!({"exp": now - 120}), "expired"),
        (json!({"exp": null}), "must have"),
        (json!({"exp": "soon"}), "must have"),
        (json!({"nbf": "soon"}), "as they should be"),
        (json!({"nbf": now + 120}), "not valid yet"),
        (json!({"iss": "https://login.example"}), "another issuer"),
        (json!({"iss": null}), "must have"),
        (json!({"aud": "api://other"}), "another audience"),
        (json!({"aud": null}), "must have"),
        (json!({"tid": null}), "as they should be"),
        (json!({"tid": "contoso"}), "as they should be"),
        (json!({"roles": "one"}), "as they should be"),
    ];
    for (changes, problem) in cases {
        let found = verifier.verify(&provider.sign(&claims(&changes))).unwrap_err();
        assert!(found.contains(problem), "{changes}: {found}");
    }
}

#[test]
fn the_key_decides_about_the_algorithm() {
    let provider = Provider::new(7);
    let verifier = verifier(&[&provider.jwk]).unwrap();
    let claims = claims(&json!({}));
    let refused = |token: &str, problem: &str| {
        let found = verifier.verify(token).unwrap_err();
        assert!(found.contains(problem), "{found}");
    };
    let named = |algorithm, id: Option<&str>| Header { kid: id.map(str::to_owned), ..Header::new(algorithm) };

    refused(&Provider::new(8).sign(&claims), "signature");
    // The public key as the secret of a symmetric algorithm.
    let public = serde_json::to_vec(&provider.jwk).unwrap();
    let symmetric = named(Algorithm::HS256, Some("one"));
    refused(&encode(&symmetric, &claims, &EncodingKey::from_secret(&public)).unwrap(), "algorithm");
    refused(&encode(&named(Algorithm::ES256, None), &claims, &provider.signing).unwrap(), "`kid`");
    refused(&encode(&named(Algorithm::ES256, Some("two")), &claims, &provider.signing).unwrap(), "not known");
    let critical = Header { crit: Some(vec!["exp".to_owned()]), ..named(Algorithm::ES256, Some("one")) };
    refused(&encode(&critical, &claims, &provider.signing).unwrap(), "critical");

    let good = provider.sign(&claims);
    let (signed, _) = good.rsplit_once('.').unwrap();
    refused(&format!("{signed}."), "not valid");
    let (_, payload) = signed.split_once('.').unwrap();
    // {"alg":"none","kid":"one"}
    refused(&format!("eyJhbGciOiJub25lIiwia2lkIjoib25lIn0.{payload}."), "not a JSON Web Token");
    refused("", "not a JSON Web Token");
    refused("a.b.c", "not a JSON Web Token");
}

/// Verifies a token until the result changes, which is soon.
fn until_it_changes(verifier: &TokenVerifier, token: &str) -> Result<(), &'static str> {
    let result = || verifier.verify(token).map(|_| ());
    let (first, deadline) = (result(), Instant::now() + Duration::from_secs(20));
    while result() == first {
        assert!(Instant::now() < deadline, "{first:?} forever");
        std::thread::sleep(Duration::from_millis(50));
    }
    result()
}

#[test]
fn a_good_token_is_remembered() {
    let provider = Provider::new(7);
    let verifier = verifier(&[&provider.jwk]).unwrap();
    let (one, other) = (provider.sign(&claims(&json!({}))), provider.sign(&claims(&json!({"scp": "Other"}))));
    for token in [&one, &other, &one, &other] {
        assert_eq!(verifier.clone().verify(token).unwrap().permits(PERMISSION), *token == one);
    }
    assert_eq!(verifier.remembered(), 2);
    // A token that differs in its signature alone is another token.
    let (signed, _) = one.rsplit_once('.').unwrap();
    let (_, signature) = other.rsplit_once('.').unwrap();
    assert!(verifier.verify(&format!("{signed}.{signature}")).is_err());
}

#[test]
fn remembering_a_token_does_not_extend_it() {
    let provider = Provider::new(7);
    let verifier = verifier(&[&provider.jwk]).unwrap();
    // A minute late is not too late yet: clocks differ.
    let token = provider.sign(&claims(&json!({"exp": get_current_timestamp() - 55})));
    assert!(verifier.verify(&token).is_ok());
    assert_eq!(verifier.remembered(), 0);
    assert_eq!(until_it_changes(&verifier, &token), Err("the token has expired"));
}

#[test]
fn a_token_that_was_refused_is_verified_again() {
    let provider = Provider::new(7);
    let verifier = verifier(&[&provider.jwk]).unwrap();
    let token =
        provider.sign(&claims(&json!({"nbf": get_current_timestamp() + 64, "exp": get_current_timestamp() + 90})));
    assert_eq!(verifier.verify(&token).unwrap_err(), "the token is not valid yet");
    assert_eq!(verifier.remembered(), 0);
    assert_eq!(until_it_changes(&verifier, &token), Ok(()));
}

#[test]
fn a_verifier_with_other_keys_remembers_nothing() {
    let provider = Provider::new(7);
    let token = provider.sign(&claims(&json!({})));
    assert!(verifier(&[&provider.jwk]).unwrap().verify(&token).is_ok());
    // The same issuer with its key set read again: a key of the same name is another one now.
    let reloaded = verifier(&[&Provider::new(8).jwk]).unwrap();
    assert_eq!(reloaded.remembered(), 0);
    assert!(reloaded.verify(&token).unwrap_err().contains("signature"));
}

#[test]
fn rsa_keys_verify_rs256() {
    let verifier = verifier_of(RSA_KEYS.as_bytes()).unwrap();
    let token = RSA_TOKEN.trim_end();
    assert_eq!(verifier.verify(token).unwrap().tid.to_string(), TENANT);
    let (head, signature) = token.rsplit_once('.').unwrap();
    let other = if signature.starts_with('A') { "B" } else { "A" };
    assert!(verifier.verify(&format!("{head}.{other}{}", &signature[1..])).unwrap_err().contains("signature"));
}

#[test]
fn a_key_set_without_usable_keys_is_refused() {
    let usable = Provider::new(7).jwk;
    let problem = |keys: &[&Jwk]| verifier(keys).unwrap_err().to_string();
    assert!(problem(&[]).contains("no key for"));
    let mut encrypting = usable.clone();
    encrypting.common.public_key_use = Some(PublicKeyUse::Encryption);
    assert!(problem(&[&encrypting]).contains("no key for"));
    let symmetric = Jwk::from_encoding_key(&EncodingKey::from_secret(b"secret"), Algorithm::HS256).unwrap();
    assert!(problem(&[&symmetric]).contains("no key for"));
    assert!(verifier(&[&encrypting, &usable]).is_ok());
    assert!(problem(&[&usable, &usable]).contains("two keys"));
    let mut nameless = usable.clone();
    nameless.common.key_id = None;
    assert!(problem(&[&nameless]).contains("key 1"));
    assert!(verifier_of(b"{}").unwrap_err().to_string().contains("not a JSON Web Key Set"));
    let missing = TrustedIssuer { jwks: "/missing".into(), issuer: String::new(), audience: String::new() };
    assert!(missing.verifier().unwrap_err().to_string().contains("cannot be read"));
}

#[test]
fn development_tokens_are_accepted_with_their_own_key_only() {
    let key = DevelopmentKey::ephemeral().unwrap();
    let token = key.sign(&TokenRequest::default()).unwrap();
    let found = key.verifier().verify(&token).unwrap();
    assert_eq!(found.tid, DEVELOPMENT_TENANT);
    assert!(found.permits(PERMISSION));
    assert!(DevelopmentKey::ephemeral().unwrap().verifier().verify(&token).unwrap_err().contains("signature"));
    let scopes = vec!["A.Read".to_owned(), "B.Read".to_owned()];
    let other = key.sign(&TokenRequest { scopes, ..TokenRequest::default() }).unwrap();
    let other = key.verifier().verify(&other).unwrap();
    assert!(other.permits("A.Read") && other.permits("B.Read") && !other.permits(PERMISSION));
}

/// Authorizes a request with a token of these claims. Returns the partition, or why it is refused.
fn authorized(method: &Method, changes: &Value) -> Result<String, String> {
    let provider = Provider::new(7);
    let token = provider.sign(&claims(changes));
    let authorizer = TokenAuthorizer::new(verifier(&[&provider.jwk]).unwrap());
    let request = Request::builder().method(method).header("authorization", format!("Bearer {token}"));
    match authorizer.authorize(&request.body(()).unwrap().into_parts().0) {
        Ok(grant) => Ok(grant.caller.partition().as_str().to_owned()),
        Err(refusal) if refusal.error().status() == 403 => Err(refusal.error().message().to_owned()),
        Err(other) => panic!("{changes}: {other:?}"),
    }
}

#[test]
fn reading_needs_fewer_permissions_than_writing() {
    let read = json!({"scp": format!("User.Read {READ_PERMISSION}")});
    let application_reads = json!({"scp": null, "roles": [READ_PERMISSION]});
    let application = json!({"scp": null, "roles": [PERMISSION]});
    let nothing = json!({"scp": "DeviceManagementConfiguration.Read DeviceManagementApps.ReadWrite.All", "roles": []});
    let granted = Ok(TENANT.to_owned());
    for method in [Method::GET, Method::HEAD] {
        for claims in [&json!({}), &read, &application_reads, &application] {
            assert_eq!(authorized(&method, claims), granted, "{method} {claims}");
        }
        let message = authorized(&method, &nothing).unwrap_err();
        assert!(message.contains(PERMISSION) && message.contains(READ_PERMISSION), "{message}");
    }
    for method in [Method::POST, Method::PATCH, Method::PUT, Method::DELETE] {
        for claims in [&json!({}), &application] {
            assert_eq!(authorized(&method, claims), granted, "{method} {claims}");
        }
        for claims in [&read, &application_reads, &nothing] {
            let message = authorized(&method, claims).unwrap_err();
            assert!(message.contains(PERMISSION) && !message.contains(READ_PERMISSION), "{message}");
        }
    }
}

#[test]
fn personal_accounts_are_refused_whatever_their_permissions() {
    for mut claims in [json!({}), json!({"scp": READ_PERMISSION}), json!({"scp": null, "roles": [PERMISSION]})] {
        for tenant in ["9188040d-6c67-4c5b-b112-36a304b66dad", "9188040D-6C67-4C5B-B112-36A304B66DAD"] {
            claims["tid"] = json!(tenant);
            let message = authorized(&Method::GET, &claims).unwrap_err();
            assert!(message.contains("personal"), "{message}");
        }
    }
}
