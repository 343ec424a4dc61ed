//! Places by name: what the desk types, and what stands in a file.
//!
//! Accents, apostrophes, hyphens, spaces and case never matter.

use super::list::List;
use super::{Place, PlaceCode, by_code};
use crate::identity::spelling::folded;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Why a text is not a place of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PlaceError {
    /// No place has, or had, this code or name.
    #[error("no place of birth has this code or name")]
    Unknown,
    /// Several places have, or had, this name.
    #[error("several places of birth have this name: the province or the code tells which")]
    Ambiguous,
}

impl PlaceError {
    /// The word used in JSON and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// How well a name fits what was typed, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Exact,
    Beginning,
    Word,
}

/// For each folded name the places that ever had it: one for a code, the latest so called.
struct Index(HashMap<Box<str>, Vec<&'static Place>>);

impl Index {
    fn get() -> &'static Self {
        static INDEX: OnceLock<Index> = OnceLock::new();
        INDEX.get_or_init(|| {
            let mut names = HashMap::<Box<str>, Vec<&'static Place>>::new();
            for place in List::get().all() {
                let so_called = names.entry(folded(place.name).into()).or_default();
                match so_called.last_mut() {
                    Some(earlier) if earlier.code == place.code => *earlier = place,
                    _ => so_called.push(place),
                }
            }
            Self(names)
        })
    }

    fn named(&self, folded: &str) -> &[&'static Place] {
        self.0.get(folded).map_or(&[], Vec::as_slice)
    }

    /// Everything that fits, best first; in a province, if one is given.
    fn fitting(&self, text: &str, province: Option<&str>) -> Vec<(Fit, &'static Place)> {
        let typed = folded(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Fit, &str, &'static Place)> = self
            .0
            .iter()
            .flat_map(|(name, places)| places.iter().map(move |place| (name, *place)))
            .filter_map(|(name, place)| Some((fit(name, place.name, &typed)?, &**name, place)))
            .filter(|(_, name, place)| province.is_none_or(|p| was_in(place.code, name, p)))
            .collect();
        found.sort_unstable_by_key(|(fit, name, place)| {
            (*fit, place.to.is_some(), *name, place.code)
        });
        found
            .into_iter()
            .map(|(fit, _, place)| (fit, place))
            .collect()
    }
}

/// What the typed text may mean, at most `limit` of them: names that are so, then names that begin
/// so, then names with a word that begins so; among equals those still valid first. One for a code
/// and a name, the latest.
///
/// A province at the end (`Castro LE`, `Castro (LE)`) narrows.
pub fn search(text: &str, limit: usize) -> Vec<&'static Place> {
    let index = Index::get();
    let mut found = index.fitting(text, None);
    if let Some((name, province)) = with_province(text) {
        let there = index.fitting(name, Some(province));
        if found.is_empty() || there.first().is_some_and(|(fit, _)| *fit == Fit::Exact) {
            found = there;
        }
    }
    found
        .into_iter()
        .map(|(_, place)| place)
        .take(limit)
        .collect()
}

/// The one place that a file means by a code or an exact name, with or without a province at its
/// end. Of several so called, those that were so on a day (of birth), then those in the province.
pub fn resolve(
    text: &str,
    province: Option<&str>,
    on: Option<NaiveDate>,
) -> Result<PlaceCode, PlaceError> {
    if let Ok(code) = PlaceCode::parse(text) {
        let known = !by_code(code).is_empty();
        return known.then_some(code).ok_or(PlaceError::Unknown);
    }
    let index = Index::get();
    let name = folded(text);
    if let so_called @ [_, ..] = index.named(&name) {
        return the_one(so_called, &name, province, on);
    }
    let (name, province) = with_province(text).ok_or(PlaceError::Unknown)?;
    let name = folded(name);
    the_one(index.named(&name), &name, Some(province), on)
}

fn the_one(
    so_called: &[&Place],
    name: &str,
    province: Option<&str>,
    on: Option<NaiveDate>,
) -> Result<PlaceCode, PlaceError> {
    match so_called {
        [] => return Err(PlaceError::Unknown),
        [place] => return Ok(place.code),
        _ => {}
    }
    let mut codes: Vec<PlaceCode> = so_called.iter().map(|place| place.code).collect();
    if let Some(day) = on {
        narrow(&mut codes, |code| {
            periods(code, name).any(|period| period.holds(day))
        });
    }
    if let Some(province) = province {
        narrow(&mut codes, |code| was_in(code, name, province));
    }
    match codes[..] {
        [code] => Ok(code),
        _ => Err(PlaceError::Ambiguous),
    }
}

/// Keeps those for which it is so, unless it is so for none.
fn narrow(codes: &mut Vec<PlaceCode>, so: impl Fn(PlaceCode) -> bool) {
    if codes.iter().any(|code| so(*code)) {
        codes.retain(|code| so(*code));
    }
}

/// The periods in which a place had a name.
fn periods(code: PlaceCode, name: &str) -> impl Iterator<Item = &'static Place> {
    by_code(code).iter().filter(move |p| folded(p.name) == name)
}

fn was_in(code: PlaceCode, name: &str, province: &str) -> bool {
    periods(code, name).any(|period| period.province.eq_ignore_ascii_case(province.trim()))
}

fn fit(folded_name: &str, name: &str, typed: &str) -> Option<Fit> {
    if !folded_name.contains(typed) {
        None
    } else if folded_name == typed {
        Some(Fit::Exact)
    } else if folded_name.starts_with(typed) {
        Some(Fit::Beginning)
    } else {
        let mut rest = folded_name;
        name.split(|c: char| !c.is_alphabetic())
            .any(|word| {
                let begins = rest.starts_with(typed);
                rest = rest.get(folded(word).len()..).unwrap_or_default();
                begins
            })
            .then_some(Fit::Word)
    }
}

