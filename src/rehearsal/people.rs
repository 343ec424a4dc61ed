//! Made-up people to try.

use crate::i18n::{self, Arg, Language};
use crate::identity::DocumentKind;
use crate::tui::facts::DemoPerson;
use chrono::NaiveDate;

const FILE: &str = include_str!("../../kiosk-config/digitale-bene-comune-2022/demo-people.csv");

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

/// Everyone in the file.
pub fn people() -> Vec<Person> {
    let mut reader = csv::Reader::from_reader(FILE.as_bytes());
    reader
        .records()
        .filter_map(|row| person(&row.ok()?))
        .collect()
}

fn person(row: &csv::StringRecord) -> Option<Person> {
    let field = |i: usize| row.get(i).map(str::to_owned);
    Some(Person {
        who: format!("{} {}", field(0)?, field(1)?),
        code: field(2)?,
        birth: field(3)?.parse().ok()?,
        document: DocumentKind::ALL
            .into_iter()
            .find(|k| Some(k.word()) == row.get(4))?,
        number: field(5)?,
        expiry: field(6)?.parse().ok()?,
        comune: field(7)?,
        expected: [field(8)?, field(9)?],
    })
}

impl Person {
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
    use crate::identity::{CfError, CodiceFiscale};

    #[test]
    fn everyone_is_read_and_only_one_code_is_wrong() {
        let people = people();
        assert_eq!(people.len() + 1, FILE.lines().count());
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
}
