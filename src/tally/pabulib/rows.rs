//! Rows of cells parted by semicolons, each with its place in the file.
//!
//! A cell that begins with a quotation mark ends at the next one that is not doubled, and may hold
//! semicolons and line ends; what follows it up to the semicolon belongs to the cell as it is. In
//! any other cell a quotation mark is a letter. Lines end with LF, CRLF or CR. (The csv crate reads
//! the same cells, and a test holds the two together; it does not say where a cell is, which is
//! needed to write totals back.)

use super::error::{PabulibError, Problem};
use std::borrow::Cow;
use std::ops::Range;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell<'a> {
    /// Its bytes in the file, quotation marks included.
    pub place: Range<usize>,
    /// What it says, quotation marks undone.
    pub text: Cow<'a, str>,
}

/// A row, with at least one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row<'a> {
    /// Line on which it begins, from 1.
    pub line: usize,
    /// Cells.
    pub cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// What a cell says without the spaces around it; nothing for a cell that is not there.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.text.trim())
    }

    /// Whether every cell from `column` on is empty.
    pub fn is_empty_from(&self, column: usize) -> bool {
        let mut rest = self.cells.iter().skip(column);
        rest.all(|c| c.text.trim().is_empty())
    }
}

/// Reads the rows of a text one after the other; empty lines are no rows.
#[derive(Debug)]
pub(super) struct Rows<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Rows<'a> {
    /// All rows from the byte `start` on.
    pub fn new(text: &'a str, start: usize) -> Self {
        let line = 1;
        Self {
            text,
            at: start,
            line,
        }
    }

    /// The line that is being read.
    pub fn line(&self) -> usize {
        self.line
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Steps over one byte, or over a whole line end, which is counted.
    fn step(&mut self) {
        let line_end = match self.byte(self.at) {
            Some(b'\r') => self.byte(self.at + 1) != Some(b'\n'),
            other => other == Some(b'\n'),
        };
        self.line += usize::from(line_end);
        self.at += 1;
    }

    fn skip_to_end_of_cell(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        let length = rest.iter().position(|b| b";\r\n".contains(b));
        self.at += length.unwrap_or(rest.len());
    }

    fn cell(&mut self) -> Result<Cell<'a>, PabulibError> {
        let start = self.at;
        if self.byte(start) != Some(b'"') {
            self.skip_to_end_of_cell();
            let text = Cow::Borrowed(&self.text[start..self.at]);
            let place = start..self.at;
            return Ok(Cell { place, text });
        }
        let opened = self.line;
        let mut text = String::new();
        self.at += 1;
        loop {
            let from = self.at;
            while self.byte(self.at).is_some_and(|b| b != b'"') {
                self.step();
            }
            text.push_str(&self.text[from..self.at]);
            if self.byte(self.at).is_none() {
                return Err(PabulibError::new(opened, Problem::OpenQuote));
            }
            self.at += 1;
            if self.byte(self.at) != Some(b'"') {
                break;
            }
            text.push('"');
            self.at += 1;
        }
        let closed = self.at;
        self.skip_to_end_of_cell();
        text.push_str(&self.text[closed..self.at]);
        Ok(Cell {
            place: start..self.at,
            text: Cow::Owned(text),
        })
    }

    fn row(&mut self) -> Result<Row<'a>, PabulibError> {
        let line = self.line;
        let mut cells = vec![self.cell()?];
        while self.byte(self.at) == Some(b';') {
            self.at += 1;
            cells.push(self.cell()?);
        }
        Ok(Row { line, cells })
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Result<Row<'a>, PabulibError>;

    fn next(&mut self) -> Option<Self::Item> {
        while matches!(self.byte(self.at), Some(b'\r' | b'\n')) {
            self.step();
        }
        self.byte(self.at)?;
        Some(self.row())
    }
}
