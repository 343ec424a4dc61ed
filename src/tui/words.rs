//! From keys and facts to words of the operator's language.

use super::clock::{self, day, hour};
use super::facts::{Notice, Value};
use super::theme::Theme;
use crate::consultation::{Area, Consultation, Reason, StationKind};
use crate::i18n::{self, Arg, Language};
use crate::identity::{CfError, DocumentKind, MrzError, NameError, NameField};
use chrono::NaiveDateTime;

/// How the operator's screens look and speak.
#[derive(Debug, Clone)]
pub struct Look {
    /// Styles and glyphs.
    pub theme: Theme,
    /// The operator's language; voters choose their own.
    pub language: Language,
}

impl Look {
    /// The text with this key.
    pub fn text(&self, key: &str) -> String {
        i18n::text(self.language, key)
    }

    /// The text with this key and these values.
    pub fn say(&self, key: &str, values: &[(&str, Arg)]) -> String {
        i18n::text_with(self.language, key, values)
    }

    /// A message in words.
    pub fn notice(&self, notice: &Notice) -> String {
        let values: Vec<(&str, Arg)> = notice
            .args
            .iter()
            .map(|(name, value)| (*name, self.value(value)))
            .collect();
        self.say(notice.key, &values)
    }

    fn value(&self, value: &Value) -> Arg {
        match value {
            Value::Text(text) => text.clone().into(),
            Value::Number(n) => (*n).into(),
            Value::Date(date) => clock::day(*date).into(),
            Value::Document(kind) => self.document(*kind).into(),
            Value::Reason(reason) => self.reason(*reason).into(),
        }
    }

    /// The name of a kind of document.
    pub fn document(&self, kind: DocumentKind) -> String {
        self.text(&format!("document-{}", kind.word()))
    }

    /// The name of a city user's reason.
    pub fn reason(&self, reason: Reason) -> String {
        self.text(&format!("reason-{}", reason.word()))
    }

    /// The name of a kind of station.
    pub fn kind(&self, kind: StationKind) -> String {
        self.text(&format!("operator-kind-{}", kind.word()))
    }

    /// How old a list is: `aggiornato alle 08:10`.
    pub fn age(&self, made: NaiveDateTime, now: NaiveDateTime) -> String {
        let at = hour(made);
        if made.date() == now.date() {
            self.say("operator-list-today", &[("hour", at.into())])
        } else {
            let values = [("date", day(made.date()).into()), ("hour", at.into())];
            self.say("operator-list-before", &values)
        }
    }

    /// The same, where the line has to be short.
    pub fn made(&self, made: NaiveDateTime, now: NaiveDateTime) -> String {
        let at = hour(made);
        let when = if made.date() == now.date() {
            at
        } else {
            format!("{}, {at}", day(made.date()))
        };
        self.say("operator-list-made", &[("when", when.into())])
    }

    /// Names of areas, as a list shows them.
    pub fn areas(areas: &[Area]) -> Vec<String> {
        areas.iter().map(|a| a.name.clone()).collect()
    }
}

/// Languages that a consultation names and that have texts.
pub fn languages(consultation: &Consultation) -> Vec<Language> {
    let named = consultation.languages.iter().copied();
    named.filter(|l| i18n::available().contains(l)).collect()
}

/// Why a code is none.
fn code_problem(error: CfError) -> Notice {
    Notice::plain(match error {
        CfError::Length => "refusal-code-length",
        CfError::Alphabet => "refusal-code-alphabet",
        CfError::Position => "refusal-code-position",
        CfError::Month => "refusal-code-month",
        CfError::Date => "refusal-code-date",
        CfError::CheckCharacter => "refusal-code-check-character",
        CfError::NumericCheckDigit => "refusal-code-numeric-check-digit",
    })
}

/// Why what was entered is neither a code nor a zone. A scanner that is set to another keyboard
/// than the laptop's writes other signs for `*` and `<`: on an Italian one `(` and `;`.
pub fn entry_problem(error: CfError, entered: &str) -> Notice {
    if entered.contains([';', '(']) {
        Notice::plain("refusal-scanner-keyboard")
    } else {
        code_problem(error)
    }
}

/// Why a machine-readable zone was not taken: which part, by the names that documents print.
pub fn zone_problem(error: MrzError) -> Notice {
    Notice::plain(match error.word() {
        "format" => "refusal-zone-format",
        "document" => "refusal-zone-document",
        "number" => "refusal-zone-number",
        "birth_date" => "refusal-zone-birth",
        "expiry_date" => "refusal-zone-expiry",
        _ => "refusal-zone",
    })
}

/// Why a text is not a name.
pub fn name_problem(error: NameError) -> Notice {
    Notice::plain(if error.field == NameField::GivenNames {
        "refusal-given-names"
    } else {
        "refusal-surname"
    })
}
