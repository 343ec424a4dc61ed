//! No day is open: what to check before one opens, or what is left to do after the last.
//!
//! ```text
//! │ Aprire la giornata                                   │
//! │                                                      │
//! │ Controlli prima di aprire:                           │
//! │ • Data e ora      giovedì 01/09/2022 08:55           │
//! │ • Periodo         dal 01/09/2022 al 18/09/2022       │
//! │ • Urna            vuota                              │
//! │ • Albo residenti  aggiornato il 30/08 alle 08:10     │
//! │ • Votato altrove  mai ricevuto                       │
//! │                                                      │
//! │ Se tutto è giusto, prema Invio.                      │
//! ```

use super::counting::Counting;
use super::exchange::Exchange;
use super::sheet::Sheet;
use crate::tui::clock::{day, hour};
use crate::tui::facts::Notice;
use crate::tui::model::Session;
use crate::tui::step::{Input, Step};
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;

/// The screen before the first check-in of a day.
#[derive(Default)]
pub struct Opening {
    pub(super) waiting: bool,
    problem: Option<Notice>,
}

impl Opening {
    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        match input {
            Input::Key(key) => self.key(key, session),
            Input::Done(Done::DayOpened(status)) => {
                session.learn(*status);
                Step::go(session.home())
            }
            Input::Done(Done::OpeningRefused(notice)) => {
                self.waiting = false;
                self.problem = Some(notice);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        if self.waiting {
            return Step::stay();
        }
        match key.code {
            KeyCode::Enter if !session.status.finished => {
                self.waiting = true;
                self.problem = None;
                Step::ask(Job::OpenDay)
            }
            KeyCode::F(6) => Exchange::start(),
            KeyCode::F(9) if may_count(session) => Counting::start(),
            KeyCode::Char('q' | 'Q') if key.modifiers.contains(KeyModifiers::CONTROL) => Step {
                quit: true,
                ..Step::ask(Job::Lock)
            },
            _ => Step::stay(),
        }
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let finished = session.status.finished;
        let mut keys = Vec::new();
        if !finished {
            keys.push(("Enter", "operator-do-open"));
        }
        if may_count(session) {
            keys.push(("F9", "operator-do-count"));
        }
        keys.extend([("F6", "operator-do-sync"), ("Ctrl-Q", "operator-do-quit")]);
        let mut sheet = Sheet::new(look, frame, session, &keys);
        if finished {
            sheet.title("operator-opening-finished");
            sheet.say("operator-opening-finished-next");
            if may_count(session) {
                sheet.gap();
                sheet.say("operator-opening-finished-count");
            }
            return;
        }
        sheet.title("operator-opening-title");
        sheet.say("operator-opening-check");
        sheet.gap();
        checklist(&mut sheet, session);
        sheet.gap();
        if self.waiting {
            sheet.say("operator-moment");
        } else {
            sheet.say("operator-opening-next");
        }
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        sheet.gap();
        sheet.problem(problem.as_deref());
    }
}

/// The count is offered in the demo alone, once the station has closed for good.
pub(super) fn may_count(session: &Session) -> bool {
    session.station.demo && session.status.finished && !session.status.day_open
}

fn checklist(sheet: &mut Sheet<'_, '_>, session: &Session) {
    let look = sheet.look;
    let status = &session.status;
    let mut clock = format!("{}, {}", day(session.now.date()), hour(session.now));
    if session.station.clock_is_simulated {
        clock = format!("{clock} ({})", look.text("operator-opening-simulated"));
    }
    let phase = session
        .station
        .consultation
        .phase(session.station.kind)
        .map_or_else(
            || look.text("operator-opening-no-phase"),
            |p| {
                look.say(
                    "operator-opening-phase-days",
                    &[("from", day(p.from).into()), ("to", day(p.to).into())],
                )
            },
        );
    let age = |list: Option<_>, none: &str| {
        list.map_or_else(|| look.text(none), |at| look.age(at, session.now))
    };
    let ballot_box = match status.in_box {
        0 => look.text("operator-opening-box-empty"),
        n => look.say("operator-opening-box-holds", &[("n", n.into())]),
    };
    let rows = [
        ("operator-opening-clock", clock),
        ("operator-opening-phase", phase),
        ("operator-opening-box", ballot_box),
        ("operator-list-roll", age(status.roll, "operator-list-none")),
        (
            "operator-list-elsewhere",
            age(status.voted_elsewhere, "operator-list-never"),
        ),
    ];
    for (key, value) in rows {
        let name = format!("{} {}", sheet.theme.bullet(), look.text(key));
        let style = sheet.theme.title();
        sheet.pair(&name, 32, &value, style);
    }
}
