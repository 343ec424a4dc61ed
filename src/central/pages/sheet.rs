//! One file of open data: columns and rows, as CSV (RFC 4180, UTF-8) and as JSON.
//!
//! Invariant: texts that come from elsewhere cannot be taken for formulas by a spreadsheet.

use super::kept::Kept;
use crate::central::{Central, LedgerError};
use crate::consultation::{Cents, Mode};
use serde_json::{Map, Value};

pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// One file: its columns, and its rows.
pub struct Sheet {
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Cell>>,
}

/// A cell, as JSON tells them apart.
pub enum Cell {
    Text(String),
    Number(u64),
    /// An amount in euro: in CSV always with two decimals, in JSON a number.
    Money(Cents),
    True(bool),
    Nothing,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<&str>> for Cell {
    fn from(text: Option<&str>) -> Self {
        text.map_or(Self::Nothing, Self::from)
    }
}

impl Sheet {
    pub fn csv(&self) -> Result<Vec<u8>, LedgerError> {
        let failed = |e: &dyn std::fmt::Display| LedgerError::Damaged(e.to_string());
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(Vec::new());
        out.write_record(self.columns).map_err(|e| failed(&e))?;
        for row in &self.rows {
            let cells = row.iter().map(Cell::plain);
            out.write_record(cells).map_err(|e| failed(&e))?;
        }
        out.into_inner().map_err(|e| failed(&e))
    }

    pub fn json(&self, central: &Central, kept: &Kept) -> String {
        let row = |row: &Vec<Cell>| {
            let fields = self.columns.iter().zip(row);
            Value::Object(fields.map(|(c, v)| ((*c).to_owned(), v.json())).collect())
        };
        let mut all = Map::new();
        let mut put = |name: &str, value: Value| all.insert(name.to_owned(), value);
        let training = central.manifest().value().mode == Mode::Training;
        put("licence", LICENCE.into());
        put("training", training.into());
        put("fingerprint", central.manifest().digest().hex().into());
        put("days_before", kept.today().to_string().into());
        put("rows", self.rows.iter().map(row).collect());
        Value::Object(all).to_string()
    }
}

impl Cell {
    /// As CSV has it. A spreadsheet takes what begins with one of these signs for a formula.
    fn plain(&self) -> String {
        match self {
            Self::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
                format!("'{text}")
            }
            Self::Text(text) => text.clone(),
            Self::Number(n) => n.to_string(),
            Self::Money(amount) => amount.decimal(),
            Self::True(yes) => yes.to_string(),
            Self::Nothing => String::new(),
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(n) => (*n).into(),
            Self::Money(amount) => euro(*amount),
            Self::True(yes) => (*yes).into(),
            Self::Nothing => Value::Null,
        }
    }
}

/// Euro as a number of JSON: whole ones as an integer, `25000`, others as the number nearest to their
/// decimal text, `25000.5`. With up to 15 digits it is written as that text again.
fn euro(amount: Cents) -> Value {
    if amount.0.is_multiple_of(100) {
        return (amount.0 / 100).into();
    }
    let number = amount.decimal().parse::<f64>();
    number.map_or(Value::Null, Value::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_no_formula_and_a_comma_no_column() {
        let sheet = Sheet {
            columns: &["a", "b"],
            rows: vec![vec![
                "=HYPERLINK(\"http://x\",\"y\")".into(),
                Cell::Number(3),
            ]],
        };
        let csv = String::from_utf8(sheet.csv().unwrap()).unwrap();
        assert_eq!(
            csv,
            "a,b\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",3\r\n"
        );
    }

    #[test]
    fn money_is_a_decimal_in_csv_and_a_number_in_json() {
        for (cents, plain, json) in [
            (0, "0.00", "0"),
            (1, "0.01", "0.01"),
            (2_500_000, "25000.00", "25000"),
            (2_500_050, "25000.50", "25000.5"),
            (99_999_999_999_999, "999999999999.99", "999999999999.99"),
        ] {
            let money = Cell::Money(Cents(cents));
            assert_eq!(money.plain(), plain);
            assert_eq!(money.json().to_string(), json);
        }
    }
}
