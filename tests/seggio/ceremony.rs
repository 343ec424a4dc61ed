//! The key ceremony by the real program: each step of each trustee a process of its own.

use crate::programs::{file, run, run_expecting, secret};
use crate::world::CONFIG;
use std::path::PathBuf;

const TRUSTEES: [&str; 3] = ["anna", "bruno", "carla"];
const SERVER: &str = "https://voto.example.it";

struct Ceremony(tempfile::TempDir);

impl Ceremony {
    fn new() -> Self {
        let ceremony = Self(tempfile::tempdir().unwrap());
        std::fs::create_dir(ceremony.path("shared")).unwrap();
        ceremony
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// One step of one trustee, which must end with this status.
    fn step(&self, status: i32, step: &str, name: &str) -> String {
        let secret = secret(self.0.path(), name, &[&format!("la frase di {name}")]);
        let (private, shared) = (self.path(name), self.path("shared"));
        let mut args = vec!["trustee", step, "--dir", file(&private)];
        args.extend(["--ceremony", file(&shared), "--secret-file", file(&secret)]);
        match step {
            "keys" => args.extend(["--name", name]),
            "round1" => args.extend(["--threshold", "2"]),
            _ => {}
        }
        run_expecting(status, "scrutinio", &args)
    }

    fn show(&self, status: i32) -> String {
        let shared = self.path("shared");
        let args = ["trustee", "show", "--ceremony", file(&shared)];
        run_expecting(status, "scrutinio", &args)
    }

    /// Makes a kit and seals its manifest.
    fn seal(&self, status: i32, trustees: &str, mode: &[&str]) {
        let (kit, trustees) = (self.path("kit"), self.path(trustees));
        let secret = secret(self.0.path(), "kit", &["frase del kit"]);
        let secret = ["--secret-file", file(&secret)];
        if !kit.exists() {
            let new = ["new", "--config", CONFIG, "--kit", file(&kit)];
            run("scrutinio", &[&new[..], &secret].concat());
        }
        let seal = ["seal", "--kit", file(&kit), "--trustees", file(&trustees)];
        let args = [&seal[..], &["--server", SERVER], mode, &secret].concat();
        run_expecting(status, "scrutinio", &args);
    }
}

#[test]
fn a_ceremony_at_a_distance_loses_files_and_is_taken_up() {
    let c = Ceremony::new();
    for name in TRUSTEES {
        let said = c.step(0, "keys", name);
        assert!(
            said.starts_with(&format!("Card of {name} written.")),
            "{said}"
        );
    }
    assert!(c.step(0, "keys", "anna").starts_with("Already done"));
    let cards = c.show(0);
    assert!(cards.contains("next: bruno: trustee round1"), "{cards}");
    for name in TRUSTEES {
        assert!(c.step(0, "round1", name).contains("is the ceremony's code"));
    }
    // Lost on the way: named, and brought again.
    let lost = c.path("shared/carla.round1");
    std::fs::remove_file(&lost).unwrap();
    c.step(2, "round2", "anna");
    assert!(c.show(0).contains("next: carla: trustee round1"));
    let again = c.step(0, "round1", "carla");
    assert!(again.contains(file(&lost)), "{again}");
    for name in TRUSTEES {
        c.step(0, "round2", name);
    }
    // Damaged on the way: named, removed, brought again.
    let damaged = c.path("shared/bruno-to-anna.round2");
    let good = std::fs::read(&damaged).unwrap();
    std::fs::write(&damaged, &good[1..]).unwrap();
    c.step(1, "finish", "anna");
    let wrong = c.show(1);
    let remedy = "bruno must run `trustee round2` again";
    assert!(
        wrong.contains(file(&damaged)) && wrong.contains(remedy),
        "{wrong}"
    );
    std::fs::remove_file(&damaged).unwrap();
    c.step(0, "round2", "bruno");
    assert_eq!(std::fs::read(&damaged).unwrap(), good);
    let mut last_lines = Vec::new();
    for name in TRUSTEES {
        let said = c.step(0, "finish", name);
        last_lines.push(said.lines().last().unwrap().to_owned());
    }
    last_lines.dedup();
    assert_eq!(last_lines.len(), 1, "{last_lines:?}");
    assert!(c.step(0, "finish", "bruno").starts_with("Already done"));
    assert!(c.show(0).ends_with("next: scrutinio seal"));
    c.seal(0, "shared", &["--live"]);
}

#[test]
fn a_live_manifest_refuses_a_ceremony_made_on_one_machine() {
    let c = Ceremony::new();
    let lines = ["la prima frase", "la seconda frase"];
    let secret = secret(c.0.path(), "both", &lines);
    let out = c.path("training");
    let mut args = vec!["trustee", "together", "--trustees", "2/2"];
    args.extend(["--out", file(&out), "--secret-file", file(&secret)]);
    run("scrutinio", &args);
    c.seal(1, "training", &["--live"]);
    c.seal(0, "training", &[]);
}

#[test]
fn a_short_passphrase_makes_nothing() {
    let c = Ceremony::new();
    let (private, shared) = (c.path("anna"), c.path("shared"));
    let secret = secret(c.0.path(), "short", &["undici1234-"]);
    let mut args = vec!["trustee", "keys", "--name", "anna", "--dir", file(&private)];
    args.extend(["--ceremony", file(&shared), "--secret-file", file(&secret)]);
    run_expecting(2, "scrutinio", &args);
    assert!(!private.exists());
    assert_eq!(std::fs::read_dir(&shared).unwrap().count(), 0);
    let kit = c.path("kit");
    let new = ["new", "--config", CONFIG, "--kit", file(&kit)];
    run_expecting(
        2,
        "scrutinio",
        &[&new[..], &["--secret-file", file(&secret)]].concat(),
    );
    assert!(!kit.exists());
}
