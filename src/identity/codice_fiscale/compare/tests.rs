use super::super::CodiceFiscale;
use super::*;
use proptest::prelude::*;

/// A code with these six letters, of a woman or a man born on 8 April 1991 in Milan.
fn code(letters: &str, sex: Sex) -> CodiceFiscale {
    let day = if sex == Sex::Female { "48" } else { "08" };
    let mut checks = ('A'..='Z').map(|c| format!("{letters}91D{day}F205{c}"));
    checks.find_map(|c| CodiceFiscale::parse(&c).ok()).unwrap()
}

fn words(letters: &str, sex: Sex, surname: &str, given: &str, truncated: bool) -> String {
    let shown = Shown {
        names: Some(Names::parse(surname, given).unwrap()),
        truncated,
        ..Shown::default()
    };
    let found = code(letters, sex).compare(&shown);
    let words: Vec<_> = found.into_iter().map(Difference::word).collect();
    words.join(" ")
}

fn check(table: &[(&str, &str, &str, &str)], sex: Sex, truncated: bool) {
    for (letters, surname, given, expected) in table {
        let found = words(letters, sex, surname, given, truncated);
        assert_eq!(found, *expected, "{letters}: {surname}, {given}");
    }
}

#[test]
fn letters_that_agree_are_no_difference() {
    let table = [
        ("RSSMRA", "Rossi", "Maria", ""),
        ("RSSMRA", "ROSSI", "MARIA", ""),
        ("DLCMSL", "De Luca", "Maria Sole", ""),
        ("DLCMSL", "DE LUCA", "MARIA SOLE", ""),
        ("DLCMSL", "DELUCA", "MARIASOLE", ""),
        ("DNGNNA", "D'Angelo", "Anna", ""),
        ("DNGNNA", "D’Angelo", "Anna", ""),
        ("DNGNNA", "Dʼ Angelo", "Anna", ""),
        ("DNGNNA", "Dʻangelo", "Anna", ""),
        ("DNGNNA", "D ANGELO", "ANNA", ""),
        ("FOXNOE", "Fo", "Noè", ""),
        ("FOXNOE", "FO", "NOE'", ""),
        ("FOXNOE", "Fo", "Noe\u{300}", ""),
        ("LRSNMR", "Lo Russo", "Anna-Maria", ""),
        ("MLLJRG", "Müller", "Jörg", ""),
        ("MLLJRG", "MUELLER", "JOERG", ""),
        ("MLLJRG", "Muller", "Jorg", ""),
        ("WSSGFR", "Weiß", "Gianfranco", ""),
        ("WSSGFR", "WEISS", "GIANFRANCO", ""),
        ("SHRXXX", "Suharto", "", ""),
        ("DGRRND", "Ødegård", "Ronald", "given-names"), // RNL: N, L, D are 2nd to 4th
        ("DGRRLD", "Ødegård", "Ronald", ""),
    ];
    check(&table, Sex::Female, false);
    check(&table, Sex::Male, false);
}

#[test]
fn letters_that_differ_are_always_one() {
    let table = [
        ("RSSMRA", "Russo", "Marco", "given-names"),
        ("RSSMRA", "Bianchi", "Maria", "surname"),
        ("RSSMRA", "Bianchi", "Luca", "surname given-names"),
        ("RSSMRA", "Rosi", "Maria", "surname"),
        ("RSSMRA", "Rossi", "", "given-names"),
        ("RSSMRA", "De Rossi", "Maria", "surname"),
        ("FOXNOE", "Foa", "Noe", "surname"),
        ("GRCJSO", "Garcia Lopez", "Jose", ""),
        ("GRCJSO", "Lopez Garcia", "Jose", "surname"), // a man has no married surname
        ("RSSMRA", "Bianchi Rossi", "Mario", "surname"),
    ];
    check(&table, Sex::Male, false);
}

#[test]
fn swapped_fields_are_seen() {
    let table = [
        ("RSSMRA", "Maria", "Rossi", "swapped"),
        ("DLCMSL", "Maria Sole", "De Luca", "swapped"),
        ("RSSMRA", "Maria Luisa", "Rossi", "swapped second-names"),
        ("ZOEBRN", "Bruno", "Oz", "swapped transliteration"),
        // A surname that is also a given name.
        ("MRTLCU", "Martino", "Luca", ""),
        ("LCUMTN", "Martino", "Luca", "swapped"),
        ("SHRXXX", "Suharto", "Suharto", "given-names"),
    ];
    check(&table, Sex::Male, false);
    let married = words("BNCMRA", Sex::Female, "Maria", "Rossi Bianchi", false);
    assert_eq!(married, "swapped married-surname");
}

