//! Size and colours: chosen at any moment, kept to the end, gone with the voter.

use super::super::{Press, VoterMsg};
use super::screens::{drawn, shown};
use super::{Voter, one_question};
use crate::tui::theme::tests::contrast;
use crate::tui::theme::{Contrast, Glyphs};
use ratatui::layout::Position;

#[test]
fn the_appearance_changes_at_once_and_nothing_chosen_is_lost() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter 1 2 f3");
    assert!(shown(&voter).contains("Lettere: normali"));
    voter.press("space");
    assert!(shown(&voter).contains("Lettere: in neretto"));
    voter.press("down space left");
    assert!(shown(&voter).contains("Ha scelto 2 di 3"));
    for (glyphs, screen) in [(Glyphs::Unicode, (80, 24)), (Glyphs::Console, (200, 60))] {
        for _ in Contrast::ALL {
            voter.press("f3 2 left");
            let buffer = drawn(&voter, glyphs, screen);
            for cell in &buffer.content {
                let ratio = contrast(cell.fg, cell.bg);
                assert!(ratio >= 10.0, "{ratio:.1}: {cell:?}");
            }
        }
    }
}

#[test]
fn the_next_voter_has_the_screen_as_it_always_is() {
    let mut voter = Voter::at(&one_question());
    voter.press("f3 1 2 left");
    let fresh = Voter::at(&one_question());
    assert_ne!(
        drawn(&voter, Glyphs::Unicode, (80, 24)),
        drawn(&fresh, Glyphs::Unicode, (80, 24))
    );
    // One model serves one voter: the next has another.
    let next = Voter::at(&one_question());
    assert_eq!(
        drawn(&next, Glyphs::Unicode, (80, 24)),
        drawn(&fresh, Glyphs::Unicode, (80, 24))
    );
}

#[test]
fn what_is_shown_can_be_pointed_at() {
    let mut voter = Voter::at(&one_question());
    voter.press("enter");
    let (targets, buffer) = pointed(&voter);
    // The third project's row, wherever on it.
    let row = (0..24_u16)
        .find(|y| {
            (0..80)
                .map(|x| buffer[(x, *y)].symbol())
                .collect::<String>()
                .contains("Wi-Fi")
        })
        .unwrap();
    for x in [3, 40, 70] {
        let on = targets
            .iter()
            .find(|(rect, _)| rect.contains(Position::new(x, row)));
        assert_eq!(on.map(|(_, press)| *press), Some(Press::Row(2)));
    }
    voter.get(VoterMsg::Pointed(Press::Row(2)));
    assert!(shown(&voter).contains("→ 3 [x]"), "{}", shown(&voter));
    // The keys of the footer and the languages, too.
    let presses: Vec<Press> = targets.iter().map(|(_, press)| *press).collect();
    for press in [
        Press::Language,
        Press::Appearance,
        Press::Leave,
        Press::Back,
        Press::Choose,
    ] {
        assert!(presses.contains(&press), "{press:?}");
    }
    // Nothing overlaps: a finger hits one thing.
    for (n, (a, _)) in targets.iter().enumerate() {
        assert!(
            targets[n + 1..].iter().all(|(b, _)| !a.intersects(*b)),
            "{a:?}"
        );
    }
}

fn pointed(voter: &Voter) -> (Vec<super::super::Target>, ratatui::buffer::Buffer) {
    use crate::tui::theme::Theme;
    use ratatui::{Terminal, backend::TestBackend};
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut targets = Vec::new();
    terminal
        .draw(|f| targets = voter.model.view(f, Theme::new(Glyphs::Unicode), "10:12"))
        .unwrap();
    (targets, terminal.backend().buffer().clone())
}

#[test]
fn the_cursor_is_on_the_row_with_the_focus() {
    use crate::tui::theme::Theme;
    use ratatui::{Terminal, backend::TestBackend};
    let mut voter = Voter::at(&one_question());
    voter.press("enter down down");
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal
        .draw(|f| drop(voter.model.view(f, Theme::new(Glyphs::Unicode), "10:12")))
        .unwrap();
    let at = terminal.get_cursor_position().unwrap();
    let row: String = (0..80)
        .map(|x| terminal.backend().buffer()[(x, at.y)].symbol().to_owned())
        .collect();
    assert!(row.contains("→") && row.contains("Wi-Fi"), "{row}");
}

/// The screen as a camera sees it: eight by sixteen points for each cell, letters left out.
fn seen(buffer: &ratatui::buffer::Buffer) -> Vec<String> {
    use ratatui::style::Color;
    let grey = |color: Color| match color {
        Color::Black | Color::Indexed(16) => 0,
        Color::White | Color::Indexed(231) => 255,
        _ => 30,
    };
    let (columns, rows) = (
        usize::from(buffer.area.width),
        usize::from(buffer.area.height),
    );
    let point = |x: usize, y: usize| {
        let cell = &buffer.content[y / 16 * columns + x / 8];
        let upper = y % 16 < 8;
        let inked = match cell.symbol() {
            "█" => true,
            "▀" => upper,
            "▄" => !upper,
            _ => false,
        };
        grey(if inked { cell.fg } else { cell.bg })
    };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(columns * 8, rows * 16, point);
    let codes = picture.detect_grids();
    codes.iter().map(|code| code.decode().unwrap().1).collect()
}

#[test]
fn a_phone_reads_the_code_off_both_kinds_of_screen_in_every_contrast() {
    for (glyphs, space) in [(Glyphs::Unicode, (80, 24)), (Glyphs::Console, (160, 50))] {
        for times in 0..Contrast::ALL.len() {
            let mut voter = Voter::at(&one_question());
            voter.press("enter 1 2 end enter enter");
            voter.seal();
            voter.press("f3");
            for _ in 0..times {
                voter.press("2");
            }
            voter.press("left");
            let seen = seen(&drawn(&voter, glyphs, space));
            assert_eq!(seen, [super::LINK], "{glyphs:?}, {times}");
        }
    }
}

#[test]
fn who_walks_away_at_the_choice_of_the_language_is_let_go() {
    let mut voter = Voter::at(&one_question());
    voter.press("f2 f9");
    assert!(shown(&voter).contains("senza votare"), "{}", shown(&voter));
}

#[test]
fn the_appearance_comes_before_the_language_where_it_is_wanted_first() {
    let mut voter = Voter::at(&one_question());
    voter.press("f2");
    assert!(
        shown(&voter).contains("F3 lettere e voce"),
        "{}",
        shown(&voter)
    );
    voter.press("f3 2 left");
    assert!(
        shown(&voter).contains("Scelga la lingua"),
        "{}",
        shown(&voter)
    );
    voter.press("2");
    assert!(shown(&voter).contains("Welcome"), "{}", shown(&voter));
}
