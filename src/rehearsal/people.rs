//! Made-up people to try.

use super::RehearsalError;
use super::election::voter;
use crate::i18n::{self, Arg, Language};
use crate::identity::{CodiceFiscale, DocumentKind};
use crate::tui::facts::DemoPerson;
use chrono::NaiveDate;

/// The file of people beside a consultation.
pub(super) const FILE: &str = "demo-people.csv";

const EMBEDDED: &str = include_str!("../../kiosk-config/digitale-bene-comune-2022/demo-people.csv");

/// A made-up person with their papers.
#[derive(Debug, Clone)]
pub struct Person {
    /// Surname and given names.
    pub who: String,
    /// Codice fiscale; one of them is wrong on purpose.
    pub code: String,
    /// Date of birth.
    pub birth: NaiveDate,
    /// What they show.
    pub document: DocumentKind,
    /// Its number.
    pub number: String,
    /// Its last day.
    pub expiry: NaiveDate,
    /// Comune of residence, empty for non-residents.
    pub comune: String,
    /// What should happen at the desk.
    expected: [String; 2],
}

/// Everyone of *Digitale Bene Comune 2022*.
pub fn people() -> Vec<Person> {
    read(EMBEDDED, FILE).unwrap_or_default()
}

/// Everyone in a file of people; `file` names it in errors.
pub(super) fn read(text: &str, file: &str) -> Result<Vec<Person>, RehearsalError> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().enumerate();
    let read = rows.map(|(n, row)| {
        let row = row.map_err(|_| "the columns of its first line are expected");
        row.and_then(|row| person(&row))
            .map_err(|what| RehearsalError::Person {
                file: file.to_owned(),
                line: n + 2,
                what,
            })
    });
    read.collect()
}

fn person(row: &csv::StringRecord) -> Result<Person, &'static str> {
    let field = |i: usize| row.get(i).map(str::to_owned).ok_or("ten columns");
    let date = |i: usize| {
        let date = field(i)?.parse();
        date.map_err(|_| "a date such as 1980-05-12 is expected")
    };
    let kind = field(4)?;
    let kind = DocumentKind::ALL.into_iter().find(|k| k.word() == kind);
    Ok(Person {
        who: format!("{} {}", field(0)?, field(1)?),
        code: field(2)?,
        birth: date(3)?,
        document: kind.ok_or("a kind of document is expected")?,
        number: field(5)?,
        expiry: date(6)?,
        comune: field(7)?,
        expected: [field(8)?, field(9)?],
    })
}

impl Person {
    /// A resident with a made-up code, who has nothing special about them.
    pub(super) fn resident(code: &CodiceFiscale, comune: &str) -> Self {
        let code = code.as_str().to_owned();
        Self {
            who: format!("Prova {code}"),
            birth: voter::BIRTH,
            document: DocumentKind::ElectronicIdCard,
            number: voter::DOCUMENT.to_owned(),
            expiry: voter::EXPIRY,
            comune: comune.to_owned(),
            expected: [
                format!("può votare: residente a {comune}"),
                format!("may vote: lives in {comune}"),
            ],
            code,
        }
    }

    /// As the help screen shows them.
    pub fn shown(&self, language: Language) -> DemoPerson {
        let [italian, english] = &self.expected;
        let kind = i18n::text(language, &format!("document-{}", self.document.word()));
        let document = i18n::text_with(
            language,
            "demo-document",
            &[
                ("kind", Arg::from(kind)),
                ("number", Arg::from(self.number.as_str())),
                (
                    "expiry",
                    Arg::from(self.expiry.format("%d/%m/%Y").to_string()),
                ),
            ],
        );
        DemoPerson {
            who: self.who.clone(),
            code: self.code.clone(),
            document,
            birth: self.birth,
            expected: if language == Language::It {
                italian
            } else {
                english
            }
            .clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::CfError;

    #[test]
    fn everyone_is_read_and_only_one_code_is_wrong() {
        let people = people();
        assert_eq!(people.len() + 1, EMBEDDED.lines().count());
        let wrong: Vec<_> = people
            .iter()
            .filter_map(|p| CodiceFiscale::parse(&p.code).err())
            .collect();
        assert_eq!(wrong, [CfError::CheckCharacter]);
        for p in people
            .iter()
            .filter(|p| CodiceFiscale::parse(&p.code).is_ok())
        {
            let code = CodiceFiscale::parse(&p.code).unwrap();
            assert!(code.agrees_with_birth(p.birth), "{}", p.who);
        }
    }
    #[test]
    fn a_person_written_wrong_is_named_by_the_line() {
        for (wrong, right) in [
            ("1980-05-12,electronic", "12/05/1980,electronic"),
            ("passport", "pass"),
        ] {
            let text = EMBEDDED.replace(wrong, right);
            let line = text.lines().position(|l| l.contains(right)).unwrap() + 1;
            let refused = read(&text, "people.csv").unwrap_err().to_string();
            assert!(
                refused.starts_with(&format!("people.csv, line {line}: ")),
                "{refused}"
            );
        }
    }
}
