//! The frame around what is read: header, footer, the column between them; and where a pointer
//! finds what. The voter's screens and the one where a person confirms stand in the same frame.

use super::look::Look;
use super::{Key, Keys, header, keys, over, read};
use crate::consultation::Consultation;
use crate::i18n::Language;
use crate::tui::appearance::Reads;
use crate::tui::reading::{self, Heard, Paging, Place, Reading, RowWords, Size, sentence};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::voter::booth::{Booth, Screen};
use crate::tui::voter::keys::Press;
use crate::tui::voter::sounds::sounded;
use crate::tui::voter::speech::HeardKeys;
use crate::tui::voter::{Over, Space, Target};
use crate::tui::widgets::{self, Header, below, column_of, page_pointed};
use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The widest column of text.
const TEXT: u16 = 84;
/// The widest column with a QR code beside it, where a module takes two columns.
const BESIDE_A_QR: u16 = 112;

/// A screen in its frame.
pub(in crate::tui) struct Framed<'a> {
    pub look: Look<'a>,
    /// The second line: where we are, in full and where there is little room.
    pub step: (String, String),
    /// Languages in the second line.
    pub languages: Vec<Language>,
    /// Keys of the footer on the last page; before it, the key that leads on reads on.
    pub keys: Keys,
    pub reading: Reading,
    /// Which page of it is shown.
    pub page: usize,
}

impl<'a> Look<'a> {
    /// As somebody reads it on a screen of this area, in a column at most so wide.
    pub(in crate::tui) fn of(
        reads: Reads,
        consultation: &'a Consultation,
        theme: Theme,
        area: Rect,
        widest: u16,
    ) -> Self {
        let size = reads.appearance.size;
        let body = body(area, widest);
        Self {
            place: Place {
                theme: theme.in_contrast(reads.appearance.contrast),
                size,
                width: body.width,
                height: body.height,
            },
            language: reads.language,
            consultation,
        }
    }
}

impl Space {
    /// The whole terminal.
    pub(in crate::tui) fn area(self) -> Rect {
        Rect::new(0, 0, self.columns, self.rows)
    }
}

impl Framed<'_> {
    /// On which pages it is read.
    pub(in crate::tui) fn paging(&self) -> Paging {
        self.reading.paging(self.look.place)
    }

    fn pages(&self) -> usize {
        self.paging().pages
    }

    /// What stands in the footer.
    fn footer(&self) -> Vec<&Key> {
        let paging = self.paging();
        let more = self.page + 1 < paging.pages;
        // On the pages of a row it can be chosen, and Enter reads on.
        let on_row = self.page >= paging.rows && paging.focus.is_some();
        let hidden = |key: &&Key| match key.press {
            Some(Press::Forward) => more,
            Some(Press::Choose) => more && !on_row,
            _ => false,
        };
        self.keys.iter().filter(|k| !hidden(k)).collect()
    }

    /// What leads on where this is not the last page.
    fn read_on(&self) -> Option<Key> {
        let more = self.page + 1 < self.pages();
        more.then(|| self.look.key("common-key-enter", "common-do-read-on"))
    }

    /// Draws it, and says what can be pointed at; `now` is the clock as it is to be shown.
    pub(in crate::tui) fn draw(&self, frame: &mut Frame<'_>, now: &str) -> Vec<Target> {
        let look = &self.look;
        let (area, theme) = (frame.area(), look.theme());
        let state = widgets::languages(&self.languages, look.language);
        let room = usize::from(area.width.saturating_sub(2));
        let (whole, brief) = &self.step;
        let beside = state.width() + 2;
        let place = if whole.width() + beside <= room {
            whole
        } else {
            brief
        };
        let title = header::title(look);
        let header = Header {
            title: &title,
            brief: header::brief(look),
            right: now,
            place,
            state: &state,
        };
        let read_on = self.read_on();
        let keys: Vec<&Key> = read_on.iter().chain(self.footer()).collect();
        let footer: Vec<(&str, String)> = keys
            .iter()
            .map(|k| (k.name.as_str(), k.does.clone()))
            .collect();
        let around = page_pointed(frame, theme, &header, &footer);
        let pointed = around.keys.iter();
        let mut targets: Vec<Target> = pointed
            .filter_map(|(rect, n)| Some((*rect, keys.get(*n)?.press?)))
            .collect();
        if !state.is_empty() {
            targets.push((around.state, Press::Language));
        }
        let words = |page, pages| look.page_words(page, pages);
        let body = body(area, look.place.width);
        let how = (theme, look.place.size);
        let rows = reading::draw(frame, body, how, &self.reading, self.page, &words);
        targets.extend(rows.into_iter().map(|(rect, n)| (rect, Press::Row(n))));
        targets
    }

    /// What is heard of the page.
    pub(in crate::tui) fn heard(&self) -> Heard {
        let look = &self.look;
        let pages = self.pages();
        let mark = |chosen| {
            look.say(if chosen {
                "voter-heard-chosen"
            } else {
                "voter-heard-not-chosen"
            })
        };
        let place = |n: usize, of: usize| {
            look.say_with("voter-heard-place", &[("n", n.into()), ("of", of.into())])
        };
        let mut heard = self.reading.heard(
            self.page,
            look.place,
            &RowWords {
                mark: &mark,
                place: &place,
                none: &|| look.say("heard-no-row"),
                sounded: &|text| sounded(look.language, text),
            },
        );
        if pages > 1 && heard.focus.is_none() {
            let page = self.page.min(pages - 1) + 1;
            heard.text.push(sentence(&look.page_words(page, pages)));
        }
        heard
    }

    /// The keys as they are said.
    pub(in crate::tui) fn heard_keys(&self) -> HeardKeys {
        let look = &self.look;
        let read_on = self.read_on();
        let keys: Vec<&Key> = read_on.iter().chain(self.footer()).collect();
        if keys.is_empty() {
            return HeardKeys::default();
        }
        let does = |press| keys.iter().find(|k| k.press == Some(press));
        let main = does(Press::Forward).or_else(|| does(Press::Choose));
        // Where none leads on, what answers or moves does; language and letters are not an answer.
        let other = |k: &&&Key| matches!(k.press, None | Some(Press::Back | Press::Other));
        let main = main.or_else(|| keys.iter().find(other));
        let main = main.map(|k| look.said_key(k));
        let mut all: Vec<String> = keys.into_iter().map(|k| look.said_key(k)).collect();
        let again = look.function_key("F4", "heard-do-again", Press::Again);
        all.push(look.said_key(&again));
        HeardKeys { all, main }
    }
}

