//! How many people voted, where and when; never who.
//!
//! Invariant: what is counted is days of stations that are over: the day's minutes are here, and the
//! calendar has gone on. A day then appears with everybody who came, not person by person.

use super::{LedgerError, Page};
use chrono::NaiveDate;

/// People with the same hour, area, right and station, on screen or on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::central) struct Visits {
    /// `2026-09-19T10`
    pub hour: String,
    /// The area's code.
    pub area: String,
    /// `resident`, `attested`, or a city user's reason.
    pub admitted: String,
    /// The station's name.
    pub station: String,
    /// Whether they voted on paper.
    pub paper: bool,
    /// How many.
    pub people: u64,
}

/// Which visits are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::central) struct Counted {
    /// Those before this day.
    pub before: NaiveDate,
    /// Also those of days whose minutes never came: after the count nothing comes any more.
    pub without_minutes: bool,
}

/// The rows that count, as `visits`. Parameters: `$1` the first day that does not, `$2` whether
/// minutes are not needed.
const VISITS: &str = "
    WITH closed AS (
        SELECT station, max(sequence) AS last FROM batches WHERE kind = 'minutes' GROUP BY station
    ), visits AS (
        SELECT pseudonym, hour, area, admitted, presence.station AS station, paper
        FROM presence LEFT JOIN closed ON closed.station = presence.station
        WHERE hour < $1 AND (CAST($2 AS BIGINT) = 1 OR presence.sequence < closed.last)
    )";

impl Page<'_> {
    /// Everybody who voted, each counted where they came first, by hour and then by station: who is
    /// at two stations is one person.
    pub fn visits(&self, counted: Counted) -> Result<Vec<Visits>, LedgerError> {
        let query = format!(
            "{VISITS}, ranked AS (
                SELECT hour, area, admitted, station, paper,
                       row_number() OVER (PARTITION BY pseudonym ORDER BY hour, station) AS nth
                FROM visits
            )
            SELECT hour, area, admitted, station, paper, count(*) FROM ranked WHERE nth = 1
            GROUP BY hour, area, admitted, station, paper
            ORDER BY hour, area, admitted, station, paper"
        );
        let rows = self.rows(&query, &counted.values())?;
        let visits = rows.into_iter().map(|mut row| {
            Ok(Visits {
                hour: row.text()?,
                area: row.text()?,
                admitted: row.text()?,
                station: row.text()?,
                paper: row.int()? != 0,
                people: row.count()?,
            })
        });
        visits.collect()
    }

    /// People who appear at more than one station.
    pub fn repeated(&self, counted: Counted) -> Result<u64, LedgerError> {
        let query = format!(
            "{VISITS}, repeated AS (
                SELECT pseudonym FROM visits GROUP BY pseudonym HAVING count(*) > 1
            )
            SELECT count(*) FROM repeated"
        );
        let row = self.row(&query, &counted.values())?;
        row.map_or(Ok(0), |mut r| r.count())
    }

    /// Days of stations whose minutes are here.
    pub fn closed_days(&self) -> Result<u64, LedgerError> {
        let query = "SELECT count(*) FROM batches WHERE kind = 'minutes'";
        self.row(query, &[])?.map_or(Ok(0), |mut r| r.count())
    }

    /// The signed part of the list of web voters, if there is one.
    pub fn web_header(&self) -> Result<Option<Vec<u8>>, LedgerError> {
        let row = self.row("SELECT web_header FROM consultation", &[])?;
        row.map_or(Ok(None), |mut r| r.maybe_bytes())
    }
}

impl Counted {
    fn values(self) -> [super::database::Value; 2] {
        [self.before.to_string().into(), self.without_minutes.into()]
    }
}
