//! Who stands at the desk: codice fiscale, place of birth, pseudonym, identity documents, scans.
//! Knows nothing of votes.
//!
//! Invariants: a [`CodiceFiscale`] is a code that could have been issued; a [`Pseudonym`] comes
//! from one exact code; a [`DocumentNumber`] can be written in a register; an [`Mrz`] agrees with
//! its check digits. Nothing here shows personal data through `Debug`.

mod age;
mod codice_fiscale;
mod document;
mod document_number;
mod document_warning;
mod mrz;
mod names;
pub mod place;
mod pseudonym;
mod scan;
mod spelling;

pub use age::age_on;
pub use codice_fiscale::{
    CfError, CfWarning, CodiceFiscale, ComputeError, Computed, Difference, PersonalData, Sex, Shown,
};
pub use document::{Document, DocumentKind, Validity};
pub use document_number::{DocumentNumber, DocumentNumberError};
pub use document_warning::DocumentWarning;
pub use mrz::{Mrz, MrzError, MrzFormat, MrzSex};
pub use names::{NameError, NameFault, NameField, Names};
pub use place::{Place, PlaceCode};
pub use pseudonym::{Pseudonym, RollKey};
pub use scan::{Scanned, Scanner, looks_like_zone};
