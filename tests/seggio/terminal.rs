//! A day at a table in the market, in a real terminal: what a volunteer and voters press, and
//! what they read. Afterwards, what is left of it on the disk.

mod screen;
mod traces;
mod volunteer;

use screen::{
    BACKSPACE, CTRL_BACKSLASH, CTRL_C, CTRL_Q, CTRL_Z, DOWN, END, ENTER, ESC, F1, F2, F3, F6, F8,
    F9, F10, PAGE_DOWN, Terminal,
};
use seggio::i18n::Language;
use seggio::rehearsal::Person;
use std::path::Path;
use traces::Votes;
use volunteer::{
    ADMITTED, DESK, NOT_ON_ROLL, PASSPHRASE, REFUSED, cast, check_in, choose, choose_blank,
    correct_last_letter, finish, hand_over, person, scan, show_document, take_back, unlock,
};

/// Every key that an operator has, and those that end or stop a program elsewhere.
const NOT_THE_VOTERS: [&str; 9] = [CTRL_C, CTRL_Z, CTRL_BACKSLASH, CTRL_Q, F10, F8, F6, F3, "q"];

/// Words of the desk and of the station, which no voter may see.
const OF_THE_DESK: [&str; 9] = [
    "anna",
    "banchetto-carpaneto",
    "accettazione",
    "accettate",
    "in attesa",
    "mai inviato",
    "albo",
    "F8",
    "F10",
];

/// The day, and what it should come to.
struct Day {
    t: Terminal,
    votes: Votes,
    cast: u32,
    trackers: Vec<String>,
}

#[test]
fn a_day_from_the_first_passphrase_to_the_verified_count() {
    let dir = tempfile::tempdir().unwrap();
    let (world, station) = (dir.path().join("world"), dir.path().join("world/station"));
    let mut day = Day {
        t: Terminal::demo(&world, 80, 24),
        votes: Votes::default(),
        cast: 0,
        trackers: Vec::new(),
    };
    day.opens();
    day.a_resident_votes_and_the_screen_comes_back_by_pin_alone(&station);
    day.who_has_voted_does_not_vote_again();
    day.a_resident_found_in_the_list_votes();
    day.a_city_user_is_enrolled_and_votes();
    day.ages_count_on_the_day_of_reference();
    day.papers_and_codes_that_do_not_do();
    day.who_walks_away_comes_back_and_votes(&world);
    day.the_station_is_locked_and_unlocked();
    day.who_is_not_on_the_roll_declares_and_never_votes();
    day.closes();
    day.sends_and_counts();

    day.t.keys(CTRL_Q);
    assert!(day.t.ends_well());
    let (votes, board) = traces::verified(&world.join("package.zip"));
    assert_eq!(votes, day.votes);
    for tracker in &day.trackers {
        assert!(board.contains(tracker), "{tracker} is not on the board");
    }
    nothing_in_clear(&world, &day.trackers);
}

impl Day {
    fn opens(&mut self) {
        let t = &mut self.t;
        for project in &traces::consultation().questions[0].options {
            let title = project.title.get(Language::It).to_owned();
            self.votes.by_title.insert(title, 0);
        }
        t.wait_for("anna presidente");
        t.says("FORMAZIONE");
        t.says(PASSPHRASE);
        t.keep("01-unlock");
        t.keys(ENTER);
        t.wait_for("→ Passphrase");
        t.keys(&format!("sole luna monte{ENTER}"));
        t.wait_for("Il nome o la passphrase non sono giusti.");
        t.keep("02-unlock-refused");
        t.keys(PASSPHRASE);
        t.keys(ENTER);

        t.wait_for("Aprire la giornata");
        t.says("18/09/2022, 17:");
        t.says("dal 01/09/2022 al 18/09/2022");
        t.says("Urna vuota");
        t.says("orologio simulato");
        t.keep("03-opening");
        t.keys(ENTER);
        t.wait_for(DESK);
        t.says("Persone accettate 0");
        t.says("niente in attesa");
        t.keep("04-desk");
    }

