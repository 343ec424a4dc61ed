//! Every ballot of an election in a Pabulib file through the real way of a vote.

use crate::io::{read, write};
use crate::trustee::OutOf;
use anyhow::{Context, Result};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use seggio::rehearsal::election::{Asked, Progress, Rehearsed, rehearse};
use seggio::rehearsal::{CountStep, Trustees};
use seggio::tally::pabulib::{self, Election};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::Duration;

/// Put every ballot of a Pabulib file through the real way of a vote.
///
/// Made-up voters, each with a code of their own, are checked in at stations on disk; their ballots
/// are sealed, cast, sent to a real server in this process, settled, decrypted by trustees,
/// published and verified. Exit status 0 if the totals are those of the file and the package
/// verifies, 1 if not.
///
/// Of the seconds, `seal` is added up over all cores; the others are as the clock on the wall:
/// `store` from the first station to the last closing, while the sealing goes on; `tally` from the
/// server's ledger to the package; `verify` the verifier of the package.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio rehearse poland_wieliczka_2023.pb --trustees 3/5 --first 1000 --package out.zip")]
pub struct Rehearse {
    /// The election
    file: PathBuf,
    /// Trustees needed / trustees in all
    #[arg(long, value_name = "K/N", default_value = "2/3")]
    trustees: OutOf,
    /// Only so many ballots, the first of the file
    #[arg(long, value_name = "N")]
    first: Option<usize>,
    /// Write the public package
    #[arg(long, value_name = "OUT.zip")]
    package: Option<PathBuf>,
    /// Print the result as JSON
    #[arg(long)]
    json: bool,
}

/// What `--json` prints.
#[derive(Debug, Serialize)]
struct Printed<'a> {
    ballots: u64,
    votes: BTreeMap<&'a str, u64>,
    matches_file: bool,
    tally_verified: bool,
    bytes_per_ballot: u64,
    seconds: Seconds,
}

#[derive(Debug, Serialize)]
struct Seconds {
    seal: f64,
    store: f64,
    verify: f64,
    tally: f64,
}

impl Rehearse {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let named = || self.file.display().to_string();
        let election = pabulib::read(&read(&self.file)?).with_context(named)?;
        let asked = Asked {
            trustees: Trustees {
                threshold: self.trustees.threshold,
                all: self.trustees.trustees,
            },
            first: self.first,
        };
        let mut shown = progress();
        let done = rehearse(election.clone(), asked, &mut shown).with_context(named)?;
        if let Some(path) = &self.package {
            write(path, &done.package)?;
        }
        if self.json {
            let votes = election.projects.iter().map(|p| p.id.as_str());
            let printed = Printed {
                ballots: done.ballots,
                votes: votes.zip(done.votes.iter().copied()).collect(),
                matches_file: done.matches_file,
                tally_verified: done.report.ok,
                bytes_per_ballot: done.bytes_per_ballot,
                seconds: Seconds {
                    seal: seconds(done.seal),
                    store: seconds(done.store),
                    verify: seconds(done.verify),
                    tally: seconds(done.tally),
                },
            };
            println!("{}", serde_json::to_string_pretty(&printed)?);
        } else {
            print(&election, &done);
        }
        Ok(done.matches_file && done.report.ok)
    }
}

/// To the millisecond.
fn seconds(time: Duration) -> f64 {
    (time.as_secs_f64() * 1000.0).round() / 1000.0
}

/// Shows how far it is on a terminal, nothing on a pipe.
fn progress() -> impl FnMut(Progress) {
    let bar = if std::io::stderr().is_terminal() {
        let style = ProgressStyle::with_template("{bar:24} {pos}/{len} {eta} {msg}");
        ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
    } else {
        ProgressBar::hidden()
    };
    move |now| match now {
        Progress::Cast(cast, all) => {
            bar.set_length(all);
            bar.set_position(cast);
        }
        Progress::Count(step) => bar.set_message(match step {
            CountStep::Settling => "settling",
            CountStep::Decrypting => "decrypting",
            CountStep::Verifying => "verifying",
        }),
    }
}

/// Prints the result for people.
fn print(election: &Election, done: &Rehearsed) {
    println!(
        "{} ballots, {} bytes each",
        done.ballots, done.bytes_per_ballot
    );
    for (project, votes) in election.projects.iter().zip(&done.votes) {
        let name = format!("{}  {}", project.id, project.name);
        let name = name.replace(char::is_control, " ");
        println!("{votes:>10}  {}", name.trim_end());
    }
    for (what, time) in [
        ("sealing, added up over all cores", done.seal),
        ("stations: check-in, cast, closing", done.store),
        ("sending, each ballot verified", done.send),
        ("settlement, trustees, totals, package", done.tally),
        ("verification of the package", done.verify),
    ] {
        println!("{:>10.3} s  {what}", time.as_secs_f64());
    }
    println!(
        "the totals are those of the file: {}",
        yes(done.matches_file)
    );
    println!("the package verifies: {}", yes(done.report.ok));
    for check in done.report.checks.iter().filter(|c| !c.ok) {
        println!("  FAILED  {}  {}", check.name, check.detail);
    }
}

fn yes(so: bool) -> &'static str {
    if so { "yes" } else { "NO" }
}
