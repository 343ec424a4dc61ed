//! Joins terminal, clerk and model.
//!
//! Three threads: this one draws and never waits longer than a tick; one reads the terminal; one
//! belongs to the clerk. They meet in one channel of [`Msg`].
//!
//! A panic anywhere restores the terminal, writes a line to the log and ends the process: a
//! kiosk that lives on with half its threads could be left with Ctrl-C.

use super::appearance;
use super::held::Held;
use super::model::{Cmd, Model, Msg};
use super::runs::{HELD, Passed, Runs};
use super::terminal;
use super::theme::Theme;
use super::update::update;
use super::view::view;
use super::voter::Target;
use super::words::Look;
use super::work::{Clerk, Done, Job};
use crate::i18n::{Language, text_with};
use crate::voice::{Engine, Rate, Voice};
use crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use rand_core::RngCore;
use ratatui::layout::{Position, Size};
use signal_hook::consts::{SIGHUP, SIGTERM};
use signal_hook::iterator::Signals;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const TICK: Duration = Duration::from_millis(100);

/// How the kiosk starts.
pub struct Options {
    /// Styles and glyphs.
    pub theme: Theme,
    /// The operators' language.
    pub language: Language,
    /// Where a panic is written.
    pub log: PathBuf,
    /// Whether nothing counts; the unlocked station can say so too.
    pub training: bool,
    /// Lines under the unlock screen, in the demo. Empty otherwise.
    pub hint: Vec<String>,
}

/// Shows the kiosk until an operator leaves it.
pub fn run(clerk: impl Clerk + 'static, options: Options) -> io::Result<()> {
    let log = options.log.display().to_string();
    let farewell = text_with(options.language, "operator-stopped", &[("log", log.into())]);
    end_on_panic(options.log, farewell);
    let mut terminal = ratatui::try_init()?;
    let result = terminal::take().and_then(|()| {
        let look = Look {
            theme: options.theme,
            language: options.language,
        };
        let mut model = Model::new(look, options.training, options.hint);
        model.chance = rand_core::OsRng.next_u64();
        live(model, clerk, &mut terminal)
    });
    terminal::give_back();
    result
}

/// The panic hook: terminal back, one line in the log, end. It is installed before the terminal
/// is taken, and aborts whichever thread panicked.
fn end_on_panic(log: PathBuf, farewell: String) {
    std::panic::set_hook(Box::new(move |panic| {
        terminal::give_back();
        // The place alone: a panic's text may hold the value that led to it.
        let place = panic
            .location()
            .map_or_else(String::new, ToString::to_string);
        write_line(&log, &format!("seggio stopped at {place}"));
        let _ = writeln!(io::stderr(), "{farewell}");
        std::process::abort();
    }));
}

fn write_line(log: &Path, line: &str) {
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(log) {
        let _ = writeln!(file, "{line}");
    }
}

fn live(
    mut model: Model,
    clerk: impl Clerk + 'static,
    terminal: &mut ratatui::DefaultTerminal,
) -> io::Result<()> {
    let (messages, inbox) = channel();
    let mut size = terminal.size()?;
    update(&mut model, resized(size));
    let (jobs, at_work) = start_clerk(clerk, messages.clone());
    end_on_signals(messages.clone())?;
    listen(messages);
    // A clerk that is gone shows in the panic hook; a job it cannot take is nothing to add.
    let _ = jobs.send(Job::Operators);
    let mut last = Instant::now();
    let mut targets = Vec::new();
    let mut voice = Voice::new(None);
    loop {
        if model.take_changed() {
            terminal.draw(|frame| targets = view(&model, frame))?;
        }
        let mut news = next(&inbox, &mut last)?;
        // A terminal that changes its size before anybody listens does not say so again.
        let now = terminal.size()?;
        if now != size {
            size = now;
            news.insert(0, resized(size));
        }
        for msg in news {
            let Some(msg) = on_target(msg, &targets) else {
                continue;
            };
            for cmd in update(&mut model, msg) {
                match cmd {
                    Cmd::Say {
                        language,
                        voice: rate,
                        text,
                    } => {
                        voice.set_rate(rate_of(rate));
                        voice.speak(language, &text);
                    }
                    Cmd::Hush => voice.stop(),
                    Cmd::Voice(setting) => {
                        // A setting that names nothing to speak with is silence; the desk says so.
                        voice = Voice::new(Engine::detect(&setting).unwrap_or_default());
                        model.voice = voice.is_available();
                    }
                    Cmd::Work(job) => {
                        let _ = jobs.send(job);
                    }
                    Cmd::Quit => {
                        drop(jobs);
                        let _ = at_work.join();
                        return Ok(());
                    }
                }
            }
        }
    }
}

fn resized(size: Size) -> Msg {
    Msg::Resized {
        columns: size.width,
        rows: size.height,
    }
}

fn rate_of(voice: appearance::Voice) -> Rate {
    match voice {
        appearance::Voice::Slow => Rate::Slow,
        appearance::Voice::Fast => Rate::Fast,
        appearance::Voice::Normal | appearance::Voice::Off => Rate::Normal,
    }
}

