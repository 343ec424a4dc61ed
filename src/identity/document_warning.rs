//! What is unusual in a document: to be looked at again, never a reason to refuse it.

use super::{Document, DocumentKind, Validity};
use chrono::{Datelike, Months, NaiveDate};

/// Something that the operator should look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentWarning {
    /// Numbers of this kind usually have this other shape: `A` any letter, `0` any digit, `*`
    /// either of them.
    Shape(&'static str),
    /// Electronic cards expire on a birthday of the holder.
    ExpiryNotOnBirthday,
    /// It expires later than if it had been issued today.
    TooLong,
}

impl DocumentWarning {
    /// The word used in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shape(_) => "shape",
            Self::ExpiryNotOnBirthday => "expiry-not-on-birthday",
            Self::TooLong => "too-long",
        }
    }
}

impl Document {
    /// What is unusual in it on a day.
    pub fn warnings(&self, on: NaiveDate) -> Vec<DocumentWarning> {
        let shape = self
            .number
            .as_ref()
            .and_then(|n| n.shape_warning(self.kind));
        let expiry = match self.validity {
            Validity::Until(expiry) => Some(expiry),
            Validity::Seen | Validity::Unlimited => None,
        };
        let not_on_birthday = expiry.is_some_and(|e| {
            self.kind == DocumentKind::ElectronicIdCard && !is_birthday(e, self.birth_date)
        });
        let too_long = expiry.zip(latest_expiry(self.kind, on));
        [
            shape.map(DocumentWarning::Shape),
            not_on_birthday.then_some(DocumentWarning::ExpiryNotOnBirthday),
            too_long.and_then(|(e, latest)| (e > latest).then_some(DocumentWarning::TooLong)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Documents issued or renewed since DL 5/2012 (art. 7) expire on the birthday that follows the
/// day on which they would have expired. Who was born on 29 February may find either day beside it.
fn is_birthday(day: NaiveDate, birth: NaiveDate) -> bool {
    let of = |d: NaiveDate| (d.month(), d.day());
    of(day) == of(birth) || (of(birth) == (2, 29) && matches!(of(day), (2, 28) | (3, 1)))
}

/// The expiry of what is issued on a day, where a rule is known: ten years for the electronic card
/// (DL 112/2008 art. 31), and to the birthday that follows; ten for the passport (L. 1185/1967
/// art. 17).
fn latest_expiry(kind: DocumentKind, issued: NaiveDate) -> Option<NaiveDate> {
    let years = match kind {
        DocumentKind::ElectronicIdCard => 11,
        DocumentKind::Passport => 10,
        _ => return None,
    };
    issued.checked_add_months(Months::new(12 * years))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::DocumentNumber;
    use DocumentKind as K;
    use DocumentWarning as W;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn warnings(kind: K, number: &str, birth: &str, expiry: &str) -> Vec<W> {
        let document = Document {
            kind,
            number: DocumentNumber::parse(number).ok(),
            birth_date: day(birth),
            validity: Validity::Until(day(expiry)),
        };
        document.warnings(day("2022-09-18"))
    }

    #[test]
    fn the_shape_depends_on_the_kind() {
        let born = "1991-04-08";
        let card = |number| warnings(K::ElectronicIdCard, number, born, "2031-04-08");
        assert_eq!(card("CA00000AA"), []);
        assert_eq!(card("AX1234567"), [W::Shape("CA00000AA")]);
        assert_eq!(card(""), [], "not taken down");
        assert_eq!(
            warnings(K::PaperIdCard, "AX1234567", born, "2031-04-08"),
            []
        );
    }

    #[test]
    fn the_electronic_card_expires_on_a_birthday() {
        for (birth, expiry, usual) in [
            ("1991-04-08", "2031-04-08", true),
            ("1991-04-08", "2031-04-07", false),
            ("1991-04-08", "2031-08-04", false),
            ("1992-02-29", "2028-02-29", true),
            ("1992-02-29", "2031-02-28", true),
            ("1992-02-29", "2031-03-01", true),
            ("1992-02-28", "2031-03-01", false),
        ] {
            let found = warnings(K::ElectronicIdCard, "CA00000AA", birth, expiry);
            assert_eq!(found.is_empty(), usual, "{birth} {expiry}");
            let passport = warnings(K::Passport, "YA1234567", birth, expiry);
            assert_eq!(passport, [], "a passport expires on any day");
        }
    }

    #[test]
    fn nothing_is_valid_longer_than_if_issued_today() {
        for (kind, expiry, usual) in [
            (K::Passport, "2032-09-18", true),
            (K::Passport, "2032-09-19", false),
            // Issued today, the day before the birthday: ten years and a day.
            (K::ElectronicIdCard, "2032-09-19", true),
            (K::ElectronicIdCard, "2033-09-19", false),
            (K::ForeignPassport, "2052-09-19", true),
            (K::Equivalent, "2052-09-19", true),
        ] {
            let found = warnings(kind, "", "1991-09-19", expiry);
            assert_eq!(found.is_empty(), usual, "{kind:?} {expiry}");
            assert!(usual || found == [W::TooLong]);
        }
    }

    #[test]
    fn without_a_date_there_is_nothing_to_say_of_it() {
        for validity in [Validity::Seen, Validity::Unlimited] {
            let document = Document {
                kind: K::ElectronicIdCard,
                number: None,
                birth_date: day("1991-04-08"),
                validity,
            };
            assert_eq!(document.warnings(day("2022-09-18")), []);
        }
    }
}
