//! Every screen of the operator's side as text, on a small and on a large terminal.

use super::every::{after, desk, locked, screens};
use super::fake::{CITY_USER, MINOR, RESIDENT};
use super::kiosk::Kiosk;
use super::world::{count, count_of_several};
use crate::i18n::Language;
use crate::tui::facts::CountResult;
use crate::tui::theme::{Glyphs, Theme, console_has};
use crate::tui::work::Done;
use crossterm::event::KeyCode;
use ratatui::style::Style;

/// The words of a whole result.
fn result(result: &CountResult) -> String {
    let kiosk = after(Kiosk::closed(true), |k| {
        k.press(KeyCode::F(9));
        k.done(Done::Counted(Box::new(result.clone())));
    });
    let text = kiosk.text(200, 60);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn ballots_on_paper_are_said_and_are_in_the_means() {
    let mut several = count_of_several();
    let text = result(&several);
    // 5 ballots, 2 of them blank.
    assert!(
        text.contains("Semplificazione amministrativa 3,3 10"),
        "{text}"
    );
    several.paper = 7;
    let text = result(&several);
    assert!(
        text.contains("contate 5. Schede di carta contate: 7."),
        "{text}"
    );
    assert!(
        text.contains("Semplificazione amministrativa 1,0 10"),
        "{text}"
    );
}

#[test]
fn blank_ballots_are_those_of_both_kinds() {
    let text = result(&CountResult {
        paper: 4,
        ..count()
    });
    assert!(text.contains("carta contate: 4. Bianche: 0."), "{text}");
}

#[test]
fn in_italian() {
    for (name, kiosk) in screens() {
        insta::assert_snapshot!(format!("{name}-80x24"), kiosk.text(80, 24));
        insta::assert_snapshot!(format!("{name}-200x60"), kiosk.text(200, 60));
    }
}

#[test]
fn in_english() {
    for (name, mut kiosk) in screens() {
        kiosk.model.look.language = Language::En;
        let text = kiosk.text(80, 24);
        assert!(!text.contains("operator-"), "{text}");
        if [
            "unlock",
            "desk",
            "document",
            "person",
            "computing",
            "registration",
            "verdict-admitted",
            "closing",
            "counting",
            "counting-several",
        ]
        .contains(&name)
        {
            insta::assert_snapshot!(format!("{name}-en"), text);
        }
    }
}

#[test]
fn training_says_so_on_every_screen() {
    for (name, mut kiosk) in screens() {
        kiosk.model.training = true;
        if let Some(session) = &mut kiosk.model.session {
            session.station.training = true;
        }
        let text = kiosk.text(80, 24);
        assert!(
            text.contains("FORMAZIONE: nessun voto vale"),
            "{name}:\n{text}"
        );
    }
    // Where a person confirms, and all along the voter's way.
    let confirming = desk(|k| {
        k.visit(RESIDENT);
        k.keys("a21");
        k.enter();
    });
    let keys = [
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Char('1'),
        KeyCode::Enter,
        KeyCode::Char('2'),
        KeyCode::Enter,
        KeyCode::End,
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::Enter,
        KeyCode::F(9),
        KeyCode::Down,
        KeyCode::Enter,
    ];
    for mut kiosk in [confirming, Kiosk::voter()] {
        kiosk.model.training = true;
        for key in keys {
            assert!(kiosk.model.screen.is_public());
            let text = kiosk.text(80, 24);
            assert!(text.contains("FORMAZIONE: nessun voto vale"), "{text}");
            kiosk.press(key);
        }
    }
}

#[test]
fn every_screen_has_a_help_of_its_own() {
    use crate::tui::model::Screen;
    use std::mem::{Discriminant, discriminant};
    let mut found: Vec<(Discriminant<Screen>, String)> = Vec::new();
    let mut paper = Kiosk::desk();
    paper.clerk.status.paper = 1;
    paper.clerk.status.check_ins = 1;
    paper.press(KeyCode::F(8));
    paper.keys("3");
    paper.enter();
    paper.keys("fine");
    paper.enter();
    let issuing = desk(|k| {
        k.visit(RESIDENT);
        k.keys("c");
    });
    let more = [("paper", paper), ("issuing", issuing)];
    for (name, mut kiosk) in screens().into_iter().chain(more) {
        if kiosk.model.screen.is_public() {
            continue;
        }
        kiosk.model.overlay = None;
        let key = match kiosk.model.session {
            Some(_) => KeyCode::Char('?'),
            // There a sign is typed into the passphrase.
            None => KeyCode::F(1),
        };
        if crate::tui::operator::is_typing_secret(&kiosk.model.screen) {
            continue;
        }
        kiosk.press(key);
        let text = kiosk.words();
        assert!(
            text.contains(" Aiuto ") && !text.contains("operator-"),
            "{name}: {text}"
        );
        // The whole of it is in sight.
        if kiosk.model.session.is_some() {
            assert!(
                text.contains("F9 (o Ctrl-R) conta i voti alla fine."),
                "{name}: {text}"
            );
        }
        let own = text.split(" Aiuto ").nth(1).unwrap();
        let own = own.split("In ogni schermata").next().unwrap().to_owned();
        let of = discriminant(&kiosk.model.screen);
        for (other, words) in &found {
            assert_eq!(*other == of, *words == own, "{name}: {own}");
        }
        if !found.iter().any(|(known, _)| *known == of) {
            found.push((of, own));
        }
    }
    // All but the three that are public.
    assert_eq!(found.len(), 16);
}

#[test]
fn the_console_shows_only_its_own_signs() {
    for (name, mut kiosk) in screens() {
        kiosk.model.look.theme = Theme::new(Glyphs::Console);
        for text in [kiosk.text(80, 24), kiosk.text(200, 60)] {
            let strange: String = text
                .chars()
                .filter(|c| *c != '\n' && !console_has(*c))
                .collect();
            assert!(strange.is_empty(), "{name}: {strange}");
        }
    }
}

#[test]
fn colours_say_what_the_words_say() {
    let theme = Theme::new(Glyphs::Unicode);
    let shown = |kiosk: &Kiosk, words: &str, style: Style| {
        let found = kiosk.style_of(words);
        assert_eq!((found.fg, found.bg), (style.fg, style.bg), "{words}");
    };
    shown(&desk(|k| k.visit(RESIDENT)), "PUÒ VOTARE", theme.good());
    shown(&desk(|k| k.visit(MINOR)), "NON PUÒ VOTARE", theme.bad());
    shown(
        &desk(|k| k.visit(CITY_USER)),
        "NON È NELL'ALBO",
        theme.warn(),
    );
    shown(&locked(), "Anna  ", theme.focus());
    shown(&locked(), "Bruno", theme.text());
    let wrong = desk(|k| {
        k.keys("RSSMRA85T10A562Z");
        k.enter();
    });
    shown(&wrong, "L'ultima lettera", theme.bad());
    shown(&wrong, "RSSMRA85T10A562Z", theme.field());
    shown(&Kiosk::closed(true), "La giornata è chiusa", theme.good());
}
