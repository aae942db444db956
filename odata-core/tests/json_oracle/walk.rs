//! Reading token by token.

use odata_core::json::{JsonReader, Token, read_value};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Event {
    Name(String),
    Scalar(Value),
    Open(Token),
    Close,
}

/// Reads a valid body one event at a time.
#[derive(Clone, Default)]
pub(crate) struct Walk {
    open: Vec<Token>,
    in_member: bool,
    done: bool,
}

impl Walk {
    pub(crate) fn next(&mut self, reader: &mut JsonReader) -> Option<Event> {
        match self.open.last() {
            None if self.done => return None,
            Some(Token::Object) if !self.in_member => {
                let name = reader.next_name().unwrap().map(String::from);
                self.in_member = name.is_some();
                return Some(name.map_or_else(|| self.close(), Event::Name));
            }
            Some(Token::Array) if !reader.next_item().unwrap() => return Some(self.close()),
            _ => self.in_member = false,
        }
        let token = reader.peek().unwrap();
        match token {
            Token::Object => reader.begin_object().unwrap(),
            Token::Array => reader.begin_array().unwrap(),
            _ => {
                self.done = self.open.is_empty();
                return Some(Event::Scalar(read_value(reader).unwrap()));
            }
        }
        self.open.push(token);
        Some(Event::Open(token))
    }

    fn close(&mut self) -> Event {
        self.open.pop();
        self.done = self.open.is_empty();
        Event::Close
    }

    pub(crate) fn rest(mut self, reader: &mut JsonReader) -> Vec<Event> {
        std::iter::from_fn(|| self.next(reader)).collect()
    }
}
