//! What is compared: for each comparison, our way and its peers, on the same bytes.
//!
//! Building a comparison asserts that all of its ways give equal values.

mod patch;
mod polymorphic;
mod read;
mod write;

use std::hint::black_box;

/// The comparisons of one bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// An entity from JSON.
    Read,
    /// An entity to JSON.
    Write,
    /// A list of items of several types.
    Polymorphic,
    /// Differences of two states, and their application.
    Patch,
}

/// One way to do the work.
pub(crate) struct Case {
    /// Who does it, and with what.
    pub(crate) name: &'static str,
    /// Does it once.
    pub(crate) run: Box<dyn FnMut()>,
}

/// A way that others took, and the part of its time that ours may take.
pub(crate) struct Peer {
    /// The way.
    pub(crate) case: Case,
    /// The goal for the first of our ways.
    pub(crate) goal: Option<f64>,
}

/// Our ways to do some work, and those of others.
pub(crate) struct Comparison {
    /// The bench it belongs to.
    pub(crate) topic: Topic,
    /// The work, in the words of its topic.
    pub(crate) name: &'static str,
    /// Our ways.
    pub(crate) ours: Vec<Case>,
    /// The ways of others.
    pub(crate) peers: Vec<Peer>,
}

impl Case {
    fn new<T>(name: &'static str, mut work: impl FnMut() -> T + 'static) -> Self {
        Self { name, run: Box::new(move || drop(black_box(work()))) }
    }
}

impl Comparison {
    fn new(topic: Topic, name: &'static str) -> Self {
        Self { topic, name, ours: Vec::new(), peers: Vec::new() }
    }

    /// One of our ways; the goals are for the first.
    fn ours<T>(mut self, name: &'static str, work: impl FnMut() -> T + 'static) -> Self {
        self.ours.push(Case::new(name, work));
        self
    }

    /// The way of another, without a goal.
    fn peer<T>(mut self, name: &'static str, work: impl FnMut() -> T + 'static) -> Self {
        self.peers.push(Peer { case: Case::new(name, work), goal: None });
        self
    }

    /// The way of another, of whose time ours takes at most this part.
    fn goal<T>(mut self, most: f64, name: &'static str, work: impl FnMut() -> T + 'static) -> Self {
        self.peers.push(Peer { case: Case::new(name, work), goal: Some(most) });
        self
    }
}

/// All comparisons.
pub(crate) fn all() -> Vec<Comparison> {
    let mut comparisons = read::comparisons();
    comparisons.extend(write::comparisons());
    comparisons.extend(polymorphic::comparisons());
    comparisons.extend(patch::comparisons());
    comparisons
}
