//! Messages by key. The files are part of the program; nothing is read from disk.

use super::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

/// What voters read, in every language; then what only operators and programs say, in two.
macro_rules! files {
    ($code:literal) => {
        &[
            include_str!(concat!($code, "/common.ftl")),
            include_str!(concat!($code, "/voter.ftl")),
        ]
    };
    ($code:literal and operators) => {
        &[
            include_str!(concat!($code, "/common.ftl")),
            include_str!(concat!($code, "/voter.ftl")),
            include_str!(concat!($code, "/operator.ftl")),
            include_str!(concat!($code, "/refusals.ftl")),
            include_str!(concat!($code, "/programs.ftl")),
            include_str!(concat!($code, "/pages.ftl")),
        ]
    };
}

const fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::It => files!("it" and operators),
        Language::En => files!("en" and operators),
        Language::Fr => files!("fr"),
        Language::Es => files!("es"),
        Language::Ro => files!("ro"),
        Language::Sq => files!("sq"),
        Language::De => files!("de"),
    }
}

type Texts = FluentBundle<FluentResource>;

/// In the order of [`Language::ALL`].
static TEXTS: LazyLock<[Texts; 7]> = LazyLock::new(|| Language::ALL.map(bundle));

fn texts(language: Language) -> &'static Texts {
    let at = Language::ALL.iter().position(|l| *l == language);
    &TEXTS[at.unwrap_or(0)]
}

/// Languages that have texts of their own, in the order in which screens offer them.
pub fn available() -> &'static [Language] {
    &Language::ALL
}

/// A value inside a text. Numbers choose the plural form.
#[derive(Debug, Clone)]
pub struct Arg(FluentValue<'static>);

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self(value.to_owned().into())
    }
}

macro_rules! arg_from {
    ($($kind:ty)+) => {$(
        impl From<$kind> for Arg {
            fn from(value: $kind) -> Self {
                Self(value.into())
            }
        }
    )+};
}
arg_from!(String i64 u64 usize u32);

/// The text with this key.
pub fn text(language: Language, key: &str) -> String {
    text_with(language, key, &[])
}

/// The text with this key and these values.
pub fn text_with(language: Language, key: &str, values: &[(&str, Arg)]) -> String {
    let own = texts(language);
    let found = |texts: &'static Texts| Some((texts, texts.get_message(key)?.value()?));
    // What only operators say has no text in most languages.
    let Some((bundle, pattern)) = found(own).or_else(|| found(texts(Language::It))) else {
        return format!("{key}?");
    };
    let args: FluentArgs<'_> = values
        .iter()
        .map(|(name, arg)| (*name, arg.0.clone()))
        .collect();
    bundle
        .format_pattern(pattern, Some(&args), &mut Vec::new())
        .into_owned()
}

/// What cannot be parsed is left out here and found by the test below: a kiosk with one wrong
/// line still opens.
fn bundle(language: Language) -> Texts {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible in a browser; on a terminal they are boxes.
    bundle.set_use_isolating(false);
    for file in files(language) {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(r, _)| r);
        bundle.add_resource(resource).unwrap_or_default();
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// Every key with the variables its text uses.
    fn messages(files: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
        let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for file in files {
            let mut key = String::new();
            for line in file.lines().filter(|l| !l.starts_with('#')) {
                if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                    line.split(['=', ' ']).next().unwrap().clone_into(&mut key);
                    assert!(
                        all.insert(key.clone(), BTreeSet::new()).is_none(),
                        "{key} twice"
                    );
                }
                for variable in line.split('$').skip(1) {
                    let end = variable
                        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
                        .unwrap_or(variable.len());
                    all.get_mut(&key)
                        .unwrap()
                        .insert(variable[..end].to_owned());
                }
            }
        }
        all
    }

    #[test]
    fn every_file_parses() {
        for file in Language::ALL.iter().flat_map(|l| files(*l)) {
            if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
                panic!(
                    "{errors:?} in the file that begins {:?}",
                    file.lines().next()
                );
            }
        }
    }

    /// No text is missing in any language: what voters read in all of them, the rest in two.
    #[test]
    fn languages_have_the_same_keys_and_variables() {
        for language in Language::ALL {
            let own = messages(files(language));
            let italian = messages(&files(Language::It)[..files(language).len()]);
            let missing: Vec<_> = italian.keys().filter(|k| !own.contains_key(*k)).collect();
            assert!(missing.is_empty(), "not in {language:?}: {missing:?}");
            let missing: Vec<_> = own.keys().filter(|k| !italian.contains_key(*k)).collect();
            assert!(missing.is_empty(), "not in Italian: {missing:?}");
            for (key, variables) in &italian {
                assert_eq!(variables, &own[key], "variables of {key} in {language:?}");
            }
        }
    }

    /// Every plural form of every language is written: Fluent finds a value for each number.
    #[test]
    fn every_text_can_be_said_with_any_number() {
        for language in Language::ALL {
            for (key, variables) in messages(files(language)) {
                for n in [0_u64, 1, 2, 3, 5, 11, 19, 20, 21, 100, 101] {
                    let values: Vec<(&str, Arg)> =
                        variables.iter().map(|v| (v.as_str(), n.into())).collect();
                    let said = text_with(language, &key, &values);
                    assert!(
                        !said.contains('{') && !said.contains('$'),
                        "{key} in {language:?} with {n}: {said}"
                    );
                }
            }
        }
    }

    #[test]
    fn numbers_choose_the_plural() {
        let chosen = |n: usize| text_with(Language::En, "common-seconds", &[("n", n.into())]);
        assert_eq!(
            (chosen(1), chosen(2)),
            ("1 second".to_owned(), "2 seconds".to_owned())
        );
    }

    #[test]
    fn a_missing_key_is_shown_as_such() {
        assert_eq!(text(Language::It, "voter-nowhere"), "voter-nowhere?");
    }

    #[test]
    fn what_only_operators_say_is_italian_elsewhere() {
        let key = "operator-desk-title";
        assert_eq!(text(Language::Ro, key), text(Language::It, key));
        let key = "voter-welcome-title";
        assert_ne!(text(Language::Ro, key), text(Language::It, key));
    }
}
