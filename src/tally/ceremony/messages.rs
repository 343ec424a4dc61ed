//! The files that trustees give each other, and what must hold before one is read.
//!
//! Invariant: a file is read only if it is signed by the key on its author's card; one's own is
//! written where nothing is, and never over another.

use super::CeremonyError;
use super::card::{Roster, card_path};
use crate::envelope::whole_file;
use crate::envelope::{Digest, Domain, EnvelopeError, PublicKey, Signable, Signed};
use frost_ristretto255::Identifier;
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use std::path::{Path, PathBuf};

/// A trustee's public commitment, and with whom it was made.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Round1 {
    #[n(0)]
    pub roster: Digest,
    #[n(1)]
    pub threshold: u16,
    /// The cards that its author has seen, in the order of their names.
    #[n(2)]
    pub cards: Vec<Seen>,
    #[n(3)]
    pub package: ByteVec,
}

/// A card by name and digest.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Seen {
    #[n(0)]
    pub name: String,
    #[n(1)]
    pub card: Digest,
}

impl Signable for Round1 {
    const DOMAIN: Domain = Domain("seggio/dkg-round1/1");
}

impl Round1 {
    /// Requires the card of everyone whose card its author has seen: it may only be lost.
    pub fn all_cards_here(&self, ceremony: &Path) -> Result<(), CeremonyError> {
        let missing = self.cards.iter().find_map(|seen| {
            let path = card_path(ceremony, &seen.name);
            (!path.exists()).then(|| CeremonyError::Missing {
                path,
                who: seen.name.clone(),
                step: "keys",
            })
        });
        missing.map_or(Ok(()), Err)
    }
}

/// What one trustee gives to one other.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct Round2 {
    #[n(0)]
    pub roster: Digest,
    /// Digests of all first-round files, in the order of the roster.
    #[n(1)]
    pub round1: Vec<Digest>,
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
        step,
        why: e.to_string(),
    })
}

/// Puts this trustee's own file into the shared folder, if it is not there; says whether it wrote.
pub(super) fn publish(
    path: &Path,
    bytes: &[u8],
    step: &'static str,
) -> Result<bool, CeremonyError> {
    match whole_file::create(path, bytes) {
        Ok(()) => Ok(true),
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => match std::fs::read(path) {
            Ok(found) if found == bytes => Ok(false),
            Ok(_) => Err(CeremonyError::NotMine {
                path: path.to_owned(),
                step,
            }),
            Err(e) => Err(CeremonyError::io(path, &e)),
        },
        Err(e) => Err(CeremonyError::io(path, &e)),
    }
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

/// Names whose contribution the protocol refused; `path` gives the file by its author's name.
pub(super) fn blame(
    error: &frost_ristretto255::Error,
    roster: &Roster,
    path: impl Fn(&str) -> PathBuf,
) -> CeremonyError {
    let culprits = error.culprits();
    let who = roster
        .cards()
        .find(|(i, _)| identifier(*i).is_ok_and(|id| culprits.contains(&id)));
    who.map_or(CeremonyError::Inconsistent, |(_, card)| {
        CeremonyError::Dishonest {
            path: path(&card.name),
            who: card.name.clone(),
            why: error.to_string(),
        }
    })
}
