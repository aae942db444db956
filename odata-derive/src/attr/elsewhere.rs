//! Words that do not belong on an item, with the place where they do.

/// Words that belong to fields or variants.
pub(super) const OF_FIELDS: &[(&str, &str)] = &[
    ("key", "applies to entity types only: a complex type has no key"),
    ("alternate_key", "applies to entity types only: a complex type has no key"),
    ("base", "belongs on the field that holds the base type"),
    ("name", "belongs on a field; the name of the type is part of `type = \"namespace.name\"`"),
    ("rename", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("nullable", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("optional", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("required", "is not an attribute: a property is required unless its type is `Option<..>`"),
    ("namespace", "is not an attribute; the namespace is part of `type = \"namespace.name\"`"),
    ("dynamic", "belongs on the field that holds the dynamic properties; an open type is `open`"),
    ("has_stream", "applies to entity types only: a complex type has no media"),
    ("computed", "belongs on a field"),
    ("immutable", "belongs on a field"),
    ("contains_target", "belongs on a field"),
    ("partner", "belongs on a field"),
    ("referential_constraint", "belongs on a field"),
    ("on_delete", "belongs on a field"),
    ("max_length", "belongs on a field"),
    ("precision", "belongs on a field"),
    ("scale", "belongs on a field"),
    ("unicode", "belongs on a field"),
    ("srid", "belongs on a field"),
    ("unique", "belongs on a field"),
    ("indexed", "belongs on a field"),
    ("searchable", "belongs on a field"),
    ("default", "belongs on a field"),
    ("skip", "belongs on a field"),
    ("annotations", "belongs on the entity container; what is about this type is `annotate(..)`"),
    ("unknown", "belongs on a variant"),
    ("flags", "applies to enumeration types only"),
    ("singleton", "belongs on a field of an entity container"),
    ("entity_set", "belongs on a field of an entity container"),
    ("types", "belongs on the entity container"),
    ("all_of", "belongs on the entity container"),
    ("schema", "belongs on the entity container"),
    ("alias", "is a word of `schema(\"namespace\", alias = \"..\")` on the entity container"),
    ("reference", "belongs on the entity container"),
];

/// Words that an enumeration type cannot have, and those of its variants.
pub(super) const NOT_OF_ENUMS: &[(&str, &str)] = &[
    ("has_stream", "applies to entity types only"),
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("rename", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("underlying", "is not an attribute; the underlying type is `#[repr(..)]`"),
    ("name", "belongs on a variant; the name of the type is part of `type = \"namespace.name\"`"),
    ("unknown", "belongs on a variant"),
    ("is_flags", "is not an attribute; the values of an enumeration type with `flags` can have several members"),
];

/// Words that a type definition cannot have.
pub(super) const NOT_OF_DEFINITIONS: &[(&str, &str)] = &[
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("flags", "applies to enumeration types only"),
    ("rename", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("name", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("underlying", "is not an attribute; the underlying type is that of the field"),
    ("nullable", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("default", "belongs on a field with the type"),
    ("key", "belongs on a field with the type"),
];

/// Words that an entity container cannot have, and those of its fields.
pub(super) const NOT_OF_CONTAINERS: &[(&str, &str)] = &[
    ("has_stream", "applies to entity types only"),
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("serde", "applies to types with values only"),
    ("rename", "is not an attribute; the name of the container is part of `type = \"namespace.name\"`"),
    ("singleton", "belongs on a field"),
    ("entity_set", "belongs on a field"),
    ("nullable", "belongs on a field"),
    ("include_in_service_document", "belongs on a field"),
    ("alias", "is a word of `schema(\"namespace\", alias = \"..\")`"),
    ("include", "is a word of `reference(\"https://..\", include(\"namespace\"))`"),
    ("name", "belongs on a field; the name of the container is part of `type = \"namespace.name\"`"),
];

/// Words that an action or function cannot have, and those of its parameters.
pub(super) const NOT_OF_OPERATIONS: &[(&str, &str)] = &[
    ("abstract", "applies to entity types and complex types only"),
    ("open", "applies to entity types and complex types only"),
    ("rename", "is not an attribute; the name of the operation is part of `type = \"namespace.name\"`"),
    ("name", "belongs on a field; the name of the operation is part of `type = \"namespace.name\"`"),
    ("bound", "is not an attribute; a bound operation is `bound_to = ..`"),
    ("optional", "is not an attribute: a parameter that may be left out has the type `Optional<..>`"),
    ("max_length", "belongs on a field, or after the type in `returns(..)`"),
    ("precision", "belongs on a field, or after the type in `returns(..)`"),
    ("scale", "belongs on a field, or after the type in `returns(..)`"),
    ("default", "belongs on a field"),
    ("key", "applies to the fields of entity types only"),
    ("composable", "applies to functions only: what an action returns is not part of a path"),
];

/// Words that a term cannot have.
pub(super) const NOT_OF_TERMS: &[(&str, &str)] = &[
    ("name", "is not an attribute; the name of the term is part of `type = \"namespace.name\"`"),
    ("rename", "is not an attribute; the name of the term is part of `type = \"namespace.name\"`"),
    ("nullable", "is not an attribute: a term is nullable if its type is `Option<..>`"),
    ("collection", "is not an attribute: the type of a collection is `value = Vec<..>`"),
    ("base_term", "is not an attribute; the term that is applied as well is `base = Other`"),
];

/// Words that a record cannot have, and those of its members.
pub(super) const NOT_OF_RECORDS: &[(&str, &str)] = &[
    ("key", "applies to entity types only: a record has no key"),
    ("name", "belongs on a field; the name of the type is part of `type = \"namespace.name\"`"),
    ("rename", "is not an attribute; the name of the type is part of `type = \"namespace.name\"`"),
    ("default", "belongs on a field"),
    ("max_length", "belongs on a field"),
    ("precision", "belongs on a field"),
    ("scale", "belongs on a field"),
    ("applies_to", "belongs on a term"),
    ("value", "belongs on a term"),
];
