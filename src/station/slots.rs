//! The key-slot file: the store's key, wrapped once for each operator, and the waits after wrong
//! passphrases.
//!
//! Invariants: a wrong attempt is on disk before the passphrase is tried, so that neither a crash
//! nor a restart gives another try for free; a slot's name and role are authenticated with its
//! key. Argon2id (RFC 9106) derives, XChaCha20-Poly1305 wraps.

use super::StationError;
use crate::envelope::{EnvelopeError, Passphrase, SecretBytes, cbor, whole_file};
use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use minicbor::{Decode, Encode};
use rand_core::RngCore;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use zeroize::Zeroizing;

/// What an operator may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// Answers for the station: opens, closes, adds operators.
    #[n(0)]
    President,
    /// Checks people in.
    #[n(1)]
    Clerk,
}

/// An operator as the unlock screen lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperatorCard {
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// The number that stands for them in the journal.
    pub slot: u32,
}

/// Why a station did not open.
#[derive(Debug, thiserror::Error)]
pub enum UnlockError {
    /// Wrong passphrase; the next try after so many seconds.
    #[error("wrong passphrase; next try in {wait_seconds} s")]
    Wrong {
        /// Seconds to wait, 0 for none.
        wait_seconds: u64,
    },
    /// Too soon after wrong passphrases.
    #[error("wait {seconds} s")]
    Wait {
        /// Seconds still to wait.
        seconds: u64,
    },
    /// No operator of that name.
    #[error("no operator of that name")]
    NoSuchOperator,
    /// The station itself does not open.
    #[error(transparent)]
    Station(#[from] StationError),
}

/// Memory in KiB, passes, one lane: about 0.2 s on a small laptop. The tests inside the library open
/// some thousand stations, with less; those of the programs look at what a real station asks for.
const MEMORY: u32 = if cfg!(test) { 64 } else { 64 * 1024 };
const PASSES: u32 = if cfg!(test) { 1 } else { 3 };

/// What a slot may ask for: room for a later choice, and not more than a small laptop has.
const MOST_MEMORY: u32 = 256 * 1024;
const MOST_PASSES: u32 = 16;

#[derive(Debug, Clone, Encode, Decode)]
struct Slot {
    #[n(0)]
    name: String,
    #[n(1)]
    role: Role,
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    salt: [u8; 32],
    #[n(3)]
    #[cbor(with = "minicbor::bytes")]
    nonce: [u8; 24],
    #[n(4)]
    #[cbor(with = "minicbor::bytes")]
    wrapped: Vec<u8>,
    #[n(5)]
    memory: u32,
    #[n(6)]
    passes: u32,
    #[n(7)]
    failures: u32,
    #[n(8)]
    wait_until: u64,
    #[n(9)]
    number: u32,
}

/// All slots of a station; and, where it is one for training, that it is: the locked screen has to
/// say so, and knows nothing else of the station. What counts is the manifest.
#[derive(Debug, Clone, Encode, Decode, Default)]
pub(super) struct Slots(#[n(0)] Vec<Slot>, #[n(1)] Option<bool>);

impl Slots {
    fn path(dir: &Path) -> PathBuf {
        dir.join("operators.slots")
    }

    /// Reads the slots of a station.
    pub(super) fn read(dir: &Path) -> Result<Self, UnlockError> {
        let bytes = fs::read(Self::path(dir)).map_err(StationError::from)?;
        Ok(cbor::decode(&bytes).map_err(StationError::from)?)
    }

    /// Replaces the file as a whole.
    pub(super) fn write(&self, dir: &Path) -> Result<(), StationError> {
        Ok(whole_file::replace(
            &Self::path(dir),
            &cbor::encode(self),
            0o600,
        )?)
    }

    /// Whether the station says of itself that it is for training.
    pub(super) fn is_training(&self) -> bool {
        self.1 == Some(true)
    }

    /// Keeps whether the station is for training.
    pub(super) fn mark_training(&mut self, training: bool) {
        self.1 = training.then_some(true);
    }

    pub(super) fn cards(&self) -> Vec<OperatorCard> {
        self.0.iter().map(Slot::card).collect()
    }

    /// Wraps the store's key for an operator; their slot's number.
    pub(super) fn add(
        &mut self,
        name: &str,
        role: Role,
        passphrase: &Passphrase,
        store_key: &SecretBytes,
    ) -> Result<u32, StationError> {
        let number = self.0.iter().map(|s| s.number).max().unwrap_or(0) + 1;
        if name.trim().is_empty() || self.0.iter().any(|s| s.name == name) {
            return Err(StationError::Operator(name.to_owned()));
        }
        let mut slot = Slot {
            name: name.to_owned(),
            role,
            salt: [0; 32],
            nonce: [0; 24],
            wrapped: Vec::new(),
            memory: MEMORY,
            passes: PASSES,
            failures: 0,
            wait_until: 0,
            number,
        };
        rand_core::OsRng.fill_bytes(&mut slot.salt);
        rand_core::OsRng.fill_bytes(&mut slot.nonce);
        let payload = Payload {
            msg: store_key.expose(),
            aad: &slot.about(),
        };
        slot.wrapped = slot
            .cipher(passphrase)?
            .encrypt(XNonce::from_slice(&slot.nonce), payload)
            .map_err(|_| EnvelopeError::CannotOpen)?;
        self.0.push(slot);
        Ok(number)
    }

    /// Takes an operator's slot away; its number.
    pub(super) fn remove(&mut self, name: &str) -> Result<u32, StationError> {
        let at = self.0.iter().position(|s| s.name == name);
        let at = at.ok_or_else(|| StationError::Operator(name.to_owned()))?;
        Ok(self.0.remove(at).number)
    }
}

impl Slot {
    fn card(&self) -> OperatorCard {
        OperatorCard {
            name: self.name.clone(),
            role: self.role,
            slot: self.number,
        }
    }

    /// What the wrapped key is bound to.
    fn about(&self) -> Vec<u8> {
        cbor::encode(&("seggio/slot/1".to_owned(), self.name.clone(), self.role))
    }

    fn cipher(&self, passphrase: &Passphrase) -> Result<XChaCha20Poly1305, StationError> {
        let key = derive(passphrase, &self.salt, self.memory, self.passes)?;
        Ok(XChaCha20Poly1305::new((&*key).into()))
    }

    fn unwrap(&self, passphrase: &Passphrase) -> Result<Option<SecretBytes>, StationError> {
        let payload = Payload {
            msg: &self.wrapped,
            aad: &self.about(),
        };
        let plain = self
            .cipher(passphrase)?
            .decrypt(XNonce::from_slice(&self.nonce), payload)
            .ok();
        let plain = plain.map(Zeroizing::new);
        Ok(plain.and_then(|p| Some(SecretBytes::new(p.as_slice().try_into().ok()?))))
    }
}

/// 32 bytes from a passphrase or a PIN.
pub(super) fn derive(
    secret: &Passphrase,
    salt: &[u8],
    memory: u32,
    passes: u32,
) -> Result<Zeroizing<[u8; 32]>, StationError> {
    let damaged = |_| StationError::Damaged("parameters of an operator's slot");
    // An altered file must not ask for all memory, or for hours.
    if memory > MOST_MEMORY || passes > MOST_PASSES {
        return Err(damaged(argon2::Error::MemoryTooMuch));
    }
    let params = Params::new(memory, passes, 1, Some(32)).map_err(damaged)?;
    let mut out = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret.expose().as_bytes(), salt, &mut out[..])
        .map_err(damaged)?;
    Ok(out)
}

/// Seconds to wait after so many wrong passphrases: none for two, then 5, 10, 20 ... 15 minutes.
fn wait_after(failures: u32) -> u64 {
    match failures {
        0..=2 => 0,
        n => (5u64 << (n - 3).min(20)).min(900),
    }
}

fn unix_now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |d| d.as_secs())
}

