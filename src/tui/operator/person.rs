//! The person whose code was read: what the code says, what the station knows, and which
//! document they show. One key for a document that agrees with the code.
//!
//! ```text
//! │ RSSMRA80E52B812S                                     │
//! │ Nata il 12/05/1980 (42 anni), Carpaneto (PC)         │
//! │ È nell'albo dei residenti: Carpaneto Piacentino.     │
//! │                                                      │
//! │ La foto è della persona, è nata il 12/05/1980, non   │
//! │ è scaduto? Prema il numero del documento.            │
//! │   1  Carta d'identità elettronica                    │
//! │   2  Passaporto                                      │
//! │   9  Qualcosa è diverso: copio i dati                │
//! │   0  Ha solo la tessera sanitaria                    │
//! ```

use super::desk::{LONGEST, zone_line};
use super::document::DocumentForm;
use super::sheet::Sheet;
use super::verdict::VerdictPanel;
use super::visiting::Visiting;
use crate::identity::{Document, DocumentKind, Scanned, Scanner, Validity};
use crate::tui::clock::{day, moment};
use crate::tui::facts::{Exception, Notice, Standing, StandingRight, Verdict};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::{Choice, TextField};
use crate::tui::words::{Look, entry_problem, zone_problem};
use crate::tui::work::{Done, Job};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// The key for a document whose data are copied.
const COPY: char = '9';
/// The key for who has only the health card.
const CARD: char = '0';

/// The person at the desk.
pub struct Person {
    visiting: Visiting,
    field: TextField,
    scanner: Scanner,
    /// The station is being asked what it knows of the code.
    looking: bool,
    /// The clerk is checking the person in.
    waiting: bool,
    problem: Option<Notice>,
}

impl Person {
    /// Asks what the station knows of the code.
    pub fn start(visiting: Visiting) -> Step {
        let job = Job::LookUp(visiting.code.clone());
        let mut person = Self::again(visiting);
        person.looking = true;
        Step::go(Screen::Person(Box::new(person))).and(job)
    }

    /// The same person once more: another document, or a correction.
    pub fn again(visiting: Visiting) -> Self {
        Self {
            visiting,
            field: TextField::new(LONGEST),
            scanner: Scanner::default(),
            looking: false,
            waiting: false,
            problem: None,
        }
    }

    /// The clerk could not do it: keys work again.
    pub fn release(&mut self) {
        self.looking = false;
        self.waiting = false;
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &Session) -> Step {
        match input {
            Input::Done(Done::Standing { code, standing }) if code == self.visiting.code => {
                self.learn(standing, session)
            }
            // Also instead of what the station knows: nobody can be admitted at all.
            Input::Done(Done::Verdict(verdict)) if self.waiting || self.looking => Step::go(
                Screen::Verdict(Box::new(VerdictPanel::new(verdict, self.visiting.clone()))),
            ),
            Input::Key(key) if !self.waiting => self.key(key, session),
            Input::Swift(key) if !self.waiting => self.write(key, session),
            Input::Paste(text) if !self.waiting => {
                self.field.set(text.trim());
                if text.contains(['\n', '\r']) {
                    self.read(&text, session)
                } else {
                    Step::stay()
                }
            }
            _ => Step::stay(),
        }
    }

    /// What the station knows. Who has voted is told at once; who has shown a document is
    /// checked in.
    fn learn(&mut self, standing: Standing, session: &Session) -> Step {
        let voted = standing.right == StandingRight::VotedHere;
        self.looking = false;
        self.visiting.standing = Some(standing);
        if voted {
            let verdict = Verdict::Refused {
                why: Notice::plain("refusal-already-voted-here"),
                exception: Exception::Never,
            };
            let panel = VerdictPanel::new(verdict, self.visiting.clone());
            return Step::go(Screen::Verdict(Box::new(panel)));
        }
        self.check_in(session)
    }

    /// With a document, and once the station has said what it knows: its answer to the code must
    /// not be taken for one to the visit.
    fn check_in(&mut self, session: &Session) -> Step {
        if self.visiting.century_is_open(session.now.date()) {
            return self.copy(None, session);
        }
        let Some(visit) = self.visiting.visit() else {
            return Step::stay();
        };
        if self.visiting.standing.is_none() {
            return self.look_up();
        }
        self.waiting = true;
        Step::ask(Job::CheckIn(Box::new(visit)))
    }

