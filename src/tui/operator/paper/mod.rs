//! The count of the box of paper, at the last closing: one operator, then another, who sees
//! nothing of what the first entered; then both, where they differ.
//!
//! Invariant: a stage holds only what is being typed in it. What was entered is with the clerk,
//! who says what comes next; so the screen of the second operator has nothing of the first to
//! show, and who locks the station or leaves the count begins it again.

pub mod issuing;
mod number;
mod screen;
mod slip;
mod totals;
mod words;

use super::choosing::chosen;
use super::closing::is_the_word;
use super::minutes::Minutes;
use super::second::Second;
use crate::consultation::Consultation;
use crate::station::{Counter, PaperDifference, PaperHead, PaperNext, PaperProblem, PaperSummary};
use crate::tui::model::{Screen, Session};
use crate::tui::step::{Input, Step};
use crate::tui::widgets::TextField;
use crate::tui::work::{Done, Job, PaperJob};
use crossterm::event::{KeyCode, KeyEvent};
use number::{Numbers, Typed};
use slip::{SlipProblem, Slips};
use totals::Totals;

/// What is typed now.
enum Stage {
    /// The clerk has not answered yet.
    Starting,
    /// How many slips, how many void.
    Head(Counter, Numbers),
    /// Totals, question by question.
    Totals(Totals),
    /// So few slips that each is entered; how many differed before.
    Slips(Counter, Slips, u64),
    /// The other operator.
    Second(Second),
    /// Different numbers of slips: both fields are entered together.
    HeadsDiffer([PaperHead; 2], Numbers),
    /// Different totals: these are entered together.
    TotalsDiffer(Vec<PaperDifference>, Numbers),
    /// Nothing chosen yet: recount, or close.
    Agreed(PaperSummary, Option<usize>),
    /// Closing is chosen, and a word is typed for it; whether it was the wrong one.
    Sure(PaperSummary, TextField, bool),
}

/// What is wrong with what was typed.
enum Problem {
    /// An empty field.
    Missing,
    /// It cannot be.
    Paper(PaperProblem),
    /// A slip's answer.
    Slip(SlipProblem),
}

/// The screens of the count.
pub struct PaperBox {
    stage: Stage,
    /// Who counts second, once they have come.
    second: Option<String>,
    /// Whether the two counts were different at some point: what was agreed on is not what both
    /// entered.
    differed: bool,
    /// Whether to leave, while that is asked.
    leaving: Option<usize>,
    problem: Option<Problem>,
    waiting: bool,
}

impl Stage {
    fn of(next: PaperNext, consultation: &Consultation) -> Self {
        match next {
            PaperNext::Head(by) => Self::Head(by, Numbers::new(2)),
            PaperNext::Totals(by, valid) => Self::Totals(Totals::new(by, valid, consultation)),
            PaperNext::Slips(by, valid, differed) => Self::Slips(by, Slips::new(valid), differed),
            PaperNext::SecondOperator => Self::Second(Second::default()),
            PaperNext::HeadsDiffer(a, b) => {
                let fields = [a.found != b.found, a.void != b.void];
                let fields = Numbers::new(fields.iter().filter(|differs| **differs).count());
                Self::HeadsDiffer([a, b], fields)
            }
            PaperNext::TotalsDiffer(all) => {
                let fields = Numbers::new(all.len());
                Self::TotalsDiffer(all, fields)
            }
            PaperNext::Agreed(summary) => Self::Agreed(summary, None),
        }
    }
}

impl Stage {
    /// Whether the operators enter something again because their counts differed.
    fn is_about_differences(&self) -> bool {
        match self {
            Self::HeadsDiffer(..) | Self::TotalsDiffer(..) => true,
            Self::Slips(_, _, differed) => *differed > 0,
            _ => false,
        }
    }
}

