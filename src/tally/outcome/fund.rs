//! The rule itself, over candidates with votes and costs; knows nothing of ballots.
//!
//! Amounts are integers in one smallest unit, whichever it is: cents in a consultation.

use super::{Draw, DrawnValue};
use crate::consultation::{NextDoesNotFit, Outcome, Ties, ZeroVotes};
use std::collections::BTreeMap;

/// Something that can be funded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Id.
    pub id: String,
    /// Votes.
    pub votes: u64,
    /// Cost, in the smallest unit.
    pub cost: u64,
}

/// What the rule gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rule {
    /// Funded ids, in the order in which they were funded.
    pub funded: Vec<String>,
    /// Money given, in the smallest unit.
    pub spent: u64,
    /// Equal votes whose order decided what is funded.
    pub ties: Vec<Vec<String>>,
    /// Ties decided by lot.
    pub draws: Vec<Draw>,
    /// Whether a tie waits for the draw: neither it nor what comes after it is funded yet.
    pub undecided: bool,
}

/// Funds the most voted first. `ties` lists only groups of equal votes whose order changes what
/// is funded, given the order of the groups before; in ascending order of ids as text.
pub fn fund(
    candidates: &[Candidate],
    total: u64,
    outcome: &Outcome,
    lot: Option<&DrawnValue>,
) -> Rule {
    let mut by_votes: BTreeMap<u64, Vec<&Candidate>> = BTreeMap::new();
    for c in candidates {
        let zero = c.votes == 0 && outcome.zero_votes == ZeroVotes::Skip;
        if c.votes >= outcome.minimum_votes && !zero {
            by_votes.entry(c.votes).or_default().push(c);
        }
    }
    let mut rule = Rule::default();
    let mut left = total;
    for (_, mut group) in by_votes.into_iter().rev() {
        group.sort_by(|a, b| a.id.cmp(&b.id));
        if order_decides(&group, left, outcome.next_does_not_fit) {
            settle_tie(&mut group, &outcome.ties, lot, &mut rule);
        }
        if rule.undecided {
            // What this group takes decides what is left for those after it.
            return finished(rule, total, left);
        }
        for c in group {
            if let Some(rest) = left.checked_sub(c.cost) {
                left = rest;
                rule.funded.push(c.id.clone());
            } else if outcome.next_does_not_fit == NextDoesNotFit::Stop {
                return finished(rule, total, left);
            }
        }
    }
    finished(rule, total, left)
}

fn finished(mut rule: Rule, total: u64, left: u64) -> Rule {
    rule.spent = total.saturating_sub(left);
    rule
}

/// Whether the order inside a group of equal votes changes what is funded.
fn order_decides(group: &[&Candidate], left: u64, next: NextDoesNotFit) -> bool {
    let fitting = group.iter().filter(|c| c.cost <= left);
    let together = fitting
        .clone()
        .fold(0u64, |sum, c| sum.saturating_add(c.cost));
    let fits = fitting.count();
    match next {
        // What does not fit alone is skipped wherever it stands; what fits alone, but not all
        // together, can each be first.
        NextDoesNotFit::Skip => together > left,
        // One that does not fit stops everything after it, so the order decides as soon as one
        // fits and not all do.
        NextDoesNotFit::Stop => fits > 0 && (fits < group.len() || together > left),
    }
}

fn settle_tie(group: &mut [&Candidate], ties: &Ties, lot: Option<&DrawnValue>, rule: &mut Rule) {
    let ids = |group: &[&Candidate]| group.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
    rule.ties.push(ids(group));
    let Ties::Lot { draw } = ties else {
        return;
    };
    let Some(value) = lot else {
        rule.undecided = true;
        return;
    };
    group.sort_by_key(|c| value.place(&c.id));
    rule.draws.push(Draw {
        draw: draw.clone(),
        value: value.as_str().to_owned(),
        order: ids(group),
    });
}
