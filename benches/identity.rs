//! What a code costs: `cargo bench --bench identity`.
//!
//! Prints, on one core, full checks a second (reading, date of birth, doubts with the place of
//! birth looked up) on a mix of valid codes, omocodes and wrong codes, then their parts, codes
//! computed, and places found by name. Read the ratios; the times are this machine's.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on must stop"
)]

use chrono::{Days, NaiveDate};
use seggio::identity::{CodiceFiscale, Names, PersonalData, PlaceCode, Sex, place};
use std::hint::black_box;
use std::time::Instant;

const PEOPLE: usize = 100_000;
const SURNAMES: [&str; 6] = [
    "Rossi",
    "De Luca",
    "Fo",
    "D'Angelo",
    "Müller",
    "Łukasiewicz",
];
const GIVEN_NAMES: [&str; 6] = ["Maria Sole", "Gianfranco", "Noè", "Al", "Anna", "Zoë"];
const NUMERIC: [usize; 7] = [14, 13, 12, 10, 9, 7, 6];

/// The best of five runs: how many a second.
fn rate(what: &str, many: usize, mut work: impl FnMut()) -> f64 {
    let best = (0..5)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .min()
        .unwrap();
    #[expect(clippy::cast_precision_loss, reason = "a figure to read")]
    let rate = many as f64 / best.as_secs_f64();
    println!("{what:<28}{rate:>14.0} a second");
    rate
}

/// People of all ages and places, one after another without a pattern (multiples of primes).
fn people() -> Vec<PersonalData> {
    let places: Vec<PlaceCode> = ('A'..='Z')
        .flat_map(|letter| (0..1000).map(move |n| format!("{letter}{n:03}")))
        .filter_map(|code| PlaceCode::parse(&code).ok())
        .filter(|code| !place::by_code(*code).is_empty())
        .collect();
    let first = NaiveDate::from_ymd_opt(1915, 1, 1).unwrap();
    (0..PEOPLE)
        .map(|i| PersonalData {
            names: Names::parse(SURNAMES[i % 6], GIVEN_NAMES[i / 6 % 6]).unwrap(),
            birth: first + Days::new(i as u64 * 7_919 % 40_000),
            sex: [Sex::Female, Sex::Male][i / 3 % 2],
            place: places[i * 7_907 % places.len()],
        })
        .collect()
}

/// Of ten codes one is an omocode, one has a wrong character, one is in lower case with spaces,
/// one has 11 digits.
fn written(i: usize, code: &str) -> String {
    let mut bytes = code.as_bytes().to_vec();
    match i % 10 {
        0 => {
            for position in &NUMERIC[..=i / 10 % 7] {
                bytes[*position] = b"LMNPQRSTUV"[usize::from(bytes[*position] - b'0')];
            }
            (b'A'..=b'Z')
                .map(|check| {
                    bytes[15] = check;
                    String::from_utf8_lossy(&bytes).into_owned()
                })
                .find(|code| CodiceFiscale::parse(code).is_ok())
                .unwrap()
        }
        1 => {
            bytes[i / 10 % 15] = b'K';
            String::from_utf8_lossy(&bytes).into_owned()
        }
        2 => format!(" {} {} ", &code[..6], &code[6..]).to_lowercase(),
        3 => format!("{i:010}7"),
        _ => code.to_owned(),
    }
}

/// The check character and nothing else, as the least that any check must do.
fn check_character_agrees(code: &str) -> bool {
    const ODD: [u16; 26] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24,
        23,
    ];
    let sum: u16 = code
        .bytes()
        .take(15)
        .map(|b| b.wrapping_sub(if b.is_ascii_digit() { b'0' } else { b'A' }))
        .enumerate()
        .map(|(i, v)| match i % 2 {
            0 => ODD.get(usize::from(v)).copied().unwrap_or(0),
            _ => u16::from(v),
        })
        .sum();
    code.as_bytes().get(15).copied().map(u16::from) == Some(sum % 26 + u16::from(b'A'))
}

fn main() {
    let on = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let begun = Instant::now();
    let people = people();
    let codes: Vec<CodiceFiscale> = people
        .iter()
        .map(|person| CodiceFiscale::compute(person).unwrap().code)
        .collect();
    let mix: Vec<String> = codes
        .iter()
        .enumerate()
        .map(|(i, code)| written(i, code.as_str()))
        .collect();
    println!("{PEOPLE} people made in {:.2?}", begun.elapsed());
    let valid = mix.iter().filter(|c| CodiceFiscale::parse(c).is_ok());
    println!("{} of the mix are valid", valid.count());

    let full = rate("full checks, mix", PEOPLE, || {
        for text in &mix {
            let Ok(code) = CodiceFiscale::parse(black_box(text)) else {
                continue;
            };
            black_box((code.birth_on(on), code.sex(), code.warnings(on).count()));
        }
    });
    rate("full checks, valid codes", PEOPLE, || {
        for known in &codes {
            let code = CodiceFiscale::parse(black_box(known.as_str())).unwrap();
            black_box((code.birth_on(on), code.sex(), code.warnings(on).count()));
        }
    });
    let read = rate("reading alone, mix", PEOPLE, || {
        for text in &mix {
            let _ = black_box(CodiceFiscale::parse(black_box(text)));
        }
    });
    let least = rate("check character alone", PEOPLE, || {
        for text in &mix {
            black_box(check_character_agrees(black_box(text)));
        }
    });
    let compute = rate("computing", PEOPLE, || {
        for person in &people {
            let _ = black_box(CodiceFiscale::compute(black_box(person)));
        }
    });
    let names: Vec<_> = people
        .iter()
        .filter_map(|person| place::named_on(person.place, Some(person.birth)))
        .collect();
    rate("places by name", names.len(), || {
        for there in &names {
            let _ = black_box(place::resolve(
                black_box(there.name),
                Some(there.province),
                Some(there.from),
            ));
        }
    });
    rate("searches of a form", 200, || {
        for there in &names[..200] {
            black_box(place::search(black_box(&there.name[..3]), 8));
        }
    });
    println!("check character / full check  {:>6.2}", least / full);
    println!("reading / full check          {:>6.2}", read / full);
    println!("full check / computing        {:>6.2}", full / compute);
}
