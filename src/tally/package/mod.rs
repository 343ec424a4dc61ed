//! The public package: everything that anyone needs to check the count, in one file.
//!
//! ```text
//! (the public part of the export, see `batch::Export`)
//! settlement.cose
//! partials/NAME.cose
//! totals.cbor
//! outcome.json                    `null` where no money is given
//! ```
//!
//! Invariants: nothing is published that [`verify`] does not accept; [`verify`] trusts nothing
//! but the fingerprint, reads every byte of the package, and says ok only if every check in
//! [`CHECKS`] ran and held. A new check is one line in [`CHECKS`], one in `verify.rs` and one
//! mutation test.

mod publish;
mod verify;

pub use publish::publish;
pub use verify::{CHECKS, Report, verify};
