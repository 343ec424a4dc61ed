//! Block letters: which of them a place has room for, and a text in them.
//!
//! A letter is eight points by eight. With half blocks and quarters of a cell it takes four rows; the
//! Linux console has only whole blocks, and there it takes eight. What no common font of eight points
//! holds is drawn here: euro, arrows, the bullet, and the letters of Romanian. Another sign that is
//! missing is written without its mark.
//!
//! Smaller blocks exist (sextants, octants) but few fonts of terminals do: a missing sign is a letter
//! that is not there.

use super::{Place, Size};
use crate::tui::theme::{Glyphs, plain};
use crate::tui::widgets::wrap;
use font8x8::UnicodeFonts;

/// From so many columns and rows on there is room for letters of twice the width.
const WIDE: (u16, u16) = (160, 33);

/// How a letter is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    /// Eight columns, eight rows.
    Full,
    /// Eight columns, four rows: on a screen, as wide as it is high.
    Half,
    /// Four columns, four rows.
    Quarter,
}

impl Letters {
    /// Columns of one letter.
    pub(super) fn columns(self) -> u16 {
        match self {
            Self::Full | Self::Half => 8,
            Self::Quarter => 4,
        }
    }

    /// Rows of one letter.
    pub(super) fn rows(self) -> u16 {
        match self {
            Self::Full => 8,
            Self::Half | Self::Quarter => 4,
        }
    }

    /// A line of text as rows of a terminal.
    pub(super) fn drawn(self, line: &str) -> Vec<String> {
        let glyphs: Vec<[u8; 8]> = line.chars().map(glyph).collect();
        let (across, down) = (8 / self.columns(), 8 / self.rows());
        let row = |y: u16| {
            let mut row = String::new();
            for points in &glyphs {
                for x in (0..8).step_by(usize::from(across)) {
                    let lit = |dx: u16, dy: u16| {
                        let bits = points[usize::from(y + dy.min(down - 1))];
                        (bits >> (x + dx.min(across - 1))) & 1 == 1
                    };
                    row.push(block([lit(0, 0), lit(1, 0), lit(0, 1), lit(1, 1)]));
                }
            }
            row
        };
        (0..8).step_by(usize::from(down)).map(row).collect()
    }
}

impl Place {
    /// The letters in which everything is written here; none where letters are those of the terminal.
    ///
    /// Very large is always in blocks. Large is where there is room for a whole row in them: on
    /// a small screen it would be as large as very large, a page for each row.
    pub(super) fn letters(self) -> Option<Letters> {
        let wide = self.width >= WIDE.0 && self.height >= WIDE.1;
        match (self.size, self.theme.glyphs) {
            (Size::VeryLarge, Glyphs::Console) => Some(Letters::Full),
            (Size::VeryLarge, Glyphs::Unicode) if wide => Some(Letters::Half),
            (Size::VeryLarge, Glyphs::Unicode) => Some(Letters::Quarter),
            (Size::Large, Glyphs::Unicode) if wide => Some(Letters::Quarter),
            _ => None,
        }
    }

    /// Whether everything is in block letters here.
    pub fn in_blocks(self) -> bool {
        self.letters().is_some()
    }

    /// A text in lines of letters that leave no word cut; in the terminal's own letters where the
    /// console has room for no more than a word.
    pub(super) fn written(self, text: &str, width: u16) -> (Option<Letters>, Vec<String>) {
        let Some(letters) = self.letters() else {
            return (None, wrap(text, width));
        };
        let across = |letters: Letters| (width / letters.columns()).max(1);
        let fits = |letters: &Letters| {
            let mut words = text.split([' ', '\n']);
            words.all(|word| word.chars().count() <= usize::from(across(*letters)))
        };
        let cramped = letters == Letters::Full && (self.width < WIDE.0 || self.height < WIDE.1);
        if cramped && text.chars().count() > usize::from(across(letters)) {
            return (None, wrap(text, width));
        }
        let letters = match letters {
            Letters::Half if !fits(&letters) => Letters::Quarter,
            Letters::Full if !fits(&letters) => return (None, wrap(text, width)),
            letters => letters,
        };
        (Some(letters), wrap(text, across(letters)))
    }
}

/// The sign for four points: upper left, upper right, lower left, lower right.
fn block(points: [bool; 4]) -> char {
    const BLOCKS: [char; 16] = [
        ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
    ];
    let bit = |n: usize| usize::from(points[n]) << n;
    BLOCKS[bit(0) | bit(1) | bit(2) | bit(3)]
}

/// Eight rows of eight points; the lowest bit is the leftmost point.
fn glyph(sign: char) -> [u8; 8] {
    let below = |sign| {
        let mut points = glyph(sign);
        points[7] |= 0b1_1000;
        points
    };
    match sign {
        '€' => [0x3c, 0x06, 0x1f, 0x06, 0x1f, 0x06, 0x3c, 0],
        '→' => [0, 0x10, 0x30, 0x7f, 0x30, 0x10, 0, 0],
        '←' => [0, 0x04, 0x06, 0x7f, 0x06, 0x04, 0, 0],
        '↑' => [0x08, 0x1c, 0x3e, 0x08, 0x08, 0x08, 0x08, 0],
        '↓' => [0x08, 0x08, 0x08, 0x08, 0x3e, 0x1c, 0x08, 0],
        '•' => [0, 0, 0x18, 0x3c, 0x3c, 0x18, 0, 0],
        'ă' => glyph('ã'),
        'Ă' => glyph('Ã'),
        'ș' | 'ş' => below('s'),
        'Ș' | 'Ş' => below('S'),
        'ț' | 'ţ' => below('t'),
        'Ț' | 'Ţ' => below('T'),
        sign => {
            let font = |sign| {
                let basic = font8x8::BASIC_FONTS.get(sign);
                basic.or_else(|| font8x8::LATIN_FONTS.get(sign))
            };
            font(sign)
                .or_else(|| font(plain(sign)))
                .unwrap_or_else(|| font('?').unwrap_or_default())
        }
    }
}
