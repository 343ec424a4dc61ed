//! Single values: what TOML wrote to a type that cannot be wrong, or a message that says what was
//! expected and what was found.

use crate::consultation::Cents;
use crate::i18n::Language;
use chrono::NaiveDate;
use std::ops::RangeInclusive;
use toml_span::value::ValueInner;

/// Ten billion euro: far above any budget, far below where sums of cents could overflow.
const MOST_CENTS: u64 = 1_000_000_000_000;

/// The longest id: what fits into a column of open data and of a screen.
const LONGEST_ID: usize = 40;

/// A text in quotes that is not blank and can be shown on a terminal.
pub(super) fn text(value: ValueInner<'_>) -> Result<String, String> {
    let text = string(value, "a text in quotes")?;
    if text.trim().is_empty() {
        return Err("expected a text, found an empty one".to_owned());
    }
    // Escape sequences could take over the terminal that shows the text.
    if text.chars().any(char::is_control) {
        return Err(format!(
            "expected one line without control characters, found {text:?}"
        ));
    }
    Ok(text)
}

/// A short stable name: 1 to 40 of a-z, 0-9 and `-`.
pub(super) fn slug(value: ValueInner<'_>) -> Result<String, String> {
    id(
        value,
        "a short name of a-z, 0-9 and -",
        |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'),
    )
}

/// A Belfiore code, or the short name of a quartiere.
pub(super) fn area_code(value: ValueInner<'_>) -> Result<String, String> {
    id(
        value,
        "a Belfiore code such as \"B812\", or a short name of a-z, 0-9 and -",
        |b| b.is_ascii_alphanumeric() || b == b'-',
    )
}

fn id(
    value: ValueInner<'_>,
    expected: &str,
    allowed: impl Fn(u8) -> bool,
) -> Result<String, String> {
    let id = string(value, expected)?;
    let fits = (1..=LONGEST_ID).contains(&id.len()) && !id.starts_with('-');
    if fits && id.bytes().all(allowed) {
        Ok(id)
    } else {
        Err(format!(
            "expected {expected}, at most {LONGEST_ID} long, found {id:?}"
        ))
    }
}

/// A day as `"2022-10-18"`.
pub(super) fn date(value: ValueInner<'_>) -> Result<NaiveDate, String> {
    const EXPECTED: &str = "an existing day such as \"2022-10-18\"";
    let text = string(value, EXPECTED)?;
    NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .ok()
        // The parser also takes `2022-9-1` and `+2022-09-01`.
        .filter(|day| day.format("%Y-%m-%d").to_string() == text)
        .ok_or_else(|| format!("expected {EXPECTED}, found {text:?}"))
}

/// Euro and cents as `"25000.00"`. Never a float: it could lose a cent.
pub(super) fn money(value: ValueInner<'_>) -> Result<Cents, String> {
    const EXPECTED: &str = "an amount of euro in quotes such as \"25000.00\"";
    let text = string(value, EXPECTED)?;
    Cents::parse(&text)
        .filter(|cents| cents.0 <= MOST_CENTS)
        .ok_or_else(|| format!("expected {EXPECTED}, found {text:?}"))
}

/// `true` or `false`.
pub(super) fn yes_no(value: ValueInner<'_>) -> Result<bool, String> {
    match value {
        ValueInner::Boolean(yes) => Ok(yes),
        other => Err(format!("expected true or false, found {}", shown(&other))),
    }
}

/// A whole number in a range.
pub(super) fn number(range: RangeInclusive<u32>) -> impl Fn(ValueInner<'_>) -> Result<u32, String> {
    move |value| {
        let number = match value {
            ValueInner::Integer(number) => u32::try_from(number).ok(),
            _ => None,
        };
        number.filter(|n| range.contains(n)).ok_or_else(|| {
            let (from, to) = (range.start(), range.end());
            let expected = if *to == u32::MAX {
                format!("at least {from}")
            } else {
                format!("from {from} to {to}")
            };
            format!(
                "expected a whole number, {expected}, found {}",
                shown(&value)
            )
        })
    }
}

/// A language by its code.
pub(super) fn language(value: ValueInner<'_>) -> Result<Language, String> {
    word(Language::ALL.map(|l| (l.code(), l)))(value)
}

/// One of some words.
pub(super) fn word<T, const N: usize>(
    words: [(&'static str, T); N],
) -> impl Fn(ValueInner<'_>) -> Result<T, String>
where
    T: Copy,
{
    move |value| {
        let known = words.map(|(word, _)| word);
        let text = string(value, &format!("one of {}", known.join(", ")))?;
        let found = words.iter().find(|(word, _)| *word == text);
        found
            .map(|(_, meaning)| *meaning)
            .ok_or_else(|| unknown(&text, known))
    }
}

/// The message for a word that is not one of some.
pub(super) fn unknown<const N: usize>(found: &str, known: [&str; N]) -> String {
    format!("expected one of {}, found {found:?}", known.join(", "))
}

fn string(value: ValueInner<'_>, expected: &str) -> Result<String, String> {
    match value {
        ValueInner::String(text) => Ok(text.into_owned()),
        other => Err(format!("expected {expected}, found {}", shown(&other))),
    }
}

/// What a value is, for messages.
pub(super) fn shown(value: &ValueInner<'_>) -> String {
    match value {
        ValueInner::String(text) => format!("\"{}\"", text.escape_debug()),
        ValueInner::Integer(number) => number.to_string(),
        ValueInner::Float(number) => format!("{number:?}"),
        ValueInner::Boolean(yes) => yes.to_string(),
        ValueInner::Array(_) => "a list".to_owned(),
        ValueInner::Table(_) => "a table".to_owned(),
    }
}
