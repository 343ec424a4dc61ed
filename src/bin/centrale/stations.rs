//! How each station stands, for the office.

use anyhow::{Context, Result};
use chrono::DateTime;
use seggio::central::{self, Address, Ledger, StationReport};
use seggio::envelope::whole_file;
use std::path::Path;
use std::process::ExitCode;

/// Runs the command.
#[expect(clippy::print_stdout, reason = "what was asked for")]
pub fn run(database: &Address, json: bool, aside: Option<&Path>) -> Result<ExitCode> {
    let unusable = || format!("cannot use {database}");
    let ledger = Ledger::open_existing(database).with_context(unusable)?;
    let reports = central::stations(&ledger).with_context(unusable)?;
    if let Some(dir) = aside {
        reports.iter().try_for_each(|r| write_aside(dir, r))?;
    }
    if json {
        println!("{}", serde_json::to_string_pretty(&reports)?);
    } else {
        reports.iter().for_each(print);
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes what was put aside of a station, as it came. Links may be in it: for its owner only.
fn write_aside(dir: &Path, report: &StationReport) -> Result<()> {
    for a in &report.aside {
        let what = a.sequence.map(|s| format!("{s:06}"));
        let what = what.unwrap_or_else(|| "introduction".to_owned());
        let part = a.digest.get(..8).unwrap_or_default();
        let name = format!("{}.{what}.{}.{part}.cbor", report.station, a.why);
        std::fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
        let to = dir.join(name);
        whole_file::replace(&to, &a.bytes, 0o600)
            .with_context(|| format!("cannot write {}", to.display()))?;
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what was asked for")]
fn print(r: &StationReport) {
    let closed = if r.closed { "closed" } else { "open" };
    let (station, kind, standing, batches) = (&r.station, r.kind, r.standing, r.batches);
    let aside = r.aside.len();
    println!("{station}\t{kind}\t{standing}\t{closed}\t{batches} batches\t{aside} aside");
    for a in &r.alarms {
        let batch = a.sequence.map_or(String::new(), |s| format!(" batch {s}"));
        let last = DateTime::from_timestamp_millis(a.last).unwrap_or_default();
        let last = last.format("%F %H:%M UTC");
        println!("  {}{batch}, {} times, last {last}", a.why, a.times);
    }
    if !r.other_rotations.is_empty() {
        println!(
            "  its bundle was used on more than one computer: decide with `scrutinio station keep`"
        );
        println!("  known by the rotation {}", r.rotation);
        for other in &r.other_rotations {
            println!("  another rotation is  {other}");
        }
    }
}