    /// Asks again what the station knows, if it could not say.
    fn look_up(&mut self) -> Step {
        if std::mem::replace(&mut self.looking, true) {
            return Step::stay();
        }
        Step::ask(Job::LookUp(self.visiting.code.clone()))
    }

    /// While nothing is being typed or scanned, a digit is a choice.
    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        let choosing = self.field.is_empty() && self.scanner.waiting().is_none();
        match key.code {
            KeyCode::Esc if choosing => return Step::home(),
            KeyCode::Esc => {
                self.field.clear();
                self.scanner.clear();
                self.problem = None;
            }
            KeyCode::Char(digit @ '0'..='9') if choosing && key.modifiers.is_empty() => {
                return self.choose(digit, session);
            }
            _ => return self.write(key, session),
        }
        Step::stay()
    }

    /// Into the field; Enter reads it.
    fn write(&mut self, key: KeyEvent, session: &Session) -> Step {
        if key.code == KeyCode::Enter {
            let text = self.field.value();
            return self.read(&text, session);
        }
        if self.field.key(key) {
            self.problem = None;
        }
        Step::stay()
    }

    fn choose(&mut self, digit: char, session: &Session) -> Step {
        let today = session.now.date();
        let kinds = accepted(session);
        let n = digit.to_digit(10).map_or(0, |n| n as usize);
        let kind = match digit {
            CARD => Some(DocumentKind::HealthCard),
            _ => n.checked_sub(1).and_then(|i| kinds.get(i)).copied(),
        };
        let birth = self.code_birth(today);
        match (kind, birth) {
            (None, _) if digit == COPY => self.copy(None, session),
            (None, _) => Step::stay(),
            // The code does not say when they were born: the document does.
            (Some(kind), None) if kind != DocumentKind::HealthCard => {
                self.copy(Some(kind), session)
            }
            (Some(kind), _) if self.visiting.expired == Some(kind) => {
                self.copy(Some(kind), session)
            }
            (Some(kind), birth) => {
                let document = Document {
                    kind,
                    number: None,
                    birth_date: birth.unwrap_or(today),
                    validity: Validity::Seen,
                };
                let expiry_counts = !session.station.consultation.documents.expired_accepted;
                // Its expiry is written by hand, moved by a stamp, or long gone: it is not
                // accepted by one key, but copied.
                if kind == DocumentKind::PaperIdCard
                    && expiry_counts
                    && !document.legally_ended(today)
                {
                    let birth = document.birth_date;
                    let form =
                        DocumentForm::for_expiry(self.visiting.clone(), kind, birth, session);
                    return Step::go(Screen::Document(Box::new(form)));
                }
                self.visiting.by_machine = false;
                self.visiting.document = Some(document);
                self.check_in(session)
            }
        }
    }

    /// The data of the document are copied by hand.
    fn copy(&self, kind: Option<DocumentKind>, session: &Session) -> Step {
        let form = DocumentForm::new(self.visiting.clone(), kind, session);
        Step::go(Screen::Document(Box::new(form)))
    }

    /// The birth that the code tells without a doubt.
    fn code_birth(&self, today: NaiveDate) -> Option<NaiveDate> {
        let code = &self.visiting.code;
        code.birth_on(today)
            .filter(|_| !code.birth_must_be_asked(today))
    }

    /// The document's zone, or the card of the next person.
    fn read(&mut self, text: &str, session: &Session) -> Step {
        let today = session.now.date();
        self.problem = None;
        let scanned = self.scanner.read(text, today);
        if !matches!(scanned, Scanned::NotACode(_)) {
            self.field.clear();
        }
        match scanned {
            Scanned::Code(code) if code == self.visiting.code => {}
            Scanned::Code(code) => return Person::start(Visiting::new(code)),
            Scanned::Zone(zone) if self.visiting.read_zone(&zone) => {
                return self.check_in(session);
            }
            Scanned::Zone(_) => self.problem = Some(Notice::plain("refusal-zone-document")),
            Scanned::NotACode(error) => self.problem = Some(entry_problem(error, text)),
            Scanned::NotAZone(error) => self.problem = Some(zone_problem(error)),
            Scanned::CardNumber => self.problem = Some(Notice::plain("refusal-card-number")),
            Scanned::ZoneLine { .. } | Scanned::Nothing => {}
        }
        Step::stay()
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let today = session.now.date();
        let keys = [
            ("1-9", "operator-do-document"),
            ("Enter", "operator-do-scanned"),
            ("Esc", "operator-do-desk"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.write(self.visiting.code.as_str(), sheet.theme.title());
        sheet.write(&self.visiting.decoded(look, today), sheet.theme.text());
        if let Some(standing) = &self.visiting.standing {
            found(&mut sheet, standing, session);
        }
        let rows = documents(look, session);
        // The list comes first: at 24 rows, warnings and then the question have what is left.
        for warning in self.visiting.warnings(look, today) {
            if usize::from(sheet.rows()) > rows.len() + 3 {
                sheet.write(&warning, sheet.theme.warn());
            }
        }
        if usize::from(sheet.rows()) > rows.len() + 2 {
            sheet.gap();
        }
        if self.waiting {
            return sheet.say("operator-moment");
        }
        if !self.field.is_empty() {
            sheet.field("operator-person-field", 10, 50, &self.field, true);
        } else if let Some((have, of)) = self.scanner.waiting() {
            zone_line(&mut sheet, have, of);
        } else if let Some(problem) = &self.problem {
            sheet.problem(Some(&look.notice(problem)));
        } else if usize::from(sheet.rows()) > rows.len() + 1 {
            let text = match self.code_birth(today) {
                Some(birth) if session.station.consultation.documents.expired_accepted => {
                    look.say("operator-person-ask-any", &[("birth", day(birth).into())])
                }
                Some(birth) => look.say("operator-person-ask", &[("birth", day(birth).into())]),
                None => look.text("operator-person-ask-birth"),
            };
            sheet.write(&text, sheet.theme.text());
        }
        sheet.list(&rows, None);
    }
}

/// Kinds that the consultation accepts, in the order of the list: at most eight.
fn accepted(session: &Session) -> Vec<DocumentKind> {
    let accepted = &session.station.consultation.documents.accepted;
    let all = DocumentKind::ALL.into_iter();
    all.filter(|k| accepted.contains(k)).collect()
}

fn documents(look: &Look, session: &Session) -> Vec<Choice> {
    let row = |number: usize, text: String| Choice {
        number: Some(number),
        text,
        ..Choice::default()
    };
    let kinds = accepted(session).into_iter();
    let mut rows: Vec<Choice> = (1..)
        .zip(kinds)
        .map(|(n, k)| row(n, look.document(k)))
        .collect();
    rows.push(row(9, look.text("operator-person-copy")));
    rows.push(row(0, look.text("operator-person-card-only")));
    rows
}

/// What the station knows, in words.
fn found(sheet: &mut Sheet<'_, '_>, standing: &Standing, session: &Session) {
    let look = sheet.look;
    let text = match &standing.right {
        StandingRight::VotedHere => look.text("refusal-already-voted-here"),
        StandingRight::AdmittedToday => look.text("operator-found-admitted"),
        StandingRight::OnRoll(area) => look.say(
            "operator-verdict-resident",
            &[("area", area.clone().into())],
        ),
        StandingRight::Registered(from) if *from > session.now.date() => {
            look.say("operator-found-waiting", &[("date", day(*from).into())])
        }
        StandingRight::Registered(_) => look.text("operator-found-registered"),
        StandingRight::Unknown => look.text("operator-found-nowhere"),
    };
    sheet.write(&text, sheet.theme.title());
    if let Some((why, when)) = &standing.refused_before {
        let values = [
            ("hour", moment(*when, session.now).into()),
            ("why", look.text(&format!("refused-{why}")).into()),
        ];
        sheet.write(
            &look.say("operator-found-refused", &values),
            sheet.theme.warn(),
        );
    }
}
