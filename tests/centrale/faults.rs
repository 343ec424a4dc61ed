//! The server is killed, loses its database, has no disk left, has another beside it: what has a
//! receipt is there, once, and what has none is taken when it is sent again.

use crate::processes::{
    Postgres, Process, arguments, centrale, export, run_postgres, serve, started,
};
use crate::world::World;
use seggio::batch::{Batch, Export, Receipt};
use seggio::board::{Checkpoint, checkpoint};
use seggio::central::{Introduction, stations};
use seggio::envelope::{Digest, Signed};
use seggio::sync::{Carrier, SendError};
use std::collections::BTreeMap;
use std::net::TcpListener;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

const STATIONS: usize = 4;
const BALLOTS: usize = 3;
const KILLS: usize = 8;

/// A load: what each station sends.
struct Load(Vec<(Introduction, Vec<Batch>)>);

impl Load {
    fn new(world: &World, batches: usize) -> Self {
        let station = |n| {
            let mut station = world.station(&format!("tavolo-{n}"));
            let batches = (0..batches / 2).flat_map(|_| station.voters(BALLOTS));
            let batches = batches.collect();
            (station.introduction, batches)
        };
        Self((0..STATIONS).map(station).collect())
    }

    /// Sends everything, each station from its own thread, again and again until it has the receipt;
    /// every try goes to the next address. The receipts.
    fn send(&self, world: &World, urls: &[String]) -> BTreeMap<Digest, Vec<u8>> {
        let receipts = Mutex::new(BTreeMap::new());
        let tries = AtomicUsize::new(0);
        let carriers: Vec<_> = urls
            .iter()
            .map(|u| Carrier::at(&world.manifest, u))
            .collect();
        let next = || &carriers[tries.fetch_add(1, Ordering::Relaxed) % carriers.len()];
        std::thread::scope(|s| {
            for (introduction, batches) in &self.0 {
                let (next, receipts) = (&next, &receipts);
                s.spawn(move || {
                    until_done(|| next().introduce(introduction));
                    for batch in batches {
                        let receipt: Signed<Receipt> = until_done(|| next().send(&batch.bytes()));
                        let key = batch.header().digest();
                        let bytes = receipt.bytes().to_vec();
                        receipts.lock().unwrap().insert(key, bytes);
                    }
                });
            }
        });
        receipts.into_inner().unwrap()
    }

    /// Every batch is there once, every ballot has one place, and the board is the signed one.
    fn is_in(&self, world: &World, export: &Export) {
        assert_eq!(export.stations.len(), self.0.len());
        for ((introduction, batches), there) in self.0.iter().zip(&export.stations) {
            assert_eq!(there.rotation, introduction.rotation);
            let sent: Vec<_> = batches.iter().map(|b| b.header().bytes()).collect();
            let kept: Vec<_> = there.batches.iter().map(|b| b.header.as_slice()).collect();
            assert_eq!(sent, kept);
        }
        let ballots: usize = self.0.iter().map(|(_, b)| b.len() / 2 * BALLOTS).sum();
        assert_eq!(export.leaves.len(), 2 * self.0.len() + ballots);
        board_is_signed(world, export);
    }
}

/// The checkpoint is the board's own, of these leaves, each once.
fn board_is_signed(world: &World, export: &Export) {
    let server = &world.manifest.value().server;
    let board = checkpoint::open(&export.checkpoint, &server.board_origin, &server.board_key);
    assert_eq!(board.unwrap(), Checkpoint::of(&export.leaves));
    let distinct: std::collections::BTreeSet<_> = export.leaves.iter().collect();
    assert_eq!(distinct.len(), export.leaves.len());
}

