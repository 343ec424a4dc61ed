//! Forgetting the links, when the registry says so.
//!
//! Invariants: only an order signed by the registry of this consultation is obeyed, and only where
//! nothing of a vote waits to be sent; afterwards no row and no batch holds a link, the chain of
//! headers stands, and the station opens no day any more.

use super::{Event, Station, StationError, elsewhere, journal, store};
use crate::batch::{BatchKind, Purge};
use crate::envelope::{EnvelopeError, Signed, cbor};
use minicbor::bytes::ByteVec;
use rusqlite::{Connection, params};

/// What became of an order to forget the links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purged {
    /// The links are destroyed.
    Done,
    /// They were destroyed before.
    Before,
}

impl Station {
    /// Obeys the registry's signed order to forget the links. A station with an open day, or with
    /// votes that were never sent, refuses and keeps everything.
    pub fn purge(&mut self, order: &[u8]) -> Result<Purged, StationError> {
        let registry = &self.manifest.value().commission.registry;
        let order: Signed<Purge> = Signed::open(order, registry)?;
        if order.value().fingerprint != self.manifest.digest() {
            return Err(EnvelopeError::BadSignature.into());
        }
        let before = self.purged()?;
        if !before {
            self.nothing_waits()?;
            let hour = self.clock.hour();
            let tx = self.db.transaction()?;
            tx.execute("UPDATE voters SET link = NULL", [])?;
            keep_headers_only(&tx)?;
            elsewhere::forget(&tx)?;
            store::set_meta(&tx, "purge", order.bytes())?;
            // Who voted now could not be settled any more.
            store::set_meta(&tx, "closed_for_good", b"1")?;
            journal::append(&tx, hour, &Event::Purged)?;
            tx.commit()?;
        }
        // Also where it was done before: whoever pulled the plug then has it done now.
        store::forget_order(&self.db)?;
        Ok(if before { Purged::Before } else { Purged::Done })
    }

    /// Whether the links were destroyed.
    pub fn purged(&self) -> Result<bool, StationError> {
        Ok(store::meta(&self.db, "purge")?.is_some())
    }

    fn nothing_waits(&self) -> Result<(), StationError> {
        if self.open_day_number()?.is_some() {
            return Err(StationError::DayOpen);
        }
        let rows = store::count(
            &self.db,
            "SELECT (SELECT count(*) FROM voters WHERE batch IS NULL)
                  + (SELECT count(*) FROM ballots WHERE batch IS NULL)
                  + (SELECT count(*) FROM openings WHERE batch IS NULL)",
        )?;
        let batches = store::count(
            &self.db,
            "SELECT count(*) FROM batches WHERE state <> 'accepted'",
        )?;
        if rows + batches == 0 {
            return Ok(());
        }
        let station = self.certificate.value().station.clone();
        Err(StationError::NotSent(station))
    }
}

/// Of presence batches the signed header stays, and the body, in which the links travelled, goes.
fn keep_headers_only(db: &Connection) -> Result<(), StationError> {
    let mut query = db.prepare("SELECT sequence, bytes FROM batches WHERE kind = ?1")?;
    let rows = query.query_map([BatchKind::Presence.word()], |r| {
        Ok((r.get::<_, u64>(0)?, r.get::<_, Vec<u8>>(1)?))
    })?;
    for row in rows.collect::<Result<Vec<_>, _>>()? {
        let (sequence, bytes) = row;
        let (header, _body): (ByteVec, ByteVec) = cbor::decode(&bytes)?;
        db.execute(
            "UPDATE batches SET bytes = ?2 WHERE sequence = ?1",
            params![sequence, header.as_slice()],
        )?;
    }
    Ok(())
}
