//! A day without a screen: the programs as the offices call them, the station as the kiosk calls
//! it, from `scrutinio new` to `scrutinio verify`.

use crate::programs::{Server, file, json, run, run_expecting, secret};
use crate::world::{CONFIG, OPERATOR, clock, passphrase, resident, visit};
use seggio::ballot::{Answer, Choices};
use seggio::batch::AdmittedAs;
use seggio::central::ServerSecrets;
use seggio::consultation::Reason;
use seggio::identity::{CodiceFiscale, DocumentNumber, Names};
use seggio::station::{Registration, Station, Verdict};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const TRUSTEES: [&str; 3] = ["ada", "bea", "carlo"];

struct Day {
    dir: tempfile::TempDir,
}

impl Day {
    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// `scrutinio trustee STEP` for one trustee, in a process of its own.
    fn trustee(&self, step: &str, name: &str, more: &[&str]) {
        let (private, shared) = (self.path(name), self.path("ceremony"));
        let secret = secret(self.dir.path(), name, &[&format!("la frase di {name}")]);
        let mut args = vec![
            "trustee",
            step,
            "--dir",
            file(&private),
            "--ceremony",
            file(&shared),
        ];
        args.extend(["--secret-file", file(&secret)]);
        args.extend(more);
        run("scrutinio", &args);
    }

    fn kit(&self, args: &[&str]) -> String {
        let (kit, secret) = (
            self.path("kit"),
            secret(self.dir.path(), "kit", &["frase del kit"]),
        );
        let mut all = args.to_vec();
        all.extend(["--kit", file(&kit), "--secret-file", file(&secret)]);
        run("scrutinio", &all)
    }

    /// Votes are still in the box of an open station: nothing is opened and nothing written.
    fn settling_before_the_closing_is_refused(&self) {
        let (ledger, early) = (self.path("centrale.db"), self.path("early.zip"));
        let export = ["export", "--database", file(&ledger), "--to", file(&early)];
        run("centrale", &export);
        let (kit, out) = (self.path("kit"), self.path("early.cose"));
        let secret = secret(self.dir.path(), "kit", &["frase del kit"]);
        let settled = std::process::Command::new(env!("CARGO_BIN_EXE_scrutinio"))
            .args([
                "settle",
                file(&early),
                "--out",
                file(&out),
                "--kit",
                file(&kit),
            ])
            .args(["--secret-file", file(&secret)])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&settled.stderr);
        assert_eq!(settled.status.code(), Some(1), "{said}");
        assert!(said.contains("banchetto-uno has not closed"), "{said}");
        assert!(!out.exists() && !kit.join("settlement.made").exists());
    }

    /// The whole ceremony, each step of each trustee a process.
    fn ceremony(&self) {
        std::fs::create_dir_all(self.path("ceremony")).unwrap();
        for name in TRUSTEES {
            self.trustee("keys", name, &["--name", name]);
        }
        for name in TRUSTEES {
            self.trustee("round1", name, &["--threshold", "2"]);
        }
        for step in ["round2", "finish"] {
            for name in TRUSTEES {
                self.trustee(step, name, &[]);
            }
        }
    }

    /// Bundle, one-time code, station, one more operator; an open day.
    fn station(&self, name: &str) -> (PathBuf, Station) {
        let bundles = self.path("bundles");
        let add = [
            "station",
            "add",
            name,
            "--kind",
            "banchetto",
            "--out",
            file(&bundles),
        ];
        let code = self.kit(&add);
        let dir = self.path(name);
        let secrets = secret(
            self.dir.path(),
            name,
            &[&code.to_lowercase(), passphrase().expose(), "112233"],
        );
        let bundle = bundles.join(format!("{name}.bundle"));
        run(
            "seggio",
            &[
                "init",
                "--bundle",
                file(&bundle),
                "--station",
                file(&dir),
                "--president",
                OPERATOR,
                "--secret-file",
                file(&secrets),
            ],
        );
        let secrets = secret(
            self.dir.path(),
            "bruno",
            &[passphrase().expose(), "pane olio vino", "445566"],
        );
        run(
            "seggio",
            &[
                "operator",
                "add",
                "bruno",
                "--station",
                file(&dir),
                "--as",
                OPERATOR,
                "--secret-file",
                file(&secrets),
            ],
        );
        let list = run("seggio", &["operator", "list", "--station", file(&dir)]);
        assert_eq!(list, "anna\tpresident\nbruno\tclerk");
        let mut station = unlock(&dir, "2022-09-18 09:00");
        station.open_day().unwrap().unwrap();
        (dir, station)
    }

    fn on_station(&self, command: &str, dir: &Path, more: &[&str]) -> String {
        let secret = secret(self.dir.path(), "anna", &[passphrase().expose()]);
        let mut args = vec![command, "--station", file(dir), "--as", OPERATOR];
        args.extend(["--secret-file", file(&secret)]);
        args.extend(more);
        run("seggio", &args)
    }
}

