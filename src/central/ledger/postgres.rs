//! The ledger in a server: PostgreSQL.
//!
//! Invariant: nobody waits for ever. A transaction that writes locks the rows it decides by (a
//! station, the consultation) before it reads them; a reader sees one moment.

use super::LedgerError;
use super::database::{Access, Database, Lock, Row, Table, Value};
use super::line::{ANSWER, Line};
use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Config, Statement};

mod migrations {
    refinery::embed_migrations!("src/central/ledger/migrations/postgres");
}

/// How long a connection may take to show that it is alive.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a new schema may take.
const MIGRATION: Duration = Duration::from_mins(10);

/// What every connection sets: an answer that does not come is an error, and committed means on disk.
/// A statement's time is less than [`ANSWER`], which holds where nothing comes from the server.
const SETTINGS: &str = "SET statement_timeout = '60s'; SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '120s'; SET synchronous_commit = on";

/// The key under which one process at a time brings the schema up to date: "seggio".
const MIGRATING: &str = "SELECT pg_advisory_lock(126922459539823)";
const MIGRATED: &str = "SELECT pg_advisory_unlock(126922459539823)";

/// A connection to the server.
#[derive(Debug)]
pub struct Postgres {
    line: Line,
    prepared: HashMap<String, Statement>,
    broken: bool,
}

impl Postgres {
    /// Connects.
    pub fn connect(config: &Config) -> Result<Self, LedgerError> {
        let mut postgres = Self {
            line: Line::call(config, ANSWER)?,
            prepared: HashMap::new(),
            broken: false,
        };
        postgres.run(SETTINGS)?;
        Ok(postgres)
    }

    fn run(&mut self, sql: &str) -> Result<(), LedgerError> {
        self.line
            .ask(async |client| client.batch_execute(sql).await)
    }

    /// Ends a transaction; if that fails, nobody knows whether it has ended.
    fn end(&mut self, sql: &str) -> Result<(), LedgerError> {
        self.broken = true;
        self.run(sql)?;
        self.broken = false;
        Ok(())
    }

    fn prepared(&mut self, sql: &str) -> Result<Statement, LedgerError> {
        if let Some(known) = self.prepared.get(sql) {
            return Ok(known.clone());
        }
        let new = self.line.ask(async |client| client.prepare(sql).await)?;
        self.prepared.insert(sql.to_owned(), new.clone());
        Ok(new)
    }

    /// How many tables there are, and whether one is a ledger's. Views, and what extensions bring along, are
    /// on every database of some providers.
    fn tables(&mut self) -> Result<(i64, bool), LedgerError> {
        let count = "SELECT count(*), count(*) FILTER (WHERE relname = 'refinery_schema_history')
                     FROM pg_catalog.pg_class c
                     WHERE relkind IN ('r', 'p') AND relnamespace =
                         (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = current_schema())
                     AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.deptype = 'e'
                         AND d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid)";
        let row = self
            .line
            .ask(async |client| client.query_one(count, &[]).await)?;
        let ours: i64 = row.try_get(1)?;
        Ok((row.try_get(0)?, ours == 1))
    }
}

impl Database for Postgres {
    fn migrate(&mut self) -> Result<(), LedgerError> {
        self.run(MIGRATING)?;
        let done = match self.tables()? {
            (0, _) | (_, true) => self.line.ask_within(MIGRATION, async |client| {
                let runner = migrations::migrations::runner();
                runner.run_async(client).await.map(|_| ())
            }),
            _ => Err(LedgerError::NotALedger),
        };
        self.run(MIGRATED)?;
        done
    }

    fn begin(&mut self, access: Access) -> Result<(), LedgerError> {
        self.run(match access {
            Access::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
            Access::Write => "BEGIN ISOLATION LEVEL READ COMMITTED",
            Access::Passing => {
                "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off"
            }
        })
    }

    fn commit(&mut self) -> Result<(), LedgerError> {
        // A commit whose answer is lost may have happened: what was sent again gets its receipt.
        self.end("COMMIT")
    }

    fn roll_back(&mut self) -> Result<(), LedgerError> {
        self.end("ROLLBACK")
    }

    fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, LedgerError> {
        let statement = self.prepared(sql)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
        self.line
            .ask(async |client| client.execute(&statement, &values).await)
    }

    fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, LedgerError> {
        let statement = self.prepared(sql)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
        let rows = self
            .line
            .ask(async |client| client.query(&statement, &values).await)?;
        rows.iter().map(read).collect()
    }

