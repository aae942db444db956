//! The third stage: the query options and headers of a request (OData Protocol 4.01 §8, §11.2).

mod conditions;
mod content;
mod format;
mod header;
pub(crate) mod host;
mod isolation;
mod media_type;
mod preferences;
mod query_options;
mod select;
mod select_item;
mod version;

use http::{Method, request::Parts};
use odata_core::{Error, csdl::Version};

pub(crate) use self::{
    conditions::{Conditions, Tag, Validation, entity_tag},
    format::Format,
    preferences::{Preferences, Return},
    query_options::next_query,
    select::Select,
};
use self::{
    content::body_form,
    format::{Content, format},
    query_options::QueryOptions,
};
use crate::{failure::bad_request, restrictions::Denied, route::Target, skip_token, store::Position};

/// What the head of a request asks for, besides its resource.
#[derive(Clone, Debug)]
pub(crate) struct RequestOptions {
    pub(crate) query: QueryOptions,
    /// The position that a list begins after, from `$skiptoken`.
    pub(crate) after: Option<Position>,
    pub(crate) preferences: Preferences,
    pub(crate) conditions: Conditions,
    pub(crate) select: Option<Select>,
    pub(crate) format: Format,
    /// The greatest version of OData that the client accepts.
    pub(crate) version: Version,
    /// Whether 64-bit integers and decimals are strings in the body (OData JSON 4.01 §3.2).
    pub(crate) body_ieee754_compatible: bool,
}

impl RequestOptions {
    pub(crate) fn of(head: &Parts, target: &Target, body_limit: u64) -> Result<Self, Error> {
        let version = version::accepted(&head.headers)?;
        isolation::check(&head.headers)?;
        let query = QueryOptions::parse(head.uri.query().unwrap_or_default())?;
        let is_read = head.method == Method::GET || head.method == Method::HEAD;
        let is_list = is_read && matches!(target, Target::Collection(_));
        if let (false, Some(option)) = (is_list, query.paging()) {
            let message = format!("the query option `{option}` applies to reading a collection only");
            return Err(bad_request(message).with_target(option));
        }
        let denied = target.denied();
        if denied != Denied::NOTHING {
            query.check_supported(denied)?;
        }
        let after = match (&query.skip_token, target) {
            (Some(token), Target::Collection(collection)) => {
                Some(skip_token::read(token, &collection.address).ok_or_else(|| {
                    bad_request("the value of `$skiptoken` is not from a next link of this collection")
                        .with_target("$skiptoken")
                })?)
            }
            _ => None,
        };
        let select = match (&query.select, target.declared()) {
            (None, _) => None,
            (Some(select), Some(declared)) => Some(Select::parse(select, declared)?),
            (Some(_), None) => {
                return Err(bad_request("`$select` does not apply to this resource").with_target("$select"));
            }
        };
        let content = if matches!(target, Target::Metadata) { Content::Metadata } else { Content::Data };
        let format = format(&head.headers, query.format.as_deref(), content)?;
        let has_body = head.method == Method::POST || head.method == Method::PATCH || head.method == Method::PUT;
        let body_ieee754_compatible = has_body && body_form(&head.headers, body_limit)?;
        Ok(Self {
            query,
            after,
            preferences: Preferences::of(&head.headers),
            conditions: Conditions::of(&head.headers)?,
            select,
            format,
            version,
            body_ieee754_compatible,
        })
    }

    /// Returns whether 64-bit integers and decimals are strings in the response.
    pub(crate) fn ieee754_compatible(&self) -> bool {
        self.format == Format::Json { ieee754_compatible: true }
    }
}
