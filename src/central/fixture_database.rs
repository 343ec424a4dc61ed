//! Databases for tests: a file, or one of a PostgreSQL server that the tests start themselves.

use super::Address;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// On which database a test runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum On {
    File,
    Server,
}

/// The server of this process; it ends when its standard input closes, with the process.
struct Server {
    url: String,
    _child: Child,
    _alive: ChildStdin,
}

static SERVER: OnceLock<Server> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

fn start() -> Server {
    let mut child = Command::new(concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/postgres"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let alive = child.stdin.take().unwrap();
    let mut url = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut url)
        .unwrap();
    assert!(
        !url.is_empty(),
        "there is no PostgreSQL server to test with"
    );
    Server {
        url: url.trim().to_owned(),
        _child: child,
        _alive: alive,
    }
}

/// An empty database of its own.
pub(crate) fn empty_database() -> Address {
    let server = &SERVER.get_or_init(start).url;
    let name = format!("prova_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    connected(server)
        .batch_execute(&format!("CREATE DATABASE {name}"))
        .unwrap();
    let (host, _) = server.rsplit_once('/').unwrap();
    Address::Postgres(format!("{host}/{name}"))
}

/// A connection of the test's own.
pub(crate) fn client(address: &Address) -> postgres::Client {
    match address {
        Address::File(path) => panic!("{} is a file", path.display()),
        Address::Postgres(url) => connected(url),
    }
}

fn connected(url: &str) -> postgres::Client {
    postgres::Client::connect(url, postgres::NoTls).unwrap()
}
