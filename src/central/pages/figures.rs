//! The turnout as it is published: every figure has gone through [`withheld`](super::withheld).
//!
//! Invariant: nothing else of who voted leaves the ledger for a page or a file.

use super::withheld::{Rule, Shown};
use crate::batch::WebList;
use crate::central::LedgerError;
use crate::central::ledger::{Counted, Page, StationRow, Visits};
use crate::consultation::{Certificate, Consultation, Reason, StationKind};
use crate::envelope::Signed;
use std::collections::BTreeMap;

/// By what the people who voted are told apart. The words are those of the open data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// The part of the territory to which they belong.
    Area,
    /// The day, `2026-09-19`.
    Day,
    /// The hour of the day, `10`.
    Hour,
    /// The kind of station.
    Kind,
    /// By what right.
    Admission,
    /// On screen or on paper.
    Ballot,
}

impl Dimension {
    /// In the order of the page.
    pub const ALL: [Self; 6] = [
        Self::Area,
        Self::Day,
        Self::Hour,
        Self::Kind,
        Self::Admission,
        Self::Ballot,
    ];

    /// The word in the open data.
    pub fn word(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Day => "day",
            Self::Hour => "hour",
            Self::Kind => "station_kind",
            Self::Admission => "admission",
            Self::Ballot => "ballot",
        }
    }
}

/// The people who voted, by one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// By what.
    pub by: Dimension,
    /// Each value with its count; `None` if there are too few people for a table.
    pub rows: Option<Vec<(String, Shown)>>,
}

/// Everything that is published about who voted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// By which rule.
    pub rule: Rule,
    /// People who voted at stations, each once.
    pub participants: Shown,
    /// Of these, people who appear at more than one station.
    pub repeated: Shown,
    /// People on the registry's list of web voters, if it was given.
    pub web: Option<Shown>,
    /// By each dimension.
    pub tables: Vec<Table>,
    /// Stations that were introduced.
    pub stations: u64,
    /// Of these, stations that have closed for good.
    pub closed: u64,
    /// Days of stations whose minutes are here.
    pub days: u64,
}

impl Figures {
    /// Reads them from the ledger.
    pub fn read(
        page: &Page<'_>,
        consultation: &Consultation,
        counted: Counted,
    ) -> Result<Self, LedgerError> {
        let stations = page.stations()?;
        let web = page.web_header()?;
        let web = web.map(|h| Signed::<WebList>::peek(&h)).transpose()?;
        let visits = page.visits(counted)?;
        let rule = Rule {
            least: consultation.count.minimum_ballots.into(),
            // A stick may bring a few people even after the count.
            last: counted.last,
        };
        // The registry's list comes once, and whole.
        let whole = Rule { last: true, ..rule };
        let mut figures = Self {
            web: web.map(|list| whole.alone(list.voters)),
            stations: stations.len() as u64,
            closed: stations.iter().filter(|s| s.closed).count() as u64,
            days: page.closed_days()?,
            ..Self::of(&visits, rule, consultation, &kinds(&stations)?)
        };
        if figures.days == 0 && !rule.last {
            // No minutes are here, which is told anyway: nobody is counted yet.
            figures.participants = Shown::Count(0);
        }
        Ok(figures)
    }

    /// The tables of these visits.
    fn of(
        visits: &Visits,
        rule: Rule,
        consultation: &Consultation,
        kinds: &BTreeMap<String, StationKind>,
    ) -> Self {
        let all: u64 = visits.moments.values().sum();
        let table = |by| Table {
            by,
            rows: rows(by, visits, rule, consultation, kinds),
        };
        Self {
            rule,
            participants: rule.alone(all),
            repeated: rule.alone(visits.repeated),
            web: None,
            tables: Dimension::ALL.map(table).to_vec(),
            stations: 0,
            closed: 0,
            days: 0,
        }
    }

    /// Whether it is certain that nobody is counted.
    pub fn nobody(&self) -> bool {
        self.participants == Shown::Count(0)
    }

