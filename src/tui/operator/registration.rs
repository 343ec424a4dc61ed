//! A person who is not on the roll: a city user, or someone who attests residence. The form is
//! copied or scanned here; the person reads it and confirms it on their own screen.
//!
//! ```text
//! │ Registrare un city user                              │
//! │                                                      │
//! │ → Cognome             [Verdi                 ]       │
//! │   Nome                [Luca                  ]       │
//! │   Numero documento    [YA1234567             ]       │
//! │                                                      │
//! │   Motivo                                             │
//! │   1  [ ]  Lavora qui                                 │
//! │   2  [ ]  Studia qui                                 │
//! │                                                      │
//! │   Comune                                             │
//! │   1  [ ]  Carpaneto Piacentino                       │
//! ```

mod screen;

use super::choosing::{between_fields, chosen, field_after};
use super::desk::LONGEST;
use super::scanning::{Found, Scanning};
use super::verdict::VerdictPanel;
use super::visiting::Visiting;
use crate::identity::{DocumentNumber, Mrz, NameField, Names};
use crate::tui::confirming::Confirming;
use crate::tui::facts::{Notice, Verdict};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::name_problem;
use crate::tui::work::{Claim, Done, Job, RegistrationForm};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};

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
    Number,
    Reason,
    Area,
}

/// The form.
#[derive(Clone)]
pub struct Registration {
    record: Record,
    /// The verdict that led here; Esc leads back to it.
    panel: VerdictPanel,
    visiting: Visiting,
    texts: [TextField; 3],
    /// What a scanner writes while the cursor is in a list.
    swift: TextField,
    /// Nothing is chosen for the person.
    reason: Option<usize>,
    area: Option<usize>,
    focus: usize,
    scanning: Scanning,
    problem: Option<Notice>,
    /// Something differs, and the operator has been told.
    told: bool,
    /// The document that was read is being weighed.
    pub(super) waiting: bool,
}

impl Registration {
    /// A form for this person, filled with what was read of their document.
    pub fn new(record: Record, panel: VerdictPanel) -> Self {
        let mut form = Self {
            record,
            visiting: panel.visiting.clone(),
            panel,
            texts: [LONGEST; 3].map(TextField::new),
            swift: TextField::new(LONGEST),
            reason: None,
            area: None,
            focus: 0,
            scanning: Scanning::default(),
            problem: None,
            told: false,
            waiting: false,
        };
        form.fill();
        form
    }

    /// Puts what is known into the fields, and goes to the first that is empty. Names that were
    /// typed stay: a zone has no accents.
    fn fill(&mut self) {
        if let Some(names) = &self.visiting.shown.names
            && self.texts[0].is_empty()
            && self.texts[1].is_empty()
        {
            self.texts[0].set(names.surname());
            self.texts[1].set(names.given_names());
        }
        let number = self
            .visiting
            .document
            .as_ref()
            .and_then(|d| d.number.as_ref());
        if let Some(number) = number {
            self.texts[2].set(number.as_str());
        }
        self.focus = self.texts.iter().position(TextField::is_empty).unwrap_or(3);
    }

