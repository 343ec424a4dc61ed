//! An election as a file records it, and its count.

use super::decimal::{Decimal, amount};
use super::error::{PabulibError, Problem};
use crate::tally::outcome::Candidate;

/// How people voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteType {
    /// Any projects: each counts 1.
    Approval,
    /// One project: it counts 1.
    ChooseOne,
    /// Points shared out among projects: they are added up.
    Cumulative,
    /// Projects in order: of L listed, the first counts L and the last 1.
    Ordinal,
    /// Points for each project: they are added up.
    Scoring,
}

impl VoteType {
    /// The names that files use, in the order of the variants.
    pub const NAMES: [&'static str; 5] =
        ["approval", "choose-1", "cumulative", "ordinal", "scoring"];

    /// Reads a name, in upper or lower case.
    pub fn parse(name: &str) -> Option<Self> {
        let all = [
            Self::Approval,
            Self::ChooseOne,
            Self::Cumulative,
            Self::Ordinal,
            Self::Scoring,
        ];
        let mut names = Self::NAMES.iter();
        let place = names.position(|known| known.eq_ignore_ascii_case(name))?;
        all.get(place).copied()
    }

    /// Whether a vote says how many points it gives.
    pub fn gives_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }

    /// Whether a project's total is more than the number of votes that name it.
    pub fn has_score(self) -> bool {
        self.gives_points() || self == Self::Ordinal
    }
}

/// META as it is written: every key, with its line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    pub(super) values: Vec<(String, String, usize)>,
}

impl Meta {
    /// The value of a key and its line; `None` if it is missing, empty or `none`.
    pub fn get(&self, key: &str) -> Option<(&str, usize)> {
        let (_, value, line) = self.values.iter().find(|(k, ..)| k == key)?;
        let none = value.is_empty() || value.eq_ignore_ascii_case("none");
        (!none).then_some((value, *line))
    }

    /// The limit `key` (`min_length`, `max_length`, `max_points`, `max_sum_points`,
    /// `default_score`, ...), a whole number that is not negative.
    pub fn whole(&self, key: &str) -> Result<Option<u64>, PabulibError> {
        let Some((found, line)) = self.get(key) else {
            return Ok(None);
        };
        let whole = Decimal::parse(found).and_then(Decimal::whole);
        whole.map(Some).ok_or_else(|| {
            let (what, found) = (key.to_owned(), found.to_owned());
            PabulibError::new(line, Problem::Whole { what, found })
        })
    }

    /// The amount `key` (`max_sum_cost`, ...).
    pub fn amount(&self, key: &str) -> Result<Option<Decimal>, PabulibError> {
        let Some((found, line)) = self.get(key) else {
            return Ok(None);
        };
        money(key, found, line).map(Some)
    }
}

/// Reads an amount of money.
pub(super) fn money(what: &str, found: &str, line: usize) -> Result<Decimal, PabulibError> {
    let refused = |problem: fn(String, String) -> Problem| {
        PabulibError::new(line, problem(what.to_owned(), found.to_owned()))
    };
    if Decimal::may_be_thousands(found) {
        return Err(refused(|what, found| Problem::Thousands { what, found }));
    }
    Decimal::parse(found).ok_or_else(|| refused(|what, found| Problem::Number { what, found }))
}

/// What can be funded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Id, without the spaces around it.
    pub id: String,
    /// Name; empty if the file gives none.
    pub name: String,
    /// Cost, in the election's smallest unit.
    pub cost: u64,
    /// Number of votes that the file itself states.
    pub votes: Option<Decimal>,
    /// Points that the file itself states.
    pub score: Option<Decimal>,
    /// Line of the file.
    pub line: usize,
}

/// One vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Projects (indices into [`Election::projects`]) in the order listed, each once, with what it
    /// counts: 1, the points given (at most 2^32 - 1), or the points of its rank. May be empty.
    pub choices: Vec<(usize, u64)>,
    /// Line of the file.
    pub line: usize,
}

/// An election as a file records it.
///
/// The limits of META (`max_length`, `max_sum_cost`, ...) are there as they were read. They are
/// not enforced: a file records what was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// META.
    pub meta: Meta,
    /// How people voted.
    pub vote_type: VoteType,
    /// Decimals of the smallest unit of money, at least 2 (cents).
    pub decimals: u32,
    /// Money to give, in the smallest unit.
    pub budget: u64,
    /// Projects, as listed; no id appears twice.
    pub projects: Vec<Project>,
    /// Votes, as listed.
    pub ballots: Vec<Ballot>,
}

/// The count of an election; an entry for each project, as listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Votes that name the project.
    pub votes: Vec<u64>,
    /// What those votes are worth: their number, or the sum of points.
    pub points: Vec<u64>,
}

impl Election {
    /// Counts the votes.
    pub fn count(&self) -> Count {
        let mut votes = vec![0; self.projects.len()];
        let mut points = votes.clone();
        for (project, worth) in self.ballots.iter().flat_map(|b| &b.choices) {
            votes[*project] += 1;
            points[*project] += worth;
        }
        Count { votes, points }
    }

    /// The projects for the rule that funds them.
    pub fn candidates(&self, count: &Count) -> Vec<Candidate> {
        let of = |(p, votes): (&Project, &u64)| Candidate {
            id: p.id.clone(),
            votes: *votes,
            cost: p.cost,
        };
        self.projects.iter().zip(&count.points).map(of).collect()
    }

    /// Whether a count equals what the file itself states; `None` if it states nothing. Where
    /// points are counted and there is no column `score`, files put the points under `votes`.
    pub fn states(&self, count: &Count) -> Option<bool> {
        let scored = self.vote_type.has_score() && self.projects.iter().any(|p| p.score.is_some());
        let mut equal = None;
        for ((project, votes), points) in self.projects.iter().zip(&count.votes).zip(&count.points)
        {
            let pairs = if scored || !self.vote_type.has_score() {
                let score = project.score.filter(|_| scored);
                [(project.votes, votes), (score, points)]
            } else {
                [(project.votes, points), (None, points)]
            };
            for (stated, found) in pairs {
                if let Some(stated) = stated {
                    equal = Some(equal != Some(false) && stated.whole() == Some(*found));
                }
            }
        }
        equal
    }

    /// An amount as a decimal string: at least two digits after the point, more only if needed.
    pub fn amount(&self, units: u64) -> String {
        amount(units, self.decimals)
    }
}
