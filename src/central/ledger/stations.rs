//! Stations and what they sent.

use super::database::{Lock, Row, Table, Value};
use super::page::int;
use super::{LedgerError, Page};
use crate::batch::{Batch, BatchKind, Chain, PresenceRow, Receipt, SentBatch};
use crate::consultation::{Rotation, StationId};
use crate::envelope::{Digest, Signed};

const PRESENCE: Table = Table {
    name: "presence",
    columns: &[
        "pseudonym",
        "station",
        "sequence",
        "hour",
        "area",
        "admitted",
        "paper",
    ],
};

/// Whether what a station sends is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::central) enum Standing {
    /// It is.
    Good,
    /// It is put aside until the office decides.
    Quarantined,
    /// It is refused: the authority took the certificate back.
    Revoked,
}

impl Standing {
    const ALL: [Self; 3] = [Self::Good, Self::Quarantined, Self::Revoked];

    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Quarantined => "quarantined",
            Self::Revoked => "revoked",
        }
    }

    fn from_word(word: &str) -> Result<Self, LedgerError> {
        let known = Self::ALL.into_iter().find(|s| s.word() == word);
        known.ok_or_else(|| LedgerError::Damaged(format!("standing {word}")))
    }
}

/// What the ledger knows of a station.
#[derive(Debug, Clone)]
pub(in crate::central) struct StationRow {
    pub station: StationId,
    pub certificate: Vec<u8>,
    pub rotation: Vec<u8>,
    pub next: u64,
    pub head: Digest,
    pub closed: bool,
    pub seen: u64,
    pub standing: Standing,
}

impl StationRow {
    fn of(mut row: Row) -> Result<Self, LedgerError> {
        let name = row.text()?;
        Ok(Self {
            station: StationId::parse(&name)
                .ok_or_else(|| LedgerError::Damaged(format!("station {name}")))?,
            certificate: row.bytes()?,
            rotation: row.bytes()?,
            next: row.count()?,
            head: Digest(row.hash()?),
            closed: row.int()? != 0,
            seen: row.count()?,
            standing: Standing::from_word(&row.text()?)?,
        })
    }

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

impl Page<'_> {
    pub fn station(&self, station: &StationId) -> Result<Option<StationRow>, LedgerError> {
        self.station_and(station, "")
    }

    /// The station, which nobody else moves until this page ends.
    pub fn station_to_move(&self, station: &StationId) -> Result<Option<StationRow>, LedgerError> {
        self.station_and(station, self.lock(Lock::Alone))
    }

    fn station_and(
        &self,
        station: &StationId,
        lock: &str,
    ) -> Result<Option<StationRow>, LedgerError> {
        let query = format!(
            "SELECT station, certificate, rotation, next, head, closed, seen, standing
             FROM stations WHERE station = $1{lock}"
        );
        let row = self.row(&query, &[station.as_str().into()])?;
        row.map(StationRow::of).transpose()
    }

    pub fn stations(&self) -> Result<Vec<StationRow>, LedgerError> {
        let query = "SELECT station, certificate, rotation, next, head, closed, seen, standing
                     FROM stations ORDER BY station";
        let rows = self.rows(query, &[])?;
        rows.into_iter().map(StationRow::of).collect()
    }

    /// Writes a station down; `false` if it was known.
    pub fn put_station(
        &self,
        station: &StationId,
        certificate: &[u8],
        rotation: &Signed<Rotation>,
    ) -> Result<bool, LedgerError> {
        let start = Chain::start(rotation);
        let new = self.execute(
            "INSERT INTO stations (station, certificate, rotation, next, head, closed, seen, standing)
             VALUES ($1, $2, $3, $4, $5, 0, 0, 'good') ON CONFLICT DO NOTHING",
            &[
                station.as_str().into(),
                certificate.into(),
                rotation.bytes().into(),
                int(start.next)?,
                start.head.into(),
            ],
        )?;
        Ok(new == 1)
    }

