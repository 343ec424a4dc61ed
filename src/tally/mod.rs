//! Trustees, settlement, totals, outcome, package, verification. Knows nothing of screens, of
//! the network or of the central server: it reads files.
//!
//! ```text
//! ceremony                       the tally key, its shares
//! Export  --examine-->           Examined            every check up to settlement held
//!         --settlement::settle-> Settled
//!         --settlement::open-->  OpenSettlement      it settles this very export
//!         --partial::give-->     Signed<Partial>     one for each of k trustees
//!         --totals-->            Totals
//!         --outcome-->           OutcomeReport
//!         --package::publish-->  the public package  --package::verify--> Report
//! ```
//!
//! Each arrow takes only what the one before gave: a type that exists only if every check held.

mod cells;
pub mod ceremony;
mod error;
pub mod examine;
mod group;
mod logarithm;
pub mod outcome;
pub mod pabulib;
pub mod package;
pub mod partial;
pub mod settlement;
mod share;
mod totals;

pub use error::TallyError;
pub use examine::{Check, Examined, Visit, examine, examine_file, visits};
pub use outcome::{OutcomeReport, outcome};
pub use package::{Report, publish, verify};
pub use partial::{Partial, give};
pub use settlement::{OpenSettlement, Settled, Settlement, SettlementKeys, settle};
pub use share::{SHARE_FILE, Share};
pub use totals::{OptionTotal, Part, QuestionTotals, Totals, totals};

#[cfg(test)]
mod tests;
