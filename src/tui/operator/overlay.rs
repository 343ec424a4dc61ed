//! What lies over an operator's screen: help, people to try in the demo, trouble. Never over a
//! voter's.
//!
//! ```text
//! │ Persone da provare                                   │
//! │ → 1  Rossi Mario        RSSMRA85T10A562S             │
//! │   2  Verdi Luca         VRDLCU08A01G842K             │
//! │                                                      │
//! │ Documento  CIE CA12345AA, scade 04/05/2030           │
//! │ Nascita    10/12/1985                                │
//! │ Che cosa   ammesso, residente a Carpaneto            │
//! ```

use super::choosing::chosen;
use super::sheet::Sheet;
use crate::tui::clock::day;
use crate::tui::facts::day::LeftOpen;
use crate::tui::facts::{DemoPerson, Found, Notice};
use crate::tui::model::{Screen, Session};
use crate::tui::widgets::{Choice, Tone};
use crate::tui::words::Look;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// What this screen is for and which keys it has.
    Help,
    /// People to try.
    People {
        /// The row with the arrow.
        chosen: usize,
    },
    /// What the list of people to try is for; the list comes back.
    PeopleHelp {
        /// The row with the arrow.
        chosen: usize,
    },
    /// Something that should not happen did.
    Trouble {
        /// What happened, what is safe, what to do.
        notice: Notice,
        /// For a technician.
        detail: String,
    },
    /// How the station was found after it had stopped without being locked.
    Found(Found),
}

/// What a key does to the overlay.
pub enum OverlayStep {
    /// It stays.
    Stay,
    /// It goes.
    Close,
    /// It goes, and this code goes into the desk's field.
    Take(String),
    /// It was read, and is not shown again.
    Read,
}

impl Overlay {
    /// Takes a key.
    pub fn key(&mut self, key: KeyEvent, session: &Session) -> OverlayStep {
        match (&mut *self, key.code) {
            (Self::People { chosen: n }, KeyCode::Enter) => {
                match session.station.demo_people.get(*n) {
                    Some(person) => OverlayStep::Take(person.code.clone()),
                    None => OverlayStep::Close,
                }
            }
            // Only the key that is asked for: a card under the scanner must not make it go unread.
            (Self::Found(_), KeyCode::Enter) => OverlayStep::Read,
            (Self::Found(_), _) => OverlayStep::Stay,
            (Self::People { chosen }, KeyCode::F(1) | KeyCode::Char('?')) => {
                *self = Self::PeopleHelp { chosen: *chosen };
                OverlayStep::Stay
            }
            (
                Self::PeopleHelp { chosen },
                KeyCode::Esc | KeyCode::Enter | KeyCode::F(1 | 3) | KeyCode::Char('?'),
            ) => {
                *self = Self::People { chosen: *chosen };
                OverlayStep::Stay
            }
            (_, KeyCode::Esc | KeyCode::Enter | KeyCode::F(1 | 3) | KeyCode::Char('?')) => {
                OverlayStep::Close
            }
            (Self::People { chosen: n }, _) => {
                *n = chosen(key, *n, session.station.demo_people.len()).unwrap_or(*n);
                OverlayStep::Stay
            }
            _ => OverlayStep::Stay,
        }
    }

    /// Draws it over a screen of the unlocked station.
    pub fn view(&self, look: &Look, session: &Session, screen: &Screen, frame: &mut Frame<'_>) {
        match self {
            Self::Help => {
                let mut sheet = Sheet::over(look, frame, session, &[("Esc", "common-do-back")]);
                help(&mut sheet, screen, session.station.demo);
            }
            Self::PeopleHelp { .. } => {
                let mut sheet = Sheet::over(look, frame, session, &[("Esc", "common-do-back")]);
                sheet.title("operator-help-title");
                sheet.say("operator-help-people");
                sheet.gap();
                sheet.aside("operator-help-always");
            }
            Self::People { chosen } => {
                // Only the desk takes a code: elsewhere people are shown, to copy what they show.
                let mut keys = vec![("↑ ↓", "common-do-move")];
                if matches!(screen, Screen::Desk(_)) {
                    keys.push(("Enter", "operator-do-take"));
                }
                keys.extend([("Esc", "common-do-back"), ("F1", "operator-do-help")]);
                let mut sheet = Sheet::over(look, frame, session, &keys);
                people(&mut sheet, &session.station.demo_people, *chosen);
            }
            Self::Trouble { notice, detail } => {
                let mut sheet = Sheet::over(look, frame, session, &[("Enter", "common-do-back")]);
                let lines = [look.notice(notice)];
                sheet.verdict(Tone::Warn, &look.text("operator-trouble-title"), &lines);
                if !detail.is_empty() {
                    let values = [("detail", detail.clone().into())];
                    let detail = look.say("operator-trouble-detail", &values);
                    sheet.write(&detail, sheet.theme.dim());
                }
            }
            Self::Found(found) => {
                let mut sheet = Sheet::over(look, frame, session, &[("Enter", "operator-do-read")]);
                how_found(&mut sheet, *found, session);
            }
        }
    }

