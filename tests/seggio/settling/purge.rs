//! The end of the links.

use super::office::{close, csv, office, vote};
use crate::programs::{file, json, run, run_expecting, secret};
use crate::world::{OPERATOR, World, passphrase, resident};
use minicbor::bytes::ByteVec;
use seggio::batch::{Body, Export, Rows};
use seggio::envelope::cbor;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

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
    office: &'a World,
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
    let office = office("in-person", "first");
    let programs = Programs {
        office: &office,
        ledger: office.path("centrale.db"),
        manifest: office.kit.server_dir().join("manifest.cose"),
    };
    let (a, b) = (office.new_station("uno"), office.new_station("due"));
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
    let wrong = csv(&office, "wrong.csv", &[1, 20, 1]);
    std::fs::write(
        &wrong,
        std::fs::read_to_string(&wrong).unwrap() + "RSSMRA85T10A562T;\r\n",
    )
    .unwrap();
    let said = programs.scrutinio(1, &["web-list", file(&wrong), "--out", file(&list)]);
    assert!(said.contains("line 5: check_character"), "{said}");
    assert!(said.contains("line 4: repeated"), "{said}");
    let web = csv(&office, "web.csv", &[1, 20]);
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
    let elsewhere = csv(&office, "elsewhere.csv", &[1, 2]);
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
    for (share, passphrase) in &office.shares {
        let out = share.with_extension("cose");
        let pass = secret(office.dir.path(), "trustee", &[passphrase.expose()]);
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
