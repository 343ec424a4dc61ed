//! Totals of valid slips, question by question.
//!
//! Invariant: the next question comes only when what was typed of this one is possible, so that a
//! sum that is wrong is found while its slips are still at hand.

use super::number::{Numbers, Typed};
use crate::ballot::{Shape, Target};
use crate::consultation::{Consultation, Question};
use crate::station::{Counter, PaperProblem, paper_totals_possible};
use crossterm::event::{KeyCode, KeyEvent};
use zeroize::Zeroizing;

/// The totals that one operator enters.
pub struct Totals {
    /// Who enters.
    pub by: Counter,
    /// Valid slips.
    pub valid: u64,
    forms: Vec<Numbers>,
    at: usize,
}

/// The targets of a question in the order in which they are typed: blank answers first, because
/// what the others may add up to depends on them.
pub fn order(question: &Question) -> Vec<(usize, Target)> {
    let mut all: Vec<_> = Shape::of(question)
        .targets
        .into_iter()
        .enumerate()
        .collect();
    all.sort_by_key(|(place, target)| (target.option.is_some(), *place));
    all
}

/// What is typed, in the order of the shape.
pub fn in_shape(question: &Question, typed: &Numbers) -> Vec<u64> {
    let order = order(question);
    let mut amounts = vec![0; order.len()];
    for ((place, _), amount) in order.iter().zip(typed.values()) {
        if let Some(slot) = amounts.get_mut(*place) {
            *slot = amount;
        }
    }
    amounts
}

impl Totals {
    /// Empty fields for every target of every question.
    pub fn new(by: Counter, valid: u64, consultation: &Consultation) -> Self {
        let fields = |q: &Question| Numbers::new(order(q).len());
        let forms = consultation.questions.iter().map(fields).collect();
        Self {
            by,
            valid,
            forms,
            at: 0,
        }
    }

    /// The question at hand, from 0.
    pub fn question(&self) -> usize {
        self.at
    }

    /// Whether there is nothing before the field with the focus but the numbers of slips.
    pub fn is_at_start(&self) -> bool {
        self.at == 0 && self.form().is_none_or(|form| form.focus() == 0)
    }

    /// To a question that is to be corrected.
    pub fn go_to(&mut self, question: usize) {
        self.at = question.min(self.forms.len().saturating_sub(1));
    }

    /// What is typed for the question at hand.
    pub fn form(&self) -> Option<&Numbers> {
        self.forms.get(self.at)
    }

    /// Takes a key. A question's totals must be possible before the next one is shown.
    pub fn key(
        &mut self,
        key: KeyEvent,
        consultation: &Consultation,
    ) -> Result<Typed, PaperProblem> {
        let (Some(form), Some(question)) = (
            self.forms.get_mut(self.at),
            consultation.questions.get(self.at),
        ) else {
            return Ok(Typed::On);
        };
        let back = matches!(key.code, KeyCode::Up | KeyCode::BackTab) && form.focus() == 0;
        if back {
            self.at = self.at.saturating_sub(1);
            return Ok(Typed::On);
        }
        let typed = form.key(key);
        if typed != Typed::Done {
            return Ok(typed);
        }
        let amounts = in_shape(question, form);
        let wrong = |what| PaperProblem::Totals {
            question: self.at,
            what,
        };
        paper_totals_possible(question, &amounts, self.valid).map_err(wrong)?;
        if self.at + 1 < self.forms.len() {
            self.at += 1;
            return Ok(Typed::On);
        }
        Ok(Typed::Done)
    }

    /// What was typed for all questions, in the order of their shapes.
    pub fn all(&self, consultation: &Consultation) -> Zeroizing<Vec<Vec<u64>>> {
        let questions = consultation.questions.iter().zip(&self.forms);
        Zeroizing::new(questions.map(|(q, form)| in_shape(q, form)).collect())
    }
}
