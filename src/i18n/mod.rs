//! Languages and texts. Every text a person reads is in the Fluent files of this room.

mod language;

pub use language::Language;
