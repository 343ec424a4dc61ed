//! The screens on which a person confirms: as readable, and as audible, as the vote.

use super::fake::{CITY_USER, RESIDENT};
use super::kiosk::Kiosk;
use super::scans::ZONE;
use crate::consultation::{Consultation, Text};
use crate::i18n::Language;
use crate::tui::appearance::{Appearance, Reads};
use crate::tui::confirming::Confirming;
use crate::tui::model::{Msg, Screen};
use crate::tui::reading::Size;
use crate::tui::reading::tests::missing;
use crate::tui::theme::tests::contrast;
use crate::tui::theme::{Contrast, Glyphs, Theme, plain};
use crate::tui::voter::Press;
use crossterm::event::KeyCode;
use std::sync::Arc;

const SIZES: [Size; 3] = [Size::Normal, Size::Large, Size::VeryLarge];

/// At the desk of a consultation with seven languages and a privacy notice of several pages.
fn desk() -> Kiosk {
    let mut kiosk = Kiosk::desk();
    let session = kiosk.model.session.as_mut().unwrap();
    let mut consultation: Consultation = (*session.station.consultation).clone();
    consultation.languages = Language::ALL.to_vec();
    let notice: Vec<String> = (0..40)
        .map(|n| {
            format!("Il paragrafo{n} dice a chi appartengono i dati e per quanto tempo si tengono.")
        })
        .collect();
    let notice = notice
        .chunks(13)
        .map(|c| c.join(" "))
        .collect::<Vec<_>>()
        .join("\n");
    consultation.desk.privacy_notice = Text::new(notice, []);
    session.station.consultation = Arc::new(consultation);
    kiosk.model.voice = true;
    kiosk
}

/// The declaration of a city user, in front of the choice of the language.
fn declaring(mut kiosk: Kiosk) -> Kiosk {
    kiosk.keys(CITY_USER);
    kiosk.enter();
    kiosk.zone(&ZONE);
    kiosk.keys("113");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Confirming(_)));
    kiosk
}

fn helped(mut kiosk: Kiosk) -> Kiosk {
    kiosk.visit(RESIDENT);
    kiosk.keys("a21");
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Confirming(_)));
    kiosk
}

fn confirming(kiosk: &mut Kiosk) -> &mut Confirming {
    match &mut kiosk.model.screen {
        Screen::Confirming(confirming) => confirming,
        _ => panic!("not the screen to confirm"),
    }
}

/// Each of these screens by name.
fn all() -> Vec<(&'static str, Kiosk)> {
    let after = |kiosk: Kiosk, keys: &[KeyCode]| {
        let mut kiosk = kiosk;
        for key in keys {
            kiosk.press(*key);
        }
        kiosk
    };
    let one = KeyCode::Char('1');
    let declared = || after(declaring(desk()), &[one]);
    let mut waiting = declared();
    waiting.slow = true;
    waiting.confirm("1");
    let mut not_recorded = declared();
    not_recorded.confirm("2");
    vec![
        ("language", declaring(desk())),
        ("declaration", declared()),
        (
            "declaration's row",
            after(declared(), &[KeyCode::Char('2')]),
        ),
        ("appearance", after(declared(), &[KeyCode::F(3)])),
        (
            "headphones",
            after(declared(), &[KeyCode::F(3), KeyCode::Char('3')]),
        ),
        ("leave", after(declared(), &[KeyCode::F(9)])),
        (
            "left",
            after(declared(), &[KeyCode::F(9), KeyCode::Down, KeyCode::Enter]),
        ),
        ("waiting", waiting),
        ("not recorded", not_recorded),
        ("help", after(helped(desk()), &[one])),
        ("help's row", after(helped(desk()), &[one, one])),
    ]
}

