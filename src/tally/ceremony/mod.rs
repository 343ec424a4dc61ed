//! The key ceremony: n trustees make a key that any k of them can use and nobody holds.
//!
//! Each trustee has a private folder on a machine of its own; one shared folder travels between
//! them:
//!
//! ```text
//! keys     PRIVATE/trustee.age                  SHARED/NAME.card
//! round1   PRIVATE/round1.secret.age            SHARED/NAME.round1
//! round2   PRIVATE/round2.secret.age            SHARED/NAME-to-OTHER.round2
//! finish   PRIVATE/share.age                    SHARED/NAME.transcript
//! ```
//!
//! Invariants: no secret is ever in the shared folder in clear; a step that fails releases
//! nothing; no file is ever overwritten.

mod card;
mod error;
mod finish;
mod messages;
mod rounds;
mod together;
mod transcript;
mod trustee;

pub use card::{Card, Roster};
pub use error::CeremonyError;
pub use together::{Together, names, together};
pub use transcript::{Transcript, tally_key};
pub use trustee::Trustee;

#[cfg(test)]
mod tests;
