//! The other operator: who they are, by their own passphrase.

use super::choosing::{between_fields, chosen};
use super::sheet::Sheet;
use crate::tui::clock::Wait;
use crate::tui::facts::{Notice, OperatorName};
use crate::tui::widgets::{Choice, SecretField};
use crate::tui::work::SecondPerson;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// Who is the second.
#[derive(Default)]
pub struct Second {
    operators: Vec<OperatorName>,
    chosen: usize,
    secret: SecretField,
    on_secret: bool,
    wait: Wait,
    problem: Option<Notice>,
}

impl Second {
    /// The operators of the station have come: all but the one who unlocked.
    pub fn offer(&mut self, operators: Vec<OperatorName>, first: &str) {
        self.operators = operators.into_iter().filter(|o| o.name != first).collect();
        self.chosen = 0;
        self.on_secret = self.operators.len() == 1;
    }

    /// The name with the mark.
    pub fn name(&self) -> Option<&str> {
        self.operators.get(self.chosen).map(|o| o.name.as_str())
    }

    /// It was not them, or not yet.
    pub fn refuse(&mut self, why: Notice, seconds: u64) {
        self.problem = Some(why);
        self.wait = Wait::of(seconds);
    }

    /// Time passes.
    pub fn pass(&mut self, time: Duration) {
        self.wait.pass(time);
    }

    /// A scanner, or the clipboard: passphrases may come so.
    pub fn paste(&mut self, text: &str) {
        if self.on_secret {
            self.secret.paste(text);
        }
    }

    /// Whether a passphrase is being typed: then every sign belongs to it.
    pub fn is_typing(&self) -> bool {
        self.on_secret
    }

    /// Takes a key; who says to be here, if it is Enter.
    pub fn key(&mut self, key: KeyEvent) -> Option<SecondPerson> {
        let command = KeyModifiers::CONTROL | KeyModifiers::ALT;
        match key.code {
            KeyCode::Char(_) if key.modifiers.intersects(command) => {}
            KeyCode::Enter if !self.on_secret => self.on_secret = !self.operators.is_empty(),
            KeyCode::Enter if self.secret.is_empty() || self.wait.left() > 0 => {}
            KeyCode::Enter => {
                let operator = self.name()?.to_owned();
                self.problem = None;
                let passphrase = self.secret.take();
                return Some(SecondPerson {
                    operator,
                    passphrase,
                });
            }
            KeyCode::Backspace => self.secret.backspace(),
            KeyCode::Char(sign) if self.on_secret => self.secret.insert(sign),
            _ if self.on_secret && between_fields(key) == Some(false) => self.on_secret = false,
            _ if !self.on_secret => {
                if let Some(n) = chosen(key, self.chosen, self.operators.len()) {
                    self.chosen = n;
                    self.on_secret = matches!(key.code, KeyCode::Char(_));
                }
            }
            _ => {}
        }
        None
    }

    /// Draws it: `how` says what the second is for, `alone` what to do where there is none.
    pub fn view(&self, sheet: &mut Sheet<'_, '_>, (how, alone): (&str, &str), waiting: bool) {
        let look = sheet.look;
        sheet.say(how);
        sheet.gap();
        if self.operators.is_empty() {
            return sheet.write(&look.text(alone), sheet.theme.warn());
        }
        let rows: Vec<Choice> = (1..)
            .zip(&self.operators)
            .map(|(n, operator)| Choice {
                number: Some(n),
                mark: Some(n == self.chosen + 1),
                text: operator.name.clone(),
                ..Choice::default()
            })
            .collect();
        sheet.list_above(&rows, (!self.on_secret).then_some(self.chosen), 5);
        sheet.gap();
        let label = "operator-unlock-passphrase";
        sheet.secret(label, 12, 40, &self.secret, self.on_secret && !waiting);
        sheet.gap();
        if waiting {
            sheet.say("operator-unlock-moment");
        }
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        sheet.problem(problem.as_deref());
        if self.wait.left() > 0 {
            let wait = look.say("operator-unlock-wait", &[("n", self.wait.left().into())]);
            sheet.write(&wait, sheet.theme.warn());
        }
    }
}