#[test]
fn no_word_is_cut_in_any_language_or_size_and_all_is_readable() {
    for (name, mut kiosk) in all() {
        for language in Language::ALL {
            for size in SIZES {
                for glyphs in [Glyphs::Unicode, Glyphs::Console] {
                    kiosk.model.look.theme = Theme::new(glyphs);
                    kiosk.msg(Msg::Resized {
                        columns: 80,
                        rows: 24,
                    });
                    let at = Contrast::ALL.len();
                    let appearance = Appearance {
                        size,
                        contrast: Contrast::ALL[language as usize % at],
                        ..Appearance::default()
                    };
                    let reads = Reads {
                        language,
                        appearance,
                    };
                    confirming(&mut kiosk).read_as(reads, 0);
                    let pages = confirming(&mut kiosk).page().1;
                    let mut shown = String::new();
                    for page in 0..pages {
                        confirming(&mut kiosk).read_as(reads, page);
                        let screen = kiosk.text(80, 24);
                        let around = confirming(&mut kiosk).framed_here().around();
                        for key in around {
                            let key: String = match glyphs {
                                Glyphs::Unicode => key,
                                Glyphs::Console => key.chars().map(plain).collect(),
                            };
                            assert!(screen.contains(&key), "{key:?} of {name}:\n{screen}");
                        }
                        let top = screen.lines().take(2).collect::<String>();
                        assert!(!top.contains('…'), "{name} in {language:?}:\n{screen}");
                        for cell in &kiosk.drawn(80, 24).content {
                            let ratio = contrast(cell.fg, cell.bg);
                            assert!(ratio >= 10.0, "{name}: {ratio:.1}: {cell:?}");
                        }
                        shown.push_str(&screen);
                        shown.push('\n');
                    }
                    let texts = confirming(&mut kiosk).framed_here().texts();
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
fn a_long_notice_is_read_page_by_page_and_confirmed_after_it() {
    for (times, size) in SIZES.into_iter().enumerate() {
        let mut kiosk = declaring(desk());
        kiosk.keys("1");
        kiosk.press(KeyCode::F(3));
        (0..times).for_each(|_| kiosk.keys("1"));
        kiosk.press(KeyCode::Esc);
        let pages = confirming(&mut kiosk).page().1;
        assert!(pages > 2, "{size:?}: {pages}");
        let mut read = String::new();
        for page in 0..pages {
            assert_eq!(confirming(&mut kiosk).page(), (page, pages));
            assert!(kiosk.clerk.registered.is_empty());
            read.push_str(&kiosk.text(80, 24));
            read.push('\n');
            if page + 1 < pages {
                kiosk.seconds(1);
                kiosk.enter();
            }
        }
        let paragraphs: Vec<String> = (0..40).map(|n| format!("paragrafo{n}")).collect();
        let how = (size, Glyphs::Unicode);
        assert_eq!(missing(&paragraphs, &read, how), [""; 0], "{read}");
        // Enter once too often confirms nothing, and says what to do.
        kiosk.seconds(1);
        kiosk.enter();
        let prima = ["Prima prema ↓, poi Invio".to_owned()];
        assert_eq!(
            missing(&prima, &kiosk.text(80, 24), how),
            [""; 0],
            "{}",
            kiosk.words()
        );
        assert!(kiosk.clerk.registered.is_empty());
        kiosk.press(KeyCode::Down);
        kiosk.seconds(1);
        kiosk.enter();
        assert_eq!(kiosk.clerk.registered.len(), 1);
    }
}

#[test]
fn what_was_chosen_before_the_vote_goes_on_into_it_and_no_further() {
    let mut kiosk = helped(desk());
    kiosk.keys("2");
    kiosk.press(KeyCode::F(3));
    kiosk.keys("12");
    kiosk.press(KeyCode::Esc);
    kiosk.confirm("1");
    let Screen::Voter(_) = kiosk.model.screen else {
        panic!("the vote begins")
    };
    assert!(
        kiosk.words().contains("Welcome to the vote"),
        "{}",
        kiosk.words()
    );
    kiosk.press(KeyCode::F(3));
    let chosen = kiosk.words();
    assert!(
        chosen.contains("Letters: bold") && !chosen.contains("Colours: light on dark"),
        "{chosen}"
    );
    // The next person has the screen as it always is.
    kiosk.press(KeyCode::Esc);
    kiosk.press(KeyCode::F(9));
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    kiosk.enter();
    kiosk.pin();
    let mut next = helped(kiosk);
    next.keys("1");
    next.press(KeyCode::F(3));
    let fresh = next.words();
    assert!(
        fresh.contains("Lettere: normali") && fresh.contains("Colori: chiaro su scuro"),
        "{fresh}"
    );
    assert!(next.said.iter().all(String::is_empty), "{:?}", next.said);
}

#[test]
fn the_declaration_is_heard_and_the_voice_goes_on_into_the_vote() {
    let mut kiosk = helped(desk());
    kiosk.keys("1");
    assert!(kiosk.said.is_empty(), "nothing is said unasked");
    kiosk.press(KeyCode::F(3));
    kiosk.keys("3");
    assert!(kiosk.said.pop().unwrap().contains("in cuffia"));
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    kiosk.press(KeyCode::Esc);
    let help = kiosk.said.pop().unwrap();
    assert!(
        help.contains("Ha chiesto l'aiuto") && help.contains("prema freccia giù"),
        "{help}"
    );
    kiosk.press(KeyCode::Down);
    let row = kiosk.said.pop().unwrap();
    assert_eq!(row, "1. Sì, voto con questo aiuto. Riga 1 di 2.");
    kiosk.press(KeyCode::F(4));
    assert!(kiosk.said.pop().unwrap().contains("Ha chiesto l'aiuto"));
    kiosk.keys("x");
    assert!(kiosk.said.pop().unwrap().starts_with("Questo tasto"));
    kiosk.seconds(1);
    kiosk.enter();
    let vote = kiosk.said.pop().unwrap();
    assert!(vote.contains("Benvenuti al voto"), "{vote}");
}

#[test]
fn a_declaration_is_heard_page_by_page_and_silent_for_the_staff() {
    let mut kiosk = declaring(desk());
    kiosk.keys("1");
    kiosk.press(KeyCode::F(3));
    kiosk.keys("3");
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    kiosk.press(KeyCode::Esc);
    let first = kiosk.said.pop().unwrap();
    assert!(
        first.contains("Io, ") && first.contains("Pagina 1 di "),
        "{first}"
    );
    assert!(!first.contains("paragrafo39"), "{first}");
    kiosk.enter();
    let second = kiosk.said.pop().unwrap();
    assert!(
        second.contains("paragrafo") && !second.contains("Io, "),
        "{second}"
    );
    // Left alone, the voice is stopped before the PIN is asked for.
    kiosk.said.clear();
    kiosk.seconds(241);
    assert!(matches!(kiosk.model.screen, Screen::Returning(_)));
    assert_eq!(kiosk.said, [""]);
}

#[test]
fn a_row_that_is_pointed_at_is_chosen() {
    let mut kiosk = helped(desk());
    kiosk.msg(Msg::Pointed(Press::Row(1)));
    assert_eq!(confirming(&mut kiosk).language(), Language::En);
    kiosk.msg(Msg::Pointed(Press::Row(0)));
    assert_eq!(kiosk.clerk.assisted.len(), 1);
    assert!(matches!(kiosk.model.screen, Screen::Voter(_)));
}

#[test]
fn who_leaves_has_declared_nothing_and_the_desk_keeps_the_form() {
    let mut kiosk = declaring(desk());
    kiosk.keys("1");
    kiosk.press(KeyCode::F(9));
    kiosk.enter();
    assert!(
        kiosk.words().contains("La Sua dichiarazione"),
        "\"no\" stays"
    );
    kiosk.press(KeyCode::F(9));
    kiosk.press(KeyCode::Down);
    kiosk.enter();
    assert!(
        kiosk.words().contains("Ha lasciato senza votare")
            || kiosk.words().contains("senza votare")
    );
    kiosk.enter();
    assert!(matches!(kiosk.model.screen, Screen::Returning(_)));
    kiosk.pin();
    assert!(matches!(kiosk.model.screen, Screen::Registration(_)));
    assert!(kiosk.clerk.registered.is_empty());
}
