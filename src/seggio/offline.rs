//! Commands on a station without its screens: status, sync, export, purge.

use super::{SecretSource, say};
use ::seggio::envelope::{Passphrase, Secrets};
use ::seggio::station::{Clock, Purged, Station, StationError};
use ::seggio::sync::{
    Carrier, Outcome, Retry, SendError, introduction, learn, learn_from_folder, purge_from_folder,
    receipts_from_folder, send_patiently, to_folder, voted_from_folder,
};
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
        let passphrase = self.ask(secrets)?;
        Station::unlock(&self.station, &self.operator, &passphrase, Clock::system())
            .context("the station was not opened")
    }

    fn ask(&self, secrets: &mut Secrets) -> Result<Passphrase> {
        Ok(secrets.ask(&format!("Passphrase of {}", self.operator))?)
    }

    /// The station's folder.
    pub(super) fn dir(&self) -> &Path {
        &self.station
    }

    /// Opens it to look only.
    pub(super) fn look(&self) -> Result<Station> {
        let passphrase = self.ask(&mut self.secrets()?)?;
        Station::look(&self.station, &self.operator, &passphrase, Clock::system())
            .context("the station was not opened")
    }

    fn open(&self) -> Result<Station> {
        self.unlock(&mut self.secrets()?)
    }
}

/// How the station stands; nothing of it is changed, also while the kiosk has it open.
pub fn status(opened: &Opened) -> Result<ExitCode> {
    let station = opened.look()?;
    let (counts, sync) = (station.counts_of_last_day()?, station.sync_state()?);
    let lists = station.lists()?;
    let evidence = station.board_evidence()?;
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
        "voted_elsewhere": lists.voted_elsewhere.map(|made| made.format("%Y-%m-%dT%H:%M").to_string()),
        "not_on_board_yet": station.off_board()?,
        "board_alarm": !evidence.is_empty(),
        "board_evidence": evidence,
        "purged": station.purged()?,
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

/// Sends what waits, and learns what is new; then obeys the order to forget the links, if the server has it.
pub fn sync(opened: &Opened) -> Result<ExitCode> {
    let mut station = opened.open()?;
    station.make_batches()?;
    let carrier = Carrier::new(station.manifest());
    let outcomes = send_patiently(
        &carrier,
        &introduction(&station),
        &station.pending()?,
        &Retry::default(),
        |time| {
            std::thread::sleep(time);
            true
        },
    );
    let (sent, refused) = keep(&mut station, outcomes)?;
    learn(&mut station, &carrier)?;
    tell_of_board(&station)?;
    // A server that cannot be reached now has no order now.
    let order = if station.purged()? {
        None
    } else {
        carrier.purge_order().ok().flatten()
    };
    let obeyed = obey(&mut station, order, opened.json)?;
    let waiting = station.sync_state()?.batches_waiting;
    if opened.json {
        let purged = station.purged()?;
        say(
            &json!({ "sent": sent, "refused": refused, "waiting": waiting, "purged": purged })
                .to_string(),
        );
    } else {
        say(&format!(
            "sent {sent}, refused {refused}, waiting {waiting}"
        ));
    }
    Ok(if refused == 0 && obeyed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Keeps receipts and refusals; how many of each.
fn keep(station: &mut Station, outcomes: Vec<(u64, Outcome)>) -> Result<(u64, u64)> {
    let (mut sent, mut refused) = (0, 0);
    for (sequence, outcome) in outcomes {
        match outcome {
            Ok(receipt) => {
                station.keep_receipt(&receipt)?;
                sent += 1;
            }
            Err(SendError::Refused { name, detail }) => {
                station.keep_refusal(sequence, &name)?;
                refused += 1;
                complain_of(&format!(
                    "batch {sequence} refused ({name}): {detail}; it is kept"
                ));
            }
            Err(error) => return Err(error).context("nothing is lost; what waits, waits on"),
        }
    }
    Ok((sent, refused))
}

/// Says that the server once showed a board that does not fit; what is carried does not depend on it.
fn tell_of_board(station: &Station) -> Result<()> {
    if !station.board_evidence()?.is_empty() {
        complain_of(
            "the server showed a board that does not continue the one that this station knows: \
             call the office; votes are safe, and voting goes on",
        );
    }
    Ok(())
}

/// Obeys an order, if there is one and it was not obeyed before; whether nothing stood against it.
fn obey(station: &mut Station, order: Option<Vec<u8>>, quiet: bool) -> Result<bool> {
    let Some(order) = order.filter(|_| station.purged().is_ok_and(|done| !done)) else {
        return Ok(true);
    };
    match station.purge(&order) {
        Ok(_) if quiet => Ok(true),
        Ok(_) => {
            say("the links are destroyed");
            Ok(true)
        }
        Err(e @ (StationError::NotSent(_) | StationError::DayOpen)) => {
            complain_of(&format!("the links are not destroyed: {e}"));
            Ok(false)
        }
        Err(e) => Err(e).context("the order to destroy the links"),
    }
}

/// Takes the receipts and the list that lie on removable media, and writes what still waits there; then obeys
/// the order to forget the links, if it lies there too.
pub fn export(opened: &Opened, to: &Path) -> Result<ExitCode> {
    let mut station = opened.open()?;
    for (sequence, outcome) in receipts_from_folder(to, station.manifest(), &station.pending()?)? {
        match outcome {
            Ok(receipt) => station.keep_receipt(&receipt)?,
            Err(e) => complain_of(&format!(
                "the receipt of batch {sequence} is not taken: {e}"
            )),
        }
    }
    learn_from_folder(&mut station, to)?;
    tell_of_board(&station)?;
    station.make_batches()?;
    let files = to_folder(to, &introduction(&station), &station.pending()?)?;
    for file in files {
        say(&file.display().to_string());
    }
    if let Some(list) = voted_from_folder(to)? {
        match station.take_voted_list(&list) {
            Ok(true) => say("the list of who voted elsewhere is up to date"),
            Ok(false) => say("the station has a later list of who voted elsewhere"),
            Err(e) => complain_of(&format!(
                "the list of who voted elsewhere is not taken: {e}"
            )),
        }
    }
    let order = purge_from_folder(to)?;
    Ok(if obey(&mut station, order, false)? {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Destroys the links by the registry's order.
pub fn purge(opened: &Opened, order: &Path) -> Result<ExitCode> {
    let bytes = std::fs::read(order).with_context(|| order.display().to_string())?;
    let mut station = opened.open()?;
    match station.purge(&bytes) {
        Ok(Purged::Done) => say("the links are destroyed"),
        Ok(Purged::Before) => say("the links were destroyed before"),
        Err(e @ (StationError::NotSent(_) | StationError::DayOpen)) => {
            complain_of(&format!("the links are not destroyed: {e}"));
            return Ok(ExitCode::FAILURE);
        }
        Err(e) => {
            return Err(e).with_context(|| format!("{}: not obeyed", order.display()));
        }
    }
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stderr, reason = "a program's place for complaints")]
fn complain_of(what: &str) {
    eprintln!("seggio: {what}");
}
