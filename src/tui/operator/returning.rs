//! The voter has given the screen back. Nobody knows yet who holds it, so nothing of the station
//! is shown, and only the operator's PIN, or their passphrase, leads on.
//!
//! ```text
//! │ Grazie. Restituisca lo schermo al seggio.            │
//! │                                                      │
//! │ → PIN dell'operatore [••••  ]                        │
//! │                                                      │
//! │ Il PIN non è giusto. Restano 4 tentativi.            │
//! ```

use super::sheet::Sheet;
use crate::tui::clock::Wait;
use crate::tui::facts::{Notice, Value};
use crate::tui::model::Screen;
use crate::tui::step::{Input, Step};
use crate::tui::widgets::SecretField;
use crate::tui::words::Look;
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::Frame;

/// Digits of a PIN.
const DIGITS: usize = 6;

/// The PIN screen.
#[derive(Default)]
pub struct Returning {
    secret: SecretField,
    /// After too many wrong PINs.
    passphrase: bool,
    waiting: bool,
    wait: Wait,
    problem: Option<Notice>,
    /// What the operator goes on with.
    then: Option<Box<Screen>>,
}

impl Returning {
    /// The PIN screen, and what the operator goes on with; the desk if nothing.
    pub fn before(then: Option<Screen>) -> Self {
        Self {
            then: then.map(Box::new),
            ..Self::default()
        }
    }

    /// The clerk could not check what was typed.
    pub fn failed(&mut self, problem: Notice) {
        self.waiting = false;
        self.problem = Some(problem);
    }

    /// Whether only the passphrase helps.
    pub fn needs_passphrase(&self) -> bool {
        self.passphrase
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) if !self.waiting && self.wait.left() == 0 => self.key(key),
            // A scanner writes no PIN.
            Input::Swift(key) if self.passphrase && !self.waiting && self.wait.left() == 0 => {
                self.key(key)
            }
            Input::Swift(_) | Input::Paste(_) if !self.passphrase => {
                self.problem = Some(Notice::plain("operator-return-by-hand"));
                Step::stay()
            }
            Input::Paste(text) if self.passphrase && !self.waiting => {
                self.secret.paste(&text);
                Step::stay()
            }
            Input::Tick(time) => {
                self.wait.pass(time);
                Step::stay()
            }
            Input::Done(done) if self.waiting => self.done(&done),
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent) -> Step {
        match key.code {
            KeyCode::Backspace => self.secret.backspace(),
            KeyCode::Esc => self.secret.clear(),
            KeyCode::Char(_)
                if key
                    .modifiers
                    .intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {}
            KeyCode::Char(sign) if self.takes(sign) => self.secret.insert(sign),
            KeyCode::Enter => return self.submit(),
            _ => {}
        }
        Step::stay()
    }

    fn takes(&self, sign: char) -> bool {
        self.passphrase || (sign.is_ascii_digit() && self.secret.len() < DIGITS)
    }

    /// A PIN that is too short is not tried: a slip costs nothing.
    fn submit(&mut self) -> Step {
        if self.secret.is_empty() {
            return Step::stay();
        }
        if !self.passphrase && self.secret.len() < DIGITS {
            self.problem = Some(
                Notice::plain("operator-return-short").with("n", Value::Number(DIGITS as u64)),
            );
            return Step::stay();
        }
        self.waiting = true;
        self.problem = None;
        let secret = self.secret.take();
        Step::ask(if self.passphrase {
            Job::CheckPassphrase(secret)
        } else {
            Job::CheckPin(secret)
        })
    }

    fn done(&mut self, done: &Done) -> Step {
        match done {
            Done::PinOk => {
                return self
                    .then
                    .take()
                    .map_or_else(Step::home, |screen| Step::go(*screen));
            }
            Done::PinRefused { tries_left } => self.failed(
                Notice::plain("operator-return-wrong")
                    .with("n", Value::Number(u64::from(*tries_left))),
            ),
            Done::PassphraseNeeded => {
                self.passphrase = true;
                self.failed(Notice::plain("operator-return-passphrase-needed"));
            }
            Done::PassphraseRefused { wait_seconds } => {
                self.wait = Wait::of(*wait_seconds);
                self.failed(Notice::plain("operator-return-passphrase-wrong"));
            }
            _ => {}
        }
        Step::stay()
    }

    /// Draws the screen. It is given no session.
    pub fn view(&self, look: &Look, training: bool, frame: &mut Frame<'_>) {
        let keys = [("Enter", "common-do-confirm"), ("Esc", "operator-do-clear")];
        let mut sheet = Sheet::neutral(look, frame, training, &keys);
        sheet.title("operator-return-title");
        sheet.say("operator-return-how");
        sheet.gap();
        let (label, longest) = if self.passphrase {
            ("operator-return-passphrase", 40)
        } else {
            ("operator-return-pin", 8)
        };
        sheet.secret(label, 26, longest, &self.secret, !self.waiting);
        sheet.gap();
        if self.waiting {
            sheet.say("operator-moment");
        }
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        sheet.problem(problem.as_deref());
        if self.wait.left() > 0 {
            let wait = look.say("operator-unlock-wait", &[("n", self.wait.left().into())]);
            sheet.write(&wait, sheet.theme.warn());
        }
    }
}
