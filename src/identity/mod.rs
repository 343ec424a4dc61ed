//! Who stands at the desk: codice fiscale, pseudonym, identity documents. Knows nothing of votes.
//!
//! Invariants: a [`CodiceFiscale`] is a code that could have been issued; a [`Pseudonym`] comes
//! from one exact code; a [`DocumentNumber`] can be written in a register. Nothing here shows
//! personal data through `Debug`.

mod age;
mod codice_fiscale;
mod document;
mod document_number;
mod mrz;
mod pseudonym;

pub use age::age_on;
pub use codice_fiscale::{CfError, CodiceFiscale, Sex};
pub use document::{Document, DocumentKind};
pub use document_number::{DocumentNumber, DocumentNumberError};
pub use mrz::{Mrz, MrzError, MrzFormat, MrzSex};
pub use pseudonym::{Pseudonym, RollKey};
