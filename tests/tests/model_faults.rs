//! What only a whole model shows to be wrong, or likely to make trouble.

use odata_core::{AnyOf, Error, ErrorCode, Model, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum};
use odata_tests::workshop;

mod twins {
    use super::{AnyOf, ODataContainer, ODataEntity, ODataEnum};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "twins.thing")]
    pub(super) struct Thing {
        #[odata(key, name = "userId")]
        pub(super) id: i32,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "twins.Thing")]
    pub(super) struct Derived {
        #[odata(base)]
        pub(super) thing: Thing,
        #[odata(name = "userid")]
        pub(super) user: Case,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "twins.last")]
    pub(super) struct Last {
        #[odata(base)]
        pub(super) derived: Derived,
    }

    #[derive(ODataEnum, Clone)]
    #[odata(type = "twins.case")]
    pub(super) enum Case {
        Lower,
        #[odata(name = "LOWER")]
        Upper,
    }

    #[derive(ODataContainer)]
    #[odata(type = "twins.Case")]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) things: Vec<AnyOf<Thing>>,
        #[odata(entity_set, name = "Things")]
        pub(super) others: Vec<AnyOf<Thing>>,
    }
}

#[test]
fn names_that_differ_only_in_case_are_lints() {
    let lints = Model::of::<twins::Container>().expect("no faults").lints();
    let mut lints: Vec<_> = lints.iter().map(ToString::to_string).collect();
    lints.sort_unstable();
    let expected = [
        "twins.Case/Things: `Container::others`: `Things` and `things` differ only in case (N7, OData CSDL 4.01 §3.1)",
        "twins.Case: `Container`: `Case` and `case` differ only in case (N7, OData CSDL 4.01 §3.1)",
        "twins.Thing/userid: `Derived::user`: `userid` and `userId` differ only in case (N7, OData CSDL 4.01 §3.1)",
        "twins.case/LOWER: `Case`: `LOWER` and `lower` differ only in case (N7, OData CSDL 4.01 §3.1)",
        "twins.thing: `Thing`: `thing` and `Thing` differ only in case (N7, OData CSDL 4.01 §3.1)",
    ];
    assert_eq!(lints, expected);
    assert!(Model::of::<workshop::Container>().expect("no faults").lints().is_empty());
}

mod faulty {
    use super::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity, ODataEnum};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "faulty.root")]
    pub(super) struct Root {
        #[odata(key)]
        pub(super) id: i32,
        pub(super) chain: First,
        #[odata(contains_target)]
        pub(super) keyless: Nav<Vec<Keyless>>,
        pub(super) twins: Vec<Twin>,
        pub(super) twin: Option<AnyOf<OtherTwin>>,
        #[odata(contains_target)]
        pub(super) abstract_keyless: Nav<Vec<AnyOf<AbstractKeyless>>>,
        pub(super) boxes: Vec<Holder>,
        pub(super) state: State,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "faulty.abstractKeyless", abstract)]
    pub(super) struct AbstractKeyless {
        pub(super) text: String,
    }

    /// In a collection, it contains entities.
    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.holder")]
    pub(super) struct Holder {
        #[odata(base)]
        pub(super) containing: Containing,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.containing")]
    pub(super) struct Containing {
        #[odata(contains_target)]
        pub(super) roots: Nav<Vec<Root>>,
    }

    #[derive(ODataEnum, Clone)]
    #[odata(type = "apart.state")]
    pub(super) enum State {
        Only,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "faulty.keyless")]
    pub(super) struct Keyless {
        pub(super) text: String,
    }

    /// Where a derive sees the box, the compiler reports what has no end.
    pub(super) type Boxed<T> = Box<T>;

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.first")]
    pub(super) struct First {
        pub(super) second: Boxed<Second>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.second")]
    pub(super) struct Second {
        pub(super) first: Boxed<First>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.twin")]
    pub(super) struct Twin {
        pub(super) one: i32,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "faulty.twin")]
    pub(super) struct OtherTwin {
        pub(super) other: i32,
    }

    #[derive(ODataContainer)]
    #[odata(
        type = "container.Container",
        schema("other.namespace", alias = "faulty"),
        schema("container", alias = "apart"),
        schema("nowhere", alias = "away")
    )]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) roots: Vec<Root>,
    }
}

