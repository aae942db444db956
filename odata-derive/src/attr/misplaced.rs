//! Words that do not belong on a field, with the place where they do.

/// Words that do not belong on a field of an entity type or complex type.
pub(super) const NOT_OF_FIELDS: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only: a complex type has no key"),
    ("partner", "applies to entity types only: a navigation property of a complex type cannot have a partner"),
    ("abstract", "belongs on the type"),
    ("has_stream", "belongs on the type; a stream of its own is a property of type `Stream`"),
    ("open", "belongs on the type"),
    ("alternate_key", "belongs on the type"),
    ("type", "belongs on the type; a property's name is `name = \"..\"`"),
    ("rename", "is not an attribute; a property's name is `name = \"..\"`"),
    ("rename_all", "belongs on the type"),
    ("crate", "belongs on the type"),
    ("serde", "belongs on the type"),
    ("nullable", "is not an attribute of a property: a property is nullable if its type is `Option<..>`"),
    ("optional", "is not an attribute: a property is nullable if its type is `Option<..>`"),
    ("required", "is not an attribute: a property is required unless its type is `Option<..>`"),
    ("navigation", "is not an attribute: a navigation property has the type `Nav<..>`"),
    ("singleton", "applies to the fields of entity containers only"),
    ("entity_set", "applies to the fields of entity containers only"),
    ("include_in_service_document", "applies to the fields of entity containers only"),
    ("bind", "applies to the fields of entity containers only"),
    ("function_import", "applies to the fields of entity containers only"),
    ("action_import", "applies to the fields of entity containers only"),
    ("unknown", "applies to the variants of enumeration types only"),
];

/// Words that do not belong on the field of a type definition.
pub(super) const NOT_OF_DEFINITIONS: &[(&str, &str)] = &[
    ("type", "belongs on the type"),
    ("max_length", "belongs on the type"),
    ("precision", "belongs on the type"),
    ("scale", "belongs on the type"),
    ("unicode", "belongs on the type"),
    ("srid", "belongs on the type"),
    ("serde", "belongs on the type"),
    ("crate", "belongs on the type"),
    ("name", "applies to properties only; the name of the type is part of `type = \"namespace.name\"`"),
    ("key", "belongs on a field with the type"),
    ("default", "belongs on a field with the type"),
];

/// Words that do not belong on a parameter of an action or function.
pub(super) const NOT_OF_PARAMETERS: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only"),
    ("base", "applies to the fields of entity types and complex types only"),
    ("computed", "applies to the fields of entity types and complex types only"),
    ("immutable", "applies to the fields of entity types and complex types only"),
    ("contains_target", "applies to the fields of entity types and complex types only"),
    ("dynamic", "applies to the fields of entity types and complex types only"),
    ("skip", "applies to the fields of entity types and complex types only: each field is a parameter"),
    ("type", "belongs on the struct; a parameter's name is `name = \"..\"`"),
    ("bound_to", "belongs on the struct"),
    ("returns", "belongs on the struct"),
    ("rename", "is not an attribute; a parameter's name is `name = \"..\"`"),
    ("nullable", "is not an attribute: a parameter is nullable if its type is `Option<..>`"),
    ("optional", "is not an attribute: a parameter that may be left out has the type `Optional<..>`"),
    ("required", "is not an attribute: a parameter is required unless its type is `Option<..>` or `Optional<..>`"),
];

/// Words that do not belong on a field of an entity container.
pub(super) const NOT_OF_CHILDREN: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only"),
    ("base", "applies to the fields of entity types and complex types only"),
    ("contains_target", "applies to the fields of entity types and complex types only"),
    ("partner", "applies to the fields of entity types only"),
    ("referential_constraint", "applies to the fields of entity types and complex types only"),
    ("on_delete", "applies to the fields of entity types and complex types only"),
    ("rename", "is not an attribute; a child's name is `name = \"..\"`"),
    ("optional", "is not an attribute: a singleton that may have no value is `nullable`"),
    ("required", "is not an attribute: a singleton has a value unless it is `nullable`"),
    ("type", "belongs on the container"),
    ("schema", "belongs on the container"),
    ("alias", "is a word of `schema(\"namespace\", alias = \"..\")` on the container"),
    ("reference", "belongs on the container"),
    ("types", "belongs on the container"),
    ("all_of", "belongs on the container"),
    ("with", "belongs on the container"),
];

/// Words that do not belong on a member of a record.
pub(super) const NOT_OF_MEMBERS: &[(&str, &str)] = &[
    ("key", "applies to the fields of entity types only"),
    ("base", "belongs on the record: `base = Base`, whose members come first"),
    ("skip", "applies to the fields of entity types and complex types only: each field is a member"),
    ("type", "belongs on the record; a member's name is `name = \"..\"`"),
    ("rename", "is not an attribute; a member's name is `name = \"..\"`"),
    ("nullable", "is not an attribute: a member is nullable if its type is `Value<Option<..>>`"),
    ("optional", "is not an attribute: a member is nullable if its type is `Value<Option<..>>`"),
    ("required", "is not an attribute: a member is required unless its type is `Value<Option<..>>`"),
];
