//! The real programs and the real store, as their users and their enemies meet them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on must fail"
)]

mod albo;
mod cases;
mod ceremony;
mod check;
mod claiming;
mod day;
mod kills;
mod outcome;
mod pages;
mod programs;
mod rehearse;
mod serving;
mod settling;
mod slots;
mod terminal;
mod world;
