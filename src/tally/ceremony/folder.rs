//! The shared folder: which files belong there.
//!
//! Invariant: a step is taken only in a folder whose files of the ceremony all bear the names that
//! the trustees on the cards give them. Anything else with another ending is left alone.

use super::messages::{Round1, Round2, round1_path, round2_path};
use super::transcript::{self, Transcript};
use super::{CeremonyError, Roster};
use crate::envelope::{PublicKey, Signed};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const ENDINGS: [&str; 4] = ["card", "round1", "round2", "transcript"];

/// The files of the ceremony, in the order of their names.
pub(super) fn files(ceremony: &Path) -> Result<Vec<PathBuf>, CeremonyError> {
    let folder = std::fs::read_dir(ceremony).map_err(|e| CeremonyError::io(ceremony, &e))?;
    let mut files = Vec::new();
    for entry in folder {
        let path = entry.map_err(|e| CeremonyError::io(ceremony, &e))?.path();
        let ending = path.extension().and_then(|e| e.to_str());
        // Systems leave files like `._anna.card` on a stick; they are nobody's.
        let hidden = stem(&path).starts_with('.');
        if !hidden && ending.is_some_and(|e| ENDINGS.contains(&e)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The name without its ending.
pub(super) fn stem(path: &Path) -> String {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
    stem.unwrap_or_default()
}

/// Requires that every file but the cards has a place in the ceremony of this roster.
pub(super) fn no_strays(ceremony: &Path, roster: &Roster) -> Result<(), CeremonyError> {
    match strays(ceremony, roster)?.into_iter().next() {
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// Every file, but the cards, without a place in the ceremony of this roster.
pub(super) fn strays(
    ceremony: &Path,
    roster: &Roster,
) -> Result<Vec<CeremonyError>, CeremonyError> {
    let names: Vec<&str> = roster.cards().map(|(_, c)| c.name.as_str()).collect();
    let mut expected = BTreeSet::new();
    for name in &names {
        expected.insert(round1_path(ceremony, name));
        expected.insert(transcript::path(ceremony, name));
        for to in names.iter().filter(|to| to != &name) {
            expected.insert(round2_path(ceremony, name, to));
        }
    }
    let files = files(ceremony)?.into_iter();
    let strays =
        files.filter(|p| !expected.contains(p) && p.extension().is_none_or(|e| e != "card"));
    Ok(strays.map(|path| named(path, roster)).collect())
}

/// Says what a file without a place is, if a trustee on a card signed it.
fn named(path: PathBuf, roster: &Roster) -> CeremonyError {
    let bytes = std::fs::read(&path).unwrap_or_default();
    let right = roster.cards().find_map(|(_, card)| {
        let right = name_of(&bytes, &card.name, &card.key, roster)?;
        Some((card.name.clone(), right))
    });
    if let Some((who, right)) = right {
        return CeremonyError::Misnamed { path, who, right };
    }
    let stem = stem(&path);
    let who = stem.split("-to-").next().unwrap_or(&stem).to_owned();
    CeremonyError::Stray { path, who }
}

fn name_of(bytes: &[u8], name: &str, key: &PublicKey, roster: &Roster) -> Option<String> {
    if Signed::<Round1>::open(bytes, key).is_ok() {
        return Some(format!("{name}.round1"));
    }
    if Signed::<Transcript>::open(bytes, key).is_ok() {
        return Some(format!("{name}.transcript"));
    }
    let round2 = Signed::<Round2>::open(bytes, key).ok()?;
    let to = roster.cards().find(|(i, _)| *i == round2.value().to)?;
    Some(format!("{name}-to-{}.round2", to.1.name))
}
