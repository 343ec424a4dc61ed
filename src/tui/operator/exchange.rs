//! What waits goes to the central server: over the network, or on a stick that somebody carries.
//!
//! ```text
//! │ Inviare i voti al server                             │
//! │                                                      │
//! │ → 1  Per rete                                        │
//! │   2  Sulla chiavetta ROSSA                           │
//! ```

use super::choosing::chosen;
use super::sheet::Sheet;
use crate::tui::facts::{ExportReport, Notice, Stick, SyncReport, Value};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::theme::Theme;
use crate::tui::widgets::Choice;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;
use std::path::PathBuf;

/// Sticks that the list shows: a row each, and a laptop has no more sockets.
const MOST: usize = 6;

/// Which way.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Way {
    Network,
    Stick(PathBuf),
}

enum State {
    /// The network, then the sticks; the row with the arrow. The sticks have been looked for or not.
    Choosing(Option<Vec<Stick>>, usize),
    Going(Way, Option<Notice>),
    Synced(SyncReport),
    Exported(ExportReport),
    Failed(Notice),
}

/// The screen of one exchange.
pub struct Exchange(State);

impl Exchange {
    /// The screen, and the job that looks for sticks.
    pub fn start() -> Step {
        Step::go(Screen::Exchange(Self(State::Choosing(None, 0)))).and(Job::Sticks)
    }

    /// The clerk could not do it.
    pub(super) fn release(&mut self) {
        self.0 = State::Failed(Notice::plain("sync-failed"));
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        match input {
            Input::Key(key) => return self.key(key),
            Input::Done(done) => self.done(done, session),
            _ => {}
        }
        Step::stay()
    }

