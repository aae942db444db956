//! Runs comparisons under criterion.

use criterion::Criterion;

use crate::comparison::{Topic, all};

/// Runs the comparisons of one topic, a group each.
pub(crate) fn run(topic: Topic) {
    let mut criterion = Criterion::default().configure_from_args();
    for comparison in all().into_iter().filter(|comparison| comparison.topic == topic) {
        let mut group = criterion.benchmark_group(format!("{topic:?}: {}", comparison.name));
        let peers = comparison.peers.into_iter().map(|peer| peer.case);
        for mut case in comparison.ours.into_iter().chain(peers) {
            group.bench_function(case.name, |bencher| bencher.iter(&mut case.run));
        }
        group.finish();
    }
    criterion.final_summary();
}