/// Tries again what could not be reached; a refusal is a failure.
fn until_done<T: std::fmt::Debug>(mut send: impl FnMut() -> Result<T, SendError>) -> T {
    let end = Instant::now() + Duration::from_mins(3);
    loop {
        match send() {
            Ok(done) => return done,
            Err(SendError::Refused { name, detail }) => panic!("{name}: {detail}"),
            Err(e) => assert!(Instant::now() < end, "{e}"),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn free_address() -> String {
    let free = TcpListener::bind("127.0.0.1:0").unwrap();
    free.local_addr().unwrap().to_string()
}

/// Kills the servers in turn, again and again, while a load is sent, and at least once each.
fn killed(world: &World, database: &str, processes: usize) {
    let load = Load::new(world, 12);
    let addresses: Vec<String> = (0..processes).map(|_| free_address()).collect();
    let mut servers: Vec<Process> = addresses
        .iter()
        .map(|a| serve(world, database, a).0)
        .collect();
    let urls: Vec<String> = addresses.iter().map(|a| format!("http://{a}")).collect();
    let done = AtomicBool::new(false);
    let mut kills = 0;
    let receipts = std::thread::scope(|s| {
        let sending = s.spawn(|| {
            let receipts = load.send(world, &urls);
            done.store(true, Ordering::Release);
            receipts
        });
        // Moments that no clock of the server's knows. However fast the machine is, the first comes while
        // the load is on its way.
        while kills < processes || (kills < KILLS && !done.load(Ordering::Acquire)) {
            let pause = if kills == 0 {
                20
            } else {
                50 + (kills as u64 * 137) % 300
            };
            std::thread::sleep(Duration::from_millis(pause));
            let n = kills % processes;
            servers[n].0.kill().unwrap();
            servers[n].0.wait().unwrap();
            servers[n] = serve(world, database, &addresses[n]).0;
            kills += 1;
        }
        sending.join().unwrap()
    });
    // The same again gives the same receipts, also after all kills.
    assert_eq!(load.send(world, &urls), receipts);
    load.is_in(world, &export(world, database, "export.zip"));
}

#[test]
fn a_server_that_is_killed_loses_nothing_and_has_nothing_twice_in_a_file() {
    let world = World::new();
    let database = world.path("centrale.db").display().to_string();
    killed(&world, &database, 1);
}

#[test]
fn two_servers_that_are_killed_lose_nothing_and_have_nothing_twice_in_postgresql() {
    let (world, server) = (World::new(), Postgres::start(&[]));
    killed(&world, &server.database("uccisi"), 2);
}

#[test]
fn two_processes_share_a_file_too() {
    let world = World::new();
    let database = world.path("centrale.db").display().to_string();
    let load = Load::new(&world, 8);
    let servers = [(); 2].map(|()| serve(&world, &database, "127.0.0.1:0"));
    load.send(&world, &servers.each_ref().map(|(_, url)| url.clone()));
    load.is_in(&world, &export(&world, &database, "export.zip"));
}

#[test]
fn connections_to_the_database_that_break_lose_nothing() {
    let (world, server) = (World::new(), Postgres::start(&[]));
    let database = server.database("interrotti");
    let load = Load::new(&world, 16);
    let (process, url) = serve(&world, &database, "127.0.0.1:0");
    let done = AtomicBool::new(false);
    std::thread::scope(|s| {
        let sending = s.spawn(|| {
            load.send(&world, &[url]);
            done.store(true, Ordering::Release);
        });
        let mut client = server.client();
        let mut broken = 0;
        // Some while the load is on its way; where that is over soon, those that wait for the next.
        while broken < 5 || (broken < 40 && !done.load(Ordering::Acquire)) {
            let all = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                       WHERE application_name = 'centrale'";
            broken += client.query_one(all, &[]).unwrap().get::<_, i64>(0);
            std::thread::sleep(Duration::from_millis(300));
        }
        sending.join().unwrap();
    });
    load.is_in(&world, &export(&world, &database, "export.zip"));
    drop(process);
}

#[test]
fn a_full_disk_is_said_and_nothing_that_has_a_receipt_is_lost() {
    let world = World::new();
    let database = world.path("centrale.db").display().to_string();
    let load = Load::new(&world, 40);
    // No file of this process may grow beyond 1,500 blocks of 512 bytes: a disk that is full. Who asks
    // for more gets an error, as from a disk, instead of a signal.
    let (process, url) = started(
        Command::new("sh")
            .args(["-c", r#"trap '' XFSZ; ulimit -S -f 1500; exec "$0" "$@""#])
            .arg(env!("CARGO_BIN_EXE_centrale"))
            .args(arguments("serve", &world, &database))
            .args(["--listen", "127.0.0.1:0"]),
    );
    let carrier = Carrier::at(&world.manifest, &url);
    let (introduction, batches) = &load.0[0];
    until_done(|| carrier.introduce(introduction));
    let mut taken = 0;
    let full = batches
        .iter()
        .find_map(|batch| match carrier.send(&batch.bytes()) {
            Ok(_) => {
                taken += 1;
                None
            }
            Err(e) => Some(e),
        });
    let full = full.unwrap_or_else(|| panic!("the disk was never full"));
    assert!(!matches!(full, SendError::Refused { .. }), "{full}");
    assert!(taken > 0);
    // There is room again: the same process goes on.
    let pid = process.0.id().to_string();
    let room = Command::new("prlimit")
        .args(["--pid", &pid, "--fsize=unlimited"])
        .status();
    assert!(room.unwrap().success());
    load.send(&world, &[url]);
    load.is_in(&world, &export(&world, &database, "export.zip"));
    drop(process);
}

/// Copies the database while a load is sent; what was there before the copy began is in it, and it is
/// whole.
fn copied(world: &World, database: &str, copy: impl Fn() -> String) {
    let load = Load::new(world, 16);
    let (process, url) = serve(world, database, "127.0.0.1:0");
    let first = Load(
        load.0
            .iter()
            .map(|(i, b)| (i.clone(), b[..4].to_vec()))
            .collect(),
    );
    first.send(world, std::slice::from_ref(&url));
    let before = export(world, database, "before.zip");
    let copies = std::thread::scope(|s| {
        let sending = s.spawn(|| load.send(world, std::slice::from_ref(&url)));
        let mut copies = Vec::new();
        while !sending.is_finished() && copies.len() < 2 {
            copies.push(copy());
        }
        sending.join().unwrap();
        copies
    });
    assert!(!copies.is_empty());
    for (n, restored) in copies.iter().enumerate() {
        // A server starts on it, and places what was still waiting.
        let (again, url) = serve(world, restored, "127.0.0.1:0");
        until_done(|| Carrier::at(&world.manifest, &url).introduce(&load.0[0].0));
        let export = export(world, restored, &format!("restored-{n}.zip"));
        board_is_signed(world, &export);
        assert_eq!(export.leaves[..before.leaves.len()], before.leaves);
        for (was, is) in before.stations.iter().zip(&export.stations) {
            assert_eq!(is.batches[..was.batches.len()], was.batches);
        }
        // What came after the copy is sent again.
        load.send(world, &[url]);
        load.is_in(world, &self::export(world, restored, "again.zip"));
        drop(again);
    }
    load.is_in(world, &export(world, database, "export.zip"));
    drop(process);
}

#[test]
fn a_file_is_copied_while_batches_arrive() {
    let world = World::new();
    let database = world.path("centrale.db").display().to_string();
    let copies = AtomicUsize::new(0);
    copied(&world, &database, || {
        let n = copies.fetch_add(1, Ordering::Relaxed);
        let to = world.path(&format!("copia-{n}.db")).display().to_string();
        let all = ["backup", "--database", &database, "--to", &to];
        centrale(&all.map(str::to_owned));
        to
    });
}

#[test]
fn a_database_is_dumped_and_restored_while_batches_arrive() {
    let (world, server) = (World::new(), Postgres::start(&[]));
    let database = server.database("salvato");
    let copies = AtomicUsize::new(0);
    copied(&world, &database, || {
        let n = copies.fetch_add(1, Ordering::Relaxed);
        let dump = world.path(&format!("copia-{n}.dump"));
        let to = server.database(&format!("copia_{n}"));
        run_postgres(
            "pg_dump",
            &[
                "--format=custom",
                "--file",
                dump.to_str().unwrap(),
                &database,
            ],
        );
        run_postgres("pg_restore", &["--dbname", &to, dump.to_str().unwrap()]);
        to
    });
}

#[test]
fn a_server_that_was_put_back_to_an_older_state_is_noticed() {
    let world = World::new();
    let database = world.path("centrale.db").display().to_string();
    let mut station = world.station("tavolo-1");
    let (process, url) = serve(&world, &database, "127.0.0.1:0");
    let carrier = Carrier::at(&world.manifest, &url);
    until_done(|| carrier.introduce(&station.introduction));
    let old = world.path("vecchio.db").display().to_string();
    centrale(&["backup", "--database", &database, "--to", &old].map(str::to_owned));
    for batch in station.voters(2) {
        carrier.send(&batch.bytes()).unwrap();
    }
    export(&world, &database, "export.zip");
    // The station has seen the board as it is now; the server is put back.
    let seen = carrier.send(&station.voters(1)[0].bytes()).unwrap();
    let batch = station.having_seen(&seen.value().checkpoint);
    drop(process);
    let (_process, url) = serve(&world, &old, "127.0.0.1:0");
    let refused = Carrier::at(&world.manifest, &url).send(&batch.bytes());
    let Err(SendError::Refused { name, .. }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(name, "checkpoint");
    let ledger = seggio::central::Ledger::open_existing(std::path::Path::new(&old)).unwrap();
    let alarms = &stations(&ledger).unwrap()[0].alarms;
    assert!(alarms.iter().any(|a| a.why == "checkpoint"));
}