impl PaperBox {
    /// The screen, and the job that begins the count.
    pub fn start() -> Step {
        let count = Self {
            stage: Stage::Starting,
            second: None,
            differed: false,
            leaving: None,
            problem: None,
            waiting: true,
        };
        Step::go(Screen::Paper(Box::new(count))).and(Job::Paper(PaperJob::Begin))
    }

    /// The clerk could not do it: what was typed and handed over is not lost, it is with the clerk
    /// or to be typed again.
    pub(super) fn release(&mut self) {
        self.waiting = false;
    }

    /// Whether a passphrase is being typed.
    pub(super) fn is_typing_secret(&self) -> bool {
        matches!(&self.stage, Stage::Second(second) if second.is_typing())
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input, session: &mut Session) -> Step {
        let consultation = &session.station.consultation;
        match input {
            Input::Key(key) if !self.waiting => return self.key(key, consultation),
            // Only a passphrase may come as fast as a scanner's keys.
            Input::Swift(key) if !self.waiting && self.leaving.is_none() => {
                if let Stage::Second(second) = &mut self.stage
                    && key.code != KeyCode::Esc
                {
                    let job = second.key(key).map(PaperJob::Second);
                    return self.ask(job);
                }
            }
            Input::Paste(text) if !self.waiting => {
                if let Stage::Second(second) = &mut self.stage {
                    second.paste(&text);
                }
            }
            Input::Tick(time) => {
                if let Stage::Second(second) = &mut self.stage {
                    second.pass(time);
                }
            }
            Input::Done(done) => return self.done(done, session),
            _ => {}
        }
        Step::stay()
    }

    fn done(&mut self, done: Done, session: &mut Session) -> Step {
        match (done, &mut self.stage) {
            (Done::Paper(next), stage) if self.waiting => {
                if let Stage::Second(second) = stage {
                    self.second = second.name().map(str::to_owned);
                }
                self.waiting = false;
                self.problem = None;
                if matches!(*next, PaperNext::Head(Counter::First)) {
                    self.second = None;
                    self.differed = false;
                }
                self.stage = Stage::of(*next, &session.station.consultation);
                self.differed |= self.stage.is_about_differences();
                if matches!(self.stage, Stage::Second(_)) {
                    return Step::ask(Job::Operators);
                }
            }
            (Done::PaperRefused(problem), stage) if self.waiting => {
                self.waiting = false;
                if let (PaperProblem::Totals { question, .. }, Stage::Totals(totals)) =
                    (problem, stage)
                {
                    totals.go_to(question);
                }
                self.problem = Some(Problem::Paper(problem));
            }
            (Done::SecondRefused { why, wait_seconds }, Stage::Second(second)) => {
                self.waiting = false;
                second.refuse(why, wait_seconds);
            }
            (Done::Operators { operators, .. }, Stage::Second(second)) => {
                second.offer(operators, &session.station.operator.name);
            }
            (
                Done::DayClosed {
                    minutes_path,
                    minutes_text,
                    status,
                },
                _,
            ) => {
                session.learn(*status);
                return Step::go(Screen::Minutes(Minutes::new(minutes_path, &minutes_text)));
            }
            _ => {}
        }
        Step::stay()
    }

    fn ask(&mut self, job: Option<PaperJob>) -> Step {
        let Some(job) = job else {
            return Step::stay();
        };
        self.waiting = true;
        self.problem = None;
        Step::ask(Job::Paper(job))
    }

