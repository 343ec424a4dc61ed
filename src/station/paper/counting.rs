//! The count of the box of paper: blind, by two operators, until both say the same.
//!
//! Invariants: the second operator is another one, by their own passphrase; no answer to an entry
//! says anything of the other entry but where the two differ, and of single slips not even that;
//! nothing of it is on disk before the closing, so that a count that is interrupted begins again.
//!
//! ```text
//! first: how many -> first: what -> another operator -> second: how many -> second: what -> agreed
//!                        ^                                  | differ            | differ
//!                        +---- not as many valid -- together +     totals: together, these only
//!                        +---------------------------------------- slips: both again
//! ```

use super::compare::{PaperDifference, differences, only_in_one};
use super::counted::{Content, PaperCounted, PaperSummary};
use super::entry::{PaperHead, PaperProblem, PaperSlips, paper_totals_possible};
use crate::ballot::Choices;
use crate::consultation::Consultation;
use crate::envelope::Passphrase;
use crate::station::{Event, SecondRefused, Station, StationError};
use zeroize::Zeroizing;

/// Who is to enter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    /// Whoever has the station unlocked.
    First,
    /// The other operator.
    Second,
}

/// What is to be done next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperNext {
    /// Enter how many slips were found, and how many are void.
    Head(Counter),
    /// Enter the totals of so many valid slips.
    Totals(Counter, u64),
    /// Enter so many valid slips, one by one; the number after it of them differed before.
    Slips(Counter, u64, u64),
    /// The other operator gives their passphrase.
    SecondOperator,
    /// The two found different numbers of slips: count together.
    HeadsDiffer(PaperHead, PaperHead),
    /// The two have different totals: count these together.
    TotalsDiffer(Vec<PaperDifference>),
    /// Both say the same.
    Agreed(PaperSummary),
}

enum Stage {
    FirstHead,
    First {
        head: PaperHead,
        differed: u64,
    },
    Identify {
        head: PaperHead,
        first: Content,
    },
    SecondHead {
        head: PaperHead,
        first: Content,
    },
    HeadsDiffer {
        heads: [PaperHead; 2],
        first: Content,
    },
    Second {
        head: PaperHead,
        first: Content,
    },
    TotalsDiffer {
        head: PaperHead,
        both: [Zeroizing<Vec<Vec<u64>>>; 2],
    },
    Agreed(PaperCounted),
}

/// A count going on, in memory only.
pub struct PaperCounting {
    consultation: Consultation,
    handed_out: u64,
    minimum: u64,
    identified: bool,
    differed: u64,
    stage: Stage,
}

impl std::fmt::Debug for PaperCounting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PaperCounting(..)")
    }
}

impl PaperCounting {
    fn new(consultation: Consultation, handed_out: u64) -> Self {
        Self {
            minimum: u64::from(consultation.count.minimum_ballots),
            consultation,
            handed_out,
            identified: false,
            differed: 0,
            stage: Stage::FirstHead,
        }
    }

    /// What is to be done next.
    pub fn next(&self) -> PaperNext {
        let what = |by, head: &PaperHead, differed| {
            let valid = head.valid();
            if valid >= self.minimum {
                PaperNext::Totals(by, valid)
            } else {
                PaperNext::Slips(by, valid, differed)
            }
        };
        match &self.stage {
            Stage::FirstHead => PaperNext::Head(Counter::First),
            Stage::First { head, differed } => what(Counter::First, head, *differed),
            Stage::Identify { .. } => PaperNext::SecondOperator,
            Stage::SecondHead { .. } => PaperNext::Head(Counter::Second),
            Stage::HeadsDiffer { heads: [a, b], .. } => PaperNext::HeadsDiffer(*a, *b),
            Stage::Second { head, .. } => what(Counter::Second, head, 0),
            Stage::TotalsDiffer { both: [a, b], .. } => PaperNext::TotalsDiffer(differences(a, b)),
            Stage::Agreed(counted) => PaperNext::Agreed(counted.summary()),
        }
    }

    /// What both agree on, once they do.
    pub fn counted(&self) -> Option<&PaperCounted> {
        match &self.stage {
            Stage::Agreed(counted) => Some(counted),
            _ => None,
        }
    }

    /// Whether two counts are here that differed or were agreed on: to give them up is told.
    fn is_told(&self) -> bool {
        self.differed > 0 || self.counted().is_some()
    }

