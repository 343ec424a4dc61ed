//! Who unlocks the station, and with which passphrase.
//!
//! ```text
//! │ Sbloccare la postazione                              │
//! │                                                      │
//! │ Chi è Lei?                                           │
//! │ → 1  [x]  Anna                            presidente │
//! │   2  [ ]  Bruno                          scrutatore  │
//! │                                                      │
//! │   Passphrase [••••••••••••                    ]      │
//! │                                                      │
//! │ Un momento...                                        │
//! ```

use super::choosing::{between_fields, chosen};
use super::sheet::Sheet;
use crate::tui::clock::Wait;
use crate::tui::facts::{OperatorName, Role};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::{Choice, SecretField, TextField};
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Stage {
    /// Keys work.
    #[default]
    Ready,
    /// The passphrase is being checked.
    Opening,
    /// The store is being closed; answers to older jobs are ignored.
    Locking,
}

/// The unlock screen.
#[derive(Default)]
pub struct Unlock {
    operators: Vec<OperatorName>,
    chosen: usize,
    /// Used where no list has come.
    name: TextField,
    secret: SecretField,
    on_secret: bool,
    stage: Stage,
    wait: Wait,
    problem: Option<&'static str>,
}

impl Unlock {
    /// The screen right after [`Job::Lock`].
    pub fn locking() -> Self {
        Self {
            stage: Stage::Locking,
            ..Self::default()
        }
    }

    /// The clerk could not do it.
    pub fn failed(&mut self, key: &'static str) {
        self.stage = Stage::Ready;
        self.problem = Some(key);
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) | Input::Swift(key) => self.key(key),
            Input::Paste(text) if self.on_secret || !self.operators.is_empty() => {
                self.on_secret = true;
                self.secret.paste(&text);
                Step::stay()
            }
            Input::Paste(text) => {
                self.name.paste(&text);
                Step::stay()
            }
            Input::Tick(time) => {
                self.wait.pass(time);
                Step::stay()
            }
            Input::Done(done) => self.done(done),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            let quit = matches!(key.code, KeyCode::Char('q' | 'Q'));
            return Step {
                quit,
                ..Step::stay()
            };
        }
        if self.stage != Stage::Ready {
            return Step::stay();
        }
        if self.on_secret {
            return self.secret_key(key);
        }
        match key.code {
            KeyCode::Enter | KeyCode::Tab => self.on_secret = true,
            KeyCode::Down if self.operators.is_empty() => self.on_secret = true,
            // A number chooses. Any other sign begins the passphrase: whoever types it without
            // having pressed Enter first must not lose it.
            KeyCode::Char(sign) if !self.operators.is_empty() => {
                match chosen(key, self.chosen, self.operators.len()) {
                    Some(n) => self.chosen = n,
                    None => self.secret.insert(sign),
                }
                self.on_secret = true;
            }
            _ => match chosen(key, self.chosen, self.operators.len()) {
                Some(n) => self.chosen = n,
                None => {
                    self.name.key(key);
                }
            },
        }
        Step::stay()
    }

    fn secret_key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Enter if self.secret.is_empty() || self.wait.left() > 0 => {}
            KeyCode::Enter => {
                let operator = match self.operators.get(self.chosen) {
                    Some(operator) => operator.name.clone(),
                    None => self.name.value().trim().to_owned(),
                };
                self.stage = Stage::Opening;
                self.problem = None;
                return Step::ask(Job::Unlock {
                    operator,
                    passphrase: self.secret.take(),
                });
            }
            KeyCode::Esc => {
                self.secret.clear();
                self.on_secret = false;
            }
            KeyCode::Backspace => self.secret.backspace(),
            KeyCode::Char(sign) => self.secret.insert(sign),
            _ if between_fields(key) == Some(false) => self.on_secret = false,
            _ => {}
        }
        Step::stay()
    }

    fn done(&mut self, done: Done) -> Step {
        match (self.stage, done) {
            (Stage::Locking, Done::Locked) => {
                self.stage = Stage::Ready;
                return Step::ask(Job::Operators);
            }
            (Stage::Locking, _) => {}
            (_, Done::Operators { operators, .. }) => {
                // With one operator there is nothing to choose.
                self.on_secret = operators.len() == 1;
                self.operators = operators;
                self.chosen = 0;
            }
            (Stage::Opening, Done::Unlocked { station, status }) => {
                return Step {
                    unlocked: Some((station, status)),
                    ..Step::stay()
                };
            }
            (Stage::Opening, Done::UnlockRefused { wait_seconds }) => {
                self.refuse("operator-unlock-refused", wait_seconds);
            }
            (Stage::Opening, Done::MustWait { seconds }) => {
                self.refuse("operator-unlock-too-early", seconds);
            }
            _ => {}
        }
        Step::stay()
    }

    fn refuse(&mut self, key: &'static str, seconds: u64) {
        self.stage = Stage::Ready;
        self.problem = Some(key);
        self.wait = Wait::of(seconds);
    }

    /// Draws the screen; `hint` stands at the foot.
    pub fn view(&self, look: &Look, training: bool, hint: &[String], frame: &mut Frame<'_>) {
        let enter = if self.on_secret {
            "operator-do-unlock"
        } else {
            "common-do-next"
        };
        let keys = [
            ("↑ ↓", "common-do-move"),
            ("Enter", enter),
            ("F1", "operator-do-help"),
            ("Ctrl-Q", "operator-do-quit"),
        ];
        let mut sheet = Sheet::neutral(look, frame, training, &keys);
        let theme = sheet.theme;
        sheet.title("operator-unlock-title");
        if self.operators.is_empty() {
            sheet.field("operator-unlock-name", 12, 40, &self.name, !self.on_secret);
        } else {
            sheet.say("operator-unlock-who");
            sheet.list(
                &self.choices(look),
                (!self.on_secret).then_some(self.chosen),
            );
        }
        sheet.gap();
        sheet.secret(
            "operator-unlock-passphrase",
            12,
            40,
            &self.secret,
            self.on_secret,
        );
        sheet.gap();
        match self.stage {
            Stage::Opening => sheet.say("operator-unlock-moment"),
            Stage::Locking => sheet.say("operator-unlock-locking"),
            Stage::Ready => {}
        }
        let problem = self.problem.map(|key| look.text(key));
        sheet.problem(problem.as_deref());
        if self.wait.left() > 0 {
            let wait = look.say("operator-unlock-wait", &[("n", self.wait.left().into())]);
            sheet.write(&wait, theme.warn());
        }
        if !hint.is_empty() {
            sheet.gap();
            let rows: Vec<&str> = hint.iter().map(String::as_str).collect();
            sheet.verbatim(&rows, theme.dim());
        }
    }

    fn choices(&self, look: &Look) -> Vec<Choice> {
        let row = |(n, operator): (usize, &OperatorName)| Choice {
            number: Some(n + 1),
            mark: Some(n == self.chosen),
            text: operator.name.clone(),
            right: role(look, operator.role),
            ..Choice::default()
        };
        self.operators.iter().enumerate().map(row).collect()
    }
}

fn role(look: &Look, role: Role) -> String {
    look.text(match role {
        Role::President => "operator-role-president",
        Role::Clerk => "operator-role-clerk",
    })
}
