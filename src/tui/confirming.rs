//! The person reads what the desk wrote, on the screen turned to them, and confirms it: the
//! declaration of who is not on the roll, with the privacy notice; the help at the screen.
//!
//! Invariants: nothing is recorded before "I confirm"; keys here reach nothing of the operators';
//! whoever walks away leaves nothing behind, and the operator's PIN follows; how the person reads goes
//! on into the vote, and no further.
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

mod course;
mod screen;

use super::appearance::{Appearance, Reads};
use super::facts::Notice;
use super::model::Session;
use super::operator::registration::Registration;
use super::operator::visiting::Help;
use super::step::{Input, Step};
use super::voter::keys::Press;
use super::voter::overlays::Tastes;
use super::voter::speech::{Spoken, Why};
use super::voter::{Overlay, Space};
use super::words::languages;
use super::work::RegistrationForm;
use crate::consultation::Consultation;
use crate::i18n::Language;
use chrono::NaiveDate;
use std::sync::Arc;
use std::time::Duration;

/// A person who reads before confirming takes longer.
const PAUSE: Duration = Duration::from_millis(200);

/// Rows: confirm, do not confirm.
const ROWS: usize = 2;

/// The declaration was not confirmed.
const NOT_RECORDED: &str = "confirming-not-recorded";
/// The person left without voting.
const LEFT: &str = "voter-over-left";

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
    reads: Reads,
    space: Space,
    /// Which page is read, where one is not enough.
    page: usize,
    /// A question about how one reads, or whether to leave, on top of the screen; it gets the keys.
    overlay: Option<Overlay>,
    /// The language is still to be chosen, once the appearance is.
    language_next: bool,
    /// The last key would have acted on a row, before one had the focus.
    too_soon: bool,
    idle: Duration,
    spoken: Spoken<screen::At>,
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
            reads: Reads {
                language: first.unwrap_or(Language::It),
                appearance: Appearance::default(),
            },
            space: Space::default(),
            page: 0,
            overlay: None,
            language_next: false,
            too_soon: false,
            idle: Duration::ZERO,
            spoken: Spoken::default(),
        };
        new.ask_language();
        new
    }

    /// The language on the screen.
    pub fn language(&self) -> Language {
        self.reads.language
    }

    fn languages(&self) -> Vec<Language> {
        languages(&self.consultation)
    }

    /// Where it is shown.
    pub fn shown(&mut self, space: Space) -> Step {
        self.space = space;
        self.aloud(Step::stay(), Why::Event)
    }

    /// Takes an input.
    pub fn update(&mut self, input: Input) -> Step {
        match input {
            Input::Key(key) => match Press::of(key) {
                Some(press) => {
                    let paused = std::mem::take(&mut self.idle) >= PAUSE;
                    self.pressed(press, paused)
                }
                None => Step::stay(),
            },
            Input::Tick(time) => {
                let step = self.pass(time);
                // Time changes nothing on the screen until it takes it away.
                match step.go {
                    Some(_) => self.aloud(step, Why::Event),
                    None => step,
                }
            }
            Input::Done(done) => {
                let step = self.done(done);
                self.aloud(step, Why::Event)
            }
            // A scanner confirms nothing.
            Input::Swift(_) | Input::Paste(_) => Step::stay(),
        }
    }

    /// Takes what was pointed at. Nobody types with a pointer what belongs to another screen.
    pub fn pointed(&mut self, press: Press) -> Step {
        self.idle = Duration::ZERO;
        self.pressed(press, true)
    }

    fn pressed(&mut self, press: Press, paused: bool) -> Step {
        let (before, was) = (self.at(), self.framed_here().paging());
        let step = self.turn_or_press(press, paused);
        let now = self.framed_here().paging();
        if self.at().0 != before.0 {
            self.page = 0;
        } else if now.focus != was.focus {
            self.page = now.rows;
        }
        let why = match press {
            Press::Again => Why::Again,
            press => Why::Key {
                answered: self.too_soon || (press.acts() && !paused),
            },
        };
        self.aloud(step, why)
    }

    /// `paused`: nothing was pressed for a moment, as by a person who has read the screen, and not
    /// by somebody who goes on typing what belongs to another one.
    fn turn_or_press(&mut self, press: Press, paused: bool) -> Step {
        self.too_soon = false;
        let paging = self.framed_here().paging();
        if press.turns(&mut self.page, paging) {
            return Step::stay();
        }
        if let Some(overlay) = self.overlay.take() {
            return self.press_overlay(overlay, press);
        }
        if matches!(self.stage, Stage::Recording | Stage::HandingOver) {
            return Step::stay();
        }
        match press {
            Press::Language => self.ask_language(),
            Press::Appearance => self.overlay = Some(Overlay::Appearance { focus: 0 }),
            Press::Leave if !matches!(self.stage, Stage::Over(_)) => {
                self.overlay = Some(Overlay::Leave { focus: 0 });
            }
            press => return self.press_screen(press, paused),
        }
        Step::stay()
    }

    fn press_screen(&mut self, press: Press, paused: bool) -> Step {
        match (&mut self.stage, press) {
            (Stage::Asking { focus }, Press::Number(n @ 1..=ROWS)) => *focus = Some(n - 1),
            (Stage::Asking { focus }, Press::Row(row @ 0..ROWS)) => {
                *focus = Some(row);
                return self.choose(row);
            }
            (Stage::Asking { focus: Some(row) }, _) if press.acts() && paused => {
                let row = *row;
                return self.choose(row);
            }
            (Stage::Asking { focus: None }, _) if press.acts() => self.too_soon = true,
            // The first key moves to the first row, whichever it is.
            (Stage::Asking { focus }, _) if press.moves() => {
                *focus = Some(focus.map_or(0, |row| press.moved(row, ROWS)));
            }
            // What came before: the language, where there is one to choose.
            (Stage::Asking { .. }, Press::Back) => self.ask_language(),
            (Stage::Over(_), _) if press.acts() => return self.give_back(),
            (Stage::Alone(_), _) if press.acts() => return Step::to_voter(Some(self.reads)),
            _ => {}
        }
        Step::stay()
    }

    fn choose(&mut self, row: usize) -> Step {
        if row == 0 {
            self.confirm()
        } else {
            self.decline()
        }
    }

    /// The overlay was taken off; it is put back unless the key answers it.
    fn press_overlay(&mut self, overlay: Overlay, press: Press) -> Step {
        let (overlay, press) = match press {
            Press::Row(row) => (overlay.on(row), Press::Choose),
            press => (overlay, press),
        };
        match overlay {
            Overlay::Leave { .. } if press == Press::Language => self.ask_language(),
            Overlay::Leave { focus: 1 } if press.acts() => {
                self.stage = Stage::Over(Notice::plain(LEFT));
            }
            Overlay::Leave { .. } if press.acts() || press == Press::Back => {}
            Overlay::Leave { focus } => {
                let focus = press.moved(focus, 2);
                self.overlay = Some(Overlay::Leave { focus });
            }
            other => self.overlay = self.tastes().answer(other, press),
        }
        Step::stay()
    }

    fn tastes(&mut self) -> Tastes<'_> {
        Tastes {
            languages: self.languages(),
            can_speak: self.space.voice,
            language: &mut self.reads.language,
            appearance: &mut self.reads.appearance,
            language_next: &mut self.language_next,
        }
    }

    fn ask_language(&mut self) {
        if self.languages().len() > 1 {
            self.overlay = Some(self.tastes().ask_language());
        }
    }

    /// A step with what is to be heard of it.
    fn aloud(&mut self, step: Step, why: Why) -> Step {
        let leaves = step.go.is_some() || step.hand_over.is_some();
        let now = if leaves { None } else { self.said() };
        Step {
            said: self.spoken.follow(now, why),
            ..step
        }
    }
}