    fn key(&mut self, key: KeyEvent, consultation: &Consultation) -> Step {
        if let Some(now) = self.leaving {
            return self.leave(key, now);
        }
        if let Stage::Sure(summary, word, wrong) = &mut self.stage {
            match key.code {
                KeyCode::Esc => self.stage = Stage::Agreed(*summary, None),
                KeyCode::Enter if is_the_word(&word.value()) => {
                    self.waiting = true;
                    return Step::ask(Job::CloseDay {
                        last: true,
                        second: None,
                    });
                }
                KeyCode::Enter => *wrong = true,
                _ => *wrong &= !word.key(key),
            }
            return Step::stay();
        }
        if key.code == KeyCode::Esc {
            self.leaving = Some(0);
            return Step::stay();
        }
        if key.code != KeyCode::Enter {
            self.problem = None;
        }
        if self.goes_back(key) {
            self.stage = Stage::Head(Counter::First, Numbers::new(2));
            return Step::stay();
        }
        let job = match &mut self.stage {
            Stage::Starting | Stage::Sure(..) => None,
            Stage::Head(_, fields) => match fields.key(key) {
                Typed::Done => match fields.values()[..] {
                    [found, void] => Some(PaperJob::Head(PaperHead { found, void })),
                    _ => None,
                },
                typed => self.missing(typed),
            },
            Stage::HeadsDiffer([a, b], fields) => match fields.key(key) {
                Typed::Done => {
                    let mut agreed = fields.values().into_iter();
                    let mut of = |a: u64, b: u64| {
                        if a == b {
                            a
                        } else {
                            agreed.next().unwrap_or(a)
                        }
                    };
                    let found = of(a.found, b.found);
                    let void = of(a.void, b.void);
                    Some(PaperJob::Head(PaperHead { found, void }))
                }
                typed => self.missing(typed),
            },
            Stage::TotalsDiffer(_, fields) => match fields.key(key) {
                Typed::Done => Some(PaperJob::Agree(fields.values())),
                typed => self.missing(typed),
            },
            Stage::Totals(totals) => match totals.key(key, consultation) {
                Ok(Typed::Done) => Some(PaperJob::Totals(totals.all(consultation))),
                Ok(typed) => self.missing(typed),
                Err(problem) => {
                    self.problem = Some(Problem::Paper(problem));
                    None
                }
            },
            Stage::Slips(_, slips, _) if key.code == KeyCode::Enter => {
                if slips.is_complete() {
                    Some(PaperJob::Slips(slips.take()))
                } else {
                    let problem = slips.enter(consultation).err();
                    self.problem = problem.map(Problem::Slip);
                    None
                }
            }
            Stage::Slips(_, slips, _) => {
                slips.key(key);
                None
            }
            Stage::Second(second) => second.key(key).map(PaperJob::Second),
            Stage::Agreed(summary, choice) => match (key.code, *choice) {
                (KeyCode::Enter, Some(0)) => Some(PaperJob::Begin),
                (KeyCode::Enter, Some(_)) => {
                    self.stage = Stage::Sure(*summary, TextField::new(10), false);
                    None
                }
                (KeyCode::Enter, None) => None,
                // Nothing is chosen for the operators: a key held down does not close the station.
                (KeyCode::Up | KeyCode::Down, None) => {
                    *choice = Some(0);
                    None
                }
                (_, now) => {
                    *choice = chosen(key, now.unwrap_or(0), 2).or(now);
                    None
                }
            },
        };
        self.ask(job)
    }

    /// Whether a key leads from the first total back to the numbers of slips, which the first may have
    /// mistyped.
    fn goes_back(&self, key: KeyEvent) -> bool {
        key.code == KeyCode::Up
            && matches!(&self.stage, Stage::Totals(totals)
                if totals.by == Counter::First && totals.is_at_start())
    }

    fn missing(&mut self, typed: Typed) -> Option<PaperJob> {
        if typed == Typed::Missing {
            self.problem = Some(Problem::Missing);
        }
        None
    }

    fn leave(&mut self, key: KeyEvent, now: usize) -> Step {
        match key.code {
            KeyCode::Enter if now == 1 => return Step::home().and(Job::Paper(PaperJob::Stop)),
            KeyCode::Enter | KeyCode::Esc => self.leaving = None,
            _ => self.leaving = chosen(key, now, 2).or(Some(now)),
        }
        Step::stay()
    }
}
