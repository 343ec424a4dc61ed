//! The last round: from what the others gave to a share and a transcript.

use super::messages::{
    Round2, blame, encoding, first_round, identifier, publish, read, round2_path,
};
use super::rounds::{ROUND1_SECRET, ROUND2_SECRET};
use super::{CeremonyError, Roster, Transcript, Trustee};
use crate::envelope::{Digest, Passphrase, Signed};
use crate::tally::share::{SHARE_FILE, Share};
use frost_ristretto255::Identifier;
use frost_ristretto255::keys::dkg::{self, round2};
use std::collections::BTreeMap;
use std::path::Path;
use zeroize::Zeroizing;

impl Trustee {
    /// Third round: opens what the others gave, keeps the share under the passphrase and signs
    /// the transcript. `one_machine` says that all trustees were on this machine.
    pub fn finish(
        &self,
        ceremony: &Path,
        one_machine: bool,
        passphrase: &Passphrase,
    ) -> Result<Transcript, CeremonyError> {
        let secret = self.kept(ROUND2_SECRET, "round2")?;
        let secret = round2::SecretPackage::deserialize(&secret).map_err(|e| encoding(&e))?;
        let threshold = *secret.min_signers();
        let roster = Roster::read(ceremony, threshold)?;
        let me = self.index(&roster)?;
        let share_path = self.dir.join(SHARE_FILE);
        if share_path.exists() {
            return Err(CeremonyError::AlreadyDone(share_path));
        }
        let mut first = first_round(ceremony, &roster)?;
        let all = first.digest();
        first.packages.remove(&identifier(me)?);
        let given = self.given(ceremony, &roster, me, all)?;
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
        // The share is on disk: what it was made from is of no more use to anyone honest.
        self.forget(ROUND1_SECRET)?;
        self.forget(ROUND2_SECRET)?;
        Ok(transcript)
    }

    /// Opens what every other trustee gave to this one.
    fn given(
        &self,
        ceremony: &Path,
        roster: &Roster,
        me: u16,
        round1: Digest,
    ) -> Result<BTreeMap<Identifier, round2::Package>, CeremonyError> {
        let mut given = BTreeMap::new();
        for (from, card) in roster.cards().filter(|(i, _)| *i != me) {
            let path = round2_path(ceremony, &card.name, &self.name);
            let round2: Signed<Round2> = read(&path, &card.name, &card.key, "round2")?;
            let r = round2.value();
            if (r.roster, r.round1, r.from, r.to) != (roster.digest(), round1, from, me) {
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
        Ok(given)
    }
}

fn bytes32(bytes: &[u8]) -> Option<[u8; 32]> {
    bytes.try_into().ok()
}
