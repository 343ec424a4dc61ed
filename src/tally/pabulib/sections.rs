//! The three sections of a file and their columns.

use super::error::{PabulibError, Problem};
use super::rows::{Row, Rows};

pub(super) const META: &str = "META";
pub(super) const PROJECTS: &str = "PROJECTS";
pub(super) const VOTES: &str = "VOTES";

/// A section: the row of column names, and the rows under it.
#[derive(Debug)]
pub(super) struct Table<'a> {
    section: &'static str,
    /// Column names.
    pub header: Row<'a>,
    /// Rows that are not empty.
    pub rows: Vec<Row<'a>>,
}

/// The sections of a file, in whatever order they came.
#[derive(Debug)]
pub(super) struct Sections<'a> {
    /// Rows of META, without `key;value`.
    pub meta: Vec<Row<'a>>,
    /// PROJECTS.
    pub projects: Table<'a>,
    /// VOTES.
    pub votes: Table<'a>,
    /// The last line of the file.
    pub last_line: usize,
}

/// The text of a file. A byte order mark stays in it, so that places are places in the file.
pub(super) fn text(bytes: &[u8]) -> Result<&str, PabulibError> {
    std::str::from_utf8(bytes).map_err(|e| {
        let before = &bytes[..e.valid_up_to()];
        let text = String::from_utf8_lossy(before);
        let line_ends = text.replace("\r\n", "\n").matches(['\r', '\n']).count();
        PabulibError::new(line_ends + 1, Problem::NotUtf8)
    })
}

/// Parts a text into its sections.
pub(super) fn sections(text: &str) -> Result<Sections<'_>, PabulibError> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut found: [(&'static str, Option<Vec<Row<'_>>>); 3] =
        [META, PROJECTS, VOTES].map(|section| (section, None));
    let mut open: Option<usize> = None;
    let mut rows = Rows::new(text, start);
    for row in &mut rows {
        let row = row?;
        if row.is_empty_from(0) {
            continue;
        }
        if let Some(index) = section_of(&row) {
            let (section, rows) = &mut found[index];
            if rows.replace(Vec::new()).is_some() {
                return Err(PabulibError::new(row.line, Problem::SectionTwice(section)));
            }
            open = Some(index);
        } else if let Some(rows) = open.and_then(|index| found[index].1.as_mut()) {
            rows.push(row);
        } else {
            let problem = Problem::BeforeSections(row.text(0).to_owned());
            return Err(PabulibError::new(row.line, problem));
        }
    }
    let last_line = rows.line();
    let [meta, projects, votes] = found;
    let missing = |section| PabulibError::new(last_line, Problem::NoSection(section));
    let mut meta = meta.1.ok_or_else(|| missing(META))?;
    let is = |text: &str, name| text.eq_ignore_ascii_case(name);
    if meta
        .first()
        .is_some_and(|r| is(r.text(0), "key") && is(r.text(1), "value"))
    {
        meta.remove(0);
    }
    Ok(Sections {
        meta,
        projects: Table::new(projects).ok_or_else(|| missing(PROJECTS))?,
        votes: Table::new(votes).ok_or_else(|| missing(VOTES))?,
        last_line,
    })
}

/// Which section a row opens: its name alone, in upper or lower case.
fn section_of(row: &Row<'_>) -> Option<usize> {
    let name = row.text(0);
    let index = [META, PROJECTS, VOTES]
        .iter()
        .position(|section| name.eq_ignore_ascii_case(section))?;
    row.is_empty_from(1).then_some(index)
}

impl<'a> Table<'a> {
    /// A section that is there and has a row of column names.
    fn new((section, rows): (&'static str, Option<Vec<Row<'a>>>)) -> Option<Self> {
        let mut rows = rows.filter(|rows| !rows.is_empty())?;
        let header = rows.remove(0);
        Some(Self {
            section,
            header,
            rows,
        })
    }

    /// Where a column is.
    pub fn column(&self, name: &'static str) -> Result<Option<usize>, PabulibError> {
        let is = |i: &usize| self.header.text(*i).eq_ignore_ascii_case(name);
        let mut all = (0..self.header.cells.len()).filter(is);
        let first = all.next();
        if all.next().is_some() {
            return Err(self.at_header(Problem::ColumnTwice(name)));
        }
        Ok(first)
    }

    /// Where a column is that must be there.
    pub fn needed(&self, column: &'static str) -> Result<usize, PabulibError> {
        let section = self.section;
        self.column(column)?
            .ok_or_else(|| self.at_header(Problem::NoColumn { section, column }))
    }

    /// Refuses a row whose cells cannot be told apart: more of them than columns.
    pub fn fits(&self, row: &Row<'_>) -> Result<(), PabulibError> {
        let expected = self.header.cells.len();
        if row.is_empty_from(expected) {
            return Ok(());
        }
        let found = row.cells.len();
        Err(PabulibError::new(
            row.line,
            Problem::Long { found, expected },
        ))
    }

    fn at_header(&self, problem: Problem) -> PabulibError {
        PabulibError::new(self.header.line, problem)
    }
}