    fn done(&mut self, done: Done, session: &mut Session) {
        match (done, &mut self.0) {
            (Done::Sticks(mut found), State::Choosing(sticks, _)) => {
                found.truncate(MOST);
                *sticks = Some(found);
            }
            (Done::Step(notice), State::Going(_, step)) => *step = Some(notice),
            (Done::Synced { report, status }, _) => {
                session.learn(*status);
                self.0 = State::Synced(report);
            }
            (Done::Exported { report, status }, _) => {
                session.learn(*status);
                self.0 = State::Exported(report);
            }
            (Done::SyncFailed(notice), _) => {
                session.status.sync_problem = Some(notice.clone());
                self.0 = State::Failed(notice);
            }
            (Done::ExportFailed(notice), _) => self.0 = State::Failed(notice),
            _ => {}
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match (&mut self.0, key.code) {
            (State::Going(..), _) => Step::stay(),
            (_, KeyCode::F(6)) => Self::start(),
            (_, KeyCode::Esc) => Step::home(),
            (State::Choosing(sticks, focus), code) => {
                let count = 1 + sticks.as_ref().map_or(0, Vec::len);
                match (code, chosen(key, *focus, count)) {
                    (KeyCode::Enter, _) => {}
                    // A number is enough: nothing that can be chosen here does harm.
                    (KeyCode::Char(_), Some(n)) => *focus = n,
                    (_, moved) => {
                        *focus = moved.unwrap_or(*focus);
                        return Step::stay();
                    }
                }
                self.go()
            }
            (_, KeyCode::Enter) => Step::home(),
            _ => Step::stay(),
        }
    }

    fn go(&mut self) -> Step {
        let State::Choosing(sticks, focus) = &self.0 else {
            return Step::stay();
        };
        let stick = focus
            .checked_sub(1)
            .and_then(|n| sticks.as_ref()?.get(n).cloned());
        let (way, job) = match stick {
            Some(stick) => (Way::Stick(stick.folder.clone()), Job::Export(stick.folder)),
            None => (Way::Network, Job::Sync),
        };
        self.0 = State::Going(way, None);
        Step::ask(job)
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys: &[(&str, &str)] = match self.0 {
            State::Going(..) => &[],
            State::Choosing(..) => &[
                ("Enter", "common-do-confirm"),
                ("↑ ↓", "common-do-move"),
                ("F6", "operator-do-look-again"),
                ("Esc", "common-do-back"),
            ],
            _ => &[("Enter", "common-do-back"), ("F6", "operator-do-again")],
        };
        let mut sheet = Sheet::new(look, frame, session, keys);
        sheet.title("operator-exchange-title");
        match &self.0 {
            State::Choosing(sticks, focus) => choosing(&mut sheet, sticks.as_deref(), *focus),
            State::Going(way, step) => {
                sheet.say(match way {
                    Way::Network => "operator-exchange-going",
                    Way::Stick(_) => "operator-exchange-writing",
                });
                if let Some(step) = step {
                    sheet.gap();
                    let (columns, theme) = (usize::from(sheet.columns()), sheet.theme);
                    if let Some(bar) = bar(theme, step, columns.min(40)) {
                        sheet.write(&bar, theme.text());
                    }
                    sheet.write(&look.notice(step), theme.dim());
                }
            }
            State::Synced(report) => synced(&mut sheet, report),
            State::Exported(report) => exported(&mut sheet, *report),
            State::Failed(notice) => {
                sheet.write(&look.notice(notice), sheet.theme.warn());
                sheet.gap();
                sheet.say("operator-exchange-nothing-lost");
            }
        }
    }
}

fn choosing(sheet: &mut Sheet<'_, '_>, sticks: Option<&[Stick]>, focus: usize) {
    let look = sheet.look;
    sheet.say("operator-exchange-how");
    sheet.gap();
    let stick = |s: &Stick| {
        let values = [("name", s.name.clone().into())];
        (
            look.say("operator-exchange-by-stick", &values),
            s.folder.display().to_string(),
        )
    };
    let network = (look.text("operator-exchange-by-network"), String::new());
    let ways = std::iter::once(network).chain(sticks.unwrap_or_default().iter().map(stick));
    let rows: Vec<Choice> = (1..)
        .zip(ways)
        .map(|(n, (text, right))| Choice {
            number: Some(n),
            text,
            right: right.chars().filter(|c| !c.is_control()).collect(),
            ..Choice::default()
        })
        .collect();
    sheet.list(&rows, Some(focus));
    sheet.gap();
    match sticks {
        None => sheet.aside("operator-exchange-looking"),
        Some([]) => sheet.aside("operator-exchange-no-stick"),
        Some(_) => {}
    }
}

/// How far it is, out of the numbers that a step holds.
fn bar(theme: Theme, step: &Notice, columns: usize) -> Option<String> {
    let number = |name: &str| {
        let found = step.args.iter().find(|(n, _)| *n == name);
        match found {
            Some((_, Value::Number(n))) => usize::try_from(*n).ok(),
            _ => None,
        }
    };
    let (n, all) = (number("n")?, number("all").filter(|all| *all > 0)?);
    // The one that is under way is not done.
    let done = (columns * n.saturating_sub(1) / all).min(columns);
    let (full, empty) = theme.meter();
    Some(full.repeat(done) + &empty.repeat(columns - done))
}

fn exported(sheet: &mut Sheet<'_, '_>, report: ExportReport) {
    let look = sheet.look;
    let theme = sheet.theme;
    let say = |key: &str, n: u32| look.say(key, &[("n", n.into())]);
    let written = say("operator-exchange-written", report.written);
    sheet.write(&written, theme.good());
    if report.received > 0 {
        sheet.write(
            &say("operator-exchange-received", report.received),
            theme.good(),
        );
    }
    if report.wrong > 0 {
        sheet.write(&say("operator-exchange-wrong", report.wrong), theme.warn());
    }
    if report.kept > 0 {
        sheet.write(&say("operator-exchange-kept", report.kept), theme.text());
    }
    if report.elsewhere {
        sheet.write(&look.text("operator-exchange-elsewhere"), theme.good());
    }
    sheet.gap();
    sheet.say("operator-exchange-pull");
}

fn synced(sheet: &mut Sheet<'_, '_>, report: &SyncReport) {
    let look = sheet.look;
    let theme = sheet.theme;
    sheet.write(
        &look.say("operator-exchange-sent", &[("n", report.sent.into())]),
        theme.good(),
    );
    let (key, n, style) = match (report.pending, report.kept) {
        (0, 0) => ("operator-exchange-none-wait", 0, theme.text()),
        (0, kept) => ("operator-exchange-kept", kept, theme.text()),
        (pending, _) => ("operator-exchange-wait", pending, theme.warn()),
    };
    sheet.write(&look.say(key, &[("n", n.into())]), style);
    if !report.refused.is_empty() {
        sheet.gap();
        let n = report.refused.len();
        sheet.write(
            &look.say("operator-exchange-refused", &[("n", n.into())]),
            theme.bad(),
        );
        for notice in &report.refused {
            let text = format!("{} {}", theme.bullet(), look.notice(notice));
            sheet.write(&text, theme.text());
        }
    }
}
