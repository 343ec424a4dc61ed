//! The key ceremony: n trustees make a key that any k of them can use and nobody holds.
//!
//! Each trustee has a private folder on a machine of its own; one shared folder travels between
//! them:
//!
//! ```text
//! keys     PRIVATE/trustee.age                  SHARED/NAME.card
//! round1   PRIVATE/round1.age                   SHARED/NAME.round1
//! round2   PRIVATE/round2.age                   SHARED/NAME-to-OTHER.round2
//! finish   PRIVATE/finish.age, share.age        SHARED/NAME.transcript
//! ```
//!
//! Invariants: no secret is ever in the shared folder in clear; a step that fails releases
//! nothing that running it again would not release; no shared file is ever overwritten; a step
//! taken again publishes the same bytes, and only if what it was made from has not changed.

mod card;
mod error;
mod finish;
mod first_round;
mod folder;
mod kept;
mod messages;
mod rounds;
mod standing;
mod step;
mod together;
mod transcript;
mod trustee;

pub use card::{Card, Roster, short};
pub use error::CeremonyError;
pub use standing::{Standing, TrusteeStanding};
pub use step::Step;
pub use together::{Together, names, together};
pub use transcript::{Transcript, tally_key};
pub use trustee::Trustee;

#[cfg(test)]
mod tests;
