//! Zones of ICAO's specimens and made-up ones, right and wrong.

mod made;
mod specimens;
mod wrong;

pub(in crate::identity) use made::made;

use super::*;

/// TD1 of part 5, appendix B.
const CARD: [&str; 3] = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
];

/// TD2 of part 6, appendix B.
const LARGER_CARD: [&str; 2] = [
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<",
    "D231458907UTO7408122F1204159<<<<<<<6",
];

/// TD3 of part 4, appendix B.
const PASSPORT: [&str; 2] = [
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
];

/// TD1 with a number of twelve characters: part 5, appendix B.
const LONG_NUMBER: [&str; 3] = [
    "I<UTOD23145890<7349<<<<<<<<<<<",
    "3407127M9507122UTO<<<<<<<<<<<2",
    "STEVENSON<<PETER<JOHN<<<<<<<<<",
];

/// Italy's specimen of the electronic identity card.
const ITALIAN_CARD: [&str; 3] = [
    "C<ITACA00000AA4<<<<<<<<<<<<<<<",
    "6412308F2212304ITA<<<<<<<<<<<0",
    "ROSSI<<BIANCA<<<<<<<<<<<<<<<<<",
];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn on() -> NaiveDate {
    day("2022-09-18")
}

fn read(lines: &[&str]) -> Result<Mrz, MrzError> {
    Mrz::read(lines, on())
}
