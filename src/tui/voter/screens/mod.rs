//! The voter's screens: one pure drawing function and one list of keys in each file.
//!
//! ```text
//! │ Digitale Bene Comune 2022, Unione ...         10:12 │
//! │ Passo 2 di 5: la scelta     F2 [Italiano]  English  │
//! │                                                     │
//! │   one screen, or the question on top of it          │
//! │─────────────────────────────────────────────────────│
//! │ ↑ ↓ muovi   Spazio scegli ...  F9 esci senza votare │
//! ```

mod asks;
mod blank;
mod code;
mod details;
mod language;
mod list;
mod offer;
mod over;
mod review;
mod slip;
mod waiting;
mod welcome;

use super::Over;
use super::booth::{Booth, Overlay, Screen};
use crate::consultation::Consultation;
use crate::i18n::{self, Arg, Language};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::widgets::{Choice, Header, choice_list, column_of, page, too_small};
use ratatui::Frame;
use ratatui::layout::Rect;

/// Keys of the footer with what they do, the most important first.
type Keys = Vec<(String, String)>;

/// The widest column of text.
const TEXT: u16 = 84;
/// The widest column with a QR code beside it, where a module takes two columns.
const BESIDE_A_QR: u16 = 112;

/// How things are drawn and said.
#[derive(Clone, Copy)]
struct Look<'a> {
    theme: Theme,
    language: Language,
    consultation: &'a Consultation,
}

impl Look<'_> {
    fn say(&self, key: &str) -> String {
        i18n::text(self.language, key)
    }

    fn say_with(&self, key: &str, values: &[(&str, Arg)]) -> String {
        i18n::text_with(self.language, key, values)
    }

    /// An entry of the footer, from the keys of both texts.
    fn key(&self, name: &str, does: &str) -> (String, String) {
        (self.say(name), self.say(does))
    }

    /// The footer of a screen whose rows are actions.
    fn action_keys(&self) -> Keys {
        vec![
            self.key("common-key-up-down", "common-do-move"),
            self.key("common-key-enter", "common-do-confirm"),
            self.key("common-key-back", "common-do-back"),
        ]
    }

    /// Rows that are actions, and what is left below them.
    fn actions(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        rows: &[String],
        focus: Option<usize>,
    ) -> Rect {
        let rows: Vec<Choice> = rows.iter().map(Choice::action).collect();
        self.choices(frame, area, &rows, focus)
    }

    fn choices(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        rows: &[Choice],
        focus: Option<usize>,
    ) -> Rect {
        choice_list(frame, area, self.theme, rows, focus, |page, pages| {
            self.say_with(
                "common-page",
                &[("page", page.into()), ("pages", pages.into())],
            )
        })
    }
}

/// `area` without its first `rows`.
fn below(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    }
}

/// Draws a vote in progress.
pub(super) fn draw(frame: &mut Frame<'_>, theme: Theme, now: &str, booth: &Booth) {
    if too_small(frame, theme, booth.language) {
        return;
    }
    let look = Look {
        theme,
        language: booth.language,
        consultation: &booth.consultation,
    };
    let title = title(&look);
    let (place, state) = (place(&look, &booth.screen), languages(booth));
    let header = Header {
        title: &title,
        right: now,
        place: &place,
        state: &state,
    };
    let mut footer = match &booth.overlay {
        Some(overlay) => overlay_keys(&look, *overlay),
        None => screen_keys(&look, &booth.screen),
    };
    if booth.overlay.is_none() {
        if booth.languages().len() > 1 {
            footer.push(("F2".to_owned(), look.say("common-do-language")));
        }
        if booth.can_leave() {
            footer.push(("F9".to_owned(), look.say("voter-key-leave")));
        }
    }
    let widest = match booth.screen {
        Screen::Offer { .. } | Screen::Slip { .. } if theme.glyphs == Glyphs::Console => {
            BESIDE_A_QR
        }
        _ => TEXT,
    };
    let area = body(frame, &look, &header, &footer, widest);
    match booth.overlay {
        Some(Overlay::Language { focus }) => {
            language::draw(frame, area, &look, &booth.languages(), focus);
        }
        Some(Overlay::Leave { focus }) => asks::draw(frame, area, &look, asks::LEAVE, focus),
        Some(Overlay::Finish { focus }) => asks::draw(frame, area, &look, asks::FINISH, focus),
        Some(Overlay::Idle) => {
            asks::draw_idle(
                frame,
                area,
                &look,
                matches!(booth.screen, Screen::Slip { .. }),
            );
        }
        None => draw_screen(frame, area, &look, booth),
    }
}

