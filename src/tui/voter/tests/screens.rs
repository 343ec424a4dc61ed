//! Every screen, as it looks.

use super::super::{Space, VoterMsg};
use super::{
    Voter, capped, consultation_of, dear, many_options, of_each_method, one_question, points,
    priority, score, single, survey, two_questions,
};
use crate::consultation::Question;
use crate::i18n;
use crate::tui::theme::tests::contrast;
use crate::tui::theme::{Glyphs, Theme, console_has};
use crate::tui::widgets::wrap;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

pub(super) fn drawn(voter: &Voter, glyphs: Glyphs, (columns, rows): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal
        .draw(|f| drop(voter.model.view(f, Theme::new(glyphs), "gio 8 set, 10:12")))
        .unwrap();
    terminal.backend().buffer().clone()
}

pub(super) fn lines(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let row = |cells: &[ratatui::buffer::Cell]| -> String {
        let row: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        format!("{}\n", row.trim_end())
    };
    buffer.content.chunks(width).map(row).collect()
}

/// The screen as a text on which sentences are not broken by the edge of a line.
pub(super) fn shown(voter: &Voter) -> String {
    let screen = lines(&drawn(voter, Glyphs::Console, (80, 24)));
    screen
        .split(|c: char| c.is_whitespace() || c == '│')
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Each screen by name.
pub(super) fn all() -> Vec<(&'static str, Voter)> {
    let at = |keys: &str| {
        let mut voter = Voter::at(&one_question());
        voter.press(keys);
        voter
    };
    let mut screens = vec![
        ("language", at("f2")),
        ("welcome", at("")),
        ("list", at("enter 1 down")),
        ("list_full", at("enter 1 2 3 4")),
        ("list_go_on", at("enter 1 2 end")),
        ("details", at("enter down down enter")),
        ("blank", at("enter 1 2 end up enter")),
        ("review", at("enter 1 2 6 end enter")),
        ("review_missing", at("enter 1 end enter")),
        ("sealing", at("enter 1 2 end enter enter")),
        ("leave", at("enter 1 f9")),
        ("over_left", at("f9 down enter")),
    ];
    let sealed = || {
        let mut voter = at("enter 1 2 end enter enter");
        voter.seal();
        voter
    };
    let cast = || {
        let mut voter = sealed();
        voter.press("down enter");
        voter
    };
    let after = |mut voter: Voter, msg: VoterMsg, keys: &str| {
        voter.get(msg);
        voter.press(keys);
        voter
    };
    screens.push((
        "seal_failed",
        after(at("enter 1 2 end enter enter"), VoterMsg::SealFailed, ""),
    ));
    screens.push(("appearance", at("enter 1 f3")));
    let mut headphones = at("enter 1");
    headphones.get(VoterMsg::Shown(Space {
        voice: true,
        ..Space::default()
    }));
    headphones.press("f3 3");
    screens.push(("headphones", headphones));
    screens.push(("offer", sealed()));
    screens.push(("casting", cast()));
    screens.push(("cast_failed", after(cast(), VoterMsg::CastFailed, "")));
    screens.push(("slip", after(cast(), VoterMsg::CastDone, "")));
    screens.push(("finish", after(cast(), VoterMsg::CastDone, "enter")));
    screens.push((
        "over_voted",
        after(cast(), VoterMsg::CastDone, "enter down enter"),
    ));
    screens.push(("over_failed", after(cast(), VoterMsg::CastFailed, "enter")));
    let mut idle = at("enter 1");
    idle.wait(60);
    screens.push(("idle", idle));
    let mut deserted = at("enter 1");
    deserted.wait(120);
    screens.push(("over_deserted", deserted));
    let mut two = Voter::at(&two_questions());
    two.press("enter 1 2 end enter 2 end enter");
    screens.push(("review_two_questions", two));
    let mut many = Voter::at(&many_options());
    many.press("enter 1 2 end up up up up up");
    screens.push(("list_paged", many));
    screens.extend(of_methods());
    screens.extend(of_opening());
    screens
}

fn of_methods() -> Vec<(&'static str, Voter)> {
    let at = |question: Question, keys: &str| {
        let mut voter = Voter::at(&consultation_of(vec![question]));
        voter.press(keys);
        voter
    };
    let mut reviewed = Voter::at(&survey());
    let (_, keys) = of_each_method().pop().unwrap();
    reviewed.press(keys.strip_suffix(" enter").unwrap());
    let mut first = Voter::at(&survey());
    first
        .press(keys.strip_suffix(" enter").unwrap())
        .press("home");
    let mut second = Voter::at(&survey());
    second.press("enter 1 4 2 3 3 2 4 1 5 0 end enter 2");
    vec![
        ("welcome_points", at(points(10, 5, true), "")),
        ("welcome_priority", at(priority(true), "")),
        ("list_single", at(single(), "enter 2")),
        ("list_capped", at(capped(), "enter 1 3 5 7")),
        ("list_dead_end", at(dear(600_000), "enter 1 down")),
        ("list_stuck", at(dear(600_000), "enter 1 2")),
        ("list_points", at(points(10, 5, true), "enter 1 5 3 2")),
        ("amount_points", at(points(10, 5, true), "enter 1 4 2")),
        ("amount_many", at(points(100, 60, false), "enter 2 4 5")),
        ("details_points", at(points(10, 5, true), "enter 1 4 enter")),
        (
            "review_points",
            at(points(10, 5, false), "enter 1 4 2 3 end enter"),
        ),
        ("list_score", at(score(5), "enter 1 4 2 0 space 5")),
        ("amount_score", at(score(5), "enter 1")),
        ("list_priority", at(priority(false), "enter 4 2")),
        ("details_priority", at(priority(false), "enter 4 2 enter")),
        ("list_second", second),
        ("review_survey", reviewed),
        ("review_survey_first", first),
    ]
}

fn of_opening() -> Vec<(&'static str, Voter)> {
    let at = |(consultation, keys): (_, &str), more: &str| {
        let mut voter = Voter::at(&consultation);
        voter.press(keys);
        voter.seal();
        voter.press(more);
        voter
    };
    let one = || (one_question(), "enter 1 2 end enter enter");
    let opened = |which, more: &str| {
        let mut voter = at(which, "up enter down enter");
        voter.get(VoterMsg::Opened);
        voter.press(more);
        voter
    };
    let mut failed = at(one(), "up enter down enter");
    failed.get(VoterMsg::OpenFailed);
    vec![
        ("offer_open", at(one(), "up")),
        ("ask_open", at(one(), "up enter")),
        ("opening", at(one(), "up enter down enter")),
        ("inside", opened(one(), "")),
        ("inside_survey", opened(of_each_method().pop().unwrap(), "")),
        ("opened", opened(one(), "enter")),
        ("list_after_opening", opened(one(), "enter down enter")),
        ("open_failed", failed),
    ]
}

fn check(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn each_screen_in_italian() {
    for (name, voter) in all() {
        check(
            &format!("{name}_80x24"),
            &lines(&drawn(&voter, Glyphs::Unicode, (80, 24))),
        );
        check(
            &format!("{name}_200x60"),
            &lines(&drawn(&voter, Glyphs::Unicode, (200, 60))),
        );
    }
}

#[test]
fn some_screens_in_english() {
    let english = [
        "welcome",
        "list_full",
        "list_capped",
        "list_stuck",
        "list_points",
        "amount_points",
        "amount_score",
        "list_score",
        "list_priority",
        "details",
        "review",
        "review_survey",
        "offer",
        "ask_open",
        "inside",
        "opened",
        "open_failed",
        "slip",
    ];
    for (name, mut voter) in all().into_iter().filter(|(n, _)| english.contains(n)) {
        voter.press("f2 2");
        check(
            &format!("{name}_english"),
            &lines(&drawn(&voter, Glyphs::Unicode, (80, 24))),
        );
    }
}

#[test]
fn the_console_shows_the_code_without_half_blocks() {
    for (name, voter) in all()
        .into_iter()
        .filter(|(n, _)| ["offer", "opened", "slip"].contains(n))
    {
        check(
            &format!("{name}_console"),
            &lines(&drawn(&voter, Glyphs::Console, (80, 24))),
        );
    }
}

#[test]
fn a_large_console_shows_the_qr_code_in_coloured_spaces() {
    let white = |buffer: &Buffer| {
        buffer
            .content
            .iter()
            .filter(|c| c.bg == Color::White)
            .count()
    };
    for (name, voter) in all()
        .into_iter()
        .filter(|(n, _)| ["offer", "opened", "slip"].contains(n))
    {
        for size in [(128, 48), (200, 60)] {
            assert!(
                white(&drawn(&voter, Glyphs::Console, size)) > 33 * 33,
                "{name} {size:?}"
            );
        }
    }
}

#[test]
fn notices_fit_the_rows_kept_for_them() {
    let keys = [
        "voter-notice-full",
        "voter-notice-full-points",
        "voter-notice-full-priority",
        "voter-notice-too-dear",
        "voter-notice-dead-end",
        "voter-notice-stuck",
        "voter-notice-stuck-far",
        "voter-notice-not-blank",
        "voter-advice-choose",
        "voter-advice-points",
        "voter-advice-score",
        "voter-advice-priority",
        "voter-advice-priority-back",
        "voter-advice-no-money",
        "voter-advice-done",
    ];
    for language in i18n::available() {
        let dear = i18n::euro(*language, 123_456_789);
        for (what, n) in [
            ("project", 1_usize),
            ("project", 3),
            ("option", 2),
            ("option", 20),
        ] {
            let mut values = vec![("what", what.into())];
            values.extend(["max", "ranks", "min", "next", "rank"].map(|name| (name, n.into())));
            values.extend(["cost", "money"].map(|name| (name, dear.as_str().into())));
            for key in keys {
                let text = i18n::text_with(*language, key, &values);
                assert!(wrap(&text, 76).len() <= 2 && !text.contains('{'), "{text}");
            }
        }
    }
}

#[test]
fn a_small_terminal_gets_a_sentence() {
    let voter = Voter::at(&one_question());
    for size in [(79, 24), (80, 23), (30, 8), (10, 3), (5, 1)] {
        let name = format!("too_small_{}x{}", size.0, size.1);
        check(&name, &lines(&drawn(&voter, Glyphs::Console, size)));
    }
}

#[test]
fn consoles_get_only_signs_that_their_fonts_hold() {
    for (name, voter) in all() {
        for size in [(80, 24), (200, 60)] {
            let text = lines(&drawn(&voter, Glyphs::Console, size));
            let odd: String = text
                .chars()
                .filter(|c| *c != '\n' && !console_has(*c))
                .collect();
            assert!(odd.is_empty(), "{name} shows {odd}");
            assert!(!text.contains("?\u{3f}"), "{name} lost a sign");
        }
    }
}

#[test]
fn every_cell_is_readable_and_the_focus_has_an_arrow() {
    for (name, voter) in all() {
        for glyphs in [Glyphs::Console, Glyphs::Unicode] {
            let theme = Theme::new(glyphs);
            let buffer = drawn(&voter, glyphs, (80, 24));
            for cell in &buffer.content {
                let ratio = contrast(cell.fg, cell.bg);
                assert!(ratio >= 10.0, "{name}: {:?} {ratio:.1}", cell.symbol());
            }
            for y in 2..21 {
                let row = |x| &buffer[(x, y)];
                let focused = (2..78).any(|x| row(x).style() == buffer_style(theme.focus()));
                let arrow = (2..8).any(|x| row(x).symbol() == theme.arrow());
                assert!(
                    !focused || arrow || y > 2 && has_arrow_above(&buffer, theme, y),
                    "{name}, row {y}"
                );
            }
        }
    }
}

/// A focused row that wraps has its arrow on the first line.
fn has_arrow_above(buffer: &Buffer, theme: Theme, y: u16) -> bool {
    (2..8).any(|x| buffer[(x, y - 1)].symbol() == theme.arrow())
}

/// A style as a cell gives it back.
fn buffer_style(style: ratatui::style::Style) -> ratatui::style::Style {
    let mut cell = ratatui::buffer::Cell::default();
    cell.set_style(style);
    cell.style()
}
