//! `seggio check`: what it answers, line by line.

use crate::programs::json;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::process::{Command, Stdio};

/// Runs `seggio check` with this input; returns the exit status, what it printed and its complaint.
fn check(args: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_seggio"))
        .arg("check")
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output().unwrap();
    // Wrong use is told without reading.
    let _ = writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        done.status.code().unwrap(),
        text(done.stdout),
        text(done.stderr),
    )
}

fn answers(what: &str, input: &[u8]) -> (i32, Vec<Value>) {
    let (status, out, err) = check(&[what, "--on", "2022-09-18", "--json"], input);
    assert_eq!(err, "");
    (status, out.lines().map(json).collect())
}

#[test]
fn a_valid_code_and_what_it_says() {
    let (status, out, _) = check(
        &["cf", "--on", "2022-09-18", "--json"],
        b"RSSMRA80E52B812S\n",
    );
    assert_eq!(status, 0);
    // Field by field, in this order.
    assert_eq!(
        out,
        "{\"input\":\"RSSMRA80E52B812S\",\"valid\":true,\"reason\":null,\
         \"birth_date\":\"1980-05-12\",\"sex\":\"F\",\"place_code\":\"B812\",\
         \"omocodia\":false,\"warnings\":[]}\n"
    );
}

#[test]
fn how_a_code_is_written_does_not_matter() {
    let (status, answers) = answers("cf", b" rss mra80e52b812s \r\nMRTMTT91D08F20RE");
    assert_eq!((status, answers.len()), (0, 2));
    assert_eq!(answers[0]["input"], " rss mra80e52b812s ");
    assert_eq!(answers[0]["birth_date"], "1980-05-12");
    // Of an omocode the place has its digits again.
    assert_eq!(answers[1]["place_code"], "F205");
    assert_eq!(answers[1]["omocodia"], true);
    assert_eq!(answers[1]["sex"], "M");
}

#[test]
fn eleven_digits_say_nothing_of_the_person() {
    let (status, answers) = answers("cf", b"01234567897\n");
    assert_eq!(status, 0);
    let expected = json!({
        "input": "01234567897", "valid": true, "reason": null, "birth_date": null, "sex": null,
        "place_code": null, "omocodia": null, "warnings": ["numeric"],
    });
    assert_eq!(answers, [expected]);
}

#[test]
fn warnings_do_not_make_a_code_invalid() {
    // Born in 1906 or 2006: of 115 years, or of 15.
    let (status, answers) = answers("cf", b"NRILRA06R58H887J\n");
    assert_eq!(status, 0);
    assert_eq!(answers[0]["birth_date"], "1906-10-18");
    assert_eq!(answers[0]["warnings"], json!(["century"]));
}

#[test]
fn the_reason_of_every_line_that_is_not_a_code() {
    let lines: [(&[u8], &str, &str); 10] = [
        (b"", "", "length"),
        (b"RSSMRA80E52B812", "RSSMRA80E52B812", "length"),
        (b"RSSMRA80E52B81\xff", "RSSMRA80E52B81\u{fffd}", "length"),
        (
            b"RSSMRA80E52B812\xff",
            "RSSMRA80E52B812\u{fffd}",
            "alphabet",
        ),
        (
            "RSSMRÀ80E52B812S".as_bytes(),
            "RSSMRÀ80E52B812S",
            "alphabet",
        ),
        (b"RSSMRAO0E52B812S", "RSSMRAO0E52B812S", "position"),
        (b"RSSMRA80F52B812S", "RSSMRA80F52B812S", "month"),
        (b"RSSMRA80E72B812S", "RSSMRA80E72B812S", "date"),
        (b"RSSMRA80E52B812T", "RSSMRA80E52B812T", "check_character"),
        (b"01234567890", "01234567890", "numeric_check_digit"),
    ];
    let input = lines.map(|(line, _, _)| line).join(&b'\n');
    let (status, answers) = answers("cf", &input);
    assert_eq!((status, answers.len()), (1, lines.len()));
    for ((_, input, reason), answer) in lines.iter().zip(answers) {
        let expected = json!({
            "input": input, "valid": false, "reason": reason, "birth_date": null, "sex": null,
            "place_code": null, "omocodia": null, "warnings": [],
        });
        assert_eq!(answer, expected);
    }
}

#[test]
fn nothing_in_nothing_out() {
    for what in ["cf", "mrz"] {
        assert_eq!(answers(what, b""), (0, Vec::new()), "{what}");
    }
    assert_eq!(answers("mrz", b"\n \r\n\n"), (0, Vec::new()));
    let (status, blank) = answers("cf", b"\n");
    assert_eq!((status, blank.len()), (1, 1));
}

