//! The thread that speaks.

use std::time::Duration;

use super::engine::Engine;
use super::pronouncing::{PATIENCE, Progress, Pronouncing};
use super::wish::{Next, Wish, Wishes};

/// How often a speaking program is looked at.
const LOOK: Duration = Duration::from_millis(30);

/// Does what is wished until the box is closed. At most one program speaks, and none when it
/// returns.
pub(super) fn run(engine: &Engine, wishes: &Wishes) {
    let _ended = Ended(wishes);
    let mut speaking: Option<Pronouncing> = None;
    loop {
        match wishes.next(speaking.as_ref().map(|_| LOOK)) {
            Next::End => return,
            Next::Hush => speaking = None,
            Next::Say(wish) => {
                // Already so, since every wish comes after a hush: never two voices at once.
                drop(speaking.take());
                speaking = begin(engine, wish);
                if speaking.is_none() {
                    wishes.set_failed(true);
                }
            }
            Next::Look => {
                let progress = speaking.as_mut().map(Pronouncing::look);
                if let Some(Progress::Said | Progress::Failed) = progress {
                    speaking = None;
                    wishes.set_failed(progress == Some(Progress::Failed));
                }
            }
        }
    }
}

fn begin(engine: &Engine, wish: Wish) -> Option<Pronouncing> {
    let call = engine.speaks(wish.language, wish.rate);
    Pronouncing::start(&call, wish.line, engine.hushes(), PATIENCE).ok()
}

/// Tells that the thread has ended, however it does: declared first, it is dropped last.
struct Ended<'a>(&'a Wishes);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.end();
    }
}
