//! CSDL documents that others publish are read without faults, and what is written of them says the same.

use std::path::Path;

use odata_core::csdl::{Annotation, Document, Expression, PathKind, StructuredKind};
use odata_tests::metadata::{is_valid_document, reference};

fn read(name: &str) -> Option<Document> {
    let text = std::fs::read(reference(name)?).expect("readable");
    match Document::from_xml(&text) {
        Ok(document) => Some(document),
        Err(error) => panic!("{name}: {error:?}"),
    }
}

/// Reads a document, writes it and reads it again.
fn round_trip(name: &str) -> Option<Document> {
    let document = read(name)?;
    let text = document.to_xml();
    let again = Document::from_xml(text.as_bytes()).expect("no faults");
    assert!(again == document, "{name} says something else when it is written");
    assert_eq!(again.to_xml(), text);
    let file = Path::new(name).file_name().expect("a name").to_string_lossy();
    is_valid_document(&file, &text);
    Some(document)
}

#[test]
fn the_vocabularies_are_read_and_written() {
    let terms = [("Authorization", 2), ("Capabilities", 40), ("Core", 44), ("Measures", 5), ("Validation", 14)];
    for (vocabulary, count) in terms {
        let Some(document) = round_trip(&format!("vocabularies/Org.OData.{vocabulary}.V1.xml")) else { return };
        let schema = &document.schemas[0];
        assert_eq!((schema.alias.as_deref(), schema.terms.len()), (Some(vocabulary), count));
        assert!(document.references.iter().all(|reference| !reference.includes.is_empty()));
    }
}

#[test]
fn the_model_of_graph_is_read_and_written() {
    let Some(document) = round_trip("graph-beta-sample.csdl.xml") else { return };
    let types = || document.schemas.iter().flat_map(|schema| &schema.types);
    let count = |kind| types().filter(|ty| ty.kind == kind).count();
    assert_eq!((count(StructuredKind::Entity), count(StructuredKind::Complex)), (112, 145));
    round_trip("graph-office.csdl.xml");
}

/// The paths and records of an annotation are where they were, and it has places.
#[test]
fn the_parts_of_the_capabilities_have_places() {
    let Some(document) = read("vocabularies/Org.OData.Capabilities.V1.xml") else { return };
    let schema = &document.schemas[0];
    let term = schema.terms.iter().find(|term| term.name == "ChangeTracking").expect("a term");
    let description = |annotation: &&Annotation| annotation.term == "Core.Description";
    let description = term.annotations.iter().find(description).expect("a description");
    let place = description.place.location().expect("a place in the text");
    let text =
        std::fs::read_to_string(reference("vocabularies/Org.OData.Capabilities.V1.xml").expect("there")).expect("text");
    assert!(text[place.offset..].starts_with("<Annotation Term=\"Core.Description\""));
    let line = text.lines().nth(place.line - 1).expect("a line");
    assert!(line.chars().skip(place.column - 1).collect::<String>().starts_with("<Annotation"));
    assert!(!matches!(description.value, Some(Expression::Path(PathKind::Value, _)) | None));
}

