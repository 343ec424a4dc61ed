//! Elections in the Pabulib format (`.pb`, <http://pabulib.org/format>): read as they are in the
//! wild, counted, and written back with their totals.
//!
//! Invariants: an amount is exact, an integer in the smallest unit that the file uses; a vote is
//! counted wholly or the file is refused with the line; any bytes are read or refused, without a
//! panic; what is written differs from what was read only in the cells of `votes`, `score` and
//! `selected`.
//!
//! ```text
//! bytes --rows--> rows of cells --sections--> META, PROJECTS, VOTES --read--> Election
//! Election --count--> Count --outcome::fund--> funded
//! bytes + Count + funded --write--> bytes
//! ```

mod decimal;
mod election;
mod error;
mod read;
mod rows;
mod sections;
mod write;

pub use decimal::Decimal;
pub use election::{Ballot, Count, Election, Meta, Project, VoteType};
pub use error::{PabulibError, Problem};
pub use read::read;
pub use write::write;

#[cfg(test)]
mod tests;
