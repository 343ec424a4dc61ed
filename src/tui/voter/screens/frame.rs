//! The frame around what is read: header, footer, the column between them; and where a pointer
//! finds what.

use super::look::Look;
use super::{Key, Keys, header, keys, over, read};
use crate::tui::reading::{self, Heard, Paging, Place, Reading, RowWords, Size};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::voter::booth::{Booth, Screen};
use crate::tui::voter::keys::Press;
use crate::tui::voter::{Over, Space, Target};
use crate::tui::widgets::{Header, Pointed, below, column_of, page_pointed};
use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The widest column of text.
const TEXT: u16 = 84;
/// The widest column with a QR code beside it, where a module takes two columns.
const BESIDE_A_QR: u16 = 112;

/// Draws a vote in progress.
pub(in crate::tui::voter) fn draw(
    frame: &mut Frame<'_>,
    theme: Theme,
    now: &str,
    booth: &Booth,
) -> Vec<Target> {
    let theme = theme.in_contrast(booth.appearance.contrast);
    let area = frame.area();
    let look = look_of(booth, theme, body(area, widest(booth, theme)));
    let state = header::languages(booth);
    let room = area.width.saturating_sub(2);
    let place = header::place(&look, &booth.screen, state.width(), room);
    let title = header::title(&look);
    let header = Header {
        title: &title,
        brief: header::brief(&look),
        right: now,
        place: &place,
        state: &state,
    };
    let mut keys = keys(&look, booth);
    let reading = read(&look, booth);
    let pages = reading.pages(look.place);
    if booth.page + 1 < pages {
        keys.retain(|k| !matches!(k.press, Some(Press::Choose | Press::Forward)));
        keys.insert(0, look.key("common-key-enter", "common-do-read-on"));
    }
    let around = around(frame, theme, &header, &keys);
    let mut targets = pointed(&around, &keys);
    if !state.is_empty() {
        targets.push((around.state, Press::Language));
    }
    let rows = show(
        frame,
        area,
        &look,
        &reading,
        (booth.page, widest(booth, theme)),
    );
    targets.extend(rows.into_iter().map(|(rect, n)| (rect, Press::Row(n))));
    targets
}

/// Draws what is shown when the voter is done.
pub(in crate::tui::voter) fn draw_over(
    frame: &mut Frame<'_>,
    theme: Theme,
    now: &str,
    over: &Over,
) -> Vec<Target> {
    let theme = theme.in_contrast(over.appearance.contrast);
    let area = frame.area();
    let look = look_over(over, theme, area);
    let title = header::title(&look);
    let header = Header {
        title: &title,
        brief: header::brief(&look),
        right: now,
        ..Header::default()
    };
    let keys = over::keys(&look);
    let around = around(frame, theme, &header, &keys);
    let reading = over::read(&look, over.ending);
    show(frame, area, &look, &reading, (0, widest_over(over, area)));
    pointed(&around, &keys)
}

/// On which pages the screen is read.
pub(in crate::tui::voter) fn paging(booth: &Booth) -> Paging {
    let look = look_in(booth, booth.space);
    read(&look, booth).paging(look.place)
}

/// What is heard of the screen.
pub(in crate::tui::voter) fn heard(booth: &Booth) -> Heard {
    let look = look_in(booth, booth.space);
    said(&look, &read(&look, booth))
}

/// What is heard when the voter is done.
pub(in crate::tui::voter) fn heard_over(over: &Over) -> Heard {
    let look = look_over(over, Theme::new(Glyphs::Unicode), Rect::new(0, 0, 80, 24));
    said(&look, &over::read(&look, over.ending))
}

fn said(look: &Look<'_>, reading: &Reading) -> Heard {
    reading.heard(&RowWords {
        mark: &|chosen| {
            look.say(if chosen {
                "voter-heard-chosen"
            } else {
                "voter-heard-not-chosen"
            })
        },
        place: &|n, of| look.say_with("voter-heard-place", &[("n", n.into()), ("of", of.into())]),
    })
}

fn look_in(booth: &Booth, space: Space) -> Look<'_> {
    let theme = Theme::new(space.glyphs);
    let area = Rect::new(0, 0, space.columns, space.rows);
    look_of(booth, theme, body(area, widest(booth, theme)))
}

