//! What a screen for voters says, described once: it is drawn in every text size, heard, and
//! pointed at from the same description, so that nobody gets another screen than the rest.
//!
//! Invariants:
//! - nothing is left out: what does not fit is on a page of its own ([`Reading::paging`]), a text longer
//!   than a page is cut between its lines, and rows to choose from stand after everything that is said
//!   about them;
//! - what is heard is what is shown, page by page and in the same order;
//! - a part looks the same wherever it stands; only the size changes how much fits.

mod big;
mod blocks;
mod draw;
mod heard;
mod layout;
mod lines;
mod list;
mod strip;
#[cfg(test)]
pub(in crate::tui) mod tests;

pub use blocks::Paging;
pub use draw::draw;
pub use heard::{Heard, RowWords, sentence};

use crate::tui::theme::Theme;
use crate::tui::widgets::{Choice, Tone};
use qrcode::QrCode;
use ratatui::style::Style;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How large letters are. A terminal has one font: larger letters are blocks.
///
/// On a screen of 80 columns by 24 rows there are two sizes that can be read, the terminal's own and
/// block letters of nineteen to a line: large is bold there, and says so. On a wide screen, whose own
/// letters are smaller, large is in those blocks, with several rows to choose from on a page, and very
/// large in blocks of twice the width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// As much as fits.
    #[default]
    Normal,
    /// In block letters where the screen is wide; else bold, with space around each row.
    Large,
    /// Everything in block letters. (The Linux console has only letters of eight rows: where they leave
    /// no room for more than a word, texts are bold, with space around them.)
    VeryLarge,
}

/// With which emphasis a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// What is read.
    Text,
    /// What may be skipped.
    Dim,
    /// The first line of what is said.
    Title,
    /// What the keys do, an address.
    Key,
    /// Something to look at.
    Warn,
    /// Something done.
    Good,
    /// Something refused.
    Bad,
}

impl Ink {
    fn style(self, theme: Theme) -> Style {
        match self {
            Self::Text => theme.text(),
            Self::Dim => theme.dim(),
            Self::Title => theme.title(),
            Self::Key => theme.key(),
            Self::Warn => theme.warn(),
            Self::Good => theme.good(),
            Self::Bad => theme.bad(),
        }
    }
}

/// Rows to choose from.
#[derive(Clone)]
pub enum Rows {
    /// Each of them, in order.
    Listed(Vec<Choice>),
    /// So many, made when they are shown: there may be a million.
    Counted(u32, Arc<dyn Fn(u32) -> Choice>),
}

impl Rows {
    fn len(&self) -> usize {
        match self {
            Self::Listed(rows) => rows.len(),
            Self::Counted(n, ..) => usize::try_from(*n).unwrap_or(usize::MAX),
        }
    }

    fn row(&self, n: usize) -> Option<Choice> {
        match self {
            Self::Listed(rows) => rows.get(n).cloned(),
            Self::Counted(count, make) => {
                u32::try_from(n).ok().filter(|n| n < count).map(|n| make(n))
            }
        }
    }
}

#[derive(Clone)]
enum Part {
    Text(Ink, String),
    /// A sign, then text that stays to the right of it.
    Item {
        indent: u16,
        sign: String,
        sign_ink: Ink,
        ink: Ink,
        text: String,
    },
    /// A code to copy sign by sign.
    Code(String),
    Gap,
    /// Rows kept free even where there is less to say: what follows does not jump.
    Kept(u16, Option<(Ink, String)>),
    Panel {
        tone: Tone,
        title: String,
        lines: Vec<String>,
    },
    Rows {
        rows: Rows,
        focus: Option<usize>,
    },
}

/// A screen in words. Parts stand from top to bottom in the order in which they are added.
#[derive(Clone, Default)]
pub struct Reading {
    parts: Vec<Part>,
    /// Where what belongs to the rows begins; before it, text may be on pages of its own.
    tail: Option<usize>,
    qr: Option<Arc<QrCode>>,
    /// The part that says how the choice stands, and the same in brief.
    standing: Option<(usize, Vec<String>)>,
    /// No key turns its pages.
    at_once: bool,
    /// What is heard in place of a part, where a voice says it otherwise.
    heard: BTreeMap<usize, String>,
}

