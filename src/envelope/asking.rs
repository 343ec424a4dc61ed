//! Where the programs get secrets from: the terminal, without echo, or `--secret-file`.

use super::{EnvelopeError, Passphrase, SecretFile};
use std::path::Path;

/// A source of secrets.
#[derive(Debug)]
pub enum Secrets {
    /// Asked at the terminal.
    Terminal,
    /// One a line, in the order asked.
    File(SecretFile),
}

impl Secrets {
    /// The file, if one was given; the terminal otherwise.
    pub fn from(file: Option<&Path>) -> Result<Self, EnvelopeError> {
        file.map_or(Ok(Self::Terminal), |f| SecretFile::read(f).map(Self::File))
    }

    /// One secret; `what` is shown, or names the missing line.
    pub fn ask(&mut self, what: &str) -> Result<Passphrase, EnvelopeError> {
        match self {
            Self::File(file) => file.take(what),
            Self::Terminal => rpassword::prompt_password(format!("{what}: "))
                .map(Passphrase::new)
                .map_err(|e| EnvelopeError::Io(format!("{what}: {e}"))),
        }
    }

    /// A secret that is being chosen: at the terminal it is asked twice.
    pub fn choose(&mut self, what: &str) -> Result<Passphrase, EnvelopeError> {
        self.choose_long(what, 1)
    }

    /// A secret that is being chosen, of at least so many characters.
    pub fn choose_long(&mut self, what: &str, least: usize) -> Result<Passphrase, EnvelopeError> {
        let first = self.ask(what)?;
        if first.expose().is_empty() {
            return Err(EnvelopeError::Io(format!("{what}: nothing was typed")));
        }
        if first.expose().chars().count() < least {
            return Err(EnvelopeError::TooShort {
                what: what.to_owned(),
                least,
            });
        }
        let again = match self {
            Self::File(_) => return Ok(first),
            Self::Terminal => self.ask(&format!("{what}, once more"))?,
        };
        if again.expose() == first.expose() {
            Ok(first)
        } else {
            Err(EnvelopeError::Io(format!("{what}: the two are different")))
        }
    }
}