impl Look<'_> {
    /// `Invio: avanti.`
    fn said_key(&self, key: &Key) -> String {
        let name = match key.press {
            None if key.name.contains('↑') => self.say("heard-keys-move"),
            Some(Press::Back) => self.say("heard-keys-back"),
            _ => key.name.clone(),
        };
        let values = [("key", name.into()), ("does", key.does.clone().into())];
        let said = sounded(self.language, &self.say_with("heard-key", &values));
        let mut signs = said.chars();
        let first = signs.next().map(|c| c.to_uppercase().to_string());
        first.unwrap_or_default() + signs.as_str()
    }
}

/// A vote in progress in its frame.
pub(in crate::tui::voter) fn framed(booth: &Booth, theme: Theme, area: Rect) -> Framed<'_> {
    let widest = widest(booth, theme, area);
    let look = Look::of(booth.reads(), &booth.consultation, theme, area, widest);
    Framed {
        look,
        step: header::place(&look, &booth.screen),
        languages: booth.languages(),
        keys: keys(&look, booth),
        reading: read(&look, booth),
        page: booth.page,
    }
}

/// The same, on the terminal that the voter has.
pub(in crate::tui::voter) fn framed_here(booth: &Booth) -> Framed<'_> {
    framed(booth, Theme::new(booth.space.glyphs), booth.space.area())
}

/// What is shown when the voter is done, in its frame.
pub(in crate::tui::voter) fn framed_over(over: &Over, theme: Theme, area: Rect) -> Framed<'_> {
    let look = Look::of(
        over.reads(),
        &over.consultation,
        theme,
        area,
        column(over.appearance.size, area),
    );
    Framed {
        look,
        step: Default::default(),
        languages: Vec::new(),
        keys: over::keys(&look),
        reading: over::read(&look, over.ending),
        page: 0,
    }
}

fn widest(booth: &Booth, theme: Theme, area: Rect) -> u16 {
    match booth.screen {
        _ if is_wide(booth.appearance.size, area) => u16::MAX,
        Screen::Offer { .. } | Screen::Opened { .. } | Screen::Slip { .. }
            if theme.glyphs == Glyphs::Console =>
        {
            BESIDE_A_QR
        }
        _ => TEXT,
    }
}

/// Whether block letters take the whole width; where they have no room, large is a column of text.
fn is_wide(size: Size, area: Rect) -> bool {
    match size {
        Size::Normal => false,
        Size::Large => area.width > 2 * TEXT,
        Size::VeryLarge => true,
    }
}

/// How wide the column of text is, where nothing stands beside it.
pub(in crate::tui) fn column(size: Size, area: Rect) -> u16 {
    if is_wide(size, area) { u16::MAX } else { TEXT }
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

/// What tests look at.
#[cfg(test)]
impl Framed<'_> {
    /// What is read on the screen.
    pub(in crate::tui) fn texts(&self) -> Vec<String> {
        self.reading.texts()
    }

    /// Keys of the footer and languages, as they have to be in view.
    pub(in crate::tui) fn around(&self) -> Vec<String> {
        let read_on = self.read_on();
        let keys = read_on.iter().chain(self.footer());
        let mut all: Vec<String> = keys.map(|k| format!("{} {}", k.name, k.does)).collect();
        all.extend(self.languages.iter().map(|l| l.own_name().to_owned()));
        all
    }
}
