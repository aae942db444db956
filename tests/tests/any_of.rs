//! Values in `AnyOf`: compared, changed and unwrapped.

use std::any::Any;

use odata_core::{
    AnyOf, Delta, Diff, EntityValue, ErrorCode, Reflect, Slot, Structured, StructuredType, ValueRef,
    codec::{self, ReadOptions},
    edm::TypeDescriptor,
    slot::AnySlot,
};
use odata_tests::workshop::{Machine, Truck, Vehicle};

fn truck() -> Truck {
    let body = br#"{"owner":"o","dimensions":{"outer":{"width":1}},"load":1,"built":"2020-01-01","byte":0,"long":0,"double":0}"#;
    codec::from_slice(body).expect("a truck")
}

#[test]
fn all_that_differs_is_compared() {
    let old = AnyOf::<Machine>::new(truck());
    let mut new = truck();
    (new.load, new.long, new.owner) = (7, 8, "p".to_owned());
    let new = AnyOf::<Machine>::new(new);
    let changes = old.diff(&new).expect("two trucks");
    assert_eq!(String::from_utf8_lossy(&changes.to_vec()), r#"{"owner":"p","long":8,"load":7}"#);
    let mut applied = old.clone();
    changes.apply_to(applied.as_structured_mut()).expect("they fit");
    assert_eq!(applied, new);
}

#[test]
fn values_of_two_types_have_no_difference() {
    let (truck, machine) = (truck(), AnyOf::<Machine>::new(truck().vehicle.machine));
    let error = AnyOf::<Machine>::new(truck).diff(&machine).expect_err("two types");
    assert_eq!(error.code(), ErrorCode::TYPE_MISMATCH);
}

#[test]
fn changes_are_read_for_the_type_that_the_value_has() {
    fn patched<T: EntityValue>(mut value: T) -> T {
        let body = br#"{"load":7,"extra":"dynamic"}"#;
        let delta = Delta::<T>::read_for(&value, body, &ReadOptions::update()).expect("a truck has a load");
        delta.apply_to(&mut value).expect("it is a truck");
        value
    }
    let expected = patched(truck());
    assert_eq!((expected.load, expected.more.len()), (7, 1));
    assert_eq!(patched(AnyOf::<Machine>::new(truck())), AnyOf::new(expected.clone()));
    assert_eq!(patched(AnyOf::<Vehicle>::new(truck())), AnyOf::new(expected.clone()));

    let mut any = AnyOf::<Vehicle>::new(truck());
    let body = br#"{"load":7,"extra":"dynamic"}"#;
    let delta = Delta::<Machine>::read_for(&any, body, &ReadOptions::update()).expect("a truck has a load");
    delta.clone().apply_to(&mut any).expect("it is a truck");
    assert_eq!(any, AnyOf::new(expected));

    let mut vehicle = truck().vehicle;
    let error = delta.apply_to(&mut vehicle).expect_err("a vehicle has no load");
    assert_eq!((error.code(), vehicle), (ErrorCode::TYPE_MISMATCH, truck().vehicle));
    let error = Delta::<Machine>::read_for(&truck().vehicle, body, &ReadOptions::update()).expect_err("no load");
    assert_eq!(error.code(), ErrorCode::UNDECLARED_PROPERTY);
}

#[test]
fn changes_made_by_name_apply_to_any_value() {
    let mut delta = Delta::<AnyOf<Machine>>::new();
    delta.set(Machine::PROPERTIES.priority, 9).expect("a property that changes");
    let (mut any, mut plain) = (AnyOf::<Vehicle>::new(truck()), truck());
    delta.clone().apply_to(&mut any).expect("a truck is a machine");
    delta.apply_to(&mut plain).expect("a truck is a machine");
    assert_eq!((any.priority, plain.priority), (9, 9));
}

#[test]
fn a_value_is_unwrapped_as_exactly_its_type() {
    let any = AnyOf::<Machine>::new(truck());
    let any = any.downcast::<Vehicle>().expect_err("it is a truck");
    assert_eq!(any.downcast::<Truck>().expect("it is one"), truck());
}

/// A truck of another Rust type, which says of itself that it is a `workshop.truck`.
#[derive(Clone)]
struct Handmade {
    truck: Truck,
    has_base: bool,
}

impl Slot for Handmade {
    fn view(&self) -> ValueRef<'_> {
        ValueRef::Structured(self)
    }
}

impl AnySlot for Handmade {
    fn clone_slot(&self) -> Box<dyn Slot> {
        Box::new(self.clone())
    }

    fn swap(&mut self, other: &mut dyn Slot) {
        if let Some(other) = (other as &mut dyn Any).downcast_mut() {
            std::mem::swap(self, other);
        }
    }
}

impl Reflect for Handmade {
    fn descriptor(&self) -> &'static TypeDescriptor {
        Truck::DESCRIPTOR
    }

    fn clone_structured(&self) -> Box<dyn Structured> {
        Box::new(self.clone())
    }
}

impl Structured for Handmade {
    fn slot(&self, index: usize) -> &dyn Slot {
        self.truck.slot(index)
    }

    fn slot_mut(&mut self, index: usize) -> &mut dyn Slot {
        self.truck.slot_mut(index)
    }

    fn base(&self) -> Option<&dyn Structured> {
        self.has_base.then_some(&self.truck)
    }

    fn base_mut(&mut self) -> Option<&mut dyn Structured> {
        self.has_base.then_some(&mut self.truck)
    }
}

#[test]
fn another_rust_type_with_the_same_descriptor_is_another_one() {
    let value = Box::new(Handmade { truck: truck(), has_base: true });
    let Ok(mut any) = AnyOf::<Machine>::from_structured(value) else { panic!("it holds a machine") };
    assert_eq!(any.descriptor(), Truck::DESCRIPTOR);
    assert!(!any.is::<Truck>() && any.downcast_ref::<Truck>().is_none() && any.downcast_mut::<Truck>().is_none());
    any.priority = 9;
    assert_eq!(any.as_structured_mut().part_mut::<Truck>().map(|truck| truck.priority), Some(9));
    let any = any.downcast::<Truck>().expect_err("it is no `Truck`");
    assert_eq!(any.priority, 9);
}

#[test]
fn what_holds_no_declared_part_is_not_wrapped() {
    let value = Box::new(Handmade { truck: truck(), has_base: false });
    assert!(AnyOf::<Machine>::from_structured(value).is_err());
}
