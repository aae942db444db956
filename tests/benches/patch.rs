//! PATCH bodies: making them from two states, and applying them.

mod comparison;
mod criterion_runner;
mod model;

fn main() {
    criterion_runner::run(comparison::Topic::Patch);
}
