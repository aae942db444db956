//! The same data declared several times: for this framework, and by hand for each peer.

pub(crate) mod bodies;
pub(crate) mod flat;
pub(crate) mod items;
pub(crate) mod ours;
