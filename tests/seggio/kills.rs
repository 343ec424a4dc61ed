//! The plug is pulled at any moment of a cast: the admission is either spent with its ballot or
//! not spent without one, and what the voter was told holds.

use crate::world::{World, open, resident, visit};
use seggio::ballot::{Answer, Choices};
use seggio::station::{Event, Verdict};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const KILLS: usize = 200;
const THIS: &str = "kills::a_cast_is_whole_or_not_at_all";
const STATION: &str = "SEGGIO_TEST_STATION";
const VOTER: &str = "SEGGIO_TEST_VOTER";

/// The process that is killed: one voter up to the cast, and on to telling them.
fn cast(station: &Path, voter: usize) {
    let mut station = open(station);
    let verdict = station.check_in(visit(resident(voter))).unwrap();
    let Verdict::Admitted { admission, .. } = verdict else {
        panic!("{verdict:?}")
    };
    station.hand_over(&admission).unwrap();
    let answers = [Answer::Options(vec![voter % 10, (voter + 1) % 10])];
    let choices = Choices::new(station.consultation(), &answers).unwrap();
    let (sealing, _) = station.offer(&choices).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "ready").unwrap();
    out.flush().unwrap();
    station.cast(admission, sealing).unwrap();
    writeln!(out, "told").unwrap();
    out.flush().unwrap();
    std::thread::sleep(Duration::from_mins(1));
}

struct Kill {
    told: bool,
    hot_journal: bool,
}

/// Runs a voter and pulls the plug `after` the cast begins.
fn kill(station: &Path, voter: usize, after: Option<Duration>) -> (Kill, Duration) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([THIS, "--exact", "--nocapture"])
        .env(STATION, station)
        .env(VOTER, voter.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while !lines.next().unwrap().unwrap().ends_with("ready") {}
    let begun = Instant::now();
    let mut told = false;
    match after {
        // Spinning, not sleeping: the transaction is shorter than a scheduler's tick.
        Some(after) => while begun.elapsed() < after {},
        None => {
            told = lines.next().unwrap().unwrap() == "told";
        }
    }
    let took = begun.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    told |= lines.any(|line| line.is_ok_and(|l| l == "told"));
    let journal = std::fs::metadata(station.join("station.db-journal"));
    (
        Kill {
            told,
            hot_journal: journal.is_ok_and(|m| m.len() > 0),
        },
        took,
    )
}

#[test]
fn a_cast_is_whole_or_not_at_all() {
    if let (Ok(station), Ok(voter)) = (std::env::var(STATION), std::env::var(VOTER)) {
        return cast(Path::new(&station), voter.parse().unwrap());
    }
    let world = World::new(KILLS + 20);
    // Two stations at once, one for each core.
    let outcomes: Vec<[usize; 3]> = std::thread::scope(|scope| {
        let workers: Vec<_> = ["prova-1", "prova-2"]
            .map(|name| {
                let station = world.station(name);
                scope.spawn(move || kill_many(&station, KILLS / 2))
            })
            .into_iter()
            .collect();
        workers.into_iter().map(|w| w.join().unwrap()).collect()
    });
    let [spent, unspent, hot] = [0, 1, 2].map(|i| outcomes.iter().map(|o| o[i]).sum::<usize>());
    // The kills were really spread over the transaction.
    assert!(
        spent > 10 && unspent > 10 && hot > 10,
        "{spent} {unspent} {hot}"
    );
}

/// Kills voters one after the other, each at another moment; returns how many votes were spent,
/// how many were not, and how many transactions were cut in the middle.
fn kill_many(station: &Path, kills: usize) -> [usize; 3] {
    let times: Vec<Duration> = (0..5).map(|voter| kill(station, voter, None).1).collect();
    let longest = times.iter().max().unwrap().mul_f64(1.2);
    let mut outcome = [0; 3];
    let mut cast = times.len() as u64;
    for n in 0..kills {
        let voter = times.len() + n;
        let after = longest * u32::try_from(n).unwrap() / u32::try_from(kills).unwrap();
        let (kill, _) = kill(station, voter, Some(after));
        outcome[2] += usize::from(kill.hot_journal);
        let mut station = open(station);
        match station.check_in(visit(resident(voter))).unwrap() {
            Verdict::Refused(_) => {
                cast += 1;
                outcome[0] += 1;
            }
            Verdict::Admitted { resumed: true, .. } => {
                assert!(!kill.told, "voter {voter} was told, and the vote is gone");
                outcome[1] += 1;
            }
            other => panic!("voter {voter}: {other:?}"),
        }
        let journal = station.journal().unwrap();
        let casts = journal.iter().filter(|e| e.event == Event::Cast).count() as u64;
        let all = (
            station.in_box().unwrap(),
            station.counts().unwrap().cast,
            casts,
        );
        assert_eq!(all, (cast, cast, cast), "voter {voter}");
    }
    outcome
}
