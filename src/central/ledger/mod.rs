//! The ledger: what the central server keeps, in SQLite.
//!
//! Invariants: one database belongs to one consultation; everything is written through one
//! [`Page`], a transaction that is on disk when [`Page::commit`] returns and leaves no trace if
//! it is dropped.

mod leaves;
mod page;
mod registry;

pub(super) use page::{Page, StationRow};

use crate::board::BoardError;
use crate::consultation::Manifest;
use crate::envelope::{EnvelopeError, Signed};
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::Duration;

/// Version of the schema, in `PRAGMA user_version`.
const VERSION: i64 = 2;

/// How long one process waits for another that is writing.
const BUSY: Duration = Duration::from_secs(10);

/// Why the ledger cannot be used. Nothing that was sent is at fault.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// SQLite failed: no space, no permission, not a database.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
    /// The database holds no ledger.
    #[error("this database is not a ledger")]
    NotALedger,
    /// Made by another version of the program.
    #[error("the ledger has version {found}, this program writes {VERSION}")]
    Version {
        /// What it says.
        found: i64,
    },
    /// The ledger belongs to another consultation.
    #[error("the ledger belongs to another consultation")]
    OtherConsultation,
    /// What is stored does not verify: the database was altered or is damaged.
    #[error("the ledger is damaged: {0}")]
    Damaged(String),
    /// Another process uses the ledger, and what was taken out of it may still be in its files.
    #[error(
        "the links are out of the ledger, but another process still reads its old pages: stop it, \
         and give the order again"
    )]
    Busy,
    /// The server's keys or the manifest cannot serve.
    #[error("the server cannot start: {0}")]
    Setup(String),
}

impl From<EnvelopeError> for LedgerError {
    fn from(e: EnvelopeError) -> Self {
        Self::Damaged(e.to_string())
    }
}

impl From<BoardError> for LedgerError {
    fn from(e: BoardError) -> Self {
        Self::Damaged(e.to_string())
    }
}

/// One open database.
#[derive(Debug)]
pub struct Ledger {
    db: Connection,
}

impl Ledger {
    /// Opens the ledger of a consultation; makes it if there is no file.
    pub fn open(path: &Path, manifest: &Signed<Manifest>) -> Result<Self, LedgerError> {
        private_file(path)?;
        let mut ledger = Self::connect(Connection::open(path)?)?;
        let tx = ledger
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        if version(&tx)? == 0 {
            let tables: i64 =
                tx.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
            if tables > 0 {
                return Err(LedgerError::NotALedger);
            }
            tx.execute_batch(include_str!("schema.sql"))?;
            tx.execute(
                "INSERT INTO consultation (one, manifest) VALUES (0, ?1)",
                [manifest.bytes()],
            )?;
            tx.pragma_update(None, "user_version", VERSION)?;
        }
        tx.commit()?;
        if ledger.manifest()?.bytes() == manifest.bytes() {
            Ok(ledger)
        } else {
            Err(LedgerError::OtherConsultation)
        }
    }

    /// Opens a ledger that must exist.
    pub fn open_existing(path: &Path) -> Result<Self, LedgerError> {
        // Writable, because reading what a killed server left in the write-ahead log needs it.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let ledger = Self::connect(Connection::open_with_flags(path, flags)?)?;
        ledger.manifest()?;
        Ok(ledger)
    }

    fn connect(db: Connection) -> Result<Self, LedgerError> {
        db.busy_timeout(BUSY)?;
        db.pragma_update(None, "journal_mode", "WAL")?;
        // Committed means on disk: a receipt is never ahead of the ledger.
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "foreign_keys", true)?;
        Ok(Self { db })
    }

    /// The manifest that the ledger was made for.
    pub fn manifest(&self) -> Result<Signed<Manifest>, LedgerError> {
        match version(&self.db)? {
            VERSION => {}
            0 => return Err(LedgerError::NotALedger),
            found => return Err(LedgerError::Version { found }),
        }
        let bytes: Option<Vec<u8>> = self
            .db
            .query_row("SELECT manifest FROM consultation", [], |r| r.get(0))
            .optional()?;
        Ok(Manifest::open(&bytes.ok_or(LedgerError::NotALedger)?)?)
    }

    /// A page to read from: what others write meanwhile is not seen.
    pub(super) fn read(&mut self) -> Result<Page<'_>, LedgerError> {
        Ok(Page::new(self.db.transaction()?))
    }

    /// A page to write on: one at a time, over all processes.
    pub(super) fn write(&mut self) -> Result<Page<'_>, LedgerError> {
        let behavior = TransactionBehavior::Immediate;
        Ok(Page::new(self.db.transaction_with_behavior(behavior)?))
    }
}

/// Makes the file if it is not there, for its owner only: it tells which pseudonyms voted. SQLite
/// gives its other files the same permissions.
fn private_file(path: &Path) -> Result<(), LedgerError> {
    let made = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    match made {
        Err(e) if e.kind() != ErrorKind::AlreadyExists => {
            Err(LedgerError::Setup(format!("{}: {e}", path.display())))
        }
        _ => Ok(()),
    }
}

fn version(db: &Connection) -> Result<i64, LedgerError> {
    Ok(db.pragma_query_value(None, "user_version", |r| r.get(0))?)
}

#[cfg(test)]
mod tests {
    use crate::central::fixture::World;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn what_is_committed_is_on_disk_and_nobody_else_reads_it() {
        let world = World::new();
        let central = world.central();
        let ledger = central.ledger();
        let pragma = |name| -> String {
            ledger
                .db
                .pragma_query_value(None, name, |r| {
                    r.get::<_, rusqlite::types::Value>(0)
                        .map(|v| format!("{v:?}"))
                })
                .unwrap()
        };
        assert_eq!(pragma("synchronous"), "Integer(2)");
        assert_eq!(pragma("journal_mode"), "Text(\"wal\")");
        for file in ["centrale.db", "centrale.db-wal"] {
            let mode = std::fs::metadata(world.path(file)).unwrap().permissions();
            assert_eq!(mode.mode() & 0o777, 0o600, "{file}");
        }
    }
}
