//! The person reads what the desk wrote, on the screen turned to them, and confirms it: the
//! declaration of who is not on the roll, with the privacy notice; the help at the screen.
//!
//! Invariants: nothing is recorded before "I confirm"; keys here reach nothing of the operators';
//! whoever walks away leaves nothing behind, and the operator's PIN follows.
//!
//! ```text
//! │ Digitale Bene Comune 2022    F2 [Italiano]  English  │
//! │                                                      │
//! │ La Sua dichiarazione                                 │
//! │ Verdi Luca, nato il 01/01/1980, dichiara: lavora qui │
//! │ (Carpaneto Piacentino) e chiede di votare.           │
//! │                                                      │
//! │ I Suoi dati ...                                      │
//! │                                                      │
//! │   1  Confermo                                        │
//! │   2  Qualcosa non è giusto: non confermo             │
//! ```

mod screen;

use super::facts::{Notice, Verdict};
use super::model::{Screen, Session};
use super::operator::registration::Registration;
use super::operator::returning::Returning;
use super::operator::visiting::Help;
use super::step::{Input, Step};
use super::voter::keys::Press;
use super::words::languages;
use super::work::{Done, Job, RegistrationForm};
use crate::consultation::Consultation;
use crate::i18n::Language;
use chrono::NaiveDate;
use std::sync::Arc;
use std::time::Duration;

/// A person who reads before confirming takes longer.
const PAUSE: Duration = Duration::from_millis(200);

/// What is to be confirmed.
enum What {
    /// The declaration, and the desk's form, to be corrected if it is not confirmed.
    Declaration {
        form: RegistrationForm,
        birth: NaiveDate,
        desk: Box<Registration>,
    },
    /// The help of somebody else.
    Help(Help),
}

/// Where it stands.
enum Stage {
    /// The rows: confirm, do not confirm. None has the focus at first.
    Asking { focus: Option<usize> },
    /// The clerk is at work.
    Recording,
    /// Recorded, and admitted: the screen is being handed over.
    HandingOver,
    /// It ends here, for this reason; nothing more is asked.
    Over(Notice),
    /// The help cannot be given: the vote goes on without it.
    Alone(Notice),
}

/// The person's screen before the vote.
pub struct Confirming {
    what: What,
    stage: Stage,
    help: Option<Help>,
    consultation: Arc<Consultation>,
    language: Language,
    /// The row of the language with the focus, while it is being chosen.
    choosing: Option<usize>,
    idle: Duration,
}

impl Confirming {
    /// The declaration of who is not on the roll.
    pub fn declaration(
        form: RegistrationForm,
        birth: NaiveDate,
        desk: Registration,
        session: &Session,
    ) -> Self {
        let help = desk.visiting().help.clone();
        let what = What::Declaration {
            form,
            birth,
            desk: Box::new(desk),
        };
        Self::new(what, help, session)
    }

    /// The help of somebody else, for a person who is admitted.
    pub fn help(help: Help, session: &Session) -> Self {
        Self::new(What::Help(help), None, session)
    }

    fn new(what: What, help: Option<Help>, session: &Session) -> Self {
        let consultation = Arc::clone(&session.station.consultation);
        let first = consultation.languages.first().copied();
        let mut new = Self {
            what,
            stage: Stage::Asking { focus: None },
            help,
            consultation,
            language: first.unwrap_or(Language::It),
            choosing: None,
            idle: Duration::ZERO,
        };
        new.choosing = (new.languages().len() > 1).then_some(0);
        new
    }

    /// The language on the screen.
    pub fn language(&self) -> Language {
        self.language
    }

