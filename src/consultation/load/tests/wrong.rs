//! Every contradiction is found, on its line, together with all the others.

use super::{RIGHT, line_of, read, with};
use crate::consultation::{Cents, Method};

/// The table of contradictions.
const CASES: &str = include_str!("wrong.txt");

#[test]
fn each_contradiction_is_the_only_error_and_on_its_line() {
    let mut failed = Vec::new();
    for case in CASES
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
    {
        let parts: Vec<String> = case.split(" | ").map(|p| p.replace("\\n", "\n")).collect();
        let [from, to, place, message] = &parts[..] else {
            panic!("four parts: {case}")
        };
        let text = with(from, to);
        let line = line_of(&text, place);
        let errors = read(&text).expect_err(to).0;
        let found = errors.len() == 1 && errors[0].line == line;
        if !found || !errors[0].message.contains(message) {
            failed.push(format!("{to:?}: not {line}: {message}, but {errors:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn all_errors_come_together() {
    let changes = [
        ("\"en\"]", "\"xx\"]"),
        ("id = \"B812\"", "id = \"\""),
        ("min_age = 16", "min_age = true"),
        ("\"2022-09-18\"", "\"2022-08-18\""),
        ("waiting_days = 3", "waiting_day = 3"),
        ("\"paper-id-card\"]", "\"paper\"]"),
        ("cost_min = \"3000.00\"", "cost_min = \"x\""),
        ("fit = \"skip\"", "fit = \"\""),
        ("within = \"first\"", "within = \"last\""),
        ("pin_tries = 5", "pin_tries = 0"),
        ("min = 1, max = 2", "min = 0, max = 9"),
        ("cost = \"5000.5\"", "cost = \"50000\""),
        ("summary = { it = \"Imparare.\" }", "summary = { }"),
    ];
    let text = changes
        .iter()
        .fold(RIGHT.to_owned(), |text, (from, to)| text.replace(from, to));
    let mut found: Vec<usize> = read(&text).unwrap_err().0.iter().map(|e| e.line).collect();
    assert!(found.is_sorted());
    found.dedup();
    let mut lines: Vec<usize> = changes.iter().map(|(_, to)| line_of(&text, to)).collect();
    // The key that is missing because another was written instead.
    lines.push(line_of(&text, "[[phases]]\nkind = \"assisted\""));
    lines.sort_unstable();
    assert_eq!(found, lines);
}

#[test]
fn a_list_is_read_to_its_end() {
    let errors = read(&with("[\"it\", \"en\"]", "[\"xx\", \"it\", \"it\"]")).unwrap_err();
    assert_eq!(errors.0.len(), 2, "{errors}");
}

#[test]
fn an_empty_file_lists_all_that_is_missing() {
    let errors = read("").unwrap_err();
    let all = errors.to_string();
    for key in [
        "id",
        "authority",
        "languages",
        "title",
        "areas",
        "eligibility",
        "phases",
        "documents",
        "questions",
        "duplicates",
        "limits",
        "desk",
        "count",
        "online",
    ] {
        assert!(
            all.contains(&format!("c.toml:1: the file: `{key}` is missing")),
            "{key}: {all}"
        );
    }
    assert_eq!(errors.0.len(), 14);
}

#[test]
fn without_a_budget_costs_are_not_needed() {
    let at = RIGHT.find("[budget]").unwrap();
    let outcome = RIGHT.find("[outcome]").unwrap();
    let rest = RIGHT.find("[duplicates]").unwrap();
    let text =
        format!("{}{}", &RIGHT[..at], &RIGHT[outcome..]).replace("cost = \"10000.00\"\n", "");
    let c = read(&text).unwrap();
    assert_eq!((c.budget, c.questions[0].options[0].cost), (None, None));
    // Nor is the rule that gives the money, which is needed where there is some.
    let text = format!("{}{}", &RIGHT[..at], &RIGHT[rest..]);
    assert_eq!(read(&text).unwrap().outcome, None);
    let text = format!("{}{}", &RIGHT[..outcome], &RIGHT[rest..]);
    let missing = read(&text).unwrap_err();
    assert!(missing.to_string().contains("`outcome` is missing"));
}

/// Each way to answer, as a file may say it.
#[test]
fn every_method_is_read() {
    let approval = |spend_cap| Method::Approval {
        min: 1,
        max: 2,
        spend_cap,
    };
    let points = |all| Method::Points {
        total: 5,
        max_each: 3,
        all,
    };
    let priority = |partial| Method::Priority {
        weights: vec![3, 3],
        partial,
    };
    for (text, method) in [
        (r#"kind = "single""#, Method::Single),
        (r#"kind = "approval", min = 1, max = 2"#, approval(None)),
        (
            r#"kind = "approval", min = 1, max = 2, spend_cap = "12000.00""#,
            approval(Some(Cents(1_200_000))),
        ),
        (r#"kind = "points", total = 5, max_each = 3"#, points(false)),
        (
            r#"kind = "points", total = 5, max_each = 3, all = true"#,
            points(true),
        ),
        (r#"kind = "score", max = 10"#, Method::Score { max: 10 }),
        (r#"kind = "priority", weights = [3, 3]"#, priority(false)),
        (
            r#"kind = "priority", weights = [3, 3], partial = true"#,
            priority(true),
        ),
    ] {
        let c = read(&with(r#"kind = "approval", min = 1, max = 2"#, text)).unwrap();
        assert_eq!(c.questions[0].method, method);
    }
}

#[test]
fn residents_only_is_a_choice() {
    let c = read(&with("[\"work\", \"study\"]", "[]")).unwrap();
    assert!(c.eligibility.city_user_reasons.is_empty());
}
