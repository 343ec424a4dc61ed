//! Scanners are keyboards: quick ones, slow ones, and hands. Whatever comes into the desk's one
//! field, at whatever pace, leads to the same verdict.

use super::screen::{ENTER, ESC, F4, Terminal};
use super::volunteer::{ADMITTED, DESK, HAND, NOT_ON_ROLL, REFUSED, person, take_back, unlock};
use std::time::Duration;

/// Between two keys: two scanners, and a hand in no hurry.
const PACES: [Duration; 3] = [
    Duration::from_millis(1),
    Duration::from_millis(20),
    Duration::from_millis(120),
];

/// The identity card of Maria Rossi, a resident.
const ROSSI: [&str; 3] = [
    "C<ITACA12345AB8<<<<<<<<<<<<<<<",
    "8005126F3005121ITA<<<<<<<<<<<8",
    "ROSSI<<MARIA<<<<<<<<<<<<<<<<<<",
];
/// The identity card of Giulia Ferrari, a city user.
const FERRARI: [&str; 3] = [
    "C<ITACA54321CD4<<<<<<<<<<<<<<<",
    "9507085F3107081ITA<<<<<<<<<<<8",
    "FERRARI<<GIULIA<<<<<<<<<<<<<<<",
];
/// The permit of Fatima El Amrani, born in Morocco.
const EL_AMRANI: [&str; 3] = [
    "I<ITAI123456780<<<<<<<<<<<<<<<",
    "9102206F2402206MAR<<<<<<<<<<<6",
    "EL<AMRANI<<FATIMA<<<<<<<<<<<<<",
];
/// The passport of Luigi Bianchi.
const BIANCHI: [&str; 2] = [
    "P<ITABIANCHI<<LUIGI<<<<<<<<<<<<<<<<<<<<<<<<<",
    "YA12345676ITA4811033M2711036<<<<<<<<<<<<<<08",
];

fn desk() -> (tempfile::TempDir, Terminal) {
    let dir = tempfile::tempdir().unwrap();
    let mut t = Terminal::demo(dir.path(), 80, 24);
    unlock(&mut t);
    t.wait_for("Aprire la giornata");
    t.keys(ENTER);
    t.wait_for(DESK);
    (dir, t)
}

#[test]
fn cards_and_documents_at_every_pace() {
    let (_dir, mut t) = desk();
    let rossi = person("Rossi");
    for pace in PACES {
        // The card's barcode, with its asterisks; then one key for the document.
        t.keys_at(pace, &format!("*{}*{ENTER}", rossi.code));
        t.wait_for("Nata il 12/05/1980 (42 anni), Carpaneto Piacentino (PC)");
        t.wait_for("prema il numero del documento");
        t.pause();
        t.keys("1");
        t.wait_for(ADMITTED);
        t.keys(ESC);
        t.wait_for(DESK);
        // The card, then the document's lines, each with its Enter and no pause between them.
        t.keys_at(pace, &format!("{}{ENTER}", rossi.code));
        t.pause();
        t.keys_at(pace, &format!("{}{ENTER}", ROSSI.join(ENTER)));
        t.wait_for(ADMITTED);
        assert!(!t.text().contains("non va d'accordo"), "{}", t.text());
        t.keys(ESC);
        t.wait_for(DESK);
        // The document, then the card; another document's lines in between are another person's.
        for (name, zone) in [("El Amrani", &EL_AMRANI[..]), ("Bianchi", &BIANCHI[..])] {
            let person = person(name);
            t.keys_at(pace, &format!("{}{ENTER}", zone.join(ENTER)));
            t.wait_for(&person.number);
            t.keys_at(pace, &format!("{}{ENTER}", person.code));
            t.wait_for(ADMITTED);
            t.pause();
            t.keys(ESC);
            t.wait_for(DESK);
        }
    }
}

#[test]
fn a_paste_is_a_scan_too() {
    let (_dir, mut t) = desk();
    let paste = |text: &str| format!("\x1b[200~{text}\x1b[201~");
    t.keys(&paste(&format!("{}\r", ROSSI.join("\r"))));
    t.wait_for("ROSSI MARIA");
    t.keys(&paste(&format!("{}\r", person("Rossi").code)));
    t.wait_for(ADMITTED);
    t.keep("40-scanned");
}

#[test]
fn a_city_user_with_a_document_under_the_scanner_is_registered_in_a_few_keys() {
    let (_dir, mut t) = desk();
    let ferrari = person("Ferrari");
    let quick = PACES[0];
    t.keys_at(quick, &format!("*{}*{ENTER}", ferrari.code));
    t.pause();
    t.keys_at(quick, &format!("{}{ENTER}", FERRARI.join(ENTER)));
    t.wait_for(NOT_ON_ROLL);
    t.pause();
    // City user; works; Podenzano; the screen is turned.
    t.keys("1");
    t.wait_for("Registrare un city user");
    t.says("Cognome FERRARI");
    t.says("Numero documento CA54321CD");
    t.keys(&format!("13{ENTER}"));
    t.wait_for("Scelga la lingua");
    t.keys("1");
    t.wait_for("Io, FERRARI GIULIA, data di nascita 08/07/1995, dichiaro: lavoro qui (Podenzano).");
    t.says("È tutto giusto: confermo");
    t.keep("41-declaration");
    // Keys of the desk do nothing on the person's screen.
    t.keys("\x1b[21~\x1b[17~");
    // Nor does a card confirm for her, nor a PIN typed too early.
    t.scan(&person("Rossi").code);
    t.keys_at(HAND, &format!("111111{ENTER}"));
    t.pause();
    t.says("È tutto giusto: confermo");
    t.keys("1");
    t.pause();
    t.keys(ENTER);
    t.wait_for("Benvenuti al voto");
    assert!(!t.text().contains("FERRARI"), "{}", t.text());
    // She changes her mind: the right is neither used nor lost, and the desk says so at once.
    t.keys("\x1b[20~");
    t.wait_for("Vuole uscire senza votare?");
    t.keys("\x1b[B");
    t.wait_for("→ Sì, esco senza votare");
    t.keys(ENTER);
    t.wait_for("Restituisca lo schermo al personale.");
    take_back(&mut t);
    t.keys_at(quick, &format!("{}{ENTER}", ferrari.code));
    t.wait_for("è già stata accettata oggi e non ha ancora votato");
}

#[test]
fn who_left_the_card_at_home_and_who_has_nothing_else() {
    let (_dir, mut t) = desk();
    let hand = PACES[1];
    t.keys(F4);
    t.wait_for("Calcolare il codice fiscale");
    for field in ["Rossi", "Maria", "12/05/1980", "F"] {
        t.keys_at(hand, &format!("{field}{ENTER}"));
    }
    t.keys_at(hand, "carpaneto p");
    t.wait_for("→ Carpaneto Piacentino (PC)");
    t.keep("42-computing");
    t.keys(ENTER);
    t.wait_for(&person("Rossi").code);
    t.wait_for("È nell'albo dei residenti");
    t.says("Il codice è calcolato, non letto");
    // A health card is no document.
    t.keys("0");
    t.wait_for(REFUSED);
    t.says("La tessera sanitaria non ha la foto");
    t.keep("43-health-card");
    t.keys(ESC);
    t.wait_for("prema il numero del documento");
    t.keys("1");
    t.wait_for(ADMITTED);
    // Admitted by mistake: taken back, and on record.
    t.keys("v");
    t.wait_for("Annullare l'ammissione");
    t.keys(&format!("1{ENTER}"));
    t.wait_for(DESK);
    t.wait_for("Ammissioni annullate 1");
}