/// Opens the store's key with an operator's passphrase.
pub(super) fn open(
    dir: &Path,
    operator: &str,
    passphrase: &Passphrase,
) -> Result<(SecretBytes, OperatorCard), UnlockError> {
    let mut slots = Slots::read(dir)?;
    let at = slots.0.iter().position(|s| s.name == operator);
    let at = at.ok_or(UnlockError::NoSuchOperator)?;
    let Some(slot) = slots.0.get_mut(at) else {
        return Err(UnlockError::NoSuchOperator);
    };
    let now = unix_now();
    // A clock set back does not lengthen the wait beyond its greatest length.
    let left = slot
        .wait_until
        .saturating_sub(now)
        .min(wait_after(slot.failures));
    if left > 0 {
        return Err(UnlockError::Wait { seconds: left });
    }
    slot.failures = slot.failures.saturating_add(1);
    let wait_seconds = wait_after(slot.failures);
    slot.wait_until = now + wait_seconds;
    let tried = slot.clone();
    slots.write(dir)?;
    let Some(key) = tried.unwrap(passphrase)? else {
        return Err(UnlockError::Wrong { wait_seconds });
    };
    if let Some(slot) = slots.0.get_mut(at) {
        slot.failures = 0;
        slot.wait_until = 0;
    }
    slots.write(dir)?;
    Ok((key, tried.card()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_are_capped() {
        let waits: Vec<u64> = (0..12).map(wait_after).collect();
        assert_eq!(waits, [0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900]);
        assert_eq!(wait_after(u32::MAX), 900);
    }

    #[test]
    fn wrong_passphrases_wait_also_after_a_restart() {
        let dir = tempfile::tempdir().unwrap();
        let key = SecretBytes::random();
        let mut slots = Slots::default();
        slots
            .add("anna", Role::President, &Passphrase::new("giusta"), &key)
            .unwrap();
        slots
            .add("bruno", Role::Clerk, &Passphrase::new("altra"), &key)
            .unwrap();
        slots.write(dir.path()).unwrap();
        let try_with = |name: &str, p: &str| open(dir.path(), name, &Passphrase::new(p));
        for wait in [0, 0, 5] {
            let e = try_with("anna", "sbagliata").unwrap_err();
            assert!(matches!(e, UnlockError::Wrong { wait_seconds } if wait_seconds == wait));
        }
        // Everything is read from disk again: the wait is still there, also for the right one.
        let e = try_with("anna", "giusta").unwrap_err();
        assert!(matches!(e, UnlockError::Wait { seconds: 1..=5 }));
        // The other operator is not kept waiting, and opens the same key.
        assert_eq!(try_with("bruno", "altra").unwrap().0, key);
        assert!(matches!(
            try_with("carla", "x"),
            Err(UnlockError::NoSuchOperator)
        ));
    }

    #[test]
    fn a_slot_cannot_ask_for_all_memory() {
        let dir = tempfile::tempdir().unwrap();
        let mut slots = Slots::default();
        let (pass, key) = (Passphrase::new("p"), SecretBytes::random());
        slots.add("b", Role::Clerk, &pass, &key).unwrap();
        for (memory, passes) in [(u32::MAX, PASSES), (MEMORY, u32::MAX), (0, 0)] {
            (slots.0[0].memory, slots.0[0].passes) = (memory, passes);
            slots.0[0].failures = 0;
            slots.0[0].wait_until = 0;
            slots.write(dir.path()).unwrap();
            let opened = open(dir.path(), "b", &pass);
            let damaged = matches!(opened, Err(UnlockError::Station(StationError::Damaged(_))));
            assert!(damaged, "{memory} {passes}: {:?}", opened.err());
        }
    }

    #[test]
    fn a_role_cannot_be_edited_in_the_file() {
        let dir = tempfile::tempdir().unwrap();
        let mut slots = Slots::default();
        slots
            .add(
                "b",
                Role::Clerk,
                &Passphrase::new("p"),
                &SecretBytes::random(),
            )
            .unwrap();
        slots.0[0].role = Role::President;
        slots.write(dir.path()).unwrap();
        let opened = open(dir.path(), "b", &Passphrase::new("p"));
        assert!(matches!(opened, Err(UnlockError::Wrong { .. })));
    }
}
