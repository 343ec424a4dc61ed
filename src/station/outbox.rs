//! The batches of a station: made inside a transaction, kept until the server's receipt, kept
//! also when refused.

use super::{Event, Station, StationError, board, journal, store};
use crate::ballot::Tracker;
use crate::batch::{Batch, BatchKind, Chain, Header, PresenceRow, Receipt, RegistrationRow, Rows};
use crate::consultation::Hour;
use crate::envelope::{Digest, Signed, SigningKey, cbor};
use crate::identity::Pseudonym;
use minicbor::bytes::ByteVec;
use rusqlite::{Connection, OptionalExtension, Row};

/// A batch that waits for its receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingBatch {
    /// Its place in the chain.
    pub sequence: u64,
    /// What it carries.
    pub kind: BatchKind,
    /// The bytes to send.
    pub bytes: Vec<u8>,
}

/// How things stand with the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyncState {
    /// Ballots that the server has not acknowledged.
    pub ballots_waiting: u64,
    /// Of these, ballots that are in no batch yet.
    pub ballots_unbatched: u64,
    /// Batches made but not acknowledged.
    pub batches_waiting: u64,
    /// Batches that the server refused, kept here.
    pub batches_refused: u64,
    /// The last receipt, local time `2022-09-18T18:04`.
    pub last_receipt: Option<String>,
}

/// Makes batches inside one transaction.
pub(super) struct Outbox<'a> {
    db: &'a Connection,
    key: SigningKey,
    chain: Chain,
    checkpoint: Option<String>,
}

impl<'a> Outbox<'a> {
    pub(super) fn new(
        db: &'a Connection,
        key: SigningKey,
        mut chain: Chain,
    ) -> Result<Self, StationError> {
        if let (Some(next), Some(head)) = (
            store::meta(db, "chain_next")?,
            store::meta(db, "chain_head")?,
        ) {
            chain.next = cbor::decode(&next)?;
            chain.head = cbor::decode(&head)?;
        }
        let checkpoint = store::meta(db, "checkpoint")?.and_then(|c| String::from_utf8(c).ok());
        Ok(Self {
            db,
            key,
            chain,
            checkpoint,
        })
    }

    /// Signs rows as the next batch and keeps it.
    pub(super) fn put(&mut self, rows: Rows) -> Result<u64, StationError> {
        let batch = Batch::sign(&self.key, &self.chain, rows, self.checkpoint.clone());
        let sequence = self.chain.next;
        self.chain
            .follow(batch.header())
            .map_err(|_| StationError::Damaged("the chain of batches"))?;
        self.db.execute(
            "INSERT INTO batches(sequence, kind, bytes, state) VALUES (?1, ?2, ?3, 'pending')",
            (sequence, batch.header().value().kind.word(), batch.bytes()),
        )?;
        store::set_meta(self.db, "chain_next", &cbor::encode(&self.chain.next))?;
        store::set_meta(self.db, "chain_head", &cbor::encode(&self.chain.head))?;
        Ok(sequence)
    }

    /// A batch of the voters who are in none yet.
    pub(super) fn presence(&mut self) -> Result<(), StationError> {
        let query = "SELECT pseudonym, admitted_as, hour, link FROM voters WHERE batch IS NULL";
        let rows = self.rows(query, presence_row)?;
        self.put_all("voters", rows, 1, Rows::Presence)
    }

    /// A batch of the registrations that are in none yet.
    pub(super) fn registrations(&mut self) -> Result<(), StationError> {
        let query =
            "SELECT pseudonym, hour, enabled_from, record FROM registrations WHERE batch IS NULL";
        let rows = self.rows(query, registration_row)?;
        self.put_all("registrations", rows, 1, Rows::Registrations)
    }

    /// A batch of the ballots that are in none yet, if at least `least` are there: a small batch
    /// would tell whose they are to whoever saw who came.
    pub(super) fn ballots(&mut self, least: u64) -> Result<(), StationError> {
        let query = "SELECT sealed FROM ballots WHERE batch IS NULL";
        let rows = self.rows(query, |r| Ok(Ok(ByteVec::from(r.get::<_, Vec<u8>>(0)?))))?;
        self.put_all("ballots", rows, least, Rows::Ballots)
    }

