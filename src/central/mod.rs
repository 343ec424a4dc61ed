//! The central server: the HTTP API and the ledger. Knows nothing of choices, names or links.
//!
//! Invariants: a batch is in the ledger whole or not at all; a [`Receipt`](crate::batch::Receipt)
//! is only given for what is already on disk; the same bytes sent again get the same receipt and
//! have no other effect; what was refused leaves nothing behind but a note for the office, and its
//! bytes where they may still be needed. Everything public that the ledger holds is named by a leaf
//! of the board, from the moment at which the sequencer has given it its place. After the purge no
//! link is in its files.
//!
//! Which error where: [`Refusal`] is for whoever sent something, and is final for those bytes;
//! [`LedgerError`] is for whoever runs the server, and the sender may try again; both together
//! are a [`CentralError`].

mod bell;
mod board;
mod claims;
mod contents;
mod copies;
mod error;
mod export;
mod files;
mod http;
mod introduction;
mod keys;
mod ledger;
mod links;
pub mod log;
pub mod metrics;
mod office;
mod pages;
mod problem;
mod proofs;
mod publication;
mod quarantine;
mod receive;
mod registry;
mod running;
mod sequencer;
mod voted;
mod workers;

pub use board::Inclusion;
pub use error::{CentralError, Refusal};
pub use export::{export, export_when_placed};
pub use files::{FileOutcome, receive_files};
pub use http::{BODY_LIMIT, Limits, Serving, TlsFiles};
pub use introduction::Introduction;
pub use keys::{KeysError, ServerSecrets};
pub use ledger::{Address, Ledger, LedgerError, backup};
pub use links::{Link, Links};
pub use office::{AlarmReport, AsideReport, StationReport, stations};
pub use problem::{PROBLEM_JSON, Problem};
pub use proofs::{BoardProofs, Continued, Included, write_board_proofs};
pub use publication::{
    DrawSummary, OptionSummary, OutcomeSummary, PartSummary, PublicationError, QuestionSummary,
    RemovedBallot, Summary, publish_package,
};
pub use receive::Central;
pub use running::{Running, run_until_stopped, url_of};
pub use sequencer::Placed;

#[cfg(test)]
pub(crate) mod fixture;
#[cfg(test)]
pub(crate) mod fixture_database;
#[cfg(test)]
mod tests;
