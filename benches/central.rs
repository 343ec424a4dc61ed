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
    reason = "a measurement that cannot go on must stop"
)]

use curve25519_dalek::{RistrettoPoint, Scalar};
use minicbor::bytes::ByteVec;
use rayon::prelude::*;
use seggio::ballot::{Answer, BallotForm, Choices, SealedBallot};
use seggio::batch::{AdmittedAs, Batch, Chain, Hour, PresenceRow, Rows};
use seggio::central::{Introduction, ServerSecrets};
use seggio::consultation::{
    Certificate, Commission, Manifest, Mode, Rotation, ServerKeys, StationId, StationKind,
    TallyKey, load,
};
use seggio::envelope::{Digest, Identity, Signed, SigningKey};
use seggio::identity::Pseudonym;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Ballots in a batch.
const TOGETHER: usize = 50;
/// Connections that send at the same time.
const SENDERS: usize = 16;

struct Sender {
    introduction: Vec<u8>,
    batches: Vec<Vec<u8>>,
}

struct World {
    dir: tempfile::TempDir,
    manifest: Signed<Manifest>,
    stations: Vec<Sender>,
    ballots: usize,
}

fn manifest(authority: &SigningKey, secrets: &ServerSecrets) -> Signed<Manifest> {
    let recipient = Identity::generate().recipient();
    authority.sign(Manifest {
        mode: Mode::Training,
        consultation: load(Path::new("kiosk-config/digitale-bene-comune-2022")).unwrap(),
        tally: TallyKey {
            key: RistrettoPoint::mul_base(&Scalar::from(77u64)).compress().0,
            threshold: 2,
            trustees: vec![],
            transcript: Digest::of(b"transcript"),
        },
        commission: Commission {
            authority: authority.public(),
            registry: SigningKey::generate().public(),
            registry_recipient: recipient.clone(),
            settlement_recipient: recipient,
        },
        server: ServerKeys {
            url: "http://127.0.0.1:9".into(),
            receipt_key: secrets.receipt_key(),
            board_key: secrets.board_key(),
            board_origin: "seggio.example/bench".into(),
        },
    })
}

/// All batches of a station, signed as a chain.
fn station(
    name: &str,
    number: usize,
    ballots: usize,
    authority: &SigningKey,
    manifest: &Signed<Manifest>,
) -> Sender {
    let fingerprint = manifest.digest();
    let station = StationId::parse(name).unwrap();
    let (bundle, key) = (SigningKey::generate(), SigningKey::generate());
    let certificate = authority.sign(Certificate {
        fingerprint,
        station: station.clone(),
        kind: StationKind::Banchetto,
        bundle_key: bundle.public(),
        area: None,
    });
    let rotation = bundle.sign(Rotation {
        fingerprint,
        station: station.clone(),
        station_key: key.public(),
    });
    let form = BallotForm::of(manifest).unwrap();
    let choices = [Answer::Options(vec![number % 10, (number + 3) % 10])];
    let choices = Choices::new(&manifest.value().consultation, &choices).unwrap();
    let mut chain = Chain::start(&rotation);
    let mut batches = Vec::new();
    for first in (0..ballots).step_by(TOGETHER) {
        let some = first..(first + TOGETHER).min(ballots);
        let people = some.clone().map(|i| PresenceRow {
            pseudonym: Pseudonym(Digest::of_parts("bench", &[name.as_bytes(), &i.to_be_bytes()]).0),
            admitted_as: AdmittedAs::Resident {
                area: "B812".into(),
            },
            hour: Hour::parse("2022-09-10T10").unwrap(),
            // As long as a sealed link; nobody opens it here.
            link: Some(ByteVec::from(Digest::of(&i.to_be_bytes()).0.repeat(10))),
        });
        let sealed = some.map(|_| {
            let ballot = form.seal(&choices, &station).unwrap().ballot;
            ByteVec::from(ballot.bytes().to_vec())
        });
        for rows in [Rows::Presence(people.collect()), Rows::Ballots(sealed.collect())] {
            let batch = Batch::sign(&key, &chain, rows.sorted(), None);
            chain.follow(batch.header()).unwrap();
            batches.push(batch.bytes());
        }
    }
    let introduction = Introduction {
        certificate: certificate.bytes().to_vec(),
        rotation: rotation.bytes().to_vec(),
    };
    Sender {
        introduction: introduction.bytes(),
        batches,
    }
}

