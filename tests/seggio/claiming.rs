//! Two assisted stations that are online, each the real program in a terminal of its own, and the real
//! server: nobody is admitted at both.

use crate::programs::{Server, file, run};
use crate::terminal::screen::{ENTER, F6, Terminal};
use crate::terminal::volunteer::{
    ADMITTED, DESK, REFUSED, cast, choose, finish, hand_over, person, scan, show_document,
    take_back, unlock,
};
use crate::world::{CONFIG, OPERATOR, passphrase};
use chrono::{Days, Local};
use seggio::authority::{Kit, KitSecrets, RollMaker};
use seggio::central::ServerSecrets;
use seggio::consultation::{Minute, Mode, ServerKeys, StationId, StationKind};
use seggio::envelope::Passphrase;
use seggio::rehearsal::Person;
use seggio::station::{self, Clock, NewOperator};
use seggio::tally::ceremony;
use std::path::{Path, PathBuf};

/// What a station says that cannot ask the server, where it admits nobody then.
const NO_SERVER: &str = "Il server non risponde";

/// Of whom another station has before it.
const HELD: &str = "risulta davanti a un'altra postazione";

/// Of whom another station has sent as a voter.
const VOTED: &str = "ha già votato in un'altra postazione";

/// The consultation of 2022 in these days, at assisted stations that stop without the server.
fn consultation() -> String {
    let today = Local::now().date_naive();
    let (before, after) = (today - Days::new(2), today + Days::new(2));
    let text = std::fs::read_to_string(Path::new(CONFIG).join("consultation.toml")).unwrap();
    [
        ("from = \"2022-09-19\"", format!("from = \"{before}\"")),
        ("to = \"2022-10-18\"", format!("to = \"{after}\"")),
        ("\"continue\"", "\"stop\"".to_owned()),
    ]
    .iter()
    .fold(text, |text, (old, new)| {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text.replace(old, new)
    })
}

struct Office {
    dir: tempfile::TempDir,
    kit: Kit,
    secrets: KitSecrets,
    _server: Server,
}

impl Office {
    /// Everything up to a roll of these people and a server that answers.
    fn with(residents: &[&Person]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let config = dir.path().join("config");
        std::fs::create_dir(&config).unwrap();
        std::fs::write(config.join("consultation.toml"), consultation()).unwrap();
        let pass = Passphrase::random_code();
        let kit = Kit::create(&config, &dir.path().join("kit"), &pass).unwrap();
        let secrets = kit.secrets(&pass).unwrap();
        let passphrases = [Passphrase::random_code(), Passphrase::random_code()];
        let done = ceremony::together(&dir.path().join("trustees"), 2, &passphrases).unwrap();
        let (tally, one_machine) = ceremony::tally_key(&done.ceremony).unwrap();
        let keys = ServerSecrets::generate();
        let reserved = Server::reserve();
        let server = ServerKeys {
            url: reserved.url(),
            receipt_key: keys.receipt_key(),
            board_key: keys.board_key(),
            board_origin: "prova".into(),
        };
        let manifest = kit
            .seal(&secrets, tally, one_machine, server, Mode::Training)
            .unwrap();
        keys.write(&kit.server_dir().join("server.keys")).unwrap();
        let maker = RollMaker {
            consultation: &manifest.value().consultation,
            fingerprint: manifest.digest(),
            made: Minute::of(Clock::system().now()),
            roll_key: &secrets.roll_key,
            registry: &secrets.registry,
        };
        let rows = residents.iter().map(|p| format!("{},B812\n", p.code));
        let csv = format!("codice_fiscale,comune\n{}", rows.collect::<String>());
        let roll = maker.import(csv.as_bytes(), &mut |_| {}).unwrap();
        kit.keep_roll(&roll.roll).unwrap();
        let database = dir.path().join("centrale.db");
        let server = reserved.start(&kit.server_dir().join("manifest.cose"), &database);
        Self {
            dir,
            kit,
            secrets,
            _server: server,
        }
    }

    fn ledger(&self) -> PathBuf {
        self.dir.path().join("centrale.db")
    }

    /// An assisted station, at its desk.
    fn desk(&self, name: &str) -> Terminal {
        let id = StationId::parse(name).unwrap();
        let (bundle, code) = self
            .kit
            .add_station(&self.secrets, &id, StationKind::Assisted, None)
            .unwrap();
        let place = self.dir.path().join(name);
        let president = NewOperator {
            name: OPERATOR.into(),
            passphrase: passphrase(),
            pin: Passphrase::new("112233"),
        };
        station::init(&bundle, &code, &place, &president, Clock::system()).unwrap();
        let mut t = Terminal::station(&place);
        unlock(&mut t);
        t.wait_for("Aprire la giornata");
        t.keys(ENTER);
        t.wait_for(DESK);
        t
    }
}

/// From the desk to the server's verdict. On a machine that is busy its answer may come too late: then
/// nobody is admitted, and the volunteer tries again, as the screen says.
fn check_in(t: &mut Terminal, person: &Person) -> String {
    for _ in 0..10 {
        scan(t, person);
        show_document(t, person);
        // Part of both verdicts.
        t.wait_for(ADMITTED);
        let text = t.text();
        if !text.contains(NO_SERVER) {
            return text;
        }
        t.keys(ENTER);
        t.wait_for(DESK);
    }
    panic!("the server never answered in time");
}

fn refused(t: &mut Terminal, person: &Person, why: &str, screen: &str) {
    let text = check_in(t, person);
    assert!(text.contains(REFUSED) && text.contains(why), "{text}");
    t.keep(screen);
    t.keys(ENTER);
    t.wait_for(DESK);
}

#[test]
fn who_is_served_at_one_station_is_not_admitted_at_another() {
    let (rossi, bianchi) = (person("Rossi"), person("Bianchi"));
    let office = Office::with(&[&rossi, &bianchi]);
    let (mut one, mut two) = (office.desk("comune"), office.desk("biblioteca"));
    one.wait_for("ora in rete");

    let text = check_in(&mut one, &rossi);
    assert!(!text.contains(REFUSED), "{text}");
    refused(&mut two, &rossi, HELD, "40-claimed-elsewhere");
    // Others are not held up by it.
    let text = check_in(&mut two, &bianchi);
    assert!(!text.contains(REFUSED), "{text}");
    two.keys("\x1b");
    two.wait_for(DESK);

    hand_over(&mut one);
    refused(&mut two, &rossi, HELD, "40-claimed-elsewhere");
    choose(&mut one, &[1, 2]);
    cast(&mut one);
    finish(&mut one);
    take_back(&mut one);
    one.wait_for("Voti nell'urna 1");
    // As soon as the first station has told the server.
    one.keys(F6);
    one.wait_for("1 Per rete");
    one.keys(ENTER);
    one.wait_for("Ricevuti dal server");
    refused(&mut two, &rossi, VOTED, "41-voted-elsewhere");
    // Where the vote was cast, it is the station's own knowledge.
    one.keys(ENTER);
    one.wait_for(DESK);
    one.scan(&rossi.code);
    one.wait_for("HA GIÀ VOTATO");

    let ledger = office.ledger();
    let known = run("centrale", &["stations", "--database", file(&ledger)]);
    for station in ["comune", "biblioteca"] {
        assert!(known.contains(station), "{known}");
    }
}
