//! No day is open: what to check before one opens, or what is left to do after the last.
//!
//! ```text
//! │ Aprire la giornata                                   │
//! │                                                      │
//! │ Controlli prima di aprire:                           │
//! │ • Data e ora      giovedì 01/09/2022 08:55           │
//! │ • Si vota qui     dal 01/09/2022 al 18/09/2022       │
//! │ • Urna            vuota: 0 voti                      │
//! │ • Albo residenti  aggiornato il 30/08 alle 08:10     │
//! │ • Corrente        batteria 80%, collegata            │
//! │                                                      │
//! │ Se tutto è giusto, prema Invio.                      │
//! ```
//!
//! Then, where it is needed: why the day opens again, and the second operator.

use super::choosing::chosen;
use super::counting::Counting;
use super::exchange::Exchange;
use super::second::Second;
use super::sheet::Sheet;
use crate::station::Reopening;
use crate::tui::clock::{day, hour};
use crate::tui::facts::{Notice, Role};
use crate::tui::model::Session;
use crate::tui::step::{Input, Step};
use crate::tui::widgets::Choice;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job, SecondPerson};
use chrono::NaiveDate;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;

/// What is on the screen.
#[derive(Default)]
enum Stage {
    /// What to check.
    #[default]
    Checklist,
    /// Why the day opens again; nothing is chosen for the president.
    Reason(Option<usize>),
    /// The second operator.
    Second(Box<Second>),
}

/// The screen before the first check-in of a day.
#[derive(Default)]
pub struct Opening {
    stage: Stage,
    /// Why the day opens again, once it is said.
    reason: Option<Reopening>,
    pub(super) waiting: bool,
    problem: Option<Notice>,
}

