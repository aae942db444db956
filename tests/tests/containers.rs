//! What a container says, in `$metadata`, in the model and over HTTP.

use http::{Request, StatusCode, header};
use http_body_util::{BodyExt as _, Full};
use odata_core::{AnyOf, Container as _, Model, ODataContainer, ODataEntity, csdl, edm::ContainerChild};
use odata_service::{NoAuthorization, ODataService, Partition, store::sqlite::SqliteStore};
use odata_tests::{
    depot::Depot,
    market::{Bundle, Maker, Market, Product},
};
use serde_json::{Value, json};
use tower_service::Service as _;

fn market() -> Model {
    Model::of::<Market>().expect("no faults")
}

/// Asks a service of the market.
async fn get(path: &str) -> Value {
    let mut service = ODataService::builder(market())
        .store(SqliteStore::in_memory().expect("there is memory"))
        .authorizer(NoAuthorization::new(Partition::new("everybody")))
        .build()
        .expect("nothing is missing");
    let request = Request::get(path).header(header::HOST, "example.org").body(Full::<&[u8]>::default());
    let response = service.call(request.expect("a request")).await.expect("the service does not fail");
    assert_eq!(response.status(), StatusCode::OK);
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    serde_json::from_slice(&body).expect("JSON")
}

#[tokio::test]
async fn the_service_document_leaves_out_what_is_not_to_be_in_it() {
    let document = get("/").await;
    let expected = json!([
        {"name": "products", "kind": "EntitySet", "url": "products"},
        {"name": "categories", "kind": "EntitySet", "url": "categories"},
        {"name": "offer", "kind": "Singleton", "url": "offer"},
        {"name": "house", "kind": "Singleton", "url": "house"},
        {"name": "bestProducts", "kind": "FunctionImport", "url": "bestProducts"},
    ]);
    assert_eq!(document["value"], expected);
    // It is served all the same.
    assert_eq!(get("/makers").await["value"], json!([]));
    let xml = csdl::to_xml(&market());
    for line in [
        r#"<EntitySet Name="categories" EntityType="market.category">"#,
        r#"<EntitySet Name="makers" EntityType="market.maker" IncludeInServiceDocument="false">"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
    let listed: Vec<_> =
        Market::DESCRIPTOR.children().iter().map(odata_core::edm::ContainerChild::is_in_service_document).collect();
    assert_eq!(listed, [true, true, false, true, true]);
}

/// What `$metadata` says before the schemas, without the white space between elements.
fn references(model: &Model) -> String {
    let xml = csdl::to_xml(model);
    let (_, after) = xml.split_once("Version=\"4.0\">").expect("the root");
    let (references, _) = after.split_once("<edmx:DataServices>").expect("the schemas");
    references.lines().map(str::trim).collect()
}

/// A container with the given words, and its references.
macro_rules! references_of {
    ($($words:tt)*) => {{
        #[derive(ODataContainer)]
        #[odata(type = "market.Small", $($words)*)]
        struct Small {
            #[odata(singleton)]
            _only: Maker,
        }
        references(&Model::of::<Small>().expect("no faults"))
    }};
}

const CORE: &str = "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml";

#[test]
fn references_are_shown_and_the_one_to_core_is_there_once() {
    let own = r#"<edmx:Include Namespace="Org.OData.Core.V1"/>"#;
    assert_eq!(references_of!(), format!(r#"<edmx:Reference Uri="{CORE}">{own}</edmx:Reference>"#));
    assert_eq!(
        references_of!(reference("https://example.com/a&b.xml", include("a"))),
        format!(
            "{}{}",
            format_args!(r#"<edmx:Reference Uri="{CORE}">{own}</edmx:Reference>"#),
            r#"<edmx:Reference Uri="https://example.com/a&amp;b.xml"><edmx:Include Namespace="a"/></edmx:Reference>"#
        )
    );
    assert_eq!(
        references_of!(reference(
            "https://oasis-tcs.github.io/odata-vocabularies/vocabularies/Org.OData.Core.V1.xml",
            include("a", alias = "b")
        )),
        format!(r#"<edmx:Reference Uri="{CORE}"><edmx:Include Namespace="a" Alias="b"/>{own}</edmx:Reference>"#)
    );
    assert_eq!(
        references(&market()),
        concat!(
            r#"<edmx:Reference Uri="https://example.com/Core.xml">"#,
            r#"<edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/></edmx:Reference>"#,
            r#"<edmx:Reference Uri="https://example.com/more.xml"><edmx:Include Namespace="com.example.more"/>"#,
            r#"<edmx:IncludeAnnotations TermNamespace="com.example.more" Qualifier="Tablet" TargetNamespace="market"/>"#,
            r#"<edmx:IncludeAnnotations TermNamespace="com.example.more"/></edmx:Reference>"#
        )
    );
}

#[test]
fn bindings_have_paths_and_targets_of_qualified_names() {
    let xml: String = csdl::to_xml(&market()).lines().map(str::trim).collect();
    for line in [
        concat!(
            r#"<EntitySet Name="products" EntityType="market.product">"#,
            r#"<NavigationPropertyBinding Path="category" Target="categories"/>"#,
            r#"<NavigationPropertyBinding Path="related" Target="products"/>"#,
            r#"<NavigationPropertyBinding Path="market.bundle/parts/item" Target="products"/>"#,
            r#"<NavigationPropertyBinding Path="origin/maker" Target="makers"/><Annotation"#,
        ),
        r#"<NavigationPropertyBinding Path="products/market.bundle" Target="products"/></EntitySet>"#,
        r#"<NavigationPropertyBinding Path="firstPart" Target="products/market.bundle/parts"/>"#,
        r#"<NavigationPropertyBinding Path="origin/maker" Target="house"/>"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
}

#[test]
fn bindings_are_found_by_their_paths() {
    let products = Market::SETS.products;
    assert_eq!(products.bindings().len(), 4);
    let binding = products.binding("market.bundle/parts/item").expect("it is bound");
    assert_eq!((binding.target().name(), binding.target_path()), ("products", None));
    assert!(binding.path().root().is(products.entity_type()));
    assert_eq!(format!("{binding:?}"), "market.bundle/parts/item = products");
    assert!(products.binding("parts/item").is_none() && Market::SETS.makers.bindings().is_empty());
    let contained = Market::SETS.offer.binding("firstPart").expect("it is bound");
    assert_eq!(format!("{contained:?}"), "firstPart = products/market.bundle/parts");
}

#[test]
fn imports_are_shown_and_bring_their_overloads() {
    let xml = csdl::to_xml(&market());
    for line in [
        r#"<FunctionImport Name="bestProducts" Function="market.best" EntitySet="products" IncludeInServiceDocument="true">"#,
        r#"<FunctionImport Name="clock" Function="market.clock"/>"#,
        r#"<ActionImport Name="renew" Action="market.renew" EntitySet="products"/>"#,
    ] {
        assert!(xml.contains(line), "no {line} in\n{xml}");
    }
    let model = market();
    let names: Vec<_> = model.operations().iter().map(|operation| operation.rust_name()).collect();
    assert_eq!(names, ["Open", "Best", "BestIn", "Clock", "Renew"]);
    let imports = Market::DESCRIPTOR.imports();
    let best = &imports[0];
    assert_eq!((best.name(), best.rust_name(), best.is_function()), ("bestProducts", "best_products", true));
    assert_eq!(best.entity_set().map(ContainerChild::name), Some("products"));
    assert_eq!((best.operation().rust_name(), best.description()), ("Best", Some("The ten best.")));
    assert!(!imports[2].is_function() && !imports[2].is_in_service_document());
}

#[test]
fn a_type_that_a_binding_casts_to_is_part_of_the_model() {
    #[derive(ODataContainer)]
    #[odata(type = "small.Closed", types(only()))]
    struct Closed {
        #[odata(entity_set, bind(as Bundle.parts.item = _products))]
        _products: Vec<AnyOf<Product>>,
    }
    let model = Model::of::<Closed>().expect("no faults");
    assert!(model.find("market.bundle").is_some() && model.find("market.part").is_some());
}

#[test]
fn a_namespace_adds_its_types_and_aliases_stand_for_namespaces() {
    let model = market();
    assert!(model.find("market.audit.entry").is_some(), "nothing refers to it");
    assert_eq!(model.find("audit.entry"), model.find("market.audit.entry"));
    assert_eq!(model.find("self.product"), model.find("market.product"));
    assert!(model.lints().is_empty());
}

#[test]
fn a_namespace_without_types_is_a_lint() {
    #[derive(ODataEntity, Clone)]
    #[odata(type = "markets.market")]
    struct Other {
        #[odata(key)]
        _id: i32,
    }
    #[derive(ODataContainer)]
    #[odata(type = "markets.Container", all_of("market.audi", "markets"))]
    struct Container {
        #[odata(entity_set)]
        _others: Vec<Other>,
    }
    let lints = Model::of::<Container>().expect("no faults").lints();
    let lints: Vec<_> = lints.iter().map(ToString::to_string).collect();
    assert_eq!(lints, ["market.audi: `all_of` adds no types: the program has none of namespace `market.audi`"]);
}

#[test]
fn what_is_included_is_not_of_the_model() {
    #[derive(ODataContainer)]
    #[odata(type = "small.Container")]
    #[odata(reference("https://example.com/1.xml", include("market"), include("other", alias = "depot")))]
    struct Container {
        #[odata(singleton)]
        _maker: Maker,
        #[odata(singleton)]
        _depot: Depot,
    }
    let error = Model::of::<Container>().expect_err("it has faults");
    let faults: Vec<_> = error.all().map(ToString::to_string).collect();
    let expected = [
        "depot: `Container`: alias `depot` is also a namespace of the model (N4, OData CSDL 4.01 §5.1)",
        "market: `Container`: `market` is a namespace of the model and cannot be included (X1, OData CSDL 4.01 §4.2)",
    ];
    assert_eq!(faults, expected);
}
