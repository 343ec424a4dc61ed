//! Handing out a paper ballot: what it means, before it is done; and the slip, after.
//!
//! ```text
//! │ Consegnare una scheda di carta                       │
//! │                                                      │
//! │ La persona risulterà tra chi ha votato...            │
//! │                                                      │
//! │ → 1  [x]  No: torno indietro                         │
//! │   2  [ ]  Sì: registro, poi consegno la scheda       │
//! ```

use crate::tui::model::{Screen, Session};
use crate::tui::operator::choosing::chosen;
use crate::tui::operator::sheet::Sheet;
use crate::tui::operator::verdict::VerdictPanel;
use crate::tui::step::{Input, Step};
use crate::tui::widgets::Tone;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// What the list offers, in its order.
const OFFERS: [&str; 2] = ["operator-issue-no", "operator-issue-yes"];

/// The question, and then the answer.
pub struct Issuing {
    panel: VerdictPanel,
    chosen: usize,
    /// It is on record: the slip may leave the desk.
    issued: bool,
    pub(in crate::tui::operator) waiting: bool,
}

impl Issuing {
    /// The question; Esc leads back to the verdict.
    pub fn new(panel: VerdictPanel) -> Self {
        Self {
            panel,
            chosen: 0,
            issued: false,
            waiting: false,
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(*key),
            Input::Done(Done::PaperIssued) if self.waiting => {
                self.waiting = false;
                self.issued = true;
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Enter | KeyCode::Esc if self.issued => Step::home(),
            _ if self.issued => Step::stay(),
            KeyCode::Enter if self.chosen == 1 => {
                self.waiting = true;
                Step::ask(Job::IssuePaper)
            }
            KeyCode::Esc | KeyCode::Enter => {
                Step::go(Screen::Verdict(Box::new(self.panel.clone())))
            }
            _ => {
                self.chosen = chosen(key, self.chosen, OFFERS.len()).unwrap_or(self.chosen);
                Step::stay()
            }
        }
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys: &[(&str, &str)] = if self.issued {
            &[("Enter", "operator-do-next-person")]
        } else {
            &[
                ("Enter", "common-do-confirm"),
                ("↑ ↓", "common-do-move"),
                ("Esc", "common-do-back"),
            ]
        };
        let mut sheet = Sheet::new(look, frame, session, keys);
        if self.issued {
            let lines = [look.text("operator-issue-done-how")];
            sheet.verdict(Tone::Good, &look.text("operator-issue-done"), &lines);
            return sheet.aside("operator-issue-spoilt");
        }
        sheet.title("operator-issue-title");
        sheet.say("operator-issue-means");
        sheet.gap();
        sheet.aside("operator-issue-spoilt");
        if session.status.operators == 1 {
            sheet.gap();
            sheet.write(&look.text("operator-issue-alone"), sheet.theme.warn());
        }
        sheet.gap();
        if self.waiting {
            sheet.say("operator-moment");
        } else {
            let names: Vec<String> = OFFERS.iter().map(|key| look.text(key)).collect();
            sheet.choices(&names, self.chosen, true);
        }
    }
}
