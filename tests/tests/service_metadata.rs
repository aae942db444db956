//! `$metadata` over HTTP: its forms and versions, and conditions of requests for it.

use odata_core::{
    Model,
    csdl::{Document, Version},
};
use odata_tests::catalog::{
    Catalog,
    server::{Answer, Server},
};

const XML: &str = "application/xml";
const JSON: &str = "application/json";

async fn ask(server: &Server, query: &str, headers: &[(&str, &str)]) -> Answer {
    let call = server.request("GET", &format!("$metadata{query}")).token(None);
    headers.iter().fold(call, |call, (name, value)| call.header(name, value)).send().await
}

/// The text of the document.
fn text(media_type: &str, version: Version) -> String {
    let document = Document::of(&Model::of::<Catalog>().expect("no faults"), version);
    if media_type.starts_with(XML) { document.to_xml() } else { document.to_json() }
}

#[tokio::test]
async fn form_and_version_are_those_that_the_client_asks_for() {
    let server = Server::start().await;
    let versions: [(&[(&str, &str)], Version); 6] = [
        (&[], Version::V4_0),
        (&[("odata-maxversion", "4.0")], Version::V4_0),
        (&[("odata-maxversion", "4.01")], Version::V4_01),
        (&[("odata-maxversion", "4.02")], Version::V4_01),
        (&[("odata-version", "4.01")], Version::V4_0),
        (&[("odata-version", "4.0"), ("odata-maxversion", "4.01")], Version::V4_01),
    ];
    for (query, accept, expected) in [
        ("", None, XML),
        ("", Some("*/*"), XML),
        ("", Some("application/xml"), XML),
        ("", Some("application/json"), JSON),
        ("", Some("text/html, application/json;q=0.8, application/xml;q=0.9"), XML),
        ("", Some("application/json, application/xml;q=0.9"), JSON),
        ("", Some("application/xml;charset=utf-8"), "application/xml;charset=utf-8"),
        ("?$format=json", None, JSON),
        ("?$format=json", Some("application/xml"), JSON),
        ("?$format=JSON", Some("text/html"), JSON),
        ("?$format=xml", Some("application/json"), XML),
        ("?$format=application/json;metadata=minimal", Some("application/xml"), JSON),
        ("?$format=application/xml", Some("application/json"), XML),
    ] {
        for (headers, version) in versions {
            let headers: Vec<_> = headers.iter().copied().chain(accept.map(|accept| ("accept", accept))).collect();
            let answer = ask(&server, query, &headers).await.expect(200);
            let what = format!("{query} {headers:?}");
            assert_eq!(answer.header("content-type"), expected, "{what}");
            assert_eq!(answer.header("odata-version"), version.as_str(), "{what}");
            assert_eq!(answer.header("vary"), "Accept, OData-MaxVersion", "{what}");
            assert_eq!(answer.text(), text(expected, version), "{what}");
        }
    }
    assert!(text(XML, Version::V4_01).contains("Version=\"4.01\""));
    assert!(text(JSON, Version::V4_0).contains("\"$Version\":\"4.0\""));
}

#[tokio::test]
async fn what_is_not_offered_is_refused() {
    let server = Server::start().await;
    for (query, headers, status) in [
        ("", &[("accept", "text/html")][..], 406),
        ("", &[("accept", "text/xml")], 406),
        ("", &[("accept", "application/json;metadata=full")], 406),
        ("", &[("accept", "application/json;IEEE754Compatible=true")], 406),
        ("", &[("accept", "application/xml;charset=utf-16")], 406),
        ("", &[("accept", "application/xml;q=0")], 406),
        ("?$format=atom", &[], 406),
        ("?$format=text/html", &[("accept", "application/xml")], 406),
        ("?$format=a/b/", &[], 400),
        ("?$format=xml&$format=json", &[], 400),
        ("", &[("odata-maxversion", "3.0")], 400),
        ("", &[("odata-version", "3.0")], 400),
        ("?$select=x", &[], 400),
        ("?$top=1", &[], 400),
    ] {
        let answer = ask(&server, query, headers).await;
        assert_eq!(answer.header("odata-version"), "4.0", "{query} {headers:?}");
        if status == 406 {
            let message = answer.json()["error"]["message"].as_str().unwrap().to_owned();
            assert!(message.contains("`application/xml` and `application/json`"), "{message}");
        }
        answer.fails(status);
    }
}

#[tokio::test]
async fn a_client_that_has_the_document_does_not_get_it_again() {
    let server = Server::start().await;
    let mut tags = Vec::new();
    for query in ["?$format=xml", "?$format=json"] {
        for version in ["4.0", "4.01"] {
            let asked = ("odata-maxversion", version);
            let tag = ask(&server, query, &[asked]).await.expect(200).header("etag").to_owned();
            assert!(tag.starts_with('"') && tag.ends_with('"'), "a strong tag: {tag}");
            let weak = format!("W/{tag}");
            let listed = format!("\"x\", {tag}");
            for known in [&*tag, &*weak, &*listed, "*"] {
                let answer = ask(&server, query, &[asked, ("if-none-match", known)]).await.expect(304);
                assert!(answer.body.is_empty() && answer.headers.get("content-type").is_none());
                assert_eq!(answer.header("etag"), tag);
                assert_eq!(answer.header("odata-version"), version);
                assert_eq!(answer.header("vary"), "Accept, OData-MaxVersion");
            }
            ask(&server, query, &[asked, ("if-none-match", "\"x\"")]).await.expect(200);
            ask(&server, query, &[asked, ("if-match", &tag)]).await.expect(200);
            ask(&server, query, &[asked, ("if-match", "\"x\"")]).await.fails(412);
            ask(&server, query, &[asked, ("if-none-match", "x")]).await.fails(400);
            tags.push(tag);
        }
    }
    // The tag of one document says nothing about another one.
    for tag in &tags {
        assert_eq!(tags.iter().filter(|other| *other == tag).count(), 1, "{tags:?}");
    }
    ask(&server, "?$format=json", &[("if-none-match", &tags[0])]).await.expect(200);
}

#[tokio::test]
async fn head_has_the_headers_alone() {
    let server = Server::start().await;
    for (query, version) in [("?$format=xml", "4.0"), ("?$format=json", "4.01")] {
        let asked = ("odata-maxversion", version);
        let whole = ask(&server, query, &[asked]).await.expect(200);
        let call = server.request("HEAD", &format!("$metadata{query}")).header(asked.0, asked.1);
        let head = call.send().await.expect(200);
        assert!(head.body.is_empty());
        assert_eq!(head.header("content-length"), whole.body.len().to_string());
        for name in ["content-type", "etag", "odata-version", "vary"] {
            assert_eq!(head.header(name), whole.header(name), "{name}");
            assert!(!head.header(name).is_empty(), "{name}");
        }
        let tag = whole.header("etag");
        let call = server.request("HEAD", &format!("$metadata{query}")).header(asked.0, asked.1);
        call.header("if-none-match", tag).send().await.expect(304);
    }
}
