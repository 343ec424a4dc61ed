//! The real server as its stations, its office and its misfortunes meet it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on must fail"
)]

mod faults;
mod processes;
mod world;
