//! Calls of actions and functions: parameters in bodies and URLs, and their faults.

use odata_core::{
    Error, ErrorCode, Operation, Structured,
    codec::{self, ODataVersion, Purpose, ReadOptions, WriteOptions},
    prelude::*,
    uri::{Arguments, FunctionCall},
};
use odata_tests::{
    arbitrary::{self, Choices, choices},
    shop::{Discount, Offer, Related, RelatedIn, Reset, Season},
    workshop::{Colour, Dimensions, Machine, Setting, Size},
};
use proptest::prelude::*;

/// Parameters of all kinds.
macro_rules! everything {
    ($derive:ident, $name:literal, $item:ident) => {
        #[derive($derive, Clone, Debug, PartialEq)]
        #[odata(type = $name, returns(i32))]
        struct $item {
            flag: bool,
            small: Option<i8>,
            large: i64,
            real: f64,
            single: Option<f32>,
            #[odata(name = "Text")]
            text: String,
            nothing: Option<String>,
            amount: Decimal,
            bytes: Option<Vec<u8>>,
            id: Guid,
            day: Date,
            time: TimeOfDay,
            instant: DateTimeOffset,
            length: Duration,
            colour: Colour,
            colours: Vec<Option<Colour>>,
            texts: Vec<String>,
            numbers: Vec<Option<i64>>,
            size: Size,
            dimensions: Option<Box<Dimensions>>,
            setting: AnyOf<Setting>,
            settings: Vec<AnyOf<Setting>>,
            machine: AnyOf<Machine>,
            maybe_text: Optional<String>,
            maybe_null: Optional<Option<i32>>,
            maybe_size: Optional<Option<Size>>,
            maybe_settings: Optional<Vec<AnyOf<Setting>>>,
        }
    };
}

everything!(ODataAction, "calls.action", EverythingAction);
everything!(ODataFunction, "calls.function", EverythingFunction);

/// The options that take everything that is written, computed properties and related entities too.
fn all() -> ReadOptions {
    ReadOptions::strict()
}

proptest! {
    #[test]
    fn bodies_are_read_as_they_were_written(bytes in choices(), ieee754_compatible: bool, is_new: bool) {
        let action: EverythingAction = arbitrary::value(&mut Choices::new(bytes));
        let version = if is_new { ODataVersion::V4_01 } else { ODataVersion::V4_0 };
        let options = WriteOptions::new().with_version(version).with_ieee754_compatible(ieee754_compatible);
        let body = codec::to_vec_with(&action, &options.with_exponential_decimals(true));
        let reading = all().with_ieee754_compatible(ieee754_compatible);
        let read: EverythingAction = codec::read_parameters(&body, &reading).expect("written by us");
        prop_assert!((&read as &dyn Structured).same_value(&action), "{}", String::from_utf8_lossy(&body));
        let read = codec::read_parameters_of(EverythingAction::OPERATION, &body, &reading).expect("written by us");
        prop_assert!(read.same_value(&action));
    }

    #[test]
    fn urls_are_read_as_they_were_written(bytes in choices()) {
        let mut choices = Choices::new(bytes);
        choices.plain_decimals = true;
        let function: EverythingFunction = arbitrary::value(&mut choices);
        let call = FunctionCall::of(&function);
        let arguments = Arguments::parse(call.segment()).expect("written by us");
        prop_assert_eq!(arguments.function(), "calls.function");
        let read: EverythingFunction = arguments.read(call.query(), &all()).expect("written by us");
        prop_assert!((&read as &dyn Structured).same_value(&function), "{}", call);
        let read = arguments.read_of(EverythingFunction::OPERATION, call.query(), &all()).expect("written by us");
        prop_assert!(read.same_value(&function));
        prop_assert!(call.to_string().bytes().all(|byte| byte.is_ascii_graphic()), "{}", call);
    }

    #[test]
    fn serde_reads_what_it_writes(bytes in choices()) {
        let mut choices = Choices::new(bytes);
        choices.plain_floats = true;
        let action: EverythingAction = arbitrary::value(&mut choices);
        let json = serde_json::to_vec(&action).expect("all values are written");
        let read: EverythingAction = serde_json::from_slice(&json).expect("written by us");
        prop_assert!((&read as &dyn Structured).same_value(&action), "{}", String::from_utf8_lossy(&json));
    }

    #[test]
    fn text_from_anybody_does_no_harm(segment in "[a-z]{0,3}(\\(([a-zR=',@%0-9 -]{0,20}|region='.{0,5}'?,seasons=@.)\\)?)?", query in "(@.|region)=.{0,20}") {
        if let Ok(arguments) = Arguments::parse(&segment)
            && let Err(error) = arguments.read::<RelatedIn>(&query, &ReadOptions::insert())
        {
            prop_assert!(error.all().all(|error| error.message().contains("character")), "{error:?}");
        }
    }
}

