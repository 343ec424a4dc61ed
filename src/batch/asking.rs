//! What a station asks the central server, signed, and whose answer it believes.
//!
//! Invariants: a question names consultation, station and time, and no two are alike; an answer
//! counts only if the key of receipts signed it and if it names this very question, so that it
//! cannot be an answer that somebody else got, or that was given before.
//!
//! A question that is sent again by somebody who overheard it does no harm: its answer is of use to
//! nobody who has not asked it, it is refused when it is minutes old, and of two questions about one
//! person the later one holds, in whatever order they arrive.

use super::claim::{AskClaim, ClaimAction, ClaimAnswer};
use super::voted::{AskVoted, VotedAnswer};
use crate::consultation::StationId;
use crate::envelope::{Digest, EnvelopeError, PublicKey, Signable, Signed, SigningKey};
use crate::identity::Pseudonym;
use rand_core::RngCore;
use std::time::{SystemTime, UNIX_EPOCH};

/// Asks in a station's name. Signs questions and nothing else.
#[derive(Debug, Clone)]
pub struct Asker {
    fingerprint: Digest,
    station: StationId,
    key: SigningKey,
    server: PublicKey,
}

impl Asker {
    /// For a station with this key, of a consultation whose server signs with `server`.
    pub fn new(
        fingerprint: Digest,
        station: StationId,
        key: SigningKey,
        server: PublicKey,
    ) -> Self {
        Self {
            fingerprint,
            station,
            key,
            server,
        }
    }

    /// Asks who voted, from the number `since` on.
    pub fn voted(&self, since: u64, asked: u64) -> Signed<AskVoted> {
        self.key.sign(AskVoted {
            fingerprint: self.fingerprint,
            station: self.station.clone(),
            since,
            asked,
            nonce: nonce(),
        })
    }

    /// Asks to claim a person, or tells what became of them.
    pub fn claim(&self, action: ClaimAction, who: Pseudonym, asked: u64) -> Signed<AskClaim> {
        self.key.sign(AskClaim {
            fingerprint: self.fingerprint,
            station: self.station.clone(),
            action,
            pseudonym: who,
            asked,
            nonce: nonce(),
        })
    }

    /// The answer to a question about who voted.
    pub fn voted_answer(
        &self,
        question: &Signed<AskVoted>,
        answer: &[u8],
    ) -> Result<VotedAnswer, EnvelopeError> {
        let answer: Signed<VotedAnswer> = Signed::open(answer, &self.server)?;
        let a = answer.value();
        self.named(question, a.fingerprint, a.question)?;
        Ok(a.clone())
    }

    /// The answer to a claim.
    pub fn claim_answer(
        &self,
        question: &Signed<AskClaim>,
        answer: &[u8],
    ) -> Result<ClaimAnswer, EnvelopeError> {
        let answer: Signed<ClaimAnswer> = Signed::open(answer, &self.server)?;
        let a = answer.value();
        self.named(question, a.fingerprint, a.question)?;
        Ok(a.clone())
    }

    fn named<Q: Signable>(
        &self,
        question: &Signed<Q>,
        fingerprint: Digest,
        named: Digest,
    ) -> Result<(), EnvelopeError> {
        if fingerprint == self.fingerprint && named == question.digest() {
            Ok(())
        } else {
            Err(EnvelopeError::BadSignature)
        }
    }
}

fn nonce() -> [u8; 16] {
    let mut nonce = [0; 16];
    rand_core::OsRng.fill_bytes(&mut nonce);
    nonce
}

/// Milliseconds since 1970 by the machine's clock; 0 before that.
pub fn millis_now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |t| u64::try_from(t.as_millis()).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::super::claim::ClaimOutcome;
    use super::*;

    #[test]
    fn only_the_servers_answer_to_this_very_question_is_believed() {
        let (server, stranger) = (SigningKey::generate(), SigningKey::generate());
        let fingerprint = Digest::of(b"manifest");
        let station = StationId::parse("uno").unwrap();
        let asker = Asker::new(
            fingerprint,
            station,
            SigningKey::generate(),
            server.public(),
        );
        let ask = || asker.claim(ClaimAction::Take, Pseudonym([1; 32]), 7);
        let (question, other) = (ask(), ask());
        // The same person at the same moment is another question.
        assert_ne!(question.digest(), other.digest());
        let answer = |key: &SigningKey, fingerprint, question: &Signed<AskClaim>| {
            let value = ClaimAnswer {
                fingerprint,
                question: question.digest(),
                now: 9,
                outcome: ClaimOutcome::Held,
            };
            key.sign(value).bytes().to_vec()
        };
        let believed = |bytes: &[u8]| asker.claim_answer(&question, bytes).is_ok();
        assert!(believed(&answer(&server, fingerprint, &question)));
        assert!(!believed(&answer(&server, fingerprint, &other)));
        assert!(!believed(&answer(&stranger, fingerprint, &question)));
        assert!(!believed(&answer(&server, Digest::of(b"x"), &question)));

        // Nor does an answer to one kind of question pass for one to another.
        let voted = asker.voted(0, 7);
        let page = VotedAnswer {
            fingerprint,
            question: question.digest(),
            now: 9,
            page: None,
        };
        let bytes = server.sign(page).bytes().to_vec();
        assert!(!believed(&bytes) && asker.voted_answer(&voted, &bytes).is_err());
    }
}
