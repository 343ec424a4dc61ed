//! The list of people who voted on the web, as the web platform gives it: a CSV of codici fiscali.
//!
//! Invariants: a code counts once, however often it is listed; a line that is no code is reported
//! by line and reason, never guessed; the codes stay with whoever holds the file, and only
//! pseudonyms leave.

use super::columns::code_column;
use super::lines::Lines;
use super::{AuthorityError, RejectedRow};
use crate::batch::WebVoters;
use crate::envelope::{Digest, SigningKey};
use crate::identity::{CfError, CodiceFiscale, Pseudonym, RollKey};
use std::collections::BTreeMap;
use std::io::Read;

const WHAT: &str = "the list of web voters";

/// What was read of a list.
#[derive(Debug)]
pub struct WebFile {
    /// Everyone on it, once, with the code that the platform knows them by.
    pub people: BTreeMap<Pseudonym, CodiceFiscale>,
    /// Lines that hold no code: a word of [`CfError`], or `row` (not UTF-8).
    pub rejected: Vec<RejectedRow>,
    /// Lines with a code that was there before: it counts once.
    pub repeated: Vec<u64>,
}

impl WebFile {
    /// Reads a CSV (RFC 4180, UTF-8, commas or semicolons) whose first line names
    /// `codice_fiscale`; or a file of one code a line, without such a first line. `progress` hears
    /// how many bytes were read.
    pub fn read(
        csv: impl Read,
        roll_key: &RollKey,
        progress: &mut dyn FnMut(u64),
    ) -> Result<Self, AuthorityError> {
        let mut lines = Lines::open(WHAT, csv)?;
        let mut row = csv::ByteRecord::new();
        let mut file = Self {
            people: BTreeMap::new(),
            rejected: Vec::new(),
            repeated: Vec::new(),
        };
        let Some(first) = lines.next(&mut row)? else {
            return Ok(file);
        };
        let column = code_column(WHAT, &row)?;
        if column.is_none() {
            alone(&row)?;
            file.take(first, row.get(0), roll_key);
        }
        while let Some(line) = lines.next(&mut row)? {
            file.take(line, row.get(column.unwrap_or(0)), roll_key);
            if line.is_multiple_of(4096) {
                progress(lines.bytes_read());
            }
        }
        progress(lines.length());
        Ok(file)
    }

    fn take(&mut self, line: u64, field: Option<&[u8]>, roll_key: &RollKey) {
        let text = std::str::from_utf8(field.unwrap_or_default());
        let code = text.map_err(|_| "row").and_then(|text| {
            let text = text.trim_start_matches('\u{feff}').trim();
            CodiceFiscale::parse(text).map_err(CfError::word)
        });
        match code {
            Err(reason) => self.rejected.push(RejectedRow { line, reason }),
            Ok(code) => {
                let known = self.people.insert(roll_key.pseudonym(&code), code);
                if known.is_some() {
                    self.repeated.push(line);
                }
            }
        }
    }

    /// The list for the server, signed by the registry.
    pub fn sign(&self, registry: &SigningKey, fingerprint: Digest) -> WebVoters {
        let people = self.people.keys().copied().collect();
        WebVoters::sign(registry, fingerprint, people)
    }
}

