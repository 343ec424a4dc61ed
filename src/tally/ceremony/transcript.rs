//! What all trustees sign at the end, and the tally key that follows from it.
//!
//! Invariant: a [`TallyKey`] comes out of [`tally_key`] only if every trustee on a card signed
//! the same transcript, and any `threshold` of its verification shares give its key.

use super::card::{self, card_path};
use super::messages::read;
use super::{CeremonyError, Roster, folder};
use crate::consultation::{TallyKey, TrusteePublic};
use crate::envelope::{Digest, Domain, Signable, Signed, cbor};
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
    /// The trustees' names, in the order of the roster.
    #[n(6)]
    pub names: Vec<String>,
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

    /// Requires that those who have signed already signed this very transcript: before one's own
    /// signature is added, and before a share of a disputed key is kept.
    pub(super) fn agrees(
        &self,
        ceremony: &Path,
        roster: &Roster,
        me: &str,
    ) -> Result<(), CeremonyError> {
        for (_, card) in roster.cards().filter(|(_, c)| c.name != me) {
            let path = path(ceremony, &card.name);
            if path.exists() {
                let signed: Signed<Self> = read(&path, &card.name, &card.key, "finish")?;
                self.same(me, signed.value(), &card.name)?;
            }
        }
        Ok(())
    }

    /// Requires that two trustees signed the same.
    pub(super) fn same(&self, one: &str, theirs: &Self, other: &str) -> Result<(), CeremonyError> {
        if self == theirs {
            return Ok(());
        }
        let what = if self.roster != theirs.roster || self.names != theirs.names {
            "other cards or another threshold"
        } else if self.round1 != theirs.round1 {
            "another first round"
        } else if self.one_machine != theirs.one_machine {
            "whether all trustees were on one machine"
        } else {
            "another key"
        };
        Err(CeremonyError::Disagreement {
            one: one.to_owned(),
            other: other.to_owned(),
            what,
        })
    }
}

/// Reads the whole ceremony back: the tally key for the manifest, and whether all its trustees
/// were on one machine (which a live consultation refuses).
pub fn tally_key(ceremony: &Path) -> Result<(TallyKey, bool), CeremonyError> {
    let said = said(ceremony)?;
    for name in &said.names {
        let path = card_path(ceremony, name);
        if !path.exists() {
            return Err(CeremonyError::Missing {
                path,
                who: name.clone(),
                step: "keys",
            });
        }
    }
    let roster = Roster::read(ceremony, said.threshold)?;
    if let Some((_, card)) = roster.cards().find(|(_, c)| !said.names.contains(&c.name)) {
        return Err(CeremonyError::Added {
            path: card_path(ceremony, &card.name),
            who: card.name.clone(),
        });
    }
    folder::no_strays(ceremony, &roster)?;
    let mut agreed: Option<(&str, Transcript)> = None;
    for (_, card) in roster.cards() {
        let path = path(ceremony, &card.name);
        let signed: Signed<Transcript> = read(&path, &card.name, &card.key, "finish")?;
        let transcript = signed.value().clone();
        if let Some((other, agreed)) = &agreed {
            agreed.same(other, &transcript, &card.name)?;
        }
        if transcript.roster != roster.digest() || transcript.threshold != roster.threshold() {
            return Err(CeremonyError::OtherCeremony {
                path,
                who: card.name.clone(),
                step: "finish",
            });
        }
        agreed.get_or_insert((&card.name, transcript));
    }
    let (_, transcript) = agreed.ok_or(CeremonyError::Inconsistent)?;
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
        threshold: transcript.threshold,
        trustees: trustees.collect(),
        transcript: transcript.digest(),
    };
    Ok((key, transcript.one_machine))
}

/// What the first transcript says, whoever signed it; [`tally_key`] then requires that all agree.
fn said(ceremony: &Path) -> Result<Transcript, CeremonyError> {
    let files = folder::files(ceremony)?;
    let transcripts = files
        .into_iter()
        .filter(|p| p.extension().is_some_and(|e| e == "transcript"));
    let Some(path) = transcripts.into_iter().next() else {
        return Err(CeremonyError::Missing {
            path: ceremony.join("*.transcript"),
            who: "every trustee".to_owned(),
            step: "finish",
        });
    };
    let bytes = std::fs::read(&path).map_err(|e| CeremonyError::io(&path, &e))?;
    let corrupt = |why: String| CeremonyError::Corrupt {
        who: folder::stem(&path),
        path: path.clone(),
        step: "finish",
        why,
    };
    // Damage is to be named as such before what the damaged file says is believed.
    let card = card_path(ceremony, &folder::stem(&path));
    if card.exists() {
        let key = card::card(&card)?.value().key;
        let signed = Signed::<Transcript>::open(&bytes, &key);
        return signed
            .map(|s| s.value().clone())
            .map_err(|e| corrupt(e.to_string()));
    }
    Signed::<Transcript>::peek(&bytes).map_err(|e| corrupt(e.to_string()))
}

/// The path of a trustee's transcript.
pub(super) fn path(ceremony: &Path, name: &str) -> PathBuf {
    ceremony.join(format!("{name}.transcript"))
}
