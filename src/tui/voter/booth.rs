//! The state of a vote in progress, and what messages other than keys do to it.

use super::Ending;
use super::keys::Press;
use super::messages::{Space, VoterEffect, VoterMsg};
use super::order::Order;
use super::selections::Selections;
use crate::consultation::Consultation;
use crate::i18n::Language;
use crate::tui::appearance::{Appearance, Reads};
use crate::tui::facts::PrintState;
use crate::tui::widgets::qr_code;
use crate::tui::words::languages;
use qrcode::QrCode;
use std::ops::Range;
use std::sync::Arc;

/// Seconds in which the question whether anybody is there can be answered.
const ANSWER: u32 = 30;

/// So many options of an opened ballot stand on a page: they fit the smallest screen, even with
/// titles of two lines.
const INSIDE: usize = 5;

/// Everything between the hand-over and the screen given back.
pub(super) struct Booth {
    pub(super) consultation: Arc<Consultation>,
    pub(super) language: Language,
    pub(super) appearance: Appearance,
    pub(super) space: Space,
    /// Which page of the screen is shown, where one is not enough.
    pub(super) page: usize,
    /// Where trackers can be looked up.
    pub(super) board: String,
    pub(super) selections: Selections,
    /// Where each question's options stand, for this voter.
    pub(super) orders: Vec<Order>,
    pub(super) screen: Screen,
    /// A question on top of the screen; it gets the keys.
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<Notice>,
    /// The language is still to be chosen, once the appearance is.
    pub(super) language_next: bool,
    /// How the slip on paper stands.
    pub(super) paper: PrintState,
    /// The number that is being typed to find an option.
    pub(super) typed: Option<usize>,
    /// The review was reached: lists lead back to it.
    pub(super) reviewed: bool,
    idle: u32,
    pub(super) ended: Option<Ending>,
}

/// What is on the screen.
pub(super) enum Screen {
    Welcome,
    /// Rows: the options, then "blank" where it is allowed, then "go on".
    List {
        question: usize,
        focus: usize,
    },
    Details {
        question: usize,
        option: usize,
    },
    /// Points or a score for an option. Rows: from 0 to what there is room for.
    Amount {
        question: usize,
        option: usize,
        /// None of a score that is not given yet: a key pressed twice must not give one.
        focus: Option<u32>,
        /// The last key was a digit: another one continues the number.
        typed: bool,
    },
    /// Rows: no, yes.
    Blank {
        question: usize,
        focus: usize,
    },
    /// Rows: "change" for each question, then "confirm" if nothing is missing.
    Review {
        focus: usize,
    },
    Sealing,
    SealFailed,
    /// Rows: cast, change, open. None has the focus at first: a key pressed twice must not cast.
    Offer {
        sealed: Sealed,
        focus: Option<usize>,
    },
    /// Open it, really? Rows: no, yes.
    AskOpen {
        sealed: Sealed,
        focus: usize,
    },
    Opening {
        sealed: Sealed,
    },
    /// The ballot is open: what was in it, page by page.
    Inside {
        sealed: Sealed,
        page: usize,
    },
    /// The ballot is open: its code. Rows: back to what was in it, vote.
    Opened {
        sealed: Sealed,
        focus: usize,
    },
    OpenFailed,
    Casting {
        sealed: Sealed,
    },
    Slip {
        sealed: Sealed,
    },
    CastFailed,
}

/// What is known of a sealed ballot.
#[derive(Default)]
pub(super) struct Sealed {
    pub(super) tracker: String,
    pub(super) qr: Option<Arc<QrCode>>,
}

/// A question on top of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) enum Overlay {
    /// Rows: the languages.
    Language { focus: usize },
    /// Rows: size, colours, voice, done.
    Appearance { focus: usize },
    /// Is the voice heard in the headphones? Rows: no, yes.
    Headphones { focus: usize },
    /// Leave without voting? Rows: no, yes.
    Leave { focus: usize },
    /// Code noted down? Rows: no, yes.
    Finish { focus: usize },
    /// Is anybody there? Any key answers.
    Idle,
}

/// A sentence about the last key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notice {
    /// As many as allowed are chosen, or all points are given.
    Full,
    /// The option costs more than is left.
    TooDear,
    /// An option was chosen: the ballot is no longer blank.
    NoLongerBlank,
    /// Enter, before a row was chosen where none has the focus at first.
    MoveFirst,
}

impl Booth {
    pub(super) fn new(consultation: Arc<Consultation>, language: Language, board: String) -> Self {
        let mut booth = Self {
            selections: Selections::new(&consultation),
            orders: consultation.questions.iter().map(Order::listed).collect(),
            consultation,
            language,
            appearance: Appearance::default(),
            space: Space::default(),
            page: 0,
            board,
            screen: Screen::Welcome,
            overlay: None,
            notice: None,
            language_next: false,
            paper: PrintState::NoPrinter,
            typed: None,
            reviewed: false,
            idle: 0,
            ended: None,
        };
        if booth.languages().len() > 1 {
            booth.ask_language();
        }
        booth
    }

