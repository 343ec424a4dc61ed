//! The SQLCipher store: one file under a raw 256-bit key.
//!
//! No row order is kept for people or ballots (`WITHOUT ROWID`, random or natural keys), deleted
//! content is overwritten, and the rollback journal holds old pages only and goes away after each
//! transaction. While a day is open, the pages themselves still tell in which order they were
//! filled; closing writes the whole store anew, in the order of its keys ([`forget_order`]), and
//! then what was written together is not found together. `synchronous` is EXTRA, which is
//! FULL and waits for the journal's removal too: a vote that the voter was told of survives the
//! plug.

use super::StationError;
use crate::envelope::SecretBytes;
use data_encoding::HEXLOWER;
use rusqlite::{Connection, OptionalExtension};
use std::path::Path;
use zeroize::Zeroizing;

const SCHEMA: &str = "
CREATE TABLE meta(
    key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE pins(
    operator TEXT PRIMARY KEY, salt BLOB NOT NULL, hash BLOB NOT NULL,
    failures INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE roll(
    pseudonym BLOB PRIMARY KEY, area TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE days(
    day INTEGER PRIMARY KEY, opened TEXT NOT NULL, closed TEXT, box_at_opening INTEGER NOT NULL,
    refused INTEGER NOT NULL, minutes BLOB);
CREATE TABLE admissions(
    id BLOB PRIMARY KEY, day INTEGER NOT NULL, pseudonym BLOB NOT NULL,
    admitted_as BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('admitted', 'voting', 'cast', 'paper', 'void', 'abandoned')),
    assisted TEXT CHECK (assisted IN ('staff', 'companion'))) WITHOUT ROWID;
CREATE UNIQUE INDEX one_right ON admissions(pseudonym)
    WHERE state IN ('admitted', 'voting', 'cast', 'paper');
CREATE TABLE voters(
    pseudonym BLOB PRIMARY KEY, admitted_as BLOB NOT NULL, hour TEXT NOT NULL, link BLOB,
    batch INTEGER) WITHOUT ROWID;
CREATE TABLE ballots(
    tracker BLOB PRIMARY KEY, sealed BLOB NOT NULL, batch INTEGER) WITHOUT ROWID;
CREATE TABLE openings(
    tracker BLOB PRIMARY KEY, day INTEGER NOT NULL, row BLOB NOT NULL, batch INTEGER) WITHOUT ROWID;
CREATE TABLE registrations(
    pseudonym BLOB PRIMARY KEY, admitted_as BLOB NOT NULL, hour TEXT NOT NULL,
    enabled_from TEXT NOT NULL, record BLOB NOT NULL, batch INTEGER) WITHOUT ROWID;
CREATE TABLE refusals(
    pseudonym BLOB PRIMARY KEY, reason TEXT NOT NULL, hour TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE companions(
    pseudonym BLOB PRIMARY KEY, voters INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE journal(
    sequence INTEGER PRIMARY KEY, entry BLOB NOT NULL, digest BLOB NOT NULL);
CREATE TABLE batches(
    sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, bytes BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'refused')),
    receipt BLOB, reason TEXT);
";

/// What came with online stations: who voted elsewhere, checkpoints that are to be verified, and
/// ballots that are not proven to be on the board.
const ONLINE: &str = "
CREATE TABLE voted_elsewhere(
    pseudonym BLOB PRIMARY KEY, web INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE boards_seen(
    note TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE off_board(
    leaf BLOB PRIMARY KEY) WITHOUT ROWID;
PRAGMA user_version = 4;
";

/// Opens the store, making it if `create`.
pub(super) fn open(
    path: &Path,
    key: &SecretBytes,
    create: bool,
) -> Result<Connection, StationError> {
    if path.exists() == create {
        return Err(if create {
            StationError::Exists(path.display().to_string())
        } else {
            StationError::Damaged("there is none; if `seggio init` was interrupted, run it again")
        });
    }
    let db = Connection::open(path)?;
    // Before the key: SQLCipher would write its complaints over the screen.
    db.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    let hex = Zeroizing::new(HEXLOWER.encode(key.expose()));
    let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", *hex));
    db.execute_batch(&pragma)?;
    db.execute_batch(
        "PRAGMA cipher_memory_security = ON; PRAGMA journal_mode = DELETE;
         PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
         PRAGMA foreign_keys = ON;",
    )?;
    if create {
        db.execute_batch(&format!("BEGIN; {SCHEMA} {ONLINE} COMMIT;"))?;
    } else {
        let version: i64 = db.query_row("PRAGMA user_version", [], |r| r.get(0))?;
        match version {
            4 => {}
            3 => db.execute_batch(&format!("BEGIN; {ONLINE} COMMIT;"))?,
            _ => return Err(StationError::Damaged("an unknown version of the store")),
        }
    }
    Ok(db)
}

/// Writes the store anew: every table in the order of its keys, no page left over.
pub(super) fn forget_order(db: &Connection) -> Result<(), StationError> {
    Ok(db.execute_batch("VACUUM")?)
}

/// At the last closing: what was remembered of persons only for the desk's sake.
pub(super) fn forget_visits(db: &Connection) -> Result<(), StationError> {
    Ok(db.execute_batch(
        "DELETE FROM refusals; DELETE FROM companions; UPDATE admissions SET assisted = NULL;",
    )?)
}

/// A value of the `meta` table.
pub(super) fn meta(db: &Connection, key: &str) -> Result<Option<Vec<u8>>, StationError> {
    let query = "SELECT value FROM meta WHERE key = ?1";
    Ok(db.query_row(query, [key], |r| r.get(0)).optional()?)
}

/// A value of the `meta` table that must be there.
pub(super) fn need(db: &Connection, key: &str) -> Result<Zeroizing<Vec<u8>>, StationError> {
    let value = meta(db, key)?.ok_or(StationError::Damaged("a value is missing"))?;
    Ok(Zeroizing::new(value))
}

/// Sets a value of the `meta` table.
pub(super) fn set_meta(db: &Connection, key: &str, value: &[u8]) -> Result<(), StationError> {
    db.execute(
        "INSERT OR REPLACE INTO meta(key, value) VALUES (?1, ?2)",
        (key, value),
    )?;
    Ok(())
}

/// Takes a value out of the `meta` table, if it is there.
pub(super) fn forget_meta(db: &Connection, key: &str) -> Result<(), StationError> {
    db.execute("DELETE FROM meta WHERE key = ?1", [key])?;
    Ok(())
}

/// A whole number from a counting query; counts are never negative.
pub(super) fn count(db: &Connection, query: &str) -> Result<u64, StationError> {
    Ok(db.query_row(query, [], |r| r.get(0))?)
}
