//! The last round: from what the others gave to a share and a transcript.

use super::first_round::{FirstRound, same_rounds};
use super::kept::{First, Last, Second};
use super::messages::{Round2, blame, encoding, identifier, publish, read, round2_path};
use super::{CeremonyError, Roster, Step, Transcript, Trustee, transcript};
use crate::envelope::{Digest, Passphrase, Signed, whole_file};
use crate::tally::share::{SHARE_FILE, Share};
use frost_ristretto255::Identifier;
use frost_ristretto255::keys::dkg::{self, round2};
use minicbor::bytes::ByteVec;
use std::collections::BTreeMap;
use std::path::Path;
use zeroize::Zeroizing;

impl Trustee {
    /// Last step: opens what the others gave, keeps the share under the passphrase and signs the
    /// transcript. `one_machine` says that all trustees were on this machine.
    ///
    /// Taken again, it brings the same transcript again.
    pub fn finish(
        &self,
        ceremony: &Path,
        one_machine: bool,
        passphrase: &Passphrase,
    ) -> Result<(Transcript, Step), CeremonyError> {
        let first: First = self.needed("round1")?;
        let second: Second = self.needed("round2")?;
        let roster = first.roster()?;
        roster.unchanged(ceremony)?;
        let me = self.index(ceremony, &roster)?;
        let round1 = FirstRound::used(ceremony, &roster, &second)?;
        let kept = self.kept::<Last>()?;
        let again = kept.is_some();
        let mut last = if let Some(last) = kept {
            last
        } else {
            let given = self.given(ceremony, &roster, me, &round1.digests)?;
            let inputs = Inputs {
                ceremony,
                roster: &roster,
                me,
                round1,
                given,
            };
            self.make_last(inputs, &second, one_machine, passphrase)?
        };
        let signed: Signed<Transcript> = Signed::open(&last.transcript, &self.key.public())?;
        let mut written = Vec::new();
        let path = self.dir.join(SHARE_FILE);
        if last.share.is_empty() {
            if !path.exists() {
                return Err(CeremonyError::ShareLost(path));
            }
        } else {
            match whole_file::create(&path, &last.share) {
                Ok(()) => written.push(path),
                Err(e) if e.kind() != std::io::ErrorKind::AlreadyExists => {
                    return Err(CeremonyError::io(&path, &e));
                }
                Err(_) => match std::fs::read(&path) {
                    Ok(found) if found == *last.share => {}
                    Ok(_) => return Err(CeremonyError::AlreadyThere(path)),
                    Err(e) => return Err(CeremonyError::io(&path, &e)),
                },
            }
        }
        let path = transcript::path(ceremony, &self.name);
        if publish(&path, &last.transcript, "finish")? {
            written.push(path);
        }
        self.forget_rounds()?;
        if !last.share.is_empty() {
            last.share = ByteVec::from(Vec::new());
            self.keep_only(&last)?;
        }
        Ok((signed.value().clone(), Step::of(again, written)))
    }

    fn make_last(
        &self,
        inputs: Inputs<'_>,
        second: &Second,
        one_machine: bool,
        passphrase: &Passphrase,
    ) -> Result<Last, CeremonyError> {
        let Inputs {
            ceremony,
            roster,
            me,
            mut round1,
            given,
        } = inputs;
        round1.packages.remove(&identifier(me)?);
        let secret =
            round2::SecretPackage::deserialize(&second.secret).map_err(|e| encoding(&e))?;
        let (mine, public) = dkg::part3(&secret, &round1.packages, &given)
            .map_err(|e| blame(&e, roster, |who| round2_path(ceremony, who, &self.name)))?;
        let mut verification_shares = Vec::new();
        for (index, _) in roster.cards() {
            let share = public.verifying_shares().get(&identifier(index)?);
            let share = share.and_then(|s| bytes32(&s.serialize().ok()?));
            verification_shares.push(share.ok_or(CeremonyError::Inconsistent)?.into());
        }
        let key = public.verifying_key().serialize().ok();
        let transcript = Transcript {
            roster: roster.digest(),
            round1: round1.digests,
            key: key
                .and_then(|k| bytes32(&k))
                .ok_or(CeremonyError::Inconsistent)?,
            verification_shares,
            threshold: roster.threshold(),
            one_machine,
            names: roster.cards().map(|(_, c)| c.name.clone()).collect(),
        };
        transcript.check()?;
        transcript.agrees(ceremony, roster, &self.name)?;
        let scalar = Zeroizing::new(mine.signing_share().serialize());
        let scalar = Zeroizing::new(bytes32(&scalar).ok_or(CeremonyError::Inconsistent)?);
        let digest = transcript.digest();
        let share = Share::new(me, &self.name, &self.key, &scalar, transcript.key, digest)
            .ok_or(CeremonyError::Inconsistent)?;
        let path = self.dir.join(SHARE_FILE);
        if path.exists() {
            return Err(CeremonyError::AlreadyThere(path));
        }
        let last = Last {
            transcript: ByteVec::from(self.key.sign(transcript).bytes().to_vec()),
            share: ByteVec::from(share.lock(passphrase)?),
        };
        self.keep(&last)?;
        Ok(last)
    }

    /// Opens what every other trustee gave to this one.
    fn given(
        &self,
        ceremony: &Path,
        roster: &Roster,
        me: u16,
        round1: &[Digest],
    ) -> Result<BTreeMap<Identifier, round2::Package>, CeremonyError> {
        let mut given = BTreeMap::new();
        for (from, card) in roster.cards().filter(|(i, _)| *i != me) {
            let path = round2_path(ceremony, &card.name, &self.name);
            let round2: Signed<Round2> = read(&path, &card.name, &card.key, "round2")?;
            same_rounds(&path, (from, me), round2.value(), roster, round1)?;
            // It is signed: whatever is wrong inside, its author has put there.
            let dishonest = |why: String| CeremonyError::Dishonest {
                path: path.clone(),
                who: card.name.clone(),
                why,
            };
            let plain = self.identity.open(&round2.value().sealed);
            let plain = plain.map_err(|_| dishonest("it is not sealed to you".to_owned()))?;
            let package =
                round2::Package::deserialize(&plain).map_err(|e| dishonest(e.to_string()))?;
            given.insert(identifier(from)?, package);
        }
        Ok(given)
    }
}

/// What a share is made from, all of it verified.
struct Inputs<'a> {
    ceremony: &'a Path,
    roster: &'a Roster,
    me: u16,
    round1: FirstRound,
    given: BTreeMap<Identifier, round2::Package>,
}

fn bytes32(bytes: &[u8]) -> Option<[u8; 32]> {
    bytes.try_into().ok()
}
