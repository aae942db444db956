//! The XML declaration (XML 1.0 §2.8, §4.3.3).

use super::{
    characters::{name_length, trim},
    decode::Encoding,
    fault::Located,
    scan::Scanner,
};

impl<'t> Scanner<'t> {
    /// Reads the declaration, if the document has one: its encoding must be that of the bytes.
    pub(super) fn declaration(&mut self, encoding: Encoding) -> Located<()> {
        let is_declared = self.rest().strip_prefix("<?").is_some_and(|rest| &rest[..name_length(rest)] == "xml");
        if !is_declared {
            return Ok(());
        }
        self.at = "<?xml".len();
        let Some((start, version)) = self.pseudo_attribute("version")? else {
            return self.fault(self.at, "the XML declaration has no version");
        };
        if !matches!(version, "1.0" | "1.1") {
            return self.fault(start, format!("XML has no version `{}`", version.escape_debug()));
        }
        if let Some((start, declared)) = self.pseudo_attribute("encoding")? {
            self.check_encoding(start, declared, encoding)?;
        }
        if let Some((start, standalone)) = self.pseudo_attribute("standalone")?
            && !matches!(standalone, "yes" | "no")
        {
            return self.fault(start, "`standalone` is `yes` or `no`");
        }
        self.skip_space();
        self.expect("?>", "the XML declaration")
    }

    /// Reads a part of the declaration, if it comes next; returns its value with the offset of it.
    fn pseudo_attribute(&mut self, name: &str) -> Located<Option<(usize, &'t str)>> {
        let start = self.at;
        let spaced = self.skip_space();
        if !self.rest().starts_with(name) {
            self.at = start;
            return Ok(None);
        }
        if !spaced {
            return self.fault(self.at, format!("white space is missing before `{name}`"));
        }
        self.at += name.len();
        self.skip_space();
        self.expect("=", name)?;
        self.skip_space();
        let quote = match self.peek() {
            Some(b'"') => '"',
            Some(b'\'') => '\'',
            _ => return self.fault(self.at, format!("the value of `{name}` starts with a quotation mark")),
        };
        let value = self.at + 1;
        let Some(length) = self.text[value..].find(quote) else {
            return self.fault(self.at, format!("the value of `{name}` has no end"));
        };
        self.at = value + length + 1;
        Ok(Some((value, &self.text[value..value + length])))
    }

    fn check_encoding(&mut self, start: usize, declared: &str, encoding: Encoding) -> Located<()> {
        let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(declared));
        let fits = match encoding {
            Encoding::Utf8 if is(&["US-ASCII", "ASCII"]) => {
                match self.text.find(|character: char| !character.is_ascii()) {
                    Some(offset) => return self.fault(offset, "the document is declared as US-ASCII, and this is not"),
                    None => true,
                }
            }
            Encoding::Utf8 => is(&["UTF-8"]),
            Encoding::Utf16 => is(&["UTF-16", "UTF-16LE", "UTF-16BE"]),
        };
        if fits {
            return Ok(());
        }
        let is_known = is(&["UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"]);
        let declared = trim(declared).escape_debug();
        let message = match encoding {
            _ if !is_known => format!("the encoding `{declared}` is not read; UTF-8 and UTF-16 are"),
            Encoding::Utf8 => format!("the document is declared as {declared} and is UTF-8"),
            Encoding::Utf16 => format!("the document is declared as {declared} and is UTF-16"),
        };
        self.fault(start, message)
    }
}
