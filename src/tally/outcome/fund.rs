//! The rule itself, over candidates with votes and costs; knows nothing of ballots.

use super::Draw;
use crate::consultation::{Cents, NextDoesNotFit, Outcome, Ties, ZeroVotes};
use crate::envelope::Digest;
use std::collections::BTreeMap;

/// Something that can be funded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Id.
    pub id: String,
    /// Votes.
    pub votes: u64,
    /// Cost.
    pub cost: Cents,
}

/// The value of the public draw that the manifest names, as it was published.
pub type LotValue<'a> = Option<&'a str>;

/// What the rule gives.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rule {
    /// Funded ids, in the order in which they were funded.
    pub funded: Vec<String>,
    /// Money given.
    pub spent: Cents,
    /// Equal votes whose order decided what is funded.
    pub ties: Vec<Vec<String>>,
    /// Ties decided by lot.
    pub draws: Vec<Draw>,
    /// Whether a tie waits for the draw; it is put in order by id meanwhile.
    pub undecided: bool,
}

/// Funds the most voted first. `ties` lists only groups of equal votes whose order changes what
/// is funded.
pub fn fund(candidates: &[Candidate], total: Cents, outcome: &Outcome, lot: LotValue<'_>) -> Rule {
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
        for c in group {
            if let Some(rest) = left.0.checked_sub(c.cost.0) {
                left = Cents(rest);
                rule.funded.push(c.id.clone());
            } else if outcome.next_does_not_fit == NextDoesNotFit::Stop {
                return finished(rule, total, left);
            }
        }
    }
    finished(rule, total, left)
}

fn finished(mut rule: Rule, total: Cents, left: Cents) -> Rule {
    rule.spent = Cents(total.0.saturating_sub(left.0));
    rule
}

/// Whether the order inside a group of equal votes changes what is funded.
fn order_decides(group: &[&Candidate], left: Cents, next: NextDoesNotFit) -> bool {
    let fitting = group.iter().filter(|c| c.cost <= left);
    let together = fitting
        .clone()
        .fold(0u64, |sum, c| sum.saturating_add(c.cost.0));
    let fits = fitting.count();
    match next {
        // What does not fit alone is skipped wherever it stands; what fits alone, but not all
        // together, can each be first.
        NextDoesNotFit::Skip => together > left.0,
        // One that does not fit stops everything after it, so the order decides as soon as one
        // fits and not all do.
        NextDoesNotFit::Stop => fits > 0 && (fits < group.len() || together > left.0),
    }
}

fn settle_tie(group: &mut [&Candidate], ties: &Ties, lot: LotValue<'_>, rule: &mut Rule) {
    let ids = |group: &[&Candidate]| group.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
    rule.ties.push(ids(group));
    let Ties::Lot { draw } = ties else {
        return;
    };
    let Some(value) = lot else {
        rule.undecided = true;
        return;
    };
    group.sort_by_key(|c| place(value, &c.id));
    rule.draws.push(Draw {
        draw: draw.clone(),
        value: value.to_owned(),
        order: ids(group),
    });
}

/// The place of an option in a lot: ascending SHA-256 of the drawn value and the option's id.
fn place(value: &str, id: &str) -> Digest {
    Digest::of_parts("seggio/lot/1", &[value.as_bytes(), id.as_bytes()])
}
