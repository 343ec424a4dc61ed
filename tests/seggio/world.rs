//! A consultation built through the library: authority, trustees, stations, many residents.

use chrono::NaiveDateTime;
use seggio::authority::{Bundle, Kit, KitSecrets, OneTimeCode, RollMaker};
use seggio::batch::{Batch, Chain, Rows};
use seggio::central::{Introduction, ServerSecrets};
use seggio::consultation::{Manifest, Minute, Mode, Rotation, ServerKeys, StationId, StationKind};
use seggio::envelope::{Passphrase, Signed, SigningKey};
use seggio::identity::{
    CodiceFiscale, Document, DocumentKind, DocumentNumber, Pseudonym, Validity,
};
use seggio::station::{self, Clock, NewOperator, Station, Visit};
use seggio::tally::ceremony;
use std::path::{Path, PathBuf};

pub const CONFIG: &str = "kiosk-config/digitale-bene-comune-2022";
pub const OPERATOR: &str = "anna";

pub struct World {
    pub dir: tempfile::TempDir,
    pub kit: Kit,
    /// The kit's passphrase.
    pub pass: Passphrase,
    pub secrets: KitSecrets,
    pub manifest: Signed<Manifest>,
    /// Of each of two trustees the file of the share, and its passphrase.
    pub shares: Vec<(PathBuf, Passphrase)>,
}

/// A station whose key the test holds, so that it can sign anything.
pub struct ByHand {
    pub id: StationId,
    pub introduction: Introduction,
    pub key: SigningKey,
    pub chain: Chain,
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
        Self::made(tempfile::tempdir().unwrap(), Path::new(CONFIG), residents)
    }

    /// The same of another consultation.
    pub fn made(dir: tempfile::TempDir, config: &Path, residents: usize) -> Self {
        let pass = Passphrase::random_code();
        let kit = Kit::create(config, &dir.path().join("kit"), &pass).unwrap();
        let secrets = kit.secrets(&pass).unwrap();
        let trustees = [Passphrase::random_code(), Passphrase::random_code()];
        let together = ceremony::together(&dir.path().join("trustees"), 2, &trustees).unwrap();
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
        server.write(&kit.server_dir().join("server.keys")).unwrap();
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
        let files = together.shares.into_iter().map(|(_, path)| path);
        let shares = files.zip(trustees).collect();
        Self {
            dir,
            kit,
            pass,
            secrets,
            manifest,
            shares,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn pseudonym(&self, person: usize) -> Pseudonym {
        self.secrets.roll_key.pseudonym(&resident(person))
    }

    fn bundle(&self, id: &StationId) -> (Vec<u8>, OneTimeCode) {
        let kind = StationKind::Banchetto;
        self.kit.add_station(&self.secrets, id, kind, None).unwrap()
    }

    /// Makes a station that has never been open.
    pub fn new_station(&self, name: &str) -> PathBuf {
        let (bundle, code) = self.bundle(&StationId::parse(name).unwrap());
        let dir = self.path(name);
        let president = NewOperator {
            name: OPERATOR.into(),
            passphrase: passphrase(),
            pin: Passphrase::new("112233"),
        };
        station::init(&bundle, &code, &dir, &president, clock("2022-09-10 08:00")).unwrap();
        dir
    }

    /// Makes a station with an open day.
    pub fn station(&self, name: &str) -> PathBuf {
        let dir = self.new_station(name);
        open(&dir).open_day().unwrap().unwrap();
        dir
    }

    /// A station that signs what the test writes.
    pub fn by_hand(&self, name: &str) -> ByHand {
        let id = StationId::parse(name).unwrap();
        let (sealed, code) = self.bundle(&id);
        let bundle = Bundle::open(&sealed, &code).unwrap();
        let key = SigningKey::generate();
        let rotation = bundle.bundle_key().sign(Rotation {
            fingerprint: self.manifest.digest(),
            station: id.clone(),
            station_key: key.public(),
        });
        ByHand {
            introduction: Introduction {
                certificate: bundle.certificate().unwrap().bytes().to_vec(),
                rotation: rotation.bytes().to_vec(),
            },
            chain: Chain::start(&rotation),
            id,
            key,
        }
    }
}

impl ByHand {
    /// Signs the next batch.
    pub fn sign(&mut self, rows: Rows) -> Batch {
        let batch = Batch::sign(&self.key, &self.chain, rows, None);
        self.chain.follow(batch.header()).unwrap();
        batch
    }
}

/// Unlocks a station.
pub fn open(dir: &Path) -> Station {
    Station::unlock(dir, OPERATOR, &passphrase(), clock("2022-09-10 09:00")).unwrap()
}