fn world(ballots: usize, stations: usize) -> World {
    let dir = tempfile::tempdir().unwrap();
    let (authority, secrets) = (SigningKey::generate(), ServerSecrets::generate());
    let manifest = manifest(&authority, &secrets);
    std::fs::write(dir.path().join("manifest.cose"), manifest.bytes()).unwrap();
    secrets.write(&dir.path().join("server.keys")).unwrap();
    let each = ballots.div_ceil(stations);
    let stations = (0..stations).into_par_iter().map(|n| {
        station(&format!("tavolo-{n:03}"), n, each, &authority, &manifest)
    });
    let stations: Vec<Sender> = stations.collect();
    let ballots = each * stations.len();
    World {
        dir,
        manifest,
        stations,
        ballots,
    }
}

/// A process that was started; it is killed when this is dropped.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn line(out: impl std::io::Read) -> String {
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).unwrap();
    line.trim().to_owned()
}

/// A PostgreSQL server of one's own.
struct Postgres {
    url: String,
    data: PathBuf,
    _alive: ChildStdin,
    _process: Process,
}

fn postgres() -> Postgres {
    let mut child = Command::new("scripts/postgres")
        .arg("--durable")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let alive = child.stdin.take().unwrap();
    let url = line(child.stdout.take().unwrap());
    let dir = url.split_once('@').unwrap().1.replace("%2F", "/");
    let data = Path::new(dir.strip_suffix("/postgres").unwrap()).join("data");
    Postgres {
        url,
        data,
        _alive: alive,
        _process: Process(child),
    }
}

/// Seconds that the processor has worked for a process.
fn worked(pid: u32) -> f64 {
    let Ok(stat) = std::fs::read_to_string(format!("/proc/{pid}/stat")) else {
        return 0.0;
    };
    let rest = stat.rsplit_once(')').unwrap().1;
    let fields: Vec<f64> = rest.split_whitespace().map(|f| f.parse().unwrap_or(0.0)).collect();
    // Of its own and of its children that ended, in hundredths.
    fields[11..15].iter().sum::<f64>() / 100.0
}

/// The processes that PostgreSQL's first one has started, and itself.
fn family(data: &Path) -> Vec<u32> {
    let first = std::fs::read_to_string(data.join("postmaster.pid")).unwrap();
    let first: u32 = first.lines().next().unwrap().parse().unwrap();
    let all = std::fs::read_dir("/proc").unwrap().filter_map(|entry| {
        let pid: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let parent: u32 = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
        (parent == first || pid == first).then_some(pid)
    });
    all.collect()
}

