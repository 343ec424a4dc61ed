//! Colours and signs, named by what they mean.
//!
//! Every style sets both its colours, so that a terminal with a bright background shows the
//! same screen, and every pair has a contrast of 10:1 or better. No meaning rests on colour
//! alone: what is chosen has a mark, what has the focus has an arrow, a verdict has words.
//!
//! The Linux console has 16 colours (8 behind letters) and a font without half blocks, ticks
//! or curly quotes: [`Theme::settle`] keeps such signs off its screens.

mod console;
mod pairs;

pub use console::{console_has, plain};
pub use pairs::Contrast;
use pairs::Role;

use ratatui::Frame;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::border;

/// Which signs the terminal can draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyphs {
    /// The Linux console and its fonts: ASCII, Italian vowels, light box drawing.
    Console,
    /// A terminal emulator.
    Unicode,
}

/// Styles and signs of all screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// Which signs the terminal can draw.
    pub glyphs: Glyphs,
    /// Which colours: a voter chooses them.
    pub contrast: Contrast,
}

impl Theme {
    /// With these signs, whatever the terminal says.
    pub const fn new(glyphs: Glyphs) -> Self {
        Self {
            glyphs,
            contrast: Contrast::Dark,
        }
    }

    /// The same signs in other colours.
    #[must_use]
    pub const fn in_contrast(self, contrast: Contrast) -> Self {
        Self { contrast, ..self }
    }

    /// From the terminal's own name: `TERM=linux` is the console.
    pub fn detect() -> Self {
        let console = std::env::var("TERM").is_ok_and(|t| t == "linux" || t.starts_with("linux-"));
        Self::new(if console {
            Glyphs::Console
        } else {
            Glyphs::Unicode
        })
    }

    /// What is read.
    pub fn text(self) -> Style {
        self.style(Role::Text)
    }

    /// What may be skipped: still readable.
    pub fn dim(self) -> Style {
        self.style(Role::Dim)
    }

    /// The first line of what is said.
    pub fn title(self) -> Style {
        self.style(Role::Title).add_modifier(Modifier::BOLD)
    }

    /// The name of a key, in the footer and in sentences.
    pub fn key(self) -> Style {
        self.style(Role::Key).add_modifier(Modifier::BOLD)
    }

    /// A tracker, a PIN to note down: what is to be copied sign by sign.
    pub fn code(self) -> Style {
        self.key()
    }

    /// The row that the next key acts on; drawn with [`Theme::arrow`] beside it.
    pub fn focus(self) -> Style {
        self.style(Role::Focus).add_modifier(Modifier::BOLD)
    }

    /// Good news.
    pub fn good(self) -> Style {
        self.style(Role::Good).add_modifier(Modifier::BOLD)
    }

    /// Something to look at.
    pub fn warn(self) -> Style {
        self.style(Role::Warn)
    }

    /// A refusal, a failure. The console's reds are too dark to read: yellow, and bold.
    pub fn bad(self) -> Style {
        self.style(Role::Bad).add_modifier(Modifier::BOLD)
    }

    /// The strip across the top.
    pub fn banner(self) -> Style {
        self.style(Role::Banner).add_modifier(Modifier::BOLD)
    }

    /// The inside of a field that is typed into.
    pub fn field(self) -> Style {
        self.style(Role::Field)
    }

    /// The dark and the light modules of a QR code: dark on light, as scanners expect.
    pub fn qr(self) -> Style {
        self.style(Role::Qr)
    }

    fn style(self, role: Role) -> Style {
        let (fg, bg) = pairs::of(self.glyphs, self.contrast, role);
        Style::new().fg(fg).bg(bg)
    }

