//! Who voted elsewhere: the server's list, and the person at the desk against it.
//!
//! Invariants: the list comes from the server's signed answer, in the order of its numbers and
//! without gaps, so that its age can be told; what the journal says of it is a count. Whoever is
//! on it is refused by that, unless their web vote gives way to a vote at a station.

use super::{Event, Station, StationError, journal, store};
use crate::batch::{VotedList, VotedPage, VotedRow};
use crate::consultation::{Channel, Hour, Minute};
use crate::envelope::{Signed, cbor};
use crate::identity::Pseudonym;
use rusqlite::{Connection, OptionalExtension};

/// How many numbers of the server's list the station has.
const KNOWN: &str = "voted_known";

/// Of people who are new in pages that came before the last one.
const NEW: &str = "voted_new";

/// When the list was whole last.
const MADE: &str = "voted_elsewhere_made";

impl Station {
    /// How many numbers of the server's list the station has: it asks for those after them.
    pub fn voted_known(&self) -> Result<u64, StationError> {
        number(&self.db, KNOWN)
    }

    /// Takes part of the list, which an answer to a question of this station brought just now.
    pub fn take_voted(&mut self, page: &VotedPage) -> Result<(), StationError> {
        let made = Minute::of(self.clock.now());
        self.take(page, made)
    }

    /// Takes the whole list, as a stick brought it; `false` if the station has a later one.
    pub fn take_voted_list(&mut self, bytes: &[u8]) -> Result<bool, StationError> {
        let server = &self.manifest.value().server.receipt_key;
        let list: Signed<VotedList> = VotedList::open(bytes, self.manifest.digest(), server)?;
        let list = list.value();
        if list.page.total < self.voted_known()? {
            return Ok(false);
        }
        self.take(&list.page, list.made)?;
        Ok(true)
    }

    fn take(&mut self, page: &VotedPage, made: Minute) -> Result<(), StationError> {
        let hour = self.clock.hour();
        if store::meta(&self.db, "closed_for_good")?.is_some() {
            return Ok(());
        }
        let tx = self.db.transaction()?;
        let known = number(&tx, KNOWN)?;
        if page.total < known && page.rows.is_empty() {
            // The server was restored from an older copy: its numbers begin anew for this station.
            // Nobody who is on the list is forgotten.
            put_number(&tx, KNOWN, 0)?;
            tx.commit()?;
            return Ok(());
        }
        if page.since > known {
            return Ok(());
        }
        let mut new = number(&tx, NEW)?;
        let seen = usize::try_from(known - page.since).unwrap_or(usize::MAX);
        for row in page.rows.iter().skip(seen) {
            new += put(&tx, row)?;
        }
        put_number(&tx, KNOWN, known.max(page.next()))?;
        if page.is_last() {
            if new > 0 {
                journal::append(&tx, hour, &Event::VotedElsewhere { count: new })?;
                new = 0;
            }
            store::set_meta(&tx, MADE, made.to_string().as_bytes())?;
        }
        put_number(&tx, NEW, new)?;
        tx.commit()?;
        Ok(())
    }
}

/// One more; a vote in person says more than one on the web.
fn put(db: &Connection, row: &VotedRow) -> Result<u64, StationError> {
    let web = row.channel == Channel::Web;
    let mut insert = db.prepare_cached(
        "INSERT INTO voted_elsewhere(pseudonym, web) VALUES (?1, ?2)
         ON CONFLICT(pseudonym) DO UPDATE SET web = 0 WHERE web > excluded.web",
    )?;
    Ok(insert.execute((&row.pseudonym.0[..], web))? as u64)
}

/// How somebody voted elsewhere, by the list.
pub(super) fn listed(db: &Connection, who: Pseudonym) -> Result<Option<Channel>, StationError> {
    let web = db
        .prepare_cached(LISTED)?
        .query_row([&who.0[..]], |r| r.get::<_, bool>(0))
        .optional()?;
    Ok(web.map(|web| if web { Channel::Web } else { Channel::InPerson }))
}

pub(super) const LISTED: &str = "SELECT web FROM voted_elsewhere WHERE pseudonym = ?1";

/// When nobody can vote here any more, nobody needs the list.
pub(super) fn forget(db: &Connection) -> Result<(), StationError> {
    Ok(db.execute_batch("DELETE FROM voted_elsewhere")?)
}

fn number(db: &Connection, key: &str) -> Result<u64, StationError> {
    let kept = store::meta(db, key)?;
    Ok(kept.map_or(Ok(0), |bytes| cbor::decode(&bytes))?)
}

fn put_number(db: &Connection, key: &str, number: u64) -> Result<(), StationError> {
    store::set_meta(db, key, &cbor::encode(&number))
}

/// What is known of a person beside what the station itself knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Elsewhere {
    /// They voted on the web; that vote gives way to the one at the station, and is removed at
    /// settlement.
    pub web: bool,
    /// The server could not be asked: whether they voted elsewhere is found at settlement.
    pub unclaimed: bool,
}

/// Written into the journal with an admission that could not be claimed.
pub(super) fn note_unclaimed(
    db: &Connection,
    hour: Hour,
    elsewhere: Elsewhere,
) -> Result<(), StationError> {
    if elsewhere.unclaimed {
        journal::append(db, hour, &Event::NotClaimed)?;
    }
    Ok(())
}
