//! The screens.
//!
//! The Elm Architecture: a [`model`] that is one screen, an [`update`] without I/O, a [`view`]
//! that only draws. The station is behind [`work::Clerk`], on a thread of its own, and answers
//! with the plain data of [`facts`]; the [`runtime`] joins terminal, clerk and model.

pub mod appearance;
pub mod clerk;
pub mod clock;
pub mod confirming;
pub mod facts;
pub mod held;
pub mod model;
pub mod operator;
pub mod reading;
pub mod runs;
pub mod runtime;
pub mod step;
mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod voter;
pub mod widgets;
pub mod words;
pub mod work;

#[cfg(test)]
mod tests;
