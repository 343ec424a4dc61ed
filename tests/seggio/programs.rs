//! Calling the three programs.

use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

fn program(name: &str) -> Command {
    Command::new(match name {
        "seggio" => env!("CARGO_BIN_EXE_seggio"),
        "centrale" => env!("CARGO_BIN_EXE_centrale"),
        "scrutinio" => env!("CARGO_BIN_EXE_scrutinio"),
        other => panic!("{other}"),
    })
}

pub fn file(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A file of secrets, one a line.
pub fn secret(dir: &Path, name: &str, lines: &[&str]) -> PathBuf {
    let path = dir.join(format!("{name}.secret"));
    std::fs::write(&path, lines.join("\n")).unwrap();
    path
}

pub fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// Runs a program that must succeed; returns what it printed.
pub fn run(name: &str, args: &[&str]) -> String {
    run_expecting(0, name, args)
}

/// Runs a program that must end with this status.
pub fn run_expecting(status: i32, name: &str, args: &[&str]) -> String {
    let done = program(name)
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (out, err) = (
        String::from_utf8(done.stdout).unwrap(),
        String::from_utf8_lossy(&done.stderr),
    );
    assert_eq!(
        done.status.code(),
        Some(status),
        "{name} {args:?}\n{out}\n{err}"
    );
    out.trim_end().to_owned()
}

/// An address for a server that is not running yet.
pub struct Reserved(TcpListener);

/// `centrale serve`, stopped when dropped.
pub struct Server(Child);

impl Server {
    pub fn reserve() -> Reserved {
        Reserved(TcpListener::bind("127.0.0.1:0").unwrap())
    }
}

impl Reserved {
    pub fn url(&self) -> String {
        format!("http://{}", self.0.local_addr().unwrap())
    }

    pub fn start(self, manifest: &Path, database: &Path) -> Server {
        let address = self.0.local_addr().unwrap();
        drop(self.0);
        let child = program("centrale")
            .args([
                "serve",
                "--manifest",
                file(manifest),
                "--database",
                file(database),
            ])
            .args(["--listen", &address.to_string()])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let server = Server(child);
        let begun = Instant::now();
        while TcpStream::connect(address).is_err() {
            assert!(
                begun.elapsed() < Duration::from_secs(20),
                "the server does not answer"
            );
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A file of real or made-up elections.
pub fn election(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/elections")
        .join(name)
}

/// Runs `scrutinio` on an election; the exit status, what it printed and its complaint.
pub fn of_election(command: &str, election: &Path, args: &[&str]) -> (i32, String, String) {
    let done = program("scrutinio")
        .arg(command)
        .arg(election)
        .args(args)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        done.status.code().unwrap(),
        text(done.stdout),
        text(done.stderr),
    )
}
