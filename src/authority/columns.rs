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

/// The names of each column, the first of which is the one that errors say.
type Known = &'static [&'static str];
const AREA: Known = &[
    "comune",
    "comune_residenza",
    "comune_di_residenza",
    "area",
    "quartiere",
];
const CODE: Known = &["codice_fiscale", "codicefiscale", "cf"];
const SURNAME: Known = &["cognome"];
const GIVEN_NAMES: Known = &["nome", "nomi"];
const BIRTH: Known = &["data_nascita", "data_di_nascita", "nascita"];
const SEX: Known = &["sesso"];
const PLACE: Known = &[
    "luogo_nascita",
    "luogo_di_nascita",
    "comune_nascita",
    "comune_di_nascita",
];
const PROVINCE: Known = &["provincia_nascita", "provincia_di_nascita"];

/// A row, whose texts are decoded where they are used: in a column that is not, anything may be.
pub(super) struct Row<'a> {
    columns: &'a Columns,
    record: &'a csv::ByteRecord,
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
    /// Finds the columns; an error says which are missing, or which two could be the same one.
    pub(super) fn of(header: &csv::ByteRecord) -> Result<Self, AuthorityError> {
        let names: Vec<String> = header.iter().map(plain).collect();
        let find = |known: Known| find("the roll", &names, known);
        let missing = |name: &str, purpose: &str| {
            AuthorityError::Csv(format!("the roll has no column {name}, {purpose}"))
        };
        let (area, code) = (find(AREA)?, find(CODE)?.ok());
        let (surname, given_names) = (find(SURNAME)?, find(GIVEN_NAMES)?);
        let (birth, sex) = (find(BIRTH)?, find(SEX)?);
        let (place, province) = (find(PLACE)?, find(PROVINCE)?.ok());
        let data = || {
            Ok(DataColumns {
                surname: surname?,
                given_names: given_names?,
                birth: birth?,
                sex: sex?,
                place: place?,
                province,
            })
        };
        let area_purpose = "the area of residence, by code or name";
        let data_purpose = "nor codice_fiscale: the first line must name codice_fiscale, or \
                            cognome, nome, data_nascita, sesso and luogo_nascita to compute it";
        Ok(Self {
            area: area.map_err(|name| missing(name, area_purpose))?,
            data: match (code, data()) {
                (None, Err(name)) => return Err(missing(name, data_purpose)),
                (_, data) => data.ok(),
            },
            code,
        })
    }

    /// A row of these columns.
    pub(super) fn row<'a>(&'a self, record: &'a csv::ByteRecord) -> Row<'a> {
        Row {
            columns: self,
            record,
        }
    }
}

/// Where the codes are in a list of which nothing else is read; `None` if no column is named so.
pub(super) fn code_column(
    what: &str,
    header: &csv::ByteRecord,
) -> Result<Option<usize>, AuthorityError> {
    let names: Vec<String> = header.iter().map(plain).collect();
    Ok(find(what, &names, CODE)?.ok())
}

/// Where a column is, or the name it should have; an error if two could be it, since the wrong one
/// of them would be believed.
fn find(
    what: &str,
    names: &[String],
    known: Known,
) -> Result<Result<usize, &'static str>, AuthorityError> {
    let is_it = |(_, name): &(usize, &String)| known.contains(&name.as_str());
    let mut found = names.iter().enumerate().filter(is_it);
    match (found.next(), found.next()) {
        (Some((a, one)), Some((b, other))) => Err(AuthorityError::Csv(format!(
            "{what} has two columns that mean the same: {one} (column {}) and {other} \
             (column {}); keep one of them",
            a + 1,
            b + 1
        ))),
        (Some((at, _)), None) => Ok(Ok(at)),
        (None, _) => Ok(Err(known.first().copied().unwrap_or_default())),
    }
}

impl<'a> Row<'a> {
    /// The area of residence, code or name.
    pub(super) fn area(&self) -> Result<&'a str, &'static str> {
        self.text(self.columns.area)
    }

    /// The code, and whether it had to be computed; or why there is none.
    pub(super) fn code(&self) -> Result<(CodiceFiscale, bool), &'static str> {
        let code = self.columns.code.map(|at| self.text(at)).transpose()?;
        match (code, &self.columns.data) {
            (Some(code), data) if !code.is_empty() || data.is_none() => CodiceFiscale::parse(code)
                .map(|code| (code, false))
                .map_err(CfError::word),
            (_, Some(at)) => self.data(at)?.compute().map(|code| (code, true)),
            (_, None) => Err("length"),
        }
    }

    fn data(&self, at: &DataColumns) -> Result<Data<'a>, &'static str> {
        Ok(Data {
            surname: self.text(at.surname)?,
            given_names: self.text(at.given_names)?,
            birth: self.text(at.birth)?,
            sex: self.text(at.sex)?,
            place: self.text(at.place)?,
            province: at.province.map(|at| self.text(at)).transpose()?,
        })
    }

    /// What a column holds; `row` if it is not UTF-8.
    fn text(&self, at: usize) -> Result<&'a str, &'static str> {
        let field = self.record.get(at).unwrap_or_default();
        std::str::from_utf8(field).map(str::trim).map_err(|_| "row")
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