/// What was pointed at, of what is drawn now; nothing where nothing can be.
fn on_target(msg: Msg, targets: &[Target]) -> Option<Msg> {
    let Msg::PointedAt(place) = msg else {
        return Some(msg);
    };
    let (_, press) = targets.iter().find(|(rect, _)| rect.contains(place))?;
    Some(Msg::Pointed(*press))
}

/// What has come since the last frame, at most one tick later, and the time that has passed.
fn next(inbox: &Receiver<Msg>, last: &mut Instant) -> io::Result<Vec<Msg>> {
    let mut all = Vec::new();
    match inbox.recv_timeout(TICK.saturating_sub(last.elapsed())) {
        Ok(msg) => all.push(msg),
        Err(RecvTimeoutError::Timeout) => {}
        Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::BrokenPipe.into()),
    }
    // A scanner's keys come faster than frames: one frame for all of them.
    all.extend(inbox.try_iter().take(256));
    let passed = last.elapsed();
    if passed >= TICK {
        *last = Instant::now();
        all.push(Msg::Tick(passed));
    }
    Ok(all)
}

/// The clerk's thread: one job at a time, in order. It ends when nobody can ask any more.
fn start_clerk(
    mut clerk: impl Clerk + 'static,
    messages: Sender<Msg>,
) -> (Sender<Job>, JoinHandle<()>) {
    let (jobs, todo) = channel::<Job>();
    let thread = thread::spawn(move || {
        for job in todo {
            let progress = |step: Done| {
                let _ = messages.send(Msg::Done(step));
            };
            let done = clerk.work(job, &progress);
            let _ = messages.send(Msg::Done(done));
        }
    });
    (jobs, thread)
}

/// A terminal that is closed, and whoever ends the process, end the kiosk as its last key does:
/// the station is locked, and what belongs to the demo is cleared away.
fn end_on_signals(messages: Sender<Msg>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM])?;
    thread::spawn(move || {
        for _ in signals.forever() {
            let _ = messages.send(Msg::TerminalLost);
        }
    });
    Ok(())
}

/// The thread that reads the terminal. It sleeps in `read` when the program ends.
fn listen(messages: Sender<Msg>) {
    thread::spawn(move || {
        let mut runs = Runs::default();
        let mut held = Held::default();
        while let Ok(event) = next_event(&runs) {
            let mut all: Vec<Msg> = Vec::new();
            let mut keys = |passed: Vec<Passed>| {
                all.extend(passed.into_iter().map(|(key, swift)| {
                    if swift {
                        Msg::Swift(key)
                    } else {
                        Msg::Key(key)
                    }
                }));
            };
            match event {
                Some(Event::Key(key)) if key.kind != KeyEventKind::Release => {
                    let now = Instant::now();
                    keys(runs.take(held.told(key, now), now));
                }
                Some(Event::Key(_)) => {}
                _ => keys(runs.rest()),
            }
            match event {
                Some(Event::Paste(text)) => all.push(Msg::Paste(text)),
                Some(Event::Mouse(MouseEvent {
                    kind: MouseEventKind::Down(MouseButton::Left),
                    column,
                    row,
                    ..
                })) => all.push(Msg::PointedAt(Position::new(column, row))),
                Some(Event::Resize(columns, rows)) => all.push(Msg::Resized { columns, rows }),
                _ => {}
            }
            if all.into_iter().any(|msg| messages.send(msg).is_err()) {
                return;
            }
        }
        // No terminal, no kiosk: the station must not stay unlocked behind it.
        let _ = messages.send(Msg::TerminalLost);
    });
}

/// The next event; `None` if keys are held back and nothing followed them.
fn next_event(runs: &Runs) -> io::Result<Option<Event>> {
    if runs.is_holding() && !event::poll(HELD)? {
        return Ok(None);
    }
    event::read().map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::facts::Notice;

    struct Slow;

    impl Clerk for Slow {
        fn work(&mut self, job: Job, progress: &dyn Fn(Done)) -> Done {
            match job {
                Job::Sync => {
                    progress(Done::Step(Notice::plain("step-syncing")));
                    Done::SyncFailed(Notice::plain("sync-no-network"))
                }
                _ => Done::Locked,
            }
        }
    }

    #[test]
    fn the_clerk_answers_in_order_and_ends_when_nobody_asks() {
        let (messages, inbox) = channel();
        let (jobs, at_work) = start_clerk(Slow, messages);
        jobs.send(Job::Sync).unwrap();
        jobs.send(Job::Lock).unwrap();
        drop(jobs);
        at_work.join().unwrap();
        let done: Vec<Msg> = inbox.iter().collect();
        assert!(matches!(
            done.as_slice(),
            [
                Msg::Done(Done::Step(_)),
                Msg::Done(Done::SyncFailed(_)),
                Msg::Done(Done::Locked)
            ]
        ));
    }

    #[test]
    fn a_frame_never_waits_longer_than_a_tick() {
        let (messages, inbox) = channel();
        let started = Instant::now();
        let mut last = started;
        let first = next(&inbox, &mut last).unwrap();
        assert!(matches!(first.as_slice(), [Msg::Tick(passed)] if *passed >= TICK));
        // Generous, for a busy machine; the clerk's work would take seconds.
        assert!(started.elapsed() < 10 * TICK);
        drop(messages);
        assert!(
            next(&inbox, &mut last).is_err(),
            "without anyone to hear from, it ends"
        );
    }
}
