//! The envelope of every object that leaves a machine: deterministic CBOR inside COSE_Sign1
//! (RFC 9052), or sealed with age.
//!
//! Invariants: what was not signed under the expected [`Domain`] by the expected key is never
//! decoded; what is decoded re-encodes to exactly the same bytes, so an object has one name
//! (its SHA-256) and cannot be rewritten without breaking its signature.

mod asking;
pub mod cbor;
mod digest;
mod seal;
mod secret;
mod sign;
pub mod whole_file;

pub use asking::Secrets;
pub use digest::Digest;
pub use seal::{Identity, Recipient, lock, unlock};
pub use secret::{Passphrase, SecretBytes, SecretFile, no_core_dumps};
pub use sign::{Domain, PublicKey, Signable, Signed, SigningKey};

/// Why an envelope was not opened. Never holds secret material.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// The bytes are not the CBOR that was expected.
    #[error("not the expected CBOR: {0}")]
    Malformed(String),
    /// The bytes decode, but are not the one encoding of what they hold.
    #[error("not in canonical form")]
    NotCanonical,
    /// The signature does not verify under the expected key and domain.
    #[error("the signature does not verify")]
    BadSignature,
    /// A public key is not a valid point, or has the wrong length.
    #[error("not a valid public key")]
    BadKey,
    /// Wrong passphrase, wrong recipient, or the sealed bytes were altered.
    #[error("cannot be opened: wrong passphrase or altered file")]
    CannotOpen,
    /// The header or the body of a sealed file was altered, or it is no sealed file: no passphrase
    /// would open it.
    #[error("damaged, or not a sealed file: no passphrase opens it; take another copy")]
    Damaged,
    /// A passphrase that is being chosen is too easy to guess.
    #[error("{what}: at least {least} characters, for example four words; nothing was made")]
    TooShort {
        /// What it is for.
        what: String,
        /// Characters needed.
        least: usize,
    },
    /// A secret file lacks a line that is needed.
    #[error("the secret file has no line {line} ({what})")]
    MissingSecret {
        /// Line number, from 1.
        line: usize,
        /// What the line should hold.
        what: String,
    },
    /// Reading or writing failed.
    #[error("{0}")]
    Io(String),
}
