//! The outcome as it is printed and published.

use super::fund::{Candidate, fund};
use super::lot::DrawnValue;
use crate::consultation::{Cents, Consultation};
use crate::tally::{TallyError, Totals};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The value of the public draw that the manifest names, as it was published; `None` while it is
/// missing.
pub type LotValue<'a> = Option<&'a str>;

/// A tie that was put in order by a public draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// Which draw, as the manifest names it.
    pub draw: String,
    /// Its value, as published.
    pub value: String,
    /// The tied options in their order: ascending SHA-256 of value, bar and id.
    pub order: Vec<String>,
}

/// The outcome; amounts are decimal strings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeReport {
    /// Funded ids, in the order in which they were funded.
    pub funded: Vec<String>,
    /// Money given.
    pub spent: String,
    /// Money left.
    pub left: String,
    /// Votes of every option.
    pub votes: BTreeMap<String, u64>,
    /// Equal votes whose order decided what is funded.
    pub ties: Vec<Vec<String>>,
    /// Ties decided by lot.
    pub draws: Vec<Draw>,
    /// Whether a tie waits for the draw.
    pub undecided: bool,
}

impl OutcomeReport {
    /// The value of the draw, if a draw decided anything.
    pub fn lot(&self) -> LotValue<'_> {
        self.draws.first().map(|d| d.value.as_str())
    }

    /// The bytes that the package holds.
    pub fn to_json(&self) -> Vec<u8> {
        // Plain strings and numbers with string keys: serialization cannot fail.
        let mut json = serde_json::to_vec_pretty(self).unwrap_or_default();
        json.push(b'\n');
        json
    }
}

/// Applies the consultation's rule to totals; `None` where no money is given.
pub fn outcome(
    consultation: &Consultation,
    totals: &Totals,
    lot: LotValue<'_>,
) -> Result<Option<OutcomeReport>, TallyError> {
    let (Some(budget), Some(rule)) = (&consultation.budget, &consultation.outcome) else {
        return Ok(None);
    };
    let missing = |what: &str| TallyError::Outcome(format!("{what} is missing"));
    let question = consultation
        .question(&budget.question)
        .ok_or_else(|| missing("the budget's question"))?;
    let totals = totals
        .question(&budget.question)
        .ok_or_else(|| missing("the total of the budget's question"))?;
    let mut candidates = Vec::with_capacity(question.options.len());
    for option in &question.options {
        candidates.push(Candidate {
            id: option.id.clone(),
            votes: totals
                .of(Some(&option.id))
                .ok_or_else(|| missing(&format!("the total of {}", option.id)))?,
            cost: option
                .cost
                .ok_or_else(|| missing(&format!("the cost of {}", option.id)))?
                .0,
        });
    }
    let lot = lot.map(DrawnValue::parse).transpose();
    let lot = lot.map_err(|e| TallyError::Outcome(e.to_string()))?;
    let total = budget.total.0;
    let rule = fund(&candidates, total, rule, lot.as_ref());
    Ok(Some(OutcomeReport {
        funded: rule.funded,
        spent: Cents(rule.spent).decimal(),
        left: Cents(total.saturating_sub(rule.spent)).decimal(),
        votes: candidates.into_iter().map(|c| (c.id, c.votes)).collect(),
        ties: rule.ties,
        draws: rule.draws,
        undecided: rule.undecided,
    }))
}