    /// How many slips were found and how many are void: by the first, by the second, or by both
    /// together where they differed.
    pub fn head(&mut self, head: PaperHead) -> Result<PaperNext, PaperProblem> {
        if head.void > head.found {
            return Err(PaperProblem::VoidExceedsFound);
        }
        let (valid, handed_out) = (head.valid(), self.handed_out);
        if valid > handed_out {
            return Err(PaperProblem::TooManyValid { valid, handed_out });
        }
        let stage = match self.take() {
            Stage::SecondHead {
                head: before,
                first,
            } if before == head => self.second(head, first),
            Stage::SecondHead {
                head: before,
                first,
            } => {
                let differ = [before.found != head.found, before.void != head.void];
                self.differed += differ.iter().map(|d| u64::from(*d)).sum::<u64>();
                Stage::HeadsDiffer {
                    heads: [before, head],
                    first,
                }
            }
            Stage::HeadsDiffer { heads, first } if heads[0].valid() == head.valid() => {
                self.second(head, first)
            }
            // Nothing is entered yet, the first has counted the slips again, or what the first entered was
            // of another number of slips.
            Stage::FirstHead | Stage::First { .. } | Stage::HeadsDiffer { .. } => self.first(head),
            other => return self.not_now(other),
        };
        Ok(self.go(stage))
    }

    /// The second operator is here.
    fn identify(&mut self) -> PaperNext {
        let stage = match self.take() {
            Stage::Identify { head, first } => {
                self.identified = true;
                Stage::SecondHead { head, first }
            }
            other => other,
        };
        self.go(stage)
    }

    /// The totals of the valid slips: for each question a number for each target, in the order of
    /// its shape.
    pub fn totals(&mut self, totals: Vec<Vec<u64>>) -> Result<PaperNext, PaperProblem> {
        let totals = Zeroizing::new(totals);
        let (Stage::First { head, .. } | Stage::Second { head, .. }) = &self.stage else {
            return Err(PaperProblem::NotNow);
        };
        let head = *head;
        if head.valid() < self.minimum {
            return Err(PaperProblem::NotNow);
        }
        self.check(&totals, head)?;
        let stage = match self.take() {
            Stage::First { head, .. } => self.entered(head, Content::Totals(totals.to_vec())),
            Stage::Second { head, first } => match &first {
                Content::Totals(before) if *before == *totals => self.agreed(head, first),
                Content::Totals(before) => {
                    self.differed += differences(before, &totals).len() as u64;
                    let both = [Zeroizing::new(before.clone()), totals];
                    Stage::TotalsDiffer { head, both }
                }
                Content::Slips(_) => return self.not_now(Stage::Second { head, first }),
            },
            other => return self.not_now(other),
        };
        Ok(self.go(stage))
    }

    /// The valid slips, one by one, in any order.
    pub fn slips(&mut self, slips: &PaperSlips) -> Result<PaperNext, PaperProblem> {
        let (Stage::First { head, .. } | Stage::Second { head, .. }) = &self.stage else {
            return Err(PaperProblem::NotNow);
        };
        let (valid, given) = (head.valid(), slips.len() as u64);
        if valid >= self.minimum {
            return Err(PaperProblem::NotNow);
        }
        if given != valid {
            return Err(PaperProblem::Slips { given, valid });
        }
        let read = |(slip, answers): (usize, &Vec<_>)| {
            Choices::new(&self.consultation, answers)
                .map_err(|why| PaperProblem::Slip { slip, why })
        };
        let slips: Vec<Choices> = slips
            .iter()
            .enumerate()
            .map(read)
            .collect::<Result<_, _>>()?;
        let stage = match self.take() {
            Stage::First { head, .. } => self.entered(head, Content::Slips(slips)),
            Stage::Second { head, first } => match &first {
                Content::Slips(before) => match only_in_one(before, &slips) {
                    0 => self.agreed(head, first),
                    // To say which would tell them to whoever looks on.
                    differed => {
                        self.differed += differed;
                        Stage::First { head, differed }
                    }
                },
                Content::Totals(_) => return self.not_now(Stage::Second { head, first }),
            },
            other => return self.not_now(other),
        };
        Ok(self.go(stage))
    }

