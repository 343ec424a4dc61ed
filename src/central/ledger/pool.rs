//! Connections, made when they are wanted and given back when they are not.

use super::database::Database;
use super::line;
use super::postgres::Postgres;
use super::sqlite::Sqlite;
use super::{Address, LedgerError};
use r2d2::ManageConnection;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

pub type Pool = r2d2::Pool<Connections>;
pub type Held = r2d2::PooledConnection<Connections>;

/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(15);

/// How connections are made.
#[derive(Debug)]
pub enum Connections {
    Sqlite { path: PathBuf },
    Postgres { config: Box<tokio_postgres::Config> },
}

impl Connections {
    /// Brings the schema up to date on the way, if the ledger may be made.
    pub fn of(address: &Address, make: bool) -> Result<Self, LedgerError> {
        let (mut first, connections): (Box<dyn Database>, _) = match address {
            Address::File(path) => {
                let first = Sqlite::open(path, make)?;
                (Box::new(first), Self::Sqlite { path: path.clone() })
            }
            Address::Postgres(url) => {
                let config = Box::new(line::config(url)?);
                let first = Postgres::connect(&config)?;
                (Box::new(first), Self::Postgres { config })
            }
        };
        if make {
            first.migrate()?;
        }
        Ok(connections)
    }

    /// A pool of them: as many as the threads that check proofs can hold, and as many for who asks.
    pub fn pool(self) -> Result<Pool, LedgerError> {
        let cores = available_parallelism().map_or(2, usize::from);
        let most = u32::try_from(4 * cores + 4).unwrap_or(12);
        let builder = r2d2::Pool::builder()
            .max_size(most)
            .min_idle(Some(0))
            .idle_timeout(Some(Duration::from_mins(1)))
            .connection_timeout(PATIENCE);
        Ok(builder.build(self)?)
    }
}

impl ManageConnection for Connections {
    type Connection = Box<dyn Database>;
    type Error = LedgerError;

    fn connect(&self) -> Result<Self::Connection, LedgerError> {
        Ok(match self {
            Self::Sqlite { path } => Box::new(Sqlite::open(path, false)?),
            Self::Postgres { config } => Box::new(Postgres::connect(config)?),
        })
    }

    fn is_valid(&self, connection: &mut Self::Connection) -> Result<(), LedgerError> {
        connection.answers()
    }

    fn has_broken(&self, connection: &mut Self::Connection) -> bool {
        connection.is_lost()
    }
}
