//! The check-in desk: one field for whatever the person brings, and how the day stands.
//!
//! ```text
//! │ Banco di accettazione                                │
//! │                                                      │
//! │ → Codice o documento [RSSMRA85T10A562S      ]        │
//! │   Passi la tessera sanitaria o il documento...       │
//! │                                                      │
//! │ Oggi                                                 │
//! │ Persone accettate                 12                 │
//! │ Voti nell'urna                    10                 │
//! │                                                      │
//! │ Albo dei residenti        aggiornato alle 08:10      │
//! │ Chi ha votato altrove     mai ricevuto               │
//! ```

use super::closing::Closing;
use super::computing::Computing;
use super::exchange::Exchange;
use super::person::Person;
use super::sheet::Sheet;
use super::visiting::{Visiting, document, shown};
use crate::consultation::{Overridable, WhenOffline};
use crate::identity::{Mrz, Scanned, Scanner};
use crate::tui::clock::day;
use crate::tui::facts::{Battery, Notice};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::{Look, entry_problem, zone_problem};
use chrono::NaiveDateTime;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use std::time::Duration;

/// A zone of three lines without breaks has 90 characters.
pub(super) const LONGEST: usize = 100;

/// How long a document waits for the code of its holder.
const PATIENCE: Duration = Duration::from_mins(1);

/// The desk.
pub struct Desk {
    field: TextField,
    scanner: Scanner,
    /// A document that was read before the code.
    zone: Option<Box<Mrz>>,
    /// How long it has been there.
    waited: Duration,
    problem: Option<Notice>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            field: TextField::new(LONGEST),
            scanner: Scanner::default(),
            zone: None,
            waited: Duration::ZERO,
            problem: None,
        }
    }
}

