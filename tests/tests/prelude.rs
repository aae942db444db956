//! The prelude leaves names and methods of its users alone.

use odata_core::prelude::*;

/// Methods of a user's own, named as those of the crate's traits.
trait Own: Sized {
    fn same(&self, other: &Self) -> bool;
    fn view(&self) -> usize;
    fn copy(&self) -> Self;
    fn put(&mut self, input: Self);
    fn open(&mut self) {}
    fn current(&mut self) {}
    fn swap(&mut self, _: &mut Self) {}
    fn blank() -> Self;
    fn descriptor(&self) {}
}

impl Own for String {
    fn same(&self, other: &Self) -> bool {
        self == other
    }

    fn view(&self) -> usize {
        self.len()
    }

    fn copy(&self) -> Self {
        self.clone()
    }

    fn put(&mut self, input: Self) {
        *self = input;
    }

    fn blank() -> Self {
        Self::new()
    }
}

/// A place to park.
#[derive(ODataComplex, Clone, Debug, PartialEq)]
#[odata(type = "prelude.place")]
struct Place {
    name: Option<String>,
}

fn renamed(place: &Place) -> Result<Place, std::fmt::Error> {
    if place.name.is_none() { Err(std::fmt::Error) } else { Ok(Place { name: Some("new".to_owned()) }) }
}

#[test]
fn names_and_methods_stay_those_of_the_user() {
    let mut text = String::blank();
    text.put("ab".to_owned());
    let mut other = text.copy();
    text.open();
    text.current();
    text.swap(&mut other);
    text.descriptor();
    assert!(text.same(&other) && text.view() == 2);

    let old = Place { name: Some("old".to_owned()) };
    let new = renamed(&old).expect("it has a name");
    assert_eq!(old.diff(&new).to_vec(), br#"{"name":"new"}"#);
}
