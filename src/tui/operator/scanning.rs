//! A document held under the scanner while the cursor is in some field of a form: the zone does
//! not stay in the field, it fills the form.

use crate::identity::{Mrz, Scanned, Scanner, looks_like_zone};
use crate::tui::facts::Notice;
use crate::tui::words::zone_problem;
use chrono::NaiveDate;

/// Zones that come into a form's fields.
#[derive(Default, Clone)]
pub struct Scanning(Scanner);

/// What an entered text was.
pub enum Found {
    /// Nothing scanned: text of the field.
    Nothing,
    /// A line of a zone; more must come.
    Part,
    /// A whole zone.
    Zone(Box<Mrz>),
    /// A zone that was not read well.
    Wrong(Notice),
}

impl Scanning {
    /// How many lines are there, and how many there must be.
    pub fn waiting(&self) -> Option<(usize, usize)> {
        self.0.waiting()
    }

    /// Looks at a text that was entered or pasted.
    pub fn take(&mut self, text: &str, today: NaiveDate) -> Found {
        if self.0.waiting().is_none() && !looks_like_zone(text) {
            return Found::Nothing;
        }
        match self.0.read(text, today) {
            Scanned::Zone(zone) => Found::Zone(zone),
            Scanned::ZoneLine { .. } => Found::Part,
            Scanned::NotAZone(error) => Found::Wrong(zone_problem(error)),
            Scanned::Nothing | Scanned::Code(_) | Scanned::NotACode(_) | Scanned::CardNumber => {
                self.0.clear();
                Found::Nothing
            }
        }
    }
}
