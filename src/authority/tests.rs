use super::*;
use crate::consultation::{Consultation, Minute, Mode, ServerKeys, TallyKey, TrusteePublic};
use crate::envelope::{Digest, Passphrase, SecretBytes, SigningKey};
use crate::identity::{CodiceFiscale, RollKey};
use proptest::prelude::*;
use std::path::Path;

fn consultation() -> Consultation {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate::consultation::load(&folder.join("kiosk-config/digitale-bene-comune-2022")).unwrap()
}

fn roll_key() -> RollKey {
    RollKey::new(SecretBytes::new([7; 32]))
}

fn import(csv: &[u8]) -> Result<RollImport, AuthorityError> {
    let maker = RollMaker {
        consultation: &consultation(),
        fingerprint: Digest([1; 32]),
        made: Minute::parse("2022-08-30T08:10").unwrap(),
        roll_key: &roll_key(),
        registry: &SigningKey::generate(),
    };
    maker.import(csv, &mut |_| {})
}

/// The areas of these codes on the roll.
fn areas(import: &RollImport, codes: &[&str]) -> Vec<Option<String>> {
    let of = |code: &&str| {
        let who = roll_key().pseudonym(&CodiceFiscale::parse(code).unwrap());
        let found = import.roll.value().people().find(|(p, _)| *p == who);
        found.map(|(_, area)| area.to_owned())
    };
    codes.iter().map(of).collect()
}

fn rejected(import: &RollImport) -> Vec<(u64, &'static str)> {
    import.rejected.iter().map(|r| (r.line, r.reason)).collect()
}

#[test]
fn codes_and_areas_by_code_or_name() {
    let csv = "codice_fiscale,comune\n\
               RSSMRA85T10A562S,B812\n\
               rss mra 85t10 a562s,Podenzano\n\
               MRTMTT91D08F205J,GROPPARELLO\n\
               MRTMTT91D08F20RE,vigolzone\n\
               MRTMTT91D08F205K,B812\n\
               92000123452,San Giorgio Piacentino\n\
               MRTMTT91D08F205J,Milano\n\
               not a row\n";
    let import = import(csv.as_bytes()).unwrap();
    assert_eq!(
        areas(
            &import,
            &[
                "RSSMRA85T10A562S",
                "MRTMTT91D08F205J",
                "MRTMTT91D08F20RE",
                "92000123452"
            ]
        ),
        ["B812", "E196", "L897", "H887"].map(|a| Some(a.to_owned())),
        "an omocode is another person"
    );
    assert_eq!(import.roll.value().len(), 4);
    assert_eq!(
        rejected(&import),
        [
            (3, "repeated"),
            (6, "check_character"),
            (8, "area"),
            (9, "length")
        ]
    );
}

#[test]
fn codes_are_computed_where_there_is_none() {
    let csv = "\u{feff}Codice fiscale;Cognome;Nome;Data di nascita;Sesso;Luogo di nascita;Comune\r\n\
               ;Rossi;Mario;10/12/1985;M;Arsiè;B812\r\n\
               MRTMTT91D08F205J;Martini;Matteo;1991-04-08;M;F205;B812\r\n\
               ;Rossi;Mario;31/02/1985;M;Arsiè;B812\r\n\
               ;Rossi;Mario;10/12/1985;X;Arsiè;B812\r\n\
               ;Rossi;Mario;10/12/1985;M;Atlantide;B812\r\n\
               ;R0ssi;Mario;10/12/1985;M;Arsiè;B812\r\n\
               ;Rossi;Mario;10/12/1985;M;A443;B812\r\n";
    let import = import(csv.as_bytes()).unwrap();
    assert_eq!(
        rejected(&import),
        [
            (4, "birth_date"),
            (5, "sex"),
            (6, "place"),
            (7, "names"),
            (8, "repeated")
        ]
    );
    assert_eq!((import.roll.value().len(), import.computed), (2, 1));
}