#[test]
fn a_woman_may_show_her_husbands_surname() {
    let table = [
        ("BNCMRA", "Rossi Bianchi", "Maria", "married-surname"),
        ("RSSMRA", "Rossi Bianchi", "Maria", ""), // the first three consonants suffice
        ("REXMRA", "Re Bianchi", "Maria", "married-surname"),
        ("REXMRA", "Re in Bianchi", "Maria", "married-surname"),
        ("REXMRA", "RE IN BIANCHI", "MARIA", "married-surname"),
        ("REXMRA", "Re ved. Bianchi", "Maria", "married-surname"),
        ("REXMRA", "Bianchi nata Re", "Maria", "married-surname"),
        ("REXMRA", "Bianchi-Re", "Maria", "married-surname"),
        ("DLCMRA", "Rossi in De Luca", "Maria", "married-surname"),
        ("DNGMRA", "Rossi D'Angelo", "Maria", "married-surname"),
        ("VRDMRA", "Rossi Bianchi", "Maria", "surname"),
        (
            "BNCMRA",
            "Rossi Bianchi",
            "Luisa",
            "given-names married-surname",
        ),
        (
            "BNCMRA",
            "Rossi Bianchi",
            "Maria Luisa",
            "married-surname second-names",
        ),
    ];
    check(&table, Sex::Female, false);
}

#[test]
fn second_names_may_be_missing_from_the_code() {
    let table = [
        ("RSSMRA", "Rossi", "Maria Luisa", "second-names"),
        ("RSSMRA", "Rossi", "Maria-Luisa", "second-names"),
        ("RSSLSU", "Rossi", "Maria Luisa", "second-names"),
        ("RSSMRA", "Rossi", "Mario Giovanni Luca", "second-names"),
        ("RSSNMR", "Rossi", "Anna Maria Luisa", ""),
        ("RSSNNA", "Rossi", "Anna Maria Luisa", "second-names"),
        ("RSSNCL", "Rossi", "Niccolò M.", ""),
        ("RSSGNN", "Rossi", "Maria Luisa", "given-names"),
    ];
    check(&table, Sex::Male, false);
    check(&table, Sex::Female, false);
}

#[test]
fn foreign_letters_are_written_in_several_ways() {
    let table = [
        // Shown with its mark, code from the base letter; and the other way round.
        ("ZOXJNS", "Öz", "Jonas", "transliteration"),
        ("ZOEJNS", "Öz", "Jonas", ""),
        ("ZOEJNS", "OEZ", "JONAS", ""),
        ("ZOEJNS", "OZ", "JONAS", "transliteration"),
        ("ZOXJNS", "OEZ", "JONAS", "transliteration"),
        ("SOAJNS", "Åso", "Jonas", "surname"),
        ("SAAJNS", "Åsa", "Jonas", ""),
        ("SAOJNS", "AASO", "JONAS", "transliteration"),
        ("SAAJNS", "Åso", "Jonas", "transliteration"),
        ("BOEJNS", "Bø", "Jonas", "transliteration"),
        ("BOXJNS", "BOE", "JONAS", "transliteration"),
        ("MLLJNS", "MUXXLLER", "JONAS", "transliteration"),
        ("MNZJNS", "MUNXXOZ", "JONAS", "transliteration"),
        ("MNZJNS", "Muñoz", "Jonas", ""),
        ("RSSLUX", "Rossi", "Lü", "transliteration"),
        ("XOOJNS", "ǃXoo", "Jonas", "transliteration"),
        ("RSSJNS", "ǃXoo", "Jonas", "surname"),
    ];
    check(&table, Sex::Male, false);
}

