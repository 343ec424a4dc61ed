//! Every stage as text, on a small and on a large terminal.

use super::*;
use crate::i18n::Language;
use crate::tui::theme::{Glyphs, Theme, console_has};

/// Every stage with a name.
#[expect(clippy::too_many_lines, reason = "a few lines for each stage")]
fn stages() -> Vec<(&'static str, Kiosk)> {
    let with = |mut kiosk: Kiosk, steps: &dyn Fn(&mut Kiosk)| {
        steps(&mut kiosk);
        kiosk
    };
    let many = || {
        let mut kiosk = counting(4, 3);
        numbers(&mut kiosk, &[4, 0]);
        kiosk
    };
    let few = || {
        let mut kiosk = counting(2, 3);
        numbers(&mut kiosk, &[2, 0]);
        kiosk
    };
    let issuing = |steps: &dyn Fn(&mut Kiosk)| {
        with(Kiosk::desk(), &|k| {
            k.visit(RESIDENT);
            k.keys("c");
            steps(k);
        })
    };
    vec![
        (
            "issuing",
            issuing(&|k| {
                if let Some(session) = &mut k.model.session {
                    session.status.operators = 1;
                }
            }),
        ),
        (
            "issued",
            issuing(&|k| {
                k.keys("2");
                k.enter();
            }),
        ),
        (
            "closing",
            with(Kiosk::desk(), &|k| {
                k.clerk.status.paper = 2;
                k.clerk.status.check_ins = 2;
                k.press(KeyCode::F(8));
            }),
        ),
        (
            "closing-word",
            with(Kiosk::desk(), &|k| {
                k.clerk.status.paper = 2;
                k.clerk.status.check_ins = 2;
                close(k);
            }),
        ),
        ("head", with(counting(4, 3), &|k| numbers(k, &[3, 4]))),
        ("totals", with(many(), &|k| numbers(k, &[1, 3]))),
        ("totals-wrong", with(many(), &|k| totals(k, 0, &[4, 3]))),
        (
            "second",
            with(many(), &|k| {
                totals(k, 1, &[3, 3]);
                k.keys("sbagliata");
                k.enter();
            }),
        ),
        (
            "heads-differ",
            with(many(), &|k| {
                totals(k, 1, &[3, 3]);
                second(k);
                numbers(k, &[4, 1]);
            }),
        ),
        (
            "totals-differ",
            with(many(), &|k| {
                totals(k, 1, &[3, 3]);
                second(k);
                numbers(k, &[4, 0]);
                totals(k, 1, &[3, 0, 3]);
                k.keys("3");
            }),
        ),
        (
            "agreed",
            with(counting(4, 3), &|k| {
                numbers(k, &[3, 0]);
                totals(k, 0, &[3, 3]);
                second(k);
                numbers(k, &[3, 0]);
                totals(k, 0, &[3, 3]);
            }),
        ),
        ("slip", with(few(), &|k| k.keys("2 5"))),
        (
            "slip-wrong",
            with(few(), &|k| {
                k.keys("2");
                k.enter();
            }),
        ),
        (
            "slips-differ",
            with(few(), &|k| {
                slips(k, &["1 2", "3 4"]);
                k.enter();
                second(k);
                numbers(k, &[2, 0]);
                slips(k, &["1 2", "b"]);
                k.enter();
            }),
        ),
        ("leaving", with(few(), &|k| k.press(KeyCode::Esc))),
    ]
}

#[test]
fn what_it_looks_like() {
    for (name, mut kiosk) in stages() {
        insta::assert_snapshot!(format!("{name}-80x24"), kiosk.text(80, 24));
        insta::assert_snapshot!(format!("{name}-200x60"), kiosk.text(200, 60));
        kiosk.model.look.theme = Theme::new(Glyphs::Console);
        for text in [kiosk.text(80, 24), kiosk.text(200, 60)] {
            let strange: String = text
                .chars()
                .filter(|c| *c != '\n' && !console_has(*c))
                .collect();
            assert!(strange.is_empty(), "{name}: {strange}");
            assert!(!text.contains("operator-"), "{name}: {text}");
        }
        kiosk.model.look.language = Language::En;
        let text = kiosk.text(80, 24);
        assert!(!text.contains("operator-"), "{name}: {text}");
        kiosk.press(KeyCode::F(1));
        assert!(
            kiosk.words().contains("Help"),
            "{name}: {}",
            kiosk.text(80, 24)
        );
        assert!(!kiosk.words().contains("operator-"), "{name}");
    }
}

#[test]
fn training_says_so_in_every_stage() {
    for (name, mut kiosk) in stages() {
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
}