#[test]
fn all_faults_of_a_model_are_told() {
    let error = Model::of::<faulty::Container>().expect_err("it has faults");
    assert!(error.all().all(|fault| fault.code() == ErrorCode::INVALID_MODEL), "{error:?}");
    let targets: Vec<_> = error.all().filter_map(Error::target).collect();
    let expected = [
        "faulty.twin",
        "apart",
        "faulty.keyless",
        "faulty.root/abstractKeyless",
        "faulty.root/boxes",
        "faulty.first/second",
        "faulty.second/first",
        "faulty",
        "away",
    ];
    assert_eq!(targets, expected, "{error:?}");
    let message = |target| error.all().find(|fault| fault.target() == Some(target)).map(Error::message);
    assert_eq!(
        message("faulty.first/second"),
        Some(
            "`First::second`: the type contains itself without end, through `Second`, `First`; make one of the properties an `Option` or a `Vec` (T13, OData CSDL 4.02 §9.1)"
        ),
    );
    assert_eq!(
        message("faulty.keyless"),
        Some(
            "`Keyless`: the entity type has no key; declare one, or make the type abstract (K10, OData CSDL 4.01 §17)"
        ),
    );
    assert_eq!(
        message("faulty.root/boxes"),
        Some(
            "`Root::boxes`: a collection cannot hold values of `Holder`, whose field `roots` contains its target (V10, OData CSDL 4.01 §8.4)"
        ),
    );
    assert_eq!(
        message("apart"),
        Some("`Container`: alias `apart` is also a namespace of the model (N4, OData CSDL 4.01 §5.1)"),
    );
    assert_eq!(
        message("away"),
        Some(
            "`Container`: alias `away` stands for `nowhere`, which is not a namespace of the model (N4, OData CSDL 4.01 §5.1)"
        ),
    );
    let twin = message("faulty.twin").expect("two types have one name");
    assert!(twin.contains("`Twin`") && twin.contains("`OtherTwin`") && twin.ends_with("(N6, OData CSDL 4.01 §3.1)"));
}

#[test]
#[should_panic = "`faulty::Container` has faults:\nfaulty.twin: "]
fn a_faulty_model_fails_its_test() {
    odata_core::assert_model!(faulty::Container);
}

mod collections {
    use super::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity};

    #[derive(ODataEntity, Clone)]
    #[odata(type = "collections.root")]
    pub(super) struct Root {
        #[odata(key)]
        pub(super) id: i32,
        pub(super) outer: Vec<Outer>,
        pub(super) plain: Vec<Plain>,
        pub(super) any: Vec<AnyOf<Plain>>,
        pub(super) one: Option<Outer>,
    }

    /// What it holds contains entities.
    #[derive(ODataComplex, Clone)]
    #[odata(type = "collections.outer")]
    pub(super) struct Outer {
        pub(super) middle: Option<Middle>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "collections.middle")]
    pub(super) struct Middle {
        pub(super) inner: AnyOf<Plain>,
        pub(super) again: Option<Box<Outer>>,
    }

    /// A type that derives from it contains entities.
    #[derive(ODataComplex, Clone)]
    #[odata(type = "collections.plain")]
    pub(super) struct Plain {
        pub(super) text: String,
        pub(super) related: Nav<Vec<Root>>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "collections.containing")]
    pub(super) struct Containing {
        #[odata(base)]
        pub(super) plain: Plain,
        #[odata(contains_target)]
        pub(super) roots: Nav<Vec<Root>>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "collections.Container")]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) roots: Vec<Root>,
    }
}

#[test]
fn collections_hold_no_values_that_contain_entities_at_any_depth() {
    let error = Model::of::<collections::Container>().expect_err("it has faults");
    let messages: Vec<_> = error.all().map(Error::message).collect();
    let expected = [
        "`Root::outer`: a collection cannot hold values of `Outer`, in which `Containing::roots` contains its target (V10, OData CSDL 4.01 §8.4)",
        "`Root::any`: a collection cannot hold values of `Plain`, in which `Containing::roots` contains its target (V10, OData CSDL 4.01 §8.4)",
    ];
    assert_eq!(messages, expected);
}

mod same_names {
    use odata_core::{ODataContainer, ODataEntity, ODataEnum, ODataTypeDefinition};

    #[derive(ODataTypeDefinition, Clone)]
    #[odata(type = "same.code")]
    pub(super) struct Code(pub(super) i32);

    #[derive(ODataEnum, Clone)]
    #[odata(type = "same.code")]
    pub(super) enum OtherCode {
        First,
    }

    #[derive(ODataTypeDefinition, Clone)]
    #[odata(type = "same.Container")]
    pub(super) struct Name(pub(super) String);

