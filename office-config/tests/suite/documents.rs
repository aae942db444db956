//! The exchanges that the API's documents print, over HTTP.

use odata_core::{Model, edm::PropertyDescriptor};
use office_config::model::GraphService;
use serde_json::{Value, json};

use crate::support::{
    client::POLICIES,
    compare::{assert_contains, without},
    program::{Server, fixture, json_fixture},
};

const PAYLOADS: [&str; 2] = ["policyPayload", "userPreferencePayload"];

#[test]
fn create_a_security_configuration() {
    let server = Server::start();
    let client = server.client();
    let answer = client.post(POLICIES, &fixture("create-security-configuration-request.json")).expect(201);
    let created = answer.json();
    assert_contains(&created, &without(json_fixture("create-security-configuration-response.json"), "id"));
    assert_eq!(created["checkinStatuses"][0]["checkinDateTime"], "2016-12-31T23:56:33.9571764-08:00");
    for payload in PAYLOADS {
        assert_eq!(created[payload], "<Unknown Primitive Type Edm.Stream>");
        assert_eq!(created[format!("{payload}@odata.mediaContentType")], "text/plain");
    }
    let id = created["id"].as_str().unwrap();
    assert_eq!(uuid::Uuid::parse_str(id).unwrap().to_string(), id, "a lower-case GUID");
    assert_eq!(client.get(answer.header("Location")).expect(200).json(), created);
}

#[test]
fn create_a_client_configuration() {
    let server = Server::start();
    let client = server.client();
    let path = "/v1.0/officeConfiguration/clientConfigurations";
    let printed = fixture("create-client-configuration-request.json");
    let refused = client.post(path, &printed).expect(400);
    assert_eq!(refused.target(), "priority");
    assert_eq!(client.get(path).expect(200).json()["value"], json!([]), "a refused request changes nothing");

    let created = client.post(path, &printed.replace("\"Integer\"", "7")).expect(201).json();
    let mut expected = without(json_fixture("create-client-configuration-response.json"), "id");
    expected["priority"] = json!(7);
    assert_contains(&created, &expected);
    // What the request leaves out of the complex values has its default value.
    let status = &created["checkinStatuses"][0];
    assert_eq!((&status["wasSuccessful"], &status["userId"]), (&json!(false), &json!("")));
    assert_eq!(status["checkinDateTime"], "0001-01-01T00:00:00Z");
    assert_eq!(created["userCheckinSummary"]["failedUserCount"], 0);
}

/// The properties and relationships of `windowsOfficeClientSecurityConfiguration` in its document's tables, with
/// the types that these names mean.
const TABLE: [(&str, &str); 10] = [
    ("id", "Edm.String"),
    ("userPreferencePayload", "Edm.Stream"),
    ("policyPayload", "Edm.Stream"),
    ("description", "Edm.String"),
    ("displayName", "Edm.String"),
    ("priority", "Edm.Int32"),
    ("lastModifiedDateTime", "Edm.DateTimeOffset"),
    ("userCheckinSummary", "microsoft.graph.officeUserCheckinSummary"),
    ("checkinStatuses", "Collection(microsoft.graph.officeClientCheckinStatus)"),
    ("assignments", "Collection(microsoft.graph.officeClientConfigurationAssignment)"),
];

#[test]
fn the_resource_has_what_its_document_lists() {
    let model = Model::of::<GraphService>().unwrap();
    let resource = model.find("microsoft.graph.windowsOfficeClientSecurityConfiguration").unwrap();
    let find = |name: &str| -> &PropertyDescriptor { resource.property(resource.find(name).expect(name)).unwrap() };
    for (name, ty) in TABLE {
        let property = find(name);
        assert_eq!(property.ty().name(), ty, "{name}");
        assert_eq!(property.ty().is_navigation(), name == "assignments", "{name}");
    }
    assert_eq!(resource.len(), TABLE.len());
    for name in json_fixture("security-configuration-representation.json").as_object().unwrap().keys() {
        assert!(name == "@odata.type" || !find(name).ty().is_navigation());
    }
}

