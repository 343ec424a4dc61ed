//! Sealing: one fresh seed, encrypted bits, one proof.

use super::form::{BallotForm, Ciphertext};
use super::point::Point;
use super::prover::Prover;
use super::relation;
use super::sealed::{BallotError, SealedBallot, Wire};
use super::{Choices, Tracker};
use crate::consultation::StationId;
use crate::envelope::{SecretBytes, cbor};
use curve25519_dalek::Scalar;
use group::GroupEncoding;
use hmac::{Hmac, Mac};
use minicbor::bytes::ByteVec;
use rand_core::RngCore;
use sha2::Sha512;
use zeroize::Zeroizing;

/// A ballot just sealed, with the seed of its randomness. The seed is wiped when this is dropped;
/// casting drops it.
pub struct Sealing {
    /// The ballot.
    pub ballot: SealedBallot,
    /// Reveals the choice together with the ballot.
    pub seed: SecretBytes,
    /// What is inside.
    pub(super) choices: Choices,
}

impl std::fmt::Debug for Sealing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sealing({:?})", self.ballot.tracker())
    }
}

impl BallotForm {
    /// Seals choices for a station, with a fresh nonce and a fresh seed from the operating system.
    pub fn seal(&self, choices: &Choices, station: &StationId) -> Result<Sealing, BallotError> {
        let mut nonce = [0; 32];
        rand_core::OsRng.fill_bytes(&mut nonce);
        self.seal_with(choices, station, nonce, SecretBytes::random())
    }

    fn seal_with(
        &self,
        choices: &Choices,
        station: &StationId,
        nonce: [u8; 32],
        seed: SecretBytes,
    ) -> Result<Sealing, BallotError> {
        let (randomness, ciphertexts) = self.encrypted(choices, &seed)?;
        let instance = relation::instance(self, &ciphertexts)?;
        // With room for all from the start: a vector that grows leaves a copy behind.
        let mut bits = Zeroizing::new(Vec::with_capacity(self.bits()));
        bits.extend(choices.bits().flatten());
        let witness = relation::witness(self, &bits, &randomness);
        let tag = relation::tag(self, station, &nonce);
        let prover = Prover {
            instance: &instance,
            bases: &self.bases,
            bits: self.bits(),
        };
        // The prover's own nonces come fresh from the operating system, never from the seed.
        let proof = sigma_proofs::prove_batchable(&tag, &prover, &witness)
            .map_err(|_| BallotError::Proof)?;
        // What a fault of this machine made wrong must not leave it: one bad proof would keep a whole
        // batch from being received.
        let session = sigma_proofs::derive_session_id::<sigma_proofs::DefaultHash>(&tag);
        sigma_proofs::verify_batch(&[(&session, prover.instance, proof.as_slice())])
            .map_err(|_| BallotError::Proof)?;
        let wire = Wire {
            fingerprint: self.fingerprint,
            station: station.clone(),
            nonce,
            questions: self.split(&ciphertexts),
            proof: ByteVec::from(proof),
        };
        let bytes = cbor::encode(&wire);
        let tracker = Tracker::of(&bytes);
        Ok(Sealing {
            ballot: SealedBallot {
                wire,
                bytes,
                tracker,
                ciphertexts,
            },
            seed,
            choices: choices.clone(),
        })
    }

    /// The randomness of every bit and its encryption.
    pub(super) fn encrypted(
        &self,
        choices: &Choices,
        seed: &SecretBytes,
    ) -> Result<(Zeroizing<Vec<Scalar>>, Vec<Ciphertext>), BallotError> {
        let mut randomness = Zeroizing::new(Vec::with_capacity(self.bits()));
        let mut halves = Zeroizing::new(Vec::with_capacity(2 * self.bits()));
        for (question, bits) in choices.bits().enumerate() {
            for (bit, value) in bits.iter().enumerate() {
                let r = randomness_of(seed, question, bit)?;
                halves.extend(self.bases.half_encryption(*value, &r));
                randomness.push(r);
            }
        }
        if randomness.len() == self.bits() {
            let points = Point::doubles(&halves);
            let pairs = points.chunks_exact(2);
            let ciphertexts = pairs.map(|p| Ciphertext { r: p[0], b: p[1] }).collect();
            Ok((randomness, ciphertexts))
        } else {
            Err(BallotError::Shape)
        }
    }

    /// The ciphertexts of each question as bytes: `R` and `B`, 32 bytes each, bit by bit.
    pub(super) fn split(&self, ciphertexts: &[Ciphertext]) -> Vec<ByteVec> {
        let mut rest = ciphertexts;
        let mut questions = Vec::with_capacity(self.shapes.len());
        for shape in &self.shapes {
            let (these, after) = rest.split_at(shape.bits);
            rest = after;
            let bytes = these.iter().flat_map(|c| [c.r.to_bytes(), c.b.to_bytes()]);
            questions.push(ByteVec::from(bytes.flatten().collect::<Vec<u8>>()));
        }
        questions
    }
}

/// The randomness of one bit: HMAC-SHA-512 of the seed over domain, question and bit, reduced
/// from 64 bytes. Question and bit both count: a bit's place alone would repeat across questions.
fn randomness_of(seed: &SecretBytes, question: usize, bit: usize) -> Result<Scalar, BallotError> {
    let mut mac = Hmac::<Sha512>::new_from_slice(seed.expose()).map_err(|_| BallotError::Shape)?;
    mac.update(b"seggio/ballot-randomness/1");
    mac.update(&(question as u64).to_be_bytes());
    mac.update(&(bit as u64).to_be_bytes());
    let wide = Zeroizing::new(<[u8; 64]>::from(mac.finalize().into_bytes()));
    Ok(Scalar::from_bytes_mod_order_wide(&wide))
}
