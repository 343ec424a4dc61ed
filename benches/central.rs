//! What the central server bears: `cargo bench --bench central [-- BALLOTS [STATIONS]]`.
//!
//! Stations send real sealed ballots (100,000 from 200 stations, 50 a batch, each with a batch of
//! presence) over HTTP to real `centrale serve` processes, one and two, with SQLite and with
//! PostgreSQL. First the bare verifier on all cores over the same ballots. Then for each case:
//! ballots a second, as a ratio of the bare verifier; the time to a receipt; bytes of the database
//! for a ballot; the processor's time for a ballot, of the server, of the database and of those who
//! send; and the cost of a ballot in each tenth of the whole, as a ratio of the first.
//!
//! Everything runs on this one machine: who sends takes from the same cores. Read the ratios.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a measurement that cannot go on must stop"
)]

#[path = "../tests/centrale/processes.rs"]
mod processes;
#[path = "../tests/centrale/world.rs"]
mod world;

use processes::{Postgres, serve};
use rayon::prelude::*;
use seggio::ballot::{BallotForm, SealedBallot};
use seggio::batch::{Batch, Rows};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use world::World;

/// Ballots in a batch.
const TOGETHER: usize = 50;
/// Connections that send at the same time.
const SENDERS: usize = 16;

struct Load {
    world: World,
    stations: Vec<Sender>,
    ballots: usize,
}

struct Sender {
    introduction: Vec<u8>,
    batches: Vec<Batch>,
}

fn load(ballots: usize, stations: usize) -> Load {
    let world = World::new();
    let batches = ballots.div_ceil(stations * TOGETHER);
    let stations: Vec<Sender> = (0..stations)
        .into_par_iter()
        .map(|n| {
            let mut station = world.station(&format!("tavolo-{n:03}"));
            let batches = (0..batches).flat_map(|_| station.voters(TOGETHER));
            let batches = batches.collect();
            Sender {
                introduction: station.introduction.bytes(),
                batches,
            }
        })
        .collect();
    Load {
        world,
        ballots: batches * TOGETHER * stations.len(),
        stations,
    }
}

/// Seconds that the processor has worked for a process.
fn worked(pid: u32) -> f64 {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else {
        return 0.0;
    };
    let rest = stat.rsplit_once(')').unwrap().1;
    let fields: Vec<f64> = rest
        .split_whitespace()
        .map(|f| f.parse().unwrap_or(0.0))
        .collect();
    // Of its own and of its children that ended, in hundredths.
    fields[11..15].iter().sum::<f64>() / 100.0
}

/// Where a server's files are.
fn data(server: &Postgres) -> PathBuf {
    let (_, path) = server.url.split_once('@').unwrap();
    let path = path.replace("%2F", "/");
    Path::new(path.strip_suffix("/postgres").unwrap()).join("data")
}

/// The processes that PostgreSQL's first one has started, and itself.
fn family(data: &Path) -> Vec<u32> {
    let first = std::fs::read_to_string(data.join("postmaster.pid")).unwrap();
    let first: u32 = first.lines().next().unwrap().parse().unwrap();
    let all = std::fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let pid: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let parent: u32 = stat
            .rsplit_once(')')?
            .1
            .split_whitespace()
            .nth(1)?
            .parse()
            .ok()?;
        (parent == first || pid == first).then_some(pid)
    });
    all.collect()
}

/// What sending everything took.
struct Sent {
    took: Duration,
    latencies: Vec<Duration>,
    /// When each tenth of the ballots had their receipts.
    tenths: Vec<Duration>,
}

fn send_all(load: &Load, urls: &[String]) -> Sent {
    let next = AtomicUsize::new(0);
    let accepted = Mutex::new((0, Vec::new(), Vec::new()));
    let begun = Instant::now();
    std::thread::scope(|s| {
        for n in 0..SENDERS {
            let (next, accepted) = (&next, &accepted);
            s.spawn(move || {
                let agent: ureq::Agent = ureq::Agent::config_builder()
                    .http_status_as_error(false)
                    .proxy(None)
                    .build()
                    .into();
                let url = &urls[n % urls.len()];
                let post = |path: &str, body: &[u8]| loop {
                    let answer = agent.post(format!("{url}{path}")).send(body).unwrap();
                    match answer.status().as_u16() {
                        200 | 204 => return,
                        202 | 429 | 503 => std::thread::sleep(Duration::from_millis(500)),
                        status => panic!("{status}"),
                    }
                };
                while let Some(station) = load.stations.get(next.fetch_add(1, Ordering::Relaxed)) {
                    post("/v1/stations", &station.introduction);
                    for (i, batch) in station.batches.iter().enumerate() {
                        let batch = batch.bytes();
                        let sent = Instant::now();
                        post("/v1/batches", &batch);
                        let took = sent.elapsed();
                        let mut a = accepted.lock().unwrap();
                        a.1.push(took);
                        if i % 2 == 1 {
                            a.0 += TOGETHER;
                            let tenth = load.ballots.div_ceil(10);
                            if a.0 / tenth > a.2.len() {
                                a.2.push(begun.elapsed());
                            }
                        }
                    }
                }
            });
        }
    });
    let took = begun.elapsed();
    let (_, mut latencies, tenths) = accepted.into_inner().unwrap();
    latencies.sort_unstable();
    Sent {
        took,
        latencies,
        tenths,
    }
}