impl Reading {
    /// The heading of a screen.
    pub fn title(&mut self, text: impl Into<String>) -> &mut Self {
        self.text(Ink::Title, text)
    }

    /// A paragraph.
    pub fn text(&mut self, ink: Ink, text: impl Into<String>) -> &mut Self {
        self.parts.push(Part::Text(ink, text.into()));
        self
    }

    /// How the choice stands, in a sentence; in brief where it stands beside a row in block letters.
    pub fn standing(&mut self, text: impl Into<String>, brief: Vec<String>) -> &mut Self {
        self.standing = Some((self.parts.len(), brief));
        self.text(Ink::Text, text)
    }

    /// Everything on one page: every key does something else than turning it.
    pub fn at_once(&mut self) -> &mut Self {
        self.at_once = true;
        self
    }

    /// What is heard in place of the part just added; an empty text is silence.
    pub fn heard_as(&mut self, said: impl Into<String>) -> &mut Self {
        if let Some(last) = self.parts.len().checked_sub(1) {
            self.heard.insert(last, said.into());
        }
        self
    }

    /// An empty line.
    pub fn gap(&mut self) -> &mut Self {
        self.parts.push(Part::Gap);
        self
    }

    /// An item of a list that nobody chooses from: a sign, then its text.
    pub fn item(
        &mut self,
        indent: u16,
        (sign_ink, sign): (Ink, &str),
        ink: Ink,
        text: impl Into<String>,
    ) -> &mut Self {
        self.parts.push(Part::Item {
            indent,
            sign: sign.to_owned(),
            sign_ink,
            ink,
            text: text.into(),
        });
        self
    }

    /// A code to be copied, on a line of its own.
    pub fn code(&mut self, code: &str) -> &mut Self {
        self.parts.push(Part::Code(code.to_owned()));
        self
    }

    /// A QR code at the right of the first page, where it fits; not heard.
    pub fn qr(&mut self, code: Option<&Arc<QrCode>>) -> &mut Self {
        self.qr = code.cloned();
        self
    }

    /// A sentence for which so many rows are kept.
    pub fn kept(&mut self, rows: u16, sentence: Option<(Ink, String)>) -> &mut Self {
        self.parts.push(Part::Kept(rows, sentence));
        self
    }

    /// The big box with one answer in it.
    pub fn panel(&mut self, tone: Tone, title: String, lines: Vec<String>) -> &mut Self {
        self.parts.push(Part::Panel { tone, title, lines });
        self
    }

    /// From here on everything stands beside the rows, on the last page.
    pub fn with_rows(&mut self) -> &mut Self {
        self.tail.get_or_insert(self.parts.len());
        self
    }

    /// Rows to choose from; `focus` counts from the first of these rows.
    pub fn rows(&mut self, rows: Vec<Choice>, focus: Option<usize>) -> &mut Self {
        self.any_rows(Rows::Listed(rows), focus)
    }

    /// Rows that are actions.
    pub fn actions(&mut self, rows: Vec<String>, focus: Option<usize>) -> &mut Self {
        let rows = rows.into_iter().map(Choice::action).collect();
        self.rows(rows, focus)
    }

    /// Rows of any kind.
    pub fn any_rows(&mut self, rows: Rows, focus: Option<usize>) -> &mut Self {
        self.with_rows();
        self.parts.push(Part::Rows { rows, focus });
        self
    }
}

/// Where a reading is shown.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// Signs and colours.
    pub theme: Theme,
    /// How large.
    pub size: Size,
    /// Columns of the body.
    pub width: u16,
    /// Rows of the body.
    pub height: u16,
}

/// Every text that has to be on the screen, for tests.
#[cfg(test)]
impl Reading {
    pub(in crate::tui) fn texts(&self) -> Vec<String> {
        let mut texts = Vec::new();
        for part in &self.parts {
            match part {
                Part::Text(_, text) | Part::Code(text) | Part::Item { text, .. } => {
                    texts.push(text.clone());
                }
                Part::Kept(_, Some((_, text))) => texts.push(text.clone()),
                Part::Panel { title, lines, .. } => {
                    texts.push(title.clone());
                    texts.extend(lines.clone());
                }
                Part::Gap | Part::Kept(_, None) | Part::Rows { .. } => {}
            }
        }
        texts.extend(self.focus().and_then(|n| Some(self.row(n)?.text)));
        texts
    }
}
