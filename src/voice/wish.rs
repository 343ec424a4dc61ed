//! What the voice should be doing: at most one text, the latest.
//!
//! Invariant: the lock is held only to read or change these few fields, never while a program is
//! started, fed, killed or waited for. So whoever asks for a text never waits for another.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use zeroize::Zeroizing;

use super::Rate;
use crate::i18n::Language;

/// A text to say.
pub(super) struct Wish {
    pub(super) language: Language,
    pub(super) line: Zeroizing<String>,
    pub(super) rate: Rate,
}

/// What the thread has to do next.
pub(super) enum Next {
    /// Be silent now.
    Hush,
    /// Say this.
    Say(Wish),
    /// Look after the program that is speaking.
    Look,
    /// Be silent, and end.
    End,
}

/// The box between callers and the thread.
pub(super) struct Wishes {
    state: Mutex<State>,
    changed: Condvar,
    settle: Duration,
}

#[derive(Default)]
struct State {
    hush: bool,
    text: Option<Waiting>,
    rate: Rate,
    failed: bool,
    stage: Stage,
}

/// Where the thread is in its life.
#[derive(Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Open,
    /// It is asked to end.
    Closing,
    Ended,
}

struct Waiting {
    language: Language,
    line: Zeroizing<String>,
    since: Instant,
}

/// What there is to do, or for how long there is nothing.
enum Step {
    Do(Next),
    Wait(Option<Duration>),
}

impl State {
    fn step(&mut self, now: Instant, settle: Duration) -> Step {
        if self.stage != Stage::Open {
            return Step::Do(Next::End);
        }
        if std::mem::take(&mut self.hush) {
            return Step::Do(Next::Hush);
        }
        let Some(text) = self.text.take() else {
            return Step::Wait(None);
        };
        let left = settle.saturating_sub(now.saturating_duration_since(text.since));
        if left > Duration::ZERO {
            self.text = Some(text);
            return Step::Wait(Some(left));
        }
        let Waiting { language, line, .. } = text;
        let rate = self.rate;
        Step::Do(Next::Say(Wish {
            language,
            line,
            rate,
        }))
    }

    fn say(&mut self, language: Language, line: Zeroizing<String>, since: Instant) {
        self.hush = true;
        self.text = (!line.is_empty()).then_some(Waiting {
            language,
            line,
            since,
        });
    }
}

impl Wishes {
    pub(super) fn new(settle: Duration) -> Self {
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            settle,
        }
    }

    pub(super) fn say(&self, language: Language, line: Zeroizing<String>) {
        self.change(|state| state.say(language, line, Instant::now()));
    }

    pub(super) fn hush(&self) {
        self.change(|state| {
            state.hush = true;
            state.text = None;
        });
    }

    pub(super) fn set_rate(&self, rate: Rate) {
        self.change(|state| state.rate = rate);
    }

    pub(super) fn set_failed(&self, failed: bool) {
        self.change(|state| state.failed = failed);
    }

    pub(super) fn has_failed(&self) -> bool {
        self.lock().failed
    }

    pub(super) fn close(&self) {
        self.change(|state| {
            if state.stage == Stage::Open {
                state.stage = Stage::Closing;
            }
        });
    }

    /// The thread is gone, and its program with it.
    pub(super) fn end(&self) {
        self.change(|state| state.stage = Stage::Ended);
    }

    pub(super) fn wait_for_end(&self, at_most: Duration) {
        let running = |state: &mut State| state.stage != Stage::Ended;
        drop(
            self.changed
                .wait_timeout_while(self.lock(), at_most, running),
        );
    }

    /// Waits for something to do, but not longer than `look` where there is a program to look after.
    pub(super) fn next(&self, look: Option<Duration>) -> Next {
        let until = look.map(|look| Instant::now() + look);
        let mut state = self.lock();
        loop {
            let now = Instant::now();
            let wait = match state.step(now, self.settle) {
                Step::Do(next) => return next,
                Step::Wait(wait) => wait,
            };
            let look = until.map(|until| until.saturating_duration_since(now));
            if look == Some(Duration::ZERO) {
                return Next::Look;
            }
            state = if let Some(wait) = wait.into_iter().chain(look).min() {
                let woken = self.changed.wait_timeout(state, wait);
                woken.unwrap_or_else(PoisonError::into_inner).0
            } else {
                let woken = self.changed.wait(state);
                woken.unwrap_or_else(PoisonError::into_inner)
            };
        }
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTLE: Duration = Duration::from_millis(120);

    fn line(text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.into())
    }

    fn wait(step: &Step) -> Option<Duration> {
        match step {
            Step::Wait(wait) => *wait,
            Step::Do(_) => panic!("there was something to do"),
        }
    }

    #[test]
    fn of_ten_moves_in_a_second_only_the_last_is_said() {
        let start = Instant::now();
        let mut state = State::default();
        for n in 0..10 {
            let now = start + n * Duration::from_millis(100);
            // Until the next move nothing was said.
            if n > 0 {
                assert_eq!(
                    wait(&state.step(now, SETTLE)),
                    Some(Duration::from_millis(20))
                );
            }
            state.say(Language::It, line(&format!("riga {n}")), now);
            assert!(matches!(state.step(now, SETTLE), Step::Do(Next::Hush)));
            assert_eq!(wait(&state.step(now, SETTLE)), Some(SETTLE));
        }
        let rested = start + Duration::from_millis(900) + SETTLE;
        match state.step(rested, SETTLE) {
            Step::Do(Next::Say(wish)) => assert_eq!(wish.line.as_str(), "riga 9"),
            _ => panic!("the last was not said"),
        }
        assert_eq!(wait(&state.step(rested, SETTLE)), None);
    }

    #[test]
    fn a_text_is_said_at_the_rate_of_the_moment_it_begins() {
        let wishes = Wishes::new(Duration::ZERO);
        wishes.say(Language::De, line("eins"));
        wishes.set_rate(Rate::Slow);
        assert!(matches!(wishes.next(None), Next::Hush));
        let Next::Say(wish) = wishes.next(None) else {
            panic!("nothing was said");
        };
        assert_eq!((wish.language, wish.rate), (Language::De, Rate::Slow));
    }

    #[test]
    fn stopping_forgets_what_waits_and_closing_comes_before_all() {
        let now = Instant::now();
        let wishes = Wishes::new(Duration::ZERO);
        wishes.say(Language::It, line("uno"));
        wishes.hush();
        assert!(matches!(
            wishes.lock().step(now, SETTLE),
            Step::Do(Next::Hush)
        ));
        assert_eq!(wait(&wishes.lock().step(now, SETTLE)), None);
        // An empty text is silence too.
        wishes.say(Language::It, line("uno"));
        wishes.say(Language::It, line(""));
        assert!(matches!(
            wishes.lock().step(now, SETTLE),
            Step::Do(Next::Hush)
        ));
        assert_eq!(wait(&wishes.lock().step(now, SETTLE)), None);
        wishes.say(Language::It, line("due"));
        wishes.close();
        assert!(matches!(wishes.next(None), Next::End));
    }
}
