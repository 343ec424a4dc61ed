//! Who left the card at home: the code is computed from the personal data, and marked so.
//!
//! ```text
//! │ Calcolare il codice fiscale                          │
//! │                                                      │
//! │ → Cognome          [Rossi                     ]      │
//! │   Nome             [Maria                     ]      │
//! │   Data di nascita  [12/05/1980  ]                    │
//! │   Sesso (F o M)    [F]                               │
//! │   Luogo di nascita [forli                     ]      │
//! │   → 1  Forlì (FC)                                    │
//! │     2  Forlimpopoli (FC)                             │
//! ```

use super::choosing::{between_fields, field_after};
use super::desk::LONGEST;
use super::person::Person;
use super::scanning::{Found, Scanning};
use super::sheet::Sheet;
use super::visiting::{Visiting, document, shown};
use crate::identity::{CodiceFiscale, Mrz, NameField, Names, PersonalData, Sex, Shown, place};
use crate::tui::clock::{day, read_day};
use crate::tui::facts::Notice;
use crate::tui::model::Session;
use crate::tui::step::{Input, Step};
use crate::tui::widgets::{Choice, TextField};
use crate::tui::words::{Look, name_problem};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// Places that are shown under the field.
const PLACES: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Surname,
    GivenNames,
    Birth,
    Sex,
    Place,
}

const FIELDS: [Field; 5] = [
    Field::Surname,
    Field::GivenNames,
    Field::Birth,
    Field::Sex,
    Field::Place,
];

/// The form.
pub struct Computing {
    texts: [TextField; 5],
    focus: usize,
    /// The row with the arrow among the places found.
    place: usize,
    scanning: Scanning,
    zone: Option<Box<Mrz>>,
    problem: Option<Notice>,
}

impl Computing {
    /// A form, filled from a document that was read at the desk.
    pub fn new(zone: Option<Box<Mrz>>) -> Self {
        let mut form = Self {
            texts: [LONGEST, LONGEST, LONGEST, 1, LONGEST].map(TextField::new),
            focus: 0,
            place: 0,
            scanning: Scanning::default(),
            zone: None,
            problem: None,
        };
        if let Some(zone) = zone {
            form.fill(zone);
        }
        form
    }

