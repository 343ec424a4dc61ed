//! What does not fit a station's chain: noted for the office, and put aside where it may still be
//! needed, until the authority decides.
//!
//! | what | kept aside | what goes on |
//! |---|---|---|
//! | a second rotation of one bundle (`clone`) | introduction, and what either chain sends | nothing of the station |
//! | another batch in a place that is taken (`fork`) | the batch | the chain that is known |
//! | a batch of an old copy of the store (`rolled-back`) | the batch | the chain that is known |
//! | a batch after a missing one (`gap`), of a revoked station, not valid | nothing: the station has it | the chain that is known |
//!
//! Invariants: only what its station signed is noted or put aside, so that nobody else fills the
//! ledger, and of one station not without end; a station is revoked from the decision on, whether
//! it was introduced before or comes after.

use super::ledger::{Aside, Page, Source, Standing, StationRow};
use super::receive::open;
use super::sequencer::now;
use super::{Central, CentralError, Introduction, LedgerError, Refusal, log};
use crate::batch::{Batch, BatchKind, Decision, Ruling};
use crate::consultation::{Rotation, StationId};
use crate::envelope::{Digest, Signed};
use std::collections::BTreeSet;

/// Other rotations of one bundle that are kept.
const MOST_ROTATIONS: usize = 100;

/// Why an introduction is aside that a decision refused.
const JUDGED: &str = "judged";

impl Central {
    /// Notes a refusal of what a station signed, and puts aside what may be needed.
    pub(super) fn noting<T>(
        &self,
        batch: &Batch,
        bytes: &[u8],
        done: Result<T, CentralError>,
    ) -> Result<T, CentralError> {
        let Err(CentralError::Refused(refusal)) = &done else {
            return done;
        };
        let page = self.ledger().write()?;
        note(&page, batch, bytes, refusal)?;
        page.commit()?;
        done
    }

    /// A batch that is not signed by the key that is known: perhaps it is of the other chain of a
    /// bundle that was used twice.
    pub(super) fn of_another_chain(
        &self,
        known: &StationRow,
        bytes: &[u8],
        why: Refusal,
    ) -> Result<CentralError, LedgerError> {
        if why != Refusal::BadSignature {
            return Ok(why.into());
        }
        let others = self.ledger().read()?.other_introductions(&known.station)?;
        for other in others {
            let Ok(introduction) = Introduction::read(&other.bytes) else {
                continue;
            };
            let Ok((_, rotation)) = self.open_introduction(&introduction) else {
                continue;
            };
            let Ok(batch) = open(bytes, &rotation.value().station_key) else {
                continue;
            };
            if other.why == JUDGED {
                return Ok(Refusal::Clone(known.station.clone()).into());
            }
            let page = self.ledger().write()?;
            note(&page, &batch, bytes, &Refusal::Quarantined)?;
            page.commit()?;
            return Ok(Refusal::Quarantined.into());
        }
        Ok(why.into())
    }

    /// Takes a decision of the authority's. It is a leaf of the board; the same again has no effect.
    /// What was put aside and belongs to the station that stays is taken.
    pub fn decide(&self, bytes: &[u8]) -> Result<Signed<Decision>, CentralError> {
        let authority = &self.manifest().value().commission.authority;
        let decision: Signed<Decision> = Signed::open(bytes, authority)?;
        let d = decision.value();
        if d.fingerprint != self.fingerprint() {
            return Err(Refusal::OtherConsultation.into());
        }
        let (page, row) = self.to_decide(&d.station)?;
        if !page.put_decision(&decision)? {
            // What an interruption left aside.
            drop(page);
            self.take_up(&decision)?;
            return Ok(decision);
        }
        let mut leaves = vec![decision.digest()];
        match &d.ruling {
            // One that is not known will be when it is introduced.
            Ruling::Revoke => {
                page.stands(&d.station, Standing::Revoked)?;
                page.drop_claims(&d.station)?;
            }
            Ruling::Keep { rotation, refused } => {
                let row = row.ok_or_else(|| Refusal::UnknownStation(d.station.clone()))?;
                leaves.extend(self.keep_one(&page, &row, *rotation, refused)?);
            }
        }
        page.put_unplaced(&Source::Decision(decision.digest()), &leaves, &[])?;
        page.commit()?;
        self.to_place.ring();
        self.take_up(&decision)?;
        Ok(decision)
    }

    /// A page on which nobody else moves this station; `None` if it is not known, and then nobody
    /// introduces it before the page ends.
    fn to_decide(
        &self,
        station: &StationId,
    ) -> Result<(Page<'_>, Option<StationRow>), LedgerError> {
        loop {
            let page = self.ledger().write()?;
            if let Some(row) = page.station_to_move(station)? {
                return Ok((page, Some(row)));
            }
            page.hold_consultation()?;
            // Whoever takes a batch holds first the station, then the consultation: if it came
            // meanwhile, the same order is kept here.
            if page.station(station)?.is_none() {
                return Ok((page, None));
            }
        }
    }

