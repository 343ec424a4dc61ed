//! Every screen in every language and size: nothing is cut, nothing is missing.

use super::super::{Space, VoterMsg};
use super::screens::{all, drawn, lines};
use super::{Voter, one_question};
use crate::i18n::Language;
use crate::tui::appearance::Appearance;
use crate::tui::reading::Size;
use crate::tui::reading::tests::missing;
use crate::tui::theme::{Contrast, Glyphs};
use std::fmt::Write;
use std::sync::Arc;

const SIZES: [Size; 3] = [Size::Normal, Size::Large, Size::VeryLarge];

/// All pages of a screen as they are drawn.
fn every_page(voter: &mut Voter, glyphs: Glyphs, (columns, rows): (u16, u16)) -> String {
    voter.get(VoterMsg::Shown(Space {
        columns,
        rows,
        glyphs,
        voice: true,
    }));
    let pages = voter.model.pages();
    let mut all = String::new();
    for page in 0..pages {
        voter.model.turn_to(page);
        all.push_str(&lines(&drawn(voter, glyphs, (columns, rows))));
        all.push('\n');
    }
    all
}

#[test]
fn no_word_is_cut_in_any_language_or_size() {
    for (name, mut voter) in all() {
        for language in Language::ALL {
            for size in SIZES {
                voter.model.look(
                    language,
                    Appearance {
                        size,
                        ..Appearance::default()
                    },
                );
                for glyphs in [Glyphs::Unicode, Glyphs::Console] {
                    let shown = every_page(&mut voter, glyphs, (80, 24));
                    let texts = voter.model.framed().texts();
                    let missing = missing(&texts, &shown, (size, glyphs));
                    assert!(
                        missing.is_empty(),
                        "{missing:?} of {name} in {language:?}, {size:?}, {glyphs:?}:\n{shown}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_key_of_the_footer_and_every_language_is_in_view() {
    for (name, mut voter) in all() {
        for language in Language::ALL {
            voter.model.look(language, Appearance::default());
            let screen = lines(&drawn(&voter, Glyphs::Unicode, (80, 24)));
            for key in voter.model.framed().around() {
                assert!(
                    screen.contains(&key),
                    "{key:?} of {name} in {language:?}:\n{screen}"
                );
            }
        }
    }
}

/// Every screen in larger letters, in two languages and on two sizes of screen.
#[test]
fn each_screen_in_larger_letters() {
    for (name, mut voter) in all() {
        for (language, code) in [(Language::It, "it"), (Language::De, "de")] {
            let mut shown = String::new();
            for size in [Size::Large, Size::VeryLarge] {
                for space in [(80, 24), (200, 60)] {
                    let contrast = Contrast::YellowOnBlack;
                    let appearance = Appearance {
                        size,
                        contrast,
                        ..Appearance::default()
                    };
                    voter.model.look(language, appearance);
                    writeln!(shown, "{size:?}, {}x{}", space.0, space.1).unwrap();
                    shown.push_str(&every_page(&mut voter, Glyphs::Unicode, space));
                }
            }
            let mut settings = insta::Settings::clone_current();
            settings.set_snapshot_path("../snapshots/letters");
            settings.set_prepend_module_to_snapshot(false);
            settings.bind(|| insta::assert_snapshot!(format!("{name}_{code}"), shown));
        }
    }
}

/// Seven languages in the header leave room for where the voter is.
#[test]
fn seven_languages_are_in_view_beside_the_step() {
    let mut consultation = (*one_question()).clone();
    consultation.languages = Language::ALL.to_vec();
    let mut voter = Voter::at(&Arc::new(consultation));
    voter.press("enter");
    for language in Language::ALL {
        voter.model.look(language, Appearance::default());
        let screen = lines(&drawn(&voter, Glyphs::Unicode, (80, 24)));
        for other in Language::ALL {
            assert!(screen.contains(other.own_name()), "{screen}");
        }
        let step = screen.lines().nth(1).unwrap();
        assert!(step.contains('2') && step.contains('5'), "{step}");
        assert!(!step.contains('…'), "{step}");
    }
    voter.press("f2");
    let screen = lines(&drawn(&voter, Glyphs::Unicode, (80, 24)));
    assert!(
        screen.contains("7  Deutsch") && screen.contains("Choose your language"),
        "{screen}"
    );
}
