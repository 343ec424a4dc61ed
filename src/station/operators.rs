//! Operators: passphrase for the station, PIN for the way back from the voter's screen.

use super::slots::{self, OperatorCard, Role, Slots};
use super::{Event, Station, StationError, journal};
use crate::envelope::Passphrase;
use rand_core::RngCore;
use rusqlite::{Connection, OptionalExtension};
use subtle::ConstantTimeEq;

/// Argon2id for PINs, less in the library's own tests: whoever can read the hash holds the store's key
/// already.
const PIN_MEMORY: u32 = if cfg!(test) { 64 } else { 19 * 1024 };
const PIN_PASSES: u32 = if cfg!(test) { 1 } else { 2 };

/// Someone who gets a slot.
#[derive(Debug, Clone)]
pub struct NewOperator {
    /// Name.
    pub name: String,
    /// At least ten characters.
    pub passphrase: Passphrase,
    /// Six digits.
    pub pin: Passphrase,
}

impl NewOperator {
    /// Whether the secrets have the right form.
    pub(super) fn check(&self) -> Result<(), StationError> {
        if self.passphrase.expose().chars().count() < 10 {
            return Err(StationError::WeakSecret(
                "a passphrase has at least ten characters",
            ));
        }
        let pin = self.pin.expose();
        if pin.len() != 6 || !pin.bytes().all(|b| b.is_ascii_digit()) {
            return Err(StationError::WeakSecret("a PIN has six digits"));
        }
        Ok(())
    }
}

/// Why a PIN did not lead back to the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinRefused {
    /// Wrong; so many tries are left.
    Wrong {
        /// Tries left before the passphrase is needed.
        tries_left: u32,
    },
    /// Too many wrong PINs: the passphrase is needed.
    PassphraseNeeded,
}

/// Sets an operator's PIN.
pub(super) fn set_pin(db: &Connection, operator: &NewOperator) -> Result<(), StationError> {
    let mut salt = [0u8; 32];
    rand_core::OsRng.fill_bytes(&mut salt);
    let hash = slots::derive(&operator.pin, &salt, PIN_MEMORY, PIN_PASSES)?;
    db.execute(
        "INSERT INTO pins(operator, salt, hash, failures) VALUES (?1, ?2, ?3, 0)",
        (&operator.name, &salt[..], &hash[..]),
    )?;
    Ok(())
}

impl Station {
    /// Gives someone a slot and a PIN. Presidents only.
    pub fn add_operator(&mut self, new: &NewOperator, role: Role) -> Result<(), StationError> {
        self.president()?;
        new.check()?;
        let mut slots = Slots::read(&self.dir).map_err(|_| StationError::Damaged("slots"))?;
        let slot = slots.add(&new.name, role, &new.passphrase, &self.store_key)?;
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        tx.execute("DELETE FROM pins WHERE operator = ?1", [&new.name])?;
        set_pin(&tx, new)?;
        journal::append(&tx, hour, &Event::OperatorAdded { slot })?;
        tx.commit()?;
        slots.write(&self.dir)
    }

    /// Takes someone's slot away. Presidents only; never one's own.
    pub fn remove_operator(&mut self, name: &str) -> Result<(), StationError> {
        self.president()?;
        if name == self.operator.name {
            return Err(StationError::Operator(name.to_owned()));
        }
        let mut slots = Slots::read(&self.dir).map_err(|_| StationError::Damaged("slots"))?;
        let slot = slots.remove(name)?;
        slots.write(&self.dir)?;
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        tx.execute("DELETE FROM pins WHERE operator = ?1", [name])?;
        journal::append(&tx, hour, &Event::OperatorRemoved { slot })?;
        tx.commit()?;
        Ok(())
    }

    /// Checks the PIN of whoever unlocked the station. The failure is counted on disk before the
    /// PIN is compared.
    pub fn check_pin(&mut self, pin: &Passphrase) -> Result<Result<(), PinRefused>, StationError> {
        let tries = self.consultation().limits.pin_tries;
        let name = self.operator.name.clone();
        let row = self.db.query_row(
            "SELECT salt, hash, failures FROM pins WHERE operator = ?1",
            [&name],
            |r| {
                Ok((
                    r.get::<_, Vec<u8>>(0)?,
                    r.get::<_, Vec<u8>>(1)?,
                    r.get::<_, u32>(2)?,
                ))
            },
        );
        let Some((salt, hash, failures)) = row.optional()? else {
            return Ok(Err(PinRefused::PassphraseNeeded));
        };
        if failures >= tries {
            return Ok(Err(PinRefused::PassphraseNeeded));
        }
        self.set_failures(&name, failures + 1)?;
        let derived = slots::derive(pin, &salt, PIN_MEMORY, PIN_PASSES)?;
        if bool::from(derived.as_slice().ct_eq(&hash)) {
            self.set_failures(&name, 0)?;
            return Ok(Ok(()));
        }
        Ok(Err(match tries - failures - 1 {
            0 => PinRefused::PassphraseNeeded,
            tries_left => PinRefused::Wrong { tries_left },
        }))
    }

    /// Checks the passphrase of whoever unlocked the station, after too many wrong PINs.
    pub fn check_passphrase(&mut self, pass: &Passphrase) -> Result<(), super::UnlockError> {
        let OperatorCard { name, .. } = self.operator.clone();
        slots::open(&self.dir, &name, pass)?;
        Ok(self.set_failures(&name, 0)?)
    }

    pub(super) fn president(&self) -> Result<(), StationError> {
        match self.operator.role {
            Role::President => Ok(()),
            Role::Clerk => Err(StationError::PresidentOnly),
        }
    }

    fn set_failures(&self, name: &str, failures: u32) -> Result<(), StationError> {
        self.db.execute(
            "UPDATE pins SET failures = ?2 WHERE operator = ?1",
            (name, failures),
        )?;
        Ok(())
    }
}