fn look_of(booth: &Booth, theme: Theme, body: Rect) -> Look<'_> {
    Look {
        place: Place {
            theme,
            size: booth.appearance.size,
            width: body.width,
            height: body.height,
        },
        language: booth.language,
        consultation: &booth.consultation,
    }
}

fn look_over(over: &Over, theme: Theme, area: Rect) -> Look<'_> {
    let body = body(area, widest_over(over, area));
    Look {
        place: Place {
            theme,
            size: over.appearance.size,
            width: body.width,
            height: body.height,
        },
        language: over.language,
        consultation: &over.consultation,
    }
}

fn widest(booth: &Booth, theme: Theme) -> u16 {
    match booth.screen {
        _ if is_wide(booth.appearance.size, booth.space.columns) => u16::MAX,
        Screen::Offer { .. } | Screen::Opened { .. } | Screen::Slip { .. }
            if theme.glyphs == Glyphs::Console =>
        {
            BESIDE_A_QR
        }
        _ => TEXT,
    }
}

/// Whether block letters take the whole width; where they have no room, large is a column of text.
fn is_wide(size: Size, columns: u16) -> bool {
    match size {
        Size::Normal => false,
        Size::Large => columns > 2 * TEXT,
        Size::VeryLarge => true,
    }
}

fn widest_over(over: &Over, area: Rect) -> u16 {
    if is_wide(over.appearance.size, area.width) {
        u16::MAX
    } else {
        TEXT
    }
}

/// The column between header and footer.
fn body(area: Rect, widest: u16) -> Rect {
    let between = Rect {
        y: area.y + 2,
        height: area.height.saturating_sub(5),
        ..area
    }
    .intersection(area);
    below(column_of(between, widest), 1)
}

fn around(frame: &mut Frame<'_>, theme: Theme, header: &Header<'_>, keys: &Keys) -> Pointed {
    let footer: Vec<(&str, String)> = keys
        .iter()
        .map(|k| (k.name.as_str(), k.does.clone()))
        .collect();
    page_pointed(frame, theme, header, &footer)
}

fn pointed(around: &Pointed, keys: &[Key]) -> Vec<Target> {
    let press = |n: usize| keys.get(n).and_then(|k| k.press);
    let targets = around.keys.iter();
    targets
        .filter_map(|(rect, n)| Some((*rect, press(*n)?)))
        .collect()
}

fn show(
    frame: &mut Frame<'_>,
    area: Rect,
    look: &Look<'_>,
    reading: &Reading,
    (page, widest): (usize, u16),
) -> Vec<(Rect, usize)> {
    let how = (look.theme(), look.place.size);
    let words = |page, pages| look.page_words(page, pages);
    reading::draw(frame, body(area, widest), how, reading, page, &words)
}

/// What is read on the screen, for tests.
#[cfg(test)]
pub(in crate::tui::voter) fn reading_of(model: &crate::tui::voter::VoterModel) -> Vec<String> {
    use crate::tui::voter::Stage;
    let reading = match &model.stage {
        Stage::Voting(booth) => {
            let look = look_in(booth, booth.space);
            read(&look, booth)
        }
        Stage::Over(over) => {
            let look = look_over(over, Theme::new(Glyphs::Unicode), Rect::new(0, 0, 80, 24));
            over::read(&look, over.ending)
        }
    };
    reading.texts()
}

/// Keys of the footer and languages, as they have to be in view.
#[cfg(test)]
pub(in crate::tui::voter) fn read_all(model: &crate::tui::voter::VoterModel) -> Vec<String> {
    use crate::tui::voter::Stage;
    let mut all: Vec<String> = Vec::new();
    match &model.stage {
        Stage::Voting(booth) => {
            let look = look_in(booth, booth.space);
            let reading = read(&look, booth);
            let mut keys = keys(&look, booth);
            if reading.pages(look.place) > 1 {
                keys.retain(|k| !matches!(k.press, Some(Press::Choose | Press::Forward)));
                keys.insert(0, look.key("common-key-enter", "common-do-read-on"));
            }
            all.extend(keys.into_iter().map(|k| format!("{} {}", k.name, k.does)));
            all.extend(booth.languages().iter().map(|l| l.own_name().to_owned()));
        }
        Stage::Over(over) => {
            let look = look_over(over, Theme::new(Glyphs::Unicode), Rect::new(0, 0, 80, 24));
            let keys = over::keys(&look);
            all.extend(keys.into_iter().map(|k| format!("{} {}", k.name, k.does)));
        }
    }
    all
}
