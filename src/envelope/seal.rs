//! Sealing with age: to a recipient (X25519), or under a passphrase (scrypt).

use super::{EnvelopeError, Passphrase};
use age::secrecy::{ExposeSecret, SecretString};
use minicbor::{Decode, Encode};
use std::fmt;
use std::str::FromStr;
use zeroize::Zeroizing;

/// A public age recipient (`age1...`).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Recipient(#[n(0)] String);

impl Recipient {
    /// Parses `age1...`.
    pub fn parse(text: &str) -> Result<Self, EnvelopeError> {
        age::x25519::Recipient::from_str(text.trim())
            .map(|r| Self(r.to_string()))
            .map_err(|_| EnvelopeError::BadKey)
    }

    /// Seals bytes so that only the holder of the matching [`Identity`] can read them.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
        let r = age::x25519::Recipient::from_str(&self.0).map_err(|_| EnvelopeError::BadKey)?;
        age::encrypt(&r, plain).map_err(|e| EnvelopeError::Io(e.to_string()))
    }

    /// The text form, `age1...`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The secret half of a [`Recipient`]; never printed.
#[derive(Clone)]
pub struct Identity(age::x25519::Identity);

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity(of {})", self.recipient().as_str())
    }
}

impl Identity {
    /// A fresh identity.
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// Parses `AGE-SECRET-KEY-1...`.
    pub fn parse(text: &str) -> Result<Self, EnvelopeError> {
        age::x25519::Identity::from_str(text)
            .map(Self)
            .map_err(|_| EnvelopeError::BadKey)
    }

    /// The secret text, `AGE-SECRET-KEY-1...`.
    pub fn to_secret(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// The public half.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public().to_string())
    }

    /// Opens what was sealed to this identity.
    pub fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        age::decrypt(&self.0, sealed)
            .map(Zeroizing::new)
            .map_err(|_| EnvelopeError::CannotOpen)
    }
}

/// The work for a passphrase that a person chose, as a power of two: 256 MiB of memory, about a second.
/// Left to itself the library measures what this machine does in a second, and a machine that is busy at
/// that moment would seal the kit with less.
const WORK: u8 = 18;

/// Seals bytes under a passphrase (age, scrypt), with [`WORK`] for one that a person chose, and none
/// for a random code.
pub fn lock(passphrase: &Passphrase, plain: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
    let mut r = age::scrypt::Recipient::new(SecretString::from(passphrase.expose().to_owned()));
    r.set_work_factor(if passphrase.is_random() { 1 } else { WORK });
    age::encrypt(&r, plain).map_err(|e| EnvelopeError::Io(e.to_string()))
}

/// The most work, as a power of two, that a sealed file may ask for: 4 GiB of memory, some seconds. As
/// the age program has it; the library's own limit is measured anew each time, and a machine that is busy
/// at that moment would refuse its own file.
const MOST_WORK: u8 = 22;

/// Opens what [`lock`] sealed.
pub fn unlock(passphrase: &Passphrase, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
    let mut id = age::scrypt::Identity::new(SecretString::from(passphrase.expose().to_owned()));
    id.set_max_work_factor(MOST_WORK);
    age::decrypt(&id, sealed)
        .map(Zeroizing::new)
        .map_err(|e| match e {
            age::DecryptError::DecryptionFailed
            | age::DecryptError::KeyDecryptionFailed
            | age::DecryptError::NoMatchingKeys => EnvelopeError::CannotOpen,
            // The passphrase was right, or was not even tried.
            _ => EnvelopeError::Damaged,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sealed_to_one_is_closed_to_others() {
        let a = Identity::generate();
        let sealed = a.recipient().seal(b"pseudonimo").unwrap();
        assert_eq!(&a.open(&sealed).unwrap()[..], b"pseudonimo");
        assert_eq!(
            Identity::generate().open(&sealed),
            Err(EnvelopeError::CannotOpen)
        );
        assert!(!sealed.windows(5).any(|w| w == b"pseud"));
    }

    #[test]
    fn a_wrong_passphrase_opens_nothing() {
        let sealed = lock(&Passphrase::new("giusta"), b"x").unwrap();
        assert_eq!(
            unlock(&Passphrase::new("sbagliata"), &sealed),
            Err(EnvelopeError::CannotOpen)
        );
        assert_eq!(
            &unlock(&Passphrase::new("giusta"), &sealed).unwrap()[..],
            b"x"
        );
        // The header's stanza: `-> scrypt SALT WORK`.
        let head = String::from_utf8_lossy(&sealed[..80]).into_owned();
        let stanza = head.lines().nth(1).unwrap();
        assert!(
            stanza.starts_with("-> scrypt ") && stanza.ends_with(" 18"),
            "{stanza}"
        );
    }
}