    fn languages(&self) -> Vec<Language> {
        languages(&self.consultation)
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) => match Press::of(key) {
                Some(press) => {
                    let paused = std::mem::take(&mut self.idle) >= PAUSE;
                    self.press(press, paused)
                }
                None => Step::stay(),
            },
            Input::Tick(time) => self.pass(time),
            Input::Done(done) => self.done(done),
            // A scanner confirms nothing.
            Input::Swift(_) | Input::Paste(_) => Step::stay(),
        }
    }

    /// `paused`: nothing was pressed for a moment, as by a person who has read the screen, and not
    /// by somebody who goes on typing what belongs to another one.
    fn press(&mut self, press: Press, paused: bool) -> Step {
        if let Some(focus) = self.choosing {
            self.choose_language(focus, press);
            return Step::stay();
        }
        match (&mut self.stage, press) {
            (Stage::Asking { .. } | Stage::Over(_), Press::Language) => {
                let all = self.languages();
                self.choosing = all.iter().position(|l| *l == self.language);
                Step::stay()
            }
            (Stage::Asking { .. }, Press::Leave) => self.decline(),
            (Stage::Asking { focus }, Press::Number(n @ 1..=2)) => {
                *focus = Some(n - 1);
                Step::stay()
            }
            (Stage::Asking { focus: Some(row) }, _) if press.acts() && paused => match row {
                0 => self.confirm(),
                _ => self.decline(),
            },
            (Stage::Asking { focus }, _) if press.moves() => {
                // The first key moves to the first row, whichever it is.
                *focus = Some(focus.map_or(0, |row| press.moved(row, 2)));
                Step::stay()
            }
            (Stage::Over(_), _) if press.acts() => self.give_back(),
            (Stage::Alone(_), _) if press.acts() => Step::to_voter(Some(self.language)),
            _ => Step::stay(),
        }
    }

    fn choose_language(&mut self, focus: usize, press: Press) {
        let languages = self.languages();
        let picked = match press {
            Press::Number(n) => languages.get(n.wrapping_sub(1)),
            _ if press.acts() => languages.get(focus),
            _ => None,
        };
        match picked {
            Some(language) => {
                self.language = *language;
                self.choosing = None;
            }
            None => self.choosing = Some(press.moved(focus, languages.len())),
        }
    }

    fn confirm(&mut self) -> Step {
        self.stage = Stage::Recording;
        Step::ask(match &self.what {
            What::Declaration { form, .. } => Job::Register(Box::new(form.clone())),
            What::Help(help) => Job::Assist {
                help: help.assistance.clone(),
                exception: help.exception,
            },
        })
    }

    /// A declaration that is not confirmed goes back to the desk, to be corrected; help that is
    /// not wanted is not given.
    fn decline(&mut self) -> Step {
        match &self.what {
            What::Declaration { .. } => {
                self.stage = Stage::Over(Notice::plain("confirming-not-recorded"));
                Step::stay()
            }
            What::Help(_) => Step::to_voter(Some(self.language)),
        }
    }

    fn done(&mut self, done: Done) -> Step {
        match (&self.stage, done) {
            (Stage::Recording, Done::Verdict(Verdict::Admitted { .. })) => {
                self.stage = Stage::HandingOver;
                return Step::ask(Job::HandOver);
            }
            (Stage::Recording, Done::Verdict(Verdict::Refused { why, .. })) => {
                self.stage = Stage::Over(why);
            }
            (Stage::HandingOver, Done::HandedOver) => match self.help.take() {
                None => return Step::to_voter(Some(self.language)),
                Some(help) => {
                    self.what = What::Help(help);
                    self.stage = Stage::Asking { focus: None };
                }
            },
            (Stage::Recording, Done::Assisted) => return Step::to_voter(Some(self.language)),
            (Stage::Recording, Done::HelpRefused { why, .. }) => self.stage = Stage::Alone(why),
            _ => {}
        }
        Step::stay()
    }

    /// The clerk could not do it: the right to vote is not used.
    pub fn failed(&mut self, key: &'static str) {
        self.stage = Stage::Over(Notice::plain(key));
    }

    /// Nobody answers for twice the time after which a voter is asked.
    fn pass(&mut self, time: Duration) -> Step {
        let patience = u64::from(self.consultation.limits.idle_seconds) * 2;
        if patience == 0 || matches!(self.stage, Stage::Recording | Stage::HandingOver) {
            return Step::stay();
        }
        self.idle += time;
        if self.idle < Duration::from_secs(patience) {
            return Step::stay();
        }
        self.give_back()
    }

    /// The screen waits for the operator's PIN. A declaration that was not recorded comes back
    /// with it; the admission of whoever walked away waits for them.
    fn give_back(&mut self) -> Step {
        let recorded = !matches!(
            &self.stage,
            Stage::Asking { .. }
                | Stage::Over(Notice {
                    key: "confirming-not-recorded",
                    ..
                })
        );
        let then = match &self.what {
            What::Declaration { desk, .. } if !recorded => {
                Some(Screen::Registration(Box::new((**desk).clone())))
            }
            _ => None,
        };
        let kept = then.is_some();
        let step = Step::go(Screen::Returning(Returning::before(then)));
        if kept {
            step
        } else {
            step.and(Job::LeaveVoter)
        }
    }
}
