//! Enumeration types with flags: a value as the names of members, and back.

use std::borrow::Cow;

use super::{EnumDescriptor, EnumMember};
use crate::{slot::Mismatch, value::UnknownMember};

/// A value that was read: its bits, and the names that are not declared.
pub(crate) struct ReadFlags {
    pub(crate) bits: i64,
    pub(crate) names: Vec<UnknownMember>,
}

impl EnumDescriptor {
    /// Returns whether a value of a type with flags can have these bits.
    pub(crate) fn is_flag_value(&self, bits: i64) -> bool {
        let greatest = self.underlying.integer_range().map_or(i64::MAX, |(_, greatest)| greatest);
        (0..=greatest).contains(&bits)
    }

    /// Reads a value of a type with flags: names and numbers with commas between them (OData ABNF 4.01, `enumValue`).
    /// Other implementations write a blank after a comma.
    pub(crate) fn read_flags(&self, text: &str) -> Result<ReadFlags, Mismatch> {
        let mut read = ReadFlags { bits: 0, names: Vec::new() };
        for part in text.split(',').map(|part| part.trim_matches([' ', '\t'])) {
            if let Some(member) = self.members.iter().find(|member| member.name == part) {
                read.bits |= member.value;
            } else if let Ok(bits) = part.parse() {
                if !self.is_flag_value(bits) {
                    return Err(Mismatch::Range);
                }
                read.bits |= bits;
            } else if is_number(part) {
                return Err(Mismatch::Range);
            } else if self.accepts_unknown && !part.is_empty() {
                read.names.push(UnknownMember::new(part));
            } else {
                return Err(Mismatch::Member);
            }
        }
        Ok(read)
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
}

impl EnumMember {
    /// Returns whether a value of a type with flags has the member. Only a value without bits has the one that is
    /// zero.
    pub(crate) const fn is_in(&self, bits: i64) -> bool {
        if self.value == 0 { bits == 0 } else { bits & self.value == self.value }
    }
}

/// A value of a type with flags, to be written.
#[derive(Clone, Copy)]
pub(crate) struct FlagNames<'a> {
    pub(crate) of: &'static EnumDescriptor,
    pub(crate) bits: i64,
    pub(crate) unknown: &'a [UnknownMember],
}

impl FlagNames<'_> {
    /// Returns the text of the value, which is the same for equal values: the one member that has exactly these bits;
    /// otherwise members that together have all declared ones, where one that stands for others replaces them, in the
    /// order of their declaration. Bits without a member follow as a number, and then the names that are not declared.
    pub(crate) fn to_text(self) -> Cow<'static, str> {
        let Self { of, bits, unknown } = self;
        let exact = of.members.iter().find(|member| member.value == bits);
        if let (Some(exact), []) = (exact, unknown) {
            return Cow::Borrowed(exact.name);
        }
        let mut text = String::new();
        let mut add = |part: &str| {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(part);
        };
        let mut rest = bits;
        match exact {
            _ if bits == 0 => {}
            Some(exact) => {
                add(exact.name);
                rest = 0;
            }
            None => {
                let chosen = self.chosen();
                for member in chosen {
                    add(member.name);
                    rest &= !member.value;
                }
            }
        }
        if rest != 0 || (bits == 0 && unknown.is_empty()) {
            add(itoa::Buffer::new().format(rest));
        }
        for name in unknown {
            add(name.as_str());
        }
        Cow::Owned(text)
    }

    /// Returns the members that are written, in the order of their declaration.
    fn chosen(self) -> Vec<&'static EnumMember> {
        let mut members: Vec<_> =
            self.of.members.iter().enumerate().filter(|(_, member)| member.is_in(self.bits)).collect();
        members.sort_by_key(|(_, member)| std::cmp::Reverse(member.value));
        let mut covered = 0;
        members.retain(|(_, member)| {
            let is_new = member.value & !covered != 0;
            covered |= member.value;
            is_new
        });
        members.sort_by_key(|(position, _)| *position);
        members.into_iter().map(|(_, member)| member).collect()
    }
}
