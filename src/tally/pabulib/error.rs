//! Why a Pabulib file was refused.

use super::VoteType;

/// Why a file was refused, and where. Nothing was counted and nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct PabulibError {
    /// Line of the file, from 1; the last one where something is missing from the whole file.
    pub line: usize,
    /// What is wrong there.
    pub problem: Problem,
}

impl PabulibError {
    pub(super) fn new(line: usize, problem: Problem) -> Self {
        Self { line, problem }
    }
}

/// What is wrong in a line, and what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Bytes that are not text.
    #[error("this is not UTF-8: save the file as UTF-8")]
    NotUtf8,
    /// A quotation mark that never closes.
    #[error("a quotation mark opens a cell here and is never closed")]
    OpenQuote,
    /// Cells before the first section.
    #[error("a section name (META, PROJECTS or VOTES) is expected, not {0:?}")]
    BeforeSections(String),
    /// A section appears again.
    #[error("a second section {0}: one of each is expected")]
    SectionTwice(&'static str),
    /// A section is not there, or has no row of column names.
    #[error("the section {0} with its row of column names is missing")]
    NoSection(&'static str),
    /// A column is not there.
    #[error("the section {section} needs a column {column:?}")]
    NoColumn {
        /// The section.
        section: &'static str,
        /// The column.
        column: &'static str,
    },
    /// Two columns have one name.
    #[error("two columns are named {0:?}")]
    ColumnTwice(&'static str),
    /// A key is not there.
    #[error("META needs a value for {0:?}")]
    NoKey(&'static str),
    /// A key that is read has two values.
    #[error("META gives {0:?} a second time: one value is expected")]
    KeyTwice(String),
    /// A row that ends too early.
    #[error("this row ends before the column {0:?}")]
    Short(&'static str),
    /// A row with more cells than the header.
    #[error(
        "{found} cells under {expected} columns: a cell that holds a semicolon is put in quotation marks"
    )]
    Long {
        /// Cells of the row.
        found: usize,
        /// Columns of the section.
        expected: usize,
    },
    /// A kind of vote that nobody has described.
    #[error("{found:?} is no vote type: one of {all} is expected", all = VoteType::NAMES.join(", "))]
    VoteType {
        /// What the file says.
        found: String,
    },
    /// A number that cannot be read.
    #[error("{what} is {found:?}: a number like 12000 or 12000.50 is expected")]
    Number {
        /// Of what.
        what: String,
        /// What the file says.
        found: String,
    },
    /// A whole number is needed.
    #[error("{what} is {found:?}: a whole number that is not negative is expected")]
    Whole {
        /// Of what.
        what: String,
        /// What the file says.
        found: String,
    },
    /// A comma that may part thousands or decimals.
    #[error(
        "{what} is {found:?}, which may be thousands or decimals: write 12000 or 12.000 with a point"
    )]
    Thousands {
        /// Of what.
        what: String,
        /// What the file says.
        found: String,
    },
    /// An amount that an integer of 64 bits cannot hold in the file's smallest unit.
    #[error("{what} is too large to be counted exactly with {decimals} decimals")]
    TooLarge {
        /// Of what.
        what: String,
        /// Decimals of the most precise amount of the file.
        decimals: u32,
    },
    /// A project without an id.
    #[error("a project without an id")]
    NoId,
    /// Two projects have one id.
    #[error("the project {id:?} is in line {first} already")]
    IdTwice {
        /// The id.
        id: String,
        /// Where it was first.
        first: usize,
    },
    /// A vote for a project that is not there.
    #[error("a vote for {0:?}, which is not among the projects")]
    UnknownProject(String),
    /// A vote that names a project twice.
    #[error("a vote that names {0:?} twice: once is expected")]
    NamedTwice(String),
    /// Points do not go with the projects.
    #[error("a vote with {projects} projects and {points} points: as many are expected")]
    Points {
        /// Projects named.
        projects: usize,
        /// Points given.
        points: usize,
    },
}
