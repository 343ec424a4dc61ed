//! What is chosen, and the rules of choosing. Wiped when dropped.

use crate::ballot::Answer;
use crate::consultation::{Consultation, Method, Question};
use zeroize::Zeroize;

/// The choices of all questions.
pub(super) struct Selections(Vec<Selection>);

struct Selection {
    chosen: Vec<bool>,
    blank: bool,
    least: usize,
    most: usize,
}

/// What came of choosing an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toggled {
    Added,
    Removed,
    /// As many as allowed are chosen already: nothing changed.
    Full,
    /// There is no such option: nothing changed.
    Nothing,
}

/// How far the answer to a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// So many more are needed.
    Missing(usize),
    /// It can be sealed.
    Complete,
    /// It is blank, on purpose.
    Blank,
}

/// The least and the greatest number of options of a question.
pub(super) fn bounds(question: &Question) -> (usize, usize) {
    match question.method {
        Method::Approval { min, max, .. } => (min as usize, max as usize),
        _ => (1, 1),
    }
}

impl Selections {
    /// Nothing chosen.
    pub(super) fn new(consultation: &Consultation) -> Self {
        Self(
            consultation
                .questions
                .iter()
                .map(|question| {
                    let (least, most) = bounds(question);
                    let chosen = vec![false; question.options.len()];
                    Selection {
                        chosen,
                        blank: false,
                        least,
                        most,
                    }
                })
                .collect(),
        )
    }

    /// Chooses an option, or takes it back. Choosing one undoes a blank answer.
    pub(super) fn toggle(&mut self, question: usize, option: usize) -> Toggled {
        let count = self.count(question);
        let Some(selection) = self.0.get_mut(question) else {
            return Toggled::Nothing;
        };
        let Some(chosen) = selection.chosen.get_mut(option) else {
            return Toggled::Nothing;
        };
        if *chosen {
            *chosen = false;
            return Toggled::Removed;
        }
        if count >= selection.most {
            return Toggled::Full;
        }
        *chosen = true;
        selection.blank = false;
        Toggled::Added
    }

    /// Makes the answer blank: what was chosen is taken back.
    pub(super) fn make_blank(&mut self, question: usize) {
        if let Some(selection) = self.0.get_mut(question) {
            selection.chosen.fill(false);
            selection.blank = true;
        }
    }

    pub(super) fn is_chosen(&self, question: usize, option: usize) -> bool {
        self.0
            .get(question)
            .is_some_and(|s| s.chosen.get(option) == Some(&true))
    }

    pub(super) fn is_blank(&self, question: usize) -> bool {
        self.0.get(question).is_some_and(|s| s.blank)
    }

    pub(super) fn count(&self, question: usize) -> usize {
        self.chosen(question).count()
    }

    /// Indexes of the chosen options, ascending.
    pub(super) fn chosen(&self, question: usize) -> impl Iterator<Item = usize> {
        let options = self
            .0
            .get(question)
            .map(|s| s.chosen.as_slice())
            .unwrap_or_default();
        options
            .iter()
            .enumerate()
            .filter_map(|(n, chosen)| chosen.then_some(n))
    }

    pub(super) fn progress(&self, question: usize) -> Progress {
        let least = self.0.get(question).map_or(0, |s| s.least);
        match least.saturating_sub(self.count(question)) {
            _ if self.is_blank(question) => Progress::Blank,
            0 => Progress::Complete,
            missing => Progress::Missing(missing),
        }
    }

    /// The first question that is not answered yet.
    pub(super) fn first_missing(&self) -> Option<usize> {
        (0..self.0.len()).find(|q| matches!(self.progress(*q), Progress::Missing(_)))
    }

    /// The answers, once there is one to each question.
    pub(super) fn answers(&self) -> Option<Vec<Answer>> {
        if self.first_missing().is_some() {
            return None;
        }
        let answer = |q| match self.progress(q) {
            Progress::Blank => Answer::Blank,
            _ => Answer::Options(self.chosen(q).collect()),
        };
        Some((0..self.0.len()).map(answer).collect())
    }

    /// Forgets everything.
    pub(super) fn forget(&mut self) {
        for selection in &mut self.0 {
            selection.chosen.zeroize();
            selection.blank = false;
        }
        self.0.clear();
    }
}

impl Drop for Selections {
    fn drop(&mut self) {
        self.forget();
    }
}