#[test]
fn the_resource_has_its_methods() {
    let server = Server::start();
    let client = server.client();
    let printed = fixture("security-configuration-representation.json");
    // The document's placeholder of a time is not a time.
    let refused = client.post(POLICIES, &printed).expect(400);
    assert_eq!(refused.target(), "checkinStatuses/0/checkinDateTime");
    let printed = printed.replace("String (timestamp)", "2026-01-02T03:04:05Z");

    // Create, get, list, update, delete.
    let (path, created) = client.create(&printed);
    let mut expected = without(serde_json::from_str(&printed).unwrap(), "id");
    assert_contains(&created, &expected);
    assert_contains(&client.get(&path).expect(200).json(), &expected);
    let list = client.get(POLICIES).expect(200).json();
    assert_eq!(list["value"].as_array().unwrap().len(), 1);
    assert_contains(&list["value"][0], &expected);
    expected["displayName"] = json!("Renamed");
    assert_contains(&client.patch(&path, r#"{"displayName": "Renamed"}"#).expect(200).json(), &expected);
    client.delete(&path).expect(204);
    client.get(&path).expect(404);
}

#[test]
fn create_the_office_configuration() {
    let server = Server::start();
    let request = fixture("create-office-configuration-request.json");
    let printed = without(json_fixture("create-office-configuration-response.json"), "id");
    let tenants = ["PUT", "PATCH"].map(|method| {
        let tenant = uuid::Uuid::from_u128(u128::from(method.len() as u64)).to_string();
        let client = server.client_with(&["--tenant", &tenant]);
        client.post("/beta/officeConfiguration", &request).expect(405);
        let headers = [("Content-Type", "application/json")];
        let created = client.send(method, "/beta/officeConfiguration", &headers, Some(&request)).expect(201).json();
        assert_contains(&created, &printed);
        assert_contains(&client.get("/v1.0/officeConfiguration").expect(200).json(), &printed);
        created["id"].as_str().unwrap().to_owned()
    });
    assert_ne!(tenants[0], tenants[1], "the identifier follows from the tenant");
}

#[test]
fn update_a_security_configuration() {
    let server = Server::start();
    let client = server.client();
    let request = fixture("update-security-configuration-request.json");
    let printed = without(json_fixture("update-security-configuration-response.json"), "id");
    let two = json!([{"deviceName": "one"}, {"deviceName": "two"}]);
    let before = json!({
        "@odata.type": "#microsoft.graph.windowsOfficeClientSecurityConfiguration",
        "displayName": "Before", "priority": 1, "checkinStatuses": two,
    });
    let (path, before) = client.create(&before.to_string());
    let updated = client.patch(&path, &request).expect(200).json();
    assert_contains(&updated, &printed);
    assert_eq!(updated["id"], before["id"]);

    // Members that are left out keep their value, even inside a complex value.
    let answer = client.patch(&path, r#"{"userCheckinSummary": {"failedUserCount": 16}}"#).expect(200).json();
    let mut expected = printed.clone();
    expected["userCheckinSummary"] = json!({"succeededUserCount": 2, "failedUserCount": 16});
    assert_contains(&answer, &expected);
    // A collection is replaced.
    let answer = client.patch(&path, r#"{"checkinStatuses": [{"userId": "another"}]}"#).expect(200).json();
    let statuses = &answer["checkinStatuses"];
    assert_eq!(statuses.as_array().unwrap().len(), 1);
    assert_eq!((&statuses[0]["userId"], &statuses[0]["deviceName"]), (&json!("another"), &Value::Null));
    assert_eq!(answer["userCheckinSummary"]["succeededUserCount"], 2);
    assert_eq!(client.get(&path).expect(200).json()["checkinStatuses"], *statuses);
}

/// Returns the model's name of a type in the document's tables.
fn model_type(name: &str) -> String {
    match name.split_once(' ') {
        Some((item, "collection")) => format!("Collection({})", model_type(item)),
        _ if name == "DateTime" => "Edm.DateTimeOffset".to_owned(),
        _ if name.starts_with(char::is_uppercase) => format!("Edm.{name}"),
        _ => format!("microsoft.graph.{name}"),
    }
}

mod reference {
    //! The fixtures and the table above compared with the documents themselves.

    use super::{TABLE, model_type};
    use crate::support::{documents, program::fixture, reference};

    #[track_caller]
    fn assert_prints(document: &str, fixtures: &[&str]) {
        if let Some(document) = reference::read(&format!("office-configuration/{document}")) {
            let fixtures: Vec<_> = fixtures.iter().map(|name| fixture(name)).collect();
            assert_eq!(documents::json_blocks(&document), fixtures);
        }
    }

    #[test]
    fn the_fixtures_are_the_documents_json() {
        for (document, name) in [
            ("windowsofficeclientsecurityconfiguration-create.md", "create-security-configuration"),
            ("officeclientconfiguration-create.md", "create-client-configuration"),
            ("officeconfiguration-create.md", "create-office-configuration"),
            ("windowsofficeclientsecurityconfiguration-update.md", "update-security-configuration"),
        ] {
            assert_prints(document, &[&format!("{name}-request.json"), &format!("{name}-response.json")]);
        }
        assert_prints("windowsofficeclientsecurityconfiguration.md", &["security-configuration-representation.json"]);
    }

    #[test]
    fn the_table_is_the_documents() {
        let path = "office-configuration/windowsofficeclientsecurityconfiguration.md";
        let Some(document) = reference::read(path) else { return };
        let mut rows = documents::table(&document, "Properties");
        rows.extend(documents::table(&document, "Relationships"));
        let rows: Vec<_> = rows.into_iter().map(|(name, ty)| (name, model_type(&ty))).collect();
        let expected: Vec<_> = TABLE.map(|(name, ty)| (name.to_owned(), ty.to_owned())).into();
        assert_eq!(rows, expected);
    }
}
