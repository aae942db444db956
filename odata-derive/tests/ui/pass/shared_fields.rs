//! What a field that is not a property can hold: all that threads can share.
#![forbid(unsafe_code)]
use std::{
    cell::Cell as StdCell,
    sync::{Arc, Mutex, OnceLock},
};

use odata_core::ODataComplex;

#[derive(Clone, Default)]
struct Cell;

trait Job: Send + Sync {}

#[derive(ODataComplex, Clone)]
#[odata(type = "graph.info")]
struct Info {
    #[odata(skip)]
    cell: Option<Cell>,
    #[odata(skip)]
    job: Option<Arc<dyn Job>>,
    #[odata(skip)]
    call: Option<Arc<dyn Fn() -> u64 + Send + Sync>>,
    #[odata(skip)]
    count: Arc<Mutex<StdCell<u64>>>,
    #[odata(skip)]
    once: OnceLock<u64>,
}

fn main() {
    let new = <Info as odata_core::PropertyValue>::blank();
    assert!(new.cell.is_none() && new.job.is_none() && new.call.is_none() && new.once.get().is_none());
    assert_eq!(new.count.lock().map(|count| count.get()).ok(), Some(0));
}