    pub(super) fn update(&mut self, msg: VoterMsg) -> Vec<VoterEffect> {
        match (msg, &self.screen) {
            (VoterMsg::Key(key), _) => {
                let Some(press) = Press::of(key) else {
                    return Vec::new();
                };
                self.idle = 0;
                return self.turn_or_press(press);
            }
            (VoterMsg::Pointed(press), _) => {
                self.idle = 0;
                return self.turn_or_press(press);
            }
            (VoterMsg::Shown(space), _) => self.space = space,
            (VoterMsg::Paper(state), _) => self.paper = state,
            (VoterMsg::Tick, _) => {
                let mut effects = self.tick();
                if self.paper == PrintState::Going && self.ended.is_none() {
                    effects.push(VoterEffect::AskPaper);
                }
                return effects;
            }
            (
                VoterMsg::Sealed {
                    tracker_text,
                    qr_text,
                },
                Screen::Sealing,
            ) => {
                let sealed = Sealed {
                    tracker: tracker_text,
                    qr: qr_code(&qr_text),
                };
                self.screen = Screen::Offer {
                    sealed,
                    focus: None,
                };
            }
            (VoterMsg::SealFailed, Screen::Sealing) => self.screen = Screen::SealFailed,
            (VoterMsg::CastDone, Screen::Casting { .. }) => {
                let sealed = self.take_sealed();
                self.screen = Screen::Slip { sealed };
            }
            (VoterMsg::CastFailed, Screen::Casting { .. }) => {
                self.screen = Screen::CastFailed;
                return vec![VoterEffect::WipeSeal];
            }
            (VoterMsg::Opened, Screen::Opening { .. }) => {
                let sealed = self.take_sealed();
                self.screen = Screen::Inside { sealed, page: 0 };
            }
            (VoterMsg::OpenFailed, Screen::Opening { .. }) => {
                self.screen = Screen::OpenFailed;
                return vec![VoterEffect::WipeSeal];
            }
            // Late or repeated answers change nothing.
            _ => {}
        }
        Vec::new()
    }

    /// The option at a place of a question's list.
    pub(super) fn option_at(&self, question: usize, place: usize) -> usize {
        let order = self.orders.get(question);
        order.map_or(place, |order| order.option_at(place))
    }

    /// The place of an option in its question's list.
    pub(super) fn place_of(&self, question: usize, option: usize) -> usize {
        let order = self.orders.get(question);
        order.map_or(option, |order| order.place_of(option))
    }

    /// Whether the machine can speak.
    pub(super) fn can_speak(&self) -> bool {
        self.space.voice
    }

    /// How the voter reads.
    pub(super) fn reads(&self) -> Reads {
        Reads {
            language: self.language,
            appearance: self.appearance,
        }
    }

    /// Whether the last key has an answer on the screen, even if the same stood there before it.
    pub(super) fn answered(&self) -> bool {
        self.overlay.is_none() && (self.notice.is_some() || self.typed.is_some())
    }

    /// The ballot that this screen is about, for the screen that comes next.
    pub(super) fn take_sealed(&mut self) -> Sealed {
        match &mut self.screen {
            Screen::Offer { sealed, .. }
            | Screen::AskOpen { sealed, .. }
            | Screen::Opening { sealed }
            | Screen::Inside { sealed, .. }
            | Screen::Opened { sealed, .. }
            | Screen::Casting { sealed }
            | Screen::Slip { sealed } => std::mem::take(sealed),
            _ => Sealed::default(),
        }
    }

    /// The pages on which an opened ballot is read.
    pub(super) fn pages_inside(&self) -> Vec<(usize, Range<usize>)> {
        self.selections.pages(INSIDE)
    }

    /// Whether a ballot is being sealed, cast or opened: nothing may come between.
    fn is_waiting(&self) -> bool {
        matches!(
            self.screen,
            Screen::Sealing | Screen::Casting { .. } | Screen::Opening { .. }
        )
    }

    /// Asks whether anybody is there after a while without keys, and gives the screen back after
    /// half a minute without an answer. Never while something is being sealed, cast or opened.
    fn tick(&mut self) -> Vec<VoterEffect> {
        let patience = self.consultation.limits.idle_seconds;
        if patience == 0 || self.is_waiting() {
            return Vec::new();
        }
        self.idle += 1;
        let asked = self.overlay == Some(Overlay::Idle);
        if self.idle < if asked { ANSWER } else { patience } {
            return Vec::new();
        }
        self.idle = 0;
        if asked {
            return self.end(match self.screen {
                Screen::Slip { .. } => Ending::Voted,
                Screen::CastFailed => Ending::Failed,
                _ => Ending::Deserted,
            });
        }
        self.overlay = Some(Overlay::Idle);
        Vec::new()
    }

    /// Gives the screen back.
    pub(super) fn end(&mut self, ending: Ending) -> Vec<VoterEffect> {
        self.ended = Some(ending);
        self.selections.forget();
        let give_back = VoterEffect::GiveBack {
            voted: ending == Ending::Voted,
        };
        match self.screen {
            Screen::Sealing | Screen::Offer { .. } | Screen::AskOpen { .. } => {
                vec![VoterEffect::WipeSeal, give_back]
            }
            _ => vec![give_back],
        }
    }

    pub(super) fn ended(&self) -> Option<Ending> {
        self.ended
    }

    pub(super) fn consultation(&self) -> Arc<Consultation> {
        Arc::clone(&self.consultation)
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Languages that the consultation names and that have texts.
    pub(super) fn languages(&self) -> Vec<Language> {
        languages(&self.consultation)
    }

    pub(super) fn ask_language(&mut self) {
        self.overlay = Some(self.tastes().ask_language());
    }
}
