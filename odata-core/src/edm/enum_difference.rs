//! The differences between two enumeration types.

use super::{
    difference::{Impact, loss},
    snapshot::EnumSnapshot,
};

impl EnumSnapshot {
    /// Returns what is different in the other one, and its impact.
    pub(super) fn changes(&self, new: &Self) -> Vec<(String, Impact)> {
        let mut changes = Vec::new();
        let missing = |from: &Self, of: &Self| -> Vec<String> {
            of.members.iter().filter(|member| !from.members.contains(member)).map(|name| format!("`{name}`")).collect()
        };
        let (removed, added) = (missing(new, self), missing(self, new));
        if !removed.is_empty() {
            let removed = removed.join(", ");
            let impact = if new.accepts_unknown { Impact::None } else { loss(format!("values {removed} are lost")) };
            changes.push((format!("no longer has {removed}"), impact));
        }
        if !added.is_empty() {
            // Bits that were a number may be a member now.
            let impact = if new.flags.is_some() { Impact::Rewrite } else { Impact::None };
            changes.push((format!("now has {}", added.join(", ")), impact));
        }
        match (&self.flags, &new.flags) {
            (None, Some(_)) => {
                changes.push(("now has flags: a value can have several members".to_owned(), Impact::Rewrite));
            }
            (Some(_), None) => {
                let text = "no longer has flags: a value has one member".to_owned();
                changes.push((text, loss("values that are not exactly one member are lost")));
            }
            (Some(old), Some(new)) => {
                for (name, value) in new.iter().filter(|(name, value)| old.get(*name).is_some_and(|old| old != *value))
                {
                    // Values are kept by name: those that held the member hold it still.
                    changes.push((format!("`{name}` is now {value}"), Impact::Rewrite));
                }
            }
            (None, None) => {}
        }
        match (self.accepts_unknown, new.accepts_unknown) {
            (false, true) => changes.push(("now keeps undeclared members".to_owned(), Impact::None)),
            (true, false) => {
                let text = "no longer keeps undeclared members".to_owned();
                changes.push((text, loss("values that are not a declared member are lost")));
            }
            _ => {}
        }
        changes
    }
}
