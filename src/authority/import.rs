//! Reading the residents' list of a registry office.
//!
//! Invariant: of each row only a pseudonym and an area are kept; a row that cannot be taken is
//! reported by line and reason, never guessed.

use super::columns::Columns;
use super::lines::Lines;
use super::{AuthorityError, Roll};
use crate::consultation::{Area, Consultation, Minute};
use crate::envelope::{Digest, Signed, SigningKey};
use crate::identity::{CodiceFiscale, Pseudonym, RollKey};
use std::collections::HashMap;
use std::io::Read;

/// Rows between two reports of progress.
const STEP: usize = 4096;

/// A row of the file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// Line of the file, from 1.
    pub line: u64,
    /// Why: a word of [`crate::identity::CfError`], or `row` (a text that is needed is not UTF-8),
    /// `area` (none of this consultation), `repeated` (the same code again), and where the code is computed
    /// `names`, `birth_date`, `sex`, `place` (unknown) or `ambiguous_place`.
    pub reason: &'static str,
}

/// What an import did.
#[derive(Debug)]
pub struct RollImport {
    /// The signed roll.
    pub roll: Signed<Roll>,
    /// Rows that were not taken, by line.
    pub rejected: Vec<RejectedRow>,
    /// Of the people on the roll: those whose code was computed from the personal data.
    pub computed: u64,
}

/// What a roll is made for.
#[derive(Debug, Clone, Copy)]
pub struct RollMaker<'a> {
    /// The consultation.
    pub consultation: &'a Consultation,
    /// Its fingerprint.
    pub fingerprint: Digest,
    /// Now.
    pub made: Minute,
    /// Makes pseudonyms.
    pub roll_key: &'a RollKey,
    /// Signs the roll.
    pub registry: &'a SigningKey,
}

/// A row that was taken.
struct Taken {
    pseudonym: Pseudonym,
    area: u32,
    line: u64,
    computed: bool,
}

impl RollMaker<'_> {
    /// Reads a CSV (RFC 4180, UTF-8, commas or semicolons) whose first line names the columns:
    /// `comune` (an area's code or name), and `codice_fiscale` or the personal data to compute it
    /// (`cognome`, `nome`, `data_nascita`, `sesso`, `luogo_nascita`, perhaps
    /// `provincia_nascita`). Where there are both, data serve the rows without a code. A person
    /// who appears twice is taken once, from the first line. A row is one line: a quotation mark that
    /// is not closed would swallow the people after it, so nothing is imported. `progress` hears how
    /// many bytes were read.
    pub fn import(
        &self,
        csv: impl Read,
        progress: &mut dyn FnMut(u64),
    ) -> Result<RollImport, AuthorityError> {
        let mut lines = Lines::open("the roll", csv)?;
        let mut record = csv::ByteRecord::new();
        lines.next(&mut record)?;
        let columns = Columns::of(&record)?;
        let areas = areas(&self.consultation.areas);
        let (mut taken, mut rejected) = (Vec::new(), Vec::new());
        while let Some(line) = lines.next(&mut record)? {
            match self.row(&record, &columns, &areas, line) {
                Ok(row) => taken.push(row),
                Err(reason) => rejected.push(RejectedRow { line, reason }),
            }
            if (taken.len() + rejected.len()).is_multiple_of(STEP) {
                progress(lines.bytes_read());
            }
        }
        progress(lines.length());
        Ok(self.finish(taken, rejected))
    }

    fn row(
        &self,
        record: &csv::ByteRecord,
        columns: &Columns,
        areas: &HashMap<String, u32>,
        line: u64,
    ) -> Result<Taken, &'static str> {
        let row = columns.row(record);
        let (code, computed): (CodiceFiscale, bool) = row.code()?;
        let area = row.area()?;
        let area = areas.get(area).or_else(|| areas.get(&fold(area)));
        Ok(Taken {
            pseudonym: self.roll_key.pseudonym(&code),
            area: *area.ok_or("area")?,
            line,
            computed,
        })
    }

    /// Each person once, by area.
    fn finish(&self, mut taken: Vec<Taken>, mut rejected: Vec<RejectedRow>) -> RollImport {
        // Stable: of equal people the first line stays first.
        taken.sort_by_key(|row| row.pseudonym);
        taken.dedup_by(|row, first| {
            let again = row.pseudonym == first.pseudonym;
            if again {
                rejected.push(RejectedRow {
                    line: row.line,
                    reason: "repeated",
                });
            }
            again
        });
        rejected.sort_by_key(|row| row.line);
        let areas = (0..)
            .zip(&self.consultation.areas)
            .map(|(n, area): (u32, &Area)| {
                let people = taken.iter().filter(|row| row.area == n);
                (area.id.clone(), people.map(|row| row.pseudonym).collect())
            });
        let roll = Roll::new(self.fingerprint, self.made, areas);
        RollImport {
            roll: self.registry.sign(roll),
            rejected,
            computed: taken.iter().filter(|row| row.computed).count() as u64,
        }
    }
}

/// Areas by code and by name, as they are written and folded.
fn areas(areas: &[Area]) -> HashMap<String, u32> {
    let mut all = HashMap::new();
    for (n, area) in (0..).zip(areas) {
        for name in [&area.id, &area.name] {
            all.insert(name.clone(), n);
            all.insert(fold(name), n);
        }
    }
    all
}

fn fold(text: &str) -> String {
    text.to_lowercase()
}
