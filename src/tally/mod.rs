//! Trustees, settlement, totals, outcome, package, verification. Knows nothing of screens, of
//! the network or of the central server: it reads files.

pub mod ceremony;
mod files;
mod group;
mod share;

pub use share::{SHARE_FILE, Share};
