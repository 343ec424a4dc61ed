//! `scrutinio settle`: what people who voted twice require, and its report.

use crate::closing::Closing;
use crate::count::examined;
use crate::io::{SecretSource, bytes_of, write};
use crate::kit::KIT_PASSPHRASE;
use anyhow::{Context, Result};
use clap::Args;
use seggio::authority::{Kit, WebFile};
use seggio::consultation::{Channel, Duplicates, Within};
use seggio::envelope::whole_file;
use seggio::identity::{Pseudonym, RollKey};
use seggio::tally::settlement::{Removal, SettledStation, Settlement};
use seggio::tally::{self, Examined, settlement};
use std::fs::File;
use std::path::{Path, PathBuf};

/// Leave out what people who voted twice require.
///
/// Opens the links of people whose ballots the declared policy leaves out, and no other. Where
/// people voted on the web, their list must be on the board first: `scrutinio web-list`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  \
    scrutinio settle --kit kit export.zip --out settlement.cose\n  \
    scrutinio settle --kit kit export.zip --web-voters web.csv --web-dropped not-counted.csv \\\n      \
    --out settlement.cose")]
pub struct Settle {
    /// The authority's kit
    #[arg(long, value_name = "DIR")]
    kit: PathBuf,
    /// What `centrale export` wrote
    export: PathBuf,
    /// The CSV of web voters, to be sure that the list on the board is of the same people
    #[arg(long, value_name = "FILE.csv")]
    web_voters: Option<PathBuf>,
    /// Where to write the codici fiscali whose web vote does not count, for the web platform
    #[arg(long, value_name = "FILE.csv", requires = "web_voters")]
    web_dropped: Option<PathBuf>,
    /// Where to write the settlement
    #[arg(long, value_name = "SETTLEMENT")]
    out: PathBuf,
    /// Replace a settlement that this kit made before: trustees who gave their part for that one
    /// cannot give another
    #[arg(long)]
    again: bool,
    #[command(flatten)]
    closing: Closing,
    #[command(flatten)]
    secrets: SecretSource,
}

impl Settle {
    /// Runs the command.
    pub fn run(&self) -> Result<bool> {
        let kit = Kit::open(&self.kit)?;
        let passphrase = self.secrets.open()?.ask(KIT_PASSPHRASE)?;
        let keys = kit.settlement_keys(&passphrase)?;
        let (_, examined) = examined(&self.export)?;
        if !self.closing.known(&examined) {
            return Ok(false);
        }
        let web = match &self.web_voters {
            None => None,
            Some(path) => {
                let file = read_web(path, &kit.secrets(&passphrase)?.roll_key)?;
                if !same_people(&file, &examined) {
                    return Ok(false);
                }
                Some(file)
            }
        };
        if let (None, Some(list)) = (&web, &examined.web) {
            println!(
                "web voters: the {} of the list on the board, {}",
                list.voters, list.list
            );
        }
        let settled = tally::settle(&examined, &keys)?;
        let opened = settlement::open(&examined, settled.signed.bytes())?;
        kit.keep_settlement(settled.signed.digest(), self.again)?;
        write(&self.out, settled.signed.bytes())?;
        print(opened.settlement());
        if settled.twice_on_paper > 0 {
            println!(
                "on paper more than once: {} people; slips cannot be taken back, and all count",
                settled.twice_on_paper
            );
        }
        if let (Some(path), Some(web)) = (&self.web_dropped, &web) {
            write_dropped(path, web, &settled.dropped)?;
            println!("{}: for the web platform; it holds persons", path.display());
        }
        println!("settlement {}", settled.signed.digest());
        println!("Publish it; then destroy the links: scrutinio purge");
        Ok(true)
    }
}

