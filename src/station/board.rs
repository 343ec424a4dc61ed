//! The board as the station has verified it.
//!
//! Invariants: the checkpoint in the headers of batches is one that continues every one before it,
//! by a proof that was checked; one that does not is kept as evidence, and never takes its place, nor
//! that of another one. Of two of one size that differ both are kept as evidence. A tracker waits here until its ballot was proven to be on the board, and no longer.

use super::{Event, Station, StationError, journal, store};
use crate::envelope::Digest;
use rusqlite::Connection;

const VERIFIED: &str = "checkpoint";

/// What does not fit the board that the station knows: the first, then with `.1` and so on.
const EVIDENCE: &str = "board_evidence";

/// Pieces of evidence that are kept. Who has so many needs no more.
const MOST_EVIDENCE: usize = 16;

/// Trackers of which proof is asked at once.
const MOST: u32 = 64;

/// What is to be verified of the board.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardToCheck {
    /// The last checkpoint that was verified.
    pub verified: Option<String>,
    /// Checkpoints of receipts, each signed, none verified against it.
    pub seen: Vec<String>,
    /// Ballots that should be on the board, some of them.
    pub waiting: Vec<Digest>,
}

impl BoardToCheck {
    /// Whether there is nothing to ask.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty() && self.waiting.is_empty()
    }
}

/// What was verified of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BoardChecked {
    /// The largest checkpoint that continues the one before.
    pub verified: Option<String>,
    /// Checkpoints that fit it.
    pub fitting: Vec<String>,
    /// Ballots that are on it.
    pub proven: Vec<Digest>,
    /// What does not fit, each once.
    pub alarms: Vec<BoardAlarm>,
}

impl BoardChecked {
    /// Something does not fit.
    pub fn alarm(&mut self, alarm: BoardAlarm) {
        if !self.alarms.contains(&alarm) {
            self.alarms.push(alarm);
        }
    }
}

/// The server showed something that does not fit its own board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardAlarm {
    /// A signed checkpoint that does not continue the one that the station knows, or one of two of
    /// one size that differ.
    NotContinued(String),
    /// A proof that does not lead to the checkpoint that the server signed.
    NotIncluded(String),
}

impl BoardAlarm {
    /// The word in the journal and in message keys.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotContinued(_) => "not-continued",
            Self::NotIncluded(_) => "not-included",
        }
    }

    fn checkpoint(&self) -> &str {
        match self {
            Self::NotContinued(note) | Self::NotIncluded(note) => note,
        }
    }
}

impl Station {
    /// What is to be verified of the board, if anything.
    pub fn board_to_check(&self) -> Result<BoardToCheck, StationError> {
        let mut waiting = self
            .db
            .prepare("SELECT leaf FROM off_board ORDER BY leaf LIMIT ?1")?;
        let waiting = waiting.query_map([MOST], |r| Ok(Digest(r.get(0)?)))?;
        self.to_check(waiting.collect::<Result<_, _>>()?)
    }

    /// The same, of the ballots that whoever can be asked knows of.
    pub fn board_to_check_among<'a>(
        &self,
        leaves: impl Iterator<Item = &'a Digest>,
    ) -> Result<BoardToCheck, StationError> {
        let mut waits = self.db.prepare("SELECT 1 FROM off_board WHERE leaf = ?1")?;
        let mut waiting = Vec::new();
        for leaf in leaves {
            if waits.exists([&leaf.0[..]])? {
                waiting.push(*leaf);
            }
        }
        self.to_check(waiting)
    }

    fn to_check(&self, waiting: Vec<Digest>) -> Result<BoardToCheck, StationError> {
        let mut seen = self
            .db
            .prepare("SELECT note FROM boards_seen ORDER BY note")?;
        let seen = seen.query_map([], |r| r.get(0))?;
        Ok(BoardToCheck {
            verified: text(&self.db, VERIFIED)?,
            seen: seen.collect::<Result<_, _>>()?,
            waiting,
        })
    }

    /// Keeps what was verified. What does not fit is an event of the journal, once for each
    /// checkpoint, and never stops a vote.
    pub fn keep_board(&mut self, checked: &BoardChecked) -> Result<(), StationError> {
        let hour = self.clock.hour();
        let tx = self.db.transaction()?;
        // Another look may have come further meanwhile: what the headers say never goes back.
        if let Some(note) = &checked.verified
            && size(note) > text(&tx, VERIFIED)?.as_deref().and_then(size)
        {
            store::set_meta(&tx, VERIFIED, note.as_bytes())?;
        }
        for note in &checked.fitting {
            tx.execute("DELETE FROM boards_seen WHERE note = ?1", [note])?;
        }
        for leaf in &checked.proven {
            tx.execute("DELETE FROM off_board WHERE leaf = ?1", [&leaf.0[..]])?;
        }
        for alarm in &checked.alarms {
            let known = evidence(&tx)?;
            if known.len() >= MOST_EVIDENCE || known.iter().any(|n| n == alarm.checkpoint()) {
                continue;
            }
            let key = evidence_key(known.len());
            store::set_meta(&tx, &key, alarm.checkpoint().as_bytes())?;
            let reason = alarm.word().to_owned();
            journal::append(&tx, hour, &Event::BoardAlarm { reason })?;
        }
        tx.commit()?;
        Ok(())
    }

    /// The checkpoints that did not fit the board that the station knows, as they came: the office
    /// compares them.
    pub fn board_evidence(&self) -> Result<Vec<String>, StationError> {
        evidence(&self.db)
    }

    /// Ballots that the server has and that were not proven to be on the board yet.
    pub fn off_board(&self) -> Result<u64, StationError> {
        store::count(&self.db, "SELECT count(*) FROM off_board")
    }
}

/// A receipt's checkpoint. The first is known at once: every board continues the empty one.
pub(super) fn seen(db: &Connection, note: &str) -> Result<(), StationError> {
    match text(db, VERIFIED)? {
        None => store::set_meta(db, VERIFIED, note.as_bytes()),
        Some(verified) if verified == note => Ok(()),
        Some(_) => {
            db.execute(
                "INSERT OR IGNORE INTO boards_seen(note) VALUES (?1)",
                [note],
            )?;
            Ok(())
        }
    }
}

/// Ballots that the server has now.
pub(super) fn wait_for(db: &Connection, leaves: &[Digest]) -> Result<(), StationError> {
    for leaf in leaves {
        db.execute(
            "INSERT OR IGNORE INTO off_board(leaf) VALUES (?1)",
            [&leaf.0[..]],
        )?;
    }
    Ok(())
}

fn evidence_key(n: usize) -> String {
    match n {
        0 => EVIDENCE.to_owned(),
        n => format!("{EVIDENCE}.{n}"),
    }
}

fn evidence(db: &Connection) -> Result<Vec<String>, StationError> {
    let kept = (0..MOST_EVIDENCE).map(|n| text(db, &evidence_key(n)));
    let kept = kept.take_while(|note| !matches!(note, Ok(None)));
    kept.filter_map(Result::transpose).collect()
}

/// Leaves of a board, out of its checkpoint's second line.
fn size(note: &str) -> Option<u64> {
    note.lines().nth(1)?.parse().ok()
}

fn text(db: &Connection, key: &str) -> Result<Option<String>, StationError> {
    let kept = store::meta(db, key)?;
    kept.map(String::from_utf8)
        .transpose()
        .map_err(|_| StationError::Damaged("a checkpoint"))
}
