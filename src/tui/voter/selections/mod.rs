//! What is chosen so far, and what may still be. Wiped when dropped.
//!
//! Invariant: nothing is taken in that the equations of the method have no room for, and answers
//! are given out only once nothing is missing in any of them. A choice that leaves no way to an
//! answer is possible, and [`Selections::standing`] says so before and after.

mod options;
mod ranks;
mod values;

use crate::ballot::{Answer, Guidance, Shape, guidance};
use crate::consultation::{Consultation, Method, Question};
use options::Options;
use ranks::Ranks;
use std::ops::Range;
use values::Values;
use zeroize::{Zeroize, Zeroizing};

/// The choices of all questions.
pub(super) struct Selections(Vec<Selection>);

struct Selection {
    shape: Shape,
    given: Given,
    blank: bool,
    /// How what is given stands; looked at again after every change.
    standing: Guidance,
}

/// What is given, as the method wants it.
enum Given {
    Options(Options),
    Values(Values),
    Ranks(Ranks),
}

/// What came of choosing an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toggled {
    Added,
    Removed,
    /// As many as allowed are chosen already: nothing changed.
    Full,
    /// It costs more than is left: nothing changed.
    TooDear,
    /// There is no such option, or it is not chosen like that: nothing changed.
    Nothing,
}

/// How far the answer to a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// So many more options, points, scores or ranks are needed.
    Missing(u64),
    /// It can be sealed.
    Complete,
    /// It is blank, on purpose.
    Blank,
}

/// What stands beside an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Chosen or not.
    Chosen(bool),
    /// Its points.
    Points(u32),
    /// Its score, once it has one.
    Score(Option<u32>),
    /// Its rank, from 0, once it has one.
    Rank(Option<usize>),
}

/// Whether an option that is not chosen may still be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Money is not what keeps it out.
    Fits,
    /// It costs more than is left.
    TooDear,
    /// It fits, but what is left then is not enough for a whole answer.
    DeadEnd,
}

impl Selection {
    fn new(question: &Question) -> Self {
        let options = question.options.len();
        let given = match &question.method {
            Method::Single => Given::Options(Options::new(options, true)),
            Method::Approval { .. } => Given::Options(Options::new(options, false)),
            Method::Points { .. } => Given::Values(Values::new(options, false)),
            Method::Score { .. } => Given::Values(Values::new(options, true)),
            Method::Priority { weights, .. } => Given::Ranks(Ranks::new(options, weights.len())),
        };
        let shape = Shape::of(question);
        Self {
            standing: guidance(&shape, &given.values()),
            shape,
            given,
            blank: false,
        }
    }

    fn toggle(&mut self, option: usize) -> Toggled {
        let toggled = match &mut self.given {
            Given::Options(options) => options.toggle(option, &self.standing),
            Given::Ranks(ranks) => ranks.toggle(option, &self.standing),
            Given::Values(_) => Toggled::Nothing,
        };
        if toggled == Toggled::Added {
            self.blank = false;
        }
        self.look_again();
        toggled
    }

    fn give(&mut self, option: usize, amount: u32) -> bool {
        let Given::Values(values) = &mut self.given else {
            return false;
        };
        let given = values.give(option, amount, &self.standing);
        self.blank &= !given;
        self.look_again();
        given
    }

    fn look_again(&mut self) {
        wipe(&mut self.standing);
        self.standing = guidance(&self.shape, &self.given.values());
    }

    fn progress(&self) -> Progress {
        let missing = match &self.given {
            Given::Values(values) if values.every() => values.without(),
            _ => self.standing.missing,
        };
        match missing {
            _ if self.blank => Progress::Blank,
            0 => Progress::Complete,
            missing => Progress::Missing(missing),
        }
    }

    fn answer(&self) -> Answer {
        match &self.given {
            _ if self.blank => Answer::Blank,
            Given::Options(options) => Answer::Options(options.chosen().collect()),
            Given::Values(values) => Answer::Values(values.all()),
            Given::Ranks(ranks) => Answer::Ranks(ranks.all()),
        }
    }

    fn forget(&mut self) {
        self.given.forget();
        self.blank = false;
        wipe(&mut self.standing);
    }
}

impl Given {
    /// The numbers that [`guidance`] reads.
    fn values(&self) -> Zeroizing<Vec<u64>> {
        Zeroizing::new(match self {
            Self::Options(options) => options.values(),
            Self::Values(values) => values.values(),
            Self::Ranks(ranks) => ranks.values(),
        })
    }

    fn forget(&mut self) {
        match self {
            Self::Options(options) => options.forget(),
            Self::Values(values) => values.forget(),
            Self::Ranks(ranks) => ranks.forget(),
        }
    }
}

/// What may still be chosen tells what is.
fn wipe(standing: &mut Guidance) {
    standing.room.zeroize();
    standing.dead_ends.zeroize();
    standing.missing.zeroize();
    standing.left = None;
    standing.money_left = None;
    standing.stuck = false;
}