    /// A batch of the opened ballots that are in none yet: they say nothing of anyone.
    pub(super) fn openings(&mut self) -> Result<(), StationError> {
        let query = "SELECT row FROM openings WHERE batch IS NULL";
        let rows = self.rows(query, |r| {
            Ok(cbor::decode(&r.get::<_, Vec<u8>>(0)?).map_err(StationError::from))
        })?;
        self.put_all("openings", rows, 1, Rows::Openings)
    }

    fn rows<T>(
        &self,
        query: &str,
        read: impl Fn(&Row<'_>) -> rusqlite::Result<Result<T, StationError>>,
    ) -> Result<Vec<T>, StationError> {
        let mut query = self.db.prepare(query)?;
        let rows = query.query_map([], |r| read(r))?;
        rows.map(|r| r?).collect()
    }

    fn put_all<T>(
        &mut self,
        table: &str,
        rows: Vec<T>,
        least: u64,
        kind: impl Fn(Vec<T>) -> Rows,
    ) -> Result<(), StationError> {
        if (rows.len() as u64) < least.max(1) {
            return Ok(());
        }
        let sequence = self.put(kind(rows))?;
        let update = format!("UPDATE {table} SET batch = ?1 WHERE batch IS NULL");
        self.db.execute(&update, [sequence])?;
        Ok(())
    }
}

impl Station {
    /// Makes the batches that may leave now: people who voted and registrations at once, ballots
    /// when enough are there.
    pub fn make_batches(&mut self) -> Result<(), StationError> {
        if store::meta(&self.db, "closed_for_good")?.is_some() {
            return Ok(());
        }
        let least = u64::from(self.consultation().limits.batch_min);
        let (key, start) = (self.key.clone(), self.chain_start());
        let tx = self.db.transaction()?;
        let mut outbox = Outbox::new(&tx, key, start)?;
        outbox.presence()?;
        outbox.registrations()?;
        outbox.ballots(least)?;
        outbox.openings()?;
        tx.commit()?;
        Ok(())
    }

    /// The batches that wait for a receipt, in order. Behind a refused one, those after it wait.
    pub fn pending(&self) -> Result<Vec<PendingBatch>, StationError> {
        let mut query = self.db.prepare(
            "SELECT sequence, kind, bytes FROM batches WHERE state <> 'accepted' ORDER BY sequence",
        )?;
        let rows = query.query_map([], |r| {
            Ok((
                r.get::<_, u64>(0)?,
                r.get::<_, String>(1)?,
                r.get::<_, Vec<u8>>(2)?,
            ))
        })?;
        rows.map(|row| {
            let (sequence, kind, bytes) = row?;
            let kind =
                BatchKind::from_word(&kind).ok_or(StationError::Damaged("a batch's kind"))?;
            Ok(PendingBatch {
                sequence,
                kind,
                bytes,
            })
        })
        .collect()
    }

    /// Keeps the server's receipt for a batch, if it is for that batch and signed by the server.
    pub fn keep_receipt(&mut self, receipt: &Signed<Receipt>) -> Result<(), StationError> {
        let r = receipt.value();
        let query = "SELECT bytes FROM batches WHERE sequence = ?1";
        let bytes: Option<Vec<u8>> = self
            .db
            .query_row(query, [r.sequence], |row| row.get(0))
            .optional()?;
        let bytes = bytes.ok_or(StationError::Damaged("a receipt for no batch"))?;
        let batch = Batch::open(&bytes, &self.key.public())?;
        let header: &Signed<Header> = batch.header();
        let right = *receipt.signer() == self.manifest.value().server.receipt_key
            && r.fingerprint == self.manifest.digest()
            && r.station == self.certificate.value().station
            && r.header == header.digest();
        if !right {
            return Err(crate::envelope::EnvelopeError::BadSignature.into());
        }
        let now = self.clock.now().format("%Y-%m-%dT%H:%M").to_string();
        let tx = self.db.transaction()?;
        tx.execute(
            "UPDATE batches SET state = 'accepted', receipt = ?2, reason = NULL WHERE sequence = ?1",
            (r.sequence, receipt.bytes()),
        )?;
        board::seen(&tx, &r.checkpoint)?;
        board::wait_for(&tx, &leaves(&batch.body().rows))?;
        store::set_meta(&tx, "last_receipt", now.as_bytes())?;
        tx.commit()?;
        Ok(())
    }

