//! The people of the day, one after the other.

use super::day::Day;
use super::screen::{
    CTRL_BACKSLASH, CTRL_C, CTRL_Q, CTRL_Z, DOWN, END, ENTER, ESC, F1, F2, F3, F6, F8, F9, F10,
};
use super::traces::{self, nothing_in_clear};
use super::volunteer::{
    ADMITTED, DESK, HAND, NOT_ON_ROLL, REFUSED, cast, check_in, choose_blank, confirm,
    copy_document, correct_last_letter, finish, hand_over, person, read, scan, show_document,
    take_back, unlock,
};
use std::path::Path;

/// Every key that an operator has, and those that end or stop a program elsewhere.
const NOT_THE_VOTERS: [&str; 8] = [CTRL_C, CTRL_Z, CTRL_BACKSLASH, CTRL_Q, F10, F8, F6, "q"];

/// Words of the desk and of the station, which no voter may see.
const OF_THE_DESK: [&str; 9] = [
    "anna",
    "Banchetto carpaneto",
    "accettazione",
    "accettate",
    "in attesa",
    "mai inviato",
    "albo",
    "F8 chiudi",
    "F10 blocca",
];

impl Day {
    pub fn a_resident_votes_and_the_screen_comes_back_by_pin_alone(&mut self, station: &Path) {
        let t = &mut self.t;
        let rossi = person("Rossi");
        // Her card is worn: the volunteer types, in small letters.
        t.type_slowly(&rossi.code.to_lowercase());
        t.keys(ENTER);
        read(t, &rossi);
        t.keep("05-person");
        show_document(t, &rossi);
        t.wait_for(ADMITTED);
        t.says("È nell'albo dei residenti: Carpaneto Piacentino.");
        t.keep("06-admitted");

        // What is looked for on the voter's side is what stands on the desk's.
        let desk = t.since(0).join(" ");
        for word in OF_THE_DESK {
            assert!(desk.contains(word), "{word}");
        }
        t.keys(ENTER);
        t.wait_for("Scelga la lingua");
        let handed_over = t.frames() - 1;
        t.keep("07-language");
        t.keys(ENTER);
        t.wait_for("Benvenuti al voto");
        t.keep("08-welcome");
        t.keys(ENTER);
        t.wait_for("Ha scelto 0 di 3 (almeno 2)");
        t.keep("09-list");
        // Keys arrive in order: once a later one shows, these have had their chance.
        t.keys(&NOT_THE_VOTERS.concat());
        t.keys("1");
        t.wait_for("Ha scelto 1 di 3");
        t.keys(ESC);
        t.wait_for("Benvenuti al voto");
        t.keys(&NOT_THE_VOTERS.concat());
        t.keys(ENTER);
        t.wait_for("Ha scelto 1 di 3");
        // One is too few.
        t.keys(END);
        t.wait_for("→ Avanti: controllo la mia scheda");
        t.keys(ENTER);
        t.wait_for("Manca ancora una scelta");
        t.keep("10-review-missing");
        assert!(!t.text().contains("sigillo la mia scheda"));
        t.keys(ENTER);
        t.wait_for("Ha scelto 1 di 3");
        t.keys("0");
        t.wait_for("Ha scelto 2 di 3");
        t.keep("11-list-chosen");
        t.keys(&format!("{END}{ENTER}"));
        t.wait_for("[x] I sentieri dell'Unione (10.000 €)");
        t.says("[x] Il pulmino a chiamata (3.000 €)");
        t.keep("12-review");
        self.trackers.push(cast(t));
        t.keep("13-slip");
        t.keys(&NOT_THE_VOTERS.concat());
        finish(t);
        t.keep("14-thanks");
        t.keys(&NOT_THE_VOTERS.concat());
        t.keys(ENTER);
        t.wait_for("→ PIN dell'operatore");
        assert_eq!(
            traces::found(station, &traces::secrets(&self.trackers)),
            [""; 0]
        );

        // Neither the operator's keys nor a guess lead to the desk.
        t.keys(&NOT_THE_VOTERS.concat());
        t.keys(F1);
        t.keys("000000");
        t.wait_for("••••••");
        t.keys(ENTER);
        t.wait_for("Il PIN non è giusto. Restano 4 tentativi");
        t.keep("15-pin-refused");
        for frame in t.since(handed_over) {
            let seen = OF_THE_DESK.iter().find(|word| frame.contains(**word));
            assert_eq!(seen, None, "a voter saw: {frame}");
            let named = [&rossi.code, &rossi.number, &rossi.who];
            assert!(!named.iter().any(|n| frame.contains(n.as_str())), "{frame}");
        }
        t.keys_at(HAND, &format!("112233{ENTER}"));
        t.wait_for(DESK);
        self.counted(&[1, 10]);
    }

