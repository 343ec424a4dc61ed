//! Who stands at the desk: codice fiscale, pseudonym, identity documents. Knows nothing of votes.

mod document;

pub use document::DocumentKind;