/// Reads the CSV; lines that are no code are listed.
fn read_web(path: &Path, roll_key: &RollKey) -> Result<WebFile> {
    let csv = File::open(path).with_context(|| path.display().to_string())?;
    let file = WebFile::read(csv, roll_key, &mut bytes_of(path)?)?;
    for row in &file.rejected {
        println!("line {}: {}", row.line, row.reason);
    }
    Ok(file)
}

/// Whether the people in the CSV are those of the list on the board; says what to do if not.
fn same_people(file: &WebFile, examined: &Examined) -> bool {
    let Some(people) = examined.web.as_ref().and_then(|w| w.people.as_ref()) else {
        eprintln!(
            "scrutinio: this export holds no list of web voters. It goes on the board before any \
             link is opened: make it with `scrutinio web-list`, give it to `centrale receive`, \
             then `centrale export` again"
        );
        return false;
    };
    let missing = people.iter().filter(|p| !file.people.contains_key(p));
    let extra = file.people.keys().filter(|p| !people.contains(p));
    let (missing, extra) = (missing.count(), extra.count());
    if (missing, extra) == (0, 0) {
        return true;
    }
    eprintln!(
        "scrutinio: the CSV is not of the people on the board: {missing} who are on the board are \
         not in it, and {extra} of it are not on the board. Nothing was opened; take the CSV that \
         the list was made from"
    );
    false
}

/// Only its owner reads it.
fn write_dropped(path: &Path, web: &WebFile, dropped: &[Pseudonym]) -> Result<()> {
    let mut codes: Vec<&str> = dropped
        .iter()
        .filter_map(|p| Some(web.people.get(p)?.as_str()))
        .collect();
    codes.sort_unstable();
    let lines = std::iter::once("codice_fiscale").chain(codes);
    let csv: String = lines.flat_map(|line| [line, "\r\n"]).collect();
    whole_file::replace(path, csv.as_bytes(), 0o600).with_context(|| path.display().to_string())
}

fn print(s: &Settlement) {
    print_policy(&s.policy);
    println!(
        "{:<24} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "station", "people", "ballots", "paper", "left out", "counted"
    );
    let total = |of: fn(&SettledStation) -> u64| s.stations.iter().map(of).sum::<u64>();
    for station in &s.stations {
        row(
            station.station.as_str(),
            station.presence,
            station.ballots,
            station.paper,
            left_out(station),
        );
    }
    row(
        "all stations",
        total(|s| s.presence),
        total(|s| s.ballots),
        total(|s| s.paper),
        total(left_out),
    );
    for station in &s.stations {
        for (reason, count) in &station.removed {
            println!("left out at {}: {count}, {reason}", station.station);
        }
    }
    for reason in Removal::ALL {
        let count = s.removed.iter().filter(|r| r.reason == reason).count();
        if count > 0 {
            println!("left out in all: {count}, {reason}");
        }
    }
    match &s.web {
        None => println!("web: no list of web voters"),
        Some(web) => println!(
            "web: {} voters, {} not counted because of a vote in person, {} counted; list {}",
            web.voters,
            web.dropped,
            web.voters.saturating_sub(web.dropped),
            web.list
        ),
    }
}

fn row(name: &str, people: u64, ballots: u64, paper: u64, out: u64) {
    let counted = ballots.saturating_sub(out);
    println!("{name:<24} {people:>8} {ballots:>8} {paper:>8} {out:>8} {counted:>8}");
}

fn left_out(station: &SettledStation) -> u64 {
    station.removed.iter().map(|(_, count)| count).sum()
}

fn print_policy(policy: &Duplicates) {
    let channel = match policy.channel {
        Channel::InPerson => "who voted on the web and in person: the vote in person counts",
        Channel::Web => "who voted on the web and in person: the web vote counts",
    };
    let within = match policy.within {
        Within::First => "who voted more than once in person: the first vote counts",
        Within::None => "who voted more than once in person: no vote counts",
    };
    println!("policy: {channel};");
    println!("        {within};");
    println!("        a vote on paper cannot be taken back, and the others of that person go");
}