    pub fn who_has_voted_does_not_vote_again(&mut self) {
        let t = &mut self.t;
        t.scan(&person("Rossi").code);
        t.wait_for("HA GIÀ VOTATO");
        t.says("si è già votato in questa postazione");
        t.pause();
        t.keep("16-refused-voted");
        t.keys(ENTER);
        t.wait_for(DESK);
    }

    /// The list of people to try is part of the demonstration.
    pub fn a_resident_found_in_the_list_votes(&mut self) {
        let t = &mut self.t;
        let bianchi = person("Bianchi");
        t.keys(F3);
        t.wait_for("Persone inventate da provare");
        t.keys(DOWN);
        t.wait_for("→ 2 Bianchi Luigi");
        t.keep("17-people");
        t.keys(ENTER);
        t.wait_for(&format!("→ Codice o documento {}", bianchi.code));
        t.keys(ENTER);
        read(t, &bianchi);
        show_document(t, &bianchi);
        t.wait_for(ADMITTED);
        self.votes(&[1, 2, 10]);
    }

    pub fn a_city_user_is_enrolled_and_votes(&mut self) {
        let t = &mut self.t;
        check_in(t, &person("Ferrari"), NOT_ON_ROLL);
        t.keep("18-not-on-roll");
        t.keys("1");
        t.wait_for("Registrare un city user");
        t.type_slowly("Ferrari");
        t.keys(ENTER);
        t.wait_for("→ Nome");
        t.type_slowly("Giulia");
        t.keys(ENTER);
        t.wait_for("→ Numero documento");
        t.type_slowly("CA54321CD");
        t.keys(ENTER);
        // She works in the third comune of the list.
        t.keys("13");
        t.wait_for("→ 3 [x] Podenzano");
        t.says("1 [x] Lavora qui");
        t.keep("19-city-user");
        t.keys(ENTER);
        confirm(
            t,
            "Io, Ferrari Giulia, data di nascita 08/07/1995, dichiaro: lavoro qui (Podenzano).",
        );
        t.keep("19-welcome");
        t.keys(ENTER);
        t.wait_for("Ha scelto 0 di 3 (almeno 2)");
        self.votes_from_the_list(&[1, 2]);
        self.t.wait_for("City user registrati 1");
    }

    pub fn ages_count_on_the_day_of_reference(&mut self) {
        let t = &mut self.t;
        let (greco, conti) = (person("Greco"), person("Conti"));
        scan(t, &greco);
        t.says("Il codice non dice il secolo di nascita");
        show_document(t, &greco);
        copy_document(t, &greco);
        t.wait_for(REFUSED);
        t.says("Per votare servono 16 anni compiuti entro il 18/10/2022");
        t.keep("20-refused-too-young");
        t.keys(ENTER);
        t.wait_for(DESK);
        // Fifteen today, sixteen on 10 October.
        scan(t, &conti);
        show_document(t, &conti);
        copy_document(t, &conti);
        t.wait_for(ADMITTED);
        hand_over(t);
        choose_blank(t);
        t.keep("21-review-blank");
        self.trackers.push(cast(t));
        finish(t);
        take_back(t);
        self.votes.blank += 1;
        self.counted(&[]);
    }

