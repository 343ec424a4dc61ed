//! Files as they are in the wild, and files that are refused.

use super::super::error::Problem;
use super::super::{Decimal, Election, PabulibError, read};
use super::{ALL, APPROVAL, CHOOSE_ONE, CUMULATIVE, SCORING};

fn of(text: &str) -> Election {
    read(text.as_bytes()).unwrap()
}

fn refused(text: &str) -> (usize, Problem) {
    let PabulibError { line, problem } = read(text.as_bytes()).unwrap_err();
    (line, problem)
}

#[test]
fn how_lines_end_and_how_sections_are_written_does_not_matter() {
    for text in ALL {
        let plain = of(text);
        for wild in [
            text.replace('\n', "\r\n"),
            text.replace('\n', "\r"),
            format!("\u{feff}{text}"),
            format!("{text}\n\n;;\n   \n"),
            text.trim_end().to_owned(),
            text.replace('\n', ";;\n"),
            text.replace("META", " Meta ").replace("VOTES", "votes;"),
            text.replace("key;value\n", "key ; Value \n"),
        ] {
            assert_eq!(of(&wild), plain, "{wild}");
        }
    }
    for text in [CHOOSE_ONE, CUMULATIVE, SCORING] {
        assert_eq!(of(&text.replace(';', " ;\u{a0} ")), of(text));
    }
    let without_header = of(&APPROVAL.replace("key;value\n", ""));
    assert_eq!(without_header.count(), of(APPROVAL).count());
}

#[test]
fn a_line_is_counted_also_inside_quotation_marks() {
    let text = CHOOSE_ONE.replace("Illuminazione", "\"Illu\r\nmi\nna\rzione\"");
    let text = text.replace("a6;BO.D03", "a6;BO.D04");
    let (line, problem) = refused(&text);
    assert_eq!(problem, Problem::UnknownProject("BO.D04".into()));
    assert_eq!(line, CHOOSE_ONE.lines().count() + 3);
}

#[test]
fn amounts_are_exact() {
    for (text, decimals, units) in [
        ("12000", 0, 12000),
        ("12000,50", 1, 120_005),
        ("310183.57", 2, 31_018_357),
        ("1e6", 0, 1_000_000),
        ("1.25E+3", 0, 1250),
        ("5e-3", 3, 5),
        ("0.10", 1, 1),
        (".5", 1, 5),
        ("7.", 0, 7),
        ("+007", 0, 7),
        ("0e999", 0, 0),
        ("18446744073709551615", 0, u64::MAX),
    ] {
        let decimal = Decimal::parse(text).unwrap();
        assert_eq!(
            (decimal.decimals(), decimal.units(decimals)),
            (decimals, Some(units))
        );
    }
    let wrong = [
        "", ".", "-1", "1.2.3", "1,2.3", "1 000", "1e", "1e1000", "1e99", "0x1", "NaN",
    ];
    for text in [&wrong[..], &["inf", "1e+-1", "++1", "€5", "٣", "1e ", "e5"]].concat() {
        assert_eq!(Decimal::parse(text), None, "{text:?}");
    }
    assert_eq!(
        Decimal::parse("0.1").unwrap().units(0),
        None,
        "never rounded"
    );
    for (text, may) in [
        ("1,000", true),
        ("310,183", true),
        ("0,125", false),
        ("310183,570", false),
        ("1,00", false),
        ("1.000", false),
        (",000", false),
    ] {
        assert_eq!(Decimal::may_be_thousands(text), may, "{text}");
    }
    let election = of(SCORING);
    for (units, shown) in [
        (0, "0.00"),
        (1, "0.0001"),
        (1000, "0.10"),
        (10_001_250, "1000.125"),
    ] {
        assert_eq!(election.amount(units), shown);
    }
}

#[test]
fn limits_are_read_when_they_are_asked_for() {
    let text = |value: &str| APPROVAL.replace("max_length;3", &format!("max_length;{value}"));
    let limit = |value| {
        of(&text(value))
            .meta
            .whole("max_length")
            .map_err(|e| e.line)
    };
    assert_eq!(limit("3.0"), Ok(Some(3)));
    assert_eq!((limit(""), limit("None")), (Ok(None), Ok(None)));
    assert_eq!(
        (limit("three"), limit("2.5"), limit("-1")),
        (Err(13), Err(13), Err(13))
    );
    assert_eq!(of(APPROVAL).meta.whole("max_sum_points"), Ok(None));
    let cost = of(&text("3\nmax_sum_cost;1000,5"))
        .meta
        .amount("max_sum_cost");
    assert_eq!(cost.unwrap().unwrap().units(2), Some(100_050));
}

/// Changes one thing in a file that is right; this problem must be found in this line.
fn wrong(text: &str, change: (&str, &str), line: usize, problem: Problem) {
    let (from, to) = change;
    assert!(text.contains(from), "{from}");
    let found = refused(&text.replacen(from, to, 1));
    assert_eq!(found, (line, problem), "{from} -> {to}");
}

fn s(text: &str) -> String {
    text.to_owned()
}

