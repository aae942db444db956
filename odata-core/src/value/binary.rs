//! Base64 as OData reads and writes it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_PAD_INDIFFERENT, URL_SAFE_NO_PAD_INDIFFERENT};

/// Returns the text of an `Edm.Binary` value: base64url without padding (OData JSON 4.01 §7.1).
///
/// ```
/// use odata_core::value::{decode_base64, encode_base64url};
///
/// assert_eq!(encode_base64url(&[0xFB, 0xFF]), "-_8");
/// assert_eq!(decode_base64("+/8="), Some(vec![0xFB, 0xFF]));
/// ```
pub fn encode_base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD_INDIFFERENT.encode(bytes)
}

/// Returns the bytes of an `Edm.Binary` value, in the alphabet of URLs or in the standard one, padded or not; `None` if
/// `text` mixes the alphabets, holds anything else, or ends in bits that no byte uses.
pub fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let engine = if text.contains(['+', '/']) { STANDARD_PAD_INDIFFERENT } else { URL_SAFE_NO_PAD_INDIFFERENT };
    engine.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose::{STANDARD, URL_SAFE};
    use proptest::prelude::*;

    #[test]
    fn writes_the_url_alphabet_without_padding() {
        assert_eq!(encode_base64url(b"T"), "VA");
        assert_eq!(encode_base64url(&[0xfb, 0xef, 0xff]), "--__");
    }

    #[test]
    fn refuses_what_is_not_base64() {
        for refused in ["V", "VA=A", "VA===", "VB", "V A", "+-AA", "_/AA", "é", "VA\n"] {
            assert_eq!(decode_base64(refused), None, "{refused}");
        }
    }

    proptest! {
        #[test]
        fn reads_every_spelling(bytes: Vec<u8>) {
            for text in [
                encode_base64url(&bytes),
                URL_SAFE.encode(&bytes),
                STANDARD.encode(&bytes),
                STANDARD.encode(&bytes).trim_end_matches('=').to_owned(),
            ] {
                prop_assert_eq!(decode_base64(&text), Some(bytes.clone()));
            }
        }
    }
}