/// Without a line of names, a file has one column: which of several is the code is not guessed.
fn alone(row: &csv::ByteRecord) -> Result<(), AuthorityError> {
    if row.iter().skip(1).all(<[u8]>::is_empty) {
        return Ok(());
    }
    Err(AuthorityError::Csv(format!(
        "{WHAT} has several columns, and its first line names none of them codice_fiscale"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::envelope::SecretBytes;
    use proptest::prelude::*;

    const CODES: [&str; 3] = ["RSSMRA85T10A562S", "MRTMTT91D08F205J", "MRTMTT91D08F20RE"];

    fn key() -> RollKey {
        RollKey::new(SecretBytes::new([7; 32]))
    }

    fn read(csv: &[u8]) -> Result<WebFile, AuthorityError> {
        WebFile::read(csv, &key(), &mut |_| {})
    }

    fn codes(file: &WebFile) -> Vec<&str> {
        let mut codes: Vec<_> = file.people.values().map(CodiceFiscale::as_str).collect();
        codes.sort_unstable();
        codes
    }

    fn all() -> Vec<&'static str> {
        let mut codes = CODES.to_vec();
        codes.sort_unstable();
        codes
    }

    #[test]
    fn a_list_as_platforms_write_it() {
        let [a, b, c] = CODES;
        let lower = b.to_lowercase();
        let forms = [
            format!("codice_fiscale\n{a}\n{b}\n{c}\n"),
            format!("\u{feff}Codice Fiscale;quando\r\n{a};ieri\r\n{lower};oggi\r\n{c};\r\n"),
            format!("id,CF\n1,{a}\n2,\"{b}\"\n3, {c}"),
            format!("{a}\n{b}\n{c}\n"),
            format!("\u{feff}{a}\r\n{b}\r\n\r\n{c}"),
            format!("{a};\n{b};\n{c};\n"),
        ];
        for csv in forms {
            let file = read(csv.as_bytes()).unwrap();
            assert_eq!(codes(&file), all(), "{csv}");
            assert_eq!((file.rejected, file.repeated), (vec![], vec![]), "{csv}");
            for (person, code) in &file.people {
                assert_eq!(*person, key().pseudonym(code));
            }
        }
    }

    #[test]
    fn what_is_no_code_is_named_and_who_is_there_twice_counts_once() {
        let [a, b, c] = CODES;
        let csv = format!("cf\n{a}\nRSSMRA85T10A562T\n{b}\n{a}\n\ncorto\n{c}\n");
        let mut csv = csv.into_bytes();
        csv.extend(b"\xff\xfe\n");
        let file = read(&csv).unwrap();
        assert_eq!(codes(&file), all());
        let rejected: Vec<_> = file.rejected.iter().map(|r| (r.line, r.reason)).collect();
        assert_eq!(
            rejected,
            [(3, "check_character"), (7, "length"), (9, "row")]
        );
        assert_eq!(file.repeated, [5]);
        // Omocodia is another person: both count.
        assert_eq!(file.people.len(), 3);
    }

    #[test]
    fn which_column_is_the_code_is_never_guessed() {
        for csv in [
            "RSSMRA85T10A562S,Rossi\n",
            "cf,codice_fiscale\nRSSMRA85T10A562S,RSSMRA85T10A562S\n",
            "cf\n\"RSSMRA85T10A562S\nMRTMTT91D08F205J\n",
        ] {
            assert!(
                matches!(read(csv.as_bytes()), Err(AuthorityError::Csv(_))),
                "{csv}"
            );
        }
        assert!(read(b"").unwrap().people.is_empty());
    }

    #[test]
    fn what_is_signed_is_who_is_on_it() {
        let registry = SigningKey::generate();
        let file = read(CODES.join("\n").as_bytes()).unwrap();
        let web = file.sign(&registry, Digest([3; 32]));
        assert_eq!(web.header().value().voters, 3);
        assert!(web.people().iter().eq(file.people.keys()));
        assert_eq!(web.header().signer(), &registry.public());
    }

    proptest! {
        /// Whatever the bytes: an answer, and every line accounted for at most once.
        #[test]
        fn any_bytes_are_read_or_refused(csv in proptest::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(file) = read(&csv) {
                let lines = csv.split(|b| *b == b'\n').count() as u64;
                prop_assert!(file.rejected.iter().all(|r| (1..=lines).contains(&r.line)));
            }
        }

        /// Codes and anything else, in any order: each code once, each other line named.
        #[test]
        fn every_line_is_a_person_a_repetition_or_rejected(
            picks in proptest::collection::vec(0..4usize, 1..40)
        ) {
            let line = |i: &usize| CODES.get(*i).copied().unwrap_or("altro");
            let csv: Vec<&str> = std::iter::once("cf").chain(picks.iter().map(line)).collect();
            let file = read(csv.join("\n").as_bytes()).unwrap();
            let rows = file.people.len() + file.rejected.len() + file.repeated.len();
            prop_assert_eq!(rows, picks.len());
            let distinct: std::collections::BTreeSet<_> =
                picks.iter().filter(|i| **i < 3).collect();
            prop_assert_eq!(file.people.len(), distinct.len());
        }
    }
}
