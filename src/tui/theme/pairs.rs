//! Which two colours stand for what, in each contrast. Every pair has 10:1 or better.
//!
//! A terminal emulator shows the 256 colours of xterm. The Linux console has 16, of which 8 behind
//! letters, and shows white behind letters as white because the runtime sets it so.

use super::Glyphs;
use ratatui::style::Color;

/// Which colours a screen has. The voter chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Contrast {
    /// Light letters on a dark ground.
    #[default]
    Dark,
    /// Dark letters on white.
    Light,
    /// Yellow letters on black.
    YellowOnBlack,
    /// White letters on blue.
    WhiteOnBlue,
}

impl Contrast {
    /// All of them, in the order in which a key goes through them.
    pub const ALL: [Self; 4] = [
        Self::Dark,
        Self::Light,
        Self::YellowOnBlack,
        Self::WhiteOnBlue,
    ];
}

/// What a pair of colours stands for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role {
    Text,
    Dim,
    Title,
    Key,
    Focus,
    Good,
    Warn,
    Bad,
    Banner,
    Field,
    Qr,
}

/// Letters and ground.
pub(super) fn of(glyphs: Glyphs, contrast: Contrast, role: Role) -> (Color, Color) {
    match glyphs {
        Glyphs::Console => console(contrast, role),
        Glyphs::Unicode => {
            let (fg, bg) = indexed(contrast, role);
            (Color::Indexed(fg), Color::Indexed(bg))
        }
    }
}

/// The console's reds are too dark to read: refusals are yellow there, and bold.
#[expect(
    clippy::match_same_arms,
    reason = "a table: each contrast has its own lines"
)]
fn console(contrast: Contrast, role: Role) -> (Color, Color) {
    use Color::{Black, Blue, LightCyan, LightGreen, LightYellow, White};
    match (contrast, role) {
        (_, Role::Qr) => (Black, White),
        (Contrast::Dark, Role::Text | Role::Dim | Role::Title) => (White, Black),
        (Contrast::Dark, Role::Key) => (LightCyan, Black),
        (Contrast::Dark, Role::Good) => (LightGreen, Black),
        (Contrast::Dark, Role::Warn | Role::Bad) => (LightYellow, Black),
        (Contrast::Dark | Contrast::Light, Role::Focus | Role::Banner | Role::Field) => {
            (White, Blue)
        }
        (Contrast::Light, Role::Key) => (Blue, White),
        (Contrast::Light, _) => (Black, White),
        (Contrast::YellowOnBlack, Role::Key) => (White, Black),
        (Contrast::YellowOnBlack | Contrast::WhiteOnBlue, Role::Focus | Role::Banner) => {
            (Black, White)
        }
        (Contrast::YellowOnBlack, _) => (LightYellow, Black),
        (Contrast::WhiteOnBlue, Role::Key | Role::Warn | Role::Bad) => (LightYellow, Blue),
        (Contrast::WhiteOnBlue, Role::Field) => (White, Black),
        (Contrast::WhiteOnBlue, _) => (White, Blue),
    }
}

#[expect(
    clippy::match_same_arms,
    reason = "a table: each contrast has its own lines"
)]
fn indexed(contrast: Contrast, role: Role) -> (u8, u8) {
    match (contrast, role) {
        (_, Role::Qr) => (16, 231),
        (Contrast::Dark, Role::Text) => (255, 233),
        (Contrast::Dark, Role::Dim) => (251, 233),
        (Contrast::Dark, Role::Title) => (231, 233),
        (Contrast::Dark, Role::Key) => (159, 233),
        (Contrast::Dark, Role::Focus) => (16, 255),
        (Contrast::Dark, Role::Good) => (120, 233),
        (Contrast::Dark, Role::Warn) => (228, 233),
        (Contrast::Dark, Role::Bad) => (217, 233),
        (Contrast::Dark, Role::Field) => (231, 236),
        (Contrast::Dark | Contrast::Light, Role::Banner) => (231, 18),
        (Contrast::Light, Role::Dim) => (235, 231),
        (Contrast::Light, Role::Key) => (17, 231),
        (Contrast::Light, Role::Focus) => (231, 16),
        (Contrast::Light, Role::Warn | Role::Bad) => (52, 231),
        (Contrast::Light, Role::Field) => (16, 252),
        (Contrast::Light, _) => (16, 231),
        (Contrast::YellowOnBlack, Role::Key) => (231, 16),
        (Contrast::YellowOnBlack, Role::Focus | Role::Banner) => (16, 226),
        (Contrast::YellowOnBlack, Role::Field) => (226, 234),
        (Contrast::YellowOnBlack, _) => (226, 16),
        (Contrast::WhiteOnBlue, Role::Key | Role::Warn | Role::Bad) => (229, 17),
        (Contrast::WhiteOnBlue, Role::Focus | Role::Banner) => (17, 231),
        (Contrast::WhiteOnBlue, Role::Field) => (231, 16),
        (Contrast::WhiteOnBlue, _) => (231, 17),
    }
}
