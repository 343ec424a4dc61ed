//! The real program in a pseudo-terminal: keys go in, whole frames come out.
//!
//! Invariant: nothing waits for a fixed time. A step waits for what it should see, and fails with
//! the screen as it is; only whole frames are looked at, never one half drawn.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

/// Long enough for a slow machine with other tests beside it; reached only by a failure.
const PATIENCE: Duration = Duration::from_secs(30);

/// Keys that come sooner after a scanner's are still its own.
const AFTER_A_RUN: Duration = Duration::from_millis(250);

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const BACKSPACE: &str = "\x7f";
pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
pub const END: &str = "\x1b[F";
pub const PAGE_DOWN: &str = "\x1b[6~";
pub const F1: &str = "\x1bOP";
pub const F2: &str = "\x1bOQ";
pub const F3: &str = "\x1bOR";
pub const F4: &str = "\x1bOS";
pub const F6: &str = "\x1b[17~";
pub const F8: &str = "\x1b[19~";
pub const F9: &str = "\x1b[20~";
pub const F10: &str = "\x1b[21~";
pub const CTRL_C: &str = "\x03";
pub const CTRL_Q: &str = "\x11";
pub const CTRL_Z: &str = "\x1a";
pub const CTRL_BACKSLASH: &str = "\x1c";

/// What the terminal shows.
#[derive(Default)]
struct Shown {
    /// Rows of the last whole frame.
    rows: Vec<String>,
    /// Rows that ran over the edge.
    overflowing: Vec<usize>,
    /// Frames as texts, each change once.
    history: Vec<String>,
    /// The program has let go of the terminal.
    ended: bool,
}

struct Display {
    parser: Mutex<vt100::Parser>,
    shown: Mutex<Shown>,
    changed: Condvar,
}

fn program() -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_seggio"));
    command.env("TERM", "xterm-256color");
    command
}

fn demonstration() -> CommandBuilder {
    let mut command = program();
    command.arg("demo");
    command
}

/// A running kiosk. Dropping it ends the program.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    display: Arc<Display>,
    size: (u16, u16),
    /// When a scanner, or somebody as quick, last wrote.
    last_run: Instant,
}

impl Terminal {
    /// `seggio demo --keep world` on a terminal of so many columns and rows.
    pub fn demo(world: &Path, columns: u16, rows: u16) -> Self {
        let mut command = demonstration();
        command.arg("--keep");
        command.arg(world);
        Self::of(command, columns, rows)
    }

    /// `seggio demo`, whose world is in a folder that it makes below `temporary` and clears away.
    pub fn passing_demo(temporary: &Path) -> Self {
        let mut command = demonstration();
        command.env("TMPDIR", temporary);
        Self::of(command, 80, 24)
    }

    /// `seggio --station place`: a station by the machine's own clock.
    pub fn station(place: &Path) -> Self {
        let mut command = program();
        command.arg("--station");
        command.arg(place);
        Self::of(command, 80, 24)
    }