    /// The table by this.
    pub fn by(&self, dimension: Dimension) -> Option<&[(String, Shown)]> {
        let table = self.tables.iter().find(|t| t.by == dimension)?;
        table.rows.as_deref()
    }
}

/// The kind of every station, from its certificate, which was verified when it was introduced.
fn kinds(stations: &[StationRow]) -> Result<BTreeMap<String, StationKind>, LedgerError> {
    let kind = |s: &StationRow| {
        let certificate = Signed::<Certificate>::peek(&s.certificate)?;
        Ok((s.station.as_str().to_owned(), certificate.kind))
    };
    stations.iter().map(kind).collect()
}

fn rows(
    by: Dimension,
    visits: &Visits,
    rule: Rule,
    consultation: &Consultation,
    kinds: &BTreeMap<String, StationKind>,
) -> Option<Vec<(String, Shown)>> {
    // Rows that are always there, in their order. Of days and hours those in which somebody may be are
    // behind the rule, which must not tell whether somebody is; they are shown where somebody is told.
    let mut order: Vec<String> = match by {
        Dimension::Area => consultation.areas.iter().map(|a| a.id.clone()).collect(),
        Dimension::Day | Dimension::Hour => Vec::new(),
        Dimension::Kind => (consultation.phases.iter())
            .map(|p| p.kind.word().to_owned())
            .collect(),
        Dimension::Admission => admissions(consultation),
        Dimension::Ballot => vec!["screen".to_owned(), "paper".to_owned()],
    };
    let always = order.len();
    let possible = match by {
        Dimension::Day => days(consultation),
        Dimension::Hour => (0..24).map(|hour| format!("{hour:02}")).collect(),
        _ => Vec::new(),
    };
    let mut counts: BTreeMap<String, u64> = order
        .iter()
        .chain(&possible)
        .map(|key| (key.clone(), 0))
        .collect();
    let mut add = |key: &str, people: &u64| *counts.entry(key.to_owned()).or_default() += people;
    for ((hour, area), people) in &visits.moments {
        match by {
            Dimension::Area => add(area, people),
            Dimension::Day => add(hour.get(..10).unwrap_or_default(), people),
            Dimension::Hour => add(hour.get(11..).unwrap_or_default(), people),
            Dimension::Kind | Dimension::Admission | Dimension::Ballot => {}
        }
    }
    for ((station, admitted, paper), people) in &visits.ways {
        match by {
            Dimension::Kind => add(kinds.get(station).map_or("", |k| k.word()), people),
            Dimension::Admission => add(admitted, people),
            Dimension::Ballot => add(if *paper { "paper" } else { "screen" }, people),
            Dimension::Area | Dimension::Day | Dimension::Hour => {}
        }
    }
    order.extend(
        counts
            .keys()
            .filter(|key| !order.contains(key))
            .cloned()
            .collect::<Vec<_>>(),
    );
    let counts: Vec<u64> = order.iter().map(|key| counts[key]).collect();
    let rows = order.into_iter().zip(rule.table(&counts)?).enumerate();
    let nobody = |shown| matches!(shown, Shown::Count(0) | Shown::Between { from: 0, .. });
    let told = |n: usize, shown: Shown| n < always || !nobody(shown);
    let rows = rows.filter(|(n, (_, shown))| told(*n, *shown));
    Some(rows.map(|(_, row)| row).collect())
}

/// The days on which some station may be open.
fn days(consultation: &Consultation) -> Vec<String> {
    let phases = consultation.phases.iter();
    let days = phases.flat_map(|p| p.from.iter_days().take_while(|day| *day <= p.to));
    days.map(|day| day.to_string()).collect()
}

/// The rights that this consultation knows.
fn admissions(consultation: &Consultation) -> Vec<String> {
    let eligibility = &consultation.eligibility;
    let mut words = vec!["resident"];
    if eligibility.attested_residence {
        words.push("attested");
    }
    let reasons = Reason::ALL.iter();
    words.extend(
        reasons
            .filter(|r| eligibility.city_user_reasons.contains(r))
            .map(|r| r.word()),
    );
    words.into_iter().map(str::to_owned).collect()
}
