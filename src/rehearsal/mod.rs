//! A whole small world in one process: authority, trustees, central server, stations, made-up
//! people, a clock set inside the phase. Everything is real but the people and the keys, which
//! never leave the folder.
//!
//! | module | holds |
//! |---|---|
//! | `offices` | everyone but the stations, from the consultation's file to a running server |
//! | `scrutiny` | the count, from the ledger to the verified package |
//! | `case` | a consultation of `kiosk-config/` with its made-up people |
//! | `world` | the demo: a case with one station |
//! | `counting` | the demo's count, as its screen shows it |
//! | `election` | every ballot of a Pabulib file through the real way of a vote |
//!
//! Invariant: the manifest is a training one; nothing of it is accepted by anything live.

mod case;
mod counting;
pub mod election;
mod error;
mod offices;
mod people;
mod scrutiny;
mod world;

pub use case::Case;
pub use error::RehearsalError;
pub use offices::{Founding, Offices, Trustees};
pub use people::{Person, people};
pub use scrutiny::{CountStep, Counted};
pub use world::World;
