//! Who voted, for stations that ask.
//!
//! Invariants: only a station in good standing is answered, and each answer names its question;
//! after the purge, when nobody can vote any more, the list is not given.

use super::ledger::{Page, Standing};
use super::{Central, CentralError, Refusal};
use crate::batch::{AskVoted, VotedAnswer, VotedList, VotedPage, millis_now};
use crate::consultation::{Minute, StationId};
use crate::envelope::{PublicKey, Signed};
use chrono::NaiveDateTime;

/// Milliseconds that a question may be away from the server's clock.
pub(super) const CLOCK: u64 = 5 * 60 * 1000;

/// Rows of one answer: about 150 kB.
const MOST: u64 = 4096;

impl Central {
    /// Answers who voted, from a number on.
    pub fn voted(&self, question: &[u8]) -> Result<Signed<VotedAnswer>, CentralError> {
        self.voted_at(question, millis_now())
    }

    pub(super) fn voted_at(
        &self,
        question: &[u8],
        now: u64,
    ) -> Result<Signed<VotedAnswer>, CentralError> {
        let station = Signed::<AskVoted>::peek(question)?.station;
        let page = self.ledger().read()?;
        let key = asking(&page, &station)?;
        let question: Signed<AskVoted> = Signed::open(question, &key)?;
        let q = question.value();
        if q.fingerprint != self.manifest().digest() {
            return Err(Refusal::OtherConsultation.into());
        }
        given(&page)?;
        let rows = if is_now(q.asked, now) {
            Some(VotedPage {
                since: q.since,
                rows: page.voted_since(q.since, MOST)?,
                total: page.voted_total()?,
            })
        } else {
            None
        };
        Ok(self.secrets.receipt.sign(VotedAnswer {
            fingerprint: q.fingerprint,
            question: question.digest(),
            now,
            page: rows,
        }))
    }

    /// The whole list, to be carried to stations that are never online. `made` is local time.
    pub fn voted_list(&self, made: NaiveDateTime) -> Result<Signed<VotedList>, CentralError> {
        let page = self.ledger().read()?;
        given(&page)?;
        let total = page.voted_total()?;
        let list = VotedList {
            fingerprint: self.manifest().digest(),
            made: Minute::of(made),
            page: VotedPage {
                since: 0,
                rows: page.voted_since(0, total)?,
                total,
            },
        };
        Ok(self.secrets.receipt.sign(list))
    }
}

/// The key of a station that may ask.
pub(super) fn asking(page: &Page<'_>, station: &StationId) -> Result<PublicKey, CentralError> {
    let known = page.station(station)?;
    let known = known.ok_or_else(|| Refusal::UnknownStation(station.clone()))?;
    match known.standing {
        Standing::Good => Ok(known.rotation()?.station_key),
        // It may be a thief's, who is told nothing.
        Standing::Quarantined => Err(Refusal::Quarantined.into()),
        Standing::Revoked => Err(Refusal::Revoked.into()),
    }
}

/// Nothing about people is told once the settlement took effect.
pub(super) fn given(page: &Page<'_>) -> Result<(), CentralError> {
    if page.purge()?.is_some() {
        return Err(Refusal::Purged.into());
    }
    Ok(())
}

/// Whether a question is of these minutes.
pub(super) fn is_now(asked: u64, now: u64) -> bool {
    asked.abs_diff(now) <= CLOCK
}

/// For tests: numbers people as the sequencer does.
#[cfg(test)]
impl Central {
    pub(crate) fn number(&self, people: &[crate::batch::VotedRow]) {
        let page = self.ledger().write().unwrap();
        page.number(people).unwrap();
        page.commit().unwrap();
    }
}
