//! What a screen answers to an input: where to go and what to ask of the clerk.

use super::appearance::Reads;
use super::facts::{StationInfo, Status};
use super::model::Screen;
use super::voter::VoterEffect;
use super::work::{Done, Job};
use crossterm::event::KeyEvent;
use std::time::Duration;

/// What reaches a screen.
pub enum Input {
    /// A key.
    Key(KeyEvent),
    /// A scanner's key: it writes, and never chooses or confirms.
    Swift(KeyEvent),
    /// Text at once.
    Paste(String),
    /// Time.
    Tick(Duration),
    /// An answer of the clerk.
    Done(Done),
}

/// The vote begins.
pub struct HandOver {
    /// How the person reads, who has chosen it already.
    pub reads: Option<Reads>,
}

/// What a screen wants. The default: stay and do nothing.
#[derive(Default)]
pub struct Step {
    /// The next screen.
    pub go: Option<Box<Screen>>,
    /// Jobs, in their order.
    pub jobs: Vec<Job>,
    /// A station was unlocked.
    pub unlocked: Option<(Box<StationInfo>, Box<Status>)>,
    /// Back to where the operator belongs.
    pub home: bool,
    /// The person admitted takes the screen.
    pub hand_over: Option<HandOver>,
    /// What is to be heard.
    pub said: Option<VoterEffect>,
    /// Leave the program.
    pub quit: bool,
}

impl Step {
    /// Stay here.
    pub fn stay() -> Self {
        Self::default()
    }

    /// Ask the clerk, and stay.
    pub fn ask(job: Job) -> Self {
        Self {
            jobs: vec![job],
            ..Self::default()
        }
    }

    /// Another screen.
    pub fn go(screen: Screen) -> Self {
        Self {
            go: Some(Box::new(screen)),
            ..Self::default()
        }
    }

    /// To the voter's screen, as the person has chosen to read already.
    pub fn to_voter(reads: Option<Reads>) -> Self {
        Self {
            hand_over: Some(HandOver { reads }),
            ..Self::default()
        }
    }

    /// Back to the desk, or to the opening when no day is open.
    pub fn home() -> Self {
        Self {
            home: true,
            ..Self::default()
        }
    }

    /// And ask the clerk.
    #[must_use]
    pub fn and(mut self, job: Job) -> Self {
        self.jobs.push(job);
        self
    }
}
