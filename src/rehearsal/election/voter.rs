//! Made-up voters: adults with valid codes, none like another.

use crate::identity::{CodiceFiscale, Document, DocumentKind, DocumentNumber, Validity};
use crate::station::Visit;
use chrono::NaiveDate;

/// The day on which all of them were born.
pub(in crate::rehearsal) const BIRTH: NaiveDate = date(1980);

/// The last day of their documents.
pub(in crate::rehearsal) const EXPIRY: NaiveDate = date(2035);

/// The number of their documents.
pub(in crate::rehearsal) const DOCUMENT: &str = "CA00000AA";

const fn date(year: i32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MAX,
    }
}

/// The code of the voter of this number; `None` beyond 26^6 of them.
pub(in crate::rehearsal) fn code(mut n: usize) -> Option<CodiceFiscale> {
    let mut letters = [b'A'; 6];
    for letter in letters.iter_mut().rev() {
        *letter += u8::try_from(n % 26).ok()?;
        n /= 26;
    }
    if n > 0 {
        return None;
    }
    let letters = std::str::from_utf8(&letters).ok()?;
    // Of 26 letters one agrees.
    ('A'..='Z').find_map(|c| CodiceFiscale::parse(&format!("{letters}80A01H501{c}")).ok())
}

/// The voter at the desk.
pub(super) fn visit(code: CodiceFiscale) -> Visit {
    Visit {
        code,
        computed: false,
        document: Document {
            kind: DocumentKind::ElectronicIdCard,
            number: DocumentNumber::parse(DOCUMENT).ok(),
            birth_date: BIRTH,
            validity: Validity::Until(EXPIRY),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn voters_are_valid_adults_and_distinct() {
        let codes: BTreeSet<_> = (0..2_000).map(|n| code(n).unwrap()).collect();
        assert_eq!(codes.len(), 2_000);
        assert!(codes.iter().all(|c| c.agrees_with_birth(BIRTH)));
        assert!(code(26usize.pow(6) - 1).is_some() && code(26usize.pow(6)).is_none());
        assert!(visit(code(0).unwrap()).document.number.is_some());
    }
}
