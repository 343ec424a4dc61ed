//! Commands on a station without its screens: status, sync, export.

use super::{SecretSource, say};
use ::seggio::envelope::Secrets;
use ::seggio::station::{Clock, Station};
use ::seggio::sync::{Carrier, Retry, SendError, introduction, send_patiently, to_folder};
use anyhow::{Context, Result};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// A station to open, and by whom.
#[derive(clap::Args)]
pub struct Opened {
    /// The station's folder.
    #[arg(long, value_name = "DIR")]
    station: PathBuf,
    /// The operator whose passphrase is asked.
    #[arg(long = "as", value_name = "NAME", default_value = "presidente")]
    operator: String,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: SecretSource,
}

impl Opened {
    pub(super) fn secrets(&self) -> Result<Secrets> {
        self.source.open()
    }

    pub(super) fn unlock(&self, secrets: &mut Secrets) -> Result<Station> {
        let passphrase = secrets.ask(&format!("Passphrase of {}", self.operator))?;
        Station::unlock(&self.station, &self.operator, &passphrase, Clock::system())
            .context("the station was not opened")
    }

    fn open(&self) -> Result<Station> {
        self.unlock(&mut self.secrets()?)
    }
}

/// How the station stands.
pub fn status(opened: &Opened) -> Result<ExitCode> {
    let station = opened.open()?;
    let (counts, sync) = (station.counts_of_last_day()?, station.sync_state()?);
    let status = json!({
        "station": station.certificate().value().station.as_str(),
        "fingerprint": station.fingerprint().hex(),
        "day_open": station.open_day_number()?.is_some(),
        "closed_for_good": station.closed_for_good()?,
        "check_ins": counts.check_ins,
        "cast": counts.cast,
        "paper": counts.paper,
        "void": counts.void,
        "abandoned": counts.abandoned,
        "refused": counts.refused,
        "in_box": station.in_box()?,
        "ballots_waiting": sync.ballots_waiting,
        "batches_waiting": sync.batches_waiting,
        "batches_refused": sync.batches_refused,
        "last_receipt": sync.last_receipt,
    });
    if opened.json {
        say(&status.to_string());
    } else if let Some(fields) = status.as_object() {
        for (name, value) in fields {
            say(&format!(
                "{:<18} {}",
                name.replace('_', " "),
                value.to_string().trim_matches('"')
            ));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Sends what waits.
pub fn sync(opened: &Opened) -> Result<ExitCode> {
    let mut station = opened.open()?;
    station.make_batches()?;
    let carrier = Carrier::new(station.manifest());
    let (mut sent, mut refused) = (0, 0);
    for (sequence, outcome) in send_patiently(
        &carrier,
        &introduction(&station),
        &station.pending()?,
        &Retry::default(),
        |time| {
            std::thread::sleep(time);
            true
        },
    ) {
        match outcome {
            Ok(receipt) => {
                station.keep_receipt(&receipt)?;
                sent += 1;
            }
            Err(SendError::Refused { name, detail }) => {
                station.keep_refusal(sequence, &name)?;
                refused += 1;
                say(&format!(
                    "batch {sequence} refused ({name}): {detail}; it is kept"
                ));
            }
            Err(error) => return Err(error).context("nothing is lost; what waits, waits on"),
        }
    }
    let waiting = station.sync_state()?.batches_waiting;
    if opened.json {
        say(&json!({ "sent": sent, "refused": refused, "waiting": waiting }).to_string());
    } else {
        say(&format!(
            "sent {sent}, refused {refused}, waiting {waiting}"
        ));
    }
    Ok(if refused == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Writes what waits to removable media.
pub fn export(opened: &Opened, to: &Path) -> Result<ExitCode> {
    let mut station = opened.open()?;
    station.make_batches()?;
    let files = to_folder(to, &introduction(&station), &station.pending()?)?;
    for file in files {
        say(&file.display().to_string());
    }
    Ok(ExitCode::SUCCESS)
}
