//! The screens.
//!
//! The Elm Architecture: a model that is one screen, an `update` without I/O, a `view` that only
//! draws. The station is behind [`work::Clerk`], on a thread of its own.

pub mod facts;
pub mod work;