/// The code, target, line and column of a fault.
type Fault<'e> = (ErrorCode, Option<&'e str>, Option<(usize, usize)>);

fn faults(error: &Error) -> Vec<Fault<'_>> {
    let place = |error: &Error| error.location().map(|location| (location.line, location.column));
    error.all().map(|error| (error.code(), error.target(), place(error))).collect()
}

fn discount(body: &str) -> Result<Discount, Error> {
    codec::read_parameters(body.as_bytes(), &ReadOptions::insert())
}

#[test]
fn parameters_that_are_left_out_are_null_or_have_their_default_value() {
    let read = discount(r#"{"percent":2.5,"offers":[]}"#).expect("nothing else is required");
    assert_eq!(read.reason, Optional::new(Some("spring".to_owned())));
    assert_eq!(read.until, Optional::absent());
    let read = discount(r#"{"percent":2.5,"offers":[{}],"reason":null}"#).expect("null is a value");
    assert_eq!(read.reason, Optional::new(None));
    assert_eq!(read.offers, [Offer { season: None }]);
}

#[test]
fn all_faults_of_a_body_have_their_positions() {
    let body = "{\n  \"percent\": 123.456,\n  \"offers\": [{}, {\"season\": \"winter\"}],\n  \"reason\": \"much too long\",\n  \"until\": null,\n  \"more\": 1\n}";
    let error = discount(body).expect_err("five faults");
    assert_eq!(
        faults(&error),
        [
            (ErrorCode::OUT_OF_RANGE, Some("percent"), Some((2, 3))),
            (ErrorCode::UNKNOWN_MEMBER, Some("offers/1/season"), Some((3, 29))),
            (ErrorCode::TOO_LONG, Some("reason"), Some((4, 3))),
            (ErrorCode::NULL_NOT_ALLOWED, Some("until"), Some((5, 12))),
            (ErrorCode::UNDECLARED_PROPERTY, Some("more"), Some((6, 3))),
        ]
    );
    assert_eq!(error.details()[3].message(), "`more` is not a parameter of `shop.discount`");

    let error = discount(r#"{"reason":null}"#).expect_err("two are missing");
    assert_eq!(
        faults(&error),
        [
            (ErrorCode::MISSING_PROPERTY, Some("percent"), Some((1, 1))),
            (ErrorCode::MISSING_PROPERTY, Some("offers"), Some((1, 1))),
        ],
        "a collection is never left out"
    );
    assert_eq!(error.message(), "parameter `percent` of `shop.discount` must have a value");
}

#[test]
fn an_action_without_parameters_needs_no_body() {
    for body in ["", " \n", "null", "{}", " { } "] {
        assert_eq!(codec::read_parameters::<Reset>(body.as_bytes(), &ReadOptions::insert()), Ok(Reset), "{body:?}");
    }
    for (body, code) in [
        (r#"{"x":1}"#, ErrorCode::UNDECLARED_PROPERTY),
        ("[]", ErrorCode::WRONG_TYPE),
        ("1", ErrorCode::WRONG_TYPE),
        ("{", ErrorCode::INVALID_JSON),
    ] {
        let error = codec::read_parameters::<Reset>(body.as_bytes(), &ReadOptions::insert()).expect_err(body);
        assert_eq!(error.code(), code, "{body}");
    }
    assert_eq!(codec::to_vec(&Reset), b"{}");
    let error = discount("").expect_err("two parameters are required");
    assert_eq!((error.code(), error.details().len()), (ErrorCode::MISSING_PROPERTY, 1));
}

fn related(segment: &str, query: &str) -> Result<RelatedIn, Error> {
    Arguments::parse(segment)?.read(query, &ReadOptions::insert())
}

#[test]
fn a_function_is_called_in_each_form_of_a_url() {
    let expected = RelatedIn { region: "a/b, c".to_owned(), seasons: vec![Some(Season::Spring), None] };
    for (segment, query) in [
        ("related(region='a%2Fb,%20c',seasons=@p)", "@p=[\"spring\",null]"),
        ("shop.related( seasons=@s , region=%27a%2Fb,%20c%27 )", "$top=5&@s=%5B%22spring%22%2Cnull%5D"),
        ("related(region=@r,seasons=@p)", "@r='a%2Fb, c'&@p= [\"spring\", null]"),
        ("related", "region='a/b, c'&seasons=[\"spring\",null]"),
        ("related", "@region='a/b, c'&@seasons=[\"spring\",null]"),
    ] {
        assert_eq!(related(segment, query), Ok(expected.clone()), "{segment}?{query}");
    }
    for segment in ["related", "related()", "related( )"] {
        let read = Arguments::parse(segment).expect("a call").read::<Related>("", &ReadOptions::insert());
        assert_eq!(read, Ok(Related), "{segment}");
    }
}

#[test]
fn a_parameter_named_as_a_system_query_option_needs_the_at_sign() {
    #[derive(ODataFunction, Clone, Debug, PartialEq)]
    #[odata(type = "calls.best", returns(i32))]
    struct Best {
        top: Optional<i32>,
    }
    let read = |query| Arguments::parse("best").expect("a call").read::<Best>(query, &ReadOptions::insert());
    assert_eq!(read("top=5"), Ok(Best { top: Optional::absent() }));
    assert_eq!(read("top=5&@top=3"), Ok(Best { top: Optional::new(3) }));
}

#[test]
fn an_alias_without_a_value_is_null() {
    let error = related("related(region=@r,seasons=@s)", "@s=[]").expect_err("`region` is not nullable");
    assert_eq!((error.code(), error.target()), (ErrorCode::NULL_NOT_ALLOWED, Some("region")));
    assert!(error.message().ends_with("(character 16 of the path segment)"), "{error}");
}

#[test]
fn all_faults_of_a_url_have_their_positions() {
    let places = |segment, query| {
        let error = related(segment, query).expect_err(segment);
        error.all().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        places("related(%72egion=5,n=1,n=2,seasons=@s)", "$top=1&@s=[%22spring%22,%22wintr%22,7]"),
        [
            "n: `n` is not a parameter of `shop.related` (character 20 of the path segment); possible are `region`, `seasons`",
            "n: the argument `n` is there already (character 24 of the path segment)",
            "region: `5` is not a value of `Edm.String` (character 18 of the path segment)",
            "seasons/1: the value is not a member of `shop.season`: `spring`, `autumn` (character 25 of the query)",
            "seasons/2: a number where `shop.season` is declared (character 37 of the query)",
        ]
    );
    assert_eq!(
        places("related()", ""),
        [
            "region: parameter `region` of `shop.related` must have a value (character 9 of the path segment)",
            "seasons: parameter `seasons` of `shop.related` must have a value (character 9 of the path segment)",
        ]
    );
    assert_eq!(
        places("related(region='x',seasons='y')", ""),
        [
            "seasons: a value of `Collection(shop.season)` cannot be in the path; write `seasons=@p`, and `@p=..` in the query (character 28 of the path segment)"
        ]
    );
    assert_eq!(
        places("related(region='x'", ""),
        ["the arguments of `related` have no `)` at their end (character 19)"]
    );
    assert_eq!(
        places("related('x')", ""),
        ["`'x'` is an argument without a name; write `name='x'` (character 9 of the path segment)"]
    );
    assert_eq!(
        places("related(region=)", ""),
        ["`(region=)` is not a list of arguments (character 9 of the path segment)"]
    );
}

#[test]
fn facets_bound_what_a_request_gives() {
    #[derive(ODataFunction, Clone, Debug, PartialEq)]
    #[odata(type = "calls.short", returns(i32))]
    struct Short {
        #[odata(max_length = 3)]
        text: String,
    }
    let read =
        |segment: &str, query| Arguments::parse(segment).expect("a call").read::<Short>(query, &ReadOptions::insert());
    assert!(read("short(text='abc')", "").is_ok());
    for (segment, query, place) in [
        ("short(text='abcd')", "", "(character 12 of the path segment)"),
        ("short(text=@t)", "@t='abcd'", "(character 4 of the query)"),
    ] {
        let error = read(segment, query).expect_err(segment);
        assert_eq!(error.code(), ErrorCode::TOO_LONG);
        assert!(error.message().ends_with(place), "{error}");
    }
    let call = Arguments::parse("short(text='abcd')").expect("a call");
    assert!(call.read::<Short>("", &ReadOptions::insert().with_purpose(Purpose::Representation)).is_ok());
}

#[test]
fn the_overload_is_chosen_by_names() {
    let overloads = [Related::OPERATION, RelatedIn::OPERATION];
    let chosen = |segment, query| {
        let found = Arguments::parse(segment).expect("a call").overload(overloads, query);
        found.map(odata_core::edm::OperationDescriptor::rust_name)
    };
    assert_eq!(chosen("related()", ""), Some("Related"));
    assert_eq!(chosen("related", "$top=1"), Some("Related"));
    assert_eq!(chosen("related(seasons=@s,region='x')", ""), Some("RelatedIn"));
    assert_eq!(chosen("related", "region='x'&seasons=[]"), Some("RelatedIn"));
    assert_eq!(chosen("related(region='x')", ""), None);
    assert_eq!(chosen("related(other=1)", ""), None);
}

#[test]
fn an_import_has_a_name_of_its_own() {
    let call = FunctionCall::of_import("relatedAll", &Related);
    assert_eq!(call.to_string(), "relatedAll()");
}
