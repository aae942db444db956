//! Models and generators shared by the tests and benches of the workspace.

#![allow(missing_docs, reason = "the names of models and helpers say what they are")]

pub mod annotated;
pub mod arbitrary;
pub mod catalog;
pub mod depot;
pub mod kitchen_sink;
pub mod market;
pub mod metadata;
pub mod reorder;
pub mod shop;
// It is formatted by the program that makes it.
#[rustfmt::skip]
pub mod shop_vocabulary;
pub mod workshop;

/// The README's example, so that it is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;

/// A guide, for the same reason.
#[cfg(doctest)]
#[doc = include_str!("../../docs/guides/annotations.md")]
struct Annotations;
