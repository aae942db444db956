//! Keys that the service generates.

use odata_core::{
    Error, Structured,
    edm::{EdmType, KeyPart, PrimitiveType},
    slot::Input,
};
use uuid::Uuid;

use crate::{Partition, failure::not_supported};

/// Gives the computed key properties of a new entity a value that no other entity has.
pub(crate) fn generate_key(entity: &mut dyn Structured) -> Result<(), Error> {
    set_computed_key(entity, Uuid::new_v4)
}

/// Gives the computed key properties of a new entity a value that no other entity has, if all of them are blank.
pub(crate) fn generate_blank_key(entity: &mut dyn Structured) -> Result<(), Error> {
    if has_computed_key(entity) { Ok(()) } else { generate_key(entity) }
}

/// Returns whether a computed key property has a value.
pub(crate) fn has_computed_key(entity: &dyn Structured) -> bool {
    let is_blank = |part: &KeyPart| part.get(entity).is_none_or(|value| value.same(&*(part.property().ty.blank)()));
    entity.descriptor().key().any(|part| part.property().flags.is_computed() && !is_blank(&part))
}

/// Gives the computed key properties of an entity a value.
fn set_computed_key(entity: &mut dyn Structured, value: impl Fn() -> Uuid) -> Result<(), Error> {
    for part in entity.descriptor().key().filter(|part| part.property().flags.is_computed()) {
        let unsupported = || not_supported("generating values for the key property", part.name());
        let EdmType::Primitive(PrimitiveType::String | PrimitiveType::Guid) = part.property().ty.edm else {
            return Err(unsupported());
        };
        // Both types accept the text, which is in lower case.
        let text = value().hyphenated().to_string();
        let slot = part.get_mut(entity).ok_or_else(unsupported)?;
        slot.put(Input::Text(&text)).map_err(|_| unsupported())?;
    }
    Ok(())
}

/// The namespace (RFC 9562 §5.5) of the namespaces of partitions, in which the names of singletons become their keys.
/// Changing it would change the key of every singleton.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0b_3c52_8d1e_4a5f_9d7a_2b1c_58e4_c0a3);

/// Returns the computed key of a singleton: the same for each request of the partition, and another one in each partition.
fn singleton_key(partition: &Partition, name: &str) -> Uuid {
    Uuid::new_v5(&Uuid::new_v5(&NAMESPACE, partition.as_str().as_bytes()), name.as_bytes())
}

/// Sets the computed key of a singleton.
pub(crate) fn set_singleton_key(entity: &mut dyn Structured, partition: &Partition, name: &str) -> Result<(), Error> {
    set_computed_key(entity, || singleton_key(partition, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_singletons_stay_the_same_and_differ_between_partitions() {
        let key = |partition: &str, name: &str| singleton_key(&Partition::new(partition), name).to_string();
        assert_eq!(key("tenant", "office"), key("tenant", "office"));
        // This value is stored in databases.
        assert_eq!(key("tenant", "office"), "2201c9fc-0d7f-5808-a9a6-bfe904476126");
        assert_ne!(key("tenant", "office"), key("other", "office"));
        assert_ne!(key("tenant", "office"), key("tenant", "other"));
        assert_ne!(key("a", "bc"), key("ab", "c"));
    }
}
