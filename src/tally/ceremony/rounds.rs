//! The three rounds of the distributed key generation of `frost-ristretto255`, as files.
//!
//! Invariants: a first-round file is read only if it is signed by the key on its author's card
//! and names this roster; a second-round file also names the very first round it answers, so
//! that trustees who saw different first rounds never finish together.

use super::{CeremonyError, Roster, Transcript, Trustee};
use crate::envelope::{Digest, Domain, EnvelopeError, Passphrase, PublicKey, Signable, Signed};
use crate::tally::files::write_new;
use crate::tally::share::{SHARE_FILE, Share};
use frost_ristretto255::Identifier;
use frost_ristretto255::keys::dkg::{self, round1, round2};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use rand_core::OsRng;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

const ROUND1_SECRET: &str = "round1.secret.age";
const ROUND2_SECRET: &str = "round2.secret.age";

/// A trustee's public commitment.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct Round1 {
    #[n(0)]
    roster: Digest,
    #[n(1)]
    package: ByteVec,
}

impl Signable for Round1 {
    const DOMAIN: Domain = Domain("seggio/dkg-round1/1");
}

/// What one trustee gives to one other.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct Round2 {
    #[n(0)]
    roster: Digest,
    /// Digest of all first-round files, in the order of the roster.
    #[n(1)]
    round1: Digest,
    #[n(2)]
    from: u16,
    #[n(3)]
    to: u16,
    #[n(4)]
    sealed: ByteVec,
}

impl Signable for Round2 {
    const DOMAIN: Domain = Domain("seggio/dkg-round2/1");
}

/// The first round of everyone, verified.
struct FirstRound {
    digests: Vec<Digest>,
    packages: BTreeMap<Identifier, round1::Package>,
}

impl FirstRound {
    fn digest(&self) -> Digest {
        let parts: Vec<&[u8]> = self.digests.iter().map(|d| &d.0[..]).collect();
        Digest::of_parts("seggio/dkg-round1-all/1", &parts)
    }
}

impl Trustee {
    /// First round: a public commitment for everyone; the secret polynomial stays here.
    pub fn round1(&self, ceremony: &Path, threshold: u16) -> Result<(), CeremonyError> {
        let roster = Roster::read(ceremony, threshold)?;
        let index = self.index(&roster)?;
        let trustees = u16::try_from(roster.trustees()).unwrap_or(u16::MAX);
        let (secret, package) = dkg::part1(identifier(index)?, trustees, threshold, OsRng)
            .map_err(|e| blame(&e, &roster, &self.name))?;
        let secret = Zeroizing::new(secret.serialize().map_err(|e| encoding(&e))?);
        self.keep(ROUND1_SECRET, &secret)?;
        let round1 = self.key.sign(Round1 {
            roster: roster.digest(),
            package: ByteVec::from(package.serialize().map_err(|e| encoding(&e))?),
        });
        publish(&round1_path(ceremony, &self.name), round1.bytes())
    }

    /// Second round: to every other trustee, sealed, a value of the secret polynomial.
    pub fn round2(&self, ceremony: &Path, threshold: u16) -> Result<(), CeremonyError> {
        let roster = Roster::read(ceremony, threshold)?;
        let me = self.index(&roster)?;
        let mut first = first_round(ceremony, &roster)?;
        let all = first.digest();
        first.packages.remove(&identifier(me)?);
        let secret = self.kept(ROUND1_SECRET, "round1")?;
        let secret = round1::SecretPackage::deserialize(&secret).map_err(|e| encoding(&e))?;
        let (secret, packages) =
            dkg::part2(secret, &first.packages).map_err(|e| blame(&e, &roster, &self.name))?;
        let secret = Zeroizing::new(secret.serialize().map_err(|e| encoding(&e))?);
        self.keep(ROUND2_SECRET, &secret)?;
        for (to, card) in roster.cards().filter(|(i, _)| *i != me) {
            let Some(package) = packages.get(&identifier(to)?) else {
                return Err(CeremonyError::Dishonest(card.name.clone()));
            };
            let plain = Zeroizing::new(package.serialize().map_err(|e| encoding(&e))?);
            let round2 = self.key.sign(Round2 {
                roster: roster.digest(),
                round1: all,
                from: me,
                to,
                sealed: ByteVec::from(card.recipient.seal(&plain)?),
            });
            publish(
                &round2_path(ceremony, &self.name, &card.name),
                round2.bytes(),
            )?;
        }
        Ok(())
    }

