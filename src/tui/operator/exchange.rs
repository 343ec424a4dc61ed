//! Exchange with the central server: what left, what was refused, what waits.
//!
//! ```text
//! │ Invio al server                                      │
//! │                                                      │
//! │ Inviati e ricevuti dal server: 4 pacchi.             │
//! │ Niente in attesa.                                    │
//! ```

use super::sheet::Sheet;
use crate::tui::facts::{Notice, SyncReport};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

enum State {
    Waiting(Option<Notice>),
    Synced(SyncReport),
    Failed(Notice),
}

/// The screen of one exchange.
pub struct Exchange(State);

impl Exchange {
    /// The screen, and the job behind it.
    pub fn start() -> Step {
        Step::go(Screen::Exchange(Self(State::Waiting(None)))).and(Job::Sync)
    }

    /// The clerk could not do it.
    pub(super) fn release(&mut self) {
        self.0 = State::Failed(Notice::plain("sync-failed"));
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        match input {
            Input::Key(key) => self.key(key),
            Input::Done(Done::Step(notice)) => {
                self.0 = State::Waiting(Some(notice));
                Step::stay()
            }
            Input::Done(Done::Synced { report, status }) => {
                session.learn(*status);
                self.0 = State::Synced(report);
                Step::stay()
            }
            Input::Done(Done::SyncFailed(notice)) => {
                session.status.sync_problem = Some(notice.clone());
                self.0 = State::Failed(notice);
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match (&self.0, key.code) {
            (State::Waiting(_), _) => Step::stay(),
            (_, KeyCode::F(6)) => Self::start(),
            (_, KeyCode::Enter | KeyCode::Esc) => Step::home(),
            _ => Step::stay(),
        }
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys = [("Enter", "common-do-back"), ("F6", "operator-do-again")];
        let keys = if matches!(self.0, State::Waiting(_)) {
            &keys[..0]
        } else {
            &keys[..]
        };
        let mut sheet = Sheet::new(look, frame, session, keys);
        sheet.title("operator-exchange-title");
        match &self.0 {
            State::Waiting(step) => {
                sheet.say("operator-exchange-going");
                if let Some(step) = step {
                    sheet.write(&look.notice(step), sheet.theme.dim());
                }
            }
            State::Synced(report) => synced(&mut sheet, report),
            State::Failed(notice) => {
                sheet.write(&look.notice(notice), sheet.theme.warn());
                sheet.gap();
                sheet.say("operator-exchange-nothing-lost");
            }
        }
    }
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
