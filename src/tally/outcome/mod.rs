//! From totals to funded projects: the most voted within the budget, by the rule that the
//! consultation chose.
//!
//! Invariants: money is integer cents and never overspent; the order among equal votes comes
//! from the declared rule, and an outcome in which it decided something without a public draw is
//! marked as undecided.

mod fund;
mod lot;
mod report;

pub use fund::{Candidate, Rule, fund};
pub use lot::{DrawnValue, LotError};
pub use report::{Draw, LotValue, OutcomeReport, outcome};

#[cfg(test)]
mod tests;