    /// Header digest and receipt bytes of a batch.
    pub fn receipt(
        &self,
        station: &StationId,
        sequence: u64,
    ) -> Result<Option<(Digest, Vec<u8>)>, LedgerError> {
        let query = "SELECT digest, receipt FROM batches WHERE station = $1 AND sequence = $2";
        let row = self.row(query, &[station.as_str().into(), int(sequence)?])?;
        row.map(|mut r| Ok((Digest(r.hash()?), r.bytes()?)))
            .transpose()
    }

    /// Keeps a batch with its receipt.
    pub fn put_batch(&self, batch: &Batch, receipt: &Signed<Receipt>) -> Result<(), LedgerError> {
        let header = batch.header();
        let h = header.value();
        let station = || Value::from(h.station.as_str());
        let body = Value::from(batch.body().bytes());
        let (body, apart) = match h.kind {
            BatchKind::Presence => (Value::Null, Some(body)),
            _ => (body, None),
        };
        self.execute(
            "INSERT INTO batches (station, sequence, kind, digest, header, body, receipt)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            &[
                station(),
                int(h.sequence)?,
                h.kind.word().into(),
                header.digest().into(),
                header.bytes().into(),
                body,
                receipt.bytes().into(),
            ],
        )?;
        if let Some(body) = apart {
            self.execute(
                "INSERT INTO presence_bodies (station, sequence, body) VALUES ($1, $2, $3)",
                &[station(), int(h.sequence)?, body],
            )?;
        }
        Ok(())
    }

    /// Moves a station's chain on; `seen` is how much of the board it has seen.
    pub fn move_on(&self, chain: &Chain, seen: u64, closed: bool) -> Result<(), LedgerError> {
        self.execute(
            "UPDATE stations SET next = $1, head = $2, seen = $3, closed = $4 WHERE station = $5",
            &[
                int(chain.next)?,
                chain.head.into(),
                int(seen)?,
                closed.into(),
                chain.station.as_str().into(),
            ],
        )?;
        Ok(())
    }

    pub fn batches(&self, station: &StationId) -> Result<Vec<SentBatch>, LedgerError> {
        let query = "SELECT sequence, kind, header, coalesce(batches.body, presence_bodies.body)
                     FROM batches LEFT JOIN presence_bodies USING (station, sequence)
                     WHERE station = $1 ORDER BY sequence";
        let rows = self.rows(query, &[station.as_str().into()])?;
        let batch = |mut row: Row| {
            let (sequence, kind) = (row.count()?, row.text()?);
            Ok(SentBatch {
                sequence,
                kind: BatchKind::from_word(&kind)
                    .ok_or_else(|| LedgerError::Damaged(format!("kind {kind}")))?,
                header: row.bytes()?,
                body: row.maybe_bytes()?,
            })
        };
        rows.into_iter().map(batch).collect()
    }

    /// Remembers that people were at a station; `false` if any of them was known there.
    pub fn put_presence(
        &self,
        station: &StationId,
        rows: &[PresenceRow],
        sequence: u64,
    ) -> Result<bool, LedgerError> {
        let row = |row: &PresenceRow| {
            Ok(vec![
                row.pseudonym.0.into(),
                station.as_str().into(),
                int(sequence)?,
                row.hour.to_string().into(),
                row.admitted_as.area().into(),
                row.admitted_as.word().into(),
                row.link.is_none().into(),
            ])
        };
        let new = rows
            .iter()
            .map(row)
            .collect::<Result<Vec<_>, LedgerError>>()?;
        Ok(self.insert(PRESENCE, new)? == rows.len() as u64)
    }

    /// Whether a person was at a station.
    pub fn knows_presence(
        &self,
        station: &StationId,
        row: &PresenceRow,
    ) -> Result<bool, LedgerError> {
        let query = "SELECT sequence FROM presence WHERE pseudonym = $1 AND station = $2";
        self.exists(query, &[row.pseudonym.0.into(), station.as_str().into()])
    }
}
