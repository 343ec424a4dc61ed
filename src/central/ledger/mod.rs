//! The ledger: what the central server keeps, in SQLite or in PostgreSQL.
//!
//! Invariants: one database belongs to one consultation; everything is written through one
//! [`Page`], a transaction that is on disk when [`Page::commit`] returns and leaves no trace if
//! it is dropped. What the two databases do not share is behind [`database::Database`].

mod ballots;
mod claims;
mod database;
mod figures;
mod inbox;
mod leaves;
mod line;
mod page;
mod placing;
mod pool;
mod postgres;
mod publication;
mod quarantine;
mod registry;
mod shown;
mod sqlite;
mod stations;
mod tiles;
mod turnout;
mod voted;

pub(super) use ballots::Mark;
pub(super) use claims::{Claim, Holder};
pub use figures::Figures;
pub(super) use inbox::Waiting;
pub(super) use page::Page;
pub(super) use placing::{LONGEST, Source};
pub(super) use publication::KnownBallot;
pub(super) use quarantine::{Alarm, Aside};
pub(super) use stations::{Standing, StationRow};
pub(super) use turnout::{Counted, Visits};

use crate::board::BoardError;
use crate::consultation::Manifest;
use crate::envelope::{EnvelopeError, Signed};
use database::Access;
use pool::{Connections, Pool};
use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

/// Why the ledger cannot be used. Nothing that was sent is at fault.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// SQLite failed: no space, no permission, not a database.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL failed, or the way to it.
    #[error("PostgreSQL: {0}")]
    Postgres(#[from] tokio_postgres::Error),
    /// PostgreSQL does not answer, and says nothing.
    #[error("PostgreSQL: no answer in time")]
    Silent,
    /// No connection to the database was free or could be made in time.
    #[error("the database: {0}")]
    NoConnection(#[from] r2d2::Error),
    /// The schema could not be brought up to date.
    #[error("the ledger's schema: {0}")]
    Schema(#[from] refinery::Error),
    /// The database holds no ledger.
    #[error("this database is not a ledger")]
    NotALedger,
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
    /// A fault of the program itself.
    #[error("the program failed while it checked a batch; the batch is kept")]
    Panicked,
    /// Batches are on disk whose proofs were not checked yet.
    #[error(
        "{0} batches wait for their proofs to be checked: a running server does it in a moment, and \
         `centrale receive` does it too"
    )]
    Unchecked(u64),
    /// What was accepted is not on the board yet.
    #[error(
        "{0} things that were accepted wait for their place on the board: a running server gives \
         it in a moment, and `centrale receive` gives it too"
    )]
    Unplaced(u64),
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

/// Where a ledger is.
#[derive(Clone, PartialEq, Eq)]
pub enum Address {
    /// A file of SQLite's.
    File(PathBuf),
    /// The URL of a database of PostgreSQL's.
    Postgres(String),
}

/// Without the password that a URL may hold.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Postgres(_) => f.write_str("the PostgreSQL database"),
        }
    }
}

impl FromStr for Address {
    type Err = String;

    /// A path, or `postgres://…`.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once("://") {
            None => Ok(Self::File(text.into())),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(text.to_owned())),
            Some((other, _)) => Err(format!(
                "{other}:// is no kind of ledger: give a path, or postgres://…"
            )),
        }
    }
}

impl From<&Path> for Address {
    fn from(path: &Path) -> Self {
        Self::File(path.to_owned())
    }
}

impl From<&PathBuf> for Address {
    fn from(path: &PathBuf) -> Self {
        Self::File(path.clone())
    }
}

impl From<&Self> for Address {
    fn from(address: &Self) -> Self {
        address.clone()
    }
}

/// An open ledger; it may be used from many threads.
#[derive(Debug)]
pub struct Ledger {
    pool: Pool,
    /// Held by whoever writes to a file: they wait for each other here rather than by looking
    /// again and again.
    turn: Option<Mutex<()>>,
}

impl Ledger {
    /// Opens the ledger of a consultation; makes it where there is none.
    pub fn open(address: &Address, manifest: &Signed<Manifest>) -> Result<Self, LedgerError> {
        let ledger = Self::connect(address, true)?;
        let page = ledger.write()?;
        page.found(manifest.bytes())?;
        page.commit()?;
        if ledger.manifest()?.bytes() == manifest.bytes() {
            Ok(ledger)
        } else {
            Err(LedgerError::OtherConsultation)
        }
    }

    /// Opens a ledger that must exist.
    pub fn open_existing(address: impl Into<Address>) -> Result<Self, LedgerError> {
        let ledger = Self::connect(&address.into(), false)?;
        ledger.manifest()?;
        Ok(ledger)
    }

    fn connect(address: &Address, make: bool) -> Result<Self, LedgerError> {
        let connections = Connections::of(address, make)?;
        let pool = connections.pool()?;
        let turn = matches!(address, Address::File(_)).then(Mutex::default);
        Ok(Self { pool, turn })
    }

    /// The manifest that the ledger was made for.
    pub fn manifest(&self) -> Result<Signed<Manifest>, LedgerError> {
        let bytes = self.read()?.manifest()?;
        Ok(Manifest::open(&bytes.ok_or(LedgerError::NotALedger)?)?)
    }

    /// A page to read from: what others write meanwhile is not seen.
    pub(super) fn read(&self) -> Result<Page<'_>, LedgerError> {
        Page::begin(self.pool.get()?, Access::Read, None)
    }

    /// A page to write on.
    pub(super) fn write(&self) -> Result<Page<'_>, LedgerError> {
        self.writing(Access::Write)
    }

    /// A page for what may be forgotten if the database stops.
    pub(super) fn write_in_passing(&self) -> Result<Page<'_>, LedgerError> {
        self.writing(Access::Passing)
    }

    fn writing(&self, access: Access) -> Result<Page<'_>, LedgerError> {
        // A thread that panicked while it wrote left no transaction open: going on is safe.
        let turn = self.turn.as_ref();
        let turn = turn.map(|t| t.lock().unwrap_or_else(PoisonError::into_inner));
        Page::begin(self.pool.get()?, access, turn)
    }

    /// Rewrites what held links, so that they are in none of the database's own files.
    pub(super) fn write_anew(&self) -> Result<(), LedgerError> {
        self.pool.get()?.write_anew()
    }
}

/// Copies a ledger in a file into a new file, as it is at one moment, while a server goes on. A
/// database of PostgreSQL's is copied by its own means.
pub fn backup(address: &Address, to: &Path) -> Result<(), LedgerError> {
    match address {
        Address::File(path) => {
            Ledger::open_existing(address)?;
            sqlite::Sqlite::open(path, false)?.copy_to(to)
        }
        Address::Postgres(_) => Err(LedgerError::Setup(
            "a PostgreSQL database is copied with pg_dump, or with what your provider has"
                .to_owned(),
        )),
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
