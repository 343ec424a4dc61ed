//! The plug is pulled at any moment of a cast: the admission is either spent with its ballot or
//! not spent without one, and what the voter was told holds.

use crate::world::{World, open, resident, visit};
use seggio::ballot::{Answer, Choices};
use seggio::station::{Event, Station, Verdict};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const KILLS: usize = 200;
const THIS: &str = "kills::a_cast_is_whole_or_not_at_all";
const STATION: &str = "SEGGIO_TEST_STATION";
const VOTER: &str = "SEGGIO_TEST_VOTER";
/// Before this voter there was another, in a process that was killed.
const KILLED: &str = "SEGGIO_TEST_KILLED";

/// What is left at a station of a voter whose process was killed.
#[derive(Debug, PartialEq, Eq)]
struct Left {
    spent: bool,
    /// Ballots in the box, votes counted, votes in the journal.
    votes: [u64; 3],
}

impl Left {
    fn at(station: &mut Station, voter: usize) -> Self {
        let spent = match station.check_in(visit(resident(voter))).unwrap() {
            Verdict::Refused(_) => true,
            Verdict::Admitted { resumed: true, .. } => false,
            other => panic!("voter {voter}: {other:?}"),
        };
        let journal = station.journal().unwrap();
        let casts = journal.iter().filter(|e| e.event == Event::Cast).count() as u64;
        Self {
            spent,
            votes: [
                station.in_box().unwrap(),
                station.counts().unwrap().cast,
                casts,
            ],
        }
    }

    fn line(&self) -> String {
        let [in_box, counted, casts] = self.votes;
        format!("left {} {in_box} {counted} {casts}", u8::from(self.spent))
    }

    fn read(line: &str) -> Self {
        let (_, numbers) = line.split_once("left ").unwrap();
        let mut numbers = numbers.split(' ').map(|n| n.parse().unwrap());
        let mut next = || numbers.next().unwrap();
        Self {
            spent: next() == 1,
            votes: [next(), next(), next()],
        }
    }
}

/// The process that is killed: it says what the one before it left, then one voter up to the cast,
/// and on to telling them.
fn cast(station: &Path, voter: usize, killed: Option<usize>) {
    let mut out = std::io::stdout();
    let mut station = open(station);
    if let Some(killed) = killed {
        writeln!(out, "{}", Left::at(&mut station, killed).line()).unwrap();
    }
    let verdict = station.check_in(visit(resident(voter))).unwrap();
    let Verdict::Admitted { admission, .. } = verdict else {
        panic!("{verdict:?}")
    };
    station.hand_over(&admission).unwrap();
    let answers = [Answer::Options(vec![voter % 10, (voter + 1) % 10])];
    let choices = Choices::new(station.consultation(), &answers).unwrap();
    let (sealing, _) = station.offer(&choices).unwrap();
    writeln!(out, "ready").unwrap();
    out.flush().unwrap();
    station.cast(admission, sealing).unwrap();
    writeln!(out, "told").unwrap();
    out.flush().unwrap();
    std::thread::sleep(Duration::from_mins(1));
}

struct Kill {
    voter: usize,
    told: bool,
    hot_journal: bool,
}

/// Runs a voter and pulls the plug `after` the cast begins; what the one who was killed before left.
fn kill(
    station: &Path,
    voter: usize,
    after: Option<Duration>,
    before: Option<&Kill>,
) -> (Kill, Duration, Option<Left>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([THIS, "--exact", "--nocapture"])
        .env(STATION, station)
        .env(VOTER, voter.to_string())
        .stdout(Stdio::piped());
    if let Some(before) = before {
        command.env(KILLED, before.voter.to_string());
    }
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut left = None;
    loop {
        let line = lines.next().unwrap().unwrap();
        if line.ends_with("ready") {
            break;
        }
        if line.contains("left ") {
            left = Some(Left::read(&line));
        }
    }
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
            voter,
            told,
            hot_journal: journal.is_ok_and(|m| m.len() > 0),
        },
        took,
        left,
    )
}

#[test]
fn a_cast_is_whole_or_not_at_all() {
    if let (Ok(station), Ok(voter)) = (std::env::var(STATION), std::env::var(VOTER)) {
        let killed = std::env::var(KILLED).ok().map(|n| n.parse().unwrap());
        return cast(Path::new(&station), voter.parse().unwrap(), killed);
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
/// how many were not, and how many transactions were cut in the middle. What each left is said by the
/// next, who has to unlock the station anyway; of the last one by the station itself.
fn kill_many(station: &Path, kills: usize) -> [usize; 3] {
    let whole = |voter| kill(station, voter, None, None).1;
    let times: Vec<Duration> = (0..5).map(whole).collect();
    let longest = times.iter().max().unwrap().mul_f64(1.2);
    let mut outcome = [0; 3];
    let mut cast = times.len() as u64;
    let mut look = |killed: &Kill, left: Left| {
        let voter = killed.voter;
        if left.spent {
            cast += 1;
        } else {
            assert!(!killed.told, "voter {voter} was told, and the vote is gone");
        }
        outcome[usize::from(!left.spent)] += 1;
        outcome[2] += usize::from(killed.hot_journal);
        assert_eq!(left.votes, [cast; 3], "voter {voter}");
    };
    let mut before: Option<Kill> = None;
    for n in 0..kills {
        let after = longest * u32::try_from(n).unwrap() / u32::try_from(kills).unwrap();
        let voter = times.len() + n;
        let (killed, _, left) = kill(station, voter, Some(after), before.as_ref());
        if let Some(before) = before.replace(killed) {
            look(&before, left.unwrap());
        }
    }
    let last = before.unwrap();
    let left = Left::at(&mut open(station), last.voter);
    look(&last, left);
    outcome
}
