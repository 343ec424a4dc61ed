//! The rules of a reading, whatever stands in it.

use super::big::Letters;
use super::strip::LEAD;
use super::{Ink, Place, Reading, Size};
use crate::tui::theme::{Glyphs, Theme, plain};
use crate::tui::widgets::{Choice, Tone, qr_code};
use proptest::prelude::*;
use ratatui::text::Line;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

const SIZES: [Size; 3] = [Size::Normal, Size::Large, Size::VeryLarge];

fn place(glyphs: Glyphs, size: Size, width: u16, height: u16) -> Place {
    Place {
        theme: Theme::new(glyphs),
        size,
        width,
        height,
    }
}

fn text_of(lines: &[Line<'_>]) -> String {
    let texts = lines.iter().map(|l| {
        l.spans
            .iter()
            .map(|s| s.content.clone())
            .collect::<String>()
    });
    texts.collect::<Vec<_>>().join(" ")
}

/// The letters of a line of blocks, by what is drawn for them. Signs that look alike are one.
fn alphabet(letters: Letters) -> Alphabet {
    let signs = (' '..='~')
        .chain('\u{a1}'..='ÿ')
        .chain("€→←↑↓•șȘțȚ".chars());
    let mut all = HashMap::new();
    for sign in signs {
        all.entry(letters.drawn(&sign.to_string())).or_insert(sign);
    }
    all
}

type Alphabet = HashMap<Vec<String>, char>;

static ALPHABETS: LazyLock<[(Letters, Alphabet); 3]> =
    LazyLock::new(|| [Letters::Quarter, Letters::Half, Letters::Full].map(|l| (l, alphabet(l))));

/// A word as it is read in block letters.
pub(in crate::tui) fn in_blocks(word: &str) -> String {
    let (letters, all) = &ALPHABETS[2];
    let read = |sign: char| all.get(&letters.drawn(&sign.to_string())).copied();
    word.chars().filter_map(read).collect()
}

/// What is written in block letters on a screen whose text begins at a column, read point by point.
pub(in crate::tui) fn read_back(screen: &str, column: usize) -> String {
    let rows: Vec<Vec<char>> = screen.lines().map(|l| l.chars().collect()).collect();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |y: usize, x: usize, letters: Letters, all: &Alphabet| {
        let (across, down) = (usize::from(letters.columns()), usize::from(letters.rows()));
        let cell = |x: usize, y: usize| rows[y].get(x).copied().unwrap_or(' ');
        // Before a row there is nothing but the bar of the focus.
        let bar = |dy| (column..x).all(|x| " █".contains(cell(x, y + dy)));
        if y + down > rows.len() || !(0..down).all(bar) {
            return None;
        }
        let letter = |x: usize| {
            let row = |dy| (x..x + across).map(|x| cell(x, y + dy)).collect::<String>();
            all.get(&(0..down).map(row).collect::<Vec<_>>()).copied()
        };
        let read: Option<String> = (x..widest).step_by(across).map(letter).collect();
        read.map(|r| r.trim().to_owned()).filter(|r| !r.is_empty())
    };
    let (mut y, mut said) = (0, String::new());
    while y < rows.len() {
        let found = [column, column + usize::from(LEAD)]
            .into_iter()
            .find_map(|x| {
                let read = |(l, all): &(Letters, Alphabet)| Some((line(y, x, *l, all)?, l.rows()));
                ALPHABETS.iter().find_map(read)
            });
        let Some((read, down)) = found else {
            y += 1;
            continue;
        };
        said.push_str(&read);
        said.push(' ');
        y += usize::from(down);
    }
    said
}

/// The words of a screen, without what frames them.
fn words_of(screen: &str) -> BTreeSet<String> {
    screen
        .split(|c: char| c.is_whitespace() || "│╭╮╰╯─┌┐└┘".contains(c))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Words of texts that are not whole on the pages of a screen at 80 columns, as letters or as block
/// letters.
pub(in crate::tui) fn missing(
    texts: &[String],
    shown: &str,
    (size, glyphs): (Size, Glyphs),
) -> Vec<String> {
    let mut there = words_of(shown);
    if size != Size::Normal {
        // Block letters are read back point by point.
        there.append(&mut words_of(&read_back(shown, 2)));
    }
    let settled = |word: &str| match glyphs {
        Glyphs::Unicode => word.to_owned(),
        Glyphs::Console => word.chars().map(plain).collect(),
    };
    let has = |word: &str| there.contains(&settled(word)) || there.contains(&in_blocks(word));
    let all = texts.iter().flat_map(|t| words_of(t));
    // A code is written in groups.
    all.filter(|word| !has(word) && !word.split('-').all(has))
        .collect()
}

/// Everything on all pages, with each row having the focus in turn.
fn everything(reading: &dyn Fn(Option<usize>) -> Reading, rows: usize, place: Place) -> String {
    let mut all = String::new();
    let words = |_: usize, _: usize| String::new();
    for focus in 0..rows.max(1) {
        let reading = reading((rows > 0).then_some(focus));
        for page in 0..reading.pages(place) {
            let page = reading.page(page, place, &words);
            assert!(page.rows.len() <= usize::from(place.height), "{place:?}");
            let lines: Vec<Line<'_>> = page.rows.into_iter().map(|r| r.line).collect();
            assert!(
                lines.iter().all(|l| l.width() <= usize::from(place.width)),
                "{place:?}: {}",
                text_of(&lines)
            );
            let screen: Vec<String> = lines
                .iter()
                .map(|l| text_of(std::slice::from_ref(l)))
                .collect();
            all.push_str(&read_back(&screen.join("\n"), 0));
            all.push_str(&screen.join(" "));
            all.push(' ');
        }
    }
    all
}

fn words(prefix: &str, n: usize) -> String {
    (0..n)
        .map(|i| format!("{prefix}{i}"))
        .collect::<Vec<_>>()
        .join(" ")
}

proptest! {
    /// Nothing is left out and nothing is outside, in any size on any screen: block letters are read
    /// back point by point.
    #[test]
    fn every_word_is_on_some_page(
        paragraphs in proptest::collection::vec(1_usize..60, 0..8),
        rows in proptest::collection::vec(1_usize..14, 0..30),
        (width, height) in (40_u16..120, 14_u16..50),
        console in any::<bool>(),
        size in 0_usize..3,
    ) {
        let glyphs = if console { Glyphs::Console } else { Glyphs::Unicode };
        let reading = |focus: Option<usize>| {
            let mut page = Reading::default();
            for (n, count) in paragraphs.iter().enumerate() {
                page.text(Ink::Text, words(&format!("p{n}x"), *count)).gap();
            }
            if !rows.is_empty() {
                let all = rows.iter().enumerate();
                let all = all.map(|(n, count)| Choice::action(words(&format!("r{n}x"), *count)));
                page.rows(all.collect(), focus);
            }
            page
        };
        let place = place(glyphs, SIZES[size], width, height);
        let all = everything(&reading, rows.len(), place);
        let shown: std::collections::BTreeSet<&str> = all.split_whitespace().collect();
        for (n, count) in paragraphs.iter().enumerate() {
            for i in 0..*count {
                prop_assert!(shown.contains(format!("p{n}x{i}").as_str()), "p{n}x{i}");
            }
        }
        for (n, count) in rows.iter().enumerate() {
            for i in 0..*count {
                prop_assert!(shown.contains(format!("r{n}x{i}").as_str()), "r{n}x{i}");
            }
        }
    }
}

#[test]
fn larger_letters_show_fewer_rows() {
    let mut page = Reading::default();
    page.title("Titolo");
    page.rows(
        (0..12)
            .map(|n| Choice::action(format!("riga {n}")))
            .collect(),
        Some(0),
    );
    let rows = |size| {
        let place = place(Glyphs::Unicode, size, 76, 18);
        let number = page.paging(place).rows;
        let page = page.page(number, place, &|_, _| String::new());
        let mut rows: Vec<usize> = page.rows.iter().filter_map(|r| r.of).collect();
        rows.dedup();
        rows.len()
    };
    let [normal, large, very_large] = SIZES.map(rows);
    assert_eq!(normal, 12);
    assert!(large < normal && large > 3, "{large}");
    assert!((1..large).contains(&very_large), "{very_large}");
}

/// On a wide screen large and very large letters are blocks, and several rows stand on a page.
#[test]
fn a_wide_screen_has_rows_in_block_letters_side_by_side() {
    let mut page = Reading::default();
    let row = |n| Choice {
        number: Some(n),
        mark: Some(false),
        right: "9.500 €".into(),
        ..Choice::action("Il digitale come mezzo di integrazione sociale")
    };
    page.title("Titolo")
        .rows((1..=10).map(row).collect(), Some(4));
    let rows = |size| {
        let page = page.page(1, place(Glyphs::Unicode, size, 196, 47), &|_, _| {
            String::new()
        });
        let mut rows: Vec<usize> = page.rows.iter().filter_map(|r| r.of).collect();
        rows.dedup();
        assert!(rows.contains(&4), "{size:?}: {rows:?}");
        rows.len()
    };
    assert!(rows(Size::VeryLarge) >= 2);
    assert!(rows(Size::Large) > rows(Size::VeryLarge));
}

/// A paragraph longer than a page is cut, in every size.
#[test]
fn a_long_paragraph_goes_on_on_the_next_page() {
    for size in SIZES {
        for glyphs in [Glyphs::Unicode, Glyphs::Console] {
            let reading = |focus| {
                let mut page = Reading::default();
                page.text(Ink::Text, words("w", 400));
                page.rows(vec![Choice::action("ok")], focus);
                page
            };
            let all = everything(&reading, 1, place(glyphs, size, 76, 18));
            for n in 0..400 {
                let word = format!("w{n}");
                assert!(
                    all.split_whitespace().any(|w| w == word),
                    "{word}, {size:?}"
                );
            }
        }
    }
}

/// What is in the way has a page after the row where it has no room beside it, and how the choice
/// stands is beside the box.
#[test]
fn on_a_small_screen_the_row_and_what_is_in_the_way_have_a_page_each() {
    let mut page = Reading::default();
    page.title("Titolo")
        .with_rows()
        .standing("Ha scelto 3 di 3 (almeno 2)", vec!["3 di 3".into()])
        .kept(2, Some((Ink::Warn, "Ha già scelto tre progetti".into())));
    let row = Choice {
        number: Some(4),
        mark: Some(false),
        right: "9.500 €".into(),
        ..Choice::action("Sportello digitale")
    };
    page.rows(vec![row], Some(0));
    let place = place(Glyphs::Unicode, Size::VeryLarge, 76, 18);
    let paging = page.paging(place);
    assert_eq!(paging.note, Some(paging.rows + 1));
    let read = |number| {
        let page = page.page(number, place, &|_, _| String::new());
        let rows: Vec<String> = page.rows.into_iter().map(|r| text_of(&[r.line])).collect();
        read_back(&rows.join("\n"), 0)
    };
    let row = read(paging.rows);
    let row: Vec<&str> = row.split_whitespace().collect();
    assert_eq!(row.join(" "), "4 [ ] 3 di 3 Sportello digitale 9.500 €");
    assert!(read(paging.rows + 1).contains("Ha già scelto tre"));
}

#[test]
fn what_is_heard_is_what_is_shown_in_its_order() {
    let mut page = Reading::default();
    page.qr(qr_code("HTTPS://EXAMPLE.IT").as_ref())
        .title("Uno")
        .item(0, (Ink::Key, "•"), Ink::Text, "due")
        .code("K7QM-2X9D")
        .panel(
            Tone::Calm,
            "tre".into(),
            vec!["quattro".into(), String::new()],
        )
        .rows(
            vec![
                Choice::action("cinque"),
                Choice {
                    mark: Some(true),
                    number: Some(6),
                    right: "10 €".into(),
                    ..Choice::action("sei")
                },
            ],
            Some(1),
        );
    let place = place(Glyphs::Unicode, Size::Normal, 76, 18);
    let heard = page.heard(
        0,
        place,
        &super::RowWords {
            mark: &|chosen| if chosen { "scelto" } else { "non scelto" }.to_owned(),
            place: &|n, of| format!("{n} di {of}"),
            none: &String::new,
            sounded: &str::to_owned,
        },
    );
    assert_eq!(
        heard.text,
        ["Uno.", "due.", "K 7 Q M, 2 X 9 D.", "tre.", "quattro."]
    );
    assert_eq!(heard.focus.unwrap(), "6. sei. 10 €. scelto. 2 di 2.");
}
