//! Size, colours, voice: chosen at any moment, kept to the end, gone with the voter.

use super::super::{Press, Space, VoterEffect, VoterMsg};
use super::screens::{drawn, lines, shown};
use super::{TRACKER, Voter, one_question};
use crate::i18n::Language;
use crate::tui::appearance::Voice;
use crate::tui::reading::tests::read_back;
use crate::tui::theme::tests::contrast;
use crate::tui::theme::{Contrast, Glyphs};
use ratatui::layout::Position;

fn with_a_voice() -> Voter {
    let mut voter = Voter::at(&one_question());
    voter.get(VoterMsg::Shown(Space {
        voice: true,
        ..Space::default()
    }));
    voter.took();
    voter
}

/// What was said since last asked.
fn said(voter: &mut Voter) -> Vec<String> {
    let said = |effect| match effect {
        VoterEffect::Say { text, .. } => Some(text),
        _ => None,
    };
    voter.took().into_iter().filter_map(said).collect()
}

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
fn nothing_is_said_until_the_voter_asks_and_hears_it_in_the_headphones() {
    let mut voter = with_a_voice();
    voter.press("enter 1 down");
    assert!(said(&mut voter).is_empty());
    voter.press("f3 3");
    let first = said(&mut voter).join(" ");
    assert!(
        first.contains("cuffia") && !first.contains("sentieri"),
        "{first}"
    );
    voter.press("enter");
    voter.took();
    voter.press("left down");
    assert!(said(&mut voter).is_empty(), "\"no\" turns the voice off");
    voter.press("f3 3 down enter left");
    let list = said(&mut voter).pop().unwrap();
    assert!(list.contains("Quali progetti vuole finanziare?"), "{list}");
}

#[test]
fn the_voice_follows_the_focus_and_repeats_the_screen() {
    let mut voter = with_a_voice();
    voter.press("f3 3 down enter left enter");
    said(&mut voter);
    voter.press("down");
    assert_eq!(
        said(&mut voter),
        ["2. Il digitale come mezzo di integrazione sociale. 9.500 €. Non scelto. Riga 2 di 12."]
    );
    voter.press("space");
    let chosen = said(&mut voter).join(" ");
    assert!(
        chosen.contains("Scelto. Riga 2 di 12") && chosen.contains("Ha scelto 1 di 3"),
        "{chosen}"
    );
    voter.press("f4");
    let again = said(&mut voter).join(" ");
    assert!(
        again.contains("Quali progetti") && again.contains("Riga 2 di 12"),
        "{again}"
    );
    voter.press("f3 3");
    let effects = voter.took();
    let slower = effects.iter().any(|e| {
        matches!(
            e,
            VoterEffect::Say {
                voice: Voice::Slow,
                language: Language::It,
                ..
            }
        )
    });
    assert!(slower, "{effects:?}");
    voter.press("3 3");
    assert!(
        voter.took().contains(&VoterEffect::Hush),
        "it stops when it is turned off"
    );
}

