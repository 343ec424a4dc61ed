//! People who vote more than once, over every channel, and the end of the links: real stations,
//! real server, real files.

use crate::programs::{file, json, run, run_expecting, secret};
use crate::world::{CONFIG, OPERATOR, clock, passphrase, resident, visit};
use minicbor::bytes::ByteVec;
use seggio::authority::{Bundle, Kit, KitSecrets, RollMaker, WebFile};
use seggio::ballot::{Answer, Choices, Tracker};
use seggio::batch::{
    AdmittedAs, Batch, Body, Chain, Counts, Export, Minutes, PaperCount, PaperResult, PresenceRow,
    Rows,
};
use seggio::board::Checkpoint;
use seggio::central::{self, Central, Introduction, Ledger, ServerSecrets};
use seggio::consultation::{
    Channel, Hour, Minute, Mode, Rotation, ServerKeys, StationId, StationKind, Within,
};
use seggio::envelope::{Digest, Passphrase, SigningKey, cbor};
use seggio::identity::Pseudonym;
use seggio::station::{self, NewOperator, Station, Verdict};
use seggio::tally::ceremony;
use seggio::tally::examine::examine_file;
use seggio::tally::settlement::Removal;
use std::collections::{BTreeMap, BTreeSet};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const TRUSTEES: [&str; 2] = ["la frase di ada", "la frase di bea"];

/// One consultation with its authority, trustees and server.
struct Office {
    dir: tempfile::TempDir,
    kit: Kit,
    pass: Passphrase,
    secrets: KitSecrets,
    shares: Vec<PathBuf>,
}

/// One vote, as whoever gave it knows it.
struct Vote {
    person: usize,
    hour: String,
    /// `None` on paper.
    tracker: Option<Tracker>,
}

