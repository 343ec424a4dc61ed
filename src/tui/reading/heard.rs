//! A page of a reading as it is heard.

use super::{Part, Place, Reading};

/// What is heard of a page: each text is a sentence or more, with its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// Everything before the rows, in order.
    pub text: Vec<String>,
    /// The row with the focus, with what it holds and its place among the others; where none of the
    /// rows has it, that none has.
    pub focus: Option<String>,
}

/// How a row is said: whether it is chosen, and which of how many it is.
pub struct RowWords<'a> {
    /// "chosen", "not chosen".
    pub mark: &'a dyn Fn(bool) -> String,
    /// "3 of 10".
    pub place: &'a dyn Fn(usize, usize) -> String,
    /// "No row is chosen".
    pub none: &'a dyn Fn() -> String,
    /// A text as a voice can say it.
    pub sounded: &'a dyn Fn(&str) -> String,
}

impl Reading {
    /// What is heard of a page of it, where it is shown.
    pub fn heard(&self, page: usize, place: Place, words: &RowWords<'_>) -> Heard {
        let rows = page >= self.paging(place).rows;
        let begins = self.begins(place);
        let on_page = |n: &usize| begins.get(*n).map_or(rows, |begins| *begins == page);
        let mut text = Vec::new();
        for n in (0..self.parts.len()).filter(on_page) {
            if let Some(instead) = self.heard.get(&n) {
                text.push(instead.clone());
                continue;
            }
            match &self.parts[n] {
                Part::Text(_, said) | Part::Kept(_, Some((_, said))) => text.push(said.clone()),
                Part::Item {
                    sign, text: said, ..
                } => text.push(item(sign, said)),
                Part::Code(code) => text.push(spelled(code)),
                Part::Panel { title, lines, .. } => {
                    text.push(title.clone());
                    text.extend(lines.iter().cloned());
                }
                Part::Gap | Part::Kept(_, None) | Part::Rows { .. } => {}
            }
        }
        let text = text.iter().map(|t| sentence(&(words.sounded)(t)));
        Heard {
            text: text.filter(|t| !t.is_empty()).collect(),
            focus: rows.then(|| self.focused(words)).flatten(),
        }
    }

    fn focused(&self, words: &RowWords<'_>) -> Option<String> {
        let all = self.all_rows();
        if all == 0 {
            return None;
        }
        let Some((n, row)) = self.focus().and_then(|n| Some((n, self.row(n)?))) else {
            return Some(sentence(&(words.none)()));
        };
        let held = row.mark.map(words.mark).or(row.sign);
        let parts = [
            row.number.map(|n| n.to_string()),
            Some(row.text),
            Some(row.right),
            held,
            Some((words.place)(n + 1, all)),
        ];
        let parts = parts.into_iter().flatten();
        let said = parts.map(|p| sentence(&(words.sounded)(&p)));
        let said: Vec<String> = said.filter(|p| !p.is_empty()).collect();
        Some(said.join(" "))
    }
}

/// A text with one end, whatever it ends with.
pub fn sentence(text: &str) -> String {
    let text = text.trim().trim_end_matches(',');
    let last = text
        .trim_end_matches([')', '"', '»', '”', '\'', '’', ' '])
        .chars()
        .last();
    match last {
        None => String::new(),
        Some('.' | '!' | '?' | '…' | ':' | ';') => text.to_owned(),
        Some(_) => format!("{text}."),
    }
}

/// Signs like a bullet or a cross are not read out.
fn item(sign: &str, text: &str) -> String {
    let said: String = sign
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '°')
        .collect();
    if said.len() < 2 {
        return text.to_owned();
    }
    format!("{said} {text}")
}

/// A code, sign by sign: `K 7 Q M, 2 X 9 D`.
fn spelled(code: &str) -> String {
    let group = |group: &str| {
        let signs: Vec<String> = group.chars().map(|c| c.to_string()).collect();
        signs.join(" ")
    };
    let groups: Vec<String> = code.split('-').map(group).collect();
    groups.join(", ")
}