impl Desk {
    /// Puts a code into the field, as if typed.
    pub fn fill(&mut self, code: &str) {
        self.field.set(code);
        self.problem = None;
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        match input {
            Input::Key(key) => self.key(key, session),
            Input::Paste(text) => self.pasted(&text, session),
            Input::Tick(time) => {
                self.pass(time);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    /// A document whose holder went away must not be taken for the next person's.
    fn pass(&mut self, time: Duration) {
        self.waited += time;
        if self.waited >= PATIENCE {
            self.zone = None;
        }
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        match key.code {
            KeyCode::Enter => {
                let text = self.field.value();
                return self.read(&text, session);
            }
            KeyCode::F(4) => {
                return Step::go(Screen::Computing(Computing::new(self.zone.take())));
            }
            KeyCode::F(6) => return Exchange::start(),
            KeyCode::F(8) => return Closing::start(),
            KeyCode::Esc => *self = Self::default(),
            _ => {
                // After a refusal the next person's code replaces the wrong one, so that a
                // second scan is not added to the first.
                if self.problem.is_some() && matches!(key.code, KeyCode::Char(_)) && self.is_full()
                {
                    self.field.clear();
                }
                if self.field.key(key) {
                    self.problem = None;
                }
            }
        }
        Step::stay()
    }

    fn is_full(&self) -> bool {
        self.field.value().trim().len() >= 16
    }

    /// A scanner that pastes replaces what was there; with a line break it is also Enter.
    fn pasted(&mut self, text: &str, session: &Session) -> Step {
        self.fill(text.trim());
        if text.contains(['\n', '\r']) {
            self.read(text, session)
        } else {
            Step::stay()
        }
    }

    /// The field was entered. What cannot be read stays in it, to be corrected.
    fn read(&mut self, text: &str, session: &Session) -> Step {
        let today = session.now.date();
        self.problem = None;
        match self.scanner.read(text, today) {
            Scanned::Nothing => {}
            Scanned::Code(code) => {
                let mut visiting = Visiting::new(code);
                if let Some(zone) = self.zone.take() {
                    visiting.read_zone(&zone);
                }
                return Person::start(visiting);
            }
            Scanned::ZoneLine { .. } => self.field.clear(),
            Scanned::Zone(zone) => {
                self.field.clear();
                if document(&zone).is_some() {
                    self.zone = Some(zone);
                    self.waited = Duration::ZERO;
                } else {
                    self.problem = Some(Notice::plain("refusal-zone-document"));
                }
            }
            Scanned::NotACode(error) => self.problem = Some(entry_problem(error, text)),
            Scanned::NotAZone(error) => {
                self.field.clear();
                self.problem = Some(zone_problem(error));
            }
            Scanned::CardNumber => {
                self.field.clear();
                self.problem = Some(Notice::plain("refusal-card-number"));
            }
        }
        Step::stay()
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys = [
            ("Enter", "operator-do-check"),
            ("Esc", "operator-do-clear"),
            ("F4", "operator-do-no-card"),
            ("F6", "operator-do-sync"),
            ("F8", "operator-do-close"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title("operator-desk-title");
        sheet.field("operator-desk-field", 18, 50, &self.field, true);
        sheet.gap();
        if let Some(zone) = &self.zone {
            sheet.write(&read_document(look, zone), sheet.theme.good());
        }
        match (&self.problem, self.scanner.waiting()) {
            (Some(problem), _) => sheet.problem(Some(&look.notice(problem))),
            (None, Some((have, of))) => zone_line(&mut sheet, have, of),
            (None, None) if self.zone.is_some() => sheet.say("operator-desk-code-next"),
            (None, None) => match session.status.left_open(session.now.date()) {
                Some(left) => sheet.write(&look.notice(&left.notice()), sheet.theme.warn()),
                None => sheet.aside("operator-desk-how"),
            },
        }
        sheet.gap();
        low_battery(&mut sheet, session);
        counts(&mut sheet, session);
        waiting(&mut sheet, session);
        sheet.gap();
        lists(&mut sheet, session);
    }
}

/// How far a zone has been read.
pub(super) fn zone_line(sheet: &mut Sheet<'_, '_>, have: usize, of: usize) {
    let values = [("have", have.into()), ("of", of.into())];
    let text = sheet.look.say("operator-zone-line", &values);
    sheet.write(&text, sheet.theme.text());
}

/// A document that was read before the code, in words.
fn read_document(look: &Look, zone: &Mrz) -> String {
    let names = shown(zone).names;
    let who = names.map_or_else(String::new, |n| {
        format!("{} {}", n.surname(), n.given_names())
    });
    let kind = zone.kind().map_or_else(String::new, |k| look.document(k));
    look.say(
        "operator-desk-document-read",
        &[
            ("kind", kind.into()),
            ("number", zone.number.clone().into()),
            ("who", who.trim().to_owned().into()),
            ("birth", day(zone.birth_date).into()),
            ("expiry", day(zone.expiry_at_desk()).into()),
        ],
    )
}

fn counts(sheet: &mut Sheet<'_, '_>, session: &Session) {
    let status = &session.status;
    let today = session.now.date();
    let heading = match status.opened {
        Some(opened) if opened != today => sheet
            .look
            .say("operator-desk-day", &[("date", day(opened).into())]),
        _ if status.closed_today => {
            let n = status.voted_earlier_today;
            sheet.look.say("operator-desk-again", &[("n", n.into())])
        }
        _ => sheet.look.text("operator-desk-today"),
    };
    sheet.write(&heading, sheet.theme.text());
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

/// Only when somebody should do something about it: the header says the rest.
fn low_battery(sheet: &mut Sheet<'_, '_>, session: &Session) {
    if let Some(battery) = session.status.battery.filter(|b| b.is_low()) {
        let n = u32::from(battery.percent);
        let text = sheet.look.say("operator-desk-battery", &[("n", n.into())]);
        sheet.write(&text, sheet.theme.warn());
    }
}

/// What waits to be sent is no trouble, and says so; not where something else wants to be read.
fn waiting(sheet: &mut Sheet<'_, '_>, session: &Session) {
    let low = session.status.battery.is_some_and(Battery::is_low);
    if low {
        return;
    }
    if session.status.board_alarm && sheet.rows() > 4 {
        let text = sheet.look.text("operator-desk-board-alarm");
        sheet.write(&text, sheet.theme.warn());
    }
    if let Some((key, lines)) = offline(session)
        && sheet.rows() > 2 + lines
    {
        let text = sheet.look.text(key);
        sheet.write(&text, sheet.theme.dim());
    }
    for (key, n) in [
        ("operator-desk-waiting", session.status.pending),
        ("operator-desk-kept", session.status.kept),
    ] {
        // At 24 rows the lists below must stay in sight.
        if n > 0 && sheet.rows() > 3 {
            let text = sheet.look.say(key, &[("n", n.into())]);
            sheet.write(&text, sheet.theme.dim());
        }
    }
}

/// What it means that the server does not answer, where it is asked for each person; and the lines
/// that saying so takes at 80 columns.
fn offline(session: &Session) -> Option<(&'static str, u16)> {
    let kind = session.station.kind;
    let offline = session.status.online == Some(false) && session.status.day_open;
    match session.station.consultation.claims(kind) {
        Some(WhenOffline::Continue) if offline => Some(("operator-desk-offline-continue", 1)),
        Some(WhenOffline::Stop) if offline => {
            let overrides = &session.station.consultation.desk.overrides;
            Some(if overrides.contains(&Overridable::NoServer) {
                ("operator-desk-offline-president", 2)
            } else {
                ("operator-desk-offline-stop", 2)
            })
        }
        _ => None,
    }
}

/// How old the lists are that verdicts rest on.
fn lists(sheet: &mut Sheet<'_, '_>, session: &Session) {
    let look = sheet.look;
    let status = &session.status;
    let age = |at: Option<NaiveDateTime>, never: &str| {
        at.map_or_else(|| look.text(never), |at| look.age(at, session.now))
    };
    let roll = age(status.roll, "operator-list-none");
    sheet.pair(
        &look.text("operator-list-roll"),
        32,
        &roll,
        sheet.theme.text(),
    );
    let elsewhere = match (status.online, status.voted_elsewhere) {
        (None, at) => age(at, "operator-list-never"),
        (Some(online), at) => {
            let line = look.text(if online {
                "operator-line-online"
            } else {
                "operator-line-offline"
            });
            let list = at.map_or_else(
                || look.text("operator-list-never"),
                |at| look.made(at, session.now),
            );
            format!("{line}; {list}")
        }
    };
    sheet.pair(
        &look.text("operator-list-elsewhere"),
        32,
        &elsewhere,
        sheet.theme.text(),
    );
}
