//! The real server and a real database, each a process that ends with the test.

use crate::world::World;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A process that was started; it is killed when this is dropped.
pub struct Process(pub Child);

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn line(out: impl Read) -> String {
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).unwrap();
    line.trim().to_owned()
}

/// A PostgreSQL server of one's own. It ends, and cleans up, when its standard input is closed: it is
/// waited for, and never killed.
pub struct Postgres {
    pub url: String,
    process: Child,
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

impl Postgres {
    /// `--durable`: what is committed is on disk, as in real use.
    pub fn start(options: &[&str]) -> Self {
        let mut process = Command::new("scripts/postgres")
            .args(options)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let url = line(process.stdout.take().unwrap());
        assert!(
            !url.is_empty(),
            "there is no PostgreSQL server to test with"
        );
        Self { url, process }
    }

    pub fn client(&self) -> postgres::Client {
        postgres::Client::connect(&self.url, postgres::NoTls).unwrap()
    }

    /// The URL of a new database.
    pub fn database(&self, name: &str) -> String {
        let create = format!("CREATE DATABASE {name}");
        self.client().batch_execute(&create).unwrap();
        format!("{}/{name}", self.url.rsplit_once('/').unwrap().0)
    }
}

/// Runs one of PostgreSQL's own programs.
pub fn run_postgres(program: &str, arguments: &[&str]) {
    let done = Command::new("scripts/postgres")
        .args(["--run", program])
        .args(arguments)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program}: {errors}");
}

/// The arguments of `centrale` for a world and a database.
pub fn arguments(command: &str, world: &World, database: &str) -> Vec<String> {
    let manifest = world.path("manifest.cose").display().to_string();
    let all = [command, "--manifest", &manifest, "--database", database];
    all.map(str::to_owned).to_vec()
}

/// `centrale serve`, and where it listens.
pub fn serve(world: &World, database: &str, listen: &str) -> (Process, String) {
    started(
        Command::new(env!("CARGO_BIN_EXE_centrale"))
            .args(arguments("serve", world, database))
            .args(["--listen", listen]),
    )
}

/// Waits until a server says where it listens.
pub fn started(command: &mut Command) -> (Process, String) {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let says = line(child.stdout.take().unwrap());
    let url = says.rsplit_once(' ').map(|(_, url)| url.to_owned());
    (Process(child), url.unwrap())
}

/// Runs `centrale`; what it printed, if it succeeded.
pub fn centrale(arguments: &[String]) -> String {
    let done = Command::new(env!("CARGO_BIN_EXE_centrale"))
        .args(arguments)
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{arguments:?}\n{errors}");
    String::from_utf8(done.stdout).unwrap()
}

/// What the server holds.
pub fn export(world: &World, database: &str, name: &str) -> seggio::batch::Export {
    let to = world.path(name);
    let file = to.display().to_string();
    let all = ["export", "--database", database, "--to", &file];
    centrale(&all.map(str::to_owned));
    read(&to)
}

pub fn read(zip: &Path) -> seggio::batch::Export {
    seggio::batch::Export::from_zip(&std::fs::read(zip).unwrap()).unwrap()
}
