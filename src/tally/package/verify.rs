//! Anyone's check of a package.

use crate::batch::{Archive, Export};
use crate::envelope::{Digest, cbor};
use crate::tally::cells::cells;
use crate::tally::examine::{self, Check, Checklist, Found, require};
use crate::tally::outcome::{OutcomeReport, outcome};
use crate::tally::partial::{Sums, VerifiedPartial, sums, verify as verify_partials};
use crate::tally::settlement::{OpenSettlement, duplicates, removed, signature};
use crate::tally::totals::{Totals, decrypt};
use serde::Serialize;
use std::collections::BTreeMap;

const BEFORE: [&str; 1] = ["package"];
const AFTER: [&str; 7] = [
    "settlement",
    "removed",
    "duplicates",
    "cells",
    "partials",
    "totals",
    "outcome",
];

/// Every check of a package, in the order in which they run.
pub const CHECKS: [&str; BEFORE.len() + examine::CHECKS.len() + AFTER.len()] = {
    let mut all = [""; BEFORE.len() + examine::CHECKS.len() + AFTER.len()];
    let mut i = 0;
    while i < all.len() {
        all[i] = if i < BEFORE.len() {
            BEFORE[i]
        } else if i < BEFORE.len() + examine::CHECKS.len() {
            examine::CHECKS[i - BEFORE.len()]
        } else {
            AFTER[i - BEFORE.len() - examine::CHECKS.len()]
        };
        i += 1;
    }
    all
};

/// What `scrutinio verify` says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Whether every check ran and held.
    pub ok: bool,
    /// The package's fingerprint, 64 hexadecimal digits; empty if its manifest cannot be read.
    pub fingerprint: String,
    /// The checks that ran; the last is the one that failed, if one did.
    pub checks: Vec<Check>,
}

/// Verifies a package against a fingerprint received another way; without one, the report's
/// fingerprint must be compared by who reads it.
pub fn verify(
    package: &[u8],
    expected: Option<Digest>,
    progress: &mut dyn FnMut(&'static str),
) -> Report {
    let mut list = Checklist::new(progress);
    let mut fingerprint = String::new();
    let ran = run(package, expected, &mut list, &mut fingerprint);
    Report {
        ok: ran.is_some() && list.complete(&CHECKS),
        fingerprint,
        checks: list.into_checks(),
    }
}

fn run(
    package: &[u8],
    expected: Option<Digest>,
    list: &mut Checklist<'_>,
    fingerprint: &mut String,
) -> Option<()> {
    let parts = list.check("package", || Parts::read(package))?;
    *fingerprint = Digest::of(&parts.export.manifest).hex();
    let examined = examine::run(&parts.export, expected, list)?;
    let both = list.check("settlement", || signature(&examined, &parts.settlement))?;
    list.check("removed", || removed(&examined, &both.1))?;
    list.check("duplicates", || duplicates(&examined, &both.1))?;
    let settled = OpenSettlement::new(&examined, both);
    let cells = list.check("cells", || {
        let cells = cells(&settled).map_err(|e| e.to_string())?;
        let detail = format!("{} parts are counted apart", cells.len());
        Ok((cells, detail))
    })?;
    let sums = sums(&settled, &cells);
    let partials = list.check("partials", || parts.partials(&settled, &sums))?;
    let totals = list.check("totals", || {
        let totals = decrypt(&settled, &cells, &sums, &partials).map_err(|e| e.to_string())?;
        require(cbor::encode(&totals) == parts.totals, || {
            "the published totals are not those of the ballots".into()
        })?;
        Ok((totals, format!("{} ballots", settled.settlement().counted)))
    })?;
    list.check("outcome", || parts.outcome(&settled, &totals))
}

/// The files of a package.
struct Parts {
    export: Export,
    settlement: Vec<u8>,
    partials: BTreeMap<String, Vec<u8>>,
    totals: Vec<u8>,
    outcome: Vec<u8>,
}

impl Parts {
    /// The form of the package: the canonical zip, every file that must be there, no other, and
    /// none that is not public.
    fn read(package: &[u8]) -> Found<Self> {
        let mut archive = Archive::from_zip(package).map_err(|e| e.to_string())?;
        let files = archive.0.len();
        let mut take = |name: &str| {
            let file = archive.0.remove(name);
            file.ok_or_else(|| format!("{name} is missing"))
        };
        let settlement = take("settlement.cose")?;
        let totals = take("totals.cbor")?;
        let outcome = take("outcome.json")?;
        let mut partials = BTreeMap::new();
        archive.0.retain(|name, bytes| {
            let trustee = name.strip_prefix("partials/");
            let Some(trustee) = trustee.and_then(|n| n.strip_suffix(".cose")) else {
                return true;
            };
            partials.insert(trustee.to_owned(), std::mem::take(bytes));
            false
        });
        let export = Export::take_from(&mut archive).map_err(|e| e.to_string())?;
        if let Some(name) = archive.0.keys().next() {
            return Err(format!("{name} does not belong in a package"));
        }
        for s in &export.stations {
            let private = s
                .batches
                .iter()
                .find(|b| b.body.is_some() && !b.kind.public());
            require(private.is_none(), || {
                format!("{}: holds a body that must not be public", s.station)
            })?;
        }
        let web = export.web_list.as_ref().and_then(|w| w.list.as_ref());
        require(web.is_none(), || "the web voters must not be public".into())?;
        let parts = Self {
            export,
            settlement,
            partials,
            totals,
            outcome,
        };
        Ok((parts, format!("{files} files")))
    }

    fn partials(&self, settled: &OpenSettlement<'_>, sums: &Sums) -> Found<Vec<VerifiedPartial>> {
        let files: Vec<Vec<u8>> = self.partials.values().cloned().collect();
        let partials = verify_partials(settled, sums, &files).map_err(|e| e.to_string())?;
        let names = partials.iter().map(VerifiedPartial::name);
        require(names.eq(self.partials.keys().map(String::as_str)), || {
            "a partial has another trustee's file name".into()
        })?;
        let detail = format!("{} trustees", partials.len());
        Ok((partials, detail))
    }

    /// The outcome, recomputed with the value of the draw that it names.
    fn outcome(&self, settled: &OpenSettlement<'_>, totals: &Totals) -> Found<()> {
        let published: Option<OutcomeReport> =
            serde_json::from_slice(&self.outcome).map_err(|e| e.to_string())?;
        let lot = published.as_ref().and_then(OutcomeReport::lot);
        let consultation = &settled.examined().manifest.value().consultation;
        let found = outcome(consultation, totals, lot).map_err(|e| e.to_string())?;
        let json = found
            .as_ref()
            .map_or_else(|| b"null\n".to_vec(), OutcomeReport::to_json);
        require(json == self.outcome, || {
            "the published outcome is not the one that the rule gives".into()
        })?;
        let detail = match &found {
            None => "no money is given".to_owned(),
            Some(r) if r.undecided => "undecided: a tie waits for the draw".to_owned(),
            Some(r) => {
                let funded = r.funded.join(", ");
                match r.draws.first() {
                    None => funded,
                    Some(d) => format!("{funded}; compare the draw: {} = {}", d.draw, d.value),
                }
            }
        };
        Ok(((), detail))
    }
}