impl Selections {
    /// Nothing chosen.
    pub(super) fn new(consultation: &Consultation) -> Self {
        Self(consultation.questions.iter().map(Selection::new).collect())
    }

    /// Chooses an option, or takes it back: for `priority`, at the first free rank. Choosing one
    /// undoes a blank answer.
    pub(super) fn toggle(&mut self, question: usize, option: usize) -> Toggled {
        let selection = self.0.get_mut(question);
        selection.map_or(Toggled::Nothing, |s| s.toggle(option))
    }

    /// Gives an option points or a score, in place of those it has. Whether there was room for it.
    pub(super) fn give(&mut self, question: usize, option: usize, amount: u32) -> bool {
        let selection = self.0.get_mut(question);
        selection.is_some_and(|s| s.give(option, amount))
    }

    /// The most that this option can be given; `None` where it is not given a number.
    pub(super) fn most(&self, question: usize, option: usize) -> Option<u32> {
        let selection = self.0.get(question)?;
        match &selection.given {
            Given::Values(values) => values.most(option, &selection.standing),
            _ => None,
        }
    }

    /// Makes the answer blank: what was chosen is taken back.
    pub(super) fn make_blank(&mut self, question: usize) {
        if let Some(selection) = self.0.get_mut(question) {
            selection.given.forget();
            selection.blank = true;
            selection.look_again();
        }
    }

    pub(super) fn is_blank(&self, question: usize) -> bool {
        self.0.get(question).is_some_and(|s| s.blank)
    }

    /// What stands beside an option.
    pub(super) fn mark(&self, question: usize, option: usize) -> Mark {
        match self.0.get(question).map(|s| &s.given) {
            Some(Given::Options(options)) => Mark::Chosen(options.is_chosen(option)),
            Some(Given::Values(values)) if values.every() => Mark::Score(values.of(option)),
            Some(Given::Values(values)) => Mark::Points(values.of(option).unwrap_or(0)),
            Some(Given::Ranks(ranks)) => Mark::Rank(ranks.of(option)),
            None => Mark::Chosen(false),
        }
    }

    /// Whether money still allows an option.
    pub(super) fn fit(&self, question: usize, option: usize) -> Fit {
        let Some(selection) = self.0.get(question) else {
            return Fit::Fits;
        };
        match &selection.given {
            Given::Options(options) => options.fit(option, &selection.standing),
            _ => Fit::Fits,
        }
    }

    /// Options chosen or ranked, scores or points given.
    pub(super) fn count(&self, question: usize) -> u64 {
        match self.0.get(question).map(|s| &s.given) {
            Some(Given::Options(options)) => options.chosen().count() as u64,
            Some(Given::Values(values)) => values.count(),
            Some(Given::Ranks(ranks)) => ranks.in_order().len() as u64,
            None => 0,
        }
    }

    /// The options that the answer names: in their order, or by rank.
    pub(super) fn named(&self, question: usize) -> Vec<usize> {
        match self.0.get(question).map(|s| &s.given) {
            Some(Given::Options(options)) => options.chosen().collect(),
            Some(Given::Values(values)) => values.named().collect(),
            Some(Given::Ranks(ranks)) => ranks.in_order().to_vec(),
            None => Vec::new(),
        }
    }

    /// The pages on which all answers are read: the question of each, and which of the options
    /// that it names, at most `longest`.
    pub(super) fn pages(&self, longest: usize) -> Vec<(usize, Range<usize>)> {
        let of_question = |question| {
            let named = self.named(question).len();
            let starts = (0..named.max(1)).step_by(longest.max(1));
            starts.map(move |first| (question, first..first + longest))
        };
        (0..self.0.len()).flat_map(of_question).collect()
    }

    /// What the equations say of what is given so far.
    pub(super) fn standing(&self, question: usize) -> Option<&Guidance> {
        self.0.get(question).map(|s| &s.standing)
    }

    pub(super) fn progress(&self, question: usize) -> Progress {
        let selection = self.0.get(question);
        selection.map_or(Progress::Missing(1), Selection::progress)
    }

    /// The first question that is not answered yet.
    pub(super) fn first_missing(&self) -> Option<usize> {
        (0..self.0.len()).find(|q| matches!(self.progress(*q), Progress::Missing(_)))
    }

    /// The answers, once there is one to each question.
    pub(super) fn answers(&self) -> Option<Vec<Answer>> {
        let complete = self.first_missing().is_none();
        complete.then(|| self.0.iter().map(Selection::answer).collect())
    }

    /// Forgets everything.
    pub(super) fn forget(&mut self) {
        self.0.iter_mut().for_each(Selection::forget);
        self.0.clear();
    }
}

impl Drop for Selections {
    fn drop(&mut self) {
        self.forget();
    }
}
