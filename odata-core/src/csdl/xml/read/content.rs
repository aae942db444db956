//! Values of attributes and text: references, and what is normalized (XML 1.0 §2.11, §3.3.3, §4.1).

use std::borrow::Cow;

use super::{characters::is_allowed, fault::Located, scan::Scanner};

/// The longest reference that is looked for.
const LONGEST_REFERENCE: usize = 64;

impl<'t> Scanner<'t> {
    /// Reads characters: of the value of an attribute up to its closing quotation mark, which comes next then, or of text up
    /// to the next tag.
    pub(super) fn characters(&mut self, quote: Option<u8>) -> Located<Cow<'t, str>> {
        let bytes = self.text.as_bytes();
        let mut read = String::new();
        // What comes after this is not in `read` yet.
        let mut start = self.at;
        loop {
            let Some(&byte) = bytes.get(self.at) else {
                if quote.is_some() {
                    return self.fault(self.at, "the document ends within the value of an attribute");
                }
                break;
            };
            let replaced = match byte {
                b'<' if quote.is_none() => break,
                b'<' => return self.fault(self.at, "the value of an attribute cannot have `<`; write `&lt;`"),
                _ if Some(byte) == quote => break,
                b'&' => {
                    read.push_str(&self.text[start..self.at]);
                    let character = self.reference()?;
                    read.push(character);
                    start = self.at;
                    continue;
                }
                b'\r' => Some(if quote.is_some() { ' ' } else { '\n' }),
                b'\n' | b'\t' if quote.is_some() => Some(' '),
                b'\n' | b'\t' => None,
                b']' if quote.is_none() && bytes[self.at..].starts_with(b"]]>") => {
                    return self.fault(self.at, "text cannot have `]]>`; write `]]&gt;`");
                }
                0..=0x1f => return self.bad_character(self.at, char::from(byte)),
                // U+FFFE and U+FFFF.
                0xef if matches!(bytes[self.at + 1..], [0xbf, 0xbe | 0xbf, ..]) => {
                    let character = self.rest().chars().next().unwrap_or_default();
                    return self.bad_character(self.at, character);
                }
                _ => None,
            };
            if let Some(character) = replaced {
                read.push_str(&self.text[start..self.at]);
                read.push(character);
                self.at += if bytes[self.at..].starts_with(b"\r\n") { 2 } else { 1 };
                start = self.at;
            } else {
                self.at += 1;
            }
        }
        let rest = &self.text[start..self.at];
        if read.is_empty() {
            return Ok(Cow::Borrowed(rest));
        }
        read.push_str(rest);
        Ok(Cow::Owned(read))
    }

    /// Reads a reference to a character or to one of the five entities that need no declaration.
    fn reference(&mut self) -> Located<char> {
        let start = self.at;
        let bytes = &self.text.as_bytes()[start..];
        let Some(length) = bytes.iter().take(LONGEST_REFERENCE).position(|&byte| byte == b';') else {
            return self.fault(start, "`&` starts a reference that has no end; write `&amp;`");
        };
        let name = &self.text[start + 1..start + length];
        let character = match name {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match name.strip_prefix('#') {
                Some(number) => character(number),
                None => {
                    return self.fault(start, format!("`&{}` is not the name of an entity", name.escape_debug()));
                }
            },
        };
        match character {
            Some(character) => {
                self.at += length + 1;
                Ok(character)
            }
            None => self.fault(start, format!("`&{};` is not a character", name.escape_debug())),
        }
    }
}

/// Returns the character with a number, in decimal digits, or in hexadecimal ones after `x`.
fn character(number: &str) -> Option<char> {
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    // The standard library would take a sign.
    let is_number = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    let value = is_number.then(|| u32::from_str_radix(digits, radix).ok())??;
    char::from_u32(value).filter(|&character| is_allowed(character))
}
