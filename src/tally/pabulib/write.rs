//! Totals back into the file that they were counted from.

use super::election::{Count, Election};
use super::error::PabulibError;
use super::rows::Row;
use super::sections::{sections, text};
use std::ops::Range;

/// What is put where.
type Edit = (Range<usize>, String);

/// The same file with `votes` (how many name the project), `selected` (1 or 0) and, where points
/// are counted, `score` set in PROJECTS. A column that is missing is added as the last one. Every
/// other byte stays. `election` and `count` must be those of `bytes`.
pub fn write(
    bytes: &[u8],
    election: &Election,
    count: &Count,
    funded: &[String],
) -> Result<Vec<u8>, PabulibError> {
    let text = text(bytes)?;
    let table = sections(text)?.projects;
    let mut names = vec!["votes"];
    if election.vote_type.has_score() {
        names.push("score");
    }
    names.push("selected");

    let mut width = table.header.cells.len();
    let mut columns = Vec::with_capacity(names.len());
    let mut added = Vec::new();
    for name in names {
        let place = table.column(name)?.unwrap_or_else(|| {
            added.push((width, name.to_owned()));
            width += 1;
            width - 1
        });
        columns.push((place, name));
    }
    let mut edits = Vec::new();
    set(&mut edits, text, &table.header, &mut added);
    let projects = election
        .projects
        .iter()
        .zip(&count.votes)
        .zip(&count.points);
    for (row, ((project, votes), points)) in table.rows.iter().zip(projects) {
        let value = |name| match name {
            "votes" => *votes,
            "score" => *points,
            _ => u64::from(funded.contains(&project.id)),
        };
        let mut cells: Vec<_> = columns
            .iter()
            .map(|(place, name)| (*place, value(*name).to_string()))
            .collect();
        set(&mut edits, text, row, &mut cells);
    }
    Ok(apply(text, edits).into_bytes())
}

/// Notes what has to change for the cells of a row to hold these values.
fn set(edits: &mut Vec<Edit>, text: &str, row: &Row<'_>, values: &mut [(usize, String)]) {
    values.sort_by_key(|(place, _)| *place);
    let mut cells = row.cells.len();
    let end = row.cells.last().map_or(0, |c| c.place.end);
    for (place, value) in values {
        if let Some(cell) = row.cells.get(*place) {
            // The spaces around a value are not the value's.
            let raw = &text[cell.place.clone()];
            let start = cell.place.start + (raw.len() - raw.trim_start().len());
            let length = raw.trim().len();
            edits.push((start..start + length, std::mem::take(value)));
        } else {
            let gap = ";".repeat(*place + 1 - cells);
            edits.push((end..end, format!("{gap}{value}")));
            cells = *place + 1;
        }
    }
}

/// Applies edits that are in the order of the text and do not overlap.
fn apply(text: &str, edits: Vec<Edit>) -> String {
    let mut written = String::with_capacity(text.len() + 8 * edits.len());
    let mut at = 0;
    for (place, value) in edits {
        written.push_str(&text[at..place.start]);
        written.push_str(&value);
        at = place.end;
    }
    written.push_str(&text[at..]);
    written
}
