//! The whole rehearsal of an election.

use super::polling::{self, Polling, Sealed};
use super::written::{AREA, QUESTION, START};
use super::{translate, voter};
use crate::ballot::{BallotForm, Choices};
use crate::consultation::StationId;
use crate::rehearsal::{CountStep, Founding, Offices, RehearsalError, Trustees};
use crate::station::Station;
use crate::tally::pabulib::Election;
use crate::tally::{Report, Totals};
use chrono::NaiveDateTime;
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

/// Voters of one station, at most.
const OF_A_STATION: usize = 1_000;

/// Stations that are open at the same time. Each waits for its own disk three times a vote; disks
/// write for many at once, so that the waits of several stations are one.
const AT_ONCE: usize = 8;

/// What is asked of a rehearsal.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    /// Who holds the tally key.
    pub trustees: Trustees,
    /// Only so many ballots, the first of the file.
    pub first: Option<usize>,
}

/// How far a rehearsal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many ballots of all are cast.
    Cast(u64, u64),
    /// The count has reached this step.
    Count(CountStep),
}

/// A rehearsed election.
#[derive(Debug)]
pub struct Rehearsed {
    /// Ballots that were counted.
    pub ballots: u64,
    /// The decrypted total of each project of the file, as listed, in the unit of the file's count.
    pub votes: Vec<u64>,
    /// Whether the totals are the count of the file's ballots, and the count is what the file
    /// itself states, if all of its ballots were cast.
    pub matches_file: bool,
    /// What the verifier says of the package.
    pub report: Report,
    /// The public package.
    pub package: Vec<u8>,
    /// Mean size of a sealed ballot, in bytes; 0 without ballots.
    pub bytes_per_ballot: u64,
    /// Sealing, added up as if one core had done all of it; it runs on all of them.
    pub seal: Duration,
    /// The stations' days: made, check-in, cast, closed. The sealing goes on meanwhile.
    pub store: Duration,
    /// Sending, with the server's verification of every ballot.
    pub send: Duration,
    /// From the ledger to the totals and the package, with all checks.
    pub tally: Duration,
    /// The verifier.
    pub verify: Duration,
}

/// Rehearses an election in a temporary folder. A mismatch is a result, not an error.
pub fn rehearse(
    mut election: Election,
    asked: Asked,
    progress: &mut dyn FnMut(Progress),
) -> Result<Rehearsed, RehearsalError> {
    let all_of_file = election.ballots.len();
    election
        .ballots
        .truncate(asked.first.unwrap_or(all_of_file));
    let translated = translate(&election)?;
    let folder = tempfile::Builder::new().prefix("scrutinio-").tempdir()?;
    let roll = roll(election.ballots.len())?;
    let offices = Offices::found(
        folder.path(),
        &Founding {
            consultation: &translated.text,
            roll: &roll,
            now: NaiveDateTime::parse_from_str(START, "%Y-%m-%dT%H:%M").unwrap_or_default(),
            trustees: asked.trustees,
        },
    )?;
    let choices: Vec<Choices> = (translated.answers.iter())
        .map(|a| Choices::new(offices.consultation(), std::slice::from_ref(a)))
        .collect::<Result<_, _>>()?;
    let took = vote(&offices, &choices, progress)?;
    let counted = offices.count(&mut |step| progress(Progress::Count(step)))?;

    let votes = votes(&counted.totals, &election);
    let count = election.count();
    let stated = election.ballots.len() < all_of_file || election.states(&count) != Some(false);
    let all_counted = counted.counted == election.ballots.len() as u64;
    Ok(Rehearsed {
        ballots: counted.counted,
        matches_file: all_counted && stated && votes == count.points,
        votes,
        report: counted.report,
        package: counted.package,
        bytes_per_ballot: took.sealed.bytes / counted.counted.max(1),
        seal: took.sealed.time,
        store: took.store,
        send: took.send,
        tally: counted.tallying,
        verify: counted.verifying,
    })
}

/// What the stations took.
#[derive(Debug, Clone, Copy, Default)]
struct Took {
    sealed: Sealed,
    store: Duration,
    send: Duration,
}

/// Every vote at a station, and everything sent. Even without votes there is one station.
fn vote(
    offices: &Offices,
    choices: &[Choices],
    progress: &mut dyn FnMut(Progress),
) -> Result<Took, RehearsalError> {
    let form = BallotForm::of(offices.manifest())?;
    let of_each = choices.len().div_ceil(AT_ONCE).clamp(1, OF_A_STATION);
    let mut stations = Vec::new();
    for n in 0..choices.len().div_ceil(of_each).max(1) {
        let name = format!("stazione-{}", n + 1);
        stations.push(Polling {
            offices,
            form: &form,
            name: StationId::parse(&name).ok_or(RehearsalError::StationName(name))?,
            votes: choices.chunks(of_each).nth(n).unwrap_or_default(),
            first: n * of_each,
        });
    }
    let mut took = Took::default();
    let mut cast = 0;
    for open in stations.chunks(AT_ONCE) {
        let started = Instant::now();
        let days = days(open, &mut || {
            cast += 1;
            progress(Progress::Cast(cast, choices.len() as u64));
        })?;
        took.store += started.elapsed();
        let started = Instant::now();
        for (mut station, sealed) in days {
            took.sealed.time += sealed.time;
            took.sealed.bytes += sealed.bytes;
            polling::send(&mut station)?;
        }
        took.send += started.elapsed();
        for station in open {
            // Everything of it is with the server now.
            std::fs::remove_dir_all(offices.dir.join(station.name.as_str()))?;
        }
    }
    Ok(took)
}

/// The days of stations that are open at the same time. `cast` hears of each vote.
fn days(
    open: &[Polling<'_>],
    cast: &mut dyn FnMut(),
) -> Result<Vec<(Station, Sealed)>, RehearsalError> {
    thread::scope(|scope| {
        let (casting, casts) = channel();
        let days: Vec<_> = open
            .iter()
            .map(|polling| {
                let casting = casting.clone();
                let dir = polling.offices.dir.join(polling.name.as_str());
                // Nobody listening any more is no reason to stop.
                scope.spawn(move || polling.day(&dir, &mut || casting.send(()).unwrap_or_default()))
            })
            .collect();
        drop(casting);
        for () in casts {
            cast();
        }
        let done = days.into_iter().map(|day| {
            let day = day.join();
            day.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
        done.collect()
    })
}

/// The roll of so many voters.
fn roll(voters: usize) -> Result<String, RehearsalError> {
    let mut roll = String::from("codice_fiscale;comune\n");
    for n in 0..voters {
        let code = voter::code(n).ok_or_else(|| {
            RehearsalError::NotAdmitted(format!("there are no {voters} made-up codes"))
        })?;
        roll.extend([code.as_str(), ";", AREA, "\n"]);
    }
    Ok(roll)
}

/// The total of each project, by its place in the question: ids may be other ones.
fn votes(totals: &Totals, election: &Election) -> Vec<u64> {
    let of_options = totals
        .question(QUESTION)
        .into_iter()
        .flat_map(|q| &q.totals);
    of_options
        .filter(|t| t.option.is_some())
        .map(|t| t.total)
        .take(election.projects.len())
        .collect()
}
