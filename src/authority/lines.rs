//! A CSV as offices write it (RFC 4180, UTF-8, commas or semicolons), line by line.
//!
//! Invariant: a row is one line. A quotation mark that is not closed would swallow the people
//! after it, so it is an error, and the line of every row is known.

use super::AuthorityError;
use std::io::{BufRead, BufReader, Chain, Read};

/// The rows of a file, the first line among them.
pub(super) struct Lines<R> {
    /// What the file is, as errors say it.
    what: &'static str,
    reader: csv::Reader<Chain<BufReader<R>, &'static [u8]>>,
    line_break: &'static [u8],
}

impl<R: Read> Lines<R> {
    /// Finds out how fields are separated and how lines end.
    pub fn open(what: &'static str, csv: R) -> Result<Self, AuthorityError> {
        let mut csv = BufReader::with_capacity(1 << 18, csv);
        let first = csv
            .fill_buf()
            .map_err(|e| AuthorityError::Csv(format!("{what}: {e}")))?;
        let (delimiter, line_break) = (delimiter(first), line_break(first));
        // With a line break added, the last line ends like the others.
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(csv.chain(line_break));
        Ok(Self {
            what,
            reader,
            line_break,
        })
    }

    /// Reads the next row; its line, from 1, or `None` at the end.
    pub fn next(&mut self, row: &mut csv::ByteRecord) -> Result<Option<u64>, AuthorityError> {
        let more = self
            .reader
            .read_byte_record(row)
            .map_err(|e| AuthorityError::Csv(format!("{}: {e}", self.what)))?;
        if more {
            self.line(row).map(Some)
        } else {
            Ok(None)
        }
    }

    /// How many bytes of the file were read.
    pub fn bytes_read(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The same at the end, without the line break that was added.
    pub fn length(&self) -> u64 {
        self.bytes_read()
            .saturating_sub(self.line_break.len() as u64)
    }

    /// The line of a row that was just read, from where the reader stands now (not from where it
    /// began to look: it steps over empty lines). An error if the row is more than one line.
    fn line(&self, row: &csv::ByteRecord) -> Result<u64, AuthorityError> {
        let text = row.as_slice();
        let within = text.split(|b| *b == b'\n').skip(1).count() as u64;
        // The reader stops between CR and LF; and a text that is never closed takes the last
        // break, too.
        let after = u64::from(self.line_break == b"\n" && !text.ends_with(b"\n"));
        let now = self.reader.position().line();
        let line = now.saturating_sub(within + after).max(1);
        if within == 0 && !text.contains(&b'\r') {
            return Ok(line);
        }
        Err(AuthorityError::Csv(format!(
            "{}, line {line}: a text in quotation marks runs over several lines; close the mark",
            self.what
        )))
    }
}

/// Offices that write decimals with a comma separate fields with a semicolon.
fn delimiter(start: &[u8]) -> u8 {
    let header = start.split(|b| matches!(b, b'\n' | b'\r')).next();
    let fields = |sign| header.map_or(0, |h| h.split(|b| *b == sign).count());
    if fields(b';') > fields(b',') {
        b';'
    } else {
        b','
    }
}

/// How the lines of a file end.
fn line_break(start: &[u8]) -> &'static [u8] {
    let end = start.iter().position(|b| *b == b'\n');
    let before = end.and_then(|end| start.get(end.checked_sub(1)?));
    if before == Some(&b'\r') {
        b"\r\n"
    } else {
        b"\n"
    }
}
