//! Who stands at the desk: codice fiscale, place of birth, pseudonym, identity documents. Knows
//! nothing of votes.
//!
//! Invariants: a [`CodiceFiscale`] is a code that could have been issued; a [`Pseudonym`] comes
//! from one exact code; a [`DocumentNumber`] can be written in a register. Nothing here shows
//! personal data through `Debug`.

mod age;
mod codice_fiscale;
mod document;
mod document_number;
mod names;
pub mod place;
mod pseudonym;
mod spelling;

pub use age::age_on;
pub use codice_fiscale::{
    CfError, CfWarning, CodiceFiscale, ComputeError, Computed, Difference, PersonalData, Sex, Shown,
};
pub use document::{Document, DocumentKind};
pub use document_number::{DocumentNumber, DocumentNumberError};
pub use names::{NameError, NameFault, NameField, Names};
pub use place::{Place, PlaceCode};
pub use pseudonym::{Pseudonym, RollKey};