/// Draws what is shown when the voter is done.
pub(super) fn draw_over(frame: &mut Frame<'_>, theme: Theme, now: &str, over: &Over) {
    if too_small(frame, theme, over.language) {
        return;
    }
    let look = Look {
        theme,
        language: over.language,
        consultation: &over.consultation,
    };
    let title = title(&look);
    let header = Header {
        title: &title,
        right: now,
        ..Header::default()
    };
    let area = body(frame, &look, &header, &over::keys(&look), TEXT);
    over::draw(frame, area, &look, over.ending);
}

fn body(
    frame: &mut Frame<'_>,
    look: &Look<'_>,
    header: &Header<'_>,
    footer: &Keys,
    widest: u16,
) -> Rect {
    let footer: Vec<(&str, String)> = footer
        .iter()
        .map(|(k, d)| (k.as_str(), d.clone()))
        .collect();
    below(
        column_of(page(frame, look.theme, header, &footer), widest),
        1,
    )
}

fn draw_screen(frame: &mut Frame<'_>, area: Rect, look: &Look<'_>, booth: &Booth) {
    match &booth.screen {
        Screen::Welcome => welcome::draw(frame, area, look),
        Screen::List { question, focus } => list::draw(frame, area, look, booth, *question, *focus),
        Screen::Details { question, option } => {
            details::draw(frame, area, look, booth, *question, *option);
        }
        Screen::Blank { question, focus } => {
            blank::draw(frame, area, look, booth, *question, *focus);
        }
        Screen::Review { focus } => review::draw(frame, area, look, booth, *focus),
        Screen::Sealing => waiting::draw(frame, area, look, waiting::SEALING),
        Screen::SealFailed => waiting::draw_seal_failed(frame, area, look),
        Screen::Offer { sealed, focus } => offer::draw(frame, area, look, sealed, *focus),
        Screen::Casting { .. } => waiting::draw(frame, area, look, waiting::CASTING),
        Screen::Slip { sealed } => slip::draw(frame, area, look, sealed, &booth.board),
        Screen::CastFailed => waiting::draw_cast_failed(frame, area, look),
    }
}

fn screen_keys(look: &Look<'_>, screen: &Screen) -> Keys {
    match screen {
        Screen::Welcome | Screen::Slip { .. } | Screen::CastFailed => {
            vec![look.key("common-key-enter", "common-do-next")]
        }
        Screen::List { question, focus } => list::keys(look, *question, *focus),
        Screen::Details { .. } => details::keys(look),
        Screen::Blank { .. } | Screen::Review { .. } | Screen::Offer { .. } => look.action_keys(),
        Screen::Sealing | Screen::Casting { .. } => Vec::new(),
        Screen::SealFailed => vec![look.key("common-key-enter", "common-do-back")],
    }
}

fn overlay_keys(look: &Look<'_>, overlay: Overlay) -> Keys {
    match overlay {
        Overlay::Language { .. } => vec![
            look.key("common-key-up-down", "common-do-move"),
            look.key("common-key-enter", "common-do-choose"),
        ],
        Overlay::Leave { .. } | Overlay::Finish { .. } => vec![
            look.key("common-key-up-down", "common-do-move"),
            look.key("common-key-enter", "voter-key-answer"),
            look.key("common-key-back", "voter-key-stay"),
        ],
        Overlay::Idle => vec![look.key("voter-idle-key", "voter-idle-do")],
    }
}

fn title(look: &Look<'_>) -> String {
    format!(
        "{}, {}",
        look.consultation.title.get(look.language),
        look.consultation.authority
    )
}

/// Which of the five steps this is.
fn place(look: &Look<'_>, screen: &Screen) -> String {
    let (n, what) = match screen {
        Screen::Welcome => (1_u32, "voter-step-rules"),
        Screen::List { .. } | Screen::Details { .. } | Screen::Blank { .. } => {
            (2, "voter-step-choice")
        }
        Screen::Review { .. } => (3, "voter-step-review"),
        Screen::Sealing | Screen::SealFailed | Screen::Offer { .. } => (4, "voter-step-seal"),
        Screen::Casting { .. } | Screen::Slip { .. } | Screen::CastFailed => (5, "voter-step-box"),
    };
    look.say_with(
        "voter-step",
        &[("n", n.into()), ("what", look.say(what).into())],
    )
}

/// All languages in their own names, the one in use in brackets.
fn languages(booth: &Booth) -> String {
    let all = booth.languages();
    if all.len() < 2 {
        return String::new();
    }
    let names: Vec<String> = all
        .into_iter()
        .map(|l| {
            if l == booth.language {
                format!("[{}]", l.own_name())
            } else {
                l.own_name().to_owned()
            }
        })
        .collect();
    format!("F2  {}", names.join("  "))
}
