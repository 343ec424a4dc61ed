//! What a volunteer and the people at the desk do, step by step, reading the screen.

use super::screen::{BACKSPACE, DOWN, END, ENTER, Terminal, UP};
use seggio::identity::{CodiceFiscale, DocumentKind};
use seggio::rehearsal::{Person, people};
use std::time::Duration;

pub const DESK: &str = "Banco di accettazione";
pub const ADMITTED: &str = "PUÒ VOTARE";
pub const REFUSED: &str = "NON PUÒ VOTARE ADESSO";
pub const NOT_ON_ROLL: &str = "NON È NELL'ALBO DEI RESIDENTI";
pub const PASSPHRASE: &str = "sole luna mare";
pub const PIN: &str = "112233";
/// Between the keys of a hand in a hurry.
pub const HAND: Duration = Duration::from_millis(60);

/// The made-up person with this surname.
pub fn person(surname: &str) -> Person {
    let found = people().into_iter().find(|p| p.who.starts_with(surname));
    found.unwrap()
}

/// Unlocks as the first of the list.
pub fn unlock(t: &mut Terminal) {
    t.wait_for("anna presidente");
    t.keys(ENTER);
    t.wait_for("→ Passphrase");
    t.keys(PASSPHRASE);
    t.keys(ENTER);
}

/// From the desk to the person.
pub fn scan(t: &mut Terminal, person: &Person) {
    t.scan(&person.code);
    read(t, person);
}

/// The person is on the screen, and the document is asked for.
pub fn read(t: &mut Terminal, person: &Person) {
    t.wait_for(&person.code);
    t.wait_for("prema il numero del documento");
    t.pause();
}

/// A document that agrees with the code: its number in the list is enough.
pub fn show_document(t: &mut Terminal, person: &Person) {
    t.keys(&number_of(person.document));
}

/// The place of a kind in the list.
fn number_of(kind: DocumentKind) -> String {
    let place = DocumentKind::ALL.iter().position(|k| *k == kind);
    (place.unwrap() + 1).to_string()
}

/// Copies the document, where the code leaves the century open, or something differs.
pub fn copy_document(t: &mut Terminal, person: &Person) {
    t.wait_for(&format!("Documento di {}", person.code));
    t.wait_for("→ Data di nascita");
    t.keys(&person.birth.format("%d/%m/%Y").to_string());
    t.keys(ENTER);
    t.wait_for("→ Scadenza");
    t.keys(&person.expiry.format("%d%m%Y").to_string());
    t.keys(ENTER);
}

/// From the desk to the verdict.
pub fn check_in(t: &mut Terminal, person: &Person, verdict: &str) {
    scan(t, person);
    show_document(t, person);
    t.wait_for(verdict);
}

/// The last character of the code, read well this time.
pub fn correct_last_letter(t: &mut Terminal, person: &Person) -> String {
    let first = &person.code[..15];
    let mut all = ('A'..='Z').map(|last| format!("{first}{last}"));
    let right = all.find(|c| CodiceFiscale::parse(c).is_ok()).unwrap();
    t.keys(&format!("{BACKSPACE}{}{ENTER}", &right[15..]));
    t.wait_for(&right);
    t.wait_for("prema il numero del documento");
    t.pause();
    right
}

/// The volunteer turns the screen; the voter reads on up to the list.
pub fn hand_over(t: &mut Terminal) {
    t.keys(ENTER);
    t.wait_for("Scelga la lingua");
    t.keys(ENTER);
    t.wait_for("Benvenuti al voto");
    t.keys(ENTER);
    t.wait_for("Ha scelto 0 di 3 (almeno 2)");
}

/// The person reads the declaration in Italian and confirms it; the vote begins.
pub fn confirm(t: &mut Terminal, declaration: &str) {
    t.wait_for("Scelga la lingua");
    t.keys("1");
    t.wait_for(declaration);
    t.says("È tutto giusto: confermo");
    t.keys("1");
    t.wait_for("→ 1 È tutto giusto: confermo");
    t.pause();
    t.keys(ENTER);
    t.wait_for("Benvenuti al voto");
}

/// Chooses projects by their number in the list, up to the review.
pub fn choose(t: &mut Terminal, numbers: &[usize]) {
    for (already, n) in numbers.iter().enumerate() {
        // The key 0 is the tenth.
        t.keys(&(n % 10).to_string());
        t.wait_for(&format!("Ha scelto {} di 3", already + 1));
    }
    t.keys(END);
    t.wait_for("→ Avanti: controllo la mia scheda");
    t.keys(ENTER);
    t.wait_for("Ecco la Sua scheda");
}

/// A blank ballot, which nobody gets by mistake: it is asked for, and asked again.
pub fn choose_blank(t: &mut Terminal) {
    t.keys(&format!("{END}{UP}"));
    t.wait_for("→ [ ] Scheda bianca");
    t.keys(ENTER);
    t.wait_for("→ No, torno all'elenco");
    t.says("Vuole votare scheda bianca?");
    t.keys(DOWN);
    t.wait_for("→ Sì, voto scheda bianca");
    t.keys(ENTER);
    t.wait_for("Ecco la Sua scheda");
    t.says("[x] Scheda bianca");
}

/// From the review to the ballot in the box; gives back the tracker that was shown.
pub fn cast(t: &mut Terminal) -> String {
    t.says("→ Va bene: sigillo la mia scheda");
    t.keys(ENTER);
    t.wait_for("La Sua scheda è sigillata");
    let offered = tracker(t);
    t.keys(DOWN);
    t.wait_for("→ Metto la scheda nell'urna");
    t.keys(ENTER);
    t.wait_for("→ Ho finito");
    t.says("Il voto è nell'urna");
    assert_eq!(tracker(t), offered, "another code than the one offered");
    offered
}

/// From the slip to the thanks; nothing of the vote stays on the screen.
pub fn finish(t: &mut Terminal) {
    t.keys(ENTER);
    t.wait_for("Ha fotografato o copiato il codice?");
    t.keys(DOWN);
    t.wait_for("→ Sì, ho finito");
    t.keys(ENTER);
    t.wait_for("Restituisca lo schermo al personale.");
    t.says("Il voto è nell'urna.");
}

/// The screen comes back to the desk.
pub fn take_back(t: &mut Terminal) {
    t.keys(ENTER);
    t.wait_for("→ PIN dell'operatore");
    // A hand: six keys at once would be a scanner's.
    t.keys_at(HAND, &format!("{PIN}{ENTER}"));
    t.wait_for(DESK);
}

/// The tracker on the screen: four groups of four signs.
fn tracker(t: &Terminal) -> String {
    let text = t.text();
    let is_tracker = |w: &&str| w.len() == 19 && w.split('-').all(|group| group.len() == 4);
    text.split(' ').find(is_tracker).unwrap().to_owned()
}