    /// The totals that differed, counted together: one number for each difference, in order.
    pub fn agree(&mut self, numbers: &[u64]) -> Result<PaperNext, PaperProblem> {
        let Stage::TotalsDiffer { head, both: [a, b] } = &self.stage else {
            return Err(PaperProblem::NotNow);
        };
        let (head, differ) = (*head, differences(a, b));
        if differ.len() != numbers.len() {
            return Err(PaperProblem::NotNow);
        }
        let mut totals = a.clone();
        for (d, number) in differ.iter().zip(numbers) {
            let place = totals.get_mut(d.question).and_then(|q| q.get_mut(d.target));
            *place.ok_or(PaperProblem::NotNow)? = *number;
        }
        self.check(&totals, head)?;
        let stage = self.agreed(head, Content::Totals(totals.to_vec()));
        Ok(self.go(stage))
    }

    fn check(&self, totals: &[Vec<u64>], head: PaperHead) -> Result<(), PaperProblem> {
        let questions = &self.consultation.questions;
        let wrong = |question, what| PaperProblem::Totals { question, what };
        if totals.len() != questions.len() {
            return Err(wrong(0, super::TotalsProblem::Fields));
        }
        for (n, (question, amounts)) in questions.iter().zip(totals).enumerate() {
            paper_totals_possible(question, amounts, head.valid())
                .map_err(|what| wrong(n, what))?;
        }
        Ok(())
    }

    fn take(&mut self) -> Stage {
        std::mem::replace(&mut self.stage, Stage::FirstHead)
    }

    fn go(&mut self, stage: Stage) -> PaperNext {
        self.stage = stage;
        self.next()
    }

    fn not_now(&mut self, stage: Stage) -> Result<PaperNext, PaperProblem> {
        self.stage = stage;
        Err(PaperProblem::NotNow)
    }

    /// Whether there is nothing to enter but the numbers of slips.
    fn is_empty(&self, head: PaperHead) -> bool {
        head.valid() == 0 && self.minimum > 0
    }

    fn first(&self, head: PaperHead) -> Stage {
        if self.is_empty(head) {
            self.entered(head, Content::Slips(Vec::new()))
        } else {
            Stage::First { head, differed: 0 }
        }
    }

    /// The first has entered everything; where the second is here already, the numbers of slips
    /// are agreed.
    fn entered(&self, head: PaperHead, first: Content) -> Stage {
        if self.identified {
            self.second(head, first)
        } else {
            Stage::Identify { head, first }
        }
    }

    fn second(&self, head: PaperHead, first: Content) -> Stage {
        if self.is_empty(head) {
            self.agreed(head, first)
        } else {
            Stage::Second { head, first }
        }
    }

    fn agreed(&self, head: PaperHead, content: Content) -> Stage {
        let summary = PaperSummary {
            head,
            handed_out: self.handed_out,
            sealed: matches!(content, Content::Slips(_)),
            differed: self.differed,
        };
        Stage::Agreed(PaperCounted::new(summary, content))
    }
}

impl Station {
    /// Begins the count of the box of paper.
    pub fn count_paper(&self) -> Result<PaperCounting, StationError> {
        let handed_out = self.paper_handed_out()?;
        Ok(PaperCounting::new(self.consultation().clone(), handed_out))
    }

    /// Gives a count up. Nothing of what was entered is left; where two counts had differed or been
    /// agreed on, the journal and the minutes say that it was made again.
    pub fn give_up_paper(&mut self, counting: &PaperCounting) -> Result<(), StationError> {
        if !counting.is_told() {
            return Ok(());
        }
        let differed = counting.differed;
        self.note(&Event::PaperGivenUp { differed })
    }

    /// Another operator comes to count, with their own passphrase: see
    /// [`second_person`](Self::second_person).
    pub fn second_operator(
        &self,
        counting: &mut PaperCounting,
        name: &str,
        passphrase: &Passphrase,
    ) -> Result<PaperNext, SecondRefused> {
        if !matches!(counting.stage, Stage::Identify { .. }) {
            return Err(SecondRefused::NotNow);
        }
        self.second_person(name, passphrase)?;
        Ok(counting.identify())
    }
}

/// For tests of screens, which have no station.
#[cfg(test)]
impl PaperCounting {
    pub(crate) fn without_station(consultation: Consultation, handed_out: u64) -> Self {
        Self::new(consultation, handed_out)
    }

    pub(crate) fn second_is_here(&mut self) -> PaperNext {
        self.identify()
    }
}
