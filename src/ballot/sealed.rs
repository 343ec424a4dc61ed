//! A sealed ballot as it travels, and what must hold before it counts.

use super::Tracker;
use super::form::{BallotForm, Ciphertext, point};
use super::relation;
use crate::consultation::StationId;
use crate::envelope::{Digest, EnvelopeError, cbor};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use rayon::prelude::*;
use std::collections::HashSet;

/// Why a sealed ballot is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BallotError {
    /// The manifest's tally key is not a point of the group, or is the identity.
    #[error("the tally key is not valid")]
    TallyKey,
    /// Not canonical CBOR of a ballot.
    #[error("not a ballot: {0}")]
    Encoding(#[from] EnvelopeError),
    /// A ballot of another consultation.
    #[error("a ballot of another consultation")]
    OtherConsultation,
    /// The number of questions or bits is not the manifest's.
    #[error("the ballot has not the form of the consultation")]
    Shape,
    /// A point that is not canonical, or the identity.
    #[error("a point of the ballot is not canonical or is the identity")]
    Point,
    /// The same R twice.
    #[error("the ballot repeats a random point")]
    RepeatedR,
    /// The proof does not verify.
    #[error("the proof of the ballot does not verify")]
    Proof,
    /// The revealed bits and seed do not give the ballot.
    #[error("what was revealed is not what is in the ballot")]
    Opening,
}

/// The encoded form.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Wire {
    #[n(0)]
    pub fingerprint: Digest,
    #[n(1)]
    pub station: StationId,
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub nonce: [u8; 32],
    #[n(3)]
    pub questions: Vec<ByteVec>,
    #[n(4)]
    pub proof: ByteVec,
}

/// The encrypted answers to all questions, with one proof and one nonce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedBallot {
    pub(super) wire: Wire,
    pub(super) bytes: Vec<u8>,
    pub(super) tracker: Tracker,
    pub(super) ciphertexts: Vec<Ciphertext>,
}

impl SealedBallot {
    /// The bytes that the tracker names.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256 of the bytes.
    pub fn tracker(&self) -> Tracker {
        self.tracker
    }

    /// The station it was sealed at.
    pub fn station(&self) -> &StationId {
        &self.wire.station
    }

    /// The nonce that all its questions share.
    pub fn nonce(&self) -> &[u8; 32] {
        &self.wire.nonce
    }

    /// Every R of the ballot, in its canonical encoding, to find copies across ballots.
    pub fn random_points(&self) -> impl Iterator<Item = [u8; 32]> + '_ {
        self.wire
            .questions
            .iter()
            .flat_map(|q| q.chunks_exact(64))
            .filter_map(|c| c.get(..32)?.try_into().ok())
    }

    /// The ciphertexts of all questions, one after the other.
    pub fn ciphertexts(&self) -> &[Ciphertext] {
        &self.ciphertexts
    }
}

impl BallotForm {
    /// Reads a ballot: canonical, of this consultation, of the right form, every point valid, no
    /// point repeated. The proof is still to be verified.
    pub fn read(&self, bytes: &[u8]) -> Result<SealedBallot, BallotError> {
        let wire: Wire = cbor::decode(bytes)?;
        if wire.fingerprint != self.fingerprint {
            return Err(BallotError::OtherConsultation);
        }
        let right_size = wire.questions.len() == self.shapes.len()
            && wire
                .questions
                .iter()
                .zip(&self.shapes)
                .all(|(q, s)| q.len() == 64 * s.bits);
        if !right_size {
            return Err(BallotError::Shape);
        }
        let mut ciphertexts = Vec::with_capacity(self.bits());
        let mut seen = HashSet::new();
        for pair in wire.questions.iter().flat_map(|q| q.chunks_exact(64)) {
            let (r, b) = pair.split_at(32);
            if !seen.insert(r) {
                return Err(BallotError::RepeatedR);
            }
            let r = point(r).ok_or(BallotError::Point)?;
            let b = point(b).ok_or(BallotError::Point)?;
            ciphertexts.push(Ciphertext { r, b });
        }
        drop(seen);
        Ok(SealedBallot {
            wire,
            bytes: bytes.to_vec(),
            tracker: Tracker::of(bytes),
            ciphertexts,
        })
    }

    /// Verifies the proof of one ballot.
    pub fn verify(&self, ballot: &SealedBallot) -> Result<(), BallotError> {
        // One ballot is a batch of one: its weights are half as long as those of the library's
        // function for one.
        if self.verify_together(std::slice::from_ref(ballot)) {
            Ok(())
        } else {
            Err(BallotError::Proof)
        }
    }

    /// Verifies many ballots, in batches and on all cores. The error is the place of the first
    /// ballot whose proof does not verify.
    pub fn verify_all(&self, ballots: &[SealedBallot]) -> Result<(), usize> {
        /// More in a batch save nothing that can be measured.
        const TOGETHER: usize = 64;
        // A few ballots are shared out too: every core has some.
        let each = ballots.len().div_ceil(rayon::current_num_threads());
        let together = each.clamp(1, TOGETHER);
        let bad = ballots
            .par_chunks(together)
            .enumerate()
            .find_map_first(|(chunk, ballots)| {
                if self.verify_together(ballots) {
                    return None;
                }
                // A batch only says that something in it is wrong: look for the one.
                let first = ballots.iter().position(|b| self.verify(b).is_err());
                Some(chunk * together + first.unwrap_or(0))
            });
        bad.map_or(Ok(()), Err)
    }

    /// Bytes of a proof: for each bit four commitments and three responses, for each equation two
    /// and one.
    fn proof_len(&self) -> usize {
        let equations: usize = self.shapes.iter().map(|s| s.equations.len()).sum();
        32 * (7 * self.bits() + 3 * equations)
    }

    fn verify_together(&self, ballots: &[SealedBallot]) -> bool {
        let length = self.proof_len();
        if ballots.iter().any(|b| b.wire.proof.len() != length) {
            return false;
        }
        let prepared: Option<Vec<_>> = ballots
            .iter()
            .map(|b| {
                let tag = relation::tag(self, &b.wire.station, &b.wire.nonce);
                let id = sigma_proofs::derive_session_id::<sigma_proofs::DefaultHash>(&tag);
                Some((id, relation::instance(self, &b.ciphertexts).ok()?))
            })
            .collect();
        let Some(prepared) = prepared else {
            return false;
        };
        let batch: Vec<_> = prepared
            .iter()
            .zip(ballots)
            .map(|((id, instance), b)| (id, instance, b.wire.proof.as_slice()))
            .collect();
        sigma_proofs::verify_batch(&batch).is_ok()
    }
}
