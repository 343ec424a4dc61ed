//! The ballots of a real election, each through the real way of a vote.
//!
//! ```text
//! pabulib::Election --translate--> a consultation's file, an answer for each ballot
//! made-up voters    --stations---> check-in, seal, cast; batches to the server
//! the server        --count------> totals, package, verifier
//! ```
//!
//! Invariant: a ballot of the file is one vote of one made-up person, or the rehearsal stops and
//! names its line. What is compared with the file was decrypted from the counted ballots.

mod money;
mod polling;
mod run;
#[cfg(test)]
mod tests;
mod translate;
pub(super) mod voter;
mod written;

pub use run::{Asked, Progress, Rehearsed, rehearse};
pub use translate::{NotCarried, Translated, translate};
