//! The model compared with Microsoft Graph's own description of it.

use std::collections::BTreeMap;

use odata_core::{
    Model,
    edm::{PropertyDescriptor, TypeDescriptor, TypeKind},
};
use office_config::model::GraphService;

use crate::support::{
    csdl::{self, Property, Type},
    reference,
};

#[test]
fn the_model_is_valid() {
    odata_core::assert_model!(GraphService);
}

#[test]
fn the_model_is_that_of_microsoft_graph() {
    let Some(csdl) = reference::read("graph-office.csdl.xml") else { return };
    let mut theirs = csdl::types(&csdl);

    // The two places where this model differs.
    let policy = theirs.get_mut("microsoft.graph.officeClientConfiguration").expect("the type of policies");
    assert!(std::mem::replace(&mut policy.is_abstract, false), "no longer a difference");
    let modified = Property { ty: "Edm.DateTimeOffset".to_owned(), nullable: true, ..Property::default() };
    let before = policy.properties.insert("lastModifiedDateTime".to_owned(), modified);
    assert_eq!(before, None, "no longer a difference");

    let model = Model::of::<GraphService>().expect("a valid model");
    let ours: BTreeMap<_, _> = model.types().iter().map(|found| (found.name().to_owned(), describe(found))).collect();
    assert_eq!(ours.len(), 10);
    for (name, theirs) in &theirs {
        assert_eq!(ours.get(name), Some(theirs), "{name}");
    }
    assert!(ours.keys().eq(theirs.keys()));

    let singletons = csdl::singletons(&csdl);
    let children = model.container().children().iter();
    let children: Vec<_> = children.map(|child| (child.name().to_owned(), child.ty().name())).collect();
    assert_eq!(children, singletons);
}

fn describe(descriptor: &TypeDescriptor) -> Type {
    Type {
        is_entity: descriptor.kind() == TypeKind::Entity,
        base: descriptor.base().map(|base| base.name().to_owned()),
        is_abstract: descriptor.is_abstract(),
        key: descriptor.own_properties().iter().filter(|own| own.is_key()).map(|own| own.name().to_owned()).collect(),
        properties: descriptor
            .own_properties()
            .iter()
            .map(|own| (own.name().to_owned(), describe_property(own)))
            .collect(),
    }
}

fn describe_property(property: &PropertyDescriptor) -> Property {
    Property {
        ty: property.ty().name(),
        // Microsoft does not say of any collection whether its items can be null; here they cannot.
        nullable: property.ty().is_nullable(),
        navigation: property.ty().is_navigation(),
        contains_target: property.contains_target(),
    }
}
