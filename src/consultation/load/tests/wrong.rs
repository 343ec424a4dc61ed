//! Every contradiction is found, on its line, together with all the others.

use super::{RIGHT, line_of, read, with};

/// What is replaced, by what, on which text's line the error is, and a part of its message.
type Case = (&'static str, &'static str, &'static str, &'static str);

const CASES: &[Case] = &[
    // Keys.
    (
        "min_age = 16",
        "min_age = 16\nmax_age = 99",
        "max_age",
        "unknown key `max_age`",
    ),
    (
        "id = \"prova\"",
        "id = \"prova\"\nserver = 1",
        "server",
        "unknown key `server`",
    ),
    (
        "min_age = 16\n",
        "",
        "[eligibility]",
        "`min_age` is missing",
    ),
    (
        "authority = \"Unione di prova\"\n",
        "",
        "# A consultation",
        "`authority` is missing",
    ),
    (
        "within = \"first\"\n",
        "",
        "[duplicates]",
        "`within` is missing",
    ),
    (
        "zero_votes = \"skip\"\n",
        "",
        "[outcome]",
        "`zero_votes` is missing",
    ),
    (
        "name = \"Nord\"\n",
        "",
        "[[areas]]\nid = \"quartiere",
        "`name` is missing",
    ),
    // Types.
    (
        "min_age = 16",
        "min_age = \"16\"",
        "min_age",
        "whole number, from 0 to 115, found \"16\"",
    ),
    (
        "attested_residence = true",
        "attested_residence = 1",
        "attested",
        "true or false, found 1",
    ),
    (
        "name = \"Nord\"",
        "name = 7",
        "name = 7",
        "expected a text in quotes, found 7",
    ),
    (
        "languages = [\"it\", \"en\"]",
        "languages = \"it\"",
        "languages",
        "expected a list",
    ),
    (
        "name = \"Nord\"",
        "name = \" \"",
        "name = \" \"",
        "found an empty one",
    ),
    (
        "name = \"Nord\"",
        "name = \"\\u001b[2J\"",
        "name = \"\\u",
        "control characters",
    ),
    (
        "method = { kind = \"approval\", min = 1, max = 1 }",
        "method = 3",
        "method = 3",
        "a table",
    ),
    // Languages and texts.
    (
        "[\"it\", \"en\"]",
        "[\"it\", \"xx\"]",
        "languages",
        "one of it, en, fr",
    ),
    (
        "[\"it\", \"en\"]",
        "[]",
        "languages",
        "`languages` is empty",
    ),
    (
        "[\"it\", \"en\"]",
        "[\"it\", \"en\", \"it\"]",
        "languages",
        "twice",
    ),
    (
        "{ it = \"I corsi\" }",
        "{ en = \"Lessons\" }",
        "{ en = \"Less",
        "`it` is missing",
    ),
    (
        "{ it = \"I corsi\" }",
        "{ it = \"I\", fr = \"L\" }",
        "fr = ",
        "`fr` is not among `languages`",
    ),
    (
        "{ it = \"I corsi\" }",
        "{ it = \"I\", zz = \"L\" }",
        "zz = ",
        "one of it, en, fr",
    ),
    (
        "{ it = \"I corsi\" }",
        "\"I corsi\"",
        "title = \"I corsi",
        "expected a table",
    ),
    // Ids.
    (
        "id = \"prova\"",
        "id = \"La Prova\"",
        "La Prova",
        "expected a short name",
    ),
    (
        "id = \"quartiere-nord\"",
        "id = \"B812\"\n#",
        "B812\"\n#",
        "area `B812` is already on line 11",
    ),
    (
        "id = \"corsi\"",
        "id = \"sentieri\" #",
        "sentieri\" #",
        "option `sentieri` is already on line",
    ),
    (
        "id = \"temi\"",
        "id = \"progetti\" #",
        "progetti\" #",
        "question `progetti` is already",
    ),
    (
        "id = \"quartiere-nord\"",
        "id = \"-\"",
        "id = \"-\"",
        "expected a Belfiore code",
    ),
    // Days.
    (
        "\"2022-10-18\"\ncity",
        "\"2022-02-30\"\ncity",
        "2022-02-30",
        "expected an existing day",
    ),
    (
        "\"2022-10-18\"\ncity",
        "\"18/10/2022\"\ncity",
        "18/10/2022",
        "expected an existing day",
    ),
    (
        "\"2022-09-01\"",
        "\"2022-9-1\"",
        "2022-9-1",
        "expected an existing day",
    ),
    (
        "\"2022-09-18\"",
        "\"2022-08-18\"",
        "2022-08-18",
        "expected 2022-09-01 or later",
    ),
    (
        "kind = \"assisted\"",
        "kind = \"banchetto\" #",
        "banchetto\" #",
        "already on line",
    ),
    (
        "kind = \"assisted\"",
        "kind = \"web\"",
        "\"web\"",
        "one of banchetto, assisted, assembly",
    ),
    ("waiting_days = 3", "waiting_days = -3", "-3", "found -3"),
    // Voters and documents.
    (
        "[\"work\", \"study\"]",
        "[\"work\", \"tax\"]",
        "\"tax\"",
        "one of work, study",
    ),
    (
        "[\"work\", \"study\"]",
        "[\"work\", \"work\"]",
        "\"work\", \"work",
        "twice",
    ),
    (
        "\"paper-id-card\"]",
        "\"health-card\"]",
        "health-card",
        "one of electronic-id-card",
    ),
    (
        "[\"passport\", \"paper-id-card\"]",
        "[]",
        "accepted = []",
        "`accepted` is empty",
    ),
    // Money.
    (
        "\"20000.00\"",
        "20000.00",
        "total = 2",
        "in quotes such as \"25000.00\", found 20000.0",
    ),
    (
        "\"20000.00\"",
        "20000",
        "total = 2",
        "in quotes such as \"25000.00\", found 20000",
    ),
    (
        "\"20000.00\"",
        "\"20.000,00\"",
        "total = ",
        "an amount of euro",
    ),
    (
        "\"20000.00\"",
        "\"99999999999999999\"",
        "total = ",
        "an amount of euro",
    ),
    (
        "total = \"20000.00\"",
        "total = \"2999.99\"",
        "total = ",
        "the `cost_min`",
    ),
    (
        "cost_max = \"10000.00\"",
        "cost_max = \"2000.00\"",
        "cost_max",
        "at least 3000.00",
    ),
    (
        "cost = \"5000.5\"",
        "cost = \"2999.99\"",
        "2999.99",
        "at least 3000.00, found 2999.99",
    ),
    (
        "cost = \"5000.5\"",
        "cost = \"10000.01\"",
        "10000.01",
        "at most 10000.00, found 10000.01",
    ),
    (
        "cost = \"5000.5\"\n",
        "",
        "[[questions.options]]\nid = \"corsi\"",
        "`cost` is missing",
    ),
    (
        "question = \"progetti\"",
        "question = \"altri\"",
        "altri",
        "no question has the id `altri`",
    ),
    // Methods.
    (
        "max = 2 }",
        "max = 3 }",
        "max = 3 }",
        "expected at most 2, the number of options, found 3",
    ),
    (
        "min = 1, max = 2",
        "min = 0, max = 2",
        "min = 0",
        "at least 1, found 0",
    ),
    (
        "min = 1, max = 1",
        "min = 2, max = 1",
        "min = 2",
        "expected at least 2, the `min`, found 1",
    ),
    (
        "kind = \"approval\", min = 1, max = 1",
        "kind = \"magic\", min = 1, max = 1",
        "magic",
        "approval",
    ),
    // Outcome, duplicates, limits.
    (
        "fit = \"skip\"",
        "fit = \"part\"",
        "\"part\"",
        "one of skip, stop",
    ),
    (
        "zero_votes = \"skip\"",
        "zero_votes = \"fund\"",
        "minimum_votes",
        "expected 0, because",
    ),
    (
        "by = \"lot\"",
        "by = \"id\"",
        "draw = ",
        "unknown key `draw`",
    ),
    (
        "by = \"lot\"",
        "by = \"age\"",
        "by = \"age\"",
        "one of lot, id",
    ),
    (
        "draw = \"Lotto, ruota di Milano, 2022-10-29\"\n",
        "",
        "[outcome.ties]",
        "`draw` is missing",
    ),
    (
        "\"in-person\"",
        "\"phone\"",
        "phone",
        "one of in-person, web",
    ),
    (
        "batch_min = 10",
        "batch_min = 0",
        "batch_min",
        "at least 1, found 0",
    ),
    (
        "idle_seconds = 90",
        "idle_seconds = 0",
        "idle_seconds",
        "at least 1, found 0",
    ),
    (
        "pin_tries = 5",
        "pin_tries = 0",
        "pin_tries",
        "at least 1, found 0",
    ),
    // TOML itself.
    ("min_age = 16", "min_age = ", "min_age", "not valid TOML"),
    (
        "\"2022-09-01\"",
        "2022-09-01",
        "from = 2022-09-01",
        "written in quotes",
    ),
    (
        "min_age = 16",
        "min_age = 16\nmin_age = 17",
        "min_age = 17",
        "duplicate key",
    ),
];

#[test]
fn each_contradiction_is_the_only_error_and_on_its_line() {
    let mut failed = Vec::new();
    for (from, to, place, message) in CASES {
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
        "outcome",
        "duplicates",
        "limits",
    ] {
        assert!(
            all.contains(&format!("c.toml:1: the file: `{key}` is missing")),
            "{key}: {all}"
        );
    }
    assert_eq!(errors.0.len(), 12);
}

#[test]
fn without_a_budget_costs_are_not_needed() {
    let at = RIGHT.find("[budget]").unwrap();
    let end = RIGHT.find("[outcome]").unwrap();
    let text = format!("{}{}", &RIGHT[..at], &RIGHT[end..]).replace("cost = \"10000.00\"\n", "");
    let c = read(&text).unwrap();
    assert_eq!((c.budget, c.questions[0].options[0].cost), (None, None));
}

#[test]
fn residents_only_is_a_choice() {
    let c = read(&with("[\"work\", \"study\"]", "[]")).unwrap();
    assert!(c.eligibility.city_user_reasons.is_empty());
}