/// A blind voter hears everything to the end, the code sign by sign.
#[test]
fn a_whole_vote_is_heard() {
    let mut voter = with_a_voice();
    voter.press("f3 3 down enter left enter 1 2 end enter");
    let review = said(&mut voter).pop().unwrap();
    assert!(
        review.contains("sentieri") && review.contains("digitale"),
        "{review}"
    );
    voter.press("enter");
    voter.seal();
    let offer = said(&mut voter).pop().unwrap();
    assert!(
        offer.contains("K 7 Q M, 2 X 9 D, 4 H T W, P 3 V A"),
        "{offer}"
    );
    assert!(
        !offer.contains(TRACKER) && !offer.contains("HTTPS"),
        "{offer}"
    );
    voter.press("down enter");
    voter.get(VoterMsg::CastDone);
    let slip = said(&mut voter).pop().unwrap();
    assert!(slip.contains("Il voto è nell'urna"), "{slip}");
    voter.press("enter down enter");
    let over = said(&mut voter).pop().unwrap();
    assert!(
        over.contains("Restituisca lo schermo") && !over.contains("K 7 Q M"),
        "{over}"
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

/// What is written in block letters on the screen.
fn read(voter: &Voter) -> String {
    read_back(&lines(&drawn(voter, Glyphs::Unicode, (80, 24))), 2)
}

fn in_very_large_letters() -> Voter {
    let mut voter = Voter::at(&one_question());
    voter.get(VoterMsg::Shown(Space::default()));
    voter.press("f3 1 1");
    // At the row that was changed, in the letters that it asks for.
    let changed = read(&voter);
    assert!(changed.contains("molto"), "{changed}");
    voter.press("left");
    let welcome = read(&voter);
    assert!(
        welcome.contains("Benvenuti"),
        "one key leads back: {welcome}"
    );
    voter
}

/// The rules are read to their end, then the question, then the rows.
fn at_the_rows(voter: &mut Voter) {
    for _ in 0..40 {
        if read(voter).starts_with("1 [ ]") {
            return;
        }
        voter.press("enter");
    }
    panic!("{}", read(voter));
}

#[test]
fn in_very_large_letters_the_way_back_is_short() {
    let mut voter = in_very_large_letters();
    at_the_rows(&mut voter);
    assert!(read(&voter).contains("0 di 3"), "{}", read(&voter));
    // Down reads a long name to its end, then comes the next row; up leads to the row above.
    voter.press("down");
    assert!(read(&voter).starts_with("2 [ ]"), "{}", read(&voter));
    voter.press("up");
    assert!(read(&voter).starts_with("1 [ ]"), "{}", read(&voter));
    // Into the details and back at the row.
    voter.press("enter");
    for _ in 0..20 {
        if read(&voter).starts_with("1 [ ]") {
            break;
        }
        voter.press("left");
    }
    assert!(read(&voter).starts_with("1 [ ]"), "{}", read(&voter));
    // A number finds its row from the question's page, too.
    voter.press("left 3");
    assert!(read(&voter).starts_with("3 [x]"), "{}", read(&voter));
    // From the language one key leads back, to the row.
    voter.press("f2 left");
    assert!(read(&voter).starts_with("3 [x]"), "{}", read(&voter));
}

/// Whoever chose sees it in the same letters: the box, how many, what is in the way.
#[test]
fn in_very_large_letters_a_choice_is_seen_and_so_is_what_is_in_the_way() {
    let mut voter = in_very_large_letters();
    at_the_rows(&mut voter);
    voter.press("space");
    let chosen = read(&voter);
    assert!(
        chosen.starts_with("1 [x]") && chosen.contains("1 di 3"),
        "{chosen}"
    );
    voter.press("2 3 4");
    let full = read(&voter);
    assert!(
        full.contains("Ne ha già") || full.contains("Ha già"),
        "{full}"
    );
}

/// Whoever reads slowly is asked, and then finds the page that was being read.
#[test]
fn after_the_idle_question_the_page_is_the_same() {
    let mut voter = in_very_large_letters();
    voter.press("enter enter");
    let page = read(&voter);
    assert!(!page.contains("Benvenuti"), "{page}");
    voter.wait(60);
    assert_ne!(read(&voter), page);
    voter.press("down");
    assert_eq!(read(&voter), page);
}

/// A long name is chosen from its first page; nobody has to read it to its end again.
#[test]
fn in_very_large_letters_a_row_is_chosen_from_any_of_its_pages() {
    let mut voter = in_very_large_letters();
    at_the_rows(&mut voter);
    for row in 1..=4 {
        let begins = |sign: &str| format!("{row} [{sign}]");
        assert!(read(&voter).starts_with(&begins(" ")), "{}", read(&voter));
        voter.press("space");
        assert!(read(&voter).starts_with(&begins("x")), "{}", read(&voter));
        voter.press("space");
        for _ in 0..6 {
            if read(&voter).starts_with(&begins(" ")) {
                voter.press("down");
            }
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
