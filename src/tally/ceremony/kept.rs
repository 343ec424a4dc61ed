//! What a trustee keeps between the steps, so that each can be taken up again.
//!
//! Invariants: a step writes one file here, whole, before anything appears in the shared folder;
//! what it publishes is in that file, so that running it again publishes the very same bytes.
//! When the share is kept, the secrets of the rounds are wiped from these files; what was
//! published stays, for whoever loses it on the way.

use super::card::Card;
use super::{CeremonyError, Roster, Trustee};
use crate::envelope::{Signed, cbor, whole_file};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, Zeroizing};

/// Something kept in the private folder, sealed to the trustee's own identity, which the
/// passphrase protects.
pub(super) trait Kept: Encode<()> + for<'b> Decode<'b, ()> {
    /// The file.
    const FILE: &'static str;
}

/// Of the first round.
#[derive(Encode, Decode)]
pub(super) struct First {
    #[n(0)]
    pub threshold: u16,
    /// The signed cards, in the order of the roster.
    #[n(1)]
    pub cards: Vec<ByteVec>,
    /// The secret polynomial; empty when the share is kept.
    #[n(2)]
    pub secret: ByteVec,
    /// What was published.
    #[n(3)]
    pub file: ByteVec,
}

/// Of the second round.
#[derive(Encode, Decode)]
pub(super) struct Second {
    /// The first-round files that were answered, in the order of the roster.
    #[n(0)]
    pub round1: Vec<ByteVec>,
    /// This trustee's value of its own polynomial; empty when the share is kept.
    #[n(1)]
    pub secret: ByteVec,
    /// What was published, in the order of the roster without this trustee.
    #[n(2)]
    pub files: Vec<ByteVec>,
}

/// Of the last step.
#[derive(Encode, Decode)]
pub(super) struct Last {
    /// What was published.
    #[n(0)]
    pub transcript: ByteVec,
    /// The share under the passphrase, until it is in its own file; then empty.
    #[n(1)]
    pub share: ByteVec,
}

impl Kept for First {
    const FILE: &'static str = "round1.age";
}

impl Kept for Second {
    const FILE: &'static str = "round2.age";
}

impl Kept for Last {
    const FILE: &'static str = "finish.age";
}

impl Drop for First {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl Drop for Second {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

impl First {
    /// The roster of the first round.
    pub fn roster(&self) -> Result<Roster, CeremonyError> {
        let mut cards = Vec::new();
        for bytes in &self.cards {
            let said = Signed::<Card>::peek(bytes)?;
            cards.push(Signed::open(bytes, &said.key)?);
        }
        Roster::of(cards, self.threshold)
    }
}

impl Trustee {
    /// Keeps what a step made; once.
    pub(super) fn keep<T: Kept>(&self, kept: &T) -> Result<(), CeremonyError> {
        let path = self.dir.join(T::FILE);
        let sealed = self.sealed(kept)?;
        whole_file::create(&path, &sealed).map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => CeremonyError::AlreadyThere(path.clone()),
            _ => CeremonyError::io(&path, &e),
        })
    }

    /// Puts what is left without its secrets in the place of what was kept.
    pub(super) fn keep_only<T: Kept>(&self, kept: &T) -> Result<(), CeremonyError> {
        let path = self.dir.join(T::FILE);
        let sealed = self.sealed(kept)?;
        whole_file::replace(&path, &sealed, 0o600).map_err(|e| CeremonyError::io(&path, &e))
    }

    /// Reads back what [`keep`](Self::keep) kept; `None` if the step was not taken.
    pub(super) fn kept<T: Kept>(&self) -> Result<Option<T>, CeremonyError> {
        let path = self.dir.join(T::FILE);
        let sealed = match std::fs::read(&path) {
            Ok(sealed) => sealed,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(CeremonyError::io(&path, &e)),
        };
        let read = self.identity.open(&sealed).and_then(|p| cbor::decode(&p));
        read.map(Some).map_err(|e| CeremonyError::Kept {
            path,
            why: e.to_string(),
        })
    }

    /// What the earlier step kept, which this one needs.
    pub(super) fn needed<T: Kept>(&self, step: &'static str) -> Result<T, CeremonyError> {
        let path = self.dir.join(T::FILE);
        let kept = self.kept()?;
        kept.ok_or(CeremonyError::StepBefore { path, step })
    }

    /// Wipes the secrets of the rounds: the share is kept, and what it was made from is of no more
    /// use to anyone honest.
    pub(super) fn forget_rounds(&self) -> Result<(), CeremonyError> {
        if let Some(mut first) = self.kept::<First>()?
            && !first.secret.is_empty()
        {
            first.secret.zeroize();
            self.keep_only(&first)?;
        }
        if let Some(mut second) = self.kept::<Second>()?
            && !second.secret.is_empty()
        {
            second.secret.zeroize();
            self.keep_only(&second)?;
        }
        Ok(())
    }

    /// Removes everything that was kept: of trustees whose keys lived in memory only, nobody can
    /// read it any more.
    pub(super) fn forget_all(&self) -> Result<(), CeremonyError> {
        for file in [First::FILE, Second::FILE, Last::FILE] {
            let path = self.dir.join(file);
            std::fs::remove_file(&path).map_err(|e| CeremonyError::io(&path, &e))?;
        }
        Ok(())
    }

    fn sealed<T: Kept>(&self, kept: &T) -> Result<Vec<u8>, CeremonyError> {
        let plain = Zeroizing::new(cbor::encode(kept));
        Ok(self.identity.recipient().seal(&plain)?)
    }
}
