//! How large, in which colours, whether aloud: changed at once, and nothing chosen is lost.
//!
//! ```text
//! Come vuole leggere?
//!
//! →  1  Lettere: normali
//!    2  Colori: chiaro su scuro
//!    3  Voce: spenta
//!    4  Fatto: torno alla scheda
//! ```

use super::Look;
use crate::tui::appearance::{Appearance, Voice};
use crate::tui::reading::{Ink, Reading, Size};
use crate::tui::theme::Contrast;
use crate::tui::widgets::Choice;

pub(super) fn read(look: &Look<'_>, now: Appearance, can_speak: bool, focus: usize) -> Reading {
    let size = match now.size {
        Size::Normal => "voter-look-size-normal",
        // Said as it is: on a small screen they are not larger.
        Size::Large if !look.place.in_blocks() => "voter-look-size-bold",
        Size::Large => "voter-look-size-large",
        Size::VeryLarge => "voter-look-size-very-large",
    };
    let contrast = match now.contrast {
        Contrast::Dark => "voter-look-colours-dark",
        Contrast::Light => "voter-look-colours-light",
        Contrast::YellowOnBlack => "voter-look-colours-yellow",
        Contrast::WhiteOnBlue => "voter-look-colours-blue",
    };
    let voice = match now.voice {
        _ if !can_speak => "voter-look-voice-none",
        Voice::Off => "voter-look-voice-off",
        Voice::Slow => "voter-look-voice-slow",
        Voice::Normal => "voter-look-voice-normal",
        Voice::Fast => "voter-look-voice-fast",
    };
    let rows = (1..).zip([size, contrast, voice, "voter-look-done"]);
    let rows = rows.map(|(n, key)| Choice {
        number: Some(n),
        ..Choice::action(look.say(key))
    });
    let mut page = Reading::default();
    page.text(Ink::Key, look.say("voter-look-title"))
        .text(Ink::Text, look.say("voter-look-how"))
        .gap()
        .rows(rows.collect(), Some(focus));
    page
}