    fn lock(&self, lock: Lock) -> &'static str {
        match lock {
            Lock::Alone => " FOR NO KEY UPDATE",
            Lock::Share => " FOR SHARE",
            Lock::SkipLocked => " FOR UPDATE SKIP LOCKED",
        }
    }

    fn insert(&mut self, table: Table, rows: Vec<Vec<Value>>) -> Result<u64, LedgerError> {
        let columns = Column::of(rows)?;
        if columns.is_empty() {
            return Ok(0);
        }
        let arrays: Vec<String> = (1..)
            .zip(&columns)
            .map(|(n, column)| format!("${n}::{}[]", column.kind()))
            .collect();
        let sql = format!(
            "INSERT INTO {} ({}) SELECT * FROM unnest({}) ON CONFLICT DO NOTHING",
            table.name,
            table.columns.join(", "),
            arrays.join(", ")
        );
        let statement = self.prepared(&sql)?;
        let values: Vec<&(dyn ToSql + Sync)> = columns.iter().map(Column::array).collect();
        self.line
            .ask(async |client| client.execute(&statement, &values).await)
    }

    fn find(&mut self, table: Table, values: Vec<Value>) -> Result<Vec<Row>, LedgerError> {
        let columns = Column::of(values.into_iter().map(|v| vec![v]).collect())?;
        let (Some(column), Some(first)) = (columns.first(), table.columns.first()) else {
            return Ok(Vec::new());
        };
        let sql = format!(
            "SELECT {} FROM {} WHERE {first} = ANY($1::{}[])",
            table.columns.join(", "),
            table.name,
            column.kind()
        );
        let statement = self.prepared(&sql)?;
        let rows = self
            .line
            .ask(async |client| client.query(&statement, &[column.array()]).await)?;
        rows.iter().map(read).collect()
    }

    /// A new, empty file takes the place of the old one, whoever else is looking; rows that are deleted
    /// would stay in it as long as anyone may still see them.
    fn empty(&mut self, table: &str) -> Result<(), LedgerError> {
        self.run(&format!("TRUNCATE {table}"))
    }

    fn write_anew(&mut self) -> Result<(), LedgerError> {
        // The files of a table that was truncated are taken away when the transaction ends, at the
        // latest at the next checkpoint.
        Ok(())
    }

    fn answers(&mut self) -> Result<(), LedgerError> {
        self.line
            .ask_within(PATIENCE, async |client| client.check_connection().await)
    }

    fn is_lost(&mut self) -> bool {
        self.broken || self.line.is_lost()
    }
}

fn read(row: &tokio_postgres::Row) -> Result<Row, LedgerError> {
    let values = (0..row.len()).map(|c| row.try_get::<_, Value>(c));
    Ok(Row::of(values.collect::<Result<_, _>>()?))
}

/// A column of rows that are put, or of values that are looked for, at once.
enum Column {
    Ints(Vec<i64>),
    Texts(Vec<String>),
    Bytes(Vec<Vec<u8>>),
}

impl Column {
    /// The columns of rows; none if there is no row.
    fn of(rows: Vec<Vec<Value>>) -> Result<Vec<Self>, LedgerError> {
        let first = rows.first().map(Vec::as_slice).unwrap_or_default();
        let mut columns: Vec<Self> = first.iter().map(Self::like).collect();
        for row in rows {
            for (column, value) in columns.iter_mut().zip(row) {
                column.push(value)?;
            }
        }
        Ok(columns)
    }

    fn like(value: &Value) -> Self {
        match value {
            Value::Int(_) => Self::Ints(Vec::new()),
            Value::Text(_) => Self::Texts(Vec::new()),
            Value::Bytes(_) | Value::Null => Self::Bytes(Vec::new()),
        }
    }

    fn push(&mut self, value: Value) -> Result<(), LedgerError> {
        match (self, value) {
            (Self::Ints(all), Value::Int(n)) => all.push(n),
            (Self::Texts(all), Value::Text(text)) => all.push(text),
            (Self::Bytes(all), Value::Bytes(bytes)) => all.push(bytes),
            _ => return Err(LedgerError::Damaged("a column of two kinds".to_owned())),
        }
        Ok(())
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Ints(_) => "bigint",
            Self::Texts(_) => "text",
            Self::Bytes(_) => "bytea",
        }
    }

    fn array(&self) -> &(dyn ToSql + Sync) {
        match self {
            Self::Ints(all) => all,
            Self::Texts(all) => all,
            Self::Bytes(all) => all,
        }
    }
}

type Failure = Box<dyn Error + Sync + Send>;

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut bytes::BytesMut) -> Result<IsNull, Failure> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(n) => n.to_sql_checked(kind, out),
            Self::Text(text) => text.to_sql_checked(kind, out),
            Self::Bytes(bytes) => bytes.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Failure> {
        Ok(match *kind {
            Type::INT8 => Self::Int(i64::from_sql(kind, raw)?),
            Type::TEXT => Self::Text(String::from_sql(kind, raw)?),
            Type::BYTEA => Self::Bytes(Vec::from_sql(kind, raw)?),
            _ => return Err(format!("a column of the kind {kind}").into()),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Failure> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Address;
    use super::super::line::config;
    use super::*;
    use crate::central::fixture_database::{client, empty_database};

    /// What a provider's database holds before anyone uses it.
    const PROVIDED: &str = "CREATE VIEW statistics AS SELECT 1 AS calls;
        CREATE TABLE systems (srid integer);
        ALTER EXTENSION plpgsql ADD VIEW statistics;
        ALTER EXTENSION plpgsql ADD TABLE systems";

    #[test]
    fn what_extensions_bring_along_does_not_make_a_database_somebody_elses() {
        let address = empty_database();
        let Address::Postgres(url) = &address else {
            unreachable!()
        };
        client(&address).batch_execute(PROVIDED).unwrap();
        let mut postgres = Postgres::connect(&config(url).unwrap()).unwrap();
        postgres.migrate().unwrap();
        postgres.migrate().unwrap();

        let address = empty_database();
        let Address::Postgres(url) = &address else {
            unreachable!()
        };
        let used = format!("{PROVIDED}; CREATE TABLE theirs (x integer)");
        client(&address).batch_execute(&used).unwrap();
        let mut postgres = Postgres::connect(&config(url).unwrap()).unwrap();
        assert!(matches!(postgres.migrate(), Err(LedgerError::NotALedger)));
    }
}
