//! The voter's room: from the language to "give the screen back".
//!
//! What holds here, whatever keys are pressed and whatever the method:
//! - nothing in this room's types can hold a name, a code or anything else of the desk;
//! - more than the method has room for can never be chosen, less than it needs cannot be sealed,
//!   and a blank ballot is a choice of its own, asked for twice;
//! - [`VoterEffect::Cast`] and [`VoterEffect::Open`] are given only for a ballot whose tracker was
//!   on the screen, only after the voter moved to that row, and never both for one ballot; an
//!   opening is asked for twice;
//! - [`VoterEffect::Cast`] is given at most once;
//! - "the vote is in the box" is shown only after [`VoterMsg::CastDone`], "the ballot is open"
//!   only after [`VoterMsg::Opened`];
//! - until the voter asks for an opening, nothing is different for who tests the machine;
//! - what was published by an opening is not kept as a choice: nobody casts it by a key too many;
//! - once the screen is given back, the model holds no choice and no tracker: the variant that
//!   could has been dropped.
//!
//! ```text
//! language -> welcome -> list <-> details        F9 leave: the right to vote is neither
//!               ^         |  `--> how much?          spent nor lost
//!               |         |  `--> blank?
//!               |       review -> sealing -> offer -> casting -> slip -> give back
//!               |         ^--------------------'  |        `--> failed --^
//!               |         |                     open?
//!               |         |                       |
//!               |         `------- failed <-- opening
//!               `- nothing chosen any more --- opened
//! ```
//!
//! One model serves one voter. [`VoterModel::update`] does no I/O: it answers with effects, and
//! what comes of them returns as messages.

mod booth;
pub(super) mod keys;
mod messages;
pub(super) mod order;
pub(super) mod overlays;
mod press;
pub(super) mod screens;
mod selections;
mod sounds;
pub(super) mod speech;
#[cfg(test)]
mod tests;
mod turning;

pub(super) use booth::Overlay;

pub use crate::ballot::Answer;
pub use keys::Press;
pub use messages::{Space, VoterEffect, VoterMsg};

use crate::consultation::Consultation;
use crate::i18n::Language;
use crate::tui::appearance::{Appearance, Reads};
use crate::tui::theme::{Glyphs, Theme};
use booth::Booth;
use order::Order;
use ratatui::Frame;
use ratatui::layout::Rect;
use speech::{Said, Spoken, Why};
use std::fmt;
use std::sync::Arc;
use turning::Whereabouts;

/// The state of one voter's screen.
pub struct VoterModel {
    stage: Stage,
    spoken: Spoken<At>,
}

/// Which page of which screen: two of the same are the same.
type At = Option<(Whereabouts, usize)>;

/// Where something can be pointed at, and what that does.
pub type Target = (Rect, Press);

enum Stage {
    Voting(Box<Booth>),
    Over(Over),
}

/// What is left when a voter is done.
struct Over {
    consultation: Arc<Consultation>,
    language: Language,
    appearance: Appearance,
    /// Whether the machine can speak.
    speaks: bool,
    ending: Ending,
}

impl Over {
    fn reads(&self) -> Reads {
        Reads {
            language: self.language,
            appearance: self.appearance,
        }
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// The vote is in the box.
    Voted,
    /// Closed by the voter.
    Left,
    /// Nobody touched the keys.
    Deserted,
    /// The vote could not be put into the box.
    Failed,
}

impl VoterModel {
    /// A fresh screen for one voter. `board` is the address at which trackers can be looked up,
    /// in a form that a person can type.
    pub fn new(consultation: Arc<Consultation>, language: Language, board: String) -> Self {
        Self {
            stage: Stage::Voting(Box::new(Booth::new(consultation, language, board))),
            spoken: Spoken::default(),
        }
    }

    /// The same, for a voter who has chosen how to read already.
    pub fn for_reader(consultation: Arc<Consultation>, reads: Reads, board: String) -> Self {
        let mut booth = Booth::new(consultation, reads.language, board);
        booth.appearance = reads.appearance;
        booth.overlay = None;
        Self {
            stage: Stage::Voting(Box::new(booth)),
            spoken: Spoken::default(),
        }
    }

