//! The check-in desk: one field for typing or scanning a codice fiscale, and the day's counts.
//!
//! ```text
//! │ Accettazione                                         │
//! │                                                      │
//! │ → Codice fiscale [RSSMRA85T10A562S      ]            │
//! │   Digiti il codice o passi la tessera sanitaria.     │
//! │   The code has a wrong character...                  │
//! │                                                      │
//! │ Oggi                                                 │
//! │ Persone accettate                 12                 │
//! │ Voti nell'urna                    10                 │
//! ```

use super::closing::Closing;
use super::document::DocumentForm;
use super::exchange::Exchange;
use super::sheet::Sheet;
use crate::tui::facts::Notice;
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// A codice fiscale has 16 characters; people put spaces between its parts.
const LONGEST: usize = 24;

/// The desk.
pub struct Desk {
    code: TextField,
    pub(super) waiting: bool,
    problem: Option<Notice>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            code: TextField::new(LONGEST),
            waiting: false,
            problem: None,
        }
    }
}

impl Desk {
    /// Puts a code into the field, as if typed.
    pub fn fill(&mut self, code: &str) {
        if !self.waiting {
            self.code.set(code);
            self.problem = None;
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key),
            Input::Paste(text) if !self.waiting => self.pasted(&text),
            Input::Done(Done::CodeRead(Ok(glance))) if self.waiting => {
                Step::go(Screen::Document(DocumentForm::new(glance, session)))
            }
            Input::Done(Done::CodeRead(Err(notice))) if self.waiting => {
                self.waiting = false;
                self.problem = Some(notice);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Enter => return self.read(),
            KeyCode::F(6) => return Exchange::start(),
            KeyCode::F(8) => return Closing::start(),
            KeyCode::Esc => {
                self.code.clear();
                self.problem = None;
            }
            _ => {
                // After a refusal the next person's code replaces the wrong one, so that a
                // second scan is not added to the first.
                if self.problem.is_some() && matches!(key.code, KeyCode::Char(_)) && self.is_full()
                {
                    self.code.clear();
                }
                if self.code.key(key) {
                    self.problem = None;
                }
            }
        }
        Step::stay()
    }

    fn is_full(&self) -> bool {
        self.code.value().trim().len() >= 16
    }

    /// A scanner that pastes replaces what was there; with a line break it is also Enter.
    fn pasted(&mut self, text: &str) -> Step {
        let code = text.lines().next().unwrap_or_default();
        self.fill(code.trim());
        if text.contains(['\n', '\r']) {
            self.read()
        } else {
            Step::stay()
        }
    }

    fn read(&mut self) -> Step {
        let code = self.code.value();
        if code.trim().is_empty() {
            return Step::stay();
        }
        self.waiting = true;
        self.problem = None;
        Step::ask(Job::ReadCode(code))
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys = [
            ("Enter", "operator-do-check"),
            ("Esc", "operator-do-clear"),
            ("F6", "operator-do-sync"),
            ("F8", "operator-do-close"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title("operator-desk-title");
        sheet.field("operator-desk-code", 16, 26, &self.code, !self.waiting);
        sheet.gap();
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        match &problem {
            Some(text) => sheet.problem(Some(text)),
            None if self.waiting => sheet.say("operator-moment"),
            None => sheet.aside("operator-desk-how"),
        }
        sheet.gap();
        counts(&mut sheet, session);
    }
}

fn counts(sheet: &mut Sheet<'_, '_>, session: &Session) {
    let status = &session.status;
    sheet.say("operator-desk-today");
    let rows = [
        ("operator-count-check-ins", status.check_ins, true),
        ("operator-count-cast", status.cast, true),
        ("operator-count-paper", status.paper, status.paper > 0),
        ("operator-count-void", status.void, status.void > 0),
        (
            "operator-count-abandoned",
            status.abandoned,
            status.abandoned > 0,
        ),
        ("operator-count-admitted", status.admitted, true),
        ("operator-count-city-users", status.city_users, true),
    ];
    for (key, n, shown) in rows {
        if shown {
            let name = format!("  {}", sheet.look.text(key));
            let style = sheet.theme.title();
            sheet.pair(&name, 40, &format!("{n:>4}"), style);
        }
    }
}
