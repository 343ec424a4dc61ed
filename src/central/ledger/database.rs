//! What the ledger asks of a database, whichever it is.
//!
//! Invariant: one text of SQL serves both kinds. Parameters are `$1`, `$2`, in the order of their
//! first use; whole numbers are signed with 64 bits, truth is 0 or 1. What the two do not share is
//! behind this trait and in `migrations`.

use super::LedgerError;
use std::fmt::Debug;

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Self {
        Self::Int(b.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

impl From<[u8; 32]> for Value {
    fn from(bytes: [u8; 32]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

/// A row of an answer; its columns are taken from the left.
#[derive(Debug)]
pub struct Row(std::vec::IntoIter<Value>);

impl Row {
    pub fn of(values: Vec<Value>) -> Self {
        Self(values.into_iter())
    }

    pub fn int(&mut self) -> Result<i64, LedgerError> {
        match self.0.next() {
            Some(Value::Int(n)) => Ok(n),
            other => Err(unlike("a number", other.as_ref())),
        }
    }

    pub fn count(&mut self) -> Result<u64, LedgerError> {
        let n = self.int()?;
        u64::try_from(n).map_err(|_| LedgerError::Damaged(format!("number {n}")))
    }

    pub fn text(&mut self) -> Result<String, LedgerError> {
        self.maybe_text()?
            .ok_or_else(|| unlike("a text", Some(&Value::Null)))
    }

    pub fn maybe_text(&mut self) -> Result<Option<String>, LedgerError> {
        match self.0.next() {
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(Value::Null) => Ok(None),
            other => Err(unlike("a text", other.as_ref())),
        }
    }

    pub fn bytes(&mut self) -> Result<Vec<u8>, LedgerError> {
        self.maybe_bytes()?
            .ok_or_else(|| unlike("bytes", Some(&Value::Null)))
    }

    pub fn maybe_bytes(&mut self) -> Result<Option<Vec<u8>>, LedgerError> {
        match self.0.next() {
            Some(Value::Bytes(bytes)) => Ok(Some(bytes)),
            Some(Value::Null) => Ok(None),
            other => Err(unlike("bytes", other.as_ref())),
        }
    }

    /// 32 bytes.
    pub fn hash(&mut self) -> Result<[u8; 32], LedgerError> {
        let bytes = self.bytes()?;
        let length = bytes.len();
        bytes
            .try_into()
            .map_err(|_| LedgerError::Damaged(format!("a hash of {length} bytes")))
    }
}

#[cfg(test)]
impl Row {
    pub fn all(self) -> Vec<Value> {
        self.0.collect()
    }
}

/// Says of what kind it is, never what it says.
fn unlike(wanted: &str, found: Option<&Value>) -> LedgerError {
    let found = match found {
        None => "nothing",
        Some(Value::Null) => "null",
        Some(Value::Int(_)) => "a number",
        Some(Value::Text(_)) => "a text",
        Some(Value::Bytes(_)) => "bytes",
    };
    LedgerError::Damaged(format!("{found} where {wanted} belongs"))
}

/// A table in which many rows are put or looked for at once.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    pub columns: &'static [&'static str],
}

/// What a transaction may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads, at one moment.
    Read,
    /// Reads and writes.
    Write,
    /// Reads and writes what may be forgotten if the database or the machine stops: nobody was told
    /// of it.
    Passing,
}

/// How a query locks the rows that it finds. Where one writes at a time, there is nothing to lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Nobody else takes or changes them until this transaction ends.
    Alone,
    /// Nobody changes them until this transaction ends.
    Share,
    /// Nobody else takes them; rows that others hold are left out.
    SkipLocked,
}

/// One connection to a database.
pub trait Database: Debug + Send {
    /// Brings the schema up to date, on a database that is empty or a ledger.
    fn migrate(&mut self) -> Result<(), LedgerError>;

    /// Begins a transaction.
    fn begin(&mut self, access: Access) -> Result<(), LedgerError>;

    /// Ends it: on disk when this returns.
    fn commit(&mut self) -> Result<(), LedgerError>;

    /// Ends it without a trace.
    fn roll_back(&mut self) -> Result<(), LedgerError>;

    /// Runs a statement; how many rows it changed.
    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, LedgerError>;

    /// Runs a query.
    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, LedgerError>;

    /// What is written after a query for a lock.
    fn lock(&self, lock: Lock) -> &'static str;

    /// Puts rows into a table, but none whose key is there; how many were put. Each column holds values
    /// of one kind, and no null.
    fn insert(&mut self, table: Table, rows: Vec<Vec<Value>>) -> Result<u64, LedgerError>;

    /// The rows of a table whose first column is one of these values, in no order.
    fn find(&mut self, table: Table, values: Vec<Value>) -> Result<Vec<Row>, LedgerError>;

    /// Takes every row out of a table, in the transaction.
    fn empty(&mut self, table: &str) -> Result<(), LedgerError>;

    /// Sees to it, after the transaction, that rows of emptied tables are in none of the database's
    /// own files.
    fn write_anew(&mut self) -> Result<(), LedgerError>;

    /// Whether it still answers.
    fn answers(&mut self) -> Result<(), LedgerError>;

    /// Whether it is known to be lost.
    fn is_lost(&mut self) -> bool;
}
