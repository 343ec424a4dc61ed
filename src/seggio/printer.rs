//! Commands on paper: the printer of a station, and the minutes of a closed day.

use super::offline::Opened;
use super::say;
use ::seggio::i18n::{Language, text, text_with};
use ::seggio::printer::{Columns, Device, Limits, Paper, Style, bytes};
use ::seggio::station::{Settings, Station};
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::ExitCode;

/// What the code of the test paper says.
const TEST: &str = "SEGGIO";

#[derive(clap::Args)]
pub struct Setup {
    /// The station's folder.
    #[arg(long, value_name = "DIR")]
    station: PathBuf,
    /// A device such as /dev/usb/lp0, a network printer as HOST:PORT, or none.
    #[arg(long, value_name = "DEVICE")]
    to: Option<String>,
    /// Signs in a row: 32 on 58 mm paper, 42 or 48 on 80 mm paper.
    #[arg(long, value_name = "N")]
    columns: Option<u32>,
    /// Print a test paper.
    #[arg(long)]
    test: bool,
}

/// Writes the settings if any are given, and prints a test paper if asked to.
pub fn set_up(setup: &Setup) -> Result<ExitCode> {
    let dir = &setup.station;
    Station::operators(dir).with_context(|| format!("no station in {}", dir.display()))?;
    let mut settings = Settings::read(dir)
        .context("the settings are broken; nothing was changed: correct the file or remove it")?;
    if let Some(to) = &setup.to {
        settings.printer = match to.as_str() {
            "none" => None,
            to => Some(to.parse::<Device>()?),
        };
    }
    if let Some(columns) = setup.columns {
        settings.columns = Columns::of(columns).context("--columns is 32, 42 or 48")?;
    }
    if setup.to.is_some() || setup.columns.is_some() {
        settings.write(dir).context("the settings were not saved")?;
    }
    let columns = settings.columns.count();
    match &settings.printer {
        Some(device) => say(&format!("printer {device}, {columns} columns")),
        None => say("no printer"),
    }
    if !setup.test {
        return Ok(ExitCode::SUCCESS);
    }
    send(&settings, &test_paper(settings.columns))
}

/// A paper that shows whether letters, width and code are right.
fn test_paper(columns: Columns) -> Paper {
    let it = Language::It;
    let ruler: String = (1..=columns.count())
        .map(|n| char::from(b'0' + n % 10))
        .collect();
    Paper::new()
        .write(text(it, "print-test-title"), Style::Title)
        .gap()
        .text(text(it, "print-test-letters"))
        .gap()
        .text(text(it, "print-test-columns"))
        .text(ruler)
        .gap()
        .write("K7QM-2X9D-4HTW-P3VA", Style::Code)
        .gap()
        .qr(TEST)
        .text(text_with(it, "print-test-qr", &[("text", TEST.into())]))
}

fn send(settings: &Settings, paper: &Paper) -> Result<ExitCode> {
    let device = settings
        .printer
        .as_ref()
        .context("the station has no printer: set one with `seggio printer --to`")?;
    let bytes = bytes(paper, settings.columns)?;
    match device.send(&bytes, Limits::default()) {
        Ok(()) => {
            say("printed");
            Ok(ExitCode::SUCCESS)
        }
        Err(why) => {
            super::complain(&anyhow::Error::new(why).context(format!("{device}: not printed")));
            Ok(ExitCode::FAILURE)
        }
    }
}

#[derive(clap::Args)]
pub struct Wanted {
    /// Day of the station, from 1; the last closed one if not said.
    #[arg(long, value_name = "N")]
    day: Option<u32>,
    /// A page of HTML to print and sign, instead of text.
    #[arg(long, conflicts_with = "print")]
    html: bool,
    /// Print them on the station's printer.
    #[arg(long)]
    print: bool,
}

/// The minutes of a closed day; nothing is changed, also while the kiosk has the station open.
pub fn minutes(opened: &Opened, wanted: &Wanted) -> Result<ExitCode> {
    let station = opened.look()?;
    let minutes = station
        .closed_minutes(wanted.day)?
        .context("no such day was closed")?;
    if wanted.print {
        let settings = Settings::read(opened.dir())?;
        return send(&settings, &station.minutes_paper(&minutes));
    }
    let text = if wanted.html {
        station.minutes_page(&minutes)
    } else {
        station.minutes_text(&minutes)
    };
    say(text.trim_end());
    Ok(ExitCode::SUCCESS)
}