#[test]
fn a_machine_readable_zone_cuts_names() {
    let table = [
        ("RSSMRA", "ROSSI", "MARI", ""),
        ("RSSMRA", "ROSSI", "MA", ""),
        ("RSSMRA", "ROSSI", "", ""),
        ("RSSMRA", "ROSSI", "ME", "given-names"),
        ("RSSMRA", "ROSSI", "L", "given-names"),
        ("RSSMRA", "RO", "M", ""),
        ("RSSMRA", "ROT", "M", "surname"),
        // GianFranco: with four consonants the second is left out.
        ("RSSGFR", "ROSSI", "GIAN", ""),
        ("RSSGFR", "ROSSI", "GIANF", ""),
        ("RSSGFR", "ROSSI", "GIANL", "given-names"),
        ("RSSMSL", "ROSSI", "MARIA S", ""),
        ("RSSMSL", "ROSSI", "MARIA T", "given-names"),
        ("FOXNOE", "FO", "NO", ""),
        ("FOXNOE", "FO", "NA", "given-names"),
        ("AIAAIX", "A", "A", ""),
        ("AIAAIX", "E", "A", "surname"),
        ("RSSMRA", "ROSSI", "MARIA LUIS", "second-names"),
    ];
    check(&table, Sex::Male, true);
    // The same names, not cut.
    assert_eq!(words("RSSMRA", Sex::Male, "ROSSI", "MARI", false), "");
    assert_eq!(
        words("RSSMRA", Sex::Male, "ROSSI", "MA", false),
        "given-names"
    );
}

#[test]
fn birth_and_sex_are_compared() {
    let shown = |birth: &str, sex| Shown {
        birth: birth.parse().ok(),
        sex: Some(sex),
        ..Shown::default()
    };
    let cf = code("RSSMRA", Sex::Female);
    assert_eq!(cf.compare(&shown("1991-04-08", Sex::Female)), []);
    assert_eq!(
        cf.compare(&shown("1991-08-04", Sex::Male)),
        [Difference::Birth, Difference::Sex]
    );
    assert_eq!(cf.compare(&Shown::default()), []);
    let provisional = CodiceFiscale::parse("92000123452").unwrap();
    let mut all = shown("1991-08-04", Sex::Male);
    all.names = Names::parse("Bianchi", "Luca").ok();
    assert_eq!(provisional.compare(&all), []);
    assert_eq!(format!("{all:?}"), "Shown(..)");
}

proptest! {
    /// Whoever shows the names a code was computed from has no difference, cut anywhere or whole.
    #[test]
    fn ones_own_names_fit(
        surname in "[A-Za-zÀ-ÖØ-öø-ž' -]{1,20}",
        given in "[A-Za-zÀ-ÖØ-öø-ž' -]{0,20}",
        (cut_surname, cut_given) in (1_usize..20, 0_usize..20),
        woman: bool,
    ) {
        use super::super::PersonalData;
        let names = Names::parse(&surname, &given);
        prop_assume!(names.is_ok());
        let mut shown = Shown { names: names.ok(), ..Shown::default() };
        let data = PersonalData {
            names: shown.names.clone().unwrap(),
            birth: "1991-04-08".parse().unwrap(),
            sex: if woman { Sex::Female } else { Sex::Male },
            place: crate::identity::PlaceCode::parse("F205").unwrap(),
        };
        let code = CodiceFiscale::compute(&data).unwrap().code;
        prop_assert_eq!(code.compare(&shown), []);
        let cut = |name: &str, at: usize| name.chars().take(at).collect::<String>();
        let given = cut(data.names.given_names(), cut_given);
        let surname = data.names.surname();
        let surname = if given.is_empty() { cut(surname, cut_surname) } else { surname.to_owned() };
        let visible = Names::parse(&surname, &given);
        prop_assume!(visible.is_ok());
        shown.names = visible.ok();
        shown.truncated = true;
        prop_assert_eq!(code.compare(&shown), []);
    }

    /// Letters that the rules do not give are never without a difference.
    #[test]
    fn other_letters_are_seen(surname in "[A-Z ]{1,9}", given in "[A-Z ]{0,9}", letters in "[A-Z]{6}") {
        let names = Names::parse(&surname, &given);
        prop_assume!(names.is_ok());
        let names = names.unwrap();
        let three = |half: fn(&str) -> [u8; 3], name: &str| half(&name.replace(' ', ""));
        let right = [
            three(super::super::compute::surname_letters, names.surname()),
            three(super::super::compute::given_letters, names.given_names()),
        ].concat();
        let found = words(&letters, Sex::Female, names.surname(), names.given_names(), false);
        prop_assert_eq!(found.is_empty(), right == letters.as_bytes());
    }
}
