//! A trustee at their own machine: a signing key and an age identity under a passphrase.

use super::card::{card_path, check_name};
use super::{Card, CeremonyError, Roster};
use crate::envelope::whole_file;
use crate::envelope::{self, EnvelopeError, Identity, Passphrase, SigningKey, cbor};
use minicbor::{Decode, Encode};
use std::path::{Path, PathBuf};
use zeroize::{Zeroize, Zeroizing};

const KEYS: &str = "trustee.age";

/// An opened private folder.
#[derive(Debug)]
pub struct Trustee {
    pub(super) name: String,
    pub(super) key: SigningKey,
    pub(super) identity: Identity,
    pub(super) dir: PathBuf,
}

/// What `trustee.age` holds.
#[derive(Encode, Decode)]
struct Keys {
    #[n(0)]
    name: String,
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    key: [u8; 32],
    #[n(2)]
    identity: String,
}

impl Drop for Keys {
    fn drop(&mut self) {
        self.key.zeroize();
        self.identity.zeroize();
    }
}

impl Trustee {
    /// Makes the keys, stores them in the private folder under the passphrase, and writes the
    /// card into the shared folder.
    pub fn create(
        name: &str,
        dir: &Path,
        ceremony: &Path,
        passphrase: &Passphrase,
    ) -> Result<Self, CeremonyError> {
        let path = dir.join(KEYS);
        let card = card_path(ceremony, name);
        check_name(name)?;
        for exists in [&path, &card] {
            if exists.exists() {
                return Err(CeremonyError::AlreadyDone(exists.clone()));
            }
        }
        let trustee = Self::fresh(name, dir)?;
        let keys = Keys {
            name: name.to_owned(),
            key: *trustee.key.to_bytes(),
            identity: trustee.identity.to_secret().as_str().to_owned(),
        };
        let plain = Zeroizing::new(cbor::encode(&keys));
        let locked = envelope::lock(passphrase, &plain)?;
        whole_file::create(&path, &locked).map_err(|e| CeremonyError::io(&path, &e))?;
        trustee.introduce(ceremony)?;
        Ok(trustee)
    }

    /// A trustee whose keys live in memory only, for the ceremony on one machine.
    pub(super) fn fresh(name: &str, dir: &Path) -> Result<Self, CeremonyError> {
        check_name(name)?;
        std::fs::create_dir_all(dir).map_err(|e| CeremonyError::io(dir, &e))?;
        Ok(Self {
            name: name.to_owned(),
            key: SigningKey::generate(),
            identity: Identity::generate(),
            dir: dir.to_owned(),
        })
    }

    /// Writes the self-signed card.
    pub(super) fn introduce(&self, ceremony: &Path) -> Result<(), CeremonyError> {
        std::fs::create_dir_all(ceremony).map_err(|e| CeremonyError::io(ceremony, &e))?;
        let card = self.key.sign(Card {
            name: self.name.clone(),
            key: self.key.public(),
            recipient: self.identity.recipient(),
        });
        let path = card_path(ceremony, &self.name);
        whole_file::create(&path, card.bytes()).map_err(|e| CeremonyError::io(&path, &e))
    }

    /// Opens a private folder.
    pub fn open(dir: &Path, passphrase: &Passphrase) -> Result<Self, CeremonyError> {
        let path = dir.join(KEYS);
        if !path.exists() {
            return Err(CeremonyError::StepBefore { path, step: "keys" });
        }
        let locked = std::fs::read(&path).map_err(|e| CeremonyError::io(&path, &e))?;
        let plain = envelope::unlock(passphrase, &locked)?;
        let keys: Keys = cbor::decode(&plain)?;
        Ok(Self {
            name: keys.name.clone(),
            key: SigningKey::from_bytes(&keys.key),
            identity: Identity::parse(&keys.identity)?,
            dir: dir.to_owned(),
        })
    }

    /// The trustee's name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// This trustee's index in a roster, if the card there is the one of these keys.
    pub(super) fn index(&self, roster: &Roster) -> Result<u16, CeremonyError> {
        roster
            .cards()
            .find(|(_, c)| c.name == self.name)
            .filter(|(_, c)| c.key == self.key.public() && c.recipient == self.identity.recipient())
            .map(|(index, _)| index)
            .ok_or_else(|| CeremonyError::NotMyCard(self.name.clone()))
    }

    /// Keeps a secret of a round, sealed to this trustee's own identity, which the passphrase
    /// protects.
    pub(super) fn keep(&self, file: &str, secret: &[u8]) -> Result<(), CeremonyError> {
        let path = self.dir.join(file);
        let sealed = self.identity.recipient().seal(secret)?;
        whole_file::create(&path, &sealed).map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => CeremonyError::AlreadyDone(path.clone()),
            _ => CeremonyError::io(&path, &e),
        })
    }

    /// Reads back what [`keep`](Self::keep) kept.
    pub(super) fn kept(
        &self,
        file: &str,
        step: &'static str,
    ) -> Result<Zeroizing<Vec<u8>>, CeremonyError> {
        let path = self.dir.join(file);
        if !path.exists() {
            return Err(CeremonyError::StepBefore { path, step });
        }
        let sealed = std::fs::read(&path).map_err(|e| CeremonyError::io(&path, &e))?;
        self.identity
            .open(&sealed)
            .map_err(|e: EnvelopeError| e.into())
    }

    /// Removes a secret of a round that is over.
    pub(super) fn forget(&self, file: &str) -> Result<(), CeremonyError> {
        let path = self.dir.join(file);
        std::fs::remove_file(&path).map_err(|e| CeremonyError::io(&path, &e))
    }
}
