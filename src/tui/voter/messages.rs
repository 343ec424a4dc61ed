//! What comes into the voter's room and what goes out of it. Neither is shown by `Debug` beyond
//! its name: keys are the vote.

use super::keys::Press;
use crate::ballot::Answer;
use crate::i18n::Language;
use crate::tui::appearance::Voice;
use crate::tui::facts::PrintState;
use crate::tui::theme::Glyphs;
use crate::tui::widgets::{MIN_COLUMNS, MIN_ROWS};
use crossterm::event::KeyEvent;
use std::fmt;

/// What happened.
#[derive(Clone)]
pub enum VoterMsg {
    /// A key.
    Key(KeyEvent),
    /// Something was pointed at.
    Pointed(Press),
    /// Where the screen is shown.
    Shown(Space),
    /// The ballot is sealed.
    Sealed {
        /// The tracker in four groups: `K7QM-2X9D-4HTW-P3VA`.
        tracker_text: String,
        /// What the QR code holds.
        qr_text: String,
    },
    /// The ballot could not be sealed.
    SealFailed,
    /// The ballot is in the box, on disk.
    CastDone,
    /// The ballot is not in the box; the admission is not spent.
    CastFailed,
    /// The ballot is on record as opened; the admission is not spent.
    Opened,
    /// The ballot is neither opened nor in the box; the admission is not spent.
    OpenFailed,
    /// How the paper slip stands.
    Paper(PrintState),
    /// A second has passed.
    Tick,
}

/// The terminal that a voter has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
    /// Which signs it draws.
    pub glyphs: Glyphs,
    /// Whether there is a voice.
    pub voice: bool,
}

impl Default for Space {
    fn default() -> Self {
        Self {
            columns: MIN_COLUMNS,
            rows: MIN_ROWS,
            glyphs: Glyphs::Unicode,
            voice: false,
        }
    }
}

/// What is to be done.
#[derive(Clone, PartialEq, Eq)]
pub enum VoterEffect {
    /// Seal these answers, one for each question in order; answer with `Sealed` or
    /// `SealFailed`.
    Seal(Vec<Answer>),
    /// Put the sealed ballot into the box; answer with `CastDone` or `CastFailed`.
    Cast,
    /// Open the sealed ballot instead of casting it; answer with `Opened` or `OpenFailed`.
    Open,
    /// Forget the sealed ballot.
    WipeSeal,
    /// Say this, instead of what is being said.
    Say {
        /// In which language.
        language: Language,
        /// How quickly; never [`Voice::Off`].
        voice: Voice,
        /// What.
        text: String,
    },
    /// Say nothing more.
    Hush,
    /// How does the paper slip stand? Answer with `Paper`.
    AskPaper,
    /// The voter is done; the screen waits for the staff.
    GiveBack {
        /// Whether the vote is in the box.
        voted: bool,
    },
}

impl fmt::Debug for VoterMsg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Key(_) => "Key(..)",
            Self::Pointed(_) => "Pointed(..)",
            Self::Shown(_) => "Shown",
            Self::Sealed { .. } => "Sealed(..)",
            Self::SealFailed => "SealFailed",
            Self::CastDone => "CastDone",
            Self::CastFailed => "CastFailed",
            Self::Opened => "Opened",
            Self::OpenFailed => "OpenFailed",
            Self::Paper(_) => "Paper",
            Self::Tick => "Tick",
        })
    }
}

impl fmt::Debug for VoterEffect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seal(_) => f.write_str("Seal(..)"),
            Self::Cast => f.write_str("Cast"),
            Self::Open => f.write_str("Open"),
            Self::WipeSeal => f.write_str("WipeSeal"),
            Self::Say { .. } => f.write_str("Say(..)"),
            Self::Hush => f.write_str("Hush"),
            Self::AskPaper => f.write_str("AskPaper"),
            Self::GiveBack { voted } => write!(f, "GiveBack {{ voted: {voted} }}"),
        }
    }
}
