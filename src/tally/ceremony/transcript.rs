//! What all trustees sign at the end, and the tally key that follows from it.
//!
//! Invariant: a [`TallyKey`] comes out of [`tally_key`] only if every trustee on a card signed
//! the same transcript, and any `threshold` of its verification shares give its key.

use super::messages::{publish, read};
use super::{CeremonyError, Roster};
use crate::consultation::{TallyKey, TrusteePublic};
use crate::envelope::{Digest, Domain, Signable, Signed, SigningKey, cbor};
use crate::tally::group;
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use std::path::{Path, PathBuf};

/// The public result of a ceremony; the same for every trustee.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Transcript {
    /// Digest of the roster.
    #[n(0)]
    pub roster: Digest,
    /// Digests of the first-round files, in the order of the roster.
    #[n(1)]
    pub round1: Vec<Digest>,
    /// The group key, canonical Ristretto255 encoding.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub key: [u8; 32],
    /// Verification shares, in the order of the roster.
    #[n(3)]
    pub verification_shares: Vec<ByteArray<32>>,
    /// Trustees needed.
    #[n(4)]
    pub threshold: u16,
    /// Whether all trustees were on one machine: for demonstration and training only.
    #[n(5)]
    pub one_machine: bool,
}

impl Signable for Transcript {
    const DOMAIN: Domain = Domain("seggio/transcript/1");
}

impl Transcript {
    /// Names the transcript, whoever signed it.
    pub fn digest(&self) -> Digest {
        Digest::of(&cbor::encode(self))
    }

    /// Whether the shares belong to the key.
    pub(super) fn check(&self) -> Result<(), CeremonyError> {
        let key = group::key(&self.key).ok_or(CeremonyError::Inconsistent)?;
        let shares: Option<Vec<_>> = self
            .verification_shares
            .iter()
            .map(|s| group::key(s))
            .collect();
        let shares = shares.ok_or(CeremonyError::Inconsistent)?;
        if self.threshold < 2 || usize::from(self.threshold) > shares.len() {
            return Err(CeremonyError::Threshold {
                threshold: self.threshold,
                trustees: shares.len(),
            });
        }
        if group::consistent(&key, self.threshold, &shares) {
            Ok(())
        } else {
            Err(CeremonyError::Inconsistent)
        }
    }

    pub(super) fn sign_into(
        &self,
        ceremony: &Path,
        name: &str,
        key: &SigningKey,
    ) -> Result<(), CeremonyError> {
        let signed = key.sign(self.clone());
        publish(&path(ceremony, name), signed.bytes())
    }
}

/// Reads the whole ceremony back: the tally key for the manifest, and whether all its trustees
/// were on one machine (which a live consultation refuses).
pub fn tally_key(ceremony: &Path) -> Result<(TallyKey, bool), CeremonyError> {
    let threshold = said_threshold(ceremony)?;
    let roster = Roster::read(ceremony, threshold)?;
    let mut agreed: Option<Transcript> = None;
    for (_, card) in roster.cards() {
        let path = path(ceremony, &card.name);
        let signed: Signed<Transcript> = read(&path, &card.name, &card.key, "finish")?;
        let transcript = signed.value();
        if agreed.as_ref().is_some_and(|a| a != transcript) {
            return Err(CeremonyError::Disagreement(card.name.clone()));
        }
        if transcript.roster != roster.digest() || transcript.threshold != threshold {
            return Err(CeremonyError::OtherCeremony { path });
        }
        agreed = Some(transcript.clone());
    }
    let transcript = agreed.ok_or(CeremonyError::Inconsistent)?;
    if transcript.verification_shares.len() != roster.trustees() {
        return Err(CeremonyError::Inconsistent);
    }
    transcript.check()?;
    let trustees =
        roster
            .cards()
            .zip(&transcript.verification_shares)
            .map(|((index, card), share)| TrusteePublic {
                index,
                name: card.name.clone(),
                key: card.key,
                verification_share: **share,
            });
    let key = TallyKey {
        key: transcript.key,
        threshold,
        trustees: trustees.collect(),
        transcript: transcript.digest(),
    };
    Ok((key, transcript.one_machine))
}

/// The threshold that some transcript names; [`tally_key`] then requires that all agree.
fn said_threshold(ceremony: &Path) -> Result<u16, CeremonyError> {
    let folder = std::fs::read_dir(ceremony).map_err(|e| CeremonyError::io(ceremony, &e))?;
    for entry in folder {
        let path = entry.map_err(|e| CeremonyError::io(ceremony, &e))?.path();
        if path.extension().is_some_and(|e| e == "transcript") {
            let bytes = std::fs::read(&path).map_err(|e| CeremonyError::io(&path, &e))?;
            return match Signed::<Transcript>::peek(&bytes) {
                Ok(transcript) => Ok(transcript.threshold),
                Err(e) => Err(CeremonyError::Corrupt {
                    who: path
                        .file_stem()
                        .map(|s| s.to_string_lossy().into_owned())
                        .unwrap_or_default(),
                    path,
                    why: e.to_string(),
                }),
            };
        }
    }
    Err(CeremonyError::Missing {
        path: ceremony.join("*.transcript"),
        who: "every trustee".to_owned(),
        step: "finish",
    })
}

fn path(ceremony: &Path, name: &str) -> PathBuf {
    ceremony.join(format!("{name}.transcript"))
}
