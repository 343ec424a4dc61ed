//! A slip from the desk to the minutes: handed out, counted by two, told, sent.

use super::screen::{BACKSPACE, CTRL_Q, ENTER, ESC, F6, F8, Terminal};
use super::volunteer::{ADMITTED, DESK, HAND, check_in, person, unlock};

/// Of the second operator of the demonstration.
const SECOND: &str = "pane olio vino";

/// One slip with the first and the tenth project: in the demonstration one is enough for totals.
fn counts(t: &mut Terminal) {
    t.wait_for("→ Schede trovate nella cassetta");
    number(t, "1");
    t.wait_for("→ di cui nulle");
    number(t, "0");
    t.wait_for("(1 scheda valida)");
    // Blank, then the ten projects.
    for n in "01000000000".chars() {
        number(t, &n.to_string());
    }
    t.wait_for("Somma 1: deve essere da 2 a 3");
    t.says("Non può essere.");
    t.keys(BACKSPACE);
    number(t, "1");
}

fn number(t: &mut Terminal, n: &str) {
    // A hand: a run of keys would be a scanner's, and does nothing here.
    t.keys_at(HAND, &format!("{n}{ENTER}"));
}

#[test]
fn a_slip_is_counted_by_two_and_told_in_the_minutes() {
    let dir = tempfile::tempdir().unwrap();
    let (world, station) = (dir.path().join("world"), dir.path().join("world/station"));
    let mut t = Terminal::demo(&world, 80, 24);
    t.wait_for("anna presidente");
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
    // Five keys at once would be a scanner's.
    t.keys("FINE");
    t.wait_for("→ Scriva FINE FINE");
    t.keys(ENTER);
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
    t.says("Le valide sono 1 o più");
    t.keep("42-paper-agreed");
    t.keys("2");
    t.wait_for("→ 2 [x] È giusto");
    t.keys(ENTER);
    t.wait_for("L'ultima conferma");
    t.keys("FINE");
    t.wait_for("→ Scriva FINE FINE");
    t.keys(ENTER);
    t.wait_for("La giornata è chiusa. Il verbale è firmato e salvato.");
    t.keys(ESC);
    t.wait_for("Questa postazione ha chiuso per l'ultima volta");
    let minutes = std::fs::read_to_string(station.join("minutes/verbale-001.txt")).unwrap();
    for project in ["1  I sentieri dell'Unione", "1  Il pulmino a chiamata"] {
        assert!(minutes.contains(project), "{minutes}");
    }

    t.keys(F6);
    t.wait_for("1 Per rete");
    t.keys(ENTER);
    t.wait_for("Niente in attesa.");
    t.keys(ENTER);
    t.wait_for("Questa postazione ha chiuso per l'ultima volta");
    t.keys(CTRL_Q);
    assert!(t.ends_well());
}