/// Parts `Castro LE` and `Castro (LE)` into name and province.
fn with_province(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (name, province) = match text.strip_suffix(')') {
        Some(open) => open.rsplit_once('(')?,
        None => text.rsplit_once(char::is_whitespace)?,
    };
    let two_letters = province.len() == 2 && province.bytes().all(|b| b.is_ascii_alphabetic());
    two_letters.then_some((name, province))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(text: &str, limit: usize) -> Vec<String> {
        search(text, limit)
            .iter()
            .map(|p| format!("{} {} {}", p.code, p.name, p.province))
            .collect()
    }

    fn found(text: &str, province: Option<&str>, on: Option<&str>) -> Result<String, PlaceError> {
        resolve(text, province, on.map(|d| d.parse().unwrap())).map(|code| code.to_string())
    }

    #[test]
    fn how_it_is_typed_does_not_matter() {
        for text in ["Forlì", "forli", "FORLI'", " forlì ", "Forlì-", "for li"] {
            assert_eq!(names(text, 1), ["D704 Forlì FC"], "{text}");
        }
        for text in ["L'Aquila", "l aquila", "LAQUILA", "l’aquila"] {
            assert_eq!(names(text, 1), ["A345 L'Aquila AQ"], "{text}");
        }
        assert_eq!(names("costa davorio", 1), names("Costa d'Avorio", 1));
    }

    #[test]
    fn best_fits_come_first() {
        let roma = names("roma", 50);
        assert_eq!(roma[0], "H501 Roma RM");
        let at = |name: &str| roma.iter().position(|r| r.contains(name)).unwrap();
        assert!(at("Romagnano") < at("Bagno Di Romagna"), "{roma:?}");
        let places = search("san", 10_000);
        let ended: Vec<bool> = places.iter().map(|p| p.to.is_some()).collect();
        let valid = ended.iter().take_while(|ended| !**ended).count();
        assert!(valid > 100 && ended[valid], "valid ones first");
        assert!(
            names("oma", 50).iter().all(|n| !n.contains("Roma ")),
            "inside a word"
        );
    }

    #[test]
    fn old_names_and_foreign_states_are_found() {
        assert_eq!(names("Abano", 1), ["A001 Abano PD"]);
        assert_eq!(names("germania", 1), ["Z112 Germania EE"]);
        assert_eq!(names("jugoslavia", 1), ["Z118 Jugoslavia EE"]);
    }

    #[test]
    fn a_code_and_a_name_are_one_row() {
        let lodi = names("lodi", 10);
        assert_eq!(
            lodi.iter().filter(|n| n.starts_with("E648 Lodi ")).count(),
            1
        );
        assert_eq!(lodi[0], "E648 Lodi LO", "in Milan's province until 1992");
    }

    #[test]
    fn a_province_at_the_end_narrows() {
        assert_eq!(names("Castro", 2), ["C337 Castro BG", "M261 Castro LE"]);
        for text in ["Castro LE", "castro (le)"] {
            assert_eq!(names(text, 10)[0], "M261 Castro LE", "{text}");
            assert!(names(text, 10).iter().all(|n| n.ends_with("LE")), "{text}");
        }
        assert!(names("San Sa", 99).iter().any(|n| n.contains("San Salvo")));
        assert_eq!(
            names("Lodi MI", 1),
            ["E648 Lodi LO"],
            "the old province too"
        );
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for text in ["", "  ", "'", "()", "Д"] {
            assert!(search(text, 9).is_empty(), "{text}");
            assert_eq!(found(text, None, None), Err(PlaceError::Unknown), "{text}");
        }
    }

    #[test]
    fn files_name_places_by_code_or_name() {
        for text in [
            "G535",
            " g535 ",
            "Piacenza",
            "PIACENZA",
            "Piacenza (PC)",
            "piacenza pc",
        ] {
            assert_eq!(found(text, None, None).as_deref(), Ok("G535"), "{text}");
        }
        assert_eq!(found("X999", None, None), Err(PlaceError::Unknown));
        assert_eq!(found("Piacenz", None, None), Err(PlaceError::Unknown));
        assert_eq!(found("Nowhere (PC)", None, None), Err(PlaceError::Unknown));
    }

    #[test]
    fn homonyms_are_told_apart_by_day_then_province() {
        assert_eq!(found("Castro", None, None), Err(PlaceError::Ambiguous));
        assert_eq!(found("Castro", Some("BG"), None).as_deref(), Ok("C337"));
        assert_eq!(found("Castro (LE)", None, None).as_deref(), Ok("M261"));
        // Castro in the province of Lecce is a municipality of its own since 1975.
        assert_eq!(
            found("Castro", None, Some("1960-01-01")).as_deref(),
            Ok("C337")
        );
        let both = found("Castro", None, Some("1990-01-01"));
        assert_eq!(both, Err(PlaceError::Ambiguous));
        let lecce = found("Castro", Some("le"), Some("1990-01-01"));
        assert_eq!(lecce.as_deref(), Ok("M261"));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,20}", province in "\\PC{0,3}") {
            let _ = search(&text, 5);
            let _ = resolve(&text, Some(&province), None);
        }

        /// A period names its place, with its day and province, or homonyms overlap.
        #[test]
        fn every_name_is_found_again(at in 0_usize..15_353) {
            let place = &List::get().all()[at];
            let again = resolve(place.name, Some(place.province), Some(place.from));
            prop_assert!(again == Ok(place.code) || again == Err(PlaceError::Ambiguous));
            let rows = search(place.name, 20_000);
            let named = rows.iter().any(|p| p.code == place.code && folded(p.name) == folded(place.name));
            prop_assert!(named);
        }
    }
}
