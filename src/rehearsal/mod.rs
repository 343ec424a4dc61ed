//! A whole small world in one process: authority, trustees, central server, one station, made-up
//! people, a clock set inside the phase. Everything is real but the people, who are in
//! `kiosk-config/`, and the keys, which never leave the folder.
//!
//! Invariant: the manifest is a training one; nothing of it is accepted by anything live.

mod counting;
mod people;
mod world;

pub use people::{Person, people};
pub use world::{DEMO_START, RehearsalError, World};