#[test]
fn a_list_without_the_columns_says_which() {
    for (header, missing) in [
        ("codice_fiscale\n", "comune"),
        ("comune,cognome\n", "nome"),
        ("", "comune"),
    ] {
        let error = import(header.as_bytes()).err().unwrap().to_string();
        assert!(error.contains(missing), "{error}");
    }
}

#[test]
fn a_mark_that_is_not_closed_imports_nobody() {
    let good = "MRTMTT91D08F205J,B812";
    for (rows, line) in [
        // Never closed: with and without a last line break.
        (vec![good, "", "\"RSSMRA85T10A562S,B812", good, good], 4),
        (vec![good, "\"RSSMRA85T10A562S,B812"], 3),
        // Closed by the mark of another row, or on purpose.
        (vec![good, "\"Rossi,B812", good, "\"Verdi\",B812", good], 3),
        (vec!["\"RSSMRA85T10A562S", "\",B812", good], 2),
    ] {
        for ends in ["\n", "\r\n"] {
            let header = vec!["codice_fiscale,comune"];
            let rows = [header, rows.clone()].concat().join(ends);
            for csv in [rows.clone(), rows + ends] {
                let error = import(csv.as_bytes()).err().unwrap().to_string();
                let begins = format!("line {line}: a text in quotation marks runs over several");
                assert!(error.contains(&begins), "{csv:?}: {error}");
                assert!(error.contains("close the mark"), "{error}");
            }
        }
    }
    for header in ["codice_fiscale,\"comune\nRSSMRA85T10A562S,B812\n", "\"\r"] {
        let error = import(header.as_bytes()).err().unwrap().to_string();
        assert!(error.contains("line 1"), "{error}");
    }
    // On one line marks are of no harm.
    let csv = "codice_fiscale,comune\n\"RSSMRA85T10A562S\",\" San Giorgio \"\"P.\"\"\"\n";
    assert_eq!(rejected(&import(csv.as_bytes()).unwrap()), [(2, "area")]);
}

#[test]
fn lines_are_those_of_the_file() {
    let rows = [
        "codice_fiscale,comune",
        "",
        "X,B812",
        "",
        "",
        "MRTMTT91D08F205J,Milano",
        "X,B812",
    ];
    for ends in ["\n", "\r\n"] {
        for last in ["", ends] {
            let csv = rows.join(ends) + last;
            let found = [(3, "length"), (6, "area"), (7, "length")];
            assert_eq!(rejected(&import(csv.as_bytes()).unwrap()), found, "{csv:?}");
        }
    }
}

#[test]
fn two_columns_for_the_same_are_for_the_office_to_choose() {
    for (header, both) in [
        (
            "comune,cf,comune_residenza",
            "comune (column 1) and comune_residenza (column 3)",
        ),
        ("CF,comune,cf", "cf (column 1) and cf (column 3)"),
        (
            "cf,comune,Luogo di nascita,comune nascita",
            "luogo_di_nascita (column 3) and comune_nascita (column 4)",
        ),
        (
            "cf,comune,provincia_nascita,provincia_di_nascita",
            "provincia_nascita (column 3) and provincia_di_nascita (column 4)",
        ),
    ] {
        let csv = format!("{header}\nRSSMRA85T10A562S,B812,B812,B812\n");
        let error = import(csv.as_bytes()).err().unwrap().to_string();
        assert!(error.contains(both), "{error}");
        assert!(error.contains("keep one"), "{error}");
    }
}

#[test]
fn only_what_is_used_has_to_be_readable() {
    let header = "cognome,nome,data_nascita,sesso,luogo_nascita,codice_fiscale,comune,note\n";
    let latin: [&[u8]; 4] = [
        b"Nicol\xf2,Anna,1991-04-08,F,F205,MRTMTT91D08F205J,B812,\xe8\n",
        b"Nicol\xf2,Anna,1991-04-08,F,F205,,B812,\n",
        b"Rossi,Mario,10/12/1985,M,A562,,B812,\xe8\n",
        b"Rossi,Mario,10/12/1985,M,A562,MRTMTT91D08F20RE,\xe8,\n",
    ];
    let csv = [header.as_bytes(), &latin.concat()].concat();
    let import = import(&csv).unwrap();
    assert_eq!(rejected(&import), [(3, "row"), (5, "row")]);
    assert_eq!((import.roll.value().len(), import.computed), (2, 1));
}

