//! How many people voted, where and when; never who.
//!
//! Invariant: while somebody may still come, what is counted is days of stations that are over: the
//! day's minutes are here, and the calendar has gone on. A day then appears with everybody who came,
//! not person by person. After the order to destroy the links no presence is taken any more, and
//! everybody is counted.

use super::{LedgerError, Page};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Everybody who voted, each counted where they came first, in two divisions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::central) struct Visits {
    /// People by hour (`2026-09-19T10`) and area.
    pub moments: BTreeMap<(String, String), u64>,
    /// People by station, right (`resident`, `attested`, a city user's reason) and paper.
    pub ways: BTreeMap<(String, String, bool), u64>,
    /// Of these, people who appear at more than one station.
    pub repeated: u64,
}

/// Which visits are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::central) struct Counted {
    /// Those before this day, where the minutes are here.
    pub before: NaiveDate,
    /// All of them, without a look at day and minutes: nobody can come any more.
    pub last: bool,
}

/// The rows that count, as `visits`. Parameters, which SQLite numbers as they come: `$1` the first day
/// that does not, `$2` whether all do.
const VISITS: &str = "
    WITH closed AS (
        SELECT station, max(sequence) AS last FROM batches WHERE kind = 'minutes' GROUP BY station
    ), visits AS (
        SELECT pseudonym, hour, area, admitted, presence.station AS station, paper
        FROM presence LEFT JOIN closed ON closed.station = presence.station
        WHERE (hour < $1 AND presence.sequence < closed.last) OR CAST($2 AS BIGINT) = 1
    )";

impl Page<'_> {
    /// Everybody who voted. Who is at two stations is one person, where they came first by hour and
    /// then by station: rows are counted, and then those of people who came again taken off, who are
    /// few. A million rows take seconds, so who asks remembers the answer.
    pub fn visits(&self, counted: Counted) -> Result<Visits, LedgerError> {
        let mut visits = Visits::default();
        let query = format!("{VISITS} SELECT hour, area, count(*) FROM visits GROUP BY hour, area");
        for mut row in self.rows(&query, &counted.values())? {
            let moment = (row.text()?, row.text()?);
            visits.moments.insert(moment, row.count()?);
        }
        let query = format!(
            "{VISITS} SELECT station, admitted, paper, count(*) FROM visits
             GROUP BY station, admitted, paper"
        );
        for mut row in self.rows(&query, &counted.values())? {
            let way = (row.text()?, row.text()?, row.int()? != 0);
            visits.ways.insert(way, row.count()?);
        }
        let query = format!(
            "{VISITS} SELECT pseudonym, hour, area, station, admitted, paper FROM visits
             WHERE pseudonym IN
                 (SELECT pseudonym FROM presence GROUP BY pseudonym HAVING count(*) > 1)
             ORDER BY pseudonym, hour, station"
        );
        let (mut person, mut times) = (Vec::new(), 0);
        for mut row in self.rows(&query, &counted.values())? {
            let who = row.bytes()?;
            times = if who == person { times + 1 } else { 1 };
            person = who;
            if times == 1 {
                continue;
            }
            visits.repeated += u64::from(times == 2);
            take_off(&mut visits.moments, &(row.text()?, row.text()?));
            let way = (row.text()?, row.text()?, row.int()? != 0);
            take_off(&mut visits.ways, &way);
        }
        Ok(visits)
    }

    /// Days of stations whose minutes are here.
    pub fn closed_days(&self) -> Result<u64, LedgerError> {
        let query = "SELECT count(*) FROM batches WHERE kind = 'minutes'";
        self.row(query, &[])?.map_or(Ok(0), |mut r| r.count())
    }

    /// What the turnout depends on, besides the calendar: days closed, stations, stations closed for
    /// good, whether there is a list of web voters, whether nobody can come any more. People of a day
    /// are counted when its minutes come.
    pub fn turnout_state(&self) -> Result<[u64; 5], LedgerError> {
        let count = |query| self.row(query, &[])?.map_or(Ok(0), |mut r| r.count());
        Ok([
            self.closed_days()?,
            count("SELECT count(*) FROM stations")?,
            count("SELECT count(*) FROM stations WHERE closed = 1")?,
            count("SELECT count(*) FROM consultation WHERE web_header IS NOT NULL")?,
            self.nobody_comes()?.into(),
        ])
    }

    /// Whether the order to destroy the links was given, after which no presence is taken.
    pub fn nobody_comes(&self) -> Result<bool, LedgerError> {
        Ok(self.purge()?.is_some())
    }

    /// The signed part of the list of web voters, if there is one.
    pub fn web_header(&self) -> Result<Option<Vec<u8>>, LedgerError> {
        let row = self.row("SELECT web_header FROM consultation", &[])?;
        row.map_or(Ok(None), |mut r| r.maybe_bytes())
    }
}

/// One less; a count of none is no row.
fn take_off<K: Ord>(counts: &mut BTreeMap<K, u64>, key: &K) {
    if let Some(n) = counts.get_mut(key) {
        *n -= 1;
        if *n == 0 {
            counts.remove(key);
        }
    }
}

impl Counted {
    fn values(self) -> [super::database::Value; 2] {
        [self.before.to_string().into(), self.last.into()]
    }
}
