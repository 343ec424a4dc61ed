//! The document of the person at the desk.
//!
//! ```text
//! │ Documento di RSSMRA85T10A562S                        │
//! │                                                      │
//! │ Documento                                            │
//! │ → 1  [x]  Carta d'identità elettronica               │
//! │   2  [ ]  Passaporto                                 │
//! │                                                      │
//! │   Numero          [CA12345AA       ]                 │
//! │   Data di nascita [10/12/1985      ]  gg/mm/aaaa     │
//! │   Scadenza        [                ]  vuota se manca │
//! ```

use super::choosing::{between_fields, chosen, field_after};
use super::sheet::Sheet;
use super::verdict::VerdictPanel;
use crate::identity::DocumentKind;
use crate::tui::clock::read_day;
use crate::tui::facts::CodeGlance;
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job, Visit};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

const FIELDS: usize = 4;

/// The form.
#[derive(Clone)]
pub struct DocumentForm {
    glance: CodeGlance,
    kinds: Vec<DocumentKind>,
    kind: usize,
    number: TextField,
    birth: TextField,
    expiry: TextField,
    focus: usize,
    pub(super) waiting: bool,
    problem: Option<&'static str>,
}

impl DocumentForm {
    /// An empty form for this code; lists the kinds that the consultation accepts.
    pub fn new(glance: CodeGlance, session: &Session) -> Self {
        let accepted = &session.station.consultation.documents.accepted;
        Self {
            glance,
            kinds: DocumentKind::ALL
                .into_iter()
                .filter(|k| accepted.contains(k))
                .collect(),
            kind: 0,
            number: TextField::new(30),
            birth: TextField::new(10),
            expiry: TextField::new(10),
            focus: 0,
            waiting: false,
            problem: None,
        }
    }

    /// The code that was read.
    pub fn code(&self) -> &str {
        &self.glance.code
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key),
            Input::Paste(text) if !self.waiting => {
                if let Some(field) = self.field() {
                    field.paste(text.trim());
                }
                Step::stay()
            }
            Input::Done(Done::Verdict(verdict)) if self.waiting => {
                self.waiting = false;
                Step::go(Screen::Verdict(VerdictPanel::new(verdict, self.clone())))
            }
            _ => Step::stay(),
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match self.focus {
            1 => Some(&mut self.number),
            2 => Some(&mut self.birth),
            3 => Some(&mut self.expiry),
            _ => None,
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Esc => return Step::home(),
            KeyCode::Enter if self.focus + 1 == FIELDS => return self.submit(),
            KeyCode::Enter | KeyCode::Tab => self.focus = field_after(self.focus, true, FIELDS),
            _ if self.focus == 0 => self.choose(key),
            _ => match between_fields(key) {
                Some(forward) => self.focus = field_after(self.focus, forward, FIELDS),
                None => {
                    if self.field().is_some_and(|f| f.key(key)) {
                        self.problem = None;
                    }
                }
            },
        }
        Step::stay()
    }

    /// A number chooses and goes on: one key for the most frequent documents.
    fn choose(&mut self, key: KeyEvent) {
        if key.code == KeyCode::Down && self.kind + 1 >= self.kinds.len() {
            self.focus = 1;
        } else if let Some(n) = chosen(key, self.kind, self.kinds.len()) {
            self.kind = n;
            if matches!(key.code, KeyCode::Char(_)) {
                self.focus = 1;
            }
        }
    }

    fn submit(&mut self) -> Step {
        match self.visit() {
            Ok(visit) => {
                self.waiting = true;
                self.problem = None;
                Step::ask(Job::CheckIn(visit))
            }
            Err((focus, problem)) => {
                self.focus = focus;
                self.problem = Some(problem);
                Step::stay()
            }
        }
    }

    /// What was typed, or which field is wrong and why.
    fn visit(&self) -> Result<Visit, (usize, &'static str)> {
        let kind = *self
            .kinds
            .get(self.kind)
            .ok_or((0, "operator-document-no-kind"))?;
        let number = self.number.value().trim().to_owned();
        if number.is_empty() {
            return Err((1, "operator-document-no-number"));
        }
        let birth_date = read_day(&self.birth.value()).ok_or((2, "operator-document-no-birth"))?;
        let expiry = self.expiry.value();
        let expiry = match expiry.trim() {
            "" => None,
            text => Some(read_day(text).ok_or((3, "operator-document-no-expiry"))?),
        };
        Ok(Visit {
            code: self.glance.code.clone(),
            kind,
            number,
            birth_date,
            expiry,
        })
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let enter = if self.focus + 1 == FIELDS {
            "common-do-confirm"
        } else {
            "common-do-next"
        };
        let keys = [
            ("Enter", enter),
            ("↑ ↓", "common-do-move"),
            ("Esc", "operator-do-desk"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        let title = look.say("operator-document-title", &[("code", self.code().into())]);
        let style = sheet.theme.title();
        sheet.write(&title, style);
        // At 24 rows there is room for the warnings or for what is wrong, and the latter comes
        // first.
        if self.problem.is_none() {
            for warning in &self.glance.warnings {
                sheet.write(&look.text(warning), sheet.theme.warn());
            }
        }
        sheet.gap();
        let names: Vec<String> = self.kinds.iter().map(|k| look.document(*k)).collect();
        sheet.choices(&names, self.kind, self.focus == 0 && !self.waiting);
        sheet.gap();
        let on = |n| self.focus == n && !self.waiting;
        sheet.field("operator-document-number", 28, 30, &self.number, on(1));
        sheet.field("operator-document-birth", 28, 12, &self.birth, on(2));
        sheet.field("operator-document-expiry", 28, 12, &self.expiry, on(3));
        let problem = self.problem.map(|key| look.text(key));
        if self.waiting {
            sheet.say("operator-moment");
        } else {
            sheet.problem(problem.as_deref());
        }
    }
}