#[test]
fn progress_reaches_the_end_of_the_file() {
    let mut csv = String::from("codice_fiscale,comune\n");
    for _ in 0..10_000 {
        csv.push_str("MRTMTT91D08F205J,B812\n");
    }
    let maker = RollMaker {
        consultation: &consultation(),
        fingerprint: Digest([1; 32]),
        made: Minute::parse("2022-08-30T08:10").unwrap(),
        roll_key: &roll_key(),
        registry: &SigningKey::generate(),
    };
    let mut heard = Vec::new();
    let import = maker
        .import(csv.as_bytes(), &mut |n| heard.push(n))
        .unwrap();
    assert_eq!(import.rejected.len(), 9_999);
    assert!(heard.is_sorted() && heard.len() > 2);
    assert_eq!(heard.last(), Some(&(csv.len() as u64)));
}

proptest! {
    #[test]
    fn no_file_panics(csv in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = import(&csv);
        let _ = import(&[b"codice_fiscale,comune\n".as_slice(), &csv].concat());
        let _ = import(&[b"cognome;nome;data_nascita;sesso;luogo_nascita;comune\n".as_slice(), &csv].concat());
    }
}

/// A kit of the real consultation, in a folder of its own.
fn kit(dir: &Path) -> (Kit, KitSecrets) {
    let config =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("kiosk-config/digitale-bene-comune-2022");
    let pass = Passphrase::random_code();
    let kit = Kit::create(&config, &dir.join("kit"), &pass).unwrap();
    let secrets = kit.secrets(&pass).unwrap();
    (kit, secrets)
}

#[test]
fn a_kit_makes_one_settlement_unless_another_is_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let (kit, _) = kit(dir.path());
    let (one, other) = (Digest([1; 32]), Digest([2; 32]));
    kit.keep_settlement(one, false).unwrap();
    kit.keep_settlement(one, false).unwrap();
    let refused = kit.keep_settlement(other, false);
    assert!(matches!(refused, Err(AuthorityError::SettledBefore(d)) if d == one.hex()));
    kit.keep_settlement(other, true).unwrap();
    assert!(kit.keep_settlement(one, false).is_err());
    // A record that cannot be read is another settlement, not none.
    std::fs::write(dir.path().join("kit/settlement.made"), [0xff, 0x1b]).unwrap();
    let refused = kit.keep_settlement(other, false);
    assert!(matches!(refused, Err(AuthorityError::SettledBefore(d)) if !d.contains('\u{1b}')));
}

#[test]
fn a_live_key_needs_more_than_half_of_the_trustees() {
    let dir = tempfile::tempdir().unwrap();
    let (kit, secrets) = kit(dir.path());
    let trustee = |index| TrusteePublic {
        index,
        name: format!("t{index}"),
        key: SigningKey::generate().public(),
        verification_share: [0; 32],
    };
    let seal = |n: u16, mode| {
        let tally = TallyKey {
            key: [0; 32],
            threshold: 2,
            trustees: (1..=n).map(trustee).collect(),
            transcript: Digest([0; 32]),
        };
        let server = ServerKeys {
            url: "https://voto.example.it".into(),
            receipt_key: SigningKey::generate().public(),
            board_key: SigningKey::generate().public(),
            board_origin: "voto.example.it/prova".into(),
        };
        kit.seal(&secrets, tally, false, server, mode)
    };
    let refused = seal(4, Mode::Live).err();
    assert!(matches!(
        refused,
        Some(AuthorityError::Threshold { k: 2, n: 4 })
    ));
    assert!(seal(3, Mode::Live).is_ok());
}