    fn fill(&mut self, zone: Box<Mrz>) {
        let Shown {
            names, birth, sex, ..
        } = shown(&zone);
        if let Some(names) = names {
            self.texts[0].set(names.surname());
            self.texts[1].set(names.given_names());
        }
        if let Some(birth) = birth {
            self.texts[2].set(&day(birth));
        }
        self.texts[3].set(&sex.map_or_else(String::new, |s| s.letter().to_string()));
        self.focus = if sex.is_some() { 4 } else { 3 };
        self.problem = document(&zone)
            .is_none()
            .then(|| Notice::plain("refusal-zone-document"));
        self.zone = Some(zone);
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &Session) -> Step {
        match input {
            Input::Key(key) => self.key(key, session),
            Input::Paste(text) => {
                if !self.scanned(&text, session) {
                    self.texts[self.focus].paste(text.trim());
                }
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    /// Whether the text was part of a zone; a whole one fills the form.
    fn scanned(&mut self, text: &str, session: &Session) -> bool {
        match self.scanning.take(text, session.now.date()) {
            Found::Nothing => return false,
            Found::Part => self.texts[self.focus].clear(),
            Found::Zone(zone) => {
                self.texts[self.focus].clear();
                self.fill(zone);
            }
            Found::Wrong(problem) => {
                self.texts[self.focus].clear();
                self.problem = Some(problem);
            }
        }
        true
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        let on_place = FIELDS[self.focus] == Field::Place;
        match key.code {
            KeyCode::Esc if self.scanning.waiting().is_some() => self.scanning.clear(),
            KeyCode::Esc => return Step::home(),
            KeyCode::Enter => {
                let text = self.texts[self.focus].value();
                if self.scanned(&text, session) {
                    return Step::stay();
                }
                if on_place {
                    return self.submit();
                }
                self.focus = field_after(self.focus, true, FIELDS.len());
            }
            KeyCode::Down if on_place => {
                let last = self.places().len().saturating_sub(1);
                self.place = (self.place + 1).min(last);
            }
            KeyCode::Up if on_place && self.place > 0 => self.place -= 1,
            _ => match between_fields(key) {
                Some(forward) => self.focus = field_after(self.focus, forward, FIELDS.len()),
                None => self.write(key),
            },
        }
        Step::stay()
    }

    fn write(&mut self, key: KeyEvent) {
        // One letter: the next one replaces it.
        if FIELDS[self.focus] == Field::Sex && matches!(key.code, KeyCode::Char(_)) {
            self.texts[self.focus].clear();
        }
        if self.texts[self.focus].key(key) {
            self.problem = None;
            self.place = 0;
        }
    }

    fn places(&self) -> Vec<&'static place::Place> {
        place::search(&self.texts[4].value(), PLACES)
    }

    fn submit(&mut self) -> Step {
        match self.visiting() {
            Ok(visiting) => Person::start(*visiting),
            Err((focus, problem)) => {
                self.focus = focus;
                self.problem = Some(problem);
                Step::stay()
            }
        }
    }

    /// The person with the computed code, or which field is wrong and why.
    fn visiting(&self) -> Result<Box<Visiting>, (usize, Notice)> {
        let names = Names::parse(&self.texts[0].value(), &self.texts[1].value()).map_err(|e| {
            (
                usize::from(e.field == NameField::GivenNames),
                name_problem(e),
            )
        })?;
        let plain = |field, key| (field, Notice::plain(key));
        let birth = read_day(&self.texts[2].value())
            .ok_or_else(|| plain(2, "operator-document-no-birth"))?;
        let sex = match self.texts[3].value().to_ascii_uppercase().as_str() {
            "F" => Sex::Female,
            "M" => Sex::Male,
            _ => return Err(plain(3, "operator-computing-no-sex")),
        };
        let places = self.places();
        let place = places
            .get(self.place)
            .ok_or_else(|| plain(4, "operator-computing-no-place"))?;
        let data = PersonalData {
            names: names.clone(),
            birth,
            sex,
            place: place.code,
        };
        let computed =
            CodiceFiscale::compute(&data).map_err(|_| plain(0, "operator-computing-no-letters"))?;
        let mut visiting = Visiting::new(computed.code);
        if let Some(zone) = &self.zone {
            visiting.read_zone(zone);
        }
        visiting.computed = true;
        visiting.shown = Shown {
            names: Some(names),
            truncated: false,
            birth: Some(birth),
            sex: Some(sex),
        };
        Ok(Box::new(visiting))
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let on_place = FIELDS[self.focus] == Field::Place;
        let keys = [
            (
                "Enter",
                if on_place {
                    "operator-do-compute"
                } else {
                    "common-do-next"
                },
            ),
            ("↑ ↓", "common-do-move"),
            ("Esc", "operator-do-desk"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title("operator-computing-title");
        sheet.aside("operator-computing-how");
        sheet.gap();
        let labels = [
            ("operator-registration-surname", 40),
            ("operator-registration-given-names", 40),
            ("operator-document-birth", 12),
            ("operator-computing-sex", 3),
            ("operator-computing-place", 40),
        ];
        for (n, ((label, longest), text)) in labels.into_iter().zip(&self.texts).enumerate() {
            sheet.field(label, 28, longest, text, self.focus == n);
        }
        if on_place {
            let now = self.place.min(self.places().len().saturating_sub(1));
            let rows: Vec<Choice> = self.places().iter().map(|p| row(look, p)).collect();
            sheet.list(&rows, Some(now));
        }
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        sheet.problem(problem.as_deref());
    }
}

/// A place with its province, and until when it was called so.
fn row(look: &Look, place: &place::Place) -> Choice {
    let until = place
        .to
        .map(|to| look.say("operator-computing-until", &[("date", day(to).into())]))
        .unwrap_or_default();
    let province = if place.code.is_abroad() {
        look.text("operator-computing-abroad")
    } else {
        place.province.to_string()
    };
    Choice {
        text: format!("{} ({province}) {until}", place.name),
        right: place.code.to_string(),
        ..Choice::default()
    }
}
