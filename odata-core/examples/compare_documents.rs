//! Compares what a service says about itself today with what it said before, and draws it.
//!
//! `cargo run -p odata-core --example compare_documents`

use odata_core::csdl::{self, Difference, Document};

const BEFORE: &str = r#"<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
  <edmx:DataServices>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="fleet">
      <EntityType Name="vehicle">
        <Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.Int32" Nullable="false"/>
        <Property Name="seats" Type="Edm.Int32" Nullable="false"/>
      </EntityType>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>"#;

const TODAY: &str = r#"{
  "$Version": "4.01",
  "fleet": {
    "$Alias": "self",
    "vehicle": {
      "$Kind": "EntityType",
      "$Key": ["id"],
      "id": {"$Type": "Edm.Int32"},
      "seats": {"$Type": "Edm.Int64"},
      "colour": {"$Nullable": true}
    },
    "truck": {"$Kind": "EntityType", "$BaseType": "self.vehicle", "tonnes": {"$Type": "Edm.Double"}}
  }
}"#;

fn main() -> Result<(), odata_core::Error> {
    let (before, today) = (Document::from_xml(BEFORE.as_bytes())?, Document::from_json(TODAY.as_bytes())?);
    today.check()?;

    let differences = csdl::diff(&before, &today);
    let lines: Vec<_> = differences.iter().map(ToString::to_string).collect();
    println!("{}", lines.join("\n"));
    assert_eq!(
        lines,
        [
            "fleet.truck: new",
            "fleet.vehicle/colour: new",
            "fleet.vehicle/seats: the type changed from `Edm.Int32` to `Edm.Int64`; breaks clients",
        ]
    );

    // Each knows where both documents declare it.
    let breaking = differences.iter().find(|found| found.breaks_clients());
    let places = breaking.map(|found: &Difference| [found.old_place(), found.new_place()]);
    let lines = places.map(|places| places.map(|place| place.location().map(|at| at.line)));
    assert_eq!(lines, Some([Some(7), Some(9)]));

    println!("{}", csdl::diagram(&today));
    Ok(())
}
