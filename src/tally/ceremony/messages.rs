//! The files that trustees give each other, and what must hold before one is read.
//!
//! Invariants: a first-round file is read only if it is signed by the key on its author's card
//! and names this roster; a second-round file also names the very first round it answers, so
//! that trustees who saw different first rounds never finish together.

use super::{CeremonyError, Roster};
use crate::envelope::whole_file;
use crate::envelope::{Digest, Domain, EnvelopeError, PublicKey, Signable, Signed};
use frost_ristretto255::Identifier;
use frost_ristretto255::keys::dkg::round1;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A trustee's public commitment.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Round1 {
    #[n(0)]
    pub roster: Digest,
    #[n(1)]
    pub package: ByteVec,
}

impl Signable for Round1 {
    const DOMAIN: Domain = Domain("seggio/dkg-round1/1");
}

/// What one trustee gives to one other.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Round2 {
    #[n(0)]
    pub roster: Digest,
    /// Digest of all first-round files, in the order of the roster.
    #[n(1)]
    pub round1: Digest,
    #[n(2)]
    pub from: u16,
    #[n(3)]
    pub to: u16,
    #[n(4)]
    pub sealed: ByteVec,
}

impl Signable for Round2 {
    const DOMAIN: Domain = Domain("seggio/dkg-round2/1");
}

/// The first round of everyone, verified.
pub(super) struct FirstRound {
    pub digests: Vec<Digest>,
    pub packages: BTreeMap<Identifier, round1::Package>,
}

impl FirstRound {
    pub fn digest(&self) -> Digest {
        let parts: Vec<&[u8]> = self.digests.iter().map(|d| &d.0[..]).collect();
        Digest::of_parts("seggio/dkg-round1-all/1", &parts)
    }
}

/// Reads everyone's first round.
pub(super) fn first_round(ceremony: &Path, roster: &Roster) -> Result<FirstRound, CeremonyError> {
    let mut round = FirstRound {
        digests: Vec::new(),
        packages: BTreeMap::new(),
    };
    for (index, card) in roster.cards() {
        let path = round1_path(ceremony, &card.name);
        let file: Signed<Round1> = read(&path, &card.name, &card.key, "round1")?;
        if file.value().roster != roster.digest() {
            return Err(CeremonyError::OtherCeremony { path });
        }
        let package = round1::Package::deserialize(&file.value().package).map_err(|e| {
            CeremonyError::Corrupt {
                path: path.clone(),
                who: card.name.clone(),
                why: e.to_string(),
            }
        })?;
        // A commitment that is somebody else's, copied: its author does not know the secret.
        if round.packages.values().any(|p| *p == package) {
            return Err(CeremonyError::Dishonest(card.name.clone()));
        }
        round.digests.push(file.digest());
        round.packages.insert(identifier(index)?, package);
    }
    Ok(round)
}

/// Reads a file that a trustee signed.
pub(super) fn read<T: Signable>(
    path: &Path,
    who: &str,
    key: &PublicKey,
    step: &'static str,
) -> Result<Signed<T>, CeremonyError> {
    let bytes = std::fs::read(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => CeremonyError::Missing {
            path: path.to_owned(),
            who: who.to_owned(),
            step,
        },
        _ => CeremonyError::io(path, &e),
    })?;
    Signed::open(&bytes, key).map_err(|e| CeremonyError::Corrupt {
        path: path.to_owned(),
        who: who.to_owned(),
        why: e.to_string(),
    })
}

/// Writes a file of the ceremony, once.
pub(super) fn publish(path: &Path, bytes: &[u8]) -> Result<(), CeremonyError> {
    whole_file::create(path, bytes).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => CeremonyError::AlreadyDone(path.to_owned()),
        _ => CeremonyError::io(path, &e),
    })
}

pub(super) fn round1_path(ceremony: &Path, name: &str) -> PathBuf {
    ceremony.join(format!("{name}.round1"))
}

pub(super) fn round2_path(ceremony: &Path, from: &str, to: &str) -> PathBuf {
    ceremony.join(format!("{from}-to-{to}.round2"))
}

pub(super) fn identifier(index: u16) -> Result<Identifier, CeremonyError> {
    Identifier::try_from(index).map_err(|e| encoding(&e))
}

pub(super) fn encoding(error: &frost_ristretto255::Error) -> CeremonyError {
    CeremonyError::Envelope(EnvelopeError::Malformed(error.to_string()))
}

/// Names whose contribution the protocol refused; `me` where it names nobody.
pub(super) fn blame(error: &frost_ristretto255::Error, roster: &Roster, me: &str) -> CeremonyError {
    let culprits = error.culprits();
    let who = roster
        .cards()
        .find(|(i, _)| identifier(*i).is_ok_and(|id| culprits.contains(&id)))
        .map_or_else(|| me.to_owned(), |(_, c)| c.name.clone());
    CeremonyError::Dishonest(who)
}
