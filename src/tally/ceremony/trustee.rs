//! A trustee at their own machine: a signing key and an age identity under a passphrase.

use super::card::{card_path, check_name};
use super::messages::publish;
use super::{Card, CeremonyError, Roster, Step};
use crate::envelope::whole_file;
use crate::envelope::{self, Identity, Passphrase, SigningKey, cbor};
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
        check_name(name)?;
        let path = dir.join(KEYS);
        let card = card_path(ceremony, name);
        if path.exists() {
            return Err(CeremonyError::AlreadyThere(path));
        }
        if card.exists() {
            return Err(CeremonyError::NameTaken {
                path: card,
                name: name.to_owned(),
            });
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

    /// Whether a private folder holds a trustee's keys.
    pub fn is_in(dir: &Path) -> bool {
        dir.join(KEYS).exists()
    }

    /// Brings the card again, if it is not in the shared folder.
    pub fn keys_again(&self, name: &str, ceremony: &Path) -> Result<Step, CeremonyError> {
        if name != self.name {
            return Err(CeremonyError::OtherName {
                dir: self.dir.clone(),
                name: self.name.clone(),
            });
        }
        let path = card_path(ceremony, name);
        let written = self.introduce(ceremony)?;
        Ok(Step::of(
            true,
            written.then_some(path).into_iter().collect(),
        ))
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

    /// Writes the self-signed card, if it is not there; says whether it wrote.
    pub(super) fn introduce(&self, ceremony: &Path) -> Result<bool, CeremonyError> {
        std::fs::create_dir_all(ceremony).map_err(|e| CeremonyError::io(ceremony, &e))?;
        // The signature is deterministic: the card is the same however often it is made.
        let card = self.key.sign(Card {
            name: self.name.clone(),
            key: self.key.public(),
            recipient: self.identity.recipient(),
        });
        let path = card_path(ceremony, &self.name);
        publish(&path, card.bytes(), "keys")
    }

    /// Opens a private folder.
    pub fn open(dir: &Path, passphrase: &Passphrase) -> Result<Self, CeremonyError> {
        let path = dir.join(KEYS);
        if !path.exists() {
            return Err(CeremonyError::StepBefore { path, step: "keys" });
        }
        let locked = std::fs::read(&path).map_err(|e| CeremonyError::io(&path, &e))?;
        let plain = envelope::unlock(passphrase, &locked);
        let keys: Result<Keys, _> = plain.and_then(|p| cbor::decode(&p));
        let keys = keys.map_err(|why| CeremonyError::Unlock { path, why })?;
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
    pub(super) fn index(&self, ceremony: &Path, roster: &Roster) -> Result<u16, CeremonyError> {
        let path = card_path(ceremony, &self.name);
        let Some((index, card)) = roster.cards().find(|(_, c)| c.name == self.name) else {
            return Err(CeremonyError::Missing {
                path,
                who: self.name.clone(),
                step: "keys",
            });
        };
        if card.key == self.key.public() && card.recipient == self.identity.recipient() {
            Ok(index)
        } else {
            let step = "keys";
            Err(CeremonyError::NotMine { path, step })
        }
    }
}
