//! `$skiptoken`: a position in a collection, opaque to clients (OData Protocol 4.01 §11.2.6.7).
//!
//! A token has a checksum, so that one that was cut off, changed, or taken from another collection is refused instead of
//! leading somewhere. The checksum is against accidents and needs no secret: whoever forges a token finds nothing that a
//! list would not show, because the store looks only in the partition of the request. The position itself means something
//! to the store alone.

use odata_core::value::{decode_base64, encode_base64url};
use uuid::Uuid;

use crate::store::{CollectionAddress, Position};

/// The first byte of a token: tokens of another form have another one.
const VERSION: u8 = 1;

/// The namespace of the GUIDs that checksums are taken from.
const NAMESPACE: Uuid = Uuid::from_u128(0x2c9e_71d4_5b0a_4f38_a6c1_93e7_08d2_b54f);

/// The length of the checksum. The first six bytes of a GUID are hash alone, and with six of them base64 needs no padding
/// for positions of eight bytes.
const CHECKSUM: usize = 6;

/// Returns the token of a position.
pub(crate) fn write(position: &Position, collection: &CollectionAddress) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend_from_slice(position.as_bytes());
    let checked = [&bytes, collection.path().as_bytes()].concat();
    bytes.extend_from_slice(&Uuid::new_v5(&NAMESPACE, &checked).as_bytes()[..CHECKSUM]);
    encode_base64url(&bytes)
}

/// Returns the position of a token, if it is exactly a token of this collection.
pub(crate) fn read(token: &str, collection: &CollectionAddress) -> Option<Position> {
    let bytes = decode_base64(token)?;
    let end = bytes.len().checked_sub(CHECKSUM)?;
    let position = Position::new(bytes.get(1..end)?);
    (write(&position, collection) == token).then_some(position)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::EntityAddress;

    #[test]
    fn a_token_is_a_position_in_its_collection_alone() {
        let users = CollectionAddress::entity_set("users");
        let orders =
            |user: &str| CollectionAddress::contained(&EntityAddress::new(users.clone(), user.to_owned()), "orders");
        for position in [&b""[..], b"1", b"position", &[255; 300]] {
            let position = Position::new(position);
            let token = write(&position, &orders("5"));
            assert_eq!(read(&token, &orders("5")), Some(position));
            for other in [orders("6"), users.clone(), CollectionAddress::entity_set("orders")] {
                assert_eq!(read(&token, &other), None);
            }
        }
    }

    #[test]
    fn what_is_not_exactly_a_token_is_refused() {
        let users = CollectionAddress::entity_set("users");
        let token = write(&Position::new(31_u64.to_be_bytes()), &users);
        assert_eq!(token.len(), 20);
        for (position, _) in token.char_indices() {
            let (before, after) = (&token[..position], &token[position + 1..]);
            for other in ["A", "z", "-", "", "AA", "%", "ä"] {
                let changed = format!("{before}{other}{after}");
                assert!(changed == token || read(&changed, &users).is_none(), "{changed}");
            }
        }
        for broken in ["", "1f", "abc", "!", &format!("{token}="), &format!("{token}AAAA"), &format!(" {token}")] {
            assert_eq!(read(broken, &users), None, "{broken}");
        }
    }
}