fn unlock(dir: &Path, time: &str) -> Station {
    Station::unlock(dir, OPERATOR, &passphrase(), clock(time)).unwrap()
}

/// Checks someone in, as a city user if need be, and casts.
fn vote(station: &mut Station, code: CodiceFiscale, answer: Answer) {
    let admission = match station.check_in(visit(code)).unwrap() {
        Verdict::Admitted { admission, .. } => admission,
        Verdict::NotOnRoll(claimant) => {
            let form = Registration {
                names: Names::parse("Ferrari", "Giulia").unwrap(),
                document_number: DocumentNumber::parse("CA00000AA").unwrap(),
                admitted_as: AdmittedAs::CityUser {
                    area: "G747".into(),
                    reason: Reason::Work,
                },
            };
            let verdict = station.register(claimant, form).unwrap();
            let Verdict::Admitted { admission, .. } = verdict else {
                panic!("{verdict:?}")
            };
            admission
        }
        Verdict::Refused(refusal) => panic!("{refusal:?}"),
    };
    station.hand_over(&admission).unwrap();
    let choices = Choices::new(station.consultation(), &[answer]).unwrap();
    let (sealing, _) = station.offer(&choices).unwrap();
    station.cast(admission, sealing).unwrap();
}

#[test]
#[expect(clippy::too_many_lines, reason = "one day, told in its order")]
fn from_the_key_ceremony_to_a_package_that_anyone_can_verify() {
    let day = Day {
        dir: tempfile::tempdir().unwrap(),
    };
    // A training vote of four, which a live manifest would never open.
    let config = day.path("config");
    std::fs::create_dir(&config).unwrap();
    let text = std::fs::read_to_string(Path::new(CONFIG).join("consultation.toml")).unwrap();
    let text = text.replacen("minimum_ballots = 10", "minimum_ballots = 1", 1);
    std::fs::write(config.join("consultation.toml"), text).unwrap();
    day.kit(&["new", "--config", file(&config)]);
    day.ceremony();
    let server = Server::reserve();
    let ceremony = day.path("ceremony");
    let seal = [
        "seal",
        "--trustees",
        file(&ceremony),
        "--server",
        &server.url(),
    ];
    // A sealing that was interrupted left its keys; the manifest names them.
    let keys = day.path("kit").join("server").join("server.keys");
    std::fs::create_dir_all(keys.parent().unwrap()).unwrap();
    ServerSecrets::generate().write(&keys).unwrap();
    let fingerprint = day.kit(&seal);

    // The registry's roll: one row is wrong, and is named by line and reason.
    let mut csv = String::from("cognome,codice_fiscale,comune\n");
    for i in 0..4 {
        csv.extend(["Rossi,", resident(i).as_str(), ",Carpaneto Piacentino\n"]);
    }
    csv.push_str("Verdi,RSSMRA80E52B812X,B812\n");
    std::fs::write(day.path("roll.csv"), csv).unwrap();
    let (roll, kit) = (day.path("roll.csv"), day.path("kit"));
    let pass = secret(day.dir.path(), "kit", &["frase del kit"]);
    let import = |status, file_of_residents: &str| {
        let words = [
            "roll",
            "import",
            file_of_residents,
            "--kit",
            file(&kit),
            "--secret-file",
            file(&pass),
        ];
        run_expecting(status, "scrutinio", &words)
    };
    let imported = import(1, file(&roll));
    assert!(imported.contains("line 6: check_character"), "{imported}");
    // A list of nobody does not take the place of the roll.
    let kept = std::fs::read(day.path("kit/roll.cose")).unwrap();
    std::fs::write(day.path("nobody.csv"), "cf,comune\nRSSMRA80E52B812X,B812\n").unwrap();
    let nobody = import(2, file(&day.path("nobody.csv")));
    assert!(nobody.contains("line 2: check_character"), "{nobody}");
    assert!(std::fs::read(day.path("kit/roll.cose")).unwrap() == kept);

    let server = server.start(
        &day.path("kit/server/manifest.cose"),
        &day.path("centrale.db"),
    );
    let (first, mut one) = day.station("banchetto-uno");
    let (second, mut two) = day.station("banchetto-due");
    // Two residents and a city user at the first; at the second, a blank ballot, and somebody who
    // has voted at the first already, an hour later: neither station can know.
    vote(&mut one, resident(0), Answer::Options(vec![0, 1]));
    vote(&mut one, resident(1), Answer::Options(vec![0, 4, 9]));
    vote(&mut one, resident(100), Answer::Options(vec![1, 4]));
    vote(&mut two, resident(2), Answer::Blank);
    drop(two);
    let mut two = unlock(&second, "2022-09-18 11:00");
    vote(&mut two, resident(0), Answer::Options(vec![7, 8]));

    // The first sends what may leave at once, then closes; the second only closes.
    drop(one);
    let sent = json(&day.on_station("sync", &first, &["--json"]));
    assert_eq!(
        (&sent["sent"], &sent["refused"]),
        (&2.into(), &0.into()),
        "{sent}"
    );
    day.settling_before_the_closing_is_refused();
    let mut one = unlock(&first, "2022-09-18 18:30");
    let status = json(&day.on_station("status", &first, &["--json"]));
    assert_eq!(
        (&status["cast"], &status["ballots_waiting"]),
        (&3.into(), &3.into())
    );
    for station in [&mut one, &mut two] {
        let closed = station.close_day(true).unwrap();
        assert!(closed.minutes.counts.reconcile());
        let text = std::fs::read_to_string(closed.path).unwrap();
        assert!(
            text.contains("VERBALE") && !text.contains("Ferrari"),
            "{text}"
        );
    }
    drop((one, two));
    let sent = json(&day.on_station("sync", &first, &["--json"]));
    assert_eq!((&sent["refused"], &sent["waiting"]), (&0.into(), &0.into()));
    // Sending again has no effect.
    let sent = json(&day.on_station("sync", &first, &["--json"]));
    assert_eq!(sent["sent"], 0);
    // The second travels on a stick.
    let stick = day.path("stick");
    let files = day.on_station("export", &second, &["--to", file(&stick)]);
    let manifest = day.path("kit/server/manifest.cose");
    let ledger = day.path("centrale.db");
    let mut receive = vec![
        "receive",
        "--manifest",
        file(&manifest),
        "--database",
        file(&ledger),
    ];
    receive.extend(files.lines());
    run("centrale", &receive);

    // The count, on machines without a network.
    let export = day.path("export.zip");
    run(
        "centrale",
        &["export", "--database", file(&ledger), "--to", file(&export)],
    );
    drop(server);
    // Only the registry reads who was registered.
    let albo = day.kit(&["albo", file(&export)]);
    let rows: Vec<&str> = albo.lines().collect();
    let ferrari = format!(
        "Ferrari,Giulia,{},no,1980-01-01,Lavora qui,G747,Podenzano,Carta d'identità elettronica,\
         CA00000AA,banchetto-uno,2022-09-18T09,2022-09-18,no",
        resident(100).as_str()
    );
    assert_eq!(rows[1..], [ferrari], "{albo}");
    let attested = day.kit(&["albo", file(&export), "--attested"]);
    assert_eq!(attested.lines().count(), 1, "{attested}");
    let settlement = day.path("settlement.cose");
    day.kit(&["settle", file(&export), "--out", file(&settlement)]);
    let mut partials = Vec::new();
    for name in ["carlo", "ada"] {
        let (share, out) = (
            day.path(name).join("share.age"),
            day.path(&format!("{name}.cose")),
        );
        let secret = secret(day.dir.path(), name, &[&format!("la frase di {name}")]);
        run(
            "scrutinio",
            &[
                "partial",
                "--share",
                file(&share),
                file(&export),
                file(&settlement),
                "--out",
                file(&out),
                "--secret-file",
                file(&secret),
            ],
        );
        partials.push(out);
    }
    let (totals, package) = (day.path("totals.cbor"), day.path("package.zip"));
    let mut tally = vec!["tally", file(&export), file(&settlement)];
    tally.extend(partials.iter().map(|p| file(p)));
    tally.extend(["--out", file(&totals)]);
    run("scrutinio", &tally);
    let mut publish = vec!["publish", file(&export), file(&settlement)];
    publish.extend(partials.iter().map(|p| file(p)));
    publish.extend(["--totals", file(&totals), "--out", file(&package)]);
    run("scrutinio", &publish);

    let report = json(&run(
        "scrutinio",
        &[
            "verify",
            file(&package),
            "--fingerprint",
            &fingerprint,
            "--json",
        ],
    ));
    assert_eq!(
        (&report["ok"], &report["fingerprint"]),
        (&true.into(), &fingerprint.into())
    );
    let wrong = "0".repeat(64);
    run_expecting(
        1,
        "scrutinio",
        &["verify", file(&package), "--fingerprint", &wrong],
    );

    // One ballot was removed, the later one of resident 0; the totals are what was chosen.
    let totals: seggio::tally::Totals =
        seggio::envelope::cbor::decode(&std::fs::read(totals).unwrap()).unwrap();
    assert_eq!(totals.all.ballots, 4);
    let options = seggio::consultation::load(Path::new(CONFIG)).unwrap();
    let question = totals.question(&options.questions[0].id).unwrap();
    let found: BTreeMap<usize, u64> = (options.questions[0].options.iter().enumerate())
        .map(|(i, o)| (i, question.of(Some(&o.id)).unwrap()))
        .filter(|(_, votes)| *votes > 0)
        .collect();
    assert_eq!(found, BTreeMap::from([(0, 2), (1, 2), (4, 2), (9, 1)]));
    assert_eq!(question.of(None), Some(1));
}
