//! One transaction on the ledger: its statements, and no rule.

use super::LedgerError;
use super::database::{Access, Lock, Row, Table, Value};
use super::pool::Held;
use crate::envelope::Digest;
use std::cell::{RefCell, RefMut};
use std::sync::MutexGuard;

/// A transaction; dropped without [`Page::commit`], nothing of it remains.
pub(in crate::central) struct Page<'a> {
    db: RefCell<Held>,
    open: bool,
    _turn: Option<MutexGuard<'a, ()>>,
}

impl<'a> Page<'a> {
    pub(super) fn begin(
        mut db: Held,
        access: Access,
        turn: Option<MutexGuard<'a, ()>>,
    ) -> Result<Self, LedgerError> {
        db.begin(access)?;
        Ok(Self {
            db: RefCell::new(db),
            open: true,
            _turn: turn,
        })
    }

    /// On disk when this returns.
    pub fn commit(mut self) -> Result<(), LedgerError> {
        self.db().commit()?;
        self.open = false;
        Ok(())
    }

    fn db(&self) -> RefMut<'_, Held> {
        self.db.borrow_mut()
    }

    pub(super) fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, LedgerError> {
        self.db().execute(sql, values)
    }

    pub(super) fn rows(&self, sql: &str, values: &[Value]) -> Result<Vec<Row>, LedgerError> {
        self.db().query(sql, values)
    }

    /// The first row, if there is one.
    pub(super) fn row(&self, sql: &str, values: &[Value]) -> Result<Option<Row>, LedgerError> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }

    /// Whether there is a row.
    pub(super) fn exists(&self, sql: &str, values: &[Value]) -> Result<bool, LedgerError> {
        Ok(!self.rows(sql, values)?.is_empty())
    }

    pub(super) fn insert(&self, table: Table, rows: Vec<Vec<Value>>) -> Result<u64, LedgerError> {
        self.db().insert(table, rows)
    }

    pub(super) fn find(&self, table: Table, values: Vec<Value>) -> Result<Vec<Row>, LedgerError> {
        self.db().find(table, values)
    }

    pub(super) fn lock(&self, lock: Lock) -> &'static str {
        self.db().lock(lock)
    }

    pub(super) fn empty(&self, table: &str) -> Result<(), LedgerError> {
        self.db().empty(table)
    }

    /// The manifest that the ledger was made for.
    pub(super) fn manifest(&self) -> Result<Option<Vec<u8>>, LedgerError> {
        let row = self.row("SELECT manifest FROM consultation", &[])?;
        row.map(|mut r| r.bytes()).transpose()
    }

    /// Whether links may still come in. Nobody takes the registry's order to forget them until this page
    /// ends; others may write meanwhile.
    pub fn before_the_purge(&self) -> Result<bool, LedgerError> {
        let share = self.lock(Lock::Share);
        let row = self.row(&format!("SELECT purge FROM consultation{share}"), &[])?;
        let purge = row.map_or(Ok(None), |mut r| r.maybe_bytes())?;
        Ok(purge.is_none())
    }

    /// Holds the consultation: nobody else takes an order of the registry until this page ends.
    pub fn hold_consultation(&self) -> Result<(), LedgerError> {
        self.execute("UPDATE consultation SET one = one", &[])?;
        Ok(())
    }

    /// Makes the ledger a consultation's, if it is nobody's yet.
    pub(super) fn found(&self, manifest: &[u8]) -> Result<(), LedgerError> {
        self.execute(
            "INSERT INTO consultation (one, manifest) VALUES (0, $1) ON CONFLICT DO NOTHING",
            &[manifest.into()],
        )?;
        Ok(())
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        if self.open {
            // A connection on which this fails is thrown away, and its transaction with it.
            let _ = self.db.get_mut().roll_back();
        }
    }
}

impl From<Digest> for Value {
    fn from(digest: Digest) -> Self {
        digest.0.into()
    }
}

/// Databases' integers have 63 bits and a sign.
pub(super) fn int(n: u64) -> Result<Value, LedgerError> {
    i64::try_from(n)
        .map(Value::Int)
        .map_err(|_| LedgerError::Damaged(format!("number {n}")))
}

/// For tests: every table with every row, in some order that is always the same.
#[cfg(test)]
impl Page<'_> {
    pub(in crate::central) fn dump(&self, address: &super::Address) -> Vec<(String, Vec<String>)> {
        let tables = match address {
            super::Address::File(_) => "SELECT name FROM sqlite_schema WHERE type = 'table'",
            super::Address::Postgres(_) => {
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"
            }
        };
        let names = self.rows(tables, &[]).unwrap();
        let names = names.into_iter().map(|mut r| r.text().unwrap());
        let mut all: Vec<_> = names
            .filter(|name| name != "refinery_schema_history" && !name.starts_with("sqlite_"))
            .map(|name| {
                let rows = self.rows(&format!("SELECT * FROM {name}"), &[]).unwrap();
                let mut rows: Vec<_> = rows.into_iter().map(|r| format!("{:?}", r.all())).collect();
                rows.sort();
                (name, rows)
            })
            .collect();
        all.sort();
        assert!(all.len() > 7, "{all:?}");
        all
    }
}
