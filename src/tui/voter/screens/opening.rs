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

use super::{Look, answer, below, code};
use crate::tui::voter::booth::{Booth, Sealed};
use crate::tui::widgets::paragraph;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Paragraph;

/// Open it, really? "No" has the focus.
pub(super) fn draw_ask(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, focus: usize) {
    let theme = look.theme;
    let mut rest = paragraph(frame, area, theme.title(), &look.say("voter-open-title"));
    for (key, style) in [
        ("voter-open-shows", theme.text()),
        ("voter-open-public", theme.warn()),
        ("voter-open-again", theme.text()),
    ] {
        rest = paragraph(frame, below(rest, 1), style, &look.say(key));
    }
    let rows = [look.say("voter-open-no"), look.say("voter-open-yes")];
    look.actions(frame, below(rest, 1), &rows, Some(focus));
}

/// What was in it: one page of it, so that nothing is left out on a small screen.
pub(super) fn draw_inside(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    sealed: &Sealed,
    page: usize,
) {
    let theme = look.theme;
    let rest = paragraph(frame, area, theme.title(), &look.say("voter-opened-title"));
    let rest = code::tracker(frame, rest, look, sealed);
    let pages = booth.pages_inside();
    let mut inside = look.say("voter-opened-not-cast");
    if pages.len() > 1 {
        let values = [("page", (page + 1).into()), ("pages", pages.len().into())];
        inside = format!("{inside} ({})", look.say_with("common-page", &values));
    }
    let rest = below(paragraph(frame, rest, theme.text(), &inside), 1);
    let Some((question, options)) = pages.get(page).cloned() else {
        return;
    };
    let lines = answer::part(look, booth, question, rest.width, options);
    let room = rest.height.saturating_sub(1);
    let height = u16::try_from(lines.len()).unwrap_or(room).min(room);
    frame.render_widget(Paragraph::new(lines), Rect { height, ..rest });
    let next = if page + 1 < pages.len() {
        "voter-opened-more"
    } else {
        "voter-opened-next"
    };
    look.actions(frame, below(rest, height), &[look.say(next)], Some(0));
}

/// Where it can be checked, and the way to the vote.
pub(super) fn draw_opened(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    booth: &Booth,
    sealed: &Sealed,
    focus: usize,
) {
    let theme = look.theme;
    let rest = code::qr(frame, area, look, sealed);
    let rest = paragraph(frame, rest, theme.title(), &look.say("voter-opened-title"));
    let rest = code::tracker(frame, below(rest, 1), look, sealed);
    let rest = paragraph(frame, rest, theme.title(), &look.say("voter-opened-take"));
    let mut rest = paragraph(
        frame,
        below(rest, 1),
        theme.text(),
        &look.say("voter-opened-where"),
    );
    if !booth.board.is_empty() {
        rest = paragraph(frame, rest, theme.key(), &booth.board);
    }
    let rows = [look.say("voter-opened-back"), look.say("voter-opened-vote")];
    let rest = look.actions(frame, below(rest, 1), &rows, Some(focus));
    let cleared = look.say("voter-opened-cleared");
    paragraph(frame, rest, theme.dim(), &cleared);
}
