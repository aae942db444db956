//! The Office client configuration API of Microsoft Graph: its [entity data model](model), and a program that serves it.
//!
//! The program is a thin layer over [`serve()`], which other programs can call as well:
//!
//! ```no_run
//! use office_config::{Database, ServeOptions, serve};
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
//! // Without an issuer, tokens signed with the development key are accepted.
//! let serving = serve(listener, ServeOptions::new(Database::Memory))?;
//! println!("listening on http://{}", serving.address());
//! serving.run_until(async { _ = tokio::signal::ctrl_c().await }).await?;
//! # Ok(())
//! # }
//! ```

#![warn(missing_docs)]

pub mod auth;
mod connections;
mod database;
mod leftover;
pub mod model;
mod serve;
mod stall;

pub use connections::Timeouts;
pub use database::Database;
pub use serve::{SERVICE_ROOTS, ServeError, ServeOptions, Serving, migrate, serve};
