//! What a printed paper is, before anybody knows how wide it is.

use super::Columns;
use super::rows::{Row, rows};
use zeroize::Zeroizing;

/// How a line is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As usual.
    Plain,
    /// Bold.
    Strong,
    /// Bold, twice as high, in the middle.
    Title,
    /// Bold, twice as high and, where the paper has room for it on one row, twice as wide, in the
    /// middle: what is copied by hand.
    Code,
}

pub(super) enum Item {
    Text(Zeroizing<String>, Style),
    Pair(String, String),
    Gap,
    Rule,
    Qr(Zeroizing<String>),
}

/// A paper, from top to bottom; it is cut at its end. Its texts are wiped when it is dropped.
#[derive(Default)]
pub struct Paper(pub(super) Vec<Item>);

impl Paper {
    /// An empty paper.
    pub fn new() -> Self {
        Self::default()
    }

    /// A text, wrapped at its spaces.
    #[must_use]
    pub fn write(mut self, text: impl Into<String>, style: Style) -> Self {
        self.0.push(Item::Text(Zeroizing::new(text.into()), style));
        self
    }

    /// A text as usual.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.write(text, Style::Plain)
    }

    /// A name at the left and what it is at the right.
    #[must_use]
    pub fn pair(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.push(Item::Pair(name.into(), value.into()));
        self
    }

    /// An empty row.
    #[must_use]
    pub fn gap(mut self) -> Self {
        self.0.push(Item::Gap);
        self
    }

    /// A line across the paper, to sign on or to part what follows.
    #[must_use]
    pub fn rule(mut self) -> Self {
        self.0.push(Item::Rule);
        self
    }

    /// A QR code that holds this text.
    #[must_use]
    pub fn qr(mut self, text: impl Into<String>) -> Self {
        self.0.push(Item::Qr(Zeroizing::new(text.into())));
        self
    }

    /// The paper as plain text; what a QR code holds stands on a row of its own, behind `QR: `.
    pub fn to_text(&self, columns: Columns) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for row in rows(self, columns, str::to_owned) {
            match row {
                Row::Text(row, _) => text.push_str(row.trim_end()),
                Row::Qr(holds) => {
                    text.push_str("QR: ");
                    text.push_str(holds);
                }
            }
            text.push('\n');
        }
        text
    }
}
