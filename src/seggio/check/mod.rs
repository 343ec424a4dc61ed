//! `seggio check`: codes and zones from standard input, one answer each.

mod cf;
mod mrz;

use anyhow::{Context, Result};
use chrono::{Local, NaiveDate};
use clap::Subcommand;
use serde::{Serialize, Serializer};
use std::io::{self, BufRead, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};
use std::process::ExitCode;

/// What is checked.
#[derive(Subcommand)]
pub enum Check {
    /// Codici fiscali, one a line.
    ///
    /// Example: `echo RSSMRA80E52B812S | seggio check cf --json`
    Cf(How),
    /// Machine-readable zones of documents: two or three lines each, a blank line between two.
    ///
    /// Example: `seggio check mrz --on 2022-09-18 < zones.txt`
    Mrz(How),
}

/// On which day, and how to answer.
#[derive(clap::Args)]
pub struct How {
    /// The day that decides the century of a birth; today if not said.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<NaiveDate>,
    /// Print one JSON object a line.
    #[arg(long)]
    json: bool,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text
        .parse()
        .ok()
        .filter(|day: &NaiveDate| day.to_string() == text);
    day.ok_or_else(|| "a day such as 2022-09-18".to_owned())
}

/// Checks all of standard input. Exit status 1 if anything was not valid.
pub fn run(check: &Check) -> Result<ExitCode> {
    let (Check::Cf(how) | Check::Mrz(how)) = check;
    let on = how.on.unwrap_or_else(|| Local::now().date_naive());
    let input = io::stdin().lock();
    let mut answers = Answers::new(how.json);
    let done = match check {
        Check::Cf(_) => cf::check(input, on, &mut answers),
        Check::Mrz(_) => mrz::check(input, on, &mut answers),
    };
    match done.and_then(|()| answers.out.flush().context(STANDARD_OUTPUT)) {
        // Whoever was reading has seen enough.
        Err(e) if is_broken_pipe(&e) => {}
        done => done?,
    }
    Ok(if answers.all_valid {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}

const STANDARD_OUTPUT: &str = "standard output";

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<io::Error>();
    io.is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
}

/// Standard output, and whether all was valid so far.
struct Answers {
    out: BufWriter<StdoutLock<'static>>,
    json: bool,
    /// Somebody types and waits for each answer.
    live: bool,
    all_valid: bool,
}

impl Answers {
    fn new(json: bool) -> Self {
        let stdout = io::stdout().lock();
        Self {
            live: stdout.is_terminal(),
            out: BufWriter::with_capacity(1 << 16, stdout),
            json,
            all_valid: true,
        }
    }

    /// One answer: as JSON, or in words.
    fn put(
        &mut self,
        valid: bool,
        json: &impl Serialize,
        words: impl Fn() -> String,
    ) -> Result<()> {
        self.all_valid &= valid;
        let written = if self.json {
            serde_json::to_writer(&mut self.out, json).map_err(io::Error::from)
        } else {
            // What came from outside does not steer the terminal.
            let line = words().replace(char::is_control, "\u{fffd}");
            self.out.write_all(line.as_bytes())
        };
        let written = written.and_then(|()| self.out.write_all(b"\n"));
        let flushed = if self.live {
            written.and_then(|()| self.out.flush())
        } else {
            written
        };
        flushed.context(STANDARD_OUTPUT)
    }
}

/// Calls with every line, without its end; bytes that are no UTF-8 are replaced.
fn each_line(mut input: impl BufRead, mut line: impl FnMut(&str) -> Result<()>) -> Result<()> {
    let mut bytes = Vec::new();
    let mut first = true;
    while input
        .read_until(b'\n', &mut bytes)
        .context("standard input")?
        > 0
    {
        let text = bytes.strip_suffix(b"\n").unwrap_or(&bytes);
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        // The mark of UTF-8 with which some editors begin a file is not part of its first line.
        let mark = text.strip_prefix("\u{feff}".as_bytes());
        let text = mark.filter(|_| std::mem::take(&mut first)).unwrap_or(text);
        first = false;
        line(&String::from_utf8_lossy(text))?;
        bytes.clear();
    }
    Ok(())
}

/// A date as YYYY-MM-DD.
struct Iso(NaiveDate);

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}
