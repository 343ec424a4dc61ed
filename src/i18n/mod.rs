//! Languages and texts. Every text a person reads is in the Fluent files of this room.
//!
//! One file per area and language: `it/voter.ftl` holds the voter's screens in Italian. All
//! files of a language form one set of messages, so keys begin with the name of their area
//! (`voter-`, `operator-`, ...). What voters read is in `common.ftl` and `voter.ftl`, in every
//! language; the rest is in Italian and English. A text never fails: what a language lacks is said
//! in Italian, and a key that no file holds is shown as `key?`.

mod language;
mod money;
mod texts;

pub use language::Language;
pub use money::euro;
pub use texts::{Arg, available, text, text_with};
