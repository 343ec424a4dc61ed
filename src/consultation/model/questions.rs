//! What is asked and what can be chosen.

use super::{Cents, Text};
use minicbor::{Decode, Encode};

/// What can be chosen: a project, a priority, a position.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Choosable {
    /// Short stable name, unique in its question.
    #[n(0)]
    pub id: String,
    /// Title.
    #[n(1)]
    pub title: Text,
    /// One or two plain sentences.
    #[n(2)]
    pub summary: Text,
    /// What it costs, where money is involved.
    #[n(3)]
    pub cost: Option<Cents>,
    /// Whether it is made up for demonstration.
    #[n(4)]
    pub illustrative: bool,
}

/// How a question is answered. See `ballot` for the equations of each.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Method {
    /// From `min` to `max` options.
    #[n(0)]
    Approval {
        /// Least number of options of a non-blank answer, at least 1.
        #[n(0)]
        min: u32,
        /// Greatest number of options.
        #[n(1)]
        max: u32,
    },
}

/// One question of the consultation.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Question {
    /// Short stable name, unique in the consultation.
    #[n(0)]
    pub id: String,
    /// What is asked.
    #[n(1)]
    pub title: Text,
    /// How it is answered.
    #[n(2)]
    pub method: Method,
    /// Whether a blank answer is possible.
    #[n(3)]
    pub blank_allowed: bool,
    /// What can be chosen, in the order of the screen.
    #[n(4)]
    pub options: Vec<Choosable>,
}

impl Question {
    /// The option with this id.
    pub fn option(&self, id: &str) -> Option<&Choosable> {
        self.options.iter().find(|o| o.id == id)
    }
}
