//! A slip from the desk to the minutes: handed out, counted by two, sealed, sent.

use super::screen::{CTRL_Q, ENTER, ESC, F6, F8, Terminal};
use super::traces;
use super::volunteer::{ADMITTED, DESK, HAND, PASSPHRASE, check_in, person, unlock};
use crate::programs::{file, run, secret};
use seggio::i18n::Language;

const SECOND: &str = "pane olio vino";

/// One slip with the first and the tenth project.
fn counts(t: &mut Terminal) {
    t.wait_for("→ Schede trovate nella cassetta");
    t.keys("1");
    t.keys(ENTER);
    t.wait_for("→ di cui nulle");
    t.keys("0");
    t.keys(ENTER);
    t.wait_for("Scheda 1 di 1");
    t.keys_at(HAND, "1 10");
    t.wait_for("[x] I sentieri dell'Unione");
    t.keys(ENTER);
    t.wait_for("La scheda è scritta");
    t.keys(ENTER);
}

#[test]
fn a_slip_is_counted_by_two_and_sealed_with_the_other_ballots() {
    let dir = tempfile::tempdir().unwrap();
    let (world, station) = (dir.path().join("world"), dir.path().join("world/station"));
    let mut t = Terminal::demo(&world, 80, 24);
    t.wait_for("anna presidente");
    let secrets = secret(dir.path(), "bruno", &[PASSPHRASE, SECOND, "445566"]);
    let add = ["operator", "add", "bruno", "--as", "anna", "--station"];
    let rest = [file(&station), "--secret-file", file(&secrets)];
    run("seggio", &[&add[..], &rest[..]].concat());
    unlock(&mut t);
    t.wait_for("Aprire la giornata");
    t.keys(ENTER);
    t.wait_for(DESK);

    let rossi = person("Rossi");
    check_in(&mut t, &rossi, ADMITTED);
    t.keys("c");
    t.wait_for("Consegnare una scheda di carta");
    t.keys("2");
    t.wait_for("→ 2 [x] Sì: registro");
    t.keys(ENTER);
    t.wait_for("CONSEGNI LA SCHEDA");
    t.keep("40-paper-issued");
    t.keys(ENTER);
    t.wait_for(DESK);
    t.scan(&rossi.code);
    t.wait_for("HA GIÀ VOTATO");
    t.pause();
    t.keys(ENTER);
    t.wait_for(DESK);

    t.keys(F8);
    t.wait_for("I conti tornano: 1 = 0 + 1 + 0 + 0");
    t.says("C'è 1 scheda di carta");
    t.keys("3");
    t.wait_for("→ 3 [x] Chiudo per l'ultima volta");
    t.keys(ENTER);
    t.wait_for("→ Scriva FINE");
    t.keys(&format!("FINE{ENTER}"));
    t.wait_for("Primo conteggio: anna");
    counts(&mut t);
    t.wait_for("Ora conta un altro operatore");
    t.wait_for("[x] bruno");
    t.keep("41-paper-second");
    t.keys(SECOND);
    t.keys(ENTER);
    t.wait_for("Secondo conteggio: bruno");
    counts(&mut t);
    t.wait_for("I due conteggi sono uguali");
    t.says("Sono meno di 10");
    t.keep("42-paper-agreed");
    t.keys("2");
    t.wait_for("→ 2 [x] È giusto");
    t.keys(ENTER);
    t.wait_for("La giornata è chiusa. Il verbale è firmato e salvato.");
    t.keys(ESC);
    t.wait_for("Questa postazione ha chiuso per l'ultima volta");
    let minutes = std::fs::read_to_string(station.join("minutes/verbale-001.txt")).unwrap();
    assert!(
        minutes.contains("sigillate nell'urna elettronica"),
        "{minutes}"
    );

    t.keys(F6);
    t.wait_for("Niente in attesa.");
    t.keys(ENTER);
    t.wait_for("Questa postazione ha chiuso per l'ultima volta");
    traces::nothing_in_clear(&world, &[]);
    t.keys(CTRL_Q);
    assert!(t.ends_well());
    let options = &traces::consultation().questions[0].options;
    for option in options {
        let title = option.title.get(Language::It);
        assert!(!minutes.contains(title), "{minutes}");
    }
}