    /// Where the consultation says so, options stand in another order for each voter.
    pub fn shuffle(&mut self, seed: u64) {
        if let Stage::Voting(booth) = &mut self.stage {
            let questions = booth.consultation.questions.iter();
            booth.orders = questions.map(|q| Order::of(q, seed)).collect();
        }
    }

    /// Takes in what happened and says what is to be done. No I/O.
    pub fn update(&mut self, msg: VoterMsg) -> Vec<VoterEffect> {
        let press = match &msg {
            VoterMsg::Key(key) => Press::of(*key),
            VoterMsg::Pointed(press) => Some(*press),
            _ => None,
        };
        let mut effects = self.take(msg);
        let why = match (press, &self.stage) {
            (Some(Press::Again), _) => Why::Again,
            (Some(_), Stage::Voting(booth)) => Why::Key {
                answered: booth.answered(),
            },
            _ => Why::Event,
        };
        let said = self.said();
        effects.extend(self.spoken.follow(said, why));
        effects
    }

    /// What can be heard; `None` without a voice.
    fn said(&self) -> Option<Said<At>> {
        let (at, reads, voice) = match &self.stage {
            Stage::Voting(booth) => (
                Some((booth.whereabouts(), booth.page)),
                booth.reads(),
                booth.can_speak(),
            ),
            Stage::Over(over) => (None, over.reads(), over.speaks),
        };
        speech::is_on(reads, voice).then(|| {
            let framed = self.framed();
            Said {
                at,
                reads,
                heard: framed.heard(),
                keys: framed.heard_keys(),
            }
        })
    }

    fn framed(&self) -> screens::Framed<'_> {
        match &self.stage {
            Stage::Voting(booth) => screens::framed_here(booth),
            Stage::Over(over) => {
                let area = Space::default().area();
                screens::framed_over(over, Theme::new(Glyphs::Unicode), area)
            }
        }
    }

    fn take(&mut self, msg: VoterMsg) -> Vec<VoterEffect> {
        match &mut self.stage {
            Stage::Voting(booth) => {
                let effects = booth.update(msg);
                if let Some(ending) = booth.ended() {
                    self.stage = Stage::Over(Over {
                        consultation: booth.consultation(),
                        language: booth.language(),
                        appearance: booth.appearance,
                        speaks: booth.can_speak(),
                        ending,
                    });
                }
                effects
            }
            // A ballot that was still being sealed when the voter left: nobody wants it.
            Stage::Over(_) if matches!(msg, VoterMsg::Sealed { .. }) => vec![VoterEffect::WipeSeal],
            Stage::Over(_) => Vec::new(),
        }
    }

    /// Draws the screen, and says what can be pointed at; `now` is the clock as it is to be shown.
    pub fn view(&self, frame: &mut Frame<'_>, theme: Theme, now: &str) -> Vec<Target> {
        let area = frame.area();
        let framed = match &self.stage {
            Stage::Voting(booth) => screens::framed(booth, theme, area),
            Stage::Over(over) => screens::framed_over(over, theme, area),
        };
        let targets = framed.draw(frame, now);
        theme.settle(frame);
        targets
    }

    /// Whether the voter is done: the screen waits for the staff, and keys belong to them.
    pub fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Over(_))
    }

    /// The language on the screen, for what the staff's lock shows next.
    pub fn language(&self) -> Language {
        match &self.stage {
            Stage::Voting(booth) => booth.language(),
            Stage::Over(over) => over.language,
        }
    }
}

/// What tests look at, and set, from outside.
#[cfg(test)]
impl VoterModel {
    fn pages(&self) -> usize {
        match &self.stage {
            Stage::Voting(booth) => screens::framed_here(booth).paging().pages,
            Stage::Over(_) => 1,
        }
    }

    fn turn_to(&mut self, page: usize) {
        if let Stage::Voting(booth) = &mut self.stage {
            booth.page = page;
        }
    }

    fn look(&mut self, language: Language, appearance: Appearance) {
        match &mut self.stage {
            Stage::Voting(booth) => {
                booth.language = language;
                booth.appearance = appearance;
            }
            Stage::Over(over) => {
                over.language = language;
                over.appearance = appearance;
                // What the machine could do when it ended: here it can speak.
                over.speaks = true;
            }
        }
    }
}

impl fmt::Debug for VoterModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VoterModel(..)")
    }
}
