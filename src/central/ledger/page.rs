//! One transaction on the ledger: its statements, and no rule.

use super::LedgerError;
use crate::ballot::{SealedBallot, Tracker};
use crate::batch::{Batch, BatchKind, Chain, PresenceRow, Receipt, SentBatch};
use crate::consultation::{Rotation, StationId};
use crate::envelope::{Digest, Signed};
use rusqlite::{OptionalExtension, Row, Transaction, params};

/// A transaction; dropped without [`Page::commit`], nothing of it remains.
pub(in crate::central) struct Page<'a>(pub(super) Transaction<'a>);

/// What the ledger knows of a station.
#[derive(Debug, Clone)]
pub(in crate::central) struct StationRow {
    pub station: StationId,
    pub certificate: Vec<u8>,
    pub rotation: Vec<u8>,
    pub next: u64,
    pub head: Digest,
    pub closed: bool,
}

impl StationRow {
    /// The rotation, which was verified when the station was introduced.
    pub fn rotation(&self) -> Result<Rotation, LedgerError> {
        Ok(Signed::<Rotation>::peek(&self.rotation)?)
    }

    /// Where the chain stands.
    pub fn chain(&self, fingerprint: Digest) -> Chain {
        Chain {
            fingerprint,
            station: self.station.clone(),
            next: self.next,
            head: self.head,
        }
    }
}

impl<'a> Page<'a> {
    pub(super) fn new(tx: Transaction<'a>) -> Self {
        Self(tx)
    }

    /// On disk when this returns.
    pub fn commit(self) -> Result<(), LedgerError> {
        Ok(self.0.commit()?)
    }

    pub fn station(&self, station: &StationId) -> Result<Option<StationRow>, LedgerError> {
        let row = self
            .0
            .prepare_cached(
                "SELECT station, certificate, rotation, next, head, closed
                 FROM stations WHERE station = ?1",
            )?
            .query_row([station.as_str()], station_row)
            .optional()?;
        row.transpose()
    }

    pub fn stations(&self) -> Result<Vec<StationRow>, LedgerError> {
        let mut query = self.0.prepare(
            "SELECT station, certificate, rotation, next, head, closed
             FROM stations ORDER BY station",
        )?;
        let rows = query.query_map([], station_row)?;
        rows.map(|row| row?).collect()
    }

    pub fn put_station(
        &self,
        station: &StationId,
        certificate: &[u8],
        rotation: &Signed<Rotation>,
    ) -> Result<(), LedgerError> {
        let start = Chain::start(rotation);
        self.0.execute(
            "INSERT INTO stations (station, certificate, rotation, next, head, closed)
             VALUES (?1, ?2, ?3, ?4, ?5, 0)",
            params![
                station.as_str(),
                certificate,
                rotation.bytes(),
                int(start.next)?,
                start.head.0
            ],
        )?;
        Ok(())
    }

    /// Header digest and receipt bytes of a batch.
    pub fn receipt(
        &self,
        station: &StationId,
        sequence: u64,
    ) -> Result<Option<(Digest, Vec<u8>)>, LedgerError> {
        let row = self
            .0
            .prepare_cached(
                "SELECT digest, receipt FROM batches WHERE station = ?1 AND sequence = ?2",
            )?
            .query_row(params![station.as_str(), int(sequence)?], |r| {
                Ok((Digest(r.get(0)?), r.get(1)?))
            })
            .optional()?;
        Ok(row)
    }