    /// The station is the one that made this rotation; the leaves that the board lacks.
    fn keep_one(
        &self,
        page: &Page<'_>,
        row: &StationRow,
        kept: Digest,
        refused: &[Digest],
    ) -> Result<Option<Digest>, CentralError> {
        if row.standing == Standing::Revoked {
            return Err(Refusal::Revoked.into());
        }
        let mut new = None;
        let mut rotations = BTreeSet::from([Digest::of(&row.rotation)]);
        for other in page.other_introductions(&row.station)? {
            let introduction = Introduction::read(&other.bytes)?;
            let (_, rotation) = self.open_introduction(&introduction)?;
            if rotation.digest() == kept {
                replace(page, row, &other, &introduction, &rotation)?;
                new = Some(kept);
            } else if other.why != JUDGED {
                page.aside_because(other.digest, JUDGED)?;
            }
            rotations.insert(rotation.digest());
        }
        if !rotations.remove(&kept) {
            return Err(Refusal::Decision("no such rotation is known").into());
        }
        if !rotations.iter().all(|other| refused.contains(other)) {
            return Err(Refusal::Decision("there is a rotation that it does not name").into());
        }
        page.stands(&row.station, Standing::Good)?;
        Ok(new)
    }

    /// Takes what was put aside while nobody had decided, in its order, as far as it fits.
    fn take_up(&self, decision: &Signed<Decision>) -> Result<(), LedgerError> {
        let station = &decision.value().station;
        let aside = self.ledger().read()?.aside_of(station)?;
        let waits = Refusal::Quarantined.name();
        for a in aside.iter().filter(|a| a.why == waits) {
            match self.receive(&a.bytes) {
                Ok(_) => {
                    let page = self.ledger().write()?;
                    page.not_aside(a.digest)?;
                    page.commit()?;
                }
                // It stays aside: of the chain that was refused.
                Err(CentralError::Refused(_)) => {}
                Err(CentralError::Ledger(e)) => return Err(e),
            }
        }
        Ok(())
    }
}

/// A second rotation: the station is put aside, unless a decision refused this very one.
pub(super) fn suspect_clone(
    page: &Page<'_>,
    known: &StationRow,
    introduction: &Introduction,
) -> Result<(), LedgerError> {
    let bytes = introduction.bytes();
    let digest = Digest::of(&bytes);
    let others = page.other_introductions(&known.station)?;
    let judged = others.iter().any(|o| o.digest == digest && o.why == JUDGED);
    let refusal = Refusal::Clone(known.station.clone());
    page.alarm(&known.station, refusal.name(), None, now())?;
    log::alarm(refusal.name(), &known.station, None);
    if judged || known.standing == Standing::Revoked || others.len() >= MOST_ROTATIONS {
        return Ok(());
    }
    page.put_aside(&Aside {
        digest,
        station: known.station.clone(),
        sequence: None,
        why: refusal.name().to_owned(),
        links: false,
        bytes,
    })?;
    page.drop_claims(&known.station)?;
    page.stands(&known.station, Standing::Quarantined)
}

/// Another rotation takes the place of the one that came first, which is put aside for good. Only
/// while the first has sent nothing: what it sent is on the board.
fn replace(
    page: &Page<'_>,
    row: &StationRow,
    other: &Aside,
    introduction: &Introduction,
    rotation: &Signed<Rotation>,
) -> Result<(), CentralError> {
    if row.next > 0 {
        let why = "the other chain has begun and is on the board: keep it, or revoke the station \
                   and give out a new bundle";
        return Err(Refusal::Decision(why).into());
    }
    if introduction.certificate != row.certificate {
        return Err(Refusal::Decision("it is of another certificate").into());
    }
    let before = Introduction {
        certificate: row.certificate.clone(),
        rotation: row.rotation.clone(),
    };
    page.put_aside(&Aside {
        digest: Digest::of(&before.bytes()),
        station: row.station.clone(),
        sequence: None,
        why: JUDGED.to_owned(),
        links: false,
        bytes: before.bytes(),
    })?;
    page.not_aside(other.digest)?;
    Ok(page.replace_rotation(rotation)?)
}

/// The place in its chain that a batch was refused for, which is none beyond the one that comes
/// next. `None` where it was not looked at: what a station sends then is one note, however
/// much it is.
fn place(refusal: &Refusal, sequence: u64) -> Option<u64> {
    match refusal {
        // The one that is missing, however far ahead the other was.
        Refusal::Gap { expected, .. } => Some(*expected),
        Refusal::Fork { .. }
        | Refusal::RolledBack { .. }
        | Refusal::Ballot { .. }
        | Refusal::Opening { .. }
        | Refusal::RepeatedTracker { .. }
        | Refusal::RepeatedNonce { .. }
        | Refusal::RepeatedPoint { .. }
        | Refusal::Area { .. }
        | Refusal::PresenceRepeated { .. } => Some(sequence),
        _ => None,
    }
}

fn note(
    page: &Page<'_>,
    batch: &Batch,
    bytes: &[u8],
    refusal: &Refusal,
) -> Result<(), LedgerError> {
    let h = batch.header().value();
    page.alarm(
        &h.station,
        refusal.name(),
        place(refusal, h.sequence),
        now(),
    )?;
    log::alarm(refusal.name(), &h.station, Some(h.sequence));
    let kept = matches!(
        refusal,
        Refusal::Fork { .. } | Refusal::RolledBack { .. } | Refusal::Quarantined
    );
    let links = h.kind == BatchKind::Presence;
    // No link comes in after the order to forget them, not even aside.
    let links_may_come = page.before_the_purge()?;
    if kept && page.room_aside(&h.station)? && (links_may_come || !links) {
        page.put_aside(&Aside {
            digest: Digest::of(bytes),
            station: h.station.clone(),
            sequence: Some(h.sequence),
            why: refusal.name().to_owned(),
            links,
            bytes: bytes.to_vec(),
        })?;
    }
    Ok(())
}