    /// Draws the help of the locked station.
    pub fn view_locked(&self, look: &Look, training: bool, frame: &mut Frame<'_>) {
        let mut sheet = Sheet::neutral(look, frame, training, &[("Esc", "common-do-back")]);
        sheet.title("operator-help-title");
        sheet.say("operator-help-unlock");
    }
}

/// What became of the vote, and the one thing to do.
fn how_found(sheet: &mut Sheet<'_, '_>, found: Found, session: &Session) {
    let look = sheet.look;
    sheet.title("operator-stopped-title");
    let n = [("n", found.interrupted.into())];
    let (tone, what, to_do) = if found.interrupted > 0 {
        let what = look.say("operator-stopped-voting", &n);
        let to_do = match session.status.left_open(session.now.date()) {
            // Whoever was voting could not be checked in again.
            Some(left @ (LeftOpen::PhaseOver(_) | LeftOpen::ClockBack(_))) => {
                let unspent = look.say("operator-stopped-voting-late", &n);
                format!("{unspent} {}", look.notice(&left.notice()))
            }
            Some(LeftOpen::Since(_)) | None => look.say("operator-stopped-voting-do", &n),
        };
        (Tone::Warn, what, to_do)
    } else {
        let what = look.text("operator-stopped-cast");
        (Tone::Good, what, look.text("operator-stopped-cast-do"))
    };
    sheet.verdict(tone, &what, &[to_do]);
    sheet.aside("operator-stopped-safe");
}

fn help(sheet: &mut Sheet<'_, '_>, screen: &Screen, demo: bool) {
    sheet.title("operator-help-title");
    sheet.say(match screen {
        Screen::Opening(_) => "operator-help-opening",
        Screen::Desk(_) => "operator-help-desk",
        Screen::Computing(_) => "operator-help-computing",
        Screen::Person(_) => "operator-help-person",
        Screen::Document(_) => "operator-help-document",
        Screen::Assisting(_) => "operator-help-assisting",
        Screen::Reasons(_) => "operator-help-reasons",
        Screen::Verdict(_) => "operator-help-verdict",
        Screen::Registration(_) => "operator-help-registration",
        Screen::Issuing(_) => "operator-help-issuing",
        Screen::Paper(_) => "operator-help-paper",
        Screen::Closing(_) => "operator-help-closing",
        Screen::Minutes(_) => "operator-help-minutes",
        Screen::Exchange(_) => "operator-help-exchange",
        Screen::Counting(_) => "operator-help-counting",
        Screen::Unlock(_) | Screen::Confirming(_) | Screen::Voter(_) | Screen::Returning(_) => {
            "operator-help-unlock"
        }
    });
    sheet.gap();
    sheet.aside("operator-help-always");
    if demo {
        sheet.aside("operator-help-demo");
    }
}

/// A list of names and codes, and below it everything about the one with the arrow.
fn people(sheet: &mut Sheet<'_, '_>, people: &[DemoPerson], chosen: usize) {
    let look = sheet.look;
    sheet.title("operator-people-title");
    let rows: Vec<Choice> = people
        .iter()
        .enumerate()
        .map(|(n, p)| Choice {
            number: Some(n + 1),
            text: p.who.clone(),
            right: p.code.clone(),
            ..Choice::default()
        })
        .collect();
    sheet.list_above(&rows, Some(chosen), 6);
    sheet.gap();
    let Some(person) = people.get(chosen) else {
        return;
    };
    let facts = [
        ("operator-people-document", person.document.clone()),
        ("operator-people-birth", day(person.birth)),
        ("operator-people-expected", person.expected.clone()),
    ];
    for (key, value) in facts {
        sheet.pair(&look.text(key), 20, &value, sheet.theme.title());
    }
}
