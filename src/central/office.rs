//! What the office sees of the stations: how each stands, what was put aside, what to look at.

use super::ledger::{Alarm, Aside};
use super::{Introduction, Ledger, LedgerError};
use crate::consultation::{Certificate, StationId};
use crate::envelope::{Digest, Signed};
use serde::Serialize;

/// A station, as the office sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StationReport {
    /// Its name.
    pub station: String,
    /// banchetto, assisted or assembly.
    pub kind: &'static str,
    /// good, quarantined or revoked.
    pub standing: &'static str,
    /// Batches that were accepted.
    pub batches: u64,
    /// Whether its last minutes came.
    pub closed: bool,
    /// Digest of the rotation that it is known by.
    pub rotation: String,
    /// Digests of other rotations of its bundle that wait for a decision.
    pub other_rotations: Vec<String>,
    /// What was kept aside.
    pub aside: Vec<AsideReport>,
    /// What happened, by name.
    pub alarms: Vec<AlarmReport>,
}

/// Something that was put aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AsideReport {
    /// Digest of its bytes.
    pub digest: String,
    /// The batch's place; none for an introduction.
    pub sequence: Option<u64>,
    /// clone, fork, rolled-back or quarantined; judged for what a decision refused.
    pub why: String,
    /// The bytes as they came.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlarmReport {
    /// The name of the refusal.
    pub why: String,
    /// The batch's place; none where it is about none: an introduction, what a revoked station sends.
    pub sequence: Option<u64>,
    /// How often.
    pub times: u64,
    /// When first and last, milliseconds since 1970.
    pub first: i64,
    /// When last.
    pub last: i64,
}

/// All stations, by name. A gap that was filled since is not told any more.
pub fn stations(ledger: &Ledger) -> Result<Vec<StationReport>, LedgerError> {
    let page = ledger.read()?;
    let (aside, alarms) = (page.aside()?, page.alarms()?);
    let mut reports = Vec::new();
    for row in page.stations()? {
        let certificate: Certificate = Signed::peek(&row.certificate)?;
        let own = |station: &StationId| *station == row.station;
        let filled = |a: &Alarm| a.why == "gap" && a.sequence.is_some_and(|s| s < row.next);
        let other = |a: &Aside| {
            let introduction = Introduction::read(&a.bytes).ok()?;
            Some(Digest::of(&introduction.rotation).hex())
        };
        let waits = aside
            .iter()
            .filter(|a| a.sequence.is_none() && a.why == "clone");
        reports.push(StationReport {
            station: row.station.to_string(),
            kind: certificate.kind.word(),
            standing: row.standing.word(),
            batches: row.next,
            closed: row.closed,
            rotation: Digest::of(&row.rotation).hex(),
            other_rotations: waits
                .filter(|a| own(&a.station))
                .filter_map(other)
                .collect(),
            aside: aside
                .iter()
                .filter(|a| own(&a.station))
                .map(|a| AsideReport {
                    digest: a.digest.hex(),
                    sequence: a.sequence,
                    why: a.why.clone(),
                    bytes: a.bytes.clone(),
                })
                .collect(),
            alarms: alarms
                .iter()
                .filter(|a| own(&a.station) && !filled(a))
                .map(|a| AlarmReport {
                    why: a.why.clone(),
                    sequence: a.sequence,
                    times: a.times,
                    first: a.first,
                    last: a.last,
                })
                .collect(),
        });
    }
    Ok(reports)
}
