//! The end of the demo: settlement, totals of every question, funded projects, verification. What
//! does not fit is scrolled to.
//!
//! ```text
//! │ Il risultato                                         │
//! │ 3 schede ricevute, 0 tolte, 3 contate, 0 bianche     │
//! │                                                      │
//! │ [x]  I sentieri dell'Unione              10.000 €  3 │
//! │ [ ]  ...                                             │
//! │                                                      │
//! │ Finanziati 20.000 € su 25.000 €, restano 5.000 €     │
//! │ La verifica è riuscita: 14 controlli su 14.          │
//! ```

mod totals;

use super::minutes::{scroll, scrolled};
use super::sheet::Sheet;
use crate::i18n::euro;
use crate::tui::facts::{CountResult, Notice};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::wrap;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;

/// The count of the demo.
#[derive(Default)]
pub struct Counting {
    result: Option<Box<CountResult>>,
    step: Option<Notice>,
    failed: bool,
    first: usize,
}

impl Counting {
    /// The screen, and the job behind it.
    pub fn start() -> Step {
        Step::go(Screen::Counting(Self::default())).and(Job::Count)
    }

    /// The clerk could not do it.
    pub(super) fn release(&mut self) {
        self.failed = self.result.is_none();
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) if self.result.is_some() || self.failed => return self.key(key),
            Input::Done(Done::Step(notice)) => self.step = Some(notice),
            Input::Done(Done::Counted(result)) => {
                self.result = Some(result);
                // Counting may have sent what was waiting: the header should say so.
                return Step::ask(Job::Status);
            }
            _ => {}
        }
        Step::stay()
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Esc | KeyCode::Enter => Step::home(),
            KeyCode::Char('q' | 'Q') if key.modifiers.contains(KeyModifiers::CONTROL) => Step {
                quit: true,
                ..Step::ask(Job::Lock)
            },
            _ => {
                // The rows depend on the width; a page of slack at the end does no harm.
                let rows = self.result.as_ref().map_or(0, |r| totals::at_most(r) + 30);
                self.first = scrolled(key, self.first, rows);
                Step::stay()
            }
        }
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys = [
            ("↑ ↓", "operator-do-scroll"),
            ("Esc", "common-do-back"),
            ("Ctrl-Q", "operator-do-quit"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title("operator-counting-title");
        if let Some(result) = &self.result {
            let rows = report(look, result, sheet.columns());
            scroll(&mut sheet, &rows, self.first);
        } else if self.failed {
            sheet.say("operator-counting-failed");
        } else {
            sheet.say("operator-counting-going");
            if let Some(step) = &self.step {
                sheet.write(&look.notice(step), sheet.theme.dim());
            }
        }
    }
}

fn report(look: &Look, result: &CountResult, width: u16) -> Vec<String> {
    let mut rows = Vec::new();
    let say = |rows: &mut Vec<String>, text: String| rows.extend(wrap(&text, width));
    say(&mut rows, ballots(look, result));
    say(
        &mut rows,
        look.say(
            "operator-counting-trustees",
            &[("n", result.trustees.clone().into())],
        ),
    );
    rows.push(String::new());
    rows.extend(totals::rows(look, result, width));
    rows.push(String::new());
    if let Some(budget) = result.budget {
        let money = |cents: crate::consultation::Cents| euro(look.language, cents.0).into();
        let values = [
            ("budget", money(budget)),
            ("spent", money(result.spent)),
            ("left", money(result.left)),
        ];
        say(&mut rows, look.say("operator-counting-budget", &values));
    }
    if let Some(draw) = &result.draw {
        let values = [("draw", draw.clone().into())];
        say(&mut rows, look.say("operator-counting-tie", &values));
    }
    let passed = result.checks.iter().filter(|(_, ok)| *ok).count();
    let key = if result.verified {
        "operator-counting-verified"
    } else {
        "operator-counting-not-verified"
    };
    let values = [
        ("passed", passed.into()),
        ("all", result.checks.len().into()),
    ];
    say(&mut rows, look.say(key, &values));
    for (name, _) in result.checks.iter().filter(|(_, ok)| !ok) {
        rows.push(format!("  {} {name}", look.theme.bullet()));
    }
    say(
        &mut rows,
        look.say(
            "operator-counting-package",
            &[("path", result.package_path.clone().into())],
        ),
    );
    rows
}

/// Sealed ballots received, removed, counted, and those on paper; blank ones of both where there is
/// one question.
fn ballots(look: &Look, result: &CountResult) -> String {
    let mut values = vec![
        ("received", result.received.into()),
        ("removed", result.removed.into()),
        ("counted", result.counted.into()),
    ];
    let blank = totals::only_votes(result).and_then(|q| q.blank);
    if result.paper > 0 {
        values.push(("paper", result.paper.into()));
        let mut text = look.say("operator-counting-with-paper", &values);
        if let Some(blank) = blank {
            text.push(' ');
            text.push_str(&look.say("operator-counting-blank", &[("n", blank.into())]));
        }
        return text;
    }
    match blank {
        Some(blank) => {
            values.push(("blank", blank.into()));
            look.say("operator-counting-ballots", &values)
        }
        None => look.say("operator-counting-received", &values),
    }
}
