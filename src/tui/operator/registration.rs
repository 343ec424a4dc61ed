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

use super::choosing::{between_fields, chosen, field_after};
use super::desk::zone_line;
use super::scanning::{Found, Scanning};
use super::sheet::Sheet;
use super::visiting::{Visiting, difference};
use crate::identity::{DocumentNumber, Mrz, NameField, Names};
use crate::tui::confirming::Confirming;
use crate::tui::facts::Notice;
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::{Look, name_problem};
use crate::tui::work::{Claim, Job, RegistrationForm};
use chrono::NaiveDate;
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
    Number,
    Reason,
    Area,
}

/// The form.
#[derive(Clone)]
pub struct Registration {
    record: Record,
    visiting: Visiting,
    texts: [TextField; 3],
    /// Nothing is chosen for the person.
    reason: Option<usize>,
    area: Option<usize>,
    focus: usize,
    scanning: Scanning,
    problem: Option<Notice>,
    /// The names differ from the code, and the operator has been told.
    told: bool,
}

impl Registration {
    /// A form for this person, filled with what was read of their document.
    pub fn new(record: Record, visiting: Visiting) -> Self {
        let mut form = Self {
            record,
            visiting,
            texts: [60, 60, 44].map(TextField::new),
            reason: None,
            area: None,
            focus: 0,
            scanning: Scanning::default(),
            problem: None,
            told: false,
        };
        form.fill();
        form
    }

    /// Puts what is known into the fields, and goes to the first that is empty.
    fn fill(&mut self) {
        if let Some(names) = &self.visiting.shown.names {
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
            Input::Key(key) => self.key(key, session),
            Input::Paste(text) => {
                if !self.scanned(&text, session.now.date())
                    && let Some(field) = self.text()
                {
                    field.paste(text.trim());
                }
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    /// Whether the text was part of a zone; a whole one fills the form.
    fn scanned(&mut self, text: &str, today: NaiveDate) -> bool {
        let found = self.scanning.take(text, today);
        if matches!(found, Found::Nothing) {
            return false;
        }
        if let Some(field) = self.text() {
            field.clear();
        }
        match found {
            Found::Zone(zone) => self.take_zone(&zone),
            Found::Wrong(problem) => self.problem = Some(problem),
            Found::Part | Found::Nothing => {}
        }
        true
    }

    /// The document that the person showed, now read by a machine: its kind and dates were
    /// decided on before, so the number and the names are what is new.
    fn take_zone(&mut self, zone: &Mrz) {
        let before = self.visiting.document.clone();
        self.problem = None;
        if !self.visiting.read_zone(zone) {
            self.problem = Some(Notice::plain("refusal-zone-document"));
        } else if let (Some(before), Some(read)) = (before, &mut self.visiting.document) {
            if before.birth_date != read.birth_date {
                self.problem = Some(Notice::plain("operator-registration-other-person"));
            }
            read.birth_date = before.birth_date;
        }
        self.told = false;
        self.fill();
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        let consultation = &session.station.consultation;
        let (reasons, areas) = (
            consultation.eligibility.city_user_reasons.len(),
            consultation.areas.len(),
        );
        let count = self.fields().len();
        match key.code {
            KeyCode::Esc => return Step::home().and(Job::LeaveVisit),
            KeyCode::Enter => {
                let text = self.text().map(|t| t.value());
                if text.is_some_and(|t| self.scanned(&t, session.now.date())) {
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

    fn write(&mut self, key: KeyEvent) {
        if self.text().is_some_and(|field| field.key(key)) {
            self.problem = None;
            self.told = false;
        }
    }

    fn submit(&mut self, session: &Session) -> Step {
        match self.form(session) {
            Ok(form) => {
                self.visiting.shown.names = Some(form.names.clone());
                // Said once: names may differ from the code for good reasons.
                if !self.told && !self.visiting.differences().is_empty() {
                    self.told = true;
                    return Step::stay();
                }
                Step::go(Screen::Confirming(Box::new(Confirming::declaration(
                    form,
                    self.clone(),
                    session,
                ))))
            }
            Err((focus, problem)) => {
                self.focus = focus;
                self.problem = Some(problem);
                Step::stay()
            }
        }
    }

    /// What was typed and chosen, or which field is wrong and why.
    fn form(&self, session: &Session) -> Result<RegistrationForm, (usize, Notice)> {
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
        Ok(RegistrationForm {
            names,
            number,
            claim,
        })
    }

    /// Who it is about.
    pub fn visiting(&self) -> &Visiting {
        &self.visiting
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let enter = if self.focus + 1 == self.fields().len() {
            "operator-do-show-person"
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
        let labels = [
            ("operator-registration-surname", Field::Surname),
            ("operator-registration-given-names", Field::GivenNames),
            ("operator-registration-number", Field::Number),
        ];
        for ((label, field), text) in labels.into_iter().zip(&self.texts) {
            sheet.field(label, 20, 40, text, self.on(field));
        }
        if self.record == Record::CityUser {
            sheet.say("operator-registration-reason");
            let names: Vec<String> = consultation
                .eligibility
                .city_user_reasons
                .iter()
                .map(|r| look.reason(*r))
                .collect();
            sheet.maybe_chosen(&names, self.reason, self.on(Field::Reason));
        }
        sheet.say("operator-registration-area");
        let areas = Look::areas(&consultation.areas);
        sheet.maybe_chosen(&areas, self.area, self.on(Field::Area));
        if let Some((have, of)) = self.scanning.waiting() {
            zone_line(&mut sheet, have, of);
        } else if let Some(problem) = &self.problem {
            sheet.problem(Some(&look.notice(problem)));
        } else if self.told {
            for d in self.visiting.differences() {
                sheet.write(&difference(look, d), sheet.theme.warn());
            }
            sheet.say("operator-registration-told");
        } else if self.focus + 1 == self.fields().len() {
            sheet.aside("operator-registration-then");
        }
    }
}
