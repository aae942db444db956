//! All comparisons, measured in turns, as a table of ratios.
//!
//! The ways of one comparison take turns in batches that are short enough to run undisturbed mostly, so that what else
//! the machine does meets all of them alike. A ratio is the median over the rounds; next to it is the ratio of the
//! shortest times.

mod comparison;
mod model;

use std::time::{Duration, Instant};

use comparison::{Case, Comparison, all};

/// How often each way has its turn.
const ROUNDS: usize = 2001;
/// About how long a turn takes.
const TURN: Duration = Duration::from_micros(200);

fn main() {
    // `cargo test` runs benches too, to see that they work.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { ROUNDS } else { 1 };
    println!("| topic | work | of ours | over the time of | ratio | of minima | goal | |");
    println!("|---|---|---|---|--:|--:|--:|---|");
    for comparison in all() {
        report(comparison, rounds);
    }
}

fn report(comparison: Comparison, rounds: usize) {
    let Comparison { topic, name, mut ours, peers, .. } = comparison;
    let (mut others, goals): (Vec<_>, Vec<_>) = peers.into_iter().map(|peer| (peer.case, peer.goal)).unzip();
    let mut cases: Vec<_> = ours.iter_mut().chain(&mut others).collect();
    let times = measure(&mut cases, rounds);
    let (our_times, peer_times) = times.split_at(ours.len());
    for (position, (our, our_times)) in ours.iter().zip(our_times).enumerate() {
        for ((peer, goal), peer_times) in others.iter().zip(&goals).zip(peer_times) {
            let ratio = median(our_times.iter().zip(peer_times).map(|(our, peer)| our / peer).collect());
            let of_minima = minimum(our_times) / minimum(peer_times);
            let (goal, verdict) = match goal.filter(|_| position == 0) {
                Some(goal) if ratio <= goal => (format!("{goal:.3}"), "met"),
                Some(goal) => (format!("{goal:.3}"), "missed"),
                None => (String::new(), ""),
            };
            let ways = format!("{} | {}", our.name, peer.name);
            println!("| {topic:?} | {name} | {ways} | {ratio:.3} | {of_minima:.3} | {goal} | {verdict} |");
        }
    }
}

/// The time of one run in seconds, for each case and round.
fn measure(cases: &mut [&mut Case], rounds: usize) -> Vec<Vec<f64>> {
    let batches: Vec<_> = cases.iter_mut().map(|case| batch(case)).collect();
    let mut times = vec![Vec::with_capacity(rounds); cases.len()];
    for _ in 0..rounds {
        for ((case, &batch), times) in cases.iter_mut().zip(&batches).zip(&mut times) {
            times.push(time(case, batch).as_secs_f64() / f64::from(batch));
        }
    }
    times
}

/// How many runs take a turn. Turns of one length are disturbed equally often.
fn batch(case: &mut Case) -> u32 {
    let mut batch = 1;
    while time(case, batch) < TURN {
        batch *= 2;
    }
    let quickest = (0..20).map(|_| time(case, batch)).min().unwrap_or(TURN);
    (batch * micros(TURN) / micros(quickest).max(1)).max(1)
}

fn micros(duration: Duration) -> u32 {
    u32::try_from(duration.as_micros()).unwrap_or(u32::MAX)
}

fn time(case: &mut Case, batch: u32) -> Duration {
    let start = Instant::now();
    for _ in 0..batch {
        (case.run)();
    }
    start.elapsed()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn minimum(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}
