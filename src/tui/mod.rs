//! The screens.

pub mod theme;
pub mod voter;
pub mod widgets;
