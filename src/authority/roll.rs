//! The roll of residents: pseudonyms and areas, signed by the registry.

use super::AuthorityError;
use crate::consultation::{Consultation, Minute};
use crate::envelope::{Digest, Domain, Signable, Signed, SigningKey};
use crate::identity::{CodiceFiscale, Pseudonym, RollKey};
use minicbor::{Decode, Encode};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Read;

/// One resident.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RollEntry {
    /// Who.
    #[n(0)]
    pub pseudonym: Pseudonym,
    /// Code of the area where they live.
    #[n(1)]
    pub area: String,
}

/// Who may vote as a resident.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Roll {
    /// The consultation.
    #[n(0)]
    pub fingerprint: Digest,
    /// When it was made.
    #[n(1)]
    pub made: Minute,
    /// By pseudonym, each once.
    #[n(2)]
    pub entries: Vec<RollEntry>,
}

impl Signable for Roll {
    const DOMAIN: Domain = Domain("seggio/roll/1");
}

/// A row of the file that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRow {
    /// Line of the file, from 1.
    pub line: u64,
    /// Why: a word of [`crate::identity::CfError`], `area`, `repeated` or `row`.
    pub reason: &'static str,
}

/// What an import did.
#[derive(Debug)]
pub struct RollImport {
    /// The signed roll.
    pub roll: Signed<Roll>,
    /// Rows that were not taken.
    pub rejected: Vec<RejectedRow>,
}

/// Reads a CSV (RFC 4180, UTF-8) with the columns `codice_fiscale` and `comune` (an area's code or
/// name). Rows that are not valid are reported, by line, and left out; a person who appears twice
/// is taken once, with the first area.
pub fn import_roll(
    csv: impl Read,
    consultation: &Consultation,
    fingerprint: Digest,
    made: Minute,
    roll_key: &RollKey,
    registry: &SigningKey,
) -> Result<RollImport, AuthorityError> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(csv);
    let unreadable = |e: csv::Error| AuthorityError::RollFile(format!("the roll: {e}"));
    let headers = reader.headers().map_err(unreadable)?.clone();
    let column = |name: &str| {
        let found = headers
            .iter()
            .position(|h| h.trim_start_matches('\u{feff}').eq_ignore_ascii_case(name));
        let missing = || {
            format!(
                "the roll has no column {name}: the first line must name codice_fiscale and comune"
            )
        };
        found.ok_or_else(|| AuthorityError::RollFile(missing()))
    };
    let (code, comune) = (column("codice_fiscale")?, column("comune")?);
    let mut entries = BTreeMap::new();
    let mut rejected = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(e) => {
                let line = e.position().map_or(0, csv::Position::line);
                rejected.push(RejectedRow {
                    line,
                    reason: "row",
                });
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        let area = record.get(comune).and_then(|a| area_of(consultation, a));
        match (
            CodiceFiscale::parse(record.get(code).unwrap_or_default()),
            area,
        ) {
            (Err(e), _) => rejected.push(RejectedRow {
                line,
                reason: e.word(),
            }),
            (_, None) => rejected.push(RejectedRow {
                line,
                reason: "area",
            }),
            (Ok(cf), Some(area)) => {
                let pseudonym = roll_key.pseudonym(&cf);
                match entries.entry(pseudonym) {
                    Entry::Occupied(_) => rejected.push(RejectedRow {
                        line,
                        reason: "repeated",
                    }),
                    Entry::Vacant(place) => {
                        place.insert(area);
                    }
                }
            }
        }
    }
    let entries = entries
        .into_iter()
        .map(|(pseudonym, area)| RollEntry { pseudonym, area })
        .collect();
    Ok(RollImport {
        roll: registry.sign(Roll {
            fingerprint,
            made,
            entries,
        }),
        rejected,
    })
}

fn area_of(consultation: &Consultation, text: &str) -> Option<String> {
    let matches = |a: &&crate::consultation::Area| {
        a.id.eq_ignore_ascii_case(text) || a.name.to_lowercase() == text.to_lowercase()
    };
    consultation
        .areas
        .iter()
        .find(matches)
        .map(|a| a.id.clone())
}
