//! Help at the voter's screen: whose, and why. Nothing of it is recorded before the voter has
//! confirmed it, and never with a name.
//!
//! ```text
//! │ Chi aiuta la persona a votare?                       │
//! │   1  Nessuno: vota da sola                           │
//! │   2  Una persona del seggio                          │
//! │   3  Un accompagnatore                               │
//! │                                                      │
//! │ Perché serve aiuto?                                  │
//! │   1  Non vede bene                                   │
//! │                                                      │
//! │ → Codice dell'accompagnatore [                    ]  │
//! ```

use super::choosing::chosen;
use super::desk::LONGEST;
use super::sheet::Sheet;
use super::verdict::VerdictPanel;
use super::visiting::Help;
use crate::identity::{CodiceFiscale, Scanned, Scanner};
use crate::station::{Assistance, AssistanceReason, OverrideReason};
use crate::tui::facts::{Exception, Notice};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::words::{Look, entry_problem};
use crate::tui::work::{Done, Job};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::Frame;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Question {
    Who,
    Why,
    Companion,
    Exception,
}

/// Whose help.
const WHO: [&str; 3] = [
    "operator-assisting-nobody",
    "operator-assisting-staff",
    "operator-assisting-companion",
];

/// The form: one question after the other.
pub struct Assisting {
    panel: VerdictPanel,
    question: Question,
    who: usize,
    why: usize,
    exception: usize,
    code: TextField,
    companion: Option<CodiceFiscale>,
    pub(super) waiting: bool,
    problem: Option<Notice>,
}

impl Assisting {
    /// The form; Esc leads back to the verdict.
    pub fn new(panel: VerdictPanel) -> Self {
        Self {
            panel,
            question: Question::Who,
            who: 0,
            why: 0,
            exception: 0,
            code: TextField::new(LONGEST),
            companion: None,
            waiting: false,
            problem: None,
        }
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &Session) -> Step {
        match input {
            Input::Key(key) if !self.waiting => self.key(key, session),
            Input::Paste(text) if !self.waiting && self.question == Question::Companion => {
                self.code.set(text.trim());
                if text.contains(['\n', '\r']) {
                    self.read(session)
                } else {
                    Step::stay()
                }
            }
            Input::Done(Done::MayHelp) if self.waiting => self.done(None),
            Input::Done(Done::HelpRefused { why, exception }) if self.waiting => {
                self.waiting = false;
                self.problem = Some(why);
                if exception == Exception::ByYou {
                    self.question = Question::Exception;
                }
                Step::stay()
            }
            _ => Step::stay(),
        }
    }

    fn key(&mut self, key: KeyEvent, session: &Session) -> Step {
        match (self.question, key.code) {
            (_, KeyCode::Esc) => return self.back(),
            (Question::Companion, KeyCode::Enter) => return self.read(session),
            (Question::Companion, _) => {
                if self.code.key(key) {
                    self.problem = None;
                }
            }
            (Question::Who, _) => {
                if answered(key, &mut self.who, WHO.len()) {
                    if self.who == 0 {
                        return self.done(None);
                    }
                    self.question = Question::Why;
                }
            }
            (Question::Why, _) => {
                if answered(key, &mut self.why, AssistanceReason::ALL.len()) {
                    if self.who == 1 {
                        return self.done(None);
                    }
                    self.question = Question::Companion;
                }
            }
            (Question::Exception, _) => {
                if answered(key, &mut self.exception, OverrideReason::ALL.len()) {
                    return self.done(OverrideReason::ALL.get(self.exception).copied());
                }
            }
        }
        Step::stay()
    }

    fn read(&mut self, session: &Session) -> Step {
        let text = self.code.value();
        match Scanner::default().read(&text, session.now.date()) {
            Scanned::Code(companion) => {
                self.companion = Some(companion.clone());
                self.problem = None;
                self.waiting = true;
                let voter = self.panel.visiting.code.clone();
                return Step::ask(Job::MayHelp { companion, voter });
            }
            Scanned::NotACode(error) => self.problem = Some(entry_problem(error, &text)),
            Scanned::Nothing => {}
            _ => self.problem = Some(Notice::plain("refusal-companion-code")),
        }
        Step::stay()
    }

    fn back(&self) -> Step {
        Step::go(Screen::Verdict(Box::new(self.panel.clone())))
    }

    fn done(&mut self, exception: Option<OverrideReason>) -> Step {
        let reason = AssistanceReason::ALL.get(self.why).copied();
        let assistance = match (self.who, reason, self.companion.clone()) {
            (1, Some(reason), _) => Some(Assistance::Staff { reason }),
            (2, Some(reason), Some(companion)) => Some(Assistance::Companion { reason, companion }),
            _ => None,
        };
        self.panel.visiting.help = assistance.map(|assistance| Help {
            assistance,
            exception,
        });
        self.back()
    }

    /// Draws the screen.
    pub fn view(&self, look: &Look, session: &Session, frame: &mut Frame<'_>) {
        let keys = [
            ("↑ ↓", "common-do-move"),
            ("Enter", "common-do-next"),
            ("Esc", "common-do-back"),
        ];
        let mut sheet = Sheet::new(look, frame, session, &keys);
        sheet.title("operator-assisting-title");
        let on = |q| self.question == q;
        if !on(Question::Exception) {
            let who: Vec<String> = WHO.iter().map(|key| look.text(key)).collect();
            sheet.choices(&who, self.who, on(Question::Who));
        }
        if matches!(self.question, Question::Why | Question::Companion) {
            sheet.gap();
            sheet.say("operator-assisting-why");
            let why: Vec<String> = AssistanceReason::ALL
                .iter()
                .map(|r| look.text(&format!("assistance-{}", r.word())))
                .collect();
            sheet.choices(&why, self.why, on(Question::Why));
        }
        if on(Question::Companion) {
            sheet.gap();
            sheet.field("operator-assisting-code", 28, 26, &self.code, !self.waiting);
        }
        let problem = self.problem.as_ref().map(|n| look.notice(n));
        sheet.problem(problem.as_deref());
        if on(Question::Exception) {
            sheet.gap();
            sheet.say("operator-override-how");
            let reasons: Vec<String> = OverrideReason::ALL
                .iter()
                .map(|r| look.text(&format!("override-{}", r.word())))
                .collect();
            sheet.choices(&reasons, self.exception, true);
        }
        if self.waiting {
            sheet.say("operator-moment");
        }
    }
}

/// Moves in a list; whether the key answers the question: a number or Enter.
fn answered(key: KeyEvent, now: &mut usize, count: usize) -> bool {
    if key.code == KeyCode::Enter {
        return true;
    }
    match chosen(key, *now, count) {
        Some(n) => {
            *now = n;
            matches!(key.code, KeyCode::Char(_))
        }
        None => false,
    }
}