    /// The box beside something that can be chosen: readable without any colour.
    pub fn check(self, chosen: bool) -> &'static str {
        if chosen { "[x]" } else { "[ ]" }
    }

    /// Points at the row with the focus.
    pub fn arrow(self) -> &'static str {
        "→"
    }

    /// Begins an item of a list.
    pub fn bullet(self) -> &'static str {
        "•"
    }

    /// Stands for one typed sign of a secret.
    pub fn secret(self) -> &'static str {
        match self.glyphs {
            Glyphs::Console => "*",
            Glyphs::Unicode => "•",
        }
    }

    /// Ends a text that was cut.
    pub fn ellipsis(self) -> &'static str {
        match self.glyphs {
            Glyphs::Console => "...",
            Glyphs::Unicode => "…",
        }
    }

    /// The sign of a horizontal line.
    pub fn rule(self) -> &'static str {
        "─"
    }

    /// The lines around a panel. They carry no meaning: fonts of the console draw them alike.
    pub fn border(self) -> border::Set<'static> {
        match self.glyphs {
            Glyphs::Console => border::PLAIN,
            Glyphs::Unicode => border::ROUNDED,
        }
    }

    /// The full and the empty part of a meter.
    pub fn meter(self) -> (&'static str, &'static str) {
        ("█", "░")
    }

    /// The last step of drawing. On the console, signs that its fonts do not hold (curly quotes
    /// and dashes in a project's title, letters with other accents) become the nearest that
    /// they do.
    pub fn settle(self, frame: &mut Frame<'_>) {
        if self.glyphs == Glyphs::Unicode {
            return;
        }
        for cell in &mut frame.buffer_mut().content {
            if let Some(plain) = console::nearest(cell.symbol()) {
                cell.set_symbol(plain);
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use ratatui::style::Color;

    const BOTH: [Theme; 2] = [Theme::new(Glyphs::Console), Theme::new(Glyphs::Unicode)];

    /// The ratio of WCAG 2 between the two colours of a cell.
    pub(crate) fn contrast(fg: Color, bg: Color) -> f64 {
        let (a, b) = (luminance(fg), luminance(bg));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(color: Color) -> f64 {
        let [r, g, b] = rgb(color).map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The palette of the Linux console for named colours, that of xterm for numbers.
    fn rgb(color: Color) -> [u8; 3] {
        match color {
            Color::Black => [0, 0, 0],
            Color::Blue => [0, 0, 0xaa],
            Color::White => [0xff, 0xff, 0xff],
            Color::LightGreen => [0x55, 0xff, 0x55],
            Color::LightYellow => [0xff, 0xff, 0x55],
            Color::LightCyan => [0x55, 0xff, 0xff],
            Color::Indexed(n @ 16..=231) => {
                let step = |k: u8| if k == 0 { 0 } else { 55 + 40 * k };
                let n = n - 16;
                [step(n / 36), step(n / 6 % 6), step(n % 6)]
            }
            Color::Indexed(n @ 232..) => [8 + 10 * (n - 232); 3],
            other => panic!("{other:?} depends on the terminal"),
        }
    }

    #[test]
    fn every_style_has_a_contrast_of_ten_to_one() {
        let all = BOTH.into_iter();
        let all = all.flat_map(|t| Contrast::ALL.map(|contrast| t.in_contrast(contrast)));
        for t in all {
            let styles = [
                ("text", t.text()),
                ("dim", t.dim()),
                ("title", t.title()),
                ("key", t.key()),
                ("focus", t.focus()),
                ("good", t.good()),
                ("warn", t.warn()),
                ("bad", t.bad()),
                ("banner", t.banner()),
                ("field", t.field()),
                ("qr", t.qr()),
            ];
            for (name, style) in styles {
                let ratio = contrast(style.fg.unwrap(), style.bg.unwrap());
                assert!(ratio >= 10.0, "{name} of {t:?}: {ratio:.1}");
            }
        }
    }

    #[test]
    fn the_console_s_own_signs_are_in_its_fonts() {
        let t = BOTH[0];
        let b = t.border();
        let all = [
            t.check(true),
            t.check(false),
            t.arrow(),
            t.bullet(),
            t.secret(),
            t.ellipsis(),
            t.rule(),
            t.meter().0,
            t.meter().1,
            b.top_left,
            b.top_right,
            b.bottom_left,
            b.bottom_right,
            b.vertical_left,
            b.vertical_right,
            b.horizontal_top,
            b.horizontal_bottom,
        ]
        .concat();
        assert!(all.chars().all(console_has), "{all}");
    }
}
