//! A ballot that is opened instead of cast: asked for once more, what was in it, where to check.
//!
//! ```text
//! Vuole aprire questa scheda?            La scheda è aperta
//!                                          K7QM-2X9D-4HTW-P3VA
//! what it shows                          Non è nell'urna e non conta. Dentro c'era:
//! what becomes public
//! what comes next                          the answers in words
//!
//! →  No, torno alla scheda sigillata     →  Avanti: dove si controlla
//!    Sì, apro questa scheda
//! ```

use super::{Look, answer};
use crate::tui::reading::{Ink, Reading};
use crate::tui::voter::booth::{Booth, Sealed};

/// Open it, really? "No" has the focus.
pub(super) fn read_ask(look: &Look<'_>, focus: usize) -> Reading {
    let mut page = Reading::default();
    page.title(look.say("voter-open-title"));
    for (key, ink) in [
        ("voter-open-shows", Ink::Text),
        ("voter-open-public", Ink::Warn),
        ("voter-open-again", Ink::Text),
    ] {
        page.gap().text(ink, look.say(key));
    }
    let rows = vec![look.say("voter-open-no"), look.say("voter-open-yes")];
    page.gap().actions(rows, Some(focus));
    page
}

/// What was in it: one page of it, so that nothing is left out on a small screen.
pub(super) fn read_inside(
    look: &Look<'_>,
    booth: &Booth,
    sealed: &Sealed,
    number: usize,
) -> Reading {
    let mut page = Reading::default();
    let pages = booth.pages_inside();
    let mut inside = look.say("voter-opened-not-cast");
    if pages.len() > 1 {
        inside = format!("{inside} ({})", look.page_words(number + 1, pages.len()));
    }
    page.title(look.say("voter-opened-title"))
        .code(&sealed.tracker)
        .text(Ink::Text, inside)
        .gap();
    let Some((question, options)) = pages.get(number).cloned() else {
        return page;
    };
    answer::part(look, booth, question, options).write(&mut page);
    let next = if number + 1 < pages.len() {
        "voter-opened-more"
    } else {
        "voter-opened-next"
    };
    page.actions(vec![look.say(next)], Some(0));
    page
}

/// Where it can be checked, and the way to the vote.
pub(super) fn read_opened(
    look: &Look<'_>,
    booth: &Booth,
    sealed: &Sealed,
    focus: usize,
) -> Reading {
    let mut page = Reading::default();
    page.qr(sealed.qr.as_ref())
        .title(look.say("voter-opened-title"))
        .gap()
        .code(&sealed.tracker)
        .title(look.say("voter-opened-take"))
        .heard_as(look.say("voter-heard-code"));
    look.paper(&mut page, &booth.paper);
    page.gap().text(Ink::Text, look.say("voter-opened-where"));
    look.board(&mut page, &booth.board);
    let rows = vec![look.say("voter-opened-back"), look.say("voter-opened-vote")];
    page.gap()
        .actions(rows, Some(focus))
        .text(Ink::Dim, look.say("voter-opened-cleared"));
    page
}
