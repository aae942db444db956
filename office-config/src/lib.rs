//! The Office client configuration API of Microsoft Graph: its [entity data model](model), and a program that serves it.

#![warn(missing_docs)]

pub mod auth;
mod database;
mod leftover;
pub mod model;
mod serve;

pub use database::Database;
pub use serve::{SERVICE_ROOTS, ServeError, ServeOptions, Serving, serve};