    /// Attested residence needs no reason.
    fn fields(&self) -> &'static [Field] {
        match self.record {
            Record::CityUser => &[
                Field::Surname,
                Field::GivenNames,
                Field::Number,
                Field::Reason,
                Field::Area,
            ],
            Record::Residence => &[
                Field::Surname,
                Field::GivenNames,
                Field::Number,
                Field::Area,
            ],
        }
    }

    fn on(&self, field: Field) -> bool {
        self.fields().get(self.focus) == Some(&field)
    }

    fn text(&mut self) -> Option<&mut TextField> {
        self.texts.get_mut(self.focus)
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &Session) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key, session),
            Input::Swift(key) if !self.waiting => self.swift(key, session),
            Input::Paste(text) if !self.waiting => {
                let scanned = self.scanned(&text, session.now.date());
                scanned.unwrap_or_else(|| {
                    if let Some(field) = self.text() {
                        field.paste(text.trim());
                    }
                    Step::stay()
                })
            }
            // The document that was read does for somebody who is not on the roll.
            Input::Done(Done::Verdict(Verdict::NotOnRoll { .. })) if self.waiting => {
                self.waiting = false;
                self.fill();
                Step::stay()
            }
            Input::Done(Done::Verdict(verdict)) if self.waiting => {
                let panel = VerdictPanel::new(verdict, self.visiting.clone());
                Step::go(Screen::Verdict(Box::new(panel)))
            }
            _ => Step::stay(),
        }
    }

    /// What to do if the text was part of a zone; a whole one fills the form.
    fn scanned(&mut self, text: &str, today: NaiveDate) -> Option<Step> {
        let found = self.scanning.take(text, today);
        if matches!(found, Found::Nothing) {
            return None;
        }
        if let Some(field) = self.text() {
            field.clear();
        }
        self.problem = None;
        Some(match found {
            Found::Zone(zone) => self.take_zone(&zone, today),
            Found::Wrong(problem) => {
                self.problem = Some(problem);
                Step::stay()
            }
            Found::Part | Found::Nothing => Step::stay(),
        })
    }

    /// The document, now read by a machine: the station weighs its kind, birth and expiry again,
    /// whatever was seen of it before.
    fn take_zone(&mut self, zone: &Mrz, today: NaiveDate) -> Step {
        let before = self.visiting.document.as_ref().map(|d| d.birth_date);
        if !self.visiting.read_zone(zone) {
            self.problem = Some(Notice::plain("refusal-zone-document"));
            return Step::stay();
        }
        if self.visiting.century_is_open(today)
            && let (Some(before), Some(read)) = (before, &mut self.visiting.document)
        {
            read.birth_date = before;
            self.visiting.shown.birth = Some(before);
        }
        self.told = false;
        let Some(visit) = self.visiting.visit() else {
            return Step::stay();
        };
        self.waiting = true;
        Step::ask(Job::CheckIn(Box::new(visit)))
    }

    /// A scanner's key: into the field with the cursor, or into none if that is a list.
    fn swift(&mut self, key: KeyEvent, session: &Session) -> Step {
        if self.text().is_some() {
            return self.key(key, session);
        }
        if key.code != KeyCode::Enter {
            self.swift.key(key);
            return Step::stay();
        }
        let text = self.swift.value();
        self.swift.clear();
        self.scanned(&text, session.now.date())
            .unwrap_or_else(Step::stay)
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        let consultation = &session.station.consultation;
        let (reasons, areas) = (
            consultation.eligibility.city_user_reasons.len(),
            consultation.areas.len(),
        );
        let count = self.fields().len();
        match key.code {
            KeyCode::Esc if self.scanning.waiting().is_some() => self.scanning.clear(),
            KeyCode::Esc => return self.back(),
            KeyCode::Enter => {
                let text = self.text().map(|t| t.value());
                if let Some(step) = text.and_then(|t| self.scanned(&t, session.now.date())) {
                    return step;
                }
                // Said at once, and where it is missing.
                if self.on(Field::Reason) && self.reason.is_none() {
                    self.problem = Some(Notice::plain("operator-registration-no-reason"));
                    return Step::stay();
                }
                if self.focus + 1 == count {
                    return self.submit(session);
                }
                self.focus = field_after(self.focus, true, count);
            }
            KeyCode::Tab => self.focus = field_after(self.focus, true, count),
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

    /// The choice after this key: a number chooses and goes on to the next field, arrows move and
    /// leave the list at its ends.
    fn choose(&mut self, key: KeyEvent, now: Option<usize>, count: usize) -> Option<usize> {
        let last = self.fields().len() - 1;
        self.problem = None;
        match (key.code, now) {
            (KeyCode::Char(_), _) => {
                let to = chosen(key, 0, count).or(now);
                if to.is_some() && chosen(key, 0, count).is_some() {
                    self.focus = (self.focus + 1).min(last);
                }
                to
            }
            (KeyCode::Up, None | Some(0)) => {
                self.focus = field_after(self.focus, false, last + 1);
                now
            }
            (KeyCode::Down, Some(n)) if n + 1 == count => {
                self.focus = (self.focus + 1).min(last);
                now
            }
            (KeyCode::Down, None) => (count > 0).then_some(0),
            (_, Some(n)) => chosen(key, n, count).or(now),
            (_, None) => None,
        }
    }

    /// To the verdict, with what was typed.
    fn back(&self) -> Step {
        let mut panel = self.panel.clone();
        panel.visiting = self.visiting.clone();
        if let Ok(names) = Names::parse(&self.texts[0].value(), &self.texts[1].value()) {
            panel.visiting.shown.names = Some(names);
        }
        Step::go(Screen::Verdict(Box::new(panel)))
    }

    fn write(&mut self, key: KeyEvent) {
        if self.text().is_some_and(|field| field.key(key)) {
            self.problem = None;
            self.told = false;
        }
    }

    fn submit(&mut self, session: &Session) -> Step {
        match self.form(session) {
            Ok((form, birth)) => {
                self.visiting.shown.names = Some(form.names.clone());
                if let Some(document) = &mut self.visiting.document {
                    document.number = Some(form.number.clone());
                }
                // Said once: names may differ from the code for good reasons.
                if !self.told && !self.doubts(session.now.date()).is_empty() {
                    self.told = true;
                    return Step::stay();
                }
                let desk = self.clone();
                let confirming = Confirming::declaration(form, birth, desk, session);
                Step::go(Screen::Confirming(Box::new(confirming)))
            }
            Err((focus, problem)) => {
                self.focus = focus;
                self.problem = Some(problem);
                Step::stay()
            }
        }
    }

    /// What was typed and chosen, or which field is wrong and why.
    fn form(&self, session: &Session) -> Result<(RegistrationForm, NaiveDate), (usize, Notice)> {
        let place = |field| self.fields().iter().position(|f| *f == field).unwrap_or(0);
        let missing = |field, key| (place(field), Notice::plain(key));
        let names = Names::parse(&self.texts[0].value(), &self.texts[1].value()).map_err(|e| {
            (
                usize::from(e.field == NameField::GivenNames),
                name_problem(e),
            )
        })?;
        let number = DocumentNumber::parse(&self.texts[2].value())
            .map_err(|_| missing(Field::Number, "operator-registration-no-number"))?;
        let consultation = &session.station.consultation;
        let reasons = &consultation.eligibility.city_user_reasons;
        let reason = self.reason.and_then(|n| reasons.get(n)).copied();
        if self.record == Record::CityUser && reason.is_none() {
            return Err(missing(Field::Reason, "operator-registration-no-reason"));
        }
        let area = self.area.and_then(|n| consultation.areas.get(n));
        let area = area
            .map(|a| a.id.clone())
            .ok_or_else(|| missing(Field::Area, "operator-registration-no-area"))?;
        let claim = match (self.record, reason) {
            (Record::CityUser, Some(reason)) => Claim::CityUser { reason, area },
            _ => Claim::Residence { area },
        };
        let document = self.visiting.document.as_ref();
        let birth = document
            .map(|d| d.birth_date)
            .ok_or_else(|| (0, Notice::plain("refusal-not-before")))?;
        let form = RegistrationForm {
            names,
            number,
            claim,
        };
        Ok((form, birth))
    }

    /// Who it is about.
    pub fn visiting(&self) -> &Visiting {
        &self.visiting
    }
}
