//! The minutes of the day just closed; on paper with `F7`.
//!
//! ```text
//! │ La giornata è chiusa                                 │
//! │ Verbale: /.../verbale-001.txt                        │
//! │ Il verbale è stampato.                               │
//! │                                                      │
//! │ text of the minutes                                  │
//! │                                        righe 1-12/30 │
//! ```

use super::counting::Counting;
use super::exchange::Exchange;
use super::opening::may_count;
use super::sheet::Sheet;
use crate::tui::clock::Wait;
use crate::tui::facts::{Notice, PrintState};
use crate::tui::model::Session;
use crate::tui::step::{Input, Step};
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;
use std::time::Duration;

/// Rows that a page moves: some of the page before stay in sight at 24 rows.
const PAGE: usize = 10;

/// The minutes.
pub struct Minutes {
    path: String,
    lines: Vec<String>,
    first: usize,
    printing: Printing,
}

/// The paper, as far as it was asked for.
enum Printing {
    NotAsked,
    /// Asked for; time until the clerk is asked how it stands.
    Going(Wait),
    Ended(Notice, bool),
}

impl Printing {
    /// Seconds between two looks at the printer.
    const AGAIN: u64 = 1;

    fn of(state: PrintState) -> Self {
        match state {
            PrintState::Going => Self::Going(Wait::of(Self::AGAIN)),
            PrintState::Printed => Self::Ended(Notice::plain("print-minutes-done"), true),
            PrintState::NoPrinter => Self::Ended(Notice::plain("print-none"), false),
            PrintState::NotPrinted(why) => Self::Ended(why, false),
        }
    }
}

impl Minutes {
    /// From the text of the minutes and the path of their file.
    pub fn new(path: String, text: &str) -> Self {
        Self {
            path,
            lines: text.lines().map(str::to_owned).collect(),
            first: 0,
            printing: Printing::NotAsked,
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: &Input, session: &Session) -> Step {
        match input {
            Input::Key(key) => self.key(*key, session),
            Input::Done(Done::Print(state)) => {
                if matches!(self.printing, Printing::Going(_)) {
                    self.printing = Printing::of(state.clone());
                }
                Step::stay()
            }
            Input::Tick(time) => self.tick(*time),
            _ => Step::stay(),
        }
    }

    /// The clerk could not even begin: keys work again.
    pub(super) fn release(&mut self) {
        self.printing = Printing::NotAsked;
    }

    fn tick(&mut self, time: Duration) -> Step {
        let Printing::Going(wait) = &mut self.printing else {
            return Step::stay();
        };
        wait.pass(time);
        if wait.left() > 0 {
            return Step::stay();
        }
        *wait = Wait::of(Printing::AGAIN);
        Step::ask(Job::PrintState)
    }

    fn print(&mut self) -> Step {
        if matches!(self.printing, Printing::Going(_)) {
            return Step::stay();
        }
        self.printing = Printing::Going(Wait::of(Printing::AGAIN));
        Step::ask(Job::PrintMinutes)
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        match key.code {
            KeyCode::F(7) | KeyCode::Char('p' | 'P') => return self.print(),
            KeyCode::F(6) => return Exchange::start(),
            KeyCode::F(9) if may_count(session) => return Counting::start(),
            KeyCode::Esc | KeyCode::Enter => return Step::home(),
            KeyCode::Char('q' | 'Q') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                return Step {
                    quit: true,
                    ..Step::ask(Job::Lock)
                };
            }
            _ => self.first = scrolled(key, self.first, self.lines.len()),
        }
        Step::stay()
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let mut keys = vec![("F6", "operator-do-sync"), ("F7", "operator-do-print")];
        if may_count(session) {
            keys.push(("F9", "operator-do-count"));
        }
        keys.extend([("↑ ↓", "operator-do-scroll"), ("Esc", "common-do-back")]);
        keys.push(("Ctrl-Q", "operator-do-quit"));
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.write(&look.text("operator-minutes-title"), sheet.theme.good());
        let path = look.say(
            "operator-minutes-path",
            &[("path", self.path.clone().into())],
        );
        sheet.write(&path, sheet.theme.dim());
        match &self.printing {
            Printing::NotAsked => {}
            Printing::Going(_) => sheet.say("print-going"),
            Printing::Ended(notice, done) => {
                let style = if *done {
                    sheet.theme.good()
                } else {
                    sheet.theme.warn()
                };
                sheet.write(&look.notice(notice), style);
            }
        }
        sheet.gap();
        scroll(&mut sheet, &self.lines, self.first);
    }
}

/// The first row after a key, in a text of `count` rows.
pub(super) fn scrolled(key: KeyEvent, first: usize, count: usize) -> usize {
    let last = count.saturating_sub(PAGE);
    match key.code {
        KeyCode::Up => first.saturating_sub(1),
        KeyCode::Down => (first + 1).min(last),
        KeyCode::PageUp => first.saturating_sub(PAGE),
        KeyCode::PageDown | KeyCode::Char(' ') => (first + PAGE).min(last),
        KeyCode::Home => 0,
        KeyCode::End => last,
        _ => first,
    }
}

/// Draws the rows from `first` on, and says which they are if they are not all.
pub(super) fn scroll(sheet: &mut Sheet<'_, '_>, lines: &[String], first: usize) {
    let room = usize::from(sheet.rows());
    if lines.len() <= room {
        let rows: Vec<&str> = lines.iter().map(String::as_str).collect();
        return sheet.verbatim(&rows, sheet.theme.text());
    }
    let shown = room.saturating_sub(1).max(1);
    let first = first.min(lines.len() - shown.min(lines.len()));
    let rows: Vec<&str> = lines
        .iter()
        .skip(first)
        .take(shown)
        .map(String::as_str)
        .collect();
    let last = first + rows.len();
    sheet.verbatim(&rows, sheet.theme.text());
    let words = sheet.look.say(
        "operator-rows",
        &[
            ("first", (first + 1).into()),
            ("last", last.into()),
            ("all", lines.len().into()),
        ],
    );
    sheet.write(&words, sheet.theme.dim());
}
