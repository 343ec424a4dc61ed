//! A document held under the scanner while the cursor is in some field of a form: the zone does
//! not stay in the field, it fills the form.

use crate::identity::{Mrz, Scanned, Scanner, looks_like_zone};
use crate::tui::facts::Notice;
use crate::tui::words::zone_problem;
use chrono::NaiveDate;

/// The shortest line of a zone.
const SHORTEST: usize = 30;

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

    /// Forgets the lines that are waiting.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Looks at a text that was entered or pasted. Whoever types something else while lines are
    /// waiting does not read on.
    pub fn take(&mut self, text: &str, today: NaiveDate) -> Found {
        let line_follows = self.0.waiting().is_some() && text.trim().len() >= SHORTEST;
        if !line_follows && !looks_like_zone(text) {
            self.0.clear();
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