    fn of(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(pty(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let display = Arc::new(Display {
            parser: Mutex::new(vt100::Parser::new(some(rows), some(columns), 0)),
            shown: Mutex::default(),
            changed: Condvar::new(),
        });
        let reading = Arc::clone(&display);
        thread::spawn(move || reading.read(reader));
        Self {
            child,
            master: pair.master,
            keyboard,
            display,
            size: (columns, rows),
            last_run: Instant::now(),
        }
    }

    /// Presses keys at once. A few are a hand's, which comes a moment after a scanner.
    pub fn keys(&mut self, keys: &str) {
        if keys.chars().count() < 5 {
            std::thread::sleep(AFTER_A_RUN.saturating_sub(self.last_run.elapsed()));
        } else {
            self.last_run = Instant::now();
        }
        self.write(keys);
    }

    fn write(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// A hand that looks at the screen after every key.
    pub fn type_slowly(&mut self, text: &str) {
        for (at, sign) in text.char_indices() {
            self.keys(&text[at..at + sign.len_utf8()]);
            self.wait_for(text[..at + sign.len_utf8()].trim_end());
        }
    }

    /// Keys one after the other, with a pause after each.
    pub fn keys_at(&mut self, pause: Duration, keys: &str) {
        for (at, sign) in keys.char_indices() {
            self.write(&keys[at..at + sign.len_utf8()]);
            std::thread::sleep(pause);
        }
        self.last_run = Instant::now();
    }

    /// As long as a person takes to look up from the scanner, or to read.
    pub fn pause(&mut self) {
        self.keyboard.flush().unwrap();
        std::thread::sleep(Duration::from_millis(400));
    }

    /// A scanner: all at once, and Enter.
    pub fn scan(&mut self, code: &str) {
        self.keys(&format!("{code}{ENTER}"));
    }

    /// Waits until the screen says this; line breaks and frames do not matter.
    pub fn wait_for(&self, text: &str) {
        self.wait_until(text, |shown| flat(&shown.rows).contains(text));
    }

    /// Waits until the screen does not say this any more.
    pub fn wait_for_other_than(&self, text: &str) {
        let what = format!("other than {text}");
        self.wait_until(&what, |shown| !flat(&shown.rows).contains(text));
    }

    /// Waits until the program is gone; `true` if it ended well.
    pub fn ends_well(&mut self) -> bool {
        self.wait_until("the end of the program", |shown| shown.ended);
        self.child.wait().unwrap().success()
    }

    /// The window is closed: the program is told, as a terminal that goes tells it. Whether it ended
    /// well.
    pub fn hang_up(&mut self) -> bool {
        let id = self.child.process_id().unwrap();
        let id = Pid::from_raw(id.try_into().unwrap()).unwrap();
        kill_process(id, Signal::HUP).unwrap();
        self.child.wait().unwrap().success()
    }

    fn wait_until(&self, what: &str, is_so: impl Fn(&Shown) -> bool) {
        let until = Instant::now() + PATIENCE;
        let mut shown = self.shown();
        while !is_so(&shown) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() || shown.ended {
                drop(shown);
                panic!("no {what:?} on:\n{}", self.rows().join("\n"));
            }
            shown = self.display.changed.wait_timeout(shown, left).unwrap().0;
        }
    }

    fn shown(&self) -> MutexGuard<'_, Shown> {
        self.display.shown.lock().unwrap()
    }

    /// The rows of the screen.
    pub fn rows(&self) -> Vec<String> {
        self.shown().rows.clone()
    }

    /// The screen as one line of words.
    pub fn text(&self) -> String {
        flat(&self.shown().rows)
    }

    /// The screen says this, now.
    pub fn says(&self, text: &str) {
        let rows = self.rows().join("\n");
        assert!(self.text().contains(text), "no {text:?} on:\n{rows}");
    }

    /// How many frames there have been: a mark for [`Self::since`].
    pub fn frames(&self) -> usize {
        self.shown().history.len()
    }

    /// Every frame since a mark, the one on the screen included.
    pub fn since(&self, mark: usize) -> Vec<String> {
        let shown = self.shown();
        let mut frames = shown.history[mark..].to_vec();
        frames.push(flat(&shown.rows));
        frames
    }

    /// Rows that ran over the edge of the terminal.
    pub fn overflowing(&self) -> Vec<usize> {
        self.shown().overflowing.clone()
    }

    /// Somebody changes the size of the window.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.display
            .parser
            .lock()
            .unwrap()
            .set_size(some(rows), some(columns));
        self.master.resize(pty(columns, rows)).unwrap();
        self.size = (columns, rows);
    }

    /// Keeps the screen as a file for people to look at.
    pub fn keep(&self, name: &str) {
        let folder = screens();
        std::fs::create_dir_all(&folder).unwrap();
        let (columns, rows) = self.size;
        let file = folder.join(format!("{name}-{columns}x{rows}.txt"));
        let screen: Vec<String> = self.rows().iter().map(|r| format!("{r}\n")).collect();
        std::fs::write(file, screen.concat()).unwrap();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // After a failed step the program would wait for keys for ever.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Display {
    /// Reads what the program draws until the program is gone.
    fn read(&self, mut from: Box<dyn Read + Send>) {
        let (mut waiting, mut chunk) = (Vec::new(), [0; 4096]);
        while let Ok(n @ 1..) = from.read(&mut chunk) {
            waiting.extend_from_slice(&chunk[..n]);
            if let Some(end) = end_of_frame(&waiting) {
                self.draw(&waiting[..end]);
                waiting.drain(..end);
            }
        }
        self.draw(&waiting);
        self.shown.lock().unwrap().ended = true;
        self.changed.notify_all();
    }

    fn draw(&self, bytes: &[u8]) {
        let mut parser = self.parser.lock().unwrap();
        parser.process(bytes);
        let screen = parser.screen();
        let (_, columns) = screen.size();
        let rows: Vec<String> = screen.rows(0, columns.get()).collect();
        let overflowing = (0..rows.len())
            .filter(|r| screen.row_wrapped(u16::try_from(*r).unwrap()))
            .collect();
        drop(parser);
        let mut shown = self.shown.lock().unwrap();
        let text = flat(&rows);
        if shown.history.last() != Some(&text) {
            shown.history.push(text);
        }
        shown.rows = rows;
        shown.overflowing = overflowing;
        self.changed.notify_all();
    }
}

/// Where the last whole frame ends: the program hides or shows the cursor after each.
fn end_of_frame(bytes: &[u8]) -> Option<usize> {
    let hidden = bytes.windows(6).rposition(|w| w == b"\x1b[?25l");
    let shown = bytes.windows(6).rposition(|w| w == b"\x1b[?25h");
    hidden.max(shown).map(|at| at + 6)
}

/// Words with one space between them, whatever breaks the lines.
fn flat(rows: &[String]) -> String {
    let words = rows
        .iter()
        .flat_map(|r| r.split(|c: char| c.is_whitespace() || c == '│'));
    let words: Vec<&str> = words.filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

/// `target/screens`.
fn screens() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screens")
}

fn pty(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        ..PtySize::default()
    }
}

fn some(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}