    fn a_resident_votes_and_the_screen_comes_back_by_pin_alone(&mut self, station: &Path) {
        let t = &mut self.t;
        let rossi = person("Rossi");
        // Her card is worn: the volunteer types, in small letters.
        t.type_slowly(&rossi.code.to_lowercase());
        t.keys(ENTER);
        t.wait_for(&format!("Documento di {}", rossi.code));
        t.keep("05-document");
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
        t.keys(&format!("112233{ENTER}"));
        t.wait_for(DESK);
        self.counted(&[1, 10]);
    }

    fn who_has_voted_does_not_vote_again(&mut self) {
        let t = &mut self.t;
        check_in(t, &person("Rossi"), REFUSED);
        t.says("si è già votato in questa postazione");
        t.keep("16-refused-voted");
        t.keys(ENTER);
        t.wait_for(DESK);
    }

    /// The list of people to try is part of the demonstration.
    fn a_resident_found_in_the_list_votes(&mut self) {
        let t = &mut self.t;
        let bianchi = person("Bianchi");
        t.keys(F3);
        t.wait_for("Persone inventate da provare");
        t.keys(DOWN);
        t.wait_for("→ 2 Bianchi Luigi");
        t.keep("17-people");
        t.keys(ENTER);
        t.wait_for(&format!("→ Codice fiscale {}", bianchi.code));
        t.keys(ENTER);
        t.wait_for(&format!("Documento di {}", bianchi.code));
        show_document(t, &bianchi);
        t.wait_for(ADMITTED);
        self.votes(&[1, 2, 10]);
    }

    fn a_city_user_is_enrolled_and_votes(&mut self) {
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
        // She works in the third comune of the list.
        t.keys(&format!("1{ENTER}3"));
        t.wait_for("→ 3 [x] Podenzano");
        t.says("1 [x] Lavora qui");
        t.keep("19-city-user");
        t.keys(ENTER);
        t.wait_for(ADMITTED);
        t.says("È ammesso come city user.");
        self.votes(&[1, 2]);
        self.t.wait_for("City user registrati 1");
    }

    fn ages_count_on_the_day_of_reference(&mut self) {
        let t = &mut self.t;
        check_in(t, &person("Greco"), REFUSED);
        t.says("Per votare servono 16 anni compiuti entro il 18/10/2022");
        t.keep("20-refused-too-young");
        t.keys(ENTER);
        t.wait_for(DESK);
        // Fifteen today, sixteen on 10 October.
        check_in(t, &person("Conti"), ADMITTED);
        hand_over(t);
        choose_blank(t);
        t.keep("21-review-blank");
        self.trackers.push(cast(t));
        finish(t);
        take_back(t);
        self.votes.blank += 1;
        self.counted(&[]);
    }

    fn papers_and_codes_that_do_not_do(&mut self) {
        let t = &mut self.t;
        let (rizzo, marino) = (person("Rizzo"), person("Marino"));
        t.scan(&rizzo.code);
        t.wait_for("L'ultima lettera non torna");
        t.says(DESK);
        t.keep("22-wrong-code");
        // The next scan takes the place of the wrong code, without a key in between.
        scan(t, &marino);
        show_document(t, &marino);
        t.wait_for(REFUSED);
        t.says("Il documento è scaduto il 30/01/2022.");
        t.keep("23-refused-document");
        t.keys(ENTER);
        t.wait_for(DESK);
    }

    fn who_walks_away_comes_back_and_votes(&mut self, world: &Path) {
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
        t.wait_for("60 x 15");
        t.keep("25-too-small-en");
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
        t.wait_for("Il diritto di voto non è né usato né perso");
        t.keep("27-left");
        take_back(t);
        self.t.wait_for(&format!("Voti nell'urna {}", self.cast));
        self.t.wait_for("Ammesse, non hanno ancora votato 1");

        nothing_in_clear(world, &self.trackers);
        check_in(&mut self.t, &fatima, ADMITTED);
        self.t.says("Era già stato ammesso oggi e non ha votato");
        self.votes(&[1, 5, 10]);
        self.t.wait_for("Ammesse, non hanno ancora votato 0");
    }

