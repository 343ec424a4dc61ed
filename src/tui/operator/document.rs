//! The document of a person, copied by hand: where neither code nor zone tells the century of the
//! birth, or the document says something else.
//!
//! ```text
//! │ Documento di RSSMRA85T10A562S                        │
//! │                                                      │
//! │ → 1  [x]  Carta d'identità elettronica               │
//! │   2  [ ]  Passaporto                                 │
//! │                                                      │
//! │   Data di nascita [10/12/1985      ]  gg/mm/aaaa     │
//! │   Scadenza        [                ]  vuota se manca │
//! ```

use super::choosing::{between_fields, chosen, field_after};
use super::person::Person;
use super::sheet::Sheet;
use super::verdict::VerdictPanel;
use super::visiting::Visiting;
use crate::identity::{Document, DocumentKind, Validity};
use crate::tui::clock::{day, read_day};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

const FIELDS: usize = 3;
/// Asks whether there is none; a second Enter says so.
const NO_EXPIRY: &str = "operator-document-unlimited";
/// The last of them.
const EXPIRY: usize = 2;

/// The form.
pub struct DocumentForm {
    visiting: Visiting,
    kinds: Vec<DocumentKind>,
    kind: usize,
    birth: TextField,
    expiry: TextField,
    focus: usize,
    pub(super) waiting: bool,
    /// Whether it was asked if there really is no expiry on the document.
    asked: bool,
    problem: Option<&'static str>,
}

impl DocumentForm {
    /// A form with what is known of the document; begins at the birth if the kind is.
    pub fn new(visiting: Visiting, kind: Option<DocumentKind>, session: &Session) -> Self {
        let read = visiting.document.as_ref();
        let kind = kind.or(read.map(|d| d.kind));
        let mut expiry = TextField::new(10);
        if let Some(Validity::Until(until)) = read.map(|d| d.validity) {
            expiry.set(&day(until));
        }
        let accepted = &session.station.consultation.documents.accepted;
        let kinds: Vec<DocumentKind> = DocumentKind::ALL
            .into_iter()
            .filter(|k| accepted.contains(k))
            .collect();
        Self {
            visiting,
            kind: kind
                .and_then(|k| kinds.iter().position(|other| *other == k))
                .unwrap_or(0),
            kinds,
            birth: TextField::new(10),
            expiry,
            focus: usize::from(kind.is_some()),
            waiting: false,
            asked: false,
            problem: None,
        }
    }

    /// A form of which only the expiry is missing, because the code tells the birth.
    pub fn for_expiry(
        visiting: Visiting,
        kind: DocumentKind,
        birth: NaiveDate,
        session: &Session,
    ) -> Self {
        let mut form = Self::new(visiting, Some(kind), session);
        form.birth.set(&day(birth));
        form.focus = EXPIRY;
        form
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key),
            // Dates have no letters: what a scanner writes here is not for this form.
            Input::Swift(key) if !self.waiting && self.focus > 0 => match key.code {
                KeyCode::Char(sign) if sign.is_alphabetic() => Step::stay(),
                _ => self.key(key),
            },
            Input::Paste(text) if !self.waiting => {
                if let Some(field) = self.field() {
                    field.paste(text.trim());
                }
                Step::stay()
            }
            Input::Done(Done::Verdict(verdict)) if self.waiting => Step::go(Screen::Verdict(
                Box::new(VerdictPanel::new(verdict, self.visiting.clone())),
            )),
            _ => Step::stay(),
        }
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match self.focus {
            1 => Some(&mut self.birth),
            2 => Some(&mut self.expiry),
            _ => None,
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Esc => {
                return Step::go(Screen::Person(Box::new(Person::again(
                    self.visiting.clone(),
                ))));
            }
            KeyCode::Enter if self.focus + 1 == FIELDS => return self.submit(),
            KeyCode::Enter | KeyCode::Tab => self.focus = field_after(self.focus, true, FIELDS),
            _ if self.focus == 0 => self.choose(key),
            _ => match between_fields(key) {
                Some(forward) => self.focus = field_after(self.focus, forward, FIELDS),
                None => {
                    if self.field().is_some_and(|f| f.key(key)) {
                        self.problem = None;
                        self.asked = false;
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
            self.asked = false;
            if matches!(key.code, KeyCode::Char(_)) {
                self.focus = 1;
            }
        }
    }

    fn submit(&mut self) -> Step {
        match self.document() {
            Ok(document) => {
                self.visiting.shown.birth = Some(document.birth_date);
                self.visiting.document = Some(document);
                self.visiting.by_machine = false;
                self.problem = None;
                let Some(visit) = self.visiting.visit() else {
                    return Step::stay();
                };
                self.waiting = true;
                Step::ask(Job::CheckIn(Box::new(visit)))
            }
            Err((focus, problem)) => {
                self.asked = problem == NO_EXPIRY;
                self.focus = focus;
                self.problem = Some(problem);
                Step::stay()
            }
        }
    }

    /// What was typed, or which field is wrong and why.
    fn document(&self) -> Result<Document, (usize, &'static str)> {
        let kind = *self
            .kinds
            .get(self.kind)
            .ok_or((0, "operator-document-no-kind"))?;
        let birth_date = read_day(&self.birth.value()).ok_or((1, "operator-document-no-birth"))?;
        let expiry = self.expiry.value();
        let validity = match expiry.trim() {
            "" if kind.always_expires() => return Err((EXPIRY, "operator-document-must-expire")),
            "" if !self.asked => return Err((EXPIRY, NO_EXPIRY)),
            "" => Validity::Unlimited,
            text => Validity::Until(read_day(text).ok_or((
                EXPIRY,
                if kind.always_expires() {
                    "operator-document-wrong-expiry"
                } else {
                    "operator-document-no-expiry"
                },
            ))?),
        };
        // A number that was read stays with the kind that it was read with.
        let read = self.visiting.document.as_ref().filter(|d| d.kind == kind);
        Ok(Document {
            kind,
            number: read.and_then(|d| d.number.clone()),
            birth_date,
            validity,
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
            ("Esc", "common-do-back"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        let code = self.visiting.code.as_str().to_owned();
        let title = look.say("operator-document-title", &[("code", code.into())]);
        sheet.write(&title, sheet.theme.title());
        // At 24 rows there is room for the warnings or for what is wrong, and the latter comes
        // first.
        if self.problem.is_none() {
            for warning in self.visiting.warnings(look, session.now.date()) {
                sheet.write(&warning, sheet.theme.warn());
            }
        }
        sheet.gap();
        let names: Vec<String> = self.kinds.iter().map(|k| look.document(*k)).collect();
        sheet.choices(&names, self.kind, self.focus == 0 && !self.waiting);
        sheet.gap();
        let on = |n| self.focus == n && !self.waiting;
        sheet.field("operator-document-birth", 28, 12, &self.birth, on(1));
        let always = self
            .kinds
            .get(self.kind)
            .is_some_and(|k| k.always_expires());
        let expiry = if always {
            "operator-document-expiry-needed"
        } else {
            "operator-document-expiry"
        };
        sheet.field(expiry, 28, 12, &self.expiry, on(2));
        let problem = self.problem.map(|key| look.text(key));
        if self.waiting {
            sheet.say("operator-moment");
        } else {
            sheet.problem(problem.as_deref());
        }
    }
}
