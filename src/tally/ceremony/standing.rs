//! Where a ceremony stands, from the shared folder alone: anyone may look, no passphrase is needed.

use super::card::{Card, card, short};
use super::first_round::{same_rounds, same_view};
use super::messages::{Round1, Round2, read, round1_path, round2_path};
use super::transcript::{self, Transcript};
use super::{CeremonyError, Roster, folder};
use crate::envelope::{Digest, Signable, Signed};
use std::path::Path;

/// One trustee's part so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrusteeStanding {
    /// Name.
    pub name: String,
    /// The card's fingerprint, in groups.
    pub fingerprint: String,
    /// Whether the first-round file is here.
    pub round1: bool,
    /// How many second-round files are here.
    pub round2: usize,
    /// The transcript that was signed.
    pub transcript: Option<Digest>,
}

/// Where a ceremony stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// In the order of the roster.
    pub trustees: Vec<TrusteeStanding>,
    /// Trustees needed; `None` before the first round.
    pub threshold: Option<u16>,
    /// Names all cards and the threshold, in groups; `None` before the first round.
    pub code: Option<String>,
    /// What is wrong, each with its remedy; missing files are not, the ceremony may be under way.
    pub problems: Vec<CeremonyError>,
}

impl Standing {
    /// Reads the shared folder.
    pub fn read(ceremony: &Path) -> Result<Self, CeremonyError> {
        let mut problems = Vec::new();
        let mut cards: Vec<Signed<Card>> = Vec::new();
        for path in folder::files(ceremony)? {
            if path.extension().is_some_and(|e| e == "card") {
                note(card(&path).map(|c| cards.push(c)), &mut problems);
            }
        }
        cards.sort_by(|a, b| a.value().name.cmp(&b.value().name));
        let mut standing = Self {
            trustees: cards.iter().map(begun).collect(),
            threshold: None,
            code: None,
            problems,
        };
        if let Some(first) = some_first_round(ceremony, &cards) {
            standing.threshold = Some(first.threshold);
            note(first.all_cards_here(ceremony), &mut standing.problems);
        }
        if !standing.problems.is_empty() {
            // Against other cards than the trustees' every file would look wrong.
            return Ok(standing);
        }
        // Two trustees at least: fewer have nothing to say to each other yet.
        let threshold = standing.threshold.unwrap_or(2);
        match Roster::of(cards, threshold) {
            Ok(roster) => standing.follow(ceremony, &roster)?,
            Err(CeremonyError::Threshold { .. }) if standing.threshold.is_none() => {}
            Err(e) => standing.problems.push(e),
        }
        Ok(standing)
    }

    /// Who must take which step now; empty when all have signed.
    pub fn next(&self) -> Vec<(&str, &'static str)> {
        let others = self.trustees.len().saturating_sub(1);
        let waiting = |done: &dyn Fn(&TrusteeStanding) -> bool, step: &'static str| {
            let waiting = self.trustees.iter().filter(|t| !done(t));
            waiting.map(|t| (t.name.as_str(), step)).collect::<Vec<_>>()
        };
        [
            waiting(&|t| t.round1 || t.transcript.is_some(), "round1"),
            waiting(&|t| t.round2 == others || t.transcript.is_some(), "round2"),
            waiting(&|t| t.transcript.is_some(), "finish"),
        ]
        .into_iter()
        .find(|who| !who.is_empty())
        .unwrap_or_default()
    }

    fn follow(&mut self, ceremony: &Path, roster: &Roster) -> Result<(), CeremonyError> {
        if self.threshold.is_some() {
            self.code = Some(short(&roster.digest()));
        }
        let mut digests = Vec::new();
        for ((_, card), standing) in roster.cards().zip(&mut self.trustees) {
            let path = round1_path(ceremony, &card.name);
            if let Some(file) = found::<Round1>(&path, card, "round1", &mut self.problems) {
                let seen = same_view(&path, &card.name, file.value(), roster);
                standing.round1 = note(seen, &mut self.problems);
                digests.push(file.digest());
            }
        }
        let all_first = digests.len() == roster.trustees();
        for ((from, card), standing) in roster.cards().zip(&mut self.trustees) {
            for (to, other) in roster.cards().filter(|(i, _)| *i != from) {
                let path = round2_path(ceremony, &card.name, &other.name);
                let file = found::<Round2>(&path, card, "round2", &mut self.problems);
                // Without all first rounds there is nothing to compare with.
                let same = file.map(|f| {
                    if all_first {
                        same_rounds(&path, (from, to), f.value(), roster, &digests)
                    } else {
                        Ok(())
                    }
                });
                standing.round2 += usize::from(same.is_some_and(|s| note(s, &mut self.problems)));
            }
        }
        let mut first: Option<(String, Transcript)> = None;
        for ((_, card), standing) in roster.cards().zip(&mut self.trustees) {
            let path = transcript::path(ceremony, &card.name);
            let Some(file) = found::<Transcript>(&path, card, "finish", &mut self.problems) else {
                continue;
            };
            standing.transcript = Some(file.value().digest());
            if let Some((other, first)) = &first {
                let same = first.same(other, file.value(), &card.name);
                note(same, &mut self.problems);
            }
            first.get_or_insert((card.name.clone(), file.value().clone()));
        }
        self.problems.extend(folder::strays(ceremony, roster)?);
        Ok(())
    }
}

fn begun(card: &Signed<Card>) -> TrusteeStanding {
    TrusteeStanding {
        name: card.value().name.clone(),
        fingerprint: short(&card.digest()),
        round1: false,
        round2: 0,
        transcript: None,
    }
}

/// The first first-round file that its author has signed.
fn some_first_round(ceremony: &Path, cards: &[Signed<Card>]) -> Option<Round1> {
    cards.iter().map(Signed::value).find_map(|card| {
        let path = round1_path(ceremony, &card.name);
        let file: Signed<Round1> = read(&path, &card.name, &card.key, "round1").ok()?;
        Some(file.value().clone())
    })
}

/// A signed file, if it is here and valid; what is wrong with it is noted.
fn found<T: Signable>(
    path: &Path,
    card: &Card,
    step: &'static str,
    problems: &mut Vec<CeremonyError>,
) -> Option<Signed<T>> {
    match read(path, &card.name, &card.key, step) {
        Ok(file) => Some(file),
        Err(CeremonyError::Missing { .. }) => None,
        Err(e) => {
            problems.push(e);
            None
        }
    }
}

/// Notes what is wrong; says whether all was well.
fn note(result: Result<(), CeremonyError>, problems: &mut Vec<CeremonyError>) -> bool {
    match result {
        Ok(()) => true,
        Err(e) => {
            problems.push(e);
            false
        }
    }
}
