//! Requests in a second, next to a server of the same entities that was written by hand.
//!
//! Each server is a process of its own. The servers take turns, so that what else the machine does meets all of them
//! alike; a ratio is the median over the rounds. An argument such as `PATCH` measures only the work with that in its name.

mod by_hand;
mod load;
mod server;

use std::time::Duration;

use serde_json::Value;

use self::{
    load::{Site, Turn, Work},
    server::{Kind, Server},
};

/// How often each server has its turn with some work.
const ROUNDS: usize = 9;

/// How long a turn takes.
const TURN: Duration = Duration::from_millis(400);

/// How many entities there are at first.
const ENTITIES: u64 = 1000;

/// The work, in words, with the least part of the requests by hand that is good and the least that will do.
const WORK: [(Work, &str, f64, Option<f64>); 4] = [
    (Work::Get, "GET of an entity", 0.9, Some(0.7)),
    (Work::List, "GET of a list of 100", 1.6, None),
    (Work::Patch, "PATCH of two members", 1.0, Some(0.85)),
    (Work::Post, "POST of an entity", 0.9, Some(0.75)),
];

fn main() {
    server::serve_if_asked();
    // `cargo test` runs benches too, to see that they work.
    let measures = std::env::args().any(|argument| argument == "--bench");
    let (rounds, turn, entities) =
        if measures { (ROUNDS, TURN, ENTITIES) } else { (1, Duration::from_millis(20), 100) };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    runtime.block_on(compare(rounds, turn, entities, &filter));
}

/// One server with all that is measured about it.
struct Candidate {
    server: Server,
    site: Site,
    turns: Vec<Turn>,
    /// The ticks of all turns.
    ticks: Option<u64>,
}

async fn compare(rounds: usize, turn: Duration, entities: u64, filter: &str) {
    let directory = tempfile::tempdir().expect("a directory");
    let mut candidates = Vec::new();
    for kind in Kind::ALL {
        let server = Server::start(kind, directory.path());
        let mut site = Site::new(&server);
        site.fill(entities).await;
        candidates.push(Candidate { server, site, turns: Vec::new(), ticks: None });
    }
    check_same_content(&candidates).await;
    println!(
        "| work | by hand, in a second | service | goal | | program, with tokens | processor time of the service |"
    );
    println!("|---|--:|--:|--:|---|--:|--:|");
    for (work, name, goal, floor) in WORK.into_iter().filter(|(_, name, ..)| name.contains(filter)) {
        measure(&mut candidates, work, rounds, turn).await;
        report(&candidates, name, goal, floor);
    }
    report_memory(&candidates);
}

/// Gives each server its turns.
async fn measure(candidates: &mut [Candidate], work: Work, rounds: usize, turn: Duration) {
    for candidate in &mut *candidates {
        candidate.turns.clear();
        candidate.ticks = None;
        candidate.site.throughput(work, turn / 4).await;
    }
    for round in 0..rounds {
        for position in 0..candidates.len() {
            // Each of them comes first in some rounds, and follows each of the others.
            let position = if round % 2 == 0 { position + round } else { round + candidates.len() - position };
            let position = position % candidates.len();
            let candidate = &mut candidates[position];
            let before = candidate.server.processor_time();
            candidate.turns.push(candidate.site.throughput(work, turn).await);
            let spent = candidate.server.processor_time().zip(before).map(|(after, before)| after - before);
            candidate.ticks = spent.map(|spent| spent + candidate.ticks.unwrap_or(0));
        }
    }
}

fn report(candidates: &[Candidate], name: &str, goal: f64, floor: Option<f64>) {
    let [by_hand, service, program] = candidates else { unreachable!("three servers") };
    let speed = |candidate: &Candidate| candidate.turns.iter().map(|turn| turn.per_second()).collect::<Vec<_>>();
    let base = speed(by_hand);
    let ratio =
        |candidate: &Candidate| median(speed(candidate).iter().zip(&base).map(|(ours, base)| ours / base).collect());
    let found = ratio(service);
    let verdict = match floor {
        _ if found >= goal => "met",
        Some(floor) if found < floor => "too slow",
        _ => "missed",
    };
    let costs = match (cost(service), cost(by_hand)) {
        (Some(ours), Some(base)) if base > 0.0 => format!("{:.2}", ours / base),
        _ => String::new(),
    };
    let program = ratio(program);
    println!("| {name} | {:.0} | {found:.2} | {goal} | {verdict} | {program:.2} | {costs} |", median(base));
}

/// The ticks for one request.
#[expect(clippy::cast_precision_loss, reason = "nobody counts that far")]
fn cost(candidate: &Candidate) -> Option<f64> {
    let requests: u64 = candidate.turns.iter().map(|turn| turn.requests).sum();
    candidate.ticks.map(|ticks| ticks as f64 / requests as f64)
}

#[expect(clippy::cast_precision_loss, reason = "there is not that much memory")]
fn report_memory(candidates: &[Candidate]) {
    let memory: Option<Vec<f64>> =
        candidates.iter().map(|candidate| candidate.server.resident_memory().map(|memory| memory as f64)).collect();
    if let Some([by_hand, service, program]) = memory.as_deref() {
        let ratio = service / by_hand;
        let verdict = if ratio <= 1.5 { "met" } else { "missed" };
        println!(
            "| memory at the end | {by_hand:.0} KiB | {ratio:.2} | 1.5 | {verdict} | {:.2} | |",
            program / by_hand
        );
    }
}

/// Asserts that all servers have the same content and do the same with it.
async fn check_same_content(candidates: &[Candidate]) {
    let mut expected: Option<Vec<Value>> = None;
    for Candidate { site, server, .. } in candidates {
        let mut found = Vec::new();
        for (work, status) in [(Work::Patch, 200), (Work::Get, 200), (Work::Post, 201), (Work::List, 200)] {
            let answer = site.ask(work, 5).await;
            assert_eq!(answer.status, status, "{}", String::from_utf8_lossy(&answer.body));
            let text = String::from_utf8(answer.body).expect("UTF-8").replace(&server.address.to_string(), "host");
            let mut json: Value = serde_json::from_str(&text).expect("JSON");
            if work == Work::List {
                let entities = json["value"].as_array_mut().expect("a list");
                assert_eq!(entities.len(), 100);
                entities.iter_mut().for_each(take_what_differs);
            } else {
                take_what_differs(&mut json);
            }
            found.push(json);
        }
        match &expected {
            None => expected = Some(found),
            Some(expected) => assert_eq!(*expected, found),
        }
    }
}

/// Takes out what is another value on each server, after checking that it is there.
fn take_what_differs(entity: &mut Value) {
    for name in ["@odata.etag", "id", "lastModifiedDateTime"] {
        let value = entity.as_object_mut().and_then(|entity| entity.remove(name));
        assert!(value.is_some_and(|value| value.is_string()), "{name}");
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
