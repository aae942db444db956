//! A JSON text as a tree that knows the places of its parts.

use std::collections::HashSet;

use super::faults::Faults;
use crate::{
    error::ErrorCode,
    json::{JsonError, JsonReader, Token},
};

/// A value with the offset of its first byte.
#[derive(Debug)]
pub(super) struct Node<'j> {
    pub(super) offset: usize,
    pub(super) value: Value<'j>,
}

#[derive(Debug)]
pub(super) enum Value<'j> {
    Null,
    Boolean(bool),
    /// All digits.
    Number(&'j str),
    String(Box<str>),
    Array(Vec<Node<'j>>),
    Object(Vec<Member<'j>>),
}

/// A member of an object, with the offset of its name.
#[derive(Debug)]
pub(super) struct Member<'j> {
    pub(super) name: Box<str>,
    pub(super) offset: usize,
    pub(super) value: Node<'j>,
}

impl Node<'_> {
    /// Returns what it is in words, for messages.
    pub(super) fn kind(&self) -> Token {
        match self.value {
            Value::Null => Token::Null,
            Value::Boolean(_) => Token::Boolean,
            Value::Number(_) => Token::Number,
            Value::String(_) => Token::String,
            Value::Array(_) => Token::Array,
            Value::Object(_) => Token::Object,
        }
    }
}

/// Reads a whole text. Of several members with one name only the first is kept.
pub(super) fn read<'j>(reader: &mut JsonReader<'j>, faults: &mut Faults) -> Result<Node<'j>, JsonError> {
    let node = read_node(reader, faults)?;
    reader.finish()?;
    Ok(node)
}

fn read_node<'j>(reader: &mut JsonReader<'j>, faults: &mut Faults) -> Result<Node<'j>, JsonError> {
    let offset = reader.value_offset();
    let value = match reader.peek()? {
        Token::Null => {
            reader.null()?;
            Value::Null
        }
        Token::Boolean => Value::Boolean(reader.boolean()?),
        Token::Number => Value::Number(reader.number()?),
        Token::String => Value::String(reader.string()?.into()),
        Token::Array => {
            let mut items = Vec::new();
            reader.begin_array()?;
            while reader.next_item()? {
                items.push(read_node(reader, faults)?);
            }
            Value::Array(items)
        }
        Token::Object => Value::Object(read_members(reader, faults)?),
    };
    Ok(Node { offset, value })
}

fn read_members<'j>(reader: &mut JsonReader<'j>, faults: &mut Faults) -> Result<Vec<Member<'j>>, JsonError> {
    let mut members = Vec::new();
    let mut names = HashSet::new();
    reader.begin_object()?;
    while let Some(name) = reader.next_name()? {
        let name: Box<str> = name.into();
        let offset = reader.name_offset();
        let value = read_node(reader, faults)?;
        if names.insert(name.clone()) {
            members.push(Member { name, offset, value });
        } else {
            faults.record(ErrorCode::DUPLICATE_MEMBER, offset, || {
                format!("the object has another member with the name `{name}`")
            });
        }
    }
    Ok(members)
}
