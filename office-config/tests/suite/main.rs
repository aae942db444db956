//! Tests of the model and of the program that serves it, over real HTTP.
#![expect(unreachable_pub, reason = "modules of one program")]

mod commands;
mod documents;
mod durability;
mod in_process;
mod migration;
mod model;
mod requests;
mod slow_clients;
mod support;
mod tokens;
