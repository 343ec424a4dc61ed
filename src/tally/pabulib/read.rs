//! From bytes to an election.

use super::decimal::Decimal;
use super::election::{Ballot, Election, Meta, Project, VoteType, money};
use super::error::{PabulibError, Problem};
use super::rows::Row;
use super::sections::{Table, sections, text};
use std::collections::HashMap;

/// Keys of META that may have one value only, because something is decided by them.
const KEYS: [&str; 11] = [
    "budget",
    "vote_type",
    "min_length",
    "max_length",
    "min_sum_cost",
    "max_sum_cost",
    "min_points",
    "max_points",
    "min_sum_points",
    "max_sum_points",
    "default_score",
];

/// Decimals of cents: the coarsest unit in which amounts are kept.
const CENTS: u32 = 2;

/// Reads an election. Unknown keys and columns are passed over; sections, columns and keys may
/// come in any order.
pub fn read(bytes: &[u8]) -> Result<Election, PabulibError> {
    let found = sections(text(bytes)?)?;
    let meta = meta(&found.meta)?;
    let missing = |key| PabulibError::new(found.last_line, Problem::NoKey(key));
    let (name, line) = meta.get("vote_type").ok_or_else(|| missing("vote_type"))?;
    let vote_type = VoteType::parse(name).ok_or_else(|| {
        let found = name.to_owned();
        PabulibError::new(line, Problem::VoteType { found })
    })?;
    let (_, line) = meta.get("budget").ok_or_else(|| missing("budget"))?;
    let budget = meta.amount("budget")?.ok_or_else(|| missing("budget"))?;

    let (mut projects, costs) = projects(&found.projects)?;
    let needed = costs.iter().map(|c| c.decimals());
    let decimals = needed.fold(CENTS.max(budget.decimals()), u32::max);
    let units = |what: &str, amount: Decimal, line| {
        let what = what.to_owned();
        let too_large = Problem::TooLarge { what, decimals };
        amount
            .units(decimals)
            .ok_or_else(|| PabulibError::new(line, too_large))
    };
    for (project, cost) in projects.iter_mut().zip(costs) {
        project.cost = units("cost", cost, project.line)?;
    }
    let budget = units("budget", budget, line)?;
    let ballots = ballots(&found.votes, &projects, vote_type)?;
    Ok(Election {
        meta,
        vote_type,
        decimals,
        budget,
        projects,
        ballots,
    })
}

fn meta(rows: &[Row<'_>]) -> Result<Meta, PabulibError> {
    let mut meta = Meta::default();
    for row in rows {
        let key = row.text(0).to_lowercase();
        if KEYS.contains(&key.as_str()) {
            if meta.values.iter().any(|(k, ..)| *k == key) {
                return Err(PabulibError::new(row.line, Problem::KeyTwice(key)));
            }
            if !row.is_empty_from(2) {
                let (found, expected) = (row.cells.len(), 2);
                let problem = Problem::Long { found, expected };
                return Err(PabulibError::new(row.line, problem));
            }
        }
        meta.values.push((key, row.text(1).to_owned(), row.line));
    }
    Ok(meta)
}

/// Projects with their costs, which wait for the unit.
fn projects(table: &Table<'_>) -> Result<(Vec<Project>, Vec<Decimal>), PabulibError> {
    let id = table.needed("project_id")?;
    let cost = table.needed("cost")?;
    let name = table.column("name")?;
    let votes = table.column("votes")?;
    let score = table.column("score")?;
    let mut projects: Vec<Project> = Vec::with_capacity(table.rows.len());
    let mut costs = Vec::with_capacity(table.rows.len());
    let mut lines = HashMap::new();
    for row in &table.rows {
        let line = row.line;
        table.fits(row)?;
        let id = row.text(id).to_owned();
        if id.is_empty() {
            return Err(PabulibError::new(line, Problem::NoId));
        }
        if let Some(first) = lines.insert(id.clone(), line) {
            return Err(PabulibError::new(line, Problem::IdTwice { id, first }));
        }
        costs.push(money(&format!("the cost of {id:?}"), row.text(cost), line)?);
        projects.push(Project {
            name: name.map_or("", |n| row.text(n)).to_owned(),
            cost: 0,
            votes: stated(row, votes, "votes")?,
            score: stated(row, score, "score")?,
            line,
            id,
        });
    }
    Ok((projects, costs))
}

/// A total that the file states.
fn stated(
    row: &Row<'_>,
    column: Option<usize>,
    what: &str,
) -> Result<Option<Decimal>, PabulibError> {
    let found = column.map_or("", |c| row.text(c));
    if found.is_empty() || found.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let number = Decimal::parse(found).ok_or_else(|| {
        let (what, found) = (what.to_owned(), found.to_owned());
        PabulibError::new(row.line, Problem::Number { what, found })
    })?;
    Ok(Some(number))
}

fn ballots(
    table: &Table<'_>,
    projects: &[Project],
    vote_type: VoteType,
) -> Result<Vec<Ballot>, PabulibError> {
    let vote = table.needed("vote")?;
    let points = if vote_type.gives_points() {
        Some(table.needed("points")?)
    } else {
        None
    };
    let places: HashMap<&str, usize> = projects
        .iter()
        .enumerate()
        .map(|(i, p)| (p.id.as_str(), i))
        .collect();
    let mut ballots = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        table.fits(row)?;
        if row.cells.len() <= vote {
            return Err(PabulibError::new(row.line, Problem::Short("vote")));
        }
        let named = named(row, vote, &places)?;
        let worth: Vec<u64> = match points {
            Some(column) => given(row, column, named.len())?,
            None if vote_type == VoteType::Ordinal => (1..=named.len() as u64).rev().collect(),
            None => vec![1; named.len()],
        };
        ballots.push(Ballot {
            choices: named.into_iter().zip(worth).collect(),
            line: row.line,
        });
    }
    Ok(ballots)
}

/// What stands between commas.
fn listed(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
}

/// The projects that a vote names.
fn named(
    row: &Row<'_>,
    column: usize,
    places: &HashMap<&str, usize>,
) -> Result<Vec<usize>, PabulibError> {
    let cell = row.text(column);
    let mut named = Vec::new();
    if cell.eq_ignore_ascii_case("none") && !places.contains_key(cell) {
        return Ok(named);
    }
    for id in listed(cell) {
        let refused = |problem: fn(String) -> Problem| {
            Err(PabulibError::new(row.line, problem(id.to_owned())))
        };
        match places.get(id) {
            None => return refused(Problem::UnknownProject),
            Some(place) if named.contains(place) => return refused(Problem::NamedTwice),
            Some(place) => named.push(*place),
        }
    }
    Ok(named)
}

/// The points that a vote gives to as many projects.
fn given(row: &Row<'_>, column: usize, projects: usize) -> Result<Vec<u64>, PabulibError> {
    let cell = row.text(column);
    let mut given = Vec::with_capacity(projects);
    let none = cell.eq_ignore_ascii_case("none");
    for found in listed(cell).filter(|_| !none) {
        // 32 bits for each, so that no sum of votes that a machine can hold overflows 64.
        let points = Decimal::parse(found)
            .and_then(Decimal::whole)
            .filter(|p| u32::try_from(*p).is_ok());
        given.push(points.ok_or_else(|| {
            let (what, found) = ("points".to_owned(), found.to_owned());
            PabulibError::new(row.line, Problem::Whole { what, found })
        })?);
    }
    let points = given.len();
    if points != projects {
        return Err(PabulibError::new(
            row.line,
            Problem::Points { projects, points },
        ));
    }
    Ok(given)
}
