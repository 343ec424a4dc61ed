//! One text being spoken by one program.
//!
//! Invariant: when a [`Pronouncing`] is gone, so is its program with everything it started, and it
//! has been waited for. Nothing here waits for the program's good will: its input is written as
//! far as it reads, and what does not read in time is killed.

use std::io::{self, ErrorKind, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use rustix::io::ioctl_fionbio;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use zeroize::Zeroizing;

use super::engine::Call;

/// How long a program may leave its text unread.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
/// How long a killed program may take to go.
const PARTING: Duration = Duration::from_secs(1);
/// How long a call that hushes may take: it may have to start Speech Dispatcher's server.
const HUSHING: Duration = Duration::from_secs(3);
/// How often they are looked at.
const GLANCE: Duration = Duration::from_millis(2);

/// A program that is speaking.
pub(super) struct Pronouncing {
    /// `None` when it has been waited for.
    child: Option<Child>,
    /// `None` when the whole text is written, or nobody reads it.
    stdin: Option<ChildStdin>,
    line: Zeroizing<String>,
    written: usize,
    unread_until: Instant,
    hush: Option<Call>,
}

/// How it stands with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Progress {
    /// Being said.
    Speaking,
    /// Said to the end.
    Said,
    /// The program did not read it, or ended with an error.
    Failed,
}

impl Pronouncing {
    /// Starts the program and gives it the line. `hush` is what silences it besides killing it.
    pub(super) fn start(
        call: &Call,
        line: Zeroizing<String>,
        hush: Option<Call>,
        patience: Duration,
    ) -> io::Result<Self> {
        let mut child = spawn(call, Stdio::piped())?;
        let stdin = child.stdin.take();
        let mut pronouncing = Self {
            child: Some(child),
            stdin,
            line,
            written: 0,
            unread_until: Instant::now() + patience,
            hush,
        };
        if let Some(stdin) = &pronouncing.stdin {
            ioctl_fionbio(stdin, true)?;
        }
        pronouncing.write();
        Ok(pronouncing)
    }

    /// Writes on, and sees whether the program has ended.
    pub(super) fn look(&mut self) -> Progress {
        self.write();
        if self.stdin.is_some() && Instant::now() >= self.unread_until {
            return Progress::Failed;
        }
        let Some(child) = &mut self.child else {
            return Progress::Failed;
        };
        // Looked at without being waited for, the program keeps its process group's number: what it
        // left running can be killed, and nobody else's.
        let ended = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        match waitid(WaitId::Pid(Pid::from_child(child)), ended) {
            Ok(None) => Progress::Speaking,
            Ok(Some(status)) if status.exit_status() == Some(0) => {
                // Said: there is nothing left to hush.
                self.hush = None;
                Progress::Said
            }
            Ok(Some(_)) | Err(_) => Progress::Failed,
        }
    }

    fn write(&mut self) {
        while let Some(stdin) = &mut self.stdin {
            match stdin.write(&self.line.as_bytes()[self.written..]) {
                Ok(more) => self.written += more,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => return,
                // Nobody reads any more: the program's end will say why.
                Err(_) => self.stdin = None,
            }
            if self.written == self.line.len() {
                self.stdin = None;
            }
        }
    }
}

impl Drop for Pronouncing {
    fn drop(&mut self) {
        if let Some(child) = self.child.take() {
            kill(child);
        }
        // Only now: the program can no longer hand anything over.
        if let Some(Ok(child)) = self.hush.take().map(|hush| spawn(&hush, Stdio::null())) {
            end(child);
        }
    }
}

/// Starts a program in a process group of its own, seen by nobody.
fn spawn(call: &Call, stdin: Stdio) -> io::Result<Child> {
    Command::new(&call.program)
        .args(&call.args)
        .stdin(stdin)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
}

/// Lets a short program end, and kills it if it does not.
fn end(mut child: Child) {
    if !gone(&mut child, HUSHING) {
        kill(child);
    }
}

/// Kills a program and all of its group, and waits for it.
fn kill(mut child: Child) {
    // Nothing to do about a failure: it has ended already, or it is not ours to kill.
    let _ = kill_process_group(Pid::from_child(&child), Signal::KILL);
    if !gone(&mut child, PARTING) {
        // The kernel holds it, in a sound driver that hangs. Whoever waits for it must not be us.
        let _ = thread::Builder::new().spawn(move || child.wait());
    }
}

/// Waits for a program's end, but not longer than this.
fn gone(child: &mut Child, at_most: Duration) -> bool {
    let until = Instant::now() + at_most;
    loop {
        match child.try_wait() {
            Ok(None) if Instant::now() < until => thread::sleep(GLANCE),
            Ok(None) => return false,
            Ok(Some(_)) | Err(_) => return true,
        }
    }
}
