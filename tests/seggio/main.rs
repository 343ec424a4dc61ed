//! The real programs and the real store, as their users and their enemies meet them.

mod kills;
mod terminal;
mod world;
