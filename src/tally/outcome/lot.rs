//! The lot: an order that anyone can find again by hand from a value that was drawn in public.
//!
//! Invariant: the value and an id can be told apart in the text that is hashed, and what is
//! printed of the value is what is hashed: no bar, nothing invisible, no space at its ends.

use crate::envelope::Digest;

/// Parts the value from the id.
const BAR: char = '|';

/// The value of a public draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnValue(String);

/// Why a text cannot be the value of a draw. Nothing was put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LotError {
    /// Nothing.
    #[error("the value of the draw is empty: give it as it was published")]
    Empty,
    /// The bar parts value and id.
    #[error("the value of the draw may not hold a vertical bar: leave it out, or write a space")]
    Bar,
    /// Cannot be read on paper.
    #[error("the value of the draw holds a control character (a tab or a line end): write a space")]
    Control,
    /// Cannot be seen on paper.
    #[error("the value of the draw begins or ends with a space: leave it out")]
    Space,
}

impl DrawnValue {
    /// Takes a value as it was published.
    pub fn parse(value: &str) -> Result<Self, LotError> {
        if value.is_empty() {
            Err(LotError::Empty)
        } else if value.contains(BAR) {
            Err(LotError::Bar)
        } else if value.contains(char::is_control) {
            Err(LotError::Control)
        } else if value.trim() != value {
            Err(LotError::Space)
        } else {
            Ok(Self(value.to_owned()))
        }
    }

    /// The value as it was published.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The place of an option: lower comes first. It is the SHA-256 of value, bar and id, which
    /// `printf '%s|%s' "$value" "$id" | sha256sum` prints.
    pub fn place(&self, id: &str) -> Digest {
        Digest::of(format!("{}{BAR}{id}", self.0).as_bytes())
    }
}
