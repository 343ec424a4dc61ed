//! One signed chain for each station.

use super::Header;
use crate::consultation::{Rotation, StationId};
use crate::envelope::{Digest, Signed};

/// Where a station's chain stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// The consultation.
    pub fingerprint: Digest,
    /// The station.
    pub station: StationId,
    /// Sequence of the next batch.
    pub next: u64,
    /// Digest of the last header; of the rotation before the first.
    pub head: Digest,
}

/// Why a header does not follow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// Of another consultation or station.
    #[error("a batch of another consultation or station")]
    Other,
    /// A later one: something in between is missing.
    #[error("batch {found} arrived, but {expected} is missing")]
    Gap {
        /// The one that must come next.
        expected: u64,
        /// The one that came.
        found: u64,
    },
    /// The sequence was used before, or the previous header is another one.
    #[error("batch {sequence} does not continue the chain that is known")]
    Fork {
        /// The batch.
        sequence: u64,
    },
}

impl Chain {
    /// The chain of a station that has sent nothing.
    pub fn start(rotation: &Signed<Rotation>) -> Self {
        let r = rotation.value();
        Self {
            fingerprint: r.fingerprint,
            station: r.station.clone(),
            next: 0,
            head: rotation.digest(),
        }
    }

    /// Checks that a header comes next, and takes the step.
    pub fn follow(&mut self, header: &Signed<Header>) -> Result<(), ChainError> {
        let h = header.value();
        if h.fingerprint != self.fingerprint || h.station != self.station {
            return Err(ChainError::Other);
        }
        if h.sequence > self.next {
            return Err(ChainError::Gap {
                expected: self.next,
                found: h.sequence,
            });
        }
        if h.sequence < self.next || h.previous != self.head {
            return Err(ChainError::Fork {
                sequence: h.sequence,
            });
        }
        self.head = header.digest();
        self.next += 1;
        Ok(())
    }
}
