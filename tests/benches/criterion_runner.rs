//! Runs comparisons under criterion.

use criterion::Criterion;

use crate::comparison::{Topic, all};

/// Runs the comparisons of one topic, a group each.
pub(crate) fn run(topic: Topic) {
    let mut criterion = Criterion::default().configure_from_args();
    for comparison in all().into_iter().filter(|comparison| comparison.topic == topic) {
        let mut group = criterion.benchmark_group(format!("{topic:?}: {}", comparison.name));
        for mut case in comparison.ours {
            group.bench_function(case.name, |bencher| bencher.iter(&mut case.run));
        }
        for mut peer in comparison.peers {
            let goal = peer.goal.map_or_else(String::new, |goal| format!(", goal {goal:.3}"));
            group.bench_function(format!("{}{goal}", peer.case.name), |bencher| bencher.iter(&mut peer.case.run));
        }
        group.finish();
    }
    criterion.final_summary();
}
