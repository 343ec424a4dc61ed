//! `seggio check cf`: one code a line.

use super::{Answers, Iso, each_line};
use ::seggio::identity::{CfError, CfWarning, CodiceFiscale, PlaceCode, Sex, place};
use anyhow::Result;
use chrono::NaiveDate;
use serde::Serialize;
use std::io::BufRead;

/// The answer in JSON. What an invalid or provisional code does not say is null.
#[derive(Serialize)]
struct Answer<'a> {
    input: &'a str,
    valid: bool,
    reason: Option<&'static str>,
    birth_date: Option<Iso>,
    sex: Option<char>,
    place_code: Option<&'a str>,
    omocodia: Option<bool>,
    warnings: Vec<&'static str>,
}

pub(super) fn check(input: impl BufRead, on: NaiveDate, answers: &mut Answers) -> Result<()> {
    each_line(input, |line| {
        let read = CodiceFiscale::parse(line);
        let code = read.as_ref().ok();
        let place = code.and_then(CodiceFiscale::place_code);
        let answer = Answer {
            input: line,
            valid: read.is_ok(),
            reason: read.as_ref().err().map(|e| e.word()),
            birth_date: code.and_then(|c| c.birth_on(on)).map(Iso),
            sex: code.and_then(CodiceFiscale::sex).map(Sex::letter),
            place_code: place.as_ref().map(PlaceCode::as_str),
            omocodia: code
                .filter(|c| !c.is_provisional())
                .map(CodiceFiscale::has_omocodia),
            warnings: code.map_or_else(Vec::new, |c| c.warnings(on).map(CfWarning::word).collect()),
        };
        answers.put(read.is_ok(), &answer, || words(line, &read, on))
    })
}

fn words(line: &str, read: &Result<CodiceFiscale, CfError>, on: NaiveDate) -> String {
    let code = match read {
        Ok(code) => code,
        Err(error) => return format!("{line}: not valid: {error}"),
    };
    let birth = code.birth_on(on);
    let place = code.place_code().map(|place_code| {
        place::named_on(place_code, birth).map_or_else(
            || place_code.to_string(),
            |p| format!("{} ({place_code}, {})", p.name, p.province),
        )
    });
    let mut words = vec!["valid".to_owned()];
    words.extend(birth.map(|birth| format!("born {birth}")));
    words.extend(code.sex().map(|sex| sex.letter().to_string()));
    words.extend(place);
    words.extend(code.has_omocodia().then(|| "omocodia".to_owned()));
    words.extend(code.warnings(on).map(|w| format!("warning: {}", w.word())));
    format!("{line}: {}", words.join(", "))
}
