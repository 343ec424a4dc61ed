//! A person who is not on the roll: a city user, or someone who attests residence.
//!
//! ```text
//! │ Registrare un city user                              │
//! │                                                      │
//! │ → Cognome        [Verdi                      ]       │
//! │   Nome           [Luca                       ]       │
//! │                                                      │
//! │   Motivo                                             │
//! │   1  [x]  Lavora in uno dei comuni                   │
//! │   2  [ ]  Studia ...                                 │
//! │                                                      │
//! │   Comune                                             │
//! │   1  [x]  Carpaneto Piacentino                       │
//! ```

use super::choosing::{between_fields, chosen, field_after};
use super::document::DocumentForm;
use super::sheet::Sheet;
use super::verdict::VerdictPanel;
use crate::consultation::{Area, Reason};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::Look;
use crate::tui::work::{CityUserForm, Done, Job, ResidenceForm};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// What is recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// A non-resident with a tie to the territory.
    CityUser,
    /// A resident who is missing from the roll.
    Residence,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Surname,
    GivenNames,
    Reason,
    Area,
}

/// The form.
pub struct Registration {
    record: Record,
    form: DocumentForm,
    surname: TextField,
    given_names: TextField,
    reason: usize,
    area: usize,
    focus: usize,
    pub(super) waiting: bool,
    problem: Option<&'static str>,
}

impl Registration {
    /// An empty form for the person of this visit.
    pub fn new(record: Record, form: DocumentForm) -> Self {
        Self {
            record,
            form,
            surname: TextField::new(60),
            given_names: TextField::new(60),
            reason: 0,
            area: 0,
            focus: 0,
            waiting: false,
            problem: None,
        }
    }

    /// Attested residence needs no reason.
    fn fields(&self) -> &'static [Field] {
        match self.record {
            Record::CityUser => &[
                Field::Surname,
                Field::GivenNames,
                Field::Reason,
                Field::Area,
            ],
            Record::Residence => &[Field::Surname, Field::GivenNames, Field::Area],
        }
    }

    fn on(&self, field: Field) -> bool {
        !self.waiting && self.fields().get(self.focus) == Some(&field)
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &Session) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key, session),
            Input::Paste(text) if !self.waiting => {
                if self.on(Field::Surname) {
                    self.surname.paste(text.trim());
                } else if self.on(Field::GivenNames) {
                    self.given_names.paste(text.trim());
                }
                Step::stay()
            }
            Input::Done(Done::Verdict(verdict)) if self.waiting => Step::go(Screen::Verdict(
                VerdictPanel::new(verdict, self.form.clone()),
            )),
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        let consultation = &session.station.consultation;
        let (reasons, areas) = (
            consultation.eligibility.city_user_reasons.len(),
            consultation.areas.len(),
        );
        let count = self.fields().len();
        match key.code {
            KeyCode::Esc => return Step::home(),
            KeyCode::Enter if self.focus + 1 == count => return self.submit(session),
            KeyCode::Enter | KeyCode::Tab => self.focus = field_after(self.focus, true, count),
            KeyCode::BackTab => self.focus = field_after(self.focus, false, count),
            _ if self.on(Field::Reason) => self.reason = self.choose(key, self.reason, reasons),
            _ if self.on(Field::Area) => self.area = self.choose(key, self.area, areas),
            _ => match between_fields(key) {
                Some(forward) => self.focus = field_after(self.focus, forward, count),
                None => self.write(key),
            },
        }
        Step::stay()
    }

    /// The choice after this key; from the ends of a list the arrows go on to the next field.
    fn choose(&mut self, key: KeyEvent, now: usize, count: usize) -> usize {
        let to = chosen(key, now, count).unwrap_or(now);
        let leaves = match key.code {
            KeyCode::Up => Some(false),
            KeyCode::Down => Some(true),
            _ => None,
        };
        if let (Some(forward), true) = (leaves, to == now) {
            self.focus = field_after(self.focus, forward, self.fields().len());
        }
        to
    }

    fn write(&mut self, key: KeyEvent) {
        let field = if self.on(Field::Surname) {
            &mut self.surname
        } else {
            &mut self.given_names
        };
        if field.key(key) {
            self.problem = None;
        }
    }

    fn submit(&mut self, session: &Session) -> Step {
        let surname = self.surname.value().trim().to_owned();
        let given_names = self.given_names.value().trim().to_owned();
        if surname.is_empty() || given_names.is_empty() {
            self.focus = usize::from(!surname.is_empty());
            self.problem = Some("operator-registration-no-name");
            return Step::stay();
        }
        let consultation = &session.station.consultation;
        let area = consultation
            .areas
            .get(self.area)
            .map(|a: &Area| a.id.clone());
        let reason: Option<&Reason> = consultation.eligibility.city_user_reasons.get(self.reason);
        let job = match (self.record, area, reason) {
            (Record::CityUser, Some(area), Some(reason)) => Job::Register(CityUserForm {
                surname,
                given_names,
                reason: *reason,
                area,
            }),
            (Record::Residence, Some(area), _) => Job::AttestResidence(ResidenceForm {
                surname,
                given_names,
                area,
            }),
            _ => return Step::stay(),
        };
        self.waiting = true;
        Step::ask(job)
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let enter = if self.focus + 1 == self.fields().len() {
            "operator-do-register"
        } else {
            "common-do-next"
        };
        let keys = [
            ("Enter", enter),
            ("↑ ↓", "common-do-move"),
            ("Esc", "operator-do-cancel-visit"),
        ];
        let consultation = &session.station.consultation;
        let mut sheet = Sheet::new(look, frame, session, &keys);
        let title = match self.record {
            Record::CityUser => "operator-registration-city-user",
            Record::Residence => "operator-registration-residence",
        };
        sheet.write(&look.text(title), sheet.theme.title());
        sheet.aside("operator-registration-sealed");
        sheet.field(
            "operator-registration-surname",
            10,
            40,
            &self.surname,
            self.on(Field::Surname),
        );
        let focused = self.on(Field::GivenNames);
        sheet.field(
            "operator-registration-given-names",
            10,
            40,
            &self.given_names,
            focused,
        );
        if self.record == Record::CityUser {
            sheet.say("operator-registration-reason");
            let names: Vec<String> = consultation
                .eligibility
                .city_user_reasons
                .iter()
                .map(|r| look.reason(*r))
                .collect();
            sheet.choices(&names, self.reason, self.on(Field::Reason));
        }
        sheet.say("operator-registration-area");
        sheet.choices(
            &Look::areas(&consultation.areas),
            self.area,
            self.on(Field::Area),
        );
        let problem = self.problem.map(|key| look.text(key));
        if self.waiting {
            sheet.say("operator-moment");
        } else {
            sheet.problem(problem.as_deref());
        }
    }
}
