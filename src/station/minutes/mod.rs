//! The minutes of a day for people: as text, as a page to print and sign, as a paper strip.
//!
//! Invariants: the three say the same, because they are made of one [`record`]: counts only, in
//! Italian, for the commission. They carry the digest of the signed header of the minutes' batch, by
//! which anyone finds the very minutes in the public package; the QR code holds nothing else. The
//! files are written whole; the day is closed whatever happens to them.

mod page;
mod record;
mod strip;
#[cfg(test)]
mod tests;
mod text;

pub(super) use record::{Part, Row, Sign, count, say};

use super::{Station, StationError};
use crate::batch::{Batch, BatchKind, Minutes, Rows};
use crate::envelope::{Digest, cbor, whole_file};
use crate::printer::Paper;
use rusqlite::OptionalExtension;
use std::path::PathBuf;

/// Letters of a digest in one group.
const GROUP: usize = 4;

/// A digest as people compare it: groups of four digits, so many in a row.
fn groups(digest: Digest, in_a_row: usize) -> Vec<String> {
    let hex = digest.hex();
    let all: Vec<&str> = (0..hex.len())
        .step_by(GROUP)
        .filter_map(|at| hex.get(at..at + GROUP))
        .collect();
    all.chunks(in_a_row).map(|row| row.join(" ")).collect()
}

impl Station {
    /// The minutes in Italian, for the commission, in rows of at most 76 signs.
    pub fn minutes_text(&self, minutes: &Minutes) -> String {
        text::text(&self.minutes_record(minutes))
    }

    /// The same as one page of HTML to print and sign: no script, nothing from elsewhere.
    pub fn minutes_page(&self, minutes: &Minutes) -> String {
        page::page(&self.minutes_record(minutes))
    }

    /// The same for a slip printer.
    pub fn minutes_paper(&self, minutes: &Minutes) -> Paper {
        strip::strip(&self.minutes_record(minutes))
    }

    /// The minutes of a day that was closed; of the last one if no day is named.
    pub fn closed_minutes(&self, day: Option<u32>) -> Result<Option<Minutes>, StationError> {
        let query =
            "SELECT minutes FROM days WHERE minutes IS NOT NULL AND (?1 IS NULL OR day = ?1)
                     ORDER BY day DESC LIMIT 1";
        let found: Option<Vec<u8>> = self.db.query_row(query, [day], |r| r.get(0)).optional()?;
        Ok(found.map(|bytes| cbor::decode(&bytes)).transpose()?)
    }

    /// What names the minutes of a day in public: the digest of their batch's signed header.
    pub fn minutes_digest(&self, minutes: &Minutes) -> Result<Digest, StationError> {
        let mut query = self
            .db
            .prepare("SELECT bytes FROM batches WHERE kind = ?1 ORDER BY sequence DESC")?;
        for bytes in query.query_map([BatchKind::Minutes.word()], |r| r.get::<_, Vec<u8>>(0))? {
            let batch = Batch::open(&bytes?, &self.key.public())?;
            if matches!(&batch.body().rows, Rows::Minutes(m) if m == minutes) {
                return Ok(batch.header().digest());
            }
        }
        Err(StationError::Damaged("minutes without their batch"))
    }

    fn minutes_path(&self, day: u32, ending: &str) -> PathBuf {
        let folder = self.dir.join("minutes");
        folder.join(format!("verbale-{day:03}.{ending}"))
    }

    /// Writes text and page; gives back where the text is.
    pub(super) fn write_minutes(&self, minutes: &Minutes) -> Result<PathBuf, StationError> {
        let (text, page) = (self.minutes_text(minutes), self.minutes_page(minutes));
        let path = self.minutes_path(minutes.day, "txt");
        let write = || {
            std::fs::create_dir_all(self.dir.join("minutes"))?;
            whole_file::replace(&path, text.as_bytes(), 0o644)?;
            let path = self.minutes_path(minutes.day, "html");
            whole_file::replace(&path, page.as_bytes(), 0o644)
        };
        write().map_err(StationError::MinutesFile)?;
        Ok(path)
    }

    /// At start: the files of closed days that a crash, or a full disk, kept from being written.
    pub(super) fn write_missing_minutes(&self) -> Result<(), StationError> {
        let mut query = self
            .db
            .prepare("SELECT minutes FROM days WHERE minutes IS NOT NULL")?;
        for row in query.query_map([], |r| r.get::<_, Vec<u8>>(0))? {
            let minutes: Minutes = cbor::decode(&row?)?;
            let there = |ending| self.minutes_path(minutes.day, ending).exists();
            if there("txt") && there("html") {
                continue;
            }
            match self.write_minutes(&minutes) {
                // They are safe in the store: no reason to keep the station locked.
                Ok(_) | Err(StationError::MinutesFile(_)) => {}
                Err(e) => return Err(e),
            }
        }
        Ok(())
    }
}
