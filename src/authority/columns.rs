//! The columns of a residents' list, by the names that offices give them.

use super::AuthorityError;
use crate::identity::place::{self, PlaceError};
use crate::identity::{CfError, CodiceFiscale, Names, PersonalData, Sex};
use chrono::NaiveDate;

/// Where each column is.
pub(super) struct Columns {
    area: usize,
    code: Option<usize>,
    data: Option<DataColumns>,
}

/// The personal data from which a code is computed.
struct DataColumns {
    surname: usize,
    given_names: usize,
    birth: usize,
    sex: usize,
    place: usize,
    province: Option<usize>,
}

/// A row, with the texts of its columns.
pub(super) struct Row<'a> {
    /// The area of residence, code or name.
    pub(super) area: &'a str,
    code: Option<&'a str>,
    data: Option<Data<'a>>,
}

struct Data<'a> {
    surname: &'a str,
    given_names: &'a str,
    birth: &'a str,
    sex: &'a str,
    place: &'a str,
    province: Option<&'a str>,
}

impl Columns {
    /// Finds the columns; an error says which are missing.
    pub(super) fn of(header: &csv::ByteRecord) -> Result<Self, AuthorityError> {
        let names: Vec<String> = header.iter().map(plain).collect();
        let at = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
        let need = |known: &[&str], purpose: &str| {
            at(known).ok_or_else(|| {
                AuthorityError::RollFile(format!(
                    "the roll has no column {}, {purpose}",
                    known.first().copied().unwrap_or_default()
                ))
            })
        };
        let code = at(&["codice_fiscale", "codicefiscale", "cf"]);
        let data = |purpose: &str| {
            Ok::<_, AuthorityError>(DataColumns {
                surname: need(&["cognome"], purpose)?,
                given_names: need(&["nome", "nomi"], purpose)?,
                birth: need(&["data_nascita", "data_di_nascita", "nascita"], purpose)?,
                sex: need(&["sesso"], purpose)?,
                place: need(
                    &[
                        "luogo_nascita",
                        "luogo_di_nascita",
                        "comune_nascita",
                        "comune_di_nascita",
                    ],
                    purpose,
                )?,
                province: at(&["provincia_nascita", "provincia_di_nascita"]),
            })
        };
        let purpose = "nor codice_fiscale: the first line must name codice_fiscale, or cognome, \
                       nome, data_nascita, sesso and luogo_nascita to compute it";
        Ok(Self {
            area: need(
                &[
                    "comune",
                    "comune_residenza",
                    "comune_di_residenza",
                    "area",
                    "quartiere",
                ],
                "the area of residence, by code or name",
            )?,
            data: match code {
                Some(_) => data(purpose).ok(),
                None => Some(data(purpose)?),
            },
            code,
        })
    }

    /// The texts of a row; `row` if they are not UTF-8.
    pub(super) fn read<'a>(&self, record: &'a csv::ByteRecord) -> Result<Row<'a>, &'static str> {
        let get = |at: usize| {
            let field = record.get(at).unwrap_or_default();
            std::str::from_utf8(field).map_err(|_| "row")
        };
        let data = match &self.data {
            None => None,
            Some(at) => Some(Data {
                surname: get(at.surname)?,
                given_names: get(at.given_names)?,
                birth: get(at.birth)?,
                sex: get(at.sex)?,
                place: get(at.place)?,
                province: at.province.map(get).transpose()?,
            }),
        };
        Ok(Row {
            area: get(self.area)?,
            code: self.code.map(get).transpose()?,
            data,
        })
    }
}

impl Row<'_> {
    /// The code, and whether it had to be computed; or why there is none.
    pub(super) fn code(&self) -> Result<(CodiceFiscale, bool), &'static str> {
        match (self.code, &self.data) {
            (Some(code), data) if !code.is_empty() || data.is_none() => CodiceFiscale::parse(code)
                .map(|code| (code, false))
                .map_err(CfError::word),
            (_, Some(data)) => data.compute().map(|code| (code, true)),
            (_, None) => Err("length"),
        }
    }
}

impl Data<'_> {
    fn compute(&self) -> Result<CodiceFiscale, &'static str> {
        let names = Names::parse(self.surname, self.given_names).map_err(|_| "names")?;
        let birth = date(self.birth).ok_or("birth_date")?;
        let sex = match self.sex {
            "F" | "f" => Sex::Female,
            "M" | "m" => Sex::Male,
            _ => return Err("sex"),
        };
        let province = self.province.filter(|p| !p.is_empty());
        let place = place::resolve(self.place, province, Some(birth)).map_err(|e| match e {
            PlaceError::Unknown => "place",
            PlaceError::Ambiguous => "ambiguous_place",
        })?;
        let data = PersonalData {
            names,
            birth,
            sex,
            place,
        };
        CodiceFiscale::compute(&data)
            .map(|computed| computed.code)
            .map_err(|_| "names")
    }
}

/// A day as registries write it: `1980-05-12`, `12/05/1980`, `12-05-1980`, `12.05.1980`.
fn date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"]
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|d| (1800..2200).contains(&chrono::Datelike::year(d)))
}

/// A name of a column without the ways in which it is dressed: mark of UTF-8, case, spaces.
fn plain(name: &[u8]) -> String {
    String::from_utf8_lossy(name)
        .trim_start_matches('\u{feff}')
        .trim()
        .to_lowercase()
        .replace([' ', '-', '.'], "_")
}
