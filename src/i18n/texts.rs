//! Messages by key. The files are part of the program; nothing is read from disk.

use super::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;
use unic_langid::LanguageIdentifier;

const IT: [&str; 5] = [
    include_str!("it/common.ftl"),
    include_str!("it/voter.ftl"),
    include_str!("it/operator.ftl"),
    include_str!("it/refusals.ftl"),
    include_str!("it/programs.ftl"),
];

const EN: [&str; 5] = [
    include_str!("en/common.ftl"),
    include_str!("en/voter.ftl"),
    include_str!("en/operator.ftl"),
    include_str!("en/refusals.ftl"),
    include_str!("en/programs.ftl"),
];

static ITALIAN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("it", &IT));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle("en", &EN));

/// Languages that have texts of their own, in the order in which screens offer them.
pub fn available() -> &'static [Language] {
    &[Language::It, Language::En]
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
    let bundle = match language {
        Language::En => &*ENGLISH,
        _ => &*ITALIAN,
    };
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
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
fn bundle(code: &str, files: &[&'static str]) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks are invisible in a browser; on a terminal they are boxes.
    bundle.set_use_isolating(false);
    for file in files {
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
        for file in IT.iter().chain(&EN) {
            if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
                panic!(
                    "{errors:?} in the file that begins {:?}",
                    file.lines().next()
                );
            }
        }
    }

    #[test]
    fn languages_have_the_same_keys_and_variables() {
        let (it, en) = (messages(&IT), messages(&EN));
        let missing: Vec<_> = it.keys().filter(|k| !en.contains_key(*k)).collect();
        assert!(missing.is_empty(), "not in English: {missing:?}");
        let missing: Vec<_> = en.keys().filter(|k| !it.contains_key(*k)).collect();
        assert!(missing.is_empty(), "not in Italian: {missing:?}");
        for (key, variables) in &it {
            assert_eq!(variables, &en[key], "variables of {key}");
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
    fn other_languages_speak_italian_for_now() {
        let key = "common-key-back";
        assert_eq!(text(Language::Ro, key), text(Language::It, key));
    }
}