    #[derive(ODataEntity, Clone)]
    #[odata(type = "same.thing")]
    pub(super) struct Thing {
        #[odata(key)]
        pub(super) code: Code,
        pub(super) other: OtherCode,
        pub(super) name: Name,
    }

    #[derive(ODataContainer)]
    #[odata(type = "same.Container")]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) things: Vec<Thing>,
    }
}

#[test]
fn names_of_type_definitions_are_unique_too() {
    let error = Model::of::<same_names::Container>().expect_err("two names are taken twice");
    let faults: Vec<_> = error.all().map(Error::message).collect();
    assert_eq!(
        faults,
        [
            "`Code`: `OtherCode` is named `same.code` as well (N6, OData CSDL 4.01 §3.1)",
            "`Container`: `Name` is named `same.Container` as well (N6, OData CSDL 4.01 §3.1)",
        ]
    );
}

mod owners {
    use super::{AnyOf, Nav, ODataComplex, ODataContainer, ODataEntity};

    /// It contains items, and they contain parts of that kind again.
    #[derive(ODataEntity, Clone)]
    #[odata(type = "owners.order")]
    pub(super) struct Order {
        #[odata(key)]
        pub(super) id: i32,
        pub(super) lines: Lines,
        #[odata(contains_target, partner = order)]
        pub(super) items: Nav<Vec<AnyOf<Item>>>,
        #[odata(contains_target)]
        pub(super) bills: Nav<Vec<Bill>>,
        #[odata(contains_target, partner = order)]
        pub(super) notes: Nav<Vec<Note>>,
        #[odata(contains_target, partner = second_order)]
        pub(super) second_notes: Nav<Vec<Note>>,
        #[odata(contains_target, partner = third_order)]
        pub(super) special: Nav<Vec<Special>>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "owners.lines")]
    pub(super) struct Lines {
        pub(super) count: i32,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "owners.item")]
    pub(super) struct Item {
        #[odata(key)]
        pub(super) id: i32,
        #[odata(partner = items)]
        pub(super) order: Nav<Box<Order>>,
    }

    /// Only in it are orders again.
    #[derive(ODataEntity, Clone)]
    #[odata(type = "owners.bundle")]
    pub(super) struct Bundle {
        #[odata(base)]
        pub(super) item: Item,
        pub(super) inside: Option<Inside>,
    }

    #[derive(ODataComplex, Clone)]
    #[odata(type = "owners.inside")]
    pub(super) struct Inside {
        #[odata(contains_target)]
        pub(super) orders: Nav<Vec<Order>>,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "owners.bill")]
    pub(super) struct Bill {
        #[odata(key)]
        pub(super) id: i32,
        #[odata(partner = bills)]
        pub(super) order: Nav<Option<Box<Order>>>,
        pub(super) lines: Lines,
        #[odata(referential_constraint(lines = lines))]
        pub(super) same: Nav<Box<Order>>,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "owners.note")]
    pub(super) struct Note {
        #[odata(key)]
        pub(super) id: i32,
        pub(super) order: Nav<Box<Order>>,
        pub(super) second_order: Nav<Box<Order>>,
    }

    #[derive(ODataEntity, Clone)]
    #[odata(type = "owners.special")]
    pub(super) struct Special {
        #[odata(base)]
        pub(super) note: Note,
        pub(super) third_order: Nav<Box<Order>>,
    }

    #[derive(ODataContainer)]
    #[odata(type = "owners.Container")]
    pub(super) struct Container {
        #[odata(entity_set)]
        pub(super) orders: Vec<Order>,
    }
}

#[test]
fn contained_entities_have_one_owner_that_exists() {
    let error = Model::of::<owners::Container>().expect_err("it has faults");
    let mut messages: Vec<_> = error.all().map(Error::message).collect();
    messages.sort_unstable();
    let expected = [
        "`Bill::order`: it is the partner of `Order::bills`, and what that contains always has an owner: use `Nav<..>` without `Option` (V7, OData CSDL 4.01 §8.4)",
        "`Bill::same`: `lines` has a complex type, and a referential constraint needs primitive types (V12, OData CSDL 4.01 §17)",
        "`Item::order`: the type contains itself through `Order::items`, whose partner must be single and nullable: use `Nav<Option<..>>` (V7, OData CSDL 4.01 §8.4)",
        "`Note::second_order`: the type has an owner by `Note::order` already; an entity is contained in one place (V8, OData CSDL 4.01 §8.4)",
        "`Special::third_order`: the type has an owner by `Note::order` already; an entity is contained in one place (V8, OData CSDL 4.01 §8.4)",
    ];
    assert_eq!(messages, expected);
}