fn number(what: &str, found: &str) -> Problem {
    let (what, found) = (s(what), s(found));
    Problem::Number { what, found }
}

fn long(found: usize, expected: usize) -> Problem {
    Problem::Long { found, expected }
}

fn no_column(section: &'static str, column: &'static str) -> Problem {
    Problem::NoColumn { section, column }
}

#[test]
fn what_is_wrong_with_sections_is_named_with_its_line() {
    let a = APPROVAL;
    wrong(a, ("META", "x\nMETA"), 1, Problem::BeforeSections(s("x")));
    wrong(
        a,
        ("VOTES", "PROJECTS"),
        25,
        Problem::SectionTwice("PROJECTS"),
    );
    wrong(a, ("VOTES", "VOTINGS"), 35, Problem::NoSection("VOTES"));
    wrong(CHOOSE_ONE, ("Illum", "\"Illum"), 10, Problem::OpenQuote);
    assert_eq!(refused(""), (1, Problem::NoSection("META")));
    assert_eq!(
        refused("META\nPROJECTS"),
        (2, Problem::NoSection("PROJECTS"))
    );
    let not_text = read(b"META\r\n\r\nx;\xff").unwrap_err();
    assert_eq!((not_text.line, not_text.problem), (3, Problem::NotUtf8));
    let message = read(b"META\nx;\"").unwrap_err().to_string();
    assert_eq!(
        message,
        "line 2: a quotation mark opens a cell here and is never closed"
    );
}

#[test]
fn what_is_wrong_in_meta_is_named_with_its_line() {
    let a = APPROVAL;
    wrong(a, ("budget;2500,50\n", ""), 34, Problem::NoKey("budget"));
    wrong(
        a,
        ("budget;2500,50", "budget;"),
        35,
        Problem::NoKey("budget"),
    );
    wrong(a, ("vote_type", "type"), 35, Problem::NoKey("vote_type"));
    wrong(a, ("2500,50", "a lot"), 9, number("budget", "a lot"));
    wrong(a, ("2500,50", "-1"), 9, number("budget", "-1"));
    wrong(a, ("2500,50", "2500;50"), 9, long(3, 2));
    let thousands = Problem::Thousands {
        what: s("budget"),
        found: s("2,500"),
    };
    wrong(a, ("2500,50", "2,500"), 9, thousands);
    wrong(
        a,
        ("rule;greedy", "budget;1"),
        11,
        Problem::KeyTwice(s("budget")),
    );
    let found = s("consent");
    wrong(a, ("approval", "consent"), 10, Problem::VoteType { found });
}

#[test]
fn what_is_wrong_with_projects_is_named_with_its_line() {
    let a = APPROVAL;
    wrong(a, (";cost", ";costs"), 18, no_column("PROJECTS", "cost"));
    wrong(
        a,
        ("project_id", "id"),
        18,
        no_column("PROJECTS", "project_id"),
    );
    wrong(
        a,
        ("votes;name", "cost;name"),
        18,
        Problem::ColumnTwice("cost"),
    );
    wrong(a, ("1;600.25", "1;"), 19, number("the cost of \"1\"", ""));
    wrong(a, ("1400;4;", "1400;four;"), 21, number("votes", "four"));
    wrong(a, ("1;600.25", " ;600.25"), 19, Problem::NoId);
    let (id, first) = (s("1"), 19);
    wrong(a, ("2;800", "1;800"), 20, Problem::IdTwice { id, first });
    wrong(a, ("Pista", "Pista; ciclo"), 20, long(7, 6));
    let (what, decimals) = (s("cost"), 2);
    wrong(
        a,
        ("1;600.25", "1;1e30"),
        19,
        Problem::TooLarge { what, decimals },
    );
}

#[test]
fn what_is_wrong_with_votes_is_named_with_its_line() {
    let a = APPROVAL;
    wrong(a, (";vote;", ";ballot;"), 26, no_column("VOTES", "vote"));
    wrong(
        a,
        ("5,4;internet", "5,8;internet"),
        30,
        Problem::UnknownProject(s("8")),
    );
    wrong(
        a,
        ("1,2,4;internet", "1,2,1;internet"),
        27,
        Problem::NamedTwice(s("1")),
    );
    wrong(
        a,
        ("8;27;f;2;internet", "8;27;f"),
        34,
        Problem::Short("vote"),
    );
    let c = CUMULATIVE;
    let counts = |projects, points| Problem::Points { projects, points };
    wrong(c, (";points", ";point"), 17, no_column("VOTES", "points"));
    wrong(c, ("5,5;K", "5;K"), 18, counts(2, 1));
    wrong(c, ("5,5;K", "5,5,0;K"), 18, counts(2, 3));
    wrong(c, ("2,4,0;K", ";K"), 20, counts(3, 0));
    for points in ["-5", "0.5", "4294967296"] {
        let (what, found) = (s("points"), s(points));
        let problem = Problem::Whole { what, found };
        wrong(c, ("5,5;K", &format!("5,{points};K")), 18, problem);
    }
}