    /// Third round: opens what the others gave, keeps the share under the passphrase and signs
    /// the transcript. `one_machine` says that all trustees were on this machine.
    pub fn finish(
        &self,
        ceremony: &Path,
        threshold: u16,
        one_machine: bool,
        passphrase: &Passphrase,
    ) -> Result<Transcript, CeremonyError> {
        let roster = Roster::read(ceremony, threshold)?;
        let me = self.index(&roster)?;
        let share_path = self.dir.join(SHARE_FILE);
        if share_path.exists() {
            return Err(CeremonyError::AlreadyDone(share_path));
        }
        let mut first = first_round(ceremony, &roster)?;
        let all = first.digest();
        first.packages.remove(&identifier(me)?);
        let secret = self.kept(ROUND2_SECRET, "round2")?;
        let secret = round2::SecretPackage::deserialize(&secret).map_err(|e| encoding(&e))?;
        let mut given = BTreeMap::new();
        for (from, card) in roster.cards().filter(|(i, _)| *i != me) {
            let path = round2_path(ceremony, &card.name, &self.name);
            let round2: Signed<Round2> = read(&path, &card.name, &card.key, "round2")?;
            let r = round2.value();
            if (r.roster, r.round1, r.from, r.to) != (roster.digest(), all, from, me) {
                return Err(CeremonyError::OtherCeremony { path });
            }
            let corrupt = |why: String| CeremonyError::Corrupt {
                path: path.clone(),
                who: card.name.clone(),
                why,
            };
            let plain = self
                .identity
                .open(&r.sealed)
                .map_err(|e| corrupt(e.to_string()))?;
            let package =
                round2::Package::deserialize(&plain).map_err(|e| corrupt(e.to_string()))?;
            given.insert(identifier(from)?, package);
        }
        let (mine, public) = dkg::part3(&secret, &first.packages, &given)
            .map_err(|e| blame(&e, &roster, &self.name))?;
        let verification_shares = roster
            .cards()
            .map(|(i, card)| {
                let share = public.verifying_shares().get(&identifier(i)?);
                share
                    .and_then(|s| bytes32(&s.serialize().ok()?))
                    .ok_or_else(|| CeremonyError::Dishonest(card.name.clone()))
            })
            .collect::<Result<Vec<_>, _>>()?;
        let key = public.verifying_key().serialize().ok();
        let transcript = Transcript {
            roster: roster.digest(),
            round1: first.digests,
            key: key
                .and_then(|k| bytes32(&k))
                .ok_or(CeremonyError::Inconsistent)?,
            verification_shares: verification_shares.into_iter().map(Into::into).collect(),
            threshold,
            one_machine,
        };
        transcript.check()?;
        let scalar = Zeroizing::new(mine.signing_share().serialize());
        let scalar = Zeroizing::new(bytes32(&scalar).ok_or(CeremonyError::Inconsistent)?);
        let share = Share::new(
            me,
            &self.name,
            &self.key,
            &scalar,
            transcript.key,
            transcript.digest(),
        )
        .ok_or(CeremonyError::Inconsistent)?;
        let locked = share.lock(passphrase)?;
        publish(&share_path, &locked)?;
        transcript.sign_into(ceremony, &self.name, &self.key)?;
        Ok(transcript)
    }
}

/// Reads everyone's first round.
fn first_round(ceremony: &Path, roster: &Roster) -> Result<FirstRound, CeremonyError> {
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
    write_new(path, bytes).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => CeremonyError::AlreadyDone(path.to_owned()),
        _ => CeremonyError::io(path, &e),
    })
}

fn round1_path(ceremony: &Path, name: &str) -> PathBuf {
    ceremony.join(format!("{name}.round1"))
}

fn round2_path(ceremony: &Path, from: &str, to: &str) -> PathBuf {
    ceremony.join(format!("{from}-to-{to}.round2"))
}

fn identifier(index: u16) -> Result<Identifier, CeremonyError> {
    Identifier::try_from(index).map_err(|e| encoding(&e))
}

fn bytes32(bytes: &[u8]) -> Option<[u8; 32]> {
    bytes.try_into().ok()
}

fn encoding(error: &frost_ristretto255::Error) -> CeremonyError {
    CeremonyError::Envelope(EnvelopeError::Malformed(error.to_string()))
}

/// Names whose contribution the protocol refused; `me` where it names nobody.
fn blame(error: &frost_ristretto255::Error, roster: &Roster, me: &str) -> CeremonyError {
    let culprits = error.culprits();
    let who = roster
        .cards()
        .find(|(i, _)| identifier(*i).is_ok_and(|id| culprits.contains(&id)))
        .map_or_else(|| me.to_owned(), |(_, c)| c.name.clone());
    CeremonyError::Dishonest(who)
}