    fn the_station_is_locked_and_unlocked(&mut self) {
        let t = &mut self.t;
        t.keys(F10);
        unlock(t);
        t.wait_for(DESK);
        t.says(&format!("Voti nell'urna {}", self.cast));
    }

    /// Her code is read well the second time. She is admitted, and leaves for good.
    fn who_is_not_on_the_roll_declares_and_never_votes(&mut self) {
        let t = &mut self.t;
        let mut rizzo = person("Rizzo");
        t.scan(&rizzo.code);
        t.wait_for("L'ultima lettera non torna");
        rizzo.code = correct_last_letter(t, &rizzo);
        show_document(t, &rizzo);
        t.wait_for(NOT_ON_ROLL);
        t.keys("2");
        t.wait_for("Registrare una dichiarazione di residenza");
        t.keys(&format!("Rizzo{ENTER}Anna{ENTER}4"));
        t.wait_for("→ 4 [x] San Giorgio Piacentino");
        t.keep("28-residence");
        t.keys(ENTER);
        t.wait_for(ADMITTED);
        t.says("È ammesso con residenza dichiarata.");
        hand_over(t);
        t.keys(F9);
        t.wait_for("Vuole uscire senza votare?");
        t.keys(DOWN);
        t.wait_for("→ Sì, esco senza votare");
        t.keys(ENTER);
        t.wait_for("Restituisca lo schermo al personale.");
        take_back(t);
    }

    fn closes(&mut self) {
        let t = &mut self.t;
        t.keys(F8);
        t.wait_for("I conti tornano: 6 = 5 + 0 + 0 + 1");
        t.says("Oggi è l'ultimo giorno");
        t.keep("29-closing");
        t.keys("3");
        t.wait_for("→ 3 [x] Chiudo per l'ultima volta");
        t.keys(ENTER);
        t.wait_for("→ Scriva FINE");
        t.keys(&format!("FIN{ENTER}"));
        t.wait_for("Non è la parola richiesta");
        t.keys(BACKSPACE);
        t.wait_for("→ Scriva FINE FI");
        t.keys(&format!("NE{ENTER}"));
        t.wait_for("La giornata è chiusa. Il verbale è firmato e salvato.");
        t.says("VERBALE DI GIORNATA");
        t.keep("30-minutes");
        let minutes = all_rows(t);
        t.keep("31-minutes-end");
        for count in [
            "Persone ammesse 6",
            "di cui city user 1",
            "= schede nell'urna 5",
            "+ lasciate a metà 1",
            "Persone non ammesse 3",
        ] {
            assert_eq!(minutes.matches(count).count(), 1, "{count}: {minutes}");
        }
        assert!(minutes.contains("chiusa in modo definitivo"), "{minutes}");
    }

    fn sends_and_counts(&mut self) {
        let t = &mut self.t;
        t.keys(F6);
        t.wait_for("Niente in attesa.");
        t.says("Ricevuti dal server");
        t.says("niente in attesa, ultimo invio 17:");
        t.keep("32-sent");
        t.keys(ENTER);
        t.wait_for("Questa postazione ha chiuso per l'ultima volta");
        t.keep("33-finished");
        t.keys(F9);
        t.wait_for("Schede ricevute 5, tolte perché doppie 0, contate 5, di cui bianche 1.");
        t.keep("34-count");
        let count = all_rows(t);
        t.keep("35-count-end");
        for (title, votes) in &self.votes.by_title {
            // Long titles are cut.
            let begin: String = title.chars().take(30).collect();
            let row = count.lines().find(|row| row.contains(&begin)).unwrap();
            assert!(row.ends_with(&format!("€ {votes}")), "{row}");
        }
        assert!(count.contains("ne vengono assegnati 23.000 €"), "{count}");
        let verified = count.split("La verifica è riuscita: ").nth(1).unwrap();
        let (passed, rest) = verified.split_once(" controlli su ").unwrap();
        assert!(rest.starts_with(&format!("{passed}.")), "{count}");
    }