impl Office {
    fn new(channel: &str, within: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let config = dir.path().join("config");
        std::fs::create_dir(&config).unwrap();
        let path = Path::new(CONFIG).join("consultation.toml");
        let lines = std::fs::read_to_string(path).unwrap();
        let lines = lines.lines().map(|line| match line.split(" = ").next() {
            Some("channel") => format!("channel = \"{channel}\""),
            Some("within") => format!("within = \"{within}\""),
            Some("minimum_ballots") => "minimum_ballots = 1".to_owned(),
            _ => line.to_owned(),
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        std::fs::write(config.join("consultation.toml"), text).unwrap();
        let pass = Passphrase::random_code();
        let kit = Kit::create(&config, &dir.path().join("kit"), &pass).unwrap();
        let secrets = kit.secrets(&pass).unwrap();
        let done = ceremony::together(
            &dir.path().join("trustees"),
            2,
            &TRUSTEES.map(Passphrase::new),
        )
        .unwrap();
        let (tally, one_machine) = ceremony::tally_key(&done.ceremony).unwrap();
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
        for i in 0..30 {
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
        kit.keep_roll(&roll.roll).unwrap();
        let shares = done.shares.into_iter().map(|(_, path)| path).collect();
        Self {
            dir,
            kit,
            pass,
            secrets,
            shares,
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn pseudonym(&self, person: usize) -> Pseudonym {
        self.secrets.roll_key.pseudonym(&resident(person))
    }

    fn central(&self) -> Central {
        let keys = ServerSecrets::read(&self.kit.server_dir().join("server.keys")).unwrap();
        let manifest = self.kit.manifest().unwrap();
        Central::open(manifest, keys, &self.path("centrale.db")).unwrap()
    }

    fn bundle(&self, name: &str) -> (Vec<u8>, seggio::authority::OneTimeCode) {
        let id = StationId::parse(name).unwrap();
        let kind = StationKind::Banchetto;
        self.kit
            .add_station(&self.secrets, &id, kind, None)
            .unwrap()
    }

    fn station(&self, name: &str) -> PathBuf {
        let (bundle, code) = self.bundle(name);
        let dir = self.path(name);
        let president = NewOperator {
            name: OPERATOR.into(),
            passphrase: passphrase(),
            pin: Passphrase::new("112233"),
        };
        station::init(&bundle, &code, &dir, &president, clock("2022-09-10 08:00")).unwrap();
        dir
    }

    /// The web platform's CSV.
    fn csv(&self, name: &str, people: &[usize]) -> PathBuf {
        let mut csv = String::from("codice_fiscale;quando\r\n");
        for person in people {
            csv.extend([resident(*person).as_str(), ";2022-09-12\r\n"]);
        }
        let path = self.path(name);
        std::fs::write(&path, csv).unwrap();
        path
    }
}

fn unlock(dir: &Path, time: &str) -> Station {
    Station::unlock(dir, OPERATOR, &passphrase(), clock(time)).unwrap()
}

/// Opens the station at this time and has these people vote.
fn vote(dir: &Path, time: &str, people: &[usize], votes: &mut Vec<Vote>) {
    let mut station = unlock(dir, time);
    station.open_day().unwrap().unwrap();
    for person in people {
        let Verdict::Admitted { admission, .. } =
            station.check_in(visit(resident(*person))).unwrap()
        else {
            panic!("resident {person} is on the roll")
        };
        station.hand_over(&admission).unwrap();
        let answers = [Answer::Options(vec![person % 9, person % 9 + 1])];
        let choices = Choices::new(station.consultation(), &answers).unwrap();
        let (sealing, _) = station.offer(&choices).unwrap();
        let tracker = sealing.ballot.tracker();
        station.cast(admission, sealing).unwrap();
        votes.push(Vote {
            person: *person,
            hour: time[..13].replace(' ', "T"),
            tracker: Some(tracker),
        });
    }
    // What may leave at once is a batch of its own.
    station.make_batches().unwrap();
}

fn close(dir: &Path, time: &str, last: bool) {
    unlock(dir, time).close_day(last).unwrap();
}

fn send(central: &Central, dir: &Path) {
    let mut station = unlock(dir, "2022-09-18 20:00");
    central
        .introduce(&seggio::sync::introduction(&station))
        .unwrap();
    for batch in station.pending().unwrap() {
        let receipt = central.receive(&batch.bytes).unwrap();
        station.keep_receipt(&receipt).unwrap();
    }
}

/// A station where people only voted on paper, its batches written by hand.
fn paper_station(office: &Office, central: &Central, people: &[usize], votes: &mut Vec<Vote>) {
    let (sealed, code) = office.bundle("carta");
    let bundle = Bundle::open(&sealed, &code).unwrap();
    let (key, hour) = (SigningKey::generate(), "2022-09-10T09");
    let rotation = bundle.bundle_key().sign(Rotation {
        fingerprint: office.kit.manifest().unwrap().digest(),
        station: StationId::parse("carta").unwrap(),
        station_key: key.public(),
    });
    let introduction = Introduction {
        certificate: bundle.certificate().unwrap().bytes().to_vec(),
        rotation: rotation.bytes().to_vec(),
    };
    central.introduce(&introduction).unwrap();
    let row = |person: &usize| PresenceRow {
        pseudonym: office.pseudonym(*person),
        admitted_as: AdmittedAs::Resident {
            area: "B812".into(),
        },
        hour: Hour::parse(hour).unwrap(),
        link: None,
    };
    let n = people.len() as u64;
    // The first two options and the blank, which nobody chose, are as many numbers as targets.
    let mut totals = vec![0; 11];
    totals[..2].fill(n);
    let minutes = Minutes {
        day: 1,
        opened: Hour::parse(hour).unwrap(),
        closed: Hour::parse("2022-09-10T18").unwrap(),
        counts: Counts {
            check_ins: n,
            paper: n,
            ..Counts::default()
        },
        box_at_opening: 0,
        box_at_closing: 0,
        ballots_sent: 0,
        journal: Digest::of(b"journal"),
        last: true,
        ballots_opened: 0,
        paper: Some(PaperCount {
            found: n,
            void: 0,
            result: PaperResult::Counted(vec![totals]),
        }),
        reopened: None,
    };
    let mut chain = Chain::start(&rotation);
    for rows in [
        Rows::Presence(people.iter().map(row).collect()),
        Rows::Minutes(minutes),
    ] {
        let batch = Batch::sign(&key, &chain, rows, None);
        central.receive(&batch.bytes()).unwrap();
        chain.follow(batch.header()).unwrap();
    }
    votes.extend(people.iter().map(|person| Vote {
        person: *person,
        hour: hour.to_owned(),
        tracker: None,
    }));
}

/// From the declared words of the policy and the votes themselves: which ballots go and why, and
/// whose web vote.
fn expected(
    votes: &[Vote],
    web: &[usize],
    (channel, within): (Channel, Within),
    root: &Digest,
) -> (BTreeMap<Tracker, Removal>, BTreeSet<usize>) {
    let (mut gone, mut dropped) = (BTreeMap::new(), BTreeSet::new());
    let people: BTreeSet<usize> = votes.iter().map(|v| v.person).collect();
    for person in people {
        let mine = || votes.iter().filter(move |v| v.person == person);
        let mut sealed: Vec<_> = mine()
            .filter_map(|v| {
                let tracker = v.tracker?;
                let lot = Digest::of_parts("seggio/settlement-lot/1", &[&root.0, &tracker.0.0]);
                Some((v.hour.clone(), lot, tracker))
            })
            .collect();
        sealed.sort();
        let on_paper = mine().any(|v| v.tracker.is_none());
        let on_web = web.contains(&person);
        let web_wins = on_web && channel == Channel::Web && !on_paper;
        let reason = if on_paper {
            Some(Removal::PaperVote)
        } else if web_wins {
            Some(Removal::WebVote)
        } else if sealed.len() > 1 && within == Within::None {
            Some(Removal::RepeatedVote)
        } else if sealed.len() > 1 {
            sealed.remove(0);
            Some(Removal::LaterVote)
        } else {
            None
        };
        if let Some(reason) = reason {
            gone.extend(sealed.iter().map(|(_, _, tracker)| (*tracker, reason)));
        }
        if on_web && !web_wins {
            dropped.insert(person);
        }
    }
    (gone, dropped)
}

/// Duplicates across two stations, two days of one of them, several batches, paper and the web.
fn what_is_left_out(channel: Channel, within: Within) {
    let words = (
        match channel {
            Channel::InPerson => "in-person",
            Channel::Web => "web",
        },
        match within {
            Within::First => "first",
            Within::None => "none",
        },
    );
    let office = Office::new(words.0, words.1);
    let (a, b) = (office.station("uno"), office.station("due"));
    let central = office.central();
    let mut votes = Vec::new();
    // 0 votes at both on one day, 4 at both in one hour, 5 at the second before the first's second
    // day, 6 on both channels twice.
    vote(&a, "2022-09-10 09:00", &[0, 1, 2, 3, 4], &mut votes);
    vote(&b, "2022-09-10 09:00", &[4, 5], &mut votes);
    vote(&b, "2022-09-10 11:00", &[0, 6, 10], &mut votes);
    close(&a, "2022-09-10 18:00", false);
    vote(&a, "2022-09-11 09:00", &[5, 6, 7, 8], &mut votes);
    close(&a, "2022-09-11 18:00", true);
    close(&b, "2022-09-11 18:00", true);
    paper_station(&office, &central, &[2, 3, 9, 21], &mut votes);
    let web = [1, 3, 6, 20, 21];
    let registry = WebFile::read(
        std::fs::File::open(office.csv("web.csv", &web)).unwrap(),
        &office.secrets.roll_key,
        &mut |_| {},
    )
    .unwrap()
    .sign(
        &office.secrets.registry,
        office.kit.manifest().unwrap().digest(),
    );
    send(&central, &a);
    central.take_web_list(&registry.bytes()).unwrap();
    send(&central, &b);
    assert!(central.place_all().unwrap());
    drop(central);

    let ledger = Ledger::open_existing(&office.path("centrale.db")).unwrap();
    let export = central::export(&ledger).unwrap();
    let zip = export.to_zip().unwrap();
    let examined = examine_file(&zip, &mut |_| {}).unwrap();
    let keys = office.kit.settlement_keys(&office.pass).unwrap();
    let settled = seggio::tally::settle(&examined, &keys).unwrap();
    let bytes = settled.signed.bytes();
    let opened = seggio::tally::settlement::open(&examined, bytes).unwrap();
    let s = opened.settlement();

    let root = Checkpoint::of(&export.leaves).root;
    let (gone, dropped) = expected(&votes, &web, (channel, within), &root);
    let found: BTreeMap<Tracker, Removal> =
        s.removed.iter().map(|r| (r.tracker, r.reason)).collect();
    assert_eq!(found, gone, "{words:?}");
    let found: BTreeSet<Pseudonym> = settled.dropped.iter().copied().collect();
    let people = dropped.iter().map(|p| office.pseudonym(*p));
    assert_eq!(found, people.collect(), "{words:?}");
    let sealed = votes.iter().filter(|v| v.tracker.is_some()).count();
    assert_eq!(s.counted, (sealed - gone.len()) as u64);
    let of_web = s.web.as_ref().unwrap();
    assert_eq!((of_web.voters, of_web.dropped), (5, dropped.len() as u64));
    assert_eq!(of_web.list, registry.header().digest());
    let by_station: u64 = s
        .stations
        .iter()
        .flat_map(|s| &s.removed)
        .map(|r| r.1)
        .sum();
    assert_eq!(by_station, gone.len() as u64);
    // The people of this world who are left out differ by policy, so no policy passes for another.
    assert!(gone.len() >= 4, "{}", gone.len());
}

#[test]
fn in_person_wins_and_the_first_vote_stays() {
    what_is_left_out(Channel::InPerson, Within::First);
}

#[test]
fn in_person_wins_and_none_of_several_votes_stays() {
    what_is_left_out(Channel::InPerson, Within::None);
}

#[test]
fn the_web_wins_and_the_first_vote_stays() {
    what_is_left_out(Channel::Web, Within::First);
}

#[test]
fn the_web_wins_and_none_of_several_votes_stays() {
    what_is_left_out(Channel::Web, Within::None);
}

/// Every file under a folder.
fn files(dir: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            bytes.extend(files(&entry.path()));
        } else {
            bytes.extend(std::fs::read(entry.path()).unwrap());
        }
    }
    bytes
}

/// How many of these sealed things have a piece of 32 bytes in these bytes: a page may end inside
/// one. The first 32 bytes are those of every age file of its kind.
fn found(bytes: &[u8], secrets: &[Vec<u8>]) -> usize {
    let all: std::collections::HashSet<&[u8]> = bytes.windows(32).collect();
    let there = |s: &&Vec<u8>| s[32..].chunks_exact(32).any(|piece| all.contains(piece));
    secrets.iter().filter(there).count()
}

/// The sealed links that an export holds.
fn links(export: &[u8]) -> Vec<Vec<u8>> {
    let export = Export::from_zip(export).unwrap();
    let bodies = export.stations.iter().flat_map(|s| &s.batches);
    let mut links: Vec<Vec<u8>> = Vec::new();
    for body in bodies.filter_map(|b| b.body.as_ref()) {
        if let Rows::Presence(rows) = cbor::decode::<Body>(body).unwrap().rows {
            links.extend(rows.into_iter().filter_map(|r| r.link).map(ByteVec::into));
        }
    }
    links
}

struct Programs<'a> {
    office: &'a Office,
    ledger: PathBuf,
    manifest: PathBuf,
}

impl Programs<'_> {
    fn scrutinio(&self, status: i32, args: &[&str]) -> String {
        let kit = self.office.path("kit");
        let pass = secret(self.office.dir.path(), "kit", &[self.office.pass.expose()]);
        let mut all = args.to_vec();
        all.extend(["--kit", file(&kit), "--secret-file", file(&pass)]);
        run_expecting(status, "scrutinio", &all)
    }

    fn receive(&self, status: i32, files: &[&str]) -> String {
        let (manifest, ledger) = (file(&self.manifest), file(&self.ledger));
        let mut all = vec!["receive", "--manifest", manifest, "--database", ledger];
        all.extend(files);
        run_expecting(status, "centrale", &all)
    }

    fn export(&self, name: &str) -> PathBuf {
        let to = self.office.path(name);
        let ledger = file(&self.ledger);
        run(
            "centrale",
            &["export", "--database", ledger, "--to", file(&to)],
        );
        to
    }

    fn seggio(&self, status: i32, command: &str, station: &Path, more: &[&str]) -> String {
        let pass = secret(self.office.dir.path(), "anna", &[passphrase().expose()]);
        let mut all = vec![command, "--station", file(station), "--as", OPERATOR];
        all.extend(["--secret-file", file(&pass)]);
        all.extend(more);
        run_expecting(status, "seggio", &all)
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one way, told in its order")]
fn links_are_everywhere_before_the_purge_and_nowhere_after_and_the_count_still_verifies() {
    let office = Office::new("in-person", "first");
    let programs = Programs {
        office: &office,
        ledger: office.path("centrale.db"),
        manifest: office.kit.server_dir().join("manifest.cose"),
    };
    let (a, b) = (office.station("uno"), office.station("due"));
    let mut votes = Vec::new();
    vote(&a, "2022-09-10 09:00", &[0, 1, 2], &mut votes);
    vote(&b, "2022-09-10 11:00", &[0, 3], &mut votes);
    close(&a, "2022-09-10 18:00", true);
    close(&b, "2022-09-10 18:00", true);
    let (stick, other) = (office.path("stick"), office.path("other"));
    for (dir, to) in [(&a, &stick), (&b, &other)] {
        let files = programs.seggio(0, "export", dir, &["--to", file(to)]);
        let files: Vec<&str> = files.lines().collect();
        programs.receive(0, &files);
    }

    // The web platform's list: one line is wrong, and is named; then the corrected file.
    let list = office.path("web-list.cbor");
    let wrong = office.csv("wrong.csv", &[1, 20, 1]);
    std::fs::write(
        &wrong,
        std::fs::read_to_string(&wrong).unwrap() + "RSSMRA85T10A562T;\r\n",
    )
    .unwrap();
    let said = programs.scrutinio(1, &["web-list", file(&wrong), "--out", file(&list)]);
    assert!(said.contains("line 5: check_character"), "{said}");
    assert!(said.contains("line 4: repeated"), "{said}");
    let web = office.csv("web.csv", &[1, 20]);
    let settlement = office.path("settlement.cose");
    let settle = |status, export: &Path, more: &[&str]| {
        let mut all = vec!["settle", file(export), "--out", file(&settlement)];
        all.extend(more);
        programs.scrutinio(status, &all)
    };
    // Before the list is on the board no link is opened.
    let early = programs.export("early.zip");
    settle(1, &early, &["--web-voters", file(&web)]);
    assert!(!settlement.exists());
    let said = programs.scrutinio(0, &["web-list", file(&web), "--out", file(&list)]);
    assert!(said.contains("2 web voters"), "{said}");
    programs.receive(0, &[file(&list)]);
    programs.receive(0, &[file(&list)]);
    let again = office.path("again.cbor");
    programs.scrutinio(0, &["web-list", file(&web), "--out", file(&again)]);
    let said = programs.receive(1, &[file(&again)]);
    assert!(said.contains("web-list-repeated"), "{said}");
    let export = programs.export("export.zip");

    // Another CSV than the board's, then the right one.
    let elsewhere = office.csv("elsewhere.csv", &[1, 2]);
    settle(1, &export, &["--web-voters", file(&elsewhere)]);
    assert!(!settlement.exists());
    let dropped = office.path("dropped.csv");
    settle(2, &export, &["--web-dropped", file(&dropped)]);
    let more = ["--web-voters", file(&web), "--web-dropped", file(&dropped)];
    let said = settle(0, &export, &more);
    for words in [
        "the vote in person counts",
        "left out at due: 1, voted before",
        "web: 2 voters, 1 not counted",
        "scrutinio purge",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let codes = std::fs::read_to_string(&dropped).unwrap();
    assert_eq!(
        codes,
        format!("codice_fiscale\r\n{}\r\n", resident(1).as_str())
    );
    let permissions = std::fs::metadata(&dropped).unwrap().permissions();
    assert_eq!(permissions.mode() & 0o777, 0o600);
    let signed = std::fs::read(&settlement).unwrap();
    settle(0, &export, &[]);
    assert_eq!(std::fs::read(&settlement).unwrap(), signed);

    // The count goes on from the export that was settled.
    let mut partials = Vec::new();
    for (share, phrase) in office.shares.iter().zip(TRUSTEES) {
        let out = share.with_extension("cose");
        let pass = secret(office.dir.path(), "trustee", &[phrase]);
        let mut all = vec!["partial", "--share", file(share), file(&export)];
        all.extend([file(&settlement), "--out", file(&out)]);
        all.extend(["--secret-file", file(&pass)]);
        run("scrutinio", &all);
        partials.push(out);
    }
    let publish = |export: &Path, name: &str| {
        let out = office.path(name);
        let mut all = vec!["publish", file(export), file(&settlement)];
        all.extend(partials.iter().map(|p| file(p)));
        all.extend(["--out", file(&out)]);
        run("scrutinio", &all);
        run("scrutinio", &["verify", file(&out)]);
        std::fs::read(&out).unwrap()
    };
    let package = publish(&export, "before.zip");

    // Before: links in the ledger's files, and the key in the kit.
    let links = links(&std::fs::read(&export).unwrap());
    assert_eq!(links.len(), 5);
    let database = || {
        let names = ["centrale.db", "centrale.db-wal", "centrale.db-journal"];
        let read = |name: &&str| std::fs::read(office.path(name)).ok();
        names.iter().filter_map(read).flatten().collect::<Vec<u8>>()
    };
    assert_eq!(found(&database(), &links), 5);
    assert_eq!(found(&package, &links), 0, "nothing of them is published");
    let key = std::fs::read(office.path("kit/settlement.age")).unwrap();
    let key = [key];
    assert_eq!(found(&files(&office.path("kit")), &key), 1);

    // The purge, and again: the same order.
    let order = office.path("purge.cose");
    let purge = || {
        let words = [
            "purge",
            file(&export),
            file(&settlement),
            "--out",
            file(&order),
        ];
        programs.scrutinio(0, &words)
    };
    let said = purge();
    assert!(
        said.contains("is destroyed") && said.contains("What remains"),
        "{said}"
    );
    let bytes = std::fs::read(&order).unwrap();
    assert!(purge().contains("destroyed before"));
    assert_eq!(std::fs::read(&order).unwrap(), bytes);
    assert_eq!(found(&files(&office.path("kit")), &key), 0);
    assert!(office.kit.settlement_keys(&office.pass).is_err());
    settle(2, &export, &[]);
    assert_eq!(std::fs::read(&settlement).unwrap(), signed);

    programs.receive(0, &[file(&order)]);
    assert_eq!(found(&database(), &links), 0);
    let after = programs.export("after.zip");
    assert_eq!(found(&std::fs::read(&after).unwrap(), &links), 0);
    // Both exports give the same package, which verifies.
    assert!(publish(&export, "then.zip") == package);
    assert!(publish(&after, "after-package.zip") == package);

    // The stations: one refuses until it has its receipts, then obeys.
    let said = programs.seggio(1, "purge", &b, &["--order", file(&order)]);
    assert_eq!(said, "");
    programs.seggio(0, "export", &b, &["--to", file(&other)]);
    let said = programs.seggio(0, "purge", &b, &["--order", file(&order)]);
    assert_eq!(said, "the links are destroyed");
    let said = programs.seggio(0, "purge", &b, &["--order", file(&order)]);
    assert_eq!(said, "the links were destroyed before");
    // The other takes receipts and order from the stick.
    std::fs::copy(&order, stick.join("purge.cose")).unwrap();
    let said = programs.seggio(0, "export", &a, &["--to", file(&stick)]);
    assert!(said.ends_with("the links are destroyed"), "{said}");
    for dir in [&a, &b] {
        let status = json(&programs.seggio(0, "status", dir, &["--json"]));
        assert_eq!(status["purged"], true);
        assert_eq!(status["batches_waiting"], 0);
    }
}
