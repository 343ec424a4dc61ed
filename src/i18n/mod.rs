//! Languages and texts. Every text a person reads is in the Fluent files of this room.
//!
//! One file per area and language: `it/voter.ftl` holds the voter's screens in Italian. All
//! files of a language form one set of messages, so keys begin with the name of their area
//! (`voter-`, `operator-`, ...). A text never fails: a key that no file holds is shown as
//! `key?`, and a language without files speaks Italian.

mod language;
mod money;
mod texts;

pub use language::Language;
pub use money::euro;
pub use texts::{Arg, available, text, text_with};
