//! Secrets in memory: wiped when dropped, never shown by `Debug`.

use super::EnvelopeError;
use std::fmt;
use std::path::Path;
use zeroize::Zeroizing;

/// Turns core dumps off for this process: a dump would hold every secret in it.
pub fn no_core_dumps() {
    let none = rustix::process::Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    // Where the system refuses, there is nothing better to do.
    let _ = rustix::process::setrlimit(rustix::process::Resource::Core, none);
    // The limit does not bind a handler that the kernel pipes dumps to, and other processes of the
    // same user could read this one's memory.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

/// A passphrase, a one-time code or a PIN.
#[derive(Clone)]
pub struct Passphrase {
    text: Zeroizing<String>,
    random: bool,
}

/// Crockford base 32, as in trackers: nothing to confuse when read over the telephone.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Passphrase {
    /// Takes over a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: Zeroizing::new(text.into()),
            random: false,
        }
    }

    /// A fresh code of 25 characters, 125 random bits.
    pub fn random_code() -> Self {
        use rand_core::RngCore;
        let mut random = Zeroizing::new([0u8; 25]);
        rand_core::OsRng.fill_bytes(&mut random[..]);
        let letters = random
            .iter()
            .map(|b| char::from(LETTERS[usize::from(b % 32)]));
        Self {
            text: Zeroizing::new(letters.collect()),
            random: true,
        }
    }

    /// Whether it is known to hold more than 100 random bits: nobody can guess it, so there is
    /// nothing to gain from making each guess slow.
    pub(super) fn is_random(&self) -> bool {
        self.random
    }

    /// The text itself; keep the borrow short.
    pub fn expose(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

/// 32 secret bytes: a store key, a roll key, a ballot's seed.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretBytes(Zeroizing<[u8; 32]>);

impl SecretBytes {
    /// Takes over 32 bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Fresh from the operating system.
    pub fn random() -> Self {
        use rand_core::RngCore;
        let mut b = [0; 32];
        rand_core::OsRng.fill_bytes(&mut b);
        Self::new(b)
    }

    /// The bytes; keep the borrow short.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for SecretBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretBytes(..)")
    }
}

/// The file given with `--secret-file`: one secret a line, in the order in which the command
/// asks for them.
#[derive(Debug)]
pub struct SecretFile {
    lines: Vec<Passphrase>,
    next: usize,
}

impl SecretFile {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, EnvelopeError> {
        let text = Zeroizing::new(
            std::fs::read_to_string(path)
                .map_err(|e| EnvelopeError::Io(format!("{}: {e}", path.display())))?,
        );
        Ok(Self {
            lines: text
                .lines()
                .map(|l| Passphrase::new(l.trim_end()))
                .collect(),
            next: 0,
        })
    }

    /// The next secret; `what` names it in the error.
    pub fn take(&mut self, what: &str) -> Result<Passphrase, EnvelopeError> {
        let line = self
            .lines
            .get(self.next)
            .filter(|l| !l.expose().is_empty())
            .cloned();
        self.next += 1;
        line.ok_or_else(|| EnvelopeError::MissingSecret {
            line: self.next,
            what: what.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn nothing_is_dumped() {
        use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};
        no_core_dumps();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable));
    }
}
