//! Another operator than the one who unlocked, in person.
//!
//! Invariant: a [`Second`] is made only by the passphrase of another slot of this very station, and is
//! used up by what it was needed for.

use super::{Station, StationError, UnlockError, slots};
use crate::envelope::Passphrase;

/// Another operator is here.
#[derive(Debug)]
pub struct Second {
    pub(super) slot: u32,
}

/// Why an operator does not count as the second.
#[derive(Debug, thiserror::Error)]
pub enum SecondRefused {
    /// The same one who unlocked the station.
    #[error("the second operator must be another one")]
    SameOperator,
    /// Nobody is waited for.
    #[error("no second operator is needed now")]
    NotNow,
    /// The passphrase did not open the station, or it is too soon to try.
    #[error(transparent)]
    Unlock(#[from] UnlockError),
}

impl Station {
    /// Another operator comes, with their own passphrase. Takes Argon2id's time; wrong passphrases
    /// wait as at unlocking.
    pub fn second_person(
        &self,
        name: &str,
        passphrase: &Passphrase,
    ) -> Result<Second, SecondRefused> {
        if name == self.operator.name {
            return Err(SecondRefused::SameOperator);
        }
        let (key, card) = slots::open(&self.dir, name, passphrase)?;
        if key != self.store_key || card.slot == self.operator.slot {
            return Err(UnlockError::NoSuchOperator.into());
        }
        Ok(Second { slot: card.slot })
    }

    /// The two people whom the consultation may ask for: the slot of the second.
    pub(super) fn with(&self, second: Option<&Second>) -> Result<Option<u32>, StationError> {
        if self.consultation().desk.two_people && second.is_none() {
            return Err(StationError::SecondNeeded);
        }
        Ok(second.map(|s| s.slot))
    }
}
