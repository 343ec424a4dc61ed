//! `seggio check mrz`: two or three lines a document.

use super::{Answers, Iso, each_line};
use ::seggio::identity::{Mrz, MrzError};
use anyhow::Result;
use chrono::NaiveDate;
use serde::Serialize;
use std::io::BufRead;

/// Lines of a document that are kept: more than any zone has, so that there are too many.
const KEPT: usize = 4;

/// The answer in JSON. All but `valid` and `reason` is null for what is not valid.
#[derive(Serialize)]
struct Answer<'a> {
    valid: bool,
    reason: Option<&'static str>,
    format: Option<&'static str>,
    document: Option<&'a str>,
    issuer: Option<&'a str>,
    number: Option<&'a str>,
    surname: Option<&'a str>,
    given_names: Option<&'a str>,
    nationality: Option<&'a str>,
    birth_date: Option<Iso>,
    sex: Option<char>,
    expiry_date: Option<Iso>,
}

pub(super) fn check(input: impl BufRead, on: NaiveDate, answers: &mut Answers) -> Result<()> {
    let mut lines: Vec<String> = Vec::new();
    let mut which = 0;
    let mut document = |lines: &mut Vec<String>| {
        if lines.is_empty() {
            return Ok(());
        }
        which += 1;
        let zone: Vec<&str> = lines.iter().map(String::as_str).collect();
        let read = Mrz::read(&zone, on);
        lines.clear();
        answers.put(read.is_ok(), &answer(&read), || words(which, &read))
    };
    each_line(input, |line| {
        if line.trim().is_empty() {
            document(&mut lines)?;
        } else if lines.len() < KEPT {
            lines.push(line.to_owned());
        }
        Ok(())
    })?;
    document(&mut lines)
}

fn answer(read: &Result<Mrz, MrzError>) -> Answer<'_> {
    let zone = read.as_ref().ok();
    let text = |of: fn(&Mrz) -> &String| zone.map(|z| of(z).as_str());
    Answer {
        valid: read.is_ok(),
        reason: read.as_ref().err().map(|e| e.word()),
        format: zone.map(|z| z.format.word()),
        document: text(|z| &z.document),
        issuer: text(|z| &z.issuer),
        number: text(|z| &z.number),
        surname: text(|z| &z.surname),
        given_names: text(|z| &z.given_names),
        nationality: text(|z| &z.nationality),
        birth_date: zone.map(|z| Iso(z.birth_date)),
        sex: zone.map(|z| z.sex.letter()),
        expiry_date: zone.map(|z| Iso(z.expiry_date)),
    }
}

fn words(which: usize, read: &Result<Mrz, MrzError>) -> String {
    match read {
        Ok(z) => format!(
            "{which}: valid, {} {} {} {}, {} {}, {}, born {}, {}, expires {}",
            z.format.word(),
            z.document,
            z.issuer,
            z.number,
            z.surname,
            z.given_names,
            z.nationality,
            z.birth_date,
            z.sex.letter(),
            z.expiry_date
        ),
        Err(error) => format!("{which}: not valid: {error}"),
    }
}