#[expect(clippy::cast_precision_loss, reason = "figures to read")]
fn report(load: &Load, name: &str, bare: f64, sent: &Sent, bytes: u64, cpu: [f64; 3]) {
    let n = load.ballots as f64;
    let rate = n / sent.took.as_secs_f64();
    let at = |p: usize| {
        let i = (sent.latencies.len() * p / 100).min(sent.latencies.len() - 1);
        sent.latencies[i].as_millis()
    };
    println!(
        "{name:<12} {rate:>9.0} {:>7.2} {:>6} {:>6} {:>6} {:>8.0} {:>8.3} {:>8.3} {:>8.3}",
        rate / bare,
        at(50),
        at(95),
        at(99),
        bytes as f64 / n,
        cpu[0] * 1000.0 / n,
        cpu[1] * 1000.0 / n,
        cpu[2] * 1000.0 / n,
    );
    let mut before = Duration::ZERO;
    let steps: Vec<f64> = sent
        .tenths
        .iter()
        .map(|t| {
            let step = t.saturating_sub(before).as_secs_f64();
            before = *t;
            step
        })
        .collect();
    let shown: Vec<String> = steps
        .iter()
        .map(|s| format!("{:.2}", s / steps[0]))
        .collect();
    println!(
        "  cost of a ballot by tenths, to the first: {}",
        shown.join(" ")
    );
}

/// Ballots a second of the bare verifier, on all cores: bytes read, proofs verified, nothing kept.
#[expect(clippy::cast_precision_loss, reason = "figures to read")]
fn bare(load: &Load) -> f64 {
    let form = BallotForm::of(&load.world.manifest).unwrap();
    let ballots: Vec<&[u8]> = load
        .stations
        .iter()
        .flat_map(|station| &station.batches)
        .filter_map(|batch| match &batch.body().rows {
            Rows::Ballots(rows) => Some(rows),
            _ => None,
        })
        .flatten()
        .take(20_000)
        .map(|bytes| bytes.as_slice())
        .collect();
    let begun = Instant::now();
    ballots.par_chunks(TOGETHER).for_each(|batch| {
        let read = batch.iter().map(|bytes| form.read(bytes).unwrap());
        let read: Vec<SealedBallot> = read.collect();
        form.verify_all(&read).unwrap();
    });
    ballots.len() as f64 / begun.elapsed().as_secs_f64()
}

fn own_processor_time() -> f64 {
    worked(std::process::id())
}

fn measure(load: &Load, bare: f64, processes: usize, server: Option<&Postgres>) {
    let kind = if server.is_some() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let file = load.world.path(&format!("{kind}-{processes}.db"));
    let mut client = server.map(Postgres::client);
    let database = match (&client, server) {
        (Some(_), Some(server)) => server.database(&format!("bench_{processes}")),
        _ => file.display().to_string(),
    };
    let running: Vec<_> = (0..processes)
        .map(|_| serve(&load.world, &database, "127.0.0.1:0"))
        .collect();
    let urls: Vec<String> = running.iter().map(|(_, url)| url.clone()).collect();
    let before = (own_processor_time(), database_time(server));
    let sent = send_all(load, &urls);
    let of_servers = running.iter().map(|(p, _)| worked(p.0.id())).sum();
    let after = (own_processor_time(), database_time(server));
    let cpu = [of_servers, after.1 - before.1, after.0 - before.0];
    drop(running);
    let bytes = match &mut client {
        None => std::fs::metadata(&file).unwrap().len(),
        Some(client) => {
            let size = format!("SELECT pg_database_size('bench_{processes}')");
            let size: i64 = client.query_one(&size, &[]).unwrap().get(0);
            size.unsigned_abs()
        }
    };
    report(
        load,
        &format!("{kind} {processes}"),
        bare,
        &sent,
        bytes,
        cpu,
    );
}

/// What PostgreSQL has worked. Its processes serve one connection each, and live as long.
fn database_time(server: Option<&Postgres>) -> f64 {
    server.map_or(0.0, |s| family(&data(s)).into_iter().map(worked).sum())
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let ballots = asked.first().copied().unwrap_or(100_000);
    let stations = asked.get(1).copied().unwrap_or(200);
    let begun = Instant::now();
    let load = load(ballots, stations);
    println!(
        "{} ballots of {stations} stations sealed in {:.1?}, {} options",
        load.ballots,
        begun.elapsed(),
        load.world.manifest.value().consultation.questions[0]
            .options
            .len(),
    );
    let bare = bare(&load);
    println!("bare verifier, all cores, {TOGETHER} at a time: {bare:.0} ballots a second");
    println!(
        "                           of bare  receipt ms: half, 95%, 99%   cpu ms for a ballot:"
    );
    println!(
        "database, processes  ballots/s        p50    p95    p99   bytes   server database  sender"
    );
    for processes in [1, 2] {
        measure(&load, bare, processes, None);
    }
    let server = Postgres::start(&["--durable"]);
    for processes in [1, 2] {
        measure(&load, bare, processes, Some(&server));
    }
}