    /// Remembers that the server refused a batch. It is kept, and sent again with the next sync.
    pub fn keep_refusal(&mut self, sequence: u64, reason: &str) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        tx.execute(
            "UPDATE batches SET state = 'refused', reason = ?2
             WHERE sequence = ?1 AND state <> 'accepted'",
            (sequence, reason),
        )?;
        let reason = reason.to_owned();
        journal::append(&tx, hour, &Event::BatchRefused { sequence, reason })?;
        tx.commit()?;
        Ok(())
    }

    /// How things stand with the server.
    pub fn sync_state(&self) -> Result<SyncState, StationError> {
        let db = &self.db;
        let last = store::meta(db, "last_receipt")?.and_then(|t| String::from_utf8(t).ok());
        Ok(SyncState {
            ballots_waiting: store::count(
                db,
                "SELECT count(*) FROM ballots WHERE batch IS NULL OR batch IN
                 (SELECT sequence FROM batches WHERE state <> 'accepted')",
            )?,
            ballots_unbatched: store::count(
                db,
                "SELECT count(*) FROM ballots WHERE batch IS NULL",
            )?,
            batches_waiting: store::count(
                db,
                "SELECT count(*) FROM batches WHERE state <> 'accepted'",
            )?,
            batches_refused: store::count(
                db,
                "SELECT count(*) FROM batches WHERE state = 'refused'",
            )?,
            last_receipt: last,
        })
    }

    /// The trackers in the box, in their own order, which is no order of voters.
    pub fn trackers(&self) -> Result<Vec<Tracker>, StationError> {
        let mut query = self
            .db
            .prepare("SELECT tracker FROM ballots ORDER BY tracker")?;
        let rows = query.query_map([], |r| Ok(Tracker(Digest(r.get(0)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// What of a batch goes on the board: its ballots, cast or opened.
fn leaves(rows: &Rows) -> Vec<Digest> {
    match rows {
        Rows::Ballots(ballots) => ballots.iter().map(|b| Tracker::of(b).0).collect(),
        Rows::Openings(rows) => rows.iter().map(|row| row.tracker().0).collect(),
        _ => Vec::new(),
    }
}

fn hour(text: &str) -> Result<Hour, StationError> {
    Hour::parse(text).ok_or(StationError::Damaged("an hour"))
}

fn presence_row(r: &Row<'_>) -> rusqlite::Result<Result<PresenceRow, StationError>> {
    let pseudonym = Pseudonym(r.get(0)?);
    let (admitted_as, at): (Vec<u8>, String) = (r.get(1)?, r.get(2)?);
    let link: Option<Vec<u8>> = r.get(3)?;
    let row = || {
        Ok(PresenceRow {
            pseudonym,
            admitted_as: cbor::decode(&admitted_as)?,
            hour: hour(&at)?,
            link: link.map(ByteVec::from),
        })
    };
    Ok(row())
}

fn registration_row(r: &Row<'_>) -> rusqlite::Result<Result<RegistrationRow, StationError>> {
    let pseudonym = Pseudonym(r.get(0)?);
    let (at, from): (String, String) = (r.get(1)?, r.get(2)?);
    let record: Vec<u8> = r.get(3)?;
    let row = || {
        Ok(RegistrationRow {
            pseudonym,
            hour: hour(&at)?,
            enabled_from: from.parse().map_err(|_| StationError::Damaged("a date"))?,
            record: ByteVec::from(record),
        })
    };
    Ok(row())
}
