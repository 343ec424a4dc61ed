//! The minutes on the paper of a slip printer, with room for signatures.

use super::record::{Part, Record, Row, Sign, say};
use crate::printer::{Paper, Style};

pub(super) fn strip(record: &Record) -> Paper {
    let mut paper = Paper::new()
        .write(say("minutes-title"), Style::Title)
        .gap()
        .write(record.title.clone(), Style::Strong)
        .text(record.authority.clone());
    for part in &record.parts {
        paper = paper.gap();
        paper = match part {
            Part::Heading(heading) => paper.write(heading.clone(), Style::Strong),
            Part::Table(rows) => table(paper, rows),
            Part::Totals { question, rows } => {
                table(paper.write(question.clone(), Style::Strong), rows)
            }
            Part::Digest(name, digest) => super::groups(*digest, 4)
                .into_iter()
                .fold(paper.write(name.clone(), Style::Strong), Paper::text),
            Part::Said(said) => paper.text(said.clone()),
        };
    }
    if let Some(digest) = record.digest {
        paper = paper.gap().text(say("minutes-qr")).gap().qr(digest.hex());
    }
    for who in ["minutes-president", "minutes-operators", ""] {
        let who = if who.is_empty() {
            who.to_owned()
        } else {
            say(who)
        };
        paper = paper.gap().text(who).gap().rule();
    }
    paper
}

fn table(paper: Paper, rows: &[Row]) -> Paper {
    rows.iter().fold(paper, |paper, row| {
        let name = match row.sign {
            Sign::None => row.name.clone(),
            Sign::Part => format!("  {}", row.name),
            Sign::Equals => format!("= {}", row.name),
            Sign::Plus => format!("+ {}", row.name),
        };
        paper.pair(name, row.value.clone())
    })
}