fn serve(world: &World, database: &str) -> (Process, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_centrale"))
        .arg("serve")
        .arg("--manifest")
        .arg(world.dir.path().join("manifest.cose"))
        .args(["--database", database, "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let says = line(child.stdout.take().unwrap());
    let url = says.rsplit_once(' ').unwrap().1.to_owned();
    (Process(child), url)
}

/// What sending everything took.
struct Sent {
    took: Duration,
    latencies: Vec<Duration>,
    /// When each tenth of the ballots had their receipts.
    tenths: Vec<Duration>,
}

fn send_all(world: &World, urls: &[String]) -> Sent {
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
                while let Some(station) = world.stations.get(next.fetch_add(1, Ordering::Relaxed)) {
                    post("/v1/stations", &station.introduction);
                    for (i, batch) in station.batches.iter().enumerate() {
                        let sent = Instant::now();
                        post("/v1/batches", batch);
                        let took = sent.elapsed();
                        let mut a = accepted.lock().unwrap();
                        a.1.push(took);
                        if i % 2 == 1 {
                            a.0 += TOGETHER;
                            let tenth = world.ballots.div_ceil(10);
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
fn report(world: &World, name: &str, bare: f64, sent: &Sent, bytes: u64, cpu: [f64; 3]) {
    let n = world.ballots as f64;
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
    let shown: Vec<String> = steps.iter().map(|s| format!("{:.2}", s / steps[0])).collect();
    println!("  cost of a ballot by tenths, to the first: {}", shown.join(" "));
}

/// Ballots a second of the bare verifier, on all cores.
#[expect(clippy::cast_precision_loss, reason = "figures to read")]
fn bare(world: &World) -> f64 {
    let form = BallotForm::of(&world.manifest).unwrap();
    let mut ballots: Vec<SealedBallot> = Vec::new();
    for station in &world.stations {
        let rotation: Signed<Rotation> = {
            let introduction = Introduction::read(&station.introduction).unwrap();
            let key = Signed::<Certificate>::peek(&introduction.certificate).unwrap().bundle_key;
            Signed::open(&introduction.rotation, &key).unwrap()
        };
        for bytes in &station.batches {
            let batch = Batch::open(bytes, &rotation.value().station_key).unwrap();
            if let Rows::Ballots(rows) = &batch.body().rows {
                ballots.extend(rows.iter().map(|b| form.read(b).unwrap()));
            }
        }
        if ballots.len() >= 20_000 {
            break;
        }
    }
    let begun = Instant::now();
    for batch in ballots.chunks(TOGETHER) {
        form.verify_all(batch).unwrap();
    }
    ballots.len() as f64 / begun.elapsed().as_secs_f64()
}

fn own_processor_time() -> f64 {
    worked(std::process::id())
}

fn measure(world: &World, bare: f64, processes: usize, server: Option<&Postgres>) {
    let kind = if server.is_some() { "PostgreSQL" } else { "SQLite" };
    let file = world.dir.path().join(format!("{kind}-{processes}.db"));
    let mut client = server.map(|s| postgres::Client::connect(&s.url, postgres::NoTls).unwrap());
    let database = match (&mut client, server) {
        (Some(client), Some(server)) => {
            let name = format!("bench_{processes}");
            client.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
            format!("{}/{name}", server.url.rsplit_once('/').unwrap().0)
        }
        _ => file.display().to_string(),
    };
    let running: Vec<_> = (0..processes).map(|_| serve(world, &database)).collect();
    let urls: Vec<String> = running.iter().map(|(_, url)| url.clone()).collect();
    let before = (own_processor_time(), database_time(server));
    let sent = send_all(world, &urls);
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
    report(world, &format!("{kind} {processes}"), bare, &sent, bytes, cpu);
}

/// What PostgreSQL has worked. Its processes serve one connection each, and live as long.
fn database_time(server: Option<&Postgres>) -> f64 {
    server.map_or(0.0, |s| family(&s.data).into_iter().map(worked).sum())
}

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let ballots = asked.first().copied().unwrap_or(100_000);
    let stations = asked.get(1).copied().unwrap_or(200);
    let begun = Instant::now();
    let world = world(ballots, stations);
    println!(
        "{} ballots of {stations} stations sealed in {:.1?}, {} options",
        world.ballots,
        begun.elapsed(),
        world.manifest.value().consultation.questions[0].options.len(),
    );
    let bare = bare(&world);
    println!("bare verifier, all cores, {TOGETHER} at a time: {bare:.0} ballots a second");
    println!("                           of bare  receipt ms: half, 95%, 99%   cpu ms for a ballot:");
    println!("database, processes  ballots/s        p50    p95    p99   bytes   server database  sender");
    for processes in [1, 2] {
        measure(&world, bare, processes, None);
    }
    let server = postgres();
    for processes in [1, 2] {
        measure(&world, bare, processes, Some(&server));
    }
}
