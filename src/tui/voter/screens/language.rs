//! The choice of the language: first of all, and on F2 from everywhere.
//!
//! ```text
//! Scelga la lingua
//! Choose your language
//!
//! →  1  Italiano
//!    2  English
//! ```

use super::Look;
use crate::i18n::{self, Language};
use crate::tui::reading::{Ink, Reading};
use crate::tui::widgets::Choice;

pub(super) fn read(_look: &Look<'_>, languages: &[Language], focus: usize) -> Reading {
    let mut page = Reading::default();
    // Each in its own language: nobody has to read another one to find theirs.
    for language in languages {
        page.text(Ink::Key, i18n::text(*language, "voter-language-ask"));
    }
    let row = |(n, language): (usize, &Language)| Choice {
        number: Some(n),
        ..Choice::action(language.own_name())
    };
    page.gap()
        .rows((1..).zip(languages).map(row).collect(), Some(focus));
    page
}