    /// Keeps a batch with its receipt, and moves the station's chain on.
    pub fn put_batch(
        &self,
        batch: &Batch,
        receipt: &Signed<Receipt>,
        next: &Chain,
        closed: bool,
    ) -> Result<(), LedgerError> {
        let header = batch.header();
        let h = header.value();
        self.0.execute(
            "INSERT INTO batches (station, sequence, kind, digest, header, body, receipt)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                h.station.as_str(),
                int(h.sequence)?,
                h.kind.word(),
                header.digest().0,
                header.bytes(),
                batch.body().bytes(),
                receipt.bytes()
            ],
        )?;
        self.0.execute(
            "UPDATE stations SET next = ?2, head = ?3, closed = ?4 WHERE station = ?1",
            params![h.station.as_str(), int(next.next)?, next.head.0, closed],
        )?;
        Ok(())
    }

    pub fn batches(&self, station: &StationId) -> Result<Vec<SentBatch>, LedgerError> {
        let mut query = self.0.prepare(
            "SELECT sequence, kind, header, body FROM batches
             WHERE station = ?1 ORDER BY sequence",
        )?;
        let rows = query.query_map([station.as_str()], |r| {
            let (sequence, kind): (i64, String) = (r.get(0)?, r.get(1)?);
            Ok((sequence, kind, r.get(2)?, r.get(3)?))
        })?;
        rows.map(|row| {
            let (sequence, kind, header, body) = row?;
            Ok(SentBatch {
                sequence: count(sequence)?,
                kind: BatchKind::from_word(&kind)
                    .ok_or_else(|| LedgerError::Damaged(format!("kind {kind}")))?,
                header,
                body,
            })
        })
        .collect()
    }

    pub fn knows_tracker(&self, tracker: Tracker) -> Result<bool, LedgerError> {
        let mut query = self
            .0
            .prepare_cached("SELECT 1 FROM trackers WHERE tracker = ?1")?;
        Ok(query.exists([tracker.0.0])?)
    }

    pub fn knows_nonce(&self, station: &StationId, nonce: &[u8; 32]) -> Result<bool, LedgerError> {
        let mut query = self
            .0
            .prepare_cached("SELECT 1 FROM nonces WHERE station = ?1 AND nonce = ?2")?;
        Ok(query.exists(params![station.as_str(), nonce])?)
    }

    pub fn knows_point(&self, station: &StationId, point: &[u8; 32]) -> Result<bool, LedgerError> {
        let mut query = self
            .0
            .prepare_cached("SELECT 1 FROM points WHERE station = ?1 AND point = ?2")?;
        Ok(query.exists(params![station.as_str(), point])?)
    }

    /// Remembers a ballot's tracker, nonce and random points.
    pub fn put_ballot(&self, ballot: &SealedBallot, sequence: u64) -> Result<(), LedgerError> {
        let station = ballot.station().as_str();
        self.0
            .prepare_cached(
                "INSERT INTO trackers (tracker, station, sequence) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![ballot.tracker().0.0, station, int(sequence)?])?;
        self.0
            .prepare_cached("INSERT INTO nonces (station, nonce) VALUES (?1, ?2)")?
            .execute(params![station, ballot.nonce()])?;
        let mut point = self
            .0
            .prepare_cached("INSERT INTO points (station, point) VALUES (?1, ?2)")?;
        for r in ballot.random_points() {
            point.execute(params![station, r])?;
        }
        Ok(())
    }

    /// Remembers that a person was at a station; `false` if that was known.
    pub fn put_presence(
        &self,
        station: &StationId,
        row: &PresenceRow,
        sequence: u64,
    ) -> Result<bool, LedgerError> {
        let new = self
            .0
            .prepare_cached(
                "INSERT OR IGNORE INTO presence (pseudonym, station, sequence, hour)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![
                row.pseudonym.0,
                station.as_str(),
                int(sequence)?,
                row.hour.to_string()
            ])?;
        Ok(new == 1)
    }
}

fn station_row(r: &Row<'_>) -> rusqlite::Result<Result<StationRow, LedgerError>> {
    let (name, next): (String, i64) = (r.get(0)?, r.get(3)?);
    let (certificate, rotation) = (r.get(1)?, r.get(2)?);
    let (head, closed) = (Digest(r.get(4)?), r.get(5)?);
    let row = || {
        Ok(StationRow {
            station: StationId::parse(&name)
                .ok_or_else(|| LedgerError::Damaged(format!("station {name}")))?,
            certificate,
            rotation,
            next: count(next)?,
            head,
            closed,
        })
    };
    Ok(row())
}

/// SQLite's integers have 63 bits and a sign.
pub(super) fn int(n: u64) -> Result<i64, LedgerError> {
    i64::try_from(n).map_err(|_| LedgerError::Damaged(format!("number {n}")))
}

pub(super) fn count(n: i64) -> Result<u64, LedgerError> {
    u64::try_from(n).map_err(|_| LedgerError::Damaged(format!("number {n}")))
}
