//! Opening a sealed ballot that was not cast: choice and seed are revealed, and anyone recomputes
//! the ciphertexts.
//!
//! Invariant: an [`Opening`] that [`BallotForm::open`] accepts is of a ballot whose every
//! ciphertext is the encryption of the revealed bits with the randomness of the revealed seed.

use super::form::BallotForm;
use super::sealed::{BallotError, SealedBallot};
use super::{Choices, Sealing};
use crate::envelope::SecretBytes;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

/// A ballot that its voter opened instead of casting it. It is published and never counted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Opening {
    /// The sealed ballot.
    #[n(0)]
    pub ballot: ByteVec,
    /// The seed of its randomness.
    #[n(1)]
    #[cbor(with = "minicbor::bytes")]
    pub seed: [u8; 32],
    /// The bits of each question, a byte each: 0 or 1.
    #[n(2)]
    pub bits: Vec<ByteVec>,
}

impl Opening {
    /// Reveals a sealing.
    pub fn of(sealing: &Sealing) -> Self {
        let bytes =
            |bits: &[bool]| ByteVec::from(bits.iter().map(|b| u8::from(*b)).collect::<Vec<_>>());
        Self {
            ballot: ByteVec::from(sealing.ballot.bytes().to_vec()),
            seed: *sealing.seed.expose(),
            bits: sealing.choices.bits().map(bytes).collect(),
        }
    }
}

impl BallotForm {
    /// Checks an opening: the ballot is well formed and proven, the bits obey the methods, and
    /// encrypting them again with the seed gives the ballot's ciphertexts.
    pub fn open(&self, opening: &Opening) -> Result<(SealedBallot, Choices), BallotError> {
        let ballot = self.read(&opening.ballot)?;
        self.verify(&ballot)?;
        let bits: Option<Vec<Vec<bool>>> = opening
            .bits
            .iter()
            .map(|question| question.iter().map(|b| bit(*b)).collect())
            .collect();
        let choices = bits.and_then(|bits| Choices::of_bits(&self.shapes, bits));
        let choices = choices.ok_or(BallotError::Opening)?;
        let (_, ciphertexts) = self.encrypted(&choices, &SecretBytes::new(opening.seed))?;
        if ciphertexts == ballot.ciphertexts {
            Ok((ballot, choices))
        } else {
            Err(BallotError::Opening)
        }
    }
}

fn bit(byte: u8) -> Option<bool> {
    match byte {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}
