//! Reading and writing a list of items of several types.

mod comparison;
mod criterion_runner;
mod model;

fn main() {
    criterion_runner::run(comparison::Topic::Polymorphic);
}
