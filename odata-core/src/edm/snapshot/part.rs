//! The JSON of a snapshot, read part by part, so that each fault has its path.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Error, ErrorCode, Result};

/// A value of the JSON with its path.
pub(super) struct Part<'v> {
    pub(super) value: &'v Value,
    pub(super) path: String,
}

impl<'v> Part<'v> {
    pub(super) fn fault(&self, message: impl Into<String>) -> Error {
        Error::new(ErrorCode::INVALID_MODEL, message).with_target(&*self.path)
    }

    pub(super) fn child(&self, name: &str, value: &'v Value) -> Self {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}/{name}", self.path) };
        Part { value, path }
    }

    pub(super) fn optional(&self, name: &str) -> Option<Self> {
        self.value.get(name).map(|value| self.child(name, value))
    }

    pub(super) fn member(&self, name: &str) -> Result<Self> {
        self.optional(name).ok_or_else(|| self.child(name, self.value).fault("the member is missing"))
    }

    pub(super) fn text(&self) -> Result<String> {
        self.value.as_str().map(str::to_owned).ok_or_else(|| self.fault("a string is expected"))
    }

    pub(super) fn texts(&self) -> Result<Vec<String>> {
        let items = self.value.as_array().ok_or_else(|| self.fault("an array is expected"))?;
        items.iter().enumerate().map(|(index, item)| self.child(&index.to_string(), item).text()).collect()
    }

    pub(super) fn flag(&self, name: &str) -> Result<bool> {
        let Some(part) = self.optional(name) else { return Ok(false) };
        part.value.as_bool().ok_or_else(|| part.fault("`true` or `false` is expected"))
    }

    pub(super) fn entries<T>(&self, read: impl Fn(&Part<'v>) -> Result<T>) -> Result<BTreeMap<String, T>> {
        let members = self.value.as_object().ok_or_else(|| self.fault("an object is expected"))?;
        members.iter().map(|(name, value)| Ok((name.clone(), read(&self.child(name, value))?))).collect()
    }
}