impl Opening {
    /// Whether a passphrase is being typed.
    pub(super) fn is_typing_secret(&self) -> bool {
        matches!(&self.stage, Stage::Second(second) if second.is_typing())
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key, session),
            // Only a passphrase may come as fast as a scanner's keys.
            Input::Swift(key) if !self.waiting && key.code != KeyCode::Esc => {
                if matches!(self.stage, Stage::Second(_)) {
                    self.key(key, session)
                } else {
                    Step::stay()
                }
            }
            Input::Paste(text) if !self.waiting => {
                if let Stage::Second(second) = &mut self.stage {
                    second.paste(&text);
                }
                Step::stay()
            }
            Input::Tick(time) => {
                if let Stage::Second(second) = &mut self.stage {
                    second.pass(time);
                }
                Step::stay()
            }
            Input::Done(done) => self.done(done, session),
            _ => Step::stay(),
        }
    }

    fn done(&mut self, done: Done, session: &mut Session) -> Step {
        match (done, &mut self.stage) {
            (Done::DayOpened(status), _) => {
                session.learn(*status);
                return Step::go(session.home());
            }
            (Done::OpeningRefused(notice), _) => {
                self.waiting = false;
                self.stage = Stage::Checklist;
                self.problem = Some(notice);
            }
            (Done::Operators { operators, .. }, Stage::Second(second)) => {
                second.offer(operators, &session.station.operator.name);
            }
            (Done::SecondRefused { why, wait_seconds }, Stage::Second(second)) => {
                self.waiting = false;
                second.refuse(why, wait_seconds);
            }
            _ => {}
        }
        Step::stay()
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        match &mut self.stage {
            Stage::Checklist => self.checklist_key(key, session),
            _ if key.code == KeyCode::Esc => {
                self.stage = Stage::Checklist;
                Step::stay()
            }
            Stage::Reason(focus) => {
                let count = Reopening::ALL.len();
                match (key.code, *focus) {
                    (KeyCode::Enter, Some(n)) => {
                        self.reason = Reopening::ALL.get(n).copied();
                        return self.go_on(session);
                    }
                    (KeyCode::Enter, None) => {}
                    (KeyCode::Up | KeyCode::Down, None) => *focus = Some(0),
                    (_, now) => *focus = chosen(key, now.unwrap_or(0), count).or(now),
                }
                Step::stay()
            }
            Stage::Second(second) => match second.key(key) {
                Some(person) => self.open(Some(person)),
                None => Step::stay(),
            },
        }
    }

    fn checklist_key(&mut self, key: KeyEvent, session: &Session) -> Step {
        let status = &session.status;
        match key.code {
            KeyCode::Enter if !status.finished => {
                self.problem = None;
                self.reason = None;
                // A clerk is told by the station that only the president may.
                let president = session.station.operator.role == Role::President;
                match (status.closed_today, president) {
                    (true, true) => {
                        self.stage = Stage::Reason(None);
                        Step::stay()
                    }
                    (true, false) => self.open(None),
                    (false, _) => self.go_on(session),
                }
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

    /// To the second operator, where the consultation asks for two; else the day opens.
    fn go_on(&mut self, session: &Session) -> Step {
        if session.station.consultation.desk.two_people {
            self.stage = Stage::Second(Box::default());
            return Step::ask(Job::Operators);
        }
        self.open(None)
    }

    fn open(&mut self, second: Option<SecondPerson>) -> Step {
        self.waiting = true;
        let reason = self.reason;
        Step::ask(Job::OpenDay { second, reason })
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        match &self.stage {
            Stage::Checklist => self.view_checklist(look, session, frame),
            Stage::Reason(focus) => self.view_reasons(look, session, *focus, frame),
            Stage::Second(second) => {
                let keys = [
                    ("Enter", "common-do-confirm"),
                    ("↑ ↓", "common-do-move"),
                    ("Esc", "common-do-back"),
                ];
                let mut sheet = Sheet::new(look, frame, session, &keys);
                sheet.title("operator-opening-second-title");
                let words = ("operator-opening-second-how", "operator-second-alone");
                second.view(&mut sheet, words, self.waiting);
            }
        }
    }

    fn view_checklist(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
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
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        match problem {
            Some(problem) => sheet.problem(Some(&problem)),
            None if self.waiting => sheet.say("operator-moment"),
            None => match Season::of(session) {
                Season::Over(last) => {
                    let values = [("date", day(last).into())];
                    let text = look.say("operator-opening-over", &values);
                    sheet.write(&text, sheet.theme.warn());
                }
                season => {
                    sheet.say(if session.status.closed_today {
                        "operator-opening-again"
                    } else {
                        "operator-opening-next"
                    });
                    if season == Season::LastDay {
                        sheet.say("operator-opening-last-day");
                    }
                }
            },
        }
    }

    fn view_reasons(
        &self,
        look: &Look,
        session: &Session,
        focus: Option<usize>,
        frame: &mut Frame<'_>,
    ) {
        let keys = [
            ("↑ ↓", "common-do-move"),
            ("Enter", "operator-do-open"),
            ("Esc", "common-do-back"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title("operator-reopening-title");
        sheet.say("operator-reopening-how");
        sheet.gap();
        let rows: Vec<Choice> = (1..)
            .zip(Reopening::ALL)
            .map(|(n, reason)| Choice {
                number: Some(n),
                text: look.text(&format!("reopening-{}", reason.word())),
                ..Choice::default()
            })
            .collect();
        sheet.list(&rows, focus);
        if self.waiting {
            sheet.say("operator-moment");
        }
    }
}

/// Where today stands in the phase of this kind of station.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Season {
    /// Before it, or inside.
    Usual,
    LastDay,
    /// It ended on this day.
    Over(NaiveDate),
}

impl Season {
    fn of(session: &Session) -> Self {
        let today = session.now.date();
        match session.station.consultation.phase(session.station.kind) {
            Some(phase) if phase.to < today => Self::Over(phase.to),
            Some(phase) if phase.to == today => Self::LastDay,
            _ => Self::Usual,
        }
    }
}

/// The count is offered in the demo alone, once the station has closed for good.
pub(super) fn may_count(session: &Session) -> bool {
    session.station.demo && session.status.finished && !session.status.day_open
}

fn checklist(sheet: &mut Sheet<'_, '_>, session: &Session) {
    let look = sheet.look;
    let status = &session.status;
    let station = &session.station;
    let mut clock = format!("{}, {}", day(session.now.date()), hour(session.now));
    if station.clock_is_simulated {
        clock = format!("{clock} ({})", look.text("operator-opening-simulated"));
    }
    let phase = station.consultation.phase(station.kind).map_or_else(
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
        n if n > status.in_box_before => {
            let (before, today) = (status.in_box_before, n - status.in_box_before);
            look.say(
                "operator-opening-box-today",
                &[("n", before.into()), ("today", today.into())],
            )
        }
        n => look.say("operator-opening-box-holds", &[("n", n.into())]),
    };
    let (power, low) = match status.battery {
        None => (look.text("operator-power-no-battery"), false),
        Some(battery) => {
            let key = match (battery.plugged, battery.is_low()) {
                (true, _) => "operator-power-plugged",
                (false, false) => "operator-power-battery",
                (false, true) => "operator-power-low",
            };
            let n = u32::from(battery.percent);
            (look.say(key, &[("n", n.into())]), battery.is_low())
        }
    };
    let printer = station
        .equipment
        .printer
        .clone()
        .unwrap_or_else(|| look.text("operator-printer-none"));
    let speech = look.text(if station.equipment.speaks {
        "operator-speech-yes"
    } else {
        "operator-speech-none"
    });
    let rows = [
        ("operator-opening-clock", clock),
        ("operator-opening-phase", phase),
        ("operator-opening-box", ballot_box),
        ("operator-list-roll", age(status.roll, "operator-list-none")),
        (
            "operator-list-elsewhere",
            age(status.voted_elsewhere, "operator-list-never"),
        ),
        ("operator-power", power),
        ("operator-printer", printer),
        ("operator-speech", speech),
    ];
    for (key, value) in rows {
        let name = format!("{} {}", sheet.theme.bullet(), look.text(key));
        let style = if low && key == "operator-power" {
            sheet.theme.warn()
        } else {
            sheet.theme.title()
        };
        sheet.pair(&name, 32, &value, style);
    }
}
