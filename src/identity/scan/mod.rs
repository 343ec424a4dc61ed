//! What scanners and hands put into the desk's one field.
//!
//! Invariant: what is recognised is whole and checked, a code by its check character and a zone by
//! its check digits. Scanners are keyboards, so text comes as typed, line by line or as one paste.

#[cfg(test)]
mod tests;

use super::mrz::{in_alphabet, zone_of};
use super::{CfError, CodiceFiscale, Mrz, MrzError};
use chrono::NaiveDate;
use std::fmt;

/// Letters with which a zone begins: cards, passports, and visas, to be refused as such.
const FIRST_LETTERS: &[u8] = b"ACIPV";

/// Digits of the number on the back of a health card.
const CARD_NUMBER: usize = 20;

/// Collects what comes into one field until it is something.
#[derive(Default, Clone)]
pub struct Scanner {
    /// Lines of a zone so far, all of one width.
    lines: Vec<String>,
}

/// What a text was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// Nothing but white space.
    Nothing,
    /// A code.
    Code(CodiceFiscale),
    /// Neither a code nor part of a zone; why it is not a code.
    NotACode(CfError),
    /// A zone has begun and needs more lines.
    ZoneLine {
        /// Lines that are there.
        have: usize,
        /// Lines of the whole zone.
        of: usize,
    },
    /// A whole zone.
    Zone(Box<Mrz>),
    /// Lines that are not a zone.
    NotAZone(MrzError),
    /// The number on the back of a health card: the code is in the other barcode.
    CardNumber,
}

impl Scanner {
    /// One entered line, or a paste of several.
    ///
    /// A code (with spaces anywhere, or the asterisks of Code 39) and a card number are taken even
    /// when lines of a zone are waiting: the operator has changed their mind. Lines of a zone may
    /// come in lower case, as from a keyboard with Caps Lock on, and with any white space or no
    /// break at all between them.
    pub fn read(&mut self, text: &str, on: NaiveDate) -> Scanned {
        let pieces: Vec<String> = pieces(text).collect();
        if pieces.is_empty() {
            return Scanned::Nothing;
        }
        let whole = pieces.concat();
        let whole = whole.trim_matches('*');
        let not_a_code = match CodiceFiscale::parse(whole) {
            Ok(code) => {
                self.clear();
                return Scanned::Code(code);
            }
            Err(error) => error,
        };
        if whole.len() == CARD_NUMBER && whole.bytes().all(|b| b.is_ascii_digit()) {
            self.clear();
            return Scanned::CardNumber;
        }
        if self.lines.is_empty() && !whole.contains('<') && !pieces.iter().any(|p| begins_zone(p)) {
            return Scanned::NotACode(not_a_code);
        }
        self.zone(&pieces, on)
    }

    /// Lines of a zone that are waiting for the next, and how many there must be.
    pub fn waiting(&self) -> Option<(usize, usize)> {
        let first = self.lines.first()?;
        let (_, of) = zone_of(first.chars().count())?;
        Some((self.lines.len(), of))
    }

    /// Forgets the lines that are waiting.
    pub fn clear(&mut self) {
        self.lines.clear();
    }

    fn zone(&mut self, pieces: &[String], on: NaiveDate) -> Scanned {
        let mut pieces = pieces.iter();
        while let Some(piece) = pieces.next() {
            let Some(of) = self.add(piece) else {
                self.clear();
                return Scanned::NotAZone(MrzError::Format);
            };
            if self.lines.len() >= of {
                let lines = std::mem::take(&mut self.lines);
                // More than a zone is none: which part was meant nobody knows.
                if lines.len() > of || pieces.next().is_some() {
                    return Scanned::NotAZone(MrzError::Format);
                }
                let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
                return match Mrz::read(&lines, on) {
                    Ok(zone) => Scanned::Zone(Box::new(zone)),
                    Err(error) => Scanned::NotAZone(error),
                };
            }
        }
        match self.waiting() {
            Some((have, of)) => Scanned::ZoneLine { have, of },
            None => Scanned::Nothing,
        }
    }

    /// Adds one or more whole lines; gives how many the zone must have, or `None` if the piece is
    /// not such lines.
    fn add(&mut self, piece: &str) -> Option<usize> {
        let characters: Vec<char> = piece.chars().collect();
        let (width, of) = zone_of(characters.len())?;
        let lines: Vec<String> = characters
            .chunks(width)
            .map(|c| c.iter().collect())
            .collect();
        // Another zone was begun, or the same one again.
        let other = self
            .lines
            .first()
            .is_some_and(|first| first.chars().count() != width || lines.first() == Some(first));
        if other {
            self.clear();
        }
        if self.lines.is_empty() && !in_alphabet(piece.as_bytes()) {
            return None;
        }
        self.lines.extend(lines);
        Some(of)
    }
}

/// Whether a text can only be (part of) a machine-readable zone: for the fields of forms, to
/// recognise a scan that went into them.
pub fn looks_like_zone(text: &str) -> bool {
    let pieces: Vec<String> = pieces(text).collect();
    pieces.iter().any(|p| p.contains('<') || begins_zone(p))
        && pieces.iter().all(|p| in_alphabet(p.as_bytes()))
}

/// Upper case, and split at white space and at the control characters that scanners may put around
/// what they read.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|piece| !piece.is_empty())
        .map(str::to_ascii_uppercase)
}

/// Whether so long a text, without a filler, must be the beginning of a zone nevertheless.
fn begins_zone(piece: &str) -> bool {
    let first = piece.bytes().next();
    zone_of(piece.len()).is_some()
        && in_alphabet(piece.as_bytes())
        && first.is_some_and(|c| FIRST_LETTERS.contains(&c))
}

impl fmt::Debug for Scanner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Scanner({} lines)", self.lines.len())
    }
}
