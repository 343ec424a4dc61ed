//! A choice, the equations of each method, sealing, the tracker. Knows nothing of persons.
//!
//! Invariants: a [`Choices`] can only be built if the consultation's methods allow it; a
//! [`SealedBallot`] that [`BallotForm::read`] and [`BallotForm::verify`] accept encrypts bits that
//! obey the equations, for this consultation, this station and this nonce, and no other.
//!
//! Exponential `ElGamal` on Ristretto255; one linear relation per ballot, proven with
//! `sigma-proofs` in its batchable form. The construction is described in `docs/ballots.md`.

mod choice;
mod fixed;
mod form;
mod guidance;
mod opening;
mod point;
mod prover;
mod relation;
mod seal;
mod sealed;
mod shape;
mod tracker;

pub use choice::{Answer, ChoiceError, Choices};
pub use form::{BallotForm, Ciphertext};
pub use guidance::{Guidance, guidance};
pub use opening::Opening;
pub use point::Point;
pub use seal::Sealing;
pub use sealed::{BallotError, SealedBallot};
pub use shape::{Equation, Shape, Target};
pub use tracker::Tracker;

#[cfg(test)]
mod example;
#[cfg(test)]
pub(crate) mod forgeries;
