//! What a president may override.
//!
//! Invariant: an override lifts one refusal that the consultation lists, of one visit, and is in
//! the journal with the admission or registration that it made possible, with a reason out of a
//! fixed list: free text may hold a name.

use super::Station;
use crate::consultation::Overridable;

/// Why a president overrode a refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OverrideReason {
    /// Knows the person.
    KnownInPerson,
    /// Two witnesses with documents of their own know the person.
    TwoWitnesses,
    /// The office confirmed it.
    OfficeConfirmed,
    /// Anything else.
    Other,
}

impl OverrideReason {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 4] = [
        Self::KnownInPerson,
        Self::TwoWitnesses,
        Self::OfficeConfirmed,
        Self::Other,
    ];

    /// The word in the journal and in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::KnownInPerson => "known-in-person",
            Self::TwoWitnesses => "two-witnesses",
            Self::OfficeConfirmed => "office-confirmed",
            Self::Other => "other",
        }
    }
}

/// A president's word that one kind of refusal does not hold for one visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Override {
    /// What is lifted.
    pub refusal: Overridable,
    /// Why.
    pub reason: OverrideReason,
}

impl Station {
    /// Whether whoever unlocked the station may lift this.
    pub fn may_override(&self, what: Overridable) -> bool {
        self.president().is_ok() && self.consultation().desk.overrides.contains(&what)
    }
}
