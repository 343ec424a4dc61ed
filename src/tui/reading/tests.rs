//! The rules of a reading, whatever stands in it.

use super::{Ink, Place, Reading, Size};
use crate::tui::theme::{Glyphs, Theme};
use crate::tui::widgets::{Choice, Tone, qr_code};
use proptest::prelude::*;
use ratatui::text::Line;

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
            all.push_str(&text_of(&lines));
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
    /// Nothing is left out and nothing is outside, in any size on any screen. (Block letters are
    /// not words: what is in them is looked for in the plain sizes only.)
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
        if size < 2 {
            for (n, count) in rows.iter().enumerate() {
                for i in 0..*count {
                    prop_assert!(shown.contains(format!("r{n}x{i}").as_str()), "r{n}x{i}");
                }
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
        let page = page.page(0, place, &|_, _| String::new());
        let mut rows: Vec<usize> = page.rows.iter().filter_map(|r| r.of).collect();
        rows.dedup();
        rows.len()
    };
    let [normal, large, very_large] = SIZES.map(rows);
    assert_eq!(normal, 12);
    assert!(large < normal && large > 3, "{large}");
    assert_eq!(very_large, 1);
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
