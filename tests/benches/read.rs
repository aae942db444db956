//! Reading an entity.

mod comparison;
mod criterion_runner;
mod model;

fn main() {
    criterion_runner::run(comparison::Topic::Read);
}
