//! How a page says things in one language: texts, dates, numbers, money.

use crate::consultation::{Cents, Text};
use crate::i18n::{self, Arg, Language};
use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

/// The languages of the pages, in the order in which they are offered.
pub const LANGUAGES: [Language; 2] = [Language::It, Language::En];

/// The voice of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Say(pub Language);

impl Say {
    /// A text; its key begins with `pages-`, which is not repeated.
    pub fn text(self, key: &str) -> String {
        i18n::text(self.0, &format!("pages-{key}"))
    }

    /// A text with values.
    pub fn with(self, key: &str, values: &[(&str, Arg)]) -> String {
        i18n::text_with(self.0, &format!("pages-{key}"), values)
    }

    /// A text that has one number, `n`.
    pub fn count(self, key: &str, n: u64) -> String {
        self.with(key, &[("n", n.into()), ("shown", self.number(n).into())])
    }

    /// A text of another area of the program, by its whole key.
    pub fn other(self, key: &str) -> String {
        i18n::text(self.0, key)
    }

    /// A text of the consultation inside a page: one that is there in Italian only says so
    /// (WCAG 2.2, 3.1.2).
    pub fn marked(self, text: &Text) -> Markup {
        match text.exact(self.0) {
            Some(own) => html! { (own) },
            None => self.as_written(text.get(Language::It)),
        }
    }

    /// What the organisers wrote in one language, which is Italian.
    pub fn as_written(self, text: &str) -> Markup {
        if self.0 == Language::It {
            html! { (text) }
        } else {
            html! { span lang=(Language::It.code()) { (text) } }
        }
    }

    /// A text of the consultation, for where nothing can be marked.
    pub fn of(self, text: &Text) -> &str {
        text.get(self.0)
    }

    /// `18 settembre 2022`
    pub fn date(self, date: NaiveDate) -> String {
        let month = self.text(&format!("month-{}", date.month()));
        self.with(
            "date",
            &[
                ("day", date.day().into()),
                ("month", month.into()),
                ("year", i64::from(date.year()).into()),
            ],
        )
    }

    /// `12.345`
    pub fn number(self, n: u64) -> String {
        let separator = match self.0 {
            Language::En => ',',
            _ => '.',
        };
        let digits = n.to_string();
        let mut out = String::new();
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                out.push(separator);
            }
            out.push(digit);
        }
        out
    }

    /// `10.000 €`, never broken between the two.
    pub fn euro(self, amount: Cents) -> String {
        i18n::euro(self.0, amount.0).replace(' ', "\u{a0}")
    }
}

/// The language that a browser asks for (RFC 9110, section 12.5.4): the first of ours with the
/// greatest weight, Italian if none is named.
pub fn wanted(accept_language: &str) -> Language {
    let mut best = (0, Language::It);
    for part in accept_language.split(',') {
        let mut pieces = part.split(';').map(str::trim);
        let tag = pieces.next().unwrap_or_default();
        let weight = pieces.find_map(|p| p.strip_prefix("q=")).unwrap_or("1");
        let Some(weight) = thousandths(weight) else {
            continue;
        };
        let code = tag.split('-').next().unwrap_or_default();
        let ours = LANGUAGES
            .into_iter()
            .find(|l| code.eq_ignore_ascii_case(l.code()));
        if let Some(language) = ours
            && weight > best.0
        {
            best = (weight, language);
        }
    }
    best.1
}

/// `0.8` in thousandths.
fn thousandths(weight: &str) -> Option<u32> {
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if !matches!(whole, "0" | "1") || part.len() > 3 || !digits(part) {
        return None;
    }
    let n: u32 = format!("{whole}{part:0<3}").parse().ok()?;
    (n <= 1000).then_some(n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_is_answered_in_its_language() {
        for (asked, answered) in [
            ("", Language::It),
            ("de-DE,de;q=0.9", Language::It),
            ("en-GB,en;q=0.9,it;q=0.8", Language::En),
            ("it-IT,it;q=0.9,en;q=0.8", Language::It),
            ("fr, en;q=0.3, it;q=0.7", Language::It),
            ("EN", Language::En),
            ("en;q=0, it;q=0", Language::It),
            ("en;q=abc", Language::It),
            ("en;q=2", Language::It),
        ] {
            assert_eq!(wanted(asked), answered, "{asked}");
        }
    }

    #[test]
    fn dates_and_numbers_are_written_as_people_write_them() {
        let (it, en) = (Say(Language::It), Say(Language::En));
        let day = |d| NaiveDate::from_ymd_opt(2022, 9, d).unwrap();
        assert_eq!(it.date(day(18)), "18 settembre 2022");
        assert_eq!(it.date(day(1)), "1º settembre 2022");
        assert_eq!(en.date(day(1)), "1 September 2022");
        assert_eq!(it.number(1_234_567), "1.234.567");
        assert_eq!(en.number(999), "999");
    }
}
