//! Faults of operations that only the whole model shows.

use odata_core::{Container, Error, ErrorCode, Model, prelude::*};

/// The faults of the model of a container, as text.
fn faults<C: Container>() -> Vec<String> {
    let Err(error) = Model::of::<C>() else { return Vec::new() };
    assert!(error.all().all(|fault| fault.code() == ErrorCode::INVALID_MODEL));
    error.all().map(Error::to_string).collect()
}

#[derive(ODataEntity, Clone)]
#[odata(type = "ops.thing")]
struct Thing {
    #[odata(key)]
    id: i32,
}

/// Declares a container that has `Thing` and these operations alone.
macro_rules! container {
    ($name:ident: $($operation:ty),*) => {
        #[derive(ODataContainer)]
        #[odata(type = "ops.container", types(only($($operation),*)))]
        struct $name {
            #[odata(entity_set)]
            things: Vec<Thing>,
        }
    };
}

#[derive(ODataAction, Clone)]
#[odata(type = "ops.reset", bound_to = Thing)]
struct Reset;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.reset", bound_to = Thing)]
struct ResetTo {
    state: i32,
}

#[derive(ODataAction, Clone)]
#[odata(type = "ops.reset", bound_to = Vec<Thing>)]
struct ResetAll;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.reset")]
struct ResetService;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.reset")]
struct ResetServiceTo {
    state: i32,
}

#[test]
fn actions_of_one_name_are_bound_to_different_types() {
    container!(Different: Reset, ResetAll, ResetService);
    assert_eq!(faults::<Different>(), [""; 0]);
    container!(Alike: Reset, ResetTo, ResetAll, ResetService, ResetServiceTo);
    assert_eq!(
        faults::<Alike>(),
        [
            "ops.reset: `ResetServiceTo`: `ResetService` is an action with the same name, unbound as well \
             (O4, OData CSDL 4.01 §12.2)",
            "ops.reset: `ResetTo`: `Reset` is an action with the same name, bound to `ops.thing` as well \
             (O4, OData CSDL 4.01 §12.2)",
        ]
    );
}

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.find", bound_to = Vec<Thing>, returns(Vec<Thing>))]
struct Find {
    from: i32,
    to: String,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.find", bound_to = Vec<Thing>, returns(Vec<Thing>))]
struct FindOtherOrder {
    to: String,
    from: i32,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.find", bound_to = Vec<Thing>, returns(Vec<Thing>))]
struct FindOtherNames {
    first: i32,
    last: String,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.find", bound_to = Vec<Thing>, returns(Vec<Thing>))]
struct FindOne {
    from: i32,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.find", bound_to = Vec<Thing>, returns(Thing))]
struct FindReturnsOne {
    last: String,
}

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.find", bound_to = Thing, returns(i32))]
struct FindBelow {
    from: i32,
    to: String,
}

#[test]
fn overloads_of_a_function_have_different_names_and_types_and_return_the_same() {
    container!(Different: Find, FindOne, FindBelow);
    assert_eq!(faults::<Different>(), [""; 0]);
    container!(Alike: Find, FindOtherOrder, FindOtherNames, FindReturnsOne, FindBelow);
    assert_eq!(
        faults::<Alike>(),
        [
            "ops.find: `FindOtherNames`: the parameters have the same types in the same order as those of the overload \
             `Find` (O5, OData CSDL 4.01 §12.4)",
            "ops.find: `FindOtherOrder`: the parameters have the same names as those of the overload `Find` \
             (O5, OData CSDL 4.01 §12.4)",
            "ops.find: `FindReturnsOne`: the function returns `ops.thing`, and its overload `Find` \
             `Collection(ops.thing)` (O6, OData CSDL 4.01 §12.4)",
        ]
    );
}

#[derive(ODataAction, Clone)]
#[odata(type = "ops.browse", bound_to = Thing)]
struct BrowseAction;

#[derive(ODataFunction, Clone)]
#[odata(type = "ops.browse", bound_to = Thing, returns(i32))]
struct BrowseFunction;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.browse", bound_to = Thing, allow(action_and_function))]
struct BrowseAllowed;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.browse", bound_to = Vec<Thing>)]
struct BrowseAll;

#[test]
fn an_action_and_a_function_of_one_name_are_bound_to_different_types() {
    container!(Different: BrowseFunction, BrowseAll);
    assert_eq!(faults::<Different>(), [""; 0]);
    container!(Allowed: BrowseFunction, BrowseAllowed);
    assert_eq!(faults::<Allowed>(), [""; 0]);
    container!(Alike: BrowseFunction, BrowseAction);
    assert_eq!(
        faults::<Alike>(),
        [
            "ops.browse: `BrowseFunction`: `BrowseAction` is an action with the same name, bound to `ops.thing` as well; \
             `allow(action_and_function)` on one of them allows it (N14, OData CSDL 4.01 §5)"
        ]
    );
}

#[derive(ODataAction, Clone)]
#[odata(type = "ops.thing", bound_to = Thing)]
struct NamedAsType;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.thing", bound_to = Thing, allow(name_of_a_type))]
struct NamedAsTypeAllowed;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.container")]
struct NamedAsContainer;

#[test]
fn an_operation_is_not_named_as_a_type() {
    container!(Allowed: NamedAsTypeAllowed);
    assert_eq!(faults::<Allowed>(), [""; 0]);
    container!(Alike: NamedAsType, NamedAsContainer);
    assert_eq!(
        faults::<Alike>(),
        [
            "ops.container: `NamedAsContainer`: `Alike` is named `ops.container` as well; `allow(name_of_a_type)` on the \
             operation allows it (N6, OData CSDL 4.01 §5)",
            "ops.thing: `NamedAsType`: `Thing` is named `ops.thing` as well; `allow(name_of_a_type)` on the operation \
             allows it (N6, OData CSDL 4.01 §5)",
        ]
    );
}

type Perhaps<T> = Optional<T>;

#[derive(ODataAction, Clone)]
#[odata(type = "ops.hidden", bound_to = Thing)]
struct Hidden {
    first: Perhaps<i32>,
    second: i32,
}

#[test]
fn what_another_name_hides_is_found() {
    container!(Order: Hidden);
    assert_eq!(
        faults::<Order>(),
        ["ops.hidden: `Hidden`: required parameter `second` cannot follow optional parameter `first` \
             (O10, Core.OptionalParameter)"]
    );
}
