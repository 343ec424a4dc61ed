//! Speech, proven on what is sent to the program: scripts stand for the engines and write down
//! what they were given.

mod engine;
mod espeak;
mod failing;
mod speaking;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::{Engine, Voice};

/// A folder with an engine and what it wrote down.
struct Studio {
    folder: TempDir,
}

/// What an engine was given, once: its process, its arguments, the text.
#[derive(Debug, Clone)]
struct Heard {
    process: u32,
    args: String,
    text: String,
}

/// Shell words that write `$$`, the arguments and the text to the studio's file in one line.
const WRITE_DOWN: &str = r#"text=$(cat); printf '%s|%s|%s\n' "$$" "$*" "$text" >> "$studio/heard""#;

impl Studio {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// An engine that runs these lines of shell, where `$studio` is this folder.
    fn engine(&self, lines: &str) -> Engine {
        let args = ["{language}", "{rate}"].map(String::from).to_vec();
        let program = self.program("engine", lines);
        Engine::Command { program, args }
    }

    /// A program in this folder.
    fn program(&self, name: &str, lines: &str) -> PathBuf {
        let path = self.path(name);
        let studio = self.folder.path().display();
        executable(&path, &format!("#!/bin/sh\nstudio='{studio}'\n{lines}\n"));
        path
    }

    /// A voice through an engine of these lines, that says every text without waiting for others.
    fn voice(&self, lines: &str) -> Voice {
        Voice::settling(Some(self.engine(lines)), Duration::ZERO)
    }

    /// What was heard, as soon as it is `count` texts.
    fn heard(&self, count: usize) -> Vec<Heard> {
        let heard = || {
            let lines = fs::read_to_string(self.path("heard")).unwrap_or_default();
            let heard: Vec<Heard> = lines.lines().map(Heard::read).collect();
            (heard.len() >= count).then_some(heard)
        };
        until("the texts are heard", heard)
    }

    /// The last number in a file of this folder, as soon as there is one.
    fn number(&self, name: &str) -> u32 {
        until(name, || {
            let text = fs::read_to_string(self.path(name)).ok()?;
            text.strip_suffix('\n')?.lines().last()?.parse().ok()
        })
    }
}

impl Heard {
    fn read(line: &str) -> Self {
        let parts: Vec<&str> = line.splitn(3, '|').collect();
        Self {
            process: parts[0].parse().unwrap(),
            args: parts[1].into(),
            text: parts[2].into(),
        }
    }
}

/// Written by another process: a program that this one has open for writing, however briefly, cannot
/// be run by a test beside it.
fn executable(path: &Path, text: &str) {
    let mut writer = Command::new("sh")
        .args(["-c", r#"cat > "$1" && chmod +x "$1""#, "sh"])
        .arg(path)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = writer.stdin.take().unwrap();
    stdin.write_all(text.as_bytes()).unwrap();
    drop(stdin);
    assert!(writer.wait().unwrap().success());
}

/// Whether a process runs. One that is dead and not waited for by its parent does not.
fn runs(process: u32) -> bool {
    fs::read_to_string(format!("/proc/{process}/stat"))
        .is_ok_and(|stat| !stat.rsplit(')').next().unwrap().starts_with(" Z"))
}

/// Whether a process has left nothing, not even an end that nobody waited for.
fn is_gone(process: u32) -> bool {
    !Path::new(&format!("/proc/{process}")).exists()
}

/// Asks until there is an answer; the time is only the end of a test that fails.
fn until<T>(what: &str, mut answer: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + Duration::from_mins(1);
    loop {
        if let Some(answer) = answer() {
            return answer;
        }
        assert!(Instant::now() < end, "never: {what}");
        thread::sleep(Duration::from_millis(2));
    }
}

fn until_true(what: &str, mut is_true: impl FnMut() -> bool) {
    until(what, || is_true().then_some(()));
}
