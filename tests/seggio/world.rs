//! A consultation built through the library: authority, trustees, stations, many residents.

use chrono::NaiveDateTime;
use seggio::authority::{Kit, KitSecrets, RollMaker};
use seggio::central::ServerSecrets;
use seggio::consultation::{Minute, Mode, ServerKeys, StationId, StationKind};
use seggio::envelope::Passphrase;
use seggio::identity::{CodiceFiscale, Document, DocumentKind, DocumentNumber, Validity};
use seggio::station::{self, Clock, NewOperator, Station, Visit};
use seggio::tally::ceremony;
use std::path::{Path, PathBuf};

pub const CONFIG: &str = "kiosk-config/digitale-bene-comune-2022";
pub const OPERATOR: &str = "anna";

pub struct World {
    pub dir: tempfile::TempDir,
    pub kit: Kit,
    pub secrets: KitSecrets,
}

pub fn clock(text: &str) -> Clock {
    Clock::starting_at(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
}

pub fn passphrase() -> Passphrase {
    Passphrase::new("sole luna mare")
}

/// The resident of this number, born on 1 January 1980, with a valid code of their own.
pub fn resident(i: usize) -> CodiceFiscale {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap());
    let first15 = format!(
        "{}{}{}AAA80A01B812",
        letter(i / 676),
        letter(i / 26),
        letter(i)
    );
    let code = ('A'..='Z').find_map(|c| CodiceFiscale::parse(&format!("{first15}{c}")).ok());
    code.unwrap()
}

pub fn visit(code: CodiceFiscale) -> Visit {
    let document = Document {
        kind: DocumentKind::ElectronicIdCard,
        number: DocumentNumber::parse("CA00000AA").ok(),
        birth_date: "1980-01-01".parse().unwrap(),
        validity: Validity::Until("2030-01-01".parse().unwrap()),
    };
    Visit {
        code,
        computed: false,
        document,
    }
}

impl World {
    /// Everything up to the manifest and a roll of so many residents.
    pub fn new(residents: usize) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let pass = Passphrase::random_code();
        let kit = Kit::create(Path::new(CONFIG), &dir.path().join("kit"), &pass).unwrap();
        let secrets = kit.secrets(&pass).unwrap();
        let passphrases = [Passphrase::random_code(), Passphrase::random_code()];
        let together = ceremony::together(&dir.path().join("trustees"), 2, &passphrases).unwrap();
        let (tally, one_machine) = ceremony::tally_key(&together.ceremony).unwrap();
        let server = ServerSecrets::generate();
        let keys = ServerKeys {
            url: "http://127.0.0.1:9".into(),
            receipt_key: server.receipt_key(),
            board_key: server.board_key(),
            board_origin: "prova".into(),
        };
        let manifest = kit
            .seal(&secrets, tally, one_machine, keys, Mode::Training)
            .unwrap();
        let mut csv = String::from("codice_fiscale,comune\n");
        for i in 0..residents {
            csv.extend([resident(i).as_str(), ",B812\n"]);
        }
        let maker = RollMaker {
            consultation: &manifest.value().consultation,
            fingerprint: manifest.digest(),
            made: Minute::parse("2022-09-01T08:10").unwrap(),
            roll_key: &secrets.roll_key,
            registry: &secrets.registry,
        };
        let roll = maker.import(csv.as_bytes(), &mut |_| {}).unwrap();
        assert_eq!(roll.rejected, []);
        kit.keep_roll(&roll.roll).unwrap();
        Self { dir, kit, secrets }
    }

    /// Makes a station with an open day.
    pub fn station(&self, name: &str) -> PathBuf {
        let id = StationId::parse(name).unwrap();
        let (bundle, code) = self
            .kit
            .add_station(&self.secrets, &id, StationKind::Banchetto, None)
            .unwrap();
        let dir = self.dir.path().join(name);
        let president = NewOperator {
            name: OPERATOR.into(),
            passphrase: passphrase(),
            pin: Passphrase::new("112233"),
        };
        station::init(&bundle, &code, &dir, &president, clock("2022-09-10 08:00")).unwrap();
        open(&dir).open_day().unwrap().unwrap();
        dir
    }
}

/// Unlocks a station.
pub fn open(dir: &Path) -> Station {
    Station::unlock(dir, OPERATOR, &passphrase(), clock("2022-09-10 09:00")).unwrap()
}