    /// From the verdict to the desk, with these projects.
    fn votes(&mut self, numbers: &[usize]) {
        hand_over(&mut self.t);
        choose(&mut self.t, numbers);
        self.trackers.push(cast(&mut self.t));
        finish(&mut self.t);
        take_back(&mut self.t);
        self.counted(numbers);
    }

    /// One more ballot, with these projects, is in the box.
    fn counted(&mut self, numbers: &[usize]) {
        self.cast += 1;
        self.t.wait_for(&format!("Voti nell'urna {}", self.cast));
        let options = &traces::consultation().questions[0].options;
        for n in numbers {
            let title = options[n - 1].title.get(Language::It);
            *self.votes.by_title.get_mut(title).unwrap() += 1;
        }
    }
}

/// All rows of a text longer than the screen, each once, words with one space between them.
fn all_rows(t: &mut Terminal) -> String {
    let mut all: Vec<String> = Vec::new();
    loop {
        let rows = t.rows();
        for row in rows {
            let words: Vec<&str> = row.split_whitespace().collect();
            let row = words.join(" ");
            if !all.contains(&row) {
                all.push(row);
            }
        }
        // "Righe 1-14 di 40", where there is more than fits.
        let text = t.text();
        let Some((_, place)) = text.split_once(" Righe ") else {
            break;
        };
        let (rows, of) = place.split_once(" di ").unwrap();
        let last = rows.split_once('-').unwrap().1;
        if of.split(' ').next() == Some(last) {
            break;
        }
        let before = format!("Righe {rows} di");
        t.keys(PAGE_DOWN);
        t.wait_for_other_than(&before);
    }
    all.join("\n")
}

/// Neither the station's files nor the program's log hold anything of people or of votes.
fn nothing_in_clear(world: &Path, trackers: &[String]) {
    let secrets = traces::secrets(trackers);
    // The search finds what is there: the made-up consultation lies open beside the station.
    assert_ne!(
        traces::found(&world.join("consultation"), &secrets),
        [""; 0]
    );
    assert_eq!(traces::found(&world.join("station"), &secrets), [""; 0]);
    let log = std::fs::read_to_string(world.join("seggio.log")).unwrap_or_default();
    assert_eq!(log, "");
}

#[test]
fn a_window_too_small_says_so_and_loses_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let mut t = Terminal::demo(dir.path(), 60, 15);
    t.wait_for("La finestra è troppo piccola");
    t.says("Servono almeno 80 colonne e 24 righe. Ora sono 60 x 15.");
    assert!(!t.text().contains(PASSPHRASE), "{}", t.text());
    t.keep("36-too-small");
    t.resize(80, 24);
    t.wait_for("Sbloccare la postazione");
    t.wait_for("anna presidente");
    assert!(!t.text().contains("troppo piccola"));
    t.keys(CTRL_Q);
    assert!(t.ends_well());
}

#[test]
fn a_large_window_is_drawn_to_its_edges_and_not_beyond() {
    let dir = tempfile::tempdir().unwrap();
    let mut t = Terminal::demo(dir.path(), 200, 60);
    t.wait_for("anna presidente");
    fits(&t, "Ctrl-Q esci");
    t.keep("37-unlock");
    unlock(&mut t);
    t.wait_for("Aprire la giornata");
    fits(&t, "Ctrl-Q esci");
    t.keys(ENTER);
    t.wait_for(DESK);
    fits(&t, "F8 chiudi la giornata");
    t.keep("38-desk");
    let rossi: Person = person("Rossi");
    check_in(&mut t, &rossi, ADMITTED);
    hand_over(&mut t);
    fits(&t, "F9 esci senza votare");
    t.keep("39-list");
}

fn fits(t: &Terminal, footer: &str) {
    assert_eq!(t.overflowing(), [0; 0]);
    let rows = t.rows();
    assert_eq!(rows.len(), 60);
    assert!(rows.iter().all(|r| r.chars().count() <= 200));
    let foot = rows[57..].join(" ");
    assert!(foot.contains(footer), "{}", rows.join("\n"));
}
