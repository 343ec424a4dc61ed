//! Claims of online stations: one person is before one station.
//!
//! Invariants: of stations that claim a person at the same time one gets them, over all processes;
//! nobody is claimed who voted at another station, or on the web where that vote counts; a claim
//! ends by itself, so that a station that is lost, or stolen, holds few people and not for long; of
//! two questions about one person the later one holds, in whatever order they arrive.

use super::ledger::{Claim, Holder, Page};
use super::voted::{CLOCK, asking, given, is_now};
use super::{Central, CentralError, Refusal};
use crate::batch::{AskClaim, ClaimAction, ClaimAnswer, ClaimOutcome, millis_now};
use crate::consultation::Channel;
use crate::envelope::Signed;

const MINUTE: u64 = 60 * 1000;

/// How long a person is a station's without a word from it: longer than a vote takes, and than a
/// short failure of the line.
pub(super) const LEASE: u64 = 10 * MINUTE;

/// People that a station may have before it: one at the screen, one at the desk, one who came back.
pub(super) const OPEN: u64 = 3;

/// People of whom a station may say that they voted before its presence batches do: a stolen one must
/// not keep a town from voting.
pub(super) const MARKS: u64 = 50;

/// How long a vote is remembered before the presence batch tells of it. Ends on a full hour, so
/// that it does not say when somebody voted more precisely than the batch will.
const VOTED: u64 = 24 * HOUR;
const HOUR: u64 = 60 * MINUTE;

impl Central {
    /// Claims a person for a station, or notes what became of them.
    pub fn claim(&self, question: &[u8]) -> Result<Signed<ClaimAnswer>, CentralError> {
        self.claim_at(question, millis_now())
    }

    pub(super) fn claim_at(
        &self,
        question: &[u8],
        now: u64,
    ) -> Result<Signed<ClaimAnswer>, CentralError> {
        let station = Signed::<AskClaim>::peek(question)?.station;
        let key = asking(&self.ledger().read()?, &station)?;
        let question: Signed<AskClaim> = Signed::open(question, &key)?;
        let q = question.value();
        if q.fingerprint != self.manifest().digest() {
            return Err(Refusal::OtherConsultation.into());
        }
        let outcome = if is_now(q.asked, now) {
            self.act(q, now)?
        } else {
            ClaimOutcome::NotNow
        };
        Ok(self.secrets.receipt.sign(ClaimAnswer {
            fingerprint: q.fingerprint,
            question: question.digest(),
            now,
            outcome,
        }))
    }

    /// Nothing is written but what is answered: a page that is dropped leaves no trace.
    fn act(&self, q: &AskClaim, now: u64) -> Result<ClaimOutcome, CentralError> {
        let page = self.ledger().write()?;
        // The station's row is held, so that its claims are counted one after the other.
        page.station_to_move(&q.station)?;
        given(&page)?;
        page.forget_claims(&q.station, now, now.saturating_sub(CLOCK))?;
        let claim = Claim {
            who: q.pseudonym,
            station: &q.station,
            asked: q.asked,
            until: match q.action {
                ClaimAction::Take => now + LEASE,
                ClaimAction::Release => now,
                ClaimAction::Voted => (now + VOTED).next_multiple_of(HOUR),
            },
            voted: q.action == ClaimAction::Voted,
        };
        let outcome = match q.action {
            // Over as it is written; what is another's stays theirs.
            ClaimAction::Release => {
                page.claim(&claim, now)?;
                ClaimOutcome::Noted
            }
            ClaimAction::Voted => {
                // A mark beyond these has no effect: the presence batch tells of it anyway.
                if page.open_marks(&q.station, now)? < MARKS {
                    page.claim(&claim, now)?;
                }
                ClaimOutcome::Noted
            }
            ClaimAction::Take => match self.take(&page, &claim, now)? {
                taken @ ClaimOutcome::Taken { .. } => taken,
                refused => return Ok(refused),
            },
        };
        page.commit()?;
        Ok(outcome)
    }

    /// Writes first and looks then: whoever voted meanwhile is seen, because a mark that is taken
    /// away is only taken away after the presence that it stood for is there.
    fn take(
        &self,
        page: &Page<'_>,
        claim: &Claim<'_>,
        now: u64,
    ) -> Result<ClaimOutcome, CentralError> {
        let written = page.claim(claim, now)?;
        if page.voted_at_another(claim.who, claim.station)? {
            return Ok(ClaimOutcome::VotedElsewhere);
        }
        let web = page.voted_on_web(claim.who)?;
        if web && self.manifest().value().consultation.duplicates.channel == Channel::Web {
            return Ok(ClaimOutcome::VotedOnWeb);
        }
        if !written {
            return Ok(match page.holder(claim.who, claim.station)? {
                Some(Holder::Another) => ClaimOutcome::Held,
                Some(Holder::Own) | None => ClaimOutcome::NotNow,
            });
        }
        if page.open_claims(claim.station, now)? > OPEN {
            return Ok(ClaimOutcome::TooMany);
        }
        Ok(ClaimOutcome::Taken {
            until: claim.until,
            web,
        })
    }
}
