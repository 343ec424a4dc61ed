//! Where the fields stand: ICAO 9303 parts 5 (TD1), 6 (TD2) and 4 (TD3), section 4.2.
//!
//! Positions count from 0 through all lines of a zone as one text. A field with a check digit has
//! it in the position after its last.

use super::MrzFormat;
use std::ops::Range;

/// Where the fields of one format stand.
pub(super) struct Layout {
    pub format: MrzFormat,
    lines: usize,
    width: usize,
    /// Letters with which a document code may begin.
    pub documents: &'static [u8],
    pub document: Range<usize>,
    pub issuer: Range<usize>,
    pub names: Range<usize>,
    /// Nine characters and the check digit, or a filler if the number goes on in [`Self::more`].
    pub number: Range<usize>,
    /// Optional data in which a number of more than nine characters goes on.
    pub more: Option<Range<usize>>,
    pub birth_date: Range<usize>,
    pub sex: Range<usize>,
    pub expiry_date: Range<usize>,
    pub nationality: Range<usize>,
    /// The last optional data: what the issuer may use as it likes.
    pub optional: Range<usize>,
    /// Whether they have a check digit.
    pub optional_checked: bool,
    /// What the composite check digit covers.
    pub covered: &'static [Range<usize>],
    /// The composite check digit.
    pub composite: usize,
}

const TD1: Layout = Layout {
    format: MrzFormat::Td1,
    lines: 3,
    width: 30,
    documents: b"ACI",
    document: 0..2,
    issuer: 2..5,
    number: 5..14,
    more: Some(15..30),
    birth_date: 30..36,
    sex: 37..38,
    expiry_date: 38..44,
    nationality: 45..48,
    names: 60..90,
    optional: 48..59,
    optional_checked: false,
    covered: &[5..30, 30..37, 38..45, 48..59],
    composite: 59,
};

const TD2: Layout = Layout {
    format: MrzFormat::Td2,
    lines: 2,
    width: 36,
    documents: b"ACI",
    document: 0..2,
    issuer: 2..5,
    names: 5..36,
    number: 36..45,
    more: Some(64..71),
    nationality: 46..49,
    birth_date: 49..55,
    sex: 56..57,
    expiry_date: 57..63,
    optional: 64..71,
    optional_checked: false,
    covered: &[36..46, 49..56, 57..71],
    composite: 71,
};

const TD3: Layout = Layout {
    format: MrzFormat::Td3,
    lines: 2,
    width: 44,
    documents: b"P",
    document: 0..2,
    issuer: 2..5,
    names: 5..44,
    number: 44..53,
    more: None,
    nationality: 54..57,
    birth_date: 57..63,
    sex: 64..65,
    expiry_date: 65..71,
    optional: 72..86,
    optional_checked: true,
    covered: &[44..54, 57..64, 65..87],
    composite: 87,
};

static ALL: [Layout; 3] = [TD1, TD2, TD3];

impl Layout {
    /// The layout of so many lines of such a length.
    pub(super) fn of(lines: &[&str]) -> Option<&'static Self> {
        ALL.iter().find(|layout| {
            lines.len() == layout.lines && lines.iter().all(|l| l.chars().count() == layout.width)
        })
    }
}

/// Width of the lines, and number of lines of the whole zone, if so many characters are one line
/// of a zone or several: each number belongs to one format only.
pub(in crate::identity) fn zone_of(characters: usize) -> Option<(usize, usize)> {
    let layout = ALL
        .iter()
        .find(|layout| (1..=layout.lines).any(|lines| lines * layout.width == characters))?;
    Some((layout.width, layout.lines))
}
