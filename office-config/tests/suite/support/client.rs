//! An HTTP client that sends exactly what it is asked to.

use serde_json::Value;
use ureq::{
    Agent,
    http::{HeaderMap, Method, Request},
};

/// The collection of policies, under the first of the two service roots.
pub const POLICIES: &str = "/beta/officeConfiguration/clientConfigurations";

/// A client of one server, with a token or without.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    url: String,
    token: Option<String>,
}

/// A response.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Client {
    pub fn new(url: &str, token: Option<String>) -> Self {
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).proxy(None).build().into();
        Self { agent, url: url.to_owned(), token }
    }

    /// Sends a request to a path or an absolute URL. Fails if there is no response.
    pub fn try_send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Result<Answer, ureq::Error> {
        let url = if path.starts_with("http:") { path.to_owned() } else { format!("{}{path}", self.url) };
        let mut request = Request::builder().method(Method::from_bytes(method.as_bytes()).unwrap()).uri(url);
        if let Some(token) = &self.token {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut response = match body {
            Some(body) => self.agent.run(request.body(body.to_owned()).unwrap())?,
            None => self.agent.run(request.body(()).unwrap())?,
        };
        let text = response.body_mut().read_to_string()?;
        Ok(Answer { status: response.status().as_u16(), headers: response.headers().clone(), text })
    }

    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<&str>) -> Answer {
        self.try_send(method, path, headers, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], None)
    }

    pub fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, &[], None)
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        self.send("POST", path, &[JSON], Some(body))
    }

    pub fn patch(&self, path: &str, body: &str) -> Answer {
        self.send("PATCH", path, &[JSON], Some(body))
    }

    pub fn put(&self, path: &str, body: &str) -> Answer {
        self.send("PUT", path, &[JSON], Some(body))
    }

    /// Creates a policy. Returns its path, and the answer of the service.
    pub fn create(&self, body: &str) -> (String, Value) {
        let answer = self.post(POLICIES, body).expect(201);
        let policy = answer.json();
        (format!("{POLICIES}/{}", policy["id"].as_str().unwrap()), policy)
    }
}

const JSON: (&str, &str) = ("Content-Type", "application/json");

impl Answer {
    /// Returns the answer. Panics if it has another status.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// Returns the value of a header; an empty text if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Returns the `target` of an error; an empty text if it is missing.
    #[track_caller]
    pub fn target(&self) -> String {
        self.json()["error"]["target"].as_str().unwrap_or_default().to_owned()
    }
}
