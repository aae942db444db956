//! The query option `$select` (OData URL Conventions 4.01 §5.1.4).

use odata_core::{Error, PropertySet, edm::TypeDescriptor};

use super::select_item::{SelectItem, split};
use crate::failure::{bad_request, not_supported};

/// The selected properties.
#[derive(Clone, Debug)]
pub(crate) struct Select {
    /// `None` if all are selected.
    set: Option<PropertySet>,
    /// The properties as written in a context URL (OData Protocol 4.01 §10.9).
    list: String,
    /// Whether the key is among them.
    has_key: bool,
}

impl Select {
    pub(crate) fn parse(text: &str, declared: &'static TypeDescriptor) -> Result<Self, Error> {
        let mut set = PropertySet::new(declared);
        let mut names: Vec<&str> = Vec::new();
        for name in split(text, ',').map(str::trim) {
            let refused = |message: String| bad_request(message).with_target("$select");
            match SelectItem::of(name) {
                Some(SelectItem::All) => {}
                Some(SelectItem::Path) if set.insert_path(name) => {}
                Some(SelectItem::Path) => {
                    return Err(refused(format!("`{}` has no property `{name}` to select", declared.name)));
                }
                Some(SelectItem::Other) => return Err(not_supported("the item of `$select`", name)),
                None => {
                    let before = name.as_ptr().addr() - text.as_ptr().addr();
                    let position = text[..before].chars().count() + 1;
                    return Err(refused(format!("`{name}` is not well-formed (character {position} of `$select`)")));
                }
            }
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let all = names.contains(&"*");
        let has_key = all || declared.key().all(|part| set.contains_key(&part));
        let list = if all { "*".to_owned() } else { names.join(",") };
        Ok(Self { set: (!all).then_some(set), list, has_key })
    }

    pub(crate) fn set(&self) -> Option<&PropertySet> {
        self.set.as_ref()
    }

    pub(crate) fn list(&self) -> &str {
        &self.list
    }

    pub(crate) const fn has_key(&self) -> bool {
        self.has_key
    }
}