/// All elements that a document can have, in the order in which they are written.
const EVERYTHING: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.01">
  <edmx:Reference Uri="https://example.org/Core.xml?a=1&amp;b=2">
    <edmx:Include Namespace="Org.OData.Core.V1" Alias="Core">
      <Annotation xmlns="http://docs.oasis-open.org/odata/ns/edm" Term="Core.DefaultNamespace"/>
    </edmx:Include>
    <edmx:IncludeAnnotations TermNamespace="org.example.hcm" Qualifier="Tablet" TargetNamespace="com.example.Person"/>
    <Annotation xmlns="http://docs.oasis-open.org/odata/ns/edm" Term="Core.SchemaVersion" String="1.0"/>
  </edmx:Reference>
  <edmx:DataServices>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="org.example" Alias="self">
      <TypeDefinition Name="price" UnderlyingType="Edm.Decimal" Precision="10" Scale="variable">
        <Annotation Term="Core.Description" String="What &lt;it&gt; costs&#10;&quot;today&quot;"/>
      </TypeDefinition>
      <TypeDefinition Name="text" UnderlyingType="Edm.String" MaxLength="max" Unicode="false"/>
      <EnumType Name="colors" UnderlyingType="Edm.Int64" IsFlags="true">
        <Member Name="red" Value="1">
          <Annotation Term="Core.Description" String="Red"/>
        </Member>
        <Member Name="blue" Value="2"/>
        <Annotation Term="Core.Description" String="Colors"/>
      </EnumType>
      <EnumType Name="size">
        <Member Name="small"/>
      </EnumType>
      <EntityType Name="base" Abstract="true" OpenType="true" HasStream="true">
        <Key>
          <PropertyRef Name="id"/>
          <PropertyRef Name="place/code" Alias="code"/>
        </Key>
        <Property Name="id" Type="Edm.Int32" Nullable="false" DefaultValue="7">
          <Annotation Term="Core.Computed" Bool="true"/>
        </Property>
        <Property Name="place" Type="self.place" Nullable="false"/>
      </EntityType>
      <EntityType Name="thing" BaseType="self.base">
        <Property Name="names" Type="Collection(Edm.String)" Nullable="true" MaxLength="40" Unicode="false"/>
        <Property Name="at" Type="Edm.GeographyPoint" SRID="variable"/>
        <Property Name="ratio" Type="Edm.Decimal" Precision="34" Scale="floating"/>
        <NavigationProperty Name="parts" Type="Collection(self.thing)" ContainsTarget="true" Partner="whole">
          <OnDelete Action="Cascade">
            <Annotation Term="Core.Description" String="All of them"/>
          </OnDelete>
        </NavigationProperty>
        <NavigationProperty Name="whole" Type="self.thing" Nullable="false" Partner="parts">
          <ReferentialConstraint Property="id" ReferencedProperty="id">
            <Annotation Term="Core.Description" String="The same"/>
          </ReferentialConstraint>
          <Annotation Term="Core.Description" String="What it is part of"/>
        </NavigationProperty>
        <Annotation Term="self.shown">
          <Record Type="self.place">
            <PropertyValue Property="code" Path="id">
              <Annotation Term="Core.Description" String="A member"/>
            </PropertyValue>
            <PropertyValue Property="lines">
              <Collection>
                <String> a </String>
                <If>
                  <Eq>
                    <Path>id</Path>
                    <Int>1</Int>
                  </Eq>
                  <String/>
                </If>
              </Collection>
            </PropertyValue>
            <PropertyValue Property="nothing">
              <Null>
                <Annotation Term="Core.Description" String="Private"/>
              </Null>
            </PropertyValue>
            <Annotation Term="Core.Description" String="A record"/>
          </Record>
          <Annotation Term="Core.Description" String="An annotation"/>
        </Annotation>
      </EntityType>
      <ComplexType Name="place">
        <Property Name="code" Type="Edm.String" Nullable="false"/>
      </ComplexType>
      <Action Name="grow" IsBound="true" EntitySetPath="it/parts">
        <Parameter Name="it" Type="self.thing" Nullable="false">
          <Annotation Term="Core.Description" String="What grows"/>
        </Parameter>
        <Parameter Name="by" Type="Edm.Decimal" Precision="3" Scale="0"/>
        <ReturnType Type="Collection(self.thing)">
          <Annotation Term="Core.Description" String="All that grew"/>
        </ReturnType>
        <Annotation Term="Core.Description" String="Grows"/>
      </Action>
      <Function Name="largest" IsComposable="true">
        <ReturnType Type="self.thing" Nullable="false"/>
      </Function>
      <Term Name="shown" Type="self.place" BaseTerm="self.other" Nullable="false" AppliesTo="EntityType Property"/>
      <Term Name="other" Type="Edm.String" MaxLength="10" DefaultValue=" x">
        <Annotation Term="Core.Description" String="Another one"/>
      </Term>
      <EntityContainer Name="Container">
        <EntitySet Name="things" EntityType="self.thing" IncludeInServiceDocument="false">
          <NavigationPropertyBinding Path="self.thing/whole" Target="things"/>
          <Annotation Term="Core.Description" String="Things"/>
        </EntitySet>
        <Singleton Name="first" Type="self.thing" Nullable="true"/>
        <FunctionImport Name="largest" Function="self.largest" EntitySet="things" IncludeInServiceDocument="true">
          <Annotation Term="Core.Description" String="The largest"/>
        </FunctionImport>
        <ActionImport Name="clean" Action="self.clean"/>
        <Annotation Term="Core.Description" String="All"/>
      </EntityContainer>
      <Annotations Target="self.thing/names" Qualifier="Tablet">
        <Annotation Term="self.apply">
          <Apply Function="odata.fillUriTemplate">
            <String>https://example.org/{a}</String>
            <LabeledElement Name="a" Path="names"/>
            <LabeledElement Name="b">
              <Cast Type="Edm.Decimal" Precision="3" Scale="1">
                <Path>id</Path>
              </Cast>
            </LabeledElement>
            <LabeledElementReference>self.a</LabeledElementReference>
          </Apply>
        </Annotation>
        <Annotation Term="self.url" UrlRef="https://example.org"/>
        <Annotation Term="self.url2">
          <UrlRef>
            <String>https://example.org</String>
            <Annotation Term="Core.Description" String="Annotated"/>
          </UrlRef>
        </Annotation>
        <Annotation Term="self.is">
          <Not>
            <IsOf Type="Collection(self.thing)">
              <NavigationPropertyPath>parts</NavigationPropertyPath>
            </IsOf>
          </Not>
        </Annotation>
        <Annotation Term="self.sum">
          <If>
            <Bool>true</Bool>
            <DivBy>
              <Decimal>1.5</Decimal>
              <Float>2.5</Float>
              <Annotation Term="Core.Description" String="A quotient"/>
            </DivBy>
            <Neg>
              <Int>3</Int>
            </Neg>
          </If>
        </Annotation>
        <Annotation Term="self.colors" Qualifier="Q" EnumMember="self.colors/red self.colors/blue"/>
        <Annotation Term="self.date" Date="2024-02-29"/>
        <Annotation Term="self.moment" DateTimeOffset="2024-02-29T12:00:00Z"/>
        <Annotation Term="self.time" TimeOfDay="12:00:00"/>
        <Annotation Term="self.span" Duration="PT1S"/>
        <Annotation Term="self.bytes" Binary="T0RhdGE"/>
        <Annotation Term="self.guid" Guid="21EC2020-3AEA-1069-A2DD-08002B30309D"/>
        <Annotation Term="self.model" ModelElementPath="/self.Container/things"/>
        <Annotation Term="self.annotation" AnnotationPath="@Core.Description"/>
        <Annotation Term="self.property" PropertyPath="names"/>
      </Annotations>
      <Annotation Term="Core.SchemaVersion" String="1.2"/>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>"#;

#[test]
fn every_element_is_written_as_it_is_read() {
    is_valid_document("everything", EVERYTHING);
    let document = Document::from_xml(EVERYTHING.as_bytes()).expect("no faults");
    assert_eq!(document.to_xml(), EVERYTHING);
}