    pub fn papers_and_codes_that_do_not_do(&mut self) {
        let t = &mut self.t;
        let (rizzo, marino) = (person("Rizzo"), person("Marino"));
        t.scan(&rizzo.code);
        t.wait_for("L'ultima lettera non torna");
        t.says(DESK);
        t.keep("22-wrong-code");
        // The next scan takes the place of the wrong code, without a key in between.
        scan(t, &marino);
        t.keys("92");
        copy_document(t, &marino);
        t.wait_for(REFUSED);
        t.says("Il documento è scaduto il 30/01/2022.");
        t.keep("23-refused-document");
        t.keys(ENTER);
        t.wait_for(DESK);
    }

    pub fn who_walks_away_comes_back_and_votes(&mut self, world: &Path) {
        let t = &mut self.t;
        let fatima = person("El Amrani");
        check_in(t, &fatima, ADMITTED);
        t.keys(ENTER);
        t.wait_for("Scelga la lingua");
        t.keys("2");
        t.wait_for("Welcome to the vote");
        t.keep("24-welcome-en");
        t.keys(ENTER);
        t.wait_for("You have chosen 0 of 3");
        t.keys("3");
        t.wait_for("You have chosen 1 of 3");
        // Somebody makes the window small, and large again.
        t.resize(60, 15);
        t.wait_for("The window is too small");
        t.keep("25-too-small");
        t.resize(80, 24);
        t.wait_for("You have chosen 1 of 3");
        t.keys(F2);
        t.wait_for("Choose your language");
        t.keys("1");
        t.wait_for("Ha scelto 1 di 3");
        t.keys(F9);
        t.wait_for("Vuole uscire senza votare?");
        t.keep("26-leave");
        t.keys(DOWN);
        t.wait_for("→ Sì, esco senza votare");
        t.keys(ENTER);
        t.wait_for("È uscito senza votare. Il diritto di voto non è né usato né perso");
        t.keep("27-left");
        take_back(t);
        self.t.wait_for(&format!("Voti nell'urna {}", self.cast));
        self.t.wait_for("Ammesse, non hanno ancora votato 1");

        nothing_in_clear(world, &self.trackers);
        check_in(&mut self.t, &fatima, ADMITTED);
        self.t
            .says("L'accettazione di oggi c'era già, e il voto non è stato usato");
        self.votes(&[1, 5, 10]);
        self.t.wait_for("Ammesse, non hanno ancora votato 0");
    }

    pub fn the_station_is_locked_and_unlocked(&mut self) {
        let t = &mut self.t;
        t.keys(F10);
        unlock(t);
        t.wait_for(DESK);
        t.says(&format!("Voti nell'urna {}", self.cast));
    }

    /// Her code is read well the second time. She is admitted, and leaves for good.
    pub fn who_is_not_on_the_roll_declares_and_never_votes(&mut self) {
        let t = &mut self.t;
        let mut rizzo = person("Rizzo");
        t.scan(&rizzo.code);
        t.wait_for("L'ultima lettera non torna");
        rizzo.code = correct_last_letter(t, &rizzo);
        show_document(t, &rizzo);
        t.wait_for(NOT_ON_ROLL);
        t.keys("2");
        t.wait_for("Registrare una dichiarazione di residenza");
        t.keys(&format!("Rizzo{ENTER}Anna{ENTER}CA33333CC{ENTER}"));
        t.keys("4");
        t.wait_for("→ 4 [x] San Giorgio Piacentino");
        t.keep("28-residence");
        t.keys(ENTER);
        confirm(t, "dichiaro: abito a San Giorgio Piacentino.");
        t.keys(F9);
        t.wait_for("Vuole uscire senza votare?");
        t.keys(DOWN);
        t.wait_for("→ Sì, esco senza votare");
        t.keys(ENTER);
        t.wait_for("Restituisca lo schermo al personale.");
        take_back(t);
    }
}
