//! Values are shared between threads.
use odata_core::ODataEntity;

#[derive(Clone)]
struct Cache(std::sync::Arc<std::cell::Cell<i32>>);

impl Default for Cache {
    fn default() -> Self {
        todo!()
    }
}

#[derive(ODataEntity, Clone)]
#[odata(type = "graph.policy")]
struct Policy {
    #[odata(skip)]
    cache: Cache,
}

fn main() {}
