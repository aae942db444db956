//! Bodies with known positions of their parts.

use proptest::collection::vec;
use proptest::prelude::Strategy;
use proptest::sample::select;
use serde_json::Value;
use std::iter::Cycle;
use std::ops::Range;
use std::slice::Iter;

/// A body with white space around its tokens, and the position and path of each token and comma.
pub(crate) struct Layout<'s> {
    spaces: Cycle<Iter<'s, &'static str>>,
    pub(crate) body: String,
    path: Vec<String>,
    pub(crate) tokens: Vec<(Range<usize>, String)>,
}

impl<'s> Layout<'s> {
    pub(crate) fn of(document: &Value, spaces: &'s [&'static str]) -> Self {
        let mut layout =
            Layout { spaces: spaces.iter().cycle(), body: String::new(), path: Vec::new(), tokens: Vec::new() };
        layout.value(document);
        layout
    }

    fn token(&mut self, token: &str) {
        self.body.extend(self.spaces.next().copied());
        let start = self.body.len();
        self.body.push_str(token);
        self.tokens.push((start..self.body.len(), self.path.join("/")));
        self.body.extend(self.spaces.next().copied());
    }

    /// The comma after a value still has its path.
    fn child(&mut self, segment: String, lay_out: impl FnOnce(&mut Self), last: bool) {
        self.path.push(segment);
        lay_out(self);
        if !last {
            self.token(",");
        }
        self.path.pop();
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Array(items) => {
                self.token("[");
                for (index, item) in items.iter().enumerate() {
                    let last = index + 1 == items.len();
                    self.child(index.to_string(), |layout| layout.value(item), last);
                }
                self.token("]");
            }
            Value::Object(members) => {
                self.token("{");
                for (index, (name, value)) in members.iter().enumerate() {
                    let member = |layout: &mut Self| {
                        layout.token(&serde_json::to_string(name).unwrap());
                        layout.token(":");
                        layout.value(value);
                    };
                    self.child(name.clone(), member, index + 1 == members.len());
                }
                self.token("}");
            }
            scalar => self.token(&scalar.to_string()),
        }
    }
}

pub(crate) fn spaces() -> impl Strategy<Value = Vec<&'static str>> {
    vec(select(vec!["", "", " ", "\n", "\r\n\t"]), 1..8)
}
