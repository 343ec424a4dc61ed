//! The ledger in a file: SQLite.
//!
//! Invariant: committed means on disk, and the file is its owner's alone. One writes at a time,
//! over all processes; who reads sees the ledger as it was when the reading began.

use super::database::{Access, Database, Lock, Row, Table, Value};
use super::{LedgerError, private_file};
use rusqlite::types::{FromSqlError, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql, params_from_iter};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

mod migrations {
    refinery::embed_migrations!("src/central/ledger/migrations/sqlite");
}

/// How long one process waits for another that is writing.
const BUSY: Duration = Duration::from_secs(10);

/// How long to wait before looking again whether a new file is still busy.
const AGAIN: Duration = Duration::from_millis(5);

/// Turns the write-ahead log on. Where two open a new file at the same time, SQLite tells one at once that it is
/// busy, and does not wait for it as it does elsewhere.
fn write_ahead(db: &Connection) -> rusqlite::Result<()> {
    let until = Instant::now() + BUSY;
    loop {
        match db.pragma_update(None, "journal_mode", "WAL") {
            Err(e)
                if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && Instant::now() < until =>
            {
                thread::sleep(AGAIN);
            }
            done => return done,
        }
    }
}

/// A connection to the file.
#[derive(Debug)]
pub struct Sqlite(Connection);

impl Sqlite {
    /// Opens a file; makes it if that is wanted.
    pub fn open(path: &Path, make: bool) -> Result<Self, LedgerError> {
        let db = if make {
            private_file(path)?;
            Connection::open(path)?
        } else {
            // Writable, because reading what a killed server left in the write-ahead log needs it.
            let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            Connection::open_with_flags(path, flags)?
        };
        db.busy_timeout(BUSY)?;
        write_ahead(&db)?;
        // Committed means on disk: a receipt is never ahead of the ledger.
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "foreign_keys", true)?;
        Ok(Self(db))
    }

    /// Writes the ledger as it is at one moment into a new file; others go on writing meanwhile.
    pub fn copy_to(&self, path: &Path) -> Result<(), LedgerError> {
        if path.exists() {
            let exists = format!("{} is there already", path.display());
            return Err(LedgerError::Setup(exists));
        }
        private_file(path)?;
        let name = path
            .to_str()
            .ok_or(rusqlite::Error::InvalidPath(path.into()))?;
        self.0.execute("VACUUM INTO ?1", [name])?;
        Ok(())
    }

    fn tables(&self) -> Result<(i64, bool), LedgerError> {
        let count = "SELECT count(*), count(*) FILTER (WHERE name = 'refinery_schema_history')
                     FROM sqlite_schema WHERE type = 'table'";
        let (tables, ours): (i64, i64) = self
            .0
            .query_row(count, [], |r| Ok((r.get(0)?, r.get(1)?)))?;
        Ok((tables, ours == 1))
    }
}

impl Database for Sqlite {
    fn migrate(&mut self) -> Result<(), LedgerError> {
        match self.tables()? {
            (0, _) | (_, true) => {}
            _ => return Err(LedgerError::NotALedger),
        }
        // All steps in one transaction. Where another process was faster, they fail here; by then it has
        // done all of them, and the second time there is nothing left to do.
        let runner = migrations::migrations::runner().set_grouped(true);
        let done = runner.run(&mut self.0).or_else(|_| runner.run(&mut self.0));
        done.map(|_| ()).map_err(LedgerError::from)
    }

    fn begin(&mut self, access: Access) -> Result<(), LedgerError> {
        Ok(self.0.execute_batch(match access {
            Access::Read => "BEGIN",
            Access::Write | Access::Passing => "BEGIN IMMEDIATE",
        })?)
    }

    fn commit(&mut self) -> Result<(), LedgerError> {
        Ok(self.0.execute_batch("COMMIT")?)
    }

    fn roll_back(&mut self) -> Result<(), LedgerError> {
        Ok(self.0.execute_batch("ROLLBACK")?)
    }

    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, LedgerError> {
        let mut statement = self.0.prepare_cached(sql)?;
        Ok(statement.execute(params_from_iter(values))? as u64)
    }

    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, LedgerError> {
        let mut statement = self.0.prepare_cached(sql)?;
        let columns = statement.column_count();
        let rows = statement.query_map(params_from_iter(values), |r| {
            let values = (0..columns).map(|c| value(r.get_ref(c)?));
            Ok(Row::of(values.collect::<rusqlite::Result<_>>()?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn lock(&self, _: Lock) -> &'static str {
        ""
    }

    fn insert(&mut self, table: Table, rows: Vec<Vec<Value>>) -> Result<u64, LedgerError> {
        let places: Vec<String> = (1..=table.columns.len()).map(|n| format!("${n}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING",
            table.name,
            table.columns.join(", "),
            places.join(", ")
        );
        let mut statement = self.0.prepare_cached(&sql)?;
        let mut new = 0;
        for row in rows {
            new += statement.execute(params_from_iter(row))?;
        }
        Ok(new as u64)
    }

    fn find(&mut self, table: Table, values: Vec<Value>) -> Result<Vec<Row>, LedgerError> {
        let Some(first) = table.columns.first() else {
            return Ok(Vec::new());
        };
        let columns = table.columns.join(", ");
        let sql = format!("SELECT {columns} FROM {} WHERE {first} = $1", table.name);
        let found = values.into_iter().map(|v| self.query(&sql, &[v]));
        Ok(found
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    fn empty(&mut self, table: &str) -> Result<(), LedgerError> {
        Ok(self.0.execute_batch(&format!("DELETE FROM {table}"))?)
    }

    fn write_anew(&mut self) -> Result<(), LedgerError> {
        self.0.execute_batch("PRAGMA secure_delete = ON; VACUUM;")?;
        let busy: bool = self
            .0
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |r| r.get(0))?;
        if busy { Err(LedgerError::Busy) } else { Ok(()) }
    }

    fn answers(&mut self) -> Result<(), LedgerError> {
        Ok(self.0.execute_batch("SELECT 1")?)
    }

    fn is_lost(&mut self) -> bool {
        // A transaction that could be neither finished nor undone.
        !self.0.is_autocommit()
    }
}

fn value(cell: ValueRef<'_>) -> rusqlite::Result<Value> {
    Ok(match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Text(_) => Value::Text(cell.as_str()?.to_owned()),
        ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
        ValueRef::Real(_) => return Err(FromSqlError::InvalidType.into()),
    })
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(n) => ValueRef::Integer(*n),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Barrier;

    #[test]
    fn those_who_open_a_new_file_at_the_same_time_all_find_a_ledger() {
        let dir = tempfile::tempdir().unwrap();
        let together = Barrier::new(8);
        for round in 0..12 {
            let path = dir.path().join(format!("{round}.db"));
            std::thread::scope(|s| {
                for _ in 0..8 {
                    s.spawn(|| {
                        together.wait();
                        Sqlite::open(&path, true).unwrap().migrate().unwrap();
                    });
                }
            });
            let mut last = Sqlite::open(&path, false).unwrap();
            let done = last.query("SELECT version FROM refinery_schema_history", &[]);
            let steps = migrations::migrations::runner().get_migrations().len();
            assert_eq!(done.unwrap().len(), steps);
        }
    }
}
