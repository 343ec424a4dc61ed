//! The day as a whole: opening, closing, sending, counting; what it should come to.

use super::screen::{BACKSPACE, ENTER, F6, F8, F9, PAGE_DOWN, Terminal};
use super::traces::{self, Votes};
use super::volunteer::{DESK, PASSPHRASE, cast, choose, finish, hand_over, take_back};
use seggio::i18n::Language;

/// The day, and what it should come to.
pub struct Day {
    pub t: Terminal,
    pub votes: Votes,
    pub cast: u32,
    pub trackers: Vec<String>,
}

impl Day {
    /// Before the first key.
    pub fn new(t: Terminal) -> Self {
        let mut votes = Votes::default();
        for project in &traces::consultation().questions[0].options {
            let title = project.title.get(Language::It).to_owned();
            votes.by_title.insert(title, 0);
        }
        Self {
            t,
            votes,
            cast: 0,
            trackers: Vec::new(),
        }
    }

    pub fn opens(&mut self) {
        let t = &mut self.t;
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
        t.says("Urna vuota: 0 voti");
        t.says("orologio simulato");
        t.keep("03-opening");
        t.keys(ENTER);
        t.wait_for(DESK);
        t.says("Persone accettate 0");
        t.says("niente in attesa");
        t.keep("04-desk");
    }

    pub fn closes(&mut self) {
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
            "Persone accettate 6",
            "di cui city user 1",
            "= voti nell'urna 5",
            "+ senza voto 1",
            "Persone non ammesse 3",
        ] {
            assert_eq!(minutes.matches(count).count(), 1, "{count}: {minutes}");
        }
        assert!(minutes.contains("chiusa in modo definitivo"), "{minutes}");
    }

    pub fn sends_and_counts(&mut self) {
        let t = &mut self.t;
        t.keys(F6);
        t.wait_for("1 Per rete");
        t.keys(ENTER);
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
    pub fn votes(&mut self, numbers: &[usize]) {
        hand_over(&mut self.t);
        self.votes_from_the_list(numbers);
    }

    /// From the list of projects to the desk, with these projects.
    pub fn votes_from_the_list(&mut self, numbers: &[usize]) {
        choose(&mut self.t, numbers);
        self.trackers.push(cast(&mut self.t));
        finish(&mut self.t);
        take_back(&mut self.t);
        self.counted(numbers);
    }

    /// One more ballot, with these projects, is in the box.
    pub fn counted(&mut self, numbers: &[usize]) {
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
