//! A consultation to try out: its file, its people, and one station on the last day of a phase.
//!
//! Invariant: the consultation was read without an error, and the station's kind has a phase.

use super::people::{self, Person};
use super::{RehearsalError, election::voter};
use crate::consultation::{Area, Consultation, Phase, StationId, StationKind, parse};
use crate::identity::CodiceFiscale;
use chrono::{NaiveDateTime, NaiveTime};
use std::path::Path;

/// The case that the program carries with it.
const EMBEDDED: &str =
    include_str!("../../kiosk-config/digitale-bene-comune-2022/consultation.toml");

/// Made-up residents of a consultation that brings no people, for each area.
const RESIDENTS: usize = 2;

/// A consultation with made-up people.
#[derive(Debug, Clone)]
pub struct Case {
    text: String,
    consultation: Consultation,
    people: Vec<Person>,
    phase: Phase,
}

impl Case {
    /// *Digitale Bene Comune 2022*.
    pub fn embedded() -> Result<Self, RehearsalError> {
        let consultation = parse(EMBEDDED, "consultation.toml")?;
        Self::new(EMBEDDED, consultation, people::people())
    }

    /// The consultation in a folder: `consultation.toml`, and its people in `demo-people.csv` if
    /// there are any.
    pub fn read(dir: &Path) -> Result<Self, RehearsalError> {
        let read = |name: &str| {
            let path = dir.join(name);
            let file = path.display().to_string();
            match std::fs::read_to_string(&path) {
                Ok(text) => Ok((text, file)),
                Err(error) => Err(RehearsalError::Folder { file, error }),
            }
        };
        let (text, file) = read("consultation.toml")?;
        let consultation = parse(&text, &file)?;
        let people = if dir.join(people::FILE).exists() {
            let (csv, file) = read(people::FILE)?;
            people::read(&csv, &file)?
        } else {
            residents(&consultation)
        };
        Self::new(&text, consultation, people)
    }

    fn new(
        text: &str,
        consultation: Consultation,
        people: Vec<Person>,
    ) -> Result<Self, RehearsalError> {
        let phase = consultation.phases.first().cloned();
        Ok(Self {
            text: for_few_voters(text),
            phase: phase.ok_or(RehearsalError::NoPhase)?,
            consultation,
            people,
        })
    }

    /// The text of the consultation, in which one vote is enough for a count.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The consultation as it was written.
    pub fn consultation(&self) -> &Consultation {
        &self.consultation
    }

    /// The people to try.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The last day of the first phase, in the afternoon: closing is the last one, and everything
    /// leaves.
    pub fn start(&self) -> NaiveDateTime {
        let afternoon = NaiveTime::from_hms_opt(17, 40, 0).unwrap_or_default();
        self.phase.to.and_time(afternoon)
    }

    /// The kind of the station: of the first phase.
    pub fn kind(&self) -> StationKind {
        self.phase.kind
    }

    /// Where the station stands: in the first area.
    pub fn area(&self) -> Option<&Area> {
        self.consultation.areas.first()
    }

    /// The name of the station: its area's first word, if no other area begins so, or else the
    /// whole name.
    pub fn station(&self) -> Result<StationId, RehearsalError> {
        let areas = &self.consultation.areas;
        let whole = self.area().map_or("seggio", |a| a.name.as_str());
        let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
        let alike = areas.iter().filter(|a| first(&a.name) == first(whole));
        let name = if alike.count() > 1 {
            slug(whole)
        } else {
            slug(&first(whole))
        };
        StationId::parse(&name).ok_or(RehearsalError::StationName(name))
    }

    /// The residents among the people, as the registry would send them. Who has a wrong code on
    /// purpose is on no roll.
    pub fn roll(&self) -> String {
        let on_roll = |p: &&Person| !p.comune.is_empty() && CodiceFiscale::parse(&p.code).is_ok();
        let mut roll = String::from("codice_fiscale;comune\n");
        for p in self.people.iter().filter(on_roll) {
            roll.extend([p.code.as_str(), ";", p.comune.as_str(), "\n"]);
        }
        roll
    }
}

/// Whoever tries the demo wants to see one vote counted; a live manifest would refuse this.
fn for_few_voters(consultation: &str) -> String {
    let lines = consultation.lines().map(|line| {
        if line.starts_with("minimum_ballots") {
            "minimum_ballots = 1"
        } else {
            line
        }
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn residents(consultation: &Consultation) -> Vec<Person> {
    let areas = &consultation.areas;
    let all = areas.iter().flat_map(|area| [area; RESIDENTS]).enumerate();
    all.filter_map(|(n, area)| Some(Person::resident(&voter::code(n)?, &area.name)))
        .collect()
}

/// A name as a station's: `Sant'Agata` becomes `sant-agata`.
fn slug(name: &str) -> String {
    let letters = name.to_lowercase().chars().fold(String::new(), |mut s, c| {
        match c {
            'a'..='z' | '0'..='9' => s.push(c),
            'à' => s.push('a'),
            'è' | 'é' => s.push('e'),
            'ì' => s.push('i'),
            'ò' => s.push('o'),
            'ù' => s.push('u'),
            _ if !s.ends_with('-') => s.push('-'),
            _ => {}
        }
        s
    });
    let longest = letters.chars().take(40).collect::<String>();
    longest.trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_station_is_named_after_its_area() {
        for (name, station) in [
            ("Sant'Agata sul Santerno", "sant-agata-sul-santerno"),
            ("Quartiere 1", "quartiere-1"),
            ("Castelfranco", "castelfranco"),
            ("«Città»", "citta"),
        ] {
            assert_eq!(slug(name), station);
        }
        let case = Case::embedded().unwrap();
        assert_eq!(case.station().unwrap().as_str(), "carpaneto");
        assert_eq!(case.start().to_string(), "2022-09-18 17:40:00");
        assert_eq!(case.kind(), StationKind::Banchetto);
    }

    #[test]
    fn only_the_minimum_is_lowered() {
        let case = Case::embedded().unwrap();
        let mut lowered = parse(case.text(), "consultation.toml").unwrap();
        assert_eq!(lowered.count.minimum_ballots, 1);
        lowered.count.minimum_ballots = case.consultation().count.minimum_ballots;
        assert_eq!(&lowered, case.consultation());
    }

    #[test]
    fn a_case_without_people_gets_residents_of_every_area() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("consultation.toml"), EMBEDDED).unwrap();
        let case = Case::read(dir.path()).unwrap();
        assert_eq!(case.people().len(), 5 * RESIDENTS);
        assert_eq!(case.roll().lines().count(), 1 + 5 * RESIDENTS);
        assert!(matches!(
            Case::read(&dir.path().join("none")),
            Err(RehearsalError::Folder { .. })
        ));
    }
}