const ZONES: &str = "
C<ITACA00000AA4<<<<<<<<<<<<<<<
6412308F2212304ITA<<<<<<<<<<<0
ROSSI<<BIANCA<<<<<<<<<<<<<<<<<

P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r
L898902C36UTO7408122F1204159ZE184226B<<<<<10\r


P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204169ZE184226B<<<<<10

one
two
three
four
five
I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<

I<UTOERIKSSON<<<<<<<<<<<<<<<<<<<<<<<
D231458907UTO7408122<1204159<<<<<<<6";

#[test]
fn zones_with_blank_lines_between() {
    let (status, answers) = answers("mrz", ZONES.as_bytes());
    assert_eq!((status, answers.len()), (1, 5));
    let italian = json!({
        "valid": true, "reason": null, "format": "TD1", "document": "C", "issuer": "ITA",
        "number": "CA00000AA", "surname": "ROSSI", "given_names": "BIANCA", "nationality": "ITA",
        "birth_date": "1964-12-30", "sex": "F", "expiry_date": "2022-12-30",
    });
    assert_eq!(answers[0], italian);
    assert_eq!(answers[1]["number"], "L898902C3");
    assert_eq!(answers[1]["given_names"], "ANNA MARIA");
    let wrong = |reason: &str| {
        json!({
            "valid": false, "reason": reason, "format": null, "document": null, "issuer": null,
            "number": null, "surname": null, "given_names": null, "nationality": null,
            "birth_date": null, "sex": null, "expiry_date": null,
        })
    };
    assert_eq!(answers[2], wrong("expiry_date"));
    assert_eq!(answers[3], wrong("format"));
    assert_eq!(answers[4]["sex"], "X");
    assert_eq!(answers[4]["given_names"], "");

    let (_, out, _) = check(&["mrz", "--on", "2022-09-18", "--json"], ZONES.as_bytes());
    assert!(out.starts_with(
        "{\"valid\":true,\"reason\":null,\"format\":\"TD1\",\"document\":\"C\",\"issuer\":\"ITA\",\
         \"number\":\"CA00000AA\",\"surname\":\"ROSSI\",\"given_names\":\"BIANCA\",\
         \"nationality\":\"ITA\",\"birth_date\":\"1964-12-30\",\"sex\":\"F\",\
         \"expiry_date\":\"2022-12-30\"}\n"
    ));
}

#[test]
fn words_for_people() {
    let (status, out, _) = check(
        &["cf", "--on", "2022-09-18"],
        b"RSSMRA80E52B812S\nRSSMRA80E52B812T\n\x1b[2J\n",
    );
    assert_eq!(status, 1);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[0],
        "RSSMRA80E52B812S: valid, born 1980-05-12, F, Carpaneto Piacentino (B812, PC)"
    );
    assert!(lines[1].starts_with("RSSMRA80E52B812T: not valid: "));
    assert!(lines[2].starts_with("\u{fffd}[2J: not valid: "));

    let (status, out, _) = check(&["mrz", "--on", "2022-09-18"], ZONES.as_bytes());
    assert_eq!(status, 1);
    let lines: Vec<&str> = out.lines().collect();
    assert_eq!(
        lines[0],
        "1: valid, TD1 C ITA CA00000AA, ROSSI BIANCA, ITA, born 1964-12-30, F, expires 2022-12-30"
    );
    assert!(lines[2].starts_with("3: not valid: "));
}

#[test]
fn wrong_use_and_unreadable_input() {
    for args in [
        &["cf", "--on", "yesterday"][..],
        &["iban"],
        &[],
        &["cf", "X"],
    ] {
        let (status, out, err) = check(args, b"RSSMRA80E52B812S\n");
        assert_eq!((status, out.as_str()), (2, ""), "{args:?}");
        assert!(!err.is_empty());
    }
    let directory = std::fs::File::open("src").unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_seggio"))
        .args(["check", "cf"])
        .stdin(directory)
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("standard input"));
    for what in ["cf", "mrz"] {
        let (status, help, _) = check(&[what, "--help"], b"");
        assert_eq!(status, 0);
        assert!(help.contains("Example:"), "{help}");
    }
}

#[test]
fn nothing_is_said_when_nobody_reads_any_more() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_seggio"))
        .args(["check", "cf", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let _ = stdin.write_all("RSSMRA80E52B812S\n".repeat(20_000).as_bytes());
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let mut complaint = String::new();
    let mut stderr = child.stderr.take().unwrap();
    stderr.read_to_string(&mut complaint).unwrap();
    assert_eq!(complaint, "");
}
