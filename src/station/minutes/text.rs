//! The minutes as text: rows of at most 76 signs, because a screen cuts what is wider.

use super::record::{Part, Record, Row, Sign, say};

/// Columns of the text.
const WIDTH: usize = 76;
/// Columns of a name in a table; its value follows.
const NAME: usize = 25;
/// Columns of a number before an answer, and the gap after it.
const NUMBER: usize = 10;

pub(super) fn text(record: &Record) -> String {
    let mut blocks = vec![
        say("minutes-title").to_uppercase(),
        [&*record.title, &*record.authority]
            .iter()
            .flat_map(|line| wrapped(line, WIDTH))
            .collect::<Vec<_>>()
            .join("\n"),
    ];
    let mut after_digest = false;
    for part in &record.parts {
        let is_digest = matches!(part, Part::Digest(..));
        let block = block(part);
        match blocks.last_mut().filter(|_| is_digest && after_digest) {
            // Digests stand together.
            Some(last) => {
                last.push('\n');
                last.push_str(&block);
            }
            None => blocks.push(block),
        }
        after_digest = is_digest;
    }
    blocks.join("\n\n") + "\n"
}

fn block(part: &Part) -> String {
    let rows: Vec<String> = match part {
        Part::Heading(heading) => vec![heading.to_uppercase()],
        Part::Table(rows) => rows.iter().flat_map(table_row).collect(),
        Part::Totals { question, rows } => wrapped(question, WIDTH)
            .chain(rows.iter().flat_map(answer))
            .collect(),
        Part::Digest(name, digest) => {
            let mut rows = vec![name.clone()];
            rows.extend(super::groups(*digest, 8));
            rows
        }
        Part::Said(said) => wrapped(said, WIDTH).collect(),
    };
    rows.join("\n")
}

/// A name, over several rows if it has to be, and behind its last one the value.
fn table_row(row: &Row) -> Vec<String> {
    let sign = match row.sign {
        Sign::None => "",
        Sign::Part => "  ",
        Sign::Equals => "= ",
        Sign::Plus => "+ ",
    };
    let indent = if row.sign == Sign::None { "" } else { "  " };
    let mut rows: Vec<String> = wrapped(&row.name, NAME - 1 - sign.len())
        .enumerate()
        .map(|(n, part)| format!("{}{part}", if n == 0 { sign } else { indent }))
        .collect();
    if let Some(last) = rows.last_mut() {
        *last = format!("{last:NAME$}{}", row.value);
    }
    rows
}

/// The number first: answers are long.
fn answer(row: &Row) -> Vec<String> {
    let parts = wrapped(&row.name, WIDTH - NUMBER).enumerate();
    parts
        .map(|(n, part)| {
            let number = if n == 0 { row.value.as_str() } else { "" };
            format!("{number:>w$}  {part}", w = NUMBER - 2)
        })
        .collect()
}

/// A text in rows of at most so many signs, broken at spaces.
fn wrapped(text: &str, width: usize) -> impl Iterator<Item = String> {
    let mut rows = vec![String::new()];
    for word in text.split_whitespace() {
        let word: String = word.chars().take(width).collect();
        let Some(row) = rows.last_mut() else { break };
        if row.is_empty() {
            row.push_str(&word);
        } else if row.chars().count() + 1 + word.chars().count() <= width {
            row.push(' ');
            row.push_str(&word);
        } else {
            rows.push(word);
        }
    }
    rows.into_iter()
}
