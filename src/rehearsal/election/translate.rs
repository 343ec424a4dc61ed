//! From an election to a consultation with one question, and from its ballots to answers.
//!
//! | votes of the file | method |
//! |---|---|
//! | approval | `approval`, from 1 to the most that any ballot lists; with META's `max_sum_cost`, if every ballot obeys it |
//! | choose-1 | `single` |
//! | cumulative | `points`: META's `max_sum_points` and `max_points`, if every ballot obeys them, or else the most that any ballot gives |
//! | scoring | `score`: META's `max_points`, if every ballot obeys it, or else the most that any ballot gives |
//! | ordinal | `priority` of as many ranks as the longest list, weights down to 1; a shorter list fills the last ranks, so that its last counts 1 |
//!
//! A vote that names nothing, or shares out no point, is a blank one.

use super::money::Unit;
use super::written;
use crate::ballot::Answer;
use crate::consultation::{Cents, Method};
use crate::tally::pabulib::{Ballot, Election, VoteType};

/// The most points that a consultation can share out.
const MOST_POINTS: u64 = 1_000_000;

/// A ballot that no method can carry, or a limit that cannot be read. Nothing was sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct NotCarried {
    /// Line of the file, from 1.
    pub line: usize,
    /// Why.
    pub why: String,
}

/// An election in a consultation's words.
#[derive(Debug, Clone)]
pub struct Translated {
    /// The text of the consultation's file. Its options are the projects, in their order.
    pub text: String,
    /// How the question is answered.
    pub method: Method,
    /// An answer for each ballot, in their order.
    pub answers: Vec<Answer>,
}

/// Translates an election with all its ballots.
pub fn translate(election: &Election) -> Result<Translated, NotCarried> {
    let limits = Limits { election };
    let cap = limits.spend_cap()?;
    let unit = Unit::of(election, cap);
    let method = limits.method(cap.filter(|_| unit.is_some()))?;
    let answer = |ballot: &Ballot| answer(ballot, &method, election.projects.len());
    Ok(Translated {
        answers: election.ballots.iter().map(answer).collect(),
        text: written::consultation(election, &method, unit),
        method,
    })
}

/// What the ballots of an election need, and what its META allows.
struct Limits<'a> {
    election: &'a Election,
}

impl Limits<'_> {
    fn method(&self, cap: Option<u64>) -> Result<Method, NotCarried> {
        Ok(match self.election.vote_type {
            VoteType::Approval => Method::Approval {
                min: 1,
                max: small(self.longest().max(1)),
                spend_cap: cap.map(Cents),
            },
            VoteType::ChooseOne => {
                let two = self.election.ballots.iter().find(|b| b.choices.len() > 1);
                if let Some(ballot) = two {
                    return Err(not_carried(ballot, "more than one project is chosen"));
                }
                Method::Single
            }
            VoteType::Cumulative => {
                let each = self.points("max_points", greatest)?;
                let total = self.points("max_sum_points", sum)?.max(each);
                Method::Points {
                    total: small(total),
                    max_each: small(each),
                    all: false,
                }
            }
            VoteType::Scoring => Method::Score {
                max: small(self.points("max_points", greatest)?),
            },
            VoteType::Ordinal => Method::Priority {
                weights: (1..=small(self.longest().max(1))).rev().collect(),
                partial: true,
            },
        })
    }

    /// The most projects that a ballot lists.
    fn longest(&self) -> u64 {
        let lengths = self.election.ballots.iter().map(|b| b.choices.len() as u64);
        lengths.max().unwrap_or(0)
    }

    /// META's limit `key`, if every ballot obeys it, or else the most that any ballot gives; at
    /// least 1.
    fn points(&self, key: &str, of: fn(&Ballot) -> u64) -> Result<u64, NotCarried> {
        let beyond = |b: &&Ballot| of(b) > MOST_POINTS;
        if let Some(ballot) = self.election.ballots.iter().find(beyond) {
            let why = format!("more than {MOST_POINTS} points");
            return Err(not_carried(ballot, &why));
        }
        let given = self.election.ballots.iter().map(of).max().unwrap_or(0);
        let said = self.meta(key)?;
        let said = said.filter(|said| (given..=MOST_POINTS).contains(said));
        Ok(said.unwrap_or(given).max(1))
    }

    fn meta(&self, key: &str) -> Result<Option<u64>, NotCarried> {
        self.election.meta.whole(key).map_err(|e| NotCarried {
            line: e.line,
            why: e.problem.to_string(),
        })
    }

    /// META's `max_sum_cost` in the election's smallest unit, if there is one for approvals, every
    /// ballot obeys it, and some project fits.
    fn spend_cap(&self) -> Result<Option<u64>, NotCarried> {
        let election = self.election;
        let said = election
            .meta
            .amount("max_sum_cost")
            .map_err(|e| NotCarried {
                line: e.line,
                why: e.problem.to_string(),
            })?;
        let approvals = election.vote_type == VoteType::Approval;
        let cap = said.filter(|_| approvals);
        let cap = cap.and_then(|cap| cap.units(election.decimals));
        let cost = |b: &Ballot| -> u64 {
            let costs = b
                .choices
                .iter()
                .filter_map(|(p, _)| election.projects.get(*p));
            costs.fold(0, |sum, p| p.cost.saturating_add(sum))
        };
        Ok(cap.filter(|cap| {
            election.ballots.iter().all(|b| cost(b) <= *cap)
                && election.projects.iter().any(|p| p.cost <= *cap)
        }))
    }
}

fn greatest(ballot: &Ballot) -> u64 {
    let points = ballot.choices.iter().map(|(_, points)| *points);
    points.max().unwrap_or(0)
}

fn sum(ballot: &Ballot) -> u64 {
    let points = ballot.choices.iter().map(|(_, points)| *points);
    points.fold(0, u64::saturating_add)
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn not_carried(ballot: &Ballot, why: &str) -> NotCarried {
    NotCarried {
        line: ballot.line,
        why: format!("{why}, which no method can carry"),
    }
}

/// A ballot as the screen would give it.
fn answer(ballot: &Ballot, method: &Method, projects: usize) -> Answer {
    let listed = || ballot.choices.iter().map(|(project, _)| *project);
    if ballot.choices.is_empty() {
        return Answer::Blank;
    }
    match method {
        Method::Single | Method::Approval { .. } => Answer::Options(listed().collect()),
        Method::Points { .. } if sum(ballot) == 0 => Answer::Blank,
        Method::Points { .. } | Method::Score { .. } => {
            let mut values = vec![0; projects];
            for (project, points) in &ballot.choices {
                if let Some(value) = values.get_mut(*project) {
                    *value = small(*points);
                }
            }
            Answer::Values(values)
        }
        Method::Priority { weights, .. } => {
            let empty = weights.len().saturating_sub(ballot.choices.len());
            let ranks = std::iter::repeat_n(None, empty).chain(listed().map(Some));
            Answer::Ranks(ranks.collect())
        }
    }
}
