use super::{assert_property, assert_schema, assert_type, note, required};
use crate::{
    csdl::{
        ContainerChild, Document, EntityContainer, EnumType, Facets, MaxLength, Member, Navigation,
        NavigationPropertyBinding, OnDelete, Operation, OperationImport, Parameter, Property, PropertyRef,
        ReferentialConstraint, ReturnType, Scale, Schema, StructuredType, TypeDefinition, TypeReference, Version,
    },
    geo::Srid,
};

#[test]
fn strings_need_no_type_and_null_is_what_json_must_say() {
    assert_type(TypeReference::new("Edm.String"), r#"{"$Nullable":true}"#);
    assert_type(required("Edm.String"), "{}");
    assert_type(required("Edm.Int32"), r#"{"$Type":"Edm.Int32"}"#);
    let many = TypeReference { collection: true, ..TypeReference::new("Edm.String") };
    assert_type(many.clone(), r#"{"$Collection":true}"#);
    assert_type(TypeReference { nullable: Some(true), ..many.clone() }, r#"{"$Collection":true,"$Nullable":true}"#);
    assert_type(TypeReference { nullable: Some(false), ..many }, r#"{"$Collection":true}"#);
    assert_type(required("fleet.color"), r#"{"$Type":"self.color"}"#);
}

#[test]
fn facets_have_the_defaults_of_json() {
    let with = |name, facets| TypeReference { facets, ..required(name) };
    let decimal = |scale| with("Edm.Decimal", Facets { scale, ..Facets::default() });
    assert_type(decimal(None), r#"{"$Type":"Edm.Decimal","$Scale":0}"#);
    assert_type(decimal(Some(Scale::Number(2))), r#"{"$Type":"Edm.Decimal","$Scale":2}"#);
    assert_type(decimal(Some(Scale::Variable)), r#"{"$Type":"Edm.Decimal"}"#);
    assert_type(decimal(Some(Scale::Floating)), r#"{"$Type":"Edm.Decimal","$Scale":"floating"}"#);
    for name in ["Edm.DateTimeOffset", "Edm.Duration", "Edm.TimeOfDay"] {
        assert_type(required(name), &format!(r#"{{"$Type":"{name}","$Precision":0}}"#));
        let fine = Facets { precision: Some(7), ..Facets::default() };
        assert_type(with(name, fine), &format!(r#"{{"$Type":"{name}","$Precision":7}}"#));
    }
    let text = Facets { max_length: Some(MaxLength::Number(5)), unicode: Some(false), ..Facets::default() };
    assert_type(with("Edm.String", text), r#"{"$MaxLength":5,"$Unicode":false}"#);
    let most = Facets { max_length: Some(MaxLength::Max), unicode: Some(true), ..Facets::default() };
    assert_type(with("Edm.String", most), "{}");
    let place = Facets { srid: Some(Srid::Number(4326)), ..Facets::default() };
    assert_type(with("Edm.GeographyPoint", place), r#"{"$Type":"Edm.GeographyPoint","$SRID":"4326"}"#);
    let anywhere = Facets { srid: Some(Srid::Variable), ..Facets::default() };
    assert_type(with("Edm.GeographyPoint", anywhere), r#"{"$Type":"Edm.GeographyPoint","$SRID":"variable"}"#);
}

#[test]
fn facets_of_type_definitions_may_follow_where_they_are_used() {
    let definition = |name: &str, underlying: &str, facets| TypeDefinition {
        name: name.into(),
        underlying: underlying.into(),
        facets,
        ..TypeDefinition::default()
    };
    let definitions = vec![
        definition("money", "Edm.Decimal", Facets::default()),
        definition("exact", "Edm.Decimal", Facets { scale: Some(Scale::Variable), ..Facets::default() }),
        definition("when", "Edm.DateTimeOffset", Facets::default()),
    ];
    assert_schema(
        Schema { definitions, ..Schema::default() },
        concat!(
            r#""money":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Decimal"},"#,
            r#""exact":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Decimal","$Scale":"variable"},"#,
            r#""when":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.DateTimeOffset"}"#,
        ),
    );
}

#[test]
fn default_values_have_the_form_of_their_type() {
    for (name, text, expected) in [
        ("Edm.Boolean", "true", "true"),
        ("Edm.Int64", "9007199254740993", "9007199254740993"),
        ("Edm.Int32", "+007", "7"),
        ("Edm.Decimal", "-00.50", "-0.50"),
        ("Edm.Double", "1.5E300", "1.5E300"),
        ("Edm.Double", "-INF", r#""-INF""#),
        ("Edm.String", "5", r#""5""#),
        ("Edm.String", "true", r#""true""#),
        ("Edm.Date", "2024-01-01", r#""2024-01-01""#),
        ("other.flag", "true", "true"),
        ("other.number", "0", "0"),
        ("other.color", "red", r#""red""#),
    ] {
        let ty = required(name);
        let members = if name == "Edm.String" { "" } else { &format!(r#""$Type":"{name}","#) };
        let scale = if name == "Edm.Decimal" { r#""$Scale":0,"# } else { "" };
        assert_property(
            Property { ty, default: Some(text.into()), ..Property::default() },
            &format!(r#"{{{members}{scale}"$DefaultValue":{expected}}}"#),
        );
    }
}

#[test]
fn default_values_of_declared_types_have_the_form_of_what_they_are_based_on() {
    let property = |name: &str, ty: &str| Property {
        name: name.into(),
        ty: required(ty),
        default: Some("5".into()),
        ..Property::default()
    };
    let schema = Schema {
        definitions: vec![
            TypeDefinition { name: "code".into(), underlying: "Edm.String".into(), ..TypeDefinition::default() },
            TypeDefinition { name: "count".into(), underlying: "Edm.Int16".into(), ..TypeDefinition::default() },
        ],
        enums: vec![EnumType { name: "color".into(), ..EnumType::default() }],
        types: vec![StructuredType {
            name: "e".into(),
            properties: vec![property("a", "fleet.code"), property("b", "self.count"), property("c", "self.color")],
            ..StructuredType::default()
        }],
        ..Schema::default()
    };
    assert_schema(
        schema,
        concat!(
            r#""code":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.String"},"#,
            r#""count":{"$Kind":"TypeDefinition","$UnderlyingType":"Edm.Int16"},"#,
            r#""color":{"$Kind":"EnumType"},"#,
            r#""e":{"$Kind":"EntityType","a":{"$Type":"self.code","$DefaultValue":"5"},"#,
            r#""b":{"$Type":"self.count","$DefaultValue":5},"c":{"$Type":"self.color","$DefaultValue":"5"}}"#,
        ),
    );
}

#[test]
fn types_have_their_own_members_first() {
    let reference = |path: &str, alias: Option<&str>| PropertyRef { path: path.into(), alias: alias.map(Into::into) };
    let entity = StructuredType {
        name: "vehicle".into(),
        base: Some("fleet.entity".into()),
        is_abstract: true,
        is_open: true,
        has_stream: true,
        key: Some(vec![reference("id", None), reference("info/id", Some("infoId"))]),
        annotations: note("x"),
        ..StructuredType::default()
    };
    assert_schema(
        Schema { types: vec![entity], ..Schema::default() },
        concat!(
            r#""vehicle":{"$Kind":"EntityType","$BaseType":"self.entity","$Abstract":true,"$OpenType":true,"#,
            r#""$HasStream":true,"$Key":["id",{"infoId":"info/id"}],"@v.note":"x"}"#,
        ),
    );
}

#[test]
fn navigation_properties_say_what_they_are() {
    let navigation = Navigation {
        contains_target: true,
        partner: Some("fleet.car/owner".into()),
        constraints: vec![ReferentialConstraint {
            property: "ownerId".into(),
            referenced: "id".into(),
            annotations: note("key"),
        }],
        on_delete: Some(OnDelete::Cascade),
        on_delete_annotations: note("all"),
    };
    let property =
        Property { ty: TypeReference::new("fleet.person"), navigation: Some(navigation), ..Property::default() };
    assert_property(
        property,
        concat!(
            r#"{"$Kind":"NavigationProperty","$Type":"self.person","$Nullable":true,"$Partner":"self.car/owner","#,
            r#""$ContainsTarget":true,"$ReferentialConstraint":{"ownerId":"id","ownerId@v.note":"key"},"#,
            r#""$OnDelete":"Cascade","$OnDelete@v.note":"all"}"#,
        ),
    );
    let many = TypeReference { collection: true, ..TypeReference::new("fleet.person") };
    assert_property(
        Property { ty: many, navigation: Some(Navigation::default()), ..Property::default() },
        r#"{"$Kind":"NavigationProperty","$Collection":true,"$Type":"self.person"}"#,
    );
}

#[test]
fn members_of_enumerations_are_numbers() {
    let member = |name: &str, value, annotations| Member { name: name.into(), value, annotations, ..Member::default() };
    let color = EnumType {
        name: "color".into(),
        underlying: Some("Edm.Int64".into()),
        is_flags: true,
        members: vec![member("red", 1, note("warm")), member("blue", i64::MIN, Vec::new())],
        annotations: note("all"),
        ..EnumType::default()
    };
    let plain = EnumType { name: "plain".into(), underlying: Some("Edm.Int32".into()), ..EnumType::default() };
    assert_schema(
        Schema { enums: vec![color, plain], ..Schema::default() },
        concat!(
            r#""color":{"$Kind":"EnumType","$UnderlyingType":"Edm.Int64","$IsFlags":true,"red":1,"red@v.note":"warm","#,
            r#""blue":-9223372036854775808,"@v.note":"all"},"plain":{"$Kind":"EnumType"}"#,
        ),
    );
}

#[test]
fn overloads_of_one_name_are_together() {
    let operation = |name: &str, is_function| Operation { name: name.into(), is_function, ..Operation::default() };
    let bound = Operation {
        is_bound: true,
        is_composable: true,
        entity_set_path: Some("it/fleet.car/parts".into()),
        parameters: vec![Parameter {
            name: "it".into(),
            ty: required("fleet.vehicle"),
            annotations: note("this"),
            ..Parameter::default()
        }],
        return_type: Some(ReturnType { ty: required("Edm.String"), annotations: note("out"), ..ReturnType::default() }),
        annotations: note("f"),
        ..operation("count", true)
    };
    assert_schema(
        Schema { operations: vec![operation("stop", false), bound, operation("stop", false)], ..Schema::default() },
        concat!(
            r#""stop":[{"$Kind":"Action"},{"$Kind":"Action"}],"#,
            r#""count":[{"$Kind":"Function","$IsBound":true,"$EntitySetPath":"it/self.car/parts","$IsComposable":true,"#,
            r#""$Parameter":[{"$Name":"it","$Type":"self.vehicle","@v.note":"this"}],"#,
            r#""$ReturnType":{"@v.note":"out"},"@v.note":"f"}]"#,
        ),
    );
}

fn container() -> EntityContainer {
    let binding = |path: &str, target: &str| NavigationPropertyBinding { path: path.into(), target: target.into() };
    let set = ContainerChild {
        is_entity_set: true,
        name: "vehicles".into(),
        type_name: "fleet.vehicle".into(),
        in_service_document: Some(false),
        bindings: vec![binding("fleet.car/owner", "fleet.All/people"), binding("b", "other.C/x"), binding("c", "y")],
        ..ContainerChild::default()
    };
    let one = ContainerChild {
        name: "me".into(),
        type_name: "fleet.person".into(),
        nullable: true,
        annotations: note("one"),
        ..ContainerChild::default()
    };
    let import = |name: &str, is_function, in_service_document| OperationImport {
        is_function,
        name: name.into(),
        operation: "fleet.op".into(),
        in_service_document,
        ..OperationImport::default()
    };
    EntityContainer {
        name: "All".into(),
        extends: Some("other.C".into()),
        children: vec![set, one],
        imports: vec![
            import("f", true, Some(true)),
            OperationImport { entity_set: Some("self.All/vehicles".into()), ..import("a", false, Some(true)) },
        ],
        ..EntityContainer::default()
    }
}

#[test]
fn children_of_the_container_are_members_of_it() {
    let schema = Schema {
        namespace: "fleet".into(),
        alias: Some("self".into()),
        containers: vec![container()],
        ..Schema::default()
    };
    let document = Document { version: Version::V4_01, schemas: vec![schema], ..Document::default() };
    assert_eq!(
        document.to_json(),
        concat!(
            r#"{"$Version":"4.01","$EntityContainer":"fleet.All","fleet":{"$Alias":"self","#,
            r#""All":{"$Kind":"EntityContainer","$Extends":"other.C","#,
            r#""vehicles":{"$Collection":true,"$Type":"self.vehicle","#,
            r#""$NavigationPropertyBinding":{"self.car/owner":"people","b":"other.C/x","c":"y"},"#,
            r#""$IncludeInServiceDocument":false},"#,
            r#""me":{"$Type":"self.person","$Nullable":true,"@v.note":"one"},"#,
            r#""f":{"$Function":"self.op","$IncludeInServiceDocument":true},"#,
            r#""a":{"$Action":"self.op","$EntitySet":"vehicles"}}}}"#,
        ),
    );
}
