//! Actions and functions: the model, its faults, and `$metadata`.

use odata_core::{
    Action, AnyOf, Container, Function, Model, Operation, csdl,
    edm::{OperationKind, PropertyDescriptor},
};
use odata_tests::shop;

/// Returns the `$metadata` of a container without faults.
fn metadata<C: Container>() -> String {
    csdl::to_xml(&Model::of::<C>().expect("no faults"))
}

#[test]
fn a_model_has_the_operations_that_are_bound_to_its_types_and_those_that_it_names() {
    let model = Model::of::<shop::Shop>().expect("no faults");
    let names: Vec<_> = model.operations().iter().map(|operation| operation.rust_name()).collect();
    assert_eq!(names, ["Discount", "PartCategories", "Related", "RelatedIn", "Reset", "Unpack"]);
    assert!(model.find("shop.offer").is_some(), "the type of a parameter");
    assert_eq!(model.enums().len(), 1);
    assert!(model.find("shop.discount").is_none(), "an operation is not a type");

    let closed = Model::of::<shop::Small>().expect("no faults");
    let names: Vec<_> = closed.operations().iter().map(|operation| operation.rust_name()).collect();
    assert_eq!(names, ["Related"]);
}

#[test]
fn the_descriptor_has_what_is_declared() {
    fn is_action<T: Action<Binding = Vec<AnyOf<shop::Product>>, Returns = Vec<AnyOf<shop::Product>>>>() {}
    fn is_function<T: Function<Binding = shop::Product>>() {}
    fn is_unbound<T: Action<Binding = (), Returns = ()>>() {}
    is_action::<shop::Discount>();
    is_function::<shop::RelatedIn>();
    is_unbound::<shop::Reset>();

    let discount = shop::Discount::OPERATION;
    assert_eq!((discount.name(), discount.kind()), ("shop.discount", OperationKind::Action));
    assert_eq!(discount.description(), Some("Puts products on sale."));
    assert_eq!(discount.entity_set_path().as_deref(), Some("products"));
    let binding = discount.binding_parameter().expect("bound");
    assert_eq!((binding.name(), &*binding.ty().name()), ("products", "Collection(shop.product)"));
    let required: Vec<_> = discount.parameters().iter().map(PropertyDescriptor::is_required_parameter).collect();
    assert_eq!(required, [true, true, false, false]);
    let returned = shop::Unpack::OPERATION.return_value().expect("returned");
    assert_eq!((returned.name(), returned.precision(), returned.scale()), ("value", Some(7), Some(1)));
    assert!(shop::Related::OPERATION.is_composable() && !discount.is_composable());
    assert_eq!(shop::Reset::OPERATION.binding_parameter().map(PropertyDescriptor::name), None);
}

#[test]
fn metadata_shows_operations() {
    let xml = metadata::<shop::Shop>();
    let start = xml.find("      <Action").expect("an action");
    let end = xml.find("      <EntityContainer").expect("a container");
    assert_eq!(
        &xml[start..end],
        r#"      <Action Name="discount" IsBound="true" EntitySetPath="products">
        <Parameter Name="products" Type="Collection(shop.product)"/>
        <Parameter Name="percent" Type="Edm.Decimal" Nullable="false" Precision="5" Scale="2">
          <Annotation Term="Org.OData.Core.V1.Description" String="How much less."/>
        </Parameter>
        <Parameter Name="offers" Type="Collection(shop.offer)" Nullable="false"/>
        <Parameter Name="reason" Type="Edm.String" MaxLength="10">
          <Annotation Term="Org.OData.Core.V1.OptionalParameter">
            <Record>
              <PropertyValue Property="DefaultValue" String="spring"/>
            </Record>
          </Annotation>
        </Parameter>
        <Parameter Name="until" Type="Edm.Date" Nullable="false">
          <Annotation Term="Org.OData.Core.V1.OptionalParameter">
            <Record/>
          </Annotation>
        </Parameter>
        <ReturnType Type="Collection(shop.product)"/>
        <Annotation Term="Org.OData.Core.V1.Description" String="Puts products on sale."/>
      </Action>
      <Function Name="partCategories" IsBound="true" EntitySetPath="products/shop.bundle/parts/category">
        <Parameter Name="products" Type="Collection(shop.product)"/>
        <ReturnType Type="Collection(shop.category)"/>
      </Function>
      <Function Name="related" IsBound="true" IsComposable="true">
        <Parameter Name="bindingParameter" Type="shop.product"/>
        <ReturnType Type="Collection(shop.product)"/>
      </Function>
      <Function Name="related" IsBound="true" IsComposable="true">
        <Parameter Name="bindingParameter" Type="shop.product"/>
        <Parameter Name="region" Type="Edm.String" Nullable="false"/>
        <Parameter Name="seasons" Type="Collection(shop.season)"/>
        <ReturnType Type="Collection(shop.product)"/>
      </Function>
      <Action Name="reset">
        <Annotation Term="Org.OData.Core.V1.Description" String="Nothing leads to it: it is unbound and named by the container alone."/>
      </Action>
      <Action Name="unpack" IsBound="true">
        <Parameter Name="bindingParameter" Type="shop.bundle"/>
        <ReturnType Type="Edm.Decimal" Precision="7" Scale="1"/>
      </Action>
"#
    );
}
