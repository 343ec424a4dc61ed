//! Why: a reason out of a list, for what goes on record. No free text, which could hold a name.
//!
//! ```text
//! │ Annullare l'ammissione                               │
//! │                                                      │
//! │ Il motivo resta nel giornale, senza nomi.            │
//! │   1  Ammessa per errore                              │
//! │   2  La persona rinuncia                             │
//! ```

use super::sheet::Sheet;
use super::verdict::VerdictPanel;
use crate::station::{OverrideReason, VoidReason};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::Choice;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// What the reason is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// The admission is taken back.
    Void,
    /// The president lifts the refusal.
    Override,
}

/// The list.
pub struct Reasons {
    purpose: Purpose,
    panel: VerdictPanel,
    /// Nothing is chosen for the operator.
    focus: Option<usize>,
    pub(super) waiting: bool,
}

impl Reasons {
    /// The list for this purpose; Esc leads back to the verdict.
    pub fn new(purpose: Purpose, panel: VerdictPanel) -> Self {
        Self {
            purpose,
            panel,
            focus: None,
            waiting: false,
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key),
            Input::Done(Done::Voided) if self.waiting => Step::home(),
            Input::Done(Done::Verdict(verdict)) if self.waiting => Step::go(Screen::Verdict(
                Box::new(VerdictPanel::new(verdict, self.panel.visiting.clone())),
            )),
            _ => Step::stay(),
        }
    }

    fn words(&self) -> Vec<&'static str> {
        match self.purpose {
            Purpose::Void => VoidReason::ALL.iter().map(|r| r.word()).collect(),
            Purpose::Override => OverrideReason::ALL.iter().map(|r| r.word()).collect(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        let count = self.words().len();
        match key.code {
            KeyCode::Esc => return Step::go(Screen::Verdict(Box::new(self.panel.clone()))),
            KeyCode::Enter => return self.take(),
            _ => {
                self.focus = match (self.focus, key.code) {
                    (None, KeyCode::Up | KeyCode::Down) => Some(0),
                    (now, _) => super::choosing::chosen(key, now.unwrap_or(0), count).or(now),
                };
            }
        }
        Step::stay()
    }

    fn take(&mut self) -> Step {
        let Some(focus) = self.focus else {
            return Step::stay();
        };
        let job = match self.purpose {
            Purpose::Void => VoidReason::ALL.get(focus).map(|r| Job::Void(*r)),
            Purpose::Override => OverrideReason::ALL.get(focus).map(|r| Job::Override(*r)),
        };
        let Some(job) = job else {
            return Step::stay();
        };
        self.waiting = true;
        Step::ask(job)
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let (family, does) = match self.purpose {
            Purpose::Void => ("void", "operator-do-void"),
            Purpose::Override => ("override", "operator-do-exception"),
        };
        let keys = [
            ("↑ ↓", "common-do-move"),
            ("Enter", does),
            ("Esc", "common-do-back"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title(&format!("operator-{family}-title"));
        sheet.say(&format!("operator-{family}-how"));
        sheet.gap();
        let rows: Vec<Choice> = (1..)
            .zip(self.words())
            .map(|(n, word)| Choice {
                number: Some(n),
                text: look.text(&format!("{family}-{word}")),
                ..Choice::default()
            })
            .collect();
        sheet.list(&rows, self.focus);
        if self.waiting {
            sheet.say("operator-moment");
        }
    }
}
